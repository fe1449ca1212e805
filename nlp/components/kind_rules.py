"""What the document is by rules alone: an agreement or MoU by its heading and clauses, a letter, an article, a report, or none."""

import re

from nlp.components.contract_kind import contract_kind
from nlp.components.news_kind import is_news
from nlp.components.report_kind import is_other_paper, is_report, programme_in
from nlp.extraction import Kind
from nlp.source import Source

_LETTER_ROW = re.compile(
    r"^\W*(?:hal|perihal|lampiran|lamp\.?|sifat|h a l|l a m p|s i f a t|p e r i h a l)\b\s*[.:]?|\bperihal\s*:",
    re.I | re.M,
)
_ADDRESSEE = re.compile(
    r"\byth\b\.?|\byang\s+terhormat\b|\bkepada\s*:?\s*$|^\s*kepada\s+(?:yang\s+terhormat|bapak|ibu|sdr)|\bdear\s+(?:sir|mr|ms|mrs)",
    re.I | re.M,
)
_LETTER_BODY = re.compile(
    r"dengan\s+hormat|bersama\s+ini|demikian\b.{0,80}(?:disampaikan|terima\s+kasih|maklum)|\bsaudara\b|"
    r"sehubungan\s+dengan|menindaklanjuti\s+surat|menjawab\s+surat|tembusan",
    re.I | re.S,
)


def ruled(source: Source) -> Kind | None:
    """The kind by its marks, `other` for a paper that names itself something else; None where nothing speaks for any."""
    text = source.text
    # A deck's pages are headed lines without the formulas of a contract, a letter or an article.
    slides = source.form == "pptx"
    if not slides:
        contract = contract_kind(text)
        if contract is not None:
            return contract
        if _is_letter(text):
            return Kind.LETTER
        if is_news(text):
            return Kind.NEWS
    if is_report(text, slides=slides):
        return Kind.REPORT
    return Kind.OTHER if is_other_paper(text) else None


# Orders and memos have their name for a heading and the rows of a letter below it.
_LETTER_HEADING = re.compile(
    r"^\W*(?:surat\s+(?:perintah\s+)?tugas|surat\s+(?:pengantar|undangan)|nota\s+dinas|n\s?o\s?t\s?a\s+d\s?i\s?n\s?a\s?s|"
    r"undangan|u n d a n g a n)\W*$",
    re.I | re.M,
)
_MEMO_ROW = re.compile(
    r"^\W*(?:dari|kepada|untuk|yth|menugaskan|memerintahkan|dasar|tgl|tanggal|perihal|hal)\b\s*\.?\s*:?", re.I | re.M
)


# What goes to a superior as a note and is a report all the same: a staff study, a note whose subject is a report with its parts.
_STUDY = re.compile(r"^\W*telaah(?:an)?\s+staf\w*\W*$", re.I | re.M)
_REPORTS = re.compile(r"^\W*(?:hal|perihal)\s*:?\s*laporan\b", re.I | re.M)
# `LAPORAN PELAKSANAAN KUNJUNGAN LAPANGAN`, `Laporan Pelaksanaan Magang di X` as a heading of its own, whoever it is addressed to below.
_REPORT_HEADING = re.compile(
    r"^[ \t]*(?:(?:DRAF\w*\s+)?LAPORAN\b[^\n:a-z]{0,90}|Laporan\s+(?:[A-Z(][^\n:.;,]{0,20}\s+){1,3}[^\n:.;]{0,90})$",
    re.M,
)
_PARTS = re.compile(r"^\W*(?:(?:[IVX]{1,4}|[A-H])[.)]\s+[A-Z]|BAB\s[A-Z\d]|\d{1,2}[.)]\s+[A-Z][^\n.;:,]{4,50}$)", re.M)


def _reports_to_superior(text: str) -> bool:
    head = text[:1200]
    if _STUDY.search(head) or (_REPORT_HEADING.search(text, 0, 700) and programme_in(text[:700])):
        return True
    return _REPORTS.search(head) is not None and len(_PARTS.findall(text)) >= 3


def _is_letter(text: str) -> bool:
    head = text[:1800]
    if _reports_to_superior(text):
        return False
    if (
        _LETTER_HEADING.search(text[:700])
        and len(_MEMO_ROW.findall(head)) >= 2
        and re.search(r"\bno(?:mor)?\b", head, re.I)
    ):
        return True
    if _ADDRESSEE.search(head) is None:
        return False
    rows = len(_LETTER_ROW.findall(head))
    number = re.search(r"^\W*(?:nomor|no|n o m o r)\b\.?\s*:?", head, re.I | re.M) is not None
    return rows + number >= 2 or (rows + number >= 1 and len(_LETTER_BODY.findall(text)) >= 2)

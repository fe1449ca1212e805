"""Papers that say themselves what they are, so plainly that nothing else is asked: their heading, or the form they were written out in."""

import re

from nlp.components.contract_kind import has_clauses
from nlp.components.minutes import heading_at
from nlp.components.news_kind import DATED_LINE
from nlp.components.programme_words import STUDY
from nlp.components.title_lines import INSTITUTION_LINE
from nlp.components.typed_exports import is_chat, is_mail, is_separated_list
from nlp.extraction import Kind
from nlp.names import is_capitals
from nlp.source import Source

# What is heard or asked, run through or bought: no report of what was learned, even where it lists proposals.
_OTHER_HEADING = re.compile(
    r"\W*(?:(?:susunan|rangkaian|tata|run\s?down)\s+acara|run\s?down|(?:jadwal|agenda)(?:\s+(?:acara|kegiatan|kunjungan))?"
    r"|naskah\s+perjanjian\s+hibah(?:\s+daerah)?|perjanjian\s+hibah(?:\s+daerah)?|surat\s+perintah\s+kerja|surat\s+pesanan"
    r"|(?:formulir|lembar|borang|angket|kuesioner)\s+(?:evaluasi|penilaian|kepuasan|umpan\s+balik|pendaftaran|biodata|permohonan)"
    r")\b(?P<rest>[^\n]*)",
    re.I,
)
# A record of results is the report of them.
_RESULTS = re.compile(
    r"\b(?:pasca\W?(?:magang|studi|kunjungan)|ekspose|(?:pe)?maparan|paparan|presentasi|penyampaian|diseminasi|laporan|hasil)\b",
    re.I,
)
# A record of what was handed over, received or checked.
_RECORD = re.compile(r"\W*(?:BERITA\s+ACARA|Berita\s+Acara)\b(?P<rest>[^\n]*)")
_PROPOSES = re.compile(
    r"^[\W\d]*(?:[A-Z][.)]\s+)?(?:rekomendasi|saran|masukan|usul\w*|(?:rencana\s+)?tindak\s+lanjut)\b", re.I | re.M
)
# News of a signing has the words of what was signed, and none of its clauses.
_SIGNING = re.compile(
    r"\b(?:menandatangani|meneken|teken|ditandatangani|penandatanganan|penandatangan|tanda\s*tangani?|diteken)\b", re.I
)
# What happens each quarter or year, for all agreements or the whole house.
_PERIODICAL = re.compile(
    r"\W*(?:laporan\b[^\n]*\b(?:kerja\s*sama\s+daerah|triwulan(?:an)?|semester(?:an)?|bulanan|tahunan)"
    r"|laporan\s+(?:(?:akuntabilitas\s+)?kinerja(?:\s+instansi)?\s+pemerintah|keterangan\s+pertanggung\s?jawaban|penyelenggaraan\s+pemerintahan"
    r"|realisasi\s+anggaran|keuangan\s+pemerintah))\b",
    re.I,
)
_PROGRAMME = re.compile(r"\b(?:pe)?magang|\b" + STUDY + r"|\bkunjungan\b|\bpraktik\s+kerja\b", re.I)
_LINES = 6


def named_kind(source: Source) -> Kind | None:
    """The kind that the paper's own heading or form leaves no doubt about; None where it takes more to tell."""
    text = source.text
    if is_mail(text):
        return Kind.LETTER
    if is_chat(text) or is_separated_list(text):
        return Kind.OTHER
    if source.form == "pptx":
        return None
    if _tells_of_signing(text):
        return Kind.NEWS
    lines = [text[start:end] for start, end in source.lines[:_LINES]]
    for index, line in enumerate(lines):
        if (heading := _OTHER_HEADING.match(line)) is not None and not heading.group("rest").rstrip().endswith(
            (".", ",", ":")
        ):
            return Kind.OTHER
        if (record := _RECORD.match(line)) is not None and not record.group("rest").rstrip().endswith((".", ",")):
            return None if _of_results(text, lines[index : index + 3]) else Kind.OTHER
        if heading_at(source) == index:
            return Kind.OTHER  # minutes of a presentation are neither its slides nor the participants' report
        if _PERIODICAL.match(line):
            return None if _PROGRAMME.search(" ".join(lines)) else Kind.OTHER
        if _PROGRAMME.search(line) or (index and not _stands_above_heading(line)):
            return None
    return None


def _tells_of_signing(text: str) -> bool:
    """A headline, then town and day before a sentence, and somebody signs: an article, though its headline names an agreement."""
    dated = DATED_LINE.search(text, 0, 700)
    if (
        dated is None
        or not re.search("[-–—]", dated.group()[-8:])
        or not text[: dated.start()].strip()
        or text.count("\n", 0, dated.start()) > _LINES
    ):
        return False
    return _SIGNING.search(text) is not None and not has_clauses(text, 1)


def _of_results(text: str, heading: list[str]) -> bool:
    return _RESULTS.search(" ".join(heading)) is not None or _PROPOSES.search(text) is not None


def _stands_above_heading(line: str) -> bool:
    """A line of the letterhead: who writes, in capitals or by name, and the address."""
    return (
        not any(map(str.isalnum, line))
        or is_capitals(line)
        or INSTITUTION_LINE.match(line) is not None
        or re.search(r"\d|\bj(?:l|alan)\b", line, re.I) is not None
    )

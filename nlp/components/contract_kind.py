"""Whether a paper is an agreement or a memorandum: a heading of that kind, and words by which two sides agree."""

import re
from itertools import islice

from nlp.extraction import Kind

_MOU = (
    r"(?:nota\s+kesepahaman|nota\s+kesepakatan|kesepakatan\s+bersama|memorandum\s+of\s+understanding|"
    r"memorandum\s+saling\s+pengertian|letter\s+of\s+intent|surat\s+pernyataan\s+(?:kehendak|minat)|pernyataan\s+(?:kehendak|minat)|"
    r"memorandum\s+kes\w+|piagam\s+(?:kerja\s*sama|kesepakatan|kesepahaman))"
)
_AGREEMENT = (
    r"(?:perjanjian\s+ker(?:ja)?\s*-?\s*sama|perjanjian\s+pelaksanaan|perjanjian\s+kolaborasi|perjanjian\s+(?:kemitraan|magang|pemagangan)|"
    r"pengaturan\s+pelaksanaan|(?:perjanjian|kesepakatan)\s+teknis|kontrak\s+kerja\s*sama|"
    r"implementation\s+arrangement|"
    r"implementing\s+arrangement|memorandum\s+of\s+agreement|cooperation\s+agreement|add?endum|amandemen|"
    r"perubahan\s+(?:ke\w+\s+)?(?:atas\s+)?(?:perjanjian|nota|kesepakatan))"
)
_LEAD = r"^[\W_]*(?:(?:draft?|rancangan|konsep|naskah|surat)\s+)*"
MOU_HEADING = re.compile(_LEAD + _MOU + r"\b", re.I | re.M)
AGREEMENT_HEADING = re.compile(_LEAD + _AGREEMENT + r"\b", re.I | re.M)
_NO_AGREEMENT = re.compile(
    r"^[\W_]*(?:perjanjian\s+kinerja|perjanjian\s+kerja\b(?!\s*-?\s*sama)|surat\s+perintah\s+kerja|berita\s+acara|"
    r"naskah\s+perjanjian\s+hibah|nota\s+dinas|peraturan\s+(?:gubernur|bupati|wali|daerah|menteri|presiden|lembaga)|"
    r"keputusan\s+(?:gubernur|bupati|wali|kepala|menteri|presiden|sekretaris)|surat\s+tugas|surat\s+perintah\s+tugas|"
    r"surat\s+keputusan|kerangka\s+acuan|rencana\s+kerja\b|sertifikat|piagam(?!\s+(?:kerja|kesep))|notula|undangan|daftar\s+hadir|"
    r"rencana\s+anggaran|term\s+of\s+reference|proposal|pengumuman|notulen|notulensi|risalah|surat\s+(?:keterangan|edaran|pernyataan(?!\s+(?:minat|kehendak)))|"
    r"instruksi|standar\s+operasional|rencana\s+strategis|rencana\s+kerja\s+pemerintah)",
    re.I | re.M,
)
_BUDGET_ACCORD = re.compile(
    r"kebijakan\s+umum\s+(?:perubahan\s+)?(?:apbd|anggaran)|plafon\s+anggaran|\bKUA\b.{0,20}\bPPAS\b", re.I | re.S
)
_PERFORMANCE = re.compile(r"^[\W_]*perjanjian\s+kinerja\b", re.I | re.M)
_CLAUSES = re.compile(
    r"\bpihak\s+(?:kesatu|pertama|kedua|I|II)\b|\bpara\s+pihak\b|\bkedua\s+belah\s+pihak\b|^\s*pasal\s+(?:\d+|"
    r"[IVX]+)\b|"
    r"^\s*article\s+(?:\d+|[IVX]+)\b|\buntuk\s+dan\s+atas\s+nama\b|\bbertanda\s*tangan\s+di\s*bawah\b|"
    r"\bthe\s+parties\b|\b(?:first|second)\s+party\b|\bthis\s+memorandum\b",
    re.I | re.M,
)
# The parties and the subject under the heading, each introduced on a line of its own, as no story has them.
_TITLE_BLOCK = re.compile(
    r"^\W*ANTARA\b.*\b(?:DENGAN|DAN)\b.*^\W*(?:TENTANG|MENGENAI)\b|^\W*TENTANG\b.*^\W*ANTARA\b", re.M | re.S
)
# What a short paper of intent says in place of articles and labelled parties.
_AGREEING = re.compile(
    r"\b(?:ber)?sepakat\b|\bmencapai\s+(?:kesep\w+|pengertian)|\bmenyatakan\s+(?:minat|kehendak|keinginan)|\bdiwakili\s+oleh\b|"
    r"^\W*(?:untuk|for)\s+(?:pemerintah|the)\b|\b(?:for\s+and\s+)?on\s+behalf\s+of\b|\bdi\s?tanda\s?tangani\b|"
    r"\bpara\s+peserta\b|\bmewakili\b|\bpihak\s+[A-Z]\w+|\bmasa\s+berlaku\b|\bjangka\s+waktu\b|\bmengikatkan\s+diri\b|"
    r"\b(?:memorandum|kesepahaman|kesepakatan|pernyataan\s+minat|pengaturan\s+pelaksanaan|perjanjian)\s+ini\b|\b(?:selanjutnya\s+)?disebut(?:\s+sebagai)?\b",
    re.I | re.M,
)


_SIGNERS = re.compile(r"yang\s+ber\s?tanda\s?tangan", re.I)


def has_clauses(text: str, least: int) -> bool:
    """Whether the text has at least so many of the formulas and articles of a contract."""
    return sum(1 for _ in islice(_CLAUSES.finditer(text), least)) == least


def is_no_cooperation(text: str) -> bool:
    """Papers with the name and the clauses of a contract that are none between two houses: on performance, on the budget."""
    if _PERFORMANCE.search(text[:600]):
        return True
    return _heading(MOU_HEADING, text[:2500]) is not None and _BUDGET_ACCORD.search(text[:3000]) is not None


def contract_kind(text: str) -> Kind | None:
    head = text[:2500]
    mou = _heading(MOU_HEADING, head)
    agreement = _heading(AGREEMENT_HEADING, head)
    if mou is None and agreement is None:
        # A title in a text box may stand after the opening that it heads.
        if not _SIGNERS.search(text, 0, 6000) or not has_clauses(text[:6000], 6):
            return None
        mou, agreement = _heading(MOU_HEADING, text), _heading(AGREEMENT_HEADING, text)
        if mou is None and agreement is None:
            own = re.search(
                rf"\b(?:({_MOU}|kesepakatan|kesepahaman|nota)|({_AGREEMENT}|perjanjian))\s+ini\b", text, re.I
            )
            if own is None:
                return None
            return Kind.MOU if own.group(1) else Kind.AGREEMENT
    if _CLAUSES.search(text) is None and not _TITLE_BLOCK.search(head) and not _is_short_contract(text):
        return None
    other = _NO_AGREEMENT.search(head)
    first = min(place for place in (mou, agreement) if place is not None)
    if other is not None and other.start() < first:
        return None
    if (
        not has_clauses(text, 3)
        and not _TITLE_BLOCK.search(text[first : first + 1500])
        and not _is_short_contract(text)
    ):
        return None
    return Kind.MOU if mou == first else Kind.AGREEMENT


# What may stand behind the kind on its line, in small letters too.
_BARE_HEADING = re.compile(r"\W*|\s*(?i:bersama|sinergi|teknis)\W*|\s*\([^)]*\)|\s+(?i:antara|tentang)\s.{3,100}")


def _is_short_contract(text: str) -> bool:
    """The paper begins with its kind and says in other words than the usual that two sides agree."""
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    heading = MOU_HEADING.match(first) or AGREEMENT_HEADING.match(first)
    if heading is None or not (first == first.upper() or _BARE_HEADING.fullmatch(first, heading.end())):
        return False
    return len({" ".join(found.group().casefold().split()) for found in _AGREEING.finditer(text)}) >= 3


def _heading(pattern: re.Pattern[str], text: str) -> int | None:
    """Where a line that is a heading, not a sentence, begins with the pattern."""
    for found in pattern.finditer(text):
        line_end = text.find("\n", found.end())
        rest = text[found.end() : line_end if line_end >= 0 else len(text)].strip()
        line = found.group().strip() + " " + rest
        capitals = sum(letter.isupper() for letter in line) > 0.6 * sum(letter.isalpha() for letter in line)
        running = re.match(
            r"(?:ini\b|tersebut|adalah|merupakan|yang\b|nomor\s+\S+\s+tanggal|sebagaimana|,)|.*\b(?:berlaku|"
            r"dibuat|dapat|akan|telah)\b",
            rest,
            re.I,
        )
        if (capitals or len(line) < 140) and (capitals or running is None) and not rest.endswith((".", ";", ",", "”")):
            return found.start()
        if re.match(r"(?i:ini\b)", rest) is None and capitals:
            return found.start()
    return None

"""What the document is: an agreement or MoU by its heading and clauses, a letter, an article, a report, or none of these."""

import re

from spacy.language import Language
from spacy.tokens import Doc

from nlp.extraction import Kind
from nlp.facts import Facts
from nlp.source import Source

_MOU = (
    r"(?:nota\s+kesepahaman|nota\s+kesepakatan|kesepakatan\s+bersama|memorandum\s+of\s+understanding|"
    r"memorandum\s+saling\s+pengertian|letter\s+of\s+intent|surat\s+pernyataan\s+kehendak|memorandum\s+kesepahaman)"
)
_AGREEMENT = (
    r"(?:perjanjian\s+kerja\s*-?\s*sama|perjanjian\s+pelaksanaan|perjanjian\s+kolaborasi|"
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
    r"surat\s+keputusan|kerangka\s+acuan|rencana\s+kerja\b|sertifikat|piagam|notula|undangan|daftar\s+hadir|"
    r"rencana\s+anggaran|term\s+of\s+reference|proposal|pengumuman|notulen|notulensi|risalah|surat\s+(?:keterangan|edaran|pernyataan)|"
    r"instruksi|standar\s+operasional|rencana\s+strategis|rencana\s+kerja\s+pemerintah)",
    re.I | re.M,
)
_BUDGET_ACCORD = re.compile(
    r"kebijakan\s+umum\s+(?:perubahan\s+)?(?:apbd|anggaran)|plafon\s+anggaran|\bKUA\b.{0,20}\bPPAS\b", re.I | re.S
)
_CLAUSES = re.compile(
    r"\bpihak\s+(?:kesatu|pertama|kedua|I|II)\b|\bpara\s+pihak\b|\bkedua\s+belah\s+pihak\b|^\s*pasal\s+(?:\d+|"
    r"[IVX]+)\b|"
    r"^\s*article\s+(?:\d+|[IVX]+)\b|\buntuk\s+dan\s+atas\s+nama\b|\bbertanda\s*tangan\s+di\s*bawah\b|"
    r"\bthe\s+parties\b|\b(?:first|second)\s+party\b|\bthis\s+memorandum\b",
    re.I | re.M,
)
# The parties and the subject under the heading, each introduced on a line of its own, as no story has them.
_TITLE_BLOCK = re.compile(r"^\W*ANTARA\b.*^\W*(?:DENGAN|DAN)\b.*^\W*TENTANG\b|^\W*TENTANG\b.*^\W*ANTARA\b", re.M | re.S)
# What a short paper of intent says in place of articles and labelled parties.
_AGREEING = re.compile(
    r"\b(?:ber)?sepakat\b|\bmencapai\s+(?:kesep\w+|pengertian)|\bmenyatakan\s+(?:minat|kehendak|keinginan)|\bdiwakili\s+oleh\b|"
    r"^\W*(?:untuk|for)\s+(?:pemerintah|the)\b|\b(?:for\s+and\s+)?on\s+behalf\s+of\b|\bdi\s?tanda\s?tangani\b|"
    r"\bpara\s+peserta\b|\b(?:memorandum|kesepahaman|kesepakatan|pernyataan\s+minat)\s+ini\b|\bselanjutnya\s+disebut\b",
    re.I | re.M,
)
_PROGRAMME = re.compile(
    r"\bmagang\b|\bstudi\s+(?:tiru|banding|lapangan|komparasi|komparatif|visit)\b|\bbenchmark\w*|\bpatok\s+banding\b|"
    r"\bkunjungan\s+(?:kerja|studi|belajar)\b|\bkaji\s+(?:tiru|banding)\b|\bvisitasi\b|\blokus\b|\binternship\b|"
    r"\bpertukaran\s+(?:pegawai|asn|pns)\b|\bstudy\s+visit\b|\bpraktik\s+kerja\b|\bsecondment\b|"
    r"\b(?:belajar|berguru)\s+(?:dari|ke|di|pada)\b|\bkami\s+pelajari\b|\bjob\s+shadowing\b|\btugas\s+belajar\b|\bsekolah\s+lapang\b",
    re.I,
)
# The parts of a report, each under a heading or a row's first words of its own.
_REPORT_PARTS = (
    r"rekomendasi|saran|masukan|usul(?:an)?|(?:rencana\s+)?tindak\s+lanjut|rtl|rencana\s+aksi|action\s+plan|quick\s+wins?|"
    r"next\s+steps?|langkah|solusi",
    r"peserta|tim|siapa|pelaksana|anggota",
    r"lokus|lokasi|waktu|jadwal|tempat|penempatan|kapan|snapshot|di\s+mana",
    r"temuan|hasil|praktik\s+baik|pembelajaran|pelajaran|lessons?|kondisi|apa\s+yang|permasalahan|masalah|perbandingan|"
    r"what\s+we|best\s+practices?|kegiatan|gambaran|profil",
)
_PARTS = tuple(
    re.compile(rf"^[\W\d]*(?:[a-z][.)]\s*|[ivx]+[.)]\s*)?(?:{part})\b[^\n]{{0,50}}$", re.I | re.M)
    for part in _REPORT_PARTS
)
_REPORT = re.compile(
    r"\blaporan\b|\bpaparan\b|\bhasil\s+(?:magang|studi|benchmark\w*|kunjungan|pembelajaran)|\bcatatan\b|"
    r"\blessons?\s+learn\w+|\boleh-oleh\b|\brekomendasi\b|\bringkasan\b|\bpresentasi\b|\breport\b|"
    r"\brencana\s+tindak\s+lanjut\b|"
    r"\bpembelajaran\s+dari\b|^\W*matriks\b|^\W*(?:saran|usul)\b|\bekspose?\b|\bresume\b",
    re.I | re.M,
)
_OTHER_REPORT = re.compile(
    r"^\W*laporan\s+(?:kinerja|keuangan|akuntabilitas|realisasi|penyelenggaraan\s+pemerintah|keterangan|tahunan|"
    r"hasil\s+pemeriksaan)|"
    r"\blk[j]?ip\b|\blakip\b|\blppd\b|\blkpj\b",
    re.I | re.M,
)
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
_PRESS = re.compile(r"^\W*(?:siaran\s+pers|press\s+release|rilis(?:\s+pers)?|berita)\b", re.I | re.M)
DATELINE = re.compile(
    r"^\W{0,3}(?P<town>[A-Z][A-Za-z.’'-]+(?: [A-Z(][A-Za-z.()’'-]+){0,3})(?:\s*[,|(/]\s*[^\n–—|]{1,45}?\)?)?"
    r"(?:\s+[–—-]{1,2}\s*|\s*[–—|]\s*|\s*\|\s*)(?=\n?[^\n]{60})",
    re.M,
)
_SPEECH = re.compile(
    r"\b(?:ujar|kata|ungkap|tutur|jelas|terang|imbuh|tambah|papar|sebut|tegas|pungkas|ucap|tukas|harap|beber|"
    r"kutip|lanjut)"
    r"(?:nya|kan)?\b\s*(?:[A-Z,.(]|dia\b|beliau\b|ia\b)|\bmengatakan\b|\bmenuturkan\b|\bmenurut\s+(?:dia|beliau|"
    r"[A-Z])|"
    r"\bmenjelaskan\b|\bmengungkapkan\b|\bmenyampaikan\b|[”\"],?\s+(?:ujar|kata|ungkap|tutur|jelas|terang|"
    r"pungkas|ucap)",
)
_WEB = re.compile(
    r"\bbaca\s+juga\b|\bwhatsapp\b|\bcopyright\b|\bpewarta\b|\beditor\s*:|\breporter\b|\bpenulis\s*:|\bfoto\s*:", re.I
)


@Language.factory("kind")
def make_kind(nlp: Language, name: str) -> "KindFinder":
    """The component that sets `facts.kind`."""
    return KindFinder()


class KindFinder:
    def __call__(self, doc: Doc) -> Doc:
        source: Source = doc._.source
        facts: Facts = doc._.facts
        facts.kind = kind_of(source)
        return doc


def kind_of(source: Source) -> Kind:
    """The kind of the whole document; `other` where nothing speaks for one of the rest."""
    text = source.text
    if not text.strip():
        return Kind.OTHER
    top = text[:2500]
    slides = source.pages.format == "pptx"
    contract = None if slides else _contract_kind(text)
    if contract is not None:
        return contract
    if not slides and _is_letter(text):
        return Kind.LETTER
    title = text[:700]
    if not slides and _is_news(text):
        return Kind.NEWS
    if _NO_AGREEMENT.search(text[:500]) and not _REPORT.search(title[:300]):
        return Kind.OTHER
    if _PROGRAMME.search(top) and (slides or _REPORT.search(title)) and not _OTHER_REPORT.search(text[:400]):
        return Kind.REPORT
    if _REPORT.search(title) and len(_PROGRAMME.findall(text)) >= 3 and not _OTHER_REPORT.search(text[:400]):
        return Kind.REPORT
    trip = re.search(r"^\W*laporan\s+(?:hasil\s+)?perjalanan\s+dinas", title, re.I | re.M)
    if (trip or _PROGRAMME.search(title)) and _PARTS[0].search(text) and not _OTHER_REPORT.search(text[:400]):
        parts = sum(part.search(text) is not None for part in _PARTS)
        return Kind.REPORT if parts >= 3 else Kind.OTHER
    return Kind.OTHER


def _contract_kind(text: str) -> Kind | None:
    head = text[:2500]
    mou = _heading(MOU_HEADING, head)
    agreement = _heading(AGREEMENT_HEADING, head)
    if mou is None and agreement is None:
        # A title in a text box may stand after the opening that it heads.
        if len(_CLAUSES.findall(text[:6000])) < 6 or not re.search(r"yang\s+ber\s?tanda\s?tangan", text[:6000], re.I):
            return None
        mou, agreement = _heading(MOU_HEADING, text), _heading(AGREEMENT_HEADING, text)
        if mou is None and agreement is None:
            own = re.search(
                rf"\b(?:({_MOU}|kesepakatan|kesepahaman|nota)|({_AGREEMENT}|perjanjian))\s+ini\b", text, re.I
            )
            if own is None:
                return None
            return Kind.MOU if own.group(1) else Kind.AGREEMENT
    short = _is_short_contract(text)
    if _CLAUSES.search(text) is None and not _TITLE_BLOCK.search(head) and not short:
        return None
    other = _NO_AGREEMENT.search(head)
    first = min(place for place in (mou, agreement) if place is not None)
    if other is not None and other.start() < first:
        return None
    if mou == first and _BUDGET_ACCORD.search(text[:3000]):
        return Kind.OTHER
    if len(_CLAUSES.findall(text)) < 3 and not _TITLE_BLOCK.search(text[first : first + 1500]) and not short:
        return None
    return Kind.MOU if mou == first else Kind.AGREEMENT


def _is_short_contract(text: str) -> bool:
    """The paper begins with its kind in capitals and says in other words than the usual that two sides agree."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    if not (MOU_HEADING.match(first) or AGREEMENT_HEADING.match(first)) or first != first.upper():
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


def _is_letter(text: str) -> bool:
    head = text[:1800]
    if _ADDRESSEE.search(head) is None:
        return False
    rows = len(_LETTER_ROW.findall(head))
    number = re.search(r"^\W*(?:nomor|no|n o m o r)\b\.?\s*:?", head, re.I | re.M) is not None
    return rows + number >= 2 or (rows + number >= 1 and len(_LETTER_BODY.findall(text)) >= 2)


def _is_news(text: str) -> bool:
    head = text[:1500]
    speech = len(_SPEECH.findall(text))
    score = 0
    if _PRESS.search(text[:300]):
        score += 2
    if any(len(found.group()) < 90 for found in DATELINE.finditer(head)):
        score += 1
    score += min(speech, 3)
    if _WEB.search(text):
        score += 1
    if text.count("“") + text.count('"') // 2 >= 2:
        score += 1
    formal = re.search(
        r"^\W*(?:bab\s+[ivx1]|kata\s+pengantar|daftar\s+isi|(?:[a-z]|[ivx]+|\d)\.\s*(?:dasar|pendahuluan|latar|"
        r"maksud|umum|pelaksanaan))",
        text,
        re.I | re.M,
    )
    title = re.search(r"^\W*(?:laporan|paparan|catatan|ringkasan|hasil)\b", text[:300], re.I | re.M)
    if formal:
        score -= 3
    if title:
        score -= 2
    return score >= 3

"""Title, numbers and language: what the document is about, its own numbers, and in which language it is written."""

import re

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.contract_kind import AGREEMENT_HEADING, MOU_HEADING
from nlp.components.letter_title import letter_title
from nlp.components.news_kind import DATELINE
from nlp.components.numbers import numbers_of
from nlp.extraction import Kind
from nlp.facts import Facts
from nlp.names import is_capitals, title_case
from nlp.pages import BlockKind
from nlp.source import Source
from nlp.words.places import words_of
from nlp.zones import zones

_ABOUT = re.compile(r"\b(?:tentang|ttg|mengenai|perihal|concerning|regarding)\b\s*[:.]?", re.I)
_ABOUT_LINE = re.compile(r"^\W*(?:(?:tentang|ttg|mengenai|perihal|concerning|regarding)\b\W*){1,2}$", re.I)
_NUMBER_WORD = re.compile(r"^\W*(?:nomor|no|number)\b", re.I)
_CONTRACT_WORDS = re.compile(
    r"^\W*(?:(?:draft?|naskah|surat)\s+)*(?:nota\s+kesep\w+|kesepakatan\s+bersama|memorandum|letter\s+of|"
    r"perjanjian|add?endum|amandemen|"
    r"implementation|implementing)\b",
    re.I,
)
_FURNITURE = re.compile(
    r"^\W*(?:paraf\b|halaman\b|hal\.\s*\d|page\b|\[|logo\b|lambang\b|pada\s+hari|materai|jalan\b|jl\.|telp)|"
    r"^\W*$|^\W*\d+\W*$",
    re.I,
)
_REPORT_LINE = re.compile(
    r"\b(?:laporan|paparan|hasil|magang|studi|benchmark\w*|catatan|lessons?|kunjungan|patok|presentasi|"
    r"pembelajaran|rekomendasi|ringkasan|"
    r"resume|ekspose|visitasi|report)\b",
    re.I,
)
_BYLINE = re.compile(
    r"^\W*(?:oleh\b|disusun|tim\b|nama\b|nip\b|penyusun|dibuat|peserta|kelompok|angkatan|difasilitasi|"
    r"disampaikan|dipaparkan|tahun\b|"
    r"pada\s+tanggal|[A-Z][\w .]{2,25},\s+(?:\d{1,2}\s+)?(?:januari|februari|pebruari|maret|april|mei|juni|juli|"
    r"agustus|september|"
    r"oktober|november|nopember|desember)\b|.*\b\d{1,2}\s*(?:[-–]|s\.?d\.?|s/d|sampai)\s*\d{1,2}\s+\w+\s+\d{4}|"
    r"\d{4}\W*$)",
    re.I,
)
_MONTHS = (
    r"(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)"
)
_DATE_TAIL = re.compile(
    rf"[,–-]?\s*(?:\d{{1,2}}\s*(?:[-–]|s\.?\s?d\.?|s/d|sampai dengan)?\s*)*(?:\d{{1,2}}\s+)?{_MONTHS}\s+\d{{4}}\W*$",
    re.I,
)
_INSTITUTION_LINE = re.compile(
    r"^\W*(?:pemerintah|pemprov|pemkab|pemkot|dinas|badan|biro|bagian|inspektorat|sekretariat|rsud|"
    r"rumah\s+sakit|universitas|kantor|"
    r"pemda|setda\w*|bpkad|bkad|bp[a-z]?ad|bapp?enda|bapp\w+|baperida|bpbd|dinkes|dinsos|dishub|dinas\w*|disk\w+|disdik\w*|dispar\w*|"
    r"dlh|satpol|itda|puskesmas|provinsi|kabupaten|kota|bkd|bkpsdm|bpsdm|bappeda|dpmptsp|kementerian|lembaga|balai|upt|dpr|satuan|"
    r"politeknik|fakultas|kecamatan)\b",
    re.I,
)
_CONTINUES = re.compile(r"^\W*(?:di|pada|ke|dan|dengan|untuk|dalam|melalui|tentang|bagi|serta)\b", re.I)
_SECTION = re.compile(
    r"^\W*(?:bab\b|[ivx]+\.|[a-z]\.|\d+[.)]|kata\s+pengantar|daftar\s+isi|dasar|latar\s+belakang|pendahuluan|"
    r"lembar\s+pengesahan|"
    r"ringkasan\s+eksekutif|agenda|maksud|(?:jadwal|peserta|waktu|tempat|lokus)\W*$)",
    re.I,
)
_WEB_LINE = re.compile(
    r"^\W*(?:beranda|home|whatsapp|facebook|twitter|telegram|share|bagikan|baca\s+juga|iklan|oleh\b|penulis|"
    r"editor|reporter|"
    r"buletin|edisi|siaran\s+pers|press\s+release|nomor|no\.|foto|komentar|copyright|kategori|tag\b|(?:senin|selasa|rabu|"
    r"kamis|jum.?at|sabtu|minggu)\b)|"
    r"^\W*\d{1,2}[ /-]\w+[ /-]\d{2,4}|\b\d{1,2}[.:]\d{2}\s*(?:wib|wita|wit)\b|rekomendasi\s+untuk\s+anda",
    re.I,
)
_ENGLISH = frozenset("the and of to in for with shall this is by on as be".split())
_INDONESIAN = frozenset("yang dan di untuk dengan dalam ini pada dari tahun oleh atas sebagai ke bagi adalah".split())
_SAMPLE = 20_000  # characters


@Language.factory("title")
def make_title(nlp: Language, name: str) -> "TitleFinder":
    """The component that sets `facts.title`, `facts.numbers` and `facts.language`."""
    return TitleFinder()


class TitleFinder:
    def __call__(self, doc: Doc) -> Doc:
        source: Source = doc._.source
        facts: Facts = doc._.facts
        facts.language = language_of(source.text)
        facts.title = title_of(source, facts.kind)
        facts.numbers = numbers_of(source, facts.kind)
        return doc


def language_of(text: str) -> str | None:
    """`id` or `en`; None of a text without words. A bilingual paper is Indonesian here, its first language."""
    words = [word.lower for word in words_of(text) if word.start < _SAMPLE and word.text != "&"]
    if not any(len(word) > 1 and word.isalpha() for word in words):
        return None
    english, indonesian = (sum(map(common.__contains__, words)) for common in (_ENGLISH, _INDONESIAN))
    return "en" if english > 2 * indonesian else "id"


def title_of(source: Source, kind: Kind) -> str | None:
    """What the document is about, None where it does not say."""
    if kind in (Kind.MOU, Kind.AGREEMENT):
        return _contract_title(source)
    if kind is Kind.LETTER:
        return letter_title(source)
    if kind is Kind.NEWS:
        return _headline(source)
    return _subject_of_decree(source) or _report_title(source)


def _contract_title(source: Source) -> str | None:
    text = source.text
    parts = zones(source)
    end = source.flat.span(parts.title_end - 1, parts.title_end)[1] if parts.title_end else len(text)
    lines = [(start, stop) for start, stop in source.lines]
    starts = [index for index, (start, stop) in enumerate(lines) if stop <= end and _ABOUT_LINE.match(text[start:stop])]
    if not starts:  # the title block may be a text box that stands elsewhere
        starts = [
            index
            for index, (start, stop) in enumerate(lines)
            if _ABOUT_LINE.match(text[start:stop])
            and any(_CONTRACT_WORDS.match(text[slice(*lines[before])]) for before in range(max(0, index - 12), index))
        ]
    for index in reversed(starts):
        title = _lines_of_title(text, lines[index + 1 :], end if lines[index][1] <= end else len(text))
        if title:
            return title
    # `PERJANJIAN … ANTARA X DAN Y TENTANG Z` on running lines.
    for index, (start, stop) in enumerate(lines):
        if start > max(end, 400):
            break
        found = _ABOUT.search(text, start, stop)
        if found is None or (
            found.start() > start and not (is_capitals(text[start:stop]) or _CONTRACT_WORDS.match(text[start:stop]))
        ):
            continue
        title = _lines_of_title(text, [(found.end(), stop), *lines[index + 1 :]], end)
        if title:
            return title
    return _title_of_heading(text, lines, end)


_ENGLISH_ABOUT = re.compile(r"^\W*(?:on|concerning|regarding)\s+(?:the\s+)?[A-Z]", re.I)


def _lines_of_title(text: str, lines: list[tuple[int, int]], end: int) -> str | None:
    parts: list[str] = []
    capitals: bool | None = None
    for start, stop in lines[:8]:
        line = text[start:stop].strip(' \t:;-–|“”"')
        if not line:
            continue
        if (
            start >= end
            or _NUMBER_WORD.match(line)
            or _FURNITURE.match(line)
            or _CONTRACT_WORDS.match(line)
            or _ABOUT_LINE.match(line)
        ):
            break
        if re.match(r"(?:antara|between)\b", line, re.I) or len(line) > 300:
            break
        if re.match(r"(?i:yang\s+bertanda|kami\b)|.*\b(?i:dibuat|bertanda\s?tangan)\b", line):
            break
        if parts and re.fullmatch(r"\(.*\)", line):
            break  # the motto or short name of the programme
        if parts and _ENGLISH_ABOUT.match(line):
            break  # the same title in the second language
        here = is_capitals(line)
        if capitals is not None and capitals and not here:
            break
        capitals = here if capitals is None else capitals
        numbered = re.search(r"\s(?:nomor|no\.)\s*:?\s*\S*[/.\d]", line, re.I)
        parts.append(line[: numbered.start()] if numbered else line)
        if numbered:
            break
    title = " ".join(" ".join(parts).split())
    return title_case(title) if len(title) > 3 else None


def _title_of_heading(text: str, lines: list[tuple[int, int]], end: int) -> str | None:
    """A cover without TENTANG: the lines after the kind up to the first institution."""
    for index, (start, stop) in enumerate(lines):
        if start >= end:
            return None
        if not (MOU_HEADING.match(text[start:stop]) or AGREEMENT_HEADING.match(text[start:stop])):
            continue
        parts: list[str] = []
        for first, last in lines[index + 1 : index + 6]:
            line = text[first:last]
            if first >= end or _INSTITUTION_LINE.match(line) or _NUMBER_WORD.match(line) or _FURNITURE.match(line):
                break
            if re.match(r"\W*(?:antara|dengan|dan|between|and)\W*", line, re.I) or _CONTRACT_WORDS.match(line):
                break
            parts.append(line)
        return title_case(" ".join(parts)) if parts else None
    return None


# What stands behind a headline on its line, and lines that are none.
_META = re.compile(
    r"\s+(?:Diposting|Dipublikasikan|Diterbitkan|Ditulis|Posted|Penulis|Oleh|Dibaca|Kategori|Redaksi)\b\s*(?:oleh|pada|by|on)?\s*:",
    re.I,
)
_SITE = re.compile(
    r"^\W*(?:media\s+center|portal|website|situs|humas|protokol|untuk\s+(?:di)?siar\w*)\b|(?:\|[^|]*){3}", re.I
)
_PRESS_LINE = re.compile(r"^\W*(?:siaran\s+pers|press\s+release|rilis\s+pers)\b", re.I)
_TOWN_AND_DAY = re.compile(r"^\W*[A-Z][\w .’']{2,25}(?:,\s+\d{1,2}\s+\w+\s+\d{4}|\([^)]{2,30}\)\s*[-–—])\W*$")


def _headline(source: Source) -> str | None:
    text = source.text
    headings = [
        block
        for block in source.blocks
        if block.block.kind is BlockKind.HEADING and (block.block.level or 1) == 1 and block.start < 3000
    ]
    lines = source.lines[:14]
    press = next((index for index, line in enumerate(lines[:8]) if _PRESS_LINE.match(text[slice(*line)])), None)
    if press is not None and press > 0:
        lines = lines[press + 1 :]  # what stands above it is the letterhead
        headings = [block for block in headings if block.start >= lines[0][0]] if lines else []
    for block in headings:
        line = " ".join(_META.split(block.text)[0].split())
        if (
            15 < len(line) < 250
            and not _WEB_LINE.match(line)
            and not _SITE.search(line)
            and not _TOWN_AND_DAY.match(line)
        ):
            return line
    for start, stop in lines:
        line = _META.split(text[start:stop])[0]
        if _WEB_LINE.search(line) or _SITE.search(line) or _TOWN_AND_DAY.match(line) or len(line) < 15:
            continue
        dateline = DATELINE.match(text, start)
        if dateline is not None and len(dateline.group()) < 90 and stop - start > 120 and len(line) == stop - start:
            return None  # the article begins: it has no headline of its own
        if len(line) > 230 or line.endswith((".", "”", '"', ",")):
            return None
        return line.strip()
    return None


def _subject_of_decree(source: Source) -> str | None:
    """What stands below `TENTANG` in the head of a decree, a regulation or a contract of another kind."""
    lines = list(source.lines[:14])
    for index, (start, stop) in enumerate(lines):
        if source.text[start:stop].strip().upper() == "TENTANG":
            return _lines_of_title(source.text, lines[index + 1 :], len(source.text))
    return None


_MINUTES = re.compile(r"^\W*(?:notula\w*|notulen\w*|risalah|berita\s+acara)(?:\s+rapat)?\W*$", re.I)
_OCCASION = re.compile(r"^\W*(?:rapat|acara|agenda|perihal|hal|topik|tema)\s*:\s*(?P<text>.+)$", re.I)


def _occasion(text: str, lines: list[tuple[int, int]]) -> str | None:
    """What minutes are about: the row `Acara` or `Rapat` below their heading."""
    if not any(_MINUTES.match(text[slice(*line)]) for line in lines[:3]):
        return None
    rows = (_OCCASION.match(text[slice(*line)]) for line in lines[:12])
    # The next row stands on the same line where the reader joined them.
    return next(
        (re.split(r"\s[A-Z][\w/]+(?: \w+)? :\s", " ".join(found.group("text").split()))[0] for found in rows if found),
        None,
    )


def _report_title(source: Source) -> str | None:
    text = source.text
    if (occasion := _occasion(text, list(source.lines[:12]))) is not None:
        return occasion
    if not source.pages.pages:
        return None
    first_page_end = len(source.pages.pages[0].text)
    lines = [(start, stop) for start, stop in source.lines[:30] if start < first_page_end]
    slides = source.pages.format == "pptx"
    lines = lines[:12] if slides else lines[:20]
    if not slides:
        # A heading that names the report is its title; what stands above it is the letterhead.
        for index, (start, stop) in enumerate(lines):
            if _REPORT_LINE.search(text[start:stop]) and not _BYLINE.match(text[start:stop]):
                if index and _INSTITUTION_LINE.match(text[slice(*lines[0])]):
                    lines = lines[_letterhead(text, lines[:index]) :]
                break
    parts: list[str] = []
    kept_capitals: bool | None = None
    for position, (start, stop) in enumerate(lines):
        line = " ".join(text[start:stop].split())
        continued = bool(parts) and (
            _CONTINUES.match(line) is not None or parts[-1].lower().endswith((" dan", " di", " pada", " dengan", ","))
        )
        if _SECTION.match(line) and position:
            break
        if re.match(r"\W*(?:nomor|no\.)\b", line, re.I) or re.fullmatch(
            r"\[?\(?\d{1,2}\)?\]?|(?:slide|salindia)\s*\d+", line, re.I
        ):
            continue
        if _BYLINE.match(line) and not continued:
            if parts:
                break
            continue
        if _INSTITUTION_LINE.match(line) and not continued:
            ahead = [text[first:last] for first, last in lines[position + 1 : position + 4]]
            about = any(re.match(r"\W*tentang\b", following, re.I) for following in ahead)
            onward = any(re.match(r"\W*(?:ke|di|pada)\s", following, re.I) for following in ahead[:1])
            onward = (
                onward
                or re.search(r"\s(?:ke|di|pada)\s+(?:pemerintah|kabupaten|kota|provinsi)\b", line, re.I) is not None
            )
            # `PROVINSI X DI PROVINSI Y` in the capitals of the line above goes on with it.
            goes_on = (
                onward
                and kept_capitals
                and is_capitals(line)
                and re.match(r"\W*(?:provinsi|kabupaten|kota)\b", line, re.I)
            )
            if parts and not goes_on and not (about or (onward and _GENERIC.match(" ".join(parts)))):
                if _is_title(parts):
                    break
                continue
            if not parts:
                continue
        leads_on = line.endswith(":") and not parts and 8 < len(line) < 60 and _REPORT_LINE.search(line)
        if len(line) > 160 or (line.endswith((".", ";", ":")) and not leads_on):
            if parts:
                break
            continue
        if (
            re.match(
                r"\W*(?:studi|hasil|ringkasan|laporan|paparan)\b.{0,60}\b(?:dinas|badan|rsud|biro|inspektorat|"
                r"bkd|bkpsdm)\b",
                line,
                re.I,
            )
            and parts
        ):
            break  # `Hasil magang RSUD X di Y`: who and where, below the title
        if kept_capitals and not is_capitals(line) and not continued and _is_title(parts) and not slides:
            break
        line = _FORM_CODE.sub("", _DATE_TAIL.sub("", line)).strip(" ,–-")
        if not line:
            continue
        parts.append(line)
        kept_capitals = is_capitals(line)
        if len(parts) >= 4 or _table_next(source, stop):
            break
    return _joined(parts) or None


# The code and revision of a form behind its name.
_FORM_CODE = re.compile(r"\s*\([^()]*\b(?:rev|form|F)\b[^()]*\)\s*$", re.I)


def _letterhead(text: str, lines: list[tuple[int, int]]) -> int:
    """How many of the lines above the report's heading are letterhead; fewer than all where a title stands between."""
    between = [index for index, line in enumerate(lines) if not _INSTITUTION_LINE.match(text[slice(*line)])]
    address = re.compile(r"\d|\bjl\b|jalan|telp|@|:|\bkomple[kx]s?\b|perkantoran", re.I)
    plain = [index for index in between if address.search(text[slice(*lines[index])]) is None]
    title = sum(stop - start for start, stop in (lines[index] for index in plain))
    return plain[0] if plain == between and title >= 25 else len(lines)


def _joined(parts: list[str]) -> str:
    """The lines as one title; only the first may begin with a capital `Pada`."""
    if all(is_capitals(part) for part in parts):
        return title_case(" ".join(parts))
    return " ".join(title_case(part) for part in parts)


_GENERIC = re.compile(
    r"^(?:\W|laporan|hasil|akhir|singkat|pelaksanaan|kegiatan|magang|studi|tiru|banding|benchmarking|kunjungan|"
    r"kerja|lapangan|paparan|presentasi|catatan|"
    r"serah|terima|peserta|penutupan|pelepasan|pembukaan|perjalanan|dinas|ringkasan|komparasi|asn|pns|aparatur|sipil|negara)+$",
    re.I,
)


def _is_title(parts: list[str]) -> bool:
    return sum(len(part) for part in parts) >= 12


def _table_next(source: Source, place: int) -> bool:
    """A table begins right after the offset: the title block is over."""
    for block in source.blocks:
        if block.start >= place:
            return block.block.kind is BlockKind.CELL
    return False

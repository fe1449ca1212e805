"""What a report, slides or another paper is about: its title, without the letterhead, names and dates around it."""

import re

from nlp.components.minutes import occasion as occasion_of_minutes
from nlp.components.report_title_lines import names_superior, tells_purpose
from nlp.components.report_title_rows import NEXT_ROW, occasion_of, title_of_row
from nlp.components.title_deck import with_deck
from nlp.components.title_lines import INSTITUTION_LINE
from nlp.names import is_capitals, title_case
from nlp.pages import BlockKind
from nlp.source import Source, SourceBlock

_REPORT_LINE = re.compile(
    r"\b(?:laporan|paparan|hasil|magang|studi|benchmark\w*|catatan|lessons?|kunjungan|patok|presentasi|"
    r"pembelajaran|rekomendasi|ringkasan|"
    r"resume|ekspose|visitasi|report)\b",
    re.I,
)
_BYLINE = re.compile(
    r"^\W*(?:oleh\b(?!-)|disusun|tim\b|nama\b|nip\b|(?:kepada\s+)?yth\b|penyusun\b|penulis\b|ditulis|disajikan|dipresentasikan|dibuat|peserta\b|kelompok|angkatan|difasilitasi|"
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
    rf"[,–-]?\s?(?:(?<!\d)\d{{1,2}}(?!\d)\s?(?:[-–]|s\.?\s?d\.?|s/d|sampai dengan)?\s?){{0,4}}{_MONTHS}\s+\d{{4}}\W*$",
    re.I,
)
# `pada Biro X, 19 Februari s.d. 1 Maret 2024`, below a title in capitals: where and when.
_DAYS = re.compile(
    rf"\b\d{{1,2}}\s+(?:{_MONTHS}\s+)?(?:[-–]|s\.?\s?d\.?|s/d|sampai\s+dengan|hingga)\s*\d{{1,2}}\s+{_MONTHS}\s+\d{{4}}",
    re.I,
)
_CONTINUES = re.compile(r"^\W*(?:di|pada|ke|dan|dengan|untuk|dalam|melalui|tentang|bagi|serta)\b", re.I)
_SECTION = re.compile(
    r"^\W*(?:bab\b|bagian\s+(?:[ivx]+|\d|ke\w+|pertama)\b|[ivx]+\.|[a-z]\.|\d+[.)]|kata\s+pengantar|daftar\s+isi|dasar|latar\s+belakang|pendahuluan|"
    r"lembar\s+pengesahan|"
    r"ringkasan\s+eksekutif|pada\s+hari\b|agenda|maksud|(?:jadwal|peserta|waktu|tempat|lokus)\W*$)",
    re.I,
)

# A heading that opens a report without a preface: it is no more of the title above it.
_FIRST_CHAPTER = re.compile(
    r"\W*(?:rekomendasi|saran|ke?simpulan|simpulan|temuan|solusi|pembelajaran|praktik\s+baik|penutup|uraian|rencana\s+(?:aksi|tindak\s+lanjut)|"
    r"tindak\s+lanjut)(?:\s*(?:,|&|/|dan)\s*(?:rekomendasi|saran|rencana|aksi|tindak|lanjut|kesimpulan|masukan|\s)+)?\W*",
    re.I,
)


def report_title(source: Source) -> str | None:
    """The title of a report or slides, None where nothing looks like one."""
    if (occasion := occasion_of(source.text, list(source.lines[:12]))) is not None:
        return occasion
    if not source.pages.pages:
        return None
    if (of_meeting := occasion_of_minutes(source)) is not None:
        return title_case(NEXT_ROW.split(of_meeting)[0])
    if (title := title_of_row(source)) is not None:
        return title
    title = _slide_title(source) or _title_of_lines(source)
    return with_deck(source, title) if title else None


def _slide_title(source: Source) -> str | None:
    """The title placeholder of the first slide, unless it names no more than the kind of paper or an institution."""
    if source.form != "pptx":
        return None
    first = source.pages.pages[0]
    placed = [block for block in source.blocks if block.page is first and _is_heading(block) and block.block.level == 1]
    if len(placed) != 1:
        return None
    title = _clean(" ".join(placed[0].text.split()))
    if len(title) < 12 or _GENERIC.match(title) or _KICKER.match(title) or INSTITUTION_LINE.match(title):
        return None
    return title_case(title)


def _is_heading(block: SourceBlock) -> bool:
    return block.block.kind is BlockKind.HEADING


_ON = re.compile(r"(?:^|\s+)(?:pada\s+)?(?:tanggal|tgl\.?)\s*$", re.I)


def _clean(line: str) -> str:
    return _REMARK.sub("", _ON.sub("", _DATE_TAIL.sub("", line))).strip(" ,–-_=~*")


def _title_of_lines(source: Source) -> str | None:
    text = source.text
    first_page_end = len(source.pages.pages[0].text)
    lines = [(start, stop) for start, stop in source.lines[:30] if start < first_page_end]
    slides = source.form == "pptx"
    lines = lines[:12] if slides else _below_letterhead(text, lines[:20])
    headings = [
        (block.start, block.end) for block in source.blocks if _is_heading(block) and block.start < first_page_end
    ]
    parts: list[str] = []
    kept_capitals: bool | None = None
    kept_heading = False
    for position, (start, stop) in enumerate(lines):
        line = " ".join(text[start:stop].split())
        if len(line) > _LONGEST:
            if parts:
                break
            continue
        heading = any(first <= start < last for first, last in headings)
        continued = bool(parts) and (
            _CONTINUES.match(line) is not None
            or f" {parts[-1].lower()}".endswith((" dan", " di", " pada", " dengan", ","))
        )
        if _SECTION.match(line) and position:
            break
        if heading and _is_title(parts) and _FIRST_CHAPTER.fullmatch(line):
            break
        if _NUMBER_LINE.match(line):
            continue
        if re.fullmatch(r"\(.*\)", line):
            if parts:
                break
            continue
        dated = bool(parts) and kept_capitals and not is_capitals(line) and _DAYS.search(line) is not None
        own = _clean(line) if line[:7].casefold() == "laporan" else line  # the days that end the title on its line
        if (
            (_BYLINE.match(own) and not continued)
            or tells_purpose(line)
            or _ROW.match(line)
            or (dated and _is_title(parts))
        ):
            if parts:
                break
            continue
        above = " ".join(parts)
        if _KICKER.match(above) and not _KICKER.match(f"{above} {line}") and not _names_institution(line):
            parts, kept_capitals = [], None  # `EDISI KHUSUS`, `KERTAS KERJA 04`: the sort of paper, above its title
        if _names_institution(line) and not continued:
            if parts and not _goes_on(text, lines, position, parts, kept_capitals):
                if _is_title(parts):
                    break
                continue
            if not parts:
                continue
        leads_on = line.endswith(":") and not parts and 8 < len(line) < 60 and _REPORT_LINE.search(line)
        if (
            (len(line) > 160 and not (line.startswith("LAPORAN ") and is_capitals(line)))
            or _PROSE.search(line)
            or (line.endswith((".", ";", ":")) and not leads_on)
        ):
            if parts:
                break
            continue
        if parts and _WHO_AND_WHERE.match(line) and not _GENERIC.match(above):
            break  # `Hasil magang RSUD X di Y`: who and where, below the title
        generic = _GENERIC.match(above) is not None
        if (
            kept_capitals
            and not is_capitals(line)
            and not continued
            and not slides
            and _is_title(parts)
            and not generic
        ):
            break
        if kept_heading and not heading and not continued and not generic and _is_title(parts):
            break
        line = _clean(line)
        if not line:
            continue
        parts.append(line)
        kept_capitals, kept_heading = is_capitals(line), heading
        if len(parts) >= 6 or (len(parts) >= 4 and not is_capitals(line)) or _table_next(source, stop):
            break
    return _joined(parts) or None


_NO_REGION = re.compile(r"\W*(?:Kota|Kabupaten|Provinsi|Desa|Kecamatan|Kelurahan)\s+[a-z]")


def _names_institution(line: str) -> bool:
    """A line of a letterhead or a cover; `Kota yang Ramah` is none."""
    return INSTITUTION_LINE.match(line) is not None and not _NO_REGION.match(line)


_LONGEST = 400  # characters: no line of a title


def _below_letterhead(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A heading that names the report is its title; what stands above it is the letterhead."""
    for index, (start, stop) in enumerate(lines):
        if _REPORT_LINE.search(text[start:stop]) and not _BYLINE.match(text[start : min(stop, start + _LONGEST)]):
            if index and INSTITUTION_LINE.match(text[slice(*lines[0])]):
                return lines[_letterhead(text, lines[:index]) :]
            break
    return lines


def _goes_on(
    text: str, lines: list[tuple[int, int]], position: int, parts: list[str], kept_capitals: bool | None
) -> bool:
    """The title goes on with the institution that the line names: `PROVINSI X DI PROVINSI Y` in the capitals above it."""
    line = text[slice(*lines[position])]
    ahead = [text[first:last] for first, last in lines[position + 1 : position + 4]]
    onward = any(re.match(r"\W*(?:ke|di|pada)\s", following, re.I) for following in ahead[:1]) or (
        re.search(r"\s(?:ke|di|pada)\s+(?:pemerintah|kabupaten|kota|provinsi)\b", line, re.I) is not None
    )
    if onward and kept_capitals and is_capitals(line) and re.match(r"\W*(?:provinsi|kabupaten|kota)\b", line, re.I):
        return True
    if not kept_capitals and _FROM_TO.fullmatch(line):
        return True
    whom = re.search(r"\s(?:ke|di|pada)\s+(?=\S)", line, re.I)
    if whom is not None and kept_capitals and is_capitals(line) and INSTITUTION_LINE.match(line[whom.end() :]):
        return True  # `PEMERINTAH KABUPATEN X PADA PEMERINTAH KOTA Y` is who and where, no letterhead
    if kept_capitals and is_capitals(line) and names_superior(parts[-1], line):
        return True
    about = any(re.match(r"\W*tentang\b", following, re.I) for following in ahead)
    return about or (onward and _GENERIC.match(" ".join(parts)) is not None)


# `Kota X di Kabupaten Y`: who and where, in ordinary writing.
_REGION = r"(?:Pemerintah\s+)?(?:Kabupaten|Kota|Provinsi|Kab\.)(?:\s+[A-Z][\w'’-]+){1,4}"
_FROM_TO = re.compile(rf"{_REGION}\s+(?:di|ke|pada)\s+(?:lingkungan\s+)?{_REGION}")
_ROW = re.compile(
    r"\W*(?:[A-Z][\w/ ]{1,24}\s:\s|(?:kepada|yth|dari|hal|perihal|tanggal|sifat|lampiran|tembusan|lokus|lokasi|tempat|"
    r"tujuan|waktu|hari|periode|peserta|nama|instansi|mentor|pembimbing|ketua|penanggung\s+jawab|asal|kegiatan)\b[^:]{0,20}:)",
    re.I,
)
_NUMBER_LINE = re.compile(r"\W*(?:nomor\b|no\.)|\[?\(?\d{1,2}\)?\]?$|(?:slide|salindia)\s*\d+$", re.I)
_PROSE = re.compile(r"[a-z]{3}[.?!]\s+[A-Z]\w+\s+\w+\s+\w")
_WHO_AND_WHERE = re.compile(
    r"\W*(?:studi|hasil|ringkasan|laporan|paparan|catatan|cerita|bekal|ikhtisar|presentasi|ekspose)\b.{0,60}\b(?:dinas|badan|rsud|biro|"
    r"inspektorat|bkd|bkpsdm|bpsdm\w*|bpbd|tim|dis[a-z]{3,}|bapp?e\w+|satuan|sekretariat|setwan|pemerintah|pem(?:kab|kot|prov))\b",
    re.I,
)
# The sort of paper, its series and for whom it is, when that is all a line says.
_KICKER = re.compile(
    r"^(?=.*\b(?:anggaran\s+biaya|edisi|kertas\s+kerja|policy|working|kebijakan|angkatan|gelombang|kalangan|seri|volume|siar\w*|disiarkan|tayang|"
    r"internal|eksekutif|terbatas|rahasia|lampiran|salinan|draf\w*|bahan)\b)"
    r"(?:\W|edisi|eksekutif|khusus|tunggal|perdana|terbatas|rahasia|kertas|kerja|working|paper|policy|brief|ringkasan|risalah|kebijakan|pulang|"
    r"magang|nasional|daerah|asn|angkatan|gelombang|batch|nomor|no|volume|vol|seri|untuk|kalangan|sendiri|internal|tidak|disiarkan|"
    r"siaran|laporan|bahan|rencana|anggaran|biaya|rab|tayang|rapat|paparan|salinan|draf\w*|lampiran|hasil|studi|tiru|banding|tahun|[ivx]|\d)+$",
    re.I,
)


# The code and revision of a form behind its name, a remark about the file.
_REMARK = re.compile(
    r"\s*\([^()]*\b(?:rev(?:isi)?|form|F|final|draf\w*|konsep|perbaikan|ketikan|salinan|salah\s+\w+)\b[^()]*\)\s*$",
    re.I,
)


def _letterhead(text: str, lines: list[tuple[int, int]]) -> int:
    """How many of the lines above the report's heading are letterhead; fewer than all where a title stands between."""
    between = [
        index
        for index, line in enumerate(lines)
        if not (INSTITUTION_LINE.match(text[slice(*line)]) or (index and _PART_LINE.match(text[slice(*line)])))
    ]
    address = re.compile(r"\d|\bjl\b|jalan|telp|@|:|\bkomple[kx]s?\b|perkantoran", re.I)
    plain = [index for index in between if address.search(text[slice(*lines[index])]) is None]
    title = sum(stop - start for start, stop in (lines[index] for index in plain))
    if (
        plain
        and plain[0] == between[0]
        and ((plain == between and title >= 25) or _has_rows(text, lines[plain[0] + 1 :]))
    ):
        return plain[0]
    return len(lines)


_PART_LINE = re.compile(r"\W*(?:bidang|seksi|sub\s?bag\w*|subdit|urusan)\s", re.I)


def _has_rows(text: str, lines: list[tuple[int, int]]) -> bool:
    """Lines `Siapa : …` stand below: the line above them is no part of an address."""
    return sum(re.match(r"\W*[A-Z][\w ]{2,20}\s*:\s", text[slice(*line)]) is not None for line in lines) > 1


def _joined(parts: list[str]) -> str:
    """The lines as one title; only the first may begin with a capital `Pada`."""
    if all(is_capitals(part) for part in parts):
        return title_case(" ".join(parts))
    return " ".join(title_case(part) for part in parts)


_GENERIC = re.compile(
    r"^(?:\W|laporan|run\s?down|susunan|acara|rangkaian|buku|individu|perorangan|kelompok|hasil|akhir|singkat|pelaksanaan|kegiatan|magang|studi|tiru|banding|benchmarking|kunjungan|"
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

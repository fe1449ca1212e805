"""What an agreement is about: the words below TENTANG, else those behind its kind."""

import re

from nlp.components.label_rows import label_rows
from nlp.components.number_forms import STRICT
from nlp.components.title_lines import INSTITUTION_LINE, in_title_case
from nlp.names import is_capitals, title_case
from nlp.pages import BlockKind
from nlp.source import Source
from nlp.zones import zones

_ABOUT = re.compile(r"\b(?:tentang|ttg|mengenai|perihal|concerning|regarding)\b\s*[:.]?", re.I)
_ABOUT_LINE = re.compile(r"^\W*(?:(?:tentang|ttg|mengenai|perihal|concerning|regarding|(?-i:ON))\b\W*){1,2}$", re.I)
_NUMBER_WORD = re.compile(r"^\W*(?:nomor|no|number)\b", re.I)
_CONTRACT_WORDS = re.compile(
    r"^\W*(?:(?:draft?|naskah|surat)\s+)*(?:nota\s+kesep\w+|kesepakatan\s+bersama|memorandum|letter\s+of|"
    r"perjanjian|add?endum|amandemen|"
    r"implementation|implementing)\b",
    re.I,
)
# The name of the paper, with what may stand around it: `FORMULIR PERPANJANGAN KEDUA PERJANJIAN KERJA SAMA`.
_PAPER = re.compile(
    r"^\W*(?:(?:draft?|rancangan|konsep|naskah|lembar|formulir|surat|piagam|dokumen|(?:add?endum|amandemen|perpanjangan|perubahan)"
    r"(?:\s+(?:ke\w+|pertama|[IVX]+|\d+|atas))*)\s+)*"
    r"(?:nota\s+kesep\w+|kesepa(?:katan|haman)(?:\s+(?:bersama|sinergi|teknis|kerja\s?sama))*|memorandum(?:\s+(?:of\s+\w+|saling\s+\w+|kesep\w+))?|"
    r"letter\s+of\s+intent|(?:pernyataan\s+)?kehendak|"
    r"(?:perjanjian|kontrak|perikatan|pengaturan|(?:implementation|implementing)\s+(?:arrangement|agreement))(?:\s+(?:kerja\s*-?\s?sama|kerja(?=\W*$)|pelaksanaan|kolaborasi|kemitraan|teknis|di\s*bawah\s+tangan|tertulis))*)"
    r"(?:\s+(?:swakelola|tipe\s+[IVX\d]+|antar\s?daerah))*(?:\s*\([A-Za-z]{2,14}(?:\s+[A-Za-z]{2,14}){0,2}\))?(?=\W|$)",
    re.I,
)
_NO_TITLE = re.compile(r"\W*(?:antara|dengan|dan|oleh|between|and|ini|yang|tersebut|adalah|merupakan)\b", re.I)
_OTHER_HEADING = re.compile(
    r"^\W*(?:[A-Z]|[IVX]+)\W*$|^\s*[#•❖➢]|^\W*(?:data|identitas|lembar|daftar|keterangan)\s+(?:perjanjian|naskah|(?:para\s+)?pihak)|^\W*kami\W*$",
    re.I,
)
_SUBJECT_ROW = re.compile(
    r"(?:pokok(?:\s+(?:naskah|perjanjian|kesepakatan|kerja\s?sama))?|judul(?:\s+\w+){0,2}|tentang|perihal|subjek|"
    r"nama\s+(?:naskah|perjanjian|kerja\s?sama))",
    re.I,
)
# `BERSEPAKAT untuk bekerja sama dalam PENGEMBANGAN KAWASAN GEOPARK`, a title in the running text.
_IN_SENTENCE = re.compile(
    r"\b(?i:(?:ber)?sepakat|bekerja\s?sama|kerja\s?sama|kesepahaman|kesepakatan)\b[^.;]{0,60}?"
    r"\b(?i:dalam|tentang|mengenai|bidang|untuk)\s+[“\"]?(?P<title>[A-Z]{3,}(?:[ ,/&]+[A-Z(][A-Z()-]+){2,30})(?![a-z])"
)
# `…, disebut Pihak Kedua, tentang pemagangan lulusan SMK, dengan ketentuan:`, behind the parties of a short paper.
_IN_OPENING = re.compile(
    r"\b(?:tentang|mengenai)\s+(?P<title>[a-z][^,;:.\d]{12,120}?),?\s+dengan\s+(?:ketentuan|syarat)(?:-\w+)?\b"
)
# The title block as one line, the opening right behind it: `… DAN PEMERINTAH KOTA Y MENGENAI KOTA KEMBAR Pemerintah Kota X, …`.
_RUN_TOGETHER = re.compile(
    r"\b(?:NOTA\s+(?:KESEP|SALING)|KESEPA|MEMORANDUM|PERJANJIAN|PERNYATAAN\s+KEHENDAK|PIAGAM|KONTRAK)[^a-z\n]{10,600}?\b(?:TENTANG|MENGENAI|PERIHAL)\s+"
    r"(?P<title>[A-Z][A-Z()-]*(?:[ ,/&]+[A-Z(][A-Z()-]+){1,25})(?![A-Za-z])"
)
_SPACED = re.compile(r"(?<!\w)(?:\w[ ]){3,}\w(?!\w)")
_FURNITURE = re.compile(
    r"^\W*(?:paraf\b|halaman\b|hal\.\s*\d|page\b|\[|logo\b|lambang\b|pada\s+hari|materai|jalan\b|jl\.|telp)|"
    r"^\W*$|^\W*\d+\W*$",
    re.I,
)


def contract_title(source: Source) -> str | None:
    text = source.text
    parts = zones(source)
    end = source.flat.span(parts.title_end - 1, parts.title_end)[1] if parts.title_end else len(text)
    lines = [(start, stop) for start, stop in source.lines]
    starts = [
        index
        for index, (start, stop) in enumerate(lines)
        if stop <= end and _ABOUT_LINE.match(_SPACED.sub(lambda word: word.group().replace(" ", ""), text[start:stop]))
    ]
    if not starts:  # the title block may be a text box that stands elsewhere
        starts = [
            index
            for index, (start, stop) in enumerate(lines)
            if _ABOUT_LINE.match(text[start:stop])
            and any(_CONTRACT_WORDS.match(text[slice(*lines[before])]) for before in range(max(0, index - 12), index))
        ]
    for index in reversed(starts):
        title = lines_of_title(text, lines[index + 1 :], end if lines[index][1] <= end else len(text))
        if title:
            return title
    if (title := _title_of_row(source)) is not None:
        return title
    # `PERJANJIAN … ANTARA X DAN Y TENTANG Z` on running lines.
    for index, (start, stop) in enumerate(lines):
        if start > max(end, 400):
            break
        found = _ABOUT.search(text, start, stop)
        if found is None:
            continue
        ends_line = not text[found.end() : stop].strip() and is_capitals(text[start : found.start()])
        if found.start() > start and not (
            ends_line or is_capitals(text[start:stop]) or _CONTRACT_WORDS.match(text[start:stop])
        ):
            continue
        title = lines_of_title(text, [(found.end(), stop), *lines[index + 1 :]], end)
        if title:
            return title
    return _title_of_heading(source, lines, end) or _title_in_sentence(source)


def _title_of_row(source: Source) -> str | None:
    """The row `Pokok` or `Judul` of an identity sheet."""
    rows = (row for row in label_rows(source, typed=False, until=2500) if _SUBJECT_ROW.fullmatch(row.label))
    return next((title_case(row.value) for row in rows if len(row.value) > 12), None)


def _title_in_sentence(source: Source) -> str | None:
    flat = source.flat.text
    found = (
        _IN_SENTENCE.search(flat, 0, 2500) or _IN_OPENING.search(flat, 0, 2500) or _RUN_TOGETHER.search(flat, 0, 1500)
    )
    if found is None:
        return None
    title = title_case(found.group("title").strip(" ,-("))
    return title[:1].upper() + title[1:]


_ENGLISH_ABOUT = re.compile(r"^\W*(?:on|concerning|regarding)\s+(?:the\s+)?[A-Z]", re.I)


def lines_of_title(text: str, lines: list[tuple[int, int]], end: int) -> str | None:
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
            or (parts and (_OTHER_HEADING.match(line) or re.search(STRICT, line)))
        ):
            break
        if re.match(r"(?:antara|between)\b", line, re.I) or len(line) > 300:
            break
        if re.match(
            r"(?i:yang\s+bertanda|kami\b|dengan\s+rahmat|menimbang|mengingat)|.*\b(?i:dibuat|bertanda\s?tangan)\b", line
        ):
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
    return in_title_case(title) if len(title) > 3 else None


def _title_of_heading(source: Source, lines: list[tuple[int, int]], end: int) -> str | None:
    """A cover without TENTANG: what stands behind the paper's name or below it, up to the first institution."""
    text = source.text
    for index, (start, stop) in enumerate(lines):
        if start >= max(end, 1200):
            return None
        found = _PAPER.match(text[start:stop])
        if found is None:
            continue
        rest = text[start + found.end() : stop]
        if rest.strip(" \t:-–/|") and not (_headlike(text[start:stop]) and _may_be_title(rest)):
            continue
        below = [(start + found.end(), stop)] if rest.strip(" \t:-–/|") else []
        following = lines[index + 1 : index + 12]
        if not below:
            following = following[_parties_above(text, following) :]
            joints = (_JOINT_LINE.match(text[slice(*line)]) for line in following[:4])
            if next((joint["with"] for joint in joints if joint is not None), None):
                continue  # what stands below is who contracts
        for first, last in following[:5]:
            line = text[first:last]
            goes_on = _AND_MORE.match(line) if below and last - first > _WORD_ALONE else None
            if first >= max(end, stop) or not _may_be_title(line[goes_on.end() :] if goes_on is not None else line):
                break
            below.append((first, last))
        title = lines_of_title(text, below, min(_next_cell(source, start), len(text)))
        if title is not None:
            return title
    return None


# The subject's second line: `DAN PEMBERDAYAAN NELAYAN`, not a second party.
_AND_MORE = re.compile(r"\W*(?:dan|serta)\s+(?=\w)", re.I)
_WORD_ALONE = 8  # characters: `DAN` between two parties
_JOINT_LINE = re.compile(r"\W*(?:(?P<with>dengan)|antara)\W*$", re.I)


# How a subject begins: a noun of action, no party.
_SUBJECT = re.compile(
    r"\W*(?!pe(?:merintah|ngadilan|rusahaan|rwakilan|rkumpulan|rhimpunan)|badan)(?:pe\w{3,}an|\w+[ais]si|magang|program|kerja\s?sama|kemitraan|"
    r"ketahanan|sinerg\w+|dukungan|layanan|tata\s+kelola|pem\w+an|satu\s+data|jasa)\b",
    re.I,
)


_AND = {"&", "+", "/", "x", "X"}


def _parties_above(text: str, lines: list[tuple[int, int]]) -> int:
    """How many lines of parties and numbers stand between the paper's name and its subject; 0 where no subject follows."""
    for index, (start, stop) in enumerate(lines):
        line = text[start:stop]
        if line.strip() in _AND:
            continue
        if _FURNITURE.match(line):
            break
        if _SUBJECT.match(line) and len(line.split()) > 1 and _may_be_title(line):
            return index
    return _below_parties(text, lines)


def _below_parties(text: str, lines: list[tuple[int, int]]) -> int:
    """How many lines name two parties and their numbers, where a heading in small letters follows them; else 0."""
    parties = 0
    for index, (start, stop) in enumerate(lines):
        line = text[start:stop]
        if INSTITUTION_LINE.match(line):
            parties += 1
        elif _NO_TITLE.match(line) or _NUMBER_WORD.match(line) or is_capitals(line) or line.strip() in _AND:
            continue
        else:
            return index if parties >= 2 and _headlike(line) and len(line.split()) >= 3 else 0
    return 0


def _headlike(line: str) -> bool:
    return is_capitals(line) or (len(line) < 120 and not line.endswith((".", ",", ";", ":")))


def _may_be_title(line: str) -> bool:
    return not (
        _NO_TITLE.match(line) or INSTITUTION_LINE.match(line) or _NUMBER_WORD.match(line) or _FURNITURE.match(line)
    )


def _next_cell(source: Source, start: int) -> int:
    """Where the next table begins; the end of the text for a title that stands in a table itself."""
    for block in source.blocks:
        if block.end <= start:
            continue
        if block.block.kind is BlockKind.CELL:
            return block.start if block.start > start else len(source.text)
    return len(source.text)

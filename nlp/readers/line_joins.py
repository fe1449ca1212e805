"""Whether a line goes on with the paragraph above it: by the room that line had, by what both begin and end with."""

import re
from collections.abc import Sequence

from nlp.readers.lines import Flow, Line
from nlp.readers.marks import list_mark

_SENTENCE_END = (".", ";", ":", "?", "!")
_BEFORE_ITEM = (*_SENTENCE_END, ",")
_JOINING = frozenset({"dan", "atau", "dan/atau", "serta", "and", "or"})
_BULLETS = "•-–▪●○◦‣✓"
_SECTIONS = ("BAB", "PASAL", "Pasal", "Bab", "ARTICLE", "Article")
PLAIN_HEADING = re.compile(r"(?:BAB|PASAL|Pasal|Bab|ARTICLE|Article)\s+(?:[IVXLC]+|\d+)\.?$")
_OWN_LINE = re.compile(r"(?:NIP|NRP|NIDN|NIK)\b")
# A line that ends in one of these, and words that begin the second line of a name: they go on whatever room there was.
_OPEN = frozenset(
    {"dan", "serta", "atau", "di", "ke", "dari", "pada", "untuk", "oleh", "dengan", "bagi", "yang", "dalam", "kepada", "tentang", "antara",
     "terhadap", "sebagai", "and", "or", "of", "for", "the", "to", "in", "&"}
)  # fmt: skip
_TO = ("-", "–", "—", "s.d.", "s/d")
_LABEL = re.compile(
    r"Nomor|Tanggal|Lampiran|Perihal|Hal|Sifat|Nama|N[IR]P|Jabatan|Tempat|Waktu|Pukul|Hari|Kepada|Tentang|Dari", re.I
)
_VERB = re.compile(r"Me[a-z]{5,}$")
_TASK = re.compile(r"(?:Me[a-z]{5,}|Pe[mnlr][a-z]{4,}an)$")
_MONTH = re.compile(
    r"(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember|(?:TW|Triwulan|Semester)\s+[IV\d]+)\s+20\d\d"
)
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,4}\.){1,3},?$")
_AGENCY = re.compile(r"(?:Dinas|Badan|Biro|Inspektorat|UPTD?|RSUD|Satuan|Bappeda|Bapenda|Setda)$")
_OFFICE = re.compile(
    r"\b(?:Dinas|Badan|Biro|Bagian|Bidang|Seksi|Kantor|Sekretariat|Balai|UPTD?|Rumah Sakit|RSUD|Pemerintah|Kementerian|Lembaga|Universitas|"
    r"Kabupaten|Provinsi|Kota|Kecamatan|Kelurahan|Unit|Pusat)\b"
)


def goes_on(so_far: Sequence[Line], mark_of: str | None, line: Line, flow: Flow) -> bool:
    """Whether `line` goes on with the paragraph of the lines above it, which begins with the list mark `mark_of`, if with any."""
    before = so_far[-1]
    if _stands_apart(so_far, line):
        return False
    room = _room_behind(before, line, flow)
    if _was_ended(before, line, flow, room):
        return False
    if _is_below_first_column(before, line) or _is_row(so_far[0], before, line):
        return False
    if _is_item(so_far, mark_of, line, flow) or _is_indented(so_far, mark_of, line, flow, room):
        return False
    if is_section(line) or (len(so_far) == 1 and is_section(before)):
        return False
    if before.bold != line.bold and len(so_far) <= 3:
        return False
    # Centred lines: both margins differ from the column's on both lines.
    centred = (
        is_centred(before, flow) and is_centred(line, flow) and before.left - flow.left > 2 * _height(before, line)
    )
    return not (centred and _may_part(before, line, flow))


def _height(before: Line, line: Line) -> float:
    return max(before.height, line.height)


def _stands_apart(so_far: Sequence[Line], line: Line) -> bool:
    """The line is smaller or larger, or farther below than the paragraph's lines are from one another."""
    before = so_far[-1]
    height = _height(before, line)
    if min(before.height, line.height) < 0.8 * height or line.top - before.bottom > 0.75 * height:
        return True
    if len(so_far) < 2:
        return False
    usual = so_far[1].top - so_far[0].top
    return line.top - before.top > 1.25 * usual + 1


def _room_behind(before: Line, line: Line, flow: Flow) -> float:
    """The width that was free behind the line above; where both are centred, on its two sides together."""
    same_axis = abs((before.left + before.right) - (line.left + line.right)) < 5
    if same_axis and abs(before.left - line.left) > 5:
        return (flow.right - flow.left) - (before.right - before.left)
    return flow.right - before.right


def _was_ended(before: Line, line: Line, flow: Flow, room: float) -> bool:
    """A line that had room for the next word was ended on purpose, unless word or sentence goes on all the same."""
    first, last = line.words[0], before.words[-1]
    ended = room > first.right - first.left + 0.45 * _height(before, line)
    if flow.box is not None:
        ended = ended or _begins_anew(before, line, flow)
    elif flow.cell:
        ended = ended or _begins_item(before, line)
    return ended and not last.hyphen and _may_part(before, line, flow)


def _may_part(before: Line, line: Line, flow: Flow) -> bool:
    """Whether a paragraph may end between the two: a sentence does, or nothing in their words holds them together."""
    return before.words[-1].text.endswith(_SENTENCE_END) or not _continues(before, line, flow)


def _is_below_first_column(before: Line, line: Line) -> bool:
    return len(before.segments) > 1 and line.left < before.segments[-1].left - _height(before, line)


def _is_row(top: Line, before: Line, line: Line) -> bool:
    """`NIP …`, `Nomor : …`, or what stands below brackets that are closed."""
    if _OWN_LINE.match(line.words[0].text) or _labelled(line):
        return True
    return before.words[-1].text[-1] == ")" and top.words[0].text[0] == "("


def _is_item(so_far: Sequence[Line], mark_of: str | None, line: Line, flow: Flow) -> bool:
    """Whether the line begins with a list mark, and not with a figure or letter that the sentence holds."""
    before, first = so_far[-1], line.words[0].text
    if not list_mark(first, line.words[1].text if len(line.words) > 1 else ""):
        return False
    if flow.box is not None or first in _BULLETS:
        return True
    last = before.words[-1].text
    if last.endswith(_BEFORE_ITEM) or last.casefold() in _JOINING:
        return True
    if mark_of:
        return abs(line.left - so_far[0].left) < 4
    return mark_of is None and (is_centred(before, flow) or (before.bold and line.bold))


def _is_indented(so_far: Sequence[Line], mark_of: str | None, line: Line, flow: Flow, room: float) -> bool:
    """Whether the line begins farther right than the one above, as a paragraph's first does."""
    before = so_far[-1]
    height = _height(before, line)
    if line.left - before.left <= 0.9 * height:
        return False
    return (len(so_far) > 1 or (mark_of is None and room > 2 * height)) and _may_part(before, line, flow)


def _continues(before: Line, line: Line, flow: Flow) -> bool:
    """Whether a line goes on with the one before although that one had room: it begins as no paragraph does, or that one is open."""
    first, second = line.words[0].text, line.words[1].text if len(line.words) > 1 else ""
    last = before.words[-1].text
    if flow.box is None and is_centred(before, flow) and is_centred(line, flow):
        return False  # a title set line by line
    if (last.casefold() in _OPEN or last in _TO) and len(before.words) > 1:
        return list_mark(first, second) is None
    if last.endswith(",") and _DEGREE.match(first):
        return True
    axis = abs(before.left + before.right - line.left - line.right) < 5
    return (
        first[0].islower()
        and first.rstrip(",").isalpha()
        and list_mark(first, second) is None
        and (axis or abs(line.left - before.left) < 1.2 * line.height)
    )


def _labelled(line: Line) -> bool:
    """`Nomor : 800/12`, below another line of the kind."""
    words = [word.text for word in line.words[:3]]
    colon = next((place for place, word in enumerate(words) if word.startswith(":") or word.endswith(":")), None)
    return colon is not None and _LABEL.fullmatch(" ".join(words[: colon + 1]).split(":")[0].strip()) is not None


def _begins_item(before: Line, line: Line) -> bool:
    """Whether a line of a cell is an item of its own although the one above is full: it begins with a verb, or as that one is a month."""
    last = before.words[-1].text
    if _VERB.match(line.words[0].text) and (last[0].islower() or last[-1] == "."):
        return last.casefold() not in _OPEN and last[-1] not in ",-/("
    return _MONTH.fullmatch(" ".join(word.text for word in line.words)) is not None and bool(
        _MONTH.fullmatch(" ".join(word.text for word in before.words))
    )


def _begins_anew(before: Line, line: Line, flow: Flow) -> bool:
    """Whether a line of a slide's text box is one of its own: it begins with a capital, and no name or sentence goes on.

    In a box whose width nobody knows every such line may be one; in others only one behind a full stop or a degree.
    """
    first, last = line.words[0].text, before.words[-1].text
    if _AGENCY.match(first) and last[-1] not in ",-/&(":
        return True
    if not flow.loose and last[-1] not in _SENTENCE_END:
        return bool(_TASK.match(first)) and last[0].islower() and last.casefold() not in _OPEN
    if not first[0].isupper() or last[-1] in ",-/" or (first.isupper() and len(first) > 1) or _OFFICE.match(first):
        return False
    if last[0].isupper() and last[-1] not in _SENTENCE_END:
        # `Indah Sulistiawati`, and below it what she is; longer lines may break within a name.
        short = len(before.words) <= 4 and len(line.words) <= 5
        return short and not last.isupper() and _OFFICE.search(" ".join(word.text for word in before.words)) is None
    return True


def is_section(line: Line) -> bool:
    """`Pasal 3`, and nothing else."""
    words = line.words
    return words[0].text.startswith(_SECTIONS) and bool(PLAIN_HEADING.match(" ".join([word.text for word in words])))


def is_centred(line: Line, flow: Flow) -> bool:
    return abs((line.left - flow.left) - (flow.right - line.right)) < 6 and line.left - flow.left > 12

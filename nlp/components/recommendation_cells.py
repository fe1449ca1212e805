"""The cells of a table: the actions that one holds, and what of the cell beside belongs to each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_enumerations import enumeration
from nlp.components.recommendation_marks import Unit, flat, lines, split_marked
from nlp.components.recommendation_words import is_action
from nlp.source import Source

_I = re.IGNORECASE
EMPTY = re.compile(
    r"^[\W_]*$|^\W*(?:(?:tetap|sama(?:\s+saja)?|cukup)\s*,?\s*)?tidak\s+(?:perlu\s+)?di\w+\W*$|^\W*(?:tetap|sama(?:\s+saja)?|sudah\s+(?:sama|baik|cukup))\W*$|^(?:tidak\s+ada|nihil|n/?a|s\.?d\.?a\.?|idem|belum\s+(?:ada|di\w+|final))\W*$|^lihat\s+(?:butir|nomor|no|angka|tabel|lampiran)\b",
    _I,
)
_WRAPPED = {"pdf", "image"}  # formats in which a cell's line ends where its column does
_UNFINISHED = re.compile(
    r"(?:,|-|/|\b(?:dan|serta|atau|yang|untuk|dengan|pada|di|ke|dari|bagi|oleh|agar|dalam|sebagai|secara))$", _I
)
# `Inspektorat menugaskan satu pendamping …`, `Setiap OPD menyerahkan register …`
_WHO_DOES = re.compile(
    r"(?:Setiap|Semua|Seluruh|Para|[A-Z][A-Za-z-]{2,})(?:\s+[A-Z][\w.-]*|\s+dan(?=\s[A-Z])){0,5}\s+(?:segera\s+|wajib\s+|agar\s+)?me[a-z]{5,}\b"
)
# `Bekerja sama dengan …`, `Dinas PUTR agar menyiapkan …`
_TO_ACT = re.compile(
    r"Be(?:kerja\s+sama|rkoordinasi|rmitra|rsurat)\b|Memberi(?:kan)?\s|[A-Z][\w. ]{2,60}\s(?:agar|supaya|perlu|hendaknya|diminta)\s"
)
_SENTENCE = re.compile(r"(?<=[a-z0-9)]{3}[.!])\s+(?=[A-Z])")
_AMISS = re.compile(
    r"\b(?:belum|tidak|kurang|masih|habis|rusak|lambat|terlambat|terkendala|terbatas|kosong|hilang|macet|terhenti|sulit|minim|kendala)\b",
    _I,
)
# `Bappeda: menetapkan …` on one line, `DPMD: melatih …` on the next
_OWNED = re.compile(r"[A-Z][^:\n]{1,60}:\s+(?P<what>\S.*)")
# `Papan harga sayur dipasang di pasar`
_IS_DONE = re.compile(r"[A-Z][^.;:,]{3,70}?\s(?!dinas\b|direktur\b|dialog\b|digital)di[a-z]{4,}\b")
_LABEL = re.compile(r"^[A-Z][\w/ ]{1,24}:\s")
# `Yang pertama …; yang kedua …`, `1) … 2) …`
_ORDINAL = re.compile(
    r"(?:yang\s+|ke-?)?(?:pertama|kedua|ketiga|keempat|kelima)\b\s*[:,=]?\s*|(?:(?<=^)|(?<=[;,]\s))\(?[1-5a-e][.)]\s+",
    _I,
)
_TIMES_BETWEEN = re.compile(r"\s*(?:;|,|/|\bdan\b|\bserta\b|\blalu\b)\s*", _I)


@dataclass(frozen=True, slots=True)
class Action:
    """An action in a cell: `start` to `end` in the whole text, the owner's and the time's words as their cells hold them."""

    start: int
    end: int
    text: str
    owner: str | None
    time: str | None
    page: int
    sure: bool
    row_heading: str | None = None
    pieces: tuple[tuple[int, int], ...] = ()  # its places, where a page's end cut it


def share(beside: Sequence[str], place: int, count: int) -> str | None:
    """What of a neighbouring cell belongs to the action at `place`: its own line or part where there are as many as actions, else all."""
    if not beside:
        return None
    if len(beside) == count:
        return beside[place]
    whole = flat("\n".join(dict.fromkeys(beside)))
    several = _respectively(whole) if count > 1 else []
    return several[place] if len(several) == count else whole


def _respectively(text: str) -> list[str]:
    """`Yang pertama X; yang kedua Y`, `TW I 2026 dan TW II 2026`: what is said of each in turn; empty where all is said of all."""
    ordinals = list(_ORDINAL.finditer(text))
    if len(ordinals) > 1 and ordinals[0].start() == 0:
        ends = [match.start() for match in ordinals[1:]] + [len(text)]
        return [text[match.end() : end].strip(" ;,.") for match, end in zip(ordinals, ends, strict=True)]
    parts = _TIMES_BETWEEN.split(text)
    stated = [find_deadline(part, column=True) for part in parts]
    return parts if all(time is not None and time.last is not None for time in stated) else []


def parts_of(source: Source, cell: Unit) -> Iterator[tuple[tuple[int, int], ...]]:
    """The places of each action of one cell: one place, or two where the page's end cuts the action."""
    text = cell.written(source)
    for first, last in _parts(text, source.form):
        yield cell.places(first, last)


def _parts(text: str, form: str) -> Iterator[tuple[int, int]]:
    """A cell's marked lines, its lines where each is an action, its parts between semicolons, or the whole."""
    marked = split_marked(text)
    marks = sum(1 for _, _, kind in marked if kind)
    counted = enumeration(text) if marks < 2 else None  # `a. … b. …` on one line begins with a mark, too
    if marks > 1 or (counted is None and marked and marked[0][2]):
        for first, last, kind in marked:
            if kind or not flat(text[first:last]).endswith(":"):
                yield first, last
        return
    if counted is not None and len(counted.lead.split()) < 8:
        yield from counted.items
        return
    several = list(lines(text))
    if len(several) > 1 and _is_line_each([text[first:last].strip() for first, last in several], form):
        yield from several
        return
    if told := _sentences_that_act(text):
        yield from told
        return
    parts = [(match.start(), match.end()) for match in re.finditer(r"[^;]+;?", text) if match.group().strip()]
    if len(parts) > 1 and all(
        is_action(part := text[first:last].strip()) and part.count(" ") > 1 for first, last in parts
    ):
        yield from parts
        return
    yield 0, len(text)


def said_at(source: Source, places: Sequence[tuple[int, int]]) -> str:
    """What stands at the places, on one line."""
    return " ".join(flat(source.text[start:end]) for start, end in places)


def _sentences_that_act(text: str) -> list[tuple[int, int]]:
    """A cell's sentences if each is an action, or those (and their parts between semicolons) behind one that says what is amiss."""
    ends = [match.start() for match in _SENTENCE.finditer(text)]
    if not ends:
        return []
    starts = [0, *(match.end() for match in _SENTENCE.finditer(text))]
    spans = list(zip(starts, [*ends, len(text.rstrip())], strict=True))
    acts = [_acts(flat(text[first:last])) for first, last in spans]
    if all(acts):
        return spans
    amiss = [not act and bool(_AMISS.search(text[first:last])) for act, (first, last) in zip(acts, spans, strict=True)]
    count = acts.index(True) if True in acts else 0
    if not count or not all(amiss[:count]) or not all(acts[count:]):
        return []
    found: list[tuple[int, int]] = []
    for first, last in spans[count:]:
        parts = [
            (first + part.start(), first + part.end())
            for part in re.finditer(r"[^;\s][^;]*;?", text[first:last])
            if part.group().strip()
        ]
        found += parts if all(is_action(flat(text[a:b])) for a, b in parts) else [(first, last)]
    return found


def _acts(sentence: str) -> bool:
    return is_action(sentence) or bool(_WHO_DOES.match(sentence) or _TO_ACT.match(sentence))


def _is_line_each(several: Sequence[str], file_format: str) -> bool:
    """Whether each line of a cell is an action of its own. Where a cell's lines are paragraphs most must begin as one, else all."""
    owned = [_OWNED.match(line) for line in several]
    if all(owner is not None and is_action(owner["what"]) for owner in owned):
        return True
    if any(not line[:1].isupper() or len(line.split()) < 3 for line in several):
        return False
    actions = sum(1 for line in several if is_action(line) or _WHO_DOES.match(line))
    if file_format in _WRAPPED:
        return actions == len(several)
    actions += sum(1 for line in several if not is_action(line) and _IS_DONE.match(line))
    whole = not any(_UNFINISHED.search(line) for line in several[:-1]) and not any(
        _LABEL.match(line) for line in several
    )
    return whole and 2 * actions >= len(several)

"""An agreement's term: the sentence that states it, its length, its first and its last day."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from nlp.components.dated import dated
from nlp.extraction import DatedFact, DateType, Term
from nlp.facts import DateMention, Facts
from nlp.indonesian import number_from_words
from nlp.pages import BlockKind
from nlp.source import Source
from nlp.zones import Zones

_UNITS = {
    "tahun": "Y",
    "bulan": "M",
    "minggu": "W",
    "pekan": "W",
    "hari": "D",
    "year": "Y",
    "years": "Y",
    "month": "M",
    "months": "M",
}
_LENGTH = re.compile(
    r"(?P<figure>\d{1,3})?\s*(?:[(（]\s*(?P<words>[a-z][a-z \-]{2,40}?)\s*[)）])?(?P<bare>\b(?:se(?=tahun|bulan)|"
    r"(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|"
    r"sembilan|sepuluh|sebelas|[a-z]+ belas|[a-z]+ puluh(?: [a-z]+)?|"
    r"one|two|three|four|five|six|ten)\b)(?:\s*\(\d{1,3}\))?)?\s*(?P<unit>tahun|bulan|minggu|pekan|hari|years?|"
    r"months?)\b"
    r"(?P<after>\s+(?:anggaran|takwim|kalender|kerja|akademik|ajaran|pelajaran))?",
    re.I,
)
_HEADS_ROW = re.compile(r"\b(?:jangka\s+waktu|masa\s+(?:berlaku|perjanjian|kerja\s*sama))\b[\w\s]{0,25}$", re.I)
_TERM_SENTENCE = re.compile(
    r"\b(?:ini|kerja\s*sama|perjanjian|kesepakatan|kesepahaman|nota|memorandum|pks|mou|naskah|pernyataan\s+minat|"
    r"addendum)\b[^.;]{0,120}?\b(?:(?:mulai |tetap )?berlaku|dilaksanakan|berjangka\s+waktu|mengikat|efektif|berjalan|"
    r"berlangsung|dimulai|berakhir|selesai)\b|"
    r"\bjangka\s+waktu\b[^.;]{0,120}?\b(?:adalah|selama|ditetapkan|berlaku|ini)\b|"
    r"\bmasa\s+berlaku\b[^.;]{0,120}?\b(?:adalah|selama|ditetapkan)\b|"
    r"\bberlaku\s+(?:selama|untuk|sejak|terhitung|efektif|mulai|sampai|hingga|\d|satu|dua|tiga|empat|lima|enam|sepuluh)\b|\b(?:remains?\s+in|"
    r"be\s+valid|in\s+force|valid)\b|"
    # A heading or a table's first column with the term itself behind it.
    r"\b(?:jangka\s+waktu|masa\s+(?:berlaku|perjanjian|kerja\s*sama))\b(?:\s+(?!dan\b)[A-Za-z]+){0,3}?\s*:?\s*"
    r"(?=\d|(?:satu|dua|tiga|empat|lima|enam|sepuluh)\b|(?:sejak|mulai|terhitung)\b)|"
    r"\b(?:comes?|enters?)\s+into\s+(?:force|effect)\b|"
    r"(?<!dapat )(?<!bisa )\b(?:memperpanjang|diperpanjang)\b[^.;]{0,120}?\b(?:selama|untuk|sampai|hingga|menjadi)\b",
    re.I,
)
# The term of another paper: of the parent that is cited, of what is being changed.
_CITED_TERM = re.compile(
    r"\b(?:nomor|tanggal)\b[^.;]{0,200}?\byang\s+(?:\w+\s+)?berlaku\b|\btelah\s+(?:menandatangani|mengikat|ditandatangani)\b|"
    r"\bakan\s+berakhir\b",
    re.I,
)
_CHANGED_TO = re.compile(r"\b(?:menjadi|berbunyi|diubah|memperpanjang|diperpanjang)\b", re.I)
_NEW_WORDING = re.compile(r"(?<=\bsemula)\b.{0,300}?\b(?:menjadi|diubah|sehingga\s+berbunyi)\b", re.I | re.S)
_NOT_TERM = re.compile(
    r"\b(?:paling\s+lambat|paling\s+lama|selambat-lambatnya|sekurang-kurangnya|sebelum\s+(?:jangka|masa|"
    r"berakhir|perjanjian|kesepakatan|nota|akhir)|setelah\s+(?:perjanjian|berakhir|kesepakatan|nota|pks|jangka|"
    r"masa|penandatanganan)|"
    r"memberitahukan|pemberitahuan|rahasia|kerahasiaan|evaluasi|monitoring|ditinjau|setiap|kegiatan\s+magang|"
    r"magang\s+(?:dilaksanakan|berlangsung)|at\s+least|semula|dihitung\s+sebagai|denda|angkatan)\b",
    re.I,
)
_OPEN_END = re.compile(
    r"\b(?:sampai|hingga)\b(?:\s+dengan)?\s+(?:selesai\w*|ber?akhirnya|terpenuhi\w*|ada(?:nya)?\s+(?:perubahan|"
    r"pencabutan)|dicabut\w*|terlaksana\w*|tuntas)|tidak\s+terbatas|"
    r"diperpanjang\s+(?:dengan\s+sendirinya|secara\s+otomatis)",
    re.I,
)
_FROM_SIGNING = re.compile(
    r"\b(?:sejak|mulai|terhitung|pada|dihitung|terbilang|dari|semenjak|per|begitu)\b[^.;]{0,60}?\b(?:di\s?tanda\s?tangani\w*|penandatanganan(?:nya)?)\b|"
    r"\bon\s+the\s+date\s+of\s+(?:its\s+)?signing|"
    r"\btanggal\s+(?:di\s?tanda\s?tangani\w*|penandatanganan)|\bsetelah\s+ditandatangani\b|\bsejak\s+(?:tanggal|"
    r"hari)\s+(?:dan\s+tanggal\s+)?(?:tersebut\s+di\s+atas|perjanjian\s+ini)",
    re.I,
)
# Said apart from the term's length, often in the closing article.
_IN_FORCE_FROM_SIGNING = re.compile(
    r"\b(?:mulai\s+)?berlaku\b[^.;]{0,30}?\b(?:sejak|setelah|pada\s+(?:saat|tanggal)|"
    r"terhitung)\b[^.;]{0,40}?\b(?:di\s?tanda\s?tangani|penandatanganan)|"
    r"\b(?:enters?|comes?)\s+into\s+(?:force|effect)\b[^.;]{0,40}\bsign|\bfrom\s+the\s+date\s+of\s+(?:its\s+)?sign",
    re.I,
)
_FROM = re.compile(
    r"\b(?:sejak|mulai|terhitung|per|dari|mulai\s+berlaku)\b(?:\s+(?:mulai|sejak|tanggal|pada|hari))*\s*$", re.I
)
_UNTIL = re.compile(
    r"\b(?:sampai(?:\s+dengan)?|hingga|s\.?\s?d\.?|s/d|(?:berakhir|selesai|ditutup|tuntas)(?:\s+dengan\s+sendirinya)?(?:\s+pada)?|until)\s*(?:(?:tanggal|hari|"
    r"pada|akhir|bulan)\s*)*(?:tahun(?:\s+anggaran)?\s*)?$",
    re.I,
)
_SENTENCE_END = re.compile(
    r"(?<=[a-z)\d])(?<!s\.d)(?<!s\. d)[.;](?=\s|$)(?!\s*d\b)|[\s\"“](?=\(\d\)\s+[A-Z])|(?=\b(?:PASAL|Pasal|ARTICLE)\s+(?:\d+|[IVX]+)\b)"
)


@dataclass(slots=True)
class _TermFound:
    duration: str | None = None
    start: DateMention | None = None
    end: DateMention | None = None
    from_signing: bool = False
    budget_year: bool = False
    open_end: bool = False
    place: tuple[int, int] = (0, 0)
    score: float = 0.0
    warning: str | None = None


def term_of(source: Source, facts: Facts, parts: Zones, signed: DatedFact | None) -> Term:
    found = _find_term(source, facts, parts)
    if found is None:
        return Term()
    if found.warning:
        facts.warnings.append(found.warning)
    start: date | None = None
    if found.start is not None:
        start = found.start.first
        facts.dates.append(dated(source, DateType.START, found.start, start, found.start.derived, 0.95))
    elif signed is not None and (found.from_signing or _IN_FORCE_FROM_SIGNING.search(source.flat.text, parts.body)):
        start = signed.date
        facts.dates.append(DatedFact(DateType.START, start, signed.text, False, signed.evidence, 0.95))
    if found.open_end and found.end is None and found.duration is None:
        return Term(start, None, None)  # `sejak ditandatangani sampai dengan selesainya …`: only the first day is known
    end: date | None = None
    if found.end is not None:
        end = found.end.last
        facts.dates.append(dated(source, DateType.END, found.end, end, found.end.derived, 0.95))
    elif found.budget_year and start is not None:
        end = date(start.year, 12, 31)
        facts.dates.append(_derived_end(source, found, end))
    elif found.duration is not None and start is not None:
        end = after(start, found.duration)
        if end is not None:
            facts.dates.append(_derived_end(source, found, end))
    if start is not None and end is not None and end < start:
        facts.warnings.append(f"masa berlaku berakhir ({end:%d-%m-%Y}) sebelum dimulai ({start:%d-%m-%Y})")
    return Term(start, end, found.duration)


def _derived_end(source: Source, found: _TermFound, end: date) -> DatedFact:
    start, stop = source.flat.span(*found.place)
    where = source.evidence(start, stop)
    return DatedFact(DateType.END, end, " ".join(source.text[start:stop].split()), True, where, 0.93)


def after(start: date, duration: str) -> date | None:
    """The same calendar day `duration` later, a day that the month lacks falling to its last; None of an odd duration.

    Source: the extraction contract, "term".
    """
    found = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", duration)
    if found is None or not any(found.groups()):
        return None
    years, months, weeks, days = (int(group or 0) for group in found.groups())
    month = start.month - 1 + months
    year = start.year + years + month // 12
    month = month % 12 + 1
    if year > 9000:
        return None
    day = date(year, month, min(start.day, monthrange(year, month)[1]))
    return day + timedelta(weeks=weeks, days=days)


def _find_term(source: Source, facts: Facts, parts: Zones) -> _TermFound | None:
    flat = source.flat.text
    replaced = _replaced(source)
    best: _TermFound | None = None
    for start, end in _sentences(flat, parts.body, _cell_starts(source)):
        sentence = flat[start:end]
        cue = _TERM_SENTENCE.search(sentence)
        if cue is None or any(first <= (start + end) // 2 < last for first, last in replaced):
            continue
        before = flat[max(0, start - 120) : start]
        found = _read_term(source, facts, sentence, start)
        if found is None:
            continue
        headed = re.search(r"jangka\s+waktu|masa\s+berlaku|duration|waktu\s+pelaksanaan", before + sentence[:60], re.I)
        found.score += 2.0 if headed else 0.0
        found.score += 1.0 if re.search(r"\bini\b.{0,40}\bberlaku\b|\bberlaku\b", sentence, re.I) else 0.0
        found.score += 1.0 if _CHANGED_TO.search(before + sentence[: cue.end()]) else 0.0
        if re.search(r"\b(?:semula|mula-mula)\b", before[-60:], re.I):
            found.score -= 4.0
        if _CITED_TERM.search(sentence):
            continue
        if best is None or found.score > best.score:
            best = found
    return best


def _cell_starts(source: Source) -> list[int]:
    """Where a table's cells begin in the flat text: a sentence does not run from one into the next."""
    starts = [block.start for block in source.blocks if block.block.kind is BlockKind.CELL and block.end > block.start]
    starts += [found.end() for found in re.finditer(r"\|", source.text)]
    return sorted(source.flat.place(start) for start in starts)


_OLD = re.compile(r"^\W*(?:semula|sebelum(?:nya)?|ketentuan\s+lama|lama)\b", re.I)


def _replaced(source: Source) -> list[tuple[int, int]]:
    """The cells of the `Semula` column in an addendum's table, as spans of the flat text: what they say holds no longer."""
    flat = source.flat
    spans = [
        (flat.place(block.start), flat.place(block.end))
        for block in source.blocks
        if block.block.kind is BlockKind.CELL and block.block.header and _OLD.match(block.block.header)
    ]
    column: int | None = None
    for start, stop in source.lines:
        cells = source.text[start:stop].split("|")
        if len(cells) < 2:
            continue
        old = next((index for index, cell in enumerate(cells) if _OLD.match(cell) and len(cell) < 30), None)
        if old is not None:
            column = old
        elif column is not None and len(cells) > column:
            begin = start + sum(len(cell) + 1 for cell in cells[:column])
            spans.append((flat.place(begin), flat.place(begin + len(cells[column]))))
    return spans


def _sentences(flat: str, start: int, cells: list[int]) -> list[tuple[int, int]]:
    ends = [(found.start(), found.end()) for found in _SENTENCE_END.finditer(flat, start)]
    # The first cell of a row may be the heading of the next: `Masa berlaku | 13 Juni 2023 sampai dengan …`.
    ends += [
        (cell, cell) for cell in cells if cell > start and not _HEADS_ROW.search(flat, max(start, cell - 40), cell)
    ]
    found: list[tuple[int, int]] = []
    position = start
    for stop, following in sorted(ends):
        if following - position > 15:
            found.append((position, stop))
            position = following
    found.append((position, len(flat)))
    return found


def _read_term(source: Source, facts: Facts, sentence: str, offset: int) -> _TermFound | None:
    found = _TermFound()
    cue = _TERM_SENTENCE.search(sentence)
    begin = cue.start() if cue else 0
    changed = [change.end() for change in _NEW_WORDING.finditer(sentence)]
    if changed:
        begin = changed[-1]  # what stands before `menjadi` holds no longer
    for mention in facts.date_mentions:
        place = source.flat.place(mention.start) - offset
        if not begin <= place < len(sentence):
            continue
        lead = sentence[max(0, place - 60) : place]
        if mention.precision != "day":
            whole = mention.precision in ("month", "year") or re.match(r"akhir\s+tahun", mention.text, re.I)
            if whole and _UNTIL.search(lead) and not mention.is_range:
                found.end = found.end or replace(mention, derived=True)
            continue
        if mention.is_range:
            found.start = found.start or mention
            found.end = found.end or mention
        elif _UNTIL.search(lead):
            found.end = found.end or mention
        elif _FROM.search(lead):
            found.start = found.start or mention
    found.from_signing = _FROM_SIGNING.search(sentence) is not None
    found.open_end = _OPEN_END.search(sentence) is not None
    length = _length(sentence, begin)
    if length is not None:
        found.duration, span, found.warning, found.budget_year = length
        if found.budget_year:
            found.duration = None  # it ends with the year, whenever it began
        found.place = (offset + span[0], offset + span[1])
    if found.end is not None:
        found.budget_year = False
    if (
        found.duration is None
        and found.start is None
        and found.end is None
        and not found.open_end
        and not found.budget_year
    ):
        return None
    found.score = (
        2.0 * (found.duration is not None or found.budget_year)
        + 2.0 * (found.end is not None)
        + 1.0 * (found.start is not None)
        + 1.0 * found.from_signing
        + 0.5 * found.open_end
    )
    return found


_ENGLISH_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()


def _spelled(words: str) -> int | None:
    folded = re.sub(r"\s*\(.*", "", words.casefold()).strip()
    if folded == "se":
        return 1
    if folded in _ENGLISH_NUMBERS:
        return _ENGLISH_NUMBERS.index(folded) + 1
    return number_from_words(folded)


def _length(sentence: str, begin: int) -> tuple[str, tuple[int, int], str | None, bool] | None:
    """The stated length of the term: ISO duration, its place, a warning where word and figure differ, whether a budget year."""
    parts: list[tuple[int, str]] = []
    span: tuple[int, int] | None = None
    warning: str | None = None
    budget = False
    for match in _LENGTH.finditer(sentence, begin):
        stated = match.group("figure") or match.group("words") or match.group("bare")
        if stated is None:
            continue
        clause_start = max(
            sentence.rfind(",", 0, match.start()),
            sentence.rfind(" dan ", 0, match.start()),
            sentence.rfind(";", 0, match.start()),
            0,
        )
        clause_start = max(clause_start, match.start() - 110)
        lead = sentence[clause_start : match.start()] if not parts else ""
        tail = sentence[match.end() : match.end() + 45]
        if span is not None and match.start() - span[1] > 8:
            break
        if _NOT_TERM.search(lead) or re.match(
            r"\s*(?:\S+\s+){0,2}?(?:sebelum|setelah|sesudah|setiap|sekali|in\s+advance)\b|\s*,?\s*(?:sebelum|"
            r"setelah)\b|\s+sejak\s+(?:keadaan|kejadian|diterima)",
            tail,
            re.I,
        ):
            if parts:
                break
            continue
        words = match.group("words") or match.group("bare")
        spelled = _spelled(words) if words else None
        figure = int(match.group("figure")) if match.group("figure") else None
        value = spelled if spelled is not None else figure
        if value is None or value == 0 or value > 400:
            continue
        if spelled is not None and figure is not None and spelled != figure:
            warning = f"jangka waktu: angka {figure} dan kata “{words}” berbeda; yang dipakai kata"
        unit = match.group("unit").casefold()
        if (match.group("after") or "").strip().casefold() in ("anggaran", "takwim"):
            budget = True
        parts.append((value, _UNITS[unit]))
        span = (span[0] if span else match.start(), match.end())
        if re.match(r"\s*(?:dan\s+)?\d{1,2}\s*(?:\(|bulan|hari)", sentence[match.end() :]) is None:
            break
    if not parts or span is None:
        return None
    while span[0] < span[1] and sentence[span[0]].isspace():
        span = (span[0] + 1, span[1])
    duration = "P" + "".join(f"{value}{unit}" for value, unit in parts)
    return duration, span, warning, budget and parts == [(1, "Y")]

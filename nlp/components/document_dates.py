"""Which of the dates found are the document's own: signed, start and end, published, event; and an agreement's term.

Dates of cited decrees, laws, deeds, letters and parent agreements are nobody's: a date counts by the formula around it.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.dates import find_dates
from nlp.components.kind import DATELINE
from nlp.extraction import DatedFact, DateType, Kind, Term
from nlp.facts import DateMention, Facts
from nlp.indonesian import number_from_words
from nlp.source import Source
from nlp.zones import Zones, zones


@Language.factory("document_dates")
def make_document_dates(nlp: Language, name: str) -> "DocumentDates":
    """The component that sets `facts.dates` and `facts.term`."""
    return DocumentDates()


class DocumentDates:
    def __call__(self, doc: Doc) -> Doc:
        source: Source = doc._.source
        facts: Facts = doc._.facts
        if facts.kind in (Kind.MOU, Kind.AGREEMENT):
            _contract(source, facts)
        elif facts.kind in (Kind.REPORT, Kind.NEWS, Kind.LETTER):
            _story(source, facts)
        return doc


# ---------------------------------------------------------------- agreements

_CITED = re.compile(
    r"\b(?:keputusan|surat|peraturan|undang-undang|akta|perjanjian\s+induk|nomor|no\.|sk|diangkat|berdasarkan|"
    r"kuasa|ditetapkan|dilantik|rapat|"
    r"tindak\s+lanjut|nota|kesepakatan|addendum|merujuk|referring|intent|pernyataan)\b[^.;]{0,140}$",
    re.I,
)
# In the opening the paper names itself (`Addendum ini dibuat pada …`); only what appoints or empowers is cited there.
_CITED_IN_OPENING = re.compile(
    r"\b(?:keputusan|surat\s+(?!perjanjian)|peraturan|undang-undang|akta|nomor|no\.|diangkat|berdasarkan|kuasa|"
    r"merujuk|dilantik)\b[^.;]{0,140}$",
    re.I,
)


def _contract(source: Source, facts: Facts) -> None:
    parts = zones(source)
    signed = _signed(source, facts, parts)
    if signed is not None:
        facts.dates.append(signed[0])
        facts.warnings.extend(signed[1].warnings)
    facts.term = _term(source, facts, parts, signed[0] if signed else None)


def _signed(source: Source, facts: Facts, parts: Zones) -> tuple[DatedFact, DateMention] | None:
    flat = source.flat
    days = [mention for mention in facts.date_mentions if mention.precision == "day" and not mention.is_range]

    def fact(mention: DateMention, confidence: float) -> tuple[DatedFact, DateMention]:
        where = source.evidence(mention.start, mention.end)
        return DatedFact(DateType.SIGNED, mention.first, mention.text, mention.derived, where, confidence), mention

    if parts.opening is not None:
        first_party = parts.segments[0].start if parts.segments else parts.opening + 700
        if parts.segments and first_party < parts.opening + 40:
            first_party = parts.segments[0].end
        for mention in days:
            place = flat.place(mention.start)
            if not parts.opening <= place <= max(first_party, parts.opening + 10):
                continue
            lead = flat.text[parts.opening : place]
            if mention.derived or lead.endswith("/"):
                continue  # the opening says its year; one borrowed from elsewhere means that it was not read
            if len(lead) > 450 or _CITED_IN_OPENING.search(lead):
                continue
            return fact(mention, 0.97)
        # A line end or a speck in the middle of the words hides the date from a reading line by line.
        whole = flat.text[parts.opening : max(first_party, parts.opening + 10)][:600]
        for mention in find_dates(whole):
            if mention.precision != "day" or mention.is_range or mention.derived:
                continue
            if _CITED_IN_OPENING.search(whole[: mention.start]) or whole[: mention.start].endswith("/"):
                continue
            start, end = flat.span(parts.opening + mention.start, parts.opening + mention.end)
            return fact(replace(mention, start=start, end=end), 0.9)
    ending = []
    for mention in days:
        place = flat.place(mention.start)
        if place < parts.body or place < parts.ending - 400:
            continue
        lead = flat.text[max(0, place - 160) : place]
        if re.search(
            r"\b(?:dibuat|ditandatangani|done|signed)\b[^;]{0,140}$", lead, re.I
        ) and not _CITED_IN_OPENING.search(lead[-90:]):
            return fact(mention, 0.92)
        line_start = source.text.rfind("\n", 0, mention.start) + 1
        lead_line = source.text[line_start : mention.start]
        line_end = source.text.find("\n", mention.end)
        rest = source.text[mention.end : line_end if line_end >= 0 else len(source.text)]
        if (
            re.fullmatch(r"\W*(?:[A-Z][\w.’' ]{2,30},\s*(?:tanggal\s*:?\s*)?|tanggal\s*:?\s*)", lead_line)
            and len(rest.strip()) < 4
        ):
            ending.append(mention)
    return fact(ending[0], 0.85) if ending else None


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
_TERM_HEADING = re.compile(
    r"\b(?:jangka\s+waktu|masa\s+berlaku|berlaku\b|mulai\s+berlaku|waktu\s+pelaksanaan|masa\s+kerja\s*sama|"
    r"duration|effect)\b",
    re.I,
)
_TERM_SENTENCE = re.compile(
    r"\b(?:ini|kerja\s*sama|perjanjian|kesepakatan|nota|memorandum|pks|mou|"
    r"addendum)\b[^.;]{0,120}?\b(?:(?:mulai |tetap )?berlaku|dilaksanakan|berjangka\s+waktu|mengikat)\b|"
    r"\bjangka\s+waktu\b[^.;]{0,120}?\b(?:adalah|selama|ditetapkan|berlaku|ini)\b|"
    r"\bmasa\s+berlaku\b[^.;]{0,120}?\b(?:adalah|selama|ditetapkan)\b|"
    r"\bberlaku\s+(?:selama|untuk|sejak|terhitung|efektif|mulai|sampai|hingga|\d)\b|\b(?:remains?\s+in|"
    r"be\s+valid|in\s+force|valid)\b",
    re.I,
)
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
    r"\b(?:sejak|mulai|terhitung|pada)\b[^.;]{0,60}?\b(?:di\s?tanda\s?tangani\w*|penandatanganan(?:nya)?)\b|"
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
_FROM = re.compile(r"\b(?:sejak|mulai|terhitung|per|dari)\b(?:\s+(?:mulai|sejak|tanggal|pada|hari))*\s*$", re.I)
_UNTIL = re.compile(
    r"\b(?:sampai(?:\s+dengan)?|hingga|s\.?\s?d\.?|s/d|berakhir\s+pada|berakhir|until)\s*(?:tanggal|hari|"
    r"pada)?(?:\s+tanggal)?\s*$",
    re.I,
)
_SENTENCE_END = re.compile(
    r"(?<=[a-z)\d])[.;](?=\s|$)(?!\s*d\b)|\s(?=\(\d\)\s+[A-Z])|(?=\b(?:PASAL|Pasal|ARTICLE)\s+(?:\d+|[IVX]+)\b)"
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


def _term(source: Source, facts: Facts, parts: Zones, signed: DatedFact | None) -> Term:
    found = _find_term(source, facts, parts)
    if found is None:
        return Term()
    if found.warning:
        facts.warnings.append(found.warning)
    start: date | None = None
    if found.start is not None:
        start = found.start.first
        facts.dates.append(_fact(source, DateType.START, found.start, start, found.start.derived, 0.95))
    elif signed is not None and (found.from_signing or _IN_FORCE_FROM_SIGNING.search(source.flat.text, parts.body)):
        start = signed.date
        facts.dates.append(DatedFact(DateType.START, start, signed.text, False, signed.evidence, 0.95))
    if found.open_end and found.end is None and found.duration is None:
        if found.start is None:
            facts.dates[:] = [fact for fact in facts.dates if fact.type is not DateType.START]
            return Term()
        return Term(start, None, None)
    end: date | None = None
    if found.end is not None:
        end = found.end.last
        facts.dates.append(_fact(source, DateType.END, found.end, end, found.end.derived, 0.95))
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


def _fact(
    source: Source, kind: DateType, mention: DateMention, day: date, derived: bool, confidence: float
) -> DatedFact:
    return DatedFact(kind, day, mention.text, derived, source.evidence(mention.start, mention.end), confidence)


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
    best: _TermFound | None = None
    for start, end in _sentences(flat, parts.body):
        sentence = flat[start:end]
        cue = _TERM_SENTENCE.search(sentence)
        if cue is None:
            continue
        before = flat[max(0, start - 120) : start]
        found = _read_term(source, facts, sentence, start)
        if found is None:
            continue
        found.score += (
            2.0
            if re.search(r"jangka\s+waktu|masa\s+berlaku|duration|waktu\s+pelaksanaan", before + sentence[:60], re.I)
            else 0.0
        )
        found.score += 1.0 if re.search(r"\bini\b.{0,40}\bberlaku\b|\bberlaku\b", sentence, re.I) else 0.0
        found.score += 1.0 if re.search(r"\bmenjadi\b", before + sentence[: cue.start()], re.I) else 0.0
        if re.search(r"\b(?:semula|mula-mula)\b", before[-60:], re.I) or _was_changed(source, start, flat):
            found.score -= 2.0
        if best is None or found.score > best.score:
            best = found
    return best


def _was_changed(source: Source, start: int, flat: str) -> bool:
    """The sentence stands in the `Semula` column of an addendum's table: the cell after it says it anew."""
    following = flat[start : start + 500]
    sentences = re.findall(r"\bberlaku\b[^.;]{0,60}\btanggal\s+\d", following)
    return bool(
        re.search(r"\bsemula\b", flat[:start], re.I)
        and re.search(r"\bmenjadi\b", flat[:start], re.I)
        and len(sentences) >= 2
    )


def _sentences(flat: str, start: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    position = start
    for end in _SENTENCE_END.finditer(flat, start):
        if end.end() - position > 15:
            found.append((position, end.start()))
            position = end.end()
    found.append((position, len(flat)))
    return found


def _read_term(source: Source, facts: Facts, sentence: str, offset: int) -> _TermFound | None:
    found = _TermFound()
    cue = _TERM_SENTENCE.search(sentence)
    begin = cue.start() if cue else 0
    for mention in facts.date_mentions:
        if mention.precision != "day":
            continue
        place = source.flat.place(mention.start) - offset
        if not begin <= place < len(sentence):
            continue
        lead = sentence[max(0, place - 60) : place]
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


# ---------------------------------------------------------------- reports, articles, letters

_PROGRAMME = re.compile(
    r"\b(?:magang|studi\s+(?:tiru|banding|lapangan)|benchmark\w*|kunjungan|mengunjungi|berkunjung|berlangsung|"
    r"dilaksanakan|diselenggarakan|digelar|waktu(?:\s+pelaksanaan)?|periode|lama\s+magang|tanggal|"
    r"selama|perjalanan|patok\s+banding|jadwalkan|dijadwalkan|berangkat|hari/tanggal|pelaksanaan|study\s+visit|"
    r"visitasi)\b",
    re.I,
)
_NOT_PROGRAMME = re.compile(
    r"\b(?:kunjungan\s+(?:balasan|balik|lanjutan)|direncanakan|rencana\s+tindak|paling\s+lambat|target|tenggat|"
    r"surat\s+(?:tugas|perintah|saudara|kepala|dari|bapak|ibu)|nomor\s+\S*\d|menjawab|menanggapi|perihal|"
    r"peraturan|undang-undang|keputusan|tahun\s+anggaran|mohon\s+kesediaan|akan\s+(?:berkunjung|"
    r"melakukan\s+kunjungan)|rapat\s+paripurna|semula|konfirmasi|perjanjian\s+kerja\s+sama|lahir)\b",
    re.I,
)
_REPORT_EVENT = re.compile(
    r"\b(?:disampaikan|dipaparkan|dipresentasikan|seminar|presentasi|paparan|ekspose|diserahkan|dibuka|ditutup|"
    r"pelepasan)\b",
    re.I,
)
_VISITS_THAT_DAY = re.compile(
    r"\b(?:melakukan|melaksanakan|menggelar|menerima|mengadakan|dalam)\b[^.]{0,60}?\b(?:studi\s+(?:tiru|banding|"
    r"komparasi|lapangan)|kunjungan|kaji\s+\w+|"
    r"benchmark\w*|patok\s+banding|visitasi)\b|\b(?:mengunjungi|berkunjung\s+ke|kunjungi|studi\s+(?:tiru|"
    r"banding)\s+ke)\b",
    re.I,
)
_SPOKEN = re.compile(
    r"\b(?:ujar|kata|ungkap|tutur|jelas|terang|imbuh|tambah|pungkas|ucap|tukas|papar|sebut|tegas|beber)(?:nya|"
    r"kan)?\b|\bmengatakan\b|\bsaat\s+ditemui\b",
    re.I,
)
_WEEKDAY = r"(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)"


def _story(source: Source, facts: Facts) -> None:
    text = source.text
    end_of_story = _end_of_story(source, facts.kind)
    mentions = [
        mention for mention in facts.date_mentions if mention.start < end_of_story and mention.precision == "day"
    ]
    published = _published(source, facts.kind, mentions)
    if published is not None:
        facts.dates.append(_fact(source, DateType.PUBLISHED, published, published.first, published.derived, 0.93))
    span = _programme_span(source, facts, [mention for mention in mentions if mention is not published])
    used: list[DateMention] = [published] if published else []
    if span is not None:
        first, last, confidence = span
        facts.dates.append(_fact(source, DateType.START, first, first.first, first.derived, confidence))
        facts.dates.append(_fact(source, DateType.END, last, last.last, last.derived, confidence))
        facts.warnings.extend(first.warnings)
        used += [first, last]
    for mention in mentions:
        if mention in used or mention.is_range or any(mention.first == other.first for other in used):
            continue
        if _is_event(source, facts.kind, mention, text):
            facts.dates.append(_fact(source, DateType.EVENT, mention, mention.first, mention.derived, 0.7))


def _end_of_story(source: Source, kind: Kind) -> int:
    pattern = (
        r"^\W*(?:berita\s+(?:lainnya|terkait|terpopuler)|artikel\s+(?:lainnya|terkait)|\d+\s+komentar|komentar|"
        r"ikuti\s+juga|discussion\s+about|related\s+posts?|copyright)"
        if kind is Kind.NEWS
        else r"^\W*(?:tembusan)\b"
    )
    found = re.search(pattern, source.text[200:], re.I | re.M)
    return found.start() + 200 if found else len(source.text)


def _line(text: str, place: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return start, end if end >= 0 else len(text)


def _sentence_around(text: str, start: int, end: int) -> str:
    """The sentence, over line ends that break it, that holds the mention."""
    first = start
    while first > 0 and start - first < 260:
        previous = text[first - 1]
        if (
            previous in ".;!?"
            and first < len(text)
            and text[first : first + 1].isspace()
            and not re.search(r"\b(?:s|d|no|jl|st)\.?$", text[max(0, first - 5) : first - 1], re.I)
        ):
            break
        if previous == "\n" and (
            text[max(0, first - 2)] in ".:;\n" or re.match(r"\W*(?:[A-Z0-9•✓–-])", text[first : first + 3])
        ):
            break
        first -= 1
    last = end
    while last < len(text) and last - end < 200 and text[last] not in ".;\n":
        last += 1
    return text[first:last]


def _published(source: Source, kind: Kind, mentions: list[DateMention]) -> DateMention | None:
    text = source.text
    if kind is Kind.LETTER:
        addressed = re.search(r"\bYth\b|^\W*Kepada\b", text, re.M)
        body = re.search(
            r"\b(?:dengan\s+hormat|menjawab|menindaklanjuti|sehubungan|dalam\s+rangka|berkenaan)\b", text, re.I
        )
        limit = body.start() if body else addressed.end() + 200 if addressed else 900
        for mention in mentions:
            start, _ = _line(text, mention.start)
            lead = text[start : mention.start]
            if (
                mention.start < limit
                and not mention.is_range
                and not re.search(r"\bsurat|\bnomor\b[^\n]*\btanggal", lead, re.I)
            ):
                return mention
        return None
    if kind is not Kind.NEWS:
        return None
    for mention in mentions[:12]:
        if mention.start > 1500 or mention.is_range:
            continue
        start, end = _line(text, mention.start)
        line = text[start:end]
        lead = text[start : mention.start]
        dateline = DATELINE.match(text, start)
        if dateline is not None and mention.end <= dateline.end() + 2:
            return mention
        if (
            re.fullmatch(
                rf"\W*(?:[A-Z][\w.’' -]{{2,30}},\s*)?(?:(?:diterbitkan|dipublikasikan|dirilis|tanggal|tayang|"
                rf"terbit|posted|published|oleh\s+[^|\n]{{2,40}}|[\w .]{{2,30}})\s*[:|–-]?\s*(?:on\s+|"
                rf"pada\s+)?)?(?:{_WEEKDAY}[,\s]*)?\W*",
                lead,
                re.I,
            )
            and len(line) < 110
        ):
            rest = text[mention.end : end]
            if len(rest) < 45 and not re.search(r"[a-z]{3,}\s+[a-z]{3,}\s+[a-z]{3,}", rest):
                return mention
        if re.search(r"\|\s*$|\boleh\b.{2,40}[|–-]\s*(?:" + _WEEKDAY + r",?\s*)?$", lead, re.I):
            return mention
    return None


def _programme_span(
    source: Source, facts: Facts, mentions: list[DateMention]
) -> tuple[DateMention, DateMention, float] | None:
    text = source.text
    best: tuple[float, DateMention, DateMention] | None = None
    index = 0
    while index < len(mentions):
        mention = mentions[index]
        last = mention
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        index += 1
        if (
            not mention.is_range
            and following is not None
            and not following.is_range
            and following.first >= mention.first
        ):
            between = " ".join(text[mention.end : following.start].split())
            if re.fullmatch(
                rf"[,)]?\s*(?:hingga|sampai(?: dengan)?|s\.?\s?d\.?|s/d|[-–—]|"
                rf"dan)\s*(?:hari\s+)?(?:{_WEEKDAY}\W*)?(?:tanggal\s+)?\(?",
                between,
                re.I,
            ):
                last = following
                index += 1
        is_span = mention.is_range or last is not mention
        sentence = _sentence_around(text, mention.start, last.end)
        line_start, line_end = _line(text, mention.start)
        line = text[line_start:line_end]
        if _excluded(text, mention, sentence, facts.kind):
            continue
        if mention.last < mention.first or last.last < mention.first:
            continue
        score = 0.0
        cue = len({found.group().casefold() for found in _PROGRAMME.finditer(sentence)})
        score += min(cue, 3) * 1.0
        score += 3.0 if is_span else 0.0
        if re.search(r"\bmagang\b", sentence, re.I):
            score += 1.0
        if re.search(
            r"^\W*(?:waktu|tanggal|lama|periode|hari|jadwal)\b[^\n]{0,40}$",
            text[line_start : mention.start].rstrip(),
            re.I,
        ):
            score += 2.0
        if mention.start < 1200:
            score += 0.5
        if (
            is_span
            and len(line.strip()) - (last.end - mention.start) < 45
            and facts.kind is Kind.REPORT
            and mention.start < 2500
        ):
            score += 1.0
        if not is_span:
            parenthesised = text[max(0, mention.start - 14) : mention.start].rstrip().endswith("(")
            placed = re.search(r"^\W*[A-Z][\w.’' ]{2,30},\s*$", text[line_start : mention.start]) is not None
            if facts.kind is Kind.NEWS:
                # A day of a visit, not the day on which somebody spoke of it; an internship lasts longer.
                if not _VISITS_THAT_DAY.search(sentence) or _SPOKEN.search(sentence):
                    continue
            elif parenthesised or placed or _REPORT_EVENT.search(sentence):
                continue
            if not re.search(
                r"\b(?:dilaksanakan|berlangsung|diselenggarakan|waktu|mengunjungi|berkunjung|jadwalkan|"
                r"dijadwalkan|hari/tanggal|kunjungan|melakukan|melaksanakan|studi)\b",
                sentence,
                re.I,
            ):
                continue
            score += 0.5 if facts.kind is Kind.NEWS else -0.5
        if score < 1.5 or (facts.kind is Kind.LETTER and cue == 0):
            continue
        if best is None or score > best[0] + 0.01:
            best = (score, mention, last)
    if best is None:
        return None
    return best[1], best[2], 0.93 if best[0] >= 4 else 0.8 if best[0] >= 3 else 0.6


def _excluded(text: str, mention: DateMention, sentence: str, kind: Kind) -> bool:
    lead = " ".join(text[max(0, mention.start - 150) : mention.start].split())
    in_sentence = " ".join(sentence.split())
    if re.search(
        r"\b(?:surat|nomor|keputusan|peraturan|perintah|tugas)\b[^.;:]{0,90}\b(?:tanggal|tertanggal|tgl\.?)\s*$",
        lead,
        re.I,
    ):
        return True
    if kind is Kind.LETTER:
        near = lead[-120:]
        if re.search(r"\b(?:perihal|menjawab|surat\s+saudara|permohonan)\b", in_sentence, re.I) and not re.search(
            r"\b(?:jadwalkan|magang|disampaikan\s+bahwa)\b", near, re.I
        ):
            return True
        if re.search(r"\bpaling\s+lambat\b|\bpada\s+tanggal\s+tersebut\b.{0,40}$", near, re.I):
            return True
        return re.search(r"kunjungan\s+(?:balasan|balik)", near, re.I) is not None
    strong = re.search(
        r"\b(?:kunjungan\s+(?:balasan|balik|lanjutan)|paling\s+lambat|direncanakan|akan\s+(?:berkunjung|"
        r"melakukan\s+kunjungan)|rapat|tenggat|target)\b",
        lead[-110:],
        re.I,
    )
    if (
        strong
        and " ".join(text[mention.start - len(lead[-110:]) : mention.start].split())
        and _same_sentence(lead[-110:], strong.end())
    ):
        return True
    return _NOT_PROGRAMME.search(in_sentence) is not None and _PROGRAMME.search(in_sentence) is None


def _same_sentence(lead: str, place: int) -> bool:
    return re.search(r"[.;](?=\s)", lead[place:]) is None


def _is_event(source: Source, kind: Kind, mention: DateMention, text: str) -> bool:
    sentence = _sentence_around(text, mention.start, mention.end)
    if _excluded(text, mention, sentence, kind):
        return False
    start, _ = _line(text, mention.start)
    lead = text[start : mention.start]
    if kind is Kind.NEWS:
        return (
            re.search(rf"{_WEEKDAY}\W{{0,3}}$", text[max(0, mention.start - 12) : mention.start], re.I) is not None
            or re.match(rf"{_WEEKDAY}\b", mention.text, re.I) is not None
        )
    if kind is Kind.LETTER:
        return False
    first_page = source.page_at(mention.start).number == source.pages.pages[0].number
    slides = source.pages.format in ("pptx", "pdf")
    placed = (
        re.search(r"(?:^|\s)[A-Z][\w.’']{2,20},\s*$", lead) is not None
        and not text[mention.end : _line(text, mention.end)[1]].strip()
    )
    if first_page and slides and placed and mention.start < 700:
        return True
    return _REPORT_EVENT.search(lead) is not None and first_page

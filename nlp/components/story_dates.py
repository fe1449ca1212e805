"""First and last day of the internship or visit, day of publication and other days of a report, an article or a letter."""

import re
from datetime import date

from nlp.components.date_apart import diary, told_alone, told_apart, travels
from nlp.components.date_came import came_until, of_days_to_come
from nlp.components.date_counted import lasting, until_weekday
from nlp.components.date_lines import WEEKDAY, in_teaser, line_around, sentence_around
from nlp.components.date_months import programme_months
from nlp.components.date_moved import moved_to
from nlp.components.date_one_day import leaves_on
from nlp.components.date_programme import (
    REPORT_EVENT,
    Span,
    excluded,
    is_span,
    only_begins,
    programme_span,
)
from nlp.components.date_published import published_on
from nlp.components.dated import dated
from nlp.components.other_story import is_minutes
from nlp.components.story_cues import copies_at
from nlp.components.typed_exports import own_words_end
from nlp.extraction import DateType, Kind
from nlp.facts import DateMention, Facts
from nlp.source import Source


def story_dates(source: Source, facts: Facts) -> None:
    """Fills `facts.dates` of a document that tells of an internship or a visit."""
    end = end_of_story(source, facts.kind)
    mentions = [mention for mention in facts.date_mentions if mention.start < end and mention.precision == "day"]
    if facts.kind is Kind.NEWS:
        mentions = [mention for mention in mentions if not in_teaser(source.text, mention.start)]
    published = published_on(source, facts.kind, mentions)
    if published is not None:
        facts.dates.append(dated(source, DateType.PUBLISHED, published, published.first, published.derived, 0.93))
    used = [published] if published else []
    used += _programme(source, facts, [mention for mention in mentions if mention is not published])
    for mention in mentions:
        if mention in used or mention.is_range or any(mention.first == other.first for other in used):
            continue
        if _is_event(source, facts.kind, mention, source.text):
            facts.dates.append(dated(source, DateType.EVENT, mention, mention.first, mention.derived, 0.7))
            facts.warnings.extend(mention.warnings)


_MET_ON = re.compile(r"^\W*(?:hari|tanggal|tgl|waktu|pelaksanaan)\b[^\n:]{0,20}:[^\n]{0,20}$", re.I)
_ROWS_OF_MINUTES = 900  # characters


def other_dates(source: Source, facts: Facts) -> None:
    """The days of the internship or visit that another paper is about, and the day of the meeting whose minutes it is."""
    mentions = [mention for mention in facts.date_mentions if mention.precision == "day"]
    met = next((mention for mention in mentions if _is_day_of_record(source, mention)), None)
    if met is None and is_minutes(source):
        met = next((mention for mention in mentions if _is_day_of_meeting(source, mention)), None)
    if met is not None:
        kind = DateType.SIGNED if _is_signed_record(source, met) else DateType.EVENT
        facts.dates.append(dated(source, kind, met, met.first, met.derived, 0.85))
    others = [mention for mention in mentions if met is None or mention.is_range or mention.first != met.first]
    if met is None or not _from_here(source, facts, met, others):
        _programme(source, facts, others)


_FROM_THIS_DAY = re.compile(
    r"\b(?:sejak|mulai|terhitung)\s+(?:(?:sejak|mulai|pada|dari)\s+)?(?:hari|tanggal)\s+(?:(?:di(?:tandatangani|buat|tetapkan)(?:nya)?\s+)?(?:berita\s+acara|serah\s+terima|penyerahan)(?:\s+(?:ini|tersebut))?|ini)"
    rf"\s+(?:sampai(?:\s+dengan)?|hingga|s\.?\s?d\.?|s/d)\s+(?:hari\s+|tanggal\s+|{WEEKDAY}\W+)*$",
    re.I,
)


def _from_here(source: Source, facts: Facts, met: DateMention, mentions: list[DateMention]) -> bool:
    """`terhitung sejak tanggal berita acara ini sampai dengan 2 Agustus 2024`: adds both days."""
    for mention in mentions:
        lead = " ".join(source.text[max(0, mention.start - 120) : mention.start].split()) + " "
        if not mention.is_range and mention.first > met.first and _FROM_THIS_DAY.search(lead):
            facts.dates.append(dated(source, DateType.START, met, met.first, met.derived, 0.8))
            facts.dates.append(dated(source, DateType.END, mention, mention.last, mention.derived, 0.85))
            return True
    return False


_TODAY = re.compile(rf"\bpada\s+hari\s+ini\W{{0,3}}(?:{WEEKDAY}\W+)?(?:tanggal\s+)?$", re.I)
_RECORD = re.compile(r"^\W*berita\s+acara\b", re.I | re.M)


def _is_day_of_record(source: Source, mention: DateMention) -> bool:
    """The day on which a record was drawn up: `Pada hari ini Senin …` below `BERITA ACARA`."""
    if mention.is_range or mention.start > _ROWS_OF_MINUTES or _RECORD.search(source.text, 0, 400) is None:
        return False
    return _TODAY.search(source.text, max(0, mention.start - 60), mention.start) is not None


# Both sides declare what the record says: `kami yang bertanda tangan di bawah ini`, `selanjutnya disebut PIHAK PERTAMA`.
_SIGNED_BY_SIDES = re.compile(
    r"\bbertanda\s?tangan\b|\bdisebut\s+(?:juga\s+|sebagai\s+)?[“\"]?pihak\b|\bpihak\s+(?:pertama|kesatu)\b", re.I
)


def _is_signed_record(source: Source, met: DateMention) -> bool:
    """A record that sides sign, not one that tells of a meeting."""
    if _RECORD.search(source.text, 0, 400) is None:
        return False
    return _SIGNED_BY_SIDES.search(source.text, met.end, met.end + _ROWS_OF_MINUTES) is not None


def _is_day_of_meeting(source: Source, mention: DateMention) -> bool:
    if mention.is_range or mention.start > _ROWS_OF_MINUTES:
        return False
    start, _ = line_around(source.text, mention.start)
    return _MET_ON.match(source.text[start : mention.start]) is not None


def _programme(source: Source, facts: Facts, mentions: list[DateMention]) -> list[DateMention]:
    """Adds the first and the last day of the programme; the mentions that state them."""
    kind = Kind.REPORT if facts.kind is Kind.OTHER else facts.kind  # other papers tell their days as reports do
    if (moved := moved_to(source, mentions)) is not None:
        facts.dates.append(dated(source, DateType.START, moved, moved.first, moved.derived, 0.85))
        facts.dates.append(dated(source, DateType.END, moved, moved.last, moved.derived, 0.85))
        return [moved]
    written = next((fact.date for fact in facts.dates if fact.type is DateType.PUBLISHED), None)
    span = programme_span(source, kind, mentions, written=written)
    if span is None or not is_span(span) or _told_before(source, facts, span):
        if (apart := told_apart(source, kind, mentions) or _stayed(source, kind, mentions)) is not None:
            span = (*apart, 0.85)
        elif (counted := lasting(source, mentions) or _until_weekday(source, kind, mentions)) is not None:
            first, day = counted
            facts.dates.append(dated(source, DateType.START, first, first.first, first.derived, 0.85))
            facts.dates.append(dated(source, DateType.END, first, day, True, 0.75))
            return [first]
        elif span is None and kind is Kind.REPORT and (days := diary(source, mentions)) is not None:
            span = (*days, 0.75)
    elif (
        (apart := told_apart(source, kind, mentions)) is not None
        and _within(span, apart)
        and not travels(source.text, apart[0])  # the days of the journey lie around those of the visit
    ):
        span = (*apart, 0.85)  # `dua hari, 25–26 Maret` of the month whose first and last day are told apart
    if span is not None:
        first, last, confidence = span
        facts.dates.append(dated(source, DateType.START, first, first.first, first.derived, confidence))
        leaves = kind is Kind.NEWS and leaves_on(source.text, first)
        if first is last and not first.is_range and (leaves or only_begins(source.text, first)):
            return [first]
        last = _carried_on(source.text, last, mentions) if facts.kind is not Kind.NEWS else last
        facts.dates.append(dated(source, DateType.END, last, last.last, last.derived, confidence))
        facts.warnings.extend(first.warnings)
        return [first, last]
    return _one_of_both(source, facts, kind, mentions)


_CARRIED_ON = re.compile(
    r"[\s;.,]*(?:dan\s+)?(?:\d{1,2}[.)]|[a-z][.)])?\s*(?:di)?lanjut(?:kan)?\b(?![^.;]*\b(?:laporan|melapor))[^.;]{3,140}$",
    re.I,
)
_NEXT_TASK = 7  # days


def _carried_on(text: str, last: DateMention, mentions: list[DateMention]) -> DateMention:
    """The last day of the next task of the same journey: `…; 2. Dilanjutkan konsultasi ke X pada hari Jumat, 10 Juli 2026`."""
    following = next((mention for mention in mentions if mention.start >= last.end), None)
    if following is None or not 0 < (following.first - last.last).days <= _NEXT_TASK:
        return last
    return following if _CARRIED_ON.match(text[last.end : following.start]) else last


def _stayed(source: Source, kind: Kind, mentions: list[DateMention]) -> tuple[DateMention, DateMention] | None:
    return came_until(source.text, mentions) if kind is Kind.NEWS else None


def _told_before(source: Source, facts: Facts, span: Span) -> bool:
    """The span lies behind the day of an article: it may be that of a feast or a visit to which people are asked to come."""
    published = next((fact.date for fact in facts.dates if fact.type is DateType.PUBLISHED), None)
    return published is not None and of_days_to_come(source.text, span, published)


def _within(span: Span, apart: tuple[DateMention, DateMention]) -> bool:
    """The span is a part of what lies between the two days."""
    return apart[0].first <= span[0].first and span[1].last <= apart[1].last


def _until_weekday(source: Source, kind: Kind, mentions: list[DateMention]) -> tuple[DateMention, date] | None:
    return until_weekday(source, kind, mentions) if kind in (Kind.NEWS, Kind.REPORT) else None


def _one_of_both(source: Source, facts: Facts, kind: Kind, mentions: list[DateMention]) -> list[DateMention]:
    begins, ends = told_alone(source, kind, mentions)
    if begins is not None:
        facts.dates.append(dated(source, DateType.START, begins, begins.first, begins.derived, 0.7))
        return [begins]
    if ends is not None:
        facts.dates.append(dated(source, DateType.END, ends, ends.last, ends.derived, 0.7))
        return [ends]
    months = programme_months(source, kind, facts.date_mentions)
    if months is not None:
        facts.dates.append(dated(source, DateType.START, months, months.first, True, 0.75))
        facts.dates.append(dated(source, DateType.END, months, months.last, True, 0.75))
        return [months]
    return []


def end_of_story(source: Source, kind: Kind) -> int:
    """Where the document's own story ends: copies of papers, other articles and comments follow."""
    if kind is not Kind.NEWS:
        return min(copies_at(source.text, 200) or len(source.text), own_words_end(source.text))
    pattern = (
        r"^\W*(?:berita\s+(?:lain(?:nya)?|terkait|terpopuler|terbaru|populer)\b|artikel\s+(?:lain(?:nya)?|terkait)\b|\d+\s+komentar|komentar|"
        r"ikuti\s+juga|discussion\s+about|related\s+posts?|copyright)"
    )
    found = re.search(pattern, source.text[200:], re.I | re.M)
    return found.start() + 200 if found else len(source.text)


def _is_event(source: Source, kind: Kind, mention: DateMention, text: str) -> bool:
    sentence = sentence_around(text, mention.start, mention.end)
    if excluded(text, mention, sentence, kind):
        return False
    start, line_end = line_around(text, mention.start)
    lead = text[start : mention.start]
    if kind is Kind.NEWS:
        if not (lead + text[mention.end : line_end]).strip(" \t|,.*_"):
            return False  # a line of the page around the article
        return (
            re.search(rf"{WEEKDAY}\W{{0,3}}$", text[max(0, mention.start - 12) : mention.start], re.I) is not None
            or re.match(rf"{WEEKDAY}\b", mention.text, re.I) is not None
        )
    if kind is Kind.LETTER:
        return False
    first_page = source.page_at(mention.start).number == source.pages.pages[0].number
    slides = source.form in ("pptx", "pdf")
    placed = (
        re.search(r"(?:^|\s)[A-Z][\w.’']{2,20},\s*$", lead) is not None
        and not text[mention.end : line_around(text, mention.end)[1]].strip()
    )
    if first_page and slides and placed and mention.start < 700:
        return True
    bounds = re.search(
        r"\b(?:sampai(?:\s+dengan)?|hingga|s\.?d\.?|mulai|sejak|sebelum|setelah)\s*(?:tanggal\s*)?$", lead, re.I
    )
    return REPORT_EVENT.search(lead) is not None and bounds is None and first_page

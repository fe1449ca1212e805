"""First and last day of the internship or visit, day of publication and other days of a report, an article or a letter."""

import re
from datetime import date

from nlp.components.date_apart import diary, lasting, told_alone, told_apart, travels, until_weekday
from nlp.components.date_lines import WEEKDAY, line_around, sentence_around
from nlp.components.date_programme import REPORT_EVENT, Span, excluded, is_span, programme_span
from nlp.components.date_published import published_on
from nlp.components.dated import dated
from nlp.components.story_cues import copies_at
from nlp.extraction import DateType, Kind
from nlp.facts import DateMention, Facts
from nlp.source import Source


def story_dates(source: Source, facts: Facts) -> None:
    """Fills `facts.dates` of a document that tells of an internship or a visit."""
    end_of_story = _end_of_story(source, facts.kind)
    mentions = [
        mention for mention in facts.date_mentions if mention.start < end_of_story and mention.precision == "day"
    ]
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


def _programme(source: Source, facts: Facts, mentions: list[DateMention]) -> list[DateMention]:
    """Adds the first and the last day of the programme; the mentions that state them."""
    kind = facts.kind
    span = programme_span(source, kind, mentions)
    if span is None or not is_span(span):
        if (apart := told_apart(source, kind, mentions)) is not None:
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
        facts.dates.append(dated(source, DateType.END, last, last.last, last.derived, confidence))
        facts.warnings.extend(first.warnings)
        return [first, last]
    return _one_of_both(source, facts, mentions)


def _within(span: Span, apart: tuple[DateMention, DateMention]) -> bool:
    """The span is a part of what lies between the two days."""
    return apart[0].first <= span[0].first and span[1].last <= apart[1].last


def _until_weekday(source: Source, kind: Kind, mentions: list[DateMention]) -> tuple[DateMention, date] | None:
    return until_weekday(source, kind, mentions) if kind in (Kind.NEWS, Kind.REPORT) else None


def _one_of_both(source: Source, facts: Facts, mentions: list[DateMention]) -> list[DateMention]:
    begins, ends = told_alone(source, facts.kind, mentions)
    if begins is not None:
        facts.dates.append(dated(source, DateType.START, begins, begins.first, begins.derived, 0.7))
        return [begins]
    if ends is not None:
        facts.dates.append(dated(source, DateType.END, ends, ends.last, ends.derived, 0.7))
        return [ends]
    return []


def _end_of_story(source: Source, kind: Kind) -> int:
    if kind is not Kind.NEWS:
        return copies_at(source.text, 200) or len(source.text)
    pattern = (
        r"^\W*(?:berita\s+(?:lainnya|terkait|terpopuler)|artikel\s+(?:lainnya|terkait)|\d+\s+komentar|komentar|"
        r"ikuti\s+juga|discussion\s+about|related\s+posts?|copyright)"
    )
    found = re.search(pattern, source.text[200:], re.I | re.M)
    return found.start() + 200 if found else len(source.text)


def _is_event(source: Source, kind: Kind, mention: DateMention, text: str) -> bool:
    sentence = sentence_around(text, mention.start, mention.end)
    if excluded(text, mention, sentence, kind):
        return False
    start, _ = line_around(text, mention.start)
    lead = text[start : mention.start]
    if kind is Kind.NEWS:
        return (
            re.search(rf"{WEEKDAY}\W{{0,3}}$", text[max(0, mention.start - 12) : mention.start], re.I) is not None
            or re.match(rf"{WEEKDAY}\b", mention.text, re.I) is not None
        )
    if kind is Kind.LETTER:
        return False
    first_page = source.page_at(mention.start).number == source.pages.pages[0].number
    slides = source.pages.format in ("pptx", "pdf")
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

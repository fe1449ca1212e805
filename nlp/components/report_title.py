"""What a report, slides or another paper is about: its title, without the letterhead, names and dates around it."""

from nlp.components.minutes import occasion as occasion_of_minutes
from nlp.components.report_title_block import title_of_lines
from nlp.components.report_title_rows import NEXT_ROW, occasion_of, title_of_row
from nlp.components.report_title_words import GENERIC, KICKER, cleaned
from nlp.components.title_deck import with_deck
from nlp.components.title_lines import INSTITUTION_LINE
from nlp.names import title_case
from nlp.pages import BlockKind
from nlp.source import Source, SourceBlock


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
    title = _slide_title(source) or title_of_lines(source)
    return with_deck(source, title) if title else None


def _slide_title(source: Source) -> str | None:
    """The title placeholder of the first slide, unless it names no more than the kind of paper or an institution."""
    if source.form != "pptx":
        return None
    first = source.pages.pages[0]
    placed = [block for block in source.blocks if block.page is first and _is_heading(block) and block.block.level == 1]
    if len(placed) != 1:
        return None
    title = cleaned(" ".join(placed[0].text.split()))
    if len(title) < 12 or GENERIC.match(title) or KICKER.match(title) or INSTITUTION_LINE.match(title):
        return None
    return title_case(title)


def _is_heading(block: SourceBlock) -> bool:
    return block.block.kind is BlockKind.HEADING

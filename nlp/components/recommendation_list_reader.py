"""The lists of a section that recommends: which of their items are recommendations, and which only lead into others."""

from collections.abc import Iterator, Sequence

from nlp.components.recommendation_candidates import Candidate
from nlp.components.recommendation_heading_words import END, KEEP
from nlp.components.recommendation_headings import is_heading
from nlp.components.recommendation_items import is_whole, names_addressee
from nlp.components.recommendation_lists import acts_behind_label, depths_of
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_sentences import LEAD_IN
from nlp.components.recommendation_walk import Walk
from nlp.components.recommendation_words import (
    has_modal,
    is_action,
    is_rejected,
    is_state,
    unit_acts,
)
from nlp.extraction import Kind
from nlp.pages import BlockKind

_NO_LEVELS = {"pdf", "image", "txt"}  # a level there is a guess from the indent; the kind of mark says more


class ListReader:
    """Reads the lists of the section that `walk` stands in."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk

    def end_of(self, index: int) -> int:
        """The end of the run of list items that begins at `index`."""
        units = self.walk.units
        last = index
        while last < len(units):
            unit = units[last]
            if unit.mark_kind is None or unit.kind in (BlockKind.CELL, BlockKind.HEADING, BlockKind.NOTE):
                break
            if last > index and (
                (is_heading(unit) and not self.walk.is_list_parent(last)) or self.walk.goes_past_section(unit)
            ):
                break
            last += 1
        return last

    def read(self, items: Sequence[Unit]) -> Iterator[Candidate]:
        """The recommendations of a run of list items."""
        meta = self.walk.meta
        depths = depths_of(items, trust_levels=self.walk.source.form not in _NO_LEVELS)
        parents: list[tuple[int, Unit]] = []
        for position, unit in enumerate(items):
            if id(unit) in meta.lines:
                continue
            depth = depths[position]
            parents = [(level, parent) for level, parent in parents if level < depth]
            above = [parent.text for _, parent in reversed(parents)]
            has_children = any(
                other > depth and id(item) not in meta.lines
                for item, other in zip(
                    items[position + 1 : position + 2], depths[position + 1 : position + 2], strict=True
                )
            )
            if any(KEEP.search(line) for line in above):
                continue
            if KEEP.search(unit.text) and len(unit.text) < 200:
                if has_children:
                    parents.append((depth, unit))
                continue
            if END.match(unit.text):
                self.walk.section = None
                return
            if names_addressee(unit):
                if position == len(items) - 1 and self.walk.section is not None:
                    self.walk.section.below = [(8, unit.text)]  # a table or paragraphs follow
                parents.append((depth, unit))
                continue
            if has_children:
                parents.append((depth, unit))
                if LEAD_IN.search(unit.text) or not is_whole(items, depths, position):
                    continue
            elif LEAD_IN.search(unit.text) and unit.text.endswith(":"):
                self.walk.lead = unit.text
                continue
            yield from self._item(unit, above)

    def _item(self, unit: Unit, above: Sequence[str]) -> Iterator[Candidate]:
        section = self.walk.section
        if section is None:
            return
        text = unit.text
        words = len(text.split())
        action = is_action(text) or acts_behind_label(text)
        least = 3 if section.mixed or section.implicit or self.walk.kind is Kind.LETTER else 2
        if is_rejected(text) or words < 2 or (words <= least and not action) or is_state(text):
            return
        if (
            section.mixed
            and not section.below
            and self.walk.lead is None
            and not (action and not is_state(text))
            and not has_modal(text)
        ):
            return
        confidence = 0.96 if action else 0.93 if has_modal(text) or unit_acts(text) else 0.78
        yield from self.walk.whole_or_parts(unit, above, confidence)

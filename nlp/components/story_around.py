"""A mention of an institution in a story, with the words around it."""

import re
from functools import cached_property, lru_cache

from nlp.components.story_covers import cover_end, under_letterhead
from nlp.extraction import Kind
from nlp.facts import Facts, InstitutionMention
from nlp.pages import BlockKind
from nlp.source import Source
from nlp.words.places import find_regions

EARLY = 1500  # characters of a story in which its parties are introduced
_BEGINNING = 5000  # characters behind which a mention says little


class Around:
    """A mention and the words around it."""

    def __init__(
        self, source: Source, facts: Facts, mentions: list[InstitutionMention], mention: InstitutionMention
    ) -> None:
        text = source.text
        self.source = source
        self.text = text
        self.facts = facts
        self.mentions = mentions
        self.mention = mention
        self.place = mention.start
        self.before = " ".join(text[max(0, self.place - 90) : self.place].split("\n\f\n")[-1].split()) + " "
        self.small = self.before.lower()
        self.after = text[mention.end : mention.end + 120]
        self.line = text[text.rfind("\n", 0, self.place) + 1 : self.place]  # what stands before it on its line
        self.cover = self.place < self._title_end()
        self.letterhead = self.cover and under_letterhead(text, mention, mentions)
        self.weight = self._weight()

    def _title_end(self) -> int:
        if self.facts.kind not in (Kind.REPORT, Kind.OTHER) or not self.source.pages.pages:
            return 0
        return min(len(self.source.pages.pages[0].text), cover_end(self.text))

    def _weight(self) -> float:
        """The earlier in the story and the plainer the name, the more its surroundings say."""
        early = 1.6 if self.place < EARLY else 1.0 if self.place < _BEGINNING else 0.6
        sure = 1.0 if self.mention.sure else 0.6
        return early * sure * (1.0 if self.letterhead or self.says_region else 0.4)

    @cached_property
    def says_region(self) -> bool:
        """The mention names its region itself, where it has one: `BKD Jatim`, not a `BKD` that takes it from elsewhere."""
        if self.mention.region is None or self.mention.kind in ("government", "central"):
            return True
        return _names_region(self.text[self.mention.start : self.mention.end])

    @property
    def begins_line(self) -> bool:
        return not self.line.strip()

    @property
    def alone(self) -> bool:
        """Nothing else stands on its line."""
        return self.begins_line and not re.match(r"[^\n]*\w", self.after)

    @property
    def in_cell(self) -> bool:
        """The mention stands in a table, not on the title page's lines."""
        return any(
            block.start <= self.place < block.end for block in self.source.blocks if block.block.kind is BlockKind.CELL
        )


@lru_cache(maxsize=1024)  # a document names the same institutions again and again
def _names_region(name: str) -> bool:
    return bool(find_regions(name))

"""What a search gives back."""

from dataclasses import dataclass, field
from typing import NamedTuple

from storage.models import Document, Recommendation


class Segment(NamedTuple):
    """A piece of a snippet as plain text; `hit` when it is what was looked for. Escaping and marking are the page's."""

    text: str
    hit: bool


class FacetCount(NamedTuple):
    value: str | int
    hits: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A page or a recommendation; `start` and `end` are the first marked place in the page's text.

    They are None for a recommendation, which has its own place, and where only title or file name were hit.
    """

    scope: str  # pages | recommendations
    document: Document
    page: int | None
    recommendation: Recommendation | None
    snippet: tuple[Segment, ...]
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Facets:
    """How many hits there are by each value, the most frequent first (years: the newest first).

    Each list leaves its own filter out, so that another value can be chosen. Counted among the newest hits when capped.
    """

    scope: tuple[FacetCount, ...] = ()
    kind: tuple[FacetCount, ...] = ()
    year: tuple[FacetCount, ...] = ()
    institution: tuple[FacetCount, ...] = ()

    def __getitem__(self, name: str) -> tuple[FacetCount, ...]:
        counted: tuple[FacetCount, ...] = getattr(self, name)
        return counted


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One page of hits, best first.

    `total` counts all hits. `capped`: there are so many that only the newest were ranked. `relaxed`: no text had all
    the words, so those with some of them are given. `corrections`: words found nowhere, each with the one searched
    instead.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    facets: Facets = field(default_factory=Facets)
    capped: bool = False
    relaxed: bool = False
    corrections: tuple[tuple[str, str], ...] = ()

"""A recommendation found and the section that it was found in."""

from dataclasses import dataclass, field

from nlp.components.recommendation_headings import Heading


@dataclass(frozen=True, slots=True)
class Candidate:
    """A recommendation found. `above`: the lines it stands under, nearest first (lead-in, sub-heading, heading, slide's title):
    they may name who is to act and by when."""

    start: int
    end: int
    text: str
    pieces: tuple[tuple[int, int], ...]
    above: tuple[str, ...] = ()
    owner: str | None = None
    time: str | None = None
    confidence: float = 0.9
    in_table: bool = False
    running: bool = False
    summary: bool = False  # in an executive summary, which repeats what stands elsewhere


@dataclass(slots=True)
class Section:
    """A stretch of the document that recommends. `opened`: its heading, None where a sentence opened it (`implicit`); `mixed`: the
    heading names something else too (`Kesimpulan dan Saran`); `mark`, `number`: of the list item that its heading is, if it is one;
    `below`: the sub-headings open inside, level and text."""

    heading: str
    opened: Heading | None
    mixed: bool
    page: int
    above: tuple[str, ...] = ()
    implicit: bool = False
    mark: str | None = None
    number: int | None = None
    below: list[tuple[int, str]] = field(default_factory=list)

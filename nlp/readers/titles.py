"""Titles that go on from one slide to the next: `Rekomendasi (lanjutan)`, `Rekomendasi (2)`."""

import re

_GOES_ON = re.compile(
    r"\s*[(\[]\s*(lanjutan|lanj\.?|sambungan|samb\.?|cont(?:inued|inue|'d|d)?\.?|\d{1,2}(?:\s*/\s*\d{1,2})?)"
    r"(?:\s*[-–]?\s*\d{1,2})?\s*[)\]](?:\s*[-–]\s*lanjutan)?\s*$|\s+[-–]\s*lanjutan\s*$",
    re.IGNORECASE,
)


class Titles:
    """The titles of a document's slides in order."""

    def __init__(self) -> None:
        self._before: str | None = None

    def goes_on(self, title: str) -> bool:
        """Whether this title says that its slide continues the section before."""
        title = " ".join(title.split())
        match = _GOES_ON.search(title)
        base = _GOES_ON.sub("", title).casefold()
        before = self._before
        if title:
            self._before = base
        if match is None or before is None:
            return False
        word = match.group(1)
        # A bare number may be a year or a count: only the title before says that it goes on.
        return base == before if word and word[0].isdigit() else True

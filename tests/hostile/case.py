"""What a hostile file is here: its name, how its bytes are made, and what must become of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

PORT = 48_379  # where files of the set would call home
SENTENCE = "Nota Kesepahaman antara Pemerintah Kota Semarang dan Universitas Contoh"
WORDS = ("Kesepahaman", "Semarang", "Contoh")


@dataclass(frozen=True, slots=True)
class Case:
    """One file: with `words` it is read and holds them, with `codes` refused with one of them; with both, either may happen."""

    name: str
    make: Callable[[], bytes]
    words: tuple[str, ...] = ()
    codes: frozenset[str] = field(default_factory=frozenset)
    blank: bool = False  # read, though nothing can be found in it


Makers = list[Case]


def reads(found: Makers, name: str, *words: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Register a maker whose file must be read with these words (by default those of `SENTENCE`)."""

    def register(make: Callable[[], bytes]) -> Callable[[], bytes]:
        found.append(Case(name, make, words or WORDS))
        return make

    return register


def refused(
    found: Makers, name: str, *codes: str, or_read: tuple[str, ...] = (), or_blank: bool = False
) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Register a maker whose file must be refused with one of the codes, or may be read with these words."""

    def register(make: Callable[[], bytes]) -> Callable[[], bytes]:
        found.append(Case(name, make, or_read, frozenset(codes), or_blank))
        return make

    return register


def blank(found: Makers, name: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Register a maker whose file must be read although no text is in it."""

    def register(make: Callable[[], bytes]) -> Callable[[], bytes]:
        found.append(Case(name, make, (), frozenset(), True))
        return make

    return register

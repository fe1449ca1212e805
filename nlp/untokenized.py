"""A tokenizer that makes no tokens: the components read the text itself, and the classifier's words are its features.

spaCy's Indonesian one has sixteen thousand special cases; it took two seconds to build, each time, and a fifth of an extraction's
time, for tokens that nobody reads.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

NAME: Final = "tilik.untokenized.v1"
CONFIG: Final[dict[str, Any]] = {"nlp": {"tokenizer": {"@tokenizers": NAME}}}


class Untokenized:
    """Gives a `Doc` without tokens. It has nothing to keep: what it writes and reads is empty."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        return Doc(self.vocab)

    def to_bytes(self, **_: object) -> bytes:
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> "Untokenized":
        return self

    def to_disk(self, _path: str | Path, **_: object) -> None:
        return None

    def from_disk(self, _path: str | Path, **_: object) -> "Untokenized":
        return self


def create() -> Callable[[Language], Untokenized]:
    """What spaCy's configuration asks for."""
    return lambda nlp: Untokenized(nlp.vocab)


registry.tokenizers.register(NAME, func=create)

"""What frames the matter of a letter: its address, its closing words and signature, and the two ends that they name."""

import re
from dataclasses import dataclass

from nlp.components.date_letters import own_matter
from nlp.components.letter_ends import Chosen, addressee_of, ends_of_mail, sender_of
from nlp.components.letter_signature import letter_signature
from nlp.components.typed_exports import own_words_end
from nlp.extraction import Representative
from nlp.facts import InstitutionMention
from nlp.source import Source

ADDRESSED = re.compile(
    r"\bYth\b\.?|\b[Yy]ang\s+[Tt]erhormat\b|^\W*K\s?e\s?p\s?a\s?d\s?a\b|^\W*(?:To|Ke|Untuk)\s*:", re.M
)
_DEMIKIAN = re.compile(r"\bdemikian\b", re.I)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter whose sender is known; places are offsets of the document's text."""

    source: Source
    mentions: list[InstitutionMention]  # in the words of its writer, not of an earlier mail below them
    begin: int  # behind `Yth.`
    body: int  # where its own matter begins
    closing: int  # where its last words or its signature begin
    sender: Chosen
    addressee: Chosen | None
    signer: Representative | None

    @property
    def matter(self) -> str:
        return self.source.text[self.body : self.closing]


def letter_frame(source: Source, mentions: list[InstitutionMention]) -> Letter | None:
    """The letter that the document is; None where nothing is addressed or nobody is known to write."""
    text = source.text
    addressed = ADDRESSED.search(text)
    if addressed is None:
        return None
    begin, own_end = addressed.end(), own_words_end(text)
    signer, signed = letter_signature(source, begin) or (None, len(text))
    closing = min(_closing_words(text, begin) or signed, own_end)
    sender, addressee = ends_of_mail(text, mentions) if own_end < len(text) else (None, None)
    own = [mention for mention in mentions if mention.start < own_end]
    if sender is None:
        sender = sender_of(source, own, addressed.start(), closing, signer.position if signer is not None else None)
    if sender is None:
        return None
    addressee = addressee or addressee_of(source, own, begin, sender)
    return Letter(source, own, begin, own_matter(text, begin), closing, sender, addressee, signer)


def _closing_words(text: str, begin: int) -> int | None:
    """Where the last `Demikian …` begins behind the address."""
    return max((found.start() for found in _DEMIKIAN.finditer(text) if found.start() > begin), default=None)

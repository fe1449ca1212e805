"""The other side of a letter: whom it is addressed to, unless its matter says more exactly with whom the programme is."""

import re

from nlp.components.letter_been import gone_to, visited
from nlp.components.letter_ends import Chosen
from nlp.components.letter_frame import Letter
from nlp.facts import InstitutionMention


def other_side(letter: Letter, *, sends: bool) -> Chosen | None:
    """Who receives the people of the sender, or, not `sends`, whose people the sender receives; None where nobody is named."""
    side = letter.addressee
    if sends:
        side = _where_sent(letter) or side
    if side is None or (side[1].region == letter.sender[1].region and not side[1].sure):
        side = _same_office(letter) or side
    if side is None:
        return None
    side = _beside_subject(letter.mentions, side)
    return _all_offices(letter, side) if sends else side


def _where_sent(letter: Letter) -> Chosen | None:
    """Where the sender's people have been or will go, in a letter to a third or within one house."""
    source, mentions, begin, end = letter.source, letter.mentions, letter.begin, letter.closing
    own, addressee = letter.sender[1], letter.addressee
    if addressee is not None and addressee[1].region != own.region:
        return gone_to(source, mentions, begin, end, (own, addressee[1]))
    return visited(source, mentions, begin, end, own) or gone_to(source, mentions, begin, end, (own,), within=True)


def _same_office(letter: Letter) -> Chosen | None:
    """The office of the sender's kind in the one other region of the letter, where the address itself is not to be read."""
    sender = letter.sender
    if sender[1].kind != "agency":
        return None
    head = sender[0].split()[:2]
    alike = [
        mention
        for mention in letter.mentions
        if mention.start > letter.begin
        and mention.sure
        and mention.region not in (None, sender[1].region)
        and mention.name.split()[:2] == head
    ]
    if len({mention.name for mention in alike}) != 1:
        return None
    return alike[0].name, alike[0]


_BESIDE_WORDS = 4
_OWN_WORDS = 3


def _beside_subject(mentions: list[InstitutionMention], addressee: Chosen) -> Chosen:
    """The office without words of the column beside the address, where the letter names it elsewhere without them."""
    words = addressee[0].split()
    for mention in mentions:
        own = mention.name.split()
        extra = len(words) - len(own)
        if mention.region != addressee[1].region or not 0 < extra <= _BESIDE_WORDS:
            continue
        for cut in range(_OWN_WORDS, len(own) - _OWN_WORDS + 1):
            if own == words[:cut] + words[cut + extra :]:
                return mention.name, addressee[1]
    return addressee


# `peserta magang pada perangkat daerah di lingkungan Pemerintah Provinsi X`
_AMONG_OFFICES = re.compile(
    r"\b(?:di|pada|ke)\s+(?:(?:sejumlah|beberapa|berbagai|seluruh|\w+)\s+){0,2}(?:organisasi\s+)?(?:perangkat\s+daerah|opd|skpd|unit\s+kerja|instansi)\s+"
    r"(?:di\s+|pada\s+)?(?:lingkungan\s+|lingkup\s+)?$",
    re.I,
)


def _all_offices(letter: Letter, addressee: Chosen) -> Chosen:
    """The government among whose offices the people are to be placed, though one of them is written to."""
    text = letter.source.text
    for mention in letter.mentions:
        if (
            letter.begin < mention.start < letter.closing
            and mention.kind == "government"
            and mention.region == addressee[1].region
            and _AMONG_OFFICES.search(" ".join(text[max(0, mention.start - 90) : mention.start].split()) + " ")
        ):
            return mention.name, mention
    return addressee

"""Where the people of a letter's sender have been or will go, in a letter that goes to a third or stays within one house."""

import re

from nlp.components.letter_ends import Chosen
from nlp.components.programme_words import STUDY
from nlp.components.story_cues import cited
from nlp.extraction import Party
from nlp.facts import InstitutionMention
from nlp.source import Source

# `pegawai dari delapan perangkat daerah di lingkungan X` are of X.
PLACED = re.compile(
    r"\b(?:(?:magang|belajar|bekerja|praktik|kunjungan|studi|ditempatkan|bertugas|berlangsung)\b[^.;]{0,60}?|(?:pegawai|peserta|asn|orang)\b"
    r"(?:(?!\b(?:dari|asal|perangkat)\b)[^.;]){0,60}?)\b(?:di|pada|ke)\s+(?:lingkungan\s+|lingkup\s+)?$",
    re.I,
)


def visited(
    source: Source, mentions: list[InstitutionMention], start: int, end: int, sender: InstitutionMention
) -> Chosen | None:
    """Where the people of a letter within one house have been or will go: `magang … di lingkungan Pemerintah Kabupaten X`."""
    for mention in mentions:
        if not start < mention.start < end or mention.region in (None, sender.region) or not mention.sure:
            continue
        before = " ".join(source.text[max(start, mention.start - 90) : mention.start].split()) + " "
        if PLACED.search(before) and not cited(source.text, mention.start, mention.end):
            return mention.name, mention
    return None


_BEEN = re.compile(
    r"\b(?:selesai\w*|telah|sudah|usai|menyelesaikan|melaksanakan|mengikuti|hasil|sepulang|dari)\b[^.;]{0,60}?"
    r"\b(?:(?:pe)?magang(?:an)?|praktik\s+kerja|job\s+shadowing|"
    + STUDY
    + r")\b[^.;]{0,80}?\b(?:di|pada|ke|dari)\s+(?:lingkungan\s+)?$",
    re.I,
)


def gone_to(
    source: Source,
    mentions: list[InstitutionMention],
    start: int,
    end: int,
    sides: tuple[InstitutionMention, ...],
    *,
    within: bool = False,
) -> Chosen | None:
    """Where the sender's people have been, when the letter about it goes to a third: `magang kami di RSUP X` told to an RSUD at home.

    `within`: to another agency of the same region too, as a note within one house tells.
    """
    regions = {side.region for side in sides if side.region is not None and not within}
    for mention in mentions:
        if (
            not start < mention.start < end
            or mention.region in regions
            or mention.name in {side.name for side in sides}
            or (within and mention.kind != "agency")
        ):
            continue
        if _has_been(source, max(start, mention.start - 160), mention.start) and not cited(
            source.text, mention.start, mention.end
        ):
            return mention.name, mention
    return None


def _has_been(source: Source, begin: int, at: int) -> bool:
    return _BEEN.search(" ".join(source.text[begin:at].split()) + " ") is not None


def been_at(source: Source, party: Party) -> bool:
    """Whether the letter names the party as where its people have been."""
    at = source.offset(party.evidence)
    return party.role == "host" and _has_been(source, max(0, at - 160), at)

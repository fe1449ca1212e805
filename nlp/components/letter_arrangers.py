"""A letter by who arranges a programme between two regions: `Yth. 1. Sekretaris Daerah Kabupaten A 2. Sekretaris Daerah Kabupaten B`."""

import re
from dataclasses import replace

from nlp.components.institutions import government_of
from nlp.components.letter_ends import Chosen, addressee_of
from nlp.extraction import Party, Representative
from nlp.facts import InstitutionMention
from nlp.source import Source

_ADDRESS = 420  # characters from `Yth.` in which the addressees stand
_ARRANGES = re.compile(r"Badan Pengembangan Sumber Daya Manusia|Lembaga Administrasi Negara|.*\bPelatihan\b")
_GOES = r"\b(?:magang|kunjungan|berkunjung|belajar|studi\s+\w+|benchmarking|dikirim|diberangkatkan|ditempatkan)\b"
_RETURN = re.compile(r"\b(?:balik|balasan|balas)\b", re.I)


def arranged_parties(
    source: Source,
    mentions: list[InstitutionMention],
    addressed: int,
    closing: int,
    sender: Chosen,
    signer: Representative | None,
) -> list[Party]:
    """Home, host and the sender as facilitator; empty where it does not write to two regions, or does not say who goes where."""
    name, at = sender
    if at.kind != "central" and not _ARRANGES.match(name):
        return []
    arranges = Party(
        name,
        " ".join(source.text[at.start : at.end].split()),
        "facilitator",
        signer,
        source.evidence(at.start, at.end),
        0.8,
    )
    if sides := _sides_told(source, mentions, addressed, closing, at.region):
        return [*sides, arranges]
    written = [m for m in mentions if addressed < m.start < addressed + _ADDRESS and m.region not in (None, at.region)]
    regions = list(dict.fromkeys(m.region for m in written if m.region))
    if len(regions) != 2:
        return []
    told = [_told(source.text, addressed, closing, region) for region in regions]
    if told[0] == told[1]:
        return []
    host = regions[0] if told[0] > told[1] else regions[1]
    found = [
        _party(source, next(m for m in written if m.region == region), "host" if region == host else "home")
        for region in regions
    ]
    return [*sorted(found, key=lambda party: party.role != "home"), arranges]


# `… yang kami fasilitasi`: what the sender did, neither as home nor as host.
_ARRANGED = re.compile(
    r"\b(?:(?:yang|telah|akan|dapat)\s+)?kami\s+(?:fasilitasi|perantarai|koordinasikan|koordinir|jembatani)\b|\bkami\s+(?:telah\s+)?memfasilitasi\b"
    r"|\b(?:atas|dengan|melalui)\s+fasilitasi\s+(?:kami|\w+\s+kami)\b",
    re.I,
)


def _sides_told(
    source: Source, mentions: list[InstitutionMention], addressed: int, closing: int, own: str | None
) -> list[Party]:
    """Home, to which the letter is addressed, and host: `magang ASN Pemerintah Kabupaten A di lingkungan Pemerintah Kota B yang kami fasilitasi`."""
    arranged = _ARRANGED.search(source.text, addressed, closing)
    home = addressee_of(source, mentions, addressed, None)
    if arranged is None or home is None or home[1].region in (None, own):
        return []
    for mention in mentions:
        if not home[1].end < mention.start < arranged.start() or not mention.sure:
            continue
        if mention.region in (None, own, home[1].region) or arranged.start() - mention.start > _SENTENCE:
            continue
        before = " ".join(source.text[max(addressed, mention.start - 90) : mention.start].split()) + " "
        if _AMONG.search(before):
            return [
                replace(_party(source, home[1], "home"), name=home[0]),
                _party(source, mention, "host"),
            ]
    return []


_SENTENCE = 200  # characters
# `… magang 16 ASN Pemerintah Kabupaten A di lingkungan `
_AMONG = re.compile(
    r"\b(?:magang|belajar|praktik|kunjungan|studi)\b[^.;]{0,85}?\b(?:di|pada|ke)\s+(?:lingkungan\s+|lingkup\s+)?$", re.I
)


def _told(text: str, start: int, end: int, region: str) -> int:
    """How often people are said to go to the region, not in return."""
    kind, _, short = region.partition(" ")
    goes = re.compile(
        rf"(?P<what>{_GOES}[^.;\n]{{0,110}}?)\b(?:di|ke|pada)\s+(?:Pemerintah\s+)?(?:{kind}\s+)?{re.escape(short)}\b",
        re.I,
    )
    return sum(_RETURN.search(found["what"]) is None for found in goes.finditer(text, start, end))


def _party(source: Source, at: InstitutionMention, role: str) -> Party:
    name = government_of(at.region) if at.region and at.name.startswith("Sekretariat Daerah") else at.name
    return Party(
        name, " ".join(source.text[at.start : at.end].split()), role, None, source.evidence(at.start, at.end), 0.8
    )

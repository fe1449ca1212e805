"""The two ends of a letter: who writes it, by its letterhead or its signature, and whom it is addressed to."""

import re

from nlp.components.institutions import government_of, region_of
from nlp.components.party_names import HEAD_OF_REGION, government_name
from nlp.facts import InstitutionMention
from nlp.source import Source
from nlp.words.places import find_regions

Chosen = tuple[str, InstitutionMention]

# A part of a secretariat that writes letters of its own: `Kepala Biro Organisasi`, `BAGIAN HUKUM`.
_BUREAU = re.compile(r"(?:(?:Plt|Plh|Pj)\.?\s+)?(?:Kepala\s+)?(?P<bureau>(?:Biro|Bagian)\s+[^,]+)", re.I)


def _bureau(
    mentions: list[InstitutionMention], kop: list[InstitutionMention], office: str | None, region: str
) -> Chosen | None:
    """The bureau below the secretariat in the letterhead, or the one whose head signs; it writes for itself."""
    ours = [mention for mention in mentions if mention.region == region and _BUREAU.match(mention.name)]
    below = next((mention for mention in kop if mention in ours), None)
    if below is not None:
        return below.name, below
    headed = _BUREAU.match(office) if office is not None else None
    if headed is None or "kepala" not in headed.group().casefold():
        return None
    name = " ".join(headed.group("bureau").split()).casefold()
    whose = [mention for mention in ours if mention.name.casefold().startswith(f"{name.split(' setda')[0]} ")]
    whose.sort(key=lambda mention: not mention.sure)
    return (whose[0].name, whose[0]) if whose else None


def sender_of(
    source: Source, mentions: list[InstitutionMention], addressed: int, closing: int, office: str | None
) -> Chosen | None:
    """Who writes the letter whose address begins at `addressed`; `closing`: where its last words begin, `office`: who signs."""
    text = source.text
    head = re.search(
        r"^\W*(?P<head>BUPATI|GUBERNUR|WALI\s?KOTA)\s+(?P<region>[A-Z ]{3,40})$", text[: min(addressed, 400)], re.M
    )
    for mention in mentions:
        if mention.kind == "government" and head is not None and head.start() <= mention.start + 1 <= head.end():
            return mention.name, mention
    if (spaced := _spaced_head(text[:200])) is not None:
        return spaced
    if (superior := _signed_for(text, addressed)) is not None:
        return superior
    # A number that abbreviates what is not known (`445/419/RSUD-SK/VI/2026`) names nobody.
    kop = [
        mention
        for mention in mentions
        if mention.start < min(addressed, 700)
        and (mention.region is not None or text[mention.start - 1 : mention.start] != "/")
    ]
    kop = [mention for mention in kop if text.count("\n", 0, mention.start) <= 8]
    agencies = [mention for mention in kop if mention.kind != "government"]
    if head is not None:
        name = government_name(head.group("head"), head.group("region"), 0, 0, [])
        regional = next((mention for mention in mentions if mention.name == name), None)
        if regional is not None:
            return name, regional
        return name, InstitutionMention(
            head.start("head"), head.end(), name, name.removeprefix("Pemerintah "), "government"
        )
    if agencies:
        region = agencies[0].region
        if region is not None and agencies[0].name.startswith("Sekretariat Daerah"):
            # The secretariat writes for the government that it serves, unless one of its bureaus does.
            return _bureau(mentions, agencies, office, region) or (government_of(region), agencies[0])
        return agencies[0].name, agencies[0]
    if kop:
        return kop[0].name, kop[0]
    if (named := _signing_head(text, closing)) is not None:
        return named
    tail = [mention for mention in mentions if mention.start > closing]
    return (tail[0].name, tail[0]) if tail else None


# `a.n. BUPATI X` above the signature: the government writes, whoever signs.
_FOR_HEAD = re.compile(
    r"^\W*a\.?\s?n\.?\s*(?P<head>BUPATI|GUBERNUR|WALI\s?KOTA)\s+(?P<region>[A-Z][A-Z .’'-]{2,40}?)\s*,?\s*$", re.M
)


def _signed_for(text: str, addressed: int) -> Chosen | None:
    found = _FOR_HEAD.search(text, addressed)
    return (
        None
        if found is None
        else _government(found.group("head"), found.group("region"), found.start("head"), found.end("region"))
    )


# Who heads a body that is not named itself: `Yth. Inspektur Kota X`, `Sekretaris DPRD Kabupaten Y`.
_BODY_OF = {"Inspektur": "Inspektorat", "Sekretaris": "Sekretariat"}
_OFFICE_OF = re.compile(
    r"\b(?P<office>Inspektur|Sekretaris(?=\s+(?:DPRD|DPR|Dewan)\b))(?P<rest>(?:\s+(?:Daerah|DPRD))?)\s+"
    r"(?=(?:Kota|Kabupaten|Kab|Provinsi|Prov)\b)"
)


def addressee_of(
    source: Source, mentions: list[InstitutionMention], start: int, sender: Chosen | None
) -> Chosen | None:
    """Whom the address that begins at `start` names; never the sender."""
    text = source.text
    block = text[start : start + 220]
    for mention in mentions:
        if start <= mention.start <= start + 220 and (sender is None or mention.name != sender[0]):
            return mention.name, mention
    if (office := _OFFICE_OF.search(block)) is not None:
        named = find_regions(block[office.end() :])
        if named and named[0].start == 0 and named[0].explicit:
            body = _BODY_OF[office.group("office").split()[0]] + office.group("rest")
            end = office.end() + named[0].end
            name = f"{body} {' '.join(block[office.end() : end].split())}"
            begin = start + office.start("office")
            return name, InstitutionMention(begin, start + end, name, region_of(name), "agency", sure=True)
    head = re.search(
        r"\b(?:Sdr\.?\s+)?(?P<head>Bupati|Gubernur|Wali\s?Kota)\s+(?P<region>[A-Z][\w]+(?: [A-Z]\w+){0,3})", block
    )
    if head is None:
        return None
    name = government_name(head.group("head"), head.group("region"), 0, 0, [])
    begin = start + head.start("head")
    return name, InstitutionMention(begin, start + head.end(), name, name.removeprefix("Pemerintah "), "government")


_SPACED = re.compile(
    r"^\W*(?P<head>B U P A T I|G U B E R N U R|W A L I ?K O T A)(?P<region>(?: +[A-Z]){3,30})\s*$", re.M
)


def _spaced_head(head: str) -> Chosen | None:
    """The letterhead `B U P A T I  L A H A T`."""
    found = _SPACED.search(head)
    if found is None:
        return None
    office = found.group("head").replace(" ", "")
    return _government(office, found.group("region").replace(" ", ""), found.start("head"), found.end("region"))


def _signing_head(text: str, closing: int) -> Chosen | None:
    """`a.n. BUPATI LAHAT` above the signature."""
    for line in re.finditer(r"^.*$", text[closing:], re.M):
        head = HEAD_OF_REGION.match(" ".join(line.group().split()).strip(" ,"))
        if head is not None and len(line.group()) < 60:
            return _government(head.group("head"), head.group("region"), closing + line.start(), closing + line.end())
    return None


def _government(head: str, region: str, start: int, end: int) -> Chosen:
    name = government_name(head, region, 0, 0, [])
    return name, InstitutionMention(start, end, name, name.removeprefix("Pemerintah "), "government")

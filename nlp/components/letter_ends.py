"""The two ends of a letter: who writes it, by its letterhead or its signature, and whom it is addressed to."""

import re

from nlp.components.institutions import government_of, region_of
from nlp.components.party_names import HEAD_OF_REGION, government_name
from nlp.components.typed_exports import own_words_end
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


_HEAD_OF_REGION_LINE = re.compile(r"^\W*(?P<head>BUPATI|GUBERNUR|WALI\s?KOTA)\s+(?P<region>[A-Z ]{3,40})$", re.M)


def sender_of(
    source: Source, mentions: list[InstitutionMention], addressed: int, closing: int, office: str | None
) -> Chosen | None:
    """Who writes the letter whose address begins at `addressed`; `closing`: where its last words begin, `office`: who signs."""
    text = source.text
    head = _HEAD_OF_REGION_LINE.search(text[: min(addressed, 400)])
    if plainly := _by_office(text, mentions, addressed, head):
        return plainly
    above = _above_address(text, mentions, addressed)
    # A number abbreviates who has filed the letter (`445/419/RSUD-SK/VI/2026`), often not who writes it.
    kop = [mention for mention in above if text[mention.start - 1 : mention.start] != "/"]
    if not kop and (signing := _signing_secretary(mentions, closing, office)) is not None:
        return signing
    kop = kop or [mention for mention in above if mention.region is not None]
    agencies = [mention for mention in kop if mention.kind != "government"]
    if not agencies and kop and (apart := _spaced_agency(text[:_HEAD], kop[0])) is not None:
        return apart
    if head is not None:
        return _headed_government(mentions, head)
    if agencies:
        return _agency_that_writes(mentions, agencies, office)
    if kop:
        return kop[0].name, kop[0]
    return _signing_head(text, closing) or _named_below(mentions, closing)


def _by_office(
    text: str, mentions: list[InstitutionMention], addressed: int, head: re.Match[str] | None
) -> Chosen | None:
    """The government whose head's office stands in the letterhead, or for whose head the letter is signed."""
    for mention in mentions:
        if mention.kind == "government" and head is not None and head.start() <= mention.start + 1 <= head.end():
            return mention.name, mention
    return _spaced_head(text[:200]) or _signed_for(text, addressed)


def _above_address(text: str, mentions: list[InstitutionMention], addressed: int) -> list[InstitutionMention]:
    """What the first lines of the page name, without the street."""
    return [
        mention
        for mention in mentions
        if mention.start < min(addressed, 700)
        and text.count("\n", 0, mention.start) <= 8
        and not _STREET.match(text, text.rfind("\n", 0, mention.start) + 1)
    ]


def _headed_government(mentions: list[InstitutionMention], head: re.Match[str]) -> Chosen:
    """The government of the head in the letterhead, as the letter names it elsewhere if it does."""
    name = government_name(head.group("head"), head.group("region"), 0, 0, [])
    regional = next((mention for mention in mentions if mention.name == name), None)
    if regional is not None:
        return name, regional
    return _government(head.group("head"), head.group("region"), head.start("head"), head.end())


def _agency_that_writes(
    mentions: list[InstitutionMention], agencies: list[InstitutionMention], office: str | None
) -> Chosen:
    """The first agency of the letterhead; a secretariat writes for the government that it serves, unless one of its bureaus does."""
    first = agencies[0]
    if first.region is None or not first.name.startswith("Sekretariat Daerah"):
        return first.name, first
    return _bureau(mentions, agencies, office, first.region) or (government_of(first.region), first)


def _named_below(mentions: list[InstitutionMention], closing: int) -> Chosen | None:
    below = next((mention for mention in mentions if mention.start > closing), None)
    return (below.name, below) if below is not None else None


_HEAD = 300  # characters
# `Jl. Sapta Marga, Kecamatan Dumbo Raya, Kota Gorontalo`: where the office stands.
_STREET = re.compile(r"\W*(?:jl\b|jln\b|jalan\s|komp(?:lek|leks)?\b|gedung\s|alamat\b)", re.I)
# `B A D A N   K E U A N G A N`: a line whose letters stand apart, its words farther apart.
_LETTERS_APART = re.compile(r"^[^\w\n]*(?P<line>[A-Z](?: [A-Z,]){3,}(?: {2,}[A-Z](?: [A-Z,])+)*)[^\w\n]*$", re.M)
_AGENCY = re.compile(r"(?:Dinas|Badan|Inspektorat|Sekretariat|Kecamatan|Satuan|Biro|Bagian)\b")


def _spaced_agency(head: str, government: InstitutionMention) -> Chosen | None:
    """The agency below its government in the letterhead, written with its letters apart."""
    found = _LETTERS_APART.search(head, government.end)
    if found is None or government.region is None:
        return None
    words = (word.replace(" ", "").capitalize() for word in re.split(r" {2,}", found["line"]))
    name = re.sub(r"\bDan\b", "dan", " ".join(words))
    if not _AGENCY.match(name):
        return None
    name = f"{name} {government.region}"
    return name, InstitutionMention(found.start("line"), found.end("line"), name, government.region, "agency")


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


_SECRETARY = re.compile(r"(?:(?:Plt|Plh|Pj|a\.?n)\.?\s+)*Sekretaris\s+Daerah\b", re.I)


def _signing_secretary(mentions: list[InstitutionMention], closing: int, office: str | None) -> Chosen | None:
    """The government whose secretary signs a letter without a letterhead."""
    if office is None or _SECRETARY.match(office) is None:
        return None
    signs = (
        mention
        for mention in mentions
        if mention.start >= closing and mention.region is not None and mention.kind in ("government", "agency")
    )
    mention = next(signs, None)
    return (government_of(mention.region), mention) if mention is not None and mention.region is not None else None


_OWN_LINE = re.compile(r"[>\s]*")


def ends_of_mail(text: str, mentions: list[InstitutionMention]) -> tuple[Chosen | None, Chosen | None]:
    """Who writes a mail and who gets it: the institution below the writer's name, and the one below that of the mail answered."""
    end = own_words_end(text)
    below = [
        mention
        for mention in mentions
        if max(0, end - _SIGNATURE) < mention.start < end and _on_own_line(text, mention)
    ]
    if not below:
        return None, None
    sender = below[-1]
    answered = (
        mention
        for mention in mentions
        if mention.start >= end and mention.region not in (None, sender.region) and _on_own_line(text, mention)
    )
    other = next(answered, None)
    return (sender.name, sender), (other.name, other) if other is not None else None


_SIGNATURE = 400  # characters


def _on_own_line(text: str, mention: InstitutionMention) -> bool:
    """The last line of the name begins and ends with it: an office above it (`Kepala Bidang X`) may name a section of it."""
    start = text.rfind("\n", 0, mention.end) + 1
    rest = text[mention.end : mention.end + 4].split("\n")[0]
    return _OWN_LINE.fullmatch(text, start, max(start, mention.start)) is not None and not rest.strip(" ,.")


# Who heads a body that is not named itself: `Yth. Inspektur Kota X`, `Sekretaris DPRD Kabupaten Y`.
_BODY_OF = {"Inspektur": "Inspektorat", "Sekretaris": "Sekretariat"}
_OFFICE_OF = re.compile(
    r"\b(?P<office>Inspektur|Sekretaris(?=\s+(?:DPRD|DPR|Dewan)\b))(?P<rest>(?:\s+(?:Daerah|DPRD))?)\s+"
    r"(?=(?:Kota|Kabupaten|Kab|Provinsi|Prov)\b)"
)


_HEAD_ADDRESSED = re.compile(
    r"\b(?:Sdr\.?\s+)?(?P<head>Bupati|Gubernur|Wali\s?Kota)\s+(?P<region>[A-Z][\w]+(?: [A-Z]\w+){0,3})"
)
_ADDRESS = 220  # characters behind `Yth.` in which the address stands


def addressee_of(
    source: Source, mentions: list[InstitutionMention], start: int, sender: Chosen | None
) -> Chosen | None:
    """Whom the address that begins at `start` names; never the sender."""
    text = source.text
    block = text[start : start + _ADDRESS]
    office = _OFFICE_OF.search(block)
    for mention in mentions:
        if office is not None and mention.start > start + office.end():
            break  # what stands behind the office belongs to the letter that is answered
        in_number = text[mention.start - 1 : mention.start] == "/"
        named = start <= mention.start <= start + _ADDRESS and not in_number
        if named and (sender is None or mention.name != sender[0]):
            return mention.name, mention
    if office is not None and (body := _body_of(office, block, start)) is not None:
        return body
    head = _HEAD_ADDRESSED.search(block)
    if head is None:
        return None
    return _government(head.group("head"), head.group("region"), start + head.start("head"), start + head.end())


def _body_of(office: re.Match[str], block: str, start: int) -> Chosen | None:
    """The body whose head is addressed, `Inspektorat Kota X`; `start`: the offset of the address."""
    region = next(iter(find_regions(block[office.end() :])), None)
    if region is None or region.start != 0 or not region.explicit:
        return None
    end = office.end() + region.end
    name = f"{_BODY_OF[office['office'].split()[0]]}{office['rest']} {' '.join(block[office.end() : end].split())}"
    at = InstitutionMention(start + office.start("office"), start + end, name, region_of(name), "agency", sure=True)
    return name, at


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

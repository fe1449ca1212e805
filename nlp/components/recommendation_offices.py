"""Offices that stand for the unit they lead (`Kabag Keuangan`, `Gubernur`), and the region whose units a document speaks of."""

import re

from nlp.components.institutions import region_of
from nlp.components.recommendation_words import is_action
from nlp.extraction import Kind
from nlp.facts import Facts
from nlp.words.places import RegionMention, find_regions

_I = re.IGNORECASE
_UNITS = {
    "bag": "Bagian",
    "bid": "Bidang",
    "subag": "Subbagian",
    "subbag": "Subbagian",
    "sie": "Seksi",
    "si": "Seksi",
    "ro": "Biro",
    "dis": "Dinas",
    "ban": "Badan",
    "inst": "Instalasi",
    "nit": "Unit",
    "sek": "Sekretariat",
    "sekr": "Sekretariat",
}
# `Kabag Keuangan`, `Ka. Inst. Farmasi`, `Kepala Bidang Aset`: the one who leads stands for the unit.
_HEAD = re.compile(
    r"(?:plt\.?\s+|plh\.?\s+|pj\.?\s+|sdr\.?\s+|para\s+)?(?:ka\.?\s?(?P<short>bag|bid|subb?ag|sie?|ro|dis|ban|inst|nit)\b\.?"
    r"|(?:kepala|ka\.?|manajer)\s+(?P<whole>bagian|bidang|sub\s?bagian|subbag|seksi|biro|instalasi|inst|unit|uptd?|bag|bid|laboratorium)\b\.?)\s+(?=\S)",
    _I,
)
_SHORT_UNIT = re.compile(r"(?P<short>bag|bid|subb?ag|inst|sekr)\.\s*(?=\S)", _I)
# `Sekretaris DPRD`, `Kasatpol PP`, `Kadinkes`: heads whose title holds the unit's short name.
_COUNCIL_SECRETARY = re.compile(
    r"(?:sdr\.?\s+|bapak\s+|ibu\s+)?(?:sekretaris\s+(?:dewan|dprd)|sekwan)\b(?:\s+dprd\b)?", _I
)
_HEAD_OF_SHORT = re.compile(
    r"(?:plt\.?\s+|pj\.?\s+)?ka(?P<short>sat\s?pol|dis[a-z]{2,8}|din[a-z]{2,8})\b(?!\s+(?:i|ii|iii|iv)\b)", _I
)
_BAPEDA = re.compile(r"\bBapeda(?=\b|litbang|lda)")
# `Camat Dumai Kota`, `Kepala Puskesmas Sumur`: the head of a part of the region that has a name of its own.
_LOCAL_HEAD = re.compile(
    r"(?:plt\.?\s+|sdr\.?\s+|bapak\s+|ibu\s+)?(?P<head>camat|lurah|kepala\s+(?:distrik|puskesmas|desa|kelurahan))\s+(?=(?-i:[A-Z]))(?!se-?)",
    _I,
)
_LOCAL = {
    "camat": "Kecamatan",
    "lurah": "Kelurahan",
    "distrik": "Distrik",
    "puskesmas": "Puskesmas",
    "desa": "Desa",
    "kelurahan": "Kelurahan",
}
_ORG = re.compile(r"\bOrg\b\.?")
# A heading or a label that asks the head of the region himself: `USULAN UNTUK BAPAK GUBERNUR`, `Sekda:`.
_TO_OFFICE = re.compile(
    r"(?:^|\b(?:untuk|kepada|bagi|yth\.?|kiranya|agar|supaya|perkenan|persetujuan|perhatian|(?:me)?mohon)\s+)(?:yth\.?\s+)?(?:bapak|ibu|sdr\.?|saudara|pak|bu|pj\.?)?\s*"
    r"(?P<office>gubernur|bupati|wali\s?kota|sekda\w*|sekretaris\s+daerah)\b",
    _I,
)
# `kiranya Bapak Bupati berkenan memerintahkan:`: others are to act.
_TO_HAVE_DONE = re.compile(
    r"\b(?:memerintahkan|menginstruksikan|mendisposisikan|menugaskan)\b|\bmenyetujui(?:\s+hal\b[^:]*)?\s*:?\s*$", _I
)
_OWN_UNIT = re.compile(
    r"^(?:kami|kita)\s+sendiri$|\b(?:opd|skpd|perangkat\s+daerah|dinas|badan|inspektorat|instansi|kantor|unit(?:\s+kerja)?|rsud|rumah\s+sakit|puskesmas|kecamatan)\s+(?:kita|kami|sendiri|saya|asal(?:nya)?|mereka)\b|\b(?:rumah|tempat)\s+(?:(?:kita|kami)\s+)?sendiri\b|\b(?:untuk|bagi|buat)\s+(?:rumah|tempat)\s+(?:kita|kami)\b"
    r"|^(?:dinas|badan|inspektorat|instansi|kantor|biro|bagian|rumah\s+sakit)nya$",
    _I,
)
# `Direktur`, `Bapak Kepala Badan`, `Kepala Dinas` with no name behind it.
_OWN_HEAD = re.compile(
    r"^\W*(?:kepada\s+|untuk\s+|bagi\s+)?(?:yth\.?\s+)?(?:bapak\s+|ibu\s+|saudara\s+|sdr\.?\s+|pak\s+|bu\s+)?"
    r"(?:kepala\s+(?P<unit>badan|dinas|kantor|satuan|biro|bagian|pelaksana)|direktur)\b(?!\s+(?!(?:kita|kami|dan|atau|agar|untuk)\b)(?-i:[A-Z]))",
    _I,
)
# The same behind other words: `Usulan kami kepada Kepala Dinas:`, `memohon perkenan Bapak Kepala Pelaksana untuk:`.
_TO_OWN_HEAD = re.compile(
    r"\b(?:kepada|perkenan|persetujuan|kiranya|(?:me)?mohon|untuk|bagi)\s+(?:yth\.?\s+)?(?:bapak\s+|ibu\s+|saudara\s+|sdr\.?\s+|pak\s+|bu\s+)?"
    r"(?:kepala\s+(?P<unit>badan|dinas|kantor|satuan|biro|pelaksana)|direktur|inspektur)\b(?!\s+(?!(?:kita|kami|dan|atau|agar|untuk)\b)(?-i:[A-Z]))",
    _I,
)
# `Untuk Diskominfo siapkan …`, `Bagi Biro Hukum, susun …`: for whom, then what, with no mark between.
_FOR_WHOM_WHAT = re.compile(
    r"\s*(?i:untuk|bagi|kepada|buat)\s+[A-Z][\w.-]*(?:,?\s+(?:dan\s+)?[A-Z][\w.-]*){0,8},?\s+(?=[a-z]+\s)"
)
# `Dinas menyiapkan …`, `Badan kita perlu …`: the kind of the writers' agency in place of its name.
_OWN_KIND = re.compile(
    r"\W*(?:(?:agar|supaya|sebaiknya|hendaknya|kiranya|pihak|manajemen|kepada)\s+)*(?P<kind>dinas|badan|kantor|biro|rsud|rs|rumah\s+sakit|puskesmas|kecamatan|kelurahan|inspektorat|satuan)\s+(?:(?:kami|kita|sendiri)\s+)?"
    r"(?:(?:juga|segera|mulai|akan|dapat|bisa)\s+)*(?:(?:perlu|harus|wajib|hendaknya|sebaiknya|seyog(?:ia|ya)nya|kiranya|agar|supaya|diharapkan|disarankan|diminta)\b|(?-i:me(?!ngah|dis|dia|lalui)[a-z]{4,}\b|be(?:kerja\s+sama|rkoordinasi|rbagi|rmitra|rsurat)\b))",
    _I,
)
_OURSELVES = re.compile(r"^(?:kami|kita)(?:\s+(?:sendiri|semua|bersama\b.*))?$", _I)
_OUR_PART = re.compile(r"^(?:bidang|bagian|seksi|sub\s?bag\w*|unit)\s+(?:kami|kita|saya|sendiri)\b", _I)
_OURS_BEHIND = re.compile(r"\s+(?:kami|kita|sendiri)$", _I)
_PUBLIC = re.compile(r"(?:Rumah Sakit|Dinas|Badan|Puskesmas|Inspektorat|Biro|Bagian|Kecamatan|Sekretariat|UPTD?)\b")
# `Bagi para camat se-Kabupaten X`, `Seluruh kepala desa`: many of one kind, who have no name of their own.
_MANY = re.compile(
    r"\W*(?:(?:bagi|kepada|untuk|buat)\s+)?(?P<who>pemerintah\s+(?:desa|kampung|nagari|gampong|pekon|negeri|kelurahan)|(?:para|seluruh|semua|setiap)\s+(?:camat|lurah|kecamatan|kelurahan|keuchik|kades|wali\s+nagari|kepala\s+(?:desa|kelurahan|distrik|kampung|pekon|lembang|puskesmas|sekolah|pasar))\b(?:\s+se-?\s?[A-Z][\w. -]{3,40})?)\W*$",
    _I,
)
_OTHERS_LETTER = 1500  # characters within which a paper names whose it is


def as_unit(text: str) -> str:
    """`text` with the unit in place of the one who leads it, and the unit's word written out: `Kabag Umum` gives `Bagian Umum`."""
    text = _ORG.sub("Organisasi", text)
    text = _BAPEDA.sub("Bappeda", text)
    if secretary := _COUNCIL_SECRETARY.match(text):
        return f"Sekretariat DPRD{text[secretary.end() :]}"
    if short_head := _HEAD_OF_SHORT.match(text):
        return f"{short_head['short'].capitalize()}{text[short_head.end() :]}"
    if local := _LOCAL_HEAD.match(text):
        return f"{_LOCAL[local['head'].casefold().split()[-1]]} {text[local.end() :]}"
    head = _HEAD.match(text)
    if head:
        word = (head["short"] or head["whole"]).casefold()
        return f"{_UNITS.get(word, word.upper() if word.startswith('upt') else word.capitalize())} {text[head.end() :]}"
    short = _SHORT_UNIT.match(text)
    return f"{_UNITS[short['short'].casefold()]} {text[short.end() :]}" if short else text


def office_in(line: str) -> str | None:
    """`region` where a line addresses the head of the region, `secretariat` where its secretary, else None."""
    match = _TO_OFFICE.search(line)
    if match is None or _TO_HAVE_DONE.search(line, match.end()):
        return None
    return "secretariat" if match["office"].casefold().startswith("sek") else "region"


def is_own_unit(line: str) -> bool:
    """`Untuk OPD kita`, `Usulan untuk Perangkat Daerah sendiri`: the home agency, without its name."""
    return bool(_OWN_UNIT.search(line))


def end_of_own_head(line: str) -> int:
    """Where `Bapak Kepala Badan`, `Kepada Direktur` ends at the beginning of `line`; 0 without such words."""
    match = _OWN_HEAD.match(line)
    return match.end() if match else 0


def end_of_for_whom(text: str) -> int:
    """Where the action begins in `Untuk Diskominfo siapkan ruang simpan …`; 0 without such words."""
    match = _FOR_WHOM_WHAT.match(text)
    return match.end() if match and is_action(text[match.end() :]) else 0


def own_head(line: str, home: str | None) -> str | None:
    """`home` where `line` begins with the one who heads it, called by the kind of his agency alone."""
    match = _OWN_HEAD.match(line) or _TO_OWN_HEAD.search(line)
    if match is None or home is None:
        return None
    led = match["unit"]
    if led is not None and led.casefold() == "pelaksana":
        led = "badan penanggulangan"  # its head is called so
    kinds = (
        ("rumah sakit", "rsud", "perum", "pt ", "inspektorat") if led is None else (" ".join(led.casefold().split()),)
    )
    return home if home.casefold().startswith(kinds) else None


def own_kind(text: str, home: str | None) -> str | None:
    """`home` where `text` begins with its kind alone and what it is to do: `Dinas menyiapkan …`, `RSUD kami perlu …`."""
    match = _OWN_KIND.match(text) if home is not None else None
    if match is None or home is None:
        return None
    kind = " ".join(match["kind"].casefold().split())
    kind = "rumah sakit" if kind in {"rsud", "rs"} else kind
    return home if home.casefold().startswith(kind) else None


def many_of_one_kind(line: str) -> str | None:
    """`para camat se-Kabupaten X`, `seluruh kepala desa`; None where `line` names one or none."""
    many = _MANY.match(line)
    return many["who"][:1].lower() + many["who"][1:] if many else None


def is_ourselves(owner: str) -> bool:
    """`kami`, `kita sendiri`, `kami bersama Dinas X`."""
    return bool(_OURSELVES.match(owner))


def is_our_part(owner: str) -> bool:
    """`Bidang kami`."""
    return bool(_OUR_PART.match(owner))


def without_ours(owner: str) -> str:
    """`Bidang Penagihan kami` without its last word."""
    return _OURS_BEHIND.sub("", owner)


def home_region(facts: Facts, text: str) -> str | None:
    """The region whose units are to act: that of the home side; where no home is known the first that the paper's head names.

    A letter's head names its sender. Elsewhere the host's region counts only if there is no other.
    """
    home = next((party.name for party in facts.parties if party.role == "home"), None)
    if home is not None and (region_of(home) or not _PUBLIC.match(home)):
        return region_of(home)
    host = next((region_of(party.name) for party in facts.parties if party.role == "host"), None)
    named = [
        mention.candidates[0].official
        for mention in _in_head(text[:_OTHERS_LETTER])
        if mention.explicit and len(mention.candidates) == 1
    ]
    if facts.kind is Kind.LETTER:
        return named[0] if named else host
    return next((region for region in named if region != host), None)


def _in_head(text: str) -> list[RegionMention]:
    """The regions that a paper's head names, without the province in which the one before it lies: `KABUPATEN X PROVINSI Y`."""
    found = find_regions(text)
    return [
        mention
        for before, mention in zip([None, *found], found, strict=False)
        if before is None
        or not mention.candidates[0].official.startswith("Provinsi")
        or text[before.end : mention.start].strip(" ,\n(")
    ]

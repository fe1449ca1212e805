"""Parties: who contracts, from the comparition, the title and last the signatures; who sends and receives, from the story.

`untuk dan atas nama X` names the party whatever the office of who signs. Institutions only cited, witnesses, copies and
letterheads are none.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.institutions import government_of, region_of
from nlp.extraction import Kind, Party, Representative
from nlp.facts import Facts, InstitutionMention
from nlp.names import DEGREE, completed, title_case
from nlp.source import Source
from nlp.zones import PartySegment, Zones, zones

EXPLICIT, NAMED, TITLED, GUESSED = 0.97, 0.92, 0.85, 0.6

_OFFICE = (
    r"(?:Pj\.?|Pjs\.?|Plt\.?|Plh\.?|PJ\.?|PLT\.?|PLH\.?|Penjabat|Pelaksana\s+(?:Tugas|Harian)|Gubernur|GUBERNUR|"
    r"Bupati|BUPATI|Wali\s?[Kk]ota|"
    r"WALI\s?KOTA|Wakil|Kepala|KEPALA|Rektor|REKTOR|Dekan|DEKAN|Direktur|DIREKTUR|Direksi|Ketua|KETUA|"
    r"Sekretaris|SEKRETARIS|Inspektur|"
    r"INSPEKTUR|Camat|CAMAT|Lurah|Presiden|Menteri|Deputi|Asisten|Komandan|Pimpinan|PIMPINAN|Manajer|Manager|"
    r"General\s+Manager|Pemimpin|"
    r"Kapolre\w+|Kapolda|Kajari|Vice\s+President|Chief|Branch|Executive|Mayor|Lord\s+Mayor|Head|Director|Rector|"
    r"Dean|Governor|"
    r"Acting|Vice|Deputy|Secretary|President|Minister|Chair\w*|Pembantu|Koordinator|Komisaris|Pengurus|Pembina|"
    r"Kuasa|Pejabat|Staf\s+Ahli|Pengelola|Penanggung\s+[Jj]awab)"
)
_BODY = (
    r"(?:Pemerintah|PEMERINTAH|Pemprov|Pemkab|Pemkot|Dinas|DINAS|Badan|BADAN|Biro|BIRO|Bagian|BAGIAN|"
    r"Inspektorat|INSPEKTORAT|Sekretariat|"
    r"SEKRETARIAT|Rumah\s+Sakit|RUMAH\s+SAKIT|RSUD|RSUP|RS\b|Universitas|UNIVERSITAS|Institut|INSTITUT|"
    r"Politeknik|POLITEKNIK|Fakultas|FAKULTAS|"
    r"Sekolah|SEKOLAH|Akademi|AKADEMI|PT\b|PT\.|CV\b|Perusahaan|PERUSAHAAN|Perum\w*|PERUM\w*|Yayasan|YAYASAN|"
    r"Perkumpulan|Asosiasi|Lembaga|"
    r"LEMBAGA|Kementerian|KEMENTERIAN|Kantor|KANTOR|Pengadilan|PENGADILAN|Kejaksaan|KEJAKSAAN|Balai|BALAI|Pusat|"
    r"PUSAT|Direktorat|DIREKTORAT|"
    r"Perwakilan|PERWAKILAN|Komisi|KOMISI|Bank|BANK|Koperasi|KOPERASI|City\s+of|CITY\s+OF|STIKES|Kepolisian|"
    r"KEPOLISIAN|Kecamatan|KECAMATAN|"
    r"Satuan|SATUAN|Dewan|DEWAN|Unit|UNIT|UPTD?\b|BPJS|BUMD|Puskesmas|PUSKESMAS|Ikatan|Himpunan|Loka|LOKA|"
    r"Baznas|BAZNAS|Palang|The\s)"
)
_STOP = (
    r"(?=\s*[,;]?\s*(?:\(?\s*(?<![A-Za-z])(?:yang\b|untuk\b|selanjutnya\b|kemudian\b|berkedudukan|berkantor|"
    r"beralamat|berdasarkan|diangkat|ditetapkan|"
    r"dalam\s+hal|dari\s+dan|bertindak|oleh\s+karena|sesuai\b|selaku\b|sebagaimana|disebut|sebagai\b|sah\b|"
    r"mewakili|dan\s+(?:sah|oleh|karena|berdasar|selanjutnya|berkedudukan)|serta\s+(?:sah|berdasar)|"
    r"untuk\s+dan\s+atas|hereinafter|Badan\s+(?:Usaha|Hukum)|suatu\b|sebuah\b|perseroan|didirikan|alamat\s*:|"
    r"Alamat\b|NIP\b|NIK\b|Pangkat\b|Instansi\s*:|Unit\s+Kerja\s*:|-{3,}))|\s*[;(]|\s*[.,]?\s*$|"
    r"\.\s+(?=Selanjutnya|Untuk|Yang|Dalam))"
)
_ON_BEHALF = re.compile(
    r"(?:untuk\s+dan\s+atas\s+nama|untuk\s+atas\s+nama|for\s+and\s+on\s+behalf\s+of|(?P<weak>atas\s+nama|"
    r"mewakili|representing))"
    r"(?:\s+(?:serta|dan)\s+sah(?:\s+mewakili)?|\s+sah\s+mewakili|\s+serta\s+mewakili)?\s*[:“\"]?\s*(?P<name>\S.*?)"
    + _STOP,
    re.I,
)
_ROW_END = (
    r"(?=\s*(?:[;,]?\s*(?:\bNIP\b|\bN\s?I\s?P\b|\bNRP\b|\bNIDN\b|\bNIK\b|\bJabatan\b|\bJ\sa\sb\sa\st\sa\sn\b|"
    r"\bPangkat\b|\bGolongan\b|\bAlamat\b|\bInstansi\b|\bUnit\s+[Kk]erja\b|\bPekerjaan\b|"
    r"\bKedudukan\b|\bTempat\b|\bBerkedudukan\b|\bberkedudukan\b|\bberalamat\b|\bdalam\s+hal\s+ini\b|"
    r"\bDalam\s+hal\s+ini\b|\bbertindak\b|\bBertindak\b|"
    r"\buntuk\s+dan\s+atas\b|\bUntuk\s+dan\s+atas\b|\bberdasarkan\b|\bBerdasarkan\b|\byang\b|\bselanjutnya\b|"
    r"\bSelanjutnya\b|\bdiangkat\b|\batas\s+nama\b))|\s*;?\s*$)"
)
_ROWS = {
    "name": re.compile(r"\bN\s?a\s?m\s?a(?:\s+[Ll]engkap)?\s*:\s*(?P<text>.*?)" + _ROW_END),
    "position": re.compile(r"\bJ\s?a\s?b\s?a\s?t\s?a\s?n\s*:\s*(?P<text>.*?)" + _ROW_END),
    "body": re.compile(
        r"\b(?:Instansi|Unit\s+[Kk]erja|Nama\s+[Ii]nstansi|Lembaga|Perusahaan)\s*:\s*(?P<text>.*?)" + _ROW_END
    ),
}
_LEAD = re.compile(
    r"^(?:[\s:;,.\-–—|_\"”’')]+|I[IL]{1,2}\s+(?=[A-Z])|[IVXLl|1]{1,4}[.)]\s*|(?:dan|serta|dengan|"
    r"and)\s+(?=[\dIVX(]|[A-Z])|\(?(?:\d{1,2}|[IVX]{1,5}|[a-e])[.)]+\s*|\(\d\)\s*|\d{1,2}\s+(?=[A-Z])|:\s*)+"
)
_SELAKU = re.compile(
    r"[\s,:]+(?:(?:yang\s+|dalam\s+hal\s+ini\s+)*bertindak\s+)?(?:selaku|sebagai|dalam\s+(?:jabatannya|"
    r"kedudukannya|kapasitasnya)(?:\s+(?:selaku|sebagai))?|jabatan\s*:|yang\s+menjabat(?:\s+sebagai)?)\s+"
)
_OFFICE_AT = re.compile(r"(?:^|[\s,:]+)(?P<office>" + _OFFICE + r"\b.*)", re.S)
_POSITION_END = re.compile(r"^(?P<text>.*?)" + _STOP, re.S | re.I)
_REPRESENTED = re.compile(
    r"(?:dalam hal ini )?(?:yang )?(?:secara sah )?(?:di ?wakili|diwakilkan|"
    r"represented)\s+(?:secara\s+sah\s+)?(?:oleh|by)\s*:?\s+(?P<name>.*?)(?:[,\s]+(?:(?:yang\s+|"
    r"dalam\s+hal\s+ini\s+)*bertindak\s+)?(?:selaku|sebagai|dalam\s+(?:jabatan\w*|kedudukan\w*)(?:\s+selaku)?|"
    r"as)\s+|,\s+(?=" + _OFFICE + r"\b))(?P<position>.*?)" + _STOP,
    re.I,
)
_BLANK = re.compile(r"\.{4,}|…{2,}|_{3,}|\bX{4,}\b")
_HEAD_OF_REGION = re.compile(
    r"^(?:(?:a\.?n\.?|pj\w?\.?|plt\.?|plh\.?|penjabat(?:\s+sementara)?|pelaksana\s+(?:tugas|harian)|wakil|"
    r"u\.b\.)\s+)*"
    r"(?P<head>gubernur|bupati|wali\s?kota)\s+(?P<region>.+)$",
    re.I,
)
_AGENCY_HEAD = re.compile(
    r"^(?:(?:pj\w?\.?|plt\.?|plh\.?|penjabat|pelaksana\s+(?:tugas|harian)|a\.?n\.?)\s+)*"
    r"(?:wakil\s+)?(?:kepala|direktur(?:\s+utama)?|rektor|dekan|ketua|pimpinan|inspektur|camat|sekretaris|"
    r"manajer|pemimpin)\s+(?P<body>.+)$",
    re.I,
)


@Language.factory("parties")
def make_parties(nlp: Language, name: str) -> "PartyFinder":
    """The component that sets `facts.parties`."""
    return PartyFinder()


class PartyFinder:
    def __call__(self, doc: Doc) -> Doc:
        source: Source = doc._.source
        facts: Facts = doc._.facts
        if facts.kind in (Kind.MOU, Kind.AGREEMENT):
            facts.parties = contract_parties(source, facts.institutions)
        elif facts.kind in (Kind.REPORT, Kind.NEWS, Kind.LETTER):
            facts.parties = story_parties(source, facts)
        return doc


# ---------------------------------------------------------------- agreements


def contract_parties(source: Source, mentions: list[InstitutionMention]) -> list[Party]:
    """Those that contract, in the order of the comparition, or of the title where there is no comparition."""
    parts = zones(source)
    found: list[Party] = []
    for segment in parts.segments:
        party = _party_of_segment(source, mentions, parts, segment, len(found) + 1)
        if party is not None and all(party.name.casefold() != other.name.casefold() for other in found):
            found.append(party)
    titled = _titled_parties(source, mentions, parts)
    if len(found) >= 2 or len(found) >= len(titled):
        return found
    return [_with_signature(source, parts, party) for party in titled] if len(titled) >= 2 else found


def _party_of_segment(
    source: Source, mentions: list[InstitutionMention], parts: Zones, segment: PartySegment, number: int
) -> Party | None:
    flat = source.flat
    text = flat.text[segment.start : segment.end]
    name, position = _representative(text)
    confidence = EXPLICIT
    span: tuple[int, int] | None = None
    behalf = _behalf(text)
    if behalf is not None:
        span = behalf
    else:
        row = _ROWS["body"].search(text)
        if row is not None and row.group("text").strip():
            span = row.span("text")
        else:
            begin = _body_first(text)
            if begin is not None:
                span, confidence = begin, NAMED
            elif position is not None:
                place = text.find(position)
                body = _AGENCY_HEAD.match(position)
                if _HEAD_OF_REGION.match(position):
                    span, confidence = (place, place + len(position)), NAMED
                elif body is not None and place >= 0:
                    span, confidence = (place + body.start("body"), place + body.end("body")), TITLED
    if span is None:
        return None
    start, end = flat.span(segment.start + span[0], segment.start + span[1])
    official = official_party_name(source.text[start:end], start, end, mentions)
    if official is None:
        return None
    if source.page_at(start).source == "ocr":
        official = _without_slip(official, position, source.flat.text[: parts.title_end])
    tail = flat.text[parts.ending :]
    if name is not None:
        name = completed(name, tail) if "," not in name else name
    elif _BLANK.search(text) is None:
        name = _signature_name(source, parts, segment.label, official)
    representative = Representative(name, position) if name or position else None
    return Party(
        name=official,
        as_written=" ".join(source.text[start:end].split()),
        role=f"party_{number}",
        representative=representative,
        evidence=source.evidence(start, end),
        confidence=confidence,
    )


def _without_slip(name: str, position: str | None, title: str) -> str:
    """A name read by OCR, as the same name stands in the position or the title (`Pengadilari Agama` -> `Pengadilan Agama`)."""
    folded = name.casefold()
    if folded in title.casefold():
        return name
    words = title.split()
    size = len(name.split())
    others = [" ".join(words[index : index + size]).strip(" ,.;:") for index in range(len(words) - size + 1)]
    body = _AGENCY_HEAD.match(position) if position else None
    if body is not None:
        others.insert(0, body.group("body"))
    for other in others:
        if other.casefold() != folded and SequenceMatcher(None, other.casefold(), folded).ratio() >= 0.93:
            return title_case(other)
    return name


def _behalf(text: str) -> tuple[int, int] | None:
    strong: tuple[int, int] | None = None
    weak: tuple[int, int] | None = None
    for found in _ON_BEHALF.finditer(text):
        name = found.group("name")
        if (
            re.match(r"(?i:jabatan|diri|dirinya|direksi|kepentingan|dan\b|yang\b)", name)
            or _BLANK.search(name)
            or len(name) < 3
        ):
            continue
        if found.group("weak"):
            weak = weak or found.span("name")
        else:
            strong = found.span("name")
    return strong or weak


def _body_first(text: str) -> tuple[int, int] | None:
    """A segment that begins with the institution: `PT X, diwakili oleh …`."""
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    if re.match(_BODY, text[begin:]) is None:
        return None
    found = re.match(
        r"(?P<name>.*?)(?:,?\s+(?:dalam\s+hal\s+ini\s+)?(?:yang\s+)?di ?wakili|,?\s+represented)", text[begin:], re.I
    )
    found = found or re.match(r"(?P<name>.*?)" + _STOP, text[begin:])
    if found is None or not found.group("name").strip(" ,"):
        return None
    seated = re.match(r"(?P<name>.*?)" + _STOP, found.group("name"))
    name = (seated or found).group("name").rstrip(" ,")
    return (begin, begin + len(name)) if name else None


def _representative(text: str) -> tuple[str | None, str | None]:
    """Name and position of who signs, as written; None where the text leaves them blank."""
    name_row, position_row = _ROWS["name"].search(text), _ROWS["position"].search(text)
    if name_row is not None:
        position = position_row.group("text") if position_row else None
        if position is None:
            _, position = _inline(text[name_row.end("text") :])
        return _name(name_row.group("text")), _position(position)
    represented = _REPRESENTED.search(text)
    if represented is not None:
        return _name(represented.group("name")), _position(represented.group("position"))
    lead = _LEAD.match(text)
    name, position = _inline(text[lead.end() if lead else 0 :])
    if position_row is not None:
        position = position_row.group("text")
    return _name(name), _position(position)


def _inline(text: str) -> tuple[str | None, str | None]:
    """`Name, S.H., Kepala Dinas X, berkedudukan di …` parted into name and position."""
    as_office = _SELAKU.search(text)
    office = _OFFICE_AT.search(text)
    if (
        as_office is not None
        and as_office.start() < 140
        and (office is None or as_office.start() <= office.start() + 2)
    ):
        end = _POSITION_END.match(text[as_office.end() :])
        return text[: as_office.start()], end.group("text") if end else None
    if office is not None and office.start() < 140:
        end = _POSITION_END.match(office.group("office"))
        return text[: office.start()], end.group("text") if end else None
    return None, None


def _name(text: str | None) -> str | None:
    if text is None or _BLANK.search(text):
        return None
    text = re.sub(r"\s+", " ", text).strip(' ,:;-–|“”"')
    text = re.sub(r"^(?:Sdr\.?i?|Bapak|Ibu|Saudara)\s+", "", text)
    if text.count("(") > text.count(")"):
        text = text.split("(")[0].strip(" ,")
    letters = sum(letter.isalpha() for letter in text)
    plain = re.search(r"[^\W\d_]{3,}", re.sub(DEGREE + r"(?=\W|$)", " ", text))
    if plain is None and re.search(r"\b[A-Z]\b|-", text):
        return None
    if letters < 3 or len(text) > 90 or any(letter.isdigit() for letter in text) or re.match(_BODY + r"\s", text):
        return None
    if re.search(r"\b(?:yang|dengan|pada|hari|tanggal|bertempat|antara|oleh)\b", text):
        return None
    return text


def _position(text: str | None) -> str | None:
    if text is None or _BLANK.search(text):
        return None
    text = re.split(r"\s+:\s|\s*:\s*(?=Jl|Jalan)", text)[0]
    text = re.sub(r"\s+", " ", text).strip(' ,:;.-–|“”"') if not text.rstrip().endswith("Tbk.") else text.strip()
    if len(text) < 4 or len(text) > 220:
        return None
    return text


def official_party_name(written: str, start: int, end: int, mentions: list[InstitutionMention]) -> str | None:
    """The official name of the party written at `[start, end)`: the institution found there, or the words themselves."""
    written = " ".join(written.split()).strip(' ,;:.“”"')
    head = _HEAD_OF_REGION.match(written)
    if head is not None:
        return government_name(head.group("head"), head.group("region"), start, end, mentions)
    inside = [
        mention
        for mention in mentions
        if mention.start >= start - 2 and mention.end <= end + 60 and mention.start < end
    ]
    for mention in sorted(inside, key=lambda mention: (mention.start, -mention.end)):
        if mention.start <= start + 3 and mention.end >= end - 3:
            return mention.name
    if len(written) < 4 or not re.search(r"[A-Z]", written):
        return None
    name = title_case(written, mixed=True)
    name = re.sub(r"^The\s+", "", name)
    english = _ENGLISH_GOVERNMENT.match(name)
    if english is not None:
        region = region_of(_indonesian(english.group("region")))
        if region is not None:
            return government_of(region)
    return re.sub(r"^Pemda\s+", "Pemerintah Daerah ", name)


_ENGLISH_GOVERNMENT = re.compile(
    r"^(?:Provincial |Regional |City |Regency |Local )*Government of (?:the )?(?P<region>.+?)(?: Province|"
    r" Regency)?(?:,.*)?$"
)
_COMPASS = {
    "East": "Timur",
    "West": "Barat",
    "Central": "Tengah",
    "North": "Utara",
    "South": "Selatan",
    "Southeast": "Tenggara",
}


def _indonesian(region: str) -> str:
    """`East Java` -> `Provinsi Jawa Timur`; `Denpasar City` -> `Kota Denpasar`."""
    compass = re.match(
        r"(?:the )?(?:Province of )?(\w+) (Java|Sumatra|Sumatera|Kalimantan|Sulawesi|Nusa Tenggara|Papua)\b",
        region,
        re.I,
    )
    if compass is not None and compass.group(1).capitalize() in _COMPASS:
        island = {"Java": "Jawa", "Sumatra": "Sumatera"}.get(compass.group(2).title(), compass.group(2))
        return f"Provinsi {island} {_COMPASS[compass.group(1).capitalize()]}"
    city = re.match(r"(?:the )?(?:City of )?(?P<name>[\w ]+?)(?P<city> City)?$", region)
    return f"Kota {city.group('name')}" if city is not None and city.group("city") else region


def government_name(head: str, region: str, start: int, end: int, mentions: list[InstitutionMention]) -> str:
    """`Bupati Nagekeo` -> `Pemerintah Kabupaten Nagekeo`; a mention of that government gives its exact name."""
    for mention in mentions:
        if start <= mention.start < end and mention.kind == "government":
            return mention.name
    level = {"g": "Provinsi", "b": "Kabupaten", "w": "Kota"}[head[0].casefold()]
    region = re.sub(r"^(?:provinsi|kabupaten|kota)\s+", "", title_case(region), flags=re.I)
    if region.casefold().startswith(("daerah istimewa yogyakarta", "diy")):
        return government_of("Daerah Istimewa Yogyakarta")
    return government_of(f"{level} {region}")


_JOINT = re.compile(r"^\W*(?:dengan|dan|serta|with|and)\W*$", re.I)
_TITLE_PARTIES = re.compile(
    r"\b(?:antara|between)\b\s*:?\s+(?P<all>.+?)\s*(?=\b(?:tentang|mengenai|concerning|regarding|nomor|no\.|"
    r"memorandum\s+of|pada\s+hari)\b)",
    re.I,
)


def _titled_parties(source: Source, mentions: list[InstitutionMention], parts: Zones) -> list[Party]:
    """The parties of the title, `ANTARA X DENGAN Y TENTANG …`."""
    flat = source.flat
    found = _TITLE_PARTIES.search(flat.text, 0, max(parts.title_end, 1200))
    if found is None:
        return []
    first, last = flat.span(found.start("all"), found.end("all"))
    lines = [(start, stop) for start, stop in source.lines if start >= first - 1 and stop <= last + 1]
    groups: list[list[tuple[int, int]]] = [[]]
    for start, stop in lines or [(first, last)]:
        start = max(start, first)
        line = source.text[start:stop]
        if _JOINT.match(line):
            groups.append([])
            continue
        lead = re.match(r"\W*(?:dengan|antara)\s+(?=\S)", line, re.I)
        if lead and groups[-1]:
            groups.append([])
        # `BUPATI RAJA AMPAT DENGAN REKTOR UNIVERSITAS PAPUA` on one line.
        position = start + (lead.end() if lead else 0)
        for joint in re.finditer(
            r"\s+(?:dengan|DENGAN)\s+|,?\s+(?:DAN|dan)\s+(?=" + _BODY + "|" + _OFFICE + r")", line
        ):
            if start + joint.start() <= position:
                continue
            groups[-1].append((position, start + joint.start()))
            groups.append([])
            position = start + joint.end()
        groups[-1].append((position, stop))
    parties: list[Party] = []
    for group in groups:
        if not group:
            continue
        start, end = group[0][0], group[-1][1]
        written = " ".join(source.text[start:end].split()).strip(" ,;")
        short = re.split(
            r",\s+(?=(?:PROVINSI|REPUBLI[CK]|NORTHERN|AUSTRALIA|JAPAN|KOREA|CHINA|MALAYSIA|INDONESIA|"
            r"THE\s+REPUBLIC|NETHERLANDS|BELANDA|JEPANG|TIONGKOK|GERMANY|JERMAN|USA|UNITED)\b)",
            written,
            flags=re.I,
        )[0]
        if short != written:
            tail = re.search(r",", source.text[start:end])
            end = start + tail.start() if tail else end
        official = official_party_name(source.text[start:end], start, end, mentions)
        if official is None:
            continue
        parties.append(
            Party(
                official,
                " ".join(source.text[start:end].split()),
                f"party_{len(parties) + 1}",
                None,
                source.evidence(start, end),
                TITLED,
            )
        )
    return parties


_PERSON = re.compile(
    rf"^(?=.{{5,80}}$)(?:(?:Prof|Dr|dr|drg|Ir|Drs|Dra|H|Hj|KH|R|I|Pdt|"
    rf"apt)\.?\s+)*[A-Z][A-Za-z'’.]+(?:\s+[A-Z][A-Za-z'’.]*){{0,7}}(?:,\s*{DEGREE}\.?)*,?$"
)


def _signature_lines(source: Source, parts: Zones) -> list[str]:
    start, _ = source.flat.span(min(parts.ending, parts.end - 1), min(parts.ending, parts.end - 1) + 1)
    lines = [source.text[first:last] for first, last in source.lines if first >= start]
    for index, line in enumerate(lines):
        if re.match(r"\W*(?:saksi|mengetahui|menyetujui|menyaksikan|tembusan|lampiran)\b", line, re.I):
            return lines[:index]
    return lines


def _signature_name(source: Source, parts: Zones, label: str, official: str) -> str | None:
    """Who signs below the label, where the comparition does not name the person."""
    lines = _signature_lines(source, parts)
    for index, line in enumerate(lines):
        if line.strip(" ,:").casefold() != label.casefold():
            continue
        for following in lines[index + 1 : index + 7]:
            following = " ".join(following.split())
            if re.match(r"\W*(?:PIHAK|Pihak)\b", following):
                break
            if re.search(_OFFICE + r"\b|" + _BODY, following) or re.search(
                r"\d|\.{4}|materai|meterai|ttd", following, re.I
            ):
                continue
            if _PERSON.match(following):
                return following.rstrip(",")
    return None


def _with_signature(source: Source, parts: Zones, party: Party) -> Party:
    """A party of the title with who signs for it: `UNTUK X`, the name, the position below."""
    lines = [" ".join(line.split()) for line in _signature_lines(source, parts)]
    keys = {party.name.casefold(), party.as_written.casefold().removeprefix("the ")}
    for index, line in enumerate(lines):
        folded = re.sub(r"^(?:untuk|for(?: the)?|atas nama|on behalf of)\s+", "", line.casefold()).strip(" ,:")
        if folded not in keys:
            continue
        name: str | None = None
        parts_of_name: list[str] = []
        for following in lines[index + 1 : index + 10]:
            if re.match(r"(?i:for\b|untuk\b|ttd|materai|meterai|\W*$)", following):
                if re.match(r"(?i:untuk\b)", following) and parts_of_name:
                    break
                continue
            if re.match(_OFFICE + r"\b", following):
                if parts_of_name:
                    name = _name(" ".join(parts_of_name))
                    position = _position(following.split(" / ")[0])
                    return Party(
                        party.name,
                        party.as_written,
                        party.role,
                        Representative(name, position),
                        party.evidence,
                        party.confidence,
                    )
                continue
            if re.search(r"\d", following) or len(parts_of_name) >= 2:
                break
            parts_of_name.append(following)
    for index, line in enumerate(lines):
        # `GUBERNUR BALI` and the name below it.
        head = _HEAD_OF_REGION.match(line.strip(" ,"))
        if (
            head is None
            or government_name(head.group("head"), head.group("region"), 0, 0, []).casefold() != party.name.casefold()
        ):
            continue
        for following in lines[index + 1 : index + 6]:
            if _PERSON.match(following) and not re.match(_OFFICE + r"\b", following):
                return Party(
                    party.name,
                    party.as_written,
                    party.role,
                    Representative(following.rstrip(","), line.strip(" ,")),
                    party.evidence,
                    party.confidence,
                )
    return party


# ---------------------------------------------------------------- reports, articles, letters

_SENDS = re.compile(
    r"(?:\b(?:tim(?: magang| studi tiru| benchmarking| penyusun| kerja)?|asn|pns|pegawai|"
    r"aparatur(?: sipil negara)?|peserta(?: magang)?|rombongan|delegasi|perwakilan|pejabat|staf|"
    r"instansi asal|asal(?: daerah)?|oleh|unit kerja|mengirim(?:kan)?|mengutus|utusan|jajaran|daerah asal|"
    r"tamu dari|kunjungan(?: kerja)? dari|magang dari|dari|studi tiru|hasil magang|hasil studi tiru|penyusun|"
    r"pelaksana|kunjungan)\b"
    r"[\s:()–-]*(?:\([^)]{2,40}\)\s*)?(?:tim\s+|asn\s+|dari\s+|oleh\s+|pegawai\s+|\d+\s+orang\s+(?:pegawai\s+|"
    r"asn\s+)?(?:dari\s+)?)*)$",
    re.I,
)
_RECEIVES = re.compile(
    r"(?:\b(?:di|ke|pada|mengunjungi|menuju|kunjungi|sambangi|lokus|tempat|tujuan|instansi tujuan|tuan rumah|"
    r"lokasi|bertempat di|lokus magang|tempat magang|tempat pelaksanaan|"
    r"lokus kunjungan|mitra magang|belajar (?:dari|ke|di)|berguru ke|dipelajari dari|diterima(?: oleh)?|"
    r"menimba ilmu (?:di|ke)|mengenal|profil|gambaran umum|objek|mentor|terima kasih kepada)\b"
    r"[\s:()–-]*(?:lingkungan\s+|lingkup\s+|wilayah\s+(?:kerja\s+)?|kantor\s+|beberapa\s+opd\s+|"
    r"sejumlah\s+\w+(?:\s+\w+){0,5}\s+|opd\s+|organisasi perangkat daerah\s+(?:\(opd\)\s+)?|"
    r"jajaran\s+|pimpinan\s+|kepala\s+|sekretaris\s+|pihak\s+|di\s+|ke\s+|pemprov\s+)*)$",
    re.I,
)
_ARRANGES = re.compile(
    r"(?:\b(?:difasilitasi|diprakarsai|diinisiasi|diselenggarakan|dikoordinasikan|digagas|program magang|"
    r"dipilih|ditunjuk|fasilitator|penyelenggara)\b\s*:?\s*(?:oleh\s+|dari\s+)?)$",
    re.I,
)
_ARRANGES_AFTER = re.compile(
    r"^\s*(?:\([^)]{2,20}\)\s*)?(?:memiliki program magang|memfasilitasi|selaku fasilitator|sebagai fasilitator|"
    r"menyelenggarakan program magang)",
    re.I,
)
_SENDS_AFTER = re.compile(
    r"^\s*(?:\([^)]{2,30}\)\s*)*,?\s*(?:(?:[A-Z][\w ]+,\s*)?(?:melakukan|melaksanakan|mengikuti|menggelar|"
    r"mengirim\w*|merampungkan|menuntaskan|menyelesaikan|belajar|studi tiru|berkunjung|mengunjungi|menimba|"
    r"bertolak|berguru|"
    r"magang|kunjungi|studi banding|benchmarking|menjalani|memberangkatkan)|yang\s+(?:sedang\s+|"
    r"telah\s+)?(?:magang|mengikuti|melaksanakan))",
    re.I,
)
_RECEIVES_AFTER = re.compile(
    r"^\s*(?:\([^)]{2,30}\)\s*)*,?\s*(?:menjadi (?:salah satu )?(?:lokus|tempat|tujuan|tuan rumah|"
    r"pemerintah daerah)|menerima|menyambut|bersedia menerima|sebagai (?:tempat|lokus|mitra)|selaku tuan rumah|"
    r"terima kunjungan|jadi (?:lokus|tempat|tujuan))",
    re.I,
)
_FUTURE = re.compile(
    r"kunjungan (?:balasan|balik)|akan (?:melakukan|berkunjung)|direncanakan|"
    r"bersedia menerima kunjungan lanjutan|surat\s+(?:tugas|perintah|edaran|keputusan)|peraturan|nomor\s*:?\s*\S*/",
    re.I,
)


@dataclass(slots=True)
class _Candidate:
    mention: InstitutionMention
    home: float = 0.0
    host: float = 0.0
    facilitator: float = 0.0
    count: int = 0
    best: dict[str, tuple[float, InstitutionMention]] = field(default_factory=dict)

    def add(self, role: str, weight: float, mention: InstitutionMention) -> None:
        setattr(self, role, getattr(self, role) + weight)
        if role not in self.best or weight > self.best[role][0]:
            self.best[role] = (weight, mention)


def story_parties(source: Source, facts: Facts) -> list[Party]:
    """Who sends, receives and arranges, from what stands before and after each mention."""
    text = source.text
    end_of_story = _story_end(source, facts.kind)
    mentions = [
        mention
        for mention in _outermost(facts.institutions)
        if mention.start < end_of_story
        and mention.kind in ("government", "agency", "central", "university", "company")
        and not (mention.name.startswith("Unit Pelaksana Teknis") and not mention.sure)
    ]
    if facts.kind is Kind.LETTER:
        return _letter_parties(source, facts, mentions)
    candidates: dict[str, _Candidate] = {}
    first_page_end = len(source.pages.pages[0].text) if source.pages.pages else 0
    title_end = min(first_page_end, 900) if facts.kind is Kind.REPORT else 0
    for mention in mentions:
        candidate = candidates.setdefault(mention.name, _Candidate(mention))
        candidate.count += 1
        before = " ".join(text[max(0, mention.start - 90) : mention.start].split("\n\f\n")[-1].split()) + " "
        after = text[mention.end : mention.end + 120]
        sentence = _sentence(text, mention.start)
        if _FUTURE.search(sentence):
            continue
        cover = mention.start < title_end
        early = 1.6 if mention.start < 1500 else 1.0 if mention.start < 5000 else 0.6
        line = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
        weight = early * (1.0 if mention.sure else 0.6)
        if mention.start < 3000 and (_ARRANGES.search(before) or _ARRANGES_AFTER.match(after)):
            candidate.add("facilitator", 3 * weight, mention)
        elif _RECEIVES.search(before) and not (
            cover and not line.strip() and not re.search(r"\b(?:di|ke|pada)\s*$", before, re.I)
        ):
            candidate.add("host", 2 * weight, mention)
        elif _SENDS.search(before):
            # `dilakukan oleh X`, `dari X` say little outside the opening.
            plain = re.search(r"\b(?:oleh|dari|kunjungan|pejabat|staf)[\s:]*$", before, re.I) is not None
            late = mention.start > (700 if facts.kind is Kind.REPORT else 1500)
            candidate.add("home", (0.5 if plain and late else 2) * weight, mention)
        elif cover and line.strip() == "" and mention.kind == "agency" and not mention.sure:
            candidate.add("home", 2.4, mention)  # the letterhead's second line takes its region from the first
        elif cover and not line.strip() and not _letterhead_of_agency(text, mention, mentions):
            candidate.add("home", 1.5 * weight, mention)
        if _SENDS_AFTER.match(after):
            candidate.add("home", 1.5 * weight, mention)
        elif _RECEIVES_AFTER.match(after):
            candidate.add("host", 1.5 * weight, mention)
    _same_office(list(candidates.values()))
    return _roles(source, facts, candidates)


def _letterhead_of_agency(text: str, mention: InstitutionMention, mentions: list[InstitutionMention]) -> bool:
    """The government's line above its agency's, as in a letterhead: the agency writes."""
    if mention.kind != "government":
        return False
    return any(
        other.kind == "agency"
        and mention.end <= other.start <= mention.end + 4
        and not text[mention.end : other.start].strip()
        for other in mentions
    )


def _same_office(pool: list[_Candidate]) -> None:
    """The office of the same kind in another region is who receives, even where no word before it says so."""
    senders = [candidate for candidate in pool if candidate.home > candidate.host and candidate.mention.region]
    if not senders:
        return
    home = max(senders, key=lambda candidate: candidate.home)
    office = home.mention.name.removesuffix(home.mention.region or "").strip().casefold()
    for candidate in pool:
        region = candidate.mention.region
        if region is None or region == home.mention.region or home.mention.kind != candidate.mention.kind:
            continue
        other = candidate.mention.name.removesuffix(region).strip().casefold()
        alike = (
            other == office
            or other.split()[:2] == office.split()[:2]
            or {other.split()[0], office.split()[0]} <= {"biro", "bagian"}
        )
        candidate.add(
            "host", (1.0 if alike else 0.2) + min(candidate.count, 4) * (0.4 if alike else 0.1), candidate.mention
        )


_AFTER_ARTICLE = (
    r"^\W*(?:berita (?:lainnya|terkait|terpopuler)|artikel (?:lainnya|terkait)|\d+ komentar|komentar|ikuti juga|narahubung|"
    r"discussion about|related posts?|copyright|tag(?:s)?\s*:)"
)


def _story_end(source: Source, kind: Kind) -> int:
    """Where the story ends: the web page around an article, the copies of a letter are none of it."""
    text = source.text
    pattern = _AFTER_ARTICLE if kind is Kind.NEWS else r"^\W*(?:tembusan)\b"
    found = re.search(pattern, text[300:], re.I | re.M)
    return found.start() + 300 if found else len(text)


def _outermost(mentions: list[InstitutionMention]) -> list[InstitutionMention]:
    kept: list[InstitutionMention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start, -mention.end)):
        if kept and mention.start < kept[-1].end:
            continue
        kept.append(mention)
    return kept


def _sentence(text: str, place: int) -> str:
    start = max(text.rfind("\n", 0, place), text.rfind(". ", 0, place), place - 300)
    ends = [end for end in (text.find("\n", place), text.find(". ", place)) if end >= 0]
    return text[start + 1 : min([*ends, place + 300])]


def _roles(source: Source, facts: Facts, candidates: dict[str, _Candidate]) -> list[Party]:
    pool = list(candidates.values())
    if not pool:
        return []
    by_region: dict[str | None, dict[str, float]] = defaultdict(lambda: {"home": 0.0, "host": 0.0})
    for candidate in pool:
        if candidate.mention.kind == "central":
            continue
        by_region[candidate.mention.region]["home"] += candidate.home
        by_region[candidate.mention.region]["host"] += candidate.host
    regions = [region for region in by_region if region is not None]
    if not regions:
        return []
    home_region = max(regions, key=lambda region: by_region[region]["home"] - 0.7 * by_region[region]["host"])
    others = [region for region in regions if region != home_region]
    host_region = max(
        others, key=lambda region: by_region[region]["host"] - 0.7 * by_region[region]["home"], default=None
    )
    parties: list[Party] = []
    home = _narrowest(pool, home_region, "home") if by_region[home_region]["home"] > 0 else None
    host = (
        _narrowest(pool, host_region, "host")
        if host_region is not None and by_region[host_region]["host"] > 0
        else None
    )
    if home is not None and host is not None:
        home, host = _level(pool, home, host)
    for role, chosen in (("home", home), ("host", host)):
        if chosen is None:
            continue
        name, mention = chosen
        parties.append(_story_party(source, name, mention, role, by_region[mention.region][role]))
    facilitators = [c for c in pool if c.facilitator >= 2.5 and c.mention.kind == "central" and c.facilitator >= c.host]
    if facilitators:
        best = max(facilitators, key=lambda candidate: candidate.facilitator)
        parties.append(
            _story_party(source, best.mention.name, best.best["facilitator"][1], "facilitator", best.facilitator)
        )
    return parties


def _story_party(source: Source, name: str, mention: InstitutionMention, role: str, score: float) -> Party:
    return Party(
        name=name,
        as_written=" ".join(source.text[mention.start : mention.end].split()),
        role=role,
        representative=None,
        evidence=source.evidence(mention.start, mention.end),
        confidence=0.9 if score >= 5 else 0.8 if score >= 3 else GUESSED,
    )


_Chosen = tuple[str, InstitutionMention]


def _narrowest(pool: list[_Candidate], region: str | None, role: str) -> _Chosen | None:
    """The best-supported institution of the region in that role: its government, or the one agency that acts as a whole."""
    own = [
        candidate for candidate in pool if candidate.mention.region == region and candidate.mention.kind != "central"
    ]
    scored = [candidate for candidate in own if getattr(candidate, role) > 0]
    if not scored:
        return None
    best = max(scored, key=lambda candidate: getattr(candidate, role) + 0.2 * candidate.count)
    return best.mention.name, best.best[role][1]


def _level(pool: list[_Candidate], home: _Chosen, host: _Chosen) -> tuple[_Chosen, _Chosen]:
    """Agencies of both sides, or governments of both: many agencies at one side mean its government."""
    home_is_government = home[1].kind == "government"
    host_is_government = host[1].kind == "government"
    if home_is_government and not host_is_government:
        agencies = [c for c in pool if c.mention.region == host[1].region and c.mention.kind == "agency" and c.host > 0]
        government = next(
            (c for c in pool if c.mention.region == host[1].region and c.mention.kind == "government"), None
        )
        if len(agencies) > 1 or government is not None:
            host = _as_government(government, host, "host")
    elif host_is_government and not home_is_government:
        government = next(
            (c for c in pool if c.mention.region == home[1].region and c.mention.kind == "government"), None
        )
        agencies = [c for c in pool if c.mention.region == home[1].region and c.mention.kind == "agency" and c.home > 0]
        if government is not None and (government.home > 0 or len(agencies) > 1):
            home = _as_government(government, home, "home")
    return home, host


def _as_government(government: _Candidate | None, chosen: _Chosen, role: str) -> _Chosen:
    if government is not None:
        mention = government.best.get(role, (0.0, government.mention))[1]
        return government.mention.name, mention
    region = chosen[1].region
    return (government_of(region), chosen[1]) if region else chosen


# ---------------------------------------------------------------- letters

_HOST_SENDER = re.compile(
    r"bersedia\s+menerima|kesediaan\s+(?:kami\s+)?menerima|dapat\s+menerima|menerima\s+(?:dengan\s+baik|"
    r"kunjungan)|siap\s+menerima|tidak\s+keberatan|kami\s+jadwalkan|menyetujui",
    re.I,
)
_HOME_SENDER = re.compile(
    r"(?:pegawai|asn|pns|staf|peserta|aparatur)\s+kami|mohon\s+(?:kiranya\s+)?(?:kesediaan|berkenan|izin|dapat)|"
    r"kami\s+mohon|bermaksud|permohonan|"
    r"instansi\s+(?:saudara|bapak|ibu)|akan\s+melaksanakan",
    re.I,
)
_LETTER_SIGN = re.compile(
    r"^\W*(?P<an>a\.?\s?n\.?\s+[^\n]+\n\s*)?(?P<office>(?:(?:Pj|Plt|Plh|Pjs)\.?\s+)?(?:Gubernur|Bupati|"
    r"Wali\s?Kota|Kepala|Sekretaris|Direktur|Rektor|Dekan|Ketua|Inspektur|Camat|"
    r"Asisten)\b[^\n]{0,120}(?:\n[A-Z][^\n,]{3,80},?)?)\s*\n(?P<rest>(?:[^\n]*\n?){1,9})",
    re.I | re.M,
)


def _letter_parties(source: Source, facts: Facts, mentions: list[InstitutionMention]) -> list[Party]:
    text = source.text
    addressed = re.search(r"\bYth\b\.?|^\W*Kepada\b", text, re.M)
    if addressed is None:
        return []
    closing = max(
        (found.start() for found in re.finditer(r"\bdemikian\b", text, re.I) if found.start() > addressed.end()),
        default=len(text),
    )
    sender = _sender(source, mentions, addressed.start(), closing)
    addressee = _addressee(source, mentions, addressed.end(), sender)
    if sender is None:
        return []
    body = text[addressed.end() : closing]
    subject = facts.title or ""
    host_score = 2 * len(_HOST_SENDER.findall(subject)) + len(_HOST_SENDER.findall(body))
    home_score = 2 * len(_HOME_SENDER.findall(subject)) + len(_HOME_SENDER.findall(body))
    if (
        re.search(r"kesediaan\s+menerima|penerimaan|jawaban|balasan|kesediaan\s+sebagai", subject, re.I)
        and "permohonan" not in subject.casefold()
    ):
        host_score += 3
    if re.search(r"menjawab\s+surat|menindaklanjuti\s+surat\s+(?:saudara|bapak)", body, re.I) and home_score == 0:
        host_score += 1
    programme = re.search(
        r"\b(?:magang|kunjungan|studi|benchmark\w*|patok\s+banding|pertukaran)\b", subject + " " + body, re.I
    )
    if programme is None:
        return []
    sender_role = "host" if host_score > home_score else "home"
    name, mention = sender
    signed = _letter_signature(source, mention.region)
    parties = [
        Party(
            name,
            " ".join(text[mention.start : mention.end].split()),
            sender_role,
            signed,
            source.evidence(mention.start, mention.end),
            TITLED,
        )
    ]
    if addressee is not None:
        other, at = addressee
        role = "home" if sender_role == "host" else "host"
        parties.append(
            Party(
                other, " ".join(text[at.start : at.end].split()), role, None, source.evidence(at.start, at.end), TITLED
            )
        )
    return parties


def _sender(source: Source, mentions: list[InstitutionMention], addressed: int, closing: int) -> _Chosen | None:
    text = source.text
    head = re.search(
        r"^\W*(?P<head>BUPATI|GUBERNUR|WALI\s?KOTA)\s+(?P<region>[A-Z ]{3,40})$", text[: min(addressed, 400)], re.M
    )
    for mention in mentions:
        if mention.kind == "government" and head is not None and head.start() <= mention.start + 1 <= head.end():
            return mention.name, mention
    kop = [mention for mention in mentions if mention.start < min(addressed, 700)]
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
            # The secretariat writes for the government that it serves.
            return government_of(region), agencies[0]
        return agencies[0].name, agencies[0]
    if kop:
        return kop[0].name, kop[0]
    tail = [mention for mention in mentions if mention.start > closing]
    return (tail[0].name, tail[0]) if tail else None


def _addressee(
    source: Source, mentions: list[InstitutionMention], start: int, sender: _Chosen | None
) -> _Chosen | None:
    text = source.text
    block = text[start : start + 220]
    for mention in mentions:
        if start <= mention.start <= start + 220 and (sender is None or mention.name != sender[0]):
            return mention.name, mention
    head = re.search(
        r"\b(?:Sdr\.?\s+)?(?P<head>Bupati|Gubernur|Wali\s?Kota)\s+(?P<region>[A-Z][\w]+(?: [A-Z]\w+){0,3})", block
    )
    if head is None:
        return None
    name = government_name(head.group("head"), head.group("region"), 0, 0, [])
    begin = start + head.start("head")
    return name, InstitutionMention(begin, start + head.end(), name, name.removeprefix("Pemerintah "), "government")


def _letter_signature(source: Source, region: str | None) -> Representative | None:
    text = source.text
    closings = [
        found.end()
        for found in re.finditer(r"\bdemikian\b[^\n]*(?:\n[^\n]*(?:terima\s+kasih|maklum)[^\n]*)?", text, re.I)
    ]
    if not closings:
        return None
    stop = re.search(r"^\W*(?:tembusan|lampiran)\b", text[closings[0] :], re.I | re.M)
    end = closings[0] + stop.start() if stop else len(text)
    lines = [text[first:last].strip() for first, last in source.lines if closings[0] <= first < end]
    position_parts: list[str] = []
    for index, line in enumerate(lines[:14]):
        plain = line.strip(" ,")
        if re.match(r"a\.?\s?n\.?\s", plain, re.I):
            continue
        if re.match(r"u\.?\s?b\.?$", plain, re.I):
            position_parts.clear()  # the one below signs for the one above
            continue
        if re.match(
            r"(?:ttd|\^|ditandatangani|dokumen|pembina|penata|pengatur|nip|\W*$|juru)", plain, re.I
        ) or re.search(r"\d", plain):
            continue
        if not position_parts:
            if re.match(_OFFICE + r"\b", plain, re.I):
                position_parts.append(plain)
                if line.endswith(","):
                    continue
            continue
        if _PERSON.match(plain) and not re.match(_OFFICE + r"\b|" + _BODY, plain) and (index > 0):
            return Representative(plain.rstrip(","), " ".join(position_parts))
        if len(position_parts) < 3 and re.match(
            _BODY + r"|PROVINSI|KABUPATEN|KOTA|Provinsi|Kabupaten|Kota|SUMBER|Sumber", plain
        ):
            position_parts.append(plain)
    return None

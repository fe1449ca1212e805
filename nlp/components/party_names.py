"""How parties and those who sign for them are named: words of offices and bodies, from `Bupati X` to its government."""

import re

from nlp.components.institutions import government_of, region_of
from nlp.facts import InstitutionMention
from nlp.names import DEGREE, title_case

OFFICE = (
    r"(?:Pj\.?|Pjs\.?|Plt\.?|Plh\.?|PJ\.?|PLT\.?|PLH\.?|Penjabat|Pelaksana\s+(?:Tugas|Harian)|Gubernur|GUBERNUR|"
    r"Bupati|BUPATI|Wali\s?[Kk]ota|"
    r"WALI\s?KOTA|Wakil|Kepala|KEPALA|Rektor|REKTOR|Dekan|DEKAN|Direktur|DIREKTUR|Direksi|Ketua|KETUA|"
    r"Sekretaris|SEKRETARIS|Inspektur|"
    r"INSPEKTUR|Camat|CAMAT|Lurah|Presiden|Menteri|Deputi|Asisten|Komandan|Pimpinan|PIMPINAN|Manajer|Manager|"
    r"General\s+Manager|Pemimpin|"
    r"Kapolre\w+|Kapolda|Kajari|Vice\s+President|Chief|Branch|Executive|Mayor|Lord\s+Mayor|Head|Director|Rector|"
    r"Dean|Governor|Naib\s+Canselor|NAIB\s+CANSELOR|Timbalan|Pengarah|Setiausaha|"
    r"Acting|Vice|Deputy|Secretary|President|Minister|Chair\w*|Pembantu|Koordinator|Komisaris|Pengurus|Pembina|"
    r"PENJABAT|PELAKSANA\s+(?:TUGAS|HARIAN)|WAKIL|LURAH|PRESIDEN|MENTERI|DEPUTI|ASISTEN|KOMANDAN|MANAJER|PEMIMPIN|"
    r"GENERAL\s+MANAGER|City\s+Mayor|(?:CITY\s+)?MAYOR|DIRECTOR|RECTOR|DEAN|GOVERNOR|KOORDINATOR|WALI\s+NAGARI|DATUK\s+BANDAR|"
    r"Kuasa|Pejabat|Staf\s+Ahli|Pengelola|Penanggung\s+[Jj]awab|"
    # Heads of villages under their regional names.
    r"[KG]eu?chik|Wali\s+Nagari|Perbekel|Kuwu|Penghulu|Pangulu|Peratin|Hukum\s+Tua|Pambakal|Petinggi|Datuk\s+(?:Bandar|Penghulu))"
)
BODY = (
    r"(?:Pemerintah|PEMERINTAH|Pemprov|Pemkab|Pemkot|Dinas|DINAS|Badan|BADAN|Biro|BIRO|Bagian|BAGIAN|"
    r"Inspektorat|INSPEKTORAT|Sekretariat|"
    r"SEKRETARIAT|Rumah\s+Sakit|RUMAH\s+SAKIT|RSUD|RSUP|RS\b|Universitas|UNIVERSITAS|Institut|INSTITUT|"
    r"Politeknik|POLITEKNIK|Fakultas|FAKULTAS|"
    r"Sekolah|SEKOLAH|Akademi|AKADEMI|PT\b|PT\.|CV\b|Perusahaan|PERUSAHAAN|Perum\w*|PERUM\w*|Yayasan|YAYASAN|"
    r"Perkumpulan|Asosiasi|Lembaga|"
    r"LEMBAGA|Kementerian|KEMENTERIAN|Kantor|KANTOR|Pengadilan|PENGADILAN|Kejaksaan|KEJAKSAAN|Balai|BALAI|Pusat|"
    r"PUSAT|Direktorat|DIREKTORAT|"
    r"Perwakilan|PERWAKILAN|Komisi|KOMISI|Bank|BANK|Koperasi|KOPERASI|City\s+of|CITY\s+OF|STIKES|Kepolisian|"
    r"KEPOLISIAN|Kecamatan|KECAMATAN|Distrik|DISTRIK|"
    r"Satuan|SATUAN|Dewan|DEWAN|Unit|UNIT|UPTD?\b|BPJS|BUMD|Puskesmas|PUSKESMAS|Ikatan|Himpunan|Loka|LOKA|"
    r"Baznas|BAZNAS|Palang|Majlis|MAJLIS|Majelis|MAJELIS|Gampong|GAMPONG|Nagari|NAGARI|Desa|DESA|Kelurahan|KELURAHAN|"
    r"Klinik|KLINIK|Laboratorium|LABORATORIUM|Stasiun|STASIUN|Perpustakaan|PERPUSTAKAAN|Madrasah|MADRASAH|Pondok|PONDOK|"
    r"SMK|SMA|Forum|FORUM|Kamar\s+Dagang|KAMAR\s+DAGANG|KADIN|Otorita|OTORITA|Otoritas|OTORITAS|Persatuan|PERSATUAN|"
    r"Kwartir|KWARTIR|Taman|TAMAN|Museum|MUSEUM|Pangkalan|PANGKALAN|The\s)"
)
HEAD_OF_REGION = re.compile(
    r"^(?:(?:a\.?n\.?|pj\w?\.?|plt\.?|plh\.?|penjabat(?:\s+sementara)?|pelaksana\s+(?:tugas|harian)|wakil|"
    r"u\.b\.)\s+)*"
    r"(?P<head>gubernur|bupati|wali\s?kota)\s+(?P<region>.+)$",
    re.I,
)
AGENCY_HEAD = re.compile(
    r"^(?:(?:pj\w?\.?|plt\.?|plh\.?|penjabat|pelaksana\s+(?:tugas|harian)|a\.?n\.?)\s+)*"
    r"(?:wakil\s+)?(?:kepala|direktur(?:\s+utama)?|rektor|dekan|ketua|pimpinan|inspektur|camat|sekretaris|"
    r"manajer|pemimpin)\s+(?P<body>.+)$",
    re.I,
)
BLANK = re.compile(r"\.{4,}|…{2,}|_{3,}|\bX{4,}\b")
PERSON = re.compile(
    rf"^(?=.{{5,80}}$)(?:(?:Prof|Dr|dr|drg|drh|Ir|Drs|Dra|H|Hj|KH|R|I|Pdt|"
    rf"apt|Ns)\.?\s+)*[A-Z][A-Za-z'’.]+(?:\s+[A-Z][A-Za-z'’.]*){{0,7}}(?:,\s*{DEGREE}\.?)*,?$"
)


def official_party_name(written: str, start: int, end: int, mentions: list[InstitutionMention]) -> str | None:
    """The official name of the party written at `[start, end)`: the institution found there, or the words themselves."""
    written = " ".join(written.split()).strip(' ,;:.“”"')
    if (state := _OF_STATE.search(written)) is not None:
        end -= len(written) - state.start()
        written = written[: state.start()]
    head = HEAD_OF_REGION.match(written)
    if head is not None:
        return government_name(head.group("head"), head.group("region"), start, end, mentions)
    inside = [
        mention
        for mention in mentions
        if mention.start >= start - 2 and mention.end <= end + 60 and mention.start < end
    ]
    for mention in sorted(inside, key=lambda mention: (mention.start, -mention.end)):
        if mention.kind in {"other", "company", "university"} and mention.end > end + 3:
            break  # the next cell's words read on with it
        if mention.start <= start + 3 and mention.end >= end - 3:
            if _PRIVATE.match(written) and not re.search(r"\b(?:Kota|Kabupaten|Kab)\b", written, re.I):
                break  # `Rumah Sakit X Kendari` is a name, not a hospital of Kota Kendari
            return mention.name
    if len(written) < 4 or not re.search(r"[A-Z]", written):
        return None
    name = title_case(written, mixed=True)
    name = re.sub(r"^[Tt]he\s+", "", name)
    english = _ENGLISH_GOVERNMENT.match(name)
    if english is not None:
        region = region_of(_indonesian(english.group("region")))
        if region is not None:
            return government_of(region)
    return re.sub(r"^Pemda\s+", "Pemerintah Daerah ", name)


# `Pemerintah Kota X, Republik Indonesia`: in a paper with a foreign side the state stands behind the name.
_OF_STATE = re.compile(
    r",\s+(?:(?:the\s+)?Republic\s+of|Republik|Negara\s+Kesatuan\s+Republik)\s+Indonesia$|"
    r",\s+(?:(?:Kerajaan|Republik|Negara)\s+)?(?:Malaysia|Singapura|Thailand|Filipina|Vietnam|Timor-?\s?Leste|Papua\s+Nugini|Jepang|Japan|"
    r"Tiongkok|China|Taiwan|Korea(?:\s+Selatan)?|Australia|Selandia\s+Baru|Belanda|Jerman|Prancis|Turki|India|Amerika\s+Serikat)$",
    re.I,
)
_PRIVATE = re.compile(r"(?:Rumah\s+Sakit|RS|Klinik)\s+(?!Umum\s+Daerah|Daerah|Jiwa|Khusus|Umum\s+Pusat)", re.I)
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


def person_name(text: str | None) -> str | None:
    if text is None or BLANK.search(text):
        return None
    text = re.sub(r"\s+", " ", text).strip(' ,:;-–|“”"')
    text = re.sub(r"^(?:Sdr\.?i?|Bapak|Ibu|Saudara)\s+", "", text)
    text = re.sub(r",?\s*\bN\.?I\.?[PK]\b.*$", "", text)  # `Name, S.IP., NIP 1971…, Kepala …`
    if text.count("(") > text.count(")"):
        text = text.split("(")[0].strip(" ,")
    letters = sum(letter.isalpha() for letter in text)
    plain = re.search(r"[^\W\d_]{3,}", re.sub(DEGREE + r"(?=\W|$)", " ", text))
    if plain is None and re.search(r"\b[A-Z]\b|-", text):
        return None
    if letters < 3 or len(text) > 90 or any(letter.isdigit() for letter in text) or re.match(BODY + r"\s", text):
        return None
    if re.search(r"\b(?:yang|dengan|pada|hari|tanggal|bertempat|antara|oleh)\b", text):
        return None
    return text


def position_text(text: str | None) -> str | None:
    if text is None or BLANK.search(text):
        return None
    text = re.split(r"\s+:\s|\s*:\s*(?=Jl|Jalan)|,\s+(?=(?:meng|meny|mem|men|ber|di|ter|per)[a-z]{3,}\s)", text)[0]
    text = re.sub(r"\s+", " ", text).strip(' ,:;.-–|“”"') if not text.rstrip().endswith("Tbk.") else text.strip()
    if len(text) < 4 or len(text) > 220:
        return None
    return text

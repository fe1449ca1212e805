"""How parties and those who sign for them are named: words of offices and bodies, from `Bupati X` to its government."""

import re

from nlp.components.institutions import government_of, region_of
from nlp.facts import InstitutionMention
from nlp.names import DEGREE, title_case

OFFICE = (
    r"(?:Pj\.?|Pjs\.?|Plt\.?|Plh\.?|PJ\.?|PLT\.?|PLH\.?|Penjabat|Pelaksana\s+(?:Tugas|Harian)|Gubernur|GUBERNUR|"
    r"Bupati|BUPATI|Wali\s?[Kk]ota|"
    r"WALI\s?KOTA|Wakil|Kepala|KEPALA|Rektor|REKTOR|Dekan|DEKAN|Direktur|DIREKTUR|Direktris|DIREKTRIS|Direksi|Ketua|KETUA|"
    r"Sekretaris|SEKRETARIS|Inspektur|"
    r"INSPEKTUR|Camat|CAMAT|Lurah|Presiden|Menteri|Deputi|Asisten|Komandan|Pimpinan(?!\s+Tinggi\b)|PIMPINAN(?!\s+TINGGI\b)|Manajer|Manager|"
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
    r"u\.b\.|\((?:pjs?|plt|plh)\.?\))\s+)*"
    r"(?P<head>gubernur|bupati|wali\s?kota)\s+(?P<region>.+)$",
    re.I,
)
AGENCY_HEAD = re.compile(
    r"^(?:(?:pj\w?\.?|plt\.?|plh\.?|penjabat|pelaksana\s+(?:tugas|harian)|a\.?n\.?|\((?:pjs?|plt|plh)\.?\))\s+)*"
    r"(?:wakil\s+)?(?:kepala|direktur(?:\s+utama)?|rektor|dekan|ketua|pimpinan|inspektur|camat|sekretaris|"
    r"manajer|pemimpin)\s+(?P<body>.+)$",
    re.I,
)
# An office whose name goes on in the next line: `Kepala Badan Kepegawaian dan`.
OFFICE_GOES_ON = re.compile(
    r"^\W*(?:a\.?\s?n\.?\s+|u\.?\s?b\.?\s+)?" + OFFICE + r"\b.*\s(?i:dan|serta|pada|di|untuk|atas|&)\W*$"
)
# `Pengembangan Sumber Daya Manusia`: what agencies do, as no person is called.
_DUTY = (
    r"(?i:pengembangan|pembangunan|pengelola(?:an)?|pelayanan|pemberdayaan|perlindungan|penanggulangan|penelitian|pengendalian|"
    r"perencanaan|pendapatan|pengawasan|pemerintahan|perdagangan|perhubungan|perumahan|permukiman|pertanahan|perpustakaan|"
    r"kepegawaian|kependudukan|ketenagakerjaan|kesejahteraan|kebudayaan|pariwisata|pendidikan|kesehatan|informatika|"
    r"persandian|statistik|sumber\s+daya|penataan|penanaman\s+modal|pelatihan|ketahanan|keuangan)\b"
)
DUTY = re.compile(r"^\W*(?:(?i:dan|serta)\s+)?" + _DUTY)
BLANK = re.compile(r"\.{4,}|…{2,}|_{3,}|\bX{4,}\b|\bx{3,}\b")
PERSON = re.compile(
    rf"^(?=.{{5,80}}$)(?:(?:Prof|Dr|dr|drg|drh|Ir|Drs|Dra|H|Hj|KH|R|I|Pdt|"
    rf"apt|Ns)\.?\s+)*[A-Z][A-Za-z'’.]+(?:\s+[A-Z][A-Za-z'’.]*){{0,7}}(?:,\s*{DEGREE}\.?)*,?$"
)


# After a comma a name goes on with a capital or with `dan`; anything else is the sentence: `…, berdomisili di Palu`.
_SENTENCE = re.compile(
    r",\s+(?!(?:dan|serta|and|of)\s)[a-z]|\s+(?:di|pada)\s+(?=dalam\b)|\s+(?:dengan|guna)$|"
    r"[,;]?\s+(?:yang\s+)?(?:ber(?:alamat|kedudukan|kantor|domisili|tempat|pusat)|selanjutnya)\b"
)
# Where it is to be found: behind a comma, a stroke or a bracket, on any line.
_ADDRESS = re.compile(
    r"\s*[,(–—-]\s*(?:Alamat|ALAMAT|alamat)\b|"
    r"\s*[,;(–—-]\s*(?:(?:Jalan|JALAN|Gedung|GEDUNG|Lantai|LANTAI|Komplek?s?|KOMPLEKS?|Kampus|KAMPUS)\s+[A-Z\d]|J(?:ln?|LN?)\b\.?\s|"
    r"(?:Kelurahan|Kecamatan|Desa|Gampong|Nagari|Distrik|Kampung)\s+[A-Z]\w+(?:\s[A-Z]\w+)?\s*(?:,|$))"
)
# `Universitas X, Y, Kota Z`: the name of one body has no comma, nor has one that its region has ended.
_ENDED = re.compile(
    r"(?:(?i:universitas|institut|politeknik|akademi|sekolah\s+tinggi|PT|CV|yayasan)\b[^,;(]{3,100}?|"
    r".{8,160}?\b(?i:kabupaten|kota|provinsi)\s[A-Z]\w+(?:\s[A-Z]\w+){0,3})(?=,\s+[A-Z][\w.]+(?:,?\s[A-Z\d][\w.]*)*\s*$)",
    re.S,
)
_BODY_BEHIND = re.compile(r",\s+(?:Tbk|TBK|Persero|Republik|REPUBLIK|(?:" + BODY + r"))")


def bare_length(written: str) -> int:
    """How much of what is written is the name: not the sentence that goes on behind it, nor the address."""
    end = len(written)
    for pattern in (_SENTENCE, _ADDRESS):
        if (behind := pattern.search(written, 4, end)) is not None:
            end = behind.start()
    ended = _ENDED.match(written[:end])
    return ended.end() if ended is not None and not _BODY_BEHIND.match(written, ended.end()) else end


def official_party_name(written: str, start: int, end: int, mentions: list[InstitutionMention]) -> str | None:
    """The official name of the party written at `[start, end)`: the institution found there, or the words themselves."""
    written = " ".join(written.split()).strip(' ,;:.“”"')
    if BLANK.search(written):
        return None
    if (bare := bare_length(written)) < len(written):
        end -= len(written) - bare
        written = written[:bare]
    if (state := _OF_STATE.search(written)) is not None:
        end -= len(written) - state.start()
        written = written[: state.start()]
    if (province := _OF_PROVINCE.search(written)) is not None:
        end -= len(written) - province.start()
        written = written[: province.start()]
    superior = _OF_SUPERIOR.search(written)
    if superior is not None and region_of(written[: superior.start()]) is not None:
        end -= len(written) - superior.start()
        written = written[: superior.start()]
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
    if len(written) < 4 or not re.search(r"[A-Z]", written) or _ENGLISH_NOUN.fullmatch(written):
        return None
    name = title_case(_SHORT_INSIDE.sub("", written), mixed=True)
    name = name[0].upper() + name[1:]
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
# `PEMERINTAH KOTA X PROPINSI Y`, in the old spelling that no name of a region has.
_OF_PROVINCE = re.compile(r"(?<=\w),?\s+(?i:propinsi)\s+[A-Z][\w ]*$")
# `Balai Bahasa Provinsi X, Badan Y, Kementerian Z`: the body has its region, and behind it those that it belongs to.
_OF_SUPERIOR = re.compile(
    r"(?<=\w),\s+(?:pada\s+)?(?:Badan|Direktorat\s+Jenderal|Ditjen|Sekretariat\s+Jenderal|Deputi|Pusat|Lembaga|Kementerian|Kemen\w+)\s.*\b(?:Kemen\w+|Republik\s+Indonesia|Nasional)\b.*$|"
    r"(?<=\w),\s+Kementerian\s.*$",
    re.I,
)
# `Sekolah Dasar (SD) Negeri 4 X`
_SHORT_INSIDE = re.compile(r"\s*\([A-Z]{2,8}\)(?=\s+[A-Z])")
# `acting on behalf of the Agency`, in the second language of a party that the first has named.
_ENGLISH_NOUN = re.compile(
    r"the\s+(?:said\s+)?(?:agency|office|department|government|university|company|institute|institution|board|authority|hospital|ministry|bureau|bank|"
    r"(?:first|second|third)\s+party)",
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
    spaced = re.sub(r"\.(?=[A-Z]{3})|(?<=[A-Z]{4})\.(?=[A-Z])", " ", text)  # `Dr. MOCH.ARIF, Sp.A`, `H. TAMRIN.P`
    plain = re.search(r"[^\W\d_]{3,}", re.sub(DEGREE + r"(?=\W|$)", " ", spaced))
    if plain is None and re.search(r"\b[A-Z]\b|-", text):
        return None
    if letters < 3 or len(text) > 90 or any(letter.isdigit() for letter in text) or re.match(BODY + r"\s", text):
        return None
    if re.search(
        r"\b(?:yang|dengan|pada|hari|tanggal|bertempat|antara|oleh|diwakili|berkedudukan|beralamat|disebut)\b", text
    ) or re.fullmatch(BODY, text):
        return None
    return text


# Where an office ends that a row or the sentence goes on behind: its address, what is done in it.
_BEHIND_POSITION = re.compile(
    r"\s+:\s|\s*:\s*(?=Jl|Jalan)|,\s+(?=(?:meng|meny|mem|men|ber|di|ter|per)[a-z]{3,}\s)|,?\s+(?:yang\s+)?ber(?:alamat|kedudukan|kantor|domisili)\b|"
    r",\s+(?=(?:Jalan|JALAN)\s+[A-Z]|J(?:ln?|LN?)\b\.?\s)"
)


def position_text(text: str | None) -> str | None:
    if text is None or BLANK.search(text):
        return None
    text = _BEHIND_POSITION.split(text)[0]
    text = re.sub(r"\s+", " ", text).strip(' ,:;.-–|“”"') if not text.rstrip().endswith("Tbk.") else text.strip()
    if len(text) < 4 or len(text) > 220:
        return None
    return text

"""The parts of one enumeration: `3 kepala bidang, 4 staf`, `arsiparis 2 orang dan pustakawan 1 orang`, `Kepala Bidang (1)`."""

import re
from dataclasses import replace

from nlp.components.head_words import NUMBER, PERSON, number
from nlp.extraction import Group
from nlp.words.places import find_regions

_I = re.IGNORECASE
Groups = tuple[Group, ...]
_NEXT_PART = re.compile(
    rf"\s*(?:[,;]|\bdan\b|\bserta\b|\s&\s|\+|\b(?:bersama|beserta|ditambah)\b(?!\s+{NUMBER}\s+(?:orang\s+)?(?:pendamping|pembimbing|mentor|narasumber|panitia)))\s*(?:(?:dan|serta|ditambah|sedangkan|sementara)\s+)?(?:(?:sisanya|selebihnya|lainnya|kemudian|lalu)\s+)?(?=(?:{NUMBER}|seorang)\s)",
    _I,
)
FIGURE_FIRST = re.compile(
    rf"(?P<n>{NUMBER}|seorang)\s+(?:orang\s+)?(?P<from>(?:(?:di\s+antara(?:nya|\s+mereka)|lainnya|lagi|selebihnya|sisanya)\s+(?:adalah\s+|ialah\s+|merupakan\s+)?|(?:berasal\s+)?dari\s+|merupakan\s+|adalah\s+|ialah\s+)*)(?P<label>[A-Za-z][\w/ .'-]{{1,60}})",
    _I,
)
_FIGURE_LAST = re.compile(
    rf"(?:dan\s+|serta\s+)?(?P<label>(?:[A-Z]|(?:{PERSON}|fungsional|administrator|pengawas|pelaksana|eselon)\b)[\w/ .'&()-]{{0,80}}?)\s*(?:sebanyak\s+|[:=–(-]\s*)?(?P<n>\d{{1,3}}|{NUMBER})(?:\s*(?:orang|peserta|org|pegawai))?\)?"
)
_BRACKETED = re.compile(
    rf"\s*(?:[,;&|]|\b(?i:dan|serta)\b){{0,2}}\s*(?:\b(?:dan|serta)\s+)?(?P<label>(?:[A-Z]|{PERSON}\b)[\w/ .'&-]{{1,60}}?)(?<!\d)\s*(?<!\d\s)\((?P<n>(?i:{NUMBER}))(?:\s*(?:orang|org|peserta|pegawai))?\)"
)
_ANY_FIGURE_LAST = re.compile(
    rf"(?:dan\s+|serta\s+)?(?P<label>[A-Za-z][A-Za-z/ .'&-]{{2,60}}?)\s*(?:sebanyak\s+|[:=–(-]\s*)?(?P<n>\d{{1,3}}|{NUMBER})(?:\s*(?:orang|peserta|org|pegawai))?\)?",
    _I,
)
LABEL_END = re.compile(
    r"\s+(?:menuntaskan|menyelesaikan|menjalani|kembali|pulang|menimba|mempelajari|meninggalkan|bertolak|tiba|berangkat|mengikuti|yang|melakukan|mengunjungi|akan|resmi|bertolak|itu|tersebut|ke|di|pada|dalam|dari|PIHAK|untuk|magang\s+(?:di|ke)|telah|sudah|kami|kita|diberi|diterima|dikirim|diutus|menerima|mendapat)\b|\s+\d|\(|[.]\s|\s-{2,}"
)
_NO_LABEL = re.compile(
    rf"{NUMBER}|di\s+antaranya.*|orang|pada|di|ke|dari|yang|untuk|selama|hari(?:\s.*)?|minggu|pekan|bulan(?:\s.*)?|tahun(?:\s.*)?|JP\b.*|jam.*|OPD.*|pihak.*|kali.*|persen.*|hektar.*|unit|buah|(?:satuan\s+)?organisasi\s+perangkat\s+daerah.*|desa|kelurahan|kecamatan|perangkat\s+daerah|aplikasi.*|layanan.*|tanggal.*|angkatan.*|pasal.*|nomor.*|(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember|jan|feb|mar|apr|jun|jul|agt|ags|sep|sept|okt|nov|des)\b.*|(?:WIB|WITA|WIT)\b.*|(?:juta|miliar|ribu|rupiah|meter|km)\b.*",
    _I,
)
# `camat 4 org kasi pemerintahan 5 org`: lines that a reader joined.
_IN_RUN = re.compile(r"(?P<label>[A-Za-z][A-Za-z/ .'&-]{2,60}?)\s+(?P<n>\d{1,3})\s*(?:orang|org|peserta)\b[\s;,.]*", _I)
_BREAKS_DOWN = re.compile(r"[\s,(:]*(?:masing-masing|yakni|yaitu|terdiri|dengan\s+rincian)\b", _I)
_WHOLE_FIRST = re.compile(r"(?:^|\s)(?:masing-masing|yakni|yaitu|terdiri|rincian)$", _I)
# A figure that says itself that it counts persons.
_OF_PERSONS = re.compile(r"[\d\w)]\s*(?:orang|org)\W*$", _I)
_AT_COMMAS = re.compile(r"\s*[,;]\s*(?:(?:dan|serta)\s+)?|(?<=\borang)\s+(?:dan|serta)\s+(?=[A-Z])")
_SEVERAL = 2  # parts
_FIGURED = re.compile(rf"\d|\b{NUMBER}\s+(?:orang|org)\b", _I)
# `dari Dinas Koperasi, UKM, Perindustrian dan Perdagangan`: the rest of the name.
_GOES_ON = re.compile(r"(?:,\s+[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*)+(?:,?\s+dan\s+[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*)?$")
_HOME_BEHIND = re.compile(
    r"(?:(?<=PNS|ASN|PPK)\s+(?:Pem|Kab|Kota|Prov)|(?<=[a-z]{4})\s+(?:Pemerintah|Pem(?:prov|kab|kot|da)|BKPSDM|B?BPSDM|BKD)\b).*$"
)
# `semula 10 orang, yang berangkat 8 orang`
_PLANNED = re.compile(r"(?:semula|awalnya|dari\s+rencana|direncanakan|rencana|namun|tetapi|yang)\b", _I)
_WHOLE = re.compile(
    r"(?:(?:jadi|sehingga|maka|berarti)\s+)?(?:(?:dengan|se)?\s*jumlah|total|seluruhnya|semuanya|keseluruhan)", _I
)
_DEED = re.compile(
    r"(?:berangkat|bertolak|mengikuti|menjalani|mundur|mengundurkan|batal|pulang|sakit|berhalangan|tidak|belum|ikut)\b",
    _I,
)
_NOWHERE = re.compile(r"(?:akan|ditempatkan|bertugas|di|ke|pada)\s", _I)
_THE_REST = re.compile(r"(?:dan\s+)?(?:sisanya|selebihnya|lainnya)\b", _I)


_WHOSE = re.compile(r"(?P<who>[a-z][a-z ]+[a-z])\s+(?P<whose>(?:Kabupaten|Kota|Provinsi|Kab\.|[A-Z])[\w '’.-]*)")


def parts_of(text: str, *, any_label: bool = False) -> Groups:
    """The parts that `text` begins with, two at least; `any_label`: their sum is going to be checked, so a label before its figure may be any words."""
    text = re.split(
        r"(?<!\b[Bb]ag\.)(?<!\b[Bb]id\.)(?<!\b[Dd]in\.)(?<!\b[Ss]et\.)(?<!\b[Kk]ab\.)(?<!\b[Kk]ec\.)(?:(?<=[a-z)]\.)|(?<=[A-Z]{2}\.)|(?<=[a-z]\s\d\.)(?=\s[A-Z]))(?:\s|$)",
        text[: _closing(text)],
        maxsplit=1,
    )[0].rstrip(".")
    return bracketed_parts(text) or _figure_first(text) or _figure_last(text, any_label=any_label)


def _closing(text: str) -> int:
    """Where a bracket closes that was opened before the text; its end where none does."""
    depth = 0
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return place
    return len(text)


def _figure_first(text: str) -> Groups:
    found: list[Group] = []
    for part in _NEXT_PART.split(text):
        match = FIGURE_FIRST.match(part.strip())
        if match is None or (found and "antara" in match["from"]):
            break  # `24 aparatur, delapan di antaranya perempuan`: a remark on some of them
        label = LABEL_END.split(match["label"], maxsplit=1)[0].strip(" .,")
        label = _HOME_BEHIND.sub("", label)
        if "dari" in match["from"] and (more := _GOES_ON.match(part.strip(), match.end())):
            label += more.group().rstrip()
        if not found and _WHOLE_FIRST.search(label):
            return ()  # `9 pejabat terdiri dari 3 …`
        if not found and _BREAKS_DOWN.match(part, match.end("label") - len(match["label"]) + len(label)):
            return ()  # `enam pegawai, masing-masing tiga orang dari …`: the whole, whose parts follow
        if _NOWHERE.match(label) or _DEED.match(label):
            return ()  # who went where or what they did, not who they are
        if not label or (_NO_LABEL.fullmatch(label) and not match["from"]):
            break
        found.append(Group(label, number(match["n"])))
    return _without_whose(found) if len(found) >= 2 else ()


def _without_whose(found: list[Group]) -> Groups:
    """`12 penyuluh dan 6 perencana Kota X`: the region behind the last part is that of all of them."""
    last = found[-1].label
    whose = _WHOSE.fullmatch(last)
    regions = find_regions(whose["whose"]) if whose else []
    alone = whose and [(region.start, region.end) for region in regions] == [(0, len(whose["whose"]))]
    if whose and alone and not any(find_regions(group.label) for group in found[:-1]):
        found[-1] = replace(found[-1], label=whose["who"])
    return tuple(found)


def _figure_last(text: str, *, any_label: bool) -> Groups:
    if listed := _each_with_figure(text):
        return listed
    found: list[Group] = []
    for part in re.split(
        r"\s*[,;]\s*(?:dan\s+|serta\s+)?|\s+(?:dan|serta)\s+(?=[A-Z][^,;]*\d|[^,;\d]{3,60}\s\d{1,3}\s*(?:\([a-z ]{3,30}\)\s*)?(?:orang|org|peserta|pegawai|$))",
        text,
    ):
        match = _FIGURE_LAST.fullmatch(part.strip(" ."))
        if match is None and (any_label or (found and _OF_PERSONS.search(part))):
            match = _ANY_FIGURE_LAST.fullmatch(part.strip(" ."))
        if match and _PLANNED.match(match["label"]):
            return ()
        if match and found and _WHOLE.match(match["label"]):
            break
        if match is None:
            if not _THE_REST.match(part):
                found = [] if len(found) < 2 else found
            break
        found.append(Group(match["label"].strip(" ,-–:("), number(match["n"])))
    return tuple(found) if len(found) >= 2 else ()


def _each_with_figure(text: str) -> Groups:
    """`A 5 orang, B dan C 3 orang, dan D 3 orang`: parted by commas alone, for an `and` may stand within a name."""
    parts = _AT_COMMAS.split(text.strip(" ."))
    matches = [_FIGURE_LAST.fullmatch(part) for part in parts if _OF_PERSONS.search(part)]
    if len(parts) < _SEVERAL or len(matches) < len(parts):
        return ()
    found = [Group(match["label"].strip(" ,-–:("), number(match["n"])) for match in matches if match]
    plain = not any(_FIGURED.search(group.label) or _PLANNED.match(group.label) for group in found)
    whole = any(_WHOLE.match(group.label) for group in found)
    return tuple(found) if len(found) == len(parts) and plain and not whole else ()


def bracketed_parts(text: str, *, least: int = 2) -> Groups:
    """`Kepala Bidang (1) Fungsional Perencana (4)`, with or without marks between."""
    found: list[Group] = []
    position = 0
    while match := _BRACKETED.match(text, position):
        found.append(Group(match["label"].strip(), number(match["n"])))
        position = match.end()
    return tuple(found) if len(found) >= least else ()


def parts_in_run(text: str) -> Groups:
    """Parts that nothing but their figures part from each other, over the whole text."""
    found: list[Group] = []
    position = 0
    while match := _IN_RUN.match(text, position):
        found.append(Group(match["label"].strip(), int(match["n"])))
        position = match.end()
    return tuple(found) if len(found) >= 2 and position == len(text) else ()

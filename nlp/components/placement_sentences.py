"""Where a sentence names the places of an internship or a visit: a verb of placing, what the loci are, who is how many where."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlp.components.head_words import NUMBER, number
from nlp.components.placement_counted import from_counts, may_be_counted
from nlp.components.placement_found import HEADS, HEADS_NEXT, Found, Places, with_heads_behind
from nlp.components.placement_lists import FIELD_TRIP
from nlp.components.placement_verbs import PLACED, PLACED_CUES
from nlp.components.small_letters import holds_any

_I = re.IGNORECASE
# `Perangkat daerah yang menjadi lokus magang adalah X dan Y`, `unit kerja yang ditempati ialah …`
_LOCI_ARE = re.compile(
    r"\b(?:lokus|tujuan\s+yang\s+(?:dikunjungi|dituju|didatangi)|(?:tempat|lokasi|unit|unit\s+kerja|instansi|perangkat\s+daerah|OPD)\s+(?:magang|penempatan|tujuan|tugas|bertugas|belajar|praktik|kerja(?=\s+(?:mereka|kami|peserta))|(?:kami|kita|peserta|mereka)\s+(?:magang|belajar|bertugas|bekerja|ditempatkan|praktik)|yang\s+(?:ditempati|dituju|dikunjungi|didatangi|menerima|menjadi\s+(?:tujuan|sasaran|tempat)|(?:(?:ingin|akan|hendak)\s+)?kami\s+(?:datangi|tempati|kunjungi|tuju))))(?:nya)?\b"
    r"[^.;:\n]{0,60}?\b(?:adalah|ialah|yaitu|yakni|meliputi|mencakup|terdiri\s+(?:atas|dari)|antara\s+lain)\b\s*:?\s*",
    _I,
)
# `Lokusnya Dinas X, UPT Y, serta Z.`
_LOCI_BARE = re.compile(
    r"\W*(?:(?:Lokus|Tempat|Lokasi)(?:nya|\s+magang(?:nya)?)|Tuan\s+rumah(?:nya)?(?:\s+(?:magang|mereka|kami|kali\s+ini))?(?:\s+(?:adalah|ialah|yakni|yaitu))?)\s*(?:(?:di|pada)\s+)?(?=[A-Z])"
)
# `Peserta dari Bapenda ditempatkan pada badan yang sama namanya`: the host's of that name.
_SAME = re.compile(
    r"\b(?:ditempatkan|magang|belajar|bertugas|bergabung|bekerja)\s+(?:\w+\s+)?(?:di|pada|dengan)\s+(?:dinas|badan|bagian|biro|kantor|instansi|perangkat\s+daerah|unit|opd)\s+(?:yang\s+)?(?:sama\s+(?:namanya|tugasnya)|sejenis|serupa|senama)\b"
)
# `Masing-masing empat orang.`, behind the last unit of a list.
_EACH = re.compile(
    rf"[\s.,;(–-]*(?:dengan\s+)?(?:masing-masing|tiap(?:-tiap)?\s+\w+|setiap\s+\w+)\s+(?:(?:sebanyak|berisi|diisi|menerima|mendapat(?:kan)?|ditempati)\s+)?(?P<n>{NUMBER})\s*(?:\([^)]{{2,20}}\)\s*)?(?:orang|peserta|org|pegawai|ASN)\b",
    _I,
)
_LOCI_CUES = ("lokus", "empat", "lokasi", "magang", "tujuan", "dituju", "dikunjungi", "didatangi", "menerima", "kami")
# `di UPTB X, yang ditetapkan sebagai lokus praktik`: the units before it.
_AS_LOCUS = re.compile(
    r"[\s,]*(?:(?:yang|telah|sudah|kami|kemudian|akhirnya)\s+)*(?:ditetapkan|ditunjuk|dipilih|dijadikan|disepakati|menjadi|berperan|bertindak)\s+"
    r"(?:sebagai\s+|selaku\s+)?(?:lokus|(?:tempat|lokasi)\s+(?:magang|praktik|penempatan|belajar))\b",
    _I,
)
# `Kelompok A (5 orang): Dinas Kesehatan`
_GROUP = re.compile(
    rf"\b(?:kelompok|tim|regu|grup)\s+(?:\d{{1,2}}|[IVX]{{1,4}}|[A-F]|satu|dua|tiga|empat|lima|pertama|kedua|ketiga|keempat|kelima)\s*"
    rf"(?:\(\s*(?P<n>{NUMBER})\s*(?:\([^)]*\)\s*)?(?:orang|peserta|org|pegawai|ASN)\s*\)\s*)?[:=–→-]+\s*(?:di\s+|pada\s+|ke\s+)?(?-i:(?=[A-Z]))",
    _I,
)
# `tiga orang di X`, `dua lainnya ditempatkan di Y`: how many, right before the unit.
_HEADS_IN_FRONT = re.compile(
    rf"(?<![\w.,/-])(?:(?P<n>{NUMBER})(?:\s+(?:(?:orang|peserta|org|pegawai|ASN|auditor)(?:\s+(?:lainnya|lagi|pertama|kedua|berikutnya|terakhir|sisanya|(?:anggota|dari)\s+(?:tim|rombongan|kami)|peserta|pegawai|ASN|staf))?|lainnya|lagi|sisanya))?|(?P<one>seorang)(?:\s+(?:lagi|lainnya|sisanya|pula))?)\s+(?:di\s+antaranya\s+)?(?:(?:akan|yang)\s+)?(?:ditempatkan\s+|bertugas\s+|magang\s+|belajar\s+|bekerja\s+)?(?:di|pada|ke)\s+$",
    _I,
)
_GROUP_CUES = ("kelompok ", "tim ", "regu ", "grup ")
_AT_ONCE = 10  # characters
_LONGEST_FRONT = 90  # characters
# `mengunjungi Kecamatan A dan Kecamatan B`: what follows at once is where they went.
_WENT = re.compile(
    r"\b(?:mengunjungi|mendatangi|menyinggahi|menyambangi|menuju|meninjau|(?:telah|sempat|juga)\s+melihat)\s+(?=[A-Z])"
)
_VILLAGE = re.compile(r"(?:Desa|Kelurahan|Kalurahan|Nagari|Gampong|Pekon|Kampung)\b")  # what one looks at on the way
# `Saya memilih UPT Samsat X sebagai lokus.`
_CHOSE = re.compile(r"\bmemilih\s+(?=[A-Z])")
_STRONG = re.compile(
    r"\b(?:ditempatkan|disebar(?:kan)?|tersebar|penempatan|dibagi|terbagi|menyebar|berpencar|diperbantukan|bertempat|bertugas|bekerja|dititipkan|dijamu|kelompok|meja|regu|minggu|pekan|sehari|meliputi)\b",
    _I,
)
# `Peserta magang di X.`: nothing but who was where.
_WHO_WAS = re.compile(
    r"\W*(?:(?:selama|sejak|mulai|dalam)\s[^.;]{3,40}?\s)?(?:(?:para|seluruh|semua|keempat|kelima|ketiga|kedua)\s+)?(?:peserta|kami|mereka|saya|rombongan|tim|penulis|pegawai|ASN|aparatur)\s+(?:\w+\s+){0,2}?"
    r"(?:magang|belajar|berguru|(?:menimba|menyerap)\s+ilmu|praktik|ngantor)\s+(?:\w+\s+){0,3}?(?:di|pada)\s"
    # `Magang berlangsung di RSUD X.`
    r"|\W*(?:kegiatan\s+|pelaksanaan\s+)?(?:magang|praktik\s+kerja)\s+(?:ini\s+|tersebut\s+|kami\s+)?(?:berlangsung|dilaksanakan|diselenggarakan|bertempat|dilakukan|dijalani)\s+(?:\w+\s+){0,4}?(?:di|pada)\s",
    _I,
)
# `Minggu pertama saya duduk di Bidang X`: a station of the internship; `ditempatkan` makes it a place of its own.
_WEEK = re.compile(r"(?:minggu|pekan|hari)\b", _I)
_PARTED = re.compile(r"(?:kelompok|tim|regu|meja|pos|rombongan)\s", _I)
# Where they only looked around.
# `Satu peserta lainnya, seorang administrator, akan berada di RSUD X`, behind a sentence that places the others.
_THE_LAST = re.compile(
    rf"\W*(?:(?:sedangkan|sementara|adapun)\s+)?(?P<n>{NUMBER}|seorang)\s+(?:(?:orang|peserta|pegawai|ASN)\s+)?(?:yang\s+)?(?:lain(?:nya)?|lagi|sisanya|terakhir)\b[^.;]{{0,80}}?"
    r"\b(?:berada|bertugas|masuk|bergabung|menempati|magang|belajar|ditempatkan)\s+(?:(?:di|pada|ke|dengan)\s+)?",
    _I,
)
_LEISURE = re.compile(
    r"\b(?:berwisata|rekreasi|jalan-jalan|(?:hanya|cuma|sekadar)\s+(?:untuk\s+)?(?:ber\w+|lewat|singgah|mampir|bertukar))\b",
    _I,
)
# `Saya ditempatkan di dua lokus. Dua minggu pertama di …`: the stations that follow are those loci.
# `Kami mengusulkan agar Disdukcapil menempatkan petugas di RSUD X`
_OF_OTHERS = re.compile(
    r"\b(?:(?:meng|di)?usul(?:kan)?|(?:meny|dis)?arankan|rekomendasi(?:kan)?|sebaiknya|hendaknya|seyogianya|perlu)\b"
    r"(?:(?!\b(?:peserta|pemagang|rombongan|magang|mereka)\b)[^.;]){0,120}?\b(?:di|me)?(?:tempatkan|nempatkan|tugaskan|nugaskan|sebar)\b(?!\s+(?:peserta|pemagang|kami|mereka)\b)",
    _I,
)
_SO_MANY_LOCI = re.compile(
    rf"\b(?:di|pada|ke|atas)\s+{NUMBER}\s+(?:lokus|tempat|unit(?:\s+kerja)?|lokasi|bidang|meja)\b", _I
)
_PLACING = re.compile(r"\b(?:ditempatkan|disebar|tersebar|penempatan|dibagi|bertugas|lokus|kelompok|meja|regu)", _I)
_SOME = re.compile(r"\b(?:lainnya|sebagian|sisanya|selebihnya|seorang|satu\s+orang|salah\s+(?:satu|seorang))\b", _I)
# No sentence ends in `RSUD Dr. Soetomo`.
SENTENCE = re.compile(
    r"\.(?:(?<=[a-z)”\"]\.)(?<!\b[Dd]r\.)(?<!\bDrs\.)(?<!\bdrg\.)(?<!\bProf\.)(?<!\bKec\.)(?<!\bKel\.)(?<!\bKab\.)(?<!\s[a-h]\.)|(?<=[12]\d\d\d\.)|(?<=\s[A-Z]{3}\.)(?<!UPT\.)|(?<=\s[A-Z]{4}\.)(?<!UPT[DB]\.)|(?<=\s[A-Z]{5}\.))\s+(?=[A-Z“\"])"
)
# `dengan pembagian: Bidang X 2 orang, serta UPT Y 3 orang`
_SHARED = re.compile(
    r"\b(?:pembagian|(?:pe)?rincian|sebaran|penempatan|komposisi|distribusi|alokasi)(?:nya)?(?:\s+(?!di\b|pada\b)\w+){0,3}?"
    r"\s*(?::|\b(?:yakni|yaitu|adalah|ialah|sebagai\s+berikut)\b\s*:?)\s*",
    _I,
)
# `Magang 14 pejabat di X: – Dinas A (8 orang) – Bappeda (6 orang)`, in a cell of a programme.
_SHARED_IN_CELL = re.compile(r"\b(?:magang|praktik\s+kerja|belajar)\b[^:.]{0,90}:\s*(?=\W*[A-Z])", _I)
_TWO = 2  # units with their heads
_SHARED_CUES = ("pembagian", "rincian", "sebaran", "penempatan", "komposisi", "distribusi", "alokasi")
_JOINT = re.compile(r"\s*(?:[,;&]|\bdan\b|\bserta\b|\s)+\s*")
_LOCUS = re.compile(r"\b(?:lokus|(?:tempat|lokasi)\s+(?:magang|praktik|penempatan|belajar))\b", _I)
_FIELD_TRIP = re.compile(r"kunjungan\s+(?:lapangan|singkat)\b", _I)
_ARTICLE = 500  # characters of a cell of a page's layout that holds an article
_REGION_BEHIND = re.compile(
    r"(?:[\s,()]+(?:(?!Kabupaten|Kota)[A-Z][\w/]*|dan)){0,6}[\s,()]+(?:Kabupaten|Kab\.|Kota)\s+(?P<name>[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){0,2})"
)
_MORE = re.compile(r"^\s*(?:Yakni|Yaitu|Meliputi|Antara\s+lain|Di\s+antaranya)\b", _I)


def from_shares(places: Places) -> Iterator[Found]:
    """`dengan pembagian: Bidang X 2 orang, serta UPT Y 3 orang`: each unit with its heads right behind it."""
    for unit in places.units:
        pattern = _SHARED if unit.owner.table is None else _SHARED_IN_CELL
        if pattern is _SHARED and not holds_any(unit.text.lower(), _SHARED_CUES):
            continue
        if pattern is _SHARED_IN_CELL and (":" not in unit.text or len(HEADS.findall(unit.text)) < _TWO):
            continue
        opening = pattern.search(places.source.text, unit.start, unit.end)
        if opening is None:
            continue
        stop = SENTENCE.search(places.source.text, opening.end(), unit.end)
        for item in places.named(opening.end(), stop.start() if stop else unit.end):
            if heads := HEADS_NEXT.match(places.source.text, item.end, unit.end):
                yield replace(item, rows=number(heads["n"]))


def from_groups(places: Places) -> Iterator[Found]:
    """`Kelompok A (5 orang): Dinas Kesehatan`, in a line of its own or one after another."""
    for unit in places.units:
        if not holds_any(unit.text.lower(), _GROUP_CUES):
            continue
        groups = [*_GROUP.finditer(places.source.text, unit.start, unit.end)]
        ends = [*(group.start() for group in groups[1:]), unit.end]
        for group, end in zip(groups, ends, strict=False):
            item = next(iter(places.named(group.end(), end)), None)
            if item is not None and item.start - group.end() < _AT_ONCE:
                heads = HEADS.search(places.source.text, item.end, min(end, item.end + 20))
                stated = group["n"] or (heads["n"] if heads else None)
                yield replace(item, rows=number(stated) if stated else None, parted=True)


def from_sentences(places: Places) -> Iterator[Found]:
    for unit in places.units:
        if unit.owner.table is not None and len(unit.text) < _ARTICLE:
            continue
        # A sentence goes on over the end of a line.
        text = places.source.text[unit.start : unit.end].replace("\n", " ")
        starts = [0, *(match.end() for match in SENTENCE.finditer(text))]
        placed = loci_follow = False
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
            sentence = text[start:end]
            small = sentence.lower()
            if _LOCUS.search(small) and (named_before := _before_locus(places, unit.start + start, unit.start + end)):
                yield from named_before
                continue
            if (same := _SAME.search(small)) and not places.named(unit.start + start + same.end(), unit.start + end):
                yield from places.named(unit.start + start, unit.start + start + same.start())[-1:]
                continue
            if placed and (the_last := _THE_LAST.match(sentence)):
                one = [*places.in_row(unit.start + start + the_last.end(), unit.start + end)]
                yield from (replace(item, rows=number(the_last["n"]), parted=True) for item in one[:1])
                placed = len(one) == 1
                if one:
                    continue
            if bare := _LOCI_BARE.match(sentence):
                row = [*places.in_row(unit.start + start + bare.end(), unit.start + end)]
                yield from _with_heads_in_front(places, row)
                continue
            match = PLACED.search(sentence) if holds_any(small, PLACED_CUES) else None
            if match is not None and (_FIELD_TRIP.match(match.group()) or _LEISURE.search(sentence)):
                continue
            if match is not None and _OF_OTHERS.search(sentence, 0, match.start("rest")):
                continue
            if (went := _WENT.search(sentence)) and match is None:
                seen = [*places.in_row(unit.start + start + went.end(), unit.start + end)]
                verb = went.group().rstrip()
                seen = [i for i in seen if not (verb.endswith(("melihat", "meninjau")) and _VILLAGE.match(i.name))]
                if len(seen) > 1 or not verb.endswith(("melihat", "menuju")):
                    yield from seen
                continue
            if match is None and (chose := _CHOSE.search(sentence)) and _LOCUS.search(small):
                yield from places.in_row(unit.start + start + chose.end(), unit.start + end)
                continue
            if match is None and holds_any(small, _LOCI_CUES) and (loci := _LOCI_ARE.search(sentence)):
                row = [*places.in_row(unit.start + start + loci.end(), unit.start + end)]
                yield from _with_heads_in_front(places, row)
                continue
            if placed and _MORE.match(sentence):
                yield from places.named(unit.start + start, unit.start + end)
                continue
            placed = match is not None
            if match is None:
                if may_be_counted(sentence):
                    yield from from_counts(places, unit.start + start, unit.start + end)
                continue
            passing = _WEEK.match(match.group()) is not None and not _PLACING.search(sentence) and not loci_follow
            loci_follow = loci_follow or _SO_MANY_LOCI.search(sentence) is not None
            some = _SOME.search(sentence) is not None
            trip = FIELD_TRIP.search(sentence, match.start("rest"))
            last = unit.start + (start + trip.start() if trip else end)
            row = [*places.in_row(unit.start + start + match.start("rest"), last)]
            parted = _PARTED.match(match.group()) is not None
            found = [replace(item, passing=passing, some=some, parted=parted) for item in row]
            if not found and (loci := _LOCI_ARE.search(sentence)):
                found = [*places.in_row(unit.start + start + loci.end(), unit.start + end)]
            if found and _is_elsewhere(places, found, unit.end):
                continue
            if len(found) >= 2 or _STRONG.search(match.group()[:80]) or _WHO_WAS.match(sentence):
                yield from _with_heads_in_front(places, found)


def _is_elsewhere(places: Places, found: Sequence[Found], end: int) -> bool:
    """`Dinas A serta Dinas B (Bapenda) Kabupaten X`: the region behind the last is not the host's."""
    region, text = places.names.region, places.source.text
    behind = _REGION_BEHIND.match(text, found[-1].end, end)
    if behind is None or region is None or region.startswith("Provinsi"):
        return False
    name = region.split(" ", 1)[-1]
    return not behind["name"].startswith(name) and not any(name in text[item.start : item.end] for item in found)


def _before_locus(places: Places, start: int, end: int) -> list[Found]:
    """`Dinas A dan Dinas B ditetapkan sebagai lokus magang`."""
    found = places.named(start, end)
    last = next((place for place, item in enumerate(found) if _AS_LOCUS.match(places.source.text, item.end, end)), None)
    if last is None:
        return []
    first = last
    while first > 0 and _JOINT.fullmatch(places.source.text, found[first - 1].end, found[first].start):
        first -= 1
    return found[first : last + 1]


def _with_heads_in_front(places: Places, found: Sequence[Found]) -> list[Found]:
    """Each with the figure right before it, where every one has such a figure."""
    text = places.source.text
    heads = [
        _HEADS_IN_FRONT.search(" ".join(text[max(0, item.start - _LONGEST_FRONT) : item.start].split()) + " ")
        for item in found
    ]
    if len(found) < 2 or not all(heads):
        counted = with_heads_behind(text, found)
        each = _EACH.match(text, found[-1].end) if len(found) > 1 else None
        if each and not any(item.rows for item in counted):
            return [replace(item, rows=number(each["n"]), parted=True) for item in counted]
        parted = len(counted) > 1 and all(item.rows for item in counted)
        return [replace(item, parted=item.parted or parted) for item in counted]
    return [
        replace(item, rows=number(match["n"] or "satu"), parted=True)
        for item, match in zip(found, heads, strict=True)
        if match
    ]

"""Where a sentence names the places of an internship or a visit: a verb of placing, what the loci are, where they went."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nlp.components.head_words import NUMBER, number
from nlp.components.placement_counted import from_counts, may_be_counted
from nlp.components.placement_found import Found, Places, with_heads_behind
from nlp.components.placement_lists import FIELD_TRIP
from nlp.components.placement_verbs import PLACED, PLACED_CUES
from nlp.components.recommendation_units import Unit
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
# `tiga orang di X`, `dua lainnya ditempatkan di Y`: how many, right before the unit.
_HEADS_IN_FRONT = re.compile(
    rf"(?<![\w.,/-])(?:(?P<n>{NUMBER})(?:\s+(?:(?:orang|peserta|org|pegawai|ASN|auditor)(?:\s+(?:lainnya|lagi|pertama|kedua|berikutnya|terakhir|sisanya|(?:anggota|dari)\s+(?:tim|rombongan|kami)|peserta|pegawai|ASN|staf))?|lainnya|lagi|sisanya))?|(?P<one>seorang)(?:\s+(?:lagi|lainnya|sisanya|pula))?)\s+(?:di\s+antaranya\s+)?(?:(?:akan|yang)\s+)?(?:ditempatkan\s+|bertugas\s+|magang\s+|belajar\s+|bekerja\s+)?(?:di|pada|ke)\s+$",
    _I,
)
_SEVERAL = 2
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
# `Satu peserta lainnya, seorang administrator, akan berada di RSUD X`, behind a sentence that places the others.
_THE_LAST = re.compile(
    rf"\W*(?:(?:sedangkan|sementara|adapun)\s+)?(?P<n>{NUMBER}|seorang)\s+(?:(?:orang|peserta|pegawai|ASN)\s+)?(?:yang\s+)?(?:lain(?:nya)?|lagi|sisanya|terakhir)\b[^.;]{{0,80}}?"
    r"\b(?:berada|bertugas|masuk|bergabung|menempati|magang|belajar|ditempatkan)\s+(?:(?:di|pada|ke|dengan)\s+)?",
    _I,
)
# Where they only looked around.
_LEISURE = re.compile(
    r"\b(?:berwisata|rekreasi|jalan-jalan|(?:hanya|cuma|sekadar)\s+(?:untuk\s+)?(?:ber\w+|lewat|singgah|mampir|bertukar))\b",
    _I,
)
# `Kami mengusulkan agar Disdukcapil menempatkan petugas di RSUD X`
_OF_OTHERS = re.compile(
    r"\b(?:(?:meng|di)?usul(?:kan)?|(?:meny|dis)?arankan|rekomendasi(?:kan)?|sebaiknya|hendaknya|seyogianya|perlu)\b"
    r"(?:(?!\b(?:peserta|pemagang|rombongan|magang|mereka)\b)[^.;]){0,120}?\b(?:di|me)?(?:tempatkan|nempatkan|tugaskan|nugaskan|sebar)\b(?!\s+(?:peserta|pemagang|kami|mereka)\b)",
    _I,
)
# `Saya ditempatkan di dua lokus. Dua minggu pertama di …`: the stations that follow are those loci.
_SO_MANY_LOCI = re.compile(
    rf"\b(?:di|pada|ke|atas)\s+{NUMBER}\s+(?:lokus|tempat|unit(?:\s+kerja)?|lokasi|bidang|meja)\b", _I
)
_PLACING = re.compile(r"\b(?:ditempatkan|disebar|tersebar|penempatan|dibagi|bertugas|lokus|kelompok|meja|regu)", _I)
_SOME = re.compile(r"\b(?:lainnya|sebagian|sisanya|selebihnya|seorang|satu\s+orang|salah\s+(?:satu|seorang))\b", _I)
# No sentence ends in `RSUD Dr. Soetomo`.
SENTENCE = re.compile(
    r"\.(?:(?<=[a-z)”\"]\.)(?<!\b[Dd]r\.)(?<!\bDrs\.)(?<!\bdrg\.)(?<!\bProf\.)(?<!\bKec\.)(?<!\bKel\.)(?<!\bKab\.)(?<!\s[a-h]\.)|(?<=[12]\d\d\d\.)|(?<=\s[A-Z]{3}\.)(?<!UPT\.)|(?<=\s[A-Z]{4}\.)(?<!UPT[DB]\.)|(?<=\s[A-Z]{5}\.))\s+(?=[A-Z“\"])"
)
_JOINT = re.compile(r"\s*(?:[,;&]|\bdan\b|\bserta\b|\s)+\s*")
_LOCUS = re.compile(r"\b(?:lokus|(?:tempat|lokasi)\s+(?:magang|praktik|penempatan|belajar))\b", _I)
_FIELD_TRIP = re.compile(r"kunjungan\s+(?:lapangan|singkat)\b", _I)
_ARTICLE = 500  # characters of a cell of a page's layout that holds an article
_REGION_BEHIND = re.compile(
    r"(?:[\s,()]+(?:(?!Kabupaten|Kota)[A-Z][\w/]*|dan)){0,6}[\s,()]+(?:Kabupaten|Kab\.|Kota)\s+(?P<name>[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){0,2})"
)
_MORE = re.compile(r"^\s*(?:Yakni|Yaitu|Meliputi|Antara\s+lain|Di\s+antaranya)\b", _I)


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    small: str  # in small letters
    start: int  # in the document's text
    end: int


def from_sentences(places: Places) -> Iterator[Found]:
    """Every place that a sentence names, paragraph by paragraph; of a table only the cells that hold an article."""
    for unit in places.units:
        if unit.owner.table is not None and len(unit.text) < _ARTICLE:
            continue
        paragraph = _Paragraph(places, unit.end)
        for sentence in _sentences(places.source.text, unit):
            yield from paragraph.places_in(sentence)


def _sentences(text: str, unit: Unit) -> Iterator[_Sentence]:
    text = text[unit.start : unit.end].replace("\n", " ")  # a sentence goes on over the end of a line
    starts = [0, *(match.end() for match in SENTENCE.finditer(text))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        sentence = text[start:end]
        yield _Sentence(sentence, sentence.lower(), unit.start + start, unit.start + end)


class _Paragraph:
    """Reads a paragraph sentence by sentence: what one says of places depends on whether the one before placed somebody."""

    def __init__(self, places: Places, end: int) -> None:
        self.places = places
        self.end = end
        self.placed = False  # by the sentence before
        self.loci_follow = False  # `di dua lokus` was said

    def places_in(self, sentence: _Sentence) -> list[Found]:
        if _LOCUS.search(sentence.small) and (found := _before_locus(self.places, sentence.start, sentence.end)):
            return found
        if (namesakes := self._at_namesake(sentence)) is not None:
            return namesakes
        if self.placed and (the_last := _THE_LAST.match(sentence.text)):
            one = self._row_behind(sentence, the_last.end())
            self.placed = len(one) == 1
            if one:
                return [replace(one[0], rows=number(the_last["n"]), parted=True)]
        if bare := _LOCI_BARE.match(sentence.text):
            return self._loci_behind(sentence, bare.end())
        verb = PLACED.search(sentence.text) if holds_any(sentence.small, PLACED_CUES) else None
        if verb is None:
            return self._without_verb(sentence)
        if _places_nobody(sentence.text, verb):
            return []
        if self.placed and _MORE.match(sentence.text):
            return self.places.named(sentence.start, sentence.end)
        self.placed = True
        return self._by_verb(sentence, verb)

    def _row_behind(self, sentence: _Sentence, offset: int) -> list[Found]:
        return [*self.places.in_row(sentence.start + offset, sentence.end)]

    def _loci_behind(self, sentence: _Sentence, offset: int) -> list[Found]:
        return _with_heads_in_front(self.places, self._row_behind(sentence, offset))

    def _at_namesake(self, sentence: _Sentence) -> list[Found] | None:
        """The agency before `ditempatkan di badan yang sama namanya`; None where the sentence says nothing of the kind."""
        same = _SAME.search(sentence.small)
        if same is None or self.places.named(sentence.start + same.end(), sentence.end):
            return None
        return self.places.named(sentence.start, sentence.start + same.start())[-1:]

    def _without_verb(self, sentence: _Sentence) -> list[Found]:
        """What a sentence without a verb of placing tells: where they went, what they chose, what the loci are, who is where."""
        if went := _WENT.search(sentence.text):
            return self._where_they_went(sentence, went)
        if (chose := _CHOSE.search(sentence.text)) and _LOCUS.search(sentence.small):
            return self._row_behind(sentence, chose.end())
        if holds_any(sentence.small, _LOCI_CUES) and (loci := _LOCI_ARE.search(sentence.text)):
            return self._loci_behind(sentence, loci.end())
        if self.placed and _MORE.match(sentence.text):
            return self.places.named(sentence.start, sentence.end)
        self.placed = False
        return from_counts(self.places, sentence.start, sentence.end) if may_be_counted(sentence.text) else []

    def _where_they_went(self, sentence: _Sentence, went: re.Match[str]) -> list[Found]:
        """What they visited; what they only saw or made for counts where it is several."""
        verb = went.group().rstrip()
        seen = self._row_behind(sentence, went.end())
        if verb.endswith(("melihat", "meninjau")):
            seen = [item for item in seen if not _VILLAGE.match(item.name)]
        return seen if len(seen) > 1 or not verb.endswith(("melihat", "menuju")) else []

    def _by_verb(self, sentence: _Sentence, verb: re.Match[str]) -> list[Found]:
        """The places behind a verb of placing, up to a field trip: several, or one of which the sentence surely speaks."""
        is_station = _WEEK.match(verb.group()) is not None and not _PLACING.search(sentence.text)
        passing = is_station and not self.loci_follow
        self.loci_follow = self.loci_follow or _SO_MANY_LOCI.search(sentence.text) is not None
        some = _SOME.search(sentence.text) is not None
        parted = _PARTED.match(verb.group()) is not None
        trip = FIELD_TRIP.search(sentence.text, verb.start("rest"))
        stop = sentence.start + trip.start() if trip else sentence.end
        row = self.places.in_row(sentence.start + verb.start("rest"), stop)
        found = [replace(item, passing=passing, some=some, parted=parted) for item in row]
        if not found and (loci := _LOCI_ARE.search(sentence.text)):
            found = self._row_behind(sentence, loci.end())
        if found and _is_elsewhere(self.places, found, self.end):
            return []
        if len(found) >= _SEVERAL or _STRONG.search(verb.group()[:80]) or _WHO_WAS.match(sentence.text):
            return _with_heads_in_front(self.places, found)
        return []


def _places_nobody(sentence: str, verb: re.Match[str]) -> bool:
    """A trip, leisure, or what the writer wishes that others do."""
    if _FIELD_TRIP.match(verb.group()) or _LEISURE.search(sentence):
        return True
    return _OF_OTHERS.search(sentence, 0, verb.start("rest")) is not None


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

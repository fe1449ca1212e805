"""How many took part as a sentence says it: wordings from the surest to the least sure, and what shows that a figure counts others."""

import re
from collections.abc import Sequence

from nlp.components.head_words import ENGLISH, EVENT, NUMBER, PERSON, WHO, counted_in, may_count, number
from nlp.components.recommendation_units import Unit
from nlp.extraction import Group

_I = re.IGNORECASE
_ENGLISH = "|".join(ENGLISH)
# From the surest wording to the least sure.
_COUNTS = tuple(
    re.compile(pattern, _I)
    for pattern in (
        # What a reply grants, whatever was asked for: `jumlah yang dapat kami tampung lima orang`.
        rf"\b(?:dapat|bisa|mampu|bersedia)\s+(?:kami\s+)?(?:di|me)?(?:tampung|nampung|n?erima|terima|akomodasi|ngakomodasi|setujui|nyetujui|fasilitasi|layani)\s+(?:(?:hanya|adalah|ialah|sebanyak|sejumlah|paling\s+banyak|untuk|magang|peserta|sebagai)\s+){{0,3}}(?:(?:pada|mulai|tanggal|selama|dalam)\s[^.;]{{3,70}}?,?\s(?:untuk|sebanyak|bagi|hanya)\s+)?(?P<n>{NUMBER})\s+{PERSON}\b(?!\s*(?:per|setiap|tiap|/))",
        # `jumlah tamu kami batasi paling banyak 8 (delapan) orang`
        rf"\b(?:tamu|rombongan|peserta|pengunjung|delegasi|utusan)\b[^.;]{{0,30}}?\b(?:(?:kami|dapat|harap|agar)\s+)*(?:di)?(?:batasi|pangkas|kurangi)\s+(?:(?:hanya|paling\s+banyak|maksimal|menjadi|jadi|sampai|sebanyak|pada)\s+)*(?P<n>{NUMBER})\s+{PERSON}\b",
        # `Jumlah: paling banyak 12 (dua belas) orang`, `Rombongan: tidak lebih dari 10 orang`, an item of what a reply grants.
        rf"\A\W*(?:(?:\d{{1,2}}|[a-z])[.)]\s+)?(?:jumlah|banyaknya|rombongan|peserta|tamu)(?:\s+(?:peserta|rombongan|tamu|orang|personel|utusan|anggota|delegasi))*\s*:\s*(?:(?:paling\s+banyak|maksimal|hanya|dibatasi|menjadi|sebanyak-banyaknya|tidak\s+lebih\s+dari)\s+)+(?P<n>{NUMBER})\s+{PERSON}\b",
        # `Saya dan 13 orang lain dari X, jadi 14 orang`
        rf"\b(?:saya|penulis|kami)\s+(?:dan|bersama|beserta|dengan)\s+{NUMBER}\s+(?:orang|rekan|kawan|teman)\b[^.;]{{0,60}},\s*(?:jadi|sehingga|total|seluruhnya|semuanya)(?:\s+(?:total(?:nya)?|semuanya|seluruhnya|ada))?\s+(?P<n>{NUMBER})\s+{PERSON}\b",
        # `Semula 16, dikurangi jadi 11 orang`, `semula direncanakan 15 orang, akhirnya 12 orang`
        rf"\b(?:semula|awalnya|rencana(?:nya)?|dari)\s+(?:(?:direncanakan|diusulkan|ditetapkan|dijatah)\s+)?{NUMBER}(?:\s+(?:orang|peserta|pegawai|ASN))?,?\s+(?:\w+\s+){{0,3}}?(?:di(?:kurangi|pangkas|tambah|ubah)|berkurang|bertambah|berubah|tinggal|susut|menyusut|akhirnya|kemudian|menjadi|tinggal|hanya)(?:\s+(?:jadi|menjadi|hanya|tinggal))?\s+(?P<n>{NUMBER})\s+(?:orang|peserta|pegawai|ASN)\b",
        # `Anggota: 6 (enam) orang`, a line of its own.
        rf"\A\W{{0,3}}(?:anggota|personel|personil|regu|utusan|kontingen|pemagang|yang\s+berangkat|banyaknya|kekuatan\s+tim)(?:\s+(?:tim|rombongan|magang))?\s*[:=|]\s*(?P<n>{NUMBER})\s+{PERSON}\b",
        rf"\b(?:{WHO}|(?:kelompok|regu)(?=\s+(?:kami|kita)))(?:\s+(?:magang|kegiatan|ini|kunjungan|studi\s+tiru|kami|kita))*\s*(?:[:(|]|\bsebanyak|\bsejumlah|\bberjumlah|\bberanggotakan|\bterdiri\s+(?:dari|atas)|\badalah|\s)+\s*(?P<n>{NUMBER})\s+{PERSON}\b",
        # `Ada 16 orang dalam rombongan itu.`
        rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?{PERSON}\s+(?:(?:yang\s+)?(?:ikut|tergabung|berada|ada)\s+)?(?:di\s*)?dalam\s+(?:rombongan|tim|delegasi|kontingen)\b",
        # `dari rencana 10 orang, yang berangkat hanya 8 orang`
        rf"\byang\s+(?:akhirnya\s+|jadi\s+)?(?:berangkat|diberangkatkan|diutus|dikirim|magang|(?:mengikuti|menjalani|menyelesaikan|menuntaskan)\s+(?:magang|studi\s+\w+|benchmarking|kegiatan|program)|tuntas|bertahan)(?:\s+(?:sampai|hingga)\s+(?:selesai|tuntas|akhir))?(?:\s+(?:itu|hanya|ada|adalah|ialah|sebanyak|sejumlah|berjumlah|tercatat|cuma))*\s*:?\s*(?P<n>{NUMBER})\s+(?:orang|peserta|pegawai|ASN)\b",
        # `Dari 10 orang yang diusulkan, tujuh orang yang jadi berangkat.`
        rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang|peserta|pegawai|ASN)\s+yang\s+(?:jadi|akhirnya)\s+(?:jadi\s+)?(?:berangkat|magang|ikut|hadir)\b",
        # `…, jadi hanya tiga belas orang yang magang`
        rf"\b(?:hanya|tinggal|akhirnya|sehingga|maka|jadi|jadinya)\s+(?:hanya\s+|tinggal\s+)?(?P<n>{NUMBER})\s+(?:orang|peserta|pegawai|ASN)\s+yang\s+(?:dapat\s+|bisa\s+|benar-benar\s+)?(?:berangkat|magang|ikut|mengikuti|menjalani|menyelesaikan|menuntaskan)\b",
        # `Dari 20 orang yang ditugaskan, 18 orang hadir`
        rf"\bdari\s+{NUMBER}\s+(?:orang|peserta|pegawai|ASN)(?:\s+\w+)?\s+yang\s+(?:semula\s+)?(?:ditugaskan|ditunjuk|diusulkan|direncanakan|dicalonkan|didaftarkan|mendaftar|terdaftar|tercantum|tertulis|disetujui)\b[^,.;]{{0,40}},\s*(?:hanya\s+)?(?P<n>{NUMBER})\s+(?:orang\s+|peserta\s+|pegawai\s+)?(?:yang\s+)?(?:dapat\s+|bisa\s+|jadi\s+)?(?:hadir|berangkat|ikut|datang)\b",
        # A command (`Mengirim 6 penyuluh …` as an item) is a proposal: somebody must have sent them.
        rf"(?:\b(?:sebanyak|sejumlah|berjumlah|berkekuatan|beranggotakan|diikuti(?:\s+oleh)?|terdiri\s+(?:dari|atas))|(?<=\w\s)(?:mengirim(?:kan)?|mengutus|memberangkatkan|menugaskan|melepas|dikirim(?:kan)?|diutus|diberangkatkan))\s+(?P<n>{NUMBER})\s+{PERSON}\b(?![^.]{{0,25}}\b(?:(?:setiap|tiap|per|masing-masing(?!\s+{NUMBER}\s))\s+\w+|jabatan)\b)",
        rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?{PERSON}\b(?!\s+(?:dari\s+)?OPD)[^.;]{{0,200}}\b{EVENT}",
        rf"\b{EVENT}[^.;]{{0,60}}\b(?:oleh|bagi|bersama)\s+(?P<n>{NUMBER})\s+{PERSON}\b",
        rf"\b{EVENT}[^.;:]{{0,60}}\(\s*(?P<n>{NUMBER})\s*(?:orang|org|peserta|pegawai|ASN)\b",
        rf"\b{EVENT}\s+(?P<n>{NUMBER})\s+{PERSON}\b",
        rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?(?:pegawai|ASN|PNS|aparatur|peserta)\s+(?:kita|kami|Saudara|yang\s+(?:Saudara|kami))\b",
        rf"\bjumlah(?:\s+(?:rombongan|anggota|tim))?\s*:?\s*(?P<n>{NUMBER})\s+(?:orang|peserta)\b",
        rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?peserta(?:\s+(?:magang|itu|ini|tersebut|P[IK][MNAPS]|latsar|diklat\w*))*\s+(?:yang\s+)?(?:(?:sengaja|kami|akan|telah|sudah)\s+)*(?:ditempatkan|dibagi|disebar|terbagi|tersebar|berasal|terdiri|(?:di)?bawa|(?:di)?boyong|(?:di)?ajak)\b",
        rf"\b(?:dari|terdapat|tercatat|ada)\s+(?P<n>{NUMBER})\s+(?:orang\s+)?peserta\b",
        rf"\b(?:{EVENT}|{WHO})\b[^.;:]{{0,120}}?\b(?:seluruhnya|semuanya|keseluruhannya|total(?:nya)?|jumlahnya|diberangkatkan\s+adalah|magang\s+ada)\s*:?\s*(?:ada\s+|sebanyak\s+)?(?P<n>{NUMBER})\s+(?:orang|peserta)\b",
        rf"\A\W{{0,3}}total(?:nya)?\s*:\s*(?P<n>{NUMBER})\s+(?:orang\s+)?peserta\b",
        # `Tujuh belas orang dari lima perangkat daerah berada di Banyuwangi pada …`
        rf"(?:\A\W*|[.!?]\s+|\A(?-i:[A-Z][A-Z .,/()]{{2,50}}?)\s*[–—-]{{1,2}}\s*)(?:sebanyak\s+)?(?P<n>{NUMBER})\s+(?:orang\s+)?{PERSON}\b[^.;]{{0,120}}?\b(?:berada|tinggal|menetap|menginap|bermukim|kembali|pulang|bertolak|terbang|tiba)\s+(?:di|dari|ke|selama|dengan\s+(?:selamat|membawa))\b",
        # `Yang ditugaskan 10 orang, yang hadir 8 orang`
        rf"\bditugaskan\s+{NUMBER}\s+(?:orang|peserta|pegawai|ASN)[^.;]{{0,30}}?\b(?:hadir|datang|ikut|berangkat)\s+(?:hanya\s+)?(?P<n>{NUMBER})\s+(?:orang|peserta|pegawai|ASN)\b",
        # `Empat belas pegawai diberangkatkan ke Kota X.`
        rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?{PERSON}\s+(?:(?:telah|sudah|akan|resmi)\s+)?(?:diberangkatkan|dikirim|diutus|dilepas|dititipkan)\s+(?:ke|menuju|untuk|mengikuti)\b",
        # `A team of six officers from X visited Y`
        rf"\b(?:team|group|delegation|party)\s+of\s+(?P<n>\d{{1,3}}|{_ENGLISH})\s+(?:\w+\s+)?(?:officers?|officials?|civil\s+servants|staff|members|participants|people|persons|employees)\b",
        # `Mereka menyampaikan hasrat datang dengan 10 orang utusan`
        rf"\b(?:dengan|membawa|menyertakan)\s+(?P<n>{NUMBER})\s+(?:orang\s+)?(?:utusan|delegasi|anggota\s+(?:rombongan|delegasi|tim))\b",
        # `Delapan orang dipimpin langsung kepala dinas …`: a party on its way, whatever verb follows.
        rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?{PERSON}\s+(?:(?:itu|tersebut|yang|ini)\s+)?(?:dipimpin|diketuai|dikomandoi|dikoordinasi(?:kan)?|dikepalai)\b",
    )
)
# Whose figure may say `paling banyak`, `semula`.
_AT_MOST = _COUNTS[:5]
# Whose figure need not stand right before a word for persons in Indonesian.
_APART = tuple(pattern for pattern in _COUNTS if "officers" in pattern.pattern or r"\(\s*(?P<n>" in pattern.pattern)
# `Sebanyak 40 bendahara mengikuti pelatihan perpajakan`, beside it in the bulletin.
_ANOTHER_EVENT = re.compile(
    r"[^.;]{0,60}?\b(?:mengikuti|menghadiri|hadir\s+(?:dalam|pada))\s+(?:pelatihan|bimtek|bimbingan\s+teknis|seminar|sosialisasi|lokakarya|workshop|diklat|upacara|apel|rapat|ujian|seleksi)\b",
    _I,
)
# `Kiranya Saudara menugaskan dua orang asesor`, `mengirim dua orang lagi`: no participants of this journey.
_ASKED_FOR = re.compile(
    r"\b(?:Saudara|Bapak|Ibu|berkenan|kiranya|tuan\s+rumah)\b[^.;]{0,60}\b(?:menugaskan|mengirim(?:kan)?|mengutus|menunjuk|menyediakan|memberangkatkan)\s*$",
    _I,
)
_PLANNED = re.compile(
    r"\bdari\s+(?:\w+\s+)?\w+(?:\s*\([^)]*\))?\s+(?:orang|peserta|pegawai|ASN)(?:\s+\w+)?\s+yang\s+(?:semula\s+)?(?:diusulkan|direncanakan|dicalonkan|diundang|didaftarkan|mendaftar)\b",
    _I,
)
_FURTHER = re.compile(
    r"\s*(?:\w+\s+){0,2}?(?:lagi|tambahan|berikutnya|tahun\s+depan)\b",
    _I,
)
# `Empat kepala distrik bersama Kabag Tata Pemerintahan mengunjungi …`: one more.
# `Empat belas orang magang di X. Sepuluh yang lain di Y.`: some of them, the others follow.
_THE_OTHERS = re.compile(
    rf"[^;:]{{3,260}}?[.;]\s+(?:Sisanya|Selebihnya|(?:Sedangkan\s+|Adapun\s+|Sementara\s+)?{NUMBER}\s+(?:orang\s+|peserta\s+|pegawai\s+|ASN\s+)?(?:(?:yang\s+)?lain(?:nya)?|lagi|sisanya|selebihnya))\b",
    _I,
)
_AND_ONE = re.compile(
    rf"[^.;\d]{{3,50}}?\s(?:bersama|beserta)\s+(?:Kabag|Kabid|Kepala|Sekretaris|Sekda|Asisten|Camat|Kasi|Kasubbag)\b[^.,;\d]{{0,60}}?\s{EVENT}"
)
_SURE = 13  # of these the first, which outweigh a sum of groups
NOT_COUNT = re.compile(
    r"\b(?:lebih\s+dari|salah|setiap|tiap|minimal|paling\s+(?:sedikit|banyak)|maksimal|target|beserta|bersama|rata-rata|per|masing-?masing|masing2|kurang|kuota|tambahan|memiliki|mempunyai|didukung(?:\s+oleh)?|selain|(?:ditemui|diterima|disambut|dibimbing|dipandu|didampingi|dilayani)(?:\s+oleh)?|rencana(?:nya)?|direncanakan|diusulkan|pasal|ayat|nomor|lampiran|pukul|tanggal|tahun)\s*$",
    _I,
)
# `2 (dua) orang pembimbing`, `40 orang menyambut rombongan`
OTHERS = re.compile(
    r"\s*(?:pembimbing|mentor|instruktur|narasumber|fasilitator|pengajar|pendamping|tenaga\s+ahli|panitia|(?:me(?:nyambut|nerima|njamu))\s+(?:rombongan|peserta|tim|kami))\b",
    _I,
)
# `didampingi dua camat menerima kunjungan …`
_RECEIVE = re.compile(r"\s*me(?:nyambut|nerima|njamu)\s+(?:langsung\s+)?(?:rombongan|kunjungan|kedatangan|tamu)\b", _I)
# `Dua orang mengundurkan diri`, `satu orang batal berangkat karena sakit`
_DROPPED = re.compile(
    r"\s*(?:\w+\s+){0,2}?(?:(?:mengundurkan\s+diri|mundur|batal|gugur|(?<!rumah )sakit|berhalangan|urung|absen|izin|cuti|ditarik|digantikan|dibatalkan|dicoret|dipulangkan)\b|(?:tidak|tak|belum)\s+(?:jadi|dapat|bisa|ikut|hadir|sempat|berangkat|mengikuti)\b|pulang\s+(?:lebih\s+(?:awal|dulu|dahulu)|mendahului)\b)",
    _I,
)
# An earlier journey, another batch.
_EARLIER = re.compile(
    r"\b(?:pernah|tahun\s+(?:lalu|sebelumnya|kemarin)|(?:angkatan|gelombang|batch|tahap)\s+(?:pertama|sebelumnya|lalu|terdahulu)|sebelum\s+ini|semula|awalnya)\b",
    _I,
)
_THEIR_STAFF = re.compile(
    r"\b(?:pegawai|personel|personil|staf|karyawan|aparatur|ASN|SDM|tenaga)nya\s+$", _I
)  # an agency's
_CLAUSE = re.compile(r"[,;]\s|\b(?:namun|tetapi|tapi|sedangkan)\b", _I)
# What somebody proposes is no account of who took part.
PROPOSED = re.compile(
    r"\b(?:menyarankan|disarankan|merekomendasikan|mengusulkan|diusulkan|sebaiknya|hendaknya|setiap\s+OPD|setiap\s+tahun|perlu|target(?:nya)?|melatih|pelatihan\s+bagi|merekrut|menambah|memiliki|mempunyai)\b",
    _I,
)
_COMMAND = re.compile(
    r"^\W*(?:me\w+|kirim\w*|latih|tugaskan|libatkan|ikutkan|rekrut|tambah\w*)(?:\s+(?:kembali|lagi|minimal))?\s*$", _I
)
# `Membentuk regu polisi pariwisata beranggotakan 15 orang`
_FORMS = re.compile(
    r"^\W*(?:(?:pem|mem|di)?bentuk\w*|menyiapkan|merekrut)\b[^.;]{0,90}\b(?:beranggotakan|terdiri\s+(?:dari|atas))\s*$",
    _I,
)


_GOES_TO = re.compile(
    r"\b(?:ke|mengunjungi|di)\s+(?:(?:Kota|Kabupaten|Kab\.|Provinsi|Pemkab|Pemkot)\s+)?(?P<to>[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){0,3})"
)
_WHO_BEHIND = re.compile(rf"\s+(?:orang\s+)?{PERSON}\b", _I)
_SENTENCE_PAST = re.compile(r"[.;]")
_SOON = 110  # characters behind a figure in which they say where they go
_PART_AND_PART = re.compile(
    rf"{NUMBER}\s+(?:orang\s+)?(?:[\w ]{{3,40}}?\s*(?:,|\bdan\b|\bserta\b)|[\w ()/-]{{3,110}}?\s(?:bersama|beserta|ditambah))\s*{NUMBER}\s",
    _I,
)
_BROKEN_DOWN = re.compile(r"\b(?:terdiri|yakni|yaitu|masing-masing|rincian)\b", _I)


class Sentences:
    """The sentences of one document that count persons.

    `homeward`: the regions to which those go who are to come in return.
    """

    def __init__(self, units: Sequence[Unit], groups: Sequence[Group], homeward: Sequence[str] = ()) -> None:
        self.figured = [unit.text for unit in units if may_count(unit.text)]
        # Nearly every wording holds a figure and a word for persons side by side.
        self.counting = [text for text in self.figured if counted_in(text)]
        self.parts = {group.count for group in groups}
        self.total = sum(group.count for group in groups)
        self.homeward = homeward

    def sure(self) -> int | None:
        return self._count(_COUNTS[:_SURE])

    def less_sure(self) -> int | None:
        return self._count(_COUNTS[_SURE:])

    def _texts(self, pattern: re.Pattern[str]) -> Sequence[str]:
        return self.figured if pattern in _APART else self.counting

    def _count(self, patterns: Sequence[re.Pattern[str]]) -> int | None:
        if self.total and any(
            number(m["n"]) == self.total for p in _COUNTS for text in self._texts(p) for m in p.finditer(text)
        ):
            return self.total  # another figure counts another batch or a part
        for pattern in patterns:
            for text in self._texts(pattern):
                for match in pattern.finditer(text):
                    if self._is_other(text, match, at_most=pattern in _AT_MOST):
                        continue
                    found = number(match["n"])
                    is_part = found in self.parts or starts_groups(text, match.start("n"))
                    if self.total > found and is_part:
                        continue  # the whole, said elsewhere, or the sum of its parts
                    if found:
                        return found + bool(_AND_ONE.match(text, match.end("n")))
        return None

    def _goes_home(self, text: str, position: int) -> bool:
        """`… enam petugas melakukan kunjungan balasan ke Kolaka`, where Kolaka is whence the participants came."""
        return bool(self.homeward) and any(
            goes["to"].startswith(name) and not goes["to"][len(name) : len(name) + 1].isalpha()
            for goes in _GOES_TO.finditer(text, position, position + _SOON)
            for name in self.homeward
            if not _SENTENCE_PAST.search(text, position, goes.start())
        )

    def _is_other(self, text: str, match: re.Match[str], *, at_most: bool) -> bool:
        """The figure counts somebody else, another time, or what is only proposed."""
        before = text[: match.start("n")]
        # What such a wording itself says was proposed is not its figure.
        sentence = _sentence_before(text[: match.start()] if at_most else before)
        return bool(
            OTHERS.match(text, match.end())
            or _DROPPED.match(text, _behind(text, match))
            or _RECEIVE.match(text, _behind(text, match))
            or _ANOTHER_EVENT.match(text, match.end())
            or (NOT_COUNT.search(before) and not at_most)
            or NOT_COUNT.search(text[: match.start()])
            or _THEIR_STAFF.search(text, 0, match.start())
            or PROPOSED.search(_PLANNED.sub(" ", sentence))
            or (_EARLIER.search(_CLAUSE.split(sentence)[-1]) and not at_most)
            or _COMMAND.match(sentence)
            or _FORMS.match(sentence)
            or _ASKED_FOR.search(sentence)
            or _FURTHER.match(text, match.end())
            or _THE_OTHERS.match(text, match.end())
            or self._goes_home(text, match.end("n"))
            or any(it.start() <= match.start("n") < it.end() for it in _PLANNED.finditer(text))
        )


def _behind(text: str, match: re.Match[str]) -> int:
    """Where the words for persons behind the figure end."""
    who = _WHO_BEHIND.match(text, match.end("n"))
    return who.end() if who else match.end("n")


def _sentence_before(text: str) -> str:
    return re.split(r"(?<=[a-z)])\.\s", text)[-1]


def starts_groups(text: str, position: int) -> bool:
    """`Lima orang pejabat fungsional dan dua pelaksana berangkat …`: the first figure is a part, not the whole."""
    first = _PART_AND_PART.match(text, position)
    return first is not None and not _BROKEN_DOWN.search(first.group())

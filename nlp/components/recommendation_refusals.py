"""Sentences that hold a word of proposing and propose nothing: refused, asked about, put off, or someone else's words."""

import re
from collections.abc import Callable, Sequence

from nlp.components.small_letters import holds_any, small_letters

_I = re.IGNORECASE
_NOT = r"(?:belum|blm|blum|tidak|tdk|tak|tiada|nggak|enggak|gak|ndak|bukan)"
_NEED = re.compile(rf"\b{_NOT}(?:lah)?\s+(?:lagi\s+|dirasa\s+|akan\s+)?(?:perlu|mendesak|usah)\b")  # of small letters
_NEED_LAST = re.compile(rf"\b{_NOT}(?:lah)?\s+(?:lagi\s+)?(?:perlu|usah)(?:\s+di\w+)?\W*$", _I)
# `… sehingga warga tidak perlu datang`, `layanan yang tidak perlu tatap muka`: what comes of an action, no refusal of one.
_OUTCOME = re.compile(
    r"\b(?:sehingga|agar|supaya|biar|spy|yang|yg|karena|sebab|jika|bila|kalau|walau\w*|meski\w*|maka)\b", _I
)
_ANOTHER = re.compile(
    r"(?:\b(?:tetapi|tapi|namun|melainkan|cukup|asal(?:kan)?|lebih\s+baik|sebaiknya|hendaknya|agar)\b|[,;:–-])\s+\S+\s+\S",
    _I,
)
_ANSWER = re.compile(r"^\W*(?:jawab(?:an)?(?:nya)?|tanggapan|menurut\s+\w+)\b", _I)
_TOPIC = re.compile(r"^\W*(?:soal|mengenai|tentang|perihal|untuk|adapun|terkait|terhadap|ihwal)\b", _I)
_UNSAID = re.compile(
    rf"\b{_NOT}\s+(?:\w+\s+)?(?:(?:me)?ny?arankan|sarankan|meng?usulkan|usulkan|(?:me)?rekomendasikan|(?:meng)?anjurkan|(?:me)?minta|(?:me)?n?itip(?:kan)?|(?:meng)?ajukan)\b",
    _I,
)
_ASKED = re.compile(
    r"\b(?:(?:di|me(?:n|mper)?|ber)?tanya(?:kan|an)?|mempertanyakan)\b[^.;]{0,60}\b(?:apakah|perlukah|haruskah)\b|\bapakah\b[^.;]{0,80}\b(?:perlu|harus|sebaiknya|dapat|bisa)\b|\b(?:perlu|harus|bisa)kah\b",
    _I,
)
_WITHDRAWN = re.compile(
    r"\(\s*(?:sudah\s+)?(?:di)?(?:tarik|batal|coret|hapus|tunda)\w*(?:\s+\w+){0,3}\s*\)|\b(?:ditarik\s+kembali|batal\s+diusulkan|tidak\s+jadi\s+diusulkan)\b",
    _I,
)
_SAYING = re.compile(
    r",[”\"]?\s*(?:begitu|demikian|begitulah)\s+(?:bunyi|kata|ujar|tulis|isi|pesan|tutur|ungkap)\w*|,\s*(?:itu\s+)?(?:semua|setiap)\s+orang\s+(?:tahu|mafhum|paham)",
    _I,
)
# `Ombudsman mencatat alur pengaduan perlu disederhanakan`: an examiner's finding, not the writers' advice.
_EXAMINER = re.compile(
    r"\b(?:ombudsman|bpk(?:p|\s+ri)?|kemen\s?pan(?:\s?-?rb)?|kementerian\s+\w+|kemendagri|asesor|evaluator|tim\s+penilai|auditor|lhe|lhp)\b[^.;]{0,50}?"
    r"\b(?:mencatat|menilai|menyebut(?:kan)?|menemukan|menyimpulkan|berpendapat|menyatakan)\b",
    _I,
)
_WEIGHED = re.compile(r"^\W*(?:menimbang|mengingat|memperhatikan)\s*(?:[,:]|bahwa\b)", _I)
# `Papan layanan perlu ada di setiap kelurahan, tetapi belum terpasang`: how things are.
_LACKS = re.compile(
    rf"\b(?:perlu|harus|wajib|semestinya|seharusnya)\b[^.;]{{3,100}}?,?\s+(?:tetapi|tapi|namun|sayangnya|padahal)\s+(?:\w+\s+){{0,3}}?{_NOT}\s+(?:pernah\s+|semua\s+|juga\s+)?(?:(?:di|ter|ber)[a-z]{{3,}}|ada|punya|memiliki|jalan)\W*$",
    _I,
)
# `Kunjungan lanjutan tidak direncanakan`, `Gedung baru belum kami anggarkan`: what will not be done, told as such.
_UNPLANNED = re.compile(
    rf"^(?:(?!\byang\b)[^.;:,]){{3,80}}?\b{_NOT}\s+(?:akan\s+|lagi\s+|kami\s+|kita\s+)?(?:di)?(?:rencanakan|jadwalkan|agendakan|programkan|anggarkan|lanjutkan)\b",
    _I,
)
_INSTEAD = re.compile(r"\b(?:perlu|harus|agar|supaya|sebaiknya|hendaknya|diusulkan|usul\w*)\b", _I)
# `Peserta yang kami usulkan berjumlah …`, `Kami mengajukan nama-nama berikut`: the journey itself is arranged.
_ARRANGES = re.compile(
    r"^\W*(?:(?:adapun|sedangkan|sementara|untuk|mengenai|dan|apabila|bila(?:mana)?|jika|kalau|seandainya|sekiranya)\s+)?(?:(?:jumlah|daftar|calon|nama(?:-nama)?|data)\s+)*(?:peserta|pegawai|aparatur|ASN|rombongan|waktu|jadwal|tanggal|hari|lokus|tempat|lokasi|penempatan|nama(?:-nama)?|materi|mentor|pembimbing)\b"
    r"(?:\s+(?!yang\b)[\w-]+){0,4}\s+yang\s+(?:akan\s+|kami\s+|kita\s+|hendak\s+|di)*(?:usulkan|ajukan|calonkan|mohonkan|rekomendasikan|inginkan|harapkan)\b"
    r"|^\W*(?:waktu|jadwal|tanggal|lokus|tempat|lama|jumlah|peserta)nya\s+(?:kami|kita)\s+(?:usulkan|ajukan|rencanakan|mohonkan)\b"
    r"|\b(?:kami|ini)\s+(?:juga\s+|telah\s+|dengan\s+ini\s+)?(?:mengusulkan|mengajukan|usulkan|ajukan|calonkan)\s+(?:(?:kembali|daftar)\s+)?(?:nama(?:-nama)?\b|(?:\S+\s+){0,4}(?:calon\s+)?peserta\s+(?:magang|tersebut|sebagaimana|sebagai|untuk|dari|atas)|lokus\b|tanggal\s+\d|(?:waktu|jadwal)\s+(?:magang|kunjungan|pelaksanaan))",
    _I,
)
_ASKED_BEFORE = re.compile(
    r"\b(?:perlu|harus|agar|supaya|sebaiknya|hendaknya|baiknya|kiranya|mesti|usul\w*|diusulkan|(?:di)?minta|disarankan)\b",
    _I,
)
# `Cukup diteruskan`, `Tetap seperti sekarang`, `Belum ada usul`: all stays as it is.
_LEFT = re.compile(
    rf"^\W*(?:(?:cukup|tinggal|tetap)\s+(?:di)?(?:teruskan|lanjutkan|pertahankan|jalankan)(?:\s+saja)?\W*(?:$|{_NOT}\b)"
    rf"|(?:tetap|biarkan|cukup)\s+(?:berjalan\s+)?(?:seperti|sebagaimana)\s+(?:sekarang|semula|biasa\w*|adanya|saat\s+ini|yang\s+ada)\b"
    r"|di(?:teruskan|lanjutkan|pertahankan)(?:\s+saja)?\W*$"
    rf"|{_NOT}\s+ada\s+(?:usul|saran|rekomendasi|perubahan|tindak\s+lanjut)\w*\W*$)",
    _I,
)
# `… menyarankan agar modul dicetak, dan panitia telah mencetaknya`: proposed once and done since.
_CARRIED_OUT = re.compile(
    r"[,;–—-]\s*(?:dan\s+|serta\s+|yang\s+)?(?:\w+\s+){0,3}?(?:sudah|telah|langsung|kini\s+sudah)\s+(?:\w+\s+)?"
    r"(?:me[a-z]{4,}nya|di(?:jalankan|laksanakan|terapkan|penuhi|kabulkan|kerjakan|tindaklanjuti|wujudkan|realisasikan|setujui)\w*|(?:kami|mereka|panitia)\s+(?:jalankan|laksanakan|terapkan|penuhi|kabulkan|kerjakan|tindaklanjuti|wujudkan))\W*$"
    r"|\b(?:saran|usul(?:an)?|masukan)\b[^.;]{3,120}?\b(?:sudah|telah)\s+(?:kami|kita|mereka|panitia|di)\s?(?:jalankan|laksanakan|terapkan|penuhi|kabulkan|kerjakan|wujudkan)\b",
    _I,
)
# `Kunjungan balasan sedang dirancang oleh …`: under way already, and told.
_UNDER_WAY = re.compile(
    r"^(?:(?!\byang\b)[^.;:,]){3,90}\bsedang\s+(?:kami\s+|kita\s+)?(?:di|dalam\s+proses)\s?[a-z]{4,}", _I
)
# `Bersediakah Saudara dihubungi kembali? ☑ Ya ☐ Tidak`: a form's question with its boxes.
_BOXES = re.compile(
    r"[☐☑☒□■✓✔]\s*\w+\s+[☐☑☒□■]\s*\w+|\?\s+[☐☑☒□]|[☐□]\s*(?:Ya|Tidak|Setuju)\b|\b[A-Z]\w+kah\s[^?]{5,90}\?"
)


# `Judul: DIALOG`, `Nama inovasi : SIPANDU`: how a work is called and whose it is.
_CALLED = re.compile(
    r"\W*(?:judul(?:\s+\w+){0,3}|tema|topik|(?:nama|singkatan)(?:\s+(?:aksi|inovasi|program|proyek|aplikasi|peserta|lengkap|perubahan))*|inovator|pengusul|penulis|penyaji|mentor|coach)\s*:\s+(?P<name>[^.;]{2,90})$",
    _I,
)
_CALLED_CUES = (
    "judul",
    "tema",
    "topik",
    "nama",
    "singkatan",
    "inovator",
    "pengusul",
    "penulis",
    "penyaji",
    "mentor",
    "coach",
)

# One of these, in small letters, stands in every text that is refused.
_CUE = re.compile(
    r"belum|bl?um\b|blm|tidak|tdk|\btak|tiada|gak\b|ndak|bukan|kah\b|tanya|tarik|batal|coret|hapus|tunda|begitu|demikian|orang\s|cukup|tinggal|"
    r"tetap|biarkan|teruskan|lanjutkan|pertahankan|ombudsman|bpk|kemen|asesor|evaluator|penilai|auditor|lhe|lhp|menimbang|mengingat|memperhatikan"
)
# What stands in each of them, for a quicker question.
_CUES = (
    "belum", "bum", "blum", "blm", "tidak", "tdk", "tak", "tiada", "gak", "ndak", "bukan", "kah", "tanya", "tarik", "batal", "coret", "hapus", "tunda",
    "begitu", "demikian", "orang", "cukup", "tinggal", "tetap", "biarkan", "teruskan", "lanjutkan", "pertahankan", "ombudsman", "bpk", "kemen",
    "asesor", "evaluator", "penilai", "auditor", "lhe", "lhp", "menimbang", "mengingat", "memperhatikan",
)  # fmt: skip
_ARRANGE_CUES = ("usulkan", "ajukan", "calonkan", "mohonkan", "rekomendasikan", "inginkan", "harapkan")


# `Tim mengajukan usul di bawah ini, disusun menurut siapa yang mengerjakan.`: only says that they follow.
_FOLLOW = re.compile(
    r"\b(?:usul(?:an)?|saran|rekomendasi|masukan)(?:-\w+)?\s+(?:(?:kami|tim|tersebut)\s+)?(?:sebagaimana\s+|seperti\s+)?(?:di\s+bawah(?:\s+ini)?|berikut(?:\s+ini)?|sebagai\s+berikut)\b(?![^.]*:\s+\S)",
    _I,
)
# `Rekomendasi kami susun dalam bentuk kartu supaya …`, `Usulan ini dikelompokkan menurut …`: how they are set out.
_SET_OUT = re.compile(
    r"\W*(?:setiap|tiap|masing[\s-]masing|semua)\s+(?:kartu|lembar|butir|kotak|baris|usul(?:an)?|rekomendasi|saran)\s+(?:ini\s+)?(?:berisi|memuat|mencantumkan|diikuti|disertai|dilengkapi|terdiri)\b"
    r"|\W*(?:(?:seluruh|semua|setiap|ketiga|keempat|kelima)\s+)?(?:usul(?:an)?|saran|rekomendasi|masukan|butir)\s+"
    r"(?:(?:(?:(?:kami|tim|ini|tersebut|berikut|di\s+bawah\s+ini)\s+)?(?:kami|tim|sengaja|penulis)\s+(?:(?:kami|sengaja)\s+)?|(?:kami|ini|tersebut|berikut|di\s+bawah\s+ini)\s+di\s?)"
    r"(?:susun|urutkan|bagi|kelompokkan|sajikan|tuliskan?|rangkum|tuangkan|muat|kemas|pilah|uraikan|tata|tandai|batasi)\b"
    r"|disusun\s+(?:menurut|dalam\s+bentuk|berdasarkan\s+urutan|dari\s+yang)\b)(?![^.]*:\s+\S)",
    _I,
)
# `"Saya minta satu hal: jangan simpan ilmunya sendiri," tuturnya`: what the guests are told on their way.
_EXHORTS = re.compile(
    r"\b(?:minta|pesan|titip|harap|ingin|berpesan|mengingatkan|meminta|berharap)\w*\b[^.;]{0,50}?(?:[:,]|\b(?:agar|supaya)\b)\s*[\"“]?(?:[a-z-]+\s+){0,3}?jangan\s+(?:sampai\s+)?(?:(?:di)?simpan|berhenti|lupa\w*|hanya|cuma|jadi|sekadar|disia-siakan|putus|cepat)\b"
    r"(?![^.]*[;,]\s*(?:melainkan|tetapi|ganti|cukup|alihkan)\s)",
    _I,
)
# `Selain itu, agar mahasiswa dapat memahami …`: an aim of the practice.
_TO_LEARN = re.compile(
    r"\W*(?:(?:selain\s+itu|kemudian|selanjutnya|dan|serta|juga),?\s+)?(?:agar|supaya)\s+(?:para\s+)?(?:mahasiswa|praktikan|penulis|peserta|siswa|pemagang)\s+(?:dapat|mampu|bisa)\s+"
    r"(?:memahami|mengetahui|meningkatkan|menambah|memperoleh|mengenal|mempelajari|menerapkan|mengaplikasikan|mempraktikkan|belajar|menguasai|mengembangkan)\b",
    _I,
)
# `…,” seloroh Wali Kota disambut tawa.`
_IN_JEST = re.compile(r"\b(?:seloroh|kelakar|canda|gurau|guyon)(?:nya)?\b", _I)
_JEST_CUES = ("seloroh", "kelakar", "canda", "gurau", "guyon")
_FOLLOW_CUES = ("berikut", "di bawah")
_SET_OUT_CUES = ("usul", "saran", "rekomendasi", "masukan", "butir", "kartu")
# `… sehingga kami arahkan untuk magang di Bidang X`, `Anak-anak ini saya titip duduk di …`: where somebody put them.
_PUT = re.compile(
    r"\b(?:sehingga|maka|lalu|kemudian|akhirnya|jadi)\s+(?:mereka\s+|peserta\s+|yang\s+bersangkutan\s+)?(?:kami|kita)\s+(?:arahkan|tugaskan|tempatkan|dorong|minta|titipkan)\s+(?:untuk\s+|agar\s+)?(?:magang|belajar|bergabung|praktik|berdinas|bertugas|masuk)\b"
    r"|\b(?:kami|saya)\s+(?:arahkan|tempatkan|titip(?:kan)?)\s+(?:untuk\s+)?(?:magang|belajar|praktik|duduk|bekerja)\s+(?:di|pada|ke|dengan|bersama)\b"
    r"|^\W*(?:anak(?:-anak)?|adik-adik|pegawai|staf|peserta|mereka|orang-orang|ASN|rombongan)\s+(?:(?:ini|itu|kami|saya|muda)\s+)*titip(?:kan)?\b",
    _I,
)
_PUT_CUES = ("arahkan", "tugaskan", "tempatkan", "dorong", "minta", "titip")


def is_name(text: str) -> bool:
    """`Judul: DIALOG (Dialog Kinerja Bulanan)`: only tells how a work is called or who made it."""
    return holds_any(text.lower(), _CALLED_CUES) and _CALLED.match(text) is not None


def is_refused(text: str) -> bool:
    """Whether `text` says that something is not proposed, withdrawn, only asked, or what others found."""
    small = text.lower()
    for cues, says in _ONLY_TELLS:  # a plain loop: asked of every line many times
        if holds_any(small, cues) and says(text):
            return True
    if not holds_any(small, _CUES) or _CUE.search(small) is None:
        return False
    return any(says(text) for says in _REFUSES)


def _is_under_way(text: str) -> bool:
    """`Dinas sedang menyusun …`, unless it was asked for."""
    way = _UNDER_WAY.match(text)
    return way is not None and not _ASKED_BEFORE.search(text, 0, way.end())


def _is_said_in_jest(text: str) -> bool:
    return ("”" in text or '"' in text) and _IN_JEST.search(text) is not None


def _announces_list(text: str) -> bool:
    return text.rstrip().endswith(".") and _FOLLOW.search(text) is not None


def _is_unplanned(text: str) -> bool:
    """Nothing is planned, and nothing else is in its place."""
    unplanned = _UNPLANNED.match(text)
    return unplanned is not None and not _INSTEAD.search(text, unplanned.end())


_Question = Callable[[str], object]
# What a text must hold in small letters, for a quick answer, and the question then whether it tells something and proposes nothing.
_ONLY_TELLS: tuple[tuple[Sequence[str], _Question], ...] = (
    (("?", "☐", "☑"), _BOXES.search),
    (("sedang ",), _is_under_way),
    (("sudah", "telah", "langsung"), _CARRIED_OUT.search),
    (_JEST_CUES, _is_said_in_jest),
    (_PUT_CUES, _PUT.search),
    (_FOLLOW_CUES, _announces_list),
    (("jangan ",), _EXHORTS.search),
    (("agar ", "supaya "), _TO_LEARN.match),
    (_SET_OUT_CUES, _SET_OUT.match),
    (_ARRANGE_CUES, _ARRANGES.search),
)
# The questions that one of `_CUES` must raise.
_REFUSES: tuple[_Question, ...] = (
    _UNSAID.search,
    _ASKED.search,
    _WITHDRAWN.search,
    _SAYING.search,
    _LEFT.match,
    _is_unplanned,
    _EXAMINER.search,
    _WEIGHED.match,
    _LACKS.search,
)


def is_unneeded(text: str) -> bool:
    """Whether `text`, which begins with no action, says that something need not be."""
    need = _NEED.search(small_letters(text))
    if need is None or _OUTCOME.search(text, 0, need.start()):
        return False
    if _ANSWER.match(text):
        return True
    if text[: need.start()].rstrip().endswith((",", ";")) and _ASKED_BEFORE.search(text, 0, need.start()):
        return False  # `… diminta memisahkan obat, tidak perlu menunggu rapat`
    # `Assessment center: tidak usah bangun gedung, sewa aula saja` goes on with what is to be done instead.
    return not _ANOTHER.search(text, need.end()) and (
        bool(_TOPIC.match(text)) or not text[need.end() :].strip(" .!;)") or need.start() > 8
    )


def ends_unneeded(text: str) -> bool:
    """`Membeli rak serupa belum perlu dilakukan`: an action, told to be needless."""
    need = _NEED_LAST.search(text)
    return need is not None and not _OUTCOME.search(text, 0, need.start())

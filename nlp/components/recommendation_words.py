"""The words by which a recommendation is known, and those by which something else is."""

import re
from functools import cache, lru_cache
from importlib import resources

from nlp.components.recommendation_english import advises
from nlp.components.recommendation_refusals import ends_unneeded, is_refused, is_unneeded
from nlp.components.small_letters import holds_any, small_letters

_I = re.IGNORECASE
# What stands before a heading's words: a picture, the number of a chapter, a clause, a slide (`S5`, `# 4`, `[12]`).
_NUMBERED = re.compile(
    r"^(?:[^\w\s\"“'(\[#]+\s*|[\[=*~]+\s*(?=[^\W\d]))?(?:(?:BAB\s+[IVXL\d]+\b|[IVXL]{1,5}[.)]|[A-Za-z][.)]|#?\s*\[?\d{1,2}(?:\.\d{1,2})*[.)\]]?|S\d{1,2})\s+(?=\S))?"
)


@cache
def _words(kind: str) -> frozenset[str]:
    """The words of one kind in `nlp/words/actions.tsv`: imperative | noun | verb_not | noun_not."""
    table = resources.files("nlp").joinpath("words", "actions.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return frozenset(word for name, words in rows if name == kind for word in words.split(","))


_ME = re.compile(r"^me(?:m|n|ng|ny|nge|l|r|w|y)?[a-z]{3,}$")
_PE = re.compile(r"^(?:pe(?:m|n|ng|ny|nge|l|r|w|y)?|per|ke)[a-z]{3,}an(?:nya)?$")
_KAN = re.compile(
    r"^(?!bahkan|masukan$|sedangkan|melainkan|ikan|akan|makan|bukan|rekan|silakan|asalkan|se[a-z]+|di[a-z]+|ter[a-z]+)[a-z]{3,}kan(?:lah)?$"
)
# `Data ulang pedagang kios`, `Data pedagang lewat aplikasi sebelum Mei`: to count, where it is no noun.
_TO_COUNT = re.compile(
    r"data\s+(?:(?:ulang|kembali|dan|dulu|semua|seluruh|setiap|para)\b|(?:[a-z]+\s+){1,5}(?:lewat|melalui|sebelum|paling\s+lambat|sampai\s+tuntas|dengan\s+aplikasi)\b)(?!.*\b(?:belum|sudah|telah|tidak|masih|perlu)\b)",
    _I,
)
_SUPPORT = re.compile(
    r"^(?:kepada|bagi|untuk|agar|supaya|serta|dan|segera|juga|perlu|harus|lebih|turut|selanjutnya|kemudian|ikut|terus|mulai|secara\s+\w+)\W+",
    _I,
)
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_NOUN_STARTS = re.compile(
    r"^\W*(?:pe|per|ke)\w+an\b|^\W*\w+isasi\b|^\W*(?:evaluasi|verifikasi|koordinasi|monitoring|rapat|sidang|survei)\b",
    _I,
)
_QUALIFIES = re.compile(r"\b(?:yang|bagi|untuk|agar|jika|bila|dari)\b", _I)
# Those below are of small letters.
MODAL = re.compile(
    r"\b(?=[abdhklmpstw])(?:perlu(?:nya)?|h(?:arus|endaknya)|mesti(?=\s+(?:di|me)\w)|baiknya|a(?:da\s+baiknya|langkah\s+baiknya|gar)|se(?:baiknya|yog(?:ia|ya)nya|patutnya|layaknya)|(?:sudah|tiba|kini)\s+(?:saatnya|waktunya)"
    r"|di(?:harapkan|sarankan|rekomendasikan|usulkan|anjurkan|mohon)|kiranya|wajib|supaya|me(?:rekomendasikan|ngusulkan|nyarankan)|(?:dapat|bisa|layak|patut)\s+(?:segera\s+)?(?:di\s?[a-z]+kan|di(?:tambah|ubah|susun|buka|perluas|perbanyak|perpanjang|persingkat|kaji|atur|pasang|gelar|lengkapi|bentuk|bagi)|diadopsi|direplikasi|ditiru|diadaptasi|dilakukan|diterapkan|mulai\w*|dimulai|menjadi|mengadopsi|menerapkan|mereplikasi))\b",
)
# What is no recommendation even inside such a section.
_DONE = re.compile(
    r"\b(?:telah|sudah)\s+(?!(?:bisa|dapat|saatnya|waktunya|selayaknya|sepatutnya|seharusnya)\b|(?:ada|tersedia|berjalan|disusun|dimiliki|ditetapkan|dibangun|selesai)\b[^.]{0,40}\b(?:perlu|hendaknya|agar))\w+",
)
_REJECTED_START = re.compile(
    r"(?:terima\s+kasih|(?:teks|naskah|foto|penulis|editor|redaksi|penyunting|tata\s+letak)\s*:|ucapan|demikian|semoga|narahubung|kontak\s*:|hubungi\b|=\s|mudah[\s-]mudahan|mohon\s+(?:maaf|arahan|masukan|petunjuk|izin|doa|dukungan|saran)|selamat|sekian|wassalam|dokumentasi|sumber\s*:|catatan\s*:|keterangan\s*:"
    r"|halaman|lanjutan|diskusi|tanya\s+jawab|baca\s+juga|ikuti|prasyarat|contoh|dasar\s*:|tujuan\s*:|manfaat\s*:|output\s*:|keluaran\s*:|indikator\s*:|kendala\s*:|[^.]{3,60}\((?:wajib\s+)?di(?:isi|lengkapi|kosongkan)\b[^()]{0,50}\)\W*$|target\s*:|kondisi\s|masalah\s*:|isu\s*:|temuan\s*:|nip\b"
    r"|catatan\s+yang|(?:nama|angka|tanda|huruf|warna|kartu|kotak)\s+(?:dalam|di\s+dalam|pada|ber\w+)\b|yang\s+tidak\s+perlu|no\.?$|[^.]{0,60}(?:\.\s?){5,}|\(?(?:tidak\s+ada|nihil)|-+$|–$|kritik\s+dan\s+saran)"
    r"|(?:jangan|tidak\s+usah)\b(?![^.]{5,80}[;,]\s*(?:cukup|melainkan|lebih\s+baik|tetapi)\s)"
    r"|agar\s+(?:bapak|ibu|pembaca|pimpinan)\b[^.;]{0,40}\bmembaca"
    r"|(?:menyusun|membuat|menyampaikan|menyerahkan)\s+laporan\b[^.;]{0,60}\b(?:setelah|sesudah|sekembali\w*|selesai)\b|(?:waktu|jadwal|tanggal)\s+yang\s+kami\s+usul",
)
_REJECTED = re.compile(
    r"\b(?=[abdhijkmprstu])(?:(?:kritik\s+dan\s+saran|(?<!sebagai tanda )(?<!sebagai ungkapan )(?<!sebagai wujud )(?<!sebagai bentuk )terima\s+kasih|bertujuan\s+(?:untuk|agar)|dimaksudkan\s+(?:untuk|agar)|diharapkan\s+(?:laporan|paparan|tulisan|makalah|magang|kegiatan)\b|kami\s+menyadari|jauh\s+dari\s+sempurna|mohon\s+maaf)\b"
    r"|(?:tidak|belum)\s+(?:perlu|bisa|dapat|layak|usah)\s+(?:kami\s+|kita\s+)?di(?:ubah|tiru|adopsi|terapkan|usulkan|replikasi)\b|(?:peserta|rombongan|mahasiswa|siswa|undangan)\b[^.;]{0,30}\b(?:hendaknya|agar|diharapkan|wajib|diminta|dimohon)\s+(?:sudah\s+|dapat\s+)?(?:membawa\s+(?:laptop|perlengkapan|alat\s+tulis|pakaian|surat|perangkat|fotokopi|berkas)|berpakaian|mengenakan|melapor|mengisi|memakai\s+(?:seragam|pakaian|baju))\b"
    r"|(?:agar|mohon)\s+(?:dapat\s+)?di(?:sampaikan|kirim(?:kan)?|serahkan)\s+(?:kepada|ke|pada)\s+kami\b|mohon\s+(?:kiranya\s+)?agar\s+(?:masa|waktu|jadwal|pelaksanaan)\s+(?:magang|kunjungan|praktik|studi)|(?:hendaknya|agar|sebaiknya|mohon)\s+(?:sudah\s+|dapat\s+|telah\s+)*kami\s+terima\b|(?:diharapkan|dimohon|diundang|diminta)\s+(?:dapat\s+|bisa\s+|berkenan\s+)?(?:hadir|datang|bertandang|berkunjung)\s+(?:di|ke)\s+[a-z]|agar\s+(?:hadir|menghadiri|mengirim(?:kan)?\s+peserta)\b|tidak\s+(?:disarankan|direkomendasikan|dianjurkan|perlu\s+ditiru)\b|jangan\s+ditiru|(?:sebaiknya|hendaknya)\s+(?:kita\s+|kami\s+)?(?:tidak|jangan)\s+(?:di)?(?:meniru|tiru|mengadopsi|adopsi|menyalin|mencontoh|contoh|memaksakan)|harus\s+dipertahankan\b|perlu\s+dipertahankan\s*[:.])",
)
# `… kepada peserta. (Foto: Diskominfo)` below a picture.
_CAPTION = re.compile(r"\((?:foto|dok(?:umentasi)?|ist(?:imewa)?)\b[^()]{0,60}\)\W*$")
_CAPTION_CUES = ("(foto", "(dok", "(ist")
# The verbs of telling are left out: `Inspektorat menyampaikan …`.
_UNIT_ACTS = re.compile(
    r"(?:Dinas|Badan|Biro|Bagian|Bidang|Sekretariat|Inspektorat|Inspektur|Instalasi|Sub\s?[Bb](?:agian|idang)|Seksi|UPTD?|RSUD|Kecamatan|Camat|Satuan|Direktur|Bupati|Gubernur|Wali\s?[Kk]ota|Sekda|Bap[a-z]{3,12}|Dis[a-z]{3,10}|Satpol|B[A-Z]{2,6}|D[A-Z]{2,6})\b"
    r"(?:(?:,|/|\s(?:dan|bersama|se-)|\sse-\w+)?\s?[A-Z][\w/-]*){0,10}\s+(?:segera\s+|akan\s+|agar\s+|wajib\s+)?"
    r"(?:me(?!nyampaikan|njelaskan|nyebut|miliki|rupakan|nyatakan|nerima\s|mpunyai|ngatakan|mandang|milih\s|nurut|lalui)[a-z]{4,}|saling\s+(?:ber)?me?[a-z]{4,}|ber(?:tukar|bagi|koordinasi|gantian|sinergi|kolaborasi)\b|bekerja\s+sama\b)"
)
_STATE = re.compile(
    r"\b(?:belum\s+(?:ada|pernah|memiliki|optimal|semua|seluruhnya|maksimal|tersedia|terintegrasi|berjalan)|masih\s+(?:rendah|kurang|manual|terbatas|banyak|menggunakan|dilakukan)|terbatasnya|(?<!-)kurangnya|rendahnya|minimnya)\b",
)
# `PALEMBANG, HUMAS – Tiga puluh pegawai …`: how an article begins.
DATELINE = re.compile(r"[A-Z][A-Z .'-]{3,30}(?:,\s[A-Z][\w .]{2,30}|\s\([^()]{3,30}\))?\s*[–—-]{1,2}\s+[A-Z]\w+")
# Someone hopes that recommendations will be made; that is none itself.
_HOPED = re.compile(
    r"\b(?:berharap|mengharapkan|diharapkan|harapannya|semoga)\b[^.]{0,160}"
    r"\b(?:memberi(?:kan)?|mengajukan|menyampaikan|menyusun)\s+(?:masukan|saran|usul\w*|rekomendasi)\b",
)
# A sentence in running text.
_OWN_VOICE = re.compile(
    r"\b(?=[adhklmprstu])(?:(?:kami|tim(?:nya)?|pihaknya|penulis|peserta|rombongan(?:nya)?|kelompok|pelaksana(?:\s+magang)?|saya|kita|delegasi|para\s+asn|laporan\s+ini)\b[^.;]{0,60}?"
    r"\b(?:(?:me)?rekomendasikan|(?:meng)?usulkan|(?:menyarankan|sarankan)|(?:meng)?anjurkan|mengajukan\s+(?:usul|saran|rekomendasi)\w*|memberi(?:kan)?\s+(?:saran|rekomendasi|masukan|usul)\w*|berpendapat\b[^.;]{0,60}?\bperlu\w*|(?:me)?minta\s+(?!maaf|izin|waktu|arahan|petunjuk)|(?:me)?(?:nitip|titip)(?:kan)?\s+(?!salam|absen|peserta|apa|doa)\w+|arahkan\s+agar|mendorong\s+(?:agar\b|\w+\b)|menitip(?:kan)?\s+(?:\w+\s+)?(?:saran|usul)|memandang\s+perlu|menilai\s+perlu|(?:me)?mohon\s+(?:kiranya\s+)?(?:agar|supaya))\b"
    r"|(?:kami|kita|saya|tim|penulis)\s+(?:(?:juga|pun)\s+)?(?:me)?mohon\s+(?:kepada\s+)?(?:bapak\s+|ibu\s+|pj\.?\s+)?(?:bupati|wali\s?kota|gubernur|sekda|sekretaris\s+daerah|inspektur|direktur|kepala\s+\w+|pimpinan)\b[^.;]{0,40}?\s(?:agar|supaya|(?:segera\s+)?me(?!nerima|ngizinkan|maafkan|maklumi|mberi\s+(?:izin|waktu|arahan))[a-z]{4,})"
    r"|(?:tim|penulis|peserta|rombongan|kelompok|delegasi|kami|saya|kita|mereka)\s+(?:\w+\s+)?(?:menilai|berpendapat|berpandangan|memandang|menganggap|bersepakat|sepakat|berkesimpulan|menyimpulkan|kira)\b[^.;]{0,100}?\b(?:perlu|hendaknya|sebaiknya|harus|seyog(?:ia|ya)nya|layak|patut)\b"
    r"|(?:mereka|keduanya|ketiganya|keempatnya)\s+(?:juga\s+|pun\s+|lalu\s+|turut\s+)?(?:merekomendasikan|mengusulkan|menyarankan|menganjurkan)\b"
    r"|(?:usul(?:an)?|saran|masukan|rekomendasi|permintaan|titipan)\s+(?:kami|saya|tim)\s*[,:]\s+[a-z]{3,}"
    r"|kami\s+harapkan\s+(?:agar\s+|dapat\s+)?me(?!nghadiri|nerima|maklumi|nyampaikan|nanggapi|mberi|mbalas|ngonfirmasi)[a-z]{4,}"
    r"|(?:akan\s+)?kami\s+(?:minta|arahkan|tugaskan|dorong)\s+(?:agar|supaya|untuk|segera|me\w{3,})\b"
    r"|(?:menurut\s+(?:hemat\s+)?(?:kami|penulis|saya)|hemat\s+(?:kami|saya))\b[^.;]{0,80}?\b(?:perlu|sebaiknya|hendaknya|harus|seyog(?:ia|ya)nya|layak|(?:sudah|tiba)\s+(?:saat|waktu)nya)\b"
    r"|(?:kami|tim|penulis|peserta|saya|kita|rombongan)\s+(?:\w+\s+)?(?:menyampaikan|menitipkan|mengajukan|meninggalkan|mempunyai|punya)\s+(?:satu|sebuah|sedikit)\s+(?:saran|usul(?:an)?|masukan|titipan|pesan)\b[^.;:]{0,60}[:,]\s[^.;]{0,100}?\b(?:sebaiknya|hendaknya|kiranya|perlu|agar|baiknya|seyog(?:ia|ya)nya)\b"
    r"|sebagai\s+(?:saran|usul(?:an)?|masukan|bahan\s+masukan|catatan)(?:\s+(?:kecil|tambahan|penutup|terakhir|kami|tim|saja))?(?:\s+(?:dari|bagi|untuk|kepada)\s+[^,.;]{2,60})?,\s[^.;]{0,100}?\b(?:sebaiknya|hendaknya|kiranya|perlu|baiknya|seyog(?:ia|ya)nya)\b"
    r"|(?:untuk\s+itu|karena\s+itu|sehubungan\s+dengan\s+itu|maka)\b[^.;]{0,20}\bkiranya\b"
    r"|(?:rekomendasi|usul(?:an)?|saran|masukan)\s+(?:kami\s+)?(?:yang\s+)?(?:pertama|kedua|ketiga|keempat|kelima|terakhir|berikutnya|selanjutnya|lain(?:nya)?)\b[^.;]{0,90}?"
    r"\b(?:perlu|agar|sebaiknya|hendaknya|adalah|ialah|harus)\b)",
)
PROPOSES = re.compile(
    r"\b(?=[ahkmprstu])(?:(?:me)?rekomendasikan|(?:meng)?usulkan|(?:menyarankan|sarankan)|(?:meng)?anjurkan|hemat\s+kami|menurut\s+kami|kiranya|(?:kami|saya)\s+minta|kami\s+arahkan|(?:kami|saya|kita|tim|penulis)\s+(?:(?:juga|pun)\s+)?(?:me)?mohon|(?:rekomendasi|usul(?:an)?|saran)\s+(?:kami\s+)?(?:pertama|kedua|ketiga|keempat|terakhir))\b",
)
_PASSIVE = re.compile(
    r"\b(?:direkomendasikan|disarankan|diusulkan|dianjurkan)\s+(?:\w+\s+)?(?:agar|supaya|untuk|kepada|bahwa|pula|juga)\b"
    r"|\b(?:direkomendasikan|disarankan|diusulkan|dianjurkan|dimohon)\s+(?:segera\s+|dapat\s+)?(?!mengenai|mereka|melalui|menurut)me[a-z]{4,}",
)
_WEAK = re.compile(
    r"\b(?:perlu(?:\s+(?:segera|juga|pula|lebih|terus))*\s+(?:di[a-z]{3,}|adanya|me[a-z]{4,}|ada\b)|sebaiknya|hendaknya|(?:ada\s+)?baiknya|mesti\s+di[a-z]{3,}|alangkah\s+baiknya|akan\s+lebih\s+baik|(?:akan|sangat)\s+baik(?:\s+(?:pula|juga|kiranya))?\s+(?:bila|jika|kalau|apabila)|seyog(?:ia|ya)nya|(?:dapat|layak|patut|bisa)\s+(?:segera\s+)?(?:diadopsi|direplikasi|ditiru|diadaptasi))\b",
)
_SAYS = re.compile(
    r"\b(?:menjelaskan|menerangkan|menyampaikan|berpesan|mengingatkan|mengimbau|menekankan|menuturkan|berharap|meminta)\b",
)
_OTHER_VOICE = re.compile(
    r"\b(?:beliau|narasumber|pembimbing|mentor|coach|pihak\s+\w+\s+(?:menjelaskan|menyampaikan|menyebut)"
    r"|sesuai\s+(?:peraturan|ketentuan|undang|perda)|pasal\s+\d|tentang\s+perlunya|peraturan\s+(?:pemerintah|menteri|lan|gubernur)\s+nomor|kritik\s+dan\s+saran|mendapat(?:kan)?\s+perhatian|perhatian\s+(?:serius|khusus))",
)
# `Penilaian dilakukan setiap bulan` tells, `Penilaian setiap bulan` proposes.
_TELLS = re.compile(
    r"^(?:di(?!gital|sdik|dukcapil|nas|siplin|rektur|klat|vi|men|ri\b|nsos|nkes|ar)[a-z]{4,}|telah|sudah|ini|itu|tersebut|adalah|merupakan|masih|belum|sangat|cukup|akan|terdiri|berlangsung|berjalan|bertujuan)$"
)


@lru_cache(maxsize=4096)
def has_modal(text: str) -> bool:
    """Whether a word for what should be stands in `text`: `perlu`, `agar`, `sebaiknya`."""
    return MODAL.search(small_letters(text)) is not None


@lru_cache(maxsize=4096)
def speaks_of_proposing(text: str) -> bool:
    """Whether `text` says that something is proposed."""
    return PROPOSES.search(small_letters(text)) is not None


@lru_cache(maxsize=4096)
def is_passive(text: str) -> bool:
    """Whether something is proposed without saying by whom: `disarankan agar …`."""
    return _PASSIVE.search(small_letters(text)) is not None


@lru_cache(maxsize=4096)
def is_own_voice(text: str) -> bool:
    """Whether the writers themselves say in `text` that they propose something."""
    return _OWN_VOICE.search(small_letters(text)) is not None


def is_weak(text: str) -> bool:
    """Whether `text` has words that propose as often as they tell: `perlu adanya`, `sebaiknya`."""
    return _WEAK.search(small_letters(text)) is not None


def first_words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text[:120])[:4]]


@lru_cache(maxsize=4096)
def is_action(text: str) -> bool:
    """Whether `text` begins as an action does: a verb in me-, an imperative, a noun of doing, `Perlu …`."""
    rest = text.strip(" \"“”'(-–•")
    for _ in range(3):
        shorter = _SUPPORT.sub("", rest)
        if shorter == rest:
            break
        rest = shorter
    words = first_words(rest)
    if not words:
        return False
    word = words[0].split("-")[0]
    if word in _words("imperative") or (word.endswith("lah") and word[:-3] in _words("imperative")):
        return True
    if word == "data":
        return _TO_COUNT.match(rest) is not None
    if _ME.match(word):
        return word not in _words("verb_not") and word.removesuffix("nya") not in _words("verb_not")
    noun = word in _words("noun") or word.endswith("isasi") or (_PE.match(word) and word not in _words("noun_not"))
    if noun:
        return (len(words) > 1 or word in _words("noun")) and not any(_TELLS.match(other) for other in words[1:3])
    return bool(_KAN.match(word))


@lru_cache(maxsize=4096)
def is_rejected(text: str) -> bool:
    """Thanks, hopes for the report, done work, purpose, questions, prompts of a form: never a recommendation."""
    small = small_letters(text)
    if (
        _REJECTED_START.match(small)
        or (holds_any(small, _CAPTION_CUES) and _CAPTION.search(small))
        or small.rstrip().endswith("?")
        or _REJECTED.search(small)
        or _HOPED.search(small)
        or is_refused(text)
        or (is_unneeded(text) and (not is_action(text) or ends_unneeded(text)))
    ):
        return True
    done = next((done for done in _DONE.finditer(small) if not _only_tells_which(small, done)), None)
    if done is None or MODAL.search(small, 0, done.start()):
        return False
    if small.endswith("yang ", 0, done.start()) and is_own_voice(text[: done.start()]):
        return False  # `Saya usulkan: … dicatat lewat aplikasi yang sudah ada`
    return not is_action(text) or (bool(_NOUN_STARTS.match(text)) and not _QUALIFIES.search(text[: done.start()]))


def _only_tells_which(small: str, done: re.Match[str]) -> bool:
    """`auditor yang sudah bersertifikat jangan dipindahkan`: of which ones something is asked behind."""
    return small.endswith("yang ", 0, done.start()) and (
        MODAL.search(small, done.end()) is not None or " jangan " in small[done.end() :]
    )


def unit_acts(text: str) -> bool:
    """`Dinas Perikanan menyewa dua mobil`, `BPKAD Kabupaten Bintan membuka akses`: a unit, then what it does."""
    return _UNIT_ACTS.match(text) is not None


def is_state(text: str) -> bool:
    """A description of how things are (`belum ada …`, `masih manual`), without a proposal."""
    return bool(_STATE.search(small_letters(text))) and not has_modal(text) and not is_action(text)


def bare_heading(text: str) -> str:
    """A heading without its number and the picture before it."""
    number = _NUMBERED.match(text)
    return text[number.end() :] if number else text


@lru_cache(maxsize=4096)
def proposes(sentence: str) -> bool:
    """A sentence of running text in which the writers themselves propose."""
    if is_rejected(sentence):
        return False
    return is_own_voice(sentence) or is_passive(sentence) or advises(sentence)


def may_propose(sentence: str) -> bool:
    """A sentence with `perlu`, `sebaiknya`, `hendaknya`; only its surroundings tell whether it is a proposal."""
    small = small_letters(sentence)
    weak = _WEAK.search(small)
    return (
        weak is not None
        and not is_rejected(sentence)
        and not _OTHER_VOICE.search(small)
        and not _SAYS.search(small, 0, weak.start())
        and not is_state(sentence)
    )


def of_others(sentence: str) -> bool:
    """Someone else speaks: the host, a supervisor, a rule."""
    small = small_letters(sentence)
    return bool(_OTHER_VOICE.search(small) or _SAYS.search(small))

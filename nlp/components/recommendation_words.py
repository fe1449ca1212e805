"""The words by which a recommendation is known, and those by which something else is."""

import re

_I = re.IGNORECASE

# Headings that open a section of recommendations (what the field calls them, with number, colon, capitals).
_OPENERS = (
    r"rekomendasi|recommendations?|saran(?!a)|masukan|usul(?:an)?|rencana\s+tindak\s+lanjut|rtl|tindak\s+lanjut|rencana\s+aksi"
    r"|action\s+plans?|next\s+steps?|way\s+forward|follow[\s-]up|rencana\s+(?:penerapan|implementasi|adopsi|replikasi|perbaikan|kerja\s+perubahan)"
    r"|(?:langkah(?:[\s-]langkah)?|upaya)\s+(?:yang\s+)?(?:perlu|harus|akan|dapat|ke\s+depan|selanjutnya|strategis|perbaikan|tindak|konkret|berikutnya)"
    r"|upaya\s+perbaikan|adopsi(?:\s+dan\s+adaptasi)?|replikasi|solusi|agenda\s+perubahan"
    r"|(?:hal|inovasi|praktik\s+baik|program|apa|yang)\b[^.]{0,45}?\b(?:dapat|bisa|perlu|akan|layak|harus|patut|untuk)\s+(?:(?:segera|kita|kami)\s+)*"
    r"(?:di\s?)?(?:adopsi|replikasi|terapkan|tiru|adaptasi|kembangkan|implementasikan|tindaklanjuti|lakukan|benahi|perbaiki)"
    r"|implementasi\s+(?:di|pada|bagi|untuk)\b"
)
OPENER = re.compile(rf"\b(?:{_OPENERS})\b", _I)
# The heading is about something else although it holds such a word.
NOT_OPENER = re.compile(
    r"\bkritik\s+dan\s+saran|kotak\s+saran|saran\s*[:\-]?\s*dan\s+kritik|kata\s+pengantar|dipertahankan|daftar\s+isi|dasar\s+(?:hukum|pelaksanaan)"
    r"|untuk\s+anda|surat\s+rekomendasi|capaian\s+tindak\s+lanjut|progres|status\s+tindak|hasil\s+tindak\s+lanjut|tindak\s+lanjut\s+(?:hasil\s+pemeriksaan|temuan|lhp)"
    r"|tata\s+cara|mekanisme|aplikasi\s+(?:saran|rekomendasi)|isi\s+paparan|agenda\b(?!\s+perubahan)|usulan\s+(?:masyarakat|musrenbang|warga)"
    r"|(?:telah|sudah)\s+(?:di\w+|selesai)|tugas\s+dan|uraian\s+tugas|yang\s+tidak\s+perlu|pemberian\s+rekomendasi|penerbitan\s+rekomendasi|rekomendasi\s+(?:izin|teknis\b)",
    _I,
)
MIXED = re.compile(
    r"\b(?:kesimpulan|simpulan|penutup|analisis|temuan|hasil|pembahasan)\b.*\b(?:saran|rekomendasi|usul|tindak\s+lanjut)",
    _I,
)
# Headings that end a section whatever their level.
BOUNDARY = re.compile(
    r"^(?:bab\s+[ivxl\d]+\W*)?(?:penutup|kesimpulan|simpulan|terima\s+kasih|matur|sekian|thank\s+you|lampiran|dokumentasi|daftar\s+(?:pustaka|hadir|isi|peserta|dokumen)"
    r"|kendala|hambatan|permasalahan|masalah|kondisi|keadaan|latar\s+belakang|pendahuluan|dasar|maksud|tujuan|profil|gambaran|temuan|hasil|pelajaran|lesson"
    r"|yang\s+dipelajari|praktik\s+baik|best\s+practice|catatan|lain[\s-]lain|tim\s+(?:penulis|penyusun|magang)|penyusun|ucapan|perbandingan|capaian|analisis|pelaksanaan"
    r"|waktu|peserta|profil|struktur|kegiatan|jadwal|foto|tembusan|diskusi|tanya\s+jawab|harapan|prasyarat|manfaat|dampak|risiko|anggaran|pembiayaan|indikator|background"
    r"|what\s+we|sesudah\s+ini|referensi|komentar|berita|baca\s+juga|kelompok\s+\d|mengenal|uraian\s+kegiatan|tugas)\b",
    _I,
)
KEEP = re.compile(r"\bdipertahankan\b|\bsudah\s+baik\b|\btidak\s+perlu\s+ditiru\b|\bkekuatan\b", _I)
END = re.compile(
    r"^(?:demikian(?:lah)?\b|atas\s+perhatian|terima\s+kasih|sekian\b|wassalam|tembusan|mengetahui\b|[A-Z][\w. ]{2,30},\s+(?:\d{1,2}\s+)?[A-Z][a-z]+\s+\d{4}$)"
)

_VERB_EXCEPT = (
    "mengapa menurut merupakan memiliki menjadi melalui mekanisme media meski meskipun mereka mei medan menteri mengenai mengingat mempunyai memang mencapai"
    " mendapat mendapatkan menunjukkan mengalami meliputi mencakup menyatakan menjelaskan menyampaikan mengatakan menerangkan mengetahui memuat menyadari mengucapkan meter"
    " meja mesin mental menit merdeka merasa melihat melebihi membuktikan terdapat menuju menyebabkan mengakibatkan memahami menghadapi mengikuti mempelajari mengunjungi"
).split()
_NOUN_EXCEPT = (
    "pegawai peserta pelaksana pemerintah pembimbing penanggung pengawas pejabat penata pembina peraturan perangkat perda pergub perbup pemda pemkab pemprov pemkot penduduk"
    " pendidikan pelatihan perempuan pertanian perikanan perdagangan perhubungan pengadilan pertanyaan pertama permasalahan persentase penilaian pendapatan pekerjaan perbedaan"
    " perbandingan pengurus pengunjung petugas pedagang penumpang pembeli peluang penyebab pelajaran persoalan pesisir pelabuhan perumahan pertumbuhan pengalaman pengetahuan"
).split()
_IMPERATIVE = (
    "satukan bangun tetapkan anggarkan perbarui bentuk gunakan terapkan laksanakan tingkatkan lakukan buat susun perkuat perluas kembangkan libatkan mulai adopsi tambah kirim latih"
    " siapkan sediakan bangunlah jadikan adakan alokasikan integrasikan sederhanakan evaluasi dorong optimalkan percepat hentikan wajibkan tunjuk tugaskan usulkan terbitkan revisi"
    " benahi perbaiki hubungkan manfaatkan pastikan pasang buka bagikan tata kelola replikasi jalin kaji pindahkan alihkan bekali berikan beri sosialisasikan digitalkan rancang"
    " petakan pangkas kurangi hapus naikkan turunkan batasi lengkapi pantau awasi gandeng undang tambahkan masukkan ubah ganti cetak rekrut fasilitasi koordinasikan sinkronkan selaraskan"
    " tempatkan jadwalkan rumuskan tertibkan kumpulkan publikasikan tayangkan pakai ajukan minta ajak belajar"
).split()
_NOMINAL = (
    "perlunya optimalisasi integrasi digitalisasi revisi evaluasi koordinasi sosialisasi reviu review replikasi adopsi adaptasi implementasi standardisasi standarisasi harmonisasi"
    " sinkronisasi fasilitasi rotasi kolaborasi kerja kerjasama sinergi advokasi alokasi audit bimbingan bimtek workshop lokakarya monitoring diklat pelatihan uji rapat survei studi kajian"
    " restrukturisasi penilaian pendidikan pendampingan magang internalisasi inventarisasi identifikasi akselerasi duplikasi modifikasi pertukaran regulasi rekrutmen otomasi otomatisasi"
    " relokasi reformulasi redistribusi benchmarking coaching mentoring launching rebranding update upgrade penggunaan penerapan komitmen dukungan usulan kunjungan pelibatan"
).split()
_ME = re.compile(r"^me(?:m|n|ng|ny|nge|l|r|w|y)?[a-z]{3,}$")
_PE = re.compile(r"^(?:pe(?:m|n|ng|ny|nge|l|r|w|y)?|per|ke)[a-z]{3,}an(?:nya)?$")
_KAN = re.compile(
    r"^(?!bahkan|sedangkan|melainkan|ikan|akan|makan|bukan|rekan|silakan|asalkan|se[a-z]+|di[a-z]+|ter[a-z]+)[a-z]{3,}kan(?:lah)?$"
)
_SUPPORT = re.compile(
    r"^(?:kepada|bagi|untuk|agar|supaya|serta|dan|segera|juga|perlu|harus|lebih|turut|selanjutnya|kemudian|ikut|terus|mulai|secara\s+\w+)\W+",
    _I,
)
_WORD = re.compile(r"[^\W\d_][\w'-]*")

_NOUN_STARTS = re.compile(r"^\W*(?:pe|per|ke)\w+an\b|^\W*\w+isasi\b", _I)
_QUALIFIES = re.compile(r"\b(?:yang|bagi|untuk|agar|jika|bila|dari)\b", _I)

MODAL = re.compile(
    r"\b(?:perlu(?:nya)?|harus|hendaknya|sebaiknya|seyog(?:ia|ya)nya|sepatutnya|selayaknya|diharapkan|disarankan|direkomendasikan|diusulkan|dianjurkan|kiranya|wajib"
    r"|agar|supaya|merekomendasikan|mengusulkan|menyarankan|(?:dapat|bisa|layak|patut)\s+(?:segera\s+)?(?:di\s?[a-z]+kan|diadopsi|direplikasi|ditiru|diadaptasi|dilakukan|diterapkan|mulai\w*|dimulai|menjadi|mengadopsi|menerapkan|mereplikasi))\b",
    _I,
)

# What is no recommendation even inside such a section.
_DONE = re.compile(
    r"\b(?:telah|sudah)\s+(?!(?:ada|tersedia|berjalan|disusun|dimiliki|ditetapkan|dibangun|selesai)\b[^.]{0,40}\b(?:perlu|hendaknya|agar))\w+",
    _I,
)
_REJECT = re.compile(
    r"^(?:terima\s+kasih|ucapan|demikian|semoga|mudah[\s-]mudahan|mohon\s+(?:maaf|arahan|masukan|petunjuk|izin|doa|dukungan|saran)|selamat|sekian|wassalam|dokumentasi|sumber\s*:|catatan\s*:|keterangan\s*:"
    r"|halaman|lanjutan|diskusi|tanya\s+jawab|baca\s+juga|ikuti|prasyarat|contoh|dasar\s*:|tujuan\s*:|manfaat\s*:|output\s*:|keluaran\s*:|indikator\s*:|kendala\s*:|target\s*:|kondisi\s|masalah\s*:|isu\s*:|temuan\s*:|nip\b"
    r"|catatan\s+yang|yang\s+tidak\s+perlu|no\.?$|tidak\s+ada|nihil|-+$|–$|kritik\s+dan\s+saran)"
    r"|\b(?:kritik\s+dan\s+saran|terima\s+kasih|bertujuan\s+(?:untuk|agar)|dimaksudkan\s+(?:untuk|agar)|diharapkan\s+(?:laporan|paparan|tulisan|makalah|magang|kegiatan)\b|kami\s+menyadari|jauh\s+dari\s+sempurna|mohon\s+maaf)\b"
    r"|\?\s*$|\bharus\s+dipertahankan\b|\bperlu\s+dipertahankan\s*[:.]",
    _I,
)
_STATE = re.compile(
    r"\b(?:belum\s+(?:ada|pernah|memiliki|optimal|semua|seluruhnya|maksimal|tersedia|terintegrasi|berjalan)|masih\s+(?:rendah|kurang|manual|terbatas|banyak|menggunakan|dilakukan)|terbatasnya|kurangnya|rendahnya|minimnya)\b",
    _I,
)

# A sentence in running text.
OWN_VOICE = re.compile(
    r"\b(?:kami|tim|penulis|peserta|rombongan|kelompok|pelaksana(?:\s+magang)?|saya|kita|delegasi|para\s+asn|laporan\s+ini)\b[^.;]{0,60}?"
    r"\b(?:merekomendasikan|mengusulkan|menyarankan|menganjurkan|mengajukan\s+(?:usul|saran|rekomendasi)\w*|memberi(?:kan)?\s+(?:saran|rekomendasi|masukan|usul)\w*|berpendapat\s+perlu\w*|memandang\s+perlu)\b",
    _I,
)
PROPOSES = re.compile(r"\b(?:merekomendasikan|mengusulkan|menyarankan|menganjurkan)\b", _I)
PASSIVE = re.compile(
    r"\b(?:direkomendasikan|disarankan|diusulkan)\s+(?:agar|supaya|untuk|kepada|bahwa|pula|juga)\b", _I
)
WEAK = re.compile(
    r"\b(?:perlu(?:\s+(?:segera|juga|pula|lebih|terus))*\s+(?:di[a-z]{3,}|adanya|me[a-z]{4,}|ada\b)|sebaiknya|hendaknya|seyog(?:ia|ya)nya|(?:dapat|layak|patut|bisa)\s+(?:segera\s+)?(?:diadopsi|direplikasi|ditiru|diadaptasi))\b",
    _I,
)
_OTHER_VOICE = re.compile(
    r"\b(?:beliau|narasumber|pembimbing|mentor|coach|pihak\s+\w+\s+(?:menjelaskan|menyampaikan|menyebut)|(?:menjelaskan|menerangkan|menyampaikan|berpesan|mengingatkan|mengimbau|menekankan|menuturkan|berharap|meminta)\b"
    r"|sesuai\s+(?:peraturan|ketentuan|undang|perda)|pasal\s+\d|tentang\s+perlunya|peraturan\s+(?:pemerintah|menteri|lan|gubernur)\s+nomor|kritik\s+dan\s+saran|mendapat(?:kan)?\s+perhatian|perhatian\s+(?:serius|khusus))",
    _I,
)


def first_words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text[:120])[:4]]


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
    if word in _IMPERATIVE or word in _NOMINAL:
        return True
    if _ME.match(word):
        return word not in _VERB_EXCEPT
    if _PE.match(word) and len(words) > 1:
        return word not in _NOUN_EXCEPT
    return bool(_KAN.match(word)) or (word.endswith(("isasi", "nisasi")) and len(words) > 1)


def is_rejected(text: str) -> bool:
    """Thanks, hopes for the report, done work, purpose, questions, prompts of a form: never a recommendation."""
    if _REJECT.search(text):
        return True
    done = _DONE.search(text)
    if done is None or MODAL.search(text[: done.start()]):
        return False
    return not is_action(text) or (bool(_NOUN_STARTS.match(text)) and not _QUALIFIES.search(text[: done.start()]))


def is_state(text: str) -> bool:
    """A description of how things are (`belum ada …`, `masih manual`), without a proposal."""
    return bool(_STATE.search(text)) and not MODAL.search(text) and not is_action(text)


def opens_section(heading: str) -> bool:
    """Whether recommendations stand below `heading`."""
    return len(heading) <= 160 and bool(OPENER.search(heading)) and not NOT_OPENER.search(heading)


def proposes(sentence: str) -> bool:
    """A sentence of running text in which the writers themselves propose."""
    if is_rejected(sentence):
        return False
    return bool(OWN_VOICE.search(sentence) or PASSIVE.search(sentence))


def may_propose(sentence: str) -> bool:
    """A sentence with `perlu`, `sebaiknya`, `hendaknya`; only its surroundings tell whether it is a proposal."""
    return (
        bool(WEAK.search(sentence))
        and not is_rejected(sentence)
        and not _OTHER_VOICE.search(sentence)
        and not is_state(sentence)
    )


def of_others(sentence: str) -> bool:
    """Someone else speaks: the host, a supervisor, a rule."""
    return bool(_OTHER_VOICE.search(sentence))

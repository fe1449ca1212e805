"""The words by which a recommendation is known, and those by which something else is."""

import re
from functools import cache, lru_cache
from importlib import resources

from nlp.components.recommendation_refusals import ends_unneeded, is_refused, is_unneeded

_I = re.IGNORECASE

# Headings that open a section of recommendations (what the field calls them, with number, colon, capitals).
_DO = (
    r"adopsi|replikasi|terapkan|tiru|adaptasi|kembangkan|implementasikan|tindaklanjuti|lakukan|benahi|perbaiki|kerjakan|jalankan|mulai|coba|contoh|ubah|duplikasi|wujudkan|laksanakan"
    r"|bawa\s+(?:pulang|ke|ikut)|realisasikan|tingkatkan|manfaatkan|ambil|aplikasikan|usulkan|perkuat|sempurnakan|siapkan"
)
_OPENERS = (
    r"rekomendasi|recommendations?|saran(?!a)|masukan|usul(?:an)?|rencana\s+tindak\s+lanjut|rtl|tindak\s+lanjut|rencana\s+aksi|aksi\s+(?:nyata|perubahan|tindak|prioritas|selanjutnya)|agenda\s+(?:aksi|tindak|perubahan|perbaikan)"
    r"|action\s+(?:plans?|items?)|next\s+(?:steps?|actions?)|way\s+forward|follow[\s-]up|to[\s-]do|quick\s+wins?|big\s+bets?|rencana\s+(?:penerapan|implementasi|adopsi|replikasi|perbaikan|kerja\s+(?:perubahan|pasca\w*)|pasca\w*|ke\s+depan|pengembangan|strategis)"
    r"|langkah[\s-]langkah|(?:langkah|upaya)\s+(?:yang\s+)?(?:perlu|harus|akan|dapat|ke\s+depan|selanjutnya|strategis|perbaikan|tindak|konkret|berikutnya|kami|kita|nyata|lanjut\w*|pertama|awal|adopsi)"
    r"|(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|\d{1,2})\s+(?:langkah|jurus|pekerjaan|perubahan|usaha|janji|agenda|kunci)\s+(?:untuk|bagi|menuju|ke\s+depan|kami|kita|yang\s+akan)\b"
    r"|upaya\s+perbaikan|adopsi(?:\s+dan\s+adaptasi)?|adaptasi|replikasi|solusi|jalan\s+keluar|pekerjaan\s+rumah|(?:pr|peer)\s+(?:kita|kami|bersama)|gagasan|terobosan|ide\s+(?:perubahan|perbaikan|inovasi|kami)|inisiatif\s+(?:baru|perubahan|strategis)"
    r"|opsi\s+kebijakan|arah\s+(?:kebijakan|perbaikan|ke\s+depan)|(?:strategi|program|usaha)\s+(?:perbaikan|ke\s+depan|tindak)|perbaikan\s+ke\s+depan|^ke\s+depan(?:nya)?|oleh[\s-]oleh\s+(?:untuk|bagi)"
    rf"|(?:hal|inovasi|praktik|program|apa|ide|yang|pelajaran|peluang)\b[^.]{{0,45}}?\b(?:dapat|bisa|perlu|akan|layak|harus|patut|untuk|ingin|mau|siap|hendak)\s+(?:(?:segera|langsung|kita|kami|yang|juga|mulai|lebih\s+dulu)\s+)*(?:di\s?)?(?:{_DO})"
    r"|(?:kita|kami)\s+(?:harus|perlu|bisa|mau|akan)\s+(?:ber)?(?:apa|buat\s+apa)\b|apa\s+(?:yang\s+)?(?:harus|perlu|bisa)\s+(?:kita|kami)|(?:lalu|terus|selanjutnya)\s+apa\b|setelah\s+ini\s+apa"
    r"|what\s*(?:'s|is)?\s+next|so\s+what|now\s+what|what\s+(?:can|should|will|could|must)\s+we\b|who\s+does\s+what|^actions?(?=\W*$)|takeaways?\s+for|proposals?|proposed\s+(?:actions?|changes?|steps?)|suggestions?|(?:our|the)\s+(?:asks?|commitments?|plans?|proposals?)|(?:things|ideas)\s+(?:to|for)\s+\w+|(?:road\s*map|timeline)\s+(?:penerapan|adopsi|replikasi|implementasi|perubahan)"
    r"|siapa\s+(?:yang\s+)?(?:mengerjakan|melakukan|berbuat|kerja(?:kan)?)\s+apa|kita\s+(?:mau\s+)?ngapain|mau\s+di\s?apakan|pr[\s-]?nya|sumbang(?:an)?\s+(?:saran|pikir\w*)|pemecahan\s+masalah|janji\s+(?:kami|kita)|komitmen\s+(?:kami|kita|bersama|tindak|perubahan)"
    r"|rencana\s+(?:kita|kami|selanjutnya|berikutnya|perubahan)\b|^(?:(?:ide|usul|gagasan)\s+)?perubahan\s+(?:yang|di)\b|(?:^|\byang\s+(?:kita|kami|akan)\s+|\byang\s+)mulai(?:\s+(?:kita|kami|di)\s?\w*)?\s*\(?\D{0,12}20\d\d|^(?:mulai|start(?:\s+doing)?)(?=\W*$)"
    r"|^yang\s+(?:perlu|butuh|memerlukan|membutuhkan|menunggu)\s+(?:bantuan|dukungan|waktu|proses|biaya|anggaran|dana|persetujuan|izin|kebijakan|keputusan|regulasi|kerja\s+sama|koordinasi)|^(?:dukungan|bantuan|kebijakan|keputusan)\s+yang\s+(?:kami\s+|kita\s+)?(?:\w*butuh\w*|\w*perlu\w*|\w*minta\w*|\w*harap\w*)"
    r"|^(?:catatan|pesan|permintaan|permohonan|titipan|masukan)\s+(?:untuk|kepada|bagi|ke|buat)\s+(?!peserta|penyelenggara|panitia|lokus|tuan)\w+|^(?:untuk|bagi|buat)\s+(?:(?:opd|skpd|dinas|badan|biro|bagian|bidang|kantor|instansi|unit|daerah|pem\w+|rsud|rumah\s+sakit|puskesmas|kecamatan|kelurahan|desa|sekolah|pimpinan|atasan|internal)\s+)?(?:kita|kami|sendiri)(?=\W*$)"
    rf"|^(?:langsung|segera)\s+(?:bisa\s+|dapat\s+)?(?:di\s?)?(?:{_DO})|^(?:bisa|dapat|siap|layak|perlu)\s+(?:langsung\s+|segera\s+)?(?:kita\s+|kami\s+)?(?:di\s?)?(?:{_DO})|^yang\s+(?:langsung|segera)\b[^.]{{0,30}}(?:{_DO})"
    r"|(?:implementasi|penerapan)\s+(?:di|pada|bagi|untuk)\b|^(?:petitum|permohonan|prima?ir|subsida?ir)(?=\W*$)|\btindakan\s+yang\s+(?:di\w+|kami|kita|perlu|harus|akan)|(?:^|\byang\s+)akan\s+(?:kami\s+|kita\s+|saya\s+)?(?:di)?(?:ajukan|usulkan|perjuangkan|titipkan|mohonkan|tawarkan)\b"
    r"|^(?:yang\s+)?(?:kami|kita|saya|tim)\s+(?:meng)?(?:usul(?:kan)?|(?:me)?ny?arankan|sarankan|(?:me)?rekomendasikan|anjurkan|titip(?:kan)?|minta|dorong|ajukan|tawarkan)(?=\W*$)|^apa\s+(?:lagi\s+)?yang\s+(?:sebaiknya|harus|perlu|mesti)\s+(?:\w+\s+)?di\w+|^(?:lalu|terus|jadi),?\s+apa\s+yang\s+(?:sebaiknya|harus|perlu|mesti)\b|^(?:peta\s+jalan|road\s*map)(?!\s+(?:spbe|rb\b|reformasi|nasional))|^(?:tangga|tahapan|jalan|rute|lintasan)\s+ke\s+depan|oleh[\s-]oleh(?:nya)?(?=\W*(?:\(|$))|(?:titip(?:an)?\s+pesan|pesan\s+titipan)|^(?:pr|peer)\s+(?:buat|untuk|bagi|di)\s|(?:yang|hal|pilihan)\s+(?:ingin\s+|mau\s+)?(?:kami|kita)\s+(?:titip(?:kan)?|usulkan|sarankan|anjurkan|rekomendasikan|dorong|ajukan|tawarkan|minta|harapkan|perjuangkan)\b|titipan\s+(?:kami|untuk|bagi)|catatan\s+perbaikan"
)
# A letter that one of them begins with, asked for first: most words are passed over by it.
OPENER = re.compile(rf"\b(?=[abcdfghijklmnopqrstuwy])(?:{_OPENERS})\b", _I)
# The heading is about something else although it holds such a word.
NOT_OPENER = re.compile(
    r"\b(?=[acdhiklmprstuy])(?:kritik\s+dan\s+saran|kotak\s+saran|saran\s*[:\-]?\s*dan\s+kritik|kata\s+pengantar|dipertahankan|daftar\s+isi|dasar\s+(?:hukum|pelaksanaan)"
    r"|untuk\s+anda|surat\s+rekomendasi|(?:pen)?capaian\s+tindak\s+lanjut|progres|status\s+tindak|hasil\s+tindak\s+lanjut|tindak\s+lanjut\s+(?:hasil\s+pemeriksaan|temuan|lhp)"
    r"|tata\s+cara|mekanisme|aplikasi\s+(?:saran|rekomendasi)|isi\s+paparan|agenda\b(?!\s+(?:perubahan|aksi|tindak|perbaikan))|langkah[\s-]langkah\s+(?:kegiatan|pelaksanaan|kerja)|usulan\s+(?:masyarakat|musrenbang|warga)"
    r"|(?:telah|sudah)\s+(?:di\w+|selesai)|tugas\s+dan|uraian\s+tugas|tidak\s+(?:perlu|bisa|dapat|layak|cocok|usah|mungkin|kami|kita)\b|yang\s+akan\s+di\w+\s+(?:selama|(?:dalam|pada)\s+(?:rangka\s+)?(?:kunjungan|magang|studi))\b|pemberian\s+rekomendasi|penerbitan\s+rekomendasi|rekomendasi\s+(?:izin|teknis\b))",
    _I,
)
MIXED = re.compile(
    r"\b(?:kesimpulan|simpulan|penutup|analisis|temuan|hasil|pembahasan|(?:per)?masalah(?:an)?|isu|kendala|hambatan|pelajaran|pembelajaran|kondisi)\b.*\b(?:saran|rekomendasi|usul|tindak\s+lanjut|solusi|jalan\s+keluar|upaya|masukan|adaptasi|adopsi|perbaikan)",
    _I,
)
# Headings that end a section whatever their level.
BOUNDARY = re.compile(
    r"^(?:bab\s+[ivxl\d]+\W*)?(?:penutup|kesimpulan|simpulan|terima\s+kasih|matur|sekian|thank\s+you|lampiran|dokumentasi|daftar\s+(?:pustaka|hadir|isi|peserta|dokumen)"
    r"|kendala|hambatan|permasalahan|masalah|kondisi|keadaan|latar\s+belakang|pendahuluan|dasar|maksud|tujuan|profil|gambaran|temuan|hasil|pelajaran|lesson"
    r"|yang\s+dipelajari|praktik\s+baik|best\s+practice|catatan|lain[\s-]lain|tim\s+(?:penulis|penyusun|magang)|penyusun|ucapan|perbandingan|capaian|analisis|pelaksanaan"
    r"|waktu|peserta|profil|struktur|kegiatan|jadwal|foto|tembusan|diskusi|tanya\s+jawab|harapan|prasyarat|manfaat|dampak|risiko|anggaran|pembiayaan|indikator|background"
    r"|what\s+we|(?:oleh\W?\w*\s+)?(?:yang|yg)\s+(?:kami|kita|saya)\s+(?:lihat|dapat\w*|pelajari|temukan|rasakan|catat|amati|kagumi)|jangan|abaikan|hindari|fakta|persoalan|praanggapan|pertimbangan|duduk\s+perkara|sesudah\s+ini|(?:berhenti|stop|hentikan|kurangi|tinggalkan)\W*(?:\([^)]*\))?$|lessons?|(?:yang\s+)?(?:masih|belum)\s+\w+$|kelemahan|kelebihan|kekurangan|tantangan|who\b|tanya|salam|referensi|komentar|berita|baca\s+juga|kelompok\s+\d|mengenal|uraian\s+kegiatan|tugas)\b",
    _I,
)
# Headings below which is told what was, what is done there and why the paper was written.
AIMS = re.compile(
    r"\b(?:latar\s+belakang|pendahuluan|dasar|praanggapan|persoalan|fakta|pertimbangan|duduk\s+perkara|maksud|tujuan|tugas|fungsi|profil|gambaran|kata\s+pengantar|ucapan|harian|jadwal|agenda|ruang\s+lingkup|definisi|pengertian|best\s+practice|praktik\s+baik|temuan|lokus|kegiatan|background|hasil|pelaksanaan|yang\s+dilihat|uraian|tanya\s+jawab|diskusi|mekanisme|proses|alur|layanan|perjanjian|ketentuan|yang\s+(?:dipelajari|telah|sudah|kami\s+(?:lihat|pelajari|temukan|rasakan|alami|kerjakan|lakukan|dapat(?:kan)?))|telah|sudah|kesan|keunggulan|kondisi|masalah|kendala|apa\s+yang\s+(?:kami|mereka)|what\s+we)\b",
    _I,
)
# What stands below is what not to do.
AVOID = re.compile(
    r"^(?:jangan|abaikan|hindari|tinggalkan|(?:(?:yang|hal(?:[\s-]hal)?(?:\s+yang)?)\s+)?(?:tidak|tak|jangan|bukan)\s+(?:(?:perlu|usah|layak|cocok|patut|boleh|untuk|kami|kita|akan|bisa|dapat)\s+)+(?:di\s?)?[a-z]{4,})",
    _I,
)
KEEP = re.compile(
    r"\bdipertahankan\b|^(?:yang\s+)?(?:tetap|teruskan|lanjutkan|pertahankan|keep(?:\s+doing)?|continue)\W*(?:\([^)]*\))?$|\bsudah\s+baik\b|\btidak\s+perlu\s+ditiru\b|\bkekuatan\b",
    _I,
)
END = re.compile(
    r"^(?:demikian(?:lah)?\b|atas\s+perhatian|terima\s+kasih|sekian\b|wassalam|tembusan|mengetahui\b"
    r"|[A-Z][\w. ]{2,30},\s+(?:(?:\d{1,2}\s+)?[A-Z][a-z]+\s+\d{4}|\d{1,2}\s?[./-]\s?\d{1,2}(?:\s?[./-]\s?\d{2,4})?|(?:menjelang|medio|awal|akhir|pertengahan)\s+[A-Z][^,;:]{2,40}\d{4})$)"
)


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

_NOUN_STARTS = re.compile(r"^\W*(?:pe|per|ke)\w+an\b|^\W*\w+isasi\b", _I)
_QUALIFIES = re.compile(r"\b(?:yang|bagi|untuk|agar|jika|bila|dari)\b", _I)

MODAL = re.compile(
    r"\b(?=[abdhklmpsw])(?:perlu(?:nya)?|h(?:arus|endaknya)|mesti(?=\s+(?:di|me)\w)|baiknya|a(?:da\s+baiknya|langkah\s+baiknya|gar)|se(?:baiknya|yog(?:ia|ya)nya|patutnya|layaknya)"
    r"|di(?:harapkan|sarankan|rekomendasikan|usulkan|anjurkan|mohon)|kiranya|wajib|supaya|me(?:rekomendasikan|ngusulkan|nyarankan)|(?:dapat|bisa|layak|patut)\s+(?:segera\s+)?(?:di\s?[a-z]+kan|diadopsi|direplikasi|ditiru|diadaptasi|dilakukan|diterapkan|mulai\w*|dimulai|menjadi|mengadopsi|menerapkan|mereplikasi))\b",
    _I,
)

# What is no recommendation even inside such a section.
_DONE = re.compile(
    r"\b(?:telah|sudah)\s+(?!(?:bisa|dapat|saatnya|waktunya|selayaknya|sepatutnya|seharusnya)\b|(?:ada|tersedia|berjalan|disusun|dimiliki|ditetapkan|dibangun|selesai)\b[^.]{0,40}\b(?:perlu|hendaknya|agar))\w+",
    _I,
)
_REJECTED_START = re.compile(
    r"(?:terima\s+kasih|(?:teks|naskah|foto|penulis|editor|redaksi|penyunting|tata\s+letak)\s*:|ucapan|demikian|semoga|narahubung|kontak\s*:|hubungi\b|=\s|mudah[\s-]mudahan|mohon\s+(?:maaf|arahan|masukan|petunjuk|izin|doa|dukungan|saran)|selamat|sekian|wassalam|dokumentasi|sumber\s*:|catatan\s*:|keterangan\s*:"
    r"|halaman|lanjutan|diskusi|tanya\s+jawab|baca\s+juga|ikuti|prasyarat|contoh|dasar\s*:|tujuan\s*:|manfaat\s*:|output\s*:|keluaran\s*:|indikator\s*:|kendala\s*:|target\s*:|kondisi\s|masalah\s*:|isu\s*:|temuan\s*:|nip\b"
    r"|catatan\s+yang|(?:nama|angka|tanda|huruf|warna|kartu|kotak)\s+(?:dalam|di\s+dalam|pada|ber\w+)\b|yang\s+tidak\s+perlu|no\.?$|[^.]{0,60}(?:\.\s?){5,}|tidak\s+ada|nihil|-+$|–$|kritik\s+dan\s+saran)"
    r"|(?:jangan|tidak\s+usah)\b"
    r"|agar\s+(?:bapak|ibu|pembaca|pimpinan)\b[^.;]{0,40}\bmembaca"
    r"|(?:menyusun|membuat|menyampaikan|menyerahkan)\s+laporan\b[^.;]{0,60}\b(?:setelah|sesudah|sekembali\w*|selesai)\b|(?:waktu|jadwal|tanggal)\s+yang\s+kami\s+usul",
    _I,
)
_REJECTED = re.compile(
    r"\b(?=[abdhijkmprstu])(?:(?:kritik\s+dan\s+saran|terima\s+kasih|bertujuan\s+(?:untuk|agar)|dimaksudkan\s+(?:untuk|agar)|diharapkan\s+(?:laporan|paparan|tulisan|makalah|magang|kegiatan)\b|kami\s+menyadari|jauh\s+dari\s+sempurna|mohon\s+maaf)\b"
    r"|tidak\s+(?:perlu|bisa|dapat|layak|usah)\s+di(?:ubah|tiru|adopsi|terapkan|usulkan|replikasi)\b|(?:peserta|rombongan|mahasiswa|siswa|undangan)\b[^.;]{0,30}\b(?:hendaknya|agar|diharapkan|wajib|diminta|dimohon)\s+(?:sudah\s+|dapat\s+)?(?:membawa\s+(?:laptop|perlengkapan|alat\s+tulis|pakaian|surat|perangkat|fotokopi|berkas)|berpakaian|mengenakan|melapor|mengisi|memakai\s+(?:seragam|pakaian|baju))\b"
    r"|(?:agar|mohon)\s+(?:dapat\s+)?di(?:sampaikan|kirim(?:kan)?|serahkan)\s+(?:kepada|ke|pada)\s+kami\b|mohon\s+(?:kiranya\s+)?agar\s+(?:masa|waktu|jadwal|pelaksanaan)\s+(?:magang|kunjungan|praktik|studi)|agar\s+(?:hadir|menghadiri|mengirim(?:kan)?\s+peserta)\b|tidak\s+(?:disarankan|direkomendasikan|dianjurkan|perlu\s+ditiru)\b|jangan\s+ditiru|harus\s+dipertahankan\b|perlu\s+dipertahankan\s*[:.])",
    _I,
)
_STATE = re.compile(
    r"\b(?:belum\s+(?:ada|pernah|memiliki|optimal|semua|seluruhnya|maksimal|tersedia|terintegrasi|berjalan)|masih\s+(?:rendah|kurang|manual|terbatas|banyak|menggunakan|dilakukan)|terbatasnya|(?<!-)kurangnya|rendahnya|minimnya)\b",
    _I,
)

# `PALEMBANG, HUMAS – Tiga puluh pegawai …`: how an article begins.
DATELINE = re.compile(r"[A-Z][A-Z .'-]{3,30}(?:,\s[A-Z][\w .]{2,30}|\s\([^()]{3,30}\))?\s*[–—-]{1,2}\s+[A-Z]\w+")
# Someone hopes that recommendations will be made; that is none itself.
_HOPED = re.compile(
    r"\b(?:berharap|mengharapkan|diharapkan|harapannya|semoga)\b[^.]{0,160}"
    r"\b(?:memberi(?:kan)?|mengajukan|menyampaikan|menyusun)\s+(?:masukan|saran|usul\w*|rekomendasi)\b",
    _I,
)

# A sentence in running text.
OWN_VOICE = re.compile(
    r"\b(?=[adhklmprstu])(?:(?:kami|tim|penulis|peserta|rombongan|kelompok|pelaksana(?:\s+magang)?|saya|kita|delegasi|para\s+asn|laporan\s+ini)\b[^.;]{0,60}?"
    r"\b(?:(?:me)?rekomendasikan|(?:meng)?usulkan|(?:menyarankan|sarankan)|(?:meng)?anjurkan|mengajukan\s+(?:usul|saran|rekomendasi)\w*|memberi(?:kan)?\s+(?:saran|rekomendasi|masukan|usul)\w*|berpendapat\b[^.;]{0,60}?\bperlu\w*|(?:me)?minta\s+(?!maaf|izin|waktu|arahan|petunjuk)|(?:me)?(?:nitip|titip)(?:kan)?\s+(?!salam|absen|peserta|apa|doa)\w|arahkan\s+agar|mendorong\s+(?:agar\b|\w+\b)|menitip(?:kan)?\s+(?:\w+\s+)?(?:saran|usul)|memandang\s+perlu|menilai\s+perlu|(?:me)?mohon\s+(?:kiranya\s+)?(?:agar|supaya))\b"
    r"|(?:kami|kita|saya|tim|penulis)\s+(?:(?:juga|pun)\s+)?(?:me)?mohon\s+(?:kepada\s+)?(?:Bapak\s+|Ibu\s+|Pj\.?\s+)?(?:bupati|wali\s?kota|gubernur|sekda|sekretaris\s+daerah|inspektur|direktur|kepala\s+\w+|pimpinan)\b[^.;]{0,40}?\s(?:agar|supaya|(?:segera\s+)?me(?!nerima|ngizinkan|maafkan|maklumi|mberi\s+(?:izin|waktu|arahan))[a-z]{4,})"
    r"|(?:tim|penulis|peserta|rombongan|kelompok|delegasi|kami|saya|kita|mereka)\s+(?:\w+\s+)?(?:menilai|berpendapat|berpandangan|memandang|menganggap|bersepakat|sepakat|berkesimpulan|menyimpulkan|kira)\b[^.;]{0,100}?\b(?:perlu|hendaknya|sebaiknya|harus|seyog(?:ia|ya)nya|layak|patut)\b"
    r"|(?:mereka|keduanya|ketiganya|keempatnya)\s+(?:juga\s+|pun\s+|lalu\s+|turut\s+)?(?:merekomendasikan|mengusulkan|menyarankan|menganjurkan)\b"
    r"|(?:akan\s+)?kami\s+(?:minta|arahkan|tugaskan|dorong)\s+(?:agar|supaya|untuk|segera|me\w{3,})\b"
    r"|(?:menurut\s+(?:hemat\s+)?(?:kami|penulis|saya)|hemat\s+(?:kami|saya))\b[^.;]{0,80}?\b(?:perlu|sebaiknya|hendaknya|harus|seyog(?:ia|ya)nya|layak)\b"
    r"|(?:untuk\s+itu|karena\s+itu|sehubungan\s+dengan\s+itu|maka)\b[^.;]{0,20}\bkiranya\b"
    r"|(?:rekomendasi|usul(?:an)?|saran|masukan)\s+(?:kami\s+)?(?:yang\s+)?(?:pertama|kedua|ketiga|keempat|kelima|terakhir|berikutnya|selanjutnya|lain(?:nya)?)\b[^.;]{0,90}?"
    r"\b(?:perlu|agar|sebaiknya|hendaknya|adalah|ialah|harus)\b)",
    _I,
)
PROPOSES = re.compile(
    r"\b(?=[ahkmprstu])(?:(?:me)?rekomendasikan|(?:meng)?usulkan|(?:menyarankan|sarankan)|(?:meng)?anjurkan|hemat\s+kami|menurut\s+kami|kiranya|(?:kami|saya)\s+minta|kami\s+arahkan|(?:kami|saya|kita|tim|penulis)\s+(?:(?:juga|pun)\s+)?(?:me)?mohon|(?:rekomendasi|usul(?:an)?|saran)\s+(?:kami\s+)?(?:pertama|kedua|ketiga|keempat|terakhir))\b",
    _I,
)
PASSIVE = re.compile(
    r"\b(?:direkomendasikan|disarankan|diusulkan|dianjurkan)\s+(?:\w+\s+)?(?:agar|supaya|untuk|kepada|bahwa|pula|juga)\b"
    r"|\b(?:direkomendasikan|disarankan|diusulkan|dianjurkan|dimohon)\s+(?:segera\s+|dapat\s+)?(?!mengenai|mereka|melalui|menurut)me[a-z]{4,}",
    _I,
)
WEAK = re.compile(
    r"\b(?:perlu(?:\s+(?:segera|juga|pula|lebih|terus))*\s+(?:di[a-z]{3,}|adanya|me[a-z]{4,}|ada\b)|sebaiknya|hendaknya|(?:ada\s+)?baiknya|mesti\s+di[a-z]{3,}|alangkah\s+baiknya|akan\s+lebih\s+baik|seyog(?:ia|ya)nya|(?:dapat|layak|patut|bisa)\s+(?:segera\s+)?(?:diadopsi|direplikasi|ditiru|diadaptasi))\b",
    _I,
)
_SAYS = re.compile(
    r"\b(?:menjelaskan|menerangkan|menyampaikan|berpesan|mengingatkan|mengimbau|menekankan|menuturkan|berharap|meminta)\b",
    _I,
)
_OTHER_VOICE = re.compile(
    r"\b(?:beliau|narasumber|pembimbing|mentor|coach|pihak\s+\w+\s+(?:menjelaskan|menyampaikan|menyebut)"
    r"|sesuai\s+(?:peraturan|ketentuan|undang|perda)|pasal\s+\d|tentang\s+perlunya|peraturan\s+(?:pemerintah|menteri|lan|gubernur)\s+nomor|kritik\s+dan\s+saran|mendapat(?:kan)?\s+perhatian|perhatian\s+(?:serius|khusus))",
    _I,
)


# `Penilaian dilakukan setiap bulan` tells, `Penilaian setiap bulan` proposes.
_TELLS = re.compile(
    r"^(?:di(?!gital|sdik|dukcapil|nas|siplin|rektur|klat|vi|men|ri\b|nsos|nkes|ar)[a-z]{4,}|telah|sudah|ini|itu|tersebut|adalah|merupakan|masih|belum|sangat|cukup|akan|terdiri|berlangsung|berjalan|bertujuan)$"
)


@lru_cache(maxsize=4096)
def has_modal(text: str) -> bool:
    """Whether a word for what should be stands in `text`: `perlu`, `agar`, `sebaiknya`."""
    return MODAL.search(text) is not None


@lru_cache(maxsize=4096)
def speaks_of_proposing(text: str) -> bool:
    """Whether `text` says that something is proposed."""
    return PROPOSES.search(text) is not None


@lru_cache(maxsize=4096)
def is_passive(text: str) -> bool:
    """Whether something is proposed without saying by whom: `disarankan agar …`."""
    return PASSIVE.search(text) is not None


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
    if (
        _REJECTED_START.match(text)
        or text.rstrip().endswith("?")
        or _REJECTED.search(text)
        or _HOPED.search(text)
        or is_refused(text)
        or (is_unneeded(text) and (not is_action(text) or ends_unneeded(text)))
    ):
        return True
    done = _DONE.search(text)
    if done is None or MODAL.search(text[: done.start()]):
        return False
    return not is_action(text) or (bool(_NOUN_STARTS.match(text)) and not _QUALIFIES.search(text[: done.start()]))


def is_state(text: str) -> bool:
    """A description of how things are (`belum ada …`, `masih manual`), without a proposal."""
    return bool(_STATE.search(text)) and not has_modal(text) and not is_action(text)


@lru_cache(maxsize=4096)
def opens_section(heading: str) -> bool:
    """Whether recommendations stand below `heading`."""
    if len(heading) > 160 or NOT_OPENER.search(heading):
        return False
    if OPENER.search(heading):
        return True
    bare = bare_heading(heading)
    return bare != heading and OPENER.search(bare) is not None


def bare_heading(text: str) -> str:
    """A heading without its number and the picture before it."""
    return _NUMBERED.sub("", text, count=1)


def proposes(sentence: str) -> bool:
    """A sentence of running text in which the writers themselves propose."""
    if is_rejected(sentence):
        return False
    return bool(OWN_VOICE.search(sentence) or PASSIVE.search(sentence))


def may_propose(sentence: str) -> bool:
    """A sentence with `perlu`, `sebaiknya`, `hendaknya`; only its surroundings tell whether it is a proposal."""
    weak = WEAK.search(sentence)
    return (
        weak is not None
        and not is_rejected(sentence)
        and not _OTHER_VOICE.search(sentence)
        and not _SAYS.search(sentence, 0, weak.start())
        and not is_state(sentence)
    )


def of_others(sentence: str) -> bool:
    """Someone else speaks: the host, a supervisor, a rule."""
    return bool(_OTHER_VOICE.search(sentence) or _SAYS.search(sentence))

"""The words of headings: which open a section of recommendations, which end one, and which speak of something else."""

import re
from functools import lru_cache

from nlp.components.recommendation_words import bare_heading
from nlp.components.small_letters import small_letters

_I = re.IGNORECASE
# Headings that open a section of recommendations (what the field calls them, with number, colon, capitals).
_DO = (
    r"adopsi|replikasi|terapkan|tiru|adaptasi|kembangkan|implementasikan|tindaklanjuti|lakukan|benahi|perbaiki|kerjakan|jalankan|mulai|coba|contoh|ubah|duplikasi|wujudkan|laksanakan"
    r"|bawa\s+(?:pulang|ke|ikut)|realisasikan|tingkatkan|manfaatkan|ambil|aplikasikan|usulkan|perkuat|sempurnakan|siapkan"
)
_OPENERS = (
    r"rekomendasi|recommendations?|saran(?!a)|masukan|usul(?:an)?|rencana\s+tindak\s+lanjut|rtl|tindak\s+lanjut|rencana\s+aksi|aksi\s+(?:nyata|perubahan|tindak|prioritas|selanjutnya|(?:untuk|bagi)\s)|agenda\s+(?:aksi|tindak|perubahan|perbaikan)"
    r"|action\s+(?:plans?|items?)|next\s+(?:steps?|actions?)|way\s+forward|follow[\s-]up|to[\s-]do|quick\s+wins?|big\s+bets?|rencana\s+(?:penerapan|implementasi|adopsi|replikasi|perbaikan|kerja\s+(?:perubahan|pasca\w*)|pasca\w*|ke\s+depan|pengembangan|strategis)"
    r"|langkah[\s-]langkah|(?:langkah|upaya)\s+(?:yang\s+)?(?:perlu|harus|akan|dapat|ke\s+depan|selanjutnya|strategis|perbaikan|tindak|konkret|berikutnya|kami|kita|nyata|lanjut\w*|pertama|awal|adopsi|(?:jangka\s+)?(?:pendek|menengah|panjang|dekat|cepat|kecil|besar)|mendesak|segera)"
    r"|(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|\d{1,2})\s+(?:langkah|jurus|pekerjaan|perubahan|usaha|janji|agenda|kunci)\s+(?:untuk|bagi|menuju|ke\s+depan|kami|kita|yang\s+akan)\b"
    r"|umpan\s+balik\s+(?:untuk|kepada|bagi|buat)\s|^(?:yang\s+)?(?:mem)?(?:butuh|perlu)(?:kan)?\s+(?:uluran\s+|gandengan\s+)?(?:tangan|peran|dukungan|bantuan)\s+\w+|^(?:dukungan|bantuan|peran)\s+(?:dari\s+)?(?:dinas|opd|instansi|perangkat\s+daerah|pihak|unit)\s+lain"
    r"|^(?:tawaran|titipan)\s+(?:kami|kita|tim|kelompok)\b"
    r"|^(?:tangga|jalur|lintasan|tahap(?:an)?|anak\s+tangga)\s+(?:perubahan|perbaikan|penerapan|pembenahan)|^yang\s+(?:kami\s+|kita\s+)?(?:di)?(?:tawarkan|titipkan|usulkan|sarankan|sumbangkan)\s+(?:kepada|untuk|bagi)\s|upaya\s+perbaikan|adopsi(?:\s+dan\s+adaptasi)?|adaptasi|replikasi|solusi|jalan\s+keluar|pekerjaan\s+rumah|(?:pr|peer)\s+(?:kita|kami|bersama)|gagasan|terobosan|ide\s+(?:perubahan|perbaikan|inovasi|kami)|(?:^|\bkartu\s+)(?:ide|aksi|perbaikan|perubahan)\s+(?:ke-?\s?)?\d(?!\d)|^kartu\s+(?:ide|aksi|perbaikan|perubahan)\b|inisiatif\s+(?:baru|perubahan|strategis)"
    r"|opsi\s+kebijakan|arah\s+(?:kebijakan|perbaikan|ke\s+depan)|(?:strategi|program|usaha)\s+(?:perbaikan|ke\s+depan|tindak)|perbaikan\s+ke\s+depan|^ke\s+depan(?:nya)?|oleh[\s-]oleh\s+(?:untuk|bagi)"
    rf"|(?:hal|inovasi|praktik|program|apa|ide|yang|pelajaran|peluang)\b[^.]{{0,45}}?\b(?:dapat|bisa|perlu|akan|layak|harus|patut|untuk|ingin|mau|siap|hendak|mesti|se(?:baik|harus|mesti)nya)\s+(?:(?:segera|langsung|kita|kami|yang|juga|mulai|lebih\s+dulu)\s+)*(?:di\s?)?(?:{_DO})"
    r"|(?:kita|kami)\s+(?:harus|perlu|bisa|mau|akan)\s+(?:ber)?(?:apa|buat\s+apa)\b|apa\s+(?:yang\s+)?(?:harus|perlu|bisa)\s+(?:kita|kami)|(?:lalu|terus|selanjutnya)\s+apa\b|setelah\s+ini\s+apa"
    r"|what\s*(?:'s|is)?\s+next|so\s+what|now\s+what|what\s+(?:can|should|will|could|must)\s+we\b|who\s+does\s+what|^actions?(?=\W*$)|takeaways?\s+for|proposals?|proposed\s+(?:actions?|changes?|steps?)|suggestions?|(?:our|the)\s+(?:asks?|commitments?|plans?|proposals?)|(?:things|ideas)\s+(?:to|for)\s+\w+|(?:road\s*map|timeline)\s+(?:penerapan|adopsi|replikasi|implementasi|perubahan)"
    r"|siapa\s+(?:yang\s+)?(?:mengerjakan|melakukan|berbuat|kerja(?:kan)?)\s+apa|kita\s+(?:mau\s+)?ngapain|mau\s+di\s?apakan|pr[\s-]?nya|sumbang(?:an)?\s+(?:saran|pikir\w*)|pemecahan\s+masalah|janji\s+(?:kami|kita)|komitmen\s+(?:kami|kita|bersama|tindak|perubahan)"
    r"|rencana\s+(?:kita|kami|selanjutnya|berikutnya|perubahan)\b|^(?:(?:ide|usul|gagasan)\s+)?perubahan\s+(?:yang|di)\b|(?:^|\byang\s+(?:kita|kami|akan)\s+|\byang\s+)mulai(?:\s+(?:kita|kami|di)\s?\w*)?\s*\(?\D{0,12}20\d\d|^(?:mulai|start(?:\s+doing)?)(?=\W*$)"
    r"|^yang\s+(?:perlu|butuh|memerlukan|membutuhkan|menunggu)\s+(?:bantuan|dukungan|waktu|proses|biaya|anggaran|dana|persetujuan|izin|kebijakan|keputusan|regulasi|kerja\s+sama|koordinasi)|^(?:dukungan|bantuan|kebijakan|keputusan)\s+yang\s+(?:kami\s+|kita\s+)?(?:\w*butuh\w*|\w*perlu\w*|\w*minta\w*|\w*harap\w*)"
    r"|^(?:catatan|pesan|permintaan|permohonan|titipan|masukan)\s+(?:untuk|kepada|bagi|ke|buat)\s+(?!peserta|penyelenggara|panitia|lokus|tuan)\w+|^(?:untuk|bagi|buat)\s+(?:(?:opd|skpd|dinas|badan|biro|bagian|bidang|kantor|instansi|unit|daerah|pem\w+|rsud|rumah\s+sakit|puskesmas|kecamatan|kelurahan|desa|sekolah|pimpinan|atasan|internal)\s+)?(?:kita|kami|sendiri)(?=\W*$)"
    # `Untuk Inspektorat`, `Untuk Wali Kota dan Sekretaris Daerah`: to whom a slide speaks.
    r"|^(?:untuk|bagi)\s+(?:inspektorat|(?:wakil\s+)?(?:wali\s?kota|bupati|gubernur)|sekretaris\s+daerah|sekda|bp(?:kad|kd|sdm)|bk(?:psdmd?|d)|bappeda\w*|bapperida|bapenda"
    r"|(?:dinas|badan|bagian|biro|rsud|kecamatan)\s+\w+|(?:se(?:luruh|mua)\s+)?(?:opd|perangkat\s+daerah|kecamatan|camat|kelurahan|lurah|desa|puskesmas))(?:,?\s+(?:dan\s+|serta\s+|&\s+)?[\w/]+){0,6}(?=\W*$)"
    # `Yang kami butuhkan dari perangkat daerah lain`
    r"|^(?:(?:apa|hal(?:-hal)?|dukungan|bantuan)\s+)?yang\s+(?:(?:kami|kita|saya)\s+|di)(?:butuhkan|perlukan|minta|mohon(?:kan)?|harapkan)\s+(?:dari|kepada)\s+(?!peserta|penyelenggara|panitia|lokus|tuan|kegiatan|magang|program|studi|kunjungan|laporan|pelatihan|pembimbing|mentor)\w+"
    rf"|^(?:langsung|segera)\s+(?:bisa\s+|dapat\s+)?(?:di\s?)?(?:{_DO})|^(?:bisa|dapat|siap|layak|perlu)\s+(?:langsung\s+|segera\s+)?(?:kita\s+|kami\s+)?(?:di\s?)?(?:{_DO})|^yang\s+(?:langsung|segera)\b[^.]{{0,30}}(?:{_DO})"
    r"|(?:implementasi|penerapan)\s+(?:di|pada|bagi|untuk)\b|^(?:petitum|permohonan|prima?ir|subsida?ir)(?=\W*$)|\btindakan\s+yang\s+(?:di\w+|kami|kita|perlu|harus|akan)|(?:^|\byang\s+)akan\s+(?:kami\s+|kita\s+|saya\s+)?(?:di)?(?:ajukan|usulkan|perjuangkan|titipkan|mohonkan|tawarkan)\b"
    r"|^(?:yang\s+)?di(?:usulkan|sarankan|rekomendasikan)(?=\W*$)|^(?:yang\s+)?(?:kami|kita|saya|tim)\s+(?:meng)?(?:usul(?:kan)?|(?:me)?ny?arankan|sarankan|(?:me)?rekomendasikan|anjurkan|titip(?:kan)?|minta|dorong|ajukan|tawarkan)(?=\W*$)|^apa\s+(?:lagi\s+)?yang\s+(?:sebaiknya|harus|perlu|mesti)\s+(?:\w+\s+)?di\w+|^(?:lalu|terus|jadi),?\s+apa\s+yang\s+(?:sebaiknya|harus|perlu|mesti)\b|^(?:peta\s+jalan|road\s*map)(?!\s+(?:spbe|rb\b|reformasi|nasional))|^(?:tangga|tahapan|jalan|rute|lintasan)\s+ke\s+depan|oleh[\s-]oleh(?:nya)?(?=\W*(?:\(|$))|(?:titip(?:an)?\s+pesan|pesan\s+titipan)|^(?:pr|peer)\s+(?:buat|untuk|bagi|di)\s|(?:yang|hal|pilihan)\s+(?:ingin\s+|mau\s+)?(?:kami|kita)\s+(?:titip(?:kan)?|usulkan|sarankan|anjurkan|rekomendasikan|dorong|ajukan|tawarkan|minta|harapkan|perjuangkan)\b|titipan\s+(?:kami|untuk|bagi)|catatan\s+perbaikan"
    r"|^(?:(?:hal|apa|oleh[\s-]oleh)\s+)?yang\s+(?:akan\s+|ingin\s+)?(?:kami|kita)\s+(?:akan\s+|ingin\s+)?(?:bawa\s+(?:pulang|ke\s)|tiru|adopsi|replikasi|terapkan)"
)
# A letter that one of them begins with, asked for first: most words are passed over by it.
_OPENER = re.compile(rf"\b(?=[abcdfghijklmnopqrstuwy])(?:{_OPENERS})\b")
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
    r"|(?:apa\s+)?(?:yang\s+)?(?:kami\s+|kita\s+)?(?:dipelajari|dilihat|ditemukan|diamati|terlihat)|praktik\s+baik|best\s+practice|catatan|lain[\s-]lain|tim\s+(?:penulis|penyusun|magang)|penyusun|ucapan|perbandingan|capaian|analisis|pelaksanaan"
    r"|waktu(?!\s+dekat)|peserta|profil|struktur|kegiatan|jadwal|foto|tembusan|diskusi|tanya\s+jawab|harapan|prasyarat|manfaat|dampak|risiko|anggaran|pembiayaan|indikator|background"
    r"|what\s+we|(?:oleh\W?\w*\s+)?(?:yang|yg)\s+(?:kami|kita|saya)\s+(?:lihat|dapat\w*|pelajari|temukan|rasakan|catat|amati|kagumi)|jangan|abaikan|hindari|fakta|persoalan|praanggapan|pertimbangan|duduk\s+perkara|sesudah\s+ini|(?:berhenti|stop|hentikan|kurangi|tinggalkan)\W*(?:\([^)]*\))?$|lessons?|(?:yang\s+)?(?:masih|belum)\s+\w+$|kelemahan|kelebihan|kekurangan|tantangan|who\b|tanya|salam|referensi|komentar|berita|baca\s+juga|kelompok\s+\d|mengenal|uraian\s+kegiatan|tugas)\b",
    _I,
)
# Headings below which is told what was, what is done there and why the paper was written.
AIMS = re.compile(
    r"\b(?:latar\s+belakang|pendahuluan|dasar|praanggapan|persoalan|fakta|pertimbangan|duduk\s+perkara|maksud|tujuan|tugas|fungsi|profil|gambaran|kata\s+pengantar|ucapan|harian|jadwal|agenda|ruang\s+lingkup|definisi|pengertian|best\s+practice|praktik\s+baik|temuan|lokus|kegiatan|background|hasil|pelaksanaan|yang\s+dilihat|uraian|tanya\s+jawab|diskusi|mekanisme|proses|alur|layanan|perjanjian|ketentuan|yang\s+(?:dipelajari|telah|sudah|kami\s+(?:lihat|pelajari|temukan|rasakan|alami|kerjakan|lakukan|dapat(?:kan)?))|telah|sudah|kesan|keunggulan|kondisi|masalah|kendala|apa\s+yang\s+(?:kami|mereka)|what\s+we)\b",
    _I,
)
# Headings below which stands what is amiss; `perlu diperbaiki` tells of it there.
AMISS = re.compile(
    r"^(?:(?:apa\s+)?(?:saja\s+)?(?:yang\s+)?(?:masih\s+)?)(?:tantangan|ganjalan|kendala|hambatan|permasalahan|masalah|persoalan|kelemahan|kekurangan|keterbatasan|kesenjangan|keadaan|kondisi|potret|rapor|cermin|isu|risiko|mengapa\s+(?:kita|kami)|kenapa\s+(?:kita|kami)|challenges?|problems?|issues?|gaps?)\b",
    _I,
)
# What stands below is what not to do.
AVOID = re.compile(
    r"^(?:jangan|abaikan|hindari|tinggalkan|(?:(?:yang|hal(?:[\s-]hal)?(?:\s+yang)?)\s+)?(?:jangan\s+di\s?[a-z]{4,}|(?:tidak|tak|jangan|bukan)\s+(?:(?:perlu|usah|layak|cocok|patut|boleh|untuk|kami|kita|akan|bisa|dapat)\s+)+(?:di\s?)?[a-z]{4,}))",
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


@lru_cache(maxsize=4096)
def opens_section(heading: str) -> bool:
    """Whether recommendations stand below `heading`."""
    if len(heading) > 160:
        return False
    small = small_letters(heading)
    if _OPENER.search(small) is None:
        bare = bare_heading(heading)
        if bare == heading or _OPENER.search(small_letters(bare)) is None:
            return False
    return NOT_OPENER.search(heading) is None

"""Demo news: releases as offices put them on their sites."""

from service.demo.blocks import Document, Head, Text

DOCUMENTS = (
    Document(
        "Berita Penutupan Magang di Semarang.txt",
        (
            Head("Magang di Jawa Tengah Ditutup, Peserta Sumatera Barat Bawa Pulang Enam Rekomendasi"),
            Text("SEMARANG, 26 April 2024"),
            Text(
                "Sebanyak 24 aparatur Pemerintah Provinsi Sumatera Barat menuntaskan magang di "
                "Pemerintah Provinsi Jawa Tengah, Jumat "
                "(26/4/2024). Selama lima hari sejak 22 April 2024 mereka ditempatkan di empat perangkat daerah."
            ),
            Text(
                "Kepala BPSDM Provinsi Sumatera Barat Armen Saputra menyampaikan terima kasih atas "
                "sambutan tuan rumah. "
                "“Kami menunggu kunjungan balasan dari Pemprov Jateng ke Sumatera Barat, agar kerja sama "
                "ini berjalan dua arah,” ujarnya."
            ),
            Text(
                "Kepala BPSDMD Provinsi Jawa Tengah Sri Lestariningsih menyambut baik ajakan itu. "
                "Menurutnya, nilai SAKIP Jawa Tengah "
                "yang kini A dapat menjadi bahan diskusi kedua daerah."
            ),
        ),
    ),
    Document(
        "Berita Kunjungan Kalimantan Tengah.txt",
        (
            Head("Pemprov Kalimantan Tengah Pelajari Layanan Kepegawaian Sumatera Barat"),
            Text("Padang, 21 Juni 2023"),
            Text(
                "Pemerintah Provinsi Sumatera Barat menerima kunjungan kerja Pemerintah Provinsi "
                "Kalimantan Tengah di Auditorium "
                "Gubernuran, Rabu (21/6/2023). Rombongan berjumlah 15 orang."
            ),
            Text(
                "Asisten Administrasi Umum Hasril Tanjung berjanji akan melakukan kunjungan balasan dari "
                "Pemprov Sumbar ke Kalimantan Tengah "
                "untuk mempelajari penerapan sistem merit."
            ),
        ),
    ),
    Document(
        "Siaran Pers Penandatanganan PKS Banyuwangi.docx",
        (
            Head("BPSDM Sumbar dan Banyuwangi Teken Kerja Sama Magang Pelayanan Publik"),
            Text("Banyuwangi, 19 Januari 2026"),
            Text(
                "Badan Pengembangan Sumber Daya Manusia Provinsi Sumatera Barat dan Pemerintah Kabupaten "
                "Banyuwangi menandatangani perjanjian "
                "kerja sama magang inovasi pelayanan publik, Senin (19/1/2026)."
            ),
            Text(
                "Bupati Banyuwangi Laila Nurfadhilah berharap ada kunjungan balasan dari Pemkab "
                "Banyuwangi ke Sumatera Barat pada akhir 2026. "
                "“Kami ingin belajar pengelolaan nagari,” katanya."
            ),
        ),
    ),
)

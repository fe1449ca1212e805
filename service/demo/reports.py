"""Demo reports and decks: what interns saw and what they recommend, in headings, lists, tables and slides."""

from service.demo.blocks import Break, Deck, Document, Head, Items, Slide, Table, Text

_DECK_JATENG = Deck(
    "Paparan Magang Jawa Tengah Angkatan I.pptx",
    (
        Slide(
            "Paparan Hasil Magang Aparatur Sipil Negara Provinsi Sumatera Barat pada Pemerintah Provinsi Jawa Tengah",
            ("Semarang, 26 April 2024",),
        ),
        Slide(
            "Dasar Pelaksanaan",
            (
                "Perjanjian Kerja Sama Nomor 800.1/147/BPSDM-SB/II/2024 tanggal 8 Februari 2024",
                "Surat Perintah Tugas Sekretaris Daerah Provinsi Sumatera Barat",
            ),
        ),
        Slide(
            "Peserta dan Waktu",
            (
                "Waktu: 22 s.d. 26 April 2024",
                "Peserta: 24 orang",
                "4 orang Pejabat Administrator, 6 orang Pejabat Pengawas, 9 orang Pejabat Fungsional, 5 "
                "orang Pelaksana",
            ),
        ),
        Slide(
            "Lokus Magang",
            table=Table(
                (
                    ("No", "Perangkat Daerah", "Jumlah Peserta"),
                    ("1", "Badan Kepegawaian Daerah Provinsi Jawa Tengah", "8"),
                    ("2", "Biro Organisasi Sekretariat Daerah Provinsi Jawa Tengah", "6"),
                    ("3", "Dinas Komunikasi dan Informatika Provinsi Jawa Tengah", "6"),
                    ("4", "Inspektorat Provinsi Jawa Tengah", "4"),
                )
            ),
        ),
        Slide(
            "Kondisi Saat Ini",
            (
                "Nilai SAKIP Provinsi Jawa Tengah tahun 2023 adalah A",
                "Nilai SAKIP Provinsi Sumatera Barat tahun 2023 adalah BB",
                "Indeks SPBE Provinsi Sumatera Barat tahun 2023 sebesar 3,42",
            ),
        ),
        Slide(
            "Rekomendasi untuk Biro Organisasi",
            (
                "Menyusun pohon kinerja sampai tingkat pengawas pada seluruh perangkat daerah paling "
                "lambat Triwulan IV 2024",
                "Membentuk klinik SAKIP bagi perangkat daerah berpredikat CC",
                "Menetapkan jadwal reviu laporan kinerja setiap triwulan",
            ),
            notes="Tekankan bahwa pohon kinerja menjadi dasar perjanjian kinerja tahun berikutnya.",
        ),
        Slide(
            "Rekomendasi",
            table=Table(
                (
                    ("No", "Rekomendasi", "Penanggung Jawab", "Target Waktu"),
                    (
                        "1",
                        "Mengintegrasikan e-SAKIP dengan SIPD dan e-Kinerja",
                        "Dinas Komunikasi, Informatika dan Statistik Provinsi Sumatera Barat",
                        "15 Desember 2026",
                    ),
                    (
                        "2",
                        "Memetakan talenta seluruh pejabat administrator dan pengawas",
                        "Badan Kepegawaian Daerah Provinsi Sumatera Barat",
                        "Triwulan III 2026",
                    ),
                    (
                        "3",
                        "Menerapkan Corporate University pada BPSDM Provinsi Sumatera Barat",
                        "Badan Pengembangan Sumber Daya Manusia Provinsi Sumatera Barat",
                        "Desember 2026",
                    ),
                )
            ),
        ),
        Slide("Terima kasih", ("Semoga bermanfaat bagi kedua daerah",)),
    ),
)

_REPORT_JATENG = Document(
    "Laporan Magang Jawa Tengah Angkatan II.docx",
    (
        Head(
            "LAPORAN PELAKSANAAN MAGANG ANGKATAN II APARATUR SIPIL NEGARA PROVINSI SUMATERA BARAT DI "
            "PROVINSI JAWA TENGAH",
            centre=True,
        ),
        Text("Tahun 2025", centre=True),
        Head("KATA PENGANTAR"),
        Text(
            "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa. Kritik dan saran kami "
            "harapkan demi kesempurnaan laporan ini."
        ),
        Break(),
        Head("BAB I PENDAHULUAN"),
        Head("A. Latar Belakang"),
        Text(
            "Magang merupakan pengembangan kompetensi nonklasikal. Badan Pengembangan Sumber Daya "
            "Manusia Provinsi Sumatera Barat "
            "mengirim peserta ke Pemerintah Provinsi Jawa Tengah untuk mempelajari manajemen talenta "
            "dan pemerintahan digital."
        ),
        Head("B. Waktu dan Peserta"),
        Text(
            "Magang dilaksanakan pada tanggal 5 sampai dengan 9 Mei 2025 di Semarang dan diikuti "
            "oleh 5 orang dari 36 peserta kelas besar."
        ),
        Table(
            (
                ("No", "Nama", "NIP", "Jabatan", "Unit Kerja"),
                (
                    "1",
                    "Fitria Ramadhani, S.E.",
                    "198704122010012004",
                    "Analis SDM Aparatur Ahli Muda",
                    "BKD Provinsi Sumatera Barat",
                ),
                (
                    "2",
                    "Andri Kurniawan, S.Kom.",
                    "199001232014031002",
                    "Pranata Komputer Ahli Muda",
                    "Diskominfotik Provinsi Sumatera Barat",
                ),
                (
                    "3",
                    "Yelmi Susanti, S.IP., M.Si.",
                    "197911052005012003",
                    "Kepala Bidang Pengembangan Kompetensi",
                    "BPSDM Provinsi Sumatera Barat",
                ),
                (
                    "4",
                    "Rudi Hartono Putra, S.H.",
                    "198806172011011001",
                    "Auditor Ahli Muda",
                    "Inspektorat Provinsi Sumatera Barat",
                ),
                (
                    "5",
                    "Nofrizal, S.STP.",
                    "199209092015071001",
                    "Kepala Subbagian Tata Laksana",
                    "Biro Organisasi Provinsi Sumatera Barat",
                ),
            )
        ),
        Head("BAB II HASIL MAGANG"),
        Text(
            "Badan Kepegawaian Daerah Provinsi Jawa Tengah melaksanakan perumusan kebijakan teknis "
            "kepegawaian. Manajemen talenta telah "
            "diterapkan sejak 2022 dan sudah terhubung dengan sistem informasi kepegawaian. Nilai IP "
            "ASN Provinsi Jawa Tengah tahun 2024 "
            "sebesar 84,17, sedangkan IP ASN Provinsi Sumatera Barat tahun 2024 sebesar 71,30."
        ),
        Break(),
        Head("BAB III RENCANA TINDAK LANJUT"),
        Table(
            (
                ("No", "Permasalahan", "Rekomendasi", "Penanggung Jawab", "Target Waktu"),
                (
                    "1",
                    "Data kepegawaian tersebar",
                    "Membangun satu pintu layanan data kepegawaian yang terhubung dengan SIASN",
                    "Badan Kepegawaian Daerah Provinsi Sumatera Barat",
                    "Triwulan II 2026",
                ),
                (
                    "2",
                    "Jam pelajaran belum merata",
                    "Menambah jam pelajaran mandiri menjadi 20 JP per tahun bagi setiap ASN",
                    "Badan Pengembangan Sumber Daya Manusia Provinsi Sumatera Barat",
                    "31 Desember 2025",
                ),
                (
                    "3",
                    "Aplikasi belum terpadu",
                    "Menyusun arsitektur SPBE tingkat provinsi beserta peta rencananya",
                    "Dinas Komunikasi, Informatika dan Statistik Provinsi Sumatera Barat",
                    "31 Maret 2027",
                ),
                (
                    "4",
                    "Tindak lanjut hasil pengawasan lambat",
                    "Menerapkan pemantauan tindak lanjut hasil pengawasan secara elektronik",
                    "Inspektorat Provinsi Sumatera Barat",
                    "Desember 2026",
                ),
            )
        ),
        Head("BAB IV PENUTUP"),
        Head("Saran"),
        Items(
            (
                "Badan Kepegawaian Daerah Provinsi Sumatera Barat agar menetapkan pedoman manajemen talenta.",
                "Perlu disusun katalog pelatihan bersama dengan BPSDMD Provinsi Jawa Tengah.",
            )
        ),
        Text("Demikian laporan ini disusun untuk dipergunakan sebagaimana mestinya."),
        Text("Padang, 28 Mei 2025"),
        Text("Ketua Rombongan,\n\nYelmi Susanti, S.IP., M.Si.\nNIP 197911052005012003"),
    ),
)

_REPORT_BANDUNG = Document(
    "Laporan Studi Tiru Kota Bandung.pdf",
    (
        Head("LAPORAN STUDI TIRU PEMBELAJARAN DIGITAL DI KOTA BANDUNG", centre=True),
        Head("A. Dasar"),
        Text(
            "Surat Tugas Kepala BPSDM Provinsi Sumatera Barat Nomor 094/512/BPSDM-SB/IX/2025 tanggal 8 September 2025."
        ),
        Head("B. Waktu dan Tempat"),
        Text(
            "Kegiatan dilaksanakan pada tanggal 16 s.d. 18 September 2025 di Badan Kepegawaian dan "
            "Pengembangan Sumber Daya Manusia Kota "
            "Bandung, diikuti 7 orang pegawai BPSDM Provinsi Sumatera Barat."
        ),
        Head("C. Hasil"),
        Text(
            "BKPSDM Kota Bandung telah mengoperasikan ruang belajar digital sejak 2021. Setiap "
            "pegawai memiliki rapor kompetensi yang "
            "diperbarui otomatis setelah pelatihan selesai. Indeks Pelayanan Publik Kota Bandung "
            "tahun 2024 mencapai 4,41."
        ),
        Break(),
        Head("D. Kesimpulan dan Rekomendasi"),
        Text("Ruang belajar digital terbukti menurunkan biaya pelatihan per peserta."),
        Text("Berdasarkan hasil studi tiru, kami merekomendasikan:"),
        Items(
            (
                "Membangun ruang belajar digital BPSDM Provinsi Sumatera Barat paling lambat 30 Juni 2026;",
                "Menyusun rapor kompetensi bagi seluruh pegawai pada tahun 2026;",
                "Melatih 12 orang pengembang konten pembelajaran digital pada Triwulan I 2027;",
                "Mengalokasikan anggaran pemeliharaan aplikasi pembelajaran setiap tahun.",
            )
        ),
        Text("Demikian laporan ini dibuat dengan sebenarnya."),
        Text("Padang, 29 September 2025\n\nDedi Irawan, S.Pd., M.M."),
    ),
)

_DECK_BANYUWANGI = Deck(
    "Paparan Magang Banyuwangi 2026.pptx",
    (
        Slide("Magang Inovasi Pelayanan Publik di Kabupaten Banyuwangi", ("Banyuwangi, 13 Februari 2026",)),
        Slide("Pelaksanaan", ("9 s.d. 13 Februari 2026", "18 peserta dari 9 perangkat daerah Provinsi Sumatera Barat")),
        Slide(
            "Praktik Baik",
            (
                "Mal Pelayanan Publik telah melayani 254 jenis layanan",
                "Desa digital sudah menerapkan surat elektronik sejak 2017",
            ),
        ),
        Slide(
            "Rekomendasi Perbaikan",
            (
                "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Provinsi Sumatera Barat agar "
                "membuka loket layanan bersama pada Triwulan IV 2026",
                "Biro Organisasi perlu menyusun standar pelayanan tunggal bagi seluruh unit layanan",
                "Menyelenggarakan lomba inovasi nagari setiap tahun",
            ),
        ),
        Slide(
            "Rencana Tindak Lanjut",
            table=Table(
                (
                    ("No", "Rencana Aksi", "OPD", "Waktu"),
                    (
                        "1",
                        "Menyusun peta jalan mal pelayanan publik",
                        "Biro Organisasi Sekretariat Daerah Provinsi Sumatera Barat",
                        "30 November 2026",
                    ),
                    (
                        "2",
                        "Menguji coba antrean daring di rumah sakit provinsi",
                        "Dinas Kesehatan Provinsi Sumatera Barat",
                        "Triwulan II 2027",
                    ),
                )
            ),
        ),
    ),
)

_REPORT_KALTENG = Document(
    "Laporan Magang BKD Kalimantan Tengah.pdf",
    (
        Head("LAPORAN MAGANG SISTEM MERIT PADA BADAN KEPEGAWAIAN DAERAH PROVINSI KALIMANTAN TENGAH", centre=True),
        Head("I. PENDAHULUAN"),
        Text(
            "Magang diikuti 9 orang pegawai Badan Kepegawaian Daerah Provinsi Sumatera Barat di "
            "Palangka Raya pada tanggal 3 sampai dengan "
            "7 Agustus 2026."
        ),
        Head("II. GAMBARAN UMUM"),
        Text("Sistem Merit Provinsi Kalimantan Tengah tahun 2025 memperoleh nilai 312,5 dengan kategori baik."),
        Head("III. REKOMENDASI"),
        Items(
            (
                "Menetapkan kelompok rencana suksesi jabatan pimpinan tinggi pratama paling lambat 31 Oktober 2026.",
                "Membuka layanan uji kompetensi pada UPT Penilaian Kompetensi.",
                "Menyusun peraturan gubernur tentang manajemen talenta pada Triwulan I 2027.",
            )
        ),
        Head("IV. PENUTUP"),
        Text(
            "Kami mengharapkan BKD Provinsi Kalimantan Tengah dapat melakukan kunjungan balasan ke "
            "Provinsi Sumatera Barat pada tahun 2027."
        ),
        Text("Padang, 21 Agustus 2026"),
    ),
)

DOCUMENTS = (_DECK_JATENG, _REPORT_JATENG, _REPORT_BANDUNG, _DECK_BANYUWANGI, _REPORT_KALTENG)

"""Demo letters: a request to be received, an answer, an invitation."""

from service.demo.blocks import Document, Head, Text

DOCUMENTS = (
    Document(
        "Surat Permohonan Kunjungan Jateng.docx",
        (
            Head("PEMERINTAH PROVINSI JAWA TENGAH", centre=True),
            Head("BADAN PENGEMBANGAN SUMBER DAYA MANUSIA DAERAH", centre=True),
            Text("Jalan Setiabudi Nomor 201A Semarang", centre=True),
            Text("Semarang, 16 November 2026"),
            Text(
                "Nomor : 000.1.5/2281/BPSDMD/2026\nSifat : Biasa\nLampiran : 1 (satu) lembar\nHal : "
                "Permohonan Kunjungan Balasan"
            ),
            Text("Yth. Kepala Badan Pengembangan Sumber Daya Manusia Provinsi Sumatera Barat\ndi – Padang"),
            Text(
                "Dalam rangka menindaklanjuti Perjanjian Kerja Sama Nomor 415.4/0392/BPSDMD/2024, "
                "bersama ini kami mohon kiranya dapat "
                "diterima kunjungan balasan BPSDMD Provinsi Jawa Tengah di BPSDM Provinsi Sumatera Barat "
                "pada tanggal 19 s.d. 21 Januari 2027 "
                "dengan jumlah rombongan 8 orang. Maksud kunjungan adalah mempelajari pengelolaan klinik "
                "SAKIP dan membahas perpanjangan kerja sama."
            ),
            Text("Demikian, atas perhatian dan kerja sama Saudara diucapkan terima kasih."),
            Text("Kepala Badan,\n\nDr. Sri Lestariningsih, M.M.\nPembina Utama Madya\nNIP 196908171995032001"),
            Text(
                "Tembusan:\n1. Sekretaris Daerah Provinsi Jawa Tengah;\n2. Sekretaris Daerah Provinsi Sumatera Barat."
            ),
        ),
    ),
    Document(
        "Surat Balasan Kesediaan DIY.pdf",
        (
            Head("PEMERINTAH DAERAH DAERAH ISTIMEWA YOGYAKARTA", centre=True),
            Head("BADAN PENDIDIKAN DAN PELATIHAN", centre=True),
            Text("Yogyakarta, 12 Januari 2026"),
            Text("Nomor : 800/0147\nSifat : Biasa\nLampiran : -\nHal : Kesediaan Menerima Kunjungan"),
            Text("Yth. Kepala BPSDM Provinsi Sumatera Barat\ndi – Padang"),
            Text(
                "Menjawab surat Saudara Nomor 094/18/BPSDM-SB/I/2026 tanggal 5 Januari 2026, pada "
                "prinsipnya kami bersedia menerima kunjungan "
                "BPSDM Provinsi Sumatera Barat di Badan Pendidikan dan Pelatihan Daerah Istimewa "
                "Yogyakarta pada tanggal 3 Februari 2026 "
                "dengan jumlah rombongan paling banyak 10 orang."
            ),
            Text("Demikian disampaikan, atas perhatian Saudara diucapkan terima kasih."),
            Text("Kepala Badan,\n\nDrs. Bambang Prakosa, M.Hum.\nNIP 196804101994031005"),
        ),
    ),
    Document(
        "Undangan Rapat Evaluasi PKS.txt",
        (
            Text("PEMERINTAH PROVINSI SUMATERA BARAT\nBADAN PENGEMBANGAN SUMBER DAYA MANUSIA"),
            Text("Padang, 2 November 2026"),
            Text(
                "Nomor : 005/611/BPSDM-SB/XI/2026\nSifat : Penting\nLampiran : 1 (satu) berkas\nHal : "
                "Undangan Rapat Evaluasi Perjanjian Kerja Sama"
            ),
            Text("Yth. Para Kepala Perangkat Daerah (daftar terlampir)\ndi – Tempat"),
            Text(
                "Sehubungan dengan akan berakhirnya beberapa perjanjian kerja sama pada awal tahun 2027, "
                "kami mengundang Saudara pada rapat "
                "evaluasi tindak lanjut hasil magang, hari Kamis, 26 November 2026 pukul 09.00 WIB di "
                "Ruang Rapat BPSDM."
            ),
            Text("Demikian disampaikan, atas kehadiran Saudara diucapkan terima kasih."),
            Text("Kepala Badan,\n\nDrs. Armen Saputra, M.Si.\nNIP 196911231996031002"),
        ),
    ),
)

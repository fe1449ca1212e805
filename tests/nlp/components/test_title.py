"""Title, own numbers, language."""

import pytest

from nlp.components.numbers import numbers_of
from nlp.components.title import language_of, title_of
from nlp.extraction import Kind
from tests.nlp.components.documents import source


def contract(head: str) -> str:
    return f"{head}\nPada hari ini, Senin tanggal 1 Juli 2024, kami yang bertanda tangan di bawah ini:\n1. ANI, Bupati Maros, selanjutnya disebut PIHAK KESATU\nPasal 1\nPARA PIHAK"


@pytest.mark.parametrize(
    ("head", "title", "numbers"),
    [
        (
            "PERJANJIAN KERJA SAMA\nANTARA\nA\nDENGAN\nB\nNOMOR : 073/112/204.2/2024\nNOMOR : 120/   /BPSDM/2024\nTENTANG\nPENGEMBANGAN KOMPETENSI ASN\nMELALUI MAGANG",
            "Pengembangan Kompetensi ASN melalui Magang",
            ["073/112/204.2/2024"],
        ),
        (
            "NOTA KESEPAHAMAN\ntentang\nPendidikan dan Penelitian\nNomor : ............\nNomor :",
            "Pendidikan dan Penelitian",
            [],
        ),
        (
            "ADENDUM\nPERJANJIAN KERJA SAMA\nNOMOR 12/PKS/2022 TANGGAL 3 MARET 2022\nTENTANG\nPAJAK DAERAH\nNOMOR : 973/45/ADD/2024\nNomor Pihak Kedua : ADD-3/KPP.3204/2024",
            "Pajak Daerah",
            ["973/45/ADD/2024", "ADD-3/KPP.3204/2024"],
        ),
        (
            "KESEPAKATAN BERSAMA ANTARA A DENGAN B TENTANG PENANGANAN SAMPAH\nNomor: 1/KSB/2021 | Nomor: 2/KSB/2021",
            "Penanganan Sampah",
            ["1/KSB/2021", "2/KSB/2021"],
        ),
        (
            "NOTA KESEPAHAMAN\ntentang\nMAGANG\nNomor A Nomor B\n0187/PL31/2023 560/DTKT-SET/2023/31",
            "Magang",
            ["0187/PL31/2023", "560/DTKT-SET/2023/31"],
        ),
    ],
)
def test_an_agreements_title_and_numbers(head: str, title: str, numbers: list[str]) -> None:
    document = source(contract(head))
    assert title_of(document, Kind.AGREEMENT) == title
    assert numbers_of(document, Kind.AGREEMENT) == numbers


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "LAPORAN HASIL MAGANG\nPENGELOLAAN ASET\nDisusun oleh: Tim\nSELONG\n2025",
            "Laporan Hasil Magang Pengelolaan Aset",
        ),
        (
            "LAPORAN MAGANG KELOMPOK\nPENATAAN ASET\nDINAS PASAR KOTA A PADA DINAS PASAR KOTA B\n2025\nA. Pengantar",
            "Laporan Magang Kelompok Penataan Aset Dinas Pasar Kota A pada Dinas Pasar Kota B",
        ),
        (
            "PEMERINTAH KABUPATEN A\nDINAS B\nLAPORAN STUDI TIRU\nANGKUTAN UMUM\nI. DASAR\n1. Surat",
            "Laporan Studi Tiru Angkutan Umum",
        ),
    ],
)
def test_a_reports_title(text: str, title: str) -> None:
    assert title_of(source(text), Kind.REPORT) == title


def test_a_letters_subject() -> None:
    text = "Nomor : 5/A/2024\nSifat : Biasa\nHal : Permohonan Magang\nJakarta, 2 Mei 2024\nYth. Kepala BKD"
    assert title_of(source(text), Kind.LETTER) == "Permohonan Magang"
    assert numbers_of(source(text), Kind.LETTER) == ["5/A/2024"]


def test_language() -> None:
    assert language_of("Perjanjian ini dibuat untuk magang dan pelatihan di daerah.") == "id"
    assert language_of("This agreement is made for the training of staff in the region.") == "en"
    assert language_of("12 34") is None


@pytest.mark.parametrize(
    ("block", "numbers"),
    [
        (
            "Nomor (PIHAK PERTAMA)\n: 800.1/412/BKD/2024\nNomor (PIHAK KEDUA)\n: 800/1733/2024",
            ["800.1/412/BKD/2024", "800/1733/2024"],
        ),
        ("No. HM.05/23/PRR-22", ["HM.05/23/PRR-22"]),
        ("No. 100.2/161/SETWAN/2025 / No. 000.4.2/2077", ["100.2/161/SETWAN/2025", "000.4.2/2077"]),
        ("PIHAK KESATU : 18/-1.799.21\nPIHAK KEDUA : 658.1/1283/SETDA", ["18/-1.799.21", "658.1/1283/SETDA"]),
        (
            "NOMOR\nMedan 658.1/9043\nBinjai 660/5518/XII/2021\nKaro 660/ ...... /2021",
            ["658.1/9043", "660/5518/XII/2021"],
        ),
    ],
)
def test_numbers_are_introduced_in_many_ways(block: str, numbers: list[str]):
    text = f"PERJANJIAN KERJA SAMA\nTENTANG\nPERSAMPAHAN\n{block}\nPada hari ini Senin tanggal 1 Juli 2024 kami yang bertanda tangan di bawah ini:"
    assert numbers_of(source(text), Kind.AGREEMENT) == numbers


def test_the_numbers_of_the_changed_agreement_are_not_the_addendums():
    text = """ADENDUM KESATU
ATAS PERJANJIAN KERJA SAMA
NOMOR : 510/311/PKS/2023
TENTANG
METROLOGI LEGAL
NOMOR : 510/208/ADD/2025
Pada hari ini Senin tanggal 1 Juli 2024 kami yang bertanda tangan di bawah ini:"""
    assert numbers_of(source(text), Kind.AGREEMENT) == ["510/208/ADD/2025"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "B U P A T I L A H A T\nLahat, 10 Februari 2026\nK e p a d a\nYth. Kepala Bapperida\nU N D A N G A N\nNomor : 005/186/2026\n"
            "acara : Ekspose Hasil Magang ASN di\nPemerintah Kabupaten Sumedang\nDemikian, terima kasih.",
            "Ekspose Hasil Magang ASN di Pemerintah Kabupaten Sumedang",
        ),
        (
            "PEMERINTAH KOTA A\nN o m o r : B/489/2025\nH a l : Penyesuaian Jadwal Magang\nYth. Kepala Dinas Sosial\nDengan hormat, bersama ini disampaikan.",
            "Penyesuaian Jadwal Magang",
        ),
    ],
)
def test_a_letters_subject_in_other_rows(text: str, title: str) -> None:
    assert title_of(source(text), Kind.LETTER) == title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("PERJANJIAN KERJA SAMA MAGANG PETUGAS ARSIP\nANTARA\nA\nDAN\nB", "Magang Petugas Arsip"),
        (
            "NOTA KESEPAHAMAN\nPEMERINTAH KOTA A DENGAN PEMERINTAH KOTA B\nPERTUKARAN PENYULUH\nNOMOR: 1/NK/2024",
            "Pertukaran Penyuluh",
        ),
        (
            "| Jenis | Kesepakatan |\n| Pokok | Alih Pengetahuan Layanan Digital |\n| Register | 1/KS/2024 |",
            "Alih Pengetahuan Layanan Digital",
        ),
        (
            "NASKAH KESEPAKATAN\nt e n t a n g\nPENGUATAN LAYANAN PEGAWAI\nP-I : 1/KS/A/2024",
            "Penguatan Layanan Pegawai",
        ),
        (
            "MEMORANDUM OF AGREEMENT (MoA)\nDINAS PERTANIAN KABUPATEN TAPIN\n&\nFAKULTAS PERTANIAN UNIVERSITAS LAMBUNG MANGKURAT\n"
            "Sekolah Lapang dan Kebun Benih\ndi Desa Binaan\nNomor : 1/MoA/2024",
            "Sekolah Lapang dan Kebun Benih di Desa Binaan",
        ),
        (
            "PIAGAM KESEPAKATAN BERSAMA\nPertukaran Konten Informasi\n#SalingBantu • dibacakan bergantian\nKami",
            "Pertukaran Konten Informasi",
        ),
    ],
)
def test_an_agreements_title_without_a_line_of_its_own(head: str, title: str) -> None:
    assert title_of(source(contract(head)), Kind.AGREEMENT) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("EDISI KHUSUS\nPULANG MAGANG\nMenulis dari Desa\nDinas Kominfo Kabupaten A\nIsi.", "Menulis dari Desa"),
        (
            "EKSPOSE HASIL MAGANG -- bahan tayang\nJudul: Menjemput Investor ke Desa\n3 s/d 5 Mei 2025",
            "Menjemput Investor ke Desa",
        ),
        (
            "Lap. singkat kunker parkir (revisi, yang kemarin salah)\nYth. Pak Kadis, izin melaporkan.",
            "Lap. singkat kunker parkir",
        ),
        ("LAPORAN MAGANG\nNo. Dok. 800/33/L/2025\nPenataan Arsip Vital\nBAB I", "Laporan Magang Penataan Arsip Vital"),
        (
            "Kepada Yth. Kepala Dinas\nDari: Kabid\nHal: Hasil studi tiru air bersih di Batu\nTanggal: 3 Mei 2025",
            "Hasil studi tiru air bersih di Batu",
        ),
    ],
)
def test_a_reports_title_among_other_lines(text: str, title: str) -> None:
    assert title_of(source(text), Kind.REPORT) == title


def test_the_title_placeholder_of_the_first_slide() -> None:
    text = "# Siaga Sebelum Sirene\nPaparan purna magang BPBD Kota A\ndisajikan pada rapat staf\n===\n# Isi\nSatu"
    assert title_of(source(text, file_format="pptx"), Kind.REPORT) == "Siaga Sebelum Sirene"


def test_other_papers_titles() -> None:
    certificate = "SERTIFIKAT\nNomor: 1/A/2025\ndiberikan kepada\nANI\natas keikutsertaannya dalam Magang Penataan Arsip\npada Dinas Arsip"
    assert title_of(source(certificate), Kind.OTHER) == "Magang Penataan Arsip"
    release = "DINAS KOMINFO PROVINSI A\nuntuk segera disiarkan\nEnam Pekan di Padang, 22 Aparatur Pulang\nSORONG, 2 Juni 2025 – Isi."
    assert title_of(source(release), Kind.NEWS) == "Enam Pekan di Padang, 22 Aparatur Pulang"
    letter = "DINAS PAJAK\n900.1/96/PAJAK/2025\nUcapan terima kasih dan laporan\nYth. Kepala Badan\ndi Batu"
    assert title_of(source(letter), Kind.LETTER) == "Ucapan terima kasih dan laporan"


def test_a_headline_in_quotes_with_the_line_below_it() -> None:
    body = "Sejak Mei dua pegawai Dinas Pasar Kota A magang di Dinas Pasar Kota B selama tiga bulan penuh."
    text = f'BULETIN | Edisi 3\nRubrik SAPA ALUMNI\n"Pasar Itu Bernyawa"\nTiga bulan magang di Kota B\n{body}'
    assert title_of(source(text), Kind.NEWS) == '"Pasar Itu Bernyawa" Tiga bulan magang di Kota B'


def test_a_chapter_right_below_the_title_is_none_of_it() -> None:
    text = "# LAPORAN STUDI TIRU DINAS PERHUBUNGAN KOTA TUAL\n# Rekomendasi\n- Menerapkan parkir elektronik\n"
    assert title_of(source(text, file_format="docx"), Kind.REPORT) == "Laporan Studi Tiru Dinas Perhubungan Kota Tual"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("LAPORAN PELAKSANAAN MAGANG\nDI BADAN KEUANGAN DAERAH\nKOTA SURAKARTA\n\nBAB I PENDAHULUAN\n",
         "Laporan Pelaksanaan Magang di Badan Keuangan Daerah Kota Surakarta"),
        ("LAPORAN PERJALANAN DINAS\nSTUDI TIRU PENERAPAN SPBE KE DINAS KOMUNIKASI DAN INFORMATIKA KOTA KUPANG\n\n1. Dasar : Surat Tugas\n",
         "Laporan Perjalanan Dinas Studi Tiru Penerapan SPBE ke Dinas Komunikasi dan Informatika Kota Kupang"),
        ("LAPORAN MAGANG\nDI BIDANG MUTASI\nBADAN KEPEGAWAIAN DAERAH KOTA BATU\nTAHUN 2024",
         "Laporan Magang di Bidang Mutasi Badan Kepegawaian Daerah Kota Batu"),
        ("LAPORAN MAGANG\nPADA KANTOR CABANG II\nFAKULTAS EKONOMI\nUNIVERSITAS NEGERI JAKARTA",
         "Laporan Magang pada Kantor Cabang II"),
        ("DPRD KOTA BATU\nLAPORAN KUNJUNGAN KERJA KOMISI A\nKE KOTA MALANG\nOleh: Tim", "Laporan Kunjungan Kerja Komisi A ke Kota Malang"),
        ("LAPORAN MAGANG\nPENGELOLAAN ARSIP\nUntuk memenuhi salah satu syarat kelulusan\nOleh\nDANI", "Laporan Magang Pengelolaan Arsip"),
        ("LAPORAN MAGANG\nPENGELOLAAN ARSIP\nDIAJUKAN SEBAGAI TUGAS AKHIR\nOleh\nDANI", "Laporan Magang Pengelolaan Arsip"),
        ("LAPORAN STUDI TIRU\nPENYUSUNAN SOP\nUNTUK MEMENUHI STANDAR PELAYANAN\nDI KOTA BATU\nOleh\nDANI",
         "Laporan Studi Tiru Penyusunan Sop untuk Memenuhi Standar Pelayanan di Kota Batu"),
    ],
)  # fmt: skip
def test_a_title_of_several_lines(lines: str, title: str) -> None:
    assert title_of(source(lines), Kind.REPORT) == title


@pytest.mark.parametrize(
    ("masthead", "foot"),
    [
        ("SUARA PESISIR KITA\nBeranda | Daerah\n", ""),
        ("Teluk Biru Mandiri\nDepan :: Daerah :: Kota\n", "Hak cipta 2025 Teluk Biru Mandiri"),
        ("www.telukbiru.co.id\n", ""),
        ("TELUK BIRU MANDIRI\nEdisi Jumat, 12 September 2025\n", "(TBM)"),
        ("Kabar Teluk Biru\nHome › Daerah › Kota\n", ""),
    ],
)
def test_the_name_of_a_paper_is_no_headline(masthead: str, foot: str) -> None:
    text = (
        f"{masthead}Pegawai Arsip Wajo Belajar ke Surabaya\nJumat, 12 September 2025\nSENGKANG, TBM – Dua puluh pegawai Pemerintah Kabupaten Wajo "
        f"menjalani magang di Kota Surabaya selama lima hari.\n{foot}"
    )
    assert title_of(source(text, file_format="txt"), Kind.NEWS) == "Pegawai Arsip Wajo Belajar ke Surabaya"

"""Demo agreements: notes of understanding, cooperation agreements, an addendum."""

from dataclasses import dataclass
from datetime import date

from service.demo.blocks import Block, Break, Document, Head, Items, Text, day, day_in_words


@dataclass(frozen=True)
class Party:
    institution: str
    signer: str
    office: str
    seat: str

    def clause(self, called: str) -> str:
        return (
            f"{self.signer}, {self.office}, berkedudukan di {self.seat}, dalam hal ini bertindak untuk dan atas nama "
            f"{self.institution}, selanjutnya disebut {called}."
        )


SUMBAR = Party(
    "Pemerintah Provinsi Sumatera Barat",
    "Zulhendri Maulana",
    "Gubernur Sumatera Barat",
    "Jalan Jenderal Sudirman Nomor 51, Padang",
)
BPSDM_SUMBAR = Party(
    "Badan Pengembangan Sumber Daya Manusia Provinsi Sumatera Barat",
    "Drs. Armen Saputra, M.Si.",
    "Kepala Badan Pengembangan Sumber Daya Manusia Provinsi Sumatera Barat",
    "Jalan Raya Padang–Indarung, Padang",
)
JATENG = Party(
    "Pemerintah Provinsi Jawa Tengah", "Heru Wicaksana", "Gubernur Jawa Tengah", "Jalan Pahlawan Nomor 9, Semarang"
)
BPSDM_JATENG = Party(
    "Badan Pengembangan Sumber Daya Manusia Daerah Provinsi Jawa Tengah",
    "Dr. Sri Lestariningsih, M.M.",
    "Kepala Badan Pengembangan Sumber Daya Manusia Daerah Provinsi Jawa Tengah",
    "Jalan Setiabudi Nomor 201A, Semarang",
)
KALTENG = Party(
    "Pemerintah Provinsi Kalimantan Tengah",
    "Yansen Tambunan",
    "Gubernur Kalimantan Tengah",
    "Jalan RTA Milono, Palangka Raya",
)
BKPSDM_BANDUNG = Party(
    "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kota Bandung",
    "Rina Kartikasari, S.STP., M.A.P.",
    "Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kota Bandung",
    "Jalan Wastukancana Nomor 2, Bandung",
)
DIY = Party(
    "Pemerintah Daerah Daerah Istimewa Yogyakarta",
    "Raden Mas Adiputra Wiratama",
    "Wakil Gubernur Daerah Istimewa Yogyakarta",
    "Kompleks Kepatihan, Danurejan, Yogyakarta",
)
BANYUWANGI = Party(
    "Pemerintah Kabupaten Banyuwangi",
    "Laila Nurfadhilah, S.Sos.",
    "Bupati Banyuwangi",
    "Jalan Ahmad Yani Nomor 100, Banyuwangi",
)


def _opening(
    kind: str, parties: tuple[Party, Party], title: str, numbers: tuple[str, str], signed: date, place: str
) -> list[Block]:
    first, second = parties
    return [
        Head(kind, centre=True),
        Head("ANTARA", centre=True),
        Head(first.institution.upper(), centre=True),
        Head("DENGAN", centre=True),
        Head(second.institution.upper(), centre=True),
        Head("TENTANG", centre=True),
        Head(title.upper(), centre=True),
        Text(f"NOMOR : {numbers[0]}\nNOMOR : {numbers[1]}", centre=True),
        Text(f"Pada hari ini, {day_in_words(signed)}, bertempat di {place}, kami yang bertanda tangan di bawah ini:"),
        Items((first.clause("PIHAK KESATU"), second.clause("PIHAK KEDUA"))),
        Text(
            "PIHAK KESATU dan PIHAK KEDUA selanjutnya secara bersama-sama disebut PARA PIHAK, "
            "terlebih dahulu menerangkan "
            "bahwa PARA PIHAK berkedudukan setara dan sepakat untuk saling mendukung peningkatan "
            "kualitas penyelenggaraan "
            "pemerintahan daerah."
        ),
    ]


def _pasal(number: int, heading: str, *blocks: Block) -> list[Block]:
    return [Head(f"Pasal {number}", centre=True), Head(heading.upper(), centre=True), *blocks]


def _closing(kind: str, parties: tuple[Party, Party]) -> list[Block]:
    first, second = parties
    return [
        Text(
            f"Demikian {kind} ini dibuat dan ditandatangani dalam rangkap 2 (dua) asli, bermeterai cukup, masing-masing "
            "mempunyai kekuatan hukum yang sama."
        ),
        Head("PIHAK KESATU,"),
        Text(f"{first.office}\n\n{first.signer}"),
        Head("PIHAK KEDUA,"),
        Text(f"{second.office}\n\n{second.signer}"),
    ]


def _pks_jateng() -> Document:
    parties, kind = (BPSDM_SUMBAR, BPSDM_JATENG), "Perjanjian Kerja Sama"
    title = "Pengembangan Kompetensi Aparatur Sipil Negara melalui Magang"
    signed = date(2024, 2, 8)
    return Document(
        "PKS BPSDM Sumbar - BPSDMD Jateng 2024.pdf",
        (
            *_opening(
                "PERJANJIAN KERJA SAMA",
                parties,
                title,
                ("800.1/147/BPSDM-SB/II/2024", "415.4/0392/BPSDMD/2024"),
                signed,
                "Semarang",
            ),
            *_pasal(
                1,
                "Maksud dan Tujuan",
                Text(
                    "(1) Maksud Perjanjian Kerja Sama ini adalah sebagai pedoman bagi PARA PIHAK dalam "
                    "melaksanakan magang "
                    "aparatur sipil negara."
                ),
                Text("(2) Tujuannya adalah meningkatkan kompetensi manajerial dan teknis peserta magang."),
            ),
            *_pasal(
                2,
                "Ruang Lingkup",
                Items(
                    (
                        "penyelenggaraan magang bagi pejabat administrator, pengawas, fungsional dan pelaksana;",
                        "pertukaran narasumber dan pembimbing; dan",
                        "pertukaran kurikulum serta bahan pembelajaran.",
                    ),
                    "a",
                ),
            ),
            Break(),
            *_pasal(
                3,
                "Hak dan Kewajiban",
                Text(
                    "(1) PIHAK KESATU berkewajiban menyampaikan nama peserta paling lambat 30 (tiga puluh) "
                    "hari sebelum magang."
                ),
                Text("(2) PIHAK KEDUA berkewajiban menyediakan tempat magang dan pembimbing bagi peserta."),
            ),
            *_pasal(
                4,
                "Pembiayaan",
                Text("Biaya yang timbul dibebankan pada Anggaran Pendapatan dan Belanja Daerah masing-masing PIHAK."),
            ),
            *_pasal(
                5,
                "Jangka Waktu",
                Text(
                    "(1) Perjanjian Kerja Sama ini berlaku untuk jangka waktu 3 (tiga) tahun terhitung sejak "
                    "tanggal ditandatangani."
                ),
                Text(
                    "(2) Perjanjian Kerja Sama ini dapat diperpanjang atas kesepakatan PARA PIHAK, dengan "
                    "pemberitahuan tertulis "
                    "paling lambat 3 (tiga) bulan sebelum berakhirnya Perjanjian Kerja Sama."
                ),
            ),
            *_pasal(
                6,
                "Monitoring dan Evaluasi",
                Text("PARA PIHAK melaksanakan evaluasi bersama paling sedikit 1 (satu) kali dalam setahun."),
            ),
            *_closing(kind, parties),
        ),
    )


def _mou_jateng() -> Document:
    parties, kind = (SUMBAR, JATENG), "Nota Kesepahaman"
    return Document(
        "Nota Kesepahaman Sumbar - Jateng.docx",
        (
            *_opening(
                "NOTA KESEPAHAMAN",
                parties,
                "Kerja Sama Pembangunan Daerah",
                ("120.23/18/NK/GSB/2023", "019.5/112/X/2023"),
                date(2023, 11, 22),
                "Padang",
            ),
            *_pasal(
                1,
                "Ruang Lingkup",
                Items(
                    (
                        "peningkatan kapasitas sumber daya aparatur;",
                        "pengembangan pemerintahan digital;",
                        "pengendalian inflasi dan perdagangan antardaerah; dan",
                        "pengembangan pariwisata dan ekonomi kreatif.",
                    ),
                    "a",
                ),
            ),
            *_pasal(
                2,
                "Pelaksanaan",
                Text(
                    "Pelaksanaan Nota Kesepahaman ini diatur dalam Perjanjian Kerja Sama antara perangkat "
                    "daerah PARA PIHAK."
                ),
            ),
            *_pasal(
                3,
                "Jangka Waktu",
                Text(
                    "Nota Kesepahaman ini berlaku selama 5 (lima) tahun sejak tanggal ditandatangani oleh PARA PIHAK."
                ),
            ),
            *_closing(kind, parties),
        ),
    )


def _mou_kalteng() -> Document:
    parties, kind = (SUMBAR, KALTENG), "Nota Kesepahaman"
    return Document(
        "MoU Sumatera Barat Kalimantan Tengah.pdf",
        (
            *_opening(
                "NOTA KESEPAHAMAN",
                parties,
                "Peningkatan Tata Kelola Kepegawaian dan Sistem Merit",
                ("120.23/21/NK/GSB/2023", "100.3.7/77/2023"),
                date(2023, 12, 14),
                "Palangka Raya",
            ),
            *_pasal(
                1,
                "Ruang Lingkup",
                Items(("manajemen talenta;", "penilaian kompetensi; dan", "pertukaran data kepegawaian."), "a"),
            ),
            *_pasal(
                2,
                "Jangka Waktu",
                Text("(1) Nota Kesepahaman ini berlaku selama 3 (tiga) tahun terhitung sejak tanggal penandatanganan."),
                Text("(2) Nota Kesepahaman ini dapat diakhiri sebelum jangka waktunya atas kesepakatan PARA PIHAK."),
            ),
            *_closing(kind, parties),
        ),
    )


def _pks_bandung() -> Document:
    parties, kind = (BPSDM_SUMBAR, BKPSDM_BANDUNG), "Perjanjian Kerja Sama"
    return Document(
        "PKS BPSDM Sumbar BKPSDM Kota Bandung.docx",
        (
            *_opening(
                "PERJANJIAN KERJA SAMA",
                parties,
                "Peningkatan Kompetensi Teknis Aparatur Sipil Negara",
                ("800.1/388/BPSDM-SB/VII/2025", "DN.04/1120-BKPSDM/VII/2025"),
                date(2025, 7, 9),
                "Bandung",
            ),
            *_pasal(
                1,
                "Objek",
                Text("Objek Perjanjian Kerja Sama ini adalah pembelajaran terintegrasi bagi aparatur sipil negara."),
            ),
            *_pasal(
                2,
                "Kewajiban",
                Items(
                    (
                        "PIHAK KESATU menugaskan peserta dan menanggung biaya perjalanannya;",
                        "PIHAK KEDUA menyediakan mentor dan akses ruang belajar digital.",
                    ),
                    "a",
                ),
            ),
            *_pasal(
                3,
                "Jangka Waktu",
                Text(
                    "Perjanjian Kerja Sama ini berlaku untuk jangka waktu 2 (dua) tahun sejak ditandatangani "
                    "dan dapat diperpanjang "
                    "sesuai kebutuhan."
                ),
            ),
            *_closing(kind, parties),
        ),
    )


def _kesepakatan_diy() -> Document:
    parties, kind = (SUMBAR, DIY), "Kesepakatan Bersama"
    return Document(
        "Kesepakatan Bersama Sumbar DIY 2023.txt",
        (
            *_opening(
                "KESEPAKATAN BERSAMA",
                parties,
                "Pengembangan Kebudayaan, Pariwisata, dan Kapasitas Aparatur",
                ("120.23/05/KB/GSB/2023", "10/KSB/III/2023"),
                date(2023, 3, 3),
                "Yogyakarta",
            ),
            *_pasal(
                1,
                "Jangka Waktu",
                Text("Kesepakatan Bersama ini berlaku selama 3 (tiga) tahun terhitung sejak tanggal ditandatangani."),
            ),
            *_closing(kind, parties),
        ),
    )


def _pks_banyuwangi() -> Document:
    parties, kind = (BPSDM_SUMBAR, BANYUWANGI), "Perjanjian Kerja Sama"
    return Document(
        "PKS Magang Banyuwangi.pdf",
        (
            *_opening(
                "PERJANJIAN KERJA SAMA",
                parties,
                "Magang Inovasi Pelayanan Publik",
                ("800.1/61/BPSDM-SB/I/2026", "000.4.7/215/429.034/2026"),
                date(2026, 1, 19),
                "Banyuwangi",
            ),
            *_pasal(
                1,
                "Ruang Lingkup",
                Items(
                    ("magang pada Mal Pelayanan Publik;", "pendampingan inovasi desa; dan", "pertukaran data inovasi."),
                    "a",
                ),
            ),
            *_pasal(
                2,
                "Jangka Waktu",
                Text(
                    "Perjanjian Kerja Sama ini mulai berlaku sejak tanggal 19 Januari 2026 sampai dengan "
                    "tanggal 18 Januari 2027 "
                    "dan dapat diperpanjang berdasarkan kesepakatan PARA PIHAK."
                ),
            ),
            *_closing(kind, parties),
        ),
    )


def _addendum() -> Document:
    parties, kind = (BPSDM_SUMBAR, BPSDM_JATENG), "Adendum Kesatu Perjanjian Kerja Sama"
    signed = date(2025, 3, 12)
    return Document(
        "Adendum Kesatu PKS Sumbar Jateng.docx",
        (
            *_opening(
                "ADENDUM KESATU PERJANJIAN KERJA SAMA",
                parties,
                "Pengembangan Kompetensi Aparatur Sipil Negara melalui Magang",
                ("800.1/203/BPSDM-SB/III/2025", "415.4/0518/BPSDMD/2025"),
                signed,
                "Padang",
            ),
            Text(
                f"PARA PIHAK sepakat mengubah Perjanjian Kerja Sama Nomor 800.1/147/BPSDM-SB/II/2024 tanggal {day(date(2024, 2, 8))} "
                "sebagai berikut:"
            ),
            *_pasal(
                1,
                "Perubahan",
                Text(
                    "Jumlah peserta setiap angkatan yang semula 24 (dua puluh empat) orang menjadi 36 (tiga "
                    "puluh enam) orang."
                ),
            ),
            *_closing(kind, parties),
        ),
    )


DOCUMENTS = (
    _pks_jateng(),
    _mou_jateng(),
    _mou_kalteng(),
    _pks_bandung(),
    _kesepakatan_diy(),
    _pks_banyuwangi(),
    _addendum(),
)

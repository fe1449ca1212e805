"""Articles with days to come, links to other news and more than one guest; hosts in a list; who answers a letter."""

from datetime import date

import pytest

from nlp.components.date_lines import in_teaser
from nlp.components.dates import find_dates
from nlp.extract import extract
from nlp.extraction import DateType, Extraction
from tests.nlp.components.documents import source

HEAD = "Belasan ASN Sigi Magang di Kota Malang\nKamis, 20 November 2025 09:10 WIB\n\n"
LEAD = "MALANG – Sebanyak 12 ASN Pemerintah Kabupaten Sigi magang di lingkungan Pemerintah Kota Malang. "


def read(text: str) -> Extraction:
    return extract(source(text).pages)


def programme(text: str) -> tuple[date | None, date | None]:
    told = {fact.type: fact.date for fact in read(text).dates}
    return told.get(DateType.START), told.get(DateType.END)


def parties(text: str) -> set[tuple[str | None, str]]:
    return {(party.role, party.name) for party in read(text).parties}


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        # closed by somebody, the first day told behind it
        ("Program itu ditutup Sekretaris Daerah Kota Malang, Dr. Budi Raharjo, Rabu (19/11/2025). Magang yang dimulai 3 November itu berjalan lancar.\n\n"
         "Wali Kota mengundang Pemkab Sigi menghadiri Festival Topeng, 8 sampai 10 Desember 2025.", date(2025, 11, 3), date(2025, 11, 19)),
        # who came on a day and stayed until another
        ("Rombongan turun dari bus, Senin (17/11) siang, dan belajar di sana hingga Rabu (19/11/2025).\n\n"
         "Dinas Pariwisata Kota Malang akan terbang ke Sigi pada 2–4 April 2026 untuk pawai budaya.", date(2025, 11, 17), date(2025, 11, 19)),
        ("Balai kota ramai sejak pagi pada Senin (17/11). Mereka baru meninggalkan Malang Rabu (19/11) sore.\n\n"
         "Bupati mengundang Pemkot Malang hadir dalam Pesta Danau di Sigi, 8 sampai 10 Desember 2025.", date(2025, 11, 17), date(2025, 11, 19)),
        # opened and closed by somebody, with more between the day and its word
        ("Magang resmi dibuka Asisten Administrasi Umum, Drs. Handoyo, M.Si., Senin (3/11), dan diakhiri dengan pelepasan oleh Sekda, Rabu (19/11).\n\n"
         "Pemkot Malang dijadwalkan membalas kunjungan pada 2-4 Februari 2026.", date(2025, 11, 3), date(2025, 11, 19)),
        ("Para peserta dilepas Kepala BKPSDM, Rabu (19/11/2025). Sejak 3 November mereka ditempatkan di lima perangkat daerah.\n\n"
         "Sebelumnya, pada 12-14 Mei 2025, Pemkab Sigi mengirim tim pendahulu.", date(2025, 11, 3), date(2025, 11, 19)),
        # an earlier internship
        ("Kegiatan yang dibuka pada Senin (10/11) itu ditutup oleh Kepala BKPSDM Kota Malang, Rini Astuti, Rabu (19/11).\n\n"
         "Magang serupa digelar di Kota Batu pada Mei 2024.", date(2025, 11, 10), date(2025, 11, 19)),
    ],
)  # fmt: skip
def test_days_of_an_article_among_days_to_come(told: str, first: date, last: date) -> None:
    assert programme(HEAD + LEAD + told) == (first, last)


@pytest.mark.parametrize(
    "link",
    [
        "Terpopuler\n1. Pemprov Bali studi tiru ke Sleman 6 Oktober 2025\n2. Harga cabai naik",
        "Berita Lainnya\n- Bupati Batu bertandang ke Malang 6 Oktober 2025",
        "Kunjungan Kerja Bupati Batu ke Malang Ditunda hingga 6 Oktober 2025",
    ],
)
def test_links_to_other_news(link: str) -> None:
    text = HEAD + LEAD + "Mereka belajar banyak hal di sana. " * 25 + f"\n{link}\nPeserta pulang dengan senang hati."
    assert in_teaser(text, text.index("6 Oktober"))
    assert not in_teaser(text, text.index("Peserta pulang"))


def test_a_sentence_or_a_row_is_no_headline() -> None:
    text = (
        "x\n" * 400
        + "Waktu Pelaksanaan Magang Pegawai Kabupaten Sigi : 6 Oktober 2025\nPeserta kembali ke Sigi pada 6 Oktober 2025\n"
    )
    assert not any(in_teaser(text, mention.start) for mention in find_dates(text))


@pytest.mark.parametrize(
    "text",
    [
        "mulai hari Senin tanggal 3 sampai dengan hari Jumat tanggal 14 November 2025",
        "pada hari Senin, tanggal 3, sampai dengan hari Jumat, tanggal 14 November 2025",
    ],
)
def test_hari_before_both_days(text: str) -> None:
    assert [(m.first, m.last) for m in find_dates(text)] == [(date(2025, 11, 3), date(2025, 11, 14))]


def test_who_posted_it_stands_before_the_day() -> None:
    text = "12 ASN Sigi Magang di Kota Malang\nDiunggah oleh Tim Humas pada 8 Juli 2025 • Kategori: Berita\n\n" + LEAD
    assert [(d.type, d.date) for d in read(text).dates] == [(DateType.PUBLISHED, date(2025, 7, 8))]


def test_two_guests_of_one_host() -> None:
    text = (
        "Sehari Dua Tamu di Salatiga\nJumat, 19 September 2025 20:11 WIB\n\nSALATIGA – Pagi itu Pemerintah Kota Salatiga menerima rombongan "
        "Pemerintah Kabupaten Sigi, Sulawesi Tengah, yang melakukan studi tiru. Siangnya giliran Pemerintah Kabupaten Agam, Sumatera Barat, "
        "yang datang. Kedua rombongan diterima Sekda Kota Salatiga."
    )
    assert {name for role, name in parties(text) if role == "home"} == {
        "Pemerintah Kabupaten Sigi",
        "Pemerintah Kabupaten Agam",
    }


def test_guests_that_are_listed() -> None:
    text = (
        "Pemkot Malang Sambut Dua Rombongan Studi Tiru\nKamis, 20 November 2025\n\nMALANG – Pemerintah Kota Malang menerima kunjungan dua daerah "
        "sekaligus, Rabu (19/11/2025), yakni Pemerintah Kabupaten Sigi dan Pemerintah Kabupaten Agam. Kedua rombongan belajar pelayanan publik."
    )
    assert parties(text) == {
        ("home", "Pemerintah Kabupaten Sigi"),
        ("home", "Pemerintah Kabupaten Agam"),
        ("host", "Pemerintah Kota Malang"),
    }


def test_hosts_in_a_numbered_list() -> None:
    text = (
        "LAPORAN KUNJUNGAN KERJA\n\nPelaksana\nBadan Penanggulangan Bencana Daerah Kabupaten Sigi\nTujuan\n"
        "1. BPBD Kabupaten Sleman (Sleman)\n2. BPBD Kota Batu (Batu)\nWaktu\n19 s.d. 22 Mei 2025\n\n"
        "Tim BPBD Kabupaten Sigi diterima BPBD Kabupaten Sleman, lalu bergeser ke BPBD Kota Batu."
    )
    assert {name for role, name in parties(text) if role == "host"} == {
        "Badan Penanggulangan Bencana Daerah Kabupaten Sleman",
        "Badan Penanggulangan Bencana Daerah Kota Batu",
    }


def test_a_province_behind_its_towns_is_no_host() -> None:
    text = HEAD.replace("Kota Malang", "Malang dan Batu") + (
        "MALANG – Sebanyak 12 ASN Pemerintah Kabupaten Sigi, Provinsi Sulawesi Tengah, magang. Tempat belajarnya, kata panitia, "
        "berada di lingkungan Pemkab Malang dan Pemkot Batu, Jawa Timur."
    )
    assert "Pemerintah Provinsi Jawa Timur" not in {name for _, name in parties(text)}


def test_people_of_several_offices_are_the_governments() -> None:
    text = (
        "PEMERINTAH KABUPATEN AGAM\nBADAN PERENCANAAN PEMBANGUNAN DAERAH\n\nLAPORAN HASIL STUDI TIRU KE KOTA MALANG\n\n1. PELAKSANAAN\n"
        "Studi tiru berlangsung 6 s.d. 8 November 2024. Tim berjumlah 7 orang: 3 orang dari Bappeda, 2 orang dari Inspektorat, dan 2 orang dari Badan Keuangan. "
        "Tim diterima Sekretaris Daerah Kota Malang dan berdiskusi di Inspektorat Kota Malang serta di Bagian Organisasi Kota Malang."
    )
    assert parties(text) == {("home", "Pemerintah Kabupaten Agam"), ("host", "Pemerintah Kota Malang")}


@pytest.mark.parametrize(
    ("subject", "says"),
    [
        ("Kuota Magang", "jumlah yang dapat kami akomodasi sebanyak 10 orang pada 3 s.d. 14 November 2025"),
        ("Ketersediaan Lokus Magang", "pada prinsipnya kami dapat menyediakan tempat bagi 8 orang pada 3 s.d. 14 November 2025"),
        ("Penerimaan Peserta Magang", "kami tidak keberatan menerima 10 orang pada 3 s.d. 14 November 2025"),
    ],
)  # fmt: skip
def test_an_answer_tells_its_own_days(subject: str, says: str) -> None:
    text = (
        f"PEMERINTAH KOTA MALANG\nSEKRETARIAT DAERAH\n\nNomor : 800/1873\nMalang, 9 Oktober 2025\nHal : {subject}\n\nYth. Bupati Sigi\ndi Sigi\n\n"
        f"Menunjuk surat Saudara Nomor 800/12 tanggal 15 September 2025 tentang permintaan tempat magang bagi 20 aparatur Pemerintah Kabupaten Sigi, {says}.\n\n"
        "Demikian disampaikan.\n\na.n. WALI KOTA MALANG\nSekretaris Daerah\n"
    )
    assert programme(text) == (date(2025, 11, 3), date(2025, 11, 14))
    assert parties(text) == {("host", "Pemerintah Kota Malang"), ("home", "Pemerintah Kabupaten Sigi")}


def test_who_offers_a_place_is_the_host() -> None:
    text = (
        "PEMERINTAH KOTA MALANG\nSEKRETARIAT DAERAH\n\nNomor : 800/1873\nMalang, 9 Oktober 2025\nHal : Kesediaan sebagai Tempat Magang\n\n"
        "Yth. Bupati Sigi\ndi Sigi\n\nMemperhatikan surat Saudara Nomor 800/12 tanggal 15 September 2025 mengenai permohonan tempat magang bagi 15 (lima belas) "
        "pegawai di lingkungan Pemerintah Kabupaten Sigi, Pemerintah Kota Malang tidak berkeberatan. Jumlah pegawai yang dapat diterima adalah 12 orang, "
        "3 sampai dengan 14 November 2025.\n\nDemikian disampaikan.\n\na.n. WALI KOTA MALANG\nSekretaris Daerah\n"
    )
    assert parties(text) == {("host", "Pemerintah Kota Malang"), ("home", "Pemerintah Kabupaten Sigi")}


@pytest.mark.parametrize(
    ("told", "visitor"),
    [
        ("Sekda Kota Malang menyatakan kotanya siap menerima angkatan berikutnya. Ia berharap suatu saat dapat berkunjung ke Bora.", "Pemerintah Kota Malang"),
        ("Rini Astuti memastikan hubungan itu berlanjut. Ia berjanji membawa jajarannya ke Bora pada Desember mendatang.", "Pemerintah Kota Malang"),
    ],
)  # fmt: skip
def test_he_of_the_sentence_before_comes(told: str, visitor: str) -> None:
    opening = "Mereka disambut Wakil Wali Kota Malang Rini Astuti Dewi di balai kota, 3 sampai 14 November 2025.\n\n"
    visits = read(HEAD + LEAD + opening + told).visits
    assert [(visit.visitor, visit.host) for visit in visits] == [(visitor, "Pemerintah Kabupaten Sigi")]


def test_the_days_of_the_story_are_not_those_of_next_year() -> None:
    told = "Mereka berada di Malang sejak Senin (3/11) dan kembali ke Sigi pada Jumat (14/11)."
    assert not read(HEAD + LEAD + told).visits

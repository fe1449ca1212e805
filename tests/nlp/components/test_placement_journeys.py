"""Places of a journey of several stations: who goes where, day by day, part by part; and what only looks like one."""

import pytest

import nlp.pipeline  # registers doc._.source and doc._.facts
from nlp.components.placements import find_placements
from nlp.extraction import Kind
from tests.nlp.components.documents import facts, source

assert nlp.pipeline.COMPONENTS
_HOME, _HOST = "Pemerintah Kabupaten Alor", "Pemerintah Kota Batu"
_SOCIAL, _TAX, _JUNREJO = "Dinas Sosial Kota Batu", "Badan Pendapatan Daerah Kota Batu", "Kecamatan Junrejo Kota Batu"


def _placed(text: str, kind: Kind = Kind.REPORT, home: str = _HOME, host: str = _HOST) -> list[str]:
    return [item.unit for item in find_placements(source(text), facts(kind, home=home, host=host))]


@pytest.mark.parametrize(
    "text",
    [
        "Peserta menyebar ke Dinas Sosial, Bapenda dan Kecamatan Junrejo.",
        "Dua bulan di Dinas Sosial, Bapenda dan Kecamatan Junrejo terasa singkat.",
        "Rombongan lalu menuju Dinas Sosial, Bapenda, dan Kecamatan Junrejo.",
        "Acara dibuka di Balai Kota, dilanjutkan ke Dinas Sosial, Bapenda dan Kecamatan Junrejo.",
        "Tim dipecah tiga: satu ke Dinas Sosial, satu ke Bapenda, satu lagi ke Kecamatan Junrejo.",
        "Pembelajaran dilaksanakan pada Dinas Sosial, Bapenda serta Kecamatan Junrejo.",
        "Sebagian ke Dinas Sosial, sebagian ke Bapenda, sisanya ke Kecamatan Junrejo.",
        "Adapun kantor-kantor atau unit kerja tempat kami belajar ialah Dinas Sosial, Bapenda dan Kecamatan Junrejo.",
        "Sasaran kunjungan: Dinas Sosial; Bapenda; Kecamatan Junrejo",
        "Yang kami datangi: Dinas Sosial, Bapenda, Kecamatan Junrejo",
        "Hari pertama kami disambut di Dinas Sosial. Pada hari kedua tim mendatangi Bapenda. Hari ketiga di Kecamatan Junrejo.",
    ],
)
def test_stations(text: str) -> None:
    assert sorted(_placed(text)) == sorted([_SOCIAL, _TAX, _JUNREJO])


@pytest.mark.parametrize(
    "text",
    [
        "Kiranya rombongan dapat diterima di Dinas Sosial dan Bapenda.",
        "Kami bermaksud berkunjung ke Dinas Sosial serta Bapenda.",
        "Perangkat daerah yang ingin kami kunjungi adalah Dinas Sosial dan Bapenda.",
        "Kami dapat menerima para peserta pada Dinas Sosial (3 orang) dan Bapenda (2 orang).",
    ],
)
def test_a_letter_asks_for_or_grants_places(text: str) -> None:
    assert _placed(text, Kind.LETTER) == [_SOCIAL, _TAX]


@pytest.mark.parametrize(
    "text",
    [
        "Tempatkan petugas di Puskesmas Mebung dan RSUD Kalabahi.",
        "Kami mengusulkan agar Dinas Dukcapil menempatkan petugas di Puskesmas Mebung dan RSUD Kalabahi.",
        "Hari pertama pembukaan di Aula Dinas Sosial. Hari kedua penutupan di Ruang Rapat Bapenda.",
        "Sebagian layanan di Dinas Sosial dan Bapenda masih manual.",
        "Pada hari terakhir Wakil Bupati meninjau Desa Punten serta Desa Tulungrejo.",
        "Di mana kami belajar\n- Kota Batu",
        "Delegasi kedua berkunjung ke Dinas Sosial serta Badan Pendapatan (Bapenda) Kabupaten Malang.",
        "Pemerintah Kota Batu akan berkunjung balik ke Alor untuk melihat Dinas Sosial dan Bapenda.",
    ],
)
def test_no_station(text: str) -> None:
    assert _placed(text) == []


def test_a_second_agency_of_the_hosts_region_written_in_full() -> None:
    home, host = "Dinas Sosial Kabupaten Alor", _SOCIAL
    two = "Magang dilaksanakan 3 s.d. 14 Maret 2025 di Dinas Sosial Kota Batu; sehari di antaranya di Dinas Kesehatan Kota Batu."
    assert _placed(two, home=home, host=host) == [_SOCIAL, "Dinas Kesehatan Kota Batu"]
    wrote = "Magang berlangsung di Dinas Sosial. Kami bersurat kepada Dinas Kesehatan Kota Batu."
    assert _placed(wrote, home=home, host=host) == [_SOCIAL]


def test_figures_said_of_the_first_hold_for_the_others() -> None:
    told = facts(Kind.NEWS, home=_HOME, host=_HOST)
    text = "Mereka dibagi ke dua tempat. Lima orang di Bapenda, dua lainnya di Badan Pusat Statistik Kota Batu."
    found = [(item.unit, item.count) for item in find_placements(source(text), told)]
    assert found == [(_TAX, 5), ("Badan Pusat Statistik Kota Batu", 2)]
    hours = "Dua belas orang berangkat. Pukul 3 di Bapenda ada apel, pukul 4 di Dinas Sosial."
    assert _placed(hours, Kind.NEWS) == []


def test_proposals_repeat_the_loci_by_short_names() -> None:
    who = "| Nama | Belajar di |\n| Ani Wati, S.Sos. | UPTD Panti Werdha |\n| Budi Jaya, S.E. | Bapenda |"
    proposals = "| Lokus | Temuan | Usulan |\n| Panti | Rapi | Bangun panti |\n| Loket | Cepat | Tambah loket |"
    assert _placed(f"{who}\n\nUsulan\n\n{proposals}") == ["UPTD Panti Werdha Kota Batu", _TAX]


def test_a_line_of_units_with_their_heads() -> None:
    home, host = "Sekretariat DPRD Kabupaten Alor", "Sekretariat DPRD Kota Batu"
    line = "Bagian Umum Setwan Kota Batu (2 orang), Perpustakaan DPRD Kota Batu (1 orang)"
    assert len(_placed(line, home=home, host=host)) == 2
    sent = "Bapenda (2 orang), Dinas Sosial (1 orang)"
    assert _placed(sent) == []


def test_chapters_headed_by_units() -> None:
    chapters = "## {}1 Dinas Sosial Kota Batu\nDi sini data warga dipilah.\n## {}2 Bapenda Kota Batu\nPajak dipungut.\n## {}3 Kecamatan Junrejo\nWarga dilayani."
    assert _placed(chapters.format("2.", "2.", "2.")) == [_SOCIAL, _TAX, _JUNREJO]
    other = chapters.format("2.", "2.", "3.")
    assert _placed(other) == [_SOCIAL, _TAX]

"""What letters say of participants, places, advice and figures."""

from datetime import date

import pytest

from nlp.components.indicators import find_indicators
from nlp.components.participants import find_participants
from nlp.components.placements import find_placements
from nlp.components.recommendation_correspondence import is_correspondence
from nlp.components.recommendations import find_recommendations
from nlp.extraction import Kind, Recommendation
from tests.nlp.components.documents import facts, source

AGENCY = "Dinas Sosial Kota Blitar"
CITY = "Pemerintah Kota Blitar"
GUEST = "Pemerintah Kabupaten Ngada"


def places(notation: str, host: str = AGENCY) -> list[tuple[str, int | None]]:
    found = find_placements(source(notation), facts(Kind.LETTER, home=GUEST, host=host, signer="host"))
    return [(item.unit, item.count) for item in found]


def advice(notation: str, **given: date) -> list[Recommendation]:
    return find_recommendations(source(notation), facts(Kind.LETTER, home=GUEST, host=CITY, **given))  # type: ignore[arg-type]


def names(notation: str) -> list[tuple[str, str | None, str | None]]:
    people = find_participants(source(notation), letter=True).people
    return [(person.name, person.position, person.unit) for person in people]


def test_who_has_no_nip_among_those_who_have():
    table = (
        "| No | Nama / NIP | Jabatan | Unit Kerja |\n"
        "| 1 | Maria Bay, S.E. NIP 198706122010012008 | Kasubbag Program | Dinas Sosial |\n"
        "| 2 | Yosef Raga (Non ASN) | Pendamping | Dinas Sosial |"
    )
    assert names(table)[1] == ("Yosef Raga", "Pendamping", "Dinas Sosial")


def test_the_agency_in_brackets_behind_a_name():
    table = "Disampaikan lokus dan mentor peserta:\n| Peserta (Asal) | Lokus | Mentor |\n| Yosef Raga (Bapenda) | Dinas Sosial | Rudi, S.T. |\n| Maria Bay (Distan) | Dinas Sosial | idem |"
    assert names(table) == [("Yosef Raga", None, "Bapenda"), ("Maria Bay", None, "Distan")]
    assert places(table, CITY) == [(AGENCY, 2)]


def test_an_english_list_of_officers():
    table = "| Officer | Home office | Placement with us |\n| Mr Yosef Raga | Planning Agency | Harbour Team |\n| Ms Maria Bay | Planning Agency | Harbour Team |"
    assert [name for name, _, _ in names(table)] == ["Yosef Raga", "Maria Bay"]


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Dua puluh aparatur kami magang di Bali. Kami mengundang Bapak dengan rombongan paling banyak 8 orang.", 8),
        ("We have desk space for five rather than seven officers.", 5),
        ("Gelombang I: 6 s.d. 17 Juli 2026, empat orang.\nGelombang II: 20 s.d. 31 Juli 2026, tiga orang.", 7),
    ],
)
def test_how_many(sentence: str, count: int):
    assert find_participants(source(sentence), letter=True).count == count


def test_parts_of_one_agency_each_with_its_figure():
    sentence = "Dua orang pertama ditempatkan pada Bidang Rehabilitasi Sosial, seorang lagi pada Sekretariat."
    assert places(sentence) == [(f"Bidang Rehabilitasi Sosial {AGENCY}", 2), (f"Sekretariat {AGENCY}", 1)]


def test_wards_named_by_their_kind():
    table = "| Nama | NIP | Tempat magang |\n| Maria Bay | 198706122010012008 | IGD (lantai 1) |\n| Yosef Raga | - | Laboratorium |"
    host = "Rumah Sakit Umum Daerah Mardi Waluyo Kota Blitar"
    assert places(table, host) == [(f"IGD {host}", 1), (f"Laboratorium {host}", 1)]


def test_the_office_of_the_host_who_writes():
    text = "Sebelas arsiparis belajar di kantor kami. Rombongan juga melihat Perpustakaan Desa Tieng dan Taman Bacaan Masyarakat."
    assert next(unit for unit, _ in places(text)) == AGENCY


def test_a_list_of_proposals_names_no_places():
    text = "Lima pegawai magang di Kota Blitar. Kami mengusulkan kepada Bupati:\n1. Dinas Pariwisata menyusun kalender;\n2. Bappeda menetapkan peta jalan."
    assert places(text, CITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Peserta yang kami usulkan berjumlah 9 orang, terdiri atas 2 Pejabat Pengawas dan 7 Pelaksana.",
        "Waktu pelaksanaan yang kami usulkan tanggal 4 s.d. 15 Mei 2026.",
        "Memenuhi surat Bupati hal Permohonan Magang tanggal 12 s.d. 23 Oktober 2026, diberitahukan bahwa:\n- permohonan dapat dipenuhi;\n- penempatan diatur sebagai berikut:\n| Nama / NIP | Ditempatkan pada | Kegiatan | Mentor |\n| Maria Bay 198706122010012008 | Dinas Perdagangan | Pengelolaan Pasar | Suwarno |\n| Yosef Raga 198706122010011009 | Dinas Sosial | Penyaluran bantuan | Tono |",
        "Participants should bring proof of insurance.",
    ],
)
def test_what_arranges_the_stay_is_no_advice(text: str):
    assert advice(text) == []


def test_advice_in_english():
    text = "The officers come from the Environment Agency (DLH).\nWe recommend that the Environment Agency weigh every truck by March 2027.\nThe Environment Agency should publish its figures."
    found = advice(text)
    assert [item.due for item in found] == [date(2027, 3, 31), None]
    assert {item.addressee for item in found} == {"Dinas Lingkungan Hidup Kabupaten Ngada"}


def test_the_journeys_days_are_no_deadline():
    text = "# Rekomendasi Peserta Magang Tahun 2026\n1. Menyusun peta talenta pejabat pengawas;\n2. Menetapkan kamus kompetensi paling lambat 10 Maret 2026."
    assert [item.due for item in advice(text, published=date(2026, 3, 16))] == [None, None]


def test_a_time_on_the_next_line():
    text = "# Rekomendasi\n- Menjadikan magang agenda tetap, mulai\nTriwulan III 2026."
    assert [item.due for item in advice(text)] == [date(2026, 9, 30)]


def test_our_figure_is_the_hosts_who_writes():
    document = source("Sebagai gambaran, nilai SAKIP kami tahun 2025 adalah 84,60 (A).")
    found = find_indicators(document, facts(Kind.LETTER, home=GUEST, host=CITY, signer="host"))
    assert [(item.owner, item.value) for item in found] == [(CITY, "84,60")]


@pytest.mark.parametrize(
    "text",
    [
        "Untuk itu dimohon menunjuk seorang narahubung dan mengirimkan namanya kepada kami sebelum 5 Maret 2026.",
        "Memenuhi permintaan Kepala Dinas Sosial tanggal 3 Februari 2026, laporan hasil magang kami kirim menyusul.",
    ],
)
def test_the_letters_own_business_is_no_advice(text: str):
    assert is_correspondence(text)
    assert advice(text) == []


def test_what_a_letter_advises_is_no_business_of_its_own():
    assert not is_correspondence("Kami usulkan agar Dinas Sosial membuka loket aduan di tiap kecamatan mulai Mei 2026.")
    assert not is_correspondence("Kami sarankan agar Dinas Sosial mengirimkan petugas ke balai yang kami datangi.")
    assert not is_correspondence("Menindaklanjuti surat Saudara, bersama ini kami sampaikan beberapa saran.")

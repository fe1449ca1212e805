"""Teams told part by part, cards of one participant each, counts in two parts and heads of letters, in small whole documents."""

from pathlib import Path

import docx
import pptx
import pytest

from nlp.extract import extract
from nlp.extraction import Extraction
from nlp.pages import Pages, page_of_text
from nlp.readers import read


def _text(text: str) -> Extraction:
    return extract(Pages("surat.txt", "0" * 64, "txt", (page_of_text(1, text),)))


def _people(found: Extraction) -> list[tuple[str, str | None, str | None]]:
    return [(person.name, person.position, person.unit) for person in found.participants.people]


def _groups(found: Extraction) -> list[tuple[str, int]]:
    return [(group.label, group.count) for group in found.participants.groups]


def _placed(found: Extraction) -> list[tuple[str, int | None]]:
    return [(placement.unit, placement.count) for placement in found.placements]


def test_numbered_members_below_the_head_of_their_part(tmp_path: Path) -> None:
    paper = docx.Document()
    for line in ("LAPORAN MAGANG", "Kabupaten Malaka di Kota Semarang", "10 – 21 Maret 2025"):
        paper.add_heading(line, 1)
    paper.add_heading("Susunan kelompok", 2)
    paper.add_paragraph("Kelompok 1 – Dinas Kesehatan Kota Semarang (3 orang)")
    for line in (
        "Maria Bete Seran, S.KM., Kepala Bidang Kesmas, Dinas Kesehatan",
        "Yohanes Klau, NIP 198702262011011006, Epidemiolog Ahli Muda",
        "Agustinus Nahak – pelaksana",
    ):
        paper.add_paragraph(line, style="List Number")
    paper.add_paragraph("Kelompok 2 – Dinas Perhubungan Kota Semarang (2 orang)")
    for line in ("Benediktus Seran, S.T. (Kepala Seksi Lalu Lintas)", "Emilia Hoar, A.Md., Bappelitbang"):
        paper.add_paragraph(line, style="List Number")
    paper.save(str(tmp_path / "kelompok.docx"))
    found = extract(read(tmp_path / "kelompok.docx"))
    assert found.title == "Laporan Magang Kabupaten Malaka di Kota Semarang"
    assert found.participants.count == 5
    assert _groups(found) == [("Kelompok 1", 3), ("Kelompok 2", 2)]
    assert _placed(found) == [("Dinas Kesehatan Kota Semarang", 3), ("Dinas Perhubungan Kota Semarang", 2)]
    assert sorted(_people(found)) == [
        ("Agustinus Nahak", "pelaksana", None),
        ("Benediktus Seran, S.T.", "Kepala Seksi Lalu Lintas", None),
        ("Emilia Hoar, A.Md.", None, "Bappelitbang"),
        ("Maria Bete Seran, S.KM.", "Kepala Bidang Kesmas", "Dinas Kesehatan"),
        ("Yohanes Klau", "Epidemiolog Ahli Muda", None),
    ]


_TEAMS = "LAPORAN STUDI TIRU\nPemerintah Kabupaten Sikka ke Pemerintah Kota Denpasar\n3 s.d. 7 Februari 2025\n\nKami diterima di Pemerintah Kota Denpasar.\n\nPeserta\n"


@pytest.mark.parametrize(
    "heads",
    [
        ("Regu Mawar di Dinas Pariwisata Kota Denpasar", "Regu Melati di RSUD Wangaya"),
        ("Regu Mawar (2 orang), Dinas Pariwisata Kota Denpasar", "Regu Melati (2 orang), RSUD Wangaya"),
        ("Dinas Pariwisata Kota Denpasar: Regu Mawar", "RSUD Wangaya: Regu Melati"),
        ("Regu Mawar | Dinas Pariwisata Kota Denpasar | 2 orang", "Regu Melati | RSUD Wangaya | 2 orang"),
    ],
)
def test_heads_of_parts_in_other_orders(heads: tuple[str, str]) -> None:
    found = _text(
        f"{_TEAMS}{heads[0]}\n- Agnes Nona, S.E.\n- Paulus Bura, analis kebijakan\n"
        f"{heads[1]}\n- dr. Lusia Keraf, Kepala Ruang Anak\n- Yakobus Lado, perawat\n"
    )
    assert _groups(found) == [("Regu Mawar", 2), ("Regu Melati", 2)]
    assert found.participants.count == 4
    assert _placed(found) == [
        ("Dinas Pariwisata Kota Denpasar", 2),
        ("Rumah Sakit Umum Daerah Wangaya Kota Denpasar", 2),
    ]


def test_parts_that_propose_are_no_team() -> None:
    found = _text(f"{_TEAMS}Regu Mawar\n- Membuat kalender acara\n- Melatih pemandu\nRegu Melati\n- Membeli loket\n")
    assert _groups(found) == []
    assert _people(found) == []


def test_a_figure_that_is_not_that_of_the_names_makes_no_part() -> None:
    found = _text(
        f"{_TEAMS}Regu Mawar (6 orang), Dinas Pariwisata Kota Denpasar\n- Agnes Nona, S.E.\n- Paulus Bura, analis\n"
        "Regu Melati (5 orang), RSUD Wangaya\n- dr. Lusia Keraf, Kepala Ruang Anak\n"
    )
    assert ("Regu Mawar", 2) not in _groups(found)


def _deck(path: Path, lead: str, lines: list[tuple[str, str]]) -> Extraction:
    deck = pptx.Presentation()
    slides = [("Magang Pemerintah Kabupaten Ende di Kota Malang", "Ende, Mei 2026")]
    slides += [(f"{lead} {name}", f"{office}\nMelihat: satu aplikasi untuk semua layanan") for name, office in lines]
    for title, body in slides:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = body
    deck.save(str(path / "kartu.pptx"))
    return extract(read(path / "kartu.pptx"))


def test_a_slide_of_ones_own(tmp_path: Path) -> None:
    found = _deck(
        tmp_path,
        "Catatan dari",
        [("Rosalia Wea", "Pranata Komputer Ahli Muda"), ("Ir. Petrus Meno", "Kepala Bidang Jalan")],
    )
    assert _people(found) == [
        ("Rosalia Wea", "Pranata Komputer Ahli Muda", None),
        ("Ir. Petrus Meno", "Kepala Bidang Jalan", None),
    ]


def test_the_number_stands_beside_the_office(tmp_path: Path) -> None:
    found = _deck(
        tmp_path,
        "Meja",
        [("Rosalia Wea", "NIP 198702262011012006, Pranata Komputer"), ("Yan Bele", "Perencana (197810102005011003)")],
    )
    assert [(person.name, person.nip) for person in found.participants.people] == [
        ("Rosalia Wea", "198702262011012006"),
        ("Yan Bele", "197810102005011003"),
    ]
    assert found.participants.count == 2


def test_whom_they_met_has_no_card(tmp_path: Path) -> None:
    found = _deck(
        tmp_path, "Bertemu", [("Budi Raharjo", "Kepala Bidang Jalan"), ("Siti Aisyah", "Sekretaris Dinas Sosial")]
    )
    assert _people(found) == []


_HEAD = "Belajar Sampah ke Banyumas\nBANYUMAS, KOMINFO – "
_AT = " di Kabupaten Banyumas, Selasa (4/3/2025)."


@pytest.mark.parametrize(
    ("sentence", "groups", "count"),
    [
        (
            "Enam pegawai Dinas Lingkungan Hidup Kabupaten Ende beserta lima tokoh adat mengikuti studi tiru",
            [("pegawai Dinas Lingkungan Hidup Kabupaten Ende", 6), ("tokoh adat", 5)],
            11,
        ),
        (
            "Tahap pertama, 8 penyuluh dan 4 perencana Kabupaten Ende magang",
            [("penyuluh", 8), ("perencana", 4)],
            12,
        ),
        ("Enam pegawai Kabupaten Ende bersama dua pendamping mengikuti studi tiru", [], 6),
    ],
)
def test_counts_in_two_parts(sentence: str, groups: list[tuple[str, int]], count: int) -> None:
    found = _text(f"{_HEAD}{sentence}{_AT}\n“Sangat rapi,” kata Camat Wolowaru.\n")
    assert _groups(found) == groups
    assert found.participants.count == count


def test_the_leader_with_an_everyday_office() -> None:
    found = _text(
        f"{_HEAD}Enam pegawai Kabupaten Ende mengikuti studi tiru{_AT}\n“Sangat rapi,” tutur Maria Wea, ketua rombongan yang "
        "sehari-hari menjabat Kepala Bidang Persampahan, Selasa.\n"
    )
    assert _people(found) == [("Maria Wea", "Kepala Bidang Persampahan", None)]


_LETTER = "PEMERINTAH KABUPATEN BULUNGAN\nDINAS PERPUSTAKAAN DAN KEARSIPAN\n{head}\nYth. Kepala Dinas Arsip Kota Salatiga\ndi Salatiga\n\nDengan hormat, kami memohon kiranya Saudara menerima lima orang pegawai kami untuk magang pada 6 sampai 17 April 2026.\nKepala Dinas,\n\nDrs. Amran Usat\n"
_NUMBER, _SUBJECT = "000.5/88/DPK/2026", "Permohonan Magang Pengelolaan Arsip Vital"


@pytest.mark.parametrize(
    "head",
    [
        f"Nomor\nSifat\nLampiran\nPerihal\n: {_NUMBER}\n: Biasa\n: -\n: Permohonan Magang Pengelolaan\nArsip Vital\nTanjung Selor, 2 Maret 2026",
        f"Tanjung Selor, 2 Maret 2026\nNomor\nHal\nLampiran\n: {_NUMBER}\n: {_SUBJECT}\n: 1 lembar",
        f"Nomor : {_NUMBER}\nHal : {_SUBJECT}\nTanjung Selor, 2 Maret 2026",
    ],
)
def test_the_subject_behind_the_labels(head: str) -> None:
    assert _text(_LETTER.format(head=head)).title == _SUBJECT


def test_the_subject_beside_the_addressee() -> None:
    letter = (
        f"PEMERINTAH KABUPATEN BULUNGAN\nNomor : {_NUMBER} Tanjung Selor, 2 Maret 2026\nHal : Permohonan Magang Pengelolaan Yth. Kepala Dinas Arsip\n"
        "Arsip Vital u.p. Sekretaris Dinas di Salatiga\nDengan hormat, kami memohon kiranya lima pegawai kami dapat magang pada 6 sampai 17 April 2026.\n"
        "Kepala Dinas,\nDrs. Amran Usat\n"
    )
    assert _text(letter).title == _SUBJECT


def test_what_a_reply_grants_behind_its_days() -> None:
    letter = _LETTER.format(head=f"Nomor : {_NUMBER}\nHal : Jawaban atas Permohonan Magang\n2 Maret 2026")
    letter = letter.replace(
        "kami memohon kiranya Saudara menerima lima orang pegawai kami untuk magang pada 6 sampai 17 April 2026",
        "Saudara meminta agar 9 orang arsiparis dapat magang. Magang dapat kami terima pada tanggal 6 sampai 17 April 2026, untuk 4 (empat) orang",
    )
    assert _text(letter).participants.count == 4


_BACK = f"{_HEAD}Enam pegawai Kabupaten Ende mengikuti studi tiru{_AT}\n"


@pytest.mark.parametrize(
    ("said", "back", "when"),
    [
        ("Kami akan menengok ke Ende, kira-kira akhir tahun 2025", False, "akhir tahun 2025"),
        ("Oktober nanti kami balas ke sana", True, "Oktober nanti"),
    ],
)
def test_roughly_said_visits_in_return(said: str, back: bool, when: str) -> None:
    found = _text(f"{_BACK}Wakil Bupati Banyumas Dwi Laksana berpesan agar pulang membawa ilmu. “{said},” katanya.\n")
    assert [(visit.visitor, visit.host, visit.reciprocal, visit.when_text) for visit in found.visits] == [
        ("Pemerintah Kabupaten Banyumas", "Pemerintah Kabupaten Ende", back, when)
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Pemerintah Kabupaten Banyumas belum menjanjikan kunjungan ke Ende.",
        "“Tahun lalu kami sudah menengok ke Ende,” kata Wakil Bupati Banyumas Dwi Laksana.",
    ],
)
def test_no_visit_to_come(said: str) -> None:
    assert _text(f"{_BACK}{said}\n").visits == ()


def test_the_day_of_a_release_stands_above_its_signature() -> None:
    found = _text(
        "SIARAN PERS\nNomor: 480/12/KOMINFO/2026\nENDE DAN BANYUMAS SEPAKAT BELAJAR SAMPAH\nBANYUMAS -- Enam pegawai Kabupaten Ende mengikuti studi tiru di "
        "Kabupaten Banyumas, Selasa, 3 Maret 2026. “Sangat rapi,” kata Bupati Ende.\nEnde, 4 Maret 2026\nKepala Dinas Kominfo,\nttd.\nAnton Seda\n"
    )
    assert [str(fact.date) for fact in found.dates if fact.type.value == "published"] == ["2026-03-04"]

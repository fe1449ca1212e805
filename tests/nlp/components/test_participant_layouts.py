"""Participants and their places in layouts of many offices: read from plain text as a whole."""

import pytest

from nlp.extract import extract
from nlp.extraction import Extraction
from nlp.pages import Pages, page_of_text

_TITLE = "LAPORAN MAGANG APARATUR PEMERINTAH KABUPATEN LEBONG\nDI PEMERINTAH KABUPATEN BANTUL\n\n"


def _read(text: str) -> Extraction:
    return extract(Pages("laporan.txt", "0" * 64, "txt", (page_of_text(1, _TITLE + text),)))


def _names(extraction: Extraction) -> list[str]:
    return [person.name for person in extraction.participants.people]


def _placed(extraction: Extraction) -> list[tuple[str, int | None]]:
    return [(placement.unit.removesuffix(" Kabupaten Bantul"), placement.count) for placement in extraction.placements]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "I. PELAKSANA\nKegiatan diikuti oleh:\n1. Ir. Mulyo, M.T. (Inspektur)\n2. Siti Aminah, A.Md. (Auditor)\n",
            ["Ir. Mulyo, M.T.", "Siti Aminah, A.Md."],
        ),
        (
            "Peserta magang dari Dinas Sosial adalah Sdr. Rahmad Zaini, S.ST. (Kasi), Sdri. Wulan Permata, S.T. (Staf), dan Sdr. Dedi Kurnia.",
            ["Rahmad Zaini, S.ST.", "Wulan Permata, S.T.", "Dedi Kurnia"],
        ),
        (
            "Tim beranggotakan tiga orang, yakni Andi Basri, S.H., M.H. selaku ketua, Hasni, S.H., dan Syamsul Bahar.",
            ["Andi Basri, S.H., M.H.", "Hasni, S.H.", "Syamsul Bahar"],
        ),
    ],
)
def test_names_behind_lead_ins_and_titles(text: str, names: list[str]) -> None:
    assert _names(_read(text)) == names


def test_people_below_the_unit_where_each_works() -> None:
    read = _read(
        "Pembagian lokus:\n\n1. DINAS PENANAMAN MODAL DAN PTSP\n   - Rusdi Hamid, S.E.\n   - Maya Sarita, S.H.\n"
        "2. DINAS SOSIAL\n   - Nurul Aini, S.T.\n"
    )
    assert _names(read) == ["Rusdi Hamid, S.E.", "Maya Sarita, S.H.", "Nurul Aini, S.T."]
    assert _placed(read) == [("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", 2), ("Dinas Sosial", 1)]


@pytest.mark.parametrize(
    ("text", "placed"),
    [
        (
            "Kelompok A di Dinas Pertanian, kelompok B di Dinas Pariwisata.",
            [("Dinas Pertanian", None), ("Dinas Pariwisata", None)],
        ),
        (
            "Unit kerja yang ditempati ialah Dinas Kebudayaan dan Dinas Sosial.",
            [("Dinas Kebudayaan", None), ("Dinas Sosial", None)],
        ),
        (
            "Empat orang di antaranya ditempatkan di Dinas Sosial, dan tiga lainnya di Dinas Pariwisata.",
            [("Dinas Sosial", 4), ("Dinas Pariwisata", 3)],
        ),
        (
            "| Lokus | Jumlah (orang) |\n| Dinas Sosial | 6 |\n| Dinas Pariwisata | 4 |\n",
            [("Dinas Sosial", 6), ("Dinas Pariwisata", 4)],
        ),
    ],
)
def test_places_in_sentences_and_columns(text: str, placed: list[tuple[str, int | None]]) -> None:
    assert _placed(_read(text)) == placed


@pytest.mark.parametrize(
    ("text", "count", "groups"),
    [
        (
            "Peserta: enam pegawai, masing-masing dua orang dari Sekretariat dan empat orang dari Bidang Pajak.",
            6,
            [("Sekretariat", 2), ("Bidang Pajak", 4)],
        ),
        (
            "Peserta magang sebanyak 8 orang: dokter 2 orang, perawat 5 orang dan sanitarian 1 orang.",
            8,
            [("dokter", 2), ("perawat", 5), ("sanitarian", 1)],
        ),
    ],
)
def test_parts_of_a_whole(text: str, count: int, groups: list[tuple[str, int]]) -> None:
    read = _read(text).participants
    assert (read.count, [(group.label, group.count) for group in read.groups]) == (count, groups)


def test_the_end_of_a_nip_begins_no_row() -> None:
    read = _read(
        "DAFTAR PESERTA\nNO | NAMA DAN NIP | JABATAN | OPD\n"
        "1 | AGUSTINA RUMBI, S.E. NIP. 19790817 200501 2 010 | Kabid | BPKAD\n"
        "2 | LUKAS MANDA, S.Sos. NIP. 19820404 200801 1 011 | Kasubbag | BKPSDM\n"
    )
    assert [(person.name, person.unit) for person in read.participants.people] == [
        ("AGUSTINA RUMBI, S.E.", "BPKAD"),
        ("LUKAS MANDA, S.Sos.", "BKPSDM"),
    ]


def test_names_behind_their_unit_and_fields_on_one_line() -> None:
    behind = _read("Peserta disebar ke perangkat daerah:\nDinas Sosial: Herman, S.E. dan Lilis Suryani\n")
    assert _names(behind) == ["Herman, S.E.", "Lilis Suryani"]
    fields = _read("Peserta\n1. Nama: Rusli Taher, S.Pd. / Jabatan: Kabid\n2. Nama: Abdul Gani / Jabatan: Staf\n")
    assert _names(fields) == ["Rusli Taher, S.Pd.", "Abdul Gani"]

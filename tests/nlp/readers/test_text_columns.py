"""Signatures and letter heads that plain text sets side by side."""

from nlp.readers.letter_head import parted_head
from nlp.readers.signature_columns import parted


def filled(lines: list[str]) -> list[str]:
    return [line for line in lines if line]


def test_signatures_side_by_side_are_read_column_by_column() -> None:
    body = ["Pasal 1", "PARA PIHAK sepakat bekerja sama."]
    lines = [
        *body,
        "      PIHAK KEDUA,                        PIHAK KESATU,",
        "   a.n. BUPATI MAROS                 WALI KOTA SALATIGA",
        "   Sekretaris Daerah,",
        "",
        "   ANI RAHMA, S.E.                      BUDI HARTONO",
        "   NIP 19710412 199803 1 005",
    ]
    assert filled(parted(lines)) == [
        *body,
        "PIHAK KEDUA,",
        "a.n. BUPATI MAROS",
        "Sekretaris Daerah,",
        "ANI RAHMA, S.E.",
        "NIP 19710412 199803 1 005",
        "PIHAK KESATU,",
        "WALI KOTA SALATIGA",
        "BUDI HARTONO",
    ]


def test_a_table_is_no_block_of_signatures() -> None:
    lines = [
        "Judul",
        "No   Kegiatan            Penanggung Jawab",
        "1    Pelatihan           Dinas Sosial",
        "2    Magang              BKPSDM",
    ]
    assert parted(lines) == lines


def test_a_letters_head_in_two_columns_keeps_the_addressee_together() -> None:
    lines = [
        "Nomor     : 660/318/2025                  Kepada",
        "Hal       : Permohonan Magang             Yth. Kepala Dinas Sosial",
        "                                               Kota Balikpapan",
        "",
        "        Sehubungan dengan rencana itu kami mohon.",
    ]
    assert filled(parted_head(lines)) == [
        "Nomor     : 660/318/2025",
        "Hal       : Permohonan Magang",
        "Kepada",
        "Yth. Kepala Dinas Sosial",
        "Kota Balikpapan",
        "        Sehubungan dengan rencana itu kami mohon.",
    ]

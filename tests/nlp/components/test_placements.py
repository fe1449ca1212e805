from nlp.components.placements import find_placements
from nlp.extraction import Kind
from tests.nlp.components.documents import facts, source

SUMBAR = "Pemerintah Provinsi Sumatera Barat"
JATIM = "Pemerintah Provinsi Jawa Timur"


def units(
    notation: str, kind: Kind = Kind.REPORT, *, host: str = JATIM, home: str = SUMBAR, parties: tuple[str, ...] = ()
) -> list[tuple[str, int | None]]:
    document = source(notation)
    return [
        (item.unit, item.count)
        for item in find_placements(document, facts(kind, home=home, host=host, parties=parties))
    ]


def test_a_list_in_a_sentence_takes_the_region_of_the_host():
    sentence = "Para ASN Pemprov Sumbar disebar di OPD Pemprov Jatim. Yakni BKD, Dinas Peternakan, Inspektorat serta Biro Organisasi."
    assert [unit for unit, _ in units(sentence, Kind.NEWS)] == [
        "Badan Kepegawaian Daerah Provinsi Jawa Timur",
        "Dinas Peternakan Provinsi Jawa Timur",
        "Inspektorat Provinsi Jawa Timur",
        "Biro Organisasi Sekretariat Daerah Provinsi Jawa Timur",
    ]


def test_bullets_below_a_lead_in():
    notation = "ASN Pemprov Sumbar mengikuti magang di berbagai instansi meliputi:\n- Badan Kepegawaian Daerah (BKD),\n- Dinas Peternakan, serta\n- Dinas Perhubungan.\nJazuli menilai kegiatan itu penting."
    assert [unit for unit, _ in units(notation, Kind.NEWS)] == [
        "Badan Kepegawaian Daerah Provinsi Jawa Timur",
        "Dinas Peternakan Provinsi Jawa Timur",
        "Dinas Perhubungan Provinsi Jawa Timur",
    ]


def test_a_column_of_loci_counts_its_rows():
    table = "# Peserta\n| No | Nama | Asal | Lokus |\n| 1 | Ani Sari, S.E. | BKD Provinsi Sumatera Barat | BKD Provinsi Jawa Timur |\n| 2 | Budi Jaya, S.H. | BKD Provinsi Sumatera Barat | BKD Provinsi Jawa Timur |\n| 3 | Cici Ayu | Dinas Sosial Provinsi Sumatera Barat | Dinas Sosial Provinsi Jawa Timur |"
    assert units(table) == [
        ("Badan Kepegawaian Daerah Provinsi Jawa Timur", 2),
        ("Dinas Sosial Provinsi Jawa Timur", 1),
    ]


def test_the_host_agency_itself_is_the_place():
    host = "Badan Kepegawaian Daerah Provinsi Jawa Timur"
    assert units("Magang dilaksanakan di BKD Provinsi Jawa Timur.", host=host) == [(host, None)]


def test_a_host_government_without_units_gives_none():
    assert units("Rombongan diterima di Surabaya.", Kind.NEWS) == []


def test_an_agreement_without_a_column_of_loci_has_none():
    assert units("Magang dilaksanakan di BKD Provinsi Jawa Timur.", Kind.AGREEMENT, parties=(SUMBAR, JATIM)) == []

"""Who is home and who is host in letters that thank, invite back, confirm or withdraw."""

import pytest

from nlp.extract import extract
from nlp.extraction import Extraction
from tests.nlp.components.documents import source


def roles(found: Extraction) -> dict[str, str]:
    return {party.role: party.name for party in found.parties}


def days(found: Extraction) -> dict[str, str]:
    return {fact.type.value: fact.date.isoformat() for fact in found.dates}


def read(text: str) -> Extraction:
    return extract(source(text).pages)


def test_a_host_thanks_those_who_sent_their_people():
    found = read("""PEMERINTAH KABUPATEN KULON PROGO
DINAS PERPUSTAKAAN DAN KEARSIPAN
Wates, 8 Juli 2026
Nomor : 000.4/221/DPK
Hal : Ucapan Terima Kasih
Yth. Kepala Dinas Perpustakaan dan Kearsipan Kabupaten Sambas
di Sambas
Kami berterima kasih karena Saudara telah mengutus empat pustakawan untuk belajar di kantor kami selama dua pekan.
Demikian kami sampaikan.
KEPALA DINAS,
Drs. HERU SETYAWAN
NIP. 19690817 199503 1 002""")
    assert roles(found) == {
        "host": "Dinas Perpustakaan dan Kearsipan Kabupaten Kulon Progo",
        "home": "Dinas Perpustakaan dan Kearsipan Kabupaten Sambas",
    }


def test_the_head_of_an_inspectorate_stands_for_it():
    found = read("""PEMERINTAH KABUPATEN ENREKANG
INSPEKTORAT DAERAH
Enrekang, 11 Mei 2026
Nomor : 700/155/ITDA/V/2026
Perihal : Penarikan Peserta Magang
Yth. Inspektur Kota Bogor
di Bogor
Para auditor yang kami titipkan untuk belajar di kantor Bapak sejak 20 April 2026 kami tarik kembali.
Demikian, terima kasih.
INSPEKTUR,
HASANUDDIN, S.E.
NIP. 19720409 199803 1 004""")
    assert roles(found) == {"home": "Inspektorat Daerah Kabupaten Enrekang", "host": "Inspektorat Kota Bogor"}


def test_what_is_signed_for_the_regent_comes_from_the_government():
    found = read("""PEMERINTAH KABUPATEN BULELENG
BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA
Singaraja, 2 Maret 2026
Nomor : 800/91/BKPSDM
Hal : Permohonan Magang
Yth. Bupati Sleman
di Sleman
Kami mohon kesediaan Bapak menerima enam pegawai kami untuk magang pada tanggal 6 s.d. 17 April 2026.
Demikian, atas bantuan Bapak kami ucapkan terima kasih.
a.n. BUPATI BULELENG
SEKRETARIS DAERAH,
GEDE SUARTAMA, S.STP.
NIP. 19750212 199412 1 001""")
    assert roles(found) == {"home": "Pemerintah Kabupaten Buleleng", "host": "Pemerintah Kabupaten Sleman"}


def test_a_return_visit_to_which_a_letter_invites():
    found = read("""BUPATI BANTAENG
Bantaeng, 1 September 2026
Nomor : 000.7/410/SETDA
Perihal : Undangan Kunjungan Balasan
Yth. Bapak Bupati Bantul
di Bantul
Selama 9 aparatur kami belajar di daerah Bapak pada tanggal 4 s.d. 8 Mei 2026, kami disambut dengan hangat.
Untuk itu kami mengundang Bapak melakukan kunjungan balasan ke Kabupaten Bantaeng pada:
hari, tanggal
: Selasa s.d. Kamis, 6 s.d. 8 Oktober 2026
tempat
: Balai Kartini Bantaeng
Demikian undangan ini kami sampaikan.
BUPATI BANTAENG,
Dr. ANDI FACHRI, M.Si.""")
    assert roles(found) == {"host": "Pemerintah Kabupaten Bantaeng", "home": "Pemerintah Kabupaten Bantul"}
    assert (days(found)["start"], days(found)["end"]) == ("2026-10-06", "2026-10-08")
    visits = [(visit.visitor, visit.host, visit.reciprocal) for visit in found.visits]
    assert visits == [("Pemerintah Kabupaten Bantul", "Pemerintah Kabupaten Bantaeng", True)]


@pytest.mark.parametrize(
    ("said", "visitor", "host"),
    [
        (
            "Direktur kami berencana datang menjenguk peserta pada Kamis, 30 Juli 2026.",
            "Pemerintah Kabupaten Nagekeo",
            "Pemerintah Kota Surabaya",
        ),
        (
            "Bupati telah meminta agar tim Pemerintah Kota Surabaya berkunjung ke Kabupaten Nagekeo pada Oktober 2026.",
            "Pemerintah Kota Surabaya",
            "Pemerintah Kabupaten Nagekeo",
        ),
    ],
)
def test_a_letter_about_an_internship_announces_a_visit_beside_it(said: str, visitor: str, host: str):
    found = read(f"""BUPATI NAGEKEO
Mbay, 9 Juni 2026
Nomor : 800/88/SETDA
Hal : Permohonan Magang
Yth. Wali Kota Surabaya
di Surabaya
Kami mohon kesediaan Bapak menerima enam pegawai kami untuk magang pada tanggal 6 s.d. 17 Juli 2026.
{said}
Demikian, terima kasih.
BUPATI NAGEKEO,
dr. YOHANES DON BOSCO""")
    assert [(visit.visitor, visit.host) for visit in found.visits] == [(visitor, host)]


def test_whoever_chooses_among_the_offered_days_sends_the_people():
    found = read("""PEMERINTAH KABUPATEN NAGEKEO
RUMAH SAKIT UMUM DAERAH AERAMO
Mbay, 9 Juni 2026
Nomor : 445/88/RSUD-AE/VI/2026
Kepada Yth.
Direktur RSUD dr. Soetomo Kota Surabaya
di Surabaya
Perihal : Konfirmasi Jadwal dan Nama Peserta Magang
Waktu yang Bapak tawarkan (15 s.d. 26 Juni atau 6 s.d. 17 Juli 2026) telah kami bicarakan. Magang kami laksanakan pada tanggal 6 s.d. 17 Juli 2026.
Demikian, terima kasih.
DIREKTUR,
dr. EMERENSIANA WEA
NIP. 19780304 200604 2 011""")
    assert [party.role for party in found.parties] == ["home", "host"]
    assert (days(found)["start"], days(found)["end"]) == ("2026-07-06", "2026-07-17")


def test_a_note_within_one_house_names_where_its_people_have_been():
    found = read("""PEMERINTAH KOTA MADIUN
BADAN PERENCANAAN PEMBANGUNAN DAERAH
NOTA DINAS
Kepada : Yth. Sekretaris Daerah Kota Madiun
Dari : Kepala Bappeda
Tanggal : 14 April 2026
Hal : Hasil Job Shadowing Staf Bappeda
-----------------------------------------
Dua orang staf kami telah menjalani magang (job shadowing) di Dinas Komunikasi dan Informatika Kota Madiun dari tanggal 2 s.d. 13 Maret 2026.
Demikian dilaporkan.
KEPALA BAPPEDA,
Ir. SUWANDI, M.T.
NIP. 19701112 199703 1 006""")
    assert found.title == "Hasil Job Shadowing Staf Bappeda"
    assert roles(found) == {
        "home": "Badan Perencanaan Pembangunan Daerah Kota Madiun",
        "host": "Dinas Komunikasi dan Informatika Kota Madiun",
    }


def test_the_mark_of_a_form_letter_is_no_part_of_the_office():
    found = read("""PEMERINTAH PROVINSI MALUKU UTARA
DINAS PERHUBUNGAN
Sofifi, 14 September 2026
Nomor : 550/96/DISHUB
Hal : Permohonan Magang
Yth. Kepala Dinas Perhubungan Provinsi Bali
di Denpasar
Kami mohon kesediaan Saudara menerima dua pegawai kami untuk magang pada tanggal 5 s.d. 9 Oktober 2026.
Demikian, terima kasih.
Plt. KEPALA DINAS,

${ttd_pengirim}

MUHLIS TOMAGOLA, S.T.
NIP 197811042005011007""")
    signer = found.parties[0].representative
    assert signer is not None
    assert (signer.name, signer.position) == ("MUHLIS TOMAGOLA, S.T.", "Plt. KEPALA DINAS")

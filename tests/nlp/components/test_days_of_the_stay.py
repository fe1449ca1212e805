"""Which of several spans is the stay's own, and who is who, where a letter, an order, an article or minutes name more than one."""

from datetime import date

from nlp.extract import extract
from nlp.extraction import DateType, Extraction, Kind
from tests.nlp.components.documents import source


def read(text: str) -> Extraction:
    return extract(source(text).pages)


def days(found: Extraction) -> tuple[date | None, date | None]:
    told = {fact.type: fact.date for fact in found.dates}
    return told.get(DateType.START), told.get(DateType.END)


def sides(found: Extraction) -> dict[str | None, str]:
    return {party.role: party.name for party in found.parties}


HEAD = "PEMERINTAH KABUPATEN LUMAJANG\nDINAS SOSIAL\n\nLumajang, 3 Maret 2025\n\nNomor : 400/211/2025\nHal : {}\n\nYth. {}\n\n"
FOOT = "\n\nDemikian disampaikan.\n\nKepala Dinas Sosial,\n\nDrs. Mustofa Hadi, M.Si.\nPembina\nNIP 197003121995031004"


def test_a_letter_of_thanks_tells_the_stay_that_is_over() -> None:
    body = (
        "Tiga hari di Kota Madiun, 11 hingga 13 Februari 2025, membuka mata kami. Terima kasih atas sambutan Saudara. "
        "Kini giliran kami menanti: kami mengharapkan Saudara beserta jajaran hadir di Lumajang pada 5 s.d. 6 Mei 2025."
    )
    found = read(
        HEAD.format("Ucapan Terima Kasih dan Undangan", "Kepala Dinas Sosial Kota Madiun\ndi Madiun") + body + FOOT
    )
    assert days(found) == (date(2025, 2, 11), date(2025, 2, 13))
    assert sides(found) == {"home": "Dinas Sosial Kabupaten Lumajang", "host": "Dinas Sosial Kota Madiun"}


def test_a_host_may_thank_too() -> None:
    body = "Terima kasih atas kunjungan Saudara ke Lumajang pada 11 s.d. 13 Februari 2025."
    found = read(HEAD.format("Ucapan Terima Kasih", "Kepala Dinas Sosial Kota Madiun\ndi Madiun") + body + FOOT)
    assert sides(found) == {"host": "Dinas Sosial Kabupaten Lumajang", "home": "Dinas Sosial Kota Madiun"}


def test_other_days_than_those_that_were_asked_for() -> None:
    body = (
        "Membalas surat Wali Kota Madiun Nomor 5/6 tanggal 12 Februari 2025 yang memohon agar sepuluh orang diterima, 9 sampai dengan 12 April 2025, "
        "permohonan dapat kami kabulkan dengan penyesuaian.\n\n1. Waktu: 17 dan 18 April 2025, bukan tanggal yang dimohonkan.\n2. Jumlah: delapan orang."
    )
    found = read(HEAD.format("Jawaban Permohonan Kunjungan", "Wali Kota Madiun\ndi Madiun") + body + FOOT)
    assert days(found) == (date(2025, 4, 17), date(2025, 4, 18))


def test_a_note_on_guests_who_would_like_to_come() -> None:
    text = (
        "PEMERINTAH KOTA TARAKAN\nSEKRETARIAT DAERAH\nBAGIAN UMUM\n\nNOTA DINAS\n\nKepada Yth. : Wali Kota Tarakan\nDari : Kepala Bagian Umum\n"
        "Tanggal : 13 Juli 2026\nNomor : 107/2026\nHal : Rencana Kedatangan Pemerintah Kota Palu\n\n"
        "Wali Kota Palu melalui surat Nomor 100/489 tanggal 2 Juli 2026 menyampaikan hasrat untuk menimba pengalaman di Tarakan pada 4–5 Agustus 2026.\n\n"
        "Tanggal itu jatuh bersamaan dengan rapat paripurna. Hari yang longgar adalah Rabu–Kamis, 26–27 Agustus 2026.\n\n"
        "Mohon arahan.\n\nKepala Bagian Umum,\n\nYulius Parinding, S.STP.\nNIP 198007072000121003"
    )
    found = read(text)
    assert days(found) == (date(2026, 8, 26), date(2026, 8, 27))
    assert sides(found) == {"host": "Pemerintah Kota Tarakan", "home": "Pemerintah Kota Palu"}


def test_an_order_is_signed_below_its_list_and_tells_the_whole_stay() -> None:
    text = (
        "PEMERINTAH KABUPATEN SIGI\nSEKRETARIAT DAERAH\n\nSURAT TUGAS\nNomor : 800/1044/2026\n\nDasar : Surat Wali Kota Palu Nomor 1/2 tanggal 24 Agustus 2026\n\n"
        "MENUGASKAN\nKepada :\nRina Ahoren, S.E. 198603142010042003\nAnalis Pajak\nBapenda\nHans Tolego, S.STP. 199505182017081001\nSekretaris Kecamatan\n"
        "Kecamatan Dolo\nuntuk:\n1. Mengikuti magang di Pemerintah Kota Palu mulai tanggal 5 Oktober sampai dengan 30 Oktober 2026.\n"
        "Selama magang, Sekretaris Daerah bermaksud menengok para peserta pada 21 dan 22 Oktober 2026.\n\n"
        "Ditetapkan di Sigi\npada tanggal 21 September 2026 Pj. SEKRETARIS DAERAH,\n\nYosak Rumbia, S.Pd., M.M.\nNIP 197001151996101001"
    )
    found = read(text)
    assert days(found) == (date(2026, 10, 5), date(2026, 10, 30))
    signer = next(party.representative for party in found.parties if party.role == "home")
    assert signer is not None
    assert (signer.name, signer.position) == ("Yosak Rumbia, S.Pd., M.M.", "Pj. SEKRETARIS DAERAH")


ARTICLE = (
    "Pamit dari Batam, 14 ASN Sigi Titip Catatan{}\n\nBATAM - Empat belas pegawai Pemerintah Kabupaten Sigi menutup masa magangnya di lingkungan "
    "Pemerintah Kota Batam dalam acara sederhana di lantai empat Kantor Wali Kota, Jumat (21/11). Mereka datang Senin (3/11) dan disebar ke tiga dinas.\n\n"
    '"Tanggal 9 sampai 11 Februari kami ada pekan kopi. Bapak-Ibu, silakan datang," katanya.\n\nBERITA LAIN\nBupati Studi Tiru ke Palu (20/11/2025)'
)


def test_an_article_on_a_closing() -> None:
    found = read(ARTICLE.format(" Diposkan Sabtu, 22/11/2025 oleh admin_kominfo"))
    assert days(found) == (date(2025, 11, 3), date(2025, 11, 21))
    assert found.title == "Pamit dari Batam, 14 ASN Sigi Titip Catatan"
    assert date(2025, 11, 22) in {fact.date for fact in found.dates if fact.type is DateType.PUBLISHED}


def test_a_headline_may_speak_of_what_comes_out() -> None:
    headline = "Magang di Batam: Izin Toko Terbit 3 Jam, Sigi Belajar"
    assert read(ARTICLE.replace("Pamit dari Batam, 14 ASN Sigi Titip Catatan{}", headline)).title == headline


def test_minutes_of_a_call_that_prepares_a_visit() -> None:
    text = (
        "NOTULEN RAPAT DARING\nPenyiapan Kunjungan Belajar Kesiapsiagaan Tsunami\n\nHari, tanggal : Senin, 8 September 2025\nMedia : Zoom, tautan dari BPBD Kabupaten "
        "Pandeglang\nHadir : 11 orang\n\n1. Pembahasan\nPeserta menyepakati waktu.\n\n2. Kesimpulan\nKunjungan BPBD Kota Palu ke BPBD Kabupaten Pandeglang tanggal "
        "14–16 Oktober 2025. Kunjungan balik tahun depan.\n\n3. Tindak lanjut\n1. Mengirim daftar nama (Palu, 26 September 2025)"
    )
    found = read(text)
    assert (found.kind, found.title, found.place) == (
        Kind.OTHER,
        "Penyiapan Kunjungan Belajar Kesiapsiagaan Tsunami",
        None,
    )
    assert sides(found) == {
        "home": "Badan Penanggulangan Bencana Daerah Kota Palu",
        "host": "Badan Penanggulangan Bencana Daerah Kabupaten Pandeglang",
    }


def test_the_section_below_its_secretariat_writes() -> None:
    text = (
        "PEMERINTAH KABUPATEN SIGI\nSEKRETARIAT DAERAH\nBAGIAN ORGANISASI\n\nLAPORAN\nHASIL STUDI TIRU PADA BAGIAN ORGANISASI SEKRETARIAT DAERAH KABUPATEN KLATEN\n\n"
        "A. Waktu\nStudi tiru berlangsung 12 sampai dengan 15 Agustus 2024 di Bagian Organisasi Setda Kabupaten Klaten.\n\nB. Saran\nBappeda perlu menata indikator."
    )
    assert sides(read(text)) == {
        "home": "Bagian Organisasi Sekretariat Daerah Kabupaten Sigi",
        "host": "Bagian Organisasi Sekretariat Daerah Kabupaten Klaten",
    }


def test_days_elsewhere_within_the_internship_and_an_earlier_group() -> None:
    report = "LAPORAN MAGANG\nDinas Sosial Kota Palu di Dinas Sosial Kota Malang\n\n"
    inside = (
        "Magang berlangsung tanggal 5 Mei s.d. 3 Juni 2025. Selama periode magang, pada pekan kedua tanggal 14 s.d. 15 Mei 2025 peserta melakukan kunjungan "
        "belajar ke Kota Batu."
    )
    assert days(read(report + inside)) == (date(2025, 5, 5), date(2025, 6, 3))
    earlier = (
        "Magang ASN Palu Berakhir\n\nMALANG - Delapan ASN Pemerintah Kota Palu yang magang di Pemerintah Kota Malang sejak Senin (1/9/2025) dilepas di Balai Kota, "
        "Jumat (26/9/2025).\n\nSebelumnya, angkatan pertama magang pada 4-29 Agustus 2024."
    )
    assert days(read(earlier)) == (date(2025, 9, 1), date(2025, 9, 26))


def test_who_confirms_the_days_that_a_host_named() -> None:
    body = (
        "Menindaklanjuti surat Saudara Nomor 5/6 yang memberitahukan bahwa tanggal 18 s.d. 19 Maret 2025 tidak dapat dipenuhi, kami menyetujui usulan Saudara agar "
        "studi tiru dilaksanakan pada 8 s.d. 9 April 2025. Rombongan kami berjumlah 7 orang."
    )
    found = read(
        HEAD.format("Penyesuaian Jadwal Studi Tiru", "Kepala Dinas Sosial Kota Madiun\ndi Madiun") + body + FOOT
    )
    assert days(found) == (date(2025, 4, 8), date(2025, 4, 9))
    assert sides(found) == {"home": "Dinas Sosial Kabupaten Lumajang", "host": "Dinas Sosial Kota Madiun"}

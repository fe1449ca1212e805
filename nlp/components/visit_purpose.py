"""What a visit is for: a matter, never its time and never the journey said once more."""

import re

from nlp.components.visit_words import anchor

_I = re.IGNORECASE
_MONTHS = (
    r"(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)"
)
_PURPOSE = re.compile(
    r"\b(?:untuk|guna|dalam\s+rangka|melihat)\s+(?P<what>[^.:;”\"]{6,120}?)(?=[.:;”\"]|,|$|\s+\(|\s+(?:sekaligus|bertepatan|sebagai\s+balasan)\b"
    r"|\s+(?:pada|di|antara|selama|mulai)\s+(?:hari|tanggal|bulan|tahun|minggu|pekan|awal|akhir|pertengahan|triwulan|semester|saat|senin|selasa|rabu|kamis|jum|sabtu|\d)"
    rf"|\s+(?:pada\s+)?(?:bulan\s+)?{_MONTHS}\b|\s+(?:dan|serta|lalu)\s+(?:akan|berencana|berniat|bermaksud|ingin|berjanji|menjanjikan|direncanakan|dijadwalkan)\b|\s+yang\s+(?:akan|rencananya)\b"
    r"|\s+ke\s+(?=(?-i:DPRD|Pem[a-z]+|Kabupaten|Kota|Provinsi|Dinas|Badan|Kantor|RSUD|Sekretariat|Inspektorat|Balai)\b)|\s+(?-i:Terima\s+kasih)\b)",
    _I,
)
# The journey once more, or when it is: neither says why.
_JOURNEY_AGAIN = re.compile(
    r"(?:dapat\s+|bisa\s+|dijadwalkan\s+|diagendakan\s+|direncanakan\s+|akan\s+|bersama-sama\s+)*(?:"
    r"(?:(?:melakukan|melaksanakan|mengadakan|menerima|menyambut|menjamu|membalas)\s+)?(?:kunjungan|lawatan|kedatangan|rombongan|delegasi|tamu)\b(?!\s+(?:pasien|wisata))"
    r"|berkunjung|mengunjungi|bertandang|melawat|bertamu|singgah|mampir|datang|hadir|tiba|(?:langsung|sendiri|dari\s+dekat)$|kembali\b|balik\b|diterima\b|berangkat|menjadi\s+tuan\s+rumah"
    rf"|(?:sementara|hari(?!\s+(?:jadi|ulang))|tanggal|tgl|bulan|tahun|minggu|pekan|triwulan|semester|waktu|awal|akhir|pertengahan|paling|itu|hal|maksud|keperluan|{_MONTHS})\b|\d)",
    _I,
)
_SIGHT = re.compile(r"\b(?:sambil|sekaligus|seraya)\s+(?P<what>(?:me|ber)\w+\s[^.:;,”\"]{3,90})", _I)


def purpose(line: str) -> str | None:
    """What the visit is for, where the sentence says it."""
    visit = anchor(line)
    where = visit.start() if visit else 0
    return _said_after(line, where) or (_said_after(line, 0) if where else None)


def _said_after(line: str, where: int) -> str | None:
    for match in _PURPOSE.finditer(line, where):
        what = match["what"].strip()
        if _JOURNEY_AGAIN.match(what):
            beside = _SIGHT.search(what)
            if beside is not None:
                return beside["what"].strip()
            continue
        return f"melihat {what}" if match.group().casefold().startswith("melihat") else what
    return None

"""What an action is about by its verb and what the verb takes: `mengirim dua orang … diklat`, `menambah dua perawat`, `melatih petani`."""

import re

from nlp.components.small_letters import holds_any, small_letters
from nlp.extraction import Topic

_STAFF = r"(?:arsiparis|perawat|bidan|dokter|apoteker|auditor|penyuluh|operator|pranata|analis|perencana|penata|pegawai|petugas|staf|tenaga|guru|juru|verifikator|pemeriksa|programmer|teknisi|pustakawan|asn|pppk|pejabat)"
_EARNERS = r"(?:petani|kelompok\s+tani|poktan|gapoktan|nelayan|pedagang|pelaku\s+(?:usaha|wisata|umkm|ekraf)|umkm|perajin|pengrajin|peternak|pembudi\s?daya|penenun|pengusaha|pemilik\s+(?:warung|penginapan|homestay|kios))"
_SOME = r"(?:(?:\d+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sepuluh|beberapa|para|seorang)\s+(?:\([^)]*\)\s+)?(?:orang\s+)?)"
_CUES = ("latih", "irim", "ikut", "ambah", "angkat", "unjuk", "mutasi", "indah", "lapor", "magang", "rekrut", "erima")
# Of small letters.
_FRAMES: tuple[tuple[re.Pattern[str], Topic, float], ...] = (
    (
        re.compile(
            r"\b(?:me(?:ngirim|ngikutsertakan|nerima|nyertakan)|(?:di)?kirim|ikutkan|diikutkan)(?:kan)?\s[^.;]{0,60}?\b(?:diklat|pelatihan|magang|kursus|sertifikasi|bimtek|bimbingan\s+teknis|pendidikan|lokakarya|politeknik)\b"
        ),
        Topic.PENGEMBANGAN_KOMPETENSI,
        6.0,
    ),
    (
        re.compile(
            r"\b(?:memperpanjang|memperpendek|mempersingkat|menambah|menjadwalkan|memajukan)\s+(?:masa\s+|waktu\s+|lama\s+|jadwal\s+|lokus\s+)?(?:magang|pelatihan)\b|\b(?:jadwal|masa|lama|waktu|peserta|lokus|pembekalan)\s+magang\b"
        ),
        Topic.PENGEMBANGAN_KOMPETENSI,
        6.0,
    ),
    (
        re.compile(
            rf"\b(?:me(?:nambah|ngangkat|nunjuk|rekrut)|tambah(?:an)?|angkat|tunjuk|rekrut|penambahan|pengangkatan|penunjukan)\s+(?:formasi\s+)?{_SOME}?{_STAFF}\b(?!\s+(?:kerja|listrik))"
        ),
        Topic.KEPEGAWAIAN,
        5.0,
    ),
    (
        re.compile(rf"\b{_STAFF}\b[^.;,]{{0,40}}?\b(?:tidak|jangan|tak)\s+(?:di)?(?:pindah\w*|mutasi\w*|ganti|rotasi)"),
        Topic.KEPEGAWAIAN,
        6.0,
    ),
    (
        re.compile(rf"\b(?:melatih|latih|pelatihan|dilatih)\s+(?:para\s+|bagi\s+|untuk\s+)?{_SOME}?{_EARNERS}\b"),
        Topic.EKONOMI_SUMBER_DAYA,
        8.0,
    ),
    (
        re.compile(
            r"\b(?:melaporkan\s+(?:pelaksanaan|hasil|kemajuan|perkembangan)|jam\s+lapor|laporan\s+(?:kemajuan|pelaksanaan))\b"
        ),
        Topic.KINERJA_AKUNTABILITAS,
        4.0,
    ),
)


def framed(text: str) -> list[tuple[Topic, float]]:
    """The topics that the frames of `text` speak for, and what each weighs."""
    small = small_letters(text)
    if not holds_any(small, _CUES):
        return []
    return [(topic, weight) for pattern, topic, weight in _FRAMES if pattern.search(small)]

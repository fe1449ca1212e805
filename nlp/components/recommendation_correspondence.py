"""Sentences of a letter that settle its own business: an answer that is asked for, papers that are sent."""

import re

from nlp.components.small_letters import holds_any

_I = re.IGNORECASE
# `… dimohon menunjuk pejabat penghubung dan menyampaikannya kepada kami sebelum …`: the reader is to answer the letter.
_TO_ANSWER = re.compile(
    r"\b(?:(?:di|me)?mohon|(?:di|me)?minta|diharap(?:kan)?|harap|kiranya|agar|berkenan|hendaknya|sebaiknya|seyog(?:ia|ya)nya)\b[^.;]{0,160}?"
    r"\b(?:(?:(?:meny|di\s?s)ampaikan|(?:meng|di\s?k)?irim(?:kan)?|(?:meng|di\s?k)?abar(?:i|kan)|(?:meng|di)?konfirmasi(?:kan)?|(?:mem|di)?beritahu(?:kan)?|(?:me|di)?lapor(?:kan)?|(?:meng|di\s?k)embalikan)(?:nya)?"
    r"\s(?:[^.;]{0,80}?\s)?(?:kepada|ke)\s+(?:(?:kantor|alamat|sekretariat)\s+)?(?:kami|panitia)|menghubungi\s+(?:kami|narahubung|panitia))\b",
    _I,
)
# `Menjawab surat …, sertifikat dikirim terpisah`: what is sent or told upon a letter.
_UPON_LETTER = re.compile(
    r"\W*(?:menjawab|membalas|menanggapi|memenuhi|menindaklanjuti|menunjuk|merujuk|sehubungan\s+dengan|berkenaan\s+dengan)\s+(?:surat|permintaan|permohonan|nota\s+dinas)\b"
    r".{0,220}?,\s[^,.;]{2,80}?\b(?:(?:akan\s+|telah\s+|kami\s+|dapat\s+)*(?:di\s?)?(?:kirim(?:kan)?|sampaikan|lampirkan|serahkan|teruskan|terbitkan)|terlampir)\b"
    r"(?!\s+(?:\w+\s+){0,2}?(?:saran|usul\w*|rekomendasi|masukan|hal)\b)",
    _I,
)
# `Kepastian jumlah rombongan hendaknya sampai paling lambat …`: what the reader is to send before the journey.
_ITS_PAPERS = re.compile(
    r"\W*(?:(?:untuk\s+itu|selanjutnya|adapun|karena\s+itu|oleh\s+karena\s+itu),?\s+)?"
    r"(?:konfirmasi|kepastian|jawaban|tanggapan|balasan|kesediaan|persetujuan|susunan\s+(?:rombongan|peserta|acara)|(?:jumlah|daftar|nama(?:-nama)?|data)\s+(?:nama\s+)?(?:rombongan|peserta|pendamping|tamu)|surat\s+tugas)\b"
    r"[^.;:]{0,80}?\b(?:hendaknya|sebaiknya|(?:di)?mohon|diharap(?:kan)?|kiranya|agar|supaya|perlu|harus|wajib|dapat)\s+(?:\w+\s+){0,2}?"
    r"(?:di\s?(?:sampaikan|kirim(?:kan)?|kabarkan|serahkan|beritahukan|terima|lampirkan)|kami\s+terima|sampai|masuk)\b",
    _I,
)
_PAPER_CUES = (
    "konfirmasi",
    "kepastian",
    "jawaban",
    "tanggapan",
    "balasan",
    "kesediaan",
    "persetujuan",
    "susunan",
    "jumlah",
    "daftar",
    "nama",
    "data",
    "surat tugas",
)
# `… tahun lalu, tim Bapak menitipkan masukan kepada kami, yaitu agar …`: what others once proposed to the writers.
_ONCE_TOLD = re.compile(
    r"\b(?:tim|rombongan|delegasi|pihak|peserta|pegawai|kelompok|tamu)\s+(?:(?:dari\s+)?(?:Bapak|Ibu|Saudara)|[A-Z]\w+)\b[^.;]{0,60}?"
    r"\b(?:menitipkan|meninggalkan|memberi(?:kan)?|menyampaikan|menyarankan|mengusulkan|menganjurkan)\b[^.;:]{0,60}?\b(?:kepada|pada|bagi|untuk|agar|supaya)\s+kami\b"
)
_ANSWER_CUES = ("kami", "panitia")
_UPON_CUES = ("surat", "permintaan", "permohonan", "nota dinas")


def is_correspondence(text: str) -> bool:
    """Whether a letter's sentence settles the letter's own business: an answer that is asked for, papers that are sent."""
    small = text.lower()
    if holds_any(small, _ANSWER_CUES) and (_TO_ANSWER.search(text) or _ONCE_TOLD.search(text)):
        return True
    if holds_any(small, _PAPER_CUES) and _ITS_PAPERS.match(text):
        return True
    return holds_any(small, _UPON_CUES) and _UPON_LETTER.match(text) is not None

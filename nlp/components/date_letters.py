"""What a letter says of the days it names: asked for, offered or agreed, hoped for in return, spent and thanked for."""

import re
from datetime import date

from nlp.components.date_lines import sentence_start
from nlp.components.programme_words import STUDY
from nlp.facts import DateMention

RETURN = re.compile(r"\bkunjungan\s+(?:balasan|balik)", re.I)
_SUBJECT = re.compile(r"^\W*(?:hal|perihal)\b(?:\s*:\s*)?[^\n]*(?:\n[^\n:]{3,60}){0,2}", re.I | re.M)
_THANKS = re.compile(r"\b(?:ucapan|penyampaian|surat|rasa)?\s*terima\s*kasih\b|\bapresiasi\b", re.I)
# The subject of a letter about what is to come, and of one about what lies behind.
_IS_AHEAD = re.compile(
    rf"\b(?:permohonan|permintaan|pemberitahuan|rencana|undangan|izin|jawaban|tanggapan|balasan|jadwal|konfirmasi|kunjungan|{STUDY})\b",
    re.I,
)
_IS_OVER = re.compile(
    r"\b(?:pengembalian|penarikan|hasil|laporan|pe?nilai(?:an)?|evaluasi|selesai|sertifikat|keterangan|tindak\s+lanjut|masukan|saran|rekomendasi|"
    r"usul(?:an)?|catatan)\b",
    re.I,
)
_AGREES_TO = re.compile(
    r"\bkami\s+(?:\w+\s+)?(?:menyanggupi|bersedia|sanggup|siap|dapat|menerima|sarankan|usulkan|tawarkan)\b|"
    # `hari yang longgar adalah …`, `waktu yang memungkinkan`, `sebagai gantinya …`
    r"\b(?:hari|tanggal|waktu)\s+yang\s+(?:\w+\s+)?(?:longgar|lowong|luang|kosong|tersedia|memungkinkan|sesuai)\b|"
    r"\bsebagai\s+(?:ganti(?:nya)?|pengganti(?:nya)?)\b|\b(?:dialihkan|digeser|diubah|dipindahkan|disesuaikan|di(?:undur|maju|mundur)kan)\s+(?:ke|menjadi)\b|"
    r"\bmenerima\s+(?:kedatangan\s+)?(?:rombongan|tamu|tim|delegasi|utusan|peserta|kunjungan)\b",
    re.I,
)
# `kami ingin datang melihat langsung pada …`
_COMES = re.compile(
    r"\b(?:perkenan|izin|ijin)kan(?:lah)?\s+(?:kami|tim|rombongan)\b[^.;]{0,90}?\b(?:datang|hadir|bertandang|bertamu|singgah|bersilaturahmi)\b|"
    r"\b(?:kami|tim|rombongan)\s+(?:\w+\s+)?(?:ingin|hendak|berniat|bermaksud|berencana|berharap|berkeinginan|akan)\s+(?:dapat\s+)?"
    r"(?:datang|hadir|tiba|bertandang|bertamu|singgah|belajar|berguru|menimba|melihat|menengok|bersilaturahmi)\b",
    re.I,
)
# `Tiga hari di dataran tinggi Karo, 6 hingga 8 Mei 2026, membuka mata kami`: what was spent there.
_SPENT = re.compile(
    r"\b(?:\d{1,2}|se|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|\w+\s+belas)\s?(?:\([a-z ]+\)\s+)?"
    r"(?:hari|minggu|pekan|bulan)\s+(?:penuh\s+)?(?:di|berada|bersama|kami|lamanya|tinggal)\b",
    re.I,
)

# Whose letter it is: `surat Penjabat Bupati X`, `surat dari Dinas Y`, `surat Nomor …`; not a paper of the sender's own.
_WRITER = r"(?:dari\s+)?(?!(?:tugas|perintah|edaran|keputusan|keterangan|pernyataan|pengantar|peraturan|kuasa)\b)(?-i:[A-Z])\w*"
_ASKED = re.compile(
    r"\b(?:surat|permohonan|permintaan)\s+"
    + _WRITER
    + r"[^;]{0,160}?\b(?:yang|perihal|hal|tentang|untuk)\b[^;]{0,220}$|"
    # `Wali Kota X melalui surat Nomor … menyampaikan hasrat … pada 4–5 Agustus`: told within one house
    r"\b(?:melalui|lewat|dengan|dalam)\s+surat(?:nya)?\b[^;]{0,90}?\b(?:menyampaikan|memohon|meminta|mengajukan|mengusulkan|berhasrat|berkeinginan|menyatakan)"
    r"[^;]{0,240}$",
    re.I,
)
# `Pilihan waktu yang Bapak tawarkan (22 Juni–3 Juli atau 6–17 Juli)`
_OFFERED = re.compile(
    r"\byang\s+(?:Saudara|Bapak|Ibu)\s+(?:tawarkan|usulkan|minta|ajukan|sebutkan|kehendaki|rencanakan)\b[^.;)]{0,60}$|"
    # `Saudara menghendaki kunjungan pada hari …`
    r"\b(?:Saudara|Bapak|Ibu)\s+(?:\w+\s+)?(?:menghendaki|meminta|memohon|mengusulkan|mengajukan|merencanakan|berencana|bermaksud|menginginkan)\b"
    r"[^.;)]{0,90}$",
    re.I,
)
_WE_SAY = re.compile(r"\b(?:bahwa|kami|bersedia|dapat|pada\s+prinsipnya|menyetujui|disetujui)\b", re.I)
# `kami mengharapkan Bapak … hadir … tanggal 14 s.d. 16 Oktober`: the other side is asked to come.
_COME_TO_US = re.compile(
    r"\bkami\s+(?:\w+\s+){0,2}(?:meng)?(?:harap(?:kan)?|nanti(?:kan)?|tunggu|menunggu|undang)\b[^.;]{0,140}$|"
    r"\b(?:giliran|ganti(?:an)?)\s+(?:kami|Saudara|Bapak|Ibu|rekan)\b[^.;]{0,140}$|"
    r"\b(?:mengundang|mengharapkan|menantikan|menunggu)\s+(?:kehadiran\s+|kedatangan\s+|kesediaan\s+)?(?:Saudara|Bapak|Ibu|rekan|tim|rombongan|jajaran)\b[^.;]{0,140}$",
    re.I,
)

# `Sebelum magang dimulai, dua pejabat kami bermaksud berkunjung … pada 12 dan 13 Maret`: days beside those the letter is about.
_BESIDE = re.compile(
    r"\b(?:sebelum|menjelang|mendahului|sesudah|setelah|seusai|selepas|usai)\s+(?:masa\s+|pelaksanaan\s+|kegiatan\s+|program\s+)?"
    rf"(?:(?:pe)?magang(?:an)?|{STUDY}|praktik\s+kerja)\b[^.;,]{{0,60}},[^.;]{{0,200}}$",
    re.I,
)


def stated_in_letter(text: str, mention: DateMention, sentence: str) -> bool:
    """The letter says plainly that the days are those of a visit, though it does not call it one."""
    if _AGREES_TO.search(sentence) or _COMES.search(sentence):
        return True
    return _SPENT.search(sentence) is not None and thanks(text)


def only_wished(text: str, mention: DateMention) -> bool:
    """Days that count only where the letter states no others: asked for by the other side, or in a visit that answers this one."""
    if _asked_for(text, mention) or _of_first_visit(text, mention) or _hoped_for(text, mention):
        return True
    return _BESIDE.search(_lead(text, mention)) is not None


def thanks(text: str) -> bool:
    """The letter is about thanks for what is over."""
    subject = _SUBJECT.search(text)
    return subject is not None and _THANKS.search(" ".join(subject.group().split())) is not None


def recalls(text: str, mention: DateMention, written: date | None) -> bool:
    """Days before that of the letter, which is about what is to come: a visit recalled, not the one that is asked for."""
    if written is None or mention.last >= written:
        return False
    subject = _SUBJECT.search(text)
    about = " ".join(subject.group().split()) if subject is not None else ""
    return _IS_AHEAD.search(about) is not None and _IS_OVER.search(about) is None and not thanks(text)


def _lead(text: str, mention: DateMention) -> str:
    """The words of the sentence before the day."""
    return " ".join(text[max(sentence_start(text, mention.start), mention.start - 320) : mention.start].split())


def _asked_for(text: str, mention: DateMention) -> bool:
    """`Membalas surat Saudara … yang memohon tempat magang pada 12 s.d. 23 Januari`: the day stands before what the reply says."""
    lead = _lead(text, mention)
    if _OFFERED.search(lead):
        return True
    asked = _ASKED.search(lead)
    return asked is not None and _WE_SAY.search(lead, asked.start()) is None


def _hoped_for(text: str, mention: DateMention) -> bool:
    """In a letter of thanks, the days on which those who are thanked shall come."""
    if not thanks(text):
        return False
    lead = _lead(text, mention)
    return _COME_TO_US.search(lead) is not None or RETURN.search(lead) is not None


def _of_first_visit(text: str, mention: DateMention) -> bool:
    """An invitation to a return visit first recalls the visit that it returns; a letter that thanks as well is about that one."""
    if not about_a_return(text) or thanks(text):
        return False
    body = _SUBJECT.search(text)
    returns = RETURN.search(text, body.end()) if body is not None else None
    return returns is not None and mention.start < returns.start()


def own_matter(text: str, start: int) -> int:
    """Where a letter from `start` on that announces a return visit comes to it; above stands the visit that it returns."""
    if not about_a_return(text) or thanks(text):
        return start
    returns = RETURN.search(text, start)
    return sentence_start(text, returns.start()) if returns is not None else start


def about_a_return(text: str) -> bool:
    """The return visit is what the letter is about."""
    subject = _SUBJECT.search(text)
    return subject is not None and RETURN.search(" ".join(subject.group().split())) is not None

"""Whether the sender of a letter about an internship or a visit is home or host, by what the letter says."""

import re

from nlp.components.date_letters import thanks
from nlp.components.letter_been import PLACED
from nlp.components.letter_frame import Letter
from nlp.components.programme_words import STUDY
from nlp.components.story_cues import FUTURE, SENDS, cited, sentence_at
from nlp.facts import InstitutionMention

# Those two are counted in small letters: to ignore case takes three times as long.
_HOST_SENDER = re.compile(
    r"bersedia\s+menerima|kami\s+bersedia|(?:belum\s+)?dapat\s+kami\s+(?:terima|penuhi|kabulkan)|kami\s+bagi|kesediaan\s+(?:kami\s+)?menerima|dapat\s+menerima|menerima\s+(?:dengan\s+baik|"
    r"kunjungan)|siap\s+menerima|tidak\s+(?:ber)?keberatan|(?:yang\s+)?dapat\s+diterima\s+(?:adalah|sebanyak|sejumlah|paling|hanya|:)|kami\s+jadwalkan|menyetujui\s+(?:permohonan|permintaan|penempatan|rencana)|"
    r"kami\s+(?:buka|tampung|tunjuk|persilakan|siapkan|sediakan|tempatkan)\b|dapat\s+kami\s+(?:tampung|akomodasi|sediakan|fasilitasi|layani)|kami\s+(?:dapat|siap|bisa)\s+(?:menyediakan|menampung|mengakomodasi)|"
    r"permohonan\s+(?:saudara|bapak|ibu)|dengan\s+menyesal|(?:saudara|bapak|ibu)\s+(?:minta|usulkan|ajukan|mohonkan)\b|"
    r"telah\s+(?:selesai\s+)?(?:menyelesaikan|melaksanakan|mengikuti)\s+(?:magang|praktik)[^.;]{0,30}\b(?:di|pada)\s+(?:\w+\s+)?kami\b|"
    r"kami\s+(?:kembalikan|serahkan\s+kembali)\b|\bmengembalikan\b|pengembalian\s+(?:para\s+)?(?:peserta|pegawai|siswa|mahasiswa)|"
    r"\b(?:magang|bekerja|berada|belajar|ditempatkan|praktik)\b[^.;]{0,40}\b(?:di|pada)\s+(?:kantor|tempat|instansi)\s+kami\b|"
    r"\b(?:telah\s+)?(?:mengutus|mengirim(?:kan)?|menugaskan|menitipkan|mempercayakan)\b[^.;]{0,120}?\b(?:di|pada|ke|kepada)\s+(?:\w+\s+)?kami\b|"
    r"selama\s+menjamu|kehadiran\s+rombongan|"
    r"catatan\s+pembimbing|nilai\s+(?:rata-rata\s+)?peserta",
)
_HOME_SENDER = re.compile(
    r"(?:pegawai|asn|pns|staf|peserta|aparatur)\s+kami|mohon\s+(?:kiranya\s+)?(?:kesediaan|berkenan|izin|dapat)|"
    r"kami\s+mohon|bermaksud|permohonan(?!\s+(?:saudara|bapak|ibu|tersebut|dimaksud|semula|awal))|kami\s+(?:hadapkan|tugaskan|kirim(?:kan)?|utus|berangkatkan|titipkan)\b|pengantar\s+peserta|"
    r"instansi\s+(?:saudara|bapak|ibu)|akan\s+(?:melaksanakan|mengadakan|melakukan|mengirim\w*|berkunjung)(?!\s+(?:kunjungan\s+)?bal(?:ik|asan))|"
    r"(?:saudara|bapak|ibu)\s+(?:tawarkan|sediakan|sanggupi)\b|(?:membimbing|membantu|menerima)\s+(?:para\s+)?(?:peserta|pegawai)\s+kami|"
    r"kami\s+tarik(?:\s+kembali)?\b|mohon\s+bantuan|(?:tim|rombongan|delegasi|utusan)\s+kami|menugaskan",
)


# The letter that is answered, with its subject.
_ANSWERED = re.compile(
    r"\bsurat\s+(?:Saudara|Bapak|Ibu)\b[^.;,]{0,40}?\b(?:nomor|no)\b\.?\s*\S+[^;]{0,60}?\b(?:perihal|hal|tentang|mengenai|ihwal)\s+(?:permohonan|permintaan)\b",
    re.I,
)
_REPLY_SUBJECT = re.compile(
    r"^\W*(?:tanggapan|jawaban|balasan|persetujuan|penolakan|konfirmasi(?!\b.{0,20}\b(?:nama|peserta)\b))\b(?!\s+(?:atas\s+)?kesediaan)",
    re.I,
)
_ACCEPTS = re.compile(
    r"^\W*undangan\b(?:\s+(?!hasil\b|paparan\b|ekspose\w?\b|pelepasan\b|rapat\b|penutupan\b|seminar\b)\w+){0,3}\s+(?:kunjungan|"
    + STUDY
    + r")|kesediaan\s+menerima|penerimaan|jawaban|(?<!kunjungan )balasan|kesediaan\s+sebagai",
    re.I,
)
_ANSWERS = re.compile(r"men?jawab\s+surat|membalas\s+surat|menindaklanjuti\s+surat\s+(?:saudara|bapak)", re.I)
_PROGRAMME = re.compile(
    r"\b(?:(?:pe)?magang(?:an)?|belajar|menimba\s+(?:ilmu|pengalaman)|berguru|job\s+shadowing|kunjungan|berkunjung|studi|kaji|praktik\s+kerja|"
    r"benchmark\w*|patok\s+banding|pertukaran|rombongan|kedatangan|tuan\s+rumah|sambutan\s+(?:Bapak|Ibu|Saudara|hangat))\b",
    re.I,
)


# What a letter of thanks is written for: a guest was well received, or a host was visited.
_THANKED = re.compile(
    r"\bterima\s+kasih\b[^.;]{0,60}?\b(?:atas|untuk)\s+(?:\w+\s+){0,3}?(?:(?P<came>kunjungan|kehadiran|kedatangan|kepercayaan|dipilih(?:nya)?)|"
    r"sambutan|penerimaan|kesediaan|keramahan|keramahtamahan|jamuan|bimbingan|fasilitas|pendampingan|ilmu|pelayanan|bantuan)\b",
    re.I,
)

# `terima kasih kepada jajaran X yang telah menerima dan membimbing tiga auditor kami`
_THANKED_FOR_OURS = re.compile(
    r"\bterima\s+kasih\b[^.;]{0,200}?\b(?:menerima|membimbing|mendampingi|menampung|memandu|mengajar[ik]?|melayani|menjamu|berbagi|memfasilitasi)\b"
    r"[^.;]{0,80}?\bkami\b",
    re.I,
)


def is_about_programme(letter: Letter, subject: str) -> bool:
    """The letter speaks of an internship, a visit or the like, or thanks for one."""
    text = letter.source.text
    if _PROGRAMME.search(f"{subject} {text[: letter.closing]}"):
        return True
    return thanks(text) and _THANKED.search(letter.matter) is not None


def sender_role(letter: Letter, subject: str) -> str:
    """`host` where the letter says more of receiving than of sending, else `home`; `subject`: its title."""
    replies = _REPLY_SUBJECT.search(subject) is not None
    small, matter = subject.lower(), letter.matter
    host = 2 * len(_HOST_SENDER.findall(small)) + len(_HOST_SENDER.findall(matter.lower()))
    home = 0 if replies else 2 * len(_HOME_SENDER.findall(small))  # `Tanggapan atas Permohonan …`
    home += len(_HOME_SENDER.findall(_ANSWERED.sub(" ", matter).lower()))
    if replies or (_ACCEPTS.search(subject) and "permohonan" not in subject.casefold()):
        host += 3
    if home == 0 and _ANSWERS.search(matter):
        host += 1
    thankful = _role_of_thankful(letter)
    here, there = _told(letter)
    host += 3 * (thankful == "host") + 2 * here
    home += 3 * (thankful == "home") + 2 * there
    return "host" if host > home else "home"


def _role_of_thankful(letter: Letter) -> str | None:
    """Who thanks for a visit was its host, who thanks for being received its guest; None where nothing is thanked for."""
    if not thanks(letter.source.text):
        return None
    if grateful := _THANKED.search(letter.matter):
        return "host" if grateful["came"] else "home"
    return "home" if _THANKED_FOR_OURS.search(letter.matter) else None


# `magang pada perangkat daerah Pemerintah Kota X`: with X.
_ITS_OFFICES = re.compile(
    r"(?<= di | ke )(?:(?:para|seluruh|sejumlah|beberapa|\w+)\s+)?(?:perangkat\s+daerah|opd|skpd|unit\s+kerja|instansi|dinas)\s+$"
    r"|(?<= pada )(?:(?:para|seluruh|sejumlah|beberapa|\w+)\s+)?(?:perangkat\s+daerah|opd|skpd|unit\s+kerja|instansi|dinas)\s+$",
    re.I,
)
_RETURN = re.compile(
    r"\b(?:kunjungan|berkunjung|kunjung|lawatan|bertandang|datang|kedatangan)\s+(?:\w+\s+)?(?:bal(?:ik|asan)|balas)\b|\bkunjungan\s+balasan\b|\bmengundang\b",
    re.I,
)


# `bagi 15 (lima belas) pegawai di lingkungan Pemerintah Kabupaten X`: whose they are, not where they go.
_AMONG_STAFF = re.compile(
    r"\b(?:asn|pns|pegawai|aparatur(?:\s+sipil\s+negara)?|pejabat|staf)(?:\s*\([^)]{2,12}\))?\s+di\s?(?:lingkungan|lingkup)\s+$",
    re.I,
)


def _told(letter: Letter) -> tuple[int, int]:
    """How often the body says that people come to the sender's side, and how often that they go to the addressee's."""
    text, sender, addressee = letter.source.text, letter.sender, letter.addressee
    here = there = 0
    within = addressee is not None and addressee[1].region == sender[1].region
    for mention in letter.mentions:
        if not letter.body + 150 < mention.start < letter.closing or mention.region is None or not mention.sure:
            continue
        if _is_of_another_journey(text, mention):
            continue
        before = " ".join(text[max(letter.body, mention.start - 90) : mention.start].split()) + " "
        before = _ITS_OFFICES.sub("", before)
        staff = _AMONG_STAFF.search(before) is not None
        goes, comes = not staff and PLACED.search(before) is not None, staff or SENDS.search(before.lower()) is not None
        if within and mention.kind == "agency" and mention.name != sender[0]:
            there += goes
        elif mention.region == sender[1].region:
            here, there = here + goes, there + (comes and not goes)
        elif addressee is not None and mention.region == addressee[1].region:
            here, there = here + (comes and not goes), there + goes
    return here, there


def _is_of_another_journey(text: str, mention: InstitutionMention) -> bool:
    """The mention tells of a visit in return, of what is planned, or who issued a paper."""
    sentence = sentence_at(text, mention.start)
    return (
        _RETURN.search(sentence) is not None
        or FUTURE.search(sentence.lower()) is not None
        or cited(text, mention.start, mention.end)
    )

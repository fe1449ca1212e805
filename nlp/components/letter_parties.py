"""Who is home and who is host in a letter about an internship or a visit, and who signs it."""

import re

from nlp.components.letter_ends import Chosen, addressee_of, sender_of
from nlp.components.letter_signature import letter_signature
from nlp.components.programme_words import STUDY
from nlp.components.story_cues import FUTURE, SENDS, cited, sentence_at
from nlp.extraction import Party
from nlp.facts import Facts, InstitutionMention
from nlp.source import Source

TITLED = 0.85

ADDRESSED = re.compile(
    r"\bYth\b\.?|\b[Yy]ang\s+[Tt]erhormat\b|^\W*K\s?e\s?p\s?a\s?d\s?a\b|^\W*(?:To|Ke|Untuk)\s*:", re.M
)
_HOST_SENDER = re.compile(
    r"bersedia\s+menerima|kami\s+bersedia|(?:belum\s+)?dapat\s+kami\s+(?:terima|penuhi|kabulkan)|kami\s+bagi|kesediaan\s+(?:kami\s+)?menerima|dapat\s+menerima|menerima\s+(?:dengan\s+baik|"
    r"kunjungan)|siap\s+menerima|tidak\s+keberatan|kami\s+jadwalkan|menyetujui\s+(?:permohonan|permintaan|penempatan|rencana)|"
    r"kami\s+(?:buka|tampung|tunjuk|persilakan|siapkan|sediakan|tempatkan)\b|dapat\s+kami\s+tampung|"
    r"permohonan\s+(?:saudara|bapak|ibu)|dengan\s+menyesal|(?:saudara|bapak|ibu)\s+(?:minta|usulkan|ajukan|mohonkan)\b|"
    r"telah\s+(?:selesai\s+)?(?:menyelesaikan|melaksanakan|mengikuti)\s+(?:magang|praktik)[^.;]{0,30}\b(?:di|pada)\s+(?:\w+\s+)?kami\b|"
    r"kami\s+(?:kembalikan|serahkan\s+kembali)\b|\bmengembalikan\b|pengembalian\s+(?:para\s+)?(?:peserta|pegawai|siswa|mahasiswa)|"
    r"\b(?:magang|bekerja|berada|belajar|ditempatkan|praktik)\b[^.;]{0,40}\b(?:di|pada)\s+(?:kantor|tempat|instansi)\s+kami\b|"
    r"\b(?:telah\s+)?(?:mengutus|mengirim(?:kan)?|menugaskan|menitipkan|mempercayakan)\b[^.;]{0,120}?\b(?:di|pada|ke|kepada)\s+(?:\w+\s+)?kami\b|"
    r"selama\s+menjamu|kehadiran\s+rombongan|"
    r"catatan\s+pembimbing|nilai\s+(?:rata-rata\s+)?peserta",
    re.I,
)
_HOME_SENDER = re.compile(
    r"(?:pegawai|asn|pns|staf|peserta|aparatur)\s+kami|mohon\s+(?:kiranya\s+)?(?:kesediaan|berkenan|izin|dapat)|"
    r"kami\s+mohon|bermaksud|permohonan(?!\s+(?:saudara|bapak|ibu|tersebut|dimaksud|semula|awal))|kami\s+(?:hadapkan|tugaskan|kirim(?:kan)?|utus|berangkatkan|titipkan)\b|pengantar\s+peserta|"
    r"instansi\s+(?:saudara|bapak|ibu)|akan\s+(?:melaksanakan|mengadakan|melakukan|mengirim\w*|berkunjung)(?!\s+(?:kunjungan\s+)?bal(?:ik|asan))|"
    r"(?:saudara|bapak|ibu)\s+(?:tawarkan|sediakan|sanggupi)\b|(?:membimbing|membantu|menerima)\s+(?:para\s+)?(?:peserta|pegawai)\s+kami|"
    r"kami\s+tarik(?:\s+kembali)?\b|mohon\s+bantuan|tim\s+kami|menugaskan",
    re.I,
)


# The letter that is answered, with its subject.
_ANSWERED = re.compile(
    r"\bsurat\s+(?:Saudara|Bapak|Ibu)\b[^.;,]{0,40}?\b(?:nomor|no)\b\.?\s*\S+[^;]{0,60}?\b(?:perihal|hal|tentang)\s+permohonan\b",
    re.I,
)
_REPLY_SUBJECT = re.compile(
    r"^\W*(?:tanggapan|jawaban|balasan|persetujuan|penolakan|konfirmasi(?!\b.{0,20}\b(?:nama|peserta)\b))\b(?!\s+(?:atas\s+)?kesediaan)",
    re.I,
)
_ACCEPTS = re.compile(
    r"^\W*undangan\b.{0,30}\bkunjungan|kesediaan\s+menerima|penerimaan|jawaban|(?<!kunjungan )balasan|kesediaan\s+sebagai",
    re.I,
)


def _told(
    source: Source,
    mentions: list[InstitutionMention],
    start: int,
    end: int,
    sender: Chosen,
    addressee: Chosen | None,
) -> tuple[int, int]:
    """How often the body says that people come to the sender's side, and how often that they go to the addressee's."""
    here = there = 0
    within = addressee is not None and addressee[1].region == sender[1].region
    for mention in mentions:
        if not start + 150 < mention.start < end or mention.region is None or not mention.sure:
            continue
        before = " ".join(source.text[max(start, mention.start - 90) : mention.start].split()) + " "
        if FUTURE.search(sentence_at(source.text, mention.start).lower()) or cited(
            source.text, mention.start, mention.end
        ):
            continue
        goes, comes = _PLACED.search(before) is not None, SENDS.search(before.lower()) is not None
        if within and mention.kind == "agency" and mention.name != sender[0]:
            there += goes
        elif mention.region == sender[1].region:
            here, there = here + goes, there + (comes and not goes)
        elif addressee is not None and mention.region == addressee[1].region:
            here, there = here + (comes and not goes), there + goes
    return here, there


# `pegawai dari delapan perangkat daerah di lingkungan X` are of X.
_PLACED = re.compile(
    r"\b(?:(?:magang|belajar|bekerja|praktik|kunjungan|studi|ditempatkan|bertugas|berlangsung)\b[^.;]{0,60}?|(?:pegawai|peserta|asn|orang)\b"
    r"(?:(?!\b(?:dari|asal|perangkat)\b)[^.;]){0,60}?)\b(?:di|pada|ke)\s+(?:lingkungan\s+|lingkup\s+)?$",
    re.I,
)


def letter_parties(source: Source, facts: Facts, mentions: list[InstitutionMention]) -> list[Party]:
    text = source.text
    addressed = ADDRESSED.search(text)
    if addressed is None:
        return []
    closing = max(
        (found.start() for found in re.finditer(r"\bdemikian\b", text, re.I) if found.start() > addressed.end()),
        default=len(text),
    )
    signed = letter_signature(source, addressed.end())
    if signed is not None and closing == len(text):
        closing = signed[1]
    office = signed[0].position if signed is not None else None
    sender = sender_of(source, mentions, addressed.start(), closing, office)
    addressee = addressee_of(source, mentions, addressed.end(), sender)
    if sender is None:
        return []
    body = text[addressed.end() : closing]
    subject = facts.title or ""
    replies = _REPLY_SUBJECT.search(subject) is not None
    asked = 0 if replies else 2 * len(_HOME_SENDER.findall(subject))  # `Tanggapan atas Permohonan …`
    host_score = 2 * len(_HOST_SENDER.findall(subject)) + len(_HOST_SENDER.findall(body))
    home_score = asked + len(_HOME_SENDER.findall(_ANSWERED.sub(" ", body)))
    if replies or (_ACCEPTS.search(subject) and "permohonan" not in subject.casefold()):
        host_score += 3
    if (
        re.search(r"men?jawab\s+surat|membalas\s+surat|menindaklanjuti\s+surat\s+(?:saudara|bapak)", body, re.I)
        and home_score == 0
    ):
        host_score += 1
    here, there = _told(source, mentions, addressed.end(), closing, sender, addressee)
    host_score, home_score = host_score + 2 * here, home_score + 2 * there
    programme = re.search(
        r"\b(?:(?:pe)?magang(?:an)?|belajar|menimba\s+ilmu|job\s+shadowing|kunjungan|studi|kaji|praktik\s+kerja|benchmark\w*|patok\s+banding|pertukaran)\b",
        f"{subject} {text[:closing]}",
        re.I,
    )
    if programme is None:
        return []
    sender_role = "host" if host_score > home_score else "home"
    name, mention = sender
    parties = [
        Party(
            name,
            " ".join(text[mention.start : mention.end].split()),
            sender_role,
            signed[0] if signed is not None else None,
            source.evidence(mention.start, mention.end),
            TITLED,
        )
    ]
    if (addressee is None or addressee[1].region == mention.region) and sender_role == "home":
        addressee = (
            _visited(source, mentions, addressed.end(), closing, mention)
            or _been_at(source, mentions, addressed.end(), closing, (mention,), within=True)
            or addressee
        )
    elif sender_role == "home" and addressee is not None:
        addressee = _been_at(source, mentions, addressed.end(), closing, (mention, addressee[1])) or addressee
    if addressee is None or (addressee[1].region == mention.region and not addressee[1].sure):
        addressee = _same_office(mentions, sender, addressed.end()) or addressee
    if addressee is not None:
        other, at = addressee
        role = "home" if sender_role == "host" else "host"
        parties.append(
            Party(
                other, " ".join(text[at.start : at.end].split()), role, None, source.evidence(at.start, at.end), TITLED
            )
        )
    return parties


def _visited(
    source: Source, mentions: list[InstitutionMention], start: int, end: int, sender: InstitutionMention
) -> Chosen | None:
    """Where the people of a letter within one house have been or will go: `magang … di lingkungan Pemerintah Kabupaten X`."""
    for mention in mentions:
        if not start < mention.start < end or mention.region in (None, sender.region) or not mention.sure:
            continue
        before = " ".join(source.text[max(start, mention.start - 90) : mention.start].split()) + " "
        if _PLACED.search(before) and not cited(source.text, mention.start, mention.end):
            return mention.name, mention
    return None


_BEEN = re.compile(
    r"\b(?:selesai\w*|telah|sudah|usai|menyelesaikan|melaksanakan|mengikuti|hasil|sepulang|dari)\b[^.;]{0,60}?"
    r"\b(?:(?:pe)?magang(?:an)?|praktik\s+kerja|job\s+shadowing|"
    + STUDY
    + r")\b[^.;]{0,80}?\b(?:di|pada|ke|dari)\s+(?:lingkungan\s+)?$",
    re.I,
)


def _been_at(
    source: Source,
    mentions: list[InstitutionMention],
    start: int,
    end: int,
    sides: tuple[InstitutionMention, ...],
    *,
    within: bool = False,
) -> Chosen | None:
    """Where the sender's people have been, when the letter about it goes to a third: `magang kami di RSUP X` told to an RSUD at home.

    `within`: to another agency of the same region too, as a note within one house tells.
    """
    regions = {side.region for side in sides if side.region is not None and not within}
    for mention in mentions:
        if (
            not start < mention.start < end
            or mention.region in regions
            or mention.name in {side.name for side in sides}
            or (within and mention.kind != "agency")
        ):
            continue
        if _has_been(source, max(start, mention.start - 160), mention.start) and not cited(
            source.text, mention.start, mention.end
        ):
            return mention.name, mention
    return None


def _has_been(source: Source, begin: int, at: int) -> bool:
    return _BEEN.search(" ".join(source.text[begin:at].split()) + " ") is not None


def been_at(source: Source, party: Party) -> bool:
    """Whether the letter names the party as where its people have been."""
    at = source.offset(party.evidence)
    return party.role == "host" and _has_been(source, max(0, at - 160), at)


def _same_office(mentions: list[InstitutionMention], sender: Chosen, start: int) -> Chosen | None:
    """The office of the sender's kind in the one other region of the letter, where the address itself is not to be read."""
    if sender[1].kind != "agency":
        return None
    head = sender[0].split()[:2]
    alike = [
        mention
        for mention in mentions
        if mention.start > start
        and mention.sure
        and mention.region not in (None, sender[1].region)
        and mention.name.split()[:2] == head
    ]
    if len({mention.name for mention in alike}) != 1:
        return None
    return alike[0].name, alike[0]

"""Who is home and who is host in a letter about an internship or a visit, and who signs it."""

import re

from nlp.components.date_letters import own_matter, thanks
from nlp.components.institutions import region_of
from nlp.components.letter_arrangers import arranged_parties
from nlp.components.letter_been import PLACED, gone_to, visited
from nlp.components.letter_ends import Chosen, addressee_of, ends_of_mail, sender_of
from nlp.components.letter_signature import letter_signature
from nlp.components.programme_words import STUDY
from nlp.components.story_cues import FUTURE, SENDS, cited, sentence_at
from nlp.components.typed_exports import own_words_end
from nlp.extraction import Party
from nlp.facts import Facts, InstitutionMention
from nlp.source import Source

TITLED = 0.85

ADDRESSED = re.compile(
    r"\bYth\b\.?|\b[Yy]ang\s+[Tt]erhormat\b|^\W*K\s?e\s?p\s?a\s?d\s?a\b|^\W*(?:To|Ke|Untuk)\s*:", re.M
)
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
        before = _ITS_OFFICES.sub("", before)
        if _RETURN.search(sentence_at(source.text, mention.start)):
            continue
        if FUTURE.search(sentence_at(source.text, mention.start).lower()) or cited(
            source.text, mention.start, mention.end
        ):
            continue
        staff = _AMONG_STAFF.search(before) is not None
        goes, comes = not staff and PLACED.search(before) is not None, staff or SENDS.search(before.lower()) is not None
        if within and mention.kind == "agency" and mention.name != sender[0]:
            there += goes
        elif mention.region == sender[1].region:
            here, there = here + goes, there + (comes and not goes)
        elif addressee is not None and mention.region == addressee[1].region:
            here, there = here + (comes and not goes), there + goes
    return here, there


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
    own_end = own_words_end(text)
    sender, addressee = ends_of_mail(text, mentions) if own_end < len(text) else (None, None)
    mentions = [mention for mention in mentions if mention.start < own_end]
    closing = min(closing, own_end)
    if sender is None:
        sender = sender_of(source, mentions, addressed.start(), closing, office)
    addressee = addressee or addressee_of(source, mentions, addressed.end(), sender)
    if sender is None:
        return []
    begins = own_matter(text, addressed.end())
    body = text[begins:closing]
    subject = facts.title or ""
    small = subject.lower()
    replies = _REPLY_SUBJECT.search(subject) is not None
    asked = 0 if replies else 2 * len(_HOME_SENDER.findall(small))  # `Tanggapan atas Permohonan …`
    host_score = 2 * len(_HOST_SENDER.findall(small)) + len(_HOST_SENDER.findall(body.lower()))
    home_score = asked + len(_HOME_SENDER.findall(_ANSWERED.sub(" ", body).lower()))
    if replies or (_ACCEPTS.search(subject) and "permohonan" not in subject.casefold()):
        host_score += 3
    if (
        re.search(r"men?jawab\s+surat|membalas\s+surat|menindaklanjuti\s+surat\s+(?:saudara|bapak)", body, re.I)
        and home_score == 0
    ):
        host_score += 1
    grateful = _THANKED.search(body) if thanks(text) else None
    if grateful is not None:
        host_score, home_score = host_score + 3 * bool(grateful["came"]), home_score + 3 * (not grateful["came"])
    elif thanks(text) and _THANKED_FOR_OURS.search(body):
        home_score += 3
    here, there = _told(source, mentions, begins, closing, sender, addressee)
    host_score, home_score = host_score + 2 * here, home_score + 2 * there
    programme = re.search(
        r"\b(?:(?:pe)?magang(?:an)?|belajar|menimba\s+(?:ilmu|pengalaman)|berguru|job\s+shadowing|kunjungan|berkunjung|studi|kaji|praktik\s+kerja|"
        r"benchmark\w*|patok\s+banding|pertukaran|rombongan|kedatangan|tuan\s+rumah|sambutan\s+(?:Bapak|Ibu|Saudara|hangat))\b",
        f"{subject} {text[:closing]}",
        re.I,
    )
    if programme is None and grateful is None:
        return []
    signer = signed[0] if signed is not None else None
    if arranged := arranged_parties(source, mentions, addressed.end(), closing, sender, signer):
        return arranged
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
            visited(source, mentions, addressed.end(), closing, mention)
            or gone_to(source, mentions, addressed.end(), closing, (mention,), within=True)
            or addressee
        )
    elif sender_role == "home" and addressee is not None:
        addressee = gone_to(source, mentions, addressed.end(), closing, (mention, addressee[1])) or addressee
    if addressee is None or (addressee[1].region == mention.region and not addressee[1].sure):
        addressee = _same_office(mentions, sender, addressed.end()) or addressee
    if addressee is not None:
        addressee = _beside_subject(mentions, addressee)
    if addressee is not None and sender_role == "home":
        addressee = _all_offices(source, mentions, addressed.end(), closing, addressee)
    if addressee is not None:
        other, at = addressee
        role = "home" if sender_role == "host" else "host"
        parties.append(
            Party(
                other, " ".join(text[at.start : at.end].split()), role, None, source.evidence(at.start, at.end), TITLED
            )
        )
    return parties


_BESIDE_WORDS = 4
_OWN_WORDS = 3


def _beside_subject(mentions: list[InstitutionMention], addressee: Chosen) -> Chosen:
    """The office without words of the column beside the address, where the letter names it elsewhere without them."""
    words = addressee[0].split()
    for mention in mentions:
        own = mention.name.split()
        extra = len(words) - len(own)
        if mention.region != addressee[1].region or not 0 < extra <= _BESIDE_WORDS:
            continue
        for cut in range(_OWN_WORDS, len(own) - _OWN_WORDS + 1):
            if own == words[:cut] + words[cut + extra :]:
                return mention.name, addressee[1]
    return addressee


# `peserta magang pada perangkat daerah di lingkungan Pemerintah Provinsi X`
_AMONG_OFFICES = re.compile(
    r"\b(?:di|pada|ke)\s+(?:(?:sejumlah|beberapa|berbagai|seluruh|\w+)\s+){0,2}(?:organisasi\s+)?(?:perangkat\s+daerah|opd|skpd|unit\s+kerja|instansi)\s+"
    r"(?:di\s+|pada\s+)?(?:lingkungan\s+|lingkup\s+)?$",
    re.I,
)


def _all_offices(source: Source, mentions: list[InstitutionMention], start: int, end: int, addressee: Chosen) -> Chosen:
    """The government among whose offices the people are to be placed, though one of them is written to."""
    for mention in mentions:
        if (
            start < mention.start < end
            and mention.kind == "government"
            and mention.region == addressee[1].region
            and _AMONG_OFFICES.search(" ".join(source.text[max(0, mention.start - 90) : mention.start].split()) + " ")
        ):
            return mention.name, mention
    return addressee


_REPORTS_TO = re.compile(r"^\W*(?:kepada|yth)\b\.?(?:\s*yth\b\.?)?\s*:?", re.I | re.M)


def with_reported_to(source: Source, mentions: list[InstitutionMention], parties: list[Party]) -> list[Party]:
    """The house in which a report goes up to its head (`Kepada : Inspektur Daerah Kabupaten X`), where nothing else tells who went."""
    hosts = [party for party in parties if party.role == "host"]
    addressed = _REPORTS_TO.search(source.text, 0, 700)
    if len(hosts) != 1 or len(parties) != 1 or addressed is None:
        return parties
    chosen = addressee_of(source, mentions, addressed.end(), None)
    if chosen is None or chosen[1].region in (None, region_of(hosts[0].name)) or chosen[1].start > addressed.end() + 60:
        return parties
    name, at = chosen
    written = " ".join(source.text[at.start : at.end].split())
    return [Party(name, written, "home", None, source.evidence(at.start, at.end), 0.7), *parties]


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

"""Sender and addressee of a letter about an internship or a visit, and who signs it."""

import re

from nlp.components.institutions import government_of, region_of
from nlp.components.letter_signature import letter_signature
from nlp.components.party_names import HEAD_OF_REGION, government_name
from nlp.components.programme_words import STUDY
from nlp.components.story_cues import FUTURE, SENDS, cited, sentence_at
from nlp.extraction import Party
from nlp.facts import Facts, InstitutionMention
from nlp.source import Source
from nlp.words.places import find_regions

TITLED = 0.85
Chosen = tuple[str, InstitutionMention]

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
    sender = _sender(source, mentions, addressed.start(), closing, office)
    addressee = _addressee(source, mentions, addressed.end(), sender)
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


# A part of a secretariat that writes letters of its own: `Kepala Biro Organisasi`, `BAGIAN HUKUM`.
_BUREAU = re.compile(r"(?:(?:Plt|Plh|Pj)\.?\s+)?(?:Kepala\s+)?(?P<bureau>(?:Biro|Bagian)\s+[^,]+)", re.I)


def _bureau(
    mentions: list[InstitutionMention], kop: list[InstitutionMention], office: str | None, region: str
) -> Chosen | None:
    """The bureau below the secretariat in the letterhead, or the one whose head signs; it writes for itself."""
    ours = [mention for mention in mentions if mention.region == region and _BUREAU.match(mention.name)]
    below = next((mention for mention in kop if mention in ours), None)
    if below is not None:
        return below.name, below
    headed = _BUREAU.match(office) if office is not None else None
    if headed is None or "kepala" not in headed.group().casefold():
        return None
    name = " ".join(headed.group("bureau").split()).casefold()
    whose = [mention for mention in ours if mention.name.casefold().startswith(f"{name.split(' setda')[0]} ")]
    whose.sort(key=lambda mention: not mention.sure)
    return (whose[0].name, whose[0]) if whose else None


def _sender(
    source: Source, mentions: list[InstitutionMention], addressed: int, closing: int, office: str | None
) -> Chosen | None:
    text = source.text
    head = re.search(
        r"^\W*(?P<head>BUPATI|GUBERNUR|WALI\s?KOTA)\s+(?P<region>[A-Z ]{3,40})$", text[: min(addressed, 400)], re.M
    )
    for mention in mentions:
        if mention.kind == "government" and head is not None and head.start() <= mention.start + 1 <= head.end():
            return mention.name, mention
    if (spaced := _spaced_head(text[:200])) is not None:
        return spaced
    if (superior := _signed_for(text, addressed)) is not None:
        return superior
    # A number that abbreviates what is not known (`445/419/RSUD-SK/VI/2026`) names nobody.
    kop = [
        mention
        for mention in mentions
        if mention.start < min(addressed, 700)
        and (mention.region is not None or text[mention.start - 1 : mention.start] != "/")
    ]
    kop = [mention for mention in kop if text.count("\n", 0, mention.start) <= 8]
    agencies = [mention for mention in kop if mention.kind != "government"]
    if head is not None:
        name = government_name(head.group("head"), head.group("region"), 0, 0, [])
        regional = next((mention for mention in mentions if mention.name == name), None)
        if regional is not None:
            return name, regional
        return name, InstitutionMention(
            head.start("head"), head.end(), name, name.removeprefix("Pemerintah "), "government"
        )
    if agencies:
        region = agencies[0].region
        if region is not None and agencies[0].name.startswith("Sekretariat Daerah"):
            # The secretariat writes for the government that it serves, unless one of its bureaus does.
            return _bureau(mentions, agencies, office, region) or (government_of(region), agencies[0])
        return agencies[0].name, agencies[0]
    if kop:
        return kop[0].name, kop[0]
    if (named := _signing_head(text, closing)) is not None:
        return named
    tail = [mention for mention in mentions if mention.start > closing]
    return (tail[0].name, tail[0]) if tail else None


# `a.n. BUPATI X` above the signature: the government writes, whoever signs.
_FOR_HEAD = re.compile(
    r"^\W*a\.?\s?n\.?\s*(?P<head>BUPATI|GUBERNUR|WALI\s?KOTA)\s+(?P<region>[A-Z][A-Z .’'-]{2,40}?)\s*,?\s*$", re.M
)


def _signed_for(text: str, addressed: int) -> Chosen | None:
    found = _FOR_HEAD.search(text, addressed)
    return (
        None
        if found is None
        else _government(found.group("head"), found.group("region"), found.start("head"), found.end("region"))
    )


# Who heads a body that is not named itself: `Yth. Inspektur Kota X`, `Sekretaris DPRD Kabupaten Y`.
_BODY_OF = {"Inspektur": "Inspektorat", "Sekretaris": "Sekretariat"}
_OFFICE_OF = re.compile(
    r"\b(?P<office>Inspektur|Sekretaris(?=\s+(?:DPRD|DPR|Dewan)\b))(?P<rest>(?:\s+(?:Daerah|DPRD))?)\s+"
    r"(?=(?:Kota|Kabupaten|Kab|Provinsi|Prov)\b)"
)


def _addressee(source: Source, mentions: list[InstitutionMention], start: int, sender: Chosen | None) -> Chosen | None:
    text = source.text
    block = text[start : start + 220]
    for mention in mentions:
        if start <= mention.start <= start + 220 and (sender is None or mention.name != sender[0]):
            return mention.name, mention
    if (office := _OFFICE_OF.search(block)) is not None:
        named = find_regions(block[office.end() :])
        if named and named[0].start == 0 and named[0].explicit:
            body = _BODY_OF[office.group("office").split()[0]] + office.group("rest")
            end = office.end() + named[0].end
            name = f"{body} {' '.join(block[office.end() : end].split())}"
            begin = start + office.start("office")
            return name, InstitutionMention(begin, start + end, name, region_of(name), "agency", sure=True)
    head = re.search(
        r"\b(?:Sdr\.?\s+)?(?P<head>Bupati|Gubernur|Wali\s?Kota)\s+(?P<region>[A-Z][\w]+(?: [A-Z]\w+){0,3})", block
    )
    if head is None:
        return None
    name = government_name(head.group("head"), head.group("region"), 0, 0, [])
    begin = start + head.start("head")
    return name, InstitutionMention(begin, start + head.end(), name, name.removeprefix("Pemerintah "), "government")


_SPACED = re.compile(
    r"^\W*(?P<head>B U P A T I|G U B E R N U R|W A L I ?K O T A)(?P<region>(?: +[A-Z]){3,30})\s*$", re.M
)


def _spaced_head(head: str) -> Chosen | None:
    """The letterhead `B U P A T I  L A H A T`."""
    found = _SPACED.search(head)
    if found is None:
        return None
    office = found.group("head").replace(" ", "")
    return _government(office, found.group("region").replace(" ", ""), found.start("head"), found.end("region"))


def _signing_head(text: str, closing: int) -> Chosen | None:
    """`a.n. BUPATI LAHAT` above the signature."""
    for line in re.finditer(r"^.*$", text[closing:], re.M):
        head = HEAD_OF_REGION.match(" ".join(line.group().split()).strip(" ,"))
        if head is not None and len(line.group()) < 60:
            return _government(head.group("head"), head.group("region"), closing + line.start(), closing + line.end())
    return None


def _government(head: str, region: str, start: int, end: int) -> Chosen:
    name = government_name(head, region, 0, 0, [])
    return name, InstitutionMention(start, end, name, name.removeprefix("Pemerintah "), "government")

"""Sender and addressee of a letter about an internship or a visit, and who signs it."""

import re

from nlp.components.institutions import government_of
from nlp.components.party_names import BODY, OFFICE, PERSON, government_name
from nlp.extraction import Party, Representative
from nlp.facts import Facts, InstitutionMention
from nlp.source import Source

TITLED = 0.85
Chosen = tuple[str, InstitutionMention]

# The words above a letter's signature.
_CLOSING = re.compile(
    r"\bdemikian\b[^\n]*(?:\n[^\n]*(?:terima\s+kasih|maklum)[^\n]*)?|"
    r"^\W*atas\s+(?:perkenan|perhatian|kerja\s*sama|bantuan|kesediaan|izin)\b[^\n]*(?:\n[^\n]*terima\s+kasih[^\n]*)?|"
    r"^\W*atas\s+[^\n]{3,120}\bterima\s+kasih\b[^\n]*|\bterima\s+kasih\s+atas\b[^\n]*$|"
    r"^\W*wassalam\w*[^\n]*|^\W*hormat\s+kami\b[^\n]*",
    re.I | re.M,
)
_HOST_SENDER = re.compile(
    r"bersedia\s+menerima|kesediaan\s+(?:kami\s+)?menerima|dapat\s+menerima|menerima\s+(?:dengan\s+baik|"
    r"kunjungan)|siap\s+menerima|tidak\s+keberatan|kami\s+jadwalkan|menyetujui",
    re.I,
)
_HOME_SENDER = re.compile(
    r"(?:pegawai|asn|pns|staf|peserta|aparatur)\s+kami|mohon\s+(?:kiranya\s+)?(?:kesediaan|berkenan|izin|dapat)|"
    r"kami\s+mohon|bermaksud|permohonan|"
    r"instansi\s+(?:saudara|bapak|ibu)|akan\s+melaksanakan",
    re.I,
)
_LETTER_SIGN = re.compile(
    r"^\W*(?P<an>a\.?\s?n\.?\s+[^\n]+\n\s*)?(?P<office>(?:(?:Pj|Plt|Plh|Pjs)\.?\s+)?(?:Gubernur|Bupati|"
    r"Wali\s?Kota|Kepala|Sekretaris|Direktur|Rektor|Dekan|Ketua|Inspektur|Camat|"
    r"Asisten)\b[^\n]{0,120}(?:\n[A-Z][^\n,]{3,80},?)?)\s*\n(?P<rest>(?:[^\n]*\n?){1,9})",
    re.I | re.M,
)


def letter_parties(source: Source, facts: Facts, mentions: list[InstitutionMention]) -> list[Party]:
    text = source.text
    addressed = re.search(r"\bYth\b\.?|^\W*Kepada\b", text, re.M)
    if addressed is None:
        return []
    closing = max(
        (found.start() for found in re.finditer(r"\bdemikian\b", text, re.I) if found.start() > addressed.end()),
        default=len(text),
    )
    sender = _sender(source, mentions, addressed.start(), closing)
    addressee = _addressee(source, mentions, addressed.end(), sender)
    if sender is None:
        return []
    body = text[addressed.end() : closing]
    subject = facts.title or ""
    host_score = 2 * len(_HOST_SENDER.findall(subject)) + len(_HOST_SENDER.findall(body))
    home_score = 2 * len(_HOME_SENDER.findall(subject)) + len(_HOME_SENDER.findall(body))
    if (
        re.search(r"kesediaan\s+menerima|penerimaan|jawaban|balasan|kesediaan\s+sebagai", subject, re.I)
        and "permohonan" not in subject.casefold()
    ):
        host_score += 3
    if re.search(r"menjawab\s+surat|menindaklanjuti\s+surat\s+(?:saudara|bapak)", body, re.I) and home_score == 0:
        host_score += 1
    programme = re.search(
        r"\b(?:magang|kunjungan|studi|benchmark\w*|patok\s+banding|pertukaran)\b", subject + " " + body, re.I
    )
    if programme is None:
        return []
    sender_role = "host" if host_score > home_score else "home"
    name, mention = sender
    signed = _letter_signature(source, mention.region)
    parties = [
        Party(
            name,
            " ".join(text[mention.start : mention.end].split()),
            sender_role,
            signed,
            source.evidence(mention.start, mention.end),
            TITLED,
        )
    ]
    if addressee is not None:
        other, at = addressee
        role = "home" if sender_role == "host" else "host"
        parties.append(
            Party(
                other, " ".join(text[at.start : at.end].split()), role, None, source.evidence(at.start, at.end), TITLED
            )
        )
    return parties


def _sender(source: Source, mentions: list[InstitutionMention], addressed: int, closing: int) -> Chosen | None:
    text = source.text
    head = re.search(
        r"^\W*(?P<head>BUPATI|GUBERNUR|WALI\s?KOTA)\s+(?P<region>[A-Z ]{3,40})$", text[: min(addressed, 400)], re.M
    )
    for mention in mentions:
        if mention.kind == "government" and head is not None and head.start() <= mention.start + 1 <= head.end():
            return mention.name, mention
    kop = [mention for mention in mentions if mention.start < min(addressed, 700)]
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
            # The secretariat writes for the government that it serves.
            return government_of(region), agencies[0]
        return agencies[0].name, agencies[0]
    if kop:
        return kop[0].name, kop[0]
    tail = [mention for mention in mentions if mention.start > closing]
    return (tail[0].name, tail[0]) if tail else None


def _addressee(source: Source, mentions: list[InstitutionMention], start: int, sender: Chosen | None) -> Chosen | None:
    text = source.text
    block = text[start : start + 220]
    for mention in mentions:
        if start <= mention.start <= start + 220 and (sender is None or mention.name != sender[0]):
            return mention.name, mention
    head = re.search(
        r"\b(?:Sdr\.?\s+)?(?P<head>Bupati|Gubernur|Wali\s?Kota)\s+(?P<region>[A-Z][\w]+(?: [A-Z]\w+){0,3})", block
    )
    if head is None:
        return None
    name = government_name(head.group("head"), head.group("region"), 0, 0, [])
    begin = start + head.start("head")
    return name, InstitutionMention(begin, start + head.end(), name, name.removeprefix("Pemerintah "), "government")


def _signing_office(source: Source) -> list[int]:
    """Where the signature's office begins in a letter without closing words: a name and a NIP stand close below it."""
    text, lines = source.text, source.lines
    for index, (start, stop) in enumerate(lines):
        if start < 0.3 * len(text) or re.match(r"(?:a\.?\s?n\.?\s+)?" + OFFICE + r"\b", text[start:stop], re.I) is None:
            continue
        below = [text[slice(*line)] for line in lines[index + 1 : index + 8]]
        named = next((place for place, line in enumerate(below) if PERSON.match(line) and "," in line), None)
        if named is not None and any(re.search(r"\bNIP\b", line) for line in below[named : named + 4]):
            return [start - 1]
    return []


def _letter_signature(source: Source, region: str | None) -> Representative | None:
    text = source.text
    closings = [found.end() for found in _CLOSING.finditer(text)]
    closings = closings or _signing_office(source)
    if not closings:
        return None
    stop = re.search(r"^\W*(?:tembusan|lampiran)\b", text[closings[0] :], re.I | re.M)
    end = closings[0] + stop.start() if stop else len(text)
    lines = [text[first:last].strip() for first, last in source.lines if closings[0] <= first < end]
    position_parts: list[str] = []
    for index, line in enumerate(lines[:14]):
        plain = line.strip(" ,")
        if re.match(r"a\.?\s?n\.?\s", plain, re.I):
            continue
        if re.match(r"u\.?\s?b\.?$", plain, re.I):
            position_parts.clear()  # the one below signs for the one above
            continue
        if re.match(
            r"(?:ttd|\^|ditandatangani|dokumen|pembina|penata|pengatur|nip|\W*$|juru)", plain, re.I
        ) or re.search(r"\d", plain):
            continue
        if not position_parts:
            if re.match(OFFICE + r"\b", plain, re.I):
                position_parts.append(plain)
                if line.endswith(","):
                    continue
            continue
        if position_parts[-1].casefold().endswith((" dan", " serta")):
            position_parts.append(plain)  # `Kepala Dinas Penanaman Modal dan` goes on in the next line
            continue
        if PERSON.match(plain) and not re.match(OFFICE + r"\b|" + BODY, plain) and (index > 0):
            return Representative(plain.rstrip(","), " ".join(position_parts))
        if len(position_parts) < 3 and re.match(
            BODY + r"|PROVINSI|KABUPATEN|KOTA|Provinsi|Kabupaten|Kota|SUMBER|Sumber", plain
        ):
            position_parts.append(plain)
    return None

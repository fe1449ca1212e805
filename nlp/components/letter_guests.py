"""Guests of whom a note within one house tells: whose coming its subject announces, or who wrote that they would like to come."""

import re
from dataclasses import replace

from nlp.components.date_letters import about_a_return
from nlp.components.institutions import government_of
from nlp.components.programme_words import STUDY
from nlp.extraction import Party
from nlp.facts import InstitutionMention
from nlp.source import Source

_SUBJECT = re.compile(r"^\W*(?:hal|perihal|h a l|acara|agenda)\b", re.I | re.M)
_SUBJECT_ENDS, _LONGEST_SUBJECT = (
    re.compile(r"\n(?=[A-Z][^\n:]{2,30}:|\W*(?:[A-Z1-9IVX]+[.)]\s|Yth|Kepada|Dengan))"),
    260,
)
# `Rencana Kedatangan Pemerintah Kota X`, `Penerimaan Kunjungan Kerja dari DPRD Kabupaten Y`
_COMING_OF = re.compile(
    r"\b(?:kedatangan|kunjungan|lawatan|rombongan|tamu|delegasi|penerimaan|(?:"
    + STUDY
    + r"))(?:\s+(?:kerja|belajar|studi|lapangan|tamu|rombongan|tim|delegasi|jajaran))?(?:\s+(?:dari|oleh))?\s+$",
    re.I,
)
# `Wali Kota X melalui surat Nomor … menyampaikan hasrat …`
_BY_LETTER = re.compile(r",?\s+(?:melalui|lewat|dengan|dalam)\s+surat(?:nya)?\b", re.I)
_WISH = re.compile(
    r"\b(?:memohon|mohon|meminta|mengajukan|menyampaikan\s+(?:hasrat|niat|maksud|keinginan|permohonan|rencana|permintaan)|bermaksud|berencana|"
    r"berkeinginan|berhasrat|ingin|akan\s+(?:berkunjung|datang))\b",
    re.I,
)
_WITHIN = 260  # characters
_TITLED = 0.8


def with_guest(source: Source, mentions: list[InstitutionMention], sender: Party, region: str | None) -> list[Party]:
    """The sender as host and those who come to it; nothing where the note tells of no guest."""
    if region is None or about_a_return(source.text):
        return []
    guest = next((mention for mention in mentions if _comes(source.text, mention, region)), None)
    if guest is None:
        return []
    written = " ".join(source.text[guest.start : guest.end].split())
    host = replace(sender, role="host")
    if guest.kind == "government" and re.match(r"(?:Bagian|Biro|Sekretariat)\s", sender.name):
        host = replace(host, name=government_of(region))  # a part of the secretariat writes for its government
    return [host, Party(guest.name, written, "home", None, source.evidence(guest.start, guest.end), _TITLED)]


def _comes(text: str, mention: InstitutionMention, region: str) -> bool:
    if mention.region in (None, region) or not mention.sure:
        return False
    if _BY_LETTER.match(text, mention.end) and _WISH.search(re.split(r"\.\s", text[mention.end :][:_WITHIN])[0]):
        return True
    subject = _SUBJECT.search(text, 0, 1500)
    if subject is None or not subject.end() <= mention.start <= subject.end() + _LONGEST_SUBJECT:
        return False
    if _SUBJECT_ENDS.search(text, subject.end(), mention.start):
        return False
    return _COMING_OF.search(" ".join(text[subject.end() : mention.start].split()) + " ") is not None

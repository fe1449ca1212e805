"""How many a letter speaks of: the guests that it invites, the batches that it announces, figures in English."""

import re
from collections.abc import Sequence

from nlp.components.head_words import ENGLISH, NUMBER, has_figure, number
from nlp.components.recommendation_units import Unit
from nlp.extraction import Group

_I = re.IGNORECASE
_ENGLISH_NUMBER = rf"(?P<n>\d{{1,3}}|{'|'.join(ENGLISH)})"
_WHO = r"(?:officers?|officials?|civil\s+servants?|staff(?:\s+members)?|employees|participants|interns|members|secondees|people|persons|colleagues)"
# What is granted, then who is named: `space for five rather than seven`, `pleased to host four officials`.
_GRANTED = re.compile(
    rf"\b(?:(?:space|room|places)\s+for|(?:can|could|able\s+to|pleased\s+to|happy\s+to|glad\s+to|agree(?:d)?\s+to|pleasure\s+to)\s+(?:only\s+)?(?:host|welcome|receive|accept|accommodate|take))\s+(?:only\s+|up\s+to\s+)?{_ENGLISH_NUMBER}\b(?!\s+(?:days?|weeks?|months?|hours?))",
    _I,
)
_NAMED = re.compile(
    rf"\b(?:nominat\w+|send(?:ing)?|sent|following|hosted|received|welcomed)\s+(?:the\s+)?{_ENGLISH_NUMBER}\s+(?:\w+\s+)?{_WHO}\b",
    _I,
)
# `jumlah rombongan: paling banyak 12 orang`, of those who are invited.
_INVITES = re.compile(r"\b(?:mengundang|undangan)\b", _I)
_AT_MOST = re.compile(
    rf"\b(?:rombongan|delegasi|peserta|utusan|anggota)\b[^.;\d]{{0,60}}?\b(?:paling\s+banyak|maksimal(?:nya)?|sebanyak-banyaknya|tidak\s+lebih\s+dari)\s+(?P<n>{NUMBER})\s+(?:orang|peserta)\b",
    _I,
)
# `Akomodasi bagi paling banyak 10 orang kami tanggung.`
_TREATED = re.compile(
    rf"\b(?:akomodasi|konsumsi|penginapan|transportasi|jamuan|biaya)\b[^.;\d]{{0,60}}?\b(?:paling\s+banyak|maksimal|sebanyak-banyaknya|sejumlah|untuk|bagi)\s+(?P<n>{NUMBER})\s+(?:orang|peserta|tamu)\b[^.;]{{0,40}}?\b(?:kami|ditanggung|disediakan)\b",
    _I,
)
_SIZE_LABEL = re.compile(r"\W*jumlah\s+(?:rombongan|delegasi|peserta|utusan|anggota)\W*", _I)
_SIZE = re.compile(rf"\W*(?:paling\s+banyak|maksimal|sebanyak)?\s*(?P<n>{NUMBER})\s+(?:orang|peserta)\b", _I)
# `Gelombang I: 6 s.d. 17 Juli 2026, empat orang.`
_WAVE = re.compile(
    rf"\W*(?P<label>(?:gelombang|angkatan|kloter|batch|tahap|kelompok)\s+(?:[IVX]{{1,4}}|\d|pertama|kedua|ketiga|keempat|kelima))\s*[:(,–-][^;]{{0,80}}?\b(?P<n>{NUMBER})\s+(?:orang|peserta|pegawai|ASN)\b",
    _I,
)


def count_in_english(units: Sequence[Unit]) -> int | None:
    """What an English letter says: what it grants before what is asked for."""
    for pattern in (_GRANTED, _NAMED):
        for unit in units:
            if match := pattern.search(unit.text):
                said = match["n"].casefold()
                return number(said)
    return None


def count_invited(units: Sequence[Unit]) -> int | None:
    """How many an invitation asks to come; what an earlier journey counted is another story."""
    if not any(_INVITES.search(unit.text) for unit in units):
        return None
    for place, unit in enumerate(units):
        if not has_figure(unit.text):
            continue
        if match := _AT_MOST.search(unit.text) or _TREATED.search(unit.text):
            return number(match["n"])
        if place and _SIZE_LABEL.fullmatch(units[place - 1].text) and (size := _SIZE.match(unit.text)):
            return number(size["n"])
    return None


def announced_waves(units: Sequence[Unit]) -> tuple[Group, ...]:
    """The batches of a journey, a line each with its own figure."""
    found = [match for unit in units if unit.owner.table is None and (match := _WAVE.match(unit.text))]
    labels = {match["label"].casefold() for match in found}
    if len(found) < 2 or len(labels) < len(found):
        return ()
    return tuple(Group(match["label"], number(match["n"])) for match in found)

"""What a letter is about: its row Hal or Perihal, an invitation's occasion, else the name of the paper."""

import re

from nlp.components.number_forms import STRICT
from nlp.names import title_case
from nlp.source import Source

_SUBJECT = re.compile(
    r"^\W*(?:hal|perihal|subject|subjek|subyek|pokok(?:\s+surat)?|h a l|p e r i h a l)\b\s*(?P<text>.*)$", re.I
)
# The subject behind the number and the date on one line: `Nomor 445/702 Fakfak, 22-9-2025 Perihal: …`.
_SUBJECT_INSIDE = re.compile(r"^\W*(?:nomor|no)\b.*\s(?:perihal|hal)\s*:\s*(?P<text>.+)$", re.I)
# What an invitation or an order is about, where it has no such row.
_AGENDA = re.compile(r"^\W*(?:acara|agenda|kegiatan|keperluan)\s*:\s*(?P<text>.+)$", re.I)
_PAPER = re.compile(
    r"^\W*(?P<text>surat\s+(?:perintah\s+)?tugas|surat\s+(?:pengantar|undangan|keterangan)|nota\s+dinas|undangan)\W*$",
    re.I,
)
_TOWN = re.compile(r"\s+di\s+(?!(?:Kab|Kota|Prov|Pem|Dinas|Badan|BKD|BPSDM|RSUD|Biro)\w*\b)[A-Z]\w+(?: [A-Z]\w+)?$")
_LETTER_ROWS = re.compile(
    r"^\W*(?:nomor|no\b|sifat|lampiran|lamp|l a m p|s i f a t|n o m o r|yth|kepada|tanggal|hal|perihal|di\b(?!\s+(?:kab|kota|prov|pem|dinas|badan|bkd|bk?psdm|rsud|biro|inspektorat|sekretariat|bappeda|lingkungan|lingkup)\w*\s)|u\.p|yang\s+terhormat|sdri?\.|(?:saudar[ai]|bapak|ibu)\s+(?:(?:pj|plt|plh)\.?\s+)?(?:bupati|wali|gubernur|kepala|sekretaris|direktur|pimpinan|camat|rektor|dekan|ketua|inspektur)|\d+\s*\(|dengan\s+hormat|"
    r"sehubungan|menindaklanjuti|menjawab|dalam\s+rangka|berkenaan|berdasarkan|bersama)\b",
    re.I,
)


# The addressee's lines in the right-hand column.
_BESIDE = re.compile(
    r"\s+(?:Yth\b|Yang\s+[Tt]erhormat\b|Kepada\s+Yth|[uU]\.\s?p\.|[cC]\.?\s?[qQ]\.|di\s*[-–]\s|di\s+(?-i:[A-Z])[\w ]{2,25}$)"
)
_TOWN_AND_DAY = re.compile(r"[A-Z][\w. -]{2,25},\s*\d{1,2}\s")
# A label of a letter's head with nothing behind it.
_LABEL_ALONE = re.compile(r"\W*(?:nomor|no|sifat|lampiran|lamp|hal|perihal|tanggal|klasifikasi|derajat)\b[\s.:]*", re.I)


def _in_columns(text: str, lines: list[tuple[int, int]], index: int) -> str | None:
    """The subject where a reader gives the labels of the head first and then their values, `Nomor`, `Hal`, `: 12`, `: X`."""
    said = [text[slice(*line)].strip() for line in lines]
    first = last = index
    while first and _LABEL_ALONE.fullmatch(said[first - 1]):
        first -= 1
    while last + 1 < len(said) and _LABEL_ALONE.fullmatch(said[last + 1]):
        last += 1
    if first == last:
        return None
    values: list[str] = []
    for line in said[last + 1 : last + 2 + 3 * (last - first)]:
        if line.startswith(":"):
            values.append(line.lstrip(": "))
        elif values and len(values) > index - first:
            if len(values) > index - first + 1 or _LETTER_ROWS.match(line) or _TOWN_AND_DAY.match(line):
                break
            values[-1] += f" {line}"
        elif values:
            values[-1] += f" {line}"
        else:
            return None
    return " ".join(values[index - first].split()) if len(values) > index - first else None


# `Perihal Kepada Yth. : X`: the label of the addressee's column, drawn between the subject's and its colon.
_DRAWN_IN = re.compile(r"^\W*(?:hal|perihal)\s+(?:kepada\b|yth\b)[^:]{0,8}:", re.I)
_ADDRESS_LABEL = re.compile(r"^\s*(?:kepada|(?:kepada\s+)?yth\.?)\s*(?=:)", re.I)
_ADDRESS_BESIDE = re.compile(r"\s+(?:Yth\b|Yang\s+[Tt]erhormat\b|Sdri?\.\s|Kepada\b|di\s*[-–]\s)|\s{3,}")


def letter_title(source: Source) -> str | None:
    """What the letter's first lines say that it is about; None where they do not."""
    text = source.text
    lines = source.lines[:40]
    for index, (start, stop) in enumerate(lines):
        subject = _subject_of_row(text[start:stop])
        if subject is None:
            continue
        if not subject.strip(" \t:") and (told := _in_columns(text, list(lines), index)):
            return told
        following = [_left(text[first:last]) for first, last in lines[index + 1 : index + 5]]
        if _DRAWN_IN.match(text[start:stop]):
            following = []  # the addressee's lines
        title = " ".join(" ".join(_whole_subject(subject, [line for line in following if line])).split())
        # The addressee's column stands on the same line where the reader did not part the columns.
        title = _ADDRESS_BESIDE.split(title)[0]
        title = _TOWN.sub("", title) if _addressee_town(source, title) else title
        if len(title) > 3:
            return title
    return _agenda(text, list(lines)) or _bare_subject(text, list(lines))


def _subject_of_row(row: str) -> str | None:
    """What stands behind `Hal` or `Perihal`, with the colon; None where the row has no such label."""
    found = _SUBJECT.match(row) or _SUBJECT_INSIDE.match(row)
    if found is None:
        return None
    subject: str = _ADDRESS_LABEL.sub("", found["text"])
    if found.re is _SUBJECT_INSIDE or not subject or re.match(r"\s*[:.]|\s{2,}", subject):
        return subject
    return subject if row.lower().startswith(("hal ", "perihal ", "h a l")) else None


def _whole_subject(subject: str, following: list[str]) -> list[str]:
    """The lines of the subject; `following`: the lines below its row, without those that are empty."""
    parts = [_left(subject)] if subject.strip(" \t:") else []
    if parts and _BESIDE.search(parts[0]) is not None:
        return _beside_address(parts, following)
    for line in following:
        if not any(sign.isalnum() for sign in line) or re.match(r"\d{1,2}[.)]\s", line):
            break  # a ruled line, or a list of addressees
        if _LETTER_ROWS.match(line) or len(line) > 120 or _TOWN_AND_DAY.match(line):
            break
        parts.append(line)
        if not line[-1].isalpha() or len(line) < 25:
            break
    return parts


def _beside_address(parts: list[str], following: list[str]) -> list[str]:
    """The subject's lines cut where the addressee's column begins that stands beside them."""
    for line in following:
        address = _BESIDE.search(line, 1)
        if address is None or _LETTER_ROWS.match(line):
            break  # of the addressee's column alone
        parts = [*(_BESIDE.split(part)[0] for part in parts), line[: address.start()]]
    return parts


def _left(line: str) -> str:
    """What stands in the left-hand column of a line that the reader did not part."""
    return re.split(r"\s{4,}", line.strip(" \t:"))[0]


def _bare_subject(text: str, lines: list[tuple[int, int]]) -> str | None:
    """The line below a number that stands alone, above the addressee."""
    for index, (start, stop) in enumerate(lines[:12]):
        if re.fullmatch(r"\W*(?:(?:nomor|no)\b\W*)?" + STRICT + r"\W*", text[start:stop], re.I) is None:
            continue
        below = [text[first:last].strip() for first, last in lines[index + 1 : index + 3]]
        if (
            len(below) == 2
            and 12 < len(below[0]) < 120
            and not _LETTER_ROWS.match(below[0])
            and ":" not in below[0]
            and not re.search(r"\d{4}\W*$|[.;,]$", below[0])
            and re.match(r"\W*(?:yth|kepada)\b", below[1], re.I)
        ):
            return below[0]
    return None


def _agenda(text: str, lines: list[tuple[int, int]]) -> str | None:
    """The occasion of an invitation, else the name of the paper: `Surat Tugas`."""
    for index, (start, stop) in enumerate(lines):
        found = _AGENDA.match(text[start:stop])
        if found is None:
            continue
        following = text[slice(*lines[index + 1])] if index + 1 < len(lines) else ""
        goes_on = re.search(r"\s(?:di|dan|pada|ke|dari|dengan|dalam)$", found.group("text")) is not None
        return " ".join([found.group("text"), following] if goes_on and ":" not in following else [found.group("text")])
    named = (_PAPER.match(text[start:stop]) for start, stop in lines[:12])
    return next((title_case(found.group("text").upper()) for found in named if found), None)


def _addressee_town(source: Source, title: str) -> bool:
    """The title ends with the addressee's `di Ranai`, which stands in the right-hand column of the same line."""
    if not _TOWN.search(title):
        return False
    place = source.text.find(title[-10:])
    head = source.text[: place + 200]
    if re.search(r"^\W*dari\b", head, re.I | re.M):
        return False  # a note within the house has its addressee above, in a row of its own
    return (
        re.search(r"\bYth\b", head) is not None
        and re.search(
            r"^\W*di\s*[-–]?\s*(?:\w+)?\s*$|\bTempat\b|^\W*(?:Kepada\W+)?Yth\b[^\n]{8,}\bdi\s+[A-Z][a-z]+\W*$",
            head,
            re.M,
        )
        is None
    )

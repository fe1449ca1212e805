"""Who signs a letter: the name under an office at its end, whatever the closing words are."""

import re
from itertools import pairwise

from nlp.components.party_names import BODY, DUTY, OFFICE, OFFICE_GOES_ON, PERSON
from nlp.components.typed_exports import own_words_end
from nlp.extraction import Representative
from nlp.source import Source

# Offices within an agency, beside those that sign agreements.
_OFFICE = re.compile(
    r"(?:a\.?\s?n\.?\s+|u\.?\s?b\.?\s+)?(?:"
    + OFFICE
    + r"|ASISTEN|DEPUTI|Kabid|Kabag|Kasubb?ag|Karo|Sekda|SEKDA|Sekdis|Kasi|Irban|Koordinator|"
    r"KOORDINATOR|PIMPINAN|MANAJER|WAKIL)\b"
)
_ON_BEHALF = re.compile(r"^\W*a\s?\.?\s?n\s?\.\s*", re.I)
_FOR_HIM = re.compile(r"^\W*u\s?\.?\s?b\s?\.?\W*$", re.I)
# Signs and stamps between the office and the name.
_MARK = re.compile(
    r"^\W*(?:ttd|dto|td|tanda\s?tangan|cap|stempel|meterai|materai|di\s?tanda\s?tangani|dokumen\s+ini|\(?\s*paraf|\^|signed)\b|^\$\{|^[\W_]*$",
    re.I,
)
_RANK = re.compile(r"^\W*(?:nip|nidn|nrp|pembina|penata|pengatur|juru|\d{8})", re.I)
# No person: `BKPSDM Kabupaten X`, the last line of an office's name.
_OF_REGION = re.compile(r"\b(?:Kabupaten|Kab\.|Kota|Provinsi|Prov\.)\s", re.I)
# Rank and number on the line of the name.
_RANK_BEHIND = re.compile(
    r"[\s,/]+(?:NIP|NRP|(?:Pembina|Penata|Pengatur|PEMBINA|PENATA)(?=[\s,(]|$)|\d{8}\s?\d{6}\s?\d\s?\d{3}).*$"
)
_END = re.compile(r"^\W*(?:tembusan|lampiran|lembar\s+\w+$|salinan|catatan\s*:|disposisi)", re.I)
_SECOND_OFFICE = re.compile(r"^\W*a\s?\.?\s?n\s?\.\s*\S+.{2,70}?[\s,]+(?P<own>(?!Daerah)" + OFFICE + r"\b.*)$")
_LONGEST_OFFICE = 6  # lines


def letter_signature(source: Source, begin: int) -> tuple[Representative, int] | None:
    """Who signs the letter whose body begins at `begin`, and where the signature stands; None where nobody does."""
    text = source.text
    end = own_words_end(text)
    lines = [span for span in source.lines if begin <= span[0] < end]
    best: tuple[Representative, int] | None = None
    listed: tuple[Representative, int] | None = None
    for index, span in enumerate(lines):
        line = _RANK_BEHIND.sub("", text[slice(*span)]).strip(" ,()")
        if _END.match(line) and span[0] > begin + 0.3 * (len(text) - begin):
            break
        if (
            index == 0
            or not PERSON.match(line)
            or _OFFICE.match(line)
            or re.match(BODY, line)
            or _OF_REGION.search(line)
            or DUTY.match(line)
            or OFFICE_GOES_ON.match(text[slice(*lines[index - 1])])
        ):
            continue
        office = _office_above(text, lines, index)
        if office is None:
            continue
        position, at = office
        if not position or (",", line[-1:]) == (",", ""):
            continue
        signed = Representative(line.rstrip(","), position), at
        if _is_row(text, at):
            listed = listed or signed
            continue
        best = signed
        below = [text[span[0] + len(line) : span[1]], *(text[slice(*other)] for other in lines[index + 1 : index + 3])]
        if any(_RANK.match(other) for other in below):
            return best
    return best or _name_above_office(text, lines) or _name_of_writer(text, lines) or listed


_NUMBERED = re.compile(r"\d{8}\s?\d{6}\s?\d\s?\d{3}\W*$")


def _is_row(text: str, at: int) -> bool:
    """The office stands right below somebody's number: it is the next cell of a list of people, and no signature."""
    return _NUMBERED.search(text, max(0, at - 40), at) is not None and "\n\n" not in text[max(0, at - 3) : at]


def _name_above_office(text: str, lines: list[tuple[int, int]]) -> tuple[Representative, int] | None:
    """The last lines of a mail: the name, and the office below it."""
    tail = lines[-6:]
    for (start, stop), (first, last) in pairwise(tail):
        name, office = text[start:stop].strip(" ,()"), " ".join(text[first:last].split()).strip(" ,")
        if (
            PERSON.match(name)
            and not _OFFICE.match(name)
            and not re.match(BODY, name)
            and _OFFICE.match(office)
            and len(office) < 90
        ):
            return Representative(name, office), start
    return None


def _name_of_writer(text: str, lines: list[tuple[int, int]]) -> tuple[Representative, int] | None:
    """The name with its rank or number below a note that states its writer's office in its head alone."""
    office = stated_office(text)
    if office is None:
        return None
    for (start, stop), (first, last) in pairwise(lines[-9:]):
        line = text[start:stop]
        name = _RANK_BEHIND.sub("", line).strip(" ,()")
        ranked = _RANK.match(text[first:last]) is not None
        if ranked and PERSON.match(name) and not _OFFICE.match(name) and not re.match(BODY, name):
            return Representative(name, office), start
    return None


# `Dari : Kepala Bidang X` of a note within one house.
_FROM = re.compile(r"^\W*dari\s*:\s*(?P<office>.+)$", re.I | re.M)
_NEXT_LABEL = re.compile(r"\s+(?:tanggal|tgl|nomor|no|sifat|hal|perihal|lampiran|tembusan)\b\.?\s*:.*$", re.I)


def stated_office(text: str) -> str | None:
    """The office of the writer as the head of a note states it; None where it states none."""
    found = _FROM.search(text, 0, 1200)
    if found is None:
        return None
    office = _NEXT_LABEL.sub("", " ".join(found.group("office").split()))
    office = re.split(r",\s+(?=" + BODY + r"|[A-Z][\w-]*(?:da|bang)\b)", office)[0].strip(" ,;.")
    return office if _OFFICE.match(office) and len(office) < 120 else None


# `pada tanggal 21 September 2026 Pj. SEKRETARIS DAERAH,` on one line
_AFTER_DAY = re.compile(r"^.{0,60}\b(?:19|20)\d\d,?\s+(?=(?:a\.?\s?n\.?\s+)?" + OFFICE + r"\b)")


def _office_above(text: str, lines: list[tuple[int, int]], index: int) -> tuple[str, int] | None:
    """The office of who signs at line `index`, and where the block of its lines begins; None where no office stands above."""
    block: list[tuple[int, str]] = []
    for start, stop in reversed(lines[max(0, index - 9) : index]):
        line = _AFTER_DAY.sub("", " ".join(text[start:stop].split()))
        if _MARK.match(line) and not _FOR_HIM.match(line):
            if block:
                break
            continue
        if len(line) > 90 or (line.endswith((".", ";", ":")) and not _FOR_HIM.match(line)) or _RANK.match(line):
            break
        if re.search(r"\d", line) or len(block) >= _LONGEST_OFFICE:
            break
        block.insert(0, (start, line))
    first = next(
        (place for place, (_, line) in enumerate(block) if _OFFICE.match(line) or _ON_BEHALF.match(line)), None
    )
    if first is None:
        return None
    block = block[first:]
    return _position([line for _, line in block]), block[0][0]


def _position(lines: list[str]) -> str:
    """The signer's own office: not that of the superior in whose name, or for whom, it is signed."""
    for index, line in enumerate(lines):
        if _FOR_HIM.match(line):
            lines = lines[index + 1 :]
            break
    own: list[str] = []
    superior = False
    for line in lines:
        plain = line.strip(" ,")
        if _ON_BEHALF.match(line):
            superior = True
            behind = _SECOND_OFFICE.match(plain)
            if behind is not None:  # `a.n. KEPALA BADAN X SEKRETARIS,` on one line
                own, superior = [behind.group("own")], False
            continue
        if superior and not _OFFICE.match(plain):
            continue  # the superior's office goes on
        if own and _OFFICE.match(plain) and not superior and not own[-1].casefold().endswith((" dan", " serta")):
            break
        superior = False
        own.append(plain)
    return " ".join(own)

"""Names in an agreement's opening put right: where they end, what the layout cut off them, what is said of others beside them."""

import re
from dataclasses import replace
from difflib import SequenceMatcher

from nlp.components.party_names import AGENCY_HEAD, OFFICE, PERSON, bare_length, official_party_name
from nlp.extraction import Party
from nlp.facts import InstitutionMention
from nlp.names import DEGREE, is_capitals, title_case
from nlp.pages import BlockKind
from nlp.source import Source

_CUT_TITLE = re.compile(
    r"(?<![A-Za-z])(?:(?:Prof|Dr|dr|drg|Ir|Drs|Dra|Hj|H|KH|apt|Ns|Pdt)\.\s*)*(?:Prof|Dr|dr|drg|Ir|Drs|Dra|Hj|H|KH|apt|Ns|Pdt)$"
)


def titles_before(flat: str, start: int) -> str:
    """The titles before the name that opens a segment, where the segment was cut at the stroke of one: `Dr` `. Ir. N`."""
    if not flat.startswith(".", start):
        return ""
    found = _CUT_TITLE.search(flat, max(0, start - 24), start)
    return found.group() if found is not None else ""


def name_end(source: Source, start: int, end: int) -> int:
    """Where the name at `start` ends, at `end` at the latest: not in the next row of a form, amid the sentence or in the address."""
    for block in source.blocks:
        if block.start <= start < block.end and block.block.kind is BlockKind.CELL:
            end = min(end, block.end)
    return start + bare_length(source.text[start:end])


def ending_right(source: Source, mentions: list[InstitutionMention], party: Party) -> Party:
    """The party by its name alone, whatever the form that it was read from held behind it: `…, Jalan X Nomor 1, Y`."""
    start = source.offset(party.evidence)
    stop = start + len(party.evidence.quote)
    end = name_end(source, start, stop)
    if end == stop or " ".join(source.text[start:stop].split()) != party.as_written:
        return party
    official = official_party_name(source.text[start:end], start, end, mentions)
    if official is None:
        return party
    written = " ".join(source.text[start:end].split())
    return replace(party, name=official, as_written=written, evidence=source.evidence(start, end))


_TITLES_FIRST = re.compile(r"(?:(?:Prof|Dr|dr|drg|Ir|Drs|Dra|Hj|H|KH|apt|Ns|Pdt)\.\s*)+")
_DEGREES = re.compile(r"(?:,\s*" + DEGREE + r")+")


def as_signed(name: str, text: str, signatures: list[str]) -> str:
    """`name` as it stands above the signature where the rest of it is in the segment too, cut off by the layout."""
    flat = " ".join(text.split())
    titles = _TITLES_FIRST.match(name)
    bare = name[titles.end() :] if titles is not None else name
    if "," in bare or (" " not in bare and f"{bare} :" not in flat):
        return name
    for line in signatures:
        line = " ".join(line.split()).rstrip(",")
        begin = line.find(bare)
        rest = line[begin + len(bare) :].lstrip(" ,") if begin >= 0 and PERSON.match(line) else ""
        if len(rest) > 2 and (place := flat.find(rest)) >= 0:
            degrees = _DEGREES.match(flat, place + len(rest))
            return name + line[begin + len(bare) :] + (degrees.group() if degrees is not None else "")
    return name


# The second line of a name in capitals, in the column left of the office.
_REST_OF_NAME = re.compile(
    r"[^\S\n]*(?P<rest>[A-Z][A-Z'’.-]+(?:[ ][A-Z][A-Z'’.-]*){0,3}(?:,[ ]*" + DEGREE + r")+)(?=[,.]?(?:\s|$))"
)


def with_next_line(name: str, segment: str) -> str:
    """`NAME : Bupati X, …` with what stands at the beginning of the line below: `SURNAME, S.E., M.M.`."""
    begin = segment.find(f"{name} :")
    if begin < 0 or "," in name or not is_capitals(name):
        return name
    below = segment.find("\n", begin)
    rest = _REST_OF_NAME.match(segment, below + 1) if below >= 0 else None
    return f"{name} {rest['rest']}" if rest is not None else name


def without_slip(name: str, position: str | None, title: str) -> str:
    """A name read by OCR, as the same name stands in the position or the title (`Pengadilari Agama` -> `Pengadilan Agama`)."""
    folded = name.casefold()
    if folded in title.casefold():
        return name
    words = title.split()
    size = len(name.split())
    others = [" ".join(words[index : index + size]).strip(" ,.;:") for index in range(len(words) - size + 1)]
    body = AGENCY_HEAD.match(position) if position else None
    if body is not None:
        others.insert(0, body.group("body"))
    for other in others:
        if other.casefold() != folded and SequenceMatcher(None, other.casefold(), folded).ratio() >= 0.93:
            return title_case(other)
    return name


# A name in a narrow column that breaks before its titles: `N, : Kepala Balai X, S.Si., M.H. berkedudukan di …`.
_BROKEN_NAME = re.compile(
    r"(?<![Jj]abatan)(?<![Jj]abatan ),?\s*:\s+(?P<office>"
    + OFFICE
    + r"(?:,?\s(?:[A-Z][\w-]+|dan|di|pada)){1,20}?)[,\s]\s*"
    r"(?P<titles>" + DEGREE + r"(?:,\s*" + DEGREE + r")*)(?=,?\s+[a-z]|,?\s*$)"
)


def titles_joined(text: str) -> str:
    """`text` with the titles that the layout set behind the office beside it put back behind the name."""
    return _BROKEN_NAME.sub(r", \g<titles>, \g<office>,", text, count=1)


# `(pada saat Perjanjian ditandatangani dijabat oleh Drs. Y)`, `, yang dalam Perjanjian Awal diwakili oleh Y, M.Kes.,`.
OF_OTHERS = re.compile(
    r"\([^()]*\b(?:dijabat|dahulu|semula|sebelumnya|digantikan|menggantikan)\b[^()]*\)|"
    r",\s*(?:yang\s+)?(?:dahulu|semula|sebelumnya|(?:dalam|pada)\s+(?:\w+\s+){1,4}?(?:awal|induk|pokok|semula|lama|pertama|terdahulu))\s+"
    r"(?:di ?wakili|dijabat|ditandatangani)\s+oleh\s+[^,;]{3,60}(?:,\s*" + DEGREE + r")*(?=\s*[,;])",
    re.I,
)

# `berdasarkan Keputusan … tentang Pengangkatan … dalam Jabatan Pimpinan Tinggi Pratama di Lingkungan X, dalam hal ini …`: the decree's
# title names ranks and offices of many.
OF_DECREE = re.compile(
    r"\btentang\s+(?:\w+,?\s+){0,3}?(?:pengangkatan|pemberhentian|penunjukan|penugasan|pemindahan|mutasi|perpanjangan|promosi|penetapan|alih\s+tugas|"
    r"pelantikan|pengukuhan|pengesahan|pemilihan)\b[^;]*?"
    r"(?=[,;]?\s*\b(?:(?:yang\s+)?dalam\s+(?:hal\s+ini|kedudukannya|kapasitasnya|jabatannya)|bertindak|(?:yang\s+)?ber(?:kedudukan|kantor|alamat)\w*|"
    r"(?:untuk\s+)?(?:yang\s+)?selanjutnya|mewakili|untuk\s+dan\s+atas|atas\s+nama|oleh\s+karena\w*|selaku|sebagai)\b|;|$)",
    re.I,
)

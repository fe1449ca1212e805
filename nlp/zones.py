"""The parts of an agreement's text: title block, opening, comparition, body, signatures; offsets into the flat text.

The order is that of Indonesian practice: title and numbers, `Pada hari ini …`, who signs for whom, recitals, articles,
signatures. Numbers, dates and names count as the document's own only in their part; elsewhere they are cited.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from nlp.source import Source

_DAY = r"(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)"
_OPENING = re.compile(
    r"\bpada\s+hari\b|\b(?:kami\s+)?yang\s+ber\s?tanda\s?tangan\b|\boleh\s+dan\s+antara\b|"
    r"\bini\b[^.;]{0,60}?\b(?:dibuat|ditandatangani|diadakan)\s+(?:dan\s+ditandatangani\s+)?(?:di|pada|oleh)\b|\bon\s+this\s+day\b|"
    r"\btelah\s+(?:dibuat|diadakan)\b|\bbertempat\s+di\b|\bber\s?tanda\s?tangan\s*:|\bkami(?:\s+masing-masing)?\s*:|"
    r"\bpara\s+penanda\s?tangan\b|\bberhadapan\b|\byang\s+membuat\b[^:.;]{3,60}:|(?-i:\bKami,\s+(?=[A-Z]))|"
    rf"\b{_DAY}\b[ ,]*(?:tanggal\b|\(?\d|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)\b)|\byang\s+(?:dalam\s+hal\s+ini\s+)?diwakili\s+oleh\b",
    re.I,
)
_PARTY_LABEL = r"(?i:p[il1]hak)\s?-?\s?(?:(?i:ke\s?-?\s?(?:satu|dua|tiga|empat|lima|enam|\d)\b|ke[a-z]+|pertama)|[IVX]{1,4}\b|\d\b)"
_LABEL = (
    r"(?P<label>(?i:para\s+(?:pihak|peserta)|the\s+parties)|" + _PARTY_LABEL + r"|"
    r"(?i:pihak)\b|"
    r"(?i:(?:first|second|third)\s+party)|(?-i:[A-Z][A-Z0-9&/.\-]*(?: [A-Z0-9&/.\-]+){0,4})\b|"
    r"(?<=[“\"‘'])[^”\"’']{2,40}(?=[”\"’'])|"
    # A short name without quotes, which ends the entry: `untuk selanjutnya disebut Politeknik.`
    r"(?<=sebut )(?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=[;.)]|,\s+(?:dan|serta)\b))"
)
# A party gets its label by `selanjutnya disebut …`, by the label in brackets, or by `sebagai PIHAK …`.
LABELS = re.compile(
    r"(?i:(?:\b(?:yang|untuk|dan)[ ,]+)*(?:selanjutnya|selanjut nya|kemudian)\b[ ,]*"
    r"(?:dalam [^,;.]{3,70}? (?:ini )?)?(?:secara [^,;.“\"]{3,50} )?(?:dapat )?(?:di ?sebut(?:kan)?|di ?nama(?:i|kan))?"
    r"(?: juga)?(?: sebagai| dengan)?|\b(?:di ?sebut)(?: juga)?(?: sebagai)?|hereinafter (?:referred to|"
    r"called)(?: as)?(?: the)?)"
    r"[ :–—-]*[“\"‘'(]*" + _LABEL + r"|"
    r"(?:\([“\"‘' ]*|\b(?i:sebagai|selaku|menjadi) [“\"‘']?|(?<=[a-z)] )[–—-]+ (?=\w+ ?\w* ?[\w.;(])|(?<=[a-z)]), (?=(?:PIHAK|Pihak) \w+[.;]))(?P<bracketed>"
    + _PARTY_LABEL
    + r")(?=[”\"’' ]*[),;.:]|\s)"
)
_ARTICLE = re.compile(
    r"\bPASAL\s+(?:1|I|SATU)\b|\bPasal\s+(?:1|I)\b(?!\s+(?:ayat|Undang|angka|huruf))|\bARTICLE\s+(?:1|I)\b"
)
_ANY_ARTICLE = re.compile(r"\b(?:PASAL|Pasal|ARTICLE|Article)\s+\d")
_RECITALS = re.compile(
    r"\bterlebih dahulu (?:menerangkan|mempertimbangkan)|\bmenerangkan terlebih dahulu|\bmenerangkan:|"
    r"\bsecara bersama-sama\b|\bpara pihak\b|\bkedua belah pihak\b|\bdengan (?:memperhatikan|mempertimbangkan)\b|"
    r"\bmemperhatikan\b|\bmengingat\b|\bdasar\s*:",
    re.I,
)
_ENDING = re.compile(
    r"\b[Dd](?i:emikian(?:lah)?)\b|\bdibuat\s+(?:dan\s+ditandatangani\s+)?(?:dalam\s+)?(?:rangkap|di)\b|"
    r"\bPENUTUP\b|\bPenutup\b|"
    r"\b(?i:done\s+in\s+(?:duplicate|two)|done\s+at|in\s+witness\s+whereof|dibuat\s+(?:dalam\s+)?rangkap)\b|"
    r"\bKETENTUAN PENUTUP\b|\brangkap\s+(?:dua|2|3|tiga)",
)


@dataclass(frozen=True, slots=True)
class PartySegment:
    """`flat[start:end]` introduces one party; `label` is what the text calls it afterwards (`PIHAK KESATU`, `RSUD`)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Zones:
    """Offsets into the flat text. `opening` is None where no opening formula is found."""

    opening: int | None
    segments: tuple[PartySegment, ...]
    body: int  # recitals and articles
    ending: int  # the closing article
    end: int

    @property
    def title_end(self) -> int:
        """Where the title block ends at the latest."""
        return self.opening if self.opening is not None else self.body


@lru_cache(maxsize=1)  # five components ask in turn
def zones(source: Source) -> Zones:
    """The parts of an agreement; of another document the result means nothing."""
    flat = source.flat.text
    article = _ARTICLE.search(flat)
    first_article = article.start() if article else min(len(flat), 15_000)
    opening_match = _OPENING.search(flat, 0, first_article)
    if opening_match is not None and opening_match.start() > max(600, 0.6 * len(flat)):
        opening_match = None  # `Ditandatangani di …, Rabu 17 Mei 2017` at the end opens nothing
    opening = _sentence_start(source, opening_match.start()) if opening_match else None
    segments = _headed_segments(source, first_article) or _segments(
        flat, opening if opening is not None else 0, min(first_article, (opening or 0) + 15_000)
    )
    if segments:
        body = segments[-1].end
        heading = _ANY_ARTICLE.search(flat, body, body + 280)
        following = _RECITALS.search(flat, body, heading.start() if heading else body + 280)
        body = following.start() if following and following.start() < body + 200 else body
    else:
        recitals = _RECITALS.search(flat, opening or 0, first_article)
        body = recitals.start() if recitals else first_article if article else opening or 0
    endings = [found.start() for found in _ENDING.finditer(flat, body)]
    late = [place for place in endings if place > body + (len(flat) - body) * 0.3]
    ending = late[-1] if late else max(body, len(flat) - 1500)
    # The last of several closing words may stand in an annex; what counts is the one before the signatures.
    return Zones(opening, segments, body, ending, len(flat))


def _sentence_start(source: Source, place: int) -> int:
    """The start of the line's sentence that holds the flat offset: `Addendum ini dibuat di … pada hari …` begins at Addendum."""
    flat = source.flat
    start, _ = flat.span(place, place + 1)
    line = source.text.rfind("\n", 0, start) + 1
    head = source.text[line:start]
    numbered = re.search(r"\b(?:nomor|no)\b|/\s*\d", head, re.I)
    if len(head) > 160 or numbered:
        return place
    return min(place, flat.place(line))


def _segments(flat: str, start: int, stop: int) -> tuple[PartySegment, ...]:
    found: list[PartySegment] = []
    position = _after_opening(flat, start, stop)
    seen: set[str] = set()
    for match in LABELS.finditer(flat, start, stop):
        label = " ".join((match.group("label") or match.group("bracketed")).upper().split())
        label = re.sub(r"^P[L1]HAK", "PIHAK", label)  # OCR
        if match.start() < position:
            continue
        if re.search(r"PARA PIHAK|PARA PESERTA|PARTIES|KEDUA BELAH", label) or label == "PIHAK":
            if len(found) >= 2:
                break
            continue
        if re.search(
            r"\b(?:PERJANJIAN|NOTA|KESEPAKATAN|KESEPAHAMAN|ADD?ENDUM|MOU|MOA|PKS|IA|LOI|MEMORANDUM|OBJEK)\b", label
        ):
            if len(found) < 2:
                continue
            break
        if label in seen:
            continue
        segment = flat[position : match.start()]
        if len(segment) > 2500 and found:
            break
        if len(segment) < 12:
            continue
        seen.add(label)
        end = _after_label(flat, match.end(), stop)
        found.append(PartySegment(position, match.start() if end == match.end() else end, label))
        position = end
    return tuple(found)


# A line that is a party's label and no more, above the words about that party.
_LABEL_LINE = re.compile(r"^[\W\d]*(?P<label>" + _PARTY_LABEL + r"|[Pp]ihak\s+[A-Z][a-z]+)\W*$")
_LABEL_BEGUN = re.compile(r"^\W*pihak$", re.I)
_ABOUT_PARTY = re.compile(r"\b(?:nama|jabatan|bertindak|mewakili|selaku|atas\s+nama)\b", re.I)


def _headed_segments(source: Source, stop: int) -> tuple[PartySegment, ...]:
    """The parties where each has its label as a heading above name, office and body; empty where they have none."""
    flat = source.flat
    lines = [(start, end) for start, end in source.lines if flat.place(start) < stop]
    heads: list[tuple[int, str]] = []
    for index, (start, end) in enumerate(lines):
        if _LABEL_BEGUN.match(source.text[start:end]) and index + 1 < len(lines):
            # `PIHAK` above `KESATU` in a narrow column.
            end = lines[index + 1][1]
        found = _LABEL_LINE.match(" ".join(source.text[start:end].split()))
        if found is not None:
            index += "\n" in source.text[start:end]
            heads.append((index, " ".join(found.group("label").upper().split())))
    if len(heads) < 2:
        return ()
    segments: list[PartySegment] = []
    for (index, label), following in zip(heads, [*(index for index, _ in heads[1:]), None], strict=True):
        if any(segment.label == label for segment in segments):
            break
        below = lines[index + 1 : following if following is not None else index + 9]
        begin = flat.place(below[0][0]) if below else 0
        end = begin
        for first, last in below:
            written = source.text[first:last]
            row = written.startswith(":")  # the value of the row above
            if end > begin and not row and not _ABOUT_PARTY.search(written) and _SECTION_LINE.match(written):
                break
            end = flat.place(last - 1) + 1
        if not 20 < end - begin < 1200 or not _ABOUT_PARTY.search(flat.text, begin, end):
            break
        segments.append(PartySegment(begin, end, label))
    return tuple(segments) if len(segments) >= 2 else ()


_SECTION_LINE = re.compile(
    r"^\W*(?:[A-Z][A-Z ]{5,60}$|(?:\d{1,2}|[A-Z]|[IVX]+)[.)]\s|§|(?:PARA|Para|Kedua)\s+(?:PIHAK|[Pp]ihak|belah)|Pasal\b|PASAL\b|[Bb]ahwa\b|[Dd]engan\s+ini\b)"
)
_GOES_ON = re.compile(r"[”\"’')]*[ ,]*(?:yang |dan |dalam hal ini )*(?:mewakili|bertindak|untuk dan atas nama)\b", re.I)
_NEXT_PERSON = re.compile(
    r"[;.](?=\s)|\b(?=Nama\b|NAMA\b)|\s(?=(?:\d|[IVX]{1,3}|[a-e])[.)] )|\b(?:telah|sepakat|bersepakat)\b|\s(?=(?:PARA )?PIHAK\b)"
)


def _after_label(flat: str, end: int, stop: int) -> int:
    """Where the words about the party end when they go on behind its label: `selaku PIHAK KESATU, mewakili …`."""
    if _GOES_ON.match(flat, end) is None:
        return end
    following = _NEXT_PERSON.search(flat, end + 12, min(stop, end + 500))
    return following.start() if following else end


_OPENING_END = re.compile(
    r"(?:di ?bawah ini|oleh dan antara|oleh|antara|kami|bertanda ?tangan|penanda ?tangan(?: \w+)? ini|penanda ?tangan|berhadapan|menghadap|pelaksanaan ini)(?:[ ,]+(?:di ?bawah ini|masing-masing|para pihak|"
    r"pihak-pihak|kedua belah pihak|dengan ini))*\s*(?:[:;]|-{3,})|di ?bawah ini ?,|(?-i:Kami, (?=[A-Z]))|"
    r"bertanda ?tangan di ?bawah ini",
    re.I,
)


def _after_opening(flat: str, start: int, stop: int) -> int:
    first_label = LABELS.search(flat, start, stop)
    limit = first_label.start() if first_label else min(stop, start + 900)
    ended = _OPENING_END.search(flat, start, limit)
    while first_label is not None and ended is None:
        # `(selanjutnya "Nota") dibuat …` names the paper itself, before the parties.
        first_label = LABELS.search(flat, first_label.end(), stop)
        limit = first_label.start() if first_label else min(stop, start + 900)
        ended = _OPENING_END.search(flat, start, limit)
    if ended is not None:
        return ended.end()
    first = re.compile(r"\s(?=(?:1|I|a)[.)]\s+[A-Z])").search(flat, start, limit)
    return first.end() if first else start

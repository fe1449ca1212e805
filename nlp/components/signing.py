"""The day on which an agreement was signed: in its opening, behind the parties, or in its closing words."""

import re
from dataclasses import replace

from nlp.components.date_labels import SIGNED, day_of
from nlp.components.dates import find_dates
from nlp.extraction import DatedFact, DateType
from nlp.facts import DateMention, Facts
from nlp.source import Source
from nlp.zones import Zones

# In the opening the paper names itself (`Addendum ini dibuat pada …`); only what appoints or empowers is cited there.
_CITED_IN_OPENING = re.compile(
    r"\b(?:keputusan|surat\s+(?!perjanjian)|peraturan|undang-undang|akta|nomor|no\.|diangkat|berdasarkan|kuasa|"
    r"merujuk|dilantik)\b(?:[^.;]|\.\S){0,140}$",
    re.I,
)


# What a closing date may not stand behind: another paper's signing, a term, a deadline.
_NOT_SIGNING = re.compile(
    r"\b(?:yang\s+(?:(?:telah|sudah|pernah)\s+)?(?:di\s?tanda\s?tangani|diteken|dibuat|disepakati)|"
    r"(?:telah|sudah|pernah)\s+(?:menanda\s?tangani|mengikat|di\s?tanda\s?tangani)|merujuk|"
    r"paling\s+lambat|selambat\S*|berlaku|memperhatikan|mengingat|menimbang|noting|kunjungan|pertemuan)\b|\b(?:sampai(?:\s+dengan)?|hingga|s\.?\s?d\.?|s/d|sejak|mulai|terhitung|per)"
    r"(?:\s+(?:mulai|sejak|dengan|hari|tanggal))*\s*$|"
    # What holds from the signing on, not the signing.
    r"\b(?:sejak|mulai|saat|setelah|begitu)\s+(?:\S+\s+){0,2}?(?:di\s?tanda\s?tangani|diteken)",
    re.I,
)
_SIGNING = re.compile(
    r"\b(?:dibuat|di\s?tanda\s?tangani|disepakati|diteken|done|signed|membubuhkan\s+tanda\s?tangan)\b", re.I
)
_AGREED = re.compile(r"\b(?:ber)?sepakat\b|\bmengikatkan\s+diri\b|\bmenyetujui\b|\bsetuju\b", re.I)

_Signed = tuple[DatedFact, DateMention]


def signed_on(source: Source, facts: Facts, parts: Zones) -> _Signed | None:
    """The day of signing with its mention; None where the document leaves it blank or does not say it."""
    days = [
        mention
        for mention in facts.date_mentions
        if mention.precision == "day" and not mention.is_range and not mention.derived
    ]
    found = _in_opening(source, parts, days) or _behind_parties(source, parts, days)
    if found is None and (stated := day_of(source, facts, SIGNED)) is not None and stated in days:
        found = stated, 0.93
    found = found or _in_closing(source, parts, days)
    if found is None:
        return None
    mention, confidence = found
    mention = _with_bracket(source, mention, days)
    if _before_what_it_cites(source, parts, mention, days):
        return None
    where = source.evidence(mention.start, mention.end)
    return DatedFact(DateType.SIGNED, mention.first, mention.text, False, where, confidence), mention


def _in_opening(source: Source, parts: Zones, days: list[DateMention]) -> tuple[DateMention, float] | None:
    if parts.opening is None:
        return None
    flat = source.flat
    first_party = parts.segments[0].start if parts.segments else parts.opening + 700
    if parts.segments and first_party < parts.opening + 40:
        first_party = parts.segments[0].end
    end = max(first_party, parts.opening + 10)
    for mention in days:
        place = flat.place(mention.start)
        if not parts.opening <= place <= end:
            continue
        lead = flat.text[parts.opening : place]
        if len(lead) > 450 or lead.endswith("/") or _CITED_IN_OPENING.search(lead) or _NOT_SIGNING.search(lead[-120:]):
            continue
        return mention, 0.97
    # A line end or a speck in the middle of the words hides the date from a reading line by line.
    whole = flat.text[parts.opening : end][:600]
    for mention in [*find_dates(whole), *_with_counted_month(whole)]:
        if mention.precision != "day" or mention.is_range or mention.derived:
            continue
        lead = whole[: mention.start]
        if lead.endswith("/") or _CITED_IN_OPENING.search(lead) or _NOT_SIGNING.search(lead[-120:]):
            continue
        start, stop = flat.span(parts.opening + mention.start, parts.opening + mention.end)
        return replace(mention, start=start, end=stop), 0.9
    return None


# `tanggal tiga belas (13) bulan dua (02) tahun dua ribu sembilan belas`: the month by its number.
_COUNTED_MONTH = re.compile(
    r"\bbulan\s+(?P<month>(?P<word>sebelas|dua\s+belas|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)(?:\s*\(\s*0?(?P<figure>\d{1,2})\s*\))?|0?\d{1,2})"
    r"(?=,?\s+tahun\b)",
    re.I,
)
_MONTH_WORDS = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua_belas".split()
_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()


def _with_counted_month(text: str) -> list[DateMention]:
    """The dates of `text` as they read once the month that is given by its number has its name."""
    found = _COUNTED_MONTH.search(text)
    if found is None:
        return []
    word = found["word"]
    number = _MONTH_WORDS.index("_".join(word.lower().split())) + 1 if word else int(found["month"])
    if not 1 <= number <= 12 or (found["figure"] and int(found["figure"]) != number):
        return []
    start, end = found.span("month")
    longer = len(_MONTHS[number - 1]) - (end - start)
    named = text[:start] + _MONTHS[number - 1] + text[end:]
    return [
        replace(mention, end=mention.end - longer, text=text[mention.start : mention.end - longer])
        for mention in find_dates(named)
        if mention.start < start and mention.end - longer > end
    ]


# Right behind the last party, before the recitals.
_THIS_DAY = re.compile(r"[;,.:)”\"]\s*(?:(?:dan|yang|maka)\s+)?pada\s+hari\s+ini[ ,:]*$", re.I)


def _behind_parties(source: Source, parts: Zones, days: list[DateMention]) -> tuple[DateMention, float] | None:
    """`PARA PIHAK pada hari Rabu tanggal … di Mataram sepakat …`, right after the comparition."""
    if not parts.segments:
        return None
    flat = source.flat
    begin = parts.segments[-1].end
    for mention in days:
        place = flat.place(mention.start)
        if not begin <= place <= begin + 220:
            continue
        lead = flat.text[begin:place]
        tail = flat.text[place : place + 220]
        if re.search(r"\bhari\b[ ,:]*(?:ini\b[ ,:]*)?$|\bpada\s+tanggal\s*$", lead, re.I) is None:
            continue
        if _CITED_IN_OPENING.search(lead) or _NOT_SIGNING.search(lead):
            continue
        if _AGREED.search(lead) or _AGREED.search(tail) or _THIS_DAY.search(lead):
            return mention, 0.92
    return None


def _in_closing(source: Source, parts: Zones, days: list[DateMention]) -> tuple[DateMention, float] | None:
    """`Ditandatangani di Curup pada hari …`, or place and date above the signatures."""
    flat = source.flat
    stated: list[tuple[int, DateMention]] = []
    headed: list[DateMention] = []
    for mention in days:
        place = flat.place(mention.start)
        if place < parts.body:
            continue
        lead = re.split(r"(?<=[a-z0-9)])[.;]\s", flat.text[max(0, place - 200) : place])[-1]
        if _SIGNING.search(lead) and not _CITED_IN_OPENING.search(lead[-90:]) and not _NOT_SIGNING.search(lead):
            stated.append((place, mention))
        elif place >= parts.ending - 400 and _alone_with_town(source, mention):
            headed.append(mention)
    late = [mention for place, mention in stated if place >= parts.ending - 400]
    if late:
        return late[0], 0.92
    if headed:
        return _last_signature(headed), 0.85
    return (stated[-1][1], 0.85) if stated else None


def _last_signature(headed: list[DateMention]) -> DateMention:
    """Where each party dates its own signature the paper is signed when the last has signed."""
    first = headed[0]
    return max(
        (mention for mention in headed if abs((mention.first - first.first).days) <= _SIGNED_WITHIN),
        key=lambda mention: mention.first,
    )


_SIGNED_WITHIN = 120  # days


def _alone_with_town(source: Source, mention: DateMention) -> bool:
    """A town and it end their line, alone or as a sentence of their own: `Batam, 26 Juli 2019`, `… rangkap tiga. Sorong, 3 Mei 2024`."""
    line_start = source.text.rfind("\n", 0, mention.start) + 1
    line_end = source.text.find("\n", mention.end)
    rest = source.text[mention.end : line_end if line_end >= 0 else len(source.text)]
    lead = source.text[line_start : mention.start]
    rest = re.sub(r"^\W*(?:pukul|jam)\s+[\d.:]+(?:\s*WI(?:B|TA|T))?", "", rest)
    headed = re.fullmatch(
        r"(?:[^\n]*[a-z0-9)\]][.;\]]\s+)?\W*(?:[A-Z][\w.’' ]{2,30},\s*(?:tanggal\s*:?\s*)?|tanggal\s*:?\s*)", lead
    )
    return headed is not None and len(rest.strip()) < 4


def _with_bracket(source: Source, mention: DateMention, days: list[DateMention]) -> DateMention:
    """The year of the bracket where a word of the spelled-out year could not be read: `Dua Ribu Delapan Be1as (16-03-2018)`."""
    for other in days:
        between = source.text[mention.end : other.start] if 0 < other.start - mention.end < 16 else ""
        same_day = (other.first.day, other.first.month) == (mention.first.day, mention.first.month)
        if same_day and re.fullmatch(r"\s*[A-Za-z0-9]{3,9}\s*\(\s*", between):
            return replace(mention, first=other.first, last=other.last, end=other.end)
    return mention


def _before_what_it_cites(source: Source, parts: Zones, mention: DateMention, days: list[DateMention]) -> bool:
    """A paper cannot cite what is younger than itself by a year: the date was misread."""
    flat = source.flat
    for other in days:
        if (other.first - mention.first).days <= 366 or flat.place(other.start) > parts.body + 600:
            continue
        lead = flat.text[max(0, flat.place(other.start) - 120) : flat.place(other.start)]
        if (_CITED_IN_OPENING.search(lead) or _PAST.search(lead)) and not _UNTIL.search(lead):
            return True
    return False


_UNTIL = re.compile(r"\b(?:sampai|hingga|berakhir|s\.?\s?d\.?|s/d|until|till|jatuh\s+tempo)(?![^.;]{40})", re.I)
_PAST = re.compile(r"\byang\s+ditandatangani\b|\bsigned\b[^.;]{0,60}$", re.I)

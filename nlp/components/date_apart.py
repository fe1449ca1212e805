"""First and last day where the text tells them apart: `tiba Senin, 3 Maret … pulang Jumat, 14 Maret`; one of both; a diary's days.

The words before a day, up to the one before it or the sentence's end, say whether something begins or ends on it.
"""

import re
from typing import Final

from nlp.components.date_lines import WEEKDAY, line_around, sentence_around
from nlp.components.date_programme import excluded
from nlp.components.programme_words import STUDY
from nlp.extraction import Kind
from nlp.facts import DateMention
from nlp.source import Source

_BEGINS: Final = re.compile(
    r"\b(?:sejak|semenjak|mulai|dimulai|bermula|berawal|dibuka|terhitung(?:\s+mulai)?|berangkat|bertolak|tiba|datang|diterima|masuk\s+kerja"
    r"|dari(?=\s+(?:hari\s+pertama|tanggal|tgl|senin|selasa|rabu|kamis|jum.?at|sabtu|minggu)?\W*$)|hari\s+pertama)\b",
    re.I,
)
_ENDS: Final = re.compile(
    r"\b(?:sampai(?:\s+dengan)?|hingga|s\.?\s?d\.?|s/d|selesai|berakhir|penarikan|ditarik|diakhiri|ditutup|penutupan|usai|tuntas|rampung|genap|purna|tamat"
    r"|(?:menuntaskan|menyelesaikan|mengakhiri|merampungkan|menutup|menyudahi)(?:nya)?"
    r"|kembali|pulang|sepulang|meninggalkan(?=\s+[A-Z]\w+\W)|berpamitan|pamit|dilepas|hari\s+terakhir)(?!\w)",
    re.I,
)
# Words between the verb and its day: few, and none of another matter.
_BETWEEN: Final = re.compile(
    r"(?:\s+(?!(?:surat|nomor|keputusan|tahun|akan)\b)\(?[\w’'/-]+\)?(?:,(?=\W*$))?){0,10}[\s:,(]*", re.I
)
_NO_START: Final = re.compile(
    r"\b(?:berlaku|keputusan|sejak\s+tahun|agar|hendaknya|sebaiknya|disarankan|diusulkan|supaya)\b", re.I
)
_THEY: Final = re.compile(
    r"[^\w.\n]{1,3}(?:kami|saya|mereka|(?:para\s+)?peserta|rombongan|tim)\s+(?:\w+\s+)?"
    r"(?P<verb>berangkat|bertolak|tiba|mulai|diterima|dilepas|pulang|kembali|berpamitan|pamit|selesai)\b",
    re.I,
)
_PROLONGED: Final = re.compile(r"\bdi ?perpanjang\b", re.I)
_CLOSING: Final = re.compile(r"\b(?:ditutup|penutupan|pelepasan|dilepas|berakhir|selesai)\b", re.I)
_DAY_LABEL: Final = re.compile(r"^\W*(?:hari|tanggal|hari\s*[/,]\s*tanggal|waktu)\s*:\s*$", re.I)
_THOSE_WHO_GO: Final = re.compile(
    r"\b(?:(?:pe)?magang(?:an)?|" + STUDY + r"|belajar|bekerja|praktik\s+kerja|bertugas)\b",
    re.I,
)
_OPENING: Final = re.compile(r"\bpada\s+hari\s+ini\W{0,3}$", re.I)
# `Senin, 3 November 2025`, `Hari kedua: Selasa, 4 November 2025`
_HEAD_OF_ENTRY: Final = re.compile(
    rf"\W*(?:hari\s+(?:ke-?\s?\w+|pertama|kedua|ketiga|keempat|kelima|keenam|[1-9IVX]+|terakhir)\W+)?(?:{WEEKDAY}\W*)?(?:tanggal\s+)?",
    re.I,
)
FARTHEST: Final = 500  # characters between both
_LONGEST: Final = 200  # days


def told_apart(source: Source, kind: Kind, mentions: list[DateMention]) -> tuple[DateMention, DateMention] | None:
    """`dimulai Selasa, 1 Juli 2025 dan diakhiri Kamis, 31 Juli 2025`: first and last day, each with its own word."""
    text = source.text
    first: DateMention | None = None
    last: DateMention | None = None
    # Told before the first day: `menuntaskan magang, Jumat (…). Mereka bertugas sejak Senin (…)`
    ended: DateMention | None = None
    for place, mention in enumerate(mentions):
        if mention.is_range:
            continue
        sentence = sentence_around(text, mention.start, mention.end)
        if excluded(text, mention, sentence, kind) and not (last and _PROLONGED.search(sentence)):
            continue
        said = _said(text, mention, mentions[place - 1] if place else None)
        if said == "begins" and last is None and _begins_anew(text, first, mention):
            first = mention
            if ended is not None and _spans(first, ended):
                return first, ended
        elif first is None:
            ended = mention if said == "ends" or _farewell_on(text, mention) else ended
        elif _is_near(text, first, mention) and (last is None or _PROLONGED.search(text, last.end, mention.start)):
            ends = said == "ends" or _closes(text, mention) or _farewell_on(text, mention)
            last = mention if ends and _may_last_until(first, mention) else last
    if first is not None and last is None:
        last = _opened_today(text, first, mentions)
    return (first, last) if first is not None and last is not None else None


def _said(text: str, mention: DateMention, before: DateMention | None) -> str | None:
    """`begins` or `ends`, also where minutes or news tell of the day as that of the opening."""
    said = says(text, mention, before)
    if said is None and (_received_today(text, mention) or _opened_on(text, mention)):
        return "begins"
    return said


def _begins_anew(text: str, first: DateMention | None, mention: DateMention) -> bool:
    """Whether a day that begins something is the first, or a better one than the first found before."""
    return first is None or mention.start - first.start > FARTHEST or _sets_to_work(text, first, mention)


def _is_near(text: str, first: DateMention, mention: DateMention) -> bool:
    """Near enough to the first day to close what began on it; entries of a diary are, however long each is."""
    if mention.start - first.start <= FARTHEST or _closes(text, mention):
        return True
    return _heads_line(text, first) and _heads_line(text, mention)


def _may_last_until(first: DateMention, last: DateMention) -> bool:
    return 0 < (last.first - first.first).days <= _LONGEST


_WORKS: Final = re.compile(r"\b(?:mulai|dimulai|hari\s+pertama|masuk\s+kerja)\b[^.;\d]{0,40}$", re.I)
_TRAVELS: Final = re.compile(r"\b(?:berangkat|bertolak|tiba|datang)\b[^.;\d]{0,40}$", re.I)


def _sets_to_work(text: str, first: DateMention, then: DateMention) -> bool:
    """`Berangkat 1 Maret 2026, mulai bekerja Senin 2 Maret 2026`: the work begins on the second day."""
    if not 0 < (then.first - first.first).days <= 7 or "\n\n" in text[first.end : then.start]:
        return False
    left = _TRAVELS.search(text, max(0, first.start - 60), first.start) is not None
    return left and _WORKS.search(text, first.end, then.start) is not None


def travels(text: str, mention: DateMention) -> bool:
    """Whether the day is told as that of the journey: `berangkat Rabu 9 April`."""
    return _TRAVELS.search(text, max(0, mention.start - 60), mention.start) is not None


_FAREWELL: Final = re.compile(
    r"\b(?:penutupan|pelepasan|perpisahan)\b[^.;\n\d]{0,40}(?:\d{1,3}\s)?[^.;\n\d]{0,90}?\b(?:digelar|berlangsung|dilaksanakan|dilakukan|diadakan|dihelat)\b[^.;\n]{0,120}$|"
    # `Mereka dilepas oleh Asisten … dalam acara sederhana, Jumat (14/11)`
    r"\b(?:mereka|peserta|rombongan|asn|pegawai|aparatur)\s+(?:(?:resmi|telah|secara\s+resmi)\s+)?dilepas\b[^.;\n\d]{0,160}$|"
    # `Magang 24 ASN … resmi ditutup Kepala …, Dr. Nama Nama, Selasa (30/9/2025)`
    r"\b(?:itu|ini|tersebut|resmi|telah|akhirnya|magang|program|kegiatan|pertemuan|dan|lalu)\s+(?:ditutup|diakhiri|dipungkasi)\s+(?:dengan\s+(?:pelepasan|penutupan|perpisahan)\s+)?(?:(?:secara\s+)?(?:resmi|langsung)\s+)?(?:oleh\s+)?"
    r"(?-i:[A-Z])(?:[^.;\n\d]|(?<=\bDr)\.|(?<=\bDrs)\.|(?<=\bDra)\.|(?<=\bIr)\.|(?<=\bH)\.|(?<=\bHj)\.|(?<=\bProf)\.|(?<=\bPlt)\.|\.(?=[A-Z])){0,160}$|"
    # `menutup masa magangnya di lingkungan … dalam acara sederhana di lantai empat, Jumat (21/11)`
    r"\b(?:menutup|mengakhiri|menuntaskan|menyelesaikan|merampungkan|menyudahi|mengakhirkan|purna)\s+(?:masa\s+|program\s+|kegiatan\s+)?"
    r"(?:magang|pemagangan|praktik\s+kerja|studi|kunjungan|belajar)(?:nya)?\b[^.;\n\d]{0,160}$",
    re.I,
)


# `Magang resmi dibuka Asisten …, Drs. Nama, M.Si., Senin (3/11)`
_OPENED: Final = re.compile(
    r"\b(?:itu|ini|resmi|telah|magang|pemagangan|program|kegiatan|yang)\s+dibuka\s+(?:(?:secara\s+)?(?:resmi|langsung)\s+)?(?:oleh\s+)?(?-i:[A-Z])"
    r"(?:[^.;\n\d]|\.(?=[A-Z,])|(?<=\bDr)\.|(?<=\bDrs)\.|(?<=\bDra)\.|(?<=\bIr)\.|(?<=\bH)\.|(?<=\bHj)\.){0,160}$",
    re.I,
)


def _opened_on(text: str, mention: DateMention) -> bool:
    return _OPENED.search(text, max(0, mention.start - 200), mention.start) is not None


def _farewell_on(text: str, mention: DateMention) -> bool:
    """`Penutupan magang digelar sederhana di Balai Kota, Rabu (14/12)`."""
    return _FAREWELL.search(text, max(0, mention.start - 200), mention.start) is not None


def _spans(first: DateMention, ended: DateMention) -> bool:
    """Whether the last day, told near and before the first one, may close what began on that."""
    near = first.start - ended.end <= FARTHEST // 2
    return near and _may_last_until(first, ended)


def told_alone(
    source: Source, kind: Kind, mentions: list[DateMention]
) -> tuple[DateMention | None, DateMention | None]:
    """The first or the last day alone: `akan bekerja sampai 1 Desember 2023`, `magang …, yang selesai pada tanggal 26 September`."""
    text = source.text
    for place, mention in enumerate(mentions):
        if mention.is_range:
            continue
        sentence = sentence_around(text, mention.start, mention.end)
        if _THOSE_WHO_GO.search(sentence) is None or excluded(text, mention, sentence, kind):
            continue
        said = says(text, mention, mentions[place - 1] if place else None)
        if said is not None:
            return (mention, None) if said == "begins" else (None, mention)
    return None, None


def says(text: str, mention: DateMention, before: DateMention | None) -> str | None:
    """`begins` or `ends` by the word nearest before the day."""
    start = max(0, mention.start - 110, before.end if before is not None and before.end <= mention.start else 0)
    lead = re.split(r"(?<!s)(?<!d)[.;!?](?=\s)|\n\s*\n", text[start : mention.start])[-1]
    lead = re.sub(
        rf"(?:\s*\b(?:pada|hari|tanggal|tgl\.?|{WEEKDAY})\b[\s,:]*)+\(?$", " ", " ".join(lead.split()) + " ", flags=re.I
    )
    nearest: tuple[int, str] | None = None
    for name, words in (("begins", _BEGINS), ("ends", _ENDS)):
        for match in words.finditer(lead):
            if _BETWEEN.fullmatch(lead, match.end()) and (nearest is None or match.start() > nearest[0]):
                nearest = match.start(), name
    if nearest is None and _heads_line(text, mention):  # a diary: `Senin (3 November 2025). Tiba di …`
        behind = re.sub(r"^\W+", "", text[mention.end : mention.end + 30])
        said = next((name for name, words in (("begins", _BEGINS), ("ends", _ENDS)) if words.match(behind)), None)
        return None if said == "begins" and not re.match(r"tiba|berangkat|datang|bertolak", behind, re.I) else said
    if nearest is None and (told := _THEY.match(text, mention.end)):  # `Jumat, 14 Maret 2025, kami dilepas …`
        return "begins" if _BEGINS.match(told["verb"]) else "ends"
    if nearest is None or (nearest[1] == "begins" and _NO_START.search(lead[-80:])):
        return None
    return nearest[1]


def _closes(text: str, mention: DateMention) -> bool:
    """`Magang akan ditutup … pada` with its day behind a label: `hari/tanggal : Jumat, 1 November 2024`."""
    start, _ = line_around(text, mention.start)
    return (
        _DAY_LABEL.search(text[start : mention.start]) is not None
        and _CLOSING.search(text, max(0, start - 250), start) is not None
    )


_RECEIVED: Final = re.compile(r"\b(?:telah|sudah)\s+(?:diterima|tiba|dibuka|dimulai)\b", re.I)


def _received_today(text: str, mention: DateMention) -> bool:
    """Minutes drawn up on the first day: `Pada hari ini, Senin …, telah diterima rombongan …`."""
    if (
        _OPENING.search(
            re.sub(rf"{WEEKDAY}\W+(?:tanggal\s+)?$", "", text[max(0, mention.start - 45) : mention.start], flags=re.I)
        )
        is None
    ):
        return False
    return _RECEIVED.search(re.split(r"\.\s", text[mention.end : mention.end + 200])[0]) is not None


def _opened_today(text: str, first: DateMention, mentions: list[DateMention]) -> DateMention | None:
    """Minutes drawn up on the last day: `Pada hari ini, Kamis … dibahas hasil kaji banding yang dimulai … (19 November)`."""
    for mention in mentions:
        if (
            mention.start < first.start <= mention.start + FARTHEST
            and not mention.is_range
            and _OPENING.search(text[max(0, mention.start - 20) : mention.start])
            and _may_last_until(first, mention)
        ):
            return mention
    return None


def diary(source: Source, mentions: list[DateMention]) -> tuple[DateMention, DateMention] | None:
    """First and last of the days that head a diary's entries or rows, one after another."""
    text = source.text
    days = [mention for mention in mentions if not mention.is_range and _heads_line(text, mention)]
    run: list[DateMention] = []
    best: list[DateMention] = []
    for mention in days:
        near = run and 0 < (mention.first - run[-1].first).days <= 4
        run = [*run, mention] if near else [mention]
        best = run if len(run) > len(best) else best
    return (best[0], best[-1]) if len(best) >= 3 else None


def _heads_line(text: str, mention: DateMention) -> bool:
    start, _ = line_around(text, mention.start)
    return _HEAD_OF_ENTRY.fullmatch(text, start, mention.start) is not None

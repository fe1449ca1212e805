"""The letterhead above a report's title: which of the lines above its heading belong to it."""

import re

from nlp.components.report_title_words import BYLINE, REPORT_LINE
from nlp.components.title_lines import INSTITUTION_LINE

LONGEST = 400  # characters: no line of a title
_ADDRESS = re.compile(r"\d|\bjl\b|jalan|telp|@|:|\bkomple[kx]s?\b|perkantoran", re.I)
_PART_LINE = re.compile(r"\W*(?:bidang|seksi|sub\s?bag\w*|subdit|urusan)\s", re.I)

# A box of facts above the title, a label above its value: `FAKTA KUNCI`, `Pengirim`, `Dinas X`, `Lokasi`, `Batam`.
_FACT = re.compile(
    r"\W*(?:pengirim|(?:instansi|daerah|unit)?\s*asal|tuan\s+rumah|lokasi|lokus|tempat|mulai|selesai|waktu|tanggal|periode|durasi|lama|(?:jumlah\s+)?peserta|"
    r"(?:sumber\s+)?dana|pembiayaan|biaya|anggaran|izin|dasar|instansi(?:\s+tujuan)?|tujuan|penyusun|ketua(?:\s+tim)?|pembimbing|mentor|pendamping|status|versi)\W*",
    re.I,
)
_FACTS = re.compile(
    r"\W*(?:fakta(?:\s+\w+)?|sekilas(?:\s+\w+){0,2}|data\s+(?:singkat|umum|pokok|kegiatan|magang)|identitas(?:\s+\w+)?|info(?:rmasi)?(?:\s+\w+)?|ringkas(?:an)?\s+data)\W*",
    re.I,
)
_LEAST_FACTS = 3
_LONGEST_VALUE = 3  # lines from one label to the next


def below_facts(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines below a box of facts that stands first; all of them where none does."""
    said = [" ".join(text[start:stop].split()) for start, stop in lines]
    first = 1 if said and _FACTS.fullmatch(said[0]) else 0
    labels = [index for index, line in enumerate(said) if _FACT.fullmatch(line)]
    if not labels or labels[0] != first:
        return lines
    run = [label for at, label in enumerate(labels) if label - labels[max(0, at - 1)] <= _LONGEST_VALUE]
    return lines[run[-1] + 2 :] if len(run) >= _LEAST_FACTS and run[-1] + 2 < len(lines) else lines


def below_letterhead(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A heading that names the report is its title; what stands above it is the letterhead."""
    for index, (start, stop) in enumerate(lines):
        if REPORT_LINE.search(text[start:stop]) and not BYLINE.match(text[start : min(stop, start + LONGEST)]):
            if index and INSTITUTION_LINE.match(text[slice(*lines[0])]):
                return lines[_letterhead(text, lines[:index]) :]
            break
    return lines


def _letterhead(text: str, lines: list[tuple[int, int]]) -> int:
    """How many of the lines above the report's heading are letterhead; fewer than all where a title stands between."""
    between = [
        index
        for index, line in enumerate(lines)
        if not (INSTITUTION_LINE.match(text[slice(*line)]) or (index and _PART_LINE.match(text[slice(*line)])))
    ]
    plain = [index for index in between if _ADDRESS.search(text[slice(*lines[index])]) is None]
    title = sum(stop - start for start, stop in (lines[index] for index in plain))
    if (
        plain
        and plain[0] == between[0]
        and ((plain == between and title >= 25) or _has_rows(text, lines[plain[0] + 1 :]))
    ):
        return plain[0]
    return len(lines)


def _has_rows(text: str, lines: list[tuple[int, int]]) -> bool:
    """Lines `Siapa : …` stand below: the line above them is no part of an address."""
    return sum(re.match(r"\W*[A-Z][\w ]{2,20}\s*:\s", text[slice(*line)]) is not None for line in lines) > 1

"""Actions that one paragraph counts off: `(1) …; (2) …`, `Pertama, … Kedua, …`, `yakni pembentukan …, penyusunan …, serta …`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.components.recommendation_words import has_modal, is_action
from nlp.components.small_letters import holds_any, small_letters

_MARK = re.compile(r"(?:(?<=^)|(?<=\s))(?P<open>\(?)(?P<value>\d{1,2}|[a-j])(?P<close>[).])\s+(?=\S)")
_FIRST_MARKS = ("1.", "1)", "a.", "a)")
_ORDINALS = ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan")
_ORDINAL = re.compile(
    rf"(?:^|(?<=[.;:,!?”\"]\s)|(?<=\bdan\s)|(?<=\bserta\s))(?P<value>{'|'.join(_ORDINALS)}|terakhir)\s*,\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\s;,]*(?:\b(?:dan|serta|juga)\b)?[\s;,]*$", re.IGNORECASE)
_COUNTS_OFF = re.compile(
    r"(?::|\b(?:yakni|yaitu|adalah|ialah|meliputi|mencakup|berupa|antara\s+lain|di\s+antaranya)\b:?)\s+"
)  # of small letters
_BETWEEN = re.compile(r"\s*[,;]\s*(?:(?:dan|serta)\s+)?|\s+serta\s+|\s+dan\s+(?=me[a-z]{4,}\s)", re.IGNORECASE)
# `dua hal kami titipkan kepada X: A, dan B`: as many parts as are counted, whatever word each begins with.
_NUMBERED = re.compile(
    r"\b(?P<n>dua|tiga|empat|lima)\s+(?:hal|usul(?:an)?|saran|rekomendasi|catatan|butir|poin|masukan|gagasan|langkah|perubahan|permintaan|titipan|pesan|pekerjaan)\b[^.;:]{0,110}(?::|\b(?:yakni|yaitu|ialah|adalah)\b:?)\s+",
    re.IGNORECASE,
)
_NUMBERED_CUES = ("dua ", "tiga ", "empat ", "lima ")
_COUNT = {"dua": 2, "tiga": 3, "empat": 4, "lima": 5}
_CUTS = (
    re.compile(r"\s*;\s*(?:(?:dan|serta)\s+)?"),
    re.compile(r"\s*,\s*(?:(?:dan|serta)\s+)?"),
    re.compile(r"\s*,\s*(?:dan|serta)\s+"),
)
_LEAST_WORDS = 4
_SHOULD = re.compile(r"\b(?:jangan|mohon|cukup|di[a-z]{4,}(?:kan|i))\b", re.IGNORECASE)
_LAST_COMMA = re.compile(r"[,;]\s*(?:dan|serta)\s", re.IGNORECASE)
# Not within a name such as `Dinas Komunikasi dan Informatika`: `… agar A, dan supaya B`, `… kami arahkan agar A, dan Dinas X kami minta B`.
_FURTHER = re.compile(
    r"[,;]?\s+(?:dan|serta)(?:\s+juga)?\s+(?=(?:agar|supaya)\s|(?-i:Dinas|Badan|Biro|Bagian|Bidang|Sek|Inspektorat|RS|Rumah|UPT|Kecamatan|Camat|Sub|Satuan|Satpol|Kantor|Kepala|Puskesmas|Perum|Bap|Dis|Din|[A-Z]{2}|[a-z])[^,;.]{2,110}\s(?:kami|kita)\s(?:minta|harapkan|sarankan|usulkan|arahkan|dorong|tugaskan)\s|(?-i:Dinas|Badan|Biro|Bagian|Bidang|Inspektorat|Kecamatan|Sub|Seksi|Satpol|Bap|Dis[a-z]|[A-Z]{4})[^,;.]{2,80}\s(?:perlu|harus|wajib|hendaknya|sebaiknya)\s(?:segera\s)?(?:me|di|ber)[a-z]{3})",
    re.IGNORECASE,
)
_AGAR = re.compile(r"\b(?:agar|supaya|bahwa|kami\s+(?:minta|harapkan|sarankan|usulkan|arahkan))\b", re.IGNORECASE)
_AGAIN = re.compile(r"(?:agar|supaya)\s", re.IGNORECASE)
_COMMA_AGAR = re.compile(r"[,;]\s+(?=(?:agar|supaya)\s)", re.IGNORECASE)
_AGAR_CUES = ("agar", "supaya", "bahwa", "kami")  # one of them stands in what _AGAR matches, in small letters
_BETWEEN_SEMICOLONS = re.compile(r"[^;\s](?:[^;]*[^;\s])?")
_SENTENCE = re.compile(r"(?<=[a-z0-9)”\"]{2}[.!?])\s+(?=[“\"]?[A-Z])")


@dataclass(frozen=True, slots=True)
class Enumeration:
    """`lead`: the words before the first item; `items`: start and end of each, without its mark."""

    lead: str
    items: tuple[tuple[int, int], ...]


def enumeration(text: str) -> Enumeration | None:
    """The items that `text` counts off with marks or ordinals, at least two; None where it does not."""
    return _by_marks(text) or _by_ordinals(text)


def _by_marks(text: str) -> Enumeration | None:
    run: list[re.Match[str]] = []
    for mark in _MARK.finditer(text) if holds_any(text, _FIRST_MARKS) else ():
        if not run:
            if mark["value"] in {"1", "a"}:
                run.append(mark)
            continue
        same = (mark["open"], mark["close"]) == (run[0]["open"], run[0]["close"])
        if (
            same
            and _place(mark["value"]) == _place(run[-1]["value"]) + 1
            and mark["value"].isdigit() == run[0]["value"].isdigit()
        ):
            run.append(mark)
    if len(run) < 2:
        return None
    return _items(text, [(mark.start(), mark.end()) for mark in run], whole=True)


def _place(value: str) -> int:
    return int(value) if value.isdigit() else ord(value) - ord("a") + 1


def _by_ordinals(text: str) -> Enumeration | None:
    run: list[re.Match[str]] = []
    for mark in _ORDINAL.finditer(text) if _ORDINALS[0] in text.casefold() else ():
        word = mark["value"].casefold()
        if (word == "terakhir" and run) or word == _ORDINALS[min(len(run), len(_ORDINALS) - 1)]:
            run.append(mark)
    if len(run) < 2:
        return None
    return _items(text, [(mark.start(), mark.end()) for mark in run], whole=False)


def _items(text: str, marks: Sequence[tuple[int, int]], *, whole: bool) -> Enumeration:
    """The stretch after each mark; of an item behind an ordinal the first sentence only: what follows explains it."""
    ends = [start for start, _ in marks[1:]] + [len(text)]
    found = []
    for (_, start), end in zip(marks, ends, strict=True):
        if (not whole or end == len(text)) and (more := _SENTENCE.search(text, start, end)):
            end = more.start()
        tail = _TAIL.search(text[start:end])
        found.append((start, start + tail.start() if tail else end))
    return Enumeration(text[: marks[0][0]].strip(), tuple(found))


def listed(sentence: str) -> tuple[tuple[int, int], ...]:
    """The actions after `yakni`, `adalah`, `:` in a sentence that names several; empty unless each begins as an action does."""
    opening = _COUNTS_OFF.search(small_letters(sentence))
    if opening is None:
        return ()
    cuts = [(opening.start(), opening.end())]
    for between in _BETWEEN.finditer(sentence, opening.end()):
        if not is_action(sentence[between.end() :]) or between.end() >= len(sentence):
            continue
        if between.group().strip().casefold() != "dan" or _ends_list(sentence, cuts, between):
            cuts.append(between.span())
    starts = [end for _, end in cuts]
    ends = [start for start, _ in cuts[1:]] + [len(sentence)]
    parts = tuple(zip(starts, ends, strict=True))
    whole = len(parts) > 1 and all(is_action(sentence[a:b]) and len(sentence[a:b].split()) > 2 for a, b in parts)
    return parts if whole else ()


def listed_by_number(sentence: str) -> tuple[tuple[int, int], ...]:
    """The parts behind `dua hal kami titipkan kepada X:`, each of which says what should be; empty unless there are as many as it counts."""
    lead = _NUMBERED.search(sentence) if holds_any(sentence.lower(), _NUMBERED_CUES) else None
    if lead is None:
        return ()
    for cut in _CUTS:
        between = list(cut.finditer(sentence, lead.end()))
        if len(between) + 1 != _COUNT[lead["n"].casefold()]:
            continue
        starts = [lead.end(), *(match.end() for match in between)]
        parts = tuple(zip(starts, [*(match.start() for match in between), len(sentence)], strict=True))
        if all(_says_what(sentence[first:last]) for first, last in parts):
            return parts
    return ()


def _says_what(part: str) -> bool:
    return len(part.split()) >= _LEAST_WORDS and (
        has_modal(part) or is_action(part) or _SHOULD.search(part) is not None
    )


def _ends_list(sentence: str, cuts: Sequence[tuple[int, int]], joint: re.Match[str]) -> bool:
    """`membuka A, menggandeng B dan mengirim C`: the `dan` before the last of three or more, not one within an item."""
    item = sentence[cuts[-1][1] : joint.start()]
    return len(cuts) > 1 and len(item.split()) > 2 and not _LAST_COMMA.search(sentence, joint.end())


def parts_by_semicolon(text: str) -> tuple[tuple[int, int], ...]:
    """The parts of `text` between semicolons if there are several and each begins as an action does; else none."""
    parts = tuple((match.start(), match.end()) for match in _BETWEEN_SEMICOLONS.finditer(text))
    whole = len(parts) > 1 and all(is_action(text[a:b].strip()) and len(text[a:b].split()) > 1 for a, b in parts)
    return parts if whole else ()


def parts_by_agar(sentence: str) -> tuple[tuple[int, int], ...]:
    """`… agar A, dan agar B`: the sentence up to the second `agar`, and each further one."""
    cuts = [match.span() for match in _FURTHER.finditer(sentence)] if holds_any(sentence.lower(), _AGAR_CUES) else []
    if not cuts or not _AGAR.search(sentence, 0, cuts[0][0]):
        return ((0, len(sentence)),)
    if _AGAIN.match(sentence, cuts[-1][1]) and (first := _AGAIN.search(sentence)):
        # `… agar A, agar B, dan agar C`
        commas = (match.span() for match in _COMMA_AGAR.finditer(sentence, first.end(), cuts[0][0]))
        cuts = sorted([*commas, *cuts])
    return tuple(zip([0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(sentence)], strict=True))

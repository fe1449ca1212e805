"""Numbers that stand elsewhere than behind `Nomor`: an English reference, the cell of a form, minutes that a report holds."""

import re

from nlp.components.number_forms import (
    BLANK_INSIDE,
    CITED_BEFORE,
    OTHER_NUMBER,
    STRICT,
    VALUE,
    is_date,
    is_number,
    tidy,
)

# `Our ref: IR-26/0417` of an English paper, at the line's beginning or behind a stroke; the addressee's (`Your ref`) is another's.
_REFERENCE = re.compile(
    r"(?:^|[|•])[^\S\n]*(?:Our\s+)?Ref(?:erence)?\b\.?(?:\s+(?:No|Number)\b\.?)?\s*:?[^\S\n]*(?P<value>" + VALUE + r")",
    re.I | re.M,
)
# `NOMOR DAN TANGGAL SPK :` above the number, in the cell of a form.
_LABEL_ABOVE = re.compile(
    r"(?:^|\|)[^\S\n]*NOMOR(?:\s+DAN\s+TANGGAL)?\s+(?P<of>[A-Z][A-Za-z ]{1,30}?)\s*:\s*\n[\s|]*(?P<value>"
    + VALUE
    + r")",
    re.M,
)
# The number of the minutes that a report holds, below their heading.
_MINUTES_NUMBER = re.compile(
    r"^\W*BERITA\s+ACARA\b[^\n]{0,70}\n(?:[^\n:]{0,90}\n){0,2}\W*Nomor\s*:?[^\S\n]*(?P<value>" + VALUE + r")[^\S\n]*$",
    re.I | re.M,
)


def referenced(head: str) -> list[str]:
    found = _REFERENCE.search(head)
    return [tidy(found.group("value"))] if found is not None and is_number(tidy(found.group("value")), "") else []


def below_label(head: str) -> list[str]:
    found = _LABEL_ABOVE.search(head)
    if found is None or OTHER_NUMBER.search(found.group("of")):
        return []
    value = tidy(found.group("value"))
    return [value] if is_number(value, "") else []


def of_minutes(text: str) -> list[str]:
    found = _MINUTES_NUMBER.search(text) if "BERITA" in text else None
    return [tidy(found.group("value"))] if found is not None else []


# Whose number it is, in place of the word: `BKPSDM Fakfak 800.1/561/2025`, `Pemkab Lebak : 12/A/2025`.
_OF_OFFICE = re.compile(
    r"\W*(?:NOMOR\s*:?\s+)?(?P<whose>[A-Z][\w.,&()/ -]{1,70}?)\s*(?:\s|[:=–—])\s*(?P<value>" + STRICT + r")[^\w\n]*",
    re.I,
)


def of_offices(block: str, found: list[str]) -> list[str]:
    """`found` with the numbers of the other parties on the lines right above and below; of lines alone, two at least."""
    lines = [line.strip() for line in block.split("\n") if line.strip()]
    values = [_of_office(line) for line in lines]
    best: list[str] = []
    run: list[str] = []
    for line, value in zip([*lines, ""], [*values, None], strict=True):
        own = value or next((number for number in found if line.endswith(number)), None)
        if own is not None:
            run.append(own)
            continue
        if len(run) > max(1, len(found)) and set(found) <= set(run):
            best = run
        run = []
    return list(dict.fromkeys(best)) or found


def _of_office(line: str) -> str | None:
    found = _OF_OFFICE.fullmatch(line)
    if found is None or OTHER_NUMBER.search(found["whose"]) or CITED_BEFORE.search(found["whose"]):
        return None
    value = tidy(found["value"])
    return value if is_number(value, "") and not is_date(value) else None


_HEADS_PAIRS = re.compile(
    r"\W*(?:nomor|no|number|penomoran|registrasi)(?:\s+(?:naskah|dokumen|register|registrasi|para\s+pihak))?\W*", re.I
)
_PAIR = 2  # cells: whose the number is, and the number


def in_third_column(block: str) -> list[str]:
    """The rows `Nomor | Pemerintah Kabupaten X | 415.4/102/2023` of a table, cell below cell."""
    lines = [line.strip() for line in block.split("\n") if line.strip(" \t:|")]
    found: list[str] = []
    goes_on = 0  # the line at which the next party's pair would begin: the cell `Nomor` may span all rows
    for place, (word, whose, value) in enumerate(zip(["", *lines], lines, lines[1:], strict=False)):
        headed = _HEADS_PAIRS.fullmatch(word) is not None
        if (
            (headed or (found and place == goes_on))
            and re.fullmatch(r"(?=\D*$)[^\W\d][^\n:]{3,100}", whose)
            and not OTHER_NUMBER.search(whose)
            and re.fullmatch(VALUE if headed else STRICT, value)
        ):
            found.append(tidy(value))
            goes_on = place + _PAIR
    return [value for value in dict.fromkeys(found) if is_number(value, "")]


def below_lone_word(block: str) -> list[str]:
    """The lines below a lone `NOMOR`, each a party's short name and its number: `Medan 658.1/9043`."""
    lines = [line.strip() for line in block.split("\n")]
    for index, line in enumerate(lines):
        if re.fullmatch(r"\W*nomor(?:\s+\w+){0,2}\W*", line, re.I) is None or OTHER_NUMBER.search(line):
            continue
        values = []
        for following in lines[index + 1 : index + 8]:
            own = re.fullmatch(r"(?:\w[.)]\s+)?(?:[A-Za-z.]+:?\s+){1,4}:?\s*(?P<value>" + VALUE + r")", following)
            if own is None:
                break
            if BLANK_INSIDE.search(own.group("value")) is None:
                values.append(own.group("value"))
        if len(values) >= 2:
            return values
    return []

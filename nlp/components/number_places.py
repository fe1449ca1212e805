"""Numbers that stand elsewhere than behind `Nomor`: an English reference, the cell of a form, minutes that a report holds."""

import re

from nlp.components.number_forms import OTHER_NUMBER, VALUE, is_number, tidy

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

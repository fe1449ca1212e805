"""By when something is to be done: what each written form states, in a sentence, a heading or a table's column of times."""

import csv
from pathlib import Path

import pytest

from nlp.components.deadlines import find_deadline

with (Path(__file__).parent / "deadline_forms.tsv").open(encoding="utf-8", newline="") as table:
    FORMS = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("form", FORMS, ids=[f"{form['where']}: {form['text']}" for form in FORMS])
def test_a_stated_time_has_its_last_day_and_its_words(form: dict[str, str]) -> None:
    found = find_deadline(form["text"], column=form["where"] != "sentence")
    assert (found.text if found else "-") == form["words"]
    assert (str(found.last) if found and found.last else "-") == form["last"]
    if found is not None:
        assert form["text"][found.start : found.end].strip() == found.text


def test_of_two_stated_times_the_later_one_counts() -> None:
    found = find_deadline("disusun pada Maret 2025 dan ditetapkan paling lambat 1 September 2025, sesudah Juni 2025")
    assert found is not None
    assert str(found.last) == "2025-09-01"

"""By when something is to be done: what each written form states, in a sentence, a heading or a table's column of times."""

import csv
from datetime import date
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


def test_the_day_by_which_counts_before_a_later_day_that_is_told():
    found = find_deadline("Menerima tamu pada 26 Agustus 2026 dan menjawabnya paling lambat 20 Juli 2026")
    assert found is not None
    assert found.last == date(2026, 7, 20)


def test_the_year_in_which_something_is_to_be_done():
    found = find_deadline("Talang air perlu diganti, kami titip untuk dikerjakan tahun 2027, kata lurah.")
    assert found is not None
    assert found.last == date(2027, 12, 31)

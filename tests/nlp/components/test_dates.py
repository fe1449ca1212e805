"""What each written form of a day or a span means; the table beside this file is frozen."""

import csv
from datetime import date
from pathlib import Path

import pytest

from nlp.components.dates import find_dates
from nlp.facts import DateMention

with (Path(__file__).parent / "date_forms.tsv").open(encoding="utf-8", newline="") as table:
    FORMS = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def meaning(mention: DateMention) -> str:
    return f"{mention.first}" if mention.first == mention.last else f"{mention.first}..{mention.last}"


@pytest.mark.parametrize("form", FORMS, ids=[form["text"] for form in FORMS])
def test_a_form_means_what_the_table_says(form: dict[str, str]) -> None:
    text = form["text"].replace("\\n", "\n")
    found = find_dates(text, default_year=int(form["default_year"]) if form["default_year"] else None)
    assert (";".join(meaning(mention) for mention in found) or "-") == form["meaning"]
    marks = set((form["marks"] or "").split())
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
        if len(found) == 1:
            assert bool(mention.warnings) == ("warning" in marks)
            assert mention.spelled == ("spelled" in marks)
            assert mention.derived == ("derived" in marks)
            assert mention.is_range == ("range" in marks)
            for precision in marks & {"month", "quarter", "half", "year", "vague"}:
                assert mention.precision == precision


def test_the_table_holds_at_least_four_hundred_forms() -> None:
    assert len(FORMS) >= 400


def test_words_win_over_the_bracket_and_the_reader_is_told() -> None:
    (mention,) = find_dates("tanggal dua belas bulan Maret tahun dua ribu dua puluh lima (13-03-2025)")
    assert mention.first == date(2025, 3, 12)
    assert "berbeda" in mention.warnings[0]


def test_a_weekday_that_contradicts_is_told_by_name() -> None:
    (mention,) = find_dates("Senin, 20 Februari 2024")
    assert mention.warnings == ("Hari Senin tidak cocok dengan tanggal 20 Februari 2024, yang jatuh pada hari Selasa",)


def test_a_year_comes_from_the_nearest_full_date() -> None:
    text = "Rabu (14/12) rombongan tiba. Acara ditutup Jumat (16/12/2022)."
    first, second = find_dates(text)
    assert (first.first, first.derived) == (date(2022, 12, 14), True)
    assert not second.derived

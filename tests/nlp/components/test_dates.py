"""What each written form of a day or a span means; the table beside this file is frozen."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.components.dates import find_dates
from nlp.facts import DateMention
from nlp.indonesian import DAY_NAMES, MONTH_NAMES, day_in_words

with (Path(__file__).parent / "date_forms.tsv").open(encoding="utf-8", newline="") as table:
    FORMS = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
DAYS = st.dates(min_value=date(1945, 8, 17), max_value=date(2069, 12, 31))
PRECISIONS = {"month", "quarter", "half", "year", "vague"}


def meaning(mention: DateMention) -> str:
    return f"{mention.first}" if mention.first == mention.last else f"{mention.first}..{mention.last}"


@pytest.mark.parametrize("form", FORMS, ids=[f"{form['group']}: {form['text']}" for form in FORMS])
def test_a_form_means_what_the_table_says(form: dict[str, str]) -> None:
    text = form["text"].replace("\\n", "\n")
    found = find_dates(text, default_year=int(form["default_year"]) if form["default_year"] else None)
    assert (";".join(meaning(mention) for mention in found) or "-") == form["meaning"]
    marks = set((form["marks"] or "").split())
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
    if len(found) == 1:
        (mention,) = found
        assert bool(mention.warnings) == ("warning" in marks)
        assert mention.spelled == ("spelled" in marks)
        assert mention.derived == ("derived" in marks)
        assert mention.is_range == ("range" in marks)
        for precision in marks & PRECISIONS:
            assert mention.precision == precision


def test_the_table_holds_at_least_four_hundred_forms_none_of_them_twice() -> None:
    assert len({(form["text"], form["default_year"]) for form in FORMS}) == len(FORMS) >= 400


def in_words(number: int) -> str:
    units = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()
    if number < 12:
        return units[number]
    if number < 20:
        return f"{units[number - 10]} belas"
    if number < 100:
        return f"{units[number // 10]} puluh {in_words(number % 10) if number % 10 else ''}".strip()
    if number < 1000:
        head = "seratus" if number < 200 else f"{units[number // 100]} ratus"
    else:
        head = "seribu" if number < 2000 else f"{in_words(number // 1000)} ribu"
    rest = number % (100 if number < 1000 else 1000)
    return f"{head} {in_words(rest) if rest else ''}".strip()


def spelled_out(day: date) -> str:
    month = MONTH_NAMES[day.month - 1]
    return f"{DAY_NAMES[day.weekday()]} tanggal {in_words(day.day)} bulan {month} tahun {in_words(day.year)}"


@given(day=DAYS)
def test_every_day_is_read_in_every_plain_form(day: date) -> None:
    forms = [
        day_in_words(day),
        day.isoformat(),
        f"{day.day:02}-{day.month:02}-{day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"Padang, {day_in_words(day).upper()}",
        spelled_out(day),
        spelled_out(day).title(),
        f"Pada hari ini {spelled_out(day)} ({day:%d-%m-%Y}), bertempat di Padang",
    ]
    for form in forms:
        (mention,) = find_dates(form)
        assert (mention.first, mention.last, mention.warnings) == (day, day, ()), form


@given(day=DAYS, off=st.integers(1, 6))
def test_a_day_name_that_is_not_the_days_is_always_told_and_never_changes_the_date(day: date, off: int) -> None:
    (mention,) = find_dates(f"{DAY_NAMES[(day.weekday() + off) % 7]}, {day_in_words(day)}")
    assert mention.first == day
    assert len(mention.warnings) == 1


@given(first=DAYS, length=st.integers(1, 400))
def test_a_range_of_two_full_dates_is_one_mention(first: date, length: int) -> None:
    last = first + timedelta(length)
    for until in ("s.d.", "sampai dengan tanggal", "hingga", "–"):
        (mention,) = find_dates(f"tanggal {day_in_words(first)} {until} {day_in_words(last)}.")
        assert (mention.first, mention.last) == (first, last)


@given(st.text(alphabet="0123456789/-. ,()sdOolI’'\ntanggl bulMeirJuh", max_size=60))
def test_no_text_breaks_the_reader_and_every_mention_quotes_its_place(text: str) -> None:
    for mention in find_dates(text, default_year=2024):
        assert text[mention.start : mention.end] == mention.text
        assert mention.first <= mention.last


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


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Jumat Kliwon, 2 Mei 2025", [(date(2025, 5, 2), date(2025, 5, 2))]),
        ("hari Rabu (7-V-2025)", [(date(2025, 5, 7), date(2025, 5, 7))]),
        ("tanggal tujuh, bulan kelima, tahun dua ribu dua puluh lima", [(date(2025, 5, 7), date(2025, 5, 7))]),
        ("Senin 5-5-’25", [(date(2025, 5, 5), date(2025, 5, 5))]),
        (
            "mulai 5 Mei 2025 dan pulang tanggal 9 bulan itu juga",
            [(date(2025, 5, 5), date(2025, 5, 5)), (date(2025, 5, 9), date(2025, 5, 9))],
        ),
        (
            "5 Mei 2025, lalu 9 Juni tahun yang sama; 1 Juli 2030",
            [
                (date(2025, 5, 5), date(2025, 5, 5)),
                (date(2025, 6, 9), date(2025, 6, 9)),
                (date(2030, 7, 1), date(2030, 7, 1)),
            ],
        ),
        ("5 sampai 7 Ju1i 2023", [(date(2023, 7, 5), date(2023, 7, 7))]),
        ("Warta 4 / Mei 2025", [(date(2025, 5, 1), date(2025, 5, 31))]),
        ("pada Mei tahun depan", []),
    ],
)
def test_days_told_by_another_way_of_counting(text: str, days: list[tuple[date, date]]) -> None:
    assert [(mention.first, mention.last) for mention in find_dates(text)] == days


def test_next_year_is_counted_from_the_year_given() -> None:
    (mention,) = find_dates("pada Mei tahun depan", default_year=2025)
    assert (mention.first, mention.last, mention.derived) == (date(2026, 5, 1), date(2026, 5, 31), True)


def test_a_birthday_lends_no_year() -> None:
    found = find_dates("tahun 2024. Ani lahir di Solok pada tanggal 3 Maret 1970, mulai tanggal 2 Januari")
    assert found[-1].first == date(2024, 1, 2)


@pytest.mark.parametrize(
    "text", ["selama dua minggu, 3 s.d. 14 Juni 2024", "2 (dua) minggu, tanggal 3 sd 14 Juni 2024"]
)
def test_weeks_are_no_sunday(text: str) -> None:
    [mention] = find_dates(text)
    assert mention.warnings == ()

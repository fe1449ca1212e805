"""The quick question before the pattern for visits must let through all that the pattern finds."""

import re

import pytest

from nlp.components.visit_words import VISIT, speaks_of_visit


def test_the_pattern_may_be_set_in_small_letters() -> None:
    assert not re.search(r"\\[A-Z]", VISIT.pattern), "`\\W` and the like would mean their contrary"


@pytest.mark.parametrize(
    "text",
    [
        "Rombongan BERKUNJUNG ke Kota Palu",
        "Kami menerima kunjungan Pemerintah Kabupaten Belu",
        "Bupati bertandang ke Sigi",
    ],
)
def test_visits_are_seen_in_all_letters(text: str) -> None:
    assert speaks_of_visit(text)

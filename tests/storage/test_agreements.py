from datetime import date, timedelta

import pytest

from storage import agreements
from storage.agreements import Standing, View
from storage.database import Database
from storage.models import Agreement
from tests.follow_up_rows import TODAY, agreement


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"ends_on": TODAY}, Standing.ENDING),
        ({"ends_on": TODAY + timedelta(days=90)}, Standing.ENDING),
        ({"ends_on": TODAY + timedelta(days=91)}, Standing.IN_FORCE),
        ({"ends_on": TODAY - timedelta(days=1)}, Standing.ENDED),
        ({}, Standing.NO_END),
        ({"starts_on": date(2027, 1, 1), "ends_on": date(2028, 1, 1)}, Standing.NOT_YET),
        ({"ends_on": date(2028, 1, 1), "ended_early_on": TODAY}, Standing.ENDED_EARLY),
        ({"ends_on": date(2028, 1, 1), "ended_early_on": TODAY + timedelta(days=5)}, Standing.ENDING),
        ({"ends_on": TODAY, "renewed_by_id": 7}, Standing.RENEWED),
    ],
)
def test_where_an_agreement_stands(fields: dict[str, object], expected: Standing) -> None:
    assert agreements.standing(Agreement(**fields), TODAY) is expected


@pytest.fixture
def filled(database: Database) -> Database:
    with database.transaction() as session:
        agreement(session, "A", "B", title="lama", ends_on=date(2020, 1, 1))
        agreement(session, "A", "B", title="baru berakhir", ends_on=TODAY - timedelta(days=1))
        agreement(session, "A", "C", title="jauh", ends_on=date(2030, 1, 1))
        agreement(session, "A", "C", title="tanpa akhir")
        agreement(session, "Pemerintah Kota Contoh", "C", title="segera", ends_on=TODAY + timedelta(days=30))
    return database


def test_the_nearest_end_is_on_top_and_what_has_ended_at_the_bottom(filled: Database) -> None:
    with filled.session() as session:
        found = agreements.find(session, View.ALL, today=TODAY)
    assert [row.title for row in found.rows] == ["segera", "jauh", "tanpa akhir", "baru berakhir", "lama"]


def test_counts_agree_with_the_lists(filled: Database) -> None:
    with filled.session() as session:
        counted = agreements.counts(session, TODAY)
        listed = {view: agreements.find(session, view, today=TODAY).total for view in View}
    assert counted == listed == {View.ALL: 5, View.IN_FORCE: 3, View.ENDING: 1, View.NO_END: 1, View.ENDED: 2}


def test_a_party_is_found_by_a_part_of_its_name(filled: Database) -> None:
    with filled.session() as session:
        found = agreements.find(session, View.ALL, today=TODAY, text="kota contoh")
    assert [row.title for row in found.rows] == ["segera"]


def test_ending_soon_leaves_out_what_is_renewed(filled: Database) -> None:
    with filled.transaction() as session:
        next_one = agreement(session, "A", "C", title="lanjutan", ends_on=date(2031, 1, 1))
        segera = agreements.find(session, View.ENDING, today=TODAY).rows[0]
        segera.renewed_by_id = next_one.id
    with filled.session() as session:
        assert agreements.ending_soon(session, TODAY) == []


def test_what_could_renew_shares_a_party_and_is_signed_no_earlier(database: Database) -> None:
    with database.transaction() as session:
        old = agreement(session, "A", "B", signed_on=date(2024, 1, 1))
        agreement(session, "A", "B", title="lebih dahulu", signed_on=date(2023, 1, 1))
        agreement(session, "D", "E", title="orang lain", signed_on=date(2026, 1, 1))
        agreement(session, "B", "C", title="penerus", signed_on=date(2026, 1, 1))
        assert [row.title for row in agreements.that_could_renew(session, old)] == ["penerus"]


def test_between_needs_both_institutions(filled: Database) -> None:
    with filled.session() as session:
        assert {row.title for row in agreements.between(session, "C", "A")} == {"jauh", "tanpa akhir"}
        assert agreements.between(session, "A", None) == ()

from datetime import timedelta

import pytest

from storage import recommendations
from storage.database import Database
from storage.errors import NotFound
from storage.models import Progress
from storage.recommendations import Filter, Me, View
from tests.follow_up_rows import TODAY, document, recommendation

BKD = "Badan Kepegawaian Daerah Provinsi Contoh"


@pytest.fixture
def filled(database: Database) -> Database:
    with database.transaction() as session:
        recommendation(session, "jauh", due=TODAY + timedelta(days=200), unit=BKD)
        recommendation(session, "hari ini", due=TODAY, unit=BKD, person="Sri Handayani")
        recommendation(session, "lewat lama", due=TODAY - timedelta(days=50), unit=BKD)
        recommendation(session, "lewat baru", due=TODAY - timedelta(days=1), topic="kepegawaian")
        recommendation(session, "tanpa tenggat", unit="Biro Organisasi")
        recommendation(session, "selesai", progress=Progress.DONE, due=TODAY - timedelta(days=90))
        recommendation(session, "ditolak", progress=Progress.REFUSED)
        recommendation(session, "ditarik", withdrawn=True, due=TODAY - timedelta(days=5))
    return database


def texts(database: Database, view: View, narrowed: Filter | None = None, me: Me | None = None) -> list[str]:
    with database.session() as session:
        found = recommendations.find(session, view, narrowed or Filter(), today=TODAY, me=me)
        return [row.recommendation.text for row in found.rows]


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View.OPEN, ["lewat lama", "lewat baru", "hari ini", "jauh", "tanpa tenggat"]),
        (View.OVERDUE, ["lewat lama", "lewat baru"]),
        (View.DUE_SOON, ["hari ini"]),
        (View.NO_UNIT, ["lewat baru"]),
        (View.NO_DUE, ["tanpa tenggat"]),
        (View.DONE, ["selesai"]),
        (View.DROPPED, ["ditolak"]),
    ],
)
def test_each_view_lists_the_most_overdue_first(filled: Database, view: View, expected: list[str]) -> None:
    assert texts(filled, view) == expected


def test_counts_agree_with_the_lists(filled: Database) -> None:
    me = Me("sri handayani")
    with filled.session() as session:
        counted = recommendations.counts(session, TODAY, me)
    assert counted == {view: len(texts(filled, view, me=me)) for view in View}


def test_mine_is_by_name_whatever_its_case(filled: Database) -> None:
    assert texts(filled, View.MINE, me=Me("SRI handayani")) == ["hari ini"]


def test_mine_takes_what_my_unit_has_given_to_nobody(filled: Database) -> None:
    assert texts(filled, View.MINE, me=Me("Orang Lain", BKD)) == ["lewat lama", "jauh"]


def test_filters_narrow_together(filled: Database) -> None:
    assert texts(filled, View.OPEN, Filter(unit=BKD, text="LEWAT")) == ["lewat lama"]
    assert texts(filled, View.OPEN, Filter(topic="kepegawaian")) == ["lewat baru"]
    assert texts(filled, View.OPEN, Filter(text="100%")) == []


def test_a_document_is_a_filter(database: Database) -> None:
    with database.transaction() as session:
        source = document(session)
        recommendation(session, "satu", document=source)
        recommendation(session, "lain")
        wanted = source.id
    assert texts(database, View.OPEN, Filter(document_id=wanted)) == ["satu"]


def test_pages_do_not_overlap_and_the_total_is_of_all(filled: Database) -> None:
    with filled.session() as session:
        first = recommendations.find(session, View.OPEN, Filter(), today=TODAY, limit=2)
        second = recommendations.find(session, View.OPEN, Filter(), today=TODAY, offset=2, limit=2)
    assert first.total == second.total == 5
    assert [row.recommendation.text for row in (*first.rows, *second.rows)] == [
        "lewat lama",
        "lewat baru",
        "hari ini",
        "jauh",
    ]


def test_the_board_has_a_lane_a_state_cut_to_its_length(filled: Database) -> None:
    with filled.session() as session:
        lanes = recommendations.board(session, View.OPEN, Filter(), today=TODAY, me=None, per_lane=2)
    assert [(lane.progress, len(lane.rows), lane.total) for lane in lanes] == [
        (Progress.NEW, 2, 5),
        (Progress.ACCEPTED, 0, 0),
        (Progress.RUNNING, 0, 0),
        (Progress.TO_VERIFY, 0, 0),
        (Progress.DONE, 1, 1),
    ]


def test_what_is_not_there_is_not_found(database: Database) -> None:
    with database.session() as session, pytest.raises(NotFound):
        recommendations.get(session, 1)

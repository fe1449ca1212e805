"""Extractions become rows; a second reading leaves alone what people decided."""

import copy
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from nlp.components.kind import _UNSURE as UNSURE_KIND
from nlp.readers.ocr_page import READ
from service.steps import follow_values
from service.steps import record as record_step
from service.steps.record import normal_form, record, value_key
from storage import documents
from storage.database import Database
from storage.files import StoredFile
from storage.index import SearchIndex, open_index
from storage.models import (
    Agreement,
    Decision,
    Document,
    Progress,
    Recommendation,
    State,
    Value,
    Visit,
    VisitStatus,
    now,
)

PAGE = (
    "NOTA KESEPAHAMAN tentang\nPengembangan Kompetensi\nNomor 073/1/KSD/2024\n"
    "Pemerintah Provinsi Jawa Timur dan Pemerintah Provinsi Sumatera Barat\n"
    "Menerapkan Corporate University. Kunjungan balasan diharapkan."
)


def evidence(quote: str, page: str = PAGE) -> dict[str, Any]:
    start = page.index(quote)
    return {"page": 1, "start": start, "end": start + len(quote), "quote": quote}


def extraction() -> dict[str, Any]:
    east, west = "Pemerintah Provinsi Jawa Timur", "Pemerintah Provinsi Sumatera Barat"
    return {
        "file": "mou.pdf",
        "sha256": "a" * 64,
        "kind": "mou",
        "language": "id",
        "title": "Pengembangan Kompetensi",
        "numbers": ["073/1/KSD/2024"],
        "place": None,
        "parties": [
            {
                "name": east, "as_written": east, "role": "party_1", "evidence": evidence(east), "confidence": 0.97,
                "representative": {"name": "Siti Contoh", "position": "Gubernur"},
            },
            {
                "name": west, "as_written": west, "role": "party_2", "evidence": evidence(west), "confidence": 0.6,
                "representative": None,
            },
        ],
        "dates": [
            {
                "type": "signed", "date": "2024-02-20", "text": "2024", "derived": False,
                "evidence": evidence("2024"), "confidence": 0.97,
            }
        ],
        "term": {"start": "2024-02-20", "end": "2027-02-20", "duration": "P3Y"},
        "participants": {"count": None, "groups": [], "people": []},
        "placements": [],
        "recommendations": [
            {
                "text": "Menerapkan Corporate University", "addressee": None, "topic": "pengembangan_kompetensi",
                "due": "2025-06-30", "due_text": "Triwulan II 2025",
                "evidence": evidence("Menerapkan Corporate University"), "confidence": 0.97,
            }
        ],
        "visits": [
            {
                "visitor": east, "host": west, "reciprocal": True, "start": None, "end": None, "when_text": None,
                "purpose": None, "evidence": evidence("Kunjungan balasan diharapkan"), "confidence": 0.97,
            }
        ],
        "indicators": [],
        "warnings": [],
    }  # fmt: skip


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{tmp_path / 'tilik.sqlite3'}")
    opened.migrate()
    yield opened
    opened.close()


@pytest.fixture
def index(database: Database) -> SearchIndex:
    return open_index(database)


def read(database: Database, index: SearchIndex, found: dict[str, Any], page: str = PAGE) -> None:
    """One reading, as the worker does it."""
    with database.transaction() as session:
        document, created = documents.add_once(session, StoredFile("a" * 64, 10), "mou.pdf", None)
        if not created:
            documents.read_again(session, document.id, None)
        attempt = documents.claim(session, document.id, lease_seconds=30, now=now())
        assert attempt is not None
        document = documents.finish(session, document.id, attempt, now=now())
        pages = [{"number": 1, "text": page, "source": "text", "quality": None, "width": 1, "height": 1, "words": []}]
        record(session, index, document, pages, found)


def value(database: Database, field: str, label: str | None = None) -> Value:
    with database.session() as session:
        return session.scalars(select(Value).where(Value.field == field, Value.label == label)).one()


def decide(database: Database, field: str, decision: Decision, **decided: Any) -> None:
    with database.transaction() as session:
        row = session.scalars(select(Value).where(Value.field == field)).first()
        assert row is not None
        row.decision = decision
        if decided:
            row.decided_value = {**(row.read or {}), **decided}


def test_a_reading_fills_all_rows(database: Database, index: SearchIndex) -> None:
    read(database, index, extraction())
    with database.session() as session:
        document = session.get_one(Document, 1)
        assert (document.state, document.kind, document.title) == (State.EXTRACTED, "mou", "Pengembangan Kompetensi")
        assert (document.year, document.page_count, document.doubtful) == (2024, 1, 1)
        assert document.institutions == "Pemerintah Provinsi Jawa Timur\nPemerintah Provinsi Sumatera Barat"
        assert (document.undecided, document.decided) == (len(document.values), 0)
        agreement = session.scalars(select(Agreement)).one()
        assert (agreement.signed_on, agreement.ends_on) == (date(2024, 2, 20), date(2027, 2, 20))
        assert agreement.numbers == "073/1/KSD/2024"
        assert [(p.name[-10:], p.representative) for p in agreement.parties] == [
            ("Jawa Timur", "Siti Contoh"),
            ("tera Barat", None),
        ]
        recommendation = session.scalars(select(Recommendation)).one()
        assert (recommendation.due, recommendation.progress) == (date(2025, 6, 30), Progress.NEW)
        assert [note.act for note in recommendation.notes] == ["read"]
        visit = session.scalars(select(Visit)).one()
        assert (visit.status, visit.promised_on) == (VisitStatus.PROMISED, date(2024, 2, 20))
        assert index.search(session, "corporate").total == 2


def test_every_value_points_at_its_quote(database: Database, index: SearchIndex) -> None:
    read(database, index, extraction())
    with database.session() as session:
        located = [v for v in session.scalars(select(Value)) if v.start is not None]
        assert {v.field for v in located} >= {"title", "numbers", "parties", "dates", "recommendations", "visits"}
        assert all(PAGE[v.start : v.end] == v.quote for v in located)


def test_reading_twice_changes_nothing(database: Database, index: SearchIndex) -> None:
    def rows() -> list[Any]:
        with database.session() as session:
            return [
                [(v.id, v.key, v.position) for v in session.scalars(select(Value).order_by(Value.id))],
                [(r.id, r.version, len(r.notes)) for r in session.scalars(select(Recommendation))],
                [(v.id, v.status) for v in session.scalars(select(Visit))],
                [p.id for a in session.scalars(select(Agreement)) for p in a.parties],
                index.search(session, "corporate").total,
            ]

    read(database, index, extraction())
    before = rows()
    read(database, index, extraction())
    assert rows() == before


@pytest.mark.parametrize("decision", [Decision.CONFIRMED, Decision.REJECTED])
def test_a_second_reading_keeps_a_decision(database: Database, index: SearchIndex, decision: Decision) -> None:
    read(database, index, extraction())
    decide(database, "title", decision)
    again = extraction()
    again["title"] = "Judul Lain"
    read(database, index, again)
    row = value(database, "title")
    assert row.decision is decision
    assert row.read == {"value": "Pengembangan Kompetensi"}


def test_a_second_reading_keeps_a_correction_and_does_not_double_it(database: Database, index: SearchIndex) -> None:
    read(database, index, extraction())
    decide(database, "dates", Decision.CORRECTED, date="2024-02-21")
    again = extraction()
    again["dates"][0]["date"] = "2024-02-21"  # the machine now reads what the person had written
    read(database, index, again)
    row = value(database, "dates", "signed")
    assert row.current is not None
    assert row.current["date"] == "2024-02-21"
    with database.session() as session:
        assert session.scalars(select(Agreement.signed_on)).one() == date(2024, 2, 21)


def test_a_corrected_date_holds_against_another_reading(database: Database, index: SearchIndex) -> None:
    read(database, index, extraction())
    decide(database, "dates", Decision.CORRECTED, date="2024-02-21")
    again = extraction()
    again["dates"][0]["date"] = "2024-02-28"
    read(database, index, again)
    with database.session() as session:
        assert session.scalars(select(Agreement.signed_on)).one() == date(2024, 2, 21)


def test_what_is_no_longer_read_vanishes_unless_decided(database: Database, index: SearchIndex) -> None:
    read(database, index, extraction())
    decide(database, "parties", Decision.CONFIRMED)
    again = extraction() | {"parties": [], "numbers": [], "recommendations": [], "visits": []}
    read(database, index, again)
    with database.session() as session:
        fields = [v.field for v in session.scalars(select(Value))]
        assert "numbers" not in fields
        assert fields.count("parties") == 1
        assert session.scalars(select(Recommendation.withdrawn)).one()
        assert session.scalars(select(Visit.withdrawn)).one()
        assert index.search(session, "corporate", scope="recommendations").total == 0


def test_a_recommendation_that_is_followed_up_outlives_a_poorer_reading(database: Database, index: SearchIndex) -> None:
    read(database, index, extraction())
    with database.transaction() as session:
        recommendation = session.scalars(select(Recommendation)).one()
        recommendation.progress, recommendation.due, recommendation.due_decided = (
            Progress.ACCEPTED,
            date(2026, 1, 1),
            True,
        )
    again = extraction()
    again["recommendations"] = []
    read(database, index, again)
    with database.session() as session:
        recommendation = session.scalars(select(Recommendation)).one()
        assert not recommendation.withdrawn
        assert recommendation.due == date(2026, 1, 1)
        assert recommendation.progress is Progress.ACCEPTED


def test_a_recommendation_read_in_slightly_other_words_is_the_same(database: Database, index: SearchIndex) -> None:
    read(database, index, extraction())
    again = extraction()
    again["recommendations"][0]["text"] = "1. Menerapkan Corporate University."
    read(database, index, again)
    with database.session() as session:
        recommendation = session.scalars(select(Recommendation)).one()
        assert recommendation.text == "1. Menerapkan Corporate University."
        assert not recommendation.withdrawn


def test_a_planned_visit_keeps_what_people_wrote(database: Database, index: SearchIndex) -> None:
    read(database, index, extraction())
    with database.transaction() as session:
        visit = session.scalars(select(Visit)).one()
        visit.status, visit.starts_on, visit.host = VisitStatus.PLANNED, date(2026, 5, 4), "Kota Padang"
    read(database, index, extraction())
    with database.session() as session:
        visit = session.scalars(select(Visit)).one()
        assert (visit.starts_on, visit.host, visit.withdrawn) == (date(2026, 5, 4), "Kota Padang", False)


def test_a_document_that_is_no_agreement_any_more_leaves_no_agreement(database: Database, index: SearchIndex) -> None:
    read(database, index, extraction())
    read(database, index, extraction() | {"kind": "news"})
    with database.session() as session:
        assert session.scalars(select(Agreement)).all() == []


def test_a_decided_value_points_at_its_quote_in_the_new_text(database: Database, index: SearchIndex) -> None:
    read(database, index, extraction())
    decide(database, "parties", Decision.CONFIRMED)
    moved = "Kop surat baru\n" + PAGE
    again = extraction() | {"parties": []}
    read(database, index, again, page=moved)
    with database.session() as session:
        row = session.scalars(select(Value).where(Value.field == "parties")).one()
        assert moved[row.start : row.end] == row.quote


def test_two_values_of_one_key_are_two_rows(database: Database, index: SearchIndex) -> None:
    found = extraction()
    found["visits"].append(copy.deepcopy(found["visits"][0]))
    read(database, index, found)
    with database.session() as session:
        assert len(session.scalars(select(Visit)).all()) == 2


def test_an_extraction_with_nothing_in_it_is_recorded(database: Database, index: SearchIndex) -> None:
    read(database, index, {"kind": "other"}, page="")
    with database.session() as session:
        document = session.get_one(Document, 1)
        assert (document.state, document.undecided) == (State.EXTRACTED, 1)


def test_the_key_of_a_long_text_fits_its_column_and_differs_by_its_end() -> None:
    one, two = ({"text": "kata " * 100 + end} for end in ("satu", "dua"))
    assert len(value_key("recommendations", None, one)) <= 200
    assert value_key("recommendations", None, one) != value_key("recommendations", None, two)
    assert normal_form("  Nomor: 073/1 ") == "nomor 073 1"


def test_a_town_is_shown_where_it_is_written_not_inside_an_address(database: Database, index: SearchIndex) -> None:
    page = "Kepada: dinas.surabaya@contoh.id\n" + PAGE + "\nDitandatangani di Surabaya."
    found = extraction()
    found["place"] = "Surabaya"
    for part in (*found["parties"], *found["dates"]):
        part["evidence"] = evidence(part["evidence"]["quote"], page)
    read(database, index, found, page)
    assert value(database, "place").start == page.rindex("Surabaya")


def test_a_day_of_the_term_is_one_value_with_the_place_and_the_doubt_of_its_date(
    database: Database, index: SearchIndex
) -> None:
    found = extraction()
    said = evidence("2024")
    found["dates"] += [
        {"type": "end", "date": "2027-02-20", "text": "3 tahun", "derived": True, "evidence": said, "confidence": 0.9},
        {"type": "start", "date": "2024-03-01", "text": "Maret", "derived": False, "evidence": said, "confidence": 0.9},
    ]
    read(database, index, found)
    end = value(database, "term", "end")
    assert (end.quote, end.confidence) == ("2024", 0.9)
    assert end.read is not None
    assert (end.read["value"], end.read["derived"]) == ("2027-02-20", True)
    assert follow_values.is_doubtful(end)
    with database.session() as session:
        labels = set(session.scalars(select(Value.label).where(Value.field == "dates")))
    assert labels == {"signed", "start"}, "another day is another value"


@pytest.mark.parametrize(
    ("source", "quality", "doubtful"), [("ocr", 0.25, True), ("ocr", 0.9, False), ("text", 0.25, False)]
)
def test_what_stands_on_a_page_that_nobody_can_read_is_doubtful(
    database: Database, index: SearchIndex, source: str, quality: float, doubtful: bool
) -> None:
    with database.transaction() as session:
        document, _created = documents.add_once(session, StoredFile("a" * 64, 10), "pindai.pdf", None)
        attempt = documents.claim(session, document.id, lease_seconds=30, now=now())
        assert attempt is not None
        document = documents.finish(session, document.id, attempt, now=now())
        pages = [
            {"number": 1, "text": PAGE, "source": source, "quality": quality},
            {"number": 2, "text": "Bersih 12/NK/2024", "source": "text"},
        ]
        record(
            session, index, document, pages, extraction() | {"numbers": ["12/NK/2024"], "title": "Kunjungan balasan"}
        )
    assert follow_values.is_doubtful(value(database, "title")) is doubtful
    assert follow_values.is_doubtful(value(database, "kind")) is doubtful, "it stands nowhere"
    assert not follow_values.is_doubtful(value(database, "numbers")), "it stands on the clean page"


def test_a_kind_that_the_reading_warns_of_is_doubtful(database: Database, index: SearchIndex) -> None:
    read(database, index, extraction())
    assert not follow_values.is_doubtful(value(database, "kind"))
    read(database, index, extraction() | {"warnings": [UNSURE_KIND]})
    assert follow_values.is_doubtful(value(database, "kind"))
    assert not follow_values.is_doubtful(value(database, "title"))


def test_the_limits_of_a_readable_page_and_the_warning_are_those_of_the_reader() -> None:
    assert record_step._WELL_READ == READ
    assert UNSURE_KIND.startswith(record_step._UNSURE_KIND)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2027-01-01", "2027-12-31", (None, None)),
        ("2027-01-01", "2027-01-31", (date(2027, 1, 1), date(2027, 1, 31))),
        ("2027-01-19", None, (date(2027, 1, 19), None)),
    ],
)
def test_a_period_is_not_the_days_of_a_visit(
    database: Database, index: SearchIndex, start: str, end: str | None, days: tuple[date | None, date | None]
) -> None:
    found = extraction()
    found["visits"][0] |= {"start": start, "end": end, "when_text": "pada tahun 2027"}
    read(database, index, found)
    with database.session() as session:
        visit = session.scalars(select(Visit)).one()
        assert (visit.starts_on, visit.ends_on, visit.when_text) == (*days, "pada tahun 2027")


def test_a_period_without_words_of_its_own_is_told_by_its_days(database: Database, index: SearchIndex) -> None:
    found = extraction()
    found["visits"][0] |= {"start": "2027-01-01", "end": "2027-12-31"}
    read(database, index, found)
    with database.session() as session:
        assert session.scalars(select(Visit)).one().when_text == "1 Januari 2027 – 31 Desember 2027"

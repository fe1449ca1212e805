"""What people type, and what they find."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from storage.database import Database
from storage.index import SearchIndex, SearchResult, open_index, sqlite
from storage.models import Document, DocumentPage, Recommendation

PAGES = (
    ("a", "report", 2024, "Pemerintah Provinsi Jawa Timur", ["Pemprov Jatim menerima peserta magang.\nNilai SAKIP: BB."]),
    (
        "b", "mou", 2023, "Pemerintah Kota Bandung\nPemerintah Kota Malang",
        ["Nota kesepahaman tentang Sistem Pemerintahan Berbasis Elektronik", "Halaman kedua <b>Pemerintah</b> Kota"],
    ),
)  # fmt: skip


@pytest.fixture
def index(database: Database) -> SearchIndex:
    found = open_index(database)
    with database.transaction() as session:
        for digit, kind, year, institutions, pages in PAGES:
            document = Document(
                sha256=digit * 64,
                size_bytes=1,
                name=f"berkas-{digit}.pdf",
                kind=kind,
                year=year,
                institutions=institutions,
            )
            document.pages = [DocumentPage(number=n, text=said) for n, said in enumerate(pages, start=1)]
            session.add(document)
            session.flush()
            if kind == "report":
                session.add(
                    Recommendation(
                        document_id=document.id, key="r", topic="lainnya", text="Menyusun peta jalan SPBE", page=1
                    )
                )
            found.put_document(session, document)
    return found


def places(result: SearchResult) -> set[tuple[str, int | None]]:
    return {(hit.document.name, hit.page if hit.scope == "pages" else None) for hit in result.hits}


A1, A_REC, B1, B2 = ("berkas-a.pdf", 1), ("berkas-a.pdf", None), ("berkas-b.pdf", 1), ("berkas-b.pdf", 2)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("penerimaan", {A1}),  # menerima, penerimaan: one stem
        ("Pemerintah Provinsi Jawa Timur", {A1}),  # written Pemprov Jatim
        ("jatim", {A1}),
        ("SPBE", {B1, A_REC}),
        ("sistem pemerintahan berbasis elektronik", {B1, A_REC}),
        ("MoU", {B1}),
        ("sistem akuntabilitas kinerja instansi pemerintah", {A1}),
        ('"nilai sakip"', {A1}),
        ('"sakip nilai"', set()),
        ("berkas-b", {B1}),  # the file's name
        ("pemerintah kota", {B2}),  # the long form's words, and a neighbour's tag is no hindrance
        ("tidakadasamasekali", set()),
        ("", set()),
        ('" ( AND * -', set()),
    ],
)
def test_a_query_finds_its_pages(
    database: Database, index: SearchIndex, query: str, expected: set[tuple[str, int | None]]
) -> None:
    with database.session() as session:
        result = index.search(session, query)
        assert places(result) == expected
        assert result.total == len(expected)


def test_hits_are_marked_in_a_snippet_that_is_plain_text(database: Database, index: SearchIndex) -> None:
    with database.session() as session:
        (hit,) = index.search(session, "pemerintah kota").hits
        assert [s.text for s in hit.snippet if s.hit] == ["Pemerintah", "Kota"]
        assert "".join(s.text for s in hit.snippet) == "Halaman kedua <b>Pemerintah</b> Kota"
        (hit,) = index.search(session, "jawa timur").hits
        said = PAGES[0][4][0]
        assert said[hit.start : hit.end] == "Jatim"


def test_filters_narrow_down_and_facets_count_the_other_choices(database: Database, index: SearchIndex) -> None:
    with database.session() as session:
        everything = index.search(session, "spbe")
        assert [(f.value, f.hits) for f in everything.facets.scope] == [("recommendations", 1), ("pages", 1)]
        assert places(index.search(session, "spbe", kind="mou")) == {B1}
        assert places(index.search(session, "spbe", year=2024)) == {A_REC}
        assert places(index.search(session, "spbe", scope="recommendations")) == {A_REC}
        assert places(index.search(session, "spbe", institution="Pemerintah Kota Malang")) == {B1}
        assert places(index.search(session, "spbe", institution="Pemerintah Kota")) == set()
        narrowed = index.search(session, "spbe", year=2024)
        assert [(f.value, f.hits) for f in narrowed.facets.year] == [(2024, 1), (2023, 1)]
        assert [(f.value, f.hits) for f in narrowed.facets.kind] == [("report", 1)]


def test_a_typo_is_searched_as_the_nearest_word_and_said_so(database: Database, index: SearchIndex) -> None:
    with database.session() as session:
        result = index.search(session, "sakkip")
        assert places(result) == {A1}
        assert result.corrections == (("sakkip", "sakip"),)
        assert index.search(session, "sakkip", exact=True).total == 0


def test_where_no_text_has_all_words_those_with_some_are_given(database: Database, index: SearchIndex) -> None:
    with database.session() as session:
        result = index.search(session, "magang elektronik")
        assert result.relaxed
        assert places(result) == {A1, B1}


def test_a_document_indexed_again_or_removed_leaves_nothing_behind(database: Database, index: SearchIndex) -> None:
    with database.transaction() as session:
        document = session.get_one(Document, 1)
        index.put_document(session, document)
        index.put_document(session, document)
        assert index.search(session, "jatim").total == 1
        index.remove_document(session, document.id)
        assert index.search(session, "jatim").total == 0
        assert index.rebuild(session) == 2
        assert index.search(session, "jatim").total == 1


def test_a_withdrawn_recommendation_is_not_found(database: Database, index: SearchIndex) -> None:
    with database.transaction() as session:
        recommendation = session.get_one(Recommendation, 1)
        recommendation.text = "Menyusun arsitektur"
        index.put_recommendation(session, recommendation)
        assert places(index.search(session, "arsitektur")) == {A_REC}
        recommendation.withdrawn = True
        index.put_recommendation(session, recommendation)
        assert index.search(session, "arsitektur").total == 0


def test_an_undone_transaction_leaves_the_index_as_it_was(database: Database, index: SearchIndex) -> None:
    def half_way() -> None:
        with database.transaction() as session:
            index.remove_document(session, 1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_way()
    with database.session() as session:
        assert index.search(session, "jatim").total == 1


def test_of_very_many_hits_the_newest_are_ranked(
    database: Database, index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "RANKED_HITS", 1)
    with database.session() as session:
        result = index.search(session, "spbe")
        assert result.capped
        assert result.total == 2
        assert places(result) == {B1}


def test_pages_of_hits_do_not_overlap(database: Database, index: SearchIndex) -> None:
    with database.session() as session:
        first, second = (places(index.search(session, "spbe", page=n, per_page=1)) for n in (1, 2))
        assert first | second == {B1, A_REC}
        assert index.search(session, "spbe", page=10**30).hits == ()


def test_ranked_queries_are_driven_by_the_full_text_index(database: Database, index: SearchIndex) -> None:
    with database.session() as session:
        plan = session.execute(
            text(f"EXPLAIN QUERY PLAN {sqlite._FACETS.text}"), {"match": 'stems : "spbe"', "limit": 10}
        ).all()
        scans = [row.detail for row in plan if row.detail.startswith("SCAN")]
        assert all(scan.split()[1] in ("search_text", "t", "h") for scan in scans), scans


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path: Path = tmp_path_factory.mktemp("index") / "t.sqlite3"
    opened = Database(f"sqlite:///{path}")
    opened.migrate()
    yield opened
    opened.close()


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60), st.text(max_size=10))
def test_no_query_breaks_the_search(empty: Database, query: str, institution: str) -> None:
    with empty.session() as session:
        assert open_index(empty).search(session, query, institution=institution, kind=query).total == 0

"""The index in SQLite's FTS5: stems, words as written and facet tokens of each page and each recommendation.

Ranking costs 1 to 3 microseconds a hit, so a word in half of a million rows would take half a second: only the newest
20,000 hits are ranked. Rank and LIMIT stand alone in the innermost query, and rows are fetched for what is shown; a
join beside MATCH lets the planner drive from the wrong table, which was seen to take seconds.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from sqlalchemy import Select, delete, func, select, text
from sqlalchemy.orm import Session, defer

from storage.index import words
from storage.index.hits import FacetCount, Facets, Hit, SearchResult
from storage.index.snippets import snippet
from storage.index.tables import entries
from storage.index.words import Term
from storage.models import Document, DocumentPage, Recommendation

RANKED_HITS = 20_000
PAGES, RECOMMENDATIONS = "pages", "recommendations"
_SCOPES = (RECOMMENDATIONS, PAGES)

_INSERT = text(
    "INSERT OR REPLACE INTO search_text(rowid, stems, surface, facets) VALUES (:id, :stems, :surface, :facets)"
)
_COUNT = text("SELECT count(*) FROM search_text WHERE search_text MATCH :match")
_FLOOR = text("SELECT rowid FROM search_text WHERE search_text MATCH :match ORDER BY rowid DESC LIMIT 1 OFFSET :offset")
_RANKED = text(
    "SELECT rowid FROM search_text WHERE search_text MATCH :match AND rowid >= :floor"
    " ORDER BY rank LIMIT :limit OFFSET :offset"
)
# CROSS JOIN keeps the order of the tables: hits first, then their rows by primary key.
_FACETS = text(
    "SELECT d.kind, d.year, d.institutions, sum(h.hits) FROM ("
    "SELECT e.document_id AS id, count(*) AS hits FROM ("
    "SELECT rowid FROM search_text WHERE search_text MATCH :match ORDER BY rowid DESC LIMIT :limit) AS t "
    "CROSS JOIN search_entries AS e ON e.id = t.rowid GROUP BY e.document_id) AS h "
    "CROSS JOIN documents AS d ON d.id = h.id GROUP BY d.kind, d.year, d.institutions"
)
_VOCABULARY = text(
    "SELECT term, doc FROM search_words WHERE col = 'stems' AND term >= :first AND term < :after"
    " AND length(term) BETWEEN :shortest AND :longest"
)
_GAPS = text(
    "SELECT d.id FROM documents AS d WHERE ("
    "SELECT count(*) FROM search_entries AS e JOIN search_text AS t ON t.rowid = e.id WHERE e.document_id = d.id) <> ("
    "SELECT count(*) FROM document_pages AS p WHERE p.document_id = d.id) + ("
    "SELECT count(*) FROM recommendations AS r WHERE r.document_id = d.id AND NOT r.withdrawn) ORDER BY d.id"
)


class SqliteIndex:
    """See `SearchIndex`."""

    def put_document(self, session: Session, document: Document) -> None:
        session.flush()
        self.remove_document(session, document.id)
        pages = session.execute(
            select(DocumentPage.number, DocumentPage.text)
            .where(DocumentPage.document_id == document.id)
            .order_by(DocumentPage.number)
        ).all()
        rows = []
        for number, page_text in pages:
            # The title and the file's name are found with the first page, also where the text does not hold them.
            said = page_text if number > 1 else "\n".join(filter(None, (page_text, document.title, document.name)))
            rows.append(_row(document, PAGES, said, page=number))
        recommendations = session.scalars(
            select(Recommendation).where(Recommendation.document_id == document.id, Recommendation.withdrawn.is_(False))
        )
        rows.extend(_recommendation_row(document, recommendation) for recommendation in recommendations)
        _write(session, rows)

    def put_recommendation(self, session: Session, recommendation: Recommendation) -> None:
        session.flush()
        _remove(session, select(entries.c.id).where(entries.c.recommendation_id == recommendation.id))
        if not recommendation.withdrawn:
            document = session.get_one(Document, recommendation.document_id)
            _write(session, [_recommendation_row(document, recommendation)])

    def remove_document(self, session: Session, document_id: int) -> None:
        _remove(session, select(entries.c.id).where(entries.c.document_id == document_id))

    def rebuild(self, session: Session) -> int:
        session.execute(delete(entries))
        session.execute(text("INSERT INTO search_text(search_text) VALUES ('delete-all')"))
        ids = list(session.scalars(select(Document.id).order_by(Document.id)))
        for document_id in ids:
            self.put_document(session, session.get_one(Document, document_id, options=[defer(Document.extraction)]))
        return len(ids)

    def gaps(self, session: Session) -> list[int]:
        return list(session.scalars(_GAPS))

    def search(
        self,
        session: Session,
        query: str,
        *,
        scope: str = "all",
        kind: str | None = None,
        institution: str | None = None,
        year: int | None = None,
        document_id: int | None = None,
        page: int = 1,
        per_page: int = 20,
        exact: bool = False,
    ) -> SearchResult:
        terms = words.parse(query)
        if not terms:
            return SearchResult()
        filters = _filters(scope, kind, institution, year, document_id)
        match, relaxed = _match(terms, filters), False
        total = _count(session, match)
        corrections: tuple[tuple[str, str], ...] = ()
        if not total and not exact and (corrections := _corrections(session, terms)):
            terms = _corrected(terms, corrections)
            match = _match(terms, filters)
            total = _count(session, match)
        if not total and len(terms) > 1:
            match, relaxed = _match(terms, filters, all_words=False), True
            total = _count(session, match)
        return SearchResult(
            hits=_hits(session, match, terms, total, page, per_page),
            total=total,
            facets=_facets(session, terms, filters, relaxed),
            capped=total > RANKED_HITS,
            relaxed=relaxed and total > 0,
            corrections=corrections,
        )


def _row(
    document: Document, scope: str, said: str, *, page: int | None, recommendation_id: int | None = None
) -> dict[str, Any]:
    facets = [f"s{scope}", f"d{document.id}"]
    if document.kind:
        facets.append(f"k{document.kind}")
    if document.year is not None:
        facets.append(f"y{document.year}")
    facets.extend(_institution_token(name) for name in (document.institutions or "").splitlines())
    return {
        "scope": scope, "document_id": document.id, "page": page, "recommendation_id": recommendation_id,
        "stems": words.stems(said), "surface": said, "facets": " ".join(facets),
    }  # fmt: skip


def _recommendation_row(document: Document, recommendation: Recommendation) -> dict[str, Any]:
    said = "\n".join(filter(None, (recommendation.text, recommendation.addressee)))
    return _row(document, RECOMMENDATIONS, said, page=recommendation.page, recommendation_id=recommendation.id)


def _write(session: Session, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    last = session.scalar(select(func.max(entries.c.id))) or 0
    for number, row in enumerate(rows, start=last + 1):
        row["id"] = number
    columns = ("id", "scope", "document_id", "page", "recommendation_id")
    session.execute(entries.insert(), [{name: row[name] for name in columns} for row in rows])
    session.execute(_INSERT, [{name: row[name] for name in ("id", "stems", "surface", "facets")} for row in rows])


def _remove(session: Session, ids: Select[tuple[int]]) -> None:
    gone = [{"id": entry_id} for entry_id in session.scalars(ids)]
    if gone:
        session.execute(text("DELETE FROM search_text WHERE rowid = :id"), gone)
        session.execute(text("DELETE FROM search_entries WHERE id = :id"), gone)


def _institution_token(name: str) -> str:
    return "i" + hashlib.sha256(" ".join(name.casefold().split()).encode()).hexdigest()[:12]


def _filters(
    scope: str, kind: str | None, institution: str | None, year: int | None, document_id: int | None
) -> dict[str, str]:
    """The facet tokens that must hold, by facet."""
    return {
        **({"scope": f"s{scope}"} if scope in _SCOPES else {}),
        **({"kind": f"k{kind}"} if kind else {}),
        **({"institution": _institution_token(institution)} if institution else {}),
        **({"year": f"y{int(year)}"} if year is not None else {}),
        **({"document": f"d{int(document_id)}"} if document_id is not None else {}),
    }


def _match(terms: Iterable[Term], filters: dict[str, str], *, all_words: bool = True) -> str:
    """The FTS5 expression. Every word stands in quotes, and none holds one: words are letters and digits only."""
    joined = (" AND " if all_words else " OR ").join(_term(term) for term in terms)
    tokens = [f"facets : {_phrase((_only_word(token),))}" for token in filters.values()]
    return " AND ".join([f"({joined})", *tokens])


def _term(term: Term) -> str:
    if term.exact:
        return f"surface : {_phrase(term.exact)}"
    alternatives = [_phrase(phrase) for phrase in term.phrases]
    asked = term.phrases[0]
    if len(asked) > 1 and len(term.phrases) > 1:  # a long form that was typed out: its words may stand apart, too
        alternatives.append("(" + " AND ".join(_phrase((one,)) for one in asked) + ")")
    return f"stems : ({' OR '.join(alternatives)})"


def _phrase(row: tuple[str, ...]) -> str:
    return '"' + " ".join(row) + '"'


def _only_word(token: str) -> str:
    return "".join(character for character in token if character.isalnum())


def _count(session: Session, match: str) -> int:
    return int(session.execute(_COUNT, {"match": match}).scalar_one())


def _hits(session: Session, match: str, terms: list[Term], total: int, page: int, per_page: int) -> tuple[Hit, ...]:
    if not total:
        return ()
    floor = 0
    if total > RANKED_HITS:
        floor = session.execute(_FLOOR, {"match": match, "offset": RANKED_HITS - 1}).scalar_one()
    offset = (min(max(page, 1), RANKED_HITS) - 1) * per_page  # beyond lies nothing that was ranked
    parameters = {"match": match, "floor": floor, "limit": per_page, "offset": offset}
    return _fetch(session, list(session.execute(_RANKED, parameters).scalars()), terms)


def _fetch(session: Session, ids: list[int], terms: list[Term]) -> tuple[Hit, ...]:
    found = {row.id: row for row in session.execute(select(entries).where(entries.c.id.in_(ids)))}
    documents = _by_id(session, Document, {row.document_id for row in found.values()})
    recommendations = _by_id(
        session, Recommendation, {r.recommendation_id for r in found.values() if r.recommendation_id}
    )
    pages = {
        row.id: row.text
        for row in session.execute(
            select(entries.c.id, DocumentPage.text)
            .join(
                DocumentPage,
                (DocumentPage.document_id == entries.c.document_id) & (DocumentPage.number == entries.c.page),
            )
            .where(entries.c.id.in_(ids), entries.c.scope == PAGES)
        )
    }
    hits = []
    for row in (found[entry_id] for entry_id in ids if entry_id in found):
        recommendation = recommendations.get(row.recommendation_id)
        said = recommendation.text if recommendation else pages.get(row.id, "")
        segments, place = snippet(said, terms, whole=recommendation is not None)
        start, end = place if place and recommendation is None else (None, None)
        document = documents[row.document_id]
        hits.append(Hit(row.scope, document, row.page, recommendation, segments, start, end))
    return tuple(hits)


def _by_id(session: Session, model: Any, ids: set[int]) -> dict[int, Any]:
    statement = select(model).where(model.id.in_(ids))
    if model is Document:
        statement = statement.options(defer(Document.extraction))
    return {row.id: row for row in session.scalars(statement)}


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    """The most frequent first, equals by name: the same search shows the same column every time."""
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _facets(session: Session, terms: list[Term], filters: dict[str, str], relaxed: bool) -> Facets:
    """Counts by each facet, its own filter left out. One pass serves all facets that have no filter."""
    passes: dict[str, list[tuple[str | None, int | None, str | None, int]]] = {}

    def rows_without(name: str) -> list[tuple[str | None, int | None, str | None, int]]:
        match = _match(terms, _without(filters, name), all_words=not relaxed)
        if match not in passes:
            result = session.execute(_FACETS, {"match": match, "limit": RANKED_HITS})
            passes[match] = [tuple(row) for row in result]
        return passes[match]

    kinds, years, institutions = Counter[str](), Counter[int](), Counter[str]()
    for kind, _, _, hits in rows_without("kind"):
        if kind:
            kinds[kind] += hits
    for _, year, _, hits in rows_without("year"):
        if year is not None:
            years[year] += hits
    for _, _, lines, hits in rows_without("institution"):
        for name in set((lines or "").splitlines()):
            institutions[name] += hits
    scopes = []
    for scope in _SCOPES:
        tokens = {**_without(filters, "scope"), "scope": f"s{scope}"}
        scopes.append(FacetCount(scope, _count(session, _match(terms, tokens, all_words=not relaxed))))
    return Facets(
        scope=tuple(scopes),
        kind=tuple(FacetCount(*pair) for pair in _ranked(kinds)),
        year=tuple(FacetCount(*pair) for pair in sorted(years.items(), reverse=True)),
        institution=tuple(FacetCount(*pair) for pair in _ranked(institutions)[:30]),
    )


def _without(filters: dict[str, str], name: str) -> dict[str, str]:
    return {facet: token for facet, token in filters.items() if facet != name}


def _corrections(session: Session, terms: list[Term]) -> tuple[tuple[str, str], ...]:
    """For words that no text holds: as typed, and the nearest stem that some text holds."""
    found = []
    for term in terms:
        if term.exact or len(term.phrases) != 1 or len(term.phrases[0]) != 1:
            continue
        wrong = term.phrases[0][0]
        if len(wrong) < 4 or not wrong.isalpha() or _count(session, _match([term], {})):
            continue
        near = _nearest(session, wrong)
        if near:
            found.append((term.typed, near))
    return tuple(found)


def _nearest(session: Session, wrong: str) -> str | None:
    bounds = {
        "first": wrong[0],
        "after": wrong[0] + "\U0010ffff",
        "shortest": len(wrong) - 2,
        "longest": len(wrong) + 2,
    }
    frequency = {row.term: int(row.doc) for row in session.execute(_VOCABULARY, bounds)}
    for short in words.known_short_forms():
        frequency.setdefault(short, 0)
    close = get_close_matches(wrong, list(frequency), n=5, cutoff=0.8)
    # Among the near ones the one that most texts hold; the first is nearest and wins a tie.
    return max(close, key=lambda term: frequency[term], default=None)


def _corrected(terms: list[Term], corrections: tuple[tuple[str, str], ...]) -> list[Term]:
    instead = dict(corrections)
    return [words.with_stem(term, instead[term.typed]) if term.typed in instead else term for term in terms]

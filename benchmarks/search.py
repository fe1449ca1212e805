"""Speed and size of the search index on made-up pages: `python benchmarks/search.py [--quick] [--rows N]`.

Words follow Zipf's law over a made vocabulary, so that some stand in half of the rows, as in real text. Reported are rows
a second written, size, and milliseconds a query, beside the bare FTS5 query that does nothing but rank.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

from sqlalchemy import text

sys.path.insert(0, str(Path(__file__).parents[1]))  # it is run as a file, too

from storage.database import Database, sqlite_version
from storage.index import SearchIndex, open_index
from storage.models import Document, DocumentPage, Recommendation

PAGES_A_DOCUMENT, RECOMMENDATIONS_A_DOCUMENT = 16, 4
WORDS_A_PAGE, WORDS_A_RECOMMENDATION = 60, 15  # short rows: the number of hits decides, not their length
KINDS = ("mou", "agreement", "report", "news", "letter")
INSTITUTIONS = 400
SYLLABLES = "ba da ga ka la ma na pa ra sa ta wa bi di ki li mi ni pi ri si ti bu du ku lu mu nu pu ru su tu".split()


class Words:
    """A vocabulary of 20,000 words; `some(n)` draws by Zipf's law."""

    def __init__(self, random_source: random.Random) -> None:
        made: dict[str, None] = {}
        while len(made) < 20_000:
            stem = "".join(random_source.choices(SYLLABLES, k=random_source.choice((2, 3, 3, 4))))
            made[random_source.choice(("", "", "", "men", "pen", "ber")) + stem] = None
        self.all = list(made)
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self.all) + 1)))
        self._random = random_source

    def some(self, number: int) -> str:
        return " ".join(self._random.choices(self.all, cum_weights=self._weights, k=number))


def fill(database: Database, index: SearchIndex, words: Words, rows: int, random_source: random.Random) -> float:
    """Write documents until there are so many rows; rows a second, everything included."""
    a_document = PAGES_A_DOCUMENT + RECOMMENDATIONS_A_DOCUMENT
    started = time.perf_counter()
    for number in range(rows // a_document):
        with database.transaction() as session:
            document = Document(
                sha256=f"{number:064x}",
                size_bytes=1,
                name=f"dokumen-{number}.pdf",
                kind=random_source.choice(KINDS),
                year=random_source.randint(2015, 2026),
                institutions=f"Pemerintah Kota {random_source.randrange(INSTITUTIONS)}",
            )
            document.pages = [
                DocumentPage(number=page, text=words.some(WORDS_A_PAGE)) for page in range(1, PAGES_A_DOCUMENT + 1)
            ]
            session.add(document)
            session.flush()
            session.add_all(
                Recommendation(
                    document_id=document.id, key=str(n), topic="lainnya", text=words.some(WORDS_A_RECOMMENDATION)
                )
                for n in range(RECOMMENDATIONS_A_DOCUMENT)
            )
            index.put_document(session, document)
    return rows / (time.perf_counter() - started)


def measure(act: Callable[[str], object], queries: list[str]) -> tuple[float, float]:
    """Milliseconds an act: the median, and what 95 in 100 stay below."""
    milliseconds = []
    for query in queries:
        started = time.perf_counter()
        act(query)
        milliseconds.append((time.perf_counter() - started) * 1000)
    return statistics.median(milliseconds), statistics.quantiles(milliseconds, n=20)[-1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rows", type=int, default=100_000, help="pages and recommendations (default: 100000)")
    parser.add_argument("--quick", action="store_true", help="2000 rows: does it run at all")
    options = parser.parse_args()
    rows, number = (2_000, 20) if options.quick else (options.rows, 100)
    source = random.Random(1)  # noqa: S311 - no secret: the same rows in every run
    words = Words(source)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tilik.sqlite3"
        database = Database(f"sqlite:///{path}")
        database.migrate()
        index = open_index(database)
        print(f"SQLite {sqlite_version()}, {rows} rows")
        print(f"written         {fill(database, index, words, rows, source):9.0f} rows/s with pages, rows and index")
        with database.transaction() as session:
            size = session.execute(text("SELECT sum(length(block)) FROM search_text_data")).scalar_one()
            base = session.execute(text("SELECT sum(length(text)) FROM document_pages")).scalar_one()
        print(f"index           {size / 1e6:9.1f} MB, {size / base:.2f} of the pages' text")
        ordinary = [words.some(2) for _ in range(number)]
        common = words.all[:number]
        with database.session() as session:

            def raw(query: str) -> object:
                match = " AND ".join(f'"{word}"' for word in query.split())
                statement = "SELECT rowid FROM search_text WHERE search_text MATCH :match ORDER BY rank LIMIT 20"
                return session.execute(text(statement), {"match": match}).all()

            def search(**filters: object) -> Callable[[str], object]:
                return lambda query: index.search(session, query, **filters)  # type: ignore[arg-type]

            timed = {
                "bare FTS5": measure(raw, ordinary),
                "search": measure(search(), ordinary),
                "filter (1/400)": measure(search(institution="Pemerintah Kota 7"), ordinary),
                "common word": measure(search(), common),
                "bare, common": measure(raw, common),
            }
        for name, (middle, slow) in timed.items():
            print(f"{name:15} p50 {middle:7.1f} ms   p95 {slow:7.1f} ms")
        figures = {
            "rows": rows,
            "index_over_text": round(size / base, 3),
            "search_over_fts5_p95": round(timed["search"][1] / timed["bare FTS5"][1], 2),
            "common_over_fts5_p95": round(timed["common word"][1] / timed["bare, common"][1], 2),
        }
        print(json.dumps(figures))
        database.close()


if __name__ == "__main__":
    main()

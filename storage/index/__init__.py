"""Full-text search over pages and recommendations: `SearchIndex`, written in the same transaction as the rows."""

from typing import Protocol

from sqlalchemy.orm import Session

from storage.database import Database
from storage.errors import StorageError
from storage.index.hits import FacetCount, Facets, Hit, SearchResult, Segment
from storage.index.sqlite import SqliteIndex
from storage.models import Document, Recommendation

__all__ = ["FacetCount", "Facets", "Hit", "SearchIndex", "SearchResult", "Segment", "open_index"]


class SearchIndex(Protocol):
    """Every method works in the session it is given and commits nothing."""

    def put_document(self, session: Session, document: Document) -> None:
        """Index the document's pages and recommendations anew."""

    def put_recommendation(self, session: Session, recommendation: Recommendation) -> None:
        """Index one recommendation anew; a withdrawn one leaves the index."""

    def remove_document(self, session: Session, document_id: int) -> None:
        """Forget the document; to be called before its row is deleted."""

    def rebuild(self, session: Session) -> int:
        """Index everything anew; how many documents."""

    def gaps(self, session: Session) -> list[int]:
        """Documents of which a page or a recommendation is not in the index, or one too many is."""

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
        """Hits for what a person typed; `scope` is all, pages or recommendations; `exact` leaves spelling alone.

        All words must be there, inflected or not, a short form counting as its long form; "words in quotes" stand
        together as written.
        """


def open_index(database: Database) -> SearchIndex:
    if database.engine.dialect.name != "sqlite":
        raise StorageError(f"no search index for {database.engine.dialect.name}")
    return SqliteIndex()

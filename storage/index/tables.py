"""What the rows of the full-text index stand for."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from storage.models import Base

# `id` is the rowid of the FTS5 table `search_text`; a higher one was indexed later.
entries = Table(
    "search_entries",
    Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("scope", String(20), nullable=False),  # pages | recommendations
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("page", Integer),
    Column("recommendation_id", ForeignKey("recommendations.id", ondelete="CASCADE"), index=True),
)

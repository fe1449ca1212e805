"""Let a document be read once more: what people decided stays."""

from service.queue import READ_DOCUMENT
from service.resources import Resources
from storage import documents


def read_again(resources: Resources, document_id: int, *, by: int | None) -> None:
    """Queue the document anew. Raises `Stale` while it waits or is being read, `NotFound` when there is none."""
    with resources.database.transaction() as session:
        documents.read_again(session, document_id, by)
    resources.queue.enqueue(READ_DOCUMENT, document_id)  # after the commit, as with an upload

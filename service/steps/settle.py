"""A file that could not be read is done with, as a person says: nobody is told of it any longer. File and history stay."""

from service.resources import Resources
from storage import documents
from storage.models import now


def settle(resources: Resources, document_id: int, *, by: int) -> str:
    """Nothing is left to do about the failure; the file's name.

    Raises `Stale` when the document is not failed, or settled already.
    """
    with resources.database.transaction() as session:
        return documents.settle(session, document_id, by=by, now=now()).name


def unsettle(resources: Resources, document_id: int, *, by: int) -> str:
    """Something is left to do after all; the file's name. Raises `Stale` when the failure is not settled."""
    with resources.database.transaction() as session:
        return documents.unsettle(session, document_id, by=by).name

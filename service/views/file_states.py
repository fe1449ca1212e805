"""How far a file is, and why it was refused or could not be read, in the language of the page."""

from typing import Any

from flask import url_for
from flask_babel import get_locale

from nlp.errors import ReadError, kinds
from service.steps.field_rules import WrongValue
from storage.models import Document


def reason(document: Document) -> str | None:
    """Why it could not be read; as it was kept where the cause is no known one."""
    if str(get_locale()) == "en":
        for kind in kinds():
            if kind.code == document.reason_code:
                return kind.english
    return document.reason


def said(error: ReadError | WrongValue) -> str:
    """What is wrong with a file or an entry."""
    return error.english if str(get_locale()) == "en" else str(error)


def state_of(row: Document) -> dict[str, Any]:
    """What the page of uploads shows of a file, for its script."""
    return {
        "id": row.id, "name": row.name, "state": row.state.value, "reason": reason(row), "pages": row.page_count,
        "doubtful": row.doubtful, "values": row.undecided + row.decided, "title": row.title,
        "url": url_for("documents.show", document_id=row.id),
    }  # fmt: skip

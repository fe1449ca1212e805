"""Rows for the tests of follow-up, agreements and visits; no real person in them."""

from datetime import date
from itertools import count

from sqlalchemy.orm import Session

from storage.models import (
    Account,
    Agreement,
    AgreementParty,
    Document,
    Progress,
    Recommendation,
    State,
    Visit,
    VisitStatus,
)

TODAY = date(2026, 11, 20)
_number = count(1)


def account(session: Session, name: str = "Sri Handayani", unit: str | None = None) -> Account:
    row = Account(email=f"{next(_number)}@contoh.go.id", name=name, unit=unit, password_hash="-")
    session.add(row)
    session.flush()
    return row


def document(session: Session, title: str = "Laporan Magang", kind: str = "report") -> Document:
    number = next(_number)
    row = Document(
        sha256=f"{number:064x}", size_bytes=10, name=f"{number}.pdf", title=title, kind=kind, state=State.EXTRACTED
    )
    session.add(row)
    session.flush()
    return row


def recommendation(session: Session, text: str = "Menyusun pohon kinerja", **fields: object) -> Recommendation:
    fields.setdefault("topic", "kinerja_akuntabilitas")
    source = fields.pop("document", None) or document(session)
    if fields.get("progress") is Progress.DONE:
        fields.setdefault("done_on", TODAY)
    if fields.get("progress") in (Progress.REFUSED, Progress.IMPOSSIBLE):
        fields.setdefault("closing_reason", "Sudah ada.")
    row = Recommendation(document_id=source.id, key=f"k{next(_number)}", text=text, **fields)
    session.add(row)
    session.flush()
    return row


def agreement(session: Session, *parties: str, **fields: object) -> Agreement:
    fields.setdefault("title", "Magang Aparatur")
    source = document(session, str(fields["title"]), "agreement")
    row = Agreement(document_id=source.id, kind="agreement", **fields)
    row.parties = [AgreementParty(position=n, name=name) for n, name in enumerate(parties, start=1)]
    session.add(row)
    session.flush()
    return row


def visit(
    session: Session, visitor: str, host: str, status: VisitStatus = VisitStatus.PROMISED, **fields: object
) -> Visit:
    """Promised in a document unless `promised=False`."""
    if fields.pop("promised", True):
        fields.setdefault("document_id", document(session, "Berita", "news").id)
        fields.setdefault("key", f"v{next(_number)}")
    if status is VisitStatus.CANCELLED:
        fields.setdefault("cancel_reason", "Anggaran.")
    row = Visit(visitor=visitor, host=host, status=status, **fields)
    session.add(row)
    session.flush()
    return row

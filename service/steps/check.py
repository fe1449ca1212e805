"""Whether what is kept is whole: rows, files, digests and index compared, every difference named."""

from collections.abc import Iterator

from sqlalchemy import func, select, text

from service.resources import Resources
from storage.models import Document, DocumentPage, Proof, State


def check(resources: Resources) -> Iterator[str]:
    """One sentence a difference; nothing when all is well."""
    yield from _database(resources)
    with resources.database.session() as session:
        rows = session.execute(
            select(Document.id, Document.sha256, Document.size_bytes, Document.state, Document.page_count)
        ).all()
        counted = select(DocumentPage.document_id, func.count()).group_by(DocumentPage.document_id)
        pages = {row[0]: row[1] for row in session.execute(counted)}
        gaps = resources.index.gaps(session)
    digests = set()
    for document_id, sha256, size_bytes, state, page_count in rows:
        digests.add(sha256)
        if not resources.files.exists(sha256):
            yield f"dokumen {document_id}: berkas {sha256} tidak ada"
        elif resources.files.path(sha256).stat().st_size != size_bytes or not resources.files.check(sha256):
            yield f"dokumen {document_id}: isi berkas {sha256} berubah"
        if state in {State.EXTRACTED, State.REVIEWED} and pages.get(document_id, 0) != (page_count or 0):
            yield f"dokumen {document_id}: {pages.get(document_id, 0)} halaman tersimpan, {page_count} terbaca"
    for document_id in gaps:
        yield f"dokumen {document_id}: indeks pencarian tidak lengkap; jalankan: flask reindex"
    for path in sorted(resources.files.root.glob("??/*")):
        if path.name not in digests and not _is_proof(resources, path.name):
            yield f"berkas {path.name} tidak dimiliki dokumen mana pun"


def _database(resources: Resources) -> Iterator[str]:
    if resources.database.engine.dialect.name != "sqlite":
        return
    with resources.database.session() as session:
        for (line,) in session.execute(text("PRAGMA integrity_check")):
            if line != "ok":
                yield f"basis data: {line}"
        for row in session.execute(text("PRAGMA foreign_key_check")):
            yield f"basis data: baris {row[1]} di tabel {row[0]} menunjuk ke {row[2]} yang tidak ada"


def _is_proof(resources: Resources, sha256: str) -> bool:
    with resources.database.session() as session:
        return session.scalar(select(Proof.id).where(Proof.sha256 == sha256).limit(1)) is not None

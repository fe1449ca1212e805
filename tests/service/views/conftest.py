"""A document as a worker leaves it: read, with values that wait for a person."""

import io
from typing import Any

import pytest

from service.resources import Resources
from service.steps.receive import receive
from service.steps.record import record
from storage import documents
from storage.models import now

FIRST = (
    "LAPORAN MAGANG APARATUR\nPemerintah Provinsi Sumatera Barat di Surabaya, 20 Februari 2024.\n"
    "Diikuti 24 (dua puluh empat) orang.\nRekomendasi: membentuk tim SAKIP.\n"
)
SECOND = "Nomor 094/18/2024 <b>tebal</b>\n"


def at(quote: str, page: int = 1) -> dict[str, Any]:
    """Evidence: where the words stand."""
    start = (FIRST, SECOND)[page - 1].index(quote)
    return {"page": page, "start": start, "end": start + len(quote), "quote": quote}


EXTRACTION: dict[str, Any] = {
    "kind": "report",
    "title": "Laporan Magang Aparatur",
    "numbers": ["094/18/2024"],
    "place": "Surabaya",
    "parties": [
        {
            "role": "home", "name": "Pemerintah Provinsi Sumatera Barat", "as_written": "Pemerintah Provinsi Sumatera Barat",
            "evidence": at("Pemerintah Provinsi Sumatera Barat"), "confidence": 0.97,
        }
    ],
    "dates": [
        {
            "type": "published", "date": "2024-02-20", "text": "20 Februari 2024", "derived": False,
            "evidence": at("20 Februari 2024"), "confidence": 0.5,
        }
    ],
    "term": {"start": "2024-02-20"},
    "participants": {"count": 24},
    "recommendations": [
        {
            "text": "membentuk tim SAKIP", "addressee": None, "topic": "kinerja_akuntabilitas", "due": None,
            "due_text": None, "evidence": at("membentuk tim SAKIP"), "confidence": 0.97,
        }
    ],
    "warnings": ["Halaman 2 dibaca dari gambar."],
}  # fmt: skip


@pytest.fixture
def document_id(resources: Resources) -> int:
    """A report of two pages, read and waiting for review."""
    return read_as(resources, EXTRACTION, "laporan magang.txt")


def read_as(resources: Resources, extraction: dict[str, Any], name: str) -> int:
    received = receive(resources, io.BytesIO(f"{name}\n{FIRST}{SECOND}".encode()), name=name, by=None)
    with resources.database.transaction() as session:
        attempt = documents.claim(session, received.document_id, lease_seconds=30, now=now())
        assert attempt is not None
        document = documents.finish(session, received.document_id, attempt, now=now())
        document.format = "txt"
        pages = [
            {"number": 1, "text": FIRST},
            {"number": 2, "text": SECOND, "source": "ocr", "quality": 0.86},
        ]
        record(session, resources.index, document, pages, extraction)
    return received.document_id

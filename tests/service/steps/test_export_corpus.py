import io
import json
from pathlib import Path

import pytest

from nlp.training.examples import labelled
from service.isolation import IsolatedReader
from service.resources import Resources
from service.steps import review
from service.steps.export_corpus import export_corpus
from service.steps.read import read
from service.steps.receive import receive
from service.steps.refused import Refused
from storage import documents
from storage.models import State

REPORT = """LAPORAN MAGANG
DI BADAN KEPEGAWAIAN DAERAH PROVINSI BALI
Peserta magang berasal dari Badan Kepegawaian Daerah Provinsi Jambi, 3 sampai 7 Maret 2025 di Denpasar.

REKOMENDASI
1. Menyusun peta talenta bagi seluruh pejabat pengawas
2. Membangun ruang asesmen bersama
"""


def test_what_people_decided_is_written_as_gold(resources: Resources, new_account, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    by = new_account()
    number = receive(resources, io.BytesIO(REPORT.encode()), name="laporan.txt", by=by).document_id
    reader = IsolatedReader(seconds=60, memory_mb=1024)
    try:
        read(resources, reader, number)
    finally:
        reader.close()
    assert export_corpus(resources, tmp_path / "kosong") == 0, "not reviewed yet"
    with resources.database.session() as session:
        values = {value.id: value for value in documents.get(session, number).values}
    rejected = next(
        key for key, value in values.items() if value.field == "recommendations" and "ruang" in value.read["text"]
    )
    for key in values:
        (review.reject if key == rejected else review.confirm)(resources, key, by)
    with resources.database.session() as session:
        assert documents.get(session, number).state is State.REVIEWED
    assert export_corpus(resources, tmp_path / "korpus") == 1
    (entry,) = json.loads((tmp_path / "korpus" / "gold.json").read_text("utf-8"))
    assert (tmp_path / "korpus" / entry["file"]).read_text("utf-8") == REPORT
    assert [item["text"] for item in entry["gold"]["recommendations"]] == [
        "Menyusun peta talenta bagi seluruh pejabat pengawas"
    ]
    assert entry["must_not"]["recommendations"] == ["Membangun ruang asesmen bersama"]
    assert "evidence" not in entry["gold"]["recommendations"][0]
    learned = {item.piece.text: item.proposal for item in labelled((), [tmp_path / "korpus"])}
    assert learned["Menyusun peta talenta bagi seluruh pejabat pengawas"] is True
    assert learned["Membangun ruang asesmen bersama"] is False
    with pytest.raises(Refused, match="sudah berisi"):
        export_corpus(resources, tmp_path / "korpus")

"""Topics: the table's word and the classifier's probabilities decide together."""

import json
from pathlib import Path

import pytest

from nlp.components.topics import decided, features, topic_of
from nlp.extraction import Topic
from nlp.training import topics


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Menyusun pohon kinerja sampai dengan eselon IV", Topic.KINERJA_AKUNTABILITAS),
        ("Memungut retribusi parkir dengan mesin genggam", Topic.PENDAPATAN_DAERAH),
        ("Mengirim empat arsiparis mengikuti diklat alih media", Topic.PENGEMBANGAN_KOMPETENSI),
        ("Menempatkan loket pengaduan di setiap kecamatan", Topic.PELAYANAN_PUBLIK),
    ],
)
def test_what_an_action_is_about(text: str, topic: Topic) -> None:
    assert topic_of(text) is topic


def test_a_sure_classifier_overrules_the_table_and_an_unsure_one_does_not() -> None:
    rest = {topic.value: 0.0 for topic in Topic}
    sure = {**rest, "pengawasan": 0.97, "keuangan_aset": 0.03}
    unsure = {**rest, "pengawasan": 0.7, "keuangan_aset": 0.3}
    assert decided(sure, Topic.KEUANGAN_ASET) is Topic.PENGAWASAN
    assert decided(unsure, Topic.KEUANGAN_ASET) is Topic.KEUANGAN_ASET


def test_it_learns_from_labelled_recommendations(tmp_path: Path) -> None:
    rows = [("Merawat pohon pelindung di jalan", "lainnya"), ("Merawat taman di jalan", "lainnya"),
            ("Membuka loket malam", "pelayanan_publik"), ("Membuka loket keliling", "pelayanan_publik")]  # fmt: skip
    entry = {"gold": {"recommendations": [{"text": text, "addressee": None, "topic": topic} for text, topic in rows]}}
    (tmp_path / "gold.json").write_text(json.dumps([entry]), encoding="utf-8")
    items = list(topics.examples([tmp_path / "gold.json"]))
    assert len(items) == 4
    shares = topics.trained(items).probabilities(features("Membuka loket di pasar", None))
    assert max(shares, key=shares.__getitem__) == "pelayanan_publik"

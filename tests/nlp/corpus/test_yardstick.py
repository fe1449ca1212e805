"""The yardstick counts what is right, false and missed, and leaves alone what gold calls also acceptable."""

import copy
from typing import Any

import pytest

from nlp.corpus.yardstick import score

GOLD: dict[str, Any] = {
    "kind": "report",
    "title": "Laporan Magang di Kabupaten Sleman",
    "numbers": ["800/12/BKD"],
    "parties": [{"name": "Pemerintah Kabupaten Sleman", "role": "host", "aliases": ["Pemkab Sleman"]}],
    "dates": [{"type": "start", "date": "2025-03-03"}],
    "recommendations": [
        {
            "text": "Menyusun peta jabatan setiap perangkat daerah",
            "addressee": None,
            "topic": "kepegawaian",
            "due": None,
        }
    ],
}
FOUND: dict[str, Any] = {
    "kind": "report",
    "title": "Laporan magang di Kabupaten Sleman",
    "numbers": ["800 / 12 / BKD"],
    "parties": [
        {
            "name": "Pemkab Sleman",
            "as_written": "Pemkab Sleman",
            "role": "host",
            "representative": None,
            "evidence": {"page": 1, "start": 0, "end": 13, "quote": "Pemkab Sleman"},
        }
    ],
    "dates": [],
    "participants": {"count": None, "groups": [], "people": []},
    "placements": [],
    "recommendations": [],
    "visits": [],
    "indicators": [],
}


def scored(change: dict[str, Any] | None = None, **entry: Any) -> dict[str, tuple[int, int, int]]:
    found = {**copy.deepcopy(FOUND), **(change or {})}
    tallies = score({"gold": GOLD, **entry}, found, {1: "Pemkab Sleman menerima peserta"})
    return {name: (tally.right, tally.false, tally.missed) for name, tally in tallies.items()}


def test_names_numbers_and_titles_match_by_their_folded_form() -> None:
    tallies = scored()
    assert tallies["title"] == tallies["numbers"] == tallies["parties"] == tallies["role"] == (1, 0, 0)
    assert tallies["dates"] == tallies["recommendations"] == (0, 0, 1)


@pytest.mark.parametrize(("entry", "false"), [({}, 1), ({"also_ok": {"dates": ["2025-03-07"]}}, 0)])
def test_a_date_that_gold_calls_acceptable_counts_neither_way(entry: dict[str, Any], false: int) -> None:
    assert scored(
        {"dates": [{"type": "end", "date": "2025-03-07", "text": "7 Maret 2025", "evidence": _CITED}]}, **entry
    )["dates"] == (
        0,
        false,
        1,
    )


def test_a_decoy_that_is_given_is_invented() -> None:
    assert scored(must_not={"numbers": ["800/12/BKD"], "people": ["198001012005011001"]})["left_alone"] == (1, 1, 1)


def test_evidence_must_be_the_slice_that_it_names() -> None:
    assert scored()["evidence"] == (1, 0, 0)
    party = {**FOUND["parties"][0], "evidence": {"page": 1, "start": 1, "end": 13, "quote": "Pemkab Sleman"}}
    assert scored({"parties": [party]})["evidence"] == (0, 1, 1)


_CITED = {"page": 1, "start": 0, "end": 6, "quote": "Pemkab"}

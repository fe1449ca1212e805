"""The classifier of whole documents: it learns what separates, weighs labels alike, and comes out of its file as it went in."""

from pathlib import Path

import pytest

from nlp.log_linear import LogLinear, fit

EXAMPLES = [
    (["pasal", "pihak", "@articles#3"], "agreement"),
    (["pasal", "pihak", "sepakat", "@articles#3"], "agreement"),
    (["ujar", "kata", "@quoted#2"], "news"),
    (["ujar", "pihak", "@quoted#2"], "news"),
    (["kata", "ujar", "@quoted#2"], "news"),
]


@pytest.fixture(scope="module")
def model() -> LogLinear:
    return fit(EXAMPLES, ["agreement", "news", "letter"])


@pytest.mark.parametrize(("features", "label"), EXAMPLES)
def test_what_was_shown_is_known(model: LogLinear, features: list[str], label: str) -> None:
    shares = model.probabilities(features)
    assert max(shares, key=shares.__getitem__) == label
    assert sum(shares.values()) == pytest.approx(1)


def test_unknown_words_leave_the_labels_seen_about_even(model: LogLinear) -> None:
    shares = model.probabilities(["tak", "dikenal"])
    assert shares["agreement"] == pytest.approx(shares["news"], abs=0.25)
    assert shares["letter"] < 0.2


def test_a_label_with_few_examples_is_not_drowned() -> None:
    many = [(["umum", f"k{number % 7}"], "report") for number in range(60)] + [(["umum", "sertifikat"], "other")] * 2
    shares = fit(many, ["report", "other"]).probabilities(["umum", "sertifikat"])
    assert shares["other"] > 0.5


def test_the_file_keeps_it(model: LogLinear, tmp_path: Path) -> None:
    model.save(tmp_path / "model.npz")
    kept = LogLinear.load(tmp_path / "model.npz")
    for features, _ in EXAMPLES:
        assert kept.probabilities(features) == pytest.approx(model.probabilities(features), abs=0.01)


def test_training_twice_gives_the_same_file(tmp_path: Path) -> None:
    for name in ("one", "two"):
        fit(EXAMPLES, ["agreement", "news"]).save(tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()

from pathlib import Path

import pytest

from service.demo import make_demo
from service.demo.blocks import in_words


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return make_demo(tmp_path_factory.mktemp("demo"))


def test_there_are_many_documents_in_four_formats(written: list[Path]) -> None:
    assert len(written) >= 12
    assert {path.suffix for path in written} == {".pdf", ".docx", ".pptx", ".txt"}
    assert all(path.stat().st_size > 300 for path in written)


def test_the_same_call_writes_the_same_bytes(written: list[Path], tmp_path: Path) -> None:
    again = make_demo(tmp_path)
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in written]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (8, "delapan"),
        (11, "sebelas"),
        (19, "sembilan belas"),
        (22, "dua puluh dua"),
        (100, "seratus"),
        (1001, "seribu satu"),
        (2024, "dua ribu dua puluh empat"),
    ],
)
def test_numbers_are_written_out(number: int, words: str) -> None:
    assert in_words(number) == words

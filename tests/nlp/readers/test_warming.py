"""The documents that warm the readers up are sound documents themselves."""

from pathlib import Path

import pytest

from nlp.readers import read, warming


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_specimens_are_read_whole(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"contoh.{kind}"
    getattr(warming, f"_{kind}")(path)
    pages = read(path)
    assert pages.format == kind
    assert not pages.warnings
    assert "Jawa Timur" in pages.pages[0].text


def test_warming_up_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert [pages.format for pages in warming.warm_up()] == ["pdf", "docx"]
    assert not list(tmp_path.iterdir())

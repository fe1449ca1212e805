"""What a machine lacks is found out before a document fails for it."""

import importlib.util
from pathlib import Path

import pytest

from service.steps import machine
from service.steps.machine import Helper, lacking


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on whose PATH stands nothing, and whose models lie in no folder; the folder that the PATH names."""
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    monkeypatch.setattr(machine, "MODEL_FOLDERS", (str(tmp_path / "tessdata"),))
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    return programs


def _install(folder: Path, name: str) -> None:
    (folder / name).write_text("#!/bin/sh\n")
    (folder / name).chmod(0o755)


def test_a_bare_machine_lacks_both_programs(bare: Path) -> None:
    assert lacking() == (Helper.OCR, Helper.OLD_OFFICE)


def test_an_engine_without_indonesian_lacks_the_model(bare: Path, tmp_path: Path) -> None:
    _install(bare, "tesseract")
    _install(bare, "soffice")
    assert lacking() == (Helper.INDONESIAN,)
    models = tmp_path / "tessdata" / "5" / "tessdata"
    models.mkdir(parents=True)
    (models / "ind.traineddata").touch()
    assert lacking() == ()

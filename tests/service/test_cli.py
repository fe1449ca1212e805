import json
import os
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from service.cli import COMMANDS
from service.config import Config

ROOT = Path(__file__).resolve().parents[2]
NOTE = "NOTA KESEPAHAMAN\nTENTANG\nPENGEMBANGAN KOMPETENSI\n\nSurabaya, 20 Februari 2024\n"


def flask(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "flask", "--app", str(ROOT / "wsgi.py"), *words]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "nota.txt"
    path.write_text(NOTE, encoding="utf-8")
    return path


def test_extract_prints_a_line_a_document_and_needs_no_service(note: Path, tmp_path: Path) -> None:
    second = tmp_path / "kedua.txt"
    second.write_text(NOTE.replace("2024", "2023"), encoding="utf-8")
    # A setting that no service could start with shows that none is read.
    run = flask("extract", str(second), str(note), TILIK_PORT="rusak", TILIK_DATA_DIR=str(tmp_path / "data"))
    assert run.returncode == 0, run.stderr
    assert [json.loads(line)["file"] for line in run.stdout.splitlines()] == ["kedua.txt", "nota.txt"]
    assert not (tmp_path / "data").exists()


def test_text_prints_a_line_a_page(note: Path) -> None:
    run = flask("text", str(note))
    (page,) = [json.loads(line) for line in run.stdout.splitlines()]
    assert set(page) == {"file", "page", "text"}
    assert page["page"] == 1
    assert "20 Februari 2024" in page["text"]


def test_a_bad_file_gets_one_line_and_the_others_come_out(note: Path, tmp_path: Path) -> None:
    (tmp_path / "kosong.pdf").touch()
    run = flask("text", str(tmp_path / "kosong.pdf"), str(tmp_path / "tidak-ada.pdf"), str(note))
    assert run.returncode == 1
    assert len(run.stdout.splitlines()) == 1
    first, second = run.stderr.splitlines()
    assert "kosong" in first
    assert "tidak ada" in second


def test_init_ingest_search_and_check(note: Path, tmp_path: Path) -> None:
    settings = {"TILIK_DATA_DIR": str(tmp_path / "data")}
    made = flask("init", **settings)
    assert made.returncode == 0, made.stderr
    assert "/siapkan/" in made.stdout
    taken = flask("ingest", str(note), **settings)
    assert taken.returncode == 0, taken.stderr
    assert "1 berkas: 1 disimpan, 0 sudah ada, 0 ditolak, 0 gagal." in taken.stdout
    found = flask("search", "kompetensi", **settings)
    assert found.returncode == 0, found.stderr
    assert "0 hasil" in found.stderr  # nobody has read it yet
    assert flask("check", **settings).returncode == 0


@pytest.mark.parametrize(
    "command", [("search", "apa"), ("ingest", "."), ("check",), ("worker", "--burst"), ("reindex",)]
)
def test_a_command_without_its_database_says_what_to_do(command: tuple[str, ...], tmp_path: Path) -> None:
    run = flask(*command, TILIK_DATA_DIR=str(tmp_path / "data"))
    assert run.returncode == 1
    assert "flask init" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("setting", [{"TILIK_PORT": "rusak"}, {"TILIK_DATA_DIR": "/proc/tilik"}])
def test_a_wrong_setting_is_one_line(setting: dict[str, str]) -> None:
    run = flask("search", "apa", **setting)
    assert run.returncode == 1
    assert len(run.stderr.splitlines()) == 1
    assert next(iter(setting)) in run.stderr


def test_the_readme_names_every_command_and_every_setting() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = {match.split()[0] for match in re.findall(r"^\| `([a-z][^`]*)` \|", readme, re.MULTILINE)}
    assert {command.name for command in COMMANDS} <= named
    assert {f"TILIK_{setting.name.upper()}" for setting in fields(Config)} <= set(re.findall(r"`(TILIK_\w+)`", readme))


def test_every_command_has_a_help_text() -> None:
    run = flask("--help", TILIK_DATA_DIR="/nonexistent")
    for command in ("extract", "text", "ingest", "search", "worker", "init", "check"):
        assert command in run.stdout

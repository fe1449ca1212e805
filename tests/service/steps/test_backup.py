import io
from dataclasses import replace
from pathlib import Path

import pytest

from service.resources import Resources, open_resources
from service.steps.backup import backup
from service.steps.check import check
from service.steps.receive import receive
from service.steps.refused import Refused
from storage import documents


def test_a_backup_is_a_data_folder_that_holds_everything(resources: Resources, tmp_path: Path) -> None:
    resources.config.secret_key()
    for number in range(3):
        receive(resources, io.BytesIO(b"Nota %d" % number), name=f"{number}.txt", by=None)
    with resources.database.transaction():  # somebody writes meanwhile
        assert backup(resources, tmp_path / "cadangan") == 3
    receive(resources, io.BytesIO(b"Nota sesudahnya"), name="sesudah.txt", by=None)
    restored = open_resources(replace(resources.config, data_dir=tmp_path / "cadangan"))
    try:
        assert list(check(restored)) == []
        with restored.database.session() as session:
            assert documents.find(session)[1] == 3
        assert restored.config.secret_key() == resources.config.secret_key()
    finally:
        restored.close()


def test_a_folder_that_holds_something_is_left_alone(resources: Resources, tmp_path: Path) -> None:
    (tmp_path / "cadangan").mkdir()
    (tmp_path / "cadangan" / "lama").touch()
    with pytest.raises(Refused):
        backup(resources, tmp_path / "cadangan")
    assert [path.name for path in (tmp_path / "cadangan").iterdir()] == ["lama"]

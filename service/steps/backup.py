"""A copy of everything that is kept, taken while the service runs; restored by copying it back."""

import shutil
from pathlib import Path

from service.resources import Resources
from service.steps.refused import Refused


def backup(resources: Resources, folder: Path) -> int:
    """Copy database, files and key into a new or empty folder, which then is a data folder; how many files.

    The database comes first, as of one moment: each of its rows has its file by then, and files never change. Raises
    `Refused` where the folder holds something.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(f"Folder {folder} sudah berisi. Pilih folder baru untuk cadangan.")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)
    config = resources.config
    resources.database.copy_to(folder / "tilik.sqlite3")
    shutil.copy2(config.secret_path, folder / config.secret_path.name)
    count = 0
    for path in sorted(resources.files.root.glob("??/*")):
        target = folder / "files" / path.parent.name
        target.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target / path.name)
        count += 1
    return count

"""Makes hostile and awkward files: `python -m tests.hostile.generate FOLDER` writes them all, one after another.

Nothing here comes from outside; every file is made by code, with what must become of it beside its maker.
"""

import sys
from pathlib import Path

from tests.hostile import package_files, pdf_files, picture_files, text_files
from tests.hostile.case import Case


def cases() -> tuple[Case, ...]:
    """All cases in order."""
    return (*pdf_files.CASES, *package_files.CASES, *picture_files.CASES, *text_files.CASES)


def write(case: Case, folder: Path) -> Path:
    """Make the file of a case in a folder; its path."""
    path = folder / case.name
    path.write_bytes(case.make())
    return path


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    for item in cases():
        print(ascii(str(write(item, target))))

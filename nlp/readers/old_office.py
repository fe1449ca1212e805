"""DOC and PPT: made into DOCX and PPTX by LibreOffice where it is installed, else refused with a sentence."""

import importlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from nlp.errors import DamagedFile, OldOfficeFormat, TooHard
from nlp.readers.reading import Options, Reading

_SECONDS = 90


def read(path: Path, options: Options) -> Reading:
    """The converted document. Raises `OldOfficeFormat` without LibreOffice."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise OldOfficeFormat(path.name)
    with path.open("rb") as stream:
        slides = "PowerPoint Document".encode("utf-16-le") in stream.read(64 * 1024 * 1024)
    target = "pptx" if slides else "docx"
    with tempfile.TemporaryDirectory(prefix="tilik-") as folder:
        source = Path(folder) / f"berkas.{'ppt' if slides else 'doc'}"
        shutil.copyfile(path, source)
        command = [program, f"-env:UserInstallation=file://{folder}/profil", "--headless", "--norestore", "--convert-to", target,
                   "--outdir", folder, str(source)]  # fmt: skip
        try:
            subprocess.run(
                command, capture_output=True, timeout=_SECONDS, check=False, env={**os.environ, "HOME": folder}
            )
        except subprocess.TimeoutExpired as error:
            raise TooHard(path.name) from error
        made = source.with_suffix(f".{target}")
        if not made.is_file():
            raise DamagedFile("cannot be converted")
        reading: Reading = importlib.import_module(f"nlp.readers.{target}").read(made, options)
    warning = "Berkas berformat Office lama; isinya dibaca setelah diubah dengan LibreOffice."
    return Reading(reading.pages, (warning, *reading.warnings))

"""The labelled Word and PowerPoint files as offices pass them on: saved as PDF, or printed and scanned.

What a document says does not change with its form, so the same gold measures how much reading another form loses.
"""

import os
import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy
import pypdfium2 as pdfium
from PIL import Image, ImageFilter

OFFICE = frozenset({".docx", ".pptx"})
_SECONDS = 900
_DPI = 200
_MOST_PAGES = 8  # of a scan: OCR takes seconds a page
_SKEW = 0.8  # degrees, either way
_GRAIN = 12.0  # standard deviation of the noise, of 255 shades


def rendered(sources: Sequence[Path], form: str, *, every: int = 1) -> Iterator[tuple[Path, Path]]:
    """Each Word or PowerPoint file, of `every` so many one, with its rendering as `pdf` or `scan`; that is gone after the next step.

    Raises `RuntimeError` without LibreOffice. A file that it cannot convert is left out, and so is a scan of many pages.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise RuntimeError("LibreOffice (soffice) is needed to save documents as PDF")
    chosen = [path for path in sources if path.suffix in OFFICE][::every]
    with tempfile.TemporaryDirectory(prefix="tilik-") as name:
        folder = Path(name)
        copies = {path: folder / f"{number}{path.suffix}" for number, path in enumerate(chosen)}
        for path, copy in copies.items():
            shutil.copyfile(path, copy)
        command = [program, f"-env:UserInstallation=file://{folder}/profil", "--headless", "--convert-to", "pdf", "--outdir", name]  # fmt: skip
        subprocess.run([*command, *map(str, copies.values())], capture_output=True, timeout=_SECONDS, check=True,
                       env={**os.environ, "HOME": name})  # fmt: skip
        for path, copy in copies.items():
            made = copy.with_suffix(".pdf")
            if made.is_file() and (form == "pdf" or scan(made, made, seed=path.name)):
                yield path, made


def scan(source: Path, target: Path, *, seed: str) -> bool:
    """Write the PDF as pictures of its pages: grey, a little turned, blurred and grainy; False where it has too many pages."""
    draw = random.Random(seed)  # noqa: S311 - repeatable damage, no secret
    document = pdfium.PdfDocument(source.read_bytes())
    if len(document) > _MOST_PAGES:
        return False
    pages = [_scanned(page.render(scale=_DPI / 72).to_pil().convert("L"), draw) for page in document]
    pages[0].save(target, "PDF", resolution=_DPI, save_all=True, append_images=pages[1:], quality=60)
    return True


def _scanned(picture: Image.Image, draw: random.Random) -> Image.Image:
    turned = picture.rotate(draw.uniform(-_SKEW, _SKEW), fillcolor=255, resample=Image.Resampling.BICUBIC)
    shades = numpy.asarray(turned.filter(ImageFilter.GaussianBlur(0.5)), dtype=numpy.float32)
    grain = numpy.random.default_rng(draw.randrange(10**6)).normal(0, _GRAIN, shades.shape)
    return Image.fromarray(numpy.clip(0.96 * (shades + grain) + 4, 0, 255).astype(numpy.uint8))

"""A believable set of documents for trying Tilik: our own texts, invented persons and facts, real names of institutions.

`python -m service.demo FOLDER` writes them; `make demo` sends them through the same door as an upload.
"""

from pathlib import Path

from service.demo import agreements, letters, news, reports
from service.demo.writers import write

DOCUMENTS = (*agreements.DOCUMENTS, *reports.DOCUMENTS, *news.DOCUMENTS, *letters.DOCUMENTS)


def make_demo(folder: Path) -> list[Path]:
    """Write every document into `folder` (made when missing); their paths, in order. The same call writes the same texts."""
    folder.mkdir(parents=True, exist_ok=True)
    return [write(folder / document.name, document) for document in DOCUMENTS]

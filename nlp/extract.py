"""The second door: `extract(pages) -> Extraction`. The pipeline is built once a process."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from spacy.language import Language

from nlp import pipeline
from nlp.assemble import assemble
from nlp.components.aliases import known
from nlp.extraction import Extraction
from nlp.facts import Facts
from nlp.pages import Pages
from nlp.source import Source


@cache
def _pipeline() -> Language:
    return pipeline.build()


def extract(pages: Pages, *, aliases: Mapping[str, str] | None = None) -> Extraction:
    """Everything the contract asks for that the document states; nothing that it does not.

    `aliases`: short names that staff have added, and the official name that each stands for.
    """
    source = Source(pages)
    built = _pipeline()
    doc = built.make_doc(source.text[: built.max_length])
    doc._.source = source
    doc._.facts = Facts()
    with known(aliases or {}), _no_collection():
        for _, component in built.pipeline:
            doc = component(doc)
    return assemble(source, doc._.facts)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Components make many objects and few cycles: looking for those takes a twentieth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()

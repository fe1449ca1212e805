"""The components in order, each with why it stands there; `build()` makes the spaCy pipeline."""

import importlib

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp import untokenized

COMPONENTS = (
    "kind",  # first: what the document is decides how the others read it
    "title",  # title, numbers, language
    "institutions",  # every mention of an institution or region, with its official name
    "dates",  # every mention of a day or a span
    "parties",  # needs kind and institutions
    "document_dates",  # signed, start, end, published, event and the term: needs kind, dates, parties
    "place",  # where it was signed or took place
    "participants",  # tables, NIP, counts
    "placements",  # needs institutions and parties (the host)
    "proposals",  # how likely each piece of text is a recommendation: needs kind
    "recommendations",  # needs institutions (addressee) and dates (due)
    "visits",  # needs parties and dates
    "indicators",  # needs institutions
)

for _extension in ("source", "facts"):
    if not Doc.has_extension(_extension):
        Doc.set_extension(_extension, default=None)


def build() -> Language:
    """A blank Indonesian pipeline with every component; components register themselves when their module is imported."""
    pipeline = spacy.blank("id", config=untokenized.CONFIG)
    pipeline.max_length = 6_000_000
    for name in COMPONENTS:
        importlib.import_module(f"nlp.components.{name}")
        pipeline.add_pipe(name)
    return pipeline

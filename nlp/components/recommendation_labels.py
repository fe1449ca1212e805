"""The action alone: a candidate without the mark before it, and without who is to act and by when before and behind it."""

import re
from collections.abc import Mapping
from dataclasses import replace

from nlp.components.deadlines import find_deadline
from nlp.components.recommendation_addressee import Addressees
from nlp.components.recommendation_candidates import Candidate
from nlp.components.recommendation_legend import code_before
from nlp.components.recommendation_tails import without_tail

_TRAILING_TIME = re.compile(r"\s*\((?:tahun\s+)?[^()]{3,30}\)\s*$", re.IGNORECASE)
# `Satu aplikasi pengaduan untuk semua OPD [Diskominfo]`: who is to act, at the end.
_TRAILING_OWNER = re.compile(r"\s*\[(?P<owner>[A-Z][^][\d]{1,80})\]\W*$")
# `…; dan`, `…;`: what binds an item to the next one of its list.
_LIST_END = re.compile(r"\s*(?:[;,]\s*(?:dan|serta|atau|dan/atau)|;)\s*$", re.IGNORECASE)


def without_mark(candidate: Candidate, addressees: Addressees, marks: Mapping[str, str]) -> Candidate:
    """`(B) papan petunjuk …` without the mark that the document's legend explains, which says for whom it is."""
    codes, end = code_before(candidate.text) if marks else ((), 0)
    if not end or not all(code in marks for code in codes):
        return candidate
    owner = addressees.of_mark(marks[codes[0]]) if len(codes) == 1 else None
    return replace(candidate, text=candidate.text[end:], owner=candidate.owner or owner)


def without_label(candidate: Candidate, addressees: Addressees) -> Candidate:
    """`Bappeda: masukkan …`, `Masukkan … [Bappeda]`, `… | tenggat Mei 2026`: who is to act and by when are no part of the action."""
    if "[" in candidate.text and (tail := _TRAILING_OWNER.search(candidate.text)):
        candidate = replace(
            candidate, text=candidate.text[: tail.start()], owner=candidate.owner or " ".join(tail["owner"].split())
        )
    if not candidate.running or " | " in candidate.text:
        text, owner, time = without_tail(candidate.text)
        candidate = replace(candidate, text=text, owner=candidate.owner or owner, time=candidate.time or time)
    owner, length = addressees.label(candidate.text)
    if length == 0:
        return candidate
    return replace(candidate, text=candidate.text[length:], owner=owner or candidate.owner)


def action_text(candidate: Candidate) -> str:
    """As written, without the label of who is to act or a time in brackets at the end."""
    text = candidate.text
    tail = _TRAILING_TIME.search(text) if ")" in text else None
    if tail and find_deadline(tail.group(), column=True):
        text = text[: tail.start()]
    return _LIST_END.sub("", text).strip(" \t•")

"""Paragraphs, in a section that recommends or in running text: which of their sentences are recommendations."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.deadlines import find_deadline
from nlp.components.minutes import heading_at
from nlp.components.recommendation_candidates import Candidate
from nlp.components.recommendation_english import advises, may_advise
from nlp.components.recommendation_heading_words import END, KEEP
from nlp.components.recommendation_leads import addressing
from nlp.components.recommendation_legend import code_before
from nlp.components.recommendation_lists import LABELLED
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_sentences import LEAD_IN, TO_SELF, Stretch, stretches_of
from nlp.components.recommendation_sides import FOR_WHOM
from nlp.components.recommendation_units import SENTENCE_END
from nlp.components.recommendation_walk import Walk, last_sentence
from nlp.components.recommendation_wordings import (
    announces,
    is_asked_of_unit,
    is_for_home,
    likely_in_running,
    likely_in_section,
    speaks_of_recommending,
)
from nlp.components.recommendation_words import (
    has_modal,
    is_action,
    is_passive,
    is_rejected,
    is_state,
    speaks_of_proposing,
    unit_acts,
)
from nlp.extraction import Kind
from nlp.pages import BlockKind

# A line of a slide that says what shall be without a verb of doing: `Satu desa satu operator`.
_PHRASE = re.compile(r"[^\W\d_][^:=?|]{12,150}$")
_DAY = re.compile(r"\b\d{1,2}\s+[A-Z][a-z]+\s+20\d\d\b")
_BEFORE_DAY = 4  # words of a phrase with a day at its end; fewer stand above a signature
_NEXT_SENTENCE = re.compile(r"(?<!\bs\.d)[.!?]\s+[A-Z]")
# `Tonggak kedua: …`, `Gelombang I …`, `100 hari pertama …`, `Sebelum Lebaran, Maret 2026`, `Yang mendesak (Mei 2026)`.
_PERIOD = re.compile(
    r"(?:(?:anak\s+tangga|pijakan|undakan|langkah|tonggak|tahap|fase|gelombang|babak|etape|periode|target|pekan|minggu|bulan|kuartal|milestone|phase|step|segera|mulai|sampai|sebelum|hingga|paling|akhir|awal|(?:\d+|seratus)\s+(?:hari|bulan|pekan))\b[^;]*[^.;]"
    r"|[^:(.;]{3,50}(?::|\(|\s[—–-]\s)[^:();]{3,40}20\d\d\)?:?)$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\W*(?:rekomendasi|saran|usul(?:an)?|rencana\s+(?:aksi|tindak\s+lanjut)|tindak\s+lanjut|tindakan|perbaikan)(?:\s+(?:kami|tim|perbaikan|tindak\s+lanjut))?\s*(?::\s+(?:\(?[1a][.)]\s+)?(?=\S)|(?<=rekomendasi)\.\s+(?=[a-z]))",
    re.IGNORECASE,
)
_HEAD_LINES = 6
_MINUTES = re.compile(
    r"\W*(?:notul(?:a|en|ensi)|risalah)\s+(?:rapat|pertemuan|ekspos\w*|evaluasi|pembahasan)\b", re.IGNORECASE
)
_LEVEL = 8  # of a sub-heading that only its wording shows
# `Bappeda perlu` before what the sentence counts off: who is to do it all.
_SUBJECT = re.compile(
    r"\W*(?!Kami\b|Kita\b)[A-Z][^.;:]{2,90}\b(?:perlu|hendaknya|sebaiknya|diharapkan|disarankan|diminta|agar|supaya|kiranya|harus|seyogianya)\b[^.;:]{0,20}:?$"
)
_LEAD_LEVEL = 9  # of a short lead-in below it


class TextReader:
    """Reads the paragraphs that `walk` meets."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self._minutes: bool | None = None

    def in_section(self, unit: Unit, index: int) -> Iterator[Candidate]:
        """The recommendations of a paragraph of the open section."""
        walk = self.walk
        section = walk.section
        if section is None:
            return
        text = unit.text
        if END.match(text) and not self._heads_by_time(unit, index):
            walk.section = None
            return
        if KEEP.search(text) and len(text) < 120 and not is_action(text):
            walk.section = None if not text.rstrip().endswith((".", ";")) and ":" not in text else walk.section
            return
        if LEAD_IN.search(text):
            walk.lead = last_sentence(text)
            if len(text.split()) <= 8:
                section.below = [(depth, line) for depth, line in section.below if depth < _LEAD_LEVEL]
                section.below.append((_LEAD_LEVEL, text))
                walk.lead = None
            return
        short = len(text.split()) <= 40 and not _NEXT_SENTENCE.search(text)
        if short and self._looks_like_sub_heading(unit, index):
            section.below = [(depth, line) for depth, line in section.below if depth < _LEVEL] + [(_LEVEL, text)]
            walk.lead = None
            return
        if not short or text.endswith("."):
            yield from self._sentences(unit, in_section=True)
            return
        if is_rejected(text) or is_state(text) or len(text.split()) < 3:
            return
        if is_action(text[code_before(text)[1] :]) or has_modal(text):
            yield from walk.whole_or_parts(unit, (), 0.93)
        elif LABELLED.match(text):
            yield walk.candidate(unit, (), 0.8)
        elif self._is_phrase(unit):
            yield walk.candidate(unit, (), 0.7)

    def running(self, unit: Unit) -> Iterator[Candidate]:
        """The recommendations of a paragraph outside every section."""
        if self.walk.kind in (Kind.MOU, Kind.AGREEMENT) or (self.walk.kind is Kind.OTHER and not self._of_minutes()):
            return
        if self.walk.kind is Kind.REPORT and (stated := self._stated(unit)) is not None:
            yield stated
            return
        yield from self._sentences(unit, in_section=False)

    def _of_minutes(self) -> bool:
        """The paper is the minutes of a meeting, in which one proposes after the other."""
        if self._minutes is None:
            head = [self.walk.source.text[slice(*line)] for line in list(self.walk.source.lines[:_HEAD_LINES])]
            self._minutes = heading_at(self.walk.source) is not None or any(map(_MINUTES.match, head))
        return self._minutes

    def _stated(self, unit: Unit) -> Candidate | None:
        """`Rekomendasi : Inspektur menetapkan …` among `Kondisi : …`, `Sebab : …`: one recommendation behind its name."""
        label = _NAMED.match(unit.text)
        if label is None or unit.kind in (BlockKind.CELL, BlockKind.NOTE, BlockKind.HEADING) or len(unit.pieces) > 1:
            return None
        text = unit.text[label.end() :]
        behind = _NAMED.match(self.walk.source.text, unit.start, unit.end)
        acts = is_action(text) or unit_acts(text) or has_modal(text)
        if behind is None or not acts or is_rejected(text) or len(text.split()) < 4:
            return None
        owner, time = self.walk.meta.beside.get(id(unit), (None, None))
        start = behind.end()
        return Candidate(
            start,
            unit.end,
            text,
            ((start, unit.end),),
            self.walk.outline.texts(1),
            owner=owner,
            time=time,
            confidence=0.95,
            summary=self.walk.in_summary(),
        )

    def _is_phrase(self, unit: Unit) -> bool:
        section = self.walk.section
        if section is None or section.mixed or section.opened is None or self.walk.outline.is_title(section.opened):
            return False
        if self.walk.kind is Kind.LETTER:
            return False
        day = _DAY.search(unit.text)
        return bool(_PHRASE.match(unit.text)) and (day is None or unit.text.count(" ", 0, day.start()) > _BEFORE_DAY)

    def _looks_like_sub_heading(self, unit: Unit, index: int) -> bool:
        text = unit.text
        if self._heads_by_time(unit, index):
            return True
        if unit.inside:
            return False
        if unit.text.endswith((".", ";")) or len(text.split()) > 9 or (is_action(text) and len(text.split()) > 3):
            return False
        if LABELLED.match(text):
            return False
        units = self.walk.units
        following = units[index + 1] if index + 1 < len(units) else None
        return (
            following is not None
            and following.page == unit.page
            and (following.mark_kind is not None or (is_action(following.text) and " " in following.text))
        )

    def _heads_by_time(self, unit: Unit, index: int) -> bool:
        """`Tonggak kedua: 100 hari (sampai dengan 10 Februari 2026)` above a list: by when its items are to be done."""
        following = self.walk.units[index + 1 : index + 2]
        if not following or following[0].mark_kind is None or unit.mark_kind is not None:
            return False
        if len(unit.text.split()) > 14 or not _PERIOD.match(unit.text):
            return False
        stated = find_deadline(unit.text, column=True)
        return stated is not None and stated.last is not None

    def _sentences(self, unit: Unit, *, in_section: bool) -> Iterator[Candidate]:
        if not in_section and not _may_speak(unit.text):
            return
        walk = self.walk
        stretches = stretches_of(walk.source, unit)
        told: list[str] = []  # the sentences before that are no recommendations
        for stretch in stretches:
            text = stretch.text
            if stretch.lead is None and (len(text.split()) < 4 or (text.endswith(":") and LEAD_IN.search(text))):
                if LEAD_IN.search(text):
                    walk.lead = text
                continue
            confidence = self._likely(stretch, unit, in_section=in_section)
            if confidence is None:
                if in_section and TO_SELF.search(text):
                    walk.lead = text
                told.append(text)
                continue
            whole = len(stretches) == 1
            yield Candidate(
                stretch.start,
                stretch.end,
                unit.text if whole else text,
                tuple(unit.pieces) if whole else stretch.pieces or ((stretch.start, stretch.end),),
                self._spoken_to(stretch, told, in_section=in_section),
                *(walk.meta.beside.get(id(unit), (None, None)) if whole else (stretch.owner, None)),
                confidence=confidence,
                running=not in_section,
                summary=walk.in_summary(),
            )

    def _spoken_to(self, stretch: Stretch, told: Sequence[str], *, in_section: bool) -> tuple[str, ...]:
        """The lines that say for whom a sentence is: the words before what it counts off, those of the section, a heading `Untuk tuan rumah`.

        `told`: the sentences of the paragraph before, one of which may announce what follows and say for whom it is.
        """
        own = stretch.lead and (not in_section or _SUBJECT.match(stretch.lead) or addressing([stretch.lead]))
        lead = (stretch.lead,) if stretch.lead and own else ()
        if not lead and (announced := addressing(told)):
            lead = (announced,)
        if in_section:
            return lead + self.walk.above(self.walk.section)
        return lead + tuple(line for line in self.walk.outline.texts(1) if FOR_WHOM.match(line))

    def _likely(self, stretch: Stretch, unit: Unit, *, in_section: bool) -> float | None:
        walk = self.walk
        if stretch.lead is not None and (in_section or announces(stretch.lead)):
            return None if is_rejected(stretch.text) or len(stretch.text.split()) < 2 else 0.9
        if TO_SELF.search(stretch.text) or END.match(stretch.text):
            return None
        if in_section and walk.section is not None:
            led = walk.lead is not None and announces(walk.lead)
            return likely_in_section(stretch.text, mixed=walk.section.mixed and not led, led=led)
        likely = likely_in_running(stretch.text, unit, walk.kind, aims=walk.about_aims())
        if likely is not None and stretch.lead is not None and is_asked_of_unit(stretch.text):
            return 0.9  # one of several counted off: `Pertama, Dinas X sebaiknya …. Kedua, RSUD Y diminta …`
        return likely


def _may_speak(text: str) -> bool:
    """A word of proposing stands in `text`; without one its sentences need not be parted."""
    return (
        has_modal(text)
        or speaks_of_proposing(text)
        or is_passive(text)
        or speaks_of_recommending(text)
        or is_for_home(text)
        or (may_advise(text) and any(advises(sentence) for sentence in SENTENCE_END.split(text)))
    )

"""The visits that one sentence speaks of: whether they lie ahead, who comes to whom and when."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.letter_frame import ADDRESSED
from nlp.components.recommendation_units import flat
from nlp.components.visit_ends import Way
from nlp.components.visit_names import Side
from nlp.components.visit_plans import is_advice, is_order, is_subject, is_task
from nlp.components.visit_present import is_the_one_told
from nlp.components.visit_purpose import purpose
from nlp.components.visit_quoted import said_to_come
from nlp.components.visit_sides import Sides
from nlp.components.visit_speaker import comes_himself
from nlp.components.visit_thirds import Thirds
from nlp.components.visit_times import Times, When
from nlp.components.visit_travel import is_no_journey, speaks_of_journey, way_of_journey
from nlp.components.visit_words import (
    VISIT,
    WEAK_VISIT,
    is_invited,
    is_note_of_visit,
    is_only_wished,
    is_past,
    is_planned,
    is_refused,
    is_return,
    is_to_come,
    is_wanted_here,
    speaks_of_visit,
)
from nlp.extraction import Kind, Visit
from nlp.facts import Facts
from nlp.source import Source

_I = re.IGNORECASE
_LONGEST = 3000  # characters of a sentence; what is longer is no sentence
# The last lines of `Yth. … di – Tempat`; a letter's first sentence may hang on to them.
_ADDRESS = re.compile(r"\n[ \t]*di\s*[-–—]?\s*[A-Z][A-Za-z .]{2,40}\n")
_LONGEST_ADDRESS = 400  # characters
# `Menindaklanjuti surat Saudara … perihal Permohonan Kunjungan pada tanggal …, dengan ini …`: the letter that is answered is another's.
_ANSWERED = re.compile(
    r"\b(?:surat|email|nota)\b[^;]{5,300}?\b(?:hal|perihal|tentang)\b[^;]{5,250}?,\s+(?P<told>(?:maka\s+)?(?:(?:dengan|bersama)\s+ini|pada\s+prinsipnya|kami\b|pihak\s+kami|disampaikan))",
    _I,
)
_CLOSING = re.compile(r"\W*demikian(?:lah)?\b", _I)
_NEXT = 120  # characters behind a sentence in which a refusal stands
_LONGEST_NOTE = 160  # characters of a line without a verb


class SentenceVisits:
    """Reads the sentences of a document, each with what stands around it."""

    def __init__(self, source: Source, facts: Facts) -> None:
        self.source = source
        self.facts = facts
        self.agreement = facts.kind in (Kind.MOU, Kind.AGREEMENT)
        self.letter = facts.kind is Kind.LETTER
        addressed = ADDRESSED.search(source.text) if self.letter else None
        self.body = addressed.end() if addressed is not None else 0
        self.sides = Sides(facts, source.text)
        self.times = Times(source, facts)
        self.thirds = Thirds(source, facts, self.sides)
        self.order = is_order(source, facts)
        self.day = ""  # the heading of the day to which a rundown's rows belong
        self.paragraph = 0  # where the paragraph begins, or the short line above it: names there may be `mereka` later

    def _of_sentence(self, start: int, end: int, heading: str, row: str = "") -> Iterator[Visit]:
        """The visits of the sentence at the two places, below `heading` and, in a table, beside the other cells of its `row`."""
        start, end = self._own_words(start, min(end, start + _LONGEST))
        sentence = self.source.text[start:end]
        line = flat(sentence)
        if self.letter and (end <= self.body + 2 or _CLOSING.match(line)):
            return  # the subject among the rows of the head, thanks at the end
        reciprocal = is_return(heading) or is_return(line)
        if not speaks_of_visit(line) and not (speaks_of_journey(line) and self._is_ahead(sentence)):
            return  # the cheap tests come first
        planned = self._is_planned(sentence, line, heading, row, reciprocal=reciprocal)
        if not planned and WEAK_VISIT.search(line) is None and not self._is_ahead(sentence):
            return
        sides = self.sides.named(line)
        visitors, host = self._ends(start, end, line, sides, planned=planned, reciprocal=reciprocal)
        if host is None or (not planned and is_invited(line) and not self.times.is_later(sentence)):
            return
        if not self.agreement and is_refused(self.source.text[end : end + _NEXT]):
            return
        when = self._when(sentence, line, row)
        if self.agreement and when is None and not reciprocal:
            return
        if self._is_the_story(line, visitors, host, when, reciprocal=reciprocal):
            return
        if reciprocal and self.times.is_of_first_visit(when):
            when = None
        when = when or self.times.said_beside(start, end, line) or self.times.of_letter()
        yield from self._each(
            visitors, host, when, self._tight(start, sentence), reciprocal=reciprocal, named=bool(sides)
        )

    def _own_words(self, start: int, end: int) -> tuple[int, int]:
        """The sentence of a letter without the address above it and without what it says of the letter that it answers."""
        if not self.letter:
            return start, end
        text = self.source.text
        if address := _ADDRESS.search(text, start, min(end, start + _LONGEST_ADDRESS)):
            start = address.end()
        told = _ANSWERED.search(text, start, end)
        if told and speaks_of_visit(text[told.start("told") : end]):
            start = told.start("told")
        return start, end

    def _ends(self, start: int, end: int, line: str, sides: Sequence[Side], *, planned: bool, reciprocal: bool) -> Way:
        """Who comes to whom: whom the sentence quotes as coming, else by its words for a visit, else for a journey."""
        text, sentence = self.source.text, self.source.text[start:end]
        they = self.thirds.spoken_of(self.paragraph, start, line)
        visitors, host = self._way(sentence, line, sides, they, planned=planned, reciprocal=reciprocal)
        if himself := comes_himself(text, self.paragraph, start, line, self.sides):
            visitors, host = himself
        elif planned and not reciprocal and (guests := said_to_come(text, start, end, line, self.sides)):
            visitors, host = guests
        if host is None and self._is_ahead(sentence):
            third = None if is_no_journey(line) else self.thirds.way(line, sides, they)
            return third or way_of_journey(line, sides, self.sides)
        return visitors, host

    def _when(self, sentence: str, line: str, row: str) -> When | None:
        """The time that the sentence states, else its row, else the heading of a rundown's day."""
        when = self.times.said(sentence) or (self.times.said(row) if row else None)
        return when or (self.times.said(self.day) if self.day and not is_only_wished(line) else None)

    def _is_the_story(
        self, line: str, visitors: Sequence[str], host: str, when: When | None, *, reciprocal: bool
    ) -> bool:
        """Whether it is the visit that a report or an article tells of, not one to come."""
        if self.times.is_of_the_story(when):
            return True
        if reciprocal:
            return False
        if when is None and self._is_why_they_came(line, host):
            return True
        return (when is None or when.first is None) and self._is_told(line, visitors, host)

    def _is_why_they_came(self, line: str, host: str) -> bool:
        """`Untuk itu kami ingin melakukan kaji banding di X`, said in X: what the article's own visit is for."""
        told = self.facts.kind is Kind.NEWS and self.sides.host is not None and host == self.sides.host.name
        return told and is_wanted_here(line)

    def _is_told(self, line: str, visitors: Sequence[str], host: str) -> bool:
        """The sentence of an article is about the visit that the article tells of."""
        home = self.sides.home
        same_way = home is not None and home.name in visitors and host in self.sides.hosts
        return self.facts.kind is Kind.NEWS and is_the_one_told(line, same_way=same_way)

    def _is_planned(self, sentence: str, line: str, heading: str, row: str, *, reciprocal: bool) -> bool:
        """Whether the sentence has a strong word for a visit and says that it lies ahead."""
        if not (VISIT.search(line) or is_return(line)) or (self.facts.kind is Kind.OTHER and is_subject(line)):
            return False
        return (
            is_to_come(line, reciprocal=reciprocal, agreement=self.agreement)
            or self._is_noted(sentence, line, heading, row)
            or (self.order and is_task(line))
            or (self.letter and is_advice(line) and self.times.is_later(sentence))
            or (reciprocal and self.agreement and "saling" not in line and self.times.is_sharp(sentence))
        )

    def _way(
        self, sentence: str, line: str, sides: Sequence[Side], they: str | None, *, planned: bool, reciprocal: bool
    ) -> Way:
        """Who comes to whom, by the words for a visit in the sentence."""
        if planned:
            third = self.thirds.way(line, sides, they)
            if third is None and self.facts.kind is Kind.OTHER and (own := self.thirds.to_there(line)):
                third = [own[0]], own[1]
            return third or self.sides.way(line, sides, reciprocal=reciprocal)
        if self.agreement and self.times.is_sharp(sentence):
            return self.sides.in_clause(line, sides)
        return self.sides.weakly(line, sides) if WEAK_VISIT.search(line) else ([], None)

    def _is_ahead(self, sentence: str) -> bool:
        """Whether the sentence states days or a month to come, so that people's being somewhere is a visit."""
        return self.times.is_sharp(sentence) if self.agreement else self.times.is_later(sentence)

    def _is_noted(self, sentence: str, line: str, heading: str, row: str) -> bool:
        """`Kunjungan balasan Batu ke Tomohon: Maret 2026`: no verb, but a day after the document's own, or a heading for plans."""
        if self.agreement or self.letter or len(line) > _LONGEST_NOTE:
            return False
        if not is_return(line):  # that is the story's own visit, unless its day is still to come
            return is_note_of_visit(line) and not is_past(line) and self.times.is_later(f"{sentence} {row}")
        return is_planned(line, heading) or (not is_past(line) and self.times.is_later(f"{sentence} {row}"))

    def _each(
        self,
        visitors: Sequence[str],
        host: str,
        when: When | None,
        place: tuple[int, int],
        *,
        reciprocal: bool,
        named: bool,
    ) -> Iterator[Visit]:
        """The visit of each of the visitors, as the sentence at `place` states it."""
        evidence = self.source.evidence(*place)
        line = flat(self.source.text[slice(*place)])
        for visitor in visitors:
            if visitor != host:
                back = reciprocal or self._is_return_by_letter(visitor, host)
                comes, receives = self.thirds.at_level(line, visitor, host)
                yield Visit(
                    visitor=comes,
                    host=receives,
                    reciprocal=back,
                    start=when.first if when else None,
                    end=when.last if when else None,
                    when_text=when.text if when else None,
                    purpose=purpose(line),
                    evidence=evidence,
                    confidence=0.9 if reciprocal and named else 0.8 if named else 0.7,
                )

    def _is_return_by_letter(self, visitor: str, host: str) -> bool:
        """In a letter whoever received, or is to receive, the other side comes in return."""
        home = self.sides.home
        return self.letter and home is not None and host == home.name and visitor in self.sides.hosts

    def _tight(self, start: int, sentence: str) -> tuple[int, int]:
        leading = len(sentence) - len(sentence.lstrip())
        return start + leading, start + len(sentence.rstrip())

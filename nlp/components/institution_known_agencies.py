"""Agencies whose names are known, short or long: the words that go on such a name, whose it is, the region that ends it."""

import re
from typing import Final

from nlp.components.institution_governments import GovernmentsReader
from nlp.components.institution_names import (
    AGENCY_HEADS,
    GOVERNMENT_SHORT,
    HOSPITALS,
    SETDA_LEVELS,
    STOP,
    bodies,
    in_full,
    long_of,
)
from nlp.components.institution_scanner import Found
from nlp.words.places import LEVELS, RegionMention, region_at

_ASSISTANT: Final = re.compile(r"\bAsisten\b[^.;:]{0,60}$")
_SPECIAL: Final = frozenset({"istimewa", "khusus"})  # `Daerah Istimewa Yogyakarta`, `Daerah Khusus Jakarta`


class KnownAgenciesReader(GovernmentsReader):
    """Reads on from an agency's known name."""

    def known_agency(self, index: int, after: int, short: str, form: str) -> Found | None:
        """The agency whose name, known as `form` and written as `short` if not in full, ends before the word at `after`."""
        hospital = self.words[index].lower in HOSPITALS or form.startswith("Rumah Sakit")
        stem, short, last = self._hospital(after, short, form) if hospital else self._longer(index, after, short, form)
        goes_on = last > after
        if hospital and goes_on and (placed := self._called_by_its_place(index, last, stem)) is not None:
            return placed
        central = self._of_central_body(index, last, _spelled(short, stem))
        if central is not None:
            return central
        # `RSUD Dr. Moewardi` is somebody's, but not of the region that happens to be named last.
        known = not (goes_on and stem.startswith("Rumah Sakit"))
        return self._of_a_region(index, last, stem if short else self._trusted(stem, last), short, known=known)

    def _hospital(self, after: int, short: str, form: str) -> tuple[str, str, int]:
        """Stem, short form and end of a hospital's name, with the person or place that it is called after."""
        last = self.name_end(self._region_in_a_name(after), small=False, person=True)
        if last <= after:
            return form, short, last
        return f"{_spelled(short, form)} {self.written(after, last)}", "", last

    def _longer(self, index: int, after: int, short: str, form: str) -> tuple[str, str, int]:
        """Stem, short form and end of an agency's name, with further tasks that stand behind the known one."""
        if form == "Inspektorat Daerah" and self.lower(after) in _SPECIAL:
            return "Inspektorat", short, after
        if (short.lower().startswith("dinas ") and self._and_more(after)) or self._and_ciphers(short, form, after):
            # `Dinas Kominfo dan Statistik`, `Dinas Kominfo, Statistik dan Persandian`, `Diskominfo dan Persandian`
            last = self.name_end(after)
            return f"{_spelled(short, form).replace(' dan ', ', ')} {self.written(after, last)}", "", last
        if self._may_go_on(short, after) and (last := self.name_end(after)) > after:
            # `Dinas Kominfo, Persandian dan Statistik`
            if short:
                return f"{_spelled(short, form)}, {self.written(after, last)}", "", last
            return in_full(self.written(index, last)), "", last
        return form, short, after

    def _may_go_on(self, short: str, after: int) -> bool:
        """Behind a name in full any word may go on with it, behind a short one those after a comma; a region ends it."""
        if after >= len(self.words) or (short and not (self.adjacent(after) and "," in self.gap(after))):
            return False
        return not self.region_here(after) and self.lower(after) not in _SPECIAL

    def _called_by_its_place(self, index: int, after: int, stem: str) -> Found | None:
        """`RSUP Dr. M. Djamil Padang`: where it stands, not whose it is."""
        placed = self.region(after)
        if placed is None or placed.explicit:
            return None
        name = f"{stem} {self.written(after, placed.after)}"
        return Found(self.words[index].start, placed.end, placed.after, name, "agency", takes_region=False)

    def _of_a_region(self, index: int, after: int, stem: str, short: str, *, known: bool) -> Found | None:
        """The agency with the region behind its name, or with no more than the level that the region must have."""
        word = self.words[index]
        named = self._its_region(after)
        level = SETDA_LEVELS.get(word.lower)
        if named is None and level is not None:
            named = self.region(after, level=level)
        if named is None and stem == "Inspektorat" and not word.text[0].isupper():
            return None
        end, last = self.words[after - 1].end, after
        if named is not None:
            end, last = named.end, named.after
        elif level is None and (level := self.level_alone(after)) is not None:
            end, last = self.words[after].end, after + 1
        secretariat = stem == "Sekretariat Daerah" or short.casefold().startswith("setda")
        if secretariat and _ASSISTANT.search(self.text, max(0, word.start - 80), word.start):
            # `Asisten … Sekretariat Daerah Kota X` is of the government
            return Found(word.start, end, last, "", "government", named, level=level) if named is not None else None
        return Found(word.start, end, last, stem, "agency", named, short=short, level=level, known=known)

    def _and_ciphers(self, short: str, form: str, after: int) -> bool:
        """The short name of the one agency whose further tasks stand behind it in full."""
        return (
            bool(short)
            and _spelled(short, form).endswith("Komunikasi dan Informatika")
            and self.lower(after) == "dan"
            and self.adjacent(after)
            and "," not in self.gap(after)
            and self.lower(after + 1) in {"persandian", "statistik"}
        )

    def _and_more(self, after: int) -> bool:
        """`dan X` goes on a name that is cut short, where X is a field of work and no agency."""
        return (
            self.lower(after) == "dan"
            and self.adjacent(after)
            and "," not in self.gap(after)
            and self._goes_on_after_dan(after + 1)
            and self.name_end(after) > after
        )

    def _region_in_a_name(self, after: int) -> int:
        """The index after a region's name that a hospital's own begins with: `RSUD Bali Mandara Provinsi Bali`."""
        named = self.region(after)
        if named is None or named.explicit or named.after >= len(self.words) or self.gap(named.after) != " ":
            return after
        following = self.words[named.after]
        goes_on = following.text[0].isupper() and following.lower not in STOP | AGENCY_HEADS | set(LEVELS) | set(
            GOVERNMENT_SHORT
        )
        return named.after if goes_on and not self.region_here(named.after) and following.text.isalpha() else after

    def _its_region(self, after: int) -> RegionMention | None:
        """The region of an agency; `BKD Pemprov Jatim` names it by its government."""
        # `Badan Kepegawaian Daerah Istimewa Yogyakarta` writes the word that both names share once.
        if self.lower(after - 1) == "daerah" and self.lower(after) in _SPECIAL:
            return region_at(self.text, self.words, after - 1)
        named = self.region(after)
        if named is None and self.adjacent(after) and "," not in self.gap(after):
            lower = self.lower(after)
            if lower in GOVERNMENT_SHORT or (lower == "pemerintah" and self.words[after].text[0].isupper()):
                government = self.government(after)
                if government is not None and government.region is not None:
                    return government.region
        return named

    def _of_central_body(self, index: int, after: int, stem: str) -> Found | None:
        """`BPSDM Kemendagri`: an agency by its name, but of a ministry."""
        if not self.adjacent(after) or "," in self.gap(after) or "\n" in self.gap(after):
            return None
        values, end = bodies().longest(self.text, self.words, after)
        if not values or values[0][1] != "central" or not self.lower(after).startswith(("kem", "lembaga", "lan")):
            return None
        name = f"{stem} {values[0][0].long}"
        return Found(self.words[index].start, self.words[end - 1].end, end, name, "central", takes_region=False)

    def _trusted(self, stem: str, after: int) -> str:
        """The long form of the abbreviation in the bracket behind, where it and `stem` disagree: there the abbreviation is trusted."""
        bracket = self.bracket(after)
        long = long_of(bracket[2], None) if bracket is not None else None
        if long is None:
            return stem
        ours, theirs = _words_that_count(stem), _words_that_count(long)
        swapped = ours == theirs and in_order(stem) != in_order(long)
        apart = len(ours & theirs) / len(ours | theirs) < 0.5 and (stem.split()[0] == long.split()[0])
        return long if swapped or apart else stem


def _spelled(short: str, form: str) -> str:
    """The name in full: what the short form stands for, where it was written so."""
    return (long_of(short, None) if short else None) or form


def _words_that_count(name: str) -> set[str]:
    return set(in_order(name))


def in_order(name: str) -> list[str]:
    """The words of a name without commas and `dan`, which regulations set differently in the same name."""
    return [word for word in name.lower().replace(",", "").split() if word != "dan"]

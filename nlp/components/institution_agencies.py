"""Agencies of regional governments: known short and long forms, and what is read by pattern up to the region that ends it."""

import re
from dataclasses import replace
from typing import Final

from nlp.components.institution_governments import GovernmentsReader
from nlp.components.institution_names import (
    AGENCY_HEADS,
    GOVERNMENT_SHORT,
    HOSPITALS,
    INNER_HEADS,
    LEARNING_HEADS,
    NOT_AFTER,
    NOT_BEFORE,
    SECTION_SHORT,
    SETDA,
    SETDA_LEVELS,
    SETDA_SECTIONS,
    STOP,
    agency_names,
    bodies,
    in_full,
    long_of,
    vocabulary,
)
from nlp.components.institution_scanner import Found
from nlp.components.institution_syllables import may_be_short, spelled_out
from nlp.words.places import LEVELS, RegionMention, region_at

_ASSISTANT: Final = re.compile(r"\bAsisten\b[^.;:]{0,60}$")


class AgenciesReader(GovernmentsReader):
    """Reads the agencies of governments."""

    # -- agencies ------------------------------------------------------------------------------------------------------
    def agency(self, index: int) -> Found | None:
        word = self.words[index]
        values, after = agency_names().longest(self.text, self.words, index)
        if values:
            form, is_short = values[0]
            said = self.text[word.start : self.words[after - 1].end]
            short_ok = not is_short or not said.islower() or len(said) > 5
            if is_short and len(said) <= 4 and not said.isupper() and not (said[0].isupper() and self.region(after)):
                short_ok = False
            if short_ok:
                return self._known_agency(index, after, form if is_short else "", form)
        if (joined := self._shortened(index)) is not None:
            return self._known_agency(index, index + 2, joined, joined)
        if (read := self._by_syllables(index)) is not None:
            stem, after = read
            return self._known_agency(index, after, "", stem)
        if word.lower == "bag":
            return self._short_section(index)
        if word.lower not in AGENCY_HEADS:
            return None
        if (self.lower(index - 1) in NOT_BEFORE and index > 0) or self.lower(index + 1) in NOT_AFTER.get(
            word.lower, set()
        ):
            return None
        if word.text[0].islower() and (
            word.lower not in {"dinas", "badan", "biro"} or self.lower(index + 1) not in vocabulary()
        ):
            return None
        if word.lower == "rumah" and self.lower(index + 1) != "sakit":
            return None
        if word.lower in INNER_HEADS:
            inner = self._inner(index)
            if inner is not None or word.lower not in {"bagian", "upt", "uptd", "sekretariat", "unit"}:
                return inner
        return self._pattern_agency(index)

    def _shortened(self, index: int) -> str | None:
        """The known short form that `Dinas Perkim`, `Dinas P3AP2KB` writes in two words; None for any other name."""
        word, after = self.words[index], index + 1
        if word.lower not in {"dinas", "badan"} or not self.adjacent(after) or not word.text[0].isupper():
            return None
        said = self.words[after].text
        if len(said) < 3 or not said[0].isupper() or said.lower() in vocabulary() or "." in self.gap(after):
            return None
        leads = ("Dis", "Din", "D") if word.lower == "dinas" else ("Ba", "B")
        return next((lead + said for lead in leads if long_of(lead + said, None) is not None), None)

    def _by_syllables(self, index: int) -> tuple[str, int] | None:
        """The name that `Diskumindag`, `Dinas Kumindag` spells out, and the index after it."""
        word, after = self.words[index], index + 1
        if not word.text[0].isupper():
            return None
        if may_be_short(word.lower):
            stem = spelled_out(word.lower)
            return (stem, after) if stem is not None else None
        if word.lower != "dinas" or not self.adjacent(after) or self.gap(after) != " ":
            return None
        said = self.words[after]
        if not said.text[0].isupper() or said.lower in vocabulary():
            return None
        stem = spelled_out(f"dis{said.lower}")
        return (stem, after + 1) if stem is not None else None

    def _short_section(self, index: int) -> Found | None:
        """`Bag. Hukum Setda Kab. X`."""
        if (
            self.lower(index + 1) not in SETDA_SECTIONS
            or self.gap(index + 1).strip(" .")
            or not self.words[index].text[0].isupper()
        ):
            return None
        after = max(index + 2, self.name_end(index + 2))
        return self._section(index, after, f"Bagian {self.written(index + 1, after)}")

    def _known_agency(self, index: int, after: int, short: str, form: str) -> Found | None:
        word = self.words[index]
        head = word.lower
        stem = form
        first = after
        if head in HOSPITALS or form.startswith("Rumah Sakit"):
            after = self.name_end(self._region_in_a_name(after), small=False, person=True)
            if after > first:
                stem = f"{long_of(short, None) or form} {self.written(first, after)}"
                short = ""
                placed = self.region(after)
                if (
                    placed is not None and not placed.explicit
                ):  # `RSUP Dr. M. Djamil Padang`: where it stands, not whose it is
                    stem = f"{stem} {self.written(after, placed.after)}"
                    return Found(word.start, placed.end, placed.after, stem, "agency", takes_region=False)
        elif form == "Inspektorat Daerah" and self.lower(after) in {"istimewa", "khusus"}:
            stem = "Inspektorat"
        elif (short.lower().startswith("dinas ") and self._and_more(after)) or self._and_ciphers(short, form, after):
            # `Dinas Kominfo dan Statistik`, `Dinas Kominfo, Statistik dan Persandian`, `Diskominfo dan Persandian`
            longer = self.name_end(after)
            goes_on, after = self.written(after, longer), longer
            stem = f"{(long_of(short, None) or form).replace(' dan ', ', ')} {goes_on}"
            short = ""
        elif (
            after < len(self.words)
            and (not short or (self.adjacent(after) and "," in self.gap(after)))
            and not self.region_here(after)
            and self.lower(after) not in {"istimewa", "khusus"}
        ):
            # `Dinas Kominfo, Persandian dan Statistik`
            longer = self.name_end(after)
            if longer > after:
                goes_on = self.written(after, longer)
                after, stem = longer, in_full(self.written(index, longer))
                if short:
                    stem, short = f"{long_of(short, None) or form}, {goes_on}", ""
        central = self._of_central_body(index, after, long_of(short, None) or stem if short else stem)
        if central is not None:
            return central
        hospital_by_name = stem.startswith("Rumah Sakit") and after > first
        if not short:
            stem = self._trusted(stem, after)
        named = self._its_region(after)
        level = SETDA_LEVELS.get(head)
        if named is None and level is not None:
            named = self.region(after, level=level)
        if named is None and stem == "Inspektorat" and not self.words[index].text[0].isupper():
            return None
        end = named.end if named is not None else self.words[after - 1].end
        end_after = named.after if named is not None else after
        if named is None and level is None and (alone := self.level_alone(after)) is not None:
            level, end, end_after = alone, self.words[after].end, after + 1
        secretariat = stem == "Sekretariat Daerah" or short.casefold().startswith("setda")
        if secretariat and _ASSISTANT.search(self.text, max(0, word.start - 80), word.start):
            return (
                Found(word.start, end, end_after, "", "government", named, level=level) if named is not None else None
            )
        # `RSUD Dr. Moewardi` is somebody's, but not of the region that happens to be named last.
        return Found(
            word.start, end, end_after, stem, "agency", named, short=short, level=level, known=not hospital_by_name
        )

    def _and_ciphers(self, short: str, form: str, after: int) -> bool:
        """The short name of the one agency whose further tasks stand behind it in full."""
        return (
            bool(short)
            and (long_of(short, None) or form).endswith("Komunikasi dan Informatika")
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
        if self.lower(after - 1) == "daerah" and self.lower(after) in {"istimewa", "khusus"}:
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

    def _inner(self, index: int) -> Found | None:
        """`Bidang PIAK Dinas … Kabupaten Sorong`, `Bagian Keuangan RSUD …`: a unit within an agency."""
        after = index + 1
        while after < len(self.words) and self.adjacent(after) and after - index < 12:
            here = self.words[after]
            if here.lower == "pada" or (here.lower in STOP and here.lower not in {"di"}):
                return None
            if here.lower in SETDA and self.words[index].lower in {"bagian", "subbagian"}:
                return None
            if here.lower in AGENCY_HEADS - INNER_HEADS or here.lower in agency_names().branches:
                values, _end = agency_names().longest(self.text, self.words, after)
                inner = self.agency(after) if values or here.lower in AGENCY_HEADS else None
                if inner is not None and (inner.region is not None or values):
                    name = self.written(index, after)
                    stem = long_of(inner.short, None) or inner.stem if inner.short else inner.stem
                    return replace(inner, start=self.words[index].start, stem=f"{name} {stem}", short="")
            gap = self.gap(after)
            if not (here.text[0].isupper() or here.lower == "dan") or ("\n" in gap and here.lower not in vocabulary()):
                return None
            after += 1
        return None

    def _pattern_agency(self, index: int) -> Found | None:
        word = self.words[index]
        hospital = word.lower == "rumah" or word.lower in HOSPITALS
        after = self.name_end(index + 1, person=hospital)
        if after == index + 1 and word.lower != "inspektorat":
            return None
        stem = in_full(self.written(index, after))
        if word.lower in {"biro", "bagian"}:
            return self._section(index, after, stem)
        if hospital and word.lower != "rumah":
            stem = HOSPITALS[word.lower] + stem[len(word.text) :]
        stem = self._trusted(stem, after)
        named = self._its_region(after)
        if named is not None and self.lower(after - 1) == "cabang":
            name = f"{stem} {self.written(after, named.after)}"  # called by where it stands
            return Found(word.start, named.end, named.after, name, "central", takes_region=False)
        if stem == "Rumah Sakit" and named is None:
            return None
        if word.lower == "unit" and (named is None or not named.explicit):
            return None
        if named is None:
            known = word.lower == "dinas" or all(part.lower in vocabulary() for part in self.words[index + 1 : after])
            level = self.level_alone(after)
            after += level is not None
            return Found(word.start, self.words[after - 1].end, after, stem, "agency", level=level, known=known)
        return Found(word.start, named.end, named.after, stem, "agency", named)

    def _section(self, index: int, after: int, stem: str) -> Found | None:
        """A Biro or a Bagian: one of the Sekretariat Daerah, if nothing else is said."""
        word = self.words[index]
        end, named_at = self.words[after - 1].end, after
        last = stem.rsplit(" ", 1)
        if (full := SECTION_SHORT.get(last[-1].lower())) is not None:
            stem = f"{last[0]} {full}"
        # The bracket of an abbreviation, then `pada Sekretariat Daerah`.
        here = after + 1 if self.lower(after) == "pada" else after
        secretariat = self.lower(here) == "sekretariat" and self.lower(here + 1) == "daerah"
        if secretariat or self.lower(here) in SETDA - {"sekretariat"}:
            named_at = here + (2 if secretariat else 1)
            end = self.words[named_at - 1].end
            stem += " Sekretariat Daerah"
        named = self._its_region(named_at)
        if "Sekretariat Daerah" not in stem:
            inner = self.learning(after) if self.adjacent(after) and self.lower(after) in LEARNING_HEADS else None
            if inner is not None:
                return replace(inner, start=word.start, stem=f"{stem} {inner.stem}")
            if word.lower == "bagian" and named is None and self.lower(index + 1) not in SETDA_SECTIONS:
                return None  # agencies, hospitals and schools have a Bagian Keuangan of their own
            stem += " Sekretariat Daerah"
        if named is None:
            return Found(word.start, end, named_at, stem, "agency") if word.text[0].isupper() else None
        return Found(word.start, named.end, named.after, stem, "agency", named)


def _words_that_count(name: str) -> set[str]:
    return set(in_order(name))


def in_order(name: str) -> list[str]:
    """The words of a name without commas and `dan`, which regulations set differently in the same name."""
    return [word for word in name.lower().replace(",", "").split() if word != "dan"]

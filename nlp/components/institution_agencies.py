"""Agencies of regional governments: by a known name, by a short form in two words or syllables, by the pattern of their head."""

from dataclasses import replace

from nlp.components.institution_known_agencies import KnownAgenciesReader
from nlp.components.institution_names import (
    AGENCY_HEADS,
    HOSPITALS,
    INNER_HEADS,
    LEARNING_HEADS,
    NOT_AFTER,
    NOT_BEFORE,
    SECTION_SHORT,
    SETDA,
    SETDA_SECTIONS,
    STOP,
    agency_names,
    in_full,
    long_of,
    vocabulary,
)
from nlp.components.institution_scanner import Found
from nlp.components.institution_syllables import may_be_short, spelled_out


class AgenciesReader(KnownAgenciesReader):
    """Reads the agencies of governments."""

    def agency(self, index: int) -> Found | None:
        """The agency whose name begins with the word at `index`: by a known name, else by the pattern of its head."""
        values, after = agency_names().longest(self.text, self.words, index)
        if values:
            form, is_short = values[0]
            if not is_short or self._may_be_short(index, after):
                return self.known_agency(index, after, form if is_short else "", form)
        if (joined := self._shortened(index)) is not None:
            return self.known_agency(index, index + 2, joined, joined)
        if (read := self._by_syllables(index)) is not None:
            stem, after = read
            return self.known_agency(index, after, "", stem)
        if self.words[index].lower == "bag":
            return self._short_section(index)
        return self._by_its_head(index) if self._heads_a_name(index) else None

    def _may_be_short(self, index: int, after: int) -> bool:
        """Whether the words are a short form by their letters: `BKD`, `Diskominfo`; `Bkd` only before its region."""
        said = self.text[self.words[index].start : self.words[after - 1].end]
        if said.islower() and len(said) <= 5:
            return False
        return len(said) > 4 or said.isupper() or (said[0].isupper() and self.region(after) is not None)

    def _heads_a_name(self, index: int) -> bool:
        """Whether the word is a head such as `Dinas` that a name may follow."""
        word = self.words[index]
        head, following = word.lower, self.lower(index + 1)
        if head not in AGENCY_HEADS or following in NOT_AFTER.get(head, ()):
            return False
        if index > 0 and self.lower(index - 1) in NOT_BEFORE:
            return False
        if word.text[0].islower() and (head not in {"dinas", "badan", "biro"} or following not in vocabulary()):
            return False
        return head != "rumah" or following == "sakit"

    def _by_its_head(self, index: int) -> Found | None:
        head = self.words[index].lower
        if head in INNER_HEADS:
            inner = self._inner(index)
            if inner is not None or head not in {"bagian", "upt", "uptd", "sekretariat", "unit"}:
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

"""Reads a text from one institution to the next, asking at each word those readers whose names may begin with it."""

from functools import cache, cached_property

from nlp.components.institution_agencies import AgenciesReader
from nlp.components.institution_english import HEADS as ENGLISH_HEADS
from nlp.components.institution_english import english_agency
from nlp.components.institution_glossary import glossary
from nlp.components.institution_names import (
    AGENCY_HEADS,
    CENTRAL_HEADS,
    COMPANY_HEADS,
    FACULTIES,
    GOVERNMENT_SHORT,
    LEARNING_HEADS,
    OFFICES,
    agency_names,
    bodies,
    starts,
)
from nlp.components.institution_scanner import Found
from nlp.components.institution_syllables import may_be_short
from nlp.words.places import region_at


class InstitutionsReader(AgenciesReader):
    """The whole text, from one institution to the next."""

    @cached_property
    def own_names(self) -> dict[str, str]:
        """The short names that the text explains itself."""
        return glossary(self.text)

    def explained(self, index: int) -> Found | None:
        """A short name by what the text itself says that it stands for."""
        word, stem = self.words[index], self.own_names.get(self.lower(index))
        if stem is None or not word.text[0].isupper():
            return None
        named = self._its_region(index + 1)
        if named is None:
            return Found(word.start, word.end, index + 1, stem, "agency")
        return Found(word.start, named.end, named.after, stem, "agency", named)

    def at(self, index: int) -> Found | None:
        """The longest institution that begins at `words[index]`."""
        lower = self.words[index].lower
        if index and self.lower(index - 1) in {"jl", "jln", "jalan"} and "\n" not in self.gap(index):
            return None  # a street
        candidates: list[Found | None] = [self.explained(index)] if self.own_names else []
        if lower in GOVERNMENT_SHORT or lower == "pemerintah":
            candidates.append(self.government(index))
        if lower == "government":
            candidates.append(self.english_government(index))
        if lower in ENGLISH_HEADS:
            candidates.append(english_agency(self, index))
        if lower in OFFICES or lower in {"wakil", "sekretaris"}:
            candidates.append(self.office(index))
        if lower in bodies().branches:
            candidates.append(self.body(index))
        if lower in agency_names().branches or lower in AGENCY_HEADS or lower == "bag" or may_be_short(lower):
            candidates.append(self.agency(index))
        if lower in CENTRAL_HEADS:
            candidates.append(self.central_office(index))
        if lower == "suku":
            candidates.append(self.city_office(index))
        if lower in LEARNING_HEADS:
            candidates.append(self.learning(index))
        if lower in FACULTIES:
            candidates.append(self.faculty(index))
        if lower in COMPANY_HEADS:
            candidates.append(self.company(index))
        found = [candidate for candidate in candidates if candidate is not None]
        central = next((item for item in found if item.kind == "central" and lower in bodies().branches), None)
        if central is not None:
            # `Kementerian PANRB` and the town of the next line, `Badan Kepegawaian Negara` and where it stands.
            found = [item for item in found if not self._goes_on_with_a_place(central, item)]
        return max(found, key=lambda item: item.end) if found else None

    def _goes_on_with_a_place(self, body: Found, other: Found) -> bool:
        if other.end <= body.end or body.after >= len(self.words):
            return False
        place = region_at(self.text, self.words, body.after)
        return place is not None and not place.explicit and place.end == other.end

    def run(self) -> list[Found]:
        beginnings, own = _beginnings(), self.own_names
        found: list[Found] = []
        after = 0
        # Of a hundred words three begin a name: the others are passed over in one go.
        for index in [
            index
            for index, (_, lower, _, _) in enumerate(self.words)
            if lower in beginnings or lower in own or (lower[:2] == "di" and may_be_short(lower))
        ]:
            mention = self.at(index) if index >= after else None
            if mention is not None and (mention.stem or mention.kind == "government"):
                found.append(mention)
                after = mention.after
        return found


@cache
def _beginnings() -> frozenset[str]:
    return frozenset({*starts(), *ENGLISH_HEADS})

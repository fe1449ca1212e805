"""Regional governments, and the offices that stand for them: `Pemkot Malang`, `Gubernur Jawa Timur`, `Sekretaris DPRD Kota X`."""

import re
from typing import Final

from nlp.components.institution_bodies import BodiesReader
from nlp.components.institution_names import AGENCY_HEADS, CENTRAL_HEADS, GOVERNMENT_SHORT
from nlp.components.institution_scanner import Found
from nlp.words.places import LEVELS, region_at

# Jakarta's cities have no government of their own.
_OF_JAKARTA: Final = re.compile(
    r"[ \t]+(?:(?P<level>Kota|Kabupaten|Kab\.?)[ \t]+)?(?:(?:Administrasi|Adm\.?)[ \t]+)?(?P<name>Jakarta[ \t]+(?:Pusat|Timur|Barat|Utara|Selatan)|Kepulauan[ \t]+Seribu)\b",
    re.IGNORECASE,
)


class GovernmentsReader(BodiesReader):
    """Reads governments and the offices that stand for them."""

    def city_office(self, index: int) -> Found | None:
        """`Suku Dinas Kesehatan Jakarta Timur`: what an agency of the province has in each city of Jakarta."""
        if self.lower(index + 1) not in {"dinas", "badan"} or not self.words[index].text[0].isupper():
            return None
        after = self.name_end(index + 2)
        if after == index + 2:
            return None
        stem = self.written(index, after)
        city = _OF_JAKARTA.match(self.text, self.words[after - 1].end)
        if city is None:
            return Found(self.words[index].start, self.words[after - 1].end, after, stem, "agency", known=False)
        while after < len(self.words) and self.words[after].start < city.end():
            after += 1
        level = "Kabupaten" if city["name"].casefold().startswith("kep") else "Kota"
        name = " ".join(word.capitalize() for word in city["name"].split())
        full = f"{stem} {level} Administrasi {name}"
        return Found(self.words[index].start, city.end(), after, full, "agency", takes_region=False)

    def government(self, index: int) -> Found | None:
        word = self.words[index]
        after, level = index + 1, GOVERNMENT_SHORT.get(word.lower)
        if word.lower == "pemerintah":
            if not word.text[0].isupper() and self.lower(after) not in {*LEVELS, "daerah", "aceh"}:
                return None
            if self.lower(after) == "daerah" and self.lower(after + 1) not in {"istimewa", "khusus"}:
                after += 1
        named = self.region(after, level=level)
        if named is None and (said := LEVELS.get(self.lower(after))) is not None and (level is None or level == said):
            # `Pemerintah Kota (Pemkot) Malang`
            named = self.region(after + 1, level=said)
            if named is None:
                return self._unnamed_government(index, after, said)
        if named is None:
            if word.lower == "pemerintah":
                return None
            return Found(word.start, word.end, index + 1, "", "government", level=level)
        return Found(word.start, named.end, named.after, "", "government", named, level=level)

    def _unnamed_government(self, index: int, after: int, level: str) -> Found | None:
        """`Pemerintah Kota Darwin`, of a region that no list has; `Pemerintah Kabupaten` of the one spoken of."""
        word = self.words[index]
        if self.lower(after + 1) in CENTRAL_HEADS | AGENCY_HEADS:
            return None  # columns side by side
        foreign = self.name_end(after + 1, unknown=2)
        if foreign > after + 1 and word.lower == "pemerintah" and self.words[after].text[0].isupper():
            end = self.words[foreign - 1].end
            return Found(word.start, end, foreign, self.written(index, foreign), "government", takes_region=False)
        if not word.text[0].isupper():
            return None
        return Found(word.start, self.words[after].end, after + 1, "", "government", level=level)

    def english_government(self, index: int) -> Found | None:
        """`Government of Kupang City`, `City Government of Bitung`, `Bitung City Government`."""
        levels = {
            "city": "kota",
            "municipal": "kota",
            "regency": "kabupaten",
            "provincial": "provinsi",
            "province": "provinsi",
        }
        if not self.words[index].text[0].isupper():
            return None
        level = levels.get(self.lower(index - 1))
        if self.lower(index + 1) == "of":
            start = index - 1 if level is not None or self.lower(index - 1) in {"regional", "local"} else index
            below = index + 2
            while self.lower(below) in {"the", "of", *levels}:
                level, below = levels.get(self.lower(below), level), below + 1
            named = region_at(self.text, self.words, below, level=level) if below < len(self.words) else None
            if named is None:
                return None
            after, end = named.after, named.end
            if (said := levels.get(self.lower(after))) is not None:
                named = region_at(self.text, self.words, below, level=said) or named
                after, end = after + 1, self.words[after].end
            return Found(self.words[start].start, end, after, "", "government", named, level=level)
        for start in range(index - 2, max(index - 6, -1), -1):
            named = region_at(self.text, self.words, start, level=level) if level is not None else None
            if named is not None and named.after == index - 1:
                return Found(
                    named.start, self.words[index].end, index + 1, "", "government", named, level=level
                )  # fmt: skip
        return None

    def office(self, index: int) -> Found | None:
        """`Gubernur Jawa Timur`, `Wakil Wali Kota Padang`, `Sekretaris Daerah Kabupaten X`: they stand for the government."""
        first = index
        if self.lower(first) == "wakil":
            first += 1
        after = first + 1
        lower = self.lower(first)
        levels = {"gubernur": "provinsi", "bupati": "kabupaten", "walikota": "kota", "sekda": None, "sekdaprov": "provinsi",
                  "sekdakab": "kabupaten", "sekdako": "kota", "sekdakot": "kota"}  # fmt: skip
        if lower == "wali" and self.lower(after) == "kota":
            level, after = "kota", after + 1
        elif lower == "sekretaris" and self.lower(after) in {"dprd", "dewan"}:
            return self._secretary_of_council(index)
        elif lower == "sekretaris" and self.lower(after) == "daerah":
            level, after = None, after + 1
        elif lower in levels:
            level = levels[lower]
        else:
            return None
        named = self.region(after, level=level)
        if named is None:
            return None
        return Found(self.words[index].start, named.end, named.after, "", "government", named, level=level)

    def _secretary_of_council(self, index: int) -> Found | None:
        """`Sekretaris DPRD Kabupaten X` stands for the Sekretariat DPRD."""
        after = index + 2
        if self.lower(index + 1) == "dewan":
            while self.lower(after) in {"perwakilan", "rakyat", "daerah"}:
                after += 1
        named = self.region(after)
        if named is None or not self.words[index].text[0].isupper():
            return None
        return Found(self.words[index].start, named.end, named.after, "Sekretariat DPRD", "agency", named)

    def level_alone(self, after: int) -> str | None:
        """`Dinas Kesehatan Kota, …`, `Bappeda Kabupaten dan …`: of the city or regency spoken of, which needs no name here."""
        if not self.adjacent(after) or self.gap(after) != " " or len(self.lower(after)) < 4:
            return None
        level = LEVELS.get(self.lower(after))
        if level is None or not self.words[after].text[0].isupper():
            return None
        behind = after + 1
        named = self.adjacent(behind) and not self.gap(behind).strip(" ") and self.words[behind].text[0].isupper()
        return None if named else level

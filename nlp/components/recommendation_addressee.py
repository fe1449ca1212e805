"""Who should act on a recommendation: the unit named in its own words, its table's owner column, or the lines above it."""

import re
from collections.abc import Sequence

from nlp.components.institutions import find_institutions, government_of, region_of
from nlp.facts import Facts, InstitutionMention

_I = re.IGNORECASE
# What may stand between the beginning of a sentence and the unit that is to act.
_BEFORE = re.compile(
    r"(?:^|[.;:]\s)[\W]*(?:(?:\d+[.)]|[a-z][.)])\s*)?(?:(?:untuk\s+itu|oleh\s+karena\s+itu|oleh\s+sebab\s+itu|selanjutnya|ke\s+depan(?:nya)?|menurut\s+(?:dia|\w+)|terhadap[^,]{3,60}|kemudian|selain\s+itu)\s*,?\s*)?"
    r"(?:(?:kepada|bagi|untuk|agar|supaya|seluruh|pihak|jajaran|pimpinan|kepala|mendorong|meminta|diharapkan|disarankan|sebaiknya|hendaknya|perlunya|yth\.?|ditujukan\s+kepada|sdr\.?|bapak|ibu)\s+)*$",
    _I,
)
_AFTER_CUE = re.compile(
    r"(?:agar|supaya|kepada|bagi|sebaiknya|hendaknya|seyogianya|diharapkan|disarankan\s+kepada|mengusulkan|menyarankan|merekomendasikan|oleh|mendorong|meminta|perlunya|menyarankan\s+kepada|juga)\s+(?:(?:agar|kepada|pihak|jajaran|kepala|pimpinan|seluruh)\s+)*$",
    _I,
)
_OWN_GOVERNMENT = re.compile(
    r"\bpemerintah\s+(?:provinsi|kabupaten|kota|daerah)\b(?!\s+[A-Z])|\bpem(?:prov|kab|kot|da)\b(?!\s+[A-Z])",
    re.UNICODE,
)
_ALL_UNITS = re.compile(
    r"\b(?:seluruh|semua|setiap|para|masing[\s-]masing)?\s*(?:kepala\s+)?(?:perangkat\s+daerah|opd|skpd|skpk)\b(?!\s+(?:terkait|[A-Z]))",
    _I,
)
_SECTION_OF = re.compile(
    r"^(?:bidang|sekretariat|sub\s*bagian|subbag(?:ian)?|seksi|bagian|instalasi|upt[d]?|unit|kelompok\s+kerja|pokja|laboratorium)\b(?!\s+daerah)[\w ,./&()-]{2,80}$|^sekretariat$",
    _I,
)
_OFFICE = re.compile(
    r"^(?:direktur(?:\s+\w+)?|kepala\s+(?:dinas|badan|bidang|kantor)|sekretaris\s+(?:dinas|badan)|inspektur|pimpinan|manajemen)$",
    _I,
)
_LABEL = re.compile(r"^\s*(?:kepada|bagi|untuk)?\s*(?P<name>[^:]{3,120}?)\s*:\s*\S", _I)


class Addressees:
    """Finds the unit that should act; short names take the region of the home side."""

    def __init__(self, facts: Facts) -> None:
        self.home = next((party.name for party in facts.parties if party.role == "home"), None)
        self.host = next((party.name for party in facts.parties if party.role == "host"), None)
        self.region = region_of(self.home) if self.home else None
        self.host_region = region_of(self.host) if self.host else None

    def of_words(self, text: str) -> str | None:
        """The unit that the recommendation's own words name as the one to act."""
        label = _LABEL.match(text)
        if label and (named := self.of_line(label["name"])):
            return named
        for mention in self._mentions(text):
            before = text[: mention.start]
            if (_BEFORE.search(before) or _AFTER_CUE.search(before[-60:])) and self._acts(text, mention):
                return mention.name
        match = _OWN_GOVERNMENT.search(text)
        if match and _AFTER_CUE.search(text[: match.start()]) and self.region:
            return government_of(self.region)
        return None

    def _acts(self, text: str, mention: InstitutionMention) -> bool:
        """The words after the unit's name must be those of an actor, not the rest of a noun (`Dinas X dan perbaikan …`)."""
        after = text[mention.end : mention.end + 40]
        if re.match(
            r"\s*\)?\s*(?:,|:|agar|supaya|perlu|harus|hendaknya|sebaiknya|seyogianya|diharapkan|disarankan|dapat|untuk|wajib|mem?\w+|dan\s+[A-Z]|me\w+|serta|segera|bersama|melalui|selaku|sebagai|-)",
            after,
        ):
            return True
        return not after.strip()

    def of_line(self, line: str | None) -> str | None:
        """The unit named in a heading, a lead-in or a cell of the owner column."""
        if not line:
            return None
        line = line.strip()
        mentions = self._mentions(line)
        if mentions:
            return mentions[0].name
        if match := _OWN_GOVERNMENT.search(line):
            return government_of(self.region) if self.region and match else None
        if _ALL_UNITS.search(line) and self.region:
            return f"Perangkat Daerah {self.region}"
        return None

    def of_owner(self, cell: str | None) -> str | None:
        """The unit in the owner column: an institution, or a section of the home agency."""
        if not cell:
            return None
        first = re.split(r"\s*(?:,|;|/|\n| dan | bersama )\s*", cell.strip())[0].strip(" .-–")
        if (
            self.home
            and _SECTION_OF.match(first)
            and not self._is_government(self.home)
            and not self._mentions_government_part(first)
        ):
            return f"{first} {self.home}"
        if named := self.of_line(cell):
            return named
        if _SECTION_OF.match(first):
            return f"{first} {self.home}" if self.home and not self._is_government(self.home) else first
        if _OFFICE.match(first):
            return self.home
        return None

    def _mentions_government_part(self, first: str) -> bool:
        """`Bagian Organisasi` is of the regional secretariat, unless the home side is a hospital, whose parts are called so too."""
        if not first.casefold().startswith("bagian") or self.home is None:
            return False
        return not self.home.casefold().startswith(("rumah sakit", "rsud"))

    @staticmethod
    def _is_government(name: str) -> bool:
        return name.casefold().startswith("pemerintah")

    def _mentions(self, text: str) -> list[InstitutionMention]:
        """Institutions in `text` that can be addressed: not the host's, no mere region, not the central ones."""
        found = []
        for mention in find_institutions(text, context_region=self.region):
            if mention.kind in {"central", "company", "university"} or (
                mention.name == self.host and self.host != self.home
            ):
                continue
            if mention.region and self.host_region and mention.region == self.host_region != self.region:
                continue
            if self.region and mention.region and mention.region != self.region and mention.kind == "government":
                continue
            found.append(mention)
        return found

    def resolve(self, text: str, owner: str | None, above: Sequence[str]) -> str | None:
        """The owner column counts first, then the words themselves, then the lines above from the nearest on."""
        if named := self.of_owner(owner):
            return named
        if named := self.of_words(text):
            return named
        return next((named for line in above if (named := self.of_line(line))), None)

    def speaks_for_others(self, sentence: str) -> bool:
        """The proposing sentence begins with a government or unit of neither home nor nobody: another story's."""
        for mention in find_institutions(sentence, context_region=self.region):
            if mention.start <= 3 and mention.region and self.region and mention.region != self.region:
                return True
            break
        return False

    def is_about_host(self, sentence: str) -> bool:
        """The sentence names the host's region and not that of home."""
        regions = {
            mention.region for mention in find_institutions(sentence, context_region=self.region) if mention.region
        }
        if self.host_region is None:
            return False
        short = self.host_region.split(" ", 1)[-1]
        names_host = self.host_region in regions or short in sentence
        home = self.region.split(" ", 1)[-1] if self.region else ""
        return names_host and not (home and home in sentence)

"""Values and years of performance figures in a stretch of text, and whose they are; the base of what finds the figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from nlp.components.indicator_measures import MEASURES, OPINIONS, VALUES
from nlp.components.indicator_words import (
    CAME_FROM,
    FROM_BEFORE,
    NEXT_YEARS,
    RISE,
    SAME_YEAR,
    SCORED,
    STATES_OWNER,
    TARGET,
    UNITS,
    YEAR,
    YEAR_BEHIND,
    Owner,
    Owners,
    year_of,
)

Values = list[tuple[re.Match[str], int | None]]
# Between a figure's name and the agency that it is told of, on either side; `SAKIP badan ini`.
_RIGHT_BEHIND: Final = re.compile(r"\s*(?:internal\s+)?(?:pada\s+|di\s+|milik\s+|untuk\s+)?", re.IGNORECASE)
_RIGHT_BEFORE: Final = re.compile(
    r"[\s,]*(?:(?:pada\s+)?tahun\s+\d{4}\s+)?(?:(?:memperoleh|meraih|mendapat(?:kan)?|mencapai|mencatat(?:kan)?|memiliki|dengan|sudah|telah|baru|masih|juga)\s+)*"
    r"(?:(?:nilai|predikat|skor|hasil\s+evaluasi)\s+)?",
    re.IGNORECASE,
)
_THIS_ONE: Final = re.compile(
    r"\s+(?P<head>badan|dinas|biro|rumah\s+sakit|RSUD|sekretariat|inspektorat|kantor|instansi|satuan|kecamatan|bagian|puskesmas|UPTD|UPTB|UPT)(?:\s+(?P<said>ini|itu|tersebut)\b|(?=\s+(?:hasil|tahun|pada|sebesar|adalah|mencapai|tercatat|menurut|sudah|baru|\d)))",
    re.IGNORECASE,
)
# `Dinas tersebut meraih nilai SAKIP …`
_THIS_ONE_HAS: Final = re.compile(
    r"\b(?P<head>badan|dinas|biro|rumah\s+sakit|RSUD|sekretariat|inspektorat|kecamatan|bagian|puskesmas)\s+(?P<said>ini|itu|tersebut)"
    + _RIGHT_BEFORE.pattern
    + "$",
    re.IGNORECASE,
)
# `RB 2024: 85,20`
_AS_LABEL: Final = re.compile(r"\s*(?:\(?(?:tahun\s+)?20\d\d\)?)?\s*[:=]\s*", re.IGNORECASE)
_OF_ANOTHER: Final = re.compile(r"[,;]\s*(?:sementara|sedangkan|padahal)\b", re.IGNORECASE)
_LED: Final = re.compile(
    r"\b(?:mencatat(?:kan)?|membukukan|mencapai|mendapat(?:kan)?|angka|predikat|nilai|skor|kategori|meraih|memperoleh|level)\s+$",
    re.IGNORECASE,
)
_LEADS_TO_NAME: Final = re.compile(
    r"(?:untuk|pada|dalam|atas|di)?\s*(?:nilai|penilaian|evaluasi|hasil evaluasi|indeks)?", re.IGNORECASE
)
_IN_BRACKETS: Final = re.compile(r"\([^()]*\)")
_FROM_DECIMAL: Final = re.compile(
    r"\d+[.,]\d+\s+dari\s+\d+[.,]\d"
)  # `turun menjadi 78,66 dari 82,05`, not `48 dari 50`
_CHANGED_TO: Final = re.compile(
    r"\b(?:naik|turun|meningkat|menurun|melonjak|merosot)\s+(?:menjadi|ke)\s+$", re.IGNORECASE
)
_SCORE_BEHIND: Final = re.compile(r"\s*,?\s*(?:dengan|atau)\s+(?:nilai|skor|angka)\s+", re.IGNORECASE)
_DETAILED: Final = re.compile(r"\s*:\s*")
_RISES_FROM: Final = re.compile(r"\b(?:dari|semula)\s+$", re.IGNORECASE)
# `2,71 setahun sebelumnya`, `B pada tahun sebelumnya`: the year before the one that was said.
_YEAR_BEFORE: Final = re.compile(
    r"[\s(]*(?:pada\s+|di\s+)?(?:tahun|setahun)\s+(?:sebelumnya|lalu|silam)\b", re.IGNORECASE
)
# `berada pada level 3 sejak 2022`: scored so then.
_HELD_SINCE: Final = re.compile(r"\s*,?\s*sejak\s+(?:tahun\s+)?(?P<year>20\d\d)(?![\d/–-])", re.IGNORECASE)
_OPENS_BRACKET: Final = re.compile(r"\s*(?:%|persen|poin)?\s*\(\s*", re.IGNORECASE)
_NEXT_BRACKET: Final = re.compile(
    r"\s*\)\s*(?:[,;]|\bdan\b|\bserta\b|\bsedangkan\b|\bberbanding\b|\bvs\b\.?|\s)*", re.IGNORECASE
)


# Leads over to another's values.
_TURNS: Final = re.compile(
    r"\b(?:sementara(?:\s+itu)?|sedangkan|adapun|berbanding|dibanding(?:kan)?|dan\s+di)\s+", re.IGNORECASE
)
_AND: Final = re.compile(r"\s*(?:,|/|;|\bdan\b|\bserta\b)", re.IGNORECASE)


@dataclass(slots=True)
class Said:
    """The measure last spoken of, for what the next sentence says of another institution."""

    number: int
    name: str
    end: int
    year: int | None
    valued: bool  # it had a value
    owner: Owner | None


class Reader:
    """Reads values, years and owners in one text. `said`: the measure last spoken of; `last_year`: the year last stated."""

    text: str
    owners: Owners
    last_year: int | None = None
    said: Said | None = None

    # -- values --------------------------------------------------------------------------------------------------------
    def series(self, number: int, hit: re.Match[str], year: int | None, following: int) -> Values:
        """`62,11 (2020), 63,40 (2021)`, `tahun 2022 B dan tahun 2023 BB`, `dari B menjadi BB`: values of the years of one owner."""
        limit = min(following, hit.end() + 160)
        rising = _RISES_FROM.search(self.text, max(0, hit.start() - 12), hit.start()) is not None
        found: Values = [(hit, year)]
        position = hit.end()
        for match in VALUES[number].finditer(self.text, position, limit):
            if is_year(match):
                continue
            bridge = self.text[position : match.start()]
            if len(found) == 1 and hit.group().isalpha() and _SCORE_BEHIND.fullmatch(bridge):
                position = match.end()
                continue  # `BB dengan nilai 72,94, naik dari …`: the same figure in other words
            own, joint = self._joint(hit, bridge)
            behind = YEAR_BEHIND.match(self.text, match.end(), min(following, match.end() + 45))
            before = _YEAR_BEFORE.match(self.text, match.end(), following)
            rise = RISE.fullmatch(bridge) if rising and len(found) == 1 else None
            if behind is not None and len(found) == 1 and hit.group().isalpha() and _DETAILED.fullmatch(bridge):
                found = [(match, year_of(behind["year"]))]  # `berhenti di B: 62,10 (2023), 63,44 (2024)`
            elif rise is not None:
                found = [(hit, int(rise["year"]) if rise["year"] else None)]
                found.append((match, year_of(behind["year"]) if behind else None if rise["year"] else year))
            elif joint is None:
                break
            elif before is not None and (later := found[-1][1]) is not None:
                found.append((match, later - 1))
            elif (joint["before"] or behind) and not UNITS.match(self.text, match.end(), following):
                if own is not None:
                    found[-1] = (found[-1][0], year_of(own["year"]))
                stated = joint["before"] or (behind["year"] if behind else None)
                # `predikat B, masing-masing 62,11 (2020), …`: the letter sums up what follows.
                found = [] if "masing-masing" in bridge else found
                found.append((match, year_of(stated) if stated else None))
            else:
                break
            position = match.end()
        return found

    def _joint(self, hit: re.Match[str], bridge: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
        """What stands between two values of one series: the first one's own year, and the words that lead to the next."""
        own, joint = None, NEXT_YEARS.match(bridge)
        if joint is None and (own := YEAR_BEHIND.match(bridge)) is not None:
            joint = NEXT_YEARS.match(bridge, own.end() + (bridge[own.end() : own.end() + 1] == ")"))
        joint = joint or CAME_FROM.match(bridge, own.end() if own is not None else 0)
        if joint is None and _CHANGED_TO.search(self.text, max(0, hit.start() - 24), hit.start()):
            joint = FROM_BEFORE.match(bridge)
        return own, joint

    def value_after(self, number: int, start: int, end: int) -> re.Match[str] | None:
        """The first value after a name with only words of stating between them."""
        for match in VALUES[number].finditer(self.text, start, min(end, start + 170)):
            of_many = UNITS.match(self.text, match.end(), end) and not _FROM_DECIMAL.match(
                self.text, match.start(), end
            )
            if (of_many and not match.group().isupper()) or is_year(match):
                continue
            stated = self.owners.only_states(self.text, start, match.start())
            if _OF_ANOTHER.search(self.text, start, match.start()):
                return None
            if not self.is_scored(number, start, match.start()):
                return None
            return match if stated and not TARGET.search(self.text, start, match.start()) else None
        return None

    def is_scored(self, number: int, start: int, end: int) -> bool:
        """Whether what has the name is said to have a score: `JDIH Kota Batu memperoleh nilai 61`, and what is said next of another's."""
        if not MEASURES[number].thing or SCORED.search(self.text, max(0, start - 25), end):
            return True
        if _AS_LABEL.fullmatch(self.text, start, end):
            return True
        return self.said is not None and self.said.number == number and self.said.valued

    def respectively(self, cues: Sequence[re.Match[str]], end: int) -> tuple[Owner, list[re.Match[str]]] | None:
        """Behind several figures of one owner, another with as many values and no names: `…, sedangkan Kabupaten X 2,41 dan level 2`."""
        turn = _TURNS.search(self.text, cues[-1].end(), end) if len(cues) > 1 else None
        owner = next(iter(self.owners.between(turn.end(), end)), None) if turn is not None else None
        if turn is None or owner is None or self.text[turn.end() : owner.start].strip(" ,"):
            return None
        values: list[re.Match[str]] = []
        position = owner.end
        for cue in cues:
            found = VALUES[int((cue.lastgroup or "m0")[1:])].finditer(self.text, position, min(end, position + 60))
            value = next((match for match in found if not YEAR.fullmatch(match.group())), None)
            if value is None or not self.owners.only_states(self.text, position, value.start(), but=0):
                return None
            if values and not _AND.match(self.text, position, value.start()):
                return None
            values.append(value)
            position = value.end()
        return owner, values

    def value_before(self, number: int, start: int, cue: int) -> re.Match[str] | None:
        """`predikat A untuk SAKIP`, `nilai 4,1 pada indeks SPBE`, `meraih WTP … opini`."""
        last: re.Match[str] | None = None
        for match in VALUES[number].finditer(self.text, max(start, cue - 60), cue):
            if last is None or "(" not in self.text[last.end() : match.start()]:
                last = match  # `3,22 (Level 3) untuk maturitas SPIP`: what stands in brackets explains
        if last is None or is_year(last) or not _LED.search(self.text, max(start, last.start() - 20), last.start()):
            return None
        between = _IN_BRACKETS.sub(" ", self.text[last.end() : cue]).strip()
        return last if _LEADS_TO_NAME.fullmatch(between) else None

    def owner_for(self, start: int, cue: re.Match[str], hit: re.Match[str], following: int) -> Owner | None:
        """Whose the value is: who is named between name and value, else just behind, else last before."""
        this = _THIS_ONE.match(self.text, cue.end()) or _THIS_ONE_HAS.search(self.text, start, cue.start())
        if this is not None and (this["said"] or this["head"].startswith("UPT")):
            head = " ".join(this["head"].casefold().replace("rsud", "rumah sakit").split())
            if (agency := self.owners.last_agency(cue.start(), head)) is not None:
                return replace(agency, itself=True)  # `SAKIP dinas tersebut`
        owner = self._nearest_owner(start, cue, hit, following)
        if owner is None or not owner.agency or owner.end > len(self.text):
            return owner
        return replace(owner, itself=True) if self._beside(owner, start, cue) else owner

    def _beside(self, owner: Owner, start: int, cue: re.Match[str]) -> bool:
        """Whether the agency is named right beside the figure: `SAKIP Bapenda Kota X`, `Bapenda X meraih nilai SAKIP`."""
        if owner.start >= cue.end():
            return _RIGHT_BEHIND.fullmatch(self.text, cue.end(), owner.start) is not None
        if _THIS_ONE.match(self.text, cue.end()):
            return True
        return owner.start >= start and _RIGHT_BEFORE.fullmatch(self.text, owner.end, cue.start()) is not None

    def _nearest_owner(self, start: int, cue: re.Match[str], hit: re.Match[str], following: int) -> Owner | None:
        if cue.start() < hit.start():
            between = self.owners.between(cue.start(), hit.start())
            ours = self.owners.ours(self.text, cue.end(), hit.start())
            if between or ours is not None:
                return between[0] if between else ours
        before = self.owners.before(cue.start(), MEASURES[int((cue.lastgroup or "m0")[1:])])
        behind = [
            owner
            for owner in self.owners.between(hit.end(), min(max(following, cue.end()), hit.end() + 80))
            if STATES_OWNER.fullmatch(self.text[max(hit.end(), cue.start()) : owner.start])
        ]
        # `Dengan predikat A, Kabupaten Badung menjadi rujukan`: who follows counts where the sentence named nobody before.
        named = before is not None and before.start >= start
        return behind[0] if behind and (hit.start() < cue.start() or not named) else before

    # -- years ---------------------------------------------------------------------------------------------------------
    def year_for(self, start: int, cue: int, hit: re.Match[str], following: int) -> int | None:
        """The year stated between name and value, just after the value, or at the sentence's head."""
        low, high = min(cue, hit.start()), max(hit.end(), cue)
        behind = YEAR_BEHIND.match(self.text, hit.end(), min(following, hit.end() + 60))
        if behind is None and not OPINIONS.fullmatch(hit.group()):
            behind = _HELD_SINCE.match(self.text, hit.end(), following)
        inside = list(YEAR.finditer(self.text, low, high + 20 if hit.start() < cue else high))
        if inside:
            self.last_year = year_of(inside[-1].group(1))
        elif behind is not None:
            self.last_year = year_of(behind["year"])
        elif not SAME_YEAR.search(self.text, start, high):
            ahead = list(YEAR.finditer(self.text, start, low))
            if not ahead or re.search(r"\b(?:nomor|no)\b", self.text[start:low], re.IGNORECASE):
                return None
            self.last_year = year_of(ahead[-1].group(1))
        elif self.last_year is None and (ahead := list(YEAR.finditer(self.text, max(0, start - 200), start))):
            return year_of(ahead[-1].group(1))  # of what no figure is known for
        return self.last_year

    def year_within(self, start: int, end: int) -> int | None:
        match = YEAR.search(self.text, start, end)
        return year_of(match.group(1)) if match is not None else None

    def bracketed(self, number: int, hit: re.Match[str], following: int) -> list[tuple[re.Match[str], Owner]]:
        """`91 persen (Wonosobo) dan 94 persen (Salatiga)`: values with their owners in brackets."""
        found: list[tuple[re.Match[str], Owner]] = []
        value: re.Match[str] | None = hit
        while value is not None:
            opens = _OPENS_BRACKET.match(self.text, value.end(), following)
            owner = next(iter(self.owners.between(opens.end(), following)), None) if opens else None
            joint = _NEXT_BRACKET.match(self.text, owner.end, following) if owner is not None else None
            if opens is None or owner is None or owner.start != opens.end() or joint is None:
                break
            found.append((value, owner))
            value = VALUES[number].match(self.text, joint.end(), following)
        return found


def is_year(match: re.Match[str]) -> bool:
    return YEAR.fullmatch(match.group()) is not None

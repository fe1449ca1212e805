"""The unit that a recommendation's own words name as the one to act: `Dinas X perlu …`, `… oleh Bidang Y`, `… (BKPSDM)`."""

import re
from collections.abc import Sequence

from nlp.components.institution_english import agency_called
from nlp.components.institutions import government_of
from nlp.components.recommendation_bodies import COMPANY_CUES, company_of
from nlp.components.recommendation_english import agency_in_english
from nlp.components.recommendation_offices import as_unit, end_of_own_head, own_head, own_kind
from nlp.components.recommendation_sides import blends_name, institutions_in, short_regions
from nlp.components.recommendation_subjects import (
    acts,
    is_actor,
    is_agent,
    is_cued,
    is_first,
    is_led,
    is_requested,
    is_to_act,
)
from nlp.components.recommendation_unit_names import OWN_GOVERNMENT, SECTION_OF, UnitNames
from nlp.components.small_letters import holds_any, small_letters
from nlp.facts import InstitutionMention

_I = re.IGNORECASE
_HEAD = 40  # characters before a subject that stands first
_OF_STATE = re.compile(r"(?:Kementerian|Kemen[a-zA-Z]{2,}|Badan|Lembaga|LAN|BKN|BPKP|LKPP|BPS|Komisi|Bappenas)\b")
_TAIL = re.compile(r"[(\[](?P<name>[^()\[\]]{2,70})[)\]]\s*(?:[.;,]?\s*|,\s+[^,()]{3,25})$")
# Offices that stand for what they lead.
_OFFICES = (
    (re.compile(r"\b(?:Bapak\s+|Ibu\s+)?(?:Gubernur|Bupati|Wali\s?[Kk]ota)\b(?!\s+(?:dan|atau)\b)"), None),
    (re.compile(r"\b(?:Bapak\s+|Ibu\s+)?(?:Sekretaris\s+Daerah|Sekda\w*)\b"), "Sekretariat Daerah"),
    (re.compile(r"\b(?:Bapak\s+|Ibu\s+)?Inspektur(?:\s+Daerah\b|(?!\s+(?:Pembantu|Wilayah))\b)"), "Inspektorat"),
)
# `… mengusulkan Komite Keperawatan membentuk …`, `… agar Instalasi Farmasi memisahkan …`: a part of home's own.
_OWN_PART = re.compile(
    r"\b(?:agar|supaya|mengusulkan|usulkan|menyarankan|sarankan|meminta|minta|mendorong|kepada)\s+(?:[Kk]epala\s+)?(?P<name>(?:Komite|Bidang|Instalasi|Seksi|Sub\s?bagian|Subbag|UPTD?|Unit|Bagian|Kelompok\s+Kerja|Pokja)(?:\s+[A-Z][\w-]*|\s+dan(?=\s+[A-Z])){1,5})\s+(?=me[a-z]{4,}|agar\b|supaya\b|untuk\b|segera\b|dapat\b)"
)
# `Bidang Mutasi merampungkan …`, `agar Subbagian Umum segera …`, `…; untuk itu Instalasi Gizi Saudara perlu …`: a part of home's own as the subject.
_PART_ACTS = re.compile(
    r"(?:^\W*(?:(?i:pertama|kedua|ketiga|keempat|kelima|keenam|terakhir|selain\s+itu|selanjutnya|berikutnya)\s*,?\s+)?|[;,]\s+(?:untuk\s+itu|karena\s+itu|sedangkan|sementara|lalu|kemudian|dan)\s+)(?:(?:agar|supaya|kepada|bagi|untuk|kepala)\s+)?(?P<name>(?:Komite|Bidang|Instalasi|Seksi|Sub\s?[Bb](?:agian|idang)|Subbag|Subbid|UPTD?|Bagian|Inspektur\s+Pembantu|Irban(?:sus)?|Sekretariat(?!\s+D)|Tim\s+Kerja|Kelompok\s+Kerja|Pokja)(?:,?\s+(?:dan\s+)?(?!Saudara|Bapak|Ibu)[A-Z][\w-]*){1,6}|Sekretariat)\s+(?:(?:Saudara|Bapak|Ibu)\s+)?"
    r"(?=(?:(?:agar|supaya|untuk|segera|perlu|wajib|dapat|akan|hendaknya|sebaiknya|kiranya|diminta|ditugaskan|diharapkan|disarankan|harus)\b|me[a-z]{4,}))"
)
_BLEND = re.compile(r" (?P<word>[A-Z][a-z]{4,8})\b")
_INITIALS = re.compile(r" [A-Z]{2,4}(?= [a-z])")
_DOING = re.compile(r"\s+(?:segera\s+|agar\s+)?(?:me|mem|men)[a-z]{4,}", _I)
_ACTS = re.compile(r"\s*,?\s*(?:(?:agar|supaya|untuk|perlu|hendaknya|kiranya|segera|dapat)\b|me[a-z]{4,})", _I)
_AGAR_REGION = re.compile(
    r"\b(?:agar|supaya)\s+(?P<name>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3})\s+(?=(?:segera\s+|dapat\s+|juga\s+|mulai\s+)?(?:me[a-z]{4,}|berani|belajar))"
)
_LOCAL_ACTS = re.compile(
    r"(?P<head>(?:Camat|Lurah|Kepala\s+(?:Distrik|Puskesmas|Desa))(?:\s[A-Z][\w'-]+){1,3})(?=\s[a-z])"
)
# `… agar Kecamatan Siak melimpahkan …`: a part of home's region that bears a region's name.
_LOCAL_ASKED = re.compile(
    r"(?:^|\b(?:agar|supaya|[Kk]epada|mengusulkan|menyarankan|(?:me)?minta|mendorong|[Kk]iranya|[Ss]ebaiknya|[Hh]endaknya)\s)(?P<head>(?:Kecamatan|Kelurahan|Distrik|Desa|Nagari|Puskesmas|Camat|Lurah|Kepala\s(?:Distrik|Puskesmas|Desa|Kelurahan))(?:\s[A-Z][\w'-]+){1,3})\s(?:segera\s|dapat\s|mulai\s|juga\s)?(?=me[a-z]{4,}|perlu|sebaiknya|hendaknya|agar|kiranya)"
)
_LABEL = re.compile(r"^\s*(?:(?:kepada|bagi|untuk)\s+)?(?P<name>[^:]{3,120}?)\s*:\s*\S", _I)


def _is_another(name: str, bracketed: str, named: Sequence[InstitutionMention]) -> bool:
    """`… bersama Inspektorat (Bagian Organisasi, Oktober 2025)`: no short form of the name before the brackets."""
    first = re.split(r"[,/;]", bracketed)[0].strip()
    if " " not in first and not named:
        return False
    if named and named[0].start == 0:
        return named[0].name != name and not name.startswith(named[0].name)
    return " " in first and SECTION_OF.match(first) is not None


class Actors(UnitNames):
    """Finds the unit that a recommendation's own words give something to do."""

    def of_words(self, text: str) -> str | None:
        """The unit that the recommendation's own words name as the one to act, or the one who leads it: `Kabag Organisasi merevisi …`."""
        if named := self._in_words(text):
            return named
        led = as_unit(text)
        return self._in_words(led) if led[:8] != text[:8] else None

    def _in_words(self, text: str) -> str | None:
        """The same by the words as they stand, the surest construction first."""
        return (
            self._led_by_head(text)
            or self._labelled(text)
            or self._office(text, first=True)
            or self._central(text)
            or self._mentioned(text)
            or self._local(text)
            or self._own_company(text)
            or own_kind(text, self.home)
            or self._own_section(text)
            or self._own_government(text)
            or self._own_region(text)
            or self._office(text)
            or self.guests.advised(text)
            or self._in_english(text)
            or self._in_brackets(text)
        )

    def _led_by_head(self, text: str) -> str | None:
        """`Kepala Dinas perlu …`: home, by the office of the one who leads it."""
        end = end_of_own_head(text)
        return self._agency(own_head(text, self.home)) if end and _ACTS.match(text, end) else None

    def _labelled(self, text: str) -> str | None:
        """`Bagi Dinas X: …`"""
        label = _LABEL.match(text)
        return (self.of_line(label["name"]) or self.of_owner(label["name"])) if label else None

    def _central(self, text: str) -> str | None:
        """`Kementerian X perlu …`, whatever units it is to move."""
        if not _OF_STATE.match(text):
            return None
        first = next(iter(institutions_in(text, self.region)), None)
        if first is None or first.kind != "central" or first.start > 0:
            return None
        return first.name if is_to_act(text, 0, first.end) else None

    def _mentioned(self, text: str) -> str | None:
        """The first unit named that is the one to act."""
        actors = (found.name for found in self._mentions(text) if is_actor(text, found.start, self._end(text, found)))
        return next(actors, None)

    def _local(self, text: str) -> str | None:
        """`… agar Kecamatan Siak melimpahkan …`"""
        asked = _LOCAL_ASKED.search(text)
        return self.of_owner(asked["head"]) if asked else None

    def _own_company(self, text: str) -> str | None:
        """`… meminta Perumda Air Minum memasang …`: the region's own company where it is asked."""
        if self.region is None or not holds_any(small_letters(text), COMPANY_CUES):
            return None
        for mention in institutions_in(text, self.region):
            named = company_of(mention, text, self.region, self.host_region)
            if named is None:
                continue
            led = is_led(text, mention.start) and acts(text, mention.start, self._end(text, mention))
            if led or is_agent(text, mention.start) or is_to_act(text, mention.start, mention.end):
                return named
        return None

    def _own_part(self, name: str) -> str | None:
        """`Bidang Mutasi` with the home agency behind it; None where it is not known whose part it is."""
        named = self.of_owner(name)
        whole = self.home is not None and not self._is_government(self.home) and named is not None
        return named if whole or (named and self.region and named.endswith(self.region)) else None

    def _own_section(self, text: str) -> str | None:
        """`Bidang Mutasi merampungkan …`, `… agar Instalasi Farmasi memisahkan …`: a part of home's own."""
        if (subject := _PART_ACTS.search(text)) and (named := self._own_part(subject["name"])):
            return named
        if (part := _OWN_PART.search(text)) and self._agency(self.home):
            return self.of_owner(part["name"]) or f"{part['name']} {self.home}"
        return None

    def _in_english(self, text: str) -> str | None:
        english = agency_in_english(text)
        return self.of_english(english) if english else None

    def of_english(self, name: str) -> str | None:
        """`Environment Agency`, which the letter calls `Environment Agency (DLH)` elsewhere."""
        short = self.english.get(name.casefold())
        if short and self.home and (named := self.of_owner(short)):
            return named
        kind = agency_called(name)
        if kind is None or self.region is None:
            return None
        if self.home and self.home.startswith(f"{kind} "):
            return self.home
        return f"{kind} {self.region}"

    def _end(self, text: str, mention: InstitutionMention) -> int:
        """Where a mention ends with its region's name behind it, short as it is said there: `Disdukcapil Tidore`."""
        word = self.region.split(" ")[1] if self.region and " " in self.region else None
        for behind in (f" {word}", f" di {word}") if word else ():
            if text.startswith(behind, mention.end):
                return mention.end + len(behind)
        blend = _BLEND.match(text, mention.end) if self.region else None  # `Disdukcapil Mamteng`
        if blend and self.region and blends_name(blend["word"], self.region):
            return blend.end()
        initials = _INITIALS.match(text, mention.end)  # `Diskominfo LLG`
        return initials.end() if initials else mention.end

    def _own_government(self, text: str) -> str | None:
        """`Pemerintah Kabupaten perlu …`: a government without a name is that of home."""
        match = OWN_GOVERNMENT.search(text)
        if match is None or self.region is None:
            return None
        is_asked = is_cued(text, match.start()) or is_to_act(text, match.start(), match.end())
        return government_of(self.region) if is_asked else None

    def _own_region(self, text: str) -> str | None:
        """`Menurutnya, Kabupaten X perlu segera …`, `… agar KSB membuka …`: home's region in place of its government."""
        asked = _AGAR_REGION.search(text)
        if asked is not None and self.region is not None and asked["name"] in short_regions(self.region):
            return government_of(self.region)
        place = text.find(self.region) if self.region else -1
        if self.region is None or not 0 <= place <= _HEAD or not is_first(text, place):
            return None
        return government_of(self.region) if is_to_act(text, place, place + len(self.region)) else None

    def _office(self, text: str, *, first: bool = False) -> str | None:
        """`Bupati kiranya menetapkan …`, `Inspektur agar …`: what that office leads. `first`: the text must begin with it."""
        if self.region is None:
            return None
        local = _LOCAL_ACTS.match(text) if first else None
        if local is not None and is_to_act(text, 0, local.end()):
            return self.of_owner(local["head"])
        for pattern, agency in _OFFICES:
            for match in pattern.finditer(text):
                if first and match.start() > 0:
                    break
                named = institutions_in(text[match.start() :], self.region)
                whole = named[0] if named and named[0].start == 0 else None
                if whole is not None and whole.region not in (None, self.region):
                    continue
                end = max(match.end(), match.start() + whole.end) if whole else match.end()
                begins = match.start() == 0 and _DOING.match(text, end)
                if begins or is_to_act(text, match.start(), end) or is_requested(text, match.start()):
                    if agency and self.home and self.home.startswith(f"{agency} "):
                        return self._agency(self.home)  # as the paper names it: `Inspektorat Daerah Kabupaten X`
                    return self.of_line(agency) if agency else government_of(self.region)
        return None

    def _in_brackets(self, text: str) -> str | None:
        """`… (BKPSDM)`: who is to act, unless the brackets abbreviate the name before them."""
        tail = _TAIL.search(text)
        if tail is None:
            return None
        before = institutions_in(text[: tail.start()], self.region)
        name = as_unit(tail["name"])
        named = self._mentions(name)
        if before and tail.start() - before[-1].end <= 1 and not _is_another(before[-1].name, name, named):
            return None
        if named and named[0].start == 0:
            return named[0].name
        if SECTION_OF.match(re.split(r"[,/;]", name)[0].strip()):
            return self.of_owner(name)
        return self._of_legend(name)

"""Institutions that are no regional agency: central bodies and their offices, universities, companies."""

import re
from dataclasses import replace
from typing import Final

from nlp.components.institution_names import (
    AGENCY_HEADS,
    CENTRAL_LONG,
    CENTRAL_UNITS,
    COMPANY_HEADS,
    FACULTIES,
    LEARNING_HEADS,
    LEARNING_LONG,
    STOP,
    bodies,
)
from nlp.components.institution_scanner import Found, NameReader
from nlp.words import Body
from nlp.words.places import LEVELS, RegionMention, region_at

_COMPANY_GAP: Final = re.compile(r"[ \t]*[.\-]?[ \t]*\n?[ \t]*[(]?|\)[ \t]*|,[ \t]*(?=Tbk)")
_TBK: Final = re.compile(r"[ \t]*,?[ \t]*\(?(?:Persero|Perseroda)?\)?[ \t]*,?[ \t]*Tbk\b\.?")
# `nilai dari Ombudsman Kota Padang`: what follows these is whose score it is, not where an office of theirs stands.
_WITHOUT_OFFICES: Final = frozenset({"Ombudsman", "KPK", "LAN", "BKN", "ANRI", "BRIN", "KASN", "LKPP"})


class BodiesReader(NameReader):
    """Reads institutions that belong to no region, or that a region only places."""

    def body(self, index: int) -> Found | None:
        """A body that a table knows, with its office in a region: `BPK Perwakilan Provinsi Jawa Timur`."""
        values, after = bodies().longest(self.text, self.words, index)
        if not values:
            return None
        body, kind = values[0]
        first, end = self.words[index], self.words[after - 1].end
        said = self.text[first.start : end]
        if after - index == 1 and len(said) <= 4 and (not said.isupper() or self._half_of_a_pair(index)):
            return None
        if said.islower() and not (kind == "company" and after - index > 1):
            return None
        if kind == "university":
            return Found(first.start, *self._with_bracket(end, after, body), body.long, kind, takes_region=False)
        if kind == "company":
            tbk = _TBK.match(self.text, end)
            while tbk is not None and after < len(self.words) and self.words[after].start < tbk.end():
                after += 1
            return Found(first.start, tbk.end() if tbk else end, after, body.long, kind, takes_region=False)
        if (branch := self._branch(index, after, body)) is not None:
            return branch
        local = after + 1 if self.lower(after) == "perwakilan" else after
        named = self.region(local) if local > after or _has_offices(body) else None
        if named is not None and (named.explicit or local > after):
            middle = " Perwakilan" if local > after else ""
            name = f"{body.long}{middle} {self._suffix(named)}"
            return Found(first.start, named.end, named.after, name, "central", takes_region=False)
        end, after = self._with_bracket(end, after, body)
        return Found(first.start, end, after, body.long, "central", takes_region=False)

    def _branch(self, index: int, after: int, body: Body) -> Found | None:
        """`BPJS Kesehatan Kantor Cabang Palu`: a branch is called by where it stands, as written."""
        first = after
        while self.lower(after) in {"kantor", "cabang", "utama"} and self.adjacent(after) and self.gap(after) == " ":
            after += 1
        if self.lower(after - 1) != "cabang" or not self.adjacent(after) or "," in self.gap(after):
            return None
        place = region_at(self.text, self.words, after)
        stop = place.after if place is not None else after + 1
        if not self.proper(after) or self.lower(after) in STOP | AGENCY_HEADS:
            return None
        name = f"{body.long} {self.written(first, stop)}"
        return Found(self.words[index].start, self.words[stop - 1].end, stop, name, "central", takes_region=False)

    def _half_of_a_pair(self, index: int) -> bool:
        """`UI/UX` is no university."""
        word = self.words[index]
        return self.text[word.end : word.end + 1] == "/" and self.text[word.end + 1 : word.end + 2].isupper()

    def _with_bracket(self, end: int, after: int, body: Body) -> tuple[int, int]:
        bracket = self.bracket(after)
        if bracket is not None and bracket[2].casefold().startswith(body.short.casefold()[:3]):
            return bracket[0], bracket[1]
        return end, after

    def _suffix(self, named: RegionMention) -> str:
        region, _ = self.choose(named, None)
        return region.suffix if region is not None else self.text[named.start : named.end]

    # -- central bodies by pattern -------------------------------------------------------------------------------------
    def central_office(self, index: int) -> Found | None:
        word = self.words[index]
        if not word.text[0].isupper():
            return None
        after = index + 1
        if word.lower in CENTRAL_UNITS:
            inner = self._unit_of_central_body(index)
            if inner is not None or word.lower not in {"direktorat", "kanwil"}:
                return inner
        if word.lower in {"kantor", "perwakilan"}:
            return self._office_of_central_body(index)
        if word.lower == "dprd" or (word.lower == "dewan" and self.lower(after) == "perwakilan"):
            if word.lower == "dewan":
                after = self.name_end(after)
            named = self.region(after)
            if named is None:
                return None
            return Found(word.start, named.end, named.after, "Dewan Perwakilan Rakyat Daerah", "other", named)
        if word.lower in {"dewan", "komisi"} or (word.lower == "direktorat" and self.lower(after) != "jenderal"):
            return None
        return self._central_with_region(index)

    def _office_of_central_body(self, index: int) -> Found | None:
        """`Kantor Regional III BKN`, `Perwakilan BPKP Provinsi NTT`, `Kantor Pertanahan Kabupaten X`."""
        word, after = self.words[index], index + 1
        if self.lower(after) in {"regional", "wilayah", "perwakilan"}:
            after += 2 if self.lower(after) == "regional" else 1
        apart = any("," in self.gap(step) for step in range(index + 1, min(after + 1, len(self.words))))
        inner = (self.body(after) or self.central_office(after)) if after < len(self.words) and not apart else None
        if inner is not None and inner.kind == "central":
            return replace(inner, start=word.start, stem=f"{self.written(index, after)} {inner.stem}")
        local = {"pertanahan", "imigrasi", "bersama", "pelayanan", "urusan"}
        return self._central_with_region(index) if word.lower == "kantor" and self.lower(index + 1) in local else None

    def _unit_of_central_body(self, index: int) -> Found | None:
        """`Ditjen Otda Kemendagri`, `Pusat Jasa Kearsipan Arsip Nasional Republik Indonesia`."""
        after = index + 1
        while after < len(self.words) and self.adjacent(after) and after - index < 16:
            inner = self.body(after)
            if inner is None and self.lower(after) == "kementerian":
                inner = self._central_with_region(after)
            if inner is not None and inner.kind == "central":
                unit = CENTRAL_UNITS[self.lower(index)]
                name = f"{unit} {self.written(index + 1, after)}" if after > index + 1 else unit
                return replace(inner, start=self.words[index].start, stem=f"{name} {inner.stem}")
            here = self.words[after]
            if (here.lower in STOP and here.lower != "dan") or not (here.text[0].isupper() or here.lower == "dan"):
                return None
            after += 1
        return None

    def _central_with_region(self, index: int) -> Found | None:
        word = self.words[index]
        after = self.name_end(index + 1, unknown=6)
        bare = region_at(self.text, self.words, after) if self.adjacent(after) else None
        if after == index + 1 and bare is None:
            return None
        stem = self.written(index, after)
        if (full := CENTRAL_LONG.get(word.lower)) is not None:
            stem = full + stem[len(word.text) :]
        if bare is not None and self.proper(after):
            region = self.choose(bare, None)[0] if bare.explicit else None
            tail = region.suffix if region is not None else self.written(after, bare.after)
            if word.lower in CENTRAL_LONG and len(bare.candidates) == 1:
                tail = bare.candidates[0].name  # `Kejati Jatim` is the Kejaksaan Tinggi Jawa Timur
            return Found(word.start, bare.end, bare.after, f"{stem} {tail}", "central", takes_region=False)
        inner = self.body(after) if after < len(self.words) and self.adjacent(after) else None
        if inner is not None and inner.kind == "central" and self.lower(after) == "kementerian":
            return replace(inner, start=word.start, stem=f"{stem} {inner.stem}")
        return Found(word.start, self.words[after - 1].end, after, stem, "central", takes_region=False)

    # -- universities --------------------------------------------------------------------------------------------------
    def learning(self, index: int) -> Found | None:
        word = self.words[index]
        if not word.text[0].isupper():
            return None
        if word.lower == "sekolah" and self.lower(index + 1) != "tinggi":
            return None
        short = word.lower in LEARNING_LONG
        if short and (not self.adjacent(index + 1) or not self.gap(index + 1).isspace()):
            return None
        after = index + 1
        while after < len(self.words) and self.adjacent(after) and after - index < 9:
            here = self.words[after]
            gap = self.gap(after)
            if "," in gap or "." in gap or here.lower in AGENCY_HEADS:
                break
            if not self._day_in_a_name(index, after):
                if here.lower in STOP or not here.text[0].isupper():
                    break
                if "\n" in gap and not (word.text.isupper() and here.text.isupper()):
                    break
                if (
                    not short
                    and word.text.isupper() != here.text.isupper()
                    and len(here.text) > 3
                    and here.text.isalpha()
                ):
                    break
            after += 1
        if after == index + 1:
            return None
        stem = self.written(index, after)
        if (full := LEARNING_LONG.get(word.lower)) is not None:
            stem = f"{full} {self.written(index + 1, after)}"
        return Found(word.start, self.words[after - 1].end, after, stem, "university", takes_region=False)

    def _day_in_a_name(self, index: int, after: int) -> bool:
        """The words `17 Agustus 1945` in `Universitas 17 Agustus 1945 Surabaya`."""
        first = self.words[index + 1].text
        return first.isdigit() and len(first) <= 2 and after <= index + 3

    def faculty(self, index: int) -> Found | None:
        if not self.words[index].text[0].isupper():
            return None
        short = FACULTIES[self.lower(index)]
        after = index + 1
        while after < len(self.words) and self.adjacent(after) and after - index < (2 if short else 10):
            inner = self.body(after) or (self.learning(after) if self.lower(after) in LEARNING_HEADS else None)
            if inner is not None and inner.kind == "university":
                name = short or self.written(index, after)
                return replace(inner, start=self.words[index].start, stem=f"{name} {inner.stem}")
            here = self.words[after]
            if here.lower in STOP or not (here.text[0].isupper() or here.lower == "dan"):
                return None
            after += 1
        return None

    # -- companies -----------------------------------------------------------------------------------------------------
    def company(self, index: int) -> Found | None:
        word = self.words[index]
        if not word.text[0].isupper() or (word.lower in {"pt", "cv", "bumd", "pdam"} and not word.text.isupper()):
            return None
        if word.lower == "perusahaan" and self.lower(index + 1) not in {"umum", "daerah", "perseroan"}:
            return None
        if word.lower == "perseroan" and self.lower(index + 1) not in {"terbatas", "daerah"}:
            return None
        private = word.lower in {"pt", "cv", "bank"}
        after = self._company_end(index, private=private)
        named = self.region(after) if not private else None
        if after == index + 1 and (named is None or word.lower not in {"pdam", "perumda"}):
            return None
        stem = _company_name(self.written(index, after))
        if named is not None:
            return Found(word.start, named.end, named.after, stem, "company", named)
        return Found(word.start, self.words[after - 1].end, after, stem, "company", takes_region=False)

    def _company_end(self, index: int, *, private: bool) -> int:
        word = self.words[index]
        after = index + 1
        while after < len(self.words) and after - index < 14:
            here = self.words[after]
            gap = self.gap(after)
            if not _COMPANY_GAP.fullmatch(gap) or ("." in gap and after > index + 1):
                break
            if "\n" in gap and not (word.text.isupper() and here.text.isupper() and here.lower not in STOP):
                break
            if "(" in gap and here.lower not in {"persero", "perseroda"}:
                break
            if here.lower in LEVELS and not private:
                break
            if here.lower == "dan" and after + 1 < len(self.words) and self.words[after + 1].text[0].isupper():
                if not self._region_or_capital(after + 1):
                    break
            elif here.text.isdigit() and len(here.text) <= 2 and after > index + 1:
                pass  # `Regional 4`
            elif not here.text[0].isupper() or here.lower in STOP - {"atas"}:
                break
            after += 1
        while self.lower(after - 1) == "dan":
            after -= 1
        return after

    def _region_or_capital(self, index: int) -> bool:
        return self.region_here(index) or self.lower(index) not in {*STOP, *COMPANY_HEADS, *AGENCY_HEADS}


def _company_name(stem: str) -> str:
    stem = re.sub(r"^(PT|CV)\. ", r"\1 ", re.sub(r"^(Pt|Cv)\b", lambda match: match.group().upper(), stem))
    stem = re.sub(r"^Perumda\b", "Perusahaan Umum Daerah", stem)
    stem = re.sub(r"^PDAM\b|^Pdam\b", "Perusahaan Daerah Air Minum", stem)
    return re.sub(r"\s?\b(Persero|Perseroda)\b", r" (\1)", stem)


def _has_offices(body: Body) -> bool:
    """Whether the body stands in regions under its own name: `KPU Kota Padang`; of ministries only the Kementerian Agama does."""
    return (
        body.short not in _WITHOUT_OFFICES
        and not body.short.startswith("Pus")
        and (not body.long.startswith("Kementerian") or body.short == "Kemenag")
    )

"""Who should act on a recommendation: the unit named in its own words, its table's owner column, or the lines above it."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from nlp.components.institutions import find_institutions, government_of, region_of
from nlp.components.recommendation_legend import legend_of, short_forms
from nlp.components.recommendation_offices import (
    as_unit,
    end_of_for_whom,
    end_of_own_head,
    home_region,
    is_our_part,
    is_ourselves,
    is_own_unit,
    office_in,
    own_head,
    without_ours,
)
from nlp.components.recommendation_sides import (
    is_about_host,
    is_for_host,
    is_recipients,
    recipient_line,
    speaks_for_others,
)
from nlp.components.recommendation_words import bare_heading
from nlp.extraction import Kind
from nlp.facts import Facts, InstitutionMention

_I = re.IGNORECASE
_NEAR = 300  # characters before a unit in which it is said that it is to act
# What may stand between the beginning of a sentence and the unit that is to act.
_BEFORE = re.compile(
    r"(?:^|[.;:]\s)[\W]*(?:(?:\d+[.)]|[a-z][.)])\s*)?(?:(?:untuk\s+itu|oleh\s+karena\s+itu|oleh\s+sebab\s+itu|selanjutnya|ke\s+depan(?:nya)?|menurut\s+(?:dia|\w+)|terhadap[^,]{3,60}|lalu|kemudian|selain\s+itu|(?:yang\s+)?(?:pertama|kedua|ketiga|keempat|kelima|keenam|terakhir)|berikutnya)\s*,?\s*)?"
    r"(?:(?:kepada|bagi|untuk|agar|supaya|seluruh|pihak|jajaran|pimpinan|kepala|mendorong|meminta|diharapkan|disarankan|sebaiknya|hendaknya|perlunya|yth\.?|ditujukan\s+kepada|sdr\.?|bapak|ibu)\s+)*$",
    _I,
)
_AFTER_CUE = re.compile(
    r"(?:agar|supaya|kepada|bagi|sebaiknya|hendaknya|seyogianya|diharapkan|disarankan\s+kepada|mengusulkan|menyarankan|merekomendasikan|oleh|mendorong|meminta|perlunya|menyarankan\s+kepada|juga)\s+(?:(?:agar|kepada|pihak|jajaran|kepala|pimpinan|seluruh)\s+)*$",
    _I,
)
# What follows the one who is to act, whatever stands before him.
_IS_TO_ACT = re.compile(
    r"\s*\)?,?\s*(?:(?:agar|supaya)\b|(?:juga|pun|segera|selaku[^,]{3,60},)?\s*(?:perlu|harus|hendaknya|sebaiknya|baiknya|seyog(?:ia|ya)nya|diharapkan|disarankan|diminta|dimohon|diimbau|didorong|ditugaskan|diusulkan|direkomendasikan|kiranya|sepatutnya|selayaknya|pun\s+(?:begitu|demikian)|dapat\s+(?:segera\s+)?me)\b"
    r"|(?:akan\s+)?(?:kami|kita|saya)\s+(?:sarankan|usulkan|rekomendasikan|harapkan|minta|mohon|arahkan|dorong|tugaskan))",
    _I,
)
_NOT_SUBJECT = re.compile(
    r"\b(?:di|dari|oleh|pada|dengan|bersama|seperti|sebagaimana|milik|antara|ke|(?<!, )dan|serta|atau|menyurati|(?:bersurat|berkirim\s+surat|melapor(?:kan)?)\s+kepada|lingkungan|menjelaskan|kepala)\s*$",
    _I,
)
_DOES = re.compile(
    r"\s*\)?\s*(?:,|:|(?:untuk|wajib|akan|ikut|turut|serta|segera|bersama|melalui|selaku|sebagai|memakai|me\w{3,})\b|dan\s+[A-Z]|-)",
)
# `RSUD X dan RS Y diajak …`: done to them, by another.
_DONE_TO = re.compile(
    r"\s*\)?(?:\s+dan\s+(?:[A-Z][\w.]*\s?){1,6})?\s*(?:juga\s+|segera\s+)?di(?!minta|mohon|harap|saran|himbau|imbau|dorong|tugas|usul|rekomendasi|wajib|instruksi|perintah)[a-z]{4,}\b"
)
_TAIL = re.compile(r"[(\[](?P<name>[^()\[\]]{2,70})[)\]]\s*(?:[.;,]?\s*|,\s+[^,()]{3,25})$")
_BY = re.compile(r"(?<!\byang\s)(?<!\w\sdi)\boleh\s+(?:pihak\s+|jajaran\s+)?$", _I)
_PLACE = re.compile(
    r"\blokus\b|\b(?:magang|studi|kunjungan|benchmarking|belajar|laporan)\b.*\b(?:di|ke|pada|dari)\s", _I
)  # a heading that says where one learned, not who is to act
_HOST = re.compile(r"\b(?:tuan\s+rumah|pihak\s+lokus|instansi\s+(?:tujuan|penerima)|tempat\s+magang)\b", _I)
_ASKED = re.compile(
    r"\b(?:agar|supaya|disarankan\s+kepada|kepada\s+yth\.?|(?:kami|kita|saya)\s+(?:(?:juga|pun)\s+)?(?:me)?mohon(?:\s+kepada)?(?:\s+(?:Pj|Plt)\.?)?)\s+$",
    _I,
)
# Offices that stand for what they lead.
_OFFICES = (
    (re.compile(r"\b(?:Bapak\s+|Ibu\s+)?(?:Gubernur|Bupati|Wali\s?[Kk]ota)\b(?!\s+(?:dan|atau)\b)"), None),
    (re.compile(r"\b(?:Bapak\s+|Ibu\s+)?(?:Sekretaris\s+Daerah|Sekda\w*)\b"), "Sekretariat Daerah"),
    (re.compile(r"\bInspektur(?!\s+(?:Pembantu|Wilayah))\b"), "Inspektorat"),
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
    r"^(?:bidang|komite|sekretariat|sub\s*bagian|subbag(?:ian)?|seksi|bagian|instalasi|upt[d]?|unit|kelompok\s+kerja|pokja|laboratorium)\b(?!\s+daerah)[\w ,./&()-]{2,80}$|^sekretariat$",
    _I,
)
_BARE_PART = re.compile(
    r"bagian(?!.*\b(?:setda|sekretariat)\b)(?:\s+(?-i:[A-Z][a-z]+)(?:\s+dan(?=\s))?){1,4}", re.IGNORECASE
)
# `… mengusulkan Komite Keperawatan membentuk …`, `… agar Instalasi Farmasi memisahkan …`: a part of home's own.
_OWN_PART = re.compile(
    r"\b(?:agar|supaya|mengusulkan|usulkan|menyarankan|sarankan|meminta|minta|mendorong|kepada)\s+(?P<name>(?:Komite|Bidang|Instalasi|Seksi|Sub\s?bagian|Subbag|UPTD?|Unit|Bagian|Kelompok\s+Kerja|Pokja)(?:\s+[A-Z][\w-]*|\s+dan(?=\s+[A-Z])){1,5})\s+(?=me[a-z]{4,}|agar\b|supaya\b|untuk\b|segera\b|dapat\b)"
)
_OFFICE = re.compile(
    r"^(?:direktur(?:\s+\w+)?|kepala\s+(?:dinas|badan|bidang|kantor)|sekretaris\s+(?:dinas|badan)|inspektur|pimpinan|manajemen)$",
    _I,
)
_WHO_THEN_WHAT = re.compile(
    r"\s*(?:kepada|bagi|untuk)?\s*(?P<name>[^:;>]{2,80}?)\s*(?::|-{1,2}>|=>|→|⇒)\s+(?=\S+\s+\S)", _I
)
_DOING = re.compile(r"\s+(?:segera\s+|agar\s+)?(?:me|mem|men)[a-z]{4,}", _I)
_ACTS = re.compile(r"\s*,?\s*(?:(?:agar|supaya|untuk|perlu|hendaknya|kiranya|segera|dapat)\b|me[a-z]{4,})", _I)
# `…, dan ini tugas Dinas X`, `titip ke Dinas Y`.
_CHARGED = re.compile(
    r"\b(?:(?:ini|itu|menjadi|jadi|adalah|merupakan)\s+(?:tugas|urusan|pekerjaan|bagian|porsi|wewenang|kewenangan|tanggung\s+jawab)|(?:di)?(?:titip|serah)(?:kan)?\s+(?:ke|kepada|pada))\s+$",
    _I,
)
_ADDRESSED = re.compile(r"^\W*(?:kepada|untuk|bagi|buat)\s+(?:yth\.?\s+)?(?:bapak\s+|ibu\s+)?(?:kepala\s+)?", _I)
_LABEL = re.compile(r"^\s*(?:kepada|bagi|untuk)?\s*(?P<name>[^:]{3,120}?)\s*:\s*\S", _I)


class Addressees:
    """Finds the unit that should act; short names take the region of the home side."""

    def __init__(self, facts: Facts, text: str = "", codes: Mapping[str, str] = MappingProxyType({})) -> None:
        self.home = next((party.name for party in facts.parties if party.role == "home"), None)
        self.host = next((party.name for party in facts.parties if party.role == "host"), None)
        if self.home and self.host and is_for_host(text, region_of(self.home), region_of(self.host)):
            self.home, self.host = self.host, self.home
        self.region = region_of(self.home) if self.home else home_region(facts, text)
        self.host_region = region_of(self.host) if self.host else None
        self._recipient = recipient_line(text) if facts.kind is Kind.LETTER else None
        self._known: dict[str, list[InstitutionMention]] = {}  # the same heading stands above many
        self.short = short_forms(facts, self.region)
        for short, unit in (legend_of(text) | dict(codes)).items():
            self.short.setdefault(short, self.of_owner(unit) or unit)

    def _of_legend(self, name: str) -> str | None:
        """The unit that the document's own list of short names gives for the first part of `name`."""
        return self.short.get(re.split(r"[,/;]", name)[0].strip(" .:"))

    def _agency(self, name: str | None) -> str | None:
        """`name` if it is an agency's and not a government's."""
        return name if name and not self._is_government(name) else None

    def of_words(self, text: str) -> str | None:
        """The unit that the recommendation's own words name as the one to act."""
        if (
            (end := end_of_own_head(text))
            and _ACTS.match(text, end)
            and (named := self._agency(own_head(text, self.home)))
        ):
            return named
        label = _LABEL.match(text)
        if label and (named := self.of_line(label["name"]) or self.of_owner(label["name"])):
            return named
        for mention in self._mentions(text):
            near = (max(0, mention.start - _NEAR), mention.start)
            led = _BEFORE.search(text, *near) or _AFTER_CUE.search(text[max(0, mention.start - 60) : mention.start])
            if (
                _BY.search(text, *near)
                or _CHARGED.search(text, *near)
                or (led and self._acts(text, mention))
                or self._is_to_act(text, mention.start, mention.end)
            ):
                return mention.name
        if (part := _OWN_PART.search(text)) and self.home and not self._is_government(self.home):
            return self.of_owner(part["name"]) or f"{part['name']} {self.home}"
        if named := self._own_government(text) or self._office(text):
            return named
        tail = _TAIL.search(text)
        return self._in_brackets(text, tail) if tail else None

    def _acts(self, text: str, mention: InstitutionMention) -> bool:
        """The words after the unit's name must be those of an actor, not the rest of a noun (`Dinas X dan perbaikan …`)."""
        after = text[mention.end : mention.end + 60]
        if _DONE_TO.match(after):
            return False
        return not after.strip() or bool(_DOES.match(after) or _IS_TO_ACT.match(after))

    @staticmethod
    def _is_to_act(text: str, start: int, end: int) -> bool:
        """Whether what stands behind the one named at `start`–`end` is for him to do."""
        acts = _IS_TO_ACT.match(text[end : end + 100])
        return bool(acts) and not _NOT_SUBJECT.search(text, max(0, start - _NEAR), start)

    def _own_government(self, text: str) -> str | None:
        """`Pemerintah Kabupaten perlu …`: a government without a name is that of home."""
        match = _OWN_GOVERNMENT.search(text)
        if match is None or self.region is None:
            return None
        acts = _AFTER_CUE.search(text, max(0, match.start() - _NEAR), match.start()) or self._is_to_act(
            text, match.start(), match.end()
        )
        return government_of(self.region) if acts else None

    def _office(self, text: str) -> str | None:
        """`Bupati kiranya menetapkan …`, `Inspektur agar …`: what that office leads."""
        if self.region is None:
            return None
        for pattern, agency in _OFFICES:
            for match in pattern.finditer(text):
                named = find_institutions(text[match.start() :], context_region=self.region)
                whole = named[0] if named and named[0].start == 0 else None
                if whole is not None and whole.region not in (None, self.region):
                    continue
                end = max(match.end(), match.start() + whole.end) if whole else match.end()
                begins = match.start() == 0 and _DOING.match(text, end)
                if (
                    begins
                    or self._is_to_act(text, match.start(), end)
                    or _ASKED.search(text, max(0, match.start() - _NEAR), match.start())
                ):
                    return self.of_line(agency) if agency else government_of(self.region)
        return None

    def _in_brackets(self, text: str, tail: re.Match[str]) -> str | None:
        """`… (BKPSDM)`: who is to act, unless the brackets abbreviate the name before them."""
        before = find_institutions(text[: tail.start()], context_region=self.region)
        if before and tail.start() - before[-1].end <= 1:
            return None
        name = as_unit(tail["name"])
        named = self._mentions(name)
        if named and named[0].start == 0:
            return named[0].name
        if _SECTION_OF.match(re.split(r"[,/;]", name)[0].strip()):
            return self.of_owner(name)
        return self._of_legend(name)

    def of_line(self, line: str | None) -> str | None:
        """The unit named in a heading, a lead-in or a cell of the owner column."""
        if not line:
            return None
        line = line.strip()
        if self._recipient and is_recipients(line):
            addressed = find_institutions(self._recipient, context_region=self.region)
            return addressed[0].name if addressed else None
        mentions = self._mentions(line) or self._mentions(as_unit(line))
        if mentions:
            return mentions[0].name
        if named := self._agency(own_head(bare_heading(line), self.home)):
            return named
        if (office := office_in(line)) and self.region:
            return government_of(self.region) if office == "region" else f"Sekretariat Daerah {self.region}"
        if is_own_unit(line) and self.home and not self._is_government(self.home):
            return self.home
        if _HOST.search(line):
            return self.host
        for word in re.findall(r"\b[A-Z][A-Za-z]{2,}\b", line):
            if word in self.short:
                return self.short[word]
        if match := _OWN_GOVERNMENT.search(line):
            return government_of(self.region) if self.region and match else None
        if _ALL_UNITS.search(line) and self.region:
            return f"Perangkat Daerah {self.region}"
        return None

    def of_owner(self, cell: str | None) -> str | None:
        """The unit in the owner column: an institution, or a section of the home agency."""
        if not cell:
            return None
        first = re.split(
            r"\s*(?:,|;|/|\n| bersama | dan (?=(?:Bidang|Bagian|Sub|Seksi|Dinas|Badan|Sekretariat|UPT)))\s*",
            cell.strip(),
        )[0].strip(" .-–")
        if is_ourselves(first) and (own := self._agency(self.home)):
            return own
        if is_our_part(first):
            return None  # `Bidang kami`: the writer's own, whose name stands elsewhere if at all
        first = without_ours(first)
        if named := self._of_legend(first):
            return named
        if (unit := as_unit(first)) != first and (known := self._mentions(first)):
            return known[0].name  # `Bag. Org`, which the list of short names knows
        first = unit
        if (
            self.home
            and _SECTION_OF.match(first)
            and not self._is_government(self.home)
            and not self._mentions_government_part(first)
        ):
            known = self._mentions(first)
            if not known or _SECTION_OF.match(known[0].name) is None or not known[0].name.endswith(self.home):
                return f"{first} {self.home}"
            return known[0].name
        if self._mentions_government_part(first) and self.region and _BARE_PART.fullmatch(first):
            return f"{first} Sekretariat Daerah {self.region}"
        if named := self.of_line(cell):
            return named
        if company := next(
            (m for m in find_institutions(first, context_region=self.region) if m.kind == "company"), None
        ):
            return first if company.start == 0 else None
        if _SECTION_OF.match(first):
            return f"{first} {self.home}" if self.home and not self._is_government(self.home) else first
        if _OFFICE.match(first):
            return self.home
        return None

    def label(self, text: str) -> tuple[str | None, int]:
        """Of `Bappeda: masukkan …` or `Biro Organisasi --> siapkan …` the unit and where the action begins; else (None, 0)."""
        if end := end_of_for_whom(text):
            return (self.of_line(text[:end]), end) if self.of_line(text[:end]) else (None, 0)
        match = _WHO_THEN_WHAT.match(text)
        if match is None:
            return None, 0
        name = as_unit(match["name"])
        if not self._is_unit(name) and not office_in(name) and not is_own_unit(name) and not _SECTION_OF.match(name):
            return None, 0
        return self.of_owner(name), match.end()

    def _is_unit(self, name: str) -> bool:
        """`name` names a unit, or several, and nothing else."""
        mentions = self._mentions(name)
        return bool(mentions) and mentions[0].start == 0 and len(name) - mentions[-1].end <= 2

    def _mentions_government_part(self, first: str) -> bool:
        """`Bagian Organisasi` is of the regional secretariat, unless home is a hospital or a bureau, whose parts are called so too."""
        if not first.casefold().startswith("bagian") or self.home is None:
            return False
        return not self.home.casefold().startswith(("rumah sakit", "rsud", "biro", "sekretariat d"))

    @staticmethod
    def _is_government(name: str) -> bool:
        return name.casefold().startswith("pemerintah")

    def _mentions(self, text: str) -> list[InstitutionMention]:
        """Institutions in `text` that can be addressed: not the host's, no mere region, not the central ones."""
        if text in self._known:
            return self._known[text]
        found = self._known[text] = []
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

    def resolve(self, text: str, owner: str | None, above: Sequence[str], *, strict: bool = False) -> str | None:
        """The owner column counts first, then the words themselves, then the lines above from the nearest on.

        `strict`: of the lines above only those that are a unit's name and nothing else.
        """
        if named := self.of_owner(owner):
            return named
        if named := self.of_words(text):
            return named
        if strict:
            above = [line for line in above if self._is_unit(as_unit(bare_heading(line)))]
        lines = (line for line in above if not _PLACE.search(line))
        return next((named for line in lines if (named := self.of_line(line) or self._of_section(line))), None)

    def _of_section(self, line: str) -> str | None:
        """`Bidang Mutasi dan Promosi:`, `Kepada Bidang X, titipan saya …:`: a part of the home agency above its items."""
        name = re.split(r"[:,]", _ADDRESSED.sub("", bare_heading(line)))[0].strip()
        if len(name.split()) > 8 or not _SECTION_OF.match(name) or not self.home or self._is_government(self.home):
            return None
        return self.of_owner(name)

    def speaks_for_others(self, sentence: str) -> bool:
        """The proposing sentence's subject is a government or a unit that is not home's."""
        return speaks_for_others(sentence, self.region, self.host_region)

    def is_about_host(self, sentence: str) -> bool:
        """The sentence names the host's region and not that of home."""
        return is_about_host(sentence, self.region, self.host_region)

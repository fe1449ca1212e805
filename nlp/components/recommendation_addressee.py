"""Who should act on a recommendation: the unit named in its own words, its table's owner column, or the lines above it."""

import re
from collections.abc import Sequence

from nlp.components.institutions import find_institutions, government_of
from nlp.components.recommendation_english import agency_in_english
from nlp.components.recommendation_offices import (
    as_unit,
    end_of_own_head,
    own_head,
)
from nlp.components.recommendation_sides import (
    is_about_host,
    speaks_for_others,
)
from nlp.components.recommendation_unit_names import OWN_GOVERNMENT, SECTION_OF, UnitNames
from nlp.components.recommendation_words import bare_heading
from nlp.facts import InstitutionMention

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
# `… mengusulkan Komite Keperawatan membentuk …`, `… agar Instalasi Farmasi memisahkan …`: a part of home's own.
_OWN_PART = re.compile(
    r"\b(?:agar|supaya|mengusulkan|usulkan|menyarankan|sarankan|meminta|minta|mendorong|kepada)\s+(?P<name>(?:Komite|Bidang|Instalasi|Seksi|Sub\s?bagian|Subbag|UPTD?|Unit|Bagian|Kelompok\s+Kerja|Pokja)(?:\s+[A-Z][\w-]*|\s+dan(?=\s+[A-Z])){1,5})\s+(?=me[a-z]{4,}|agar\b|supaya\b|untuk\b|segera\b|dapat\b)"
)
_DOING = re.compile(r"\s+(?:segera\s+|agar\s+)?(?:me|mem|men)[a-z]{4,}", _I)
_ACTS = re.compile(r"\s*,?\s*(?:(?:agar|supaya|untuk|perlu|hendaknya|kiranya|segera|dapat)\b|me[a-z]{4,})", _I)
# `…, dan ini tugas Dinas X`, `titip ke Dinas Y`, `dianggarkan pada Dinas Z`, `ditetapkan dengan keputusan Kepala Dinas W`.
_CHARGED = re.compile(
    r"\b(?:(?:ini|itu|menjadi|jadi|adalah|merupakan)\s+(?:tugas|urusan|pekerjaan|bagian|porsi|wewenang|kewenangan|tanggung\s+jawab)|(?:di)?(?:titip|serah)(?:kan)?\s+(?:ke|kepada|pada)|(?:dianggarkan|dibebankan|dialokasikan)\s+(?:pada|di|dalam|melalui|kepada)(?:\s+(?:DPA|anggaran|RKA))?|(?:ditetapkan|diatur|diputuskan|dikukuhkan|ditegaskan|dituangkan)\s+(?:dengan|dalam|melalui|lewat)\s+(?:surat\s+)?(?:keputusan|edaran|instruksi|perintah|peraturan)\s+kepala)\s+$",
    _I,
)
_LABEL = re.compile(r"^\s*(?:kepada|bagi|untuk)?\s*(?P<name>[^:]{3,120}?)\s*:\s*\S", _I)


class Addressees(UnitNames):
    """Finds the unit that should act."""

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
        if named := self._office(text, first=True):
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
        if (english := agency_in_english(text)) and (named := self.of_english(english)):
            return named
        tail = _TAIL.search(text)
        return self._in_brackets(text, tail) if tail else None

    def of_english(self, name: str) -> str | None:
        """`Environment Agency`, which the letter calls `Environment Agency (DLH)` elsewhere."""
        short = self.english.get(name.casefold())
        return self.of_owner(short) if short and self.home else None

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
        match = OWN_GOVERNMENT.search(text)
        if match is None or self.region is None:
            return None
        acts = _AFTER_CUE.search(text, max(0, match.start() - _NEAR), match.start()) or self._is_to_act(
            text, match.start(), match.end()
        )
        return government_of(self.region) if acts else None

    def _office(self, text: str, *, first: bool = False) -> str | None:
        """`Bupati kiranya menetapkan …`, `Inspektur agar …`: what that office leads. `first`: the text must begin with it."""
        if self.region is None:
            return None
        for pattern, agency in _OFFICES:
            for match in pattern.finditer(text):
                if first and match.start() > 0:
                    break
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
        if SECTION_OF.match(re.split(r"[,/;]", name)[0].strip()):
            return self.of_owner(name)
        return self._of_legend(name)

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

    def speaks_for_others(self, sentence: str) -> bool:
        """The proposing sentence's subject is a government or a unit that is not home's."""
        return speaks_for_others(sentence, self.region, self.host_region)

    def is_about_host(self, sentence: str) -> bool:
        """The sentence names the host's region and not that of home."""
        return is_about_host(sentence, self.region, self.host_region)

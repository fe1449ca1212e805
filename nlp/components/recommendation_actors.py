"""The unit that a recommendation's own words name as the one to act: `Dinas X perlu …`, `… oleh Bidang Y`, `… (BKPSDM)`."""

import re
from collections.abc import Sequence

from nlp.components.institution_english import agency_called
from nlp.components.institutions import government_of
from nlp.components.recommendation_agents import is_meant
from nlp.components.recommendation_bodies import COMPANY_CUES, company_of
from nlp.components.recommendation_english import agency_in_english
from nlp.components.recommendation_offices import as_unit, end_of_own_head, own_head, own_kind
from nlp.components.recommendation_sides import blends_name, institutions_in, short_regions
from nlp.components.recommendation_unit_names import OWN_GOVERNMENT, SECTION_OF, UnitNames
from nlp.components.recommendation_words import is_action
from nlp.components.small_letters import holds_any, small_letters
from nlp.facts import InstitutionMention

_I = re.IGNORECASE
_HEAD = 40  # characters before a subject that stands first
_NEAR = 300  # characters before a unit in which it is said that it is to act
# What may stand between the beginning of a sentence and the unit that is to act.
_BEFORE = re.compile(
    r"(?:^|[.;:]\s)[\W]*(?:(?:\d+[.)]|[a-z][.)])\s*)?(?:(?:adapun|sedangkan|sementara(?:\s+itu)?|khusus(?:nya)?|demikian\s+pula|begitu\s+pula|untuk\s+itu|oleh\s+karena\s+itu|oleh\s+sebab\s+itu|selanjutnya|ke\s+depan(?:nya)?|menurut(?:nya|\s+(?:dia|\w+))|terhadap[^,]{3,60}|lalu|kemudian|selain\s+itu|(?:yang\s+)?(?:pertama|kedua|ketiga|keempat|kelima|keenam|terakhir)|berikutnya|(?:usul(?:an)?|saran|masukan|rekomendasi|permintaan|harapan)(?:nya|\s+(?:kami|saya|kita|mereka|tim)))\s*,?\s*)?"
    r"(?:(?:kepada|bagi|untuk|agar|supaya|seluruh|pihak|jajaran|pimpinan|kepala|direktur|manajemen|mendorong|meminta|diharapkan|disarankan|sebaiknya|hendaknya|perlunya|yth\.?|ditujukan\s+kepada|sdr\.?|bapak|ibu)\s+)*$",
    _I,
)
_AFTER_CUE = re.compile(
    r"(?:agar|supaya|kepada|bagi|sebaiknya|hendaknya|ada\s+baiknya|baiknya\s+(?:bila|jika|kalau|apabila)|(?:lebih\s+)?baik\s+(?:bila|jika|kalau|apabila)|alangkah\s+baiknya|seyogianya|diharapkan|disarankan\s+kepada|mengusulkan|menyarankan|merekomendasikan|oleh|mendorong|(?:me)?minta|perlunya|kiranya|menyarankan\s+kepada|(?:usul|saran|rekomendasi|harap|dorong|anjur)kan|mohon|menganjurkan|mengarahkan|memerintahkan|menugaskan|menginstruksikan|juga|(?:waktu|saat)nya)\s+(?:(?:agar|kepada|pihak|jajaran|kepala|pimpinan|seluruh|pula|juga|pun)\s+)*$",
    _I,
)
# What follows the one who is to act, whatever stands before him.
_IS_TO_ACT = re.compile(
    r"\s*\)?,?\s*(?:(?:kami|kita|sendiri)\s+(?=(?:\w+\s+)?(?:perlu|harus|hendaknya|sebaiknya|seyog|kiranya|agar|diharapkan|dapat)))?(?:(?:agar|supaya)\b|(?:juga|pun|segera|selaku[^,]{3,60},)?\s*(?:perlu|harus|hendaknya|sebaiknya|baiknya|seyog(?:ia|ya)nya|diharapkan|disarankan|diminta|dimohon|diimbau|didorong|ditugaskan|diusulkan|direkomendasikan|dianjurkan|diinstruksikan|diarahkan|diwajibkan|dihimbau|didesak|kiranya|berkenan|sepatutnya|selayaknya|pun\s+(?:begitu|demikian)|dapat\s+(?:segera\s+)?me)\b"
    r"|(?:akan\s+)?(?:kami|kita|saya)\s+(?:(?:me|meng|meny)?(?:sarankan|arankan|usulkan|rekomendasikan|harapkan|anjurkan|minta|mohon|arahkan|dorong|tugaskan)))",
    _I,
)
_NOT_SUBJECT = re.compile(
    r"\b(?:di|dari|oleh|pada|dengan|bersama|seperti|sebagaimana|milik|antara|ke|(?<!, )dan|serta|atau|menyurati|(?:bersurat|berkirim\s+surat|melapor(?:kan)?)\s+kepada|lingkungan|menjelaskan|kepala|yang\s+(?:(?:sudah|telah|kini|biasa|sedang|akan)\s+)?di[a-z]{4,})\s*$",
    _I,
)
_DOES = re.compile(
    r"\s*\)?\s*(?:,|:|(?:untuk|wajib|akan|dapat|ikut|turut|serta|segera|mulai|terus|tetap|kembali|bersama|melalui|selaku|sebagai|memakai|me\w{3,}|bersedia|berkenan|berhenti|berbagi|berkoordinasi|bersurat|berlangganan|bekerja\s+sama)\b|dan\s+[A-Z]|-)",
)
# `RSUD X dan RS Y diajak …`: done to them, by another.
_DONE_TO = re.compile(
    r"\s*\)?(?:\s+dan\s+(?:[A-Z][\w.]*\s?){1,6})?\s*(?:juga\s+|segera\s+)?di(?!minta|mohon|harap|saran|himbau|imbau|dorong|tugas|usul|rekomendasi|anjur|arah|desak|wajib|instruksi|perintah)[a-z]{4,}\b"
)
# `Inspektorat mengusulkan agar …`: who proposes, not who is to act.
_PROPOSES_THAT = re.compile(
    r"\s*(?:juga\s+|pun\s+)?(?:mengusulkan|menyarankan|merekomendasikan|menganjurkan)\s+(?:agar|supaya|kepada)\b", _I
)
_OF_STATE = re.compile(r"(?:Kementerian|Kemen[a-zA-Z]{2,}|Badan|Lembaga|LAN|BKN|BPKP|LKPP|BPS|Komisi|Bappenas)\b")
_TAIL = re.compile(r"[(\[](?P<name>[^()\[\]]{2,70})[)\]]\s*(?:[.;,]?\s*|,\s+[^,()]{3,25})$")
_BY = re.compile(r"(?<!\byang\s)(?<!\w\sdi)\boleh\s+(?:pihak\s+|jajaran\s+)?$", _I)
_ASKED = re.compile(
    r"\b(?:agar|supaya|kiranya|baik(?:nya)?\s+(?:bila|jika|kalau|apabila)|disarankan\s+kepada|kepada\s+yth\.?|(?:kami|kita|saya)\s+(?:(?:juga|pun)\s+)?(?:me)?mohon(?:\s+kepada)?(?:\s+(?:Pj|Plt)\.?)?)\s+$",
    _I,
)
# Offices that stand for what they lead.
_OFFICES = (
    (re.compile(r"\b(?:Bapak\s+|Ibu\s+)?(?:Gubernur|Bupati|Wali\s?[Kk]ota)\b(?!\s+(?:dan|atau)\b)"), None),
    (re.compile(r"\b(?:Bapak\s+|Ibu\s+)?(?:Sekretaris\s+Daerah|Sekda\w*)\b"), "Sekretariat Daerah"),
    (re.compile(r"\b(?:Bapak\s+|Ibu\s+)?Inspektur(?!\s+(?:Pembantu|Wilayah))\b"), "Inspektorat"),
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
_JOINS = re.compile(r"\s*(?:dan|serta|atau|untuk|bagi|di|ke|dari|yang|sebagai)\b|\s*[^\w\s]")
_DOING = re.compile(r"\s+(?:segera\s+|agar\s+)?(?:me|mem|men)[a-z]{4,}", _I)
_ACTS = re.compile(r"\s*,?\s*(?:(?:agar|supaya|untuk|perlu|hendaknya|kiranya|segera|dapat)\b|me[a-z]{4,})", _I)
# `…, dan ini tugas Dinas X`, `titip ke Dinas Y`, `dianggarkan pada Dinas Z`, `ditetapkan dengan keputusan Kepala Dinas W`.
CHARGED = re.compile(
    r"\b(?:(?:ini|itu|menjadi|jadi|adalah|merupakan)\s+(?:tugas|urusan|pekerjaan|bagian|porsi|wewenang|kewenangan|tanggung\s+jawab)|(?:di)?(?:titip|serah)(?:kan)?\s+(?:ke|kepada|pada)|(?:(?:kami|kita|saya)\s+(?:juga\s+|sudah\s+|akan\s+)?|di)(?:usul|aju|saran|titip|dorong|minta|mohon)(?:kan)?\s+(?:ke|kepada|pada)|(?:dianggarkan|dibebankan|dialokasikan)\s+(?:pada|di|dalam|melalui|kepada)(?:\s+(?:DPA|anggaran|RKA))?|(?:ditetapkan|diatur|diputuskan|dikukuhkan|ditegaskan|dituangkan)\s+(?:dengan|dalam|melalui|lewat)\s+(?:surat\s+)?(?:keputusan|edaran|instruksi|perintah|peraturan)\s+kepala)\s+$",
    _I,
)
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
        """The same by the words as they stand."""
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
        if _OF_STATE.match(text):
            first = next(iter(institutions_in(text, self.region)), None)
            if first and first.kind == "central" and first.start == 0 and self._is_to_act(text, 0, first.end):
                return first.name  # `Kementerian X perlu …`, whatever units it is to move
        for mention in self._mentions(text):
            near = (max(0, mention.start - _NEAR), mention.start)
            led = _BEFORE.search(text, *near) or _AFTER_CUE.search(text[max(0, mention.start - 60) : mention.start])
            if (
                _BY.search(text, *near)
                or CHARGED.search(text, *near)
                or (led and self._acts(text, mention))
                or is_meant(text, mention.start, self._end(text, mention))
                or self._is_to_act(text, mention.start, self._end(text, mention))
            ):
                return mention.name
        if (local := _LOCAL_ASKED.search(text)) and (named := self.of_owner(local["head"])):
            return named
        if named := self._own_company(text):
            return named
        if named := own_kind(text, self.home):
            return named
        if (subject := _PART_ACTS.search(text)) and (named := self._own_part(subject["name"])):
            return named
        if (part := _OWN_PART.search(text)) and self.home and not self._is_government(self.home):
            return self.of_owner(part["name"]) or f"{part['name']} {self.home}"
        if (
            named := self._own_government(text)
            or self._own_region(text)
            or self._office(text)
            or self.guests.advised(text)
        ):
            return named
        if (english := agency_in_english(text)) and (named := self.of_english(english)):
            return named
        tail = _TAIL.search(text)
        return self._in_brackets(text, tail) if tail else None

    def _own_company(self, text: str) -> str | None:
        """`… meminta Perumda Air Minum memasang …`: the region's own company where it is asked."""
        if self.region is None or not holds_any(small_letters(text), COMPANY_CUES):
            return None
        for mention in institutions_in(text, self.region):
            named = company_of(mention, text, self.region, self.host_region)
            if named is None:
                continue
            near = (max(0, mention.start - _NEAR), mention.start)
            led = _AFTER_CUE.search(text, *near) or _BEFORE.search(text, *near)
            if _BY.search(text, *near) or (led and self._acts(text, mention)):
                return named
            if self._is_to_act(text, mention.start, mention.end):
                return named
        return None

    def _own_part(self, name: str) -> str | None:
        """`Bidang Mutasi` with the home agency behind it; None where it is not known whose part it is."""
        named = self.of_owner(name)
        whole = self.home is not None and not self._is_government(self.home) and named is not None
        return named if whole or (named and self.region and named.endswith(self.region)) else None

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

    def _acts(self, text: str, mention: InstitutionMention) -> bool:
        """The words after the unit's name must be those of an actor, not the rest of a noun (`Dinas X dan perbaikan …`)."""
        end = self._end(text, mention)
        after = text[end : end + 60]
        if _DONE_TO.match(after) or _PROPOSES_THAT.match(after):
            return False
        if not after.strip() or _DOES.match(after) or _IS_TO_ACT.match(after):
            return True
        return mention.start == 0 and not _JOINS.match(after) and is_action(after)  # `RSUD pasang monitor antrean …`

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

    def _own_region(self, text: str) -> str | None:
        """`Menurutnya, Kabupaten X perlu segera …`, `… agar KSB membuka …`: home's region in place of its government."""
        asked = _AGAR_REGION.search(text)
        if asked is not None and self.region is not None and asked["name"] in short_regions(self.region):
            return government_of(self.region)
        place = text.find(self.region) if self.region else -1
        if self.region is None or not 0 <= place <= _HEAD or not _BEFORE.search(text, 0, place):
            return None
        return government_of(self.region) if self._is_to_act(text, place, place + len(self.region)) else None

    def _office(self, text: str, *, first: bool = False) -> str | None:
        """`Bupati kiranya menetapkan …`, `Inspektur agar …`: what that office leads. `first`: the text must begin with it."""
        if self.region is None:
            return None
        local = _LOCAL_ACTS.match(text) if first else None
        if local is not None and self._is_to_act(text, 0, local.end()):
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
                if (
                    begins
                    or self._is_to_act(text, match.start(), end)
                    or _ASKED.search(text, max(0, match.start() - _NEAR), match.start())
                ):
                    if agency and self.home and self.home.startswith(f"{agency} "):
                        return self._agency(self.home)  # as the paper names it: `Inspektorat Daerah Kabupaten X`
                    return self.of_line(agency) if agency else government_of(self.region)
        return None

    def _in_brackets(self, text: str, tail: re.Match[str]) -> str | None:
        """`… (BKPSDM)`: who is to act, unless the brackets abbreviate the name before them."""
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

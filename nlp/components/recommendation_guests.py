"""Advice to those who are not home's: the host's units, the one who arranged the stay, a bank; only where they are named as the ones to act."""

import re
from collections.abc import Sequence

from nlp.components.institutions import find_institutions
from nlp.components.recommendation_leads import is_for
from nlp.components.recommendation_legend import hospital_initials
from nlp.components.recommendation_offices import as_unit

_I = re.IGNORECASE
# `Pesan untuk Klaten`, `Masukan bagi Disdukcapil Kota Yogyakarta`, `Kepada BPSDM Provinsi Jawa Timur`.
_FOR = re.compile(
    r"^\W*(?:(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[.)]\s+|\d{1,2}(?:\.\d{1,2})+\.?\s+)?(?:(?:satu|dua|tiga|beberapa|sedikit)\s+)?(?:(?:pesan|titip(?:an)?|saran|masukan|usul(?:an)?|rekomendasi|catatan|permintaan|titipan|umpan\s+balik|harapan|tanggapan|kesan\s+dan\s+(?:pesan|saran)|oleh-oleh|butir\s+masukan)\s+(?:(?:kecil|kami|kita|tim)\s+)*)?"
    r"(?:untuk|bagi|kepada|buat)\s+(?:(?:yth\.?|bapak|ibu|kepala|rekan-rekan|teman-teman|sahabat|pihak|di)\s+|(?:penyelenggara|panitia|tuan\s+rumah|lokus|instansi\s+(?:tujuan|penerima))\s*[(,:–-]\s*)*(?P<who>[^:]{3,120}?)\W*$",
    _I,
)
_HOST_LINE = re.compile(
    r"\b(?:tuan\s+rumah|pihak\s+lokus|instansi\s+(?:tujuan|penerima)|tempat\s+magang|yang\s+menerima)\b", _I
)
# What says that the one named at a sentence's start is advised: `Bapenda Kota Malang disarankan …`, `… kami sarankan mencoba …`.
_ADVISED = re.compile(
    r"\s*\)?,?\s*(?:(?:juga|pun|kiranya|mungkin)\s+)*(?:disarankan|diusulkan|dianjurkan|direkomendasikan|sebaiknya|hendaknya|kiranya|ada\s+baiknya"
    r"|(?:kami|kita|saya)\s+(?:(?:juga|pun)\s+)?(?:sarankan|usulkan|anjurkan|rekomendasikan|titipi|mohon|minta|harapkan))\b",
    _I,
)
_MAY = re.compile(r"\s+(?:kiranya\s+|juga\s+|mungkin\s+)?(?:dapat|bisa)\s+(?:juga\s+|mulai\s+)?(?:me|ber)[a-z]{4,}", _I)
# The writers' own word behind the one advised; `sebaiknya` alone may be the host's.
_NEEDS = re.compile(
    r"\s*(?:juga\s+)?(?:perlu|agar|diharapkan|dimohon|diminta)\s+(?:untuk\s+|segera\s+|dapat\s+)?me[a-z]{4,}", _I
)
_LABELLED = re.compile(
    r"^\W*(?:(?:adapun|sedangkan|sementara(?:\s+itu)?|terakhir|khusus|selain\s+itu|demikian\s+pula|begitu\s+pula|juga),?\s+)?(?:(?:kepada|bagi|untuk)\s+)(?P<name>[^:;]{3,110}?)"
    r"(?:\s*[:,]\s|\s+(?=(?:kami|kita|tim|penulis|peserta|saya)\s+(?:\w+\s+)?(?:me[nr]|sarankan|usulkan|rekomendasikan|mohon|titip)))",
    _I,
)
_AGAR = re.compile(
    r"\b(?:(?:meng)?usulkan|sarankan|menyarankan|harapkan|mohon|minta|rekomendasikan)\s+(?:agar|supaya)\s+$", _I
)
_DOES = re.compile(r"\s*(?:yang\s+|segera\s+|juga\s+|dapat\s+)*(?:me|ber)[a-z]{4,}", _I)
_CLAUSE = re.compile(r"(?:^|,\s+|;\s+)(?:maka\s+|kepada\s+|kiranya\s+|alangkah\s+baiknya\s+|sebaiknya\s+)?$", _I)

_NAMED_KINDS = (
    "Rumah Sakit Umum Daerah ",
    "Rumah Sakit Daerah ",
    "Rumah Sakit Jiwa ",
    "Rumah Sakit Umum ",
    "Rumah Sakit ",
)
_BEGS = re.compile(r"\b(?:kiranya|sebaiknya|alangkah\s+baiknya|ada\s+baiknya)\s+(?:bila\s+|jika\s+)?$", _I)


# `Rekomendasi untuk daerah tujuan (Disdukcapil X)`, `Untuk instansi asal (DPMD)`, a column `Tujuan`.
_SIDE = re.compile(
    r"(?:\b(?:(?<!perangkat\s)daerah|pihak|(?P<own>opd|perangkat\s+daerah|instansi|unit(?:\s+kerja)?|dinas)|pemda|pemerintah(?:\s+daerah)?|kabupaten|kota|provinsi)\s+|^)(?P<side>asal|pengirim|tujuan|penerima)"
    r"\s*(?:[(:–-]\s*(?P<unit>[^():]{2,80}?)\)?\s*)?$",
    _I,
)


class GuestNames:
    """Names units that are not home's."""

    def __init__(self, home_region: str | None, host: str | None, host_region: str | None) -> None:
        self.region = home_region
        self.host = host
        self.host_region = host_region if host_region != home_region else None
        self.given: set[str] = set()  # those that a label named
        self._short = self.host_region.split(" ", 1)[-1] if self.host_region else None
        self._initials = hospital_initials(host) if host and self.host_region else None
        self._own_name = _own_name(host, host_region) if host and self.host_region else None
        self._home_short = home_region.split(" ", 1)[-1] if home_region else None

    def names(self, line: str) -> bool:
        """`line` names the host's region and not home's."""
        if self._short is None:
            return False
        if self.is_hosts_name(line):
            return True
        line = line.casefold()  # headings are written in capitals
        if self._short.casefold() not in line and not (self._initials and self._initials.casefold() in line.split()):
            return False
        return self._home_short is None or self._home_short.casefold() not in line

    def is_hosts_name(self, text: str) -> bool:
        """`text` holds the name that the host alone bears: `dr. R. Soedjono Selong` of a hospital."""
        return self._own_name is not None and self._own_name in text.casefold()

    def exactly(self, name: str | None) -> str | None:
        """The official name where `name` is that of a unit of the host's with its region, and nothing else."""
        if not name or not self.names(name):
            return None
        name = as_unit(name.strip(" .,;:–-"))
        if self._initials and name.split()[0] == self._initials and len(name.split()) <= 2:
            return self.host  # `RSSA Malang`
        mentions = find_institutions(name, context_region=self.host_region)
        if not mentions or mentions[0].start > 0 or len(name) - mentions[0].end > 1:
            return None
        if self.is_hosts_name(name):
            return self.host
        return mentions[0].name if mentions[0].region == self.host_region else None

    def of_line(self, line: str) -> str | None:
        """`Masukan untuk Disdukcapil Kota Yogyakarta`, `Pesan untuk Klaten`."""
        match = _FOR.match(line)
        if match is None:
            return None
        who = match["who"]
        if self._short is not None and who in (self._short, self.host_region):
            return self.host
        return self.exactly(who) or _of_no_region(who)

    def of_side(self, line: str) -> tuple[bool, str | None] | None:
        """Whether `line` speaks of the host's side, and the unit that it names there; None where it speaks of no side."""
        match = _SIDE.search(line.strip())
        if match is None:
            return None
        theirs = match["side"].casefold() in {"tujuan", "penerima"}
        if match["own"] and not theirs and match["unit"] is None:
            return None  # `instansi asal`: which of home's, where several take part?
        return theirs, match["unit"]

    def hosts(self, unit: str | None) -> str | None:
        """`DPMD` in a place that is known to be the host's; the host itself without a unit's name."""
        if unit is None or self.host_region is None:
            return self.host
        mentions = find_institutions(as_unit(unit), context_region=self.host_region)
        return mentions[0].name if mentions and mentions[0].start == 0 else self.host

    def above(self, lines: Sequence[str]) -> str | None:
        """Who is to act by the lines above: one that names him, below or beside one that speaks of the host."""
        for line in lines:
            if named := self.of_line(line):
                return named
        if any(_HOST_LINE.search(line) for line in lines):
            return next((named for line in lines if (named := self.exactly(line))), None)
        return None

    def advised(self, text: str) -> str | None:
        """The one whom a sentence begins with and then advises, if not home's: a unit of the host's, a bank, a ministry."""
        for mention in find_institutions(text[:200], context_region=self.host_region):
            asked = _AGAR.search(text[: mention.start]) is not None
            if not asked and not _CLAUSE.search(text[: mention.start]):
                continue
            theirs = (
                mention.region is not None
                and mention.region == self.host_region
                and self.names(text[mention.start : mention.end])
            )
            others = mention.kind in {"company", "university", "central"}
            after = text[mention.end : mention.end + 80]
            if (theirs or others) and asked and _DOES.match(after):
                return mention.name
            if theirs and _BEGS.search(text[: mention.start]) and _DOES.match(after):
                return mention.name
            if (theirs or others) and (_ADVISED.match(after) or _NEEDS.match(after)):
                return mention.name
        return self.told(text)

    def offered(self, text: str) -> str | None:
        """`Dinas X Kota Palu dapat memasukkan …`: the host's unit that an item counted off in advice begins with."""
        for mention in find_institutions(text[:200], context_region=self.host_region)[:1]:
            theirs = mention.region is not None and mention.region == self.host_region
            if theirs and mention.start == 0 and _MAY.match(text, mention.end):
                return mention.name
        return None

    def of_kind(self, text: str) -> str | None:
        """`Badan Keuangan sebaiknya …` in advice to the host: its unit of that name, which the text begins with."""
        if self.host_region is None:
            return None
        for mention in find_institutions(text[:200], context_region=self.host_region)[:1]:
            after = text[mention.end : mention.end + 80]
            advised = _ADVISED.match(after) or _NEEDS.match(after)
            return mention.name if mention.start == 0 and mention.region == self.host_region and advised else None
        return None

    def led(self, lead: str) -> str | None:
        """`… masukan bagi Dinas Pariwisata Kota X.`: the unit of the host's for which words before proposals say that they are."""
        if not self.names(lead):
            return None
        for mention in find_institutions(lead, context_region=self.host_region):
            if mention.region == self.host_region and is_for(lead, mention.start, mention.end):
                return mention.name
        return None

    def told(self, text: str) -> str | None:
        """`Kepada Lembaga Administrasi Negara: …`: one who is not home's stands before what he is to do."""
        label = _LABELLED.match(text)
        if label is None:
            return None
        if named := self.exactly(label["name"]):
            self.given.add(named)
            return named
        if other := _of_no_region(label["name"]):
            self.given.add(other)
        return other


def _own_name(host: str, region: str | None) -> str | None:
    """The name that a hospital bears beside its kind and its region, in small letters."""
    bare = host.removesuffix(f" {region}") if region else host
    kind = next((kind for kind in _NAMED_KINDS if bare.startswith(kind)), None)
    named = bare[len(kind) :].casefold() if kind else ""
    return named if len(named) > 4 else None


def _of_no_region(name: str) -> str | None:
    """`Lembaga Administrasi Negara`: a ministry, a university or a firm, and nothing else."""
    found = find_institutions(name)
    whole = len(found) == 1 and found[0].start == 0 and len(name) - found[0].end <= 1
    return found[0].name if whole and found[0].kind in {"central", "university", "company"} else None

"""Advice to those who are not home's: the host's units, the one who arranged the stay, a bank; only where they are named as the ones to act."""

import re
from collections.abc import Sequence

from nlp.components.institutions import find_institutions
from nlp.components.recommendation_legend import hospital_initials
from nlp.components.recommendation_offices import as_unit

_I = re.IGNORECASE
# `Pesan untuk Klaten`, `Masukan bagi Disdukcapil Kota Yogyakarta`, `Kepada BPSDM Provinsi Jawa Timur`.
_FOR = re.compile(
    r"^\W*(?:(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[.)]\s+)?(?:(?:satu|dua|tiga|beberapa|sedikit)\s+)?(?:(?:pesan|titip(?:an)?|saran|masukan|usul(?:an)?|rekomendasi|catatan|permintaan|titipan|umpan\s+balik|harapan|tanggapan|kesan\s+dan\s+(?:pesan|saran)|oleh-oleh|butir\s+masukan)\s+(?:(?:kecil|kami|kita|tim)\s+)*)?"
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
_CLAUSE = re.compile(r"(?:^|,\s+|;\s+)(?:maka\s+|kepada\s+)?$", _I)


class GuestNames:
    """Names units that are not home's."""

    def __init__(self, home_region: str | None, host: str | None, host_region: str | None) -> None:
        self.region = home_region
        self.host = host
        self.host_region = host_region if host_region != home_region else None
        self.given: set[str] = set()  # those that a label named
        self._short = self.host_region.split(" ", 1)[-1] if self.host_region else None
        self._initials = hospital_initials(host) if host and self.host_region else None
        self._home_short = home_region.split(" ", 1)[-1] if home_region else None

    def names(self, line: str) -> bool:
        """`line` names the host's region and not home's."""
        if self._short is None:
            return False
        line = line.casefold()  # headings are written in capitals
        if self._short.casefold() not in line and not (self._initials and self._initials.casefold() in line.split()):
            return False
        return self._home_short is None or self._home_short.casefold() not in line

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
        return mentions[0].name if mentions[0].region == self.host_region else None

    def of_line(self, line: str) -> str | None:
        """`Masukan untuk Disdukcapil Kota Yogyakarta`, `Pesan untuk Klaten`."""
        match = _FOR.match(line)
        if match is None:
            return None
        who = match["who"]
        if self._short is not None and who in (self._short, self.host_region):
            return self.host
        return self.exactly(who)

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
            if theirs and asked and _DOES.match(after):
                return mention.name
            if (theirs or others) and (_ADVISED.match(after) or _NEEDS.match(after)):
                return mention.name
        return self.told(text)

    def told(self, text: str) -> str | None:
        """`Kepada Lembaga Administrasi Negara: …`: one who is not home's stands before what he is to do."""
        label = _LABELLED.match(text)
        if label is None:
            return None
        if named := self.exactly(label["name"]):
            self.given.add(named)
            return named
        found = find_institutions(label["name"])
        whole = len(found) == 1 and found[0].start == 0 and len(label["name"]) - found[0].end <= 1
        if not whole or found[0].kind not in {"central", "university", "company"}:
            return None
        self.given.add(found[0].name)
        return found[0].name

"""Who `kami` is in what an article quotes: whoever says it, named behind the quotation or the last one to speak before it."""

import re

from nlp.components.recommendation_units import flat
from nlp.components.visit_ends import Way
from nlp.components.visit_sides import Sides
from nlp.components.visit_speaker import side_of_person
from nlp.extraction import Kind

_I = re.IGNORECASE
_WE_COME = re.compile(
    r"\b(?:[Kk]ami|[Kk]ita|[Ss]aya|[Pp]ihak(?:nya|\s+kami))\b(?![^.;“”\"]{0,80}\b(?:men(?:erima|yambut|gundang|unggu|antikan|gajak|gharap\w*)|undang|tunggu|nantikan|harapkan|persilakan|bersama)\b)"
    r"[^.;“”\"]{0,60}?\b(?:akan|ingin|hendak|mau|siap|bermaksud|berencana|berniat|bakal|agendakan|jadwalkan|mengagendakan|menjadwalkan|yang)\b"
    r"[^.;“”\"]{0,60}?\b(?:berkunjung|kunjungan|datang|bertandang|bertamu|mengunjungi|menyambangi|studi|ke\s+(?:sana|sini|[A-Z]\w+))\b",
)
_SAYS = r"(?:kata|ujar|ucap|tutur|jelas|ungkap|tegas|imbuh|terang|sebut|pungkas|tambah|papar|tandas|beber|aku|lanjut)"
# `…,” kata Bupati X`, `…,” ujarnya`
_SAID = re.compile(rf"[”\"]\s*,?\s*{_SAYS}(?:(?P<last>nya)\b|\s+(?P<who>[^.”“\"\n]{{3,110}}))", _I)
_NAMED = re.compile(
    rf"[”\"]\s*,?\s*{_SAYS}\s+(?P<behind>[A-Z][^.”“\"\n]{{2,110}})"
    r"|\bMenurut\s+(?P<to>[A-Z][^.”“\"\n]{2,80})"
    r"|(?:^|(?<=[.”\"\n])\s)\W*(?:(?:Sementara\s+itu|Di\s+sisi\s+lain|Sedangkan|Adapun)\W+)?(?P<before>[A-Z][^.“”\"\n]{2,130}?)\s+(?:juga\s+)?"
    r"(?:mengatakan|menyampaikan|menyebut(?:kan)?|menuturkan|menambahkan|mengungkapkan|menjelaskan|menyatakan|mengaku|mengapresiasi|berharap|berpesan|berjanji|mengingatkan|mengucapkan|menegaskan|memaparkan)\b",
    re.M,
)
# Behind these stands whom the speaker meets.
_MEETS = re.compile(
    r"\b(?:saat|ketika|usai|seusai|setelah|sembari|sambil|kepada|di\s+hadapan|dalam|menerima|menyambut)\b", _I
)
_PRONOUN = re.compile(r"\W*(?:Ia|Dia|Beliau|Lanjutnya|Pihaknya)\b")
_QUOTE, _BACK = 500, 2000  # characters


def said_to_come(text: str, start: int, end: int, line: str, sides: Sides) -> Way | None:
    """`“Jika ada waktu, kami akan berkunjung ke sana,” kata Bupati X`: X's side as the guest; None where no such thing is said."""
    if sides.facts.kind is not Kind.NEWS or sides.home is None or sides.host is None or not _WE_COME.search(line):
        return None
    stop = text.find("\n", end)
    said = _SAID.search(text, start, min(end + _QUOTE, stop if stop >= 0 else len(text)))
    if said is None:
        return None
    speaker = _who(flat(said["who"]), text, start, sides) if said["who"] else _last_to_speak(text, start, sides)
    other = sides.other(speaker) if speaker is not None else None
    quoted = {side.name for side in sides.named(flat(text[start : said.start()]))}
    if speaker is None or other is None or not quoted <= {other}:
        return None
    return [speaker], other


def _last_to_speak(text: str, start: int, sides: Sides) -> str | None:
    """Whose side the last one is on who was said to speak before the place."""
    for named in reversed(list(_NAMED.finditer(text, max(0, start - _BACK), start))):
        who = named["behind"] or named["to"] or named["before"]
        if not _PRONOUN.match(who):
            return _who(flat(who), text, named.start(), sides)
    return None


def _who(said: str, text: str, before: int, sides: Sides) -> str | None:
    """The side of `Bupati X, Hj. Nama`, or of a person whose office the article gave above."""
    own = _MEETS.split(said)[0]
    found = sides.named(own)
    return found[0].name if found else side_of_person(text, before, own, sides)

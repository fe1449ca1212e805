"""Places of an internship outside the one host: `dua dari Dinas A ke Dinas B Kota C, dua dari …`, lists of bodies of several regions or of the state."""

import re
from collections.abc import Iterator, Sequence

from nlp.components.head_words import NUMBER, has_figure, number
from nlp.components.institutions import find_institutions
from nlp.components.placement_found import Found, Places
from nlp.components.small_letters import holds_any
from nlp.facts import InstitutionMention

_I = re.IGNORECASE
# `dua orang dari Dinas A ke`, `3 ASN Bapenda magang di`
_FROM_TO = re.compile(
    rf"(?<![\w.,/-])(?P<n>(?i:{NUMBER}|seorang))\s+(?:(?:orang|peserta|pegawai|ASN)\s+)?(?:lagi\s+|lainnya\s+)?(?:(?:ber)?asal\s+|(?:berasal\s+)?dari\s+)?"
    r"(?:[A-Z]|bagian\s|dinas\s|badan\s)[^.;,\d]{2,90}?\s(?:(?:akan\s+)?(?:magang|ditempatkan|dikirim|diutus|berangkat|menuju|bertugas)\s+)?(?:ke|di|menuju)\s+(?=[A-Z])"
)
# `magang di beberapa instansi pusat seperti`, `juga dibagi ke`
_PLACED_AT = re.compile(
    r"\b(?:magang(?:nya)?|ditempatkan|disebar(?:kan)?|tersebar|(?:ter|di)bagi|belajar|praktik\s+kerja|on\s+the\s+job\s+training(?:\s+\(OJT\))?|penempatan(?:nya)?)(?:\s+(?!di\b|ke\b|pada\b)[a-z]+){0,4}?\s+(?:di|ke|pada)"
    r"(?:\s+(?:dua|tiga|empat|lima|enam|beberapa|sejumlah|berbagai|instansi|lembaga|kementerian(?=\s+(?:dan|atau|/))|dan|pusat|daerah|perangkat|pemerintah|unit|kerja|tempat|seperti|yakni|yaitu|antara\s+lain|di\s+antaranya|meliputi|termasuk|misalnya|lain))*\s*[:,]?\s+(?=[A-Z])",
    _I,
)
_CUES = ("magang", "empatkan", "sebar", "bagi", "belajar", "praktik kerja", "on the job", "penempatan")
_JOINT = re.compile(
    r"\s*(?:\([A-Z][\w/ -]{1,20}\))?\s*(?:,\s*(?:dan|serta|juga)?|\bdan|\bserta|/)\s*(?:(?:di|ke|pada|juga)\s+)?"
)
_LEAST = 2


def from_elsewhere(places: Places) -> list[Found]:
    """Each with its figure where the text gives one."""
    found: list[Found] = []
    for unit in places.units:
        text = unit.text
        if unit.owner.table is not None or not holds_any(text, (" ke ", " di ", " pada ")):
            continue
        base = unit.end - len(text)
        small = text.lower()
        pairs = [*_FROM_TO.finditer(text)] if has_figure(text) else []
        listed = [*_PLACED_AT.finditer(text)] if holds_any(small, _CUES) else []
        if len(pairs) < _LEAST and not listed:
            continue
        mentions = {mention.start: mention for mention in find_institutions(text) if _is_unit(places, mention)}
        found += [*_of_pairs(base, pairs, mentions)]
        for lead in listed:
            row = [*_row(text, lead.end(), mentions)]
            if len(row) >= _LEAST and len({mention.region for mention in row}) + _central(row) >= _LEAST:
                found += [Found(base + each.start, base + each.end, each.name) for each in row]
    return found


def _is_unit(places: Places, mention: InstitutionMention) -> bool:
    if mention.kind == "central":
        return True
    return (
        mention.kind == "agency"
        and mention.sure
        and mention.region is not None
        and mention.region not in places.names.own
    )


def _central(row: Sequence[InstitutionMention]) -> int:
    return sum(mention.kind == "central" for mention in row)


def _of_pairs(base: int, pairs: Sequence[re.Match[str]], mentions: dict[int, InstitutionMention]) -> Iterator[Found]:
    """Two figures at least, each with whence and where to."""
    for pair in pairs if len(pairs) >= _LEAST else ():
        if mention := mentions.get(pair.end()):
            rows = 1 if pair["n"].casefold() == "seorang" else number(pair["n"])
            yield Found(base + mention.start, base + mention.end, mention.name, rows, parted=True)


def _row(text: str, position: int, mentions: dict[int, InstitutionMention]) -> Iterator[InstitutionMention]:
    """The institutions of the list that begins at `position`."""
    while mention := mentions.get(position):
        yield mention
        joint = _JOINT.match(text, mention.end)
        if joint is None:
            return
        position = joint.end()

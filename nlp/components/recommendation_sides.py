"""Whose side a proposing sentence speaks for: home's, the host's, or another story's."""

import re
from dataclasses import replace
from functools import lru_cache

from nlp.components.institutions import find_institutions, region_of
from nlp.components.recommendation_words import PROPOSES
from nlp.components.small_letters import small_letters
from nlp.facts import InstitutionMention

# A line that says for whom the recommendations are: `Lima langkah untuk Pidie Jaya`, `Saran untuk Pemerintah Kabupaten Supiori`.
_FOR_WHOM = re.compile(
    r"\b(?=[ualmprst])(?:usul(?:an|kan)?|saran(?:kan)?|masukan|rekomendasi(?:kan)?|anjur(?:an|kan)|langkah(?:[\s-]langkah)?|perubahan|rencana\s+(?:aksi|tindak\s+lanjut)|tindak\s+lanjut|penerapan|adopsi)"
    r"(?:\s+(?:kami|kita|tim|pembimbing|pendamping|perbaikan))?\s+(?:untuk|bagi|kepada|di)\s+(?P<who>[^\n.:;]{3,70})$",
    re.IGNORECASE | re.MULTILINE,
)
_FOR_OURS = re.compile(
    r"\b(?:saran|usul(?:an)?|rencana|rekomendasi|masukan)\b[^\n.:;]{0,20}\b(?:untuk|bagi|di)\s+(?:instansi|daerah|unit(?:\s+kerja)?|opd|dinas|badan|kantor)\s+(?:asal|kami|kita|sendiri)\b",
    re.IGNORECASE,
)
# `Rekomendasi dan Tindak Lanjut (1)`, `V. Saran` in a line of its own: home's recommendations need not say whose they are.
_OWN_HEADING = re.compile(
    r"^\W*(?:(?:BAB\s+)?[IVX\d]{1,4}(?:\.\d)*\.?\s+|[A-Z][.)]\s+)?(?:rekomendasi|saran|usul(?:an)?|rencana\s+(?:aksi|tindak\s+lanjut)|tindak\s+lanjut|rtl)"
    r"(?:\s+(?:dan|serta|&|/)\s+(?:saran|rekomendasi|usul(?:an)?|(?:rencana\s+)?(?:aksi|tindak\s+lanjut)))?(?:\s+(?:kami|tim))?\s*(?:\(\d\))?[ \t:]*$",
    re.IGNORECASE | re.MULTILINE,
)
_RECIPIENT = re.compile(r"\bYth\.?\s*:?\s*(?P<who>[^\n]{5,140})")
# `pesan untuk kantor Saudara`, `masukan bagi dinas yang Bapak pimpin`: the one a letter goes to.
_YOURS = re.compile(
    r"\b(?:kantor|dinas|badan|instansi|unit(?:\s+kerja)?|inspektorat|lembaga|jajaran|opd|perangkat\s+daerah)\s+(?:yang\s+)?(?:saudara|bapak|ibu)\b",
    re.IGNORECASE,
)

# A heading that says for whom what follows is: `Untuk rumah kami sendiri`, `Bagi tuan rumah, bila berkenan`.
FOR_WHOM = re.compile(r"\W*(?:untuk|bagi|kepada|buat)\s+[^\n.;]{3,60}$", re.IGNORECASE)
# `sepulang dari Salatiga`, `seperti di Kota X`: where one learned, not who speaks.
_FROM_WHERE = re.compile(
    r"\b(?i:se(?:pulang(?:nya)?|kembali(?:nya)?)|setelah\s+(?:pulang|kembali|magang|belajar)|seperti(?:\s+yang)?|sebagaimana|belajar|berkaca|bercermin|berguru|pulang)\s+(?:dari|di|pada|ke)\s+(?:(?:Kota|Kabupaten|Provinsi|Pemkot|Pemkab)\s+)?[A-Z]\w+(?:\s[A-Z]\w+)?"
)
# `… kamus kompetensi yang meniru susunan Kota X`: what is copied from there.
_COPIED = re.compile(
    r"\b(?:meniru|mencontoh|menyalin|mengadopsi|mereplikasi|mengikuti|menyerupai|seperti|sebagaimana|serupa|ala|mirip|dari|milik)\b[^,.;]{0,50}"
)
_BLEND = (5, 9)  # letters of a blend
_HEAD = 300  # characters of a paper's head
_WITHIN = re.compile(
    r"^\W*(?:NOTA[ \t]+DINAS|TELAAHAN[ \t]+STAF|LEMBAR[ \t]+DISPOSISI|MEMORANDUM[ \t]*$)", re.MULTILINE
)
_LETTERHEAD = re.compile(
    r"(?:\W*\[?logo\]?\s)?\W*PEMERINTAH\s+(?:DAERAH\s+)?(?P<region>(?:PROVINSI|KABUPATEN|KOTA)[A-Z '-]+?)[ \t]*(?:\n|$)"
)


@lru_cache(maxsize=512)
def institutions_in(text: str, region: str | None) -> tuple[InstitutionMention, ...]:
    """The institutions in a line; several questions are asked of the same one."""
    return tuple(find_institutions(text, context_region=region))


def recipient_line(text: str) -> str | None:
    """The words that name the one a letter goes to; None where it does not say `Yth.`."""
    match = _RECIPIENT.search(text)
    return match["who"] if match else None


def is_recipients(line: str) -> bool:
    """The line speaks of the unit of the one whom the letter goes to."""
    return bool(_YOURS.search(line))


def is_for_host(text: str, region: str | None, host_region: str | None) -> bool:
    """The document's lines say that it is the host's region that should act, none that it is home's: a host who advises, or the sides mistaken."""
    if region is None or host_region is None or region == host_region:
        return False
    short, host_short = (name.split(" ", 1)[-1].casefold() for name in (region, host_region))
    if _FOR_OURS.search(text):
        return False
    lines = [match["who"].casefold() for match in _FOR_WHOM.finditer(text)]
    for_host = sum(host_short in line for line in lines)
    if not for_host or any(short in line for line in lines):
        return False
    return _OWN_HEADING.search(text) is None


def is_hosts_paper(text: str, home: str | None, host: str | None) -> bool:
    """A paper within the host's own house: its head names the host's region, `PEMERINTAH KOTA X`, and it goes to that region's own people.

    What a host writes to the guest tells the guest's units what to do.
    """
    region, host_region = (region_of(party) if party else None for party in (home, host))
    if region is None or host_region is None or region == host_region:
        return False
    head = _LETTERHEAD.match(text[:_HEAD])
    if head is None or " ".join(head["region"].split()).casefold() != host_region.casefold():
        return False
    if _WITHIN.search(text, 0, 2 * _HEAD):
        return True
    short, host_short = (name.split(" ", 1)[-1].casefold() for name in (region, host_region))
    recipient = (recipient_line(text) or "").casefold()
    return host_short in recipient and short not in recipient


def speaks_for_others(sentence: str, region: str | None, host_region: str | None) -> bool:
    """The proposing sentence's subject is a government or a unit that is not home's: the host's, or another story's."""
    verb = PROPOSES.search(small_letters(sentence))
    subject = sentence[: verb.start()] if verb else sentence[:60]
    host, home = (name.split(" ", 1)[-1] if name else "" for name in (host_region, region))
    subject = _FROM_WHERE.sub(" ", subject)
    if host and verb and host in subject and not (home and home in subject) and host not in home:
        return True
    first = next(iter(institutions_in(sentence, region)), None)
    return bool(first and first.start <= 3 and first.region and region and first.region != region)


def is_about_host(sentence: str, region: str | None, host_region: str | None) -> bool:
    """The sentence names the host's region and not that of home."""
    regions = {mention.region for mention in institutions_in(sentence, region) if mention.region}
    if host_region is None:
        return False
    short = host_region.split(" ", 1)[-1]
    names_host = (host_region in regions or short in sentence) and short in _COPIED.sub(" ", sentence)
    home = region.split(" ", 1)[-1] if region else ""
    return names_host and not (home and home in sentence)


@lru_cache(maxsize=256)
def blends_name(word: str, region: str) -> bool:
    """`Mamteng` for `Kabupaten Mamberamo Tengah`, `Sumbar` for `Provinsi Sumatera Barat`: the beginnings of the name's words, one behind the other."""
    names = region.split()[1:]
    if len(names) < 2 or not word[:1].isupper() or not word[1:].islower() or not _BLEND[0] <= len(word) <= _BLEND[1]:
        return False
    return _is_blend(word.casefold(), [name.casefold() for name in names])


def _is_blend(word: str, names: list[str]) -> bool:
    """Whether `word` is made of the beginnings of all `names`, two letters of each at least."""
    if not names:
        return not word
    return any(names[0].startswith(word[:cut]) and _is_blend(word[cut:], names[1:]) for cut in range(2, len(word) + 1))


def without_blend(mention: InstitutionMention, region: str | None) -> InstitutionMention:
    """`Dinas Kesehatan Mamteng`: the region's name, blended, is no part of the agency's."""
    if region is None or not mention.name.endswith(f" {region}"):
        return mention
    head, _, last = mention.name.removesuffix(f" {region}").rpartition(" ")
    return replace(mention, name=f"{head} {region}") if head and blends_name(last, region) else mention


def short_regions(region: str) -> tuple[str, str, str]:
    """`Kabupaten Sumbawa Barat`, `Sumbawa Barat` and `KSB`."""
    return region, region.split(" ", 1)[-1], "".join(word[0] for word in region.split()) if " " in region else region

"""Participants whom a story lets speak or names one by one, without saying that they lead."""

import re
from collections.abc import Iterator

from nlp.components.people_names import find_nips, leading_name, names_office
from nlp.extraction import Person

_I = re.IGNORECASE

# `Peserta lain, X, menyoroti …`, `Peserta lain, pranata komputer X, …`
_ANOTHER = re.compile(
    r"\b(?:[Rr]ekan(?:nya|\s+se\w+nya)|[Tt]emannya|[Kk]oleganya|[Pp]eserta|[Pp]emagang)(?:\s+(?:lain(?:nya)?|termuda|tertua|magang|terbaik|senior|perempuan))*(?:\s+(?:asal|dari)\s+[A-Z][\w ]{2,50})?,\s+(?P<office>[a-z][a-z ]{3,40}?\s)?(?=[A-Z])"
)
_MANY = re.compile(r"\b(?:para|seluruh|semua|\d+|segenap|bagi|oleh|kepada)\s+$", _I)
_SPEAKS = re.compile(
    r"\s*(?:\([^()]{2,50}\)|(?:dari|asal)\s+[A-Z][\w .]{2,50})?\s*,(?!\s*(?:dan|serta)\b)|\s+(?:me[a-z]{4,}|ber[a-z]{4,}|ingin|kagum|terkesan)\b"
)
_NAMED_IN_BRACKETS = re.compile(
    r"\b(?P<role>(?:[Kk]etua|[Kk]oordinator|[Ww]akil|[Jj]uru\s+[Bb]icara)\s+(?i:kelompok|rombongan|tim|peserta|delegasi)(?:\s+(?i:magang))?)\s*"
    r"\((?:Sdri?\.|Saudar[ai]|Bapak|Ibu|Pak|Bu)?\s*(?P<said>[A-Z][^()]{3,80})\)"
)
_SAYS = re.compile(r"\b(?:tutur|ujar|kata|ungkap|cerita|kisah|terang|papar|kenang)(?:nya)?\s+(?=[A-Z])")
_WHO_TOOK_PART = re.compile(
    r",\s+(?P<office>[a-z][a-z ]{3,40}?)\s+(?:asal\s+[A-Z]\w+\s+)?yang\s+(?:[a-z]+\s+){0,3}?(?:mengikuti|magang|belajar|berguru|ditempatkan|bertugas\s+di)\b"
)
# `Kelompok DPMD (Sdri. A): …`, who reports for it; `Satu orang (Sdr. B) pulang lebih awal`
_ONE_IN_BRACKETS = re.compile(
    r"\b(?:[Kk]elompok\s+[A-Z\d][\w ]{0,30}?|(?:[Ss]atu|[Ss]eorang|[Ss]alah\s+(?:satu|seorang))\s+(?:orang|peserta|pegawai|anggota)(?:nya)?)\s*"
    r"\((?:Sdri?\.|Saudar[ai])\s*(?P<said>[A-Z][^()]{3,80})\)"
)
# `berbincang dengan salah seorang di antaranya, A, S.Sos.,`
_ONE_AMONG = re.compile(
    r"\bsalah\s+(?:seorang|satu)\s+(?:di\s+)?antara(?:nya|\s+mereka)\s*,\s*(?P<rest>[A-Z][^\n]{3,80})"
)


def one_among(text: str) -> Iterator[Person]:
    """`berbincang dengan salah seorang di antaranya, A, S.Sos.,`"""
    one = _ONE_AMONG.search(text)
    if one and (name := leading_name(one["rest"])) and one["rest"][len(name) : len(name) + 1] in {",", ""}:
        yield Person(mended(name, one["rest"]), None, None, None)


def in_brackets(text: str) -> Iterator[Person]:
    """`Ketua kelompok (Sdr. A, S.T., Dishub) memaparkan …`"""
    for match in _NAMED_IN_BRACKETS.finditer(text):
        name = leading_name(match["said"])
        rest = match["said"][len(name) :].strip(" ,.") if name else ""
        if name and match["said"].startswith(name) and (not rest or names_office(rest)) and not find_nips(rest):
            yield Person(mended(name, match["said"] + " "), None, match["role"], rest or None)
    for one in _ONE_IN_BRACKETS.finditer(text):
        if (name := leading_name(one["said"])) and not find_nips(one["said"]):
            yield Person(mended(name, one["said"] + " "), None, None, None)


def speakers(text: str) -> Iterator[Person]:
    """`… tutur A, pengawas lingkungan yang sebulan mengikuti magang di X`: a participant who speaks."""
    for match in _SAYS.finditer(text):
        name = leading_name(text[match.end() : match.end() + 80])
        place = match.end() + len(name) if name else 0
        told = _WHO_TOOK_PART.match(text, place) if name and text.startswith(name, match.end()) else None
        if name and told:
            yield Person(name, None, told["office"], None)


def another(text: str) -> Iterator[Person]:
    """Participants that a story lets speak one by one."""
    for match in _ANOTHER.finditer(text):
        name = leading_name(text[match.end() : match.end() + 80])
        behind = text[match.end() + len(name) :] if name else ""
        if name and not _MANY.search(text, 0, match.start()) and _SPEAKS.match(behind):
            office = match["office"].strip() if match["office"] else None
            if office is None or names_office(office):
                yield Person(name, None, office, None)


def mended(name: str, text: str) -> str:
    """The name with the full stop of its last degree."""
    return f"{name}." if not name.endswith(".") and f"{name}. " in text else name

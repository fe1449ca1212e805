"""How the one who signs is written: a name with its titles, his own office, or both in one cell, `N, Plt. Kepala Dinas X`."""

import re

from nlp.components.party_names import BODY, OFFICE, PERSON, person_name, position_text
from nlp.extraction import Representative
from nlp.names import DEGREE

_TITLE = r"(?:(?:Prof|Dr|dr|drg|Ir|Drs|Dra|H|Hj|KH|R|Rd|Rr|Tgk|Pdt|apt|Ns|Hon|HON|Atty|ATTY|Moh|Muh)\.\s*)"
_DEGREE = r"(?!(?:Plt|Plh|Pjs?)\b)" + DEGREE  # `N, M.Si., Plt. Kepala Dinas`: the office begins there
NAMED_PERSON = (
    r"(?P<name>(?!" + OFFICE + r"\b|" + BODY + r"\b)" + _TITLE + r"*[A-Z][\w.'’-]*(?:(?:\s+[A-Z][\w.'’-]*){1,7}?|(?=,\s*" + _DEGREE + r"))"
    r"(?:(?:,\s*" + _DEGREE + r")+(?=\W|$)|(?=\s*[,;.()|]|\s+(?:yang|selaku|sebagai|berdasarkan|dalam|untuk|dan|NIP|" + OFFICE + r")\b|\s*(?:\n|$))))"
)  # fmt: skip
ON_BEHALF = r"(?:a\.?\s?n\.?\s+)?"


def plain_name(text: str) -> str | None:
    """The name without the full stop of its sentence; that of a title stays."""
    text = " ".join(text.split())
    return person_name(re.sub(r"(?<=[a-z]{3})\.$", "", text) if "," not in text else text)


_FOR_HIM = re.compile(r"\bu\s?\.\s?b\s?\.?\s*", re.I)
_SUPERIOR = re.compile(r"^\W*(?:a\s?\.\s?n\s?\.?|atas\s+nama)\s+[^,\n]{3,80}[,\n]\s*(?=\S)", re.I)
_BEHIND = re.compile(r",?\s+a\s?\.\s?n\s?\..*$", re.I | re.S)


def own_office(text: str) -> str:
    """The signer's own office: not that of the superior in whose name, or for whom, it is signed."""
    text = _FOR_HIM.split(text)[-1]
    text = _SUPERIOR.sub("", text)
    text = _BEHIND.sub("", text)
    text = re.sub(r"^(\W*\w+(?:\s\w+)?)nya\b", r"\1", text).strip(" ,;:\n")
    return text.title() if text.islower() else text


_NUMBER = re.compile(r"\s*\b(?:NIP|NRP|NIDN|NIK)\b.*$", re.M)
_OFFICE_THEN_NAME = re.compile(
    r"^(?P<position>" + ON_BEHALF + OFFICE + r"\b.*?)\s*[:,]\s+(?=[^:]*$)" + NAMED_PERSON + r"[.,]*$"
)
_NAME_THEN_OFFICE = re.compile(r"^" + NAMED_PERSON + r"[,;]?\s*\(?(?P<position>" + ON_BEHALF + OFFICE + r"\b.*?)\)?$")


def signer_of(text: str) -> Representative | None:
    """Who signs, of a cell that holds name, office or both, on one line or on several; None where it holds neither."""
    text = _NUMBER.sub("", text).strip(" ,;:\n")
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip(" .,:;-_")]
    if not lines:
        return None
    if len(lines) > 1:
        names = [line for line in lines if PERSON.match(line) and not re.match(ON_BEHALF + OFFICE + r"\b", line)]
        if len(names) == 1:
            office = own_office("\n".join(line for line in lines if line is not names[0]))
            return _signer(names[0], office)
    line = " ".join(lines)
    found = _OFFICE_THEN_NAME.match(line) or _NAME_THEN_OFFICE.match(line)
    if found is not None:
        return _signer(found.group("name"), own_office(found.group("position")))
    if re.match(ON_BEHALF + OFFICE + r"\b", line):
        return _signer(None, own_office(line))
    return _signer(line, None) if PERSON.match(line) else None


def _signer(name: str | None, office: str | None) -> Representative | None:
    signer = Representative(person_name(name), position_text(office))
    return signer if signer.name or signer.position else None

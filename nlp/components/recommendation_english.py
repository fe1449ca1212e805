"""Advice in English letters: `We recommend that …`, `The Planning Agency should …`."""

import re

from nlp.components.small_letters import holds_any

_I = re.IGNORECASE
# The writers advise; `We suggest that you arrive on Sunday` arranges the stay.
_WE_ADVISE = re.compile(
    r"\b(?:we|I|the\s+team)\s+(?:(?:would|also|therefore|strongly|respectfully|further)\s+)*(?:recommend|suggest|advise|propose|urge|encourage)\b(?!\s+(?:the\s+following|a\s+(?:date|time|visit)))",
    _I,
)
_IT_IS_ADVISED = re.compile(
    r"\b(?:it\s+(?:would|might|may|could)\s+be\s+(?:wise|better|best|advisable|prudent|useful|helpful|worthwhile|good|sensible)\s+(?:to|if|for)|(?:is|are)\s+(?:encouraged|urged)\s+to|(?:should|could)\s+consider|(?:it\s+is|is|are)\s+(?:strongly\s+|therefore\s+)?(?:recommended|suggested|advised)\s+(?:that|to))\b",
    _I,
)
_IN_OUR_VIEW = re.compile(
    r"\b(?:in\s+our\s+(?:view|opinion)|we\s+(?:believe|think|feel)\s+that)\b[^.;]{3,80}?\b(?:should|ought\s+to|needs?\s+to)\b",
    _I,
)
# `The Planning Agency should …`, `Your office ought to …`: an institution is told what is good for it.
_UNIT = r"(?:agency|agencies|office|offices|department|city|government|council|regency|municipality|ministry|board|bureau|hospital|mayor|regent|governor|secretariat|inspectorate|dinas|bappeda\w*|DLH|PUPR|BKPSDM|BPSDM)"
_UNIT_SHOULD = re.compile(
    rf"^\W*(?:(?:secondly|second|first|finally|also|similarly|third|likewise),?\s+)?(?:the|your|each|every|all)\s+(?:[\w&-]+\s+){{0,5}}?{_UNIT}\s+(?:\([^)]{{2,20}}\)\s+)?(?:should|ought\s+to|needs?\s+to|could\s+usefully)\s+[a-z]{{3,}}",
    _I,
)
# What concerns the stay itself: visas, insurance, arrival.
_OF_STAY = re.compile(
    r"\b(?:visas?|insurance|passports?|flights?|tickets?|accommodation|arriv\w+|depart(?:ure|s|ing)|luggage|invoice|allowances?|participants?|interns?|visitors|delegates|dates?)\b",
    _I,
)
_NAME = r"(?:[A-Z][a-z]+(?:\s+(?:and|of|&))?\s+){1,4}(?:Agency|Office|Department|Board|Bureau|Service|Unit)"
_TOLD = re.compile(rf"\b(?:[Tt]he|[Yy]our)\s+(?P<name>{_NAME})\b")
_SHORT = re.compile(rf"\b(?P<name>{_NAME})\s+\((?P<short>[A-Z][A-Za-z]{{1,11}})\)")
_ENGLISH = re.compile(r"\b(?:the|of|to|and|a|an|in|with|by|for|at|on|from|as|our|their|all|every|each|into)\b", _I)
_INDONESIAN = re.compile(r"\b(?:yang|dan|di|ke|untuk|dengan|pada|dari|bagi|agar|oleh)\b", _I)
_LEAST_ENGLISH = 2  # small words
# Of small letters; each begins with one of the cues.
_CUES = (
    "recommend",
    "suggest",
    "advise",
    "propose",
    "urge",
    "encourage",
    "should",
    "ought",
    "need",
    "would",
    "might",
    "could",
)
_CUE = re.compile(
    r"\b(?:recommend|suggest|advise|propose|urge|encourage|should|ought|need|would\s+be|might\s+be|could)"
)


def may_advise(text: str) -> bool:
    """Whether `text` has an English word for advice, without which none is looked for."""
    small = text.lower()
    return holds_any(small, _CUES) and _CUE.search(small) is not None


def advises(sentence: str) -> bool:
    """Whether an English sentence of a letter advises an institution, rather than to arrange a stay."""
    if not may_advise(sentence) or sentence.rstrip().endswith("?") or _OF_STAY.search(sentence):
        return False
    return bool(
        _WE_ADVISE.search(sentence)
        or _IT_IS_ADVISED.search(sentence)
        or _IN_OUR_VIEW.search(sentence)
        or _UNIT_SHOULD.match(sentence)
    )


def is_english(text: str) -> bool:
    """Whether an item is in English, of which the classifier has read too little to judge it."""
    return len(_ENGLISH.findall(text)) >= _LEAST_ENGLISH and not _INDONESIAN.search(text)


def agency_in_english(sentence: str) -> str | None:
    """The first agency that a sentence of advice names: `the Environment Agency`."""
    told = _TOLD.search(sentence) if may_advise(sentence) else None
    return told["name"] if told else None


def short_in_english(text: str) -> dict[str, str]:
    """The Indonesian short forms that a letter gives behind English names: `Environment Agency (DLH)`."""
    if not any(
        word in text for word in ("Agency (", "Office (", "Department (", "Board (", "Bureau (", "Service (", "Unit (")
    ):
        return {}
    return {" ".join(match["name"].split()).casefold(): match["short"] for match in _SHORT.finditer(text)}

"""Which of the times that a sentence states is that of its visit."""

import re

from nlp.facts import DateMention

_I = re.IGNORECASE
_SHARP = frozenset({"day", "month", "quarter", "half"})
_FORTNIGHT = 13  # days; `minggu kedua`, `awal Maret` span less
_NOT_ITS_DAY = re.compile(
    r"\b(?:paling\s+lambat|(?:se)?lambat-lambatnya|selambatnya|surat|nomor)\b[^.]{0,40}$|\b(?:surat|nomor|no\.)[^;]{0,60}\b(?:tgl\.?|tanggal|tertanggal)\s*$",
    _I,
)
# Behind a quotation stands the day on which it was said.
_DAY_OF_SAYING = re.compile(
    r"(?:[\"”]|,)\s*(?:kata|ujar|ucap|tutur|jelas|ungkap|tegas|imbuh|terang|sebut|pungkas|tambah|papar|tandas|demikian)(?:nya|kan)?\b",
    _I,
)
_PAST = re.compile(r"\s*(?:yang\s+)?lalu\b", _I)
# A year counts where the sentence gives it as a time, not as that of a plan or a figure.
_IN_YEAR = re.compile(
    r"(?:\b(?:pada|dalam|di|untuk|sekitar|bilang|kali|kunjungan|lawatan|balasan|balik|berkunjung)|,|\b(?:ke|di)(?-i:(?:\s[A-Z][\w’']*){1,5}))\s*$",
    _I,
)


def finest(usable: list[DateMention]) -> DateMention:
    """The first of the times, or the days within it that the sentence goes on to state: `pertengahan Oktober …, tanggal 14 s.d. 16 Oktober`."""
    rough = usable[0]
    if rough.precision == "day":
        return rough
    return next(
        (
            each
            for each in usable[1:]
            if each.precision == "day" and rough.first <= each.first <= each.last <= rough.last
        ),
        rough,
    )


def is_its_time(sentence: str, mention: DateMention) -> bool:
    """Whether the mention is no deadline, no day of a letter or of a saying, and no more than a fortnight if it is vague."""
    lead = sentence[: mention.start]
    if _DAY_OF_SAYING.search(lead):
        return False
    if mention.precision == "year":
        if not _IN_YEAR.search(lead) or not re.match(r"t(?:ahu|h)n?\b", mention.text, _I):
            return False
    elif mention.precision not in _SHARP and (mention.last - mention.first).days > _FORTNIGHT:
        return False
    return not _NOT_ITS_DAY.search(lead) and not _PAST.match(sentence, mention.end)

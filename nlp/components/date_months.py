"""The months of an internship or a visit of which no day is stated: `Magang dilaksanakan Maret s.d. Mei 2024`, `Periode magang : Juni 2023`."""

import re

from nlp.components.date_called_off import called_off
from nlp.components.date_lines import line_around, sentence_start
from nlp.components.programme_words import STUDY
from nlp.components.story_cues import PROPOSALS
from nlp.extraction import Kind
from nlp.facts import DateMention
from nlp.source import Source

_PROGRAMME = (
    r"(?:(?:pe)?magang(?:an)?|praktik\s+kerja|kunjungan(?!\s+(?:balasan|balik|lanjutan))(?:\s+kerja)?|" + STUDY + r")"
)
# `Waktu :`, `B. Periode magang :`, `Waktu pelaksanaan |`
_ROW = re.compile(
    r"^\W*(?:(?:[IVX]{1,4}|[A-Za-z]|\d{1,2})[.)]\s+)?(?P<label>(?:waktu|periode|masa|jadwal|bulan|lama)\b(?:\s+(?:dan\s+tempat|pelaksanaan|"
    r"kegiatan|program|bulan|" + _PROGRAMME + r")){0,3})\s*[:|=]\s*(?:selama\s+[^,\n]{1,30},?\s*)?\(?(?:bulan\s+)?$",
    re.I,
)
_NAMES_IT = re.compile(_PROGRAMME, re.I)
_TELLS = re.compile(
    r"\b(?:"
    + _PROGRAMME
    + r"|kegiatan(?:\s+ini)?)\b[^.;:\n]{0,120}?\b(?:dilaksanakan|dilakukan|berlangsung|diselenggarakan|digelar|diadakan|"
    r"dijalankan|terlaksana|selama)\b[^.;:\d]{0,60}?(?:\bbulan\s+)?\(?$",
    re.I,
)
_NOT_YET = re.compile(
    r"\b(?:akan|rencana\w*|direncanakan|agar|perlu|sebaiknya|hendaknya|diusulkan|disarankan|diharapkan|setiap|target|paling\s+lambat|"
    r"sebelum|setelah|anggaran)\b",
    re.I,
)
_NAMES_MONTH = re.compile(r"(?:bulan\s+)?(?:jan|feb|mar|apr|mei|jun|jul|agu|ags|agt|sep|okt|nov|nop|des)", re.I)
_LONGEST = 370  # days


def programme_months(source: Source, kind: Kind, mentions: list[DateMention]) -> DateMention | None:
    """The first month or span of months that the words say is the programme's; None where they say it of none."""
    text = source.text
    months = [mention for mention in mentions if _is_months(mention)]
    if not months:
        return None
    proposals = PROPOSALS.search(text, 200)  # from there on times are those of what is proposed
    end = proposals.start() if proposals is not None else len(text)
    for mention in months:
        line = text[line_around(text, mention.start)[0] : mention.start]
        row = _ROW.match(line)
        if row is not None and (mention.start < end or _NAMES_IT.search(row["label"])):
            return mention
        lead = (
            " ".join(text[max(sentence_start(text, mention.start), mention.start - 260) : mention.start].split()) + " "
        )
        wished = kind is not Kind.LETTER and _NOT_YET.search(lead) is not None
        if mention.start < end and not wished and _TELLS.search(lead) and not called_off(text, mention):
            return mention
    return None


def _is_months(mention: DateMention) -> bool:
    return (
        mention.precision == "month"
        and _NAMES_MONTH.match(mention.text) is not None
        and mention.first.day == 1
        and (mention.last - mention.first).days < _LONGEST
    )

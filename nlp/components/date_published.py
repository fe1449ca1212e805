"""The day that a letter or an article bears: in its head, beside its town, under its last line, in the stamp of an e-signature."""

import re

from nlp.components.date_lines import WEEKDAY, line_around
from nlp.components.news_kind import DATED_LINE, DATELINE
from nlp.extraction import Kind
from nlp.facts import DateMention
from nlp.source import Source

_ISSUED = re.compile(
    r"\b(?:dikeluarkan|ditetapkan)\s+di\b[^.;]{0,50}\btanggal\s*:?$|^(?:.*\s)?tgl\.?\s*:$|"
    r"\bditandatangani\s+(?:secara\s+)?(?:elektronik|digital)\b[^.;]{0,60}\b(?:pada|tanggal)(?:\s+tanggal)?\s*:?$",
    re.I,
)
_ADDRESSED = re.compile(r"\bYth\b|^\W*Kepada\b", re.M)
_BODY = re.compile(
    r"\b(?:dengan\s+hormat|menjawab|menindaklanjuti|sehubungan|dalam\s+rangka|berkenaan|sebagaimana|menyusul|membalas|memenuhi)\b",
    re.I,
)
_OF_ANOTHER = re.compile(r"\bsurat|\byour\b|\bnomor\b[^\n]*\btanggal", re.I)
# `Nanga Pinoh, 28 Juli 2025` and nothing else.
_TOWN = re.compile(r"\W*[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3},\s*(?:tanggal\s*:?\s*|tgl\.?\s*:?\s*)?")
_STAMPED = re.compile(
    rf"(?i:\b(?:terbit|tayang|diterbitkan|dipublikasikan|diposting|dirilis|published|posted)\s*:\s*(?:{WEEKDAY}[,\s]*)?)$|"
    # `Diposkan Sabtu, 22/11/2025 oleh admin`, `Diunggah pada 3 Mei 2025`: the program that shows the page writes so
    rf"\b(?:Di(?:pos(?:kan|ting)?|unggah|tayangkan|publikasikan|terbitkan|muat|rilis|tulis)|Tayang|Terbit|Posted|Published)"
    rf"(?:\s+(?:oleh|by)\s+[\w.@-]+(?:\s+[\w.@-]+){{0,3}}?)?(?:\s+(?:pada\s+|on\s+)?(?::\s*)?|:\s*)(?:(?:hari|tanggal|tgl\.?)\s+)?(?:(?i:{WEEKDAY})[,\s]*)?$",
)
_EDITION = re.compile(r"\bedisi(?:\s+(?:ke-?)?\d+)?\s*[,:/|·-]?\s*(?:tanggal\s+)?$", re.I)
_BYLINE = re.compile(
    rf"\W*(?:[A-Z][\w.’' -]{{2,30}},\s*)?(?:(?:diterbitkan|dipublikasikan|dirilis|tanggal|tayang|"
    rf"terbit|posted|published|oleh\s+[^|\n]{{2,40}}|[\w .]{{2,30}})\s*[:|–-]?\s*(?:on\s+|"
    rf"pada\s+)?)?(?:{WEEKDAY}[,\s]*)?\W*",
    re.I,
)
_BESIDE_NAME = re.compile(
    rf"[|·•]\s*(?:[^\W\d_][\w.’' -]{{2,30}},\s*)?(?:{WEEKDAY},?\s*)?$|\boleh\b.{{2,40}}[|–-]\s*(?:{WEEKDAY},?\s*)?$",
    re.I,
)
# `… 14.22 WITA · Penulis: Nia · Foto: Tim Dokpim · Dibaca 418 kali`: what follows the day on the line of a page's program
_CREDITS = re.compile(
    r"\s*,?\s*(?:(?:pukul\s+|jam\s+|-\s*)?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\s*(?:WIB|WITA|WIT)?\b)?\s*[|·•–/-]?\s*"
    r"(?:penulis|oleh|editor|redaktur|reporter|foto(?:grafer)?|kontributor|dibaca|dilihat|kategori|sumber|views?|hits?|by)\b",
    re.I,
)
# What an office issues bears its day as a letter does, above the signature.
_RELEASE = re.compile(
    r"^\W*(?:siaran\s+pers|pers\s+rilis|press\s+release|rilis\s+(?:pers|berita)|keterangan\s+pers)\b", re.I | re.M
)
_RELEASE_HEAD = 500  # characters
# `(tim/10 Mei 2024)`, `(Humas Setda, 3/6/2024)` behind the last sentence: who wrote it and when.
_SIGNED_OFF = re.compile(
    r"\(\s*(?:tim|red|redaksi|adv|rls|hms|humas|prokopim|protokol|kominfo|diskominfo|ppid|mc|[a-z]{2,6}|[A-Z]{2,6})\b[^()\n]{0,40}[/,|–-]\s*"
    rf"(?:{WEEKDAY}[,\s]*)?$",
    re.I,
)
# `Penyerahan peserta dilakukan Selasa (1/7/2025)` is a sentence, no line of a name and a day.
_HAPPENS = re.compile(
    r"\b(?:di(?!terbit|publikasi|rilis|posting|tayang|muat|unggah|sebar|tulis)\w{3,}(?:kan|i|ka|a|ung|elar)|ber\w{4,}|me[mnrl]\w{4,})\b"
)


def published_on(source: Source, kind: Kind, mentions: list[DateMention]) -> DateMention | None:
    """The day of a letter or of an article among the document's days."""
    if kind is Kind.LETTER:
        return _of_letter(source.text, mentions)
    return _of_article(source.text, mentions) if kind is Kind.NEWS else None


def _of_letter(text: str, mentions: list[DateMention]) -> DateMention | None:
    for mention in mentions:
        if _ISSUED.search(" ".join(text[max(0, mention.start - 120) : mention.start].split())):
            return mention
    addressed = _ADDRESSED.search(text)
    body = _BODY.search(text)
    limit = body.start() if body else addressed.end() + 200 if addressed else 900
    for mention in mentions:
        start, _ = line_around(text, mention.start)
        lead = text[start : mention.start]
        if mention.start < limit and not mention.is_range and not _OF_ANOTHER.search(lead):
            return mention
    # Older letters bear their day under the text.
    alone = [mention for mention in mentions if not mention.is_range and _alone_with_town(text, mention)]
    return alone[-1] if alone else None


def _alone_with_town(text: str, mention: DateMention) -> bool:
    start, end = line_around(text, mention.start)
    return _TOWN.fullmatch(text, start, mention.start) is not None and len(text[mention.end : end].strip()) < 4


def _of_article(text: str, mentions: list[DateMention]) -> DateMention | None:
    for mention in mentions:
        if not mention.is_range and _STAMPED.search(text, max(0, mention.start - 60), mention.start):
            return mention
    stated = DATED_LINE.search(text[:1500])
    for mention in mentions[:12]:
        if stated is not None and stated.start() <= mention.start < stated.end() and not mention.is_range:
            return mention
        if mention.start <= 1500 and not mention.is_range and _in_head(text, mention):
            return mention
    if _RELEASE.search(text[:_RELEASE_HEAD]):
        alone = [mention for mention in mentions if not mention.is_range and _alone_with_town(text, mention)]
        if alone:
            return alone[-1]
    for mention in reversed(mentions[-4:]):
        signed_off = not mention.is_range and _SIGNED_OFF.search(text, max(0, mention.start - 70), mention.start)
        if signed_off and text[mention.end : mention.end + 3].lstrip().startswith(")"):
            return mention
    return None


def _in_head(text: str, mention: DateMention) -> bool:
    start, end = line_around(text, mention.start)
    lead = text[start : mention.start]
    dateline = DATELINE.match(text, start)
    if dateline is not None and mention.end <= dateline.end() + 2:
        return True
    if _BYLINE.fullmatch(lead) and _CREDITS.match(text, mention.end, end) and _HAPPENS.search(lead) is None:
        return True
    if _BYLINE.fullmatch(lead) and end - start < 110 and _HAPPENS.search(lead) is None:
        rest = text[mention.end : end]
        if len(rest) < 45 and not re.search(r"[a-z]{3,}\s+[a-z]{3,}\s+[a-z]{3,}", rest):
            return True
    return _BESIDE_NAME.search(lead) is not None or (mention.start < 400 and _EDITION.search(lead) is not None)

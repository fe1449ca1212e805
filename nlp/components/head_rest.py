"""Parts of a count that are not told as a figure and a label: `selebihnya dari Dinas X`, `A dan B masing-masing mengirim satu orang`, `A mengutus enam orang`."""

import re

from nlp.components.head_words import NUMBER, PERSON, number
from nlp.components.small_letters import holds_any

_I = re.IGNORECASE
_REST_CUES = ("selebihnya", "sisanya", "lainnya")
_SENT_CUES = ("mengutus", "mengirim", "menugaskan", "menyertakan", "diwakili", "melepas", "menyumbang")
_SENT = r"(?:mengutus|mengirim(?:kan)?|menugaskan|menyertakan|diwakili(?:\s+oleh)?|melepas|menyumbang(?:kan)?)"
# `8 ASN: lima dari Dinas X, selebihnya dari Badan Y`
_WHOLE = re.compile(
    rf"(?<![\w.,/-])(?P<n>{NUMBER})\s+(?:orang\s+)?{PERSON}\b[^.;:\d]{{0,60}}?(?:[:,(.]|\b(?:yaitu|yakni|terdiri\s+(?:dari|atas)|dengan\s+rincian))\s*(?=(?:{NUMBER}|seorang)\s|(?-i:[A-Z])[^.;:()\d]{{2,60}}\s\(\d)",
    _I,
)
_REST = re.compile(
    r"(?:,|;|\bdan|\bserta|\bsedangkan|\bsementara)\s+(?P<rest>(?:dan\s+)?(?:selebihnya|sisanya|(?:yang\s+)?lainnya)\s+(?:adalah\s+|ialah\s+|merupakan\s+|berasal\s+)?(?P<from>dari\s+)?)(?=[A-Za-z])",
    _I,
)
_FIGURE = re.compile(rf"(?<![\w.,/-])(?P<n>{NUMBER}|seorang)(?:\s|\))", _I)
_REST_LABEL = re.compile(r"[A-Za-z][^,.;()]{2,80}")
_SENTENCE_END = re.compile(r"(?<=[a-z)])\.(?:\s|$)")
# Behind `Bapperida, Dinas Kominfo, dan Kecamatan X`
_EACH = re.compile(
    rf",?\s+masing-masing\s+(?:{_SENT}\s+|sebanyak\s+)?(?P<n>{NUMBER}|seorang)(?:\s+(?:orang|peserta|pegawai|ASN))?\b",
    _I,
)
_BOUND = re.compile(r"[.;:]\s|\b(?:sedangkan|sementara(?:\s+itu)?|sisanya|selebihnya)\s")
_AND = re.compile(r"\s*,\s*(?:dan|serta)\s+|\s*,\s+|\s+(?:dan|serta)\s+")
_HEAD = re.compile(
    r"(?:Dinas|Badan|Bagian|Biro|Bidang|Kecamatan|Kelurahan|Distrik|Kantor|Inspektorat|Satuan|Satpol|RSUD|Rumah\s+Sakit|Puskesmas|UPT[DB]?|Balai|Sekretariat|Desa|Setda|Bap\w+|Dis\w+|[A-Z]{3,})\b"
)
_SENT_FIGURE = re.compile(rf"\s+{_SENT}\s+(?=(?:{NUMBER}|seorang)\s)", _I)
# `Dari Bapenda berangkat empat orang, dari BPKAD tiga orang`
_FROM_HERE = re.compile(
    rf"(?<!berasal )\b[Dd]ari\s+(?P<unit>(?!{NUMBER}\b)[A-Z][^,.;:()\d]{{2,80}}?)\s+(?:(?:telah\s+|yang\s+)?(?:berangkat|ikut|dikirim|diutus|ada|sebanyak|sejumlah)\s+)?(?=(?:{NUMBER}|seorang)(?:\s+orang)?(?:\s*[,;.]|\s+(?:dan|serta|jadi)\b))"
)
_ONE = "seorang"


def plainly(text: str) -> str:
    """`text` with such parts written as figures and labels; itself where there are none."""
    small = text.lower()
    if holds_any(small, _REST_CUES):
        text = _with_rest(text)
    if "masing-masing" in small:
        text = _each_by_itself(text)
    if "dari " in small:
        text = _FROM_HERE.sub(r"\g<unit> ", text)
    if holds_any(small, _SENT_CUES):
        text = _SENT_FIGURE.sub(" ", text)
    return text


def _with_rest(text: str) -> str:
    """The rest of a whole as a figure: what its other parts leave of it."""
    for whole in _WHOLE.finditer(text):
        end = _SENTENCE_END.search(text, whole.end())
        rest = _REST.search(text, whole.end(), end.start() if end else len(text))
        if rest is None or _FIGURE.match(text, rest.end()):
            continue
        told = [match["n"] for match in _FIGURE.finditer(text, whole.end(), rest.start())]
        left = number(whole["n"]) - sum(1 if said.casefold() == _ONE else number(said) for said in told)
        if told and left > 0:
            label = _REST_LABEL.match(text, rest.end())
            if f"({told[0]})" in text and label:
                return f"{text[: rest.start('rest')]}{label.group().rstrip()} ({left}){text[label.end() :]}"
            written = f"{left} orang {rest['from'] or ''}"
            return f"{text[: rest.start('rest')]}{written}{text[rest.end() :]}"
    return text


def _each_by_itself(text: str) -> str:
    """`A, B, dan C masing-masing satu orang`: `1 orang dari A, 1 orang dari B, 1 orang dari C`; as it is where one is no unit."""
    each = _EACH.search(text)
    if each is None:
        return text
    start = max((bound.end() for bound in _BOUND.finditer(text, 0, each.start())), default=0)
    labels = _AND.split(text[start : each.start()])
    if not all(_HEAD.match(label) for label in labels):
        return text
    count = 1 if each["n"].casefold() == _ONE else number(each["n"])
    return text[:start] + ", ".join(f"{count} orang dari {label}" for label in labels) + text[each.end() :]

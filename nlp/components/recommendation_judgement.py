"""What the structure of a document and the classifier make of it together: which candidates stay, and how sure they are."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from types import MappingProxyType

from nlp.components.proposals import Judged, Piece
from nlp.components.recommendation_candidates import Candidate
from nlp.components.recommendation_english import advises, is_english
from nlp.components.recommendation_heading_words import (
    AIMS,
    AVOID,
    BOUNDARY,
    opens_section,
)
from nlp.components.recommendation_legend import code_before
from nlp.components.recommendation_lists import acts_behind_label
from nlp.components.recommendation_sentences import is_to_unit
from nlp.components.recommendation_sides import FOR_WHOM
from nlp.components.recommendation_words import (
    DATELINE,
    bare_heading,
    has_modal,
    is_action,
    is_passive,
    is_rejected,
    proposes,
    speaks_of_proposing,
    unit_acts,
)
from nlp.extraction import Kind

# Probabilities below which the classifier outvotes the structure, and above which it needs none; `nlp.training.compare` measures them.
LEAST_ITEM = 0.03
LEAST_TABLE = 0.02
LEAST_RUNNING = 0.05
LEAST_SAID = 0.01  # the sentence itself says that it proposes, or who is to act or when stands beside it
LEAST_ALONE = 0.9
SURE_PLACE = 0.93  # the structure's confidence in what stands in a list or table of recommendations
COUNTED_OFF = 0.9  # the structure's confidence in what a sentence that announces proposals counts off
LEAST_COUNTED = 0.005
SURE_ITEM = 0.75  # in a marked item of such a list, whatever its words
# An item counts with less among fellows that it takes for recommendations, if of one of them it is surer.
LEAST_AMONG = 0.15
LEAST_FELLOW = 0.5
LEAST_SURE = 0.85
# What structure and classifier say together, and the share that is right; between the points on a straight line. The shares lie below
# those that `nlp.training.compare` prints for families that the classifier never saw: the rules were written beside those documents.
CALIBRATED = ((0.0, 0.4), (0.3, 0.6), (0.5, 0.75), (0.65, 0.82), (0.75, 0.88), (0.85, 0.93), (0.95, 0.97), (1.0, 0.98))
Beside = Mapping[int, tuple[str | None, str | None]]
"""Owner and time that stand beside a piece of text, by its start."""
# A heading that says nothing but that recommendations follow.
_PLAIN = re.compile(
    r"\W*(?:(?:rekomendasi|saran|masukan|usul(?:an)?)(?:\s+(?:dan|atau)\s+(?:rekomendasi|saran|masukan|usul(?:an)?|tindak\s+lanjut))?|rencana\s+tindak\s+lanjut)(?:\s+(?:kebijakan|tindak(?:\s+lanjut)?|hasil\s+\w+|perbaikan|strategis|umum|kami))?\W*$",
    re.IGNORECASE,
)
_TITLED_ITEM = re.compile(r"[^:?!\"“”()]{6,90}[.;]?$")  # a phrase of one piece
# Whose name opens the item, and what he is asked for.
_ASKED_OF = re.compile(
    r"(?:(?:Pertama|Kedua|Ketiga|Keempat|Kelima|Keenam|Terakhir|Selanjutnya|Berikutnya|Selain\s+itu|Karena\s+itu),\s+)?(?=[A-Zp])(?:[Pp]emerintah|Kementerian|Kemen\w+|Dinas|Badan|Bappe\w+|Komisi|Lembaga|Sekretariat|Inspektorat|Biro|(?:Sub\s?)?[Bb](?:agian|idang)|Seksi|UPT\w?|BK\w+|BP\w+|Dis\w+|DP\w+|Pihak|Kepala|Bupati|Wali\s?[Kk]ota|Gubernur|RSUD|Kecamatan|Universitas|Sekolah)\b"
    r"[^.;:]{0,120}?\s(?:perlu|harus|hendaknya|sebaiknya|seyogianya|seyogyanya|diharapkan|disarankan)\s+(?:\w+\s+){0,3}?(?:me|di|ber)[a-z]{3,}"
)
# `Kami merekomendasikan agar …`, `Karena itu penulis menyarankan kepada Dinas X untuk …`
_WE_PROPOSE = re.compile(
    r"\W*(?:[^.;:]{0,60}?[\s,])?(?:kami|penulis|peneliti|saya|tim(?:\s+(?:magang|kami|penulis|penyusun))?|kelompok(?:\s+(?:kami|\w{1,3}))?)\s+(?:(?:juga|pun|turut|selanjutnya|sangat)\s+)?"
    r"(?:merekomendasikan|menyarankan|mengusulkan|menganjurkan)\s+(?:agar|supaya|kepada|pada|bagi)\s",
    re.IGNORECASE,
)
_OUGHT = re.compile(
    r"(?:Perlu(?:nya)?|Diperlukan|Sebaiknya|Hendaknya|Disarankan|Diharapkan|Dianjurkan|Agar|Supaya)\s+(?!kami\b|kita\b)[a-z]"
)
_PLANS = re.compile(
    r"\b(?:(?:di|me)?minta|akan|hendak|segera|rencana\w*|harap\w*|berharap|mulai|target\w*|janji|cukup|bisa|dapat|paling\s+\w+|sebelum)\b",
    re.IGNORECASE,
)

# `Yang dikerjakan peserta magang` above a column: what they themselves do or did.
_OWN_WORK = re.compile(
    r"\W*(?:yang\s+(?:di)?(?:kerjakan|lakukan|pelajari|ikuti)|(?:kegiatan|tugas|pekerjaan|aktivitas|uraian\s+kegiatan))\s+(?:oleh\s+)?(?:peserta|pemagang|mahasiswa|harian)\b|\W*yang\s+(?:telah|sudah)\s+\w+",
    re.IGNORECASE,
)
# `Setiap Irban memiliki satu orang yang …`: what shall be with each, an item without a word of doing.
_EACH = re.compile(
    r"(?:Setiap|Tiap|Semua|Seluruh)\s+[A-Z]\w+\s+(?:memiliki|mempunyai|punya|ber[a-z]{3,}|me[a-z]{4,}|di[a-z]{4,})\b"
)
# `…, lanjutnya, naik setelah …` of one who tells.
_TOLD_BY = re.compile(
    r",\s(?:lanjut|kata|ujar|tutur|jelas|ungkap|terang|papar|tambah|imbuh|sebut|cerita)nya\b", re.IGNORECASE
)
_SUGGESTS = re.compile(r"\bdi(?:sarankan|rekomendasikan|usulkan|anjurkan)\b(?!\s+oleh\b)", re.IGNORECASE)


def together(
    candidates: Sequence[Candidate],
    judged: Judged,
    *,
    alone: bool = False,
    slides: bool = False,
    beside: Beside = MappingProxyType({}),
    settled: Sequence[tuple[int, int]] = (),
) -> list[Candidate]:
    """What structure and classifier make of the document together, in reading order.

    `settled`: stretches of which the structure knows which parts recommend; the classifier alone adds none there.
    """
    kept: list[Candidate] = []
    outvoted: list[tuple[Candidate, float]] = []
    taken: list[tuple[int, int]] = list(settled)
    letter = bool(judged.rows) and judged.rows[0][0].kind is Kind.LETTER
    for candidate in candidates:
        likely = judged.within(candidate.start, candidate.end)
        if (candidate.running and advises(candidate.text)) or is_english(candidate.text):
            likely = None  # the classifier has read no English
        least = LEAST_RUNNING if candidate.running else LEAST_TABLE if candidate.in_table else LEAST_ITEM
        if candidate.running and (proposes(candidate.text) or is_to_unit(candidate.text)):
            least = LEAST_SAID
        if candidate.running and not letter and _WE_PROPOSE.match(candidate.text):
            least = 0.0  # in so many words, whatever it is about
        if candidate.running and candidate.confidence >= COUNTED_OFF:
            least = 0.0 if _ASKED_OF.match(candidate.text) else min(least, LEAST_COUNTED)
        if (candidate.owner or candidate.time) and (not candidate.running or proposes(candidate.text)):
            least = LEAST_SAID
            if candidate.owner and candidate.time:
                likely = None if likely is None else max(likely, LEAST_FELLOW)  # a plan's row, whatever its words
        if code_before(candidate.text)[1]:
            least = LEAST_SAID  # marked for one side or the other
        if not candidate.running and not candidate.in_table and _EACH.match(candidate.text):
            least = LEAST_SAID
        placed = candidate.confidence >= SURE_PLACE and not candidate.running and candidate.text[:1].isalnum()
        if placed and (is_action(candidate.text) or acts_behind_label(candidate.text)):
            least = 0.0  # `Pengadaan aplikasi presensi` below `Rekomendasi`: short nouns of doing tell the classifier little
        if not candidate.running and proposes(candidate.text):
            least = min(least, LEAST_SAID)
        if not candidate.running and not candidate.in_table and _SUGGESTS.search(candidate.text):
            least = 0.0  # below a heading of recommendations, in words that only recommend
        advice = any(FOR_WHOM.match(bare_heading(line)) for line in candidate.above)
        if advice and placed and not candidate.in_table and has_modal(candidate.text):
            least = 0.0  # `Bagi Pemerintah Provinsi X`: the classifier has read little advice to hosts
        if (
            placed
            and not candidate.in_table
            and _OUGHT.match(candidate.text)
            and _below(candidate, _PLAIN, any_line=True)
        ):
            least = 0.0  # `Perlu dilakukan peremajaan …` in such a list
        if placed and not candidate.in_table and _ASKED_OF.match(candidate.text) and _below(candidate, _PLAIN):
            least = 0.0  # `Kementerian X perlu mendorong …` in a list below `Rekomendasi`, whatever it is about
        if not candidate.running and acts_behind_label(candidate.text):
            least = 0.0  # `Bagian Organisasi: tetapkan …` in a section, listed or not
        if placed and unit_acts(candidate.text):
            least = min(least, LEAST_SAID)
        taken.append((candidate.start, candidate.end))
        if likely is None or likely >= least:
            kept.append(candidate if likely is None else replace(candidate, confidence=_both(candidate, likely)))
        elif not candidate.running and not candidate.in_table:
            outvoted.append((candidate, likely))
    kept += _below_plain(outvoted, kept)
    covered = Stretches(taken)
    fellows = _fellows(judged, slides=slides) if not alone else frozenset()
    for piece, likely in judged.rows:
        least = 0.5 if alone else LEAST_AMONG if piece in fellows else LEAST_ALONE
        if likely < least or covered.touches(piece.start, piece.end):
            continue
        opening = [depth for depth, line in enumerate(piece.headings) if opens_section(line)]
        aims = piece.kind is Kind.OTHER or any(AIMS.search(line) for line in piece.headings[:1])
        avoided = any(AVOID.match(bare_heading(line)) for line in piece.headings[:1])
        if piece.column and 0 not in opening and _OWN_WORK.match(piece.column):
            continue
        told = (
            bool(piece.headings)
            and aims
            and bool(BOUNDARY.match(bare_heading(piece.headings[0])))
            and (not opening or opening[0] > 0)
        )
        if told or DATELINE.match(piece.text) or _is_reported(piece.text) or (not opening and _only_tells(piece)):
            continue
        if piece.text.endswith(":") or (aims and not opening) or avoided or is_rejected(piece.text):
            continue
        kept.append(
            Candidate(
                piece.start,
                piece.end,
                piece.text,
                ((piece.start, piece.end),),
                piece.headings[: opening[0] + 1] if opening else _for_whom(piece, slides=slides),
                *beside.get(piece.start, (None, None)),
                confidence=0.75 * likely,
                in_table=piece.place == "cell",
                running=not opening,
            )
        )
    return sorted(kept, key=lambda candidate: candidate.start)


def _below(candidate: Candidate, heading: re.Pattern[str], *, any_line: bool = False) -> bool:
    """The nearest heading above a candidate is such a one, or any of those above it."""
    lines = candidate.above if any_line else candidate.above[:1]
    return any(heading.match(bare_heading(line)) for line in lines)


def _for_whom(piece: Piece, *, slides: bool) -> tuple[str, ...]:
    """The heading above a piece where none announces recommendations: a slide's, or one that says for whom they are."""
    return tuple(line for line in piece.headings[:1] if slides or FOR_WHOM.match(line))


def _below_plain(outvoted: Sequence[tuple[Candidate, float]], kept: Sequence[Candidate]) -> list[Candidate]:
    """`Loket prioritas untuk lansia` among other items below `Saran`: what such a heading lists is one, if most of its list is."""
    found: list[Candidate] = []
    for candidate, likely in outvoted:
        if not candidate.above or not _PLAIN.match(bare_heading(candidate.above[0])):
            continue
        if (
            candidate.confidence < SURE_ITEM
            or not _TITLED_ITEM.match(candidate.text)
            or not candidate.text[:1].isupper()
        ):
            continue
        beside = sum(other.above == candidate.above and not other.running for other in kept)
        if beside >= max(1, sum(other.above == candidate.above for other, _ in outvoted)):
            found.append(replace(candidate, confidence=_both(candidate, likely)))
    return found


def _only_tells(piece: Piece) -> bool:
    """A sentence without any word of proposing, asking or planning."""
    if piece.place not in ("sentence", "paragraph") or not piece.text.rstrip('”"').endswith("."):
        return False
    text = piece.text
    return not (
        is_action(text) or has_modal(text) or speaks_of_proposing(text) or is_passive(text) or _PLANS.search(text)
    )


def _is_reported(text: str) -> bool:
    """What one who was named before tells of: `…, lanjutnya, naik …`."""
    return bool(_TOLD_BY.search(text)) and not (has_modal(text) or speaks_of_proposing(text))


class Stretches:
    """Stretches of a text, asked whether one of them shares a character with another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))  # the farthest end up to here

    def touches(self, start: int, end: int) -> bool:
        place = bisect_left(self._starts, end)
        return place > 0 and self._ends[place - 1] > start


def _fellows(judged: Judged, *, slides: bool) -> frozenset[Piece]:
    """Actions in a list most of which the classifier takes for recommendations, one of them for sure: they share its trust.

    On slides the boxes of one slide are such a list.
    """
    places = {"item", "paragraph"} if slides else {"item"}
    lists: dict[tuple[str, ...], list[tuple[Piece, float]]] = {}
    for piece, likely in judged.rows:
        if piece.place in places and piece.headings and is_action(piece.text) and piece.text.count(" ") > 1:
            lists.setdefault(piece.headings, []).append((piece, likely))
    return frozenset(
        piece
        for items in lists.values()
        if 2 * sum(likely >= LEAST_FELLOW for _, likely in items) >= max(2, len(items))
        and max(likely for _, likely in items) >= LEAST_SURE
        for piece, _ in items
    )


def _both(candidate: Candidate, likely: float) -> float:
    """The confidence of structure and classifier together: the mean of their log odds."""
    odds = [math.log(share / (1 - share)) for share in (candidate.confidence, min(max(likely, 0.01), 0.99))]
    return 1 / (1 + math.exp(-sum(odds) / 2))


def calibrated(confidence: float) -> float:
    """The share that is right of the recommendations of this confidence."""
    for (low, share), (high, next_share) in pairwise(CALIBRATED):
        if confidence <= high:
            return round(share + (next_share - share) * (confidence - low) / (high - low), 3)
    return CALIBRATED[-1][1]

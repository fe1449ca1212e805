"""What the classifier must at least say of a candidate for it to stay: the less, the clearer its place and its words."""

import re

from nlp.components.recommendation_candidates import Candidate
from nlp.components.recommendation_legend import code_before
from nlp.components.recommendation_lists import acts_behind_label
from nlp.components.recommendation_sides import FOR_WHOM
from nlp.components.recommendation_wordings import is_to_unit
from nlp.components.recommendation_words import bare_heading, has_modal, is_action, proposes, unit_acts

# Probabilities below which the classifier outvotes the structure; `nlp.training.compare` measures them.
LEAST_ITEM = 0.03
LEAST_TABLE = 0.02
LEAST_RUNNING = 0.05
LEAST_SAID = 0.01  # the sentence itself says that it proposes, or who is to act or when stands beside it
LEAST_COUNTED = 0.005
LEAST_CERTAIN = 0.0  # place and words together leave no doubt
SURE_PLACE = 0.93  # the structure's confidence in what stands in a list or table of recommendations
COUNTED_OFF = 0.9  # the structure's confidence in what a sentence that announces proposals counts off
# A heading that says nothing but that recommendations follow.
_PLAIN = re.compile(
    r"\W*(?:(?:rekomendasi|saran|masukan|usul(?:an)?)(?:\s+(?:dan|atau)\s+(?:rekomendasi|saran|masukan|usul(?:an)?|tindak\s+lanjut))?|rencana\s+tindak\s+lanjut)(?:\s+(?:kebijakan|tindak(?:\s+lanjut)?|hasil\s+\w+|perbaikan|strategis|umum|kami))?\W*$",
    re.IGNORECASE,
)
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
# `Setiap Irban memiliki satu orang yang …`: what shall be with each, an item without a word of doing.
_EACH = re.compile(
    r"(?:Setiap|Tiap|Semua|Seluruh)\s+[A-Z]\w+\s+(?:memiliki|mempunyai|punya|ber[a-z]{3,}|me[a-z]{4,}|di[a-z]{4,})\b"
)
_SUGGESTS = re.compile(r"\bdi(?:sarankan|rekomendasikan|usulkan|anjurkan)\b(?!\s+oleh\b)", re.IGNORECASE)


def least_for(candidate: Candidate, *, letter: bool) -> float:
    """The probability below which the classifier outvotes the structure. `letter`: whether the document is one."""
    if candidate.running:
        return _least_for_sentence(candidate, letter=letter)
    if _is_certain(candidate):
        return LEAST_CERTAIN
    if _says_so(candidate):
        return LEAST_SAID
    return LEAST_TABLE if candidate.in_table else LEAST_ITEM


def is_planned(candidate: Candidate) -> bool:
    """Who is to act or by when stands beside it; beside a sentence both may stand for something else, unless it proposes."""
    return bool(candidate.owner or candidate.time) and (not candidate.running or proposes(candidate.text))


def is_below_plain(candidate: Candidate) -> bool:
    """The nearest heading above a candidate says nothing but that recommendations follow."""
    return any(_PLAIN.match(bare_heading(line)) for line in candidate.above[:1])


def _least_for_sentence(candidate: Candidate, *, letter: bool) -> float:
    text = candidate.text
    if code_before(text)[1] or is_planned(candidate):
        return LEAST_SAID  # marked for one side or the other, or a plan's
    counted = candidate.confidence >= COUNTED_OFF
    if (counted and _ASKED_OF.match(text)) or (not letter and _WE_PROPOSE.match(text)):
        return LEAST_CERTAIN  # in so many words, whatever it is about
    if counted:
        return LEAST_COUNTED
    return LEAST_SAID if proposes(text) or is_to_unit(text) else LEAST_RUNNING


def _is_certain(candidate: Candidate) -> bool:
    """Of an item or a cell: its place and its words leave no doubt, whatever it is about."""
    text = candidate.text
    if acts_behind_label(text):
        return True  # `Bagian Organisasi: tetapkan …` in a section, listed or not
    placed = _is_placed(candidate)
    if placed and is_action(text):
        return (
            True  # `Pengadaan aplikasi presensi` below `Rekomendasi`: short nouns of doing tell the classifier little
        )
    if candidate.in_table:
        return False
    return _SUGGESTS.search(text) is not None or (placed and _is_certain_in_list(candidate))


def _is_certain_in_list(candidate: Candidate) -> bool:
    """The same of what stands in a list of recommendations."""
    text = candidate.text
    if has_modal(text) and any(FOR_WHOM.match(bare_heading(line)) for line in candidate.above):
        return True  # `Bagi Pemerintah Provinsi X`: the classifier has read little advice to hosts
    if _OUGHT.match(text) and any(_PLAIN.match(bare_heading(line)) for line in candidate.above):
        return True  # `Perlu dilakukan peremajaan …`
    return _ASKED_OF.match(text) is not None and is_below_plain(candidate)  # `Kementerian X perlu mendorong …`


def _says_so(candidate: Candidate) -> bool:
    """Of an item or a cell: its own words, a mark or what stands beside it say that it is one."""
    text = candidate.text
    if is_planned(candidate) or code_before(text)[1] or proposes(text):
        return True
    if not candidate.in_table and _EACH.match(text):
        return True
    return _is_placed(candidate) and unit_acts(text)


def _is_placed(candidate: Candidate) -> bool:
    """In a list or table of recommendations, from its first word on."""
    return candidate.confidence >= SURE_PLACE and candidate.text[:1].isalnum()

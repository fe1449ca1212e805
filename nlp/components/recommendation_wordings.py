"""The wordings of recommendations: how sure a sentence is one, by its words and by those around it."""

import re
from functools import lru_cache

from nlp.components.recommendation_heading_words import NOT_OPENER
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_units import SENTENCE_END
from nlp.components.recommendation_words import (
    MODAL,
    is_action,
    is_own_voice,
    is_rejected,
    is_state,
    may_propose,
    of_others,
    proposes,
)
from nlp.components.small_letters import small_letters
from nlp.extraction import Kind
from nlp.pages import BlockKind

# Of small letters.
_RECOMMENDS = re.compile(
    r"\b(?:hal\s+(?:\w+\s+){0,3}?(?:di)?titip(?:kan)?|titipan|rekomendasi|saran|usul(?:an)?|masukan|tindak\s+lanjut|rencana\s+aksi|langkah(?:[\s-]langkah)?\s+(?:perbaikan|yang|tindak)"
    r"|(?:me|di)?rekomendasikan(?:nya)?|(?:meny|di\s?s|s)arankan(?:nya)?|(?:meng|di)?usulkan(?:nya)?"
    r"|(?:dapat|perlu|bisa)\s+(?:di\s?)?(?:adopsi|tindaklanjuti|terapkan|replikasi|lakukan)"
    r"|hal(?:-hal)?\s+yang\s+(?:kiranya\s+|mungkin\s+)?(?:(?:patut|perlu|layak)\s+(?:menjadi\s+perhatian|diperhatikan|dipertimbangkan)|(?:bermanfaat|berguna)\s+(?:bagi|untuk)))\b",
)
SPEAKS_OF_PROPOSALS = re.compile(
    r"\b(?:hal\s+(?:\w+\s+){0,3}?(?:di)?titip(?:kan)?|titipan|rekomendasi|usul(?:an)?|saran|masukan|(?:meng|di)usulkan(?:nya)?|(?:me|di)rekomendasikan(?:nya)?|(?:meny|dis)arankan(?:nya)?)\b",
    re.I,
)
_OWN = re.compile(r"\b(?:kami|penulis|tim|peserta)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:kita|kami)\b", re.IGNORECASE)
# `Dinas X diminta merestorasi …`: who is asked, then what.
_ASKED = re.compile(
    r"\b(?<!yang\s)(?:diminta|ditugaskan|didorong|diinstruksikan|diperintahkan|diimbau|diharapkan|(?:di)?mohon|disarankan)\s+(?:untuk\s+|agar\s+|supaya\s+|segera\s+|dapat\s+|juga\s+|turut\s+)*(?:me[a-z]{4,}|di[a-z]{4,}|ber[a-z]{3,}|bikin|buka|buat|kirim|siapkan)\b",
    re.IGNORECASE,
)
UNIT = (
    r"(?:dinas|badan|biro|bagian|bidang|inspektorat|sekretariat|sekda|setda|bkd|bkpsdm\w*|bpsdm\w*|bappeda\w*|bapperida|bpkad|bpkd|bapenda|rsud|rumah\s+sakit|puskesmas|satpol|bpbd|kecamatan|camat|kelurahan|desa|sekolah|bumd\w*"
    r"|d(?:is|in)[a-z]{3,9}|kominfo|opd|perangkat\s+daerah|kepala\s+\w+|direktur|bupati|wali\s?kota|gubernur|pemkab|pemkot|pemprov|pemerintah|atasan|pimpinan)"
)
_UNIT_ASKED = re.compile(
    rf"^\W*(?:\w+,?\s+){{0,3}}?{UNIT}\b[^.;:]{{0,90}}?\b(?<!yang\s)(?:diminta|ditugaskan|didorong|diharapkan|dimohon|kiranya|hendaknya|sebaiknya|perlu|harus|supaya|agar)\s+(?:segera\s+|dapat\s+|juga\s+|untuk\s+)?(?:me[a-z]{{4,}}|di[a-z]{{4,}}|ber[a-z]{{3,}}|mulai)\b",
    re.IGNORECASE,
)
# `Untuk Biro Organisasi, ia meminta …`, `Kepada BKD: alangkah baiknya …`, `Bagi Dinas X, pelajarannya murah: anggarkan …`.
_TO_UNIT = re.compile(
    rf"^\W*(?:adapun\s+|sedangkan\s+|sementara\s+|dan\s+|khusus\s+|terakhir,?\s+)?(?:untuk|bagi|kepada|buat)\s+(?:bapak\s+|ibu\s+|pihak\s+|rekan\s+|kawan\s+|teman\s+)?{UNIT}\b",
    re.IGNORECASE,
)
_REQUESTED = re.compile(
    r"\b(?:(?:kami|saya|ia|mereka|kita|penulis|tim)\s+(?:\w+\s+)?(?:meminta|minta|(?:me)?mohon|(?:me)?n?itip(?:kan)?|(?:meng)?usul(?:kan)?|(?:me)?ny?arankan|sarankan|(?:meng)?harap(?:kan)?|berharap)|alangkah\s+baiknya|sebaiknya|hendaknya|kiranya|agar|supaya|diminta|diharapkan|disarankan|diusulkan)\b",
    re.IGNORECASE,
)
# `… menyodorkan empat hal kepada pimpinan.`
_ANNOUNCED = re.compile(
    r"\b(?:dua|tiga|empat|lima|enam|beberapa|sejumlah)\s+(?:hal|usul(?:an)?|saran|rekomendasi|butir|poin|masukan|gagasan|langkah|perubahan)\s+yang\s+(?:akan|hendak|ingin)\s+(?:ia\s+|kami\s+|segera\s+)?(?:di)?(?:sampaikan|usulkan|laporkan|bawa|ajukan|titipkan|mintakan)(?:nya)?\b"
    r"|\b(?:mengusulkan|menyodorkan|menyampaikan|menitipkan|mengajukan|merumuskan|menawarkan|membawa|merangkum|meninggalkan)\s+(?:\w+\s+){0,2}?(?:hal|usul(?:an)?|saran|rekomendasi|catatan|butir|poin|masukan|gagasan|permintaan)\b",
    re.IGNORECASE,
)
# `mencatat beberapa pekerjaan untuk dinasnya: …`, `membawa pulang tiga pekerjaan rumah, yakni …`: what the guests will do at home.
# Of small letters.
FOR_HOME = re.compile(
    r"\b(?:pekerjaan|tugas|agenda|oleh-oleh|bekal|langkah|hal|rencana|perubahan|catatan|perbaikan)\b[^.;:]{0,60}?\b(?:untuk|bagi|yang\s+akan\s+di\w+(?:\s+oleh)?)\s+"
    r"(?P<unit>(?:dinas|badan|kantor|instansi|inspektorat|biro|bagian|rumah\s+sakit|daerah|kota|kabupaten)(?:nya\b|\s+(?:mereka|asalnya|asal|sendiri)\b))"
    r"|\b(?:pekerjaan\s+rumah\b|(?:mem|di)?bawa\s+pulang\s+\w+\s+(?:pekerjaan|agenda|langkah|hal|rencana|perubahan)\b)",
)
_AT_LEAST = re.compile(
    r"\b(?:sekurang-kurangnya|setidaknya|setidak-tidaknya|paling\s+tidak|minimal)\s+me[a-z]{4,}", re.IGNORECASE
)
_LABELLED_ACTION = re.compile(r"^[A-Z][^:.;]{2,60}:\s+(?=\S+\s+\S)")
# `Keempat, seorang arsiparis dikirim …`, `Lalu Biro Organisasi memperbarui …`.
_COUNTED = re.compile(
    rf"^\W*(?:(?:pertama|kedua|ketiga|keempat|kelima|keenam|terakhir|berikutnya|selanjutnya)\s*,\s|(?:lalu|kemudian)\s+{UNIT}\b)[^.;]{{0,100}}?\b(?:di|me)[a-z]{{4,}}",
    re.IGNORECASE,
)
# `Maka BPBD sebaiknya menetapkan …`, `Mengenai sekolah, Dinas X kiranya dapat mewajibkan …`: advice to a unit, wherever it stands.
_UNIT_ADVISED = re.compile(
    rf"^\W*(?:(?:mengenai|soal|tentang|terkait|adapun|untuk|bagi)\s[^,.;]{{3,50}},\s+)?(?:(?:maka|karena\s+itu|oleh\s+karena\s+itu|oleh\s+sebab\s+itu|untuk\s+itu|selain\s+itu|lalu|kemudian|selanjutnya),?\s+)?(?:\w+\s+)?{UNIT}\b[^.;:,]{{0,90}}?"
    r"\b(?:kiranya|hendaknya|sebaiknya|baiknya|seyog(?:ia|ya)nya)\s+(?:segera\s+|dapat\s+|juga\s+|pula\s+)*(?:me[a-z]{4,}|di[a-z]{4,}|ber[a-z]{3,})\b",
    re.IGNORECASE,
)
# `Ia mengusulkan agar …` in an article: who was named in the sentence before.
_HE_PROPOSES = re.compile(
    rf"^\W*(?:(?:selain\s+itu|di\s+samping\s+itu|sementara\s+itu|terakhir|kemudian|karena\s+itu|untuk\s+itu),?\s+)?(?:ia|dia|mereka|keduanya)\s+(?:(?:juga|pun|lalu|lantas|akan|hendak|ingin|berencana)\s+){{0,2}}(?:mengusulkan|menyarankan|merekomendasikan|menganjurkan|(?:meminta|mendorong|berharap)\s+(?:agar|supaya)\s+(?-i:[A-Z])|(?:meminta|mendorong|menugaskan)\s+(?:para\s+)?{UNIT}\b[^.;:,]{{0,60}}?\s(?:me[a-z]{{4,}}|untuk|agar)\b)"
    # `Salah satu yang akan ia ajukan ialah agar …`, `Yang hendak mereka bawa pulang adalah supaya …`
    r"|^\W*(?:\w+\s+){0,2}?(?:yang|hal|usul(?:an)?(?:nya)?|gagasan(?:nya)?)\s+(?:(?:akan|hendak|ingin|segera|pertama)\s+)?(?:(?:ia|dia|mereka|kami|pihaknya)\s+)?(?:akan\s+)?(?:di)?(?:ajukan|usulkan|sampaikan|laporkan|tawarkan|bawa)(?:nya)?(?:\s+(?!bahwa\b)\w+){0,3}?\s+(?:ialah|adalah|yaitu|yakni)\s+(?:agar|supaya)\b",
    re.IGNORECASE,
)
_DECIDED_LEAD = re.compile(
    r"\b(?:putuskan|memutuskan|sepakati?|bersepakat|menyepakati|disepakati|diputuskan)\s+(?:bahwa|agar|supaya)$",
    re.IGNORECASE,
)
# `perahu perpustakaan Ibu`, `koleksi Bapak`: what belongs to the one whom a letter goes to.
_YOURS = re.compile(r"\b[a-z]{4,}\s+(?:Bapak|Ibu|Saudara)\b(?!/)")
# In minutes: `Inspektorat mengusulkan agar …`, `Menurutnya, Dinas X perlu memasang …`.
_MEMBER_PROPOSES = re.compile(
    rf"\W*(?:(?:perwakilan|kepala|sekretaris|sdr\.?|bapak|ibu)\s+)*(?:{UNIT}|ketua|peserta|tim|kelompok)\b[^.;:]{{0,60}}?\b(?:mengusulkan|menyarankan|merekomendasikan)\s+(?:agar|supaya)\b"
    rf"|(?i:menurut(?:nya|\s+(?:beliau|[A-Z]\w+))),\s+{UNIT}\b[^.;:]{{0,60}}?\b(?:perlu|hendaknya|sebaiknya|harus)\s+(?:segera\s+)?me[a-z]{{4,}}",
    re.IGNORECASE,
)
_TOLD_OF = re.compile(r"\W*\w+\s+(?:ini|itu|tersebut|tadi)\b", re.IGNORECASE)  # `Pengiriman ini buah dari …`
_TWO_SIDES = {"agar", "supaya", "wajib"}  # a purpose or a duty as often as a proposal
_TO_WHOM = re.compile(r"(?:kepada|bagi|untuk|agar|[A-Z][\w ,]{2,80}\bagar\b)", re.IGNORECASE)
_IS_DONE = re.compile(r"\bdi[a-z]{4,}\b")


@lru_cache(maxsize=2048)
def speaks_of_recommending(text: str) -> bool:
    """Whether `text` has a word for recommendations or for making one."""
    return _RECOMMENDS.search(small_letters(text)) is not None


def is_for_home(text: str) -> bool:
    """Whether `text` says that something is to be done at home."""
    return FOR_HOME.search(small_letters(text)) is not None


def announces(lead: str) -> bool:
    """Whether the words before counted items say that those are proposals of the writers."""
    if _DECIDED_LEAD.search(lead):
        return not of_others(lead)
    if not (speaks_of_recommending(lead) or is_for_home(lead)) or NOT_OPENER.search(lead) or is_rejected(lead):
        return False
    return bool(_OWN.search(lead)) or not of_others(lead)


def likely_in_section(text: str, *, mixed: bool, led: bool) -> float | None:
    """How sure a sentence below a heading of recommendations is one; None where it is none. `led`: a lead-in announced it."""
    if is_rejected(text) or is_state(text) or (of_others(text) and not is_own_voice(text)):
        return None
    if proposes(text):
        return 0.95
    if _ASKED.search(text) or _UNIT_ASKED.match(text):
        return 0.85
    if not mixed and _COUNTED.match(text):
        return 0.8
    modal = MODAL.search(small_letters(text))
    label = _LABELLED_ACTION.match(text)
    if not mixed and (_AT_LEAST.search(text) or (label and is_action(text[label.end() :]))):
        return 0.75
    if (modal and modal.group() not in _TWO_SIDES) or (is_action(text) and not mixed):
        return 0.85
    if modal and _TO_WHOM.match(text):
        return 0.8
    told = _TOLD_OF.match(text) is not None
    return 0.7 if led and not mixed and not told and _IS_DONE.search(text) else None


def is_his_proposal(text: str) -> bool:
    """`Ia mengusulkan agar …`: one who was named before proposes."""
    return _HE_PROPOSES.match(text) is not None


def is_asked_of_unit(text: str) -> bool:
    """`RSUD X diminta membuka …`: a unit, and that it is asked to do something."""
    return _UNIT_ASKED.match(text) is not None and not is_rejected(text)


def is_to_unit(text: str) -> bool:
    """`Kepada BKD: …`, `Untuk Biro X, ia meminta …`: a unit is addressed, then told what it should do."""
    led = _TO_UNIT.match(text)
    if led is None:
        return False
    colon = text.find(": ", led.end())
    return bool(_REQUESTED.search(text, led.end())) or (0 < colon < 90 and is_action(text[colon + 2 :]))


def likely_in_running(text: str, unit: Unit, kind: Kind, *, aims: bool) -> float | None:
    """How sure a sentence outside such a section is one. `aims`: it stands where aims, duties or findings are told."""
    if kind is Kind.OTHER:
        return 0.9 if _MEMBER_PROPOSES.match(text) and not is_rejected(text) else None
    if proposes(text):
        return 0.9
    likely = _likely_of_unit(text, unit, kind)
    if likely is not None and not is_rejected(text):
        return likely
    if not may_propose(text) or (unit.kind is BlockKind.NOTE and not _OURS.search(text)):
        return None
    if kind is Kind.NEWS and SPEAKS_OF_PROPOSALS.search(unit.text.replace(text, " ")):
        return 0.82
    if _is_announced(text, unit, kind):
        return 0.82
    return None if kind is Kind.LETTER or aims else 0.72


def _likely_of_unit(text: str, unit: Unit, kind: Kind) -> float | None:
    """How sure a sentence is one that asks a unit to do something, in the words of its writer or of one of whom it tells."""
    advised = is_to_unit(text) or (kind is Kind.REPORT and _UNIT_ADVISED.match(text))
    if advised and unit.kind is not BlockKind.NOTE:
        return 0.85
    if kind is Kind.NEWS and is_his_proposal(text):
        return 0.82
    if kind is Kind.LETTER or not _UNIT_ASKED.match(text):
        return None
    if _is_announced(text, unit, kind):
        return 0.82
    return 0.72 if kind is Kind.NEWS and not of_others(text) else None


def _is_announced(text: str, unit: Unit, kind: Kind) -> bool:
    """Whether a sentence before `text` in its paragraph proposes or says that proposals follow."""
    before = SENTENCE_END.split(unit.text.split(text)[0])
    if kind is Kind.LETTER and _YOURS.search(text):
        before = SENTENCE_END.split(unit.text.replace(text, " "))  # advice to the reader, a word of proposing behind it
    return any(proposes(other) or _ANNOUNCED.search(other) for other in before)

"""Where no heading opens a section of recommendations but a sentence does, and where a web page's rest begins."""

import re
from collections.abc import Sequence

from nlp.components.recommendation_heading_words import NOT_OPENER
from nlp.components.recommendation_legend import code_before, marks_of
from nlp.components.recommendation_marks import Unit
from nlp.components.recommendation_sentences import LEAD_IN
from nlp.components.recommendation_timelines import is_time
from nlp.components.recommendation_wordings import speaks_of_recommending
from nlp.components.recommendation_words import (
    is_action,
    is_own_voice,
    is_rejected,
    of_others,
)
from nlp.pages import BlockKind

# `Kepada : DINAS PERHUBUNGAN` above a list of its own, in an annex.
TO_UNIT = re.compile(
    r"(?:kepada|untuk|bagi)\s*:?\s*(?:dinas|badan|biro|bagian|inspektorat|sekretariat|rsud|satuan|kecamatan|rumah\s+sakit)\b[^:]{2,80}:?$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:diminta|dimohon|diharapkan|disarankan|diusulkan|direkomendasikan|diinstruksikan|kami\s+minta)\b[^.]{0,60}$",
    re.IGNORECASE,
)
# `Mohon arahan Bapak, kiranya hal-hal berikut dapat diperintahkan:`, `dimohonkan kiranya Bapak Bupati berkenan menyetujui:`.
_REQUESTS = re.compile(
    r"\b(?:kiranya|(?:di|me)?mohon(?:kan)?|titip(?:an|kan)?|menitip(?:kan)?|pesan\s+kami|permintaan|permohonan)\b",
    re.IGNORECASE,
)
# What a letter asks for that is no change: to come, to send people or papers, to receive guests.
_FOR_VISIT = re.compile(
    r"\b(?:hadir|kehadiran|mengirim(?:kan)?|menugaskan|menerima|peserta|syarat|persyaratan|maaf|maklum|dimaklumi|pengertian|karena|sebab|(?:di|me)tunda|ketentuan|dokumen|lampiran|melampirkan|konfirmasi|undang\w*|jadwal|data\s+diri|informasi|izin|ijin|menyiapkan|membawa|berkas)\b",
    re.IGNORECASE,
)
# `Menjawab surat Saudara hal Permohonan Magang …`: what the letter that is answered asked for.
_ANSWERED = re.compile(
    r"\b(?:surat|hal|perihal|(?:men)?jawab(?:an)?|membalas|balasan|memenuhi|menindaklanjuti|menanggapi|atas)\b[^.;]{0,140}?\b(?:permohonan|permintaan)\b",
    re.IGNORECASE,
)
# `Memperhatikan Rencana Aksi …, bersama ini kami sampaikan hal-hal berikut:`: what the writing rests on.
_PREAMBLE = re.compile(
    r"\W*(?:menindaklanjuti|memperhatikan|menunjuk|merujuk|membalas|menjawab|memenuhi|menanggapi|sehubungan\s+dengan|berkenaan\s+dengan|berdasarkan|mengacu)\b"
    r".*?,\s+(?=(?:maka|bersama\s+(?:ini|surat)|dengan\s+(?:ini|hormat)|(?:dapat\s+|perlu\s+)?(?:kami|disampaikan|diberitahukan))\b)",
    re.IGNORECASE | re.DOTALL,
)
# `…, diberitahukan dengan hormat bahwa:`: what follows is told.
_TELLS_THAT = re.compile(
    r"\b(?:beritahukan|sampaikan|informasikan|kabarkan|jelaskan|maklumkan|laporkan|terangkan)\b[^.:]{0,60}\bbahwa\s*:?\s*$",
    re.IGNORECASE,
)
# `Berikut kami kabarkan apa yang akan ditempuh di X:`, `beberapa langkah yang segera kami benahi:`
_WILL_DO = re.compile(
    r"\b(?:apa(?:\s+saja)?|hal(?:[\s-]hal)?|langkah(?:[\s-]langkah)?|upaya|perubahan|perbaikan|pembenahan|pekerjaan(?:\s+rumah)?)\s+yang\s+"
    r"(?:(?:akan|hendak|segera|ingin|harus|perlu)\s+)+(?:(?:kami|kita|mereka|segera|juga)\s+)*"
    r"(?:(?:di\s?)?(?:tempuh|benahi|bawa\s+pulang|terapkan|ubah|perbaiki|tindaklanjuti|wujudkan|kerjakan|tiru|adopsi|adaptasi|jalankan)|ambil)\b"
    r"|\b(?:kami|kita)\s+(?:akan|hendak|berencana|segera)\s+(?:menempuh|mengerjakan|membenahi|menindaklanjuti|melakukan\s+(?:pembenahan|perbaikan|perubahan))\b[^.]{0,60}$",
    re.IGNORECASE,
)
# What an internship itself is made of: its programme.
_PROGRAMME = re.compile(
    r"\b(?:selama|materi|peserta|panitia|kunjungan\s+(?:ini|tersebut)|acara|rangkaian)\b", re.IGNORECASE
)
_TO_DO = re.compile(
    r"\b(?:agar|supaya|untuk|hendaknya|sebaiknya|perlu|diminta|me[a-z]{4,}|(?<!yang\s)di[a-z]{4,})\b", re.IGNORECASE
)
# In minutes: `Pihak yang Menyerahkan menyampaikan saran kepada Pihak yang Menerima:`.
_TO_PARTY = re.compile(
    r"\bpihak\s+(?:yang\s+\w+|kesatu|pertama|kedua|ketiga)\s[^.:]{0,60}\b(?:saran|usul(?:an)?|masukan|rekomendasi)\b[^.:]{0,30}\bkepada\s+pihak\b",
    re.IGNORECASE,
)
# `Rekomendasi. Inspektur Daerah agar:` in a paragraph, behind `Kondisi. …`, `Sebab. …`
_NAMED_LEAD = re.compile(
    r"(?:^|(?<=[.!?;])\s)(?:rekomendasi|saran|usul(?:an)?|anjuran)\s*[.:–—-]\s+(?=[A-Z])[^.:]{3,160}\b(?:agar|supaya|untuk|hendaknya|sebaiknya|perlu|diminta)\b[^.:]{0,60}:$",
    re.IGNORECASE,
)
_FIRST = re.compile(r"(?:pertama|kedua|ketiga|keempat|kelima|keenam|terakhir)\s*,\s", re.IGNORECASE)
_OFFICE = re.compile(r"(?:kepala|direktur|sekretaris|inspektur|kabag|kabid|camat|sdr|bapak|ibu|para)\b", re.IGNORECASE)
_WEB_REST = re.compile(
    r"\b(?:baca\s+juga|berita\s+(?:lain|terkait|terbaru)|komentar|pos\s+terkait|artikel\s+terkait|rekomendasi\s+untuk\s+anda|ikuti\s+juga)\b",
    re.IGNORECASE,
)
_WEB_END = re.compile(r"komentar|berita\s+lain|pos\s+terkait|artikel\s+terkait", re.IGNORECASE)


def opens_by_sentence(units: Sequence[Unit], index: int) -> bool:
    """`Kami menyarankan hal-hal sebagai berikut:` before a list opens a section as a heading does."""
    unit = units[index]
    below = units[index + 1 : index + 5]
    following = next((other for other in below if other.page == unit.page and not is_time(other.text)), None)
    following = following if following is not None else next(iter(below), None)
    if unit.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or following is None:
        return False
    if code_before(following.text)[1] and speaks_of_recommending(unit.text) and marks_of(unit.text):
        return True
    if unit.mark_kind is not None and (following.mark_kind in (None, unit.mark_kind) or not LEAD_IN.search(unit.text)):
        return False
    if TO_UNIT.match(unit.text):
        return _is_list(following)
    if not LEAD_IN.search(unit.text):
        return False
    if following.mark_kind is not None and _NAMED_LEAD.search(unit.text):
        return True
    if _ASKS.search(unit.text) and _FIRST.match(following.text):
        return True
    last = _PREAMBLE.sub("", re.split(r"(?<=[.!?])\s+(?=[A-Z])", unit.text)[-1])
    if _TELLS_THAT.search(last) and not speaks_of_recommending(last):
        return False
    if _REQUESTS.search(_ANSWERED.sub(" ", last)) and not _FOR_VISIT.search(last):
        return _counts_actions(units[index + 1 : index + 7])
    if _WILL_DO.search(last) and not _FOR_VISIT.search(last) and not _PROGRAMME.search(last):
        return _counts_actions(units[index + 1 : index + 7]) or _holds_actions(units[index + 1 : index + 13])
    if not speaks_of_recommending(last) or NOT_OPENER.search(last) or is_rejected(last.rstrip(" .")):
        return False
    if of_others(last) and not (to_party(last) or is_own_voice(last)):
        return False
    return following.mark_kind is not None or is_action(following.text)


def to_party(text: str) -> bool:
    """One of the parties to minutes advises the other."""
    return "ihak" in text and _TO_PARTY.search(text) is not None


def _counts_actions(below: Sequence[Unit]) -> bool:
    """The list that begins here holds what is to be done: most of its items act or ask."""
    items = [unit for unit in below if unit.mark_kind == below[0].mark_kind and unit.mark_kind is not None]
    doing = sum(1 for unit in items if is_action(unit.text) or _TO_DO.search(unit.text))
    return bool(items) and 2 * doing > len(items)


def _holds_actions(below: Sequence[Unit]) -> bool:
    """The table that begins here has what is to be done in one of its columns."""
    cells = [unit for unit in below if unit.kind is BlockKind.CELL and unit.owner.table == below[0].owner.table]
    return below[0].kind is BlockKind.CELL and sum(is_action(cell.text) for cell in cells if " " in cell.text) > 1


def _is_list(following: Unit) -> bool:
    """Numbered items of some length: actions, not the offices that a letter goes to."""
    return following.mark_kind is not None and len(following.text.split()) > 4 and not _OFFICE.match(following.text)


def belongs(unit: Unit) -> bool:
    """A section that a sentence opened ends with its list."""
    return (
        unit.mark_kind is not None
        or code_before(unit.text)[1] > 0
        or is_action(unit.text)
        or is_time(unit.text)
        or bool(_FIRST.match(unit.text))
    )


def is_web_rest(text: str) -> bool:
    """`Baca juga: …`: a line of the web page inside its article."""
    return len(text) < 140 and bool(_WEB_REST.search(text))


def is_web_end(text: str) -> bool:
    """`Komentar`, `Berita Lain`: the article is over."""
    return len(text) < 40 and bool(_WEB_END.search(text))

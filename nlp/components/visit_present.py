"""Whether a sentence of an article is about the visit that the article tells of, though it has a word for what is to come.

`Kami berkunjung ke X untuk memperdalam apa yang akan kami lakukan`, `kunjungan kali ini sangat kami harapkan`, `berharap ilmu yang
diperoleh dalam kunjungan ini …`: what lies ahead is something else.
"""

import re

from nlp.components.programme_words import STUDY
from nlp.components.visit_words import TO_COME, anchor

_I = re.IGNORECASE
_AROUND, _BEHIND = 110, 60  # characters around the visit's word in which the word for what is to come stands
_NOUN = rf"(?:kunjungan|kunker|lawatan|kedatangan|kehadiran|silaturahmi|{STUDY})"
# `kunjungan studi tiru ini`, `kedatangan Pemkot X kali ini`
_THIS_ONE = re.compile(
    rf"\b{_NOUN}(?:\s+(?:kerja|kehormatan|belajar|lapangan|{STUDY}))*\s+(?:ini|tersebut|itu)\b"
    rf"|\b{_NOUN}\b[^.,;“”\"]{{0,60}}?\s(?:kali|hari|pagi|siang|sore)\s+ini\b",
    _I,
)
# Thanks for being received or visited: that is so already.
_THANKED = re.compile(
    r"\b(?:ber)?terima\s?kasih\b[^.;]{0,90}?\b(?:berkenan|bersedia|kesediaan(?:nya)?|mau|sudi|menerima|menyambut|telah|sudah)\b",
    _I,
)
# Of the visit: what one gains by it.
_GAINED = re.compile(
    r"\b(?:diperoleh|didapat(?:kan)?|dipelajari|dipetik|diserap|dilihat|dibawa|dibagikan|dipaparkan|disampaikan|terjalin|dari|melalui|lewat|dengan\s+adanya|dalam|selama)\s+"
    r"(?:(?:dalam|dari|selama|pada|saat|ketika|adanya|hasil)\s+)*$",
    _I,
)
_HOPES = re.compile(r"\w*harap|semoga|ingin|\w*keinginan|dapat|agar|hendak|mau", _I)
# Words for what is to come that say nothing of the visit: `akan tetapi`, `apa yang akan`, `program yang nantinya akan`.
_OF_OTHERS_BEFORE = re.compile(
    r"(?<!kunjungan )(?<!lawatan )(?<!kerja )(?<!balasan )(?<!balik )(?<!banding )(?<!tiru )(?<!tim )(?<!rombongan )\b[a-z]+\s+(?:yang|untuk)\s+(?:(?:nanti|nantinya|kelak|kemudian|juga|dapat|bisa)\s+)*$"
    r"|\b(?:karena|sebab|guna|kebutuhan|sadar|ingat|terkesan)\s+$"
)
_OF_OTHERS = re.compile(
    r"akan\s+(?:tetapi|halnya|hal\b|adanya|pentingnya|menjadi\s+(?:bahan|bekal|referensi|acuan|contoh|masukan))"
    # What is hoped for is a thing: `berharap agar kerja sama …`
    r"|(?:\w*harap\w*|semoga)\W+(?:(?:agar|supaya|bahwa|ke\s?depan(?:nya)?|nantinya|dapat|bisa|ada|adanya|berbagai|segala|seluruh|semua|hasil|apa|kita|kami|juga)\W+)*"
    r"(?:informasi|ilmu|pengetahuan|pengalaman|wawasan|kerja\s?sama|hubungan|sinergi\w*|program|inovasi|hal|materi|pelajaran|manfaat|masukan|memperoleh|mendapat\w*|menambah|mempererat|meningkat\w*|memperkuat|menjadi|membawa|memberi\w*|mengadopsi|menerapkan|diterapkan|bermanfaat|terjalin|belajar)\b",
    _I,
)
_AGAIN = re.compile(
    r"\b(?:kembali|lagi|lanjutan|depan|mendatang|kelak|nanti(?:nya)?|berikutnya|selanjutnya|suatu|rencana\w*|berencana|merencanakan|direncanakan|dijadwalkan|menjadwalkan|diagendakan|mengagendakan|agendakan|jadwalkan|menyusul|sempat|waktu|undang\w*|mengundang|diundang|janji\w*|berjanji|lain|siap|tunggu|menunggu|dinanti\w*|ditunggu|menanti\w*|akan)\b",
    _I,
)


def is_the_one_told(line: str, *, same_way: bool) -> bool:
    """Whether the visit of the sentence, which names no later day, is that of the article; `same_way`: from home to host like it."""
    visit = anchor(line)
    if visit is None:
        return False
    if any(this.start() <= visit.start() < this.end() for this in _THIS_ONE.finditer(line)):
        return True
    if _THANKED.search(line, 0, visit.end()):
        return True
    ahead = [
        found
        for found in TO_COME.finditer(line, max(0, visit.start() - _AROUND), visit.end() + _BEHIND)
        if not _is_of_others(line, found, visit)
    ]
    if not ahead:
        return True
    return (
        same_way
        and not any(_AGAIN.search(found.group()) for found in ahead)
        and _AGAIN.search(line, 0, visit.start()) is None
    )


def _is_of_others(line: str, found: re.Match[str], visit: re.Match[str]) -> bool:
    """The word for what is to come governs something else than the visit."""
    if _OF_OTHERS.match(line, found.start()):
        return True
    if found.start() > visit.end() and _OF_OTHERS_BEFORE.search(line, max(0, found.start() - 60), found.start()):
        return True
    return (
        found.end() <= visit.start()
        and _HOPES.match(found.group()) is not None
        and _GAINED.search(line, found.end(), visit.start()) is not None
    )

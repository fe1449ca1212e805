"""Whether the one whom a sentence names is the one to act, by the words before the name and behind it."""

import re

from nlp.components.recommendation_agents import is_meant
from nlp.components.recommendation_words import is_action

_I = re.IGNORECASE
_NEAR = 300  # characters before a unit in which it is said that it is to act
_CUE = 60  # characters that hold the cue just before a unit, and what it does just behind
# What may stand between the beginning of a sentence and the unit that is to act.
_BEFORE = re.compile(
    r"(?:^|[.;:]\s)[\W]*(?:(?:\d+[.)]|[a-z][.)])\s*)?(?:(?:adapun|sedangkan|sementara(?:\s+itu)?|khusus(?:nya)?|demikian\s+pula|begitu\s+pula|untuk\s+itu|oleh\s+karena\s+itu|oleh\s+sebab\s+itu|selanjutnya|ke\s+depan(?:nya)?|menurut(?:nya|\s+(?:dia|\w+))|terhadap[^,]{3,60}|lalu|kemudian|selain\s+itu|(?:yang\s+)?(?:pertama|kedua|ketiga|keempat|kelima|keenam|terakhir)|berikutnya|(?:usul(?:an)?|saran|masukan|rekomendasi|permintaan|harapan)(?:nya|\s+(?:kami|saya|kita|mereka|tim)))\s*,?\s*)?"
    r"(?:(?:kepada|bagi|untuk|agar|supaya|seluruh|pihak|jajaran|pimpinan|kepala|direktur|manajemen|mendorong|meminta|diharapkan|disarankan|sebaiknya|hendaknya|perlunya|yth\.?|ditujukan\s+kepada|sdr\.?|bapak|ibu)\s+)*$",
    _I,
)
_AFTER_CUE = re.compile(
    r"(?:agar|supaya|kepada|bagi|sebaiknya|hendaknya|ada\s+baiknya|baiknya\s+(?:bila|jika|kalau|apabila)|(?:lebih\s+)?baik\s+(?:bila|jika|kalau|apabila)|alangkah\s+baiknya|seyogianya|diharapkan|disarankan\s+kepada|mengusulkan|menyarankan|merekomendasikan|oleh|mendorong|(?:me)?minta|perlunya|kiranya|menyarankan\s+kepada|(?:usul|saran|rekomendasi|harap|dorong|anjur)kan|mohon|menganjurkan|mengarahkan|memerintahkan|menugaskan|menginstruksikan|juga|(?:waktu|saat)nya)\s+(?:(?:agar|kepada|pihak|jajaran|kepala|pimpinan|seluruh|pula|juga|pun)\s+)*$",
    _I,
)
# What follows the one who is to act, whatever stands before him.
_IS_TO_ACT = re.compile(
    r"\s*\)?,?\s*(?:(?:kami|kita|sendiri)\s+(?=(?:\w+\s+)?(?:perlu|harus|hendaknya|sebaiknya|seyog|kiranya|agar|diharapkan|dapat)))?(?:(?:agar|supaya)\b|(?:juga|pun|segera|selaku[^,]{3,60},)?\s*(?:perlu|harus|hendaknya|sebaiknya|baiknya|seyog(?:ia|ya)nya|diharapkan|disarankan|diminta|dimohon|diimbau|didorong|ditugaskan|diusulkan|direkomendasikan|dianjurkan|diinstruksikan|diarahkan|diwajibkan|dihimbau|didesak|kiranya|berkenan|sepatutnya|selayaknya|pun\s+(?:begitu|demikian)|dapat\s+(?:segera\s+)?me)\b"
    r"|(?:akan\s+)?(?:kami|kita|saya)\s+(?:(?:me|meng|meny)?(?:sarankan|arankan|usulkan|rekomendasikan|harapkan|anjurkan|minta|mohon|arahkan|dorong|tugaskan)))",
    _I,
)
_NOT_SUBJECT = re.compile(
    r"\b(?:di|dari|oleh|pada|dengan|bersama|seperti|sebagaimana|milik|antara|ke|(?<!, )dan|serta|atau|menyurati|(?:bersurat|berkirim\s+surat|melapor(?:kan)?)\s+kepada|lingkungan|menjelaskan|kepala|yang\s+(?:(?:sudah|telah|kini|biasa|sedang|akan)\s+)?di[a-z]{4,})\s*$",
    _I,
)
_DOES = re.compile(
    r"\s*\)?\s*(?:,|:|(?:untuk|wajib|akan|dapat|ikut|turut|serta|segera|mulai|terus|tetap|kembali|bersama|melalui|selaku|sebagai|memakai|me\w{3,}|bersedia|berkenan|berhenti|berbagi|berkoordinasi|bersurat|berlangganan|bekerja\s+sama)\b|dan\s+[A-Z]|-)",
)
# `RSUD X dan RS Y diajak …`: done to them, by another.
_DONE_TO = re.compile(
    r"\s*\)?(?:\s+dan\s+(?:[A-Z][\w.]*\s?){1,6})?\s*(?:juga\s+|segera\s+)?di(?!minta|mohon|harap|saran|himbau|imbau|dorong|tugas|usul|rekomendasi|anjur|arah|desak|wajib|instruksi|perintah)[a-z]{4,}\b"
)
# `Inspektorat mengusulkan agar …`: who proposes, not who is to act.
_PROPOSES_THAT = re.compile(
    r"\s*(?:juga\s+|pun\s+)?(?:mengusulkan|menyarankan|merekomendasikan|menganjurkan)\s+(?:agar|supaya|kepada)\b", _I
)
_BY = re.compile(r"(?<!\byang\s)(?<!\w\sdi)\boleh\s+(?:pihak\s+|jajaran\s+)?$", _I)
_ASKED = re.compile(
    r"\b(?:agar|supaya|kiranya|baik(?:nya)?\s+(?:bila|jika|kalau|apabila)|disarankan\s+kepada|kepada\s+yth\.?|(?:kami|kita|saya)\s+(?:(?:juga|pun)\s+)?(?:me)?mohon(?:\s+kepada)?(?:\s+(?:Pj|Plt)\.?)?)\s+$",
    _I,
)
_JOINS = re.compile(r"\s*(?:dan|serta|atau|untuk|bagi|di|ke|dari|yang|sebagai)\b|\s*[^\w\s]")
# `…, dan ini tugas Dinas X`, `titip ke Dinas Y`, `dianggarkan pada Dinas Z`, `ditetapkan dengan keputusan Kepala Dinas W`.
_CHARGED = re.compile(
    r"\b(?:(?:ini|itu|menjadi|jadi|adalah|merupakan)\s+(?:tugas|urusan|pekerjaan|bagian|porsi|wewenang|kewenangan|tanggung\s+jawab)|(?:di)?(?:titip|serah)(?:kan)?\s+(?:ke|kepada|pada)|(?:(?:kami|kita|saya)\s+(?:juga\s+|sudah\s+|akan\s+)?|di)(?:usul|aju|saran|titip|dorong|minta|mohon)(?:kan)?\s+(?:ke|kepada|pada)|(?:dianggarkan|dibebankan|dialokasikan)\s+(?:pada|di|dalam|melalui|kepada)(?:\s+(?:DPA|anggaran|RKA))?|(?:ditetapkan|diatur|diputuskan|dikukuhkan|ditegaskan|dituangkan)\s+(?:dengan|dalam|melalui|lewat)\s+(?:surat\s+)?(?:keputusan|edaran|instruksi|perintah|peraturan)\s+kepala)\s+$",
    _I,
)


def is_actor(text: str, start: int, end: int) -> bool:
    """Whether the one named at `start`–`end` of `text` is to act, by any construction."""
    return (
        is_agent(text, start)
        or is_charged(text, start)
        or (is_led(text, start) and acts(text, start, end))
        or is_meant(text, start, end)
        or is_to_act(text, start, end)
    )


def is_agent(text: str, start: int) -> bool:
    """`… oleh Dinas X`"""
    return _BY.search(text, max(0, start - _NEAR), start) is not None


def is_charged(text: str, start: int) -> bool:
    """`… titip ke Dinas X`, `… ini tugas Dinas X`"""
    return _CHARGED.search(text, max(0, start - _NEAR), start) is not None


def is_cued(text: str, start: int) -> bool:
    """`… menyarankan agar Dinas X`"""
    return _AFTER_CUE.search(text, max(0, start - _CUE), start) is not None


def is_requested(text: str, start: int) -> bool:
    """`… kami mohon kepada Bupati`"""
    return _ASKED.search(text, max(0, start - _NEAR), start) is not None


def is_first(text: str, start: int) -> bool:
    """Nothing stands before but what may open a sentence: `Oleh karena itu, Dinas X`."""
    return _BEFORE.search(text, max(0, start - _NEAR), start) is not None


def is_led(text: str, start: int) -> bool:
    """The words before the name leave it the place of who is to act."""
    return is_first(text, start) or is_cued(text, start)


def acts(text: str, start: int, end: int) -> bool:
    """The words after the unit's name must be those of an actor, not the rest of a noun (`Dinas X dan perbaikan …`)."""
    after = text[end : end + _CUE]
    if _DONE_TO.match(after) or _PROPOSES_THAT.match(after):
        return False
    if not after.strip() or _DOES.match(after) or _IS_TO_ACT.match(after):
        return True
    return start == 0 and not _JOINS.match(after) and is_action(after)  # `RSUD pasang monitor antrean …`


def is_to_act(text: str, start: int, end: int) -> bool:
    """Whether what stands behind the one named at `start`–`end` is for him to do."""
    told = _IS_TO_ACT.match(text[end : end + 100])
    return bool(told) and not _NOT_SUBJECT.search(text, max(0, start - _NEAR), start)

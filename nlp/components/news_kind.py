"""Whether a text is an article or a press release: a town and a day before running sentences, people who speak, the page around it."""

import re

_PRESS = re.compile(
    r"^\W*(?:siaran\s+pers|press\s+release|rilis(?:\s+pers)?|berita|buletin|warta|kabar|wawancara)\b", re.I | re.M
)
DATELINE = re.compile(
    # The paper's address may stand before the town: `kabarteluk.com – PALU –`.
    r"^\W{0,3}(?:\w{3,25}\.(?:com|co(?:\.id)?|id|net|news)\s*[–—,|-]{1,2}\s*)?"
    r"(?P<town>[A-Z][A-Za-z.’'-]+(?: [A-Z(][A-Za-z.()’'-]+){0,3})(?:\s*[,|(/]\s*[^\n–—|]{1,45}?\)?)?"
    r"(?:\s+[–—-]{1,2}\s*|\s*[–—|]\s*|\s*\|\s*)(?=\n?[^\n]{60})",
    re.M,
)
_DAY = r"(?:\d{1,2}[ /.-](?:\d{1,2}|[A-Z]?[a-z]{2,8})[ /.-](?:\d{4}|\d\d)\b|\d{1,2}/\d{1,2}\b)"
_WEEKDAY = r"(?:[Ss]enin|[Ss]elasa|[Rr]abu|[Kk]amis|[Jj]um.?at|[Ss]abtu|[Mm]inggu)"
# `Ranai, 2 Desember 2023. Selepas …`, `Polewali, Rabu (7/8/2024).- Badan …`: sentences go on behind town and day.
DATED_LINE = re.compile(
    r"^\W{0,3}(?P<town>[A-Z][A-Za-z.’'-]+(?: [A-Z][A-Za-z.’'-]+){0,3}),?\s*\(?(?:"
    + _WEEKDAY
    + r",?\s*)?\(?"
    + _DAY
    + r"\)?\W{1,6}"
    r"(?=[A-Z“\"][^\n]{60})",
    re.M,
)
# `…, Selasa (4/6)`: how the press tells the day.
_ON_THAT_DAY = re.compile(_WEEKDAY + r",? \(\d{1,2}/\d{1,2}(?:/\d{2,4})?\)")
_SAYS = (
    r"(?:ujar|kata|ungkap|tutur|jelas|terang|imbuh|tambah|papar|sebut|tegas|pungkas|ucap|tukas|harap|beber|kutip|lanjut|cerita|"
    r"sambung|kenang|akui|aku|seloroh|tandas|urai|pesan|timpal|ajak|pinta|katanya)"
)
_SPEECH = re.compile(
    r"\b" + _SAYS + r"(?:nya|kan)?\b\s*(?:[A-Z,.(]|dia\b|beliau\b|ia\b)|[”\"],?\s+" + _SAYS + r"|"
    r"\bmenurut\s+(?:dia|beliau|[A-Z])|"
    r"\b(?:mengatakan|menuturkan|menjelaskan|mengungkapkan|menyampaikan|menambahkan|menyebut(?:kan)?|menegaskan|menyatakan|"
    r"mengaku|menceritakan|berpendapat|berharap|berpesan|berseloroh|mengajak|memaparkan|mengisahkan|membenarkan)\b",
)
_WEB = re.compile(
    r"\bbaca\s+juga\b|\bwhatsapp\b|\bcopyright\b|\bpewarta\b|\beditor\s*:|\breporter\b|\bpenulis\s*:|\bfoto\s*:|"
    r"\(\s*(?:hms|humas|red|adv|kominfo|prokopim)\b[^)\n]{0,20}\)|\bdibaca\s+\d|\b(?:edisi|terbit)\s+\d|^\W*tags?\s*:",
    re.I | re.M,
)
_ASKED = re.compile(r"^\W*(?:T|J|Tanya|Jawab)\s*:", re.M)
_FORMAL = re.compile(
    r"^\W*(?:bab\s+[ivx1]|kata\s+pengantar|daftar\s+isi|(?:[a-z]|[ivx]+|\d)\.\s*(?:dasar|pendahuluan|latar|"
    r"maksud|umum|pelaksanaan))",
    re.I | re.M,
)
_REPORT_TITLE = re.compile(
    r"^\W*(?:laporan|paparan|catatan|jurnal|refleksi|policy\s+brief|ringkasan|hasil|matriks|tabel|notula\w*|resume|rekap\w*|formulir|telaahan)\b",
    re.I | re.M,
)
_SIGNED = re.compile(r"^\W*(?:nip\b|yang\s+melaporkan|pelapor|penyusun|pelaksana\s+tugas|mengetahui)\b", re.I | re.M)
_ENOUGH = 3


def is_news(text: str) -> bool:
    """Whether the text is an article; asked when it is neither contract nor letter."""
    head = text[:1500]
    score = 2 * (_PRESS.search(text[:300]) is not None)
    if DATED_LINE.search(head):
        score += 2
    elif any(len(found.group()) < 90 for found in DATELINE.finditer(head)):
        score += 1 + (_ON_THAT_DAY.search(head) is not None)
    score += min(len(_SPEECH.findall(text)), 3)
    score += _WEB.search(text) is not None
    score += text.count("“") + text.count('"') // 2 >= 2
    score += _headline_over_prose(text)
    score += 3 * (len(_ASKED.findall(text)) >= 4)
    score -= 3 * (_FORMAL.search(text) is not None)
    score -= 2 * (_REPORT_TITLE.search(text[:300]) is not None)
    score -= 2 * (_SIGNED.search(text[len(text) // 2 :]) is not None)
    return score >= _ENOUGH


def _headline_over_prose(text: str) -> bool:
    """A line of a few words stands first, and within the next lines running paragraphs begin."""
    lines = [line for line in text[:2500].split("\n") if line.strip()]
    if len(lines) < 2 or not 3 <= len(lines[0].split()) <= 16 or lines[0].rstrip().endswith((":", ";", ",")):
        return False
    return any(len(line) > 150 for line in lines[1:4])

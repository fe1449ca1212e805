"""What programs write out as text: a group's conversation, a list with semicolons, a mail with its head."""

import re
from itertools import islice

# `03/11/24 19.02 - Name: text`, `[21/8/2023, 09.14.33] Name: text`, as messengers export them.
MESSAGE = re.compile(
    r"^\W{0,3}\[?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[AP]M)?\]?\s*(?:-\s+)?"
    r"(?=\S)(?P<who>[^:\n]{1,50}:)?",
    re.M,
)
_SEPARATED = re.compile(r"^(?:[^;\n]*;){4,}[^;\n]*$", re.M)
# Who writes and who gets it, in the head of a mail: `Dari: Nama <nama@kantor.id>`.
_MAIL_ENDS = re.compile(
    r"^\W{0,3}(?:Dari|From|Kepada|Ke|To|Untuk)\s*:[^\n]{0,90}?[\w.+-]+@[\w-]+(?:\.[\w-]+)*", re.I | re.M
)
_MAIL_SUBJECT = re.compile(r"^\W{0,3}(?:Perihal|Subjek|Subyek|Subject|Hal)\s*:", re.I | re.M)
_MESSAGES, _ROWS, _HEAD = 5, 4, 900


def is_chat(text: str) -> bool:
    """Whether the text is the export of a conversation of many messages."""
    return sum(1 for _ in islice(MESSAGE.finditer(text, 0, 20_000), _MESSAGES)) == _MESSAGES


def is_separated_list(text: str) -> bool:
    """Whether most lines are rows of cells with semicolons between them."""
    rows = len(_SEPARATED.findall(text, 0, 20_000)) if ";" in text else 0
    return rows >= _ROWS and rows > 0.6 * sum(1 for line in text[:20_000].split("\n") if line.strip())


def is_mail(text: str) -> bool:
    """Whether the text begins with a mail's head: who writes to whom, by their addresses, and about what."""
    head = text[:_HEAD]
    return "@" in head and len(_MAIL_ENDS.findall(head)) >= 2 and _MAIL_SUBJECT.search(head) is not None


# Where the earlier mail begins that is answered or passed on: `Pada Rab, 8 Okt 2025 … menulis:`, `> …`.
_EARLIER = re.compile(
    r"^\W{0,3}(?:(?:Pada|On)\s[^\n]{6,160}\s(?:menulis|wrote)\s*:|-{4,}\s*(?:Forwarded|Original|Pesan|Diteruskan)\b|-{2}\s*$|>|(?:Dari|From)\s*:[^\n]*\n\W{0,3}(?:Dikirim|Terkirim|Sent)\s*:)",
    re.M,
)


def own_words_end(text: str) -> int:
    """Where the words of a mail's writer end: at the signature's line `--`, at the earlier mail that is answered."""
    if not is_mail(text):
        return len(text)
    subject = _MAIL_SUBJECT.search(text)
    earlier = _EARLIER.search(text, subject.end() if subject is not None else 0)
    return earlier.start() if earlier is not None else len(text)

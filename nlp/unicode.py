"""The one cleaning of odd Unicode: what comes out of files goes through `clean` before anything counts characters.

Surrogates and NUL would break UTF-8 and PostgreSQL, controls terminals and XLSX, ligatures and private-use bullets the
search. Length may change here, and only here: offsets are made after it.
"""

import re
import unicodedata

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Symbol and Wingdings bullets that Word and PowerPoint store in the private use area.
_BULLETS = dict.fromkeys([*range(0xE000, 0xF900)], "•")
_SPACES = dict.fromkeys([0x00A0, 0x2007, 0x202F, *range(0x2000, 0x200B), 0x205F, 0x3000], " ")
# Letters that phones and social networks pass for bold or slanted (mathematical alphabets), and those as wide as Chinese ones.
_STYLED = {
    code: letter
    for code in [*range(0x1D400, 0x1D800), *range(0xFF01, 0xFF5F)]
    if len(letter := unicodedata.normalize("NFKC", chr(code))) == 1
}
_DROPPED = dict.fromkeys(
    [*range(0x00, 0x09), 0x0E, 0x0F, *range(0x10, 0x20), *range(0x7F, 0xA0), 0x00AD, 0x200B, 0x200C, 0x200D]
    + [0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFFFE, 0xFFFF]
    + [*range(0xD800, 0xE000), *range(0xFFF0, 0xFFFC)],
)
_TABLE: dict[int, str | None] = {
    **_DROPPED,
    **_BULLETS,
    **_SPACES,
    **_STYLED,
    **{ord(k): v for k, v in _LIGATURES.items()},
    0x0B: "\n",
    0x0C: "\n",
    0x2028: "\n",
    0x2029: "\n",
}
_ODD = re.compile("[^\t\n -~]")


def clean(text: str) -> str:
    """`text` in NFC without surrogates, NUL, controls, soft hyphens, bidi marks, ligatures or private-use glyphs.

    Private-use glyphs become `•`, odd spaces a blank, page and vertical breaks a line break.
    """
    if text.isascii() and text.isprintable():
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _ODD.search(text):
        return text
    text = text.translate(_TABLE)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)

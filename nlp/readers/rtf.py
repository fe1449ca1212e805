"""RTF (version 1.9.1): the text that Word shows, its headers, footers, notes, text boxes and pictures; not what is hidden or deleted.

The tables of control words and of code pages are striprtf's; its own walk leaves out headers and text boxes and reads hidden text.
"""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from striprtf.striprtf import charset_map, destinations, specialchars

from nlp.errors import TooLarge
from nlp.pages import BlockKind, PageBuilder
from nlp.readers.pictures import Pictures
from nlp.readers.reading import Options, Reading
from nlp.readers.text import add_lines, shortened

MAX_BYTES = 100 * 1024 * 1024  # most of it the digits of pictures
_TOKEN = re.compile(rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\", re.DOTALL)  # fmt: skip
_TEXT, _HEAD, _FOOT, _NOTE, _BOX, _PICTURE, _FONTS, _SKIPPED = range(8)
_PLACES = {
    **dict.fromkeys((*destinations, "nonshppict", "shprslt"), _SKIPPED),
    **dict.fromkeys(("header", "headerf", "headerl", "headerr"), _HEAD),
    **dict.fromkeys(("footer", "footerf", "footerl", "footerr"), _FOOT),
    "footnote": _NOTE,
    "shptxt": _BOX,
    "dptxbxtext": _BOX,
    "pict": _PICTURE,
    "fonttbl": _FONTS,
}
_THROUGH = frozenset(
    {"shp", "shpgrp", "shpinst", "shppict", "do", "object", "result", "pntext"}
)  # text may stand inside
_CODE_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_NO_DIGIT = re.compile(rb"[^0-9a-fA-F]+")
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_CUT = "Berkas RTF terpotong; bagian akhirnya mungkin hilang."
_HIDDEN = "Dokumen memuat teks tersembunyi yang tidak dibaca; periksa berkas aslinya."


@dataclass(slots=True)
class _Group:
    """What holds between two braces. `skip`: how many letters stand in for one in Unicode.

    `twice`: the groups in it say the same (`\\upr`), those in Unicode (`\\ud`) best.
    """

    place: int = _TEXT
    hidden: bool = False
    deleted: bool = False
    skip: int = 1
    font: str = ""
    twice: bool = False


def read(path: Path, options: Options) -> Reading:
    """The document as one page."""
    content = path.read_bytes()
    if len(content) > MAX_BYTES:
        raise TooLarge(path.name)
    pictures = Pictures(None, options)
    document = _Document(content, pictures)
    document.walk()
    warnings = [] if content.rstrip(b"\0 \t\r\n").endswith(b"}") else [_CUT]
    text, cut = shortened(document.written(_TEXT).replace("|\n", "\n").replace("\t", " "))
    builder = PageBuilder(1)
    for line in _lines(document.written(_HEAD)):
        builder.add(line, BlockKind.RUNNING)
    add_lines(builder, text, wrapped=False)
    for number, note in enumerate(document.notes, 1):
        builder.add(note, BlockKind.NOTE, mark=str(number))
    for line in _lines(document.written(_FOOT)):
        builder.add(line, BlockKind.RUNNING)
    if document.hidden:
        warnings.append(_HIDDEN)
    return Reading((builder.build(),), (*warnings, *cut, *pictures.warnings))


def _lines(text: str) -> list[str]:
    """The lines of a header, each once: a document has one for its first, its odd and its even pages."""
    return list(dict.fromkeys(line for part in text.split("\n") if (line := " ".join(part.replace("|", " ").split()))))


class _Document:
    """One walk over the tokens; `notes` and `hidden` tell what was met."""

    def __init__(self, content: bytes, pictures: Pictures) -> None:
        self.content = content
        self.pictures = pictures
        self.notes: list[str] = []
        self.hidden = False
        self._parts: dict[int, list[str]] = {place: [] for place in range(8)}
        self._boxes: list[str] = []
        self._picture: list[bytes] = []  # digits
        self._binaries = b""
        self._group = _Group()
        self._outer: list[_Group] = []
        self._bytes = bytearray()
        self._encoding = "cp1252"
        self._fonts: dict[str, str] = {}
        self._first_font = ""
        self._skip = 0
        self._starred = _TEXT  # where the text of the group went before its `\\*`

    def written(self, place: int) -> str:
        text = "".join(self._parts[place])
        return _SURROGATES.sub(lambda pair: pair.group().encode("utf-16", "surrogatepass").decode("utf-16"), text)

    def walk(self) -> None:
        place = 0
        while (token := _TOKEN.match(self.content, place)) is not None:
            place = token.end()
            word, number, code, sign, brace, text = token.groups()
            if text is not None:
                self._plain(text)
            elif word is not None:
                if word == b"bin":
                    place += self._binary(place, int(number or 0))
                else:
                    self._word(word.decode(), number.decode() if number else "")
            elif code is not None:
                self._plain(bytes.fromhex(code.decode()))
            elif brace == b"{":
                self._open()
            elif brace == b"}":
                self._close()
                if not self._outer:
                    break
            elif sign is not None:
                self._sign(sign)
        self._flush()
        self._put_boxes()

    def _open(self) -> None:
        self._flush()
        self._skip = 0
        self._outer.append(self._group)
        outer = self._group
        self._group = _Group(
            _SKIPPED if outer.twice else outer.place, outer.hidden, outer.deleted, outer.skip, outer.font
        )

    def _close(self) -> None:
        self._flush()
        self._skip = 0
        inner = self._group
        if self._outer:
            self._group = self._outer.pop()
        if inner.place == self._group.place:
            return
        if inner.place == _NOTE and (note := " ".join(self._taken(_NOTE).split())):
            self.notes.append(note)
        elif inner.place == _BOX:
            self._boxes.append(self._taken(_BOX))
        elif inner.place == _PICTURE:
            self._read_picture()

    def _taken(self, place: int) -> str:
        text = self.written(place)
        self._parts[place].clear()
        return text

    def _read_picture(self) -> None:
        digits = _NO_DIGIT.sub(b"", b"".join(self._picture))
        content = self._binaries or bytes.fromhex(digits[: len(digits) // 2 * 2].decode())
        self._picture.clear()
        self._binaries = b""
        self._boxes += self.pictures.text_in(content)

    def _binary(self, place: int, length: int) -> int:
        """Take bytes that stand as they are; how many."""
        length = max(0, length)
        if self._group.place == _PICTURE:
            self._binaries = self.content[place : place + length]
        return length

    def _plain(self, text: bytes) -> None:
        if self._group.place == _PICTURE:
            self._picture.append(text)
            return
        if self._skip:
            skipped = min(self._skip, len(text))
            self._skip -= skipped
            text = text[skipped:]
        if self._group.place not in (_SKIPPED, _FONTS):
            self._bytes += text

    def _sign(self, sign: bytes) -> None:
        self._skip = 0
        if sign == b"*":
            self._ignorable()
        elif (written := specialchars.get(sign.decode("latin-1"))) is not None:
            self._emit("\n" if sign in b"\r\n" else written)  # a backslash at a line's end is `\par`

    def _ignorable(self) -> None:
        """`\\*`: a group that may be left out, unless its word is one that we know."""
        self._flush()
        if self._group.place != _SKIPPED:
            self._group.place, self._starred = _SKIPPED, self._group.place

    def _word(self, word: str, number: str) -> None:
        group = self._group
        self._skip = 0
        if word == "upr":
            group.twice = True
        elif word == "ud" and self._outer and self._outer[-1].twice:
            group.place = self._outer[-1].place
        elif word in _THROUGH or word in _PLACES:
            self._enter(word)
        elif group.place == _FONTS:
            self._font(word, number)
        elif word == "f":
            self._flush()
            group.font = number
        elif word in specialchars:
            self._emit(specialchars[word])
        elif word == "u":
            self._flush()
            self._emit(chr(int(number or 0) % 0x10000))
            self._skip = group.skip
        elif word in _SETTINGS:
            self._flush()
            self._set(word, number)

    def _enter(self, word: str) -> None:
        """A group's word says where its text goes."""
        self._flush()
        group = self._group
        outer = self._outer[-1].place if self._outer else _TEXT
        if group.place == _SKIPPED and outer == _SKIPPED:
            return
        if word not in _THROUGH:
            group.place = _PLACES[word]
        elif group.place == _SKIPPED:
            group.place = self._starred

    def _font(self, word: str, number: str) -> None:
        if word == "f":
            self._group.font = number
        elif word == "fcharset" and number:
            self._fonts[self._group.font] = str(charset_map.get(int(number), self._encoding))
        elif word == "cpg" and number:
            self._fonts[self._group.font] = _known(f"cp{number}", self._encoding)

    def _set(self, word: str, number: str) -> None:
        group, on = self._group, number != "0"
        if word == "v":
            group.hidden = on
        elif word == "deleted":
            group.deleted = on
        elif word == "plain":
            group.hidden = group.deleted = False
            group.font = self._first_font
        elif word == "uc":
            group.skip = min(8, max(0, int(number or 1)))
        elif word == "deff":
            self._first_font = group.font = number
        elif word == "ansicpg":
            self._encoding = _known("utf-8" if number == "65001" else f"cp{number}", "cp1252")
        else:
            self._encoding = _CODE_PAGES[word]

    def _flush(self) -> None:
        """Bytes gathered so far become letters, in the code page of their font."""
        if self._bytes:
            text = self._bytes.decode(self._fonts.get(self._group.font, self._encoding), "replace")
            self._bytes.clear()
            self._emit(text)

    def _emit(self, text: str) -> None:
        self._flush()
        group = self._group
        if group.place in (_SKIPPED, _FONTS, _PICTURE) or group.deleted:
            return
        if group.hidden:
            self.hidden = self.hidden or bool(text.strip())
            return
        self._parts[group.place].append(text)
        if group.place == _TEXT and text.startswith("\n") and self._boxes:
            self._put_boxes()

    def _put_boxes(self) -> None:
        """Text boxes and pictures stand after the paragraph that holds them."""
        if self._boxes:
            self._parts[_TEXT] += [f"{box}\n" for box in ("\n", *self._boxes)]
            self._boxes.clear()


_SETTINGS = frozenset({"v", "deleted", "plain", "uc", "deff", "ansicpg", *_CODE_PAGES})


def _known(encoding: str, otherwise: str) -> str:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return otherwise
    return encoding

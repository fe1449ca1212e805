"""Office documents written as one file of XML: FODT, FODP, and what Word and PowerPoint call an XML document; as if packed."""

import base64
import binascii
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from lxml import etree

from nlp.errors import TooLarge
from nlp.readers import archive
from nlp.readers.archive import Package
from nlp.readers.odf import DRAW, OFFICE, XLINK
from nlp.readers.salvage import MAX_PART_BYTES

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"


def opened(path: Path) -> AbstractContextManager[Package]:
    """The package at `path`, be it a ZIP or one file of XML."""
    with path.open("rb") as stream:
        head = stream.read(64)
    if not head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return archive.opened(path)
    if path.stat().st_size > MAX_PART_BYTES:
        raise TooLarge(path.name)
    return nullcontext(_package(path))


def _package(path: Path) -> Package:
    root = archive.parse(path.read_bytes(), path.name)
    sound = root.attrib.pop("damaged", None) is None
    members = _parts(root) if root.tag == _PKG + "package" else _open_document(root)
    sizes = {name: len(content) for name, content in members.items()}
    return Package(sizes, lambda name, _: (members[name], sound))


def _parts(root: Any) -> dict[str, bytes]:
    members = {}
    for part in root.iterchildren(_PKG + "part"):
        for content in part:
            name = part.get(_PKG + "name", "").lstrip("/")
            if content.tag == _PKG + "binaryData":
                members[name] = _binary(content)
            else:
                members.update((name, etree.tostring(inside, encoding="utf-8")) for inside in content)
    return members


def _open_document(root: Any) -> dict[str, bytes]:
    """The pictures that stand in the text become members; text and styles are in the same tree."""
    members = {}
    for number, data in enumerate(list(root.iter(OFFICE + "binary-data"))):
        holder = data.getparent()
        if holder.tag == DRAW + "image":
            holder.set(XLINK + "href", f"Pictures/{number}")
            members[f"Pictures/{number}"] = _binary(data)
        holder.remove(data)
    return members | dict.fromkeys(("content.xml", "styles.xml"), etree.tostring(root, encoding="utf-8"))


def _binary(element: Any) -> bytes:
    try:
        return base64.b64decode(element.text or "")
    except (binascii.Error, ValueError):
        return b""

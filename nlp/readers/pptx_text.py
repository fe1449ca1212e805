"""The paragraphs in a shape of a slide: their marks, computed numbers, depth in the list, and the size of their letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nlp.pages import BlockKind
from nlp.readers.drawingml import A, number_in, text_of
from nlp.readers.marks import split_mark
from nlp.readers.numbering import written

_AUTOMATIC = {
    "arabic": "decimal",
    "alphaLc": "lowerLetter",
    "alphaUc": "upperLetter",
    "romanLc": "lowerRoman",
    "romanUc": "upperRoman",
}


@dataclass(slots=True)
class Line:
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    mark: str | None = None


def lines_of(body: Any, placeholder: str | None) -> Iterator[Line]:
    """The paragraphs of a text body with their marks; numbers are computed."""
    counts: dict[int, tuple[str, int]] = {}
    listed = placeholder in ("body", "obj")
    styles = body.find(A + "lstStyle")
    for paragraph in body.iter(A + "p"):
        text = text_of(paragraph).strip()
        if not text:
            continue
        properties = paragraph.find(A + "pPr")
        depth = min(8, max(0, int(number_in(properties.get("lvl"))))) if properties is not None else 0
        sources = [properties, styles.find(f"{A}lvl{depth + 1}pPr") if styles is not None else None]
        mark, automatic = _mark(sources)
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if automatic is not None:
            style, start = automatic
            before = counts.get(depth)
            value = before[1] + 1 if before and before[0] == style else start
            counts[depth] = (style, value)
            mark = _automatic(style, value)
            yield Line(f"{mark} {text}", BlockKind.LIST_ITEM, depth + 1, mark)
            continue
        if mark != "":
            counts.pop(depth, None)
        typed, _ = split_mark(text)
        if typed:
            yield Line(text, BlockKind.LIST_ITEM, depth + 1, typed)
        elif mark or (mark is None and (listed or depth > 0)):
            yield Line(text, BlockKind.LIST_ITEM, depth + 1, mark or "•")
        else:
            yield Line(text)


def _mark(sources: list[Any | None]) -> tuple[str | None, tuple[str, int] | None]:
    """(bullet, number style and start): `""` says none, `None` that nothing is said."""
    for source in sources:
        if source is None:
            continue
        if source.find(A + "buNone") is not None:
            return "", None
        automatic = source.find(A + "buAutoNum")
        if automatic is not None:
            return None, (automatic.get("type", "arabicPeriod"), int(number_in(automatic.get("startAt"))) or 1)
        character = source.find(A + "buChar")
        if character is not None:
            sign = character.get("char") or "•"
            return sign if sign in "•–—-*▪●○◦" else "•", None
        if source.find(A + "buBlip") is not None:
            return "•", None
    return None, None


def _automatic(style: str, value: int) -> str:
    match = re.match(r"(arabic|alphaLc|alphaUc|romanLc|romanUc)(\w*)", style)
    number = written(value, _AUTOMATIC[match.group(1)]) if match else str(value)
    ending = match.group(2) if match else "Period"
    return {"ParenR": f"{number})", "ParenBoth": f"({number})", "Plain": number}.get(ending, f"{number}.")


def largest(body: Any) -> float:
    """The size of the largest letters in a text body, in hundredths of a point."""
    sizes = [number_in(item.get("sz")) for item in body.iter(A + "rPr", A + "defRPr", A + "endParaRPr")]
    return max(sizes, default=0.0) or 1_800.0

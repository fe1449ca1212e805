"""What a web page shows otherwise than as text: filled fields, drawings; and what it keeps hidden."""

from typing import Any

from nlp.readers.html_sizes import plain

_FIELDS = frozenset({"text", "date", "datetime-local", "month", "time", "number", "tel", "email", "url", "search", ""})


def is_hidden(element: Any) -> bool:
    style = element.get("style", "")[:2_000].replace(" ", "").lower()
    names = element.get("class", "")[:500].split()
    return (
        element.get("hidden") is not None
        or "display:none" in style
        or "visibility:hidden" in style
        or (element.tag == "dialog" and element.get("open") is None)
        # Bootstrap keeps dialogs in the page until they are asked for.
        or ("modal" in names and "fade" in names and not {"in", "show"} & set(names) and "display:block" not in style)
    )


def shown(field: Any) -> bool:
    """Put what a field of a form shows in its place as text; whether it shows something."""
    if field.tag == "select":
        text = ", ".join(plain(option) for option in field.iter("option") if option.get("selected") is not None)
    elif field.tag == "textarea":
        text = "".join(field.itertext())
    elif field.get("type", "").lower() in _FIELDS:
        text = field.get("value", "")
    elif field.get("type", "").lower() in ("checkbox", "radio"):
        text = "☑" if field.get("checked") is not None else ""
    else:
        text = ""
    if field.tag == "select" and not any(letter.isalpha() for letter in text):
        text = ""  # how many rows to show
    for inner in list(field):
        field.remove(inner)
    field.tag = "pre" if field.tag == "textarea" else "span"
    field.attrib.clear()
    field.text = f" {text.strip()} "
    return bool(text.strip())


def drawn(drawing: Any) -> bool:
    """Put the words of a drawing in its place; whether it has any. Icons have but a title."""
    words = [text for item in drawing.iter("text") if (text := plain(item))]
    for inner in list(drawing):
        drawing.remove(inner)
    drawing.tag = "div"
    drawing.attrib.clear()
    drawing.text = "\n".join(words)
    return bool(words)

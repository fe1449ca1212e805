"""A form that comes too late, or to an address where no page opens: what was written in it, and the page it belongs to."""

from flask import current_app, request


class SessionEnded(Exception):
    """Words were sent after the session had ended: they are shown once more, so that nothing has to be written twice."""


def page_of(path: str) -> str:
    """The nearest page at or above a path: `/tindak-lanjut/5` for `/tindak-lanjut/5/status`, which only takes forms."""
    adapter = current_app.create_url_adapter(request)
    while adapter is not None and path.strip("/"):
        for address in (path, f"{path.rstrip('/')}/"):
            if "GET" in adapter.allowed_methods(address):
                return address
        path = path.rstrip("/").rpartition("/")[0]
    return "/"


def written() -> list[str]:
    """What a person wrote in the form of this request: texts of more than one word. Forms with passwords give nothing."""
    if request.blueprint == "accounts":
        return []
    return [text for _name, texts in request.form.lists() for text in texts if " " in text.strip()]

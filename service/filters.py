"""How dates, sizes and names look on a page, and what steps say in its language."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask import Flask
from flask_babel import format_date, format_datetime, get_locale, ngettext
from flask_babel import gettext as _

from service.steps.refused import Told
from service.warned import warned

ZONE = ZoneInfo("Asia/Jakarta")  # Waktu Indonesia Barat: where Sumatera Barat and Jawa Timur are


def init_app(app: Flask) -> None:
    """Make the filters known to the templates."""
    for function in (day, moment, size, days_left, short, initials, told, warned):
        app.jinja_env.filters[function.__name__] = function


def day(value: date | str | None) -> str:
    """26 Februari 2024; empty for None. An ISO text is taken as its day."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        try:
            parsed = date.fromisoformat(value[:10])
        except ValueError:
            return value
        return str(format_date(parsed, "d MMMM yyyy"))
    return str(format_date(value, "d MMMM yyyy"))


def moment(value: datetime | None) -> str:
    """26 Februari 2024 14.05, in western Indonesian time; empty for None."""
    if value is None:
        return ""
    local = value.astimezone(ZONE).replace(tzinfo=None)
    return str(
        format_datetime(local, "d MMM yyyy HH:mm" if str(get_locale()) == "en" else "d MMM yyyy HH.mm", rebase=False)
    )


def size(size_bytes: int | None) -> str:
    """1,4 MB; empty for None."""
    if size_bytes is None:
        return ""
    amount, unit = float(size_bytes), "B"
    for unit in ("B", "KB", "MB", "GB"):
        if amount < 1024 or unit == "GB":
            break
        amount /= 1024
    text = f"{amount:.0f}" if unit == "B" or amount >= 100 else f"{amount:.1f}"
    return f"{text if str(get_locale()) == 'en' else text.replace('.', ',')} {unit}"


def days_left(due: date | None, today: date) -> str:
    """25 hari lagi, hari ini, lewat 20 hari; empty for None."""
    if due is None:
        return ""
    days = (due - today).days
    if days == 0:
        return str(_("hari ini"))
    if days > 0:
        return str(ngettext("%(num)d hari lagi", "%(num)d hari lagi", days))
    return str(ngettext("lewat %(num)d hari", "lewat %(num)d hari", -days))


def short(text: str | None, letters: int = 120) -> str:
    """At most so many letters, cut at a blank."""
    if text is None or len(text) <= letters:
        return text or ""
    return text[:letters].rsplit(" ", 1)[0].rstrip(",.;: ") + "…"


def initials(name: str | None) -> str:
    """The first letters of the first two names, titles before and after left out: `Dr. Ratna Wulandari, M.Si.` gives RW."""
    name = name or ""
    words = [word for word in name.split(",")[0].split() if not word.endswith(".")] or name.split()
    return "".join(word[0] for word in words[:2]).upper()


def told(text: str) -> str:
    """What a step said, in the language of the page, and the values in it likewise."""
    if not isinstance(text, Told):
        return str(_(text))
    return str(_(text.pattern, **{name: _in_place(value) for name, value in text.values.items()}))


def _in_place(value: object) -> object:
    if isinstance(value, Told):
        return told(value)
    return day(value) if isinstance(value, date) else value

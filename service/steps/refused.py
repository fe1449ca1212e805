"""What a step answers when it will not do what was asked, in words that a view can translate."""

from datetime import date
from typing import Self

MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()


class Told(str):
    """An Indonesian sentence that remembers its pattern and the values in it, so that `service.filters.told` can
    say it in the language of the page. A value that is a `Told` is translated too, a date is written out.
    """

    pattern: str
    values: dict[str, object]

    def __new__(cls, pattern: str, /, **values: object) -> Self:
        """`Told("Berakhir %(day)s.", day=date(2027, 2, 8))`; without values the pattern is the sentence."""
        in_words = {name: day_in_words(value) if isinstance(value, date) else value for name, value in values.items()}
        text = super().__new__(cls, pattern % in_words if values else pattern)
        text.pattern, text.values = pattern, values
        return text


class Refused(Exception):
    """The act is not possible now. The message tells staff why and what to do; `field` names the input it is about."""

    def __init__(self, message: str, /, *, field: str | None = None, **values: object) -> None:
        """`values` stand in the message; a message that is a `Told` already keeps its own."""
        self.message = message if isinstance(message, Told) else Told(message, **values)
        super().__init__(self.message)
        self.field = field


def day_in_words(day: date) -> str:
    """`19 Januari 2027`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"

"""What the forms of several views share: dates, refusals beside their field, and which day it is."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from wtforms import Field, Form, ValidationError

from service.filters import ZONE, told
from service.steps.refused import Refused
from storage.errors import Stale


def today() -> date:
    """The day in western Indonesia; steps and queries get it as an argument."""
    return datetime.now(ZONE).date()


def own_date(message: Any) -> Callable[[Form, Field], None]:
    """A date is required, and what was typed is one of a sensible year; else `message`, in place of WTForms' own."""

    def check(form: Form, field: Field) -> None:
        field.errors = []
        if field.data is None or not 1990 <= field.data.year <= 2100:
            raise ValidationError(message)

    return check


def optional_date(message: Any) -> Callable[[Form, Field], None]:
    """Nothing, or a date of a sensible year."""

    def check(form: Form, field: Field) -> None:
        field.errors = []
        typed = "".join(field.raw_data or ()).strip() if field.raw_data else ""
        if typed and (field.data is None or not 1990 <= field.data.year <= 2100):
            raise ValidationError(message)

    return check


def whole_number(text: str | None) -> int | None:
    """The number, or None for what is none; ids never exceed what SQLite keeps."""
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 18 else None


def why(problem: Refused | Stale) -> str:
    """The reason in the language of the page."""
    return told(problem.message if isinstance(problem, Refused) else str(problem))


def refuse_in(form: Form, problem: Refused | Stale) -> int:
    """Put the reason beside the field it is about, else above the form; the status of the answer."""
    if isinstance(problem, Stale):
        form.form_errors.append(why(problem))
        return 409
    if problem.field and problem.field in form:
        field = form[problem.field]
        field.errors = [*field.errors, why(problem)]
    else:
        form.form_errors.append(why(problem))
    return 422

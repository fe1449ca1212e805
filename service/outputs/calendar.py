"""Visits as a calendar file (RFC 5545): rows in, bytes out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as CalendarEvent

STATES = {"planned": "TENTATIVE", "confirmed": "CONFIRMED", "held": "CONFIRMED", "cancelled": "CANCELLED"}


@dataclass(frozen=True)
class Entry:
    """One visit as a calendar shows it; `status` is the value of VisitStatus."""

    visit_id: int
    summary: str
    starts_on: date
    ends_on: date  # the last day itself; the file's DTEND is the day after
    status: str
    place: str | None
    description: str | None
    url: str | None
    changed_at: datetime


def calendar(entries: Iterable[Entry], *, name: str) -> bytes:
    """An iCalendar file of whole-day events, with lines folded and ended as the format wants."""
    file = Calendar()
    file.add("prodid", "-//Tilik//Kunjungan//ID")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", name)
    for entry in entries:
        file.add_component(_event(entry))
    content: bytes = file.to_ical()
    return content


def _event(entry: Entry) -> CalendarEvent:
    event = CalendarEvent()
    event.add(
        "uid", f"kunjungan-{entry.visit_id}@tilik"
    )  # stays the same, so that a calendar replaces and does not add
    event.add("dtstamp", entry.changed_at.astimezone(UTC))
    event.add("summary", entry.summary)
    event.add("dtstart", entry.starts_on)
    event.add("dtend", entry.ends_on + timedelta(days=1))
    event.add("status", STATES.get(entry.status, "TENTATIVE"))
    event.add("transp", "TRANSPARENT")
    if entry.place:
        event.add("location", entry.place)
    if entry.description:
        event.add("description", entry.description)
    if entry.url:
        event.add("url", entry.url)
    return event

"""What waits for me: to review, due, ending, owed; and the help page."""

from dataclasses import dataclass
from datetime import date, datetime

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_babel import format_date
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from service.access import public, requires
from service.filters import ZONE, day
from service.guide import guide as staff_guide
from service.steps import machine
from service.views.follow_up import PROGRESS
from service.views.forms import today
from service.views.visits import day_range
from service.web import resources
from storage import agreements, documents, recommendations, visits
from storage.models import Document, Event
from storage.recommendations import Filter, View

blueprint = Blueprint("home", __name__)

SHOWN = 5  # rows a card
EVENTS_LOOKED_AT = 100  # enough that a batch of files, told as one, leaves room for the rest


@blueprint.get("/")
@requires("read")
def index() -> ResponseReturnValue:
    now = today()
    with resources().database.session() as session:
        counts = documents.counts(session)
        if counts.total == 0:
            return render_template("home/empty.html")
        due_counts = recommendations.counts(session, now, None)
        due = recommendations.find(session, View.OVERDUE, Filter(), today=now, limit=SHOWN).rows
        soon = recommendations.find(session, View.DUE_SOON, Filter(), today=now, limit=SHOWN).rows
        ending, owed = agreements.ending_soon(session, now), visits.owed(session)
        return render_template(
            "home/index.html",
            counts=counts,
            to_review=sorted(documents.to_review(session, 200), key=lambda row: -row.doubtful)[:SHOWN],
            failed=documents.failed(session, SHOWN),
            overdue_count=due_counts[View.OVERDUE],
            soon_count=due_counts[View.DUE_SOON],
            due=[*due, *soon][:SHOWN],
            ending=ending[:SHOWN],
            ending_count=len(ending),
            owed=owed[:SHOWN],
            owed_count=len(owed),
            last_day=agreements.last_day,
            day_range=day_range,
            PROGRESS=PROGRESS,
            news=_news(session),
            lacking=machine.lacking(),
        )


@blueprint.get("/bantuan")
@public
def help() -> ResponseReturnValue:
    """For everybody; what the machine lacks is told to those who have signed in."""
    return render_template("home/help.html", lacking=machine.lacking())


@blueprint.get("/panduan")
@public
def guide() -> ResponseReturnValue:
    """For everybody too: who cannot sign in finds there what to do."""
    return render_template("home/guide.html", guide=staff_guide())


@blueprint.app_context_processor
def waiting_rooms() -> dict[str, object]:
    """The counts in the bar, by room: only where something waits for a person."""
    if not current_user.is_authenticated:
        return {"waits": {}}
    with resources().database.session() as session:
        overdue = recommendations.counts(session, today(), None)[View.OVERDUE]
        return {"waits": {"review": documents.counts(session).to_review, "follow_up": overdue}}


@blueprint.app_template_filter()
def on_day(moment: datetime) -> str:
    """26 Februari 2024: the day in western Indonesia on which something happened."""
    return day(moment.astimezone(ZONE).date())


@blueprint.app_template_filter()
def weekday(value: date) -> str:
    """Jumat, 20 November 2026."""
    return str(format_date(value, "EEEE, d MMMM yyyy"))


@dataclass(frozen=True, slots=True)
class News:
    """Acts of one kind by one person on one day, told as one; `document` when it was a single one."""

    event: Event
    times: int
    document: Document | None


def _news(session: Session) -> list[News]:
    """What happened lately to documents, agreements and visits; sign-ins are nobody's news."""
    query = select(Event).options(joinedload(Event.by)).where(Event.act.not_like("account.%"))
    told: dict[tuple[str, int | None, date], list[Event]] = {}
    for event in session.scalars(query.order_by(Event.id.desc()).limit(EVENTS_LOOKED_AT)):
        told.setdefault((event.act, event.by_id, event.at.astimezone(ZONE).date()), []).append(event)
    shown = list(told.values())[:SHOWN]
    ids = {events[0].document_id for events in shown if events[0].document_id}
    known = {document.id: document for document in documents.many(session, ids)}
    return [
        News(events[0], len(events), known.get(events[0].document_id or 0) if len(events) == 1 else None)
        for events in shown
    ]

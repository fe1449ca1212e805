"""What waits for me: to review, due, ending, owed; and the help page."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from service.access import public, requires
from service.filters import ZONE
from service.web import resources
from storage import agreements, documents, recommendations, visits
from storage.models import Event, now
from storage.recommendations import Filter, View

blueprint = Blueprint("home", __name__)

SHOWN = 5  # rows a card


@blueprint.get("/")
@requires("read")
def index() -> ResponseReturnValue:
    today = now().astimezone(ZONE).date()
    with resources().database.session() as session:
        counts = documents.counts(session)
        if counts.total == 0:
            return render_template("home/empty.html")
        due_counts = recommendations.counts(session, today, None)
        due = recommendations.find(session, View.OVERDUE, Filter(), today=today, limit=SHOWN).rows
        soon = recommendations.find(session, View.DUE_SOON, Filter(), today=today, limit=SHOWN).rows
        return render_template(
            "home/index.html",
            counts=counts,
            to_review=sorted(documents.to_review(session, 200), key=lambda row: -row.doubtful)[:SHOWN],
            failed=documents.failed(session, SHOWN),
            overdue_count=due_counts[View.OVERDUE],
            soon_count=due_counts[View.DUE_SOON],
            due=[*due, *soon][:SHOWN],
            ending=agreements.ending_soon(session, today)[:SHOWN],
            ending_count=len(agreements.ending_soon(session, today)),
            owed=visits.owed(session)[:SHOWN],
            owed_count=len(visits.owed(session)),
            events=_latest(session),
        )


@blueprint.get("/bantuan")
@public
def help() -> ResponseReturnValue:
    return render_template("home/help.html")


@blueprint.app_context_processor
def waiting() -> dict[str, object]:
    """The counts in the bar: only where something waits for a person."""
    if not current_user.is_authenticated:
        return {"waiting": {}}
    today = now().astimezone(ZONE).date()
    with resources().database.session() as session:
        return {
            "waiting": {
                "review": documents.counts(session).to_review,
                "follow_up": recommendations.counts(session, today, None)[View.OVERDUE],
            }
        }


def _latest(session: Session, limit: int = 6) -> list[Event]:
    query = select(Event).options(joinedload(Event.by)).order_by(Event.id.desc()).limit(limit)
    return list(session.scalars(query))

"""Ask, narrow down, open at the quoted place."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from service.access import requires
from service.views.follow_up import PROGRESS
from service.views.forms import whole_number
from service.web import resources

blueprint = Blueprint("search", __name__)

SCOPES = ("all", "recommendations", "pages")
FACETS = ("kind", "institution", "year")
PER_PAGE = 20


@blueprint.get("/telusuri")
@requires("read")
def index() -> ResponseReturnValue:
    query = request.args.get("q", "").strip()[:500]
    scope = request.args.get("scope", "all")
    scope = scope if scope in SCOPES else "all"
    args = {name: request.args[name] for name in ("q", "scope", *FACETS, "exact") if request.args.get(name)}
    page = min(500, max(1, request.args.get("page", 1, type=int)))
    with resources().database.session() as session:
        result = None
        if query:
            result = resources().index.search(
                session,
                query,
                scope=scope,
                kind=request.args.get("kind"),
                institution=request.args.get("institution"),
                year=whole_number(request.args.get("year")),
                page=page,
                per_page=PER_PAGE,
                exact=bool(request.args.get("exact")),
            )
        return render_template(
            "search/index.html",
            query=query,
            scope=scope,
            result=result,
            args=args,
            chosen=sum(name in args for name in FACETS),
            page=page,
            per_page=PER_PAGE,
            PROGRESS=PROGRESS,
        )

"""The pages of the application, as somebody who has signed in opens them."""

from flask import Flask

# Answers that are no page: files, calendars, JSON, and what leads elsewhere.
NO_PAGES = {
    "accounts.accept", "accounts.replace_password", "accounts.sign_in", "documents.download", "documents.status",
    "documents.value", "follow_up.export", "follow_up.proof", "healthz", "visits.all_calendar", "visits.one_calendar",
}  # fmt: skip


def pages_of(app: Flask) -> list[str]:
    """The address of every page that is opened with GET, the first row of each kind being the one shown."""
    found = set()
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            files = rule.endpoint.endswith("static") or rule.endpoint.startswith("api.")
            if "GET" in (rule.methods or ()) and not files and rule.endpoint not in NO_PAGES:
                found.add(app.url_for(rule.endpoint, **dict.fromkeys(rule.arguments, 1)))
    return sorted(found)

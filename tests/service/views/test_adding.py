"""Whatever a document says can be added on the desk: each kind of the contract, with its own form."""

from html.parser import HTMLParser

import pytest
from sqlalchemy import select

from service.resources import Resources
from service.steps.field_rules import DATE_TYPES, FIELDS, PARTICIPANT_LABELS, TERM_LABELS
from storage.models import AgreementParty, Decision, Recommendation, Value, Visit
from tests.conftest import SignedIn
from tests.service.views.conftest import EXTRACTION, read_as

CASES = {
    "kind.": {"value": "report"},
    "title.": {"value": "Laporan Magang"},
    "numbers.": {"value": "094/99/2024"},
    "place.": {"value": "Padang"},
    "dates.signed": {"date": "2024-02-01"},
    "dates.start": {"date": "2024-02-02"},
    "dates.end": {"date": "2024-02-03"},
    "dates.event": {"date": "2024-02-04"},
    "dates.published": {"date": "2024-02-05"},
    "term.start": {"value": "2024-02-01"},
    "term.end": {"value": "2027-02-01"},
    "term.duration": {"value": "3 tahun"},
    "parties.": {"name": "Kota Solok", "representative_name": "Ani", "representative_position": "", "role": "host"},
    "participants.count": {"value": "12"},
    "participants.group": {"label": "Bappeda", "count": "4"},
    "participants.person": {"name": "Ani", "nip": "", "position": "Analis", "unit": "Bappeda"},
    "placements.": {"unit": "Biro Organisasi", "count": "3"},
    "recommendations.": {"text": "Menyusun pohon kinerja", "addressee": "", "topic": "lainnya", "due": "2025-01-31"},
    "visits.": {
        "visitor": "Kota Padang",
        "host": "Kota Solok",
        "start": "",
        "end": "",
        "purpose": "",
        "reciprocal": "1",
    },
    "indicators.": {"name": "Nilai SAKIP", "owner": "", "value": "70,5", "year": "2023"},
}


class _Form(HTMLParser):
    """The form that adds: the kinds on offer, and the inputs of each."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.offered: list[str] = []
        self.inputs: dict[str, set[str]] = {}
        self.shown: list[str] = []
        self._kind = ""
        self.feed(page.split('id="tambah"')[1].split("</details>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "fieldset":
            self._kind = given["data-add"] or ""
            self.inputs[self._kind] = set()
            if "disabled" not in given:
                self.shown.append(self._kind)
        elif tag == "option" and not self._kind:
            self.offered.append(given["value"] or "")
        elif tag in ("input", "select", "textarea") and self._kind:
            self.inputs[self._kind].add(given["name"] or "")


def test_all_that_the_contract_has_is_on_offer() -> None:
    known = {f"{field}." for field in FIELDS if field not in ("dates", "term", "participants")}
    known |= {f"dates.{label}" for label in DATE_TYPES} | {f"term.{label}" for label in TERM_LABELS}
    assert set(CASES) == known | {f"participants.{label}" for label in PARTICIPANT_LABELS}


def test_each_kind_asks_for_its_own_parts(resources: Resources, staff: SignedIn) -> None:
    number = read_as(resources, {"kind": "report"}, "laporan.txt")
    form = _Form(staff.get(f"/dokumen/{number}").text)
    assert form.offered == list(form.inputs)
    assert form.inputs == {key: set(parts) for key, parts in CASES.items()}
    assert form.shown == ["numbers."]
    assert _Form(staff.get(f"/dokumen/{number}?tambah=visits.").text).shown == ["visits."]


@pytest.mark.parametrize("key", [key for key in CASES if key != "kind."])
def test_each_kind_is_added(resources: Resources, staff: SignedIn, key: str) -> None:
    number = read_as(resources, {"kind": "report"}, "laporan.txt")
    answer = staff.post(f"/dokumen/{number}/nilai", data={"field": key, **CASES[key]})
    assert answer.location == f"/dokumen/{number}?tambah={key}#tambah"
    assert "Ditambahkan" in staff.get(answer.location).text
    with resources.database.session() as session:
        value = session.scalars(select(Value).where(Value.decision == Decision.ADDED)).one()
        assert value.field == key.partition(".")[0]
        assert value.decided_by == staff.account_id


def test_an_agreement_whose_parties_were_not_read_can_be_completed(resources: Resources, staff: SignedIn) -> None:
    number = read_as(resources, EXTRACTION | {"kind": "agreement", "parties": []}, "perjanjian.txt")
    for name, role in (("Provinsi A", "party_1"), ("Provinsi B", "party_2")):
        page = staff.get(f"/dokumen/{number}?tambah=parties.").text
        assert f'<option value="{role}" selected>' in page, "the next number is proposed"
        staff.post(f"/dokumen/{number}/nilai", data={"field": "parties.", "name": name, "role": role})
    staff.post(
        f"/dokumen/{number}/nilai",
        data={"field": "visits.", "visitor": "Provinsi B", "host": "Provinsi A", "reciprocal": "1"},
    )
    with resources.database.session() as session:
        names = session.scalars(select(AgreementParty.name).order_by(AgreementParty.position)).all()
        assert names == ["Provinsi A", "Provinsi B"]
        assert session.scalars(select(Visit.visitor)).all() == ["Provinsi B"]
        assert len(session.scalars(select(Recommendation)).all()) == 1
    assert "dates.start" not in _Form(staff.get(f"/dokumen/{number}").text).offered, "its term says from when it holds"


def test_what_was_typed_comes_back_when_it_cannot_be_taken(staff: SignedIn, document_id: int) -> None:
    data = {"field": "participants.person", "name": "Siti Aminah", "nip": "123", "position": "", "unit": "Bappeda"}
    answer = staff.post(f"/dokumen/{document_id}/nilai", data=data)
    assert answer.status_code == 422
    assert "NIP terdiri atas 18 angka" in answer.text
    assert 'value="Siti Aminah"' in answer.text
    assert _Form(answer.text).shown == ["participants.person"]
    assert staff.get(f"/dokumen/{document_id}/nilai").location == f"/dokumen/{document_id}", (
        "reloaded, it is no dead end"
    )


def test_a_refused_correction_opened_anew_leads_to_its_value(staff: SignedIn, document_id: int) -> None:
    assert staff.post("/nilai/1/koreksi", data={"value": "lain"}).status_code == 422
    assert staff.get("/nilai/1/koreksi").location == f"/dokumen/{document_id}#v1"
    assert staff.get("/nilai/999/koreksi").status_code == 404


def test_undoing_what_was_added_comes_back_at_its_neighbour(
    resources: Resources, staff: SignedIn, document_id: int
) -> None:
    def add(name: str) -> int:
        staff.post(f"/dokumen/{document_id}/nilai", data={"field": "parties.", "name": name, "role": "host"})
        with resources.database.session() as session:
            return session.scalars(select(Value.id).order_by(Value.id.desc())).first() or 0

    with resources.database.session() as session:
        people = session.scalars(select(Value.id).where(Value.field == "participants")).one()
    party = add("Kota Solok")
    assert staff.post(f"/nilai/{party}/urungkan").location == f"/dokumen/{document_id}#v{people}"
    add("Kota Solok")
    assert staff.post(f"/dokumen/{document_id}/urungkan").location == f"/dokumen/{document_id}#v{people}"

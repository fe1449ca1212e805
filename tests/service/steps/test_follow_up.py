from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

import pytest

from service.resources import Resources
from service.steps import follow_up
from service.steps.follow_up import Expected
from service.steps.refused import Refused
from storage import recommendations
from storage.errors import Stale
from storage.models import Progress, Recommendation
from tests.follow_up_rows import TODAY, account, recommendation

Made = tuple[int, int]


@pytest.fixture
def made(resources: Resources) -> Callable[..., Made]:
    """A recommendation with the fields given, and an account: their ids."""

    def make(**fields: object) -> Made:
        with resources.database.transaction() as session:
            return recommendation(session, **fields).id, account(session).id

    return make


def read(resources: Resources, number: int) -> Recommendation:
    with resources.database.session() as session:
        return recommendations.get(session, number)


def test_the_usual_way_from_new_to_done(resources: Resources, made: Callable[..., Made]) -> None:
    number, who = made(unit="Biro Organisasi")
    for to in (Progress.ACCEPTED, Progress.RUNNING):
        follow_up.move(resources, Expected(number), to, by=who, today=TODAY)
    follow_up.add_proof(
        resources, number, BytesIO(b"SK"), name="sk.pdf", description=None, dated=None, by=who, today=TODAY
    )
    for to in (Progress.TO_VERIFY, Progress.DONE):
        follow_up.move(resources, Expected(number), to, by=who, today=TODAY)
    found = read(resources, number)
    assert (found.progress, found.done_on) == (Progress.DONE, TODAY)
    assert [(note.act, note.after) for note in reversed(found.notes)] == [
        ("progress", "accepted"),
        ("progress", "running"),
        ("proof", "sk.pdf"),
        ("progress", "to_verify"),
        ("progress", "done"),
    ]
    assert all(note.by_id == who for note in found.notes)


@pytest.mark.parametrize("before", list(Progress))
@pytest.mark.parametrize("to", list(Progress))
def test_only_legal_steps_are_taken(
    resources: Resources, made: Callable[..., Made], before: Progress, to: Progress
) -> None:
    number, who = made(progress=before, unit="Biro Organisasi")
    if to in follow_up.NEXT[before]:
        follow_up.move(resources, Expected(number), to, by=who, today=TODAY, reason="Karena perlu.")
        assert read(resources, number).progress is to
    else:
        with pytest.raises(Refused, match="tidak dapat langsung"):
            follow_up.move(resources, Expected(number), to, by=who, today=TODAY, reason="Karena perlu.")
        assert read(resources, number).progress is before


@pytest.mark.parametrize(
    ("before", "to", "field"),
    [
        (Progress.NEW, Progress.REFUSED, "reason"),
        (Progress.ACCEPTED, Progress.IMPOSSIBLE, "reason"),
        (Progress.TO_VERIFY, Progress.RUNNING, "reason"),
        (Progress.DONE, Progress.RUNNING, "reason"),
        (Progress.TO_VERIFY, Progress.DONE, "reason"),
        (Progress.ACCEPTED, Progress.RUNNING, "unit"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(
    resources: Resources, made: Callable[..., Made], before: Progress, to: Progress, field: str
) -> None:
    number, who = made(progress=before, unit=None if field == "unit" else "Biro Organisasi")
    with pytest.raises(Refused) as refusal:
        follow_up.move(resources, Expected(number), to, by=who, today=TODAY, reason="  ")
    assert refusal.value.field == field


def test_opening_again_takes_the_closing_off(resources: Resources, made: Callable[..., Made]) -> None:
    number, who = made(progress=Progress.REFUSED)
    follow_up.move(resources, Expected(number), Progress.ACCEPTED, by=who, today=TODAY, reason="Rapat 3 November.")
    found = read(resources, number)
    assert (found.closing_reason, found.done_on) == (None, None)


def test_an_overtaken_change_is_refused_and_leaves_nothing(resources: Resources, made: Callable[..., Made]) -> None:
    number, who = made()
    seen = read(resources, number).version
    follow_up.assign(resources, Expected(number, seen), unit="Inspektorat", person=None, by=who)
    with pytest.raises(Stale):
        follow_up.assign(resources, Expected(number, seen), unit="Biro Umum", person=None, by=who)
    found = read(resources, number)
    assert (found.unit, found.version, len(found.notes)) == ("Inspektorat", seen + 1, 1)


def test_what_stays_the_same_leaves_no_history(resources: Resources, made: Callable[..., Made]) -> None:
    number, who = made(unit="Inspektorat", person="Sri Handayani")
    follow_up.assign(resources, Expected(number), unit=" Inspektorat ", person="Sri Handayani", by=who)
    assert read(resources, number).notes == []


def test_a_day_set_by_a_person_moves_only_with_a_reason(resources: Resources, made: Callable[..., Made]) -> None:
    number, who = made(due=date(2026, 6, 30))
    first, second = TODAY + timedelta(days=10), TODAY + timedelta(days=40)
    follow_up.set_due(resources, Expected(number), first, by=who, today=TODAY)
    with pytest.raises(Refused, match="alasan perpanjangan"):
        follow_up.set_due(resources, Expected(number), second, by=who, today=TODAY)
    follow_up.set_due(resources, Expected(number), second, by=who, today=TODAY, reason="Menunggu APBD Perubahan.")
    found = read(resources, number)
    assert found.due == second
    assert [(note.before, note.text) for note in reversed(found.notes)] == [
        ("2026-06-30", None),
        (first.isoformat(), "Menunggu APBD Perubahan."),
    ]


def test_a_new_day_in_the_past_is_refused(resources: Resources, made: Callable[..., Made]) -> None:
    number, who = made()
    with pytest.raises(Refused, match="sebelum hari ini"):
        follow_up.set_due(resources, Expected(number), TODAY - timedelta(days=1), by=who, today=TODAY)


@pytest.mark.parametrize(
    ("content", "dated", "why"),
    [(b"", None, "kosong"), (b"x", TODAY + timedelta(days=1), "setelah hari ini")],
)
def test_a_bad_proof_is_refused(
    resources: Resources, made: Callable[..., Made], content: bytes, dated: date | None, why: str
) -> None:
    number, who = made()
    with pytest.raises(Refused, match=why):
        follow_up.add_proof(
            resources, number, BytesIO(content), name="a", description=None, dated=dated, by=who, today=TODAY
        )


def test_the_same_proof_twice_is_refused_and_a_removed_one_stays_in_the_history(
    resources: Resources, made: Callable[..., Made]
) -> None:
    number, who = made()

    def add(name: str) -> None:
        follow_up.add_proof(
            resources, number, BytesIO(b"isi"), name=name, description=None, dated=TODAY, by=who, today=TODAY
        )

    add("satu.pdf")
    with pytest.raises(Refused, match=r"satu\.pdf"):
        add("dua.pdf")
    follow_up.remove_proof(resources, number, read(resources, number).proofs[0].id, by=who)
    found = read(resources, number)
    assert (found.proofs, found.notes[0].act, found.notes[0].before) == ([], "proof_removed", "satu.pdf")


def test_of_many_the_refused_are_named_and_the_rest_is_done(resources: Resources, made: Callable[..., Made]) -> None:
    good, who = made()
    closed, _ = made(progress=Progress.DONE)
    batch = follow_up.many(
        [good, closed, good, 9999], lambda one: follow_up.assign_unit(resources, one, unit="Biro Umum", by=who)
    )
    assert batch.changed == [good]
    assert [number for number, _ in batch.refused] == [closed, 9999]


def test_a_withdrawn_recommendation_is_not_followed_up(resources: Resources, made: Callable[..., Made]) -> None:
    number, who = made(withdrawn=True)
    with pytest.raises(Refused, match="ditarik"):
        follow_up.move(resources, Expected(number), Progress.ACCEPTED, by=who, today=TODAY)

from datetime import UTC, date, datetime

from icalendar import Calendar

from service.outputs.calendar import Entry, calendar

ENTRY = Entry(
    visit_id=7,
    summary="Kunjungan Pemerintah Provinsi Jawa Tengah ke Pemerintah Provinsi Sumatera Barat; balasan, tiga hari",
    starts_on=date(2027, 1, 19),
    ends_on=date(2027, 1, 21),
    status="confirmed",
    place="Padang, Bukittinggi",
    description="Baris satu\nBaris dua",
    url="http://localhost/kunjungan/7",
    changed_at=datetime(2026, 11, 20, 3, 0, tzinfo=UTC),
)


def test_a_reader_gets_back_what_was_written() -> None:
    (event,) = Calendar.from_ical(calendar([ENTRY], name="Kunjungan")).walk("VEVENT")
    assert event.decoded("dtstart") == date(2027, 1, 19)
    assert event.decoded("dtend") == date(2027, 1, 22)  # the day after the last, as the format wants
    assert str(event["summary"]) == ENTRY.summary
    assert str(event["description"]) == ENTRY.description
    assert str(event["status"]) == "CONFIRMED"
    assert str(event["uid"]) == "kunjungan-7@tilik"


def test_lines_are_folded_and_end_as_the_format_wants() -> None:
    lines = calendar([ENTRY], name="Kunjungan").split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)


def test_no_visit_makes_an_empty_calendar() -> None:
    assert Calendar.from_ical(calendar([], name="Kunjungan")).walk("VEVENT") == []

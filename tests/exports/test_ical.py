from __future__ import annotations

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings

from hemicycle.engines.formats.programme import UNDATED_YEAR, Kind
from hemicycle.exports import ical
from hemicycle.exports.refusal import NotExportable
from hemicycle.kit.words import words
from tests.make import programme as make

ENGLISH = words("en")


def _calendar(*sessions, **options) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(ical.write(make.programme(*sessions), words=ENGLISH, **options))


def test_another_library_reads_time_place_and_words():
    held = make.session(
        starts=make.moment("09:00"),
        ends=make.moment("10:30"),
        room="hall",
        abstract={"en": "Who comes; who goes, and why\nnow"},
    )

    event = _calendar(held).walk("VEVENT")[0]

    assert event.decoded("DTSTART") == make.moment("09:00")
    assert event.decoded("DTEND") == make.moment("10:30")
    assert (event["SUMMARY"], event["LOCATION"]) == ("Opening", "Hall")
    assert event["DESCRIPTION"] == "Who comes; who goes, and why\nnow"


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(programme=make.programmes().filter(lambda programme: bool(programme.days)))
def test_every_session_with_a_time_is_one_event_and_no_line_is_longer_than_75_octets(programme):
    data = ical.write(programme, words=ENGLISH)

    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert len(events) == sum(session.starts is not None for session in programme.sessions)
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert all(line.decode("utf-8") is not None for line in data.split(b"\r\n"))


def test_the_zone_describes_the_changes_of_the_year():
    zone = _calendar(make.session(starts=make.moment("09:00"))).walk("VTIMEZONE")[0]

    onsets = [(part.name, part.decoded("DTSTART").isoformat()) for part in zone.subcomponents]
    assert onsets == [
        ("STANDARD", "2017-01-01T01:00:00"),
        ("DAYLIGHT", "2017-03-26T02:00:00"),
        ("STANDARD", "2017-10-29T03:00:00"),
    ]


def test_uids_stay_when_the_session_moves():
    one = _calendar(make.session(starts=make.moment("09:00"))).walk("VEVENT")[0]
    two = _calendar(make.session(starts=make.moment("15:00"), title={"en": "Renamed"})).walk("VEVENT")[0]

    assert one["UID"] == two["UID"]


def test_the_calendar_of_one_person_holds_their_sessions_and_nobody_else():
    ada, bo = make.seat("Ada Sample", person="ada"), make.seat("Bo Sample", person="bo")
    first = make.session("first", starts=make.moment("09:00"), seats=(ada,))
    second = make.session("second", starts=make.moment("11:00"), seats=(bo,))

    data = ical.write(make.programme(first, second), words=ENGLISH, only_person="bo")

    assert [event["SUMMARY"] for event in icalendar.Calendar.from_ical(data).walk("VEVENT")] == ["Second"]
    assert b"Ada" not in data


def test_the_calendar_of_one_session_holds_it_alone():
    sessions = [make.session(key, starts=make.moment("09:00")) for key in ("first", "second")]

    calendar = _calendar(*sessions, only_session="second")

    assert [event["SUMMARY"] for event in calendar.walk("VEVENT")] == ["Second"]


@pytest.mark.parametrize("only", [{"only_session": "none"}, {"only_person": "nobody"}])
def test_a_session_or_person_that_is_not_there_is_refused(only):
    with pytest.raises(NotExportable, match="the programme has no session"):
        _calendar(make.session(starts=make.moment("09:00")), **only)


def test_a_session_without_a_time_is_named_in_the_description_of_the_calendar():
    calendar = _calendar(make.session("planned"), make.session("first", starts=make.moment("09:00")))

    assert calendar["X-WR-CALDESC"] == "Without a time yet: Planned"


def test_an_end_that_is_not_printed_is_assumed_and_said_to_be():
    event = _calendar(make.session(starts=make.moment("09:00"))).walk("VEVENT")[0]

    assert event.decoded("DTEND") == make.moment("10:00")
    assert event["DESCRIPTION"] == "The programme does not say when this ends."


def test_a_container_does_not_make_its_hour_look_taken():
    held = make.session(kind=Kind.BREAKOUT_SESSIONS, starts=make.moment("09:00"))

    assert _calendar(held).walk("VEVENT")[0]["TRANSP"] == "TRANSPARENT"


def test_a_programme_without_dates_is_refused():
    days = (make.Day(make.date(UNDATED_YEAR, 1, 1)),)

    with pytest.raises(NotExportable, match="prints no dates"):
        ical.write(make.programme(days=days), words=ENGLISH)


def test_labels_in_another_language_than_the_programme_s_are_not_said_to_be_in_its_language():
    held = make.programme(make.session(starts=make.moment("09:00"), languages=("en", "fr")))

    lines = ical.write(held, words=words("fr")).decode().replace("\r\n ", "").split("\r\n")

    assert "SUMMARY;LANGUAGE=en:Opening" in lines
    assert any(line.startswith("DESCRIPTION:Langues\u00a0: anglais et français") for line in lines)
    assert any(line.startswith("CATEGORIES:") for line in lines)

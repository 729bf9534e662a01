from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from hemicycle.engines.formats.programme import UNDATED_YEAR, Kind, Seat, Session
from hemicycle.exports import frab_xml
from hemicycle.exports.refusal import NotExportable
from hemicycle.kit.words import words
from tests.make import programme as make

SCHEMA = Path(__file__).parents[2] / ".." / "shared" / "data" / "schedules" / "schema" / "schedule.xml.xsd"
ENGLISH = words("en")


def _events(*sessions: Session) -> list[etree._Element]:
    data = frab_xml.write(make.programme(*sessions), words=ENGLISH)
    return etree.fromstring(data).findall("day/room/event")


@pytest.mark.seeds
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(programme=make.programmes().filter(lambda programme: bool(programme.days)))
def test_every_programme_is_valid_against_the_schema(programme):
    if not SCHEMA.exists():
        pytest.skip("the schema of voc/schedule is not beside the checkout")
    schema = etree.XMLSchema(etree.parse(SCHEMA))

    schema.assertValid(etree.fromstring(frab_xml.write(programme, words=ENGLISH)))


def test_an_event_says_when_where_what_and_who():
    seat = make.seat("Ada Sample", person="ada-sample")
    held = make.session(
        starts=make.moment("09:00"),
        ends=make.moment("10:30"),
        room="hall",
        languages=("fr",),
        theme="Housing",
        seats=(seat,),
    )

    event = _events(held)[0]

    said = {
        name: event.findtext(name)
        for name in ("date", "start", "duration", "room", "title", "track", "type", "language")
    }
    assert said == {
        "date": "2017-11-16T09:00:00+01:00",
        "start": "09:00",
        "duration": "01:30",
        "room": "Hall",
        "title": "Opening",
        "track": "Housing",
        "type": "Plenary",
        "language": "fr",
    }
    assert [person.text for person in event.findall("persons/person")] == ["Ada Sample"]


def test_a_session_of_two_days_is_cut_at_midnight_into_pieces_shorter_than_a_day():
    starts = make.moment("10:00")

    events = _events(make.session(starts=starts, ends=starts + timedelta(days=1, hours=3)))

    assert [(e.findtext("start"), e.findtext("duration")) for e in events] == [
        ("10:00", "14:00"),
        ("00:00", "13:00"),
    ]
    assert len({e.get("guid") for e in events} | {e.get("id") for e in events}) == 4


def test_a_session_without_an_end_lasts_until_the_next_begins():
    events = _events(
        make.session("first", starts=make.moment("09:00")),
        make.session("second", starts=make.moment("09:40")),
    )

    assert [event.findtext("duration") for event in events] == ["00:40", "01:00"]


def test_an_open_seat_is_told_in_the_description_and_is_no_person():
    event = _events(make.session(starts=make.moment("09:00"), seats=(make.seat(),)))[0]

    assert event.findtext("description") == "People:\n- Speaker: TBC"
    assert event.findall("persons/person") == []


def test_ids_stay_when_other_sessions_come_and_go():
    held = make.session("kept", starts=make.moment("09:00"))
    other = make.session("another", kind=Kind.LUNCH, starts=make.moment("12:00"))

    alone, together = _events(held)[0], _events(other, held)[0]

    assert (alone.get("id"), alone.get("guid")) == (together.get("id"), together.get("guid"))


@pytest.mark.parametrize("days", [(), (make.Day(make.date(UNDATED_YEAR, 1, 1)),)])
def test_a_programme_without_dates_is_refused_in_one_sentence(days):
    with pytest.raises(NotExportable, match=r"the programme (has no days|prints no dates), and"):
        frab_xml.write(make.programme(days=days), words=ENGLISH)


def test_a_seat_that_was_declined_is_not_shown_as_a_person():
    declined = Seat(make.Role.SPEAKER, make.SeatState.DECLINED, "ada-sample", "Ada Sample")

    event = _events(make.session(starts=make.moment("09:00"), seats=(declined,)))[0]

    assert event.findall("persons/person") == []

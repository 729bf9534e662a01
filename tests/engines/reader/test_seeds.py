"""The two real papers, read to the last line, and the three that hold no programme."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hemicycle.engines.formats.programme import CONTAINERS, PAUSES, Kind, SeatState, Session
from hemicycle.engines.reader import NoProgramme, read

if TYPE_CHECKING:
    from hemicycle.engines.formats.reading import Reading

SEEDS = Path(__file__).parents[3] / ".." / "shared" / "seeds"

pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the reference papers are not beside the checkout"),
]


@cache
def paper(number: str) -> Reading:
    path = next(SEEDS.glob(f"{number}_*.txt"))
    return read(path.name, path.read_bytes())


def november() -> Reading:
    return paper("001")


def july() -> Reading:
    return paper("000")


def titled(reading: Reading, title: str) -> Session:
    return next(session for session in reading.programme.sessions if title in session.title.get("en", ""))


def seats_in(reading: Reading, state: SeatState) -> int:
    return sum(seat.state is state for session in reading.programme.sessions for seat in session.seats)


def test_november_has_every_entry_and_every_slot():
    sessions = november().programme.sessions

    assert len(sessions) == 33
    assert sum(session.kind in CONTAINERS for session in sessions) == 4
    assert sum(session.kind in PAUSES for session in sessions) == 7
    assert len({(session.starts, session.ends) for session in sessions}) == 19


def test_november_seats_everyone_once_and_joins_spellings():
    reading = november()

    assert seats_in(reading, SeatState.NAMED) == 67
    assert len(reading.programme.people) == 53
    assert seats_in(reading, SeatState.TBC) == 2
    assert seats_in(reading, SeatState.UNNAMED) == 2
    assert seats_in(reading, SeatState.ORGANISATION) == 0


def test_november_has_seven_places_and_one_of_them_spelt_two_ways():
    rooms = {room.name: room for room in november().programme.rooms}

    assert len(rooms) == 7
    assert rooms["Herten Aas"].also == ("Hertzen Aas",)
    assert rooms["Auditorium"].languages == ("en", "fr", "es", "tr")
    assert rooms["Outside the venue"].off_site
    assert rooms["Mechelen-Centraal"].note == "Common Zone inside the venue"


def test_november_has_twenty_eight_guiding_questions_and_takes_aims_for_none():
    reading = november()

    assert sum(len(session.questions) for session in reading.programme.sessions) == 28
    assert not titled(reading, "Middle East and North Africa").questions
    assert "- Identify key facts" in titled(reading, "Middle East and North Africa").abstract["en"]


def test_november_says_what_it_is():
    programme = november().programme

    assert programme.title == {"en": "Global Conference on Cities & Migration"}
    assert programme.theme == {
        "en": "From Habitat III to the Global Compact on Migration: a role for local authorities"
    }
    assert programme.place == "Lamot Congress and Heritage Center, Mechelen, Belgium"
    assert (programme.status, str(programme.as_of)) == ("As of 15 November 2017", "2017-11-15")
    assert (programme.timezone, programme.language) == ("Europe/Brussels", "en")
    assert [str(day.date) for day in programme.days] == ["2017-11-16", "2017-11-17"]


def test_november_keeps_numbers_apart_from_titles():
    breakouts = [session for session in november().programme.sessions if session.number]

    assert [(session.number, session.title["en"]) for session in breakouts] == [
        ("3", "Social integration"),
        ("2", "Migrant smuggling and human trafficking, addressing irregular migration"),
        ("1", "Migration and sustainable urban development"),
    ]


def test_november_closing_has_items_with_their_people_and_remarks_with_nobody():
    closing = titled(november(), "Closing plenary")

    assert [
        (item.title["en"], [closing.seats[seat].name for seat in item.seats]) for item in closing.items
    ] == [
        ("Presentation of the Declaration of the Conference", ["Bart Somers"]),
        (
            "Best practices on cooperation for migration governance at local and national levels",
            ["William Swing"],
        ),
        ("Inputs to the follow up and implementation of the New Urban Agenda", ["Joan Clos"]),
        ("Closing remarks", []),
    ]


def test_november_joins_texts_that_a_page_break_cut():
    drivers, rights = titled(november(), "Drivers of migration"), titled(november(), "Human rights")

    assert "outbreak of conflicts in the Central African Republic" in drivers.abstract["en"]
    assert "the most vulnerable groups of migrants" in rights.abstract["en"]


def test_november_leaves_no_line_over():
    reading = november()

    assert reading.leftovers == ()
    assert reading.lines.all == reading.lines.blank + reading.lines.used


def test_every_value_of_november_has_its_line():
    reading = november()

    for session in reading.programme.sessions:
        path = f"sessions/{session.key}"
        assert f"{path}/starts" in reading.evidence
        assert f"{path}/title" in reading.evidence
        assert all(f"{path}/seats/{number}" in reading.evidence for number in range(len(session.seats)))
        assert all(
            f"{path}/questions/{number}" in reading.evidence for number in range(len(session.questions))
        )


def test_july_has_every_entry():
    sessions = july().programme.sessions

    assert len(sessions) == 17
    assert [session.title["en"] for session in sessions if session.kind in CONTAINERS] == ["side events"] * 2


def test_july_holds_its_side_events_over_lunch():
    sessions = july().programme.sessions
    lunches = [session for session in sessions if session.kind is Kind.LUNCH]
    side_events = [session for session in sessions if session.kind is Kind.SIDE_EVENTS]

    assert [(lunch.starts, lunch.ends) for lunch in lunches] == [(s.starts, s.ends) for s in side_events]
    assert [lunch.title["en"] for lunch in lunches] == ["Lunch", "Lunch"]


def test_july_seats_people_organisations_and_functions():
    reading = july()

    assert seats_in(reading, SeatState.NAMED) == 9
    assert len(reading.programme.people) == 5
    assert seats_in(reading, SeatState.ORGANISATION) == 9
    assert seats_in(reading, SeatState.UNNAMED) == 10


def test_july_joins_what_flattening_cut():
    titles = [session.title["en"] for session in july().programme.sessions if session.kind is Kind.BREAKOUT]

    assert titles == [
        "Migration and sustainable urban development",
        "Migrant smuggling and human trafficking, addressing irregular migration",
        "Social integration",
        "Human rights of migrants",
        "Drivers of migration",
        "International cooperation and global governance",
    ]


def test_july_prints_no_year_and_the_weekday_decides_it():
    reading = july()

    assert [str(day.date) for day in reading.programme.days] == ["2017-11-16", "2017-11-17"]
    assert reading.evidence["days/0"].assumed
    assert str(reading.programme.as_of) == "2017-07-14"


def test_that_the_columns_of_july_are_breakouts_is_marked_as_assumed():
    reading = july()
    breakouts = [session for session in reading.programme.sessions if session.kind is Kind.BREAKOUT]

    assert all(reading.evidence[f"sessions/{breakout.key}/kind"].assumed for breakout in breakouts)


@pytest.mark.parametrize("number", ["002", "003", "004"])
def test_a_paper_without_a_programme_is_called_one(number):
    with pytest.raises(NoProgramme, match="looked for days, times and titled sessions"):
        paper(number)

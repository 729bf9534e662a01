"""Programmes of any size, invented, the same each time: what the measurements are made on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hemicycle.engines.formats.programme import (
    Day,
    Kind,
    Person,
    Programme,
    Role,
    Room,
    Seat,
    SeatState,
    Session,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

ZONE = ZoneInfo("Europe/Brussels")
OPENING = datetime(2027, 5, 10, 9, 0, tzinfo=ZONE)
SLOTS_A_DAY = 5
FIRST_NAMES = (
    "Ada",
    "Bora",
    "Chidi",
    "Dalia",
    "Emre",
    "Farid",
    "Greta",
    "Hugo",
    "Inès",
    "Jonas",
    "Kiran",
    "Lena",
    "Mateo",
    "Nadia",
    "Oskar",
    "Pilar",
    "Rashid",
    "Sofia",
    "Tomasz",
    "Ursula",
    "Viktor",
    "Wanjiru",
    "Yusuf",
    "Zeynep",
)
SYLLABLES = (
    "ba",
    "dor",
    "fen",
    "gil",
    "kum",
    "la",
    "mir",
    "no",
    "pas",
    "ret",
    "sol",
    "tu",
    "vek",
    "bri",
    "drua",
    "gan",
    "kles",
    "plo",
    "stim",
    "tra",
)
TOPICS = (
    "housing",
    "schools",
    "water",
    "transport",
    "work",
    "health",
    "heritage",
    "data",
    "climate",
    "youth",
)
MANNERS = ("Financing", "Planning", "Sharing", "Measuring", "Opening", "Rebuilding", "Governing", "Greening")
CITIES = (
    ("Arlo", "BE"),
    ("Bexley Bay", "ZA"),
    ("Corvan", "FR"),
    ("Dunmere", "IE"),
    ("Estapa", "ES"),
    ("Forli", "IT"),
)


def programme(size: int) -> Programme:
    """An invented programme of `size` sessions in parallel rooms, with its breaks among them."""
    rooms = tuple(
        Room(f"hall-{n}", f"Hall {n}", languages=("en", "fr"), capacity=40 + 10 * n)
        for n in range(1, max(3, min(30, size // 25)) + 1)
    )
    people = tuple(Person(f"person-{n}", _name(n)) for n in range(max(8, size * 3 // 2)))
    sessions = tuple(_sessions(size, rooms, people))
    dates = sorted({session.starts.date() for session in sessions if session.starts})
    return Programme(
        title={"en": "Invented Assembly of Cities"},
        theme={"en": "Towns that measure themselves"},
        place="Assembly House, Brussels, Belgium",
        status="As of 1 May 2027",
        as_of=datetime(2027, 5, 1, tzinfo=ZONE).date(),
        timezone="Europe/Brussels",
        language="en",
        days=tuple(Day(date, f"Day {n} – {date:%A, %d %B %Y}") for n, date in enumerate(dates, 1)),
        rooms=rooms,
        people=people,
        sessions=sessions,
    )


def _name(number: int) -> str:
    """Names as far apart as those of real people: any two surnames differ in two syllables of three or are equal."""
    number, first = divmod(number, len(FIRST_NAMES))
    again, number = divmod(number, len(SYLLABLES) ** 2)
    one, two = divmod(number * 7 % len(SYLLABLES) ** 2, len(SYLLABLES))
    surname = "".join(SYLLABLES[place] for place in (one, two, (one + two + again) % len(SYLLABLES)))
    return f"{FIRST_NAMES[first]} {surname.capitalize()}"


def _sessions(size: int, rooms: tuple[Room, ...], people: tuple[Person, ...]) -> Iterator[Session]:
    made = slot = 0
    while made < size:
        day, hour = divmod(slot, SLOTS_A_DAY)
        starts = OPENING + timedelta(days=day, minutes=105 * hour)
        if hour == 2:
            yield Session(
                f"break-{slot}",
                Kind.BREAK,
                {"en": "Break"},
                starts=starts,
                ends=starts + timedelta(minutes=105),
            )
            made += 1
        else:
            for room in rooms[: size - made]:
                yield _session(made, room, starts, people)
                made += 1
        slot += 1


def _session(number: int, room: Room, starts: datetime, people: tuple[Person, ...]) -> Session:
    title = f"{MANNERS[number % len(MANNERS)]} {TOPICS[number // len(MANNERS) % len(TOPICS)]}, part {number}"
    return Session(
        key=f"session-{number}",
        kind=Kind.BREAKOUT,
        number=str(number),
        title={"en": title},
        starts=starts,
        ends=starts + timedelta(minutes=90),
        room=room.key,
        languages=room.languages,
        organisers=(f"Office of {TOPICS[number % len(TOPICS)].title()}",),
        abstract={"en": f"Cities show how {title.lower()} went with them. " * 4},
        questions=({"en": f"What did part {number} teach?"}, {"en": "What comes next?"}),
        seats=tuple(_seat(number, place, people) for place in range(4)),
    )


def _seat(number: int, place: int, people: tuple[Person, ...]) -> Seat:
    person = people[(number * 4 + place) % len(people)]
    city, country = CITIES[(number + place) % len(CITIES)]
    return Seat(
        role=Role.MODERATOR if place == 3 else Role.SPEAKER,
        state=SeatState.NAMED,
        person=person.key,
        name=person.name,
        position="Mayor" if place else "Councillor",
        place=city,
        country=country,
        as_printed=f"{person.name}, {'Mayor' if place else 'Councillor'} of {city}",
    )


def revised(old: Programme) -> Programme:
    """The programme a month later: a third of the sessions moved by a day, some renamed, some gone."""
    sessions = []
    for number, session in enumerate(old.sessions):
        if number % 50 == 49:
            continue
        if number % 3 == 0 and session.starts and session.ends:
            session = replace(  # noqa: PLW2901 -- the same session, changed
                session,
                starts=session.starts + timedelta(days=1),
                ends=session.ends + timedelta(days=1),
                title={"en": session.title["en"].replace("part", "round")},
            )
        sessions.append(session)
    return replace(old, sessions=tuple(sessions), status="As of 2 May 2027")

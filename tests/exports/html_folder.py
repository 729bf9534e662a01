"""A programme that tries every page of the folder, and the folder that is made of it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import Day, Item, Kind, Person, Role, Room, Seat, SeatState
from hemicycle.exports import html
from hemicycle.kit.words import LANGUAGES
from tests.make.programme import FIRST_DAY, moment, programme, session

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemicycle.engines.formats.programme import Programme, Session


def mayor(name: str, key: str, place: str, country: str, role: Role = Role.SPEAKER) -> Seat:
    return Seat(
        role, SeatState.NAMED, key, name, "Mayor", f"Municipality of {place}", place, country, "", name
    )


def breakout(key: str, room: str, *seats: Seat) -> Session:
    """One of the parallel sessions from 11:00 to 12:30."""
    return session(
        key,
        kind=Kind.BREAKOUT,
        starts=moment("11:00"),
        ends=moment("12:30"),
        room=room,
        part_of="breakouts",
        seats=seats,
    )


def conference() -> Programme:
    """Two languages, parallel rooms, a pause, an outing, open seats, items, a session without a time."""
    opening = session(
        "opening",
        kind=Kind.OPENING_PLENARY,
        title={"en": "Opening <of> the conference", "ar": "افتتاح المؤتمر"},
        starts=moment("09:00"),
        ends=moment("10:30"),
        room="hall",
        abstract={"en": "First paragraph.\nSecond paragraph."},
        questions=({"en": "What shall cities do?"}, {"en": "And with whom?"}),
        items=(Item({"en": "Welcome"}, (0,)), Item({"en": "Keynote"}, (1,))),
        seats=(
            mayor("Zoë Sample", "zoe", "Alphaville", "BE", Role.WELCOME),
            mayor("Başar Örnek", "basar", "Örnekköy", "TR", Role.KEYNOTE),
        ),
    )
    pause = session(
        "pause", kind=Kind.BREAK, title={"en": "Coffee"}, starts=moment("10:30"), ends=moment("11:00")
    )
    container = session(
        "breakouts",
        kind=Kind.BREAKOUT_SESSIONS,
        title={"en": "Breakouts"},
        starts=moment("11:00"),
        ends=moment("12:30"),
    )
    rights = breakout(
        "rights",
        "hall",
        mayor("Zoe Sample", "zoe", "Alphaville", "BE"),
        Seat(
            Role.SPEAKER,
            SeatState.UNNAMED,
            position="Vice-Mayor",
            place="Betatown",
            country="UG",
            as_printed="Vice-Mayor",
        ),
        Seat(Role.MODERATOR, SeatState.TBC, as_printed="TBC"),
    )
    drivers = breakout(
        "drivers",
        "annex",
        Seat(
            Role.MODERATOR, SeatState.ORGANISATION, organisation="Sample Network", as_printed="Sample Network"
        ),
        Seat(
            Role.SPEAKER,
            SeatState.DECLINED,
            "amal",
            "أمل مثال",
            "Mayor",
            "",
            "Gammapolis",
            "JO",
            "",
            "أمل مثال",
        ),
    )
    outing = session(
        "outing", kind=Kind.SITE_VISIT, starts=moment("11:00"), ends=moment("12:30"), room="outside"
    )
    closing = session("closing", kind=Kind.CLOSING_REMARKS, organisers=("Hosts & friends",))
    return programme(
        *(opening, pause, container, rights, drivers, outing, closing),
        title={"en": "Conference of Sample Cities", "fr": "Conférence des villes exemples"},
        place="Sample Hall, Alphaville",
        as_of=FIRST_DAY,
        rooms=(
            Room("hall", "Hall", ("Haul",), ("en", "fr"), 300),
            Room("annex", "Annex", languages=("en",)),
            Room("outside", "Outside", off_site=True, note="ten minutes on foot"),
        ),
        people=(
            Person("zoe", "Zoë Sample", ("Zoe Sample",)),
            Person("basar", "Başar Örnek"),
            Person("amal", "أمل مثال"),
        ),
        days=(Day(FIRST_DAY, "First day"),),
    )


@cache
def folder() -> Mapping[str, bytes]:
    return html.write(conference(), languages=LANGUAGES)


def text(name: str) -> str:
    return folder()[name].decode()

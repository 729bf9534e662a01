"""The two printed versions of the Mechelen programme in outline: titles, times, rooms and people; no prose."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import (
    CONTAINERS,
    Day,
    Item,
    Kind,
    Person,
    Programme,
    Role,
    Room,
    Seat,
    SeatState,
    Session,
)
from tests.make.programme import moment

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAYS = {"Thu": date(2017, 11, 16), "Fri": date(2017, 11, 17)}
_ROLES = {
    "S": Role.SPEAKER,
    "M": Role.MODERATOR,
    "W": Role.WELCOME,
    "K": Role.KEYNOTE,
    "I": Role.INTRODUCED_BY,
}
_OPEN = {"?": SeatState.UNNAMED, "@": SeatState.ORGANISATION, "!": SeatState.TBC}

JULY = """
Thu 09:00-10:30 opening_plenary | Hosts’ welcoming remarks
  W Alexander De Croo; Deputy Prime Minister; Belgian Federal Government
  W Bart Sommers; Mayor of Mechelen
  K William Lacy Swing; Director General; IOM
  K Joan Clos; Executive Director; UN-Habitat
  K Parks Tau; President; UCLG
Thu 10:30-13:00 guided_discussion | Implementation of migration-related commitments of the New Urban Agenda
  M @UN-Habitat
  M @UCLG
Thu 13:00-15:00 side_events | Lunch and side events
Thu 15:00-16:30 breakout | Migration and sustainable urban development
  M ?Mayor
  M ?practitioner
Thu 15:00-16:30 breakout | Migrant smuggling and human trafficking, addressing irregular migration
  M ?Mayor
  M ?practitioner
Thu 15:00-16:30 breakout | Social integration
  M ?Mayor
  M ?practitioner
Thu 16:30-17:30 summary_plenary | Summary plenary
  M @UN-Habitat
Fri 09:00-10:30 guided_discussion | What are the key elements that can inform the Global Compact on Migration?
  M @IOM
  M @UCLG
Fri 10:30-12:00 breakout | Human rights of migrants
  M @UCLG
  M ?practitioner
Fri 10:30-12:00 breakout | Drivers of migration
  M @UN-Habitat
  M ?practitioner
Fri 10:30-12:00 breakout | International cooperation and global governance
  M @IOM
  M ?practitioner
Fri 12:00-13:00 summary_plenary | Summary plenary
  M @IOM
Fri 13:00-15:00 side_events | Lunch and side events
Fri 15:00-16:00 closing_plenary | Closing plenary
  S Bart Sommers; Mayor of Mechelen
  S William Lacy Swing; Director General; IOM
  S Joan Clos; Executive Director; UN-Habitat
Fri 16:00-16:30 closing_remarks | Closing remarks
  S Parks Tau; President; UCLG
  S ?Representative of the Federal Government of Belgium
"""

NOVEMBER = """
Thu 09:00-10:15 opening_plenary Auditorium | Hosts' welcoming remarks
  W Bart Somers; Mayor of Mechelen
  K William Swing; Director General; International Organization for Migration
  K Joan Clos; Executive Director; UN-Habitat
  K Parks Tau; President; United Cities and Local Governments
Thu 10:15-10:30 break | Break
Thu 10:30-12:00 guided_discussion Auditorium | “What are the key elements that can inform the Global Compact on Migration”
  S Afeku Isa Kato; Mayor of Arua Municipal Council
  S Boubacar Bah; Mayor of Bamako 5th District
  M Michele Klein-Solomon; Senior Policy Advisor to the Director General; IOM
  M Mohamed Boussraoui; Director of Programme; United Cities and Local Government
Thu 12:00-12:45 lunch | Lunch Break
Thu 12:45-14:45 side_events | Side events
  - Dijlezaal | Mesoamerica and the implementation of the Migrants in Countries in Crisis recommendations
  - Herten Aas | The Middle East and North Africa perspective
  - Alcazar | Human mobility and the right to the city
Thu 14:45-15:00 break | Break
Thu 15:00-16:30 breakout_sessions | Breakout sessions
  - Auditorium | International cooperation and global governance
    M Ioana Popp; Policy Officer; IOM
    S Tekin Başar; Vice Mayor of Kecioren
  - Alcazar | Drivers of migration
    M Katja Schaefer; Human Settlements Officer; UN-Habitat Regional Office for Arab States
    M Peter Defranceschi; Head of Brussels Office; ICLEI
  - Dijlezaal | Human rights of migrants
    M Eloisa Arruda; Secretary of Human Rights
    M Magali Fricaudet; Coordinator of the Committee on Social Inclusion; UCLG
    S Juan Acevedo; Mayor of Upala
Thu 16:30-16:45 break | Break
Thu 16:45-17:30 summary_plenary Auditorium | Summary plenary
  I Jill Helke; Director of International Cooperation; IOM
Thu 17:30-19:00 reception Mechelen-Centraal | Reception
Fri 09:00-09:30 keynote_plenary Auditorium | Introduction 2nd day
  K Alexander De Croo; Deputy Prime Minister; Belgium
Fri 09:30-11:00 guided_discussion Auditorium | Implementation of migration-related commitments of the New Urban Agenda
  S Boubacar Bah; Mayor of Bamako 5th District
  M Filiep Decorte; Director ai, New York Liaison Office; UN-Habitat
  M Emilia Saiz; Deputy Secretary General; UCLG
Fri 11:00-11:15 break | Break
Fri 11:15-12:45 breakout_sessions | Breakout sessions
  - Auditorium 3 | Social integration
    M Juan Acevedo; Mayor of Upala
    M Colleen Thouez; ; UNITAR
  - Alcazar 2 | Migrant smuggling and human trafficking, addressing irregular migration
    M !TBC
    S Tekin Başar; Vice Mayor of Kecioren
  - Dijlezaal 1 | Migration and sustainable urban development
    M !TBC
    M ?Vice-Mayor of Ahuachapán
Fri 12:45-13:30 lunch | Lunch Break
Fri 13:30-14:30 side_events | Side events
  - Scala | Youth Migration: Why the Silence
  - Dijlezaal | The European perspective
  - Herten Aas | Global Migration: Resilient Cities at The Forefront
Fri 14:30-14:45 break | Break
Fri 14:45-16:30 summary_plenary Auditorium | Summary plenary
  I Christophe Lalande; Leader, Housing Unit; UN-Habitat
Fri 16:30-17:30 closing_plenary Auditorium | Closing plenary
  S Bart Somers; Mayor of Mechelen
  S William Swing; Director General; IOM
  S Joan Clos; Executive Director; UN-Habitat
~ closing_remarks Auditorium | Closing remarks
"""

_LANGUAGES = {"Auditorium": ("en", "fr", "es", "tr"), "Herten Aas": ("en",), "Scala": ("en",)}
_PARTS = {Kind.BREAKOUT_SESSIONS: Kind.BREAKOUT, Kind.SIDE_EVENTS: Kind.SIDE_EVENT}


def july() -> Programme:
    title = {"en": "Global Conference on Cities and Migrants"}
    return _programme(JULY, title=title, status="As of 14 July", as_of=date(2017, 7, 14))


def november() -> Programme:
    title = {"en": "Global Conference on Cities & Migration"}
    return _programme(NOVEMBER, title=title, status="As of 15 November 2017", as_of=date(2017, 11, 15))


def _programme(outline: str, **fields: object) -> Programme:
    sessions = tuple(_sessions(outline))
    people = {seat.person: seat.name for one in sessions for seat in one.seats if seat.person}
    rooms = dict.fromkeys(one.room for one in sessions if one.room)
    return Programme(
        **fields,
        place="Mechelen, Belgium",
        timezone="Europe/Brussels",
        language="en",
        days=tuple(Day(day) for day in _DAYS.values()),
        rooms=tuple(Room(key, key, languages=_LANGUAGES.get(key, ("en", "fr", "es"))) for key in rooms),
        people=tuple(Person(key, name) for key, name in people.items()),
        sessions=sessions,
    )


def _sessions(outline: str) -> Iterator[Session]:
    parent: Session | None = None
    held: list[tuple[Session, list[Seat]]] = []
    for line in outline.strip().splitlines():
        said = line.strip()
        if said[:2].strip() in _ROLES:
            held[-1][1].append(_seat(_ROLES[said[0]], said[2:]))
            continue
        key = f"s{len(held) + 1}"
        if said.startswith("- "):
            one = _part(key, said[2:], parent)
        else:
            one = _entry(key, said)
            parent = one if one.kind in CONTAINERS else None
        held.append((one, []))
    for one, seats in held:
        yield _with_seats(one, tuple(seats))


def _entry(key: str, said: str) -> Session:
    head, title = said.split(" | ")
    if head.startswith("~ "):
        kind, room = head[2:].split(" ", 1)
        return Session(key, Kind(kind), {"en": title}, room=room)
    day, hours, kind, *room = head.split(" ", 3)
    starts, ends = (moment(clock, day=_DAYS[day]) for clock in hours.split("-"))
    return Session(key, Kind(kind), {"en": title}, starts=starts, ends=ends, room=room[0] if room else None)


def _part(key: str, said: str, parent: Session) -> Session:
    room, title = said.split(" | ")
    number = room[-1] if room[-1].isdigit() else ""
    return Session(
        key,
        _PARTS[parent.kind],
        {"en": title},
        number=number,
        starts=parent.starts,
        ends=parent.ends,
        room=room.rstrip("123 "),
        part_of=parent.key,
    )


def _seat(role: Role, said: str) -> Seat:
    state = _OPEN.get(said[0])
    if state is SeatState.ORGANISATION:
        return Seat(role, state, organisation=said[1:], as_printed=said[1:])
    if state:
        return Seat(role, state, position="" if state is SeatState.TBC else said[1:], as_printed=said[1:])
    name, position, organisation = (*said.split("; "), "")[:3]
    printed = ", ".join(part for part in (name, position, organisation) if part)
    key = name.lower().replace(" ", "-")
    return Seat(role, SeatState.NAMED, key, name, position, organisation=organisation, as_printed=printed)


def _with_seats(one: Session, seats: tuple[Seat, ...]) -> Session:
    from dataclasses import replace

    items = ()
    if one.kind is Kind.OPENING_PLENARY:
        items = (Item({"en": "Keynote remarks by institutional partners"}),)
    return replace(one, seats=seats, items=items)

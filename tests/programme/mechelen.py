"""The November programme of Mechelen as data: titles, names, times and rooms as its paper prints them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import (
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
from tests.make.programme import BRUSSELS, moment

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST, SECOND = date(2017, 11, 16), date(2017, 11, 17)
ROOMS = (
    Room("auditorium", "Auditorium", languages=("en", "fr", "es", "tr")),
    Room("dijlezaal", "Dijlezaal", languages=("en", "fr", "es")),
    Room("herten-aas", "Herten Aas", also=("Hertzen Aas",), languages=("en",)),
    Room("alcazar", "Alcazar", languages=("en", "fr", "es")),
    Room("outside", "Outside the venue", off_site=True),
    Room("centraal", "Mechelen-Centraal"),
    Room("scala", "Scala", languages=("en",)),
)
DIE = Person("die", "Mohamed Dié", ("Moahmed Dié",))
NHACA = Person("nhaca", "Luís Bernardo Tiago Nhaca", ("Luis Nhaca",))


def seat(name: str, position: str = "", role: Role = Role.SPEAKER, **fields: str) -> Seat:
    key = {form: person.key for person in (DIE, NHACA) for form in (person.name, *person.also)}.get(name)
    person = key or name.lower().replace(" ", "-")
    printed = ", ".join(part for part in (name, position) if part)
    return Seat(role, SeatState.NAMED, person, name, position, as_printed=printed, **fields)


def moderator(name: str, position: str = "", **fields: str) -> Seat:
    return seat(name, position, Role.MODERATOR, **fields)


def tbc(role: Role = Role.MODERATOR) -> Seat:
    return Seat(role, SeatState.TBC, as_printed="TBC")


def unnamed(position: str, role: Role = Role.SPEAKER, **fields: str) -> Seat:
    return Seat(role, SeatState.UNNAMED, position=position, as_printed=position, **fields)


def _at(day: date, hours: str) -> dict[str, object]:
    starts, ends = hours.split("-")
    return {"starts": moment(starts, day=day), "ends": moment(ends, day=day)}


def _pause(day: date, hours: str, kind: Kind = Kind.BREAK) -> Session:
    return Session(
        f"{kind}-{day.day}-{hours[:2]}{hours[3:5]}", kind, {"en": kind.value.title()}, **_at(day, hours)
    )


def _group(key: str, kind: Kind, day: date, hours: str) -> Session:
    return Session(
        key,
        kind,
        {"en": "Breakout sessions" if kind is Kind.BREAKOUT_SESSIONS else "Side events"},
        **_at(day, hours),
    )


BAR = {"position": "Mayor", "place": "Mechelen"}
SOMERS = seat("Bart Somers", **BAR)
SWING = seat("William Swing", "Director General", organisation="International Organization for Migration")
CLOS = seat("Joan Clos", "Executive Director", organisation="UN-Habitat")
TAU = seat("Parks Tau", "President", organisation="United Cities and Local Governments")
BAH = seat("Boubacar Bah", "Mayor", place="Bamako", country="ML")
PAPAGIANNAKIS = seat("Eleftherios Papagiannakis", "Vice Mayor", place="Athens", country="GR")
ARRUDA = ("Eloisa Arruda", "Secretary of Human Rights")


def _first_day() -> Sequence[Session]:
    side, breakout = "side-events-1", "breakouts-1"
    parallel, talk = _at(FIRST, "12:45-14:45"), _at(FIRST, "15:00-16:30")
    return (
        Session(
            "opening",
            Kind.OPENING_PLENARY,
            {"en": "Opening"},
            room="auditorium",
            **_at(FIRST, "09:00-10:15"),
            items=(
                Item({"en": "Hosts' welcoming remarks"}, (0,)),
                Item({"en": "Keynote remarks"}, (1, 2, 3)),
            ),
            seats=(SOMERS, SWING, CLOS, TAU),
        ),
        _pause(FIRST, "10:15-10:30"),
        Session(
            "gcm",
            Kind.GUIDED_DISCUSSION,
            {"en": "Key elements for the Global Compact"},
            room="auditorium",
            **_at(FIRST, "10:30-12:00"),
            questions=({"en": "What could the role of local authorities be?"},),
            seats=(
                seat("Afeku Isa Kato", "Mayor", country="UG"),
                seat("Yousef Alshawarbeh", "Mayor", country="JO"),
                BAH,
                seat("Emily Ruskin", "Fellow", country="US"),
                seat("Mohammad Ramdhan Pomanto", "Mayor", place="Makassar", country="ID"),
                moderator("Michele Klein-Solomon", "Senior Policy Advisor", organisation="IOM"),
                moderator(
                    "Mohamed Boussraoui",
                    "Director of Programme",
                    organisation="United Cities and Local Government",
                ),
            ),
        ),
        _pause(FIRST, "12:00-12:45", Kind.LUNCH),
        _group(side, Kind.SIDE_EVENTS, FIRST, "12:45-14:45"),
        Session(
            "mesoamerica",
            Kind.SIDE_EVENT,
            {"en": "Mesoamerica"},
            room="dijlezaal",
            part_of=side,
            organisers=("IOM Costa Rica",),
            **parallel,
        ),
        Session(
            "mena",
            Kind.SIDE_EVENT,
            {"en": "The Middle East and North Africa perspective"},
            room="herten-aas",
            part_of=side,
            organisers=("UN Habitat", "IOM Regional Offices for the MENA region"),
            **parallel,
        ),
        Session(
            "right-to-the-city",
            Kind.SIDE_EVENT,
            {"en": "Human mobility and the right to the city"},
            room="alcazar",
            part_of=side,
            organisers=("United Cities and Local Governments",),
            **parallel,
        ),
        Session(
            "grassroots",
            Kind.SITE_VISIT,
            {"en": "Visit to some grassroots projects"},
            room="outside",
            part_of=side,
            **parallel,
        ),
        _pause(FIRST, "14:45-15:00"),
        _group(breakout, Kind.BREAKOUT_SESSIONS, FIRST, "15:00-16:30"),
        Session(
            "governance",
            Kind.BREAKOUT,
            {"en": "International cooperation and global governance"},
            room="auditorium",
            part_of=breakout,
            **talk,
            seats=(
                seat("Gilbert Jiminez", "Mayor", country="CR"),
                seat("Moahmed Dié", "Mayor", place="Rachid", country="MR"),
                seat("Tekin Başar", "Vice Mayor", place="Kecioren", country="TR"),
                moderator("Ioana Popp", "Policy Officer", organisation="IOM"),
            ),
        ),
        Session(
            "drivers",
            Kind.BREAKOUT,
            {"en": "Drivers of migration"},
            room="alcazar",
            part_of=breakout,
            **talk,
            seats=(
                seat("Lilia Umaña Montiel", "Vice-Mayor", country="HN"),
                seat(
                    "Luís Bernardo Tiago Nhaca", "Councilor of Urban Planning", place="Maputo", country="MZ"
                ),
                moderator("Katja Schaefer", "Human Settlements Officer", organisation="UN-Habitat"),
            ),
        ),
        Session(
            "human-rights",
            Kind.BREAKOUT,
            {"en": "Human rights of migrants"},
            room="dijlezaal",
            part_of=breakout,
            **talk,
            seats=(
                seat("Juan Acevedo", "Mayor", place="Upala", country="CR"),
                seat("Abdoulaye Thimbo", "Mayor", country="SN"),
                PAPAGIANNAKIS,
                moderator(*ARRUDA, country="BR"),
            ),
        ),
        _pause(FIRST, "16:30-16:45"),
        Session(
            "summary-1",
            Kind.SUMMARY_PLENARY,
            {"en": "Summary plenary"},
            room="auditorium",
            **_at(FIRST, "16:45-17:30"),
            seats=(seat("Jill Helke", "Director", Role.INTRODUCED_BY, organisation="IOM"),),
        ),
        Session(
            "reception", Kind.RECEPTION, {"en": "Reception"}, room="centraal", **_at(FIRST, "17:30-19:00")
        ),
    )


def _second_day() -> Sequence[Session]:
    side, breakout = "side-events-2", "breakouts-2"
    parallel, talk = _at(SECOND, "13:30-14:30"), _at(SECOND, "11:15-12:45")
    return (
        Session(
            "keynote",
            Kind.KEYNOTE_PLENARY,
            {"en": "Introduction 2nd day"},
            room="auditorium",
            **_at(SECOND, "09:00-09:30"),
            seats=(seat("Alexander De Croo", "Deputy Prime Minister", Role.KEYNOTE, country="BE"),),
        ),
        Session(
            "nua",
            Kind.GUIDED_DISCUSSION,
            {"en": "Implementation of the New Urban Agenda"},
            room="auditorium",
            **_at(SECOND, "09:30-11:00"),
            questions=({"en": "Who are the main actors that need to be involved?"},),
            seats=(
                seat("Michalis Angelopoulos", "Mayor", country="GR"),
                BAH,
                seat("Daniel Vecilla", "Mayor"),
                PAPAGIANNAKIS,
                moderator("Filiep Decorte", "Director ai", organisation="UN-Habitat"),
            ),
        ),
        _pause(SECOND, "11:00-11:15"),
        _group(breakout, Kind.BREAKOUT_SESSIONS, SECOND, "11:15-12:45"),
        Session(
            "integration",
            Kind.BREAKOUT,
            {"en": "Social integration"},
            "Session 3",
            room="auditorium",
            part_of=breakout,
            **talk,
            seats=(
                seat("Sarah Turine", "Deputy Mayor", country="BE"),
                seat(*ARRUDA, country="BR"),
                moderator("Juan Acevedo", "Mayor", place="Upala", country="CR"),
                moderator("Colleen Thouez", organisation="UNITAR"),
            ),
        ),
        Session(
            "smuggling",
            Kind.BREAKOUT,
            {"en": "Migrant smuggling and human trafficking"},
            "Session 2",
            room="alcazar",
            part_of=breakout,
            **talk,
            seats=(
                seat("Mohamed Dié", "Mayor", place="Rachid", country="MR"),
                seat("Tekin Başar", "Vice Mayor", place="Kecioren", country="TR"),
                tbc(),
            ),
        ),
        Session(
            "urban-development",
            Kind.BREAKOUT,
            {"en": "Migration and sustainable urban development"},
            "Session 1",
            room="dijlezaal",
            part_of=breakout,
            **talk,
            seats=(
                seat("Mohammad Ramdhan Pomanto", "Mayor", place="Makassar", country="ID"),
                unnamed("Development Specialist", place="Quetzaltenango", country="GT"),
                seat("Luis Nhaca", "Councilor of Urban Planning", place="Maputo"),
                tbc(),
                unnamed("Vice-Mayor", Role.MODERATOR, place="Ahuachapán", country="SV"),
            ),
        ),
        _pause(SECOND, "12:45-13:30", Kind.LUNCH),
        _group(side, Kind.SIDE_EVENTS, SECOND, "13:30-14:30"),
        Session(
            "youth",
            Kind.SIDE_EVENT,
            {"en": "Youth Migration: Why the Silence"},
            room="scala",
            part_of=side,
            organisers=("UN-Habitat Youth Unit",),
            **parallel,
        ),
        Session(
            "europe",
            Kind.SIDE_EVENT,
            {"en": "The European perspective"},
            room="dijlezaal",
            part_of=side,
            **parallel,
        ),
        Session(
            "resilient",
            Kind.SIDE_EVENT,
            {"en": "Resilient Cities at The Forefront"},
            room="herten-aas",
            part_of=side,
            **parallel,
            seats=(moderator("Lina Liakou", "Director"),),
        ),
        Session(
            "social-house",
            Kind.SITE_VISIT,
            {"en": "Visit to the social house"},
            room="outside",
            part_of=side,
            **parallel,
        ),
        _pause(SECOND, "14:30-14:45"),
        Session(
            "summary-2",
            Kind.SUMMARY_PLENARY,
            {"en": "Summary plenary"},
            room="auditorium",
            **_at(SECOND, "14:45-16:30"),
            seats=(seat("Christophe Lalande", "Leader", Role.INTRODUCED_BY, organisation="UN-Habitat"),),
        ),
        Session(
            "closing",
            Kind.CLOSING_PLENARY,
            {"en": "Closing plenary"},
            room="auditorium",
            **_at(SECOND, "16:30-17:30"),
            items=(
                Item({"en": "Presentation of the Declaration"}, (0,)),
                Item({"en": "Best practices"}, (1,)),
                Item({"en": "Inputs"}, (2,)),
            ),
            seats=(SOMERS, SWING, CLOS),
        ),
        Session("closing-remarks", Kind.CLOSING_REMARKS, {"en": "Closing remarks"}),
    )


def november() -> Programme:
    sessions = (*_first_day(), *_second_day())
    known = {person.key: person for person in (DIE, NHACA)}
    held = {seat.person: seat.name for session in sessions for seat in session.seats if seat.person}
    return Programme(
        title={"en": "Global Conference on Cities & Migration"},
        place="Mechelen, Belgium",
        status="As of 15 November 2017",
        as_of=date(2017, 11, 15),
        timezone=BRUSSELS,
        language="en",
        days=(
            Day(FIRST, "First day – Thursday, 16 November"),
            Day(SECOND, "Second day – Friday, 17 November 2017"),
        ),
        rooms=ROOMS,
        people=tuple(known.get(key) or Person(key, name) for key, name in held.items()),
        sessions=sessions,
    )

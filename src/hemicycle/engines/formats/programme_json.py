"""`hemicycle.programme/1` as JSON: writing it, and reading it back with one clear sentence for what is wrong."""

from __future__ import annotations

from typing import Any

from hemicycle.engines.formats.fields import Fields
from hemicycle.engines.formats.programme import (
    FORMAT,
    Day,
    Item,
    Kind,
    NotAProgramme,
    Person,
    Programme,
    Role,
    Room,
    Seat,
    SeatState,
    Session,
)


def write(programme: Programme) -> dict[str, Any]:
    """The programme as a JSON value, every field present."""
    return {
        "format": FORMAT,
        "title": dict(programme.title),
        "theme": dict(programme.theme),
        "place": programme.place,
        "status": programme.status,
        "as_of": programme.as_of.isoformat() if programme.as_of else None,
        "timezone": programme.timezone,
        "language": programme.language,
        "days": [{"date": day.date.isoformat(), "label": day.label} for day in programme.days],
        "rooms": [_write_room(room) for room in programme.rooms],
        "people": [{"key": p.key, "name": p.name, "also": list(p.also)} for p in programme.people],
        "sessions": [_write_session(session) for session in programme.sessions],
    }


def _write_room(room: Room) -> dict[str, Any]:
    return {
        "key": room.key,
        "name": room.name,
        "also": list(room.also),
        "languages": list(room.languages),
        "capacity": room.capacity,
        "off_site": room.off_site,
        "note": room.note,
    }


def _write_session(session: Session) -> dict[str, Any]:
    return {
        "key": session.key,
        "kind": session.kind.value,
        "number": session.number,
        "title": dict(session.title),
        "starts": session.starts.isoformat() if session.starts else None,
        "ends": session.ends.isoformat() if session.ends else None,
        "room": session.room,
        "languages": list(session.languages),
        "part_of": session.part_of,
        "theme": session.theme,
        "organisers": list(session.organisers),
        "access": session.access,
        "abstract": dict(session.abstract),
        "questions": [dict(question) for question in session.questions],
        "items": [{"title": dict(item.title), "seats": list(item.seats)} for item in session.items],
        "seats": [_write_seat(seat) for seat in session.seats],
    }


def _write_seat(seat: Seat) -> dict[str, Any]:
    return {
        "role": seat.role.value,
        "state": seat.state.value,
        "person": seat.person,
        "name": seat.name,
        "position": seat.position,
        "organisation": seat.organisation,
        "place": seat.place,
        "country": seat.country,
        "also": seat.also,
        "as_printed": seat.as_printed,
    }


def read(value: Any) -> Programme:
    """The programme in a JSON value.

    A missing optional field takes its default; a field that is there must be of its kind.

    Raises:
        NotAProgramme: the value is of another format, or a field is not what the format says.
    """
    source = Fields(value, "the document", NotAProgramme)
    if source.value.get("format") != FORMAT:
        raise NotAProgramme(f"the document's format is {source.value.get('format')!r}, not {FORMAT!r}")
    programme = Programme(
        title=source.texts("title"),
        theme=source.texts("theme"),
        place=source.text("place"),
        status=source.text("status"),
        as_of=source.day("as_of"),
        timezone=source.text("timezone"),
        language=source.text("language"),
        days=source.each("days", _read_day),
        rooms=source.each("rooms", _read_room),
        people=source.each("people", _read_person),
        sessions=source.each("sessions", _read_session),
    )
    _refuse_broken_references(programme)
    return programme


def _refuse_broken_references(programme: Programme) -> None:
    sessions = {session.key for session in programme.sessions}
    if len(sessions) < len(programme.sessions):
        raise NotAProgramme("two sessions have the same key; give each its own")
    rooms = {room.key for room in programme.rooms}
    for session in programme.sessions:
        where = f"session {session.key!r}"
        if session.room is not None and session.room not in rooms:
            raise NotAProgramme(f"{where} names the room {session.room!r}, which is not in rooms")
        if session.part_of is not None and session.part_of not in sessions:
            raise NotAProgramme(f"{where} is part of {session.part_of!r}, which is not in sessions")
    _refuse_broken_seats(programme)


def _refuse_broken_seats(programme: Programme) -> None:
    people = {person.key for person in programme.people}
    for session in programme.sessions:
        where = f"session {session.key!r}"
        for seat in session.seats:
            if seat.person is not None and seat.person not in people:
                raise NotAProgramme(f"{where} seats the person {seat.person!r}, who is not in people")
        for item in session.items:
            if any(not 0 <= seat < len(session.seats) for seat in item.seats):
                raise NotAProgramme(f"{where} has an item with a seat number it does not have")


def _read_day(source: Fields) -> Day:
    day = source.day("date")
    if day is None:
        raise NotAProgramme(f"{source.where} has no date; write one as 2017-11-16")
    return Day(day, source.text("label"))


def _read_room(source: Fields) -> Room:
    return Room(
        key=source.required("key"),
        name=source.text("name"),
        also=source.words("also"),
        languages=source.words("languages"),
        capacity=source.count("capacity"),
        off_site=source.flag("off_site"),
        note=source.text("note"),
    )


def _read_person(source: Fields) -> Person:
    return Person(source.required("key"), source.text("name"), source.words("also"))


def _read_seat(source: Fields) -> Seat:
    return Seat(
        role=source.word("role", Role),
        state=source.word("state", SeatState),
        person=source.reference("person"),
        name=source.text("name"),
        position=source.text("position"),
        organisation=source.text("organisation"),
        place=source.text("place"),
        country=source.text("country"),
        also=source.text("also"),
        as_printed=source.text("as_printed"),
    )


def _read_item(source: Fields) -> Item:
    return Item(source.texts("title"), source.numbers("seats"))


def _read_session(source: Fields) -> Session:
    return Session(
        key=source.required("key"),
        kind=source.word("kind", Kind),
        title=source.texts("title"),
        number=source.text("number"),
        starts=source.moment("starts"),
        ends=source.moment("ends"),
        room=source.reference("room"),
        languages=source.words("languages"),
        part_of=source.reference("part_of"),
        theme=source.reference("theme"),
        organisers=source.words("organisers"),
        access=source.text("access"),
        abstract=source.texts("abstract"),
        questions=tuple(
            source.text_by_language(question, f"questions, number {n}")
            for n, question in enumerate(source.list("questions"), 1)
        ),
        items=source.each("items", _read_item),
        seats=source.each("seats", _read_seat),
    )

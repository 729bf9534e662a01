"""`hemicycle.programme/1` as JSON: writing it, and reading it back with one clear sentence for what is wrong."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

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
    TextMap,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import StrEnum

Made = TypeVar("Made")
Word = TypeVar("Word", bound="StrEnum")


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
    source = _Fields(value, "the document")
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


def _read_day(source: _Fields) -> Day:
    day = source.day("date")
    if day is None:
        raise NotAProgramme(f"{source.where} has no date; write one as 2017-11-16")
    return Day(day, source.text("label"))


def _read_room(source: _Fields) -> Room:
    return Room(
        key=source.required("key"),
        name=source.text("name"),
        also=source.words("also"),
        languages=source.words("languages"),
        capacity=source.count("capacity"),
        off_site=source.flag("off_site"),
        note=source.text("note"),
    )


def _read_person(source: _Fields) -> Person:
    return Person(source.required("key"), source.text("name"), source.words("also"))


def _read_seat(source: _Fields) -> Seat:
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


def _read_item(source: _Fields) -> Item:
    return Item(source.texts("title"), source.numbers("seats"))


def _read_session(source: _Fields) -> Session:
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
            _texts(question, f"{source.where}, questions, number {n}")
            for n, question in enumerate(source.list("questions"), 1)
        ),
        items=source.each("items", _read_item),
        seats=source.each("seats", _read_seat),
    )


def _texts(value: Any, where: str) -> TextMap:
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        raise NotAProgramme(f'{where} is not a text by language, such as {{"en": "Opening"}}')
    return value


class _Fields:
    """One JSON object, read field by field, that knows where it stands."""

    def __init__(self, value: Any, where: str) -> None:
        if not isinstance(value, dict):
            raise NotAProgramme(f"{where} is not a JSON object")
        self.value: Mapping[str, Any] = value
        self.where = where

    def _typed(self, name: str, kind: type[Made], what: str) -> Made | None:
        found = self.value.get(name)
        if found is None or (isinstance(found, kind) and not (kind is int and isinstance(found, bool))):
            return found
        raise NotAProgramme(f"{self.where}: {name} is not {what}")

    def text(self, name: str) -> str:
        return self._typed(name, str, "a text") or ""

    def required(self, name: str) -> str:
        found = self.text(name)
        if not found:
            raise NotAProgramme(f"{self.where} has no {name}; give it one")
        return found

    def reference(self, name: str) -> str | None:
        return self._typed(name, str, "a text") or None

    def count(self, name: str) -> int | None:
        return self._typed(name, int, "a whole number")

    def flag(self, name: str) -> bool:
        return bool(self._typed(name, bool, "true or false"))

    def texts(self, name: str) -> TextMap:
        return _texts(self.value.get(name) or {}, f"{self.where}, {name}")

    def list(self, name: str) -> list[Any]:
        return self._typed(name, list, "a list") or []

    def words(self, name: str) -> tuple[str, ...]:
        found = self.list(name)
        if not all(isinstance(word, str) for word in found):
            raise NotAProgramme(f"{self.where}: {name} is not a list of texts")
        return tuple(found)

    def numbers(self, name: str) -> tuple[int, ...]:
        found = self.list(name)
        if not all(isinstance(number, int) for number in found):
            raise NotAProgramme(f"{self.where}: {name} is not a list of whole numbers")
        return tuple(found)

    def word(self, name: str, words: type[Word]) -> Word:
        found = self.required(name)
        try:
            return words(found)
        except ValueError:
            known = ", ".join(words)
            raise NotAProgramme(f"{self.where}: {name} is {found!r}; use one of {known}") from None

    def day(self, name: str) -> date | None:
        found = self.text(name)
        try:
            return date.fromisoformat(found) if found else None
        except ValueError:
            raise NotAProgramme(f"{self.where}: {name} is {found!r}; write it as 2017-11-16") from None

    def moment(self, name: str) -> datetime | None:
        found = self.text(name)
        try:
            return datetime.fromisoformat(found) if found else None
        except ValueError:
            example = "2017-11-16T10:30:00+01:00"
            raise NotAProgramme(f"{self.where}: {name} is {found!r}; write it as {example}") from None

    def each(self, name: str, read_one: Callable[[_Fields], Made]) -> tuple[Made, ...]:
        where = "" if self.where == "the document" else f"{self.where}, "
        return tuple(
            read_one(_Fields(value, f"{where}{name}, number {n}"))
            for n, value in enumerate(self.list(name), 1)
        )

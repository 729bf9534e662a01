"""A programme as frab's schedule has it, for `frab_xml` and `frab_json` alike: days, rooms and dated events.

Every event has a date with an offset and a length under 24 hours, as the programs that read schedules need: what lasts
longer is cut at midnight, and what has no end is given one. What was so assumed, and all that frab has no field for, is
in the supplements.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats import supplement
from hemicycle.engines.formats.programme import Programme, Session, text
from hemicycle.engines.formats.supplement import Shown
from hemicycle.exports import identity, telling
from hemicycle.exports.ending import ends_of
from hemicycle.exports.refusal import refuse_undated
from hemicycle.exports.view import zone_of
from hemicycle.programme.wording import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from hemicycle.kit.words import Words

TIMESLOT = "00:05"
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DAY = timedelta(1)
_LONGEST = timedelta(hours=23, minutes=59)


@dataclass(frozen=True, slots=True)
class Someone:
    number: int
    guid: str
    name: str


@dataclass(frozen=True, slots=True)
class Event:
    """One event of the schedule: a session, or one day's piece of a session that lasts longer."""

    number: int
    guid: str
    slug: str
    starts: datetime
    length: timedelta
    room: str
    title: str
    track: str
    type: str
    language: str
    abstract: str
    description: str
    people: tuple[Someone, ...]
    supplement: Mapping[str, Any]

    @property
    def duration(self) -> str:
        minutes = int(self.length.total_seconds()) // 60
        return f"{minutes // 60:02}:{minutes % 60:02}"


@dataclass(frozen=True, slots=True)
class Day:
    """A day; `starts` and `ends` hold all its events, and `rooms` lists them by room in the programme's order."""

    index: int
    date: date
    starts: datetime
    ends: datetime
    rooms: Mapping[str, tuple[Event, ...]]


@dataclass(frozen=True, slots=True)
class Schedule:
    title: str
    acronym: str
    version: str
    timezone: str
    days: tuple[Day, ...]
    rooms: tuple[tuple[str, str, int | None], ...]
    """Name, guid and capacity."""
    supplement: Mapping[str, Any]

    @property
    def events(self) -> Iterator[Event]:
        return (event for day in self.days for events in day.rooms.values() for event in events)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every event needs of the whole programme."""

    programme: Programme
    words: Words
    zone: ZoneInfo | None
    space: UUID
    acronym: str
    rooms: Mapping[str, str]
    numbers: Mapping[str, int]
    people: Mapping[str, Someone]
    ends: Mapping[str, datetime]

    @property
    def nowhere(self) -> str:
        return clean(self.words.gettext("Without a room"))


def clean(words: str) -> str:
    """The text as XML can hold it and as it is read again: no control characters, no space around it."""
    if words.isprintable():
        return words.strip()
    return _NOT_XML.sub("", words.replace("\r\n", "\n").replace("\r", "\n")).strip()


def schedule(programme: Programme, words: Words) -> Schedule:
    """The programme as a schedule.

    Raises:
        NotExportable: the programme has no dates.
    """
    refuse_undated(programme, "a schedule for conference apps")
    frame = _frame(programme, words)
    placed = [session for session in programme.sessions if session.starts]
    unplaced = [session for session in programme.sessions if not session.starts]
    shown = [(session, _shown(session, frame)) for session in placed]
    supplements = supplement.write_sessions(shown)
    events = [
        event
        for (s, show), beside in zip(shown, supplements, strict=True)
        for event in _events(s, show, beside, frame)
    ]
    title = clean(text(programme.title, programme.language)) or frame.acronym
    return Schedule(
        title=title,
        acronym=frame.acronym,
        version=_version(programme),
        timezone=programme.timezone if frame.zone else "",
        days=tuple(_days(events, programme, frame)),
        rooms=_rooms(events, frame),
        supplement=supplement.write_programme(programme, title, unplaced=unplaced),
    )


def _version(programme: Programme) -> str:
    """Never empty, as readers need it: the printed status, or the date, or 1."""
    dated = programme.as_of.isoformat() if programme.as_of else ""
    return clean(programme.status) or dated or "1"


def _frame(programme: Programme, words: Words) -> _Frame:
    space = identity.namespace(programme)
    held = {
        seat.person or seat.name: seat.name
        for s in programme.sessions
        for seat in s.seats
        if supplement.shows(seat)
    }
    numbers = identity.numbers(held)
    people = {key: Someone(numbers[key], identity.uuid_of(space, "person", key), "") for key in held}
    return _Frame(
        programme=programme,
        words=words,
        zone=zone_of(programme),
        space=space,
        acronym=identity.acronym(programme),
        rooms={room.key: clean(room.name) or room.key for room in programme.rooms},
        numbers=identity.numbers(key for s in programme.sessions for key in _piece_keys(s)),
        people=people,
        ends=ends_of(programme),
    )


def _piece_keys(session: Session) -> Iterator[str]:
    yield session.key
    if (
        session.starts
        and session.ends
        and session.ends.replace(tzinfo=None) - session.starts.replace(tzinfo=None) > _LONGEST
    ):
        days = (session.ends.replace(tzinfo=None) - session.starts.replace(tzinfo=None)).days + 2
        yield from (f"{session.key}#{n}" for n in range(2, days + 2))


def _dated(at: datetime) -> datetime:
    """With an offset always, and whole seconds: a programme without a zone counts as in UTC."""
    at = at.replace(microsecond=0)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _shown(session: Session, frame: _Frame) -> Shown:
    starts = _dated(session.starts) if session.starts else None
    ends = _dated(frame.ends[session.key])
    length = _pieces(starts, ends)[0][1] if starts else timedelta()
    return Shown(
        title=clean(telling.title(session, frame.programme.language, frame.words)),
        abstract=clean(text(session.abstract, frame.programme.language)),
        starts=starts,
        ends=starts + length if starts else None,
        room=frame.rooms.get(session.room or "", frame.nowhere),
        theme=clean(session.theme or ""),
        names=tuple(clean(name) for name in supplement.names(session) if clean(name)),
    )


def _pieces(starts: datetime, ends: datetime) -> list[tuple[datetime, timedelta]]:
    """The stretches of a session, each shorter than a day, cut at midnight; whole minutes, as clocks show them."""
    length = max(ends - starts, timedelta())
    if length <= _LONGEST:
        return [(starts, timedelta(minutes=length // timedelta(minutes=1)))]
    found: list[tuple[datetime, timedelta]] = []
    while starts < ends:
        midnight = starts.replace(hour=0, minute=0, second=0) + _DAY
        stretch = min(ends, midnight) - starts
        found.append((starts, min(timedelta(minutes=stretch // timedelta(minutes=1)), _LONGEST)))
        starts = midnight
    return found


def _events(session: Session, shown: Shown, beside: Mapping[str, Any], frame: _Frame) -> Iterator[Event]:
    if shown.starts is None:
        return
    whole = _pieces(shown.starts, _dated(frame.ends[session.key]))
    for number, ((starts, length), key) in enumerate(zip(whole, _piece_keys(session), strict=False), 1):
        told = shown if number == 1 else Shown(shown.title, "", starts, None, shown.room, shown.theme)
        carried = beside if number == 1 else {"format": supplement.FORMAT, "continues": session.key}
        yield _event(session, told, length, frame, (key, carried))


def _event(
    session: Session, shown: Shown, length: timedelta, frame: _Frame, own: tuple[str, Mapping[str, Any]]
) -> Event:
    key, carried = own
    language = frame.programme.language
    number = frame.numbers[key]
    starts = shown.starts or datetime.min.replace(tzinfo=UTC)
    tail = identity.slug(shown.title)[:60].strip("-")
    held = {
        clean(seat.name): frame.people[seat.person or seat.name]
        for seat in session.seats
        if supplement.shows(seat)
    }
    return Event(
        number=number,
        guid=identity.uuid_of(frame.space, "session", key),
        slug=f"{frame.acronym}-{number:010}{f'-{tail}' if tail else ''}",
        starts=starts,
        length=length,
        room=shown.room,
        title=shown.title,
        track=shown.theme,
        type=clean(vocabulary.kind(session.kind, frame.words)),
        language=_spoken(session, language),
        abstract=shown.abstract,
        description=clean(telling.details(session, language, frame.words)),
        people=tuple(Someone(held[name].number, held[name].guid, name) for name in shown.names),
        supplement=carried,
    )


def _spoken(session: Session, language: str) -> str:
    return session.languages[0] if session.languages else language


def _days(events: list[Event], programme: Programme, frame: _Frame) -> Iterator[Day]:
    """Every day of the programme and every date on which something starts, in order, so that each index is one date."""
    by_date: dict[date, list[Event]] = {day.date: [] for day in programme.days}
    for event in events:
        by_date.setdefault(event.starts.date(), []).append(event)
    order = {name: n for n, name in enumerate(frame.rooms.values())}
    for index, (on, here) in enumerate(sorted(by_date.items()), 1):
        rooms: dict[str, list[Event]] = {}
        for event in sorted(here, key=lambda event: (order.get(event.room, len(order)), event.starts)):
            rooms.setdefault(event.room, []).append(event)
        starts = min((event.starts for event in here), default=_midnight(on, frame))
        ends = max((event.starts + event.length for event in here), default=starts)
        yield Day(index, on, starts, ends, {name: tuple(found) for name, found in rooms.items()})


def _midnight(on: date, frame: _Frame) -> datetime:
    at = datetime.combine(on, datetime.min.time(), frame.zone or UTC)
    return datetime.fromisoformat(at.isoformat())


def _rooms(events: Iterable[Event], frame: _Frame) -> tuple[tuple[str, str, int | None], ...]:
    named = {frame.rooms[room.key]: room.capacity for room in reversed(frame.programme.rooms)}
    names = dict.fromkeys(
        [*(frame.rooms[room.key] for room in frame.programme.rooms), *(event.room for event in events)]
    )
    return tuple((name, identity.uuid_of(frame.space, "room", name), named.get(name)) for name in names)

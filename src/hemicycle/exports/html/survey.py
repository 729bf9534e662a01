"""What every language of the folder shares: the order of days, who sits where, the names of the files."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import CONTAINERS, PAUSES, Kind
from hemicycle.exports import view
from hemicycle.exports.html import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from hemicycle.engines.formats.programme import Person, Programme, Room, Session

MARKS = 6
"""Marks there are for themes; a seventh theme shares the first one's, and is told apart by its words."""

_MARK_OF_KIND = {
    Kind.BREAKOUT: 1,
    Kind.BREAKOUT_SESSIONS: 1,
    Kind.SIDE_EVENT: 2,
    Kind.SIDE_EVENTS: 2,
    Kind.PANEL: 3,
    Kind.SITE_VISIT: 4,
    Kind.CEREMONY: 5,
    Kind.RECEPTION: 5,
    Kind.TRAINING: 6,
    Kind.WORKSHOP: 6,
}


@dataclass(frozen=True)
class Survey:
    """A programme with the indexes that its pages need."""

    programme: Programme

    @cached_property
    def days(self) -> tuple[view.DayView, ...]:
        return view.days(self.programme)

    @cached_property
    def day_of(self) -> Mapping[str, view.DayView]:
        return {session.key: day for day in self.days for session in day.sessions}

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        """In reading order: by day, by time, a container before what it holds."""
        return tuple(session for day in self.days for session in day.sessions)

    @cached_property
    def session(self) -> Mapping[str, Session]:
        return {session.key: session for session in self.programme.sessions}

    @cached_property
    def members(self) -> Mapping[str, tuple[Session, ...]]:
        """What each container holds, in reading order."""
        found: dict[str, list[Session]] = defaultdict(list)
        for session in self.sessions:
            if session.part_of:
                found[session.part_of].append(session)
        return {key: tuple(sessions) for key, sessions in found.items()}

    @cached_property
    def slot_of(self) -> Mapping[str, view.Slot]:
        return {session.key: slot for day in self.days for slot in day.slots for session in slot.all}

    @cached_property
    def position_of(self) -> Mapping[str, int]:
        """Where a session's slot stands among the slots of its day."""
        return {s.key: n for day in self.days for n, slot in enumerate(day.slots) for s in slot.all}

    @cached_property
    def hours(self) -> Mapping[str, tuple[datetime | None, datetime | None]]:
        """Start and end of every session on the clocks of the venue."""
        zone = view.zone_of(self.programme)
        return {s.key: (view.at_venue(s.starts, zone), view.at_venue(s.ends, zone)) for s in self.sessions}

    @cached_property
    def alone(self) -> frozenset[str]:
        """The sessions that have the conference to themselves: nothing but pauses runs beside them."""
        return frozenset(
            slot.sessions[0].key
            for day in self.days
            for slot in day.slots
            if len(slot.sessions) == 1
            and not any(self._meet(slot.sessions[0], s) for s in _others(day, slot))
        )

    def _meet(self, one: Session, two: Session) -> bool:
        (start, end), (other_start, other_end) = self.hours[one.key], self.hours[two.key]
        if not (start and end and other_start and other_end):
            return False
        return _bare(start) < _bare(other_end) and _bare(other_start) < _bare(end)

    @cached_property
    def room(self) -> Mapping[str, Room]:
        return {room.key: room for room in self.programme.rooms}

    @cached_property
    def person(self) -> Mapping[str, Person]:
        return {person.key: person for person in self.programme.people}

    @cached_property
    def person_position(self) -> Mapping[str, int]:
        return {person.key: number for number, person in enumerate(self.programme.people)}

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Where a session stands in the document."""
        return {session.key: number for number, session in enumerate(self.programme.sessions)}

    @cached_property
    def people(self) -> tuple[view.PersonEntry, ...]:
        """Everybody in the programme, also who has no seat."""
        seated = {entry.person.key: entry for entry in view.people_index(self.programme)}
        every = [seated.get(p.key) or view.PersonEntry(p, ()) for p in self.programme.people]
        return tuple(
            sorted(every, key=lambda entry: (*view.in_alphabet(entry.person.name), entry.person.key))
        )

    @cached_property
    def cities(self) -> tuple[view.CityEntry, ...]:
        return view.cities_index(self.programme)

    @cached_property
    def dated(self) -> bool:
        """Whether the paper prints dates, without which there is neither calendar nor event."""
        return any(day.dated for day in self.days)

    @cached_property
    def in_calendar(self) -> frozenset[str]:
        """The sessions that have a calendar file: those with a page, a day and a time."""
        timed = (s for s in self.sessions if s.starts and self.day_of[s.key].dated and self.has_page(s))
        return frozenset(session.key for session in timed)

    @cached_property
    def people_in_calendar(self) -> frozenset[str]:
        return frozenset(
            entry.person.key
            for entry in self.people
            if any(found.session.key in self.in_calendar for found in entry.appearances)
        )

    @cached_property
    def themes(self) -> Sequence[str]:
        return tuple(dict.fromkeys(s.theme for s in self.sessions if s.theme))

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds one may want to see apart, in order of appearance."""
        return tuple(
            dict.fromkeys(s.kind for s in self.sessions if not self.is_pause(s) and not self.holds(s))
        )

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that are spoken or interpreted, in order of appearance."""
        every = (tag for session in self.sessions for tag in self.languages_of(session))
        return tuple(dict.fromkeys(every))

    @cached_property
    def session_stems(self) -> Mapping[str, str]:
        return addresses.stems(session.key for session in self.programme.sessions)

    @cached_property
    def person_stems(self) -> Mapping[str, str]:
        return addresses.stems(person.key for person in self.programme.people)

    @cached_property
    def room_stems(self) -> Mapping[str, str]:
        return addresses.stems(room.key for room in self.programme.rooms)

    def languages_of(self, session: Session) -> tuple[str, ...]:
        """The session's own, else those of its room."""
        if session.languages or session.room is None or self.is_pause(session):
            return session.languages
        return self.room[session.room].languages

    def is_pause(self, session: Session) -> bool:
        return session.kind in PAUSES

    def holds(self, session: Session) -> bool:
        """Whether it is a container of parallel sessions."""
        return session.kind in CONTAINERS or session.key in self.members

    def has_page(self, session: Session) -> bool:
        """Every session has one, and a pause where there is more to say than its time."""
        return not self.is_pause(session) or bool(
            session.seats or session.abstract or session.questions or session.items or session.organisers
        )

    def mark(self, session: Session) -> int:
        """1 to 6 by theme, or by kind where the programme has no themes; 0 for none."""
        if session.theme:
            return self.themes.index(session.theme) % MARKS + 1
        return 0 if self.themes else _MARK_OF_KIND.get(session.kind, 0)


def _others(day: view.DayView, slot: view.Slot) -> Iterable[Session]:
    return (session for other in day.slots if other is not slot for session in other.sessions)


def _bare(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)

"""A programme laid out for looking at: by key, by time, by person."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats.findings import Finding, Gravity
from hemicycle.engines.formats.programme import CONTAINERS, UNDATED_YEAR, Programme, SeatState, Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from hemicycle.engines.formats.reading import Evidence
    from hemicycle.programme.terms import Code

FILLED = frozenset({SeatState.NAMED, SeatState.INVITED, SeatState.CONFIRMED})
OPEN = frozenset({SeatState.TBC, SeatState.UNNAMED, SeatState.ORGANISATION})
_EARLY = 60
"""So many days before the first day a programme is still a draft."""
_AT_ONCE = 8
"""Of so many overlapping sessions each is reported with each; beyond, with so many of the others."""


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """When a session takes place, on one clock for all; `sure` where its end is printed.

    `begins` is the start on the venue's wall.
    A session without an end ends when the next of the day begins; the last of a day ends at once.
    """

    session: Session
    place: int
    begins: datetime
    starts: datetime
    ends: datetime
    sure: bool

    @property
    def minutes(self) -> int:
        return round((self.ends - self.starts).total_seconds() / 60)

    def holds(self, other: Slot) -> bool:
        return self.starts <= other.starts and other.ends <= self.ends


class Sight:
    """What the rules look at; everything is worked out once."""

    def __init__(self, programme: Programme, evidence: Mapping[str, Evidence]) -> None:
        self.programme = programme
        self.evidence = evidence
        self.sessions = programme.sessions
        self.by_key = {session.key: session for session in programme.sessions}
        self.place = {session.key: place for place, session in enumerate(programme.sessions)}
        self.children: dict[str, list[Session]] = defaultdict(list)
        for session in programme.sessions:
            if session.part_of is not None:
                self.children[session.part_of].append(session)
        self.rooms = {room.key: room for room in programme.rooms}
        self.people = {person.key: person for person in programme.people}
        self.slots = self._slots()
        self.is_draft = self._is_draft()

    def is_container(self, session: Session) -> bool:
        return session.kind in CONTAINERS or bool(self.children.get(session.key))

    def related(self, one: Session, other: Session) -> bool:
        """Whether one session is part of the other, at any depth."""
        return other.key in self._above(one) or one.key in self._above(other)

    def languages_of(self, session: Session) -> tuple[str, ...]:
        """The languages of a session, which are those of its room unless it has its own."""
        room = self.rooms.get(session.room or "")
        return session.languages or (room.languages if room else ())

    def named(self, person: str) -> str:
        return self.people[person].name if person in self.people else person

    def held(self) -> Iterator[tuple[str, Session, int]]:
        """Every seat that a person of the programme has: the person's key, the session, the seat's index."""
        for session in self.sessions:
            for index, seat in enumerate(session.seats):
                if seat.person and seat.state in FILLED:
                    yield seat.person, session, index

    def found(
        self,
        code: Code,
        gravity: Gravity,
        concerns: Iterable[str | Session],
        facts: Mapping[str, Any] | None = None,
        paths: Iterable[str] = (),
    ) -> Finding:
        """A finding; its lines are those of `paths`, or else those of the first session concerned."""
        keys = tuple(each if isinstance(each, str) else each.key for each in concerns)
        lines = self._lines(list(paths)) or self._lines_of(keys[0] if keys else "")
        return Finding(code.value, gravity, keys, dict(facts or {}), lines)

    def before(self, finding: Finding) -> tuple[int, int, str, tuple[str, ...]]:
        """Sorts findings: by gravity, by place in the document, by code."""
        places = [self.place[key] for key in finding.concerns if key in self.place]
        gravity = list(Gravity).index(finding.gravity)
        return (
            gravity,
            min(places, default=-1),
            finding.code,
            (*finding.concerns, repr(sorted(finding.facts.items()))),
        )

    def _lines(self, paths: Iterable[str]) -> tuple[int, int] | None:
        known = [self.evidence[path].lines for path in paths if path in self.evidence]
        return (min(first for first, _ in known), max(last for _, last in known)) if known else None

    def _lines_of(self, key: str) -> tuple[int, int] | None:
        """The lines of a session's title, or of what stands in for one."""
        for part in ("title", "number", "kind", "starts"):
            if f"sessions/{key}/{part}" in self.evidence:
                return self.evidence[f"sessions/{key}/{part}"].lines
        return None

    def _above(self, session: Session) -> set[str]:
        above: set[str] = set()
        while session.part_of is not None and session.part_of not in above and session.part_of in self.by_key:
            above.add(session.part_of)
            session = self.by_key[session.part_of]
        return above

    def _slots(self) -> tuple[Slot, ...]:
        """Sessions with a time, in the order of their times; parts without a time take that of their group."""
        timed = {session.key: self._own_or_group(session) for session in self.sessions}
        moments = [moment for pair in timed.values() for moment in pair if moment is not None]
        one_clock = all(moment.tzinfo and moment.year > UNDATED_YEAR for moment in moments)
        starts = sorted({_clock(first, one_clock) for first, _ in timed.values() if first})
        slots = []
        for place, session in enumerate(self.sessions):
            first, last = timed[session.key]
            if first is None:
                continue
            begins = _clock(first, one_clock)
            ends = _clock(last, one_clock) if last else _next_of_day(starts, begins, first.date(), one_clock)
            slots.append(Slot(session, place, first, begins, max(begins, ends), last is not None))
        return tuple(sorted(slots, key=lambda slot: (slot.starts, slot.ends, slot.place)))

    def _own_or_group(self, session: Session) -> tuple[datetime | None, datetime | None]:
        group = self.by_key.get(session.part_of or "")
        if session.starts is None and group is not None:
            return group.starts, group.ends
        return session.starts, session.ends

    def _is_draft(self) -> bool:
        """Whether the paper is so early that open seats are its nature: most are open, or it is two months ahead."""
        seats = [seat.state for session in self.sessions for seat in session.seats]
        days = [day.date for day in self.programme.days if day.date.year > UNDATED_YEAR]
        as_of = self.programme.as_of
        early = bool(as_of and days and (min(days) - as_of).days >= _EARLY)
        return early or sum(state in OPEN for state in seats) > sum(state in FILLED for state in seats)


def _clock(moment: datetime, one_clock: bool) -> datetime:
    return moment.astimezone(UTC) if one_clock else moment.replace(tzinfo=None)


def _next_of_day(starts: Sequence[datetime], begins: datetime, day: date, one_clock: bool) -> datetime:
    place = bisect_right(starts, begins)
    if place == len(starts):
        return begins
    later = starts[place]
    return (
        later
        if (later - begins).total_seconds() < 12 * 3600 and (one_clock or later.date() == day)
        else begins
    )


def meetings(slots: Iterable[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """Pairs of slots that meet in time, the earlier first; touching is not meeting.

    Two that begin together meet even where nobody knows when they end.
    """
    under_way: list[Slot] = []
    for slot in sorted(slots, key=lambda slot: (slot.starts, slot.ends, slot.place)):
        under_way = [other for other in under_way if other.ends > slot.starts or other.starts == slot.starts]
        for other in under_way[-_AT_ONCE:]:
            yield other, slot
        under_way.append(slot)

"""What can be said of a problem before any solver: where each session could be, and which slots meet.

Rules on one session alone (length, capacity, languages, equipment, away, open, fixed) only take places away, so they
are stated once here, as the places that are left, and never reach the solver as constraints.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hemicycle.engines.scheduling.problem import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hemicycle.engines.scheduling.problem import Problem, Room, Session, Slot


@dataclass(frozen=True)
class Frame:
    """A problem with what follows from it. Places are (slot, room) by index."""

    problem: Problem

    @cached_property
    def places(self) -> tuple[Mapping[int, tuple[int, ...]], ...]:
        """For each session, the slots it could have, each with the rooms it could have then."""
        return tuple(dict(self._slots_of(session)) for session in self.problem.sessions)

    def _slots_of(self, session: Session) -> Iterator[tuple[int, tuple[int, ...]]]:
        rooms = [n for n, room in enumerate(self.problem.rooms) if not any(self.room_refusals(session, room))]
        for n, slot in enumerate(self.problem.slots):
            if any(self.slot_refusals(session, slot)):
                continue
            free = tuple(r for r in rooms if self._is_open(self.problem.rooms[r], slot))
            if free:
                yield n, free

    def _is_open(self, room: Room, slot: Slot) -> bool:
        return not (self.problem.holds(Rule.OPEN) and room.slots and slot.key not in room.slots)

    def slot_refusals(self, session: Session, slot: Slot) -> Iterator[Rule]:
        """The rules that keep the session out of the slot, whatever the room."""
        holds = self.problem.holds
        if holds(Rule.LENGTH) and session.minutes > slot.minutes:
            yield Rule.LENGTH
        if holds(Rule.AWAY) and slot.key in session.away:
            yield Rule.AWAY
        if holds(Rule.FIXED) and session.fixed_slot not in (None, slot.key):
            yield Rule.FIXED

    def room_refusals(self, session: Session, room: Room) -> Iterator[Rule]:
        """The rules that keep the session out of the room, whatever the slot."""
        holds = self.problem.holds
        if holds(Rule.CAPACITY) and room.capacity is not None and session.expected > room.capacity:
            yield Rule.CAPACITY
        if holds(Rule.EQUIPMENT) and not session.needs <= room.equipment:
            yield Rule.EQUIPMENT
        if holds(Rule.LANGUAGES) and not session.languages <= room.languages:
            yield Rule.LANGUAGES
        if holds(Rule.FIXED) and session.fixed_room not in (None, room.key):
            yield Rule.FIXED

    @cached_property
    def size(self) -> int:
        """How many (session, slot, room) there are."""
        return sum(len(rooms) for places in self.places for rooms in places.values())

    @cached_property
    def moments(self) -> tuple[tuple[int, ...], ...]:
        """The largest sets of slots that all share a moment: what meets, meets in one of them.

        Intervals have the Helly property, so the sets at the starts of slots are all there are.
        """
        slots = self.problem.slots
        sets = {
            tuple(n for n, other in enumerate(slots) if other.starts <= slot.starts < other.ends)
            for slot in slots
        }
        return tuple(sorted(one for one in sets if not any(set(one) < set(other) for other in sets)))

    @cached_property
    def disjoint(self) -> bool:
        """Whether no two slots meet."""
        return all(len(moment) == 1 for moment in self.moments)

    @cached_property
    def index(self) -> Mapping[str, int]:
        """The number of each session by its key."""
        return {session.key: n for n, session in enumerate(self.problem.sessions)}

    @cached_property
    def of_person(self) -> Mapping[str, tuple[int, ...]]:
        """The sessions that need each person, where they are more than one."""
        found: dict[str, list[int]] = {}
        for n, session in enumerate(self.problem.sessions):
            for key in {person.key for person in session.people}:
                found.setdefault(key, []).append(n)
        return {key: tuple(theirs) for key, theirs in sorted(found.items()) if len(theirs) > 1}

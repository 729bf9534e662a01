"""Who and what is wanted in two places at once."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import PAUSES, Kind
from hemicycle.programme.rules.sight import Sight, Slot, meetings
from hemicycle.programme.terms import HIGH, LOW, MEDIUM, Code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hemicycle.engines.formats.findings import Finding, Gravity
    from hemicycle.engines.formats.programme import Session

_SOCIAL = PAUSES | {Kind.RECEPTION}


def people(sight: Sight) -> Iterator[Finding]:
    """A person in two sessions that overlap: high; medium where an end is not printed.

    Two days, two sessions that touch, a session and its part, and an entry of the same room inside a longer one (its
    agenda, printed as entries) are no clash.
    """
    for person, slots in _by_person(sight).items():
        agendas = _agendas(slots)
        for one, other in meetings(slots):
            if sight.related(one.session, other.session) or _inside(one, other, agendas):
                continue
            facts = {"person": sight.named(person)}
            gravity = HIGH if one.sure and other.sure else MEDIUM
            concerns = (one.session, other.session, f"person:{person}")
            yield sight.found(Code.PERSON_CLASH, gravity, concerns, facts)


def rooms(sight: Sight) -> Iterator[Finding]:
    """Two sessions in one room at overlapping times.

    High where both times are sure and cross or are the same, medium where one lies inside the other, which may be its
    agenda, or an end is not printed, low where one is a break or a reception. A longer entry with several inside it is
    plainly their heading: nothing is raised. Places off the site are areas, not rooms.
    """
    by_room: dict[str, list[Slot]] = defaultdict(list)
    for slot in sight.slots:
        room = slot.session.room
        if (
            room
            and not sight.is_container(slot.session)
            and not (room in sight.rooms and sight.rooms[room].off_site)
        ):
            by_room[room].append(slot)
    for room, slots in by_room.items():
        agendas = _agendas(slots)
        for one, other in meetings(slots):
            if not sight.related(one.session, other.session) and not {one, other} & agendas:
                name = sight.rooms[room].name if room in sight.rooms else room
                concerns = (one.session, other.session, f"room:{room}")
                yield sight.found(Code.ROOM_CLASH, _room_gravity(one, other), concerns, {"room": name})


def _room_gravity(one: Slot, other: Slot) -> Gravity:
    if one.session.kind in _SOCIAL or other.session.kind in _SOCIAL:
        return LOW
    equal = (one.starts, one.ends) == (other.starts, other.ends)
    nested = not equal and (one.holds(other) or other.holds(one))
    return HIGH if one.sure and other.sure and not nested else MEDIUM


def changes(sight: Sight) -> Iterator[Finding]:
    """A person whose next session begins the minute the last ends, in another room: low; off the site, medium."""
    for person, slots in _by_person(sight).items():
        for one, other in pairwise(slots):
            if one.sure and one.ends == other.starts and _elsewhere(one.session, other.session):
                off_site = any(
                    sight.rooms[room].off_site
                    for room in (one.session.room, other.session.room)
                    if room in sight.rooms
                )
                concerns = (one.session, other.session, f"person:{person}")
                facts = {"person": sight.named(person)}
                yield sight.found(Code.TIGHT_CHANGE, MEDIUM if off_site else LOW, concerns, facts)


def _elsewhere(one: Session, other: Session) -> bool:
    return bool(one.room and other.room and one.room != other.room)


def _by_person(sight: Sight) -> dict[str, list[Slot]]:
    slot_of = {slot.session.key: slot for slot in sight.slots}
    found: dict[str, dict[str, Slot]] = defaultdict(dict)
    for person, session, _ in sight.held():
        if session.key in slot_of:
            found[person][session.key] = slot_of[session.key]
    return {
        person: sorted(slots.values(), key=lambda slot: (slot.starts, slot.ends, slot.place))
        for person, slots in found.items()
    }


def _inside(one: Slot, other: Slot, agendas: set[Slot]) -> bool:
    if one.session.room != other.session.room:
        return False
    nested = (one.starts, one.ends) != (other.starts, other.ends) and (one.holds(other) or other.holds(one))
    return bool({one, other} & agendas) or (nested and one.session.room is not None)


def _agendas(slots: Iterable[Slot]) -> set[Slot]:
    """Entries that hold two or more others, one after the other: headings that lost their rank."""
    inside: dict[Slot, list[Slot]] = defaultdict(list)
    for one, other in meetings(slots):
        if one.holds(other) and one.ends - one.starts > other.ends - other.starts:
            inside[one].append(other)
        elif other.holds(one) and other.ends > one.ends:
            inside[other].append(one)
    return {outer for outer, inner in inside.items() if len(inner) > 1 and _in_turn(inner)}


def _in_turn(slots: list[Slot]) -> bool:
    in_order = sorted(slots, key=lambda slot: (slot.starts, slot.ends))
    return all(one.ends <= other.starts for one, other in pairwise(in_order))


RULES = (people, rooms, changes)

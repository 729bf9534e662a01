"""IETF 106: sessions of working groups into rooms and timeslots, scored by its own rules.

Conflicts, people who must be there, unavailable half-days and the sizes of rooms are kept as hard rules. The few wishes for
days apart and for two groups next to each other are left out, so is the company of joint sessions, and the two sessions that
fit no slot are cut to the longest.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import Any

from hemicycle.engines.scheduling.problem import Needed, Problem, Relation, RelationKind, Room, Session, Slot

FIRST = datetime(2019, 11, 16, tzinfo=UTC)


def problem(meeting: dict[str, Any], *, rooms: bool = True) -> Problem:
    """With its rooms, or without (one that is shared by all, when only times are wanted)."""
    slots = _slots(meeting)
    longest = max(slot.minutes for slot in slots)
    return Problem(
        slots=slots,
        rooms=tuple(_room(meeting, room) for room in meeting["rooms"])
        if rooms
        else (Room("any", shared=True),),
        sessions=tuple(_session(meeting, each, slots, longest) for each in meeting["sessions"]),
        relations=tuple(_apart(meeting)),
    )


def _slots(meeting: dict[str, Any]) -> tuple[Slot, ...]:
    found: dict[str, Slot] = {}
    for each in meeting["timeslots"]:
        slot = _slot(each)
        found[slot.key] = slot
    return tuple(sorted(found.values(), key=lambda slot: slot.starts))


def _slot(timeslot: dict[str, Any]) -> Slot:
    hour, minute = map(int, timeslot["start"].split(":"))
    starts = FIRST + timedelta(days=timeslot["day"], hours=hour, minutes=minute)
    return Slot(
        f"{timeslot['day']} {timeslot['start']}", starts, starts + timedelta(minutes=timeslot["minutes"])
    )


def _room(meeting: dict[str, Any], room: dict[str, Any]) -> Room:
    open_in = frozenset(_slot(each).key for each in meeting["timeslots"] if each["room"] == room["name"])
    return Room(room["name"], capacity=room["capacity"], slots=open_in)


def half_day(slot: Slot) -> str:
    """As the groups name it: `monday-afternoon-early`."""
    hour = slot.starts.hour
    part = "morning" if hour < 12 else "afternoon-early" if hour < 15 else "afternoon-late"
    return f"{slot.starts:%A}".lower() + f"-{part}"


def _session(
    meeting: dict[str, Any], session: dict[str, Any], slots: tuple[Slot, ...], longest: int
) -> Session:
    group = meeting["groups"].get(session["group"], {})
    unavailable = set(group.get("unavailable", ()))
    away = frozenset(slot.key for slot in slots if half_day(slot) in unavailable)
    people = {f"group {session['group']}", *map(str, group.get("bethere", ()))}
    return Session(
        key=str(session["id"]),
        minutes=min(session["minutes"], longest),
        people=tuple(Needed(person, away) for person in sorted(people)),
        expected=session["attendees"],
    )


def _apart(meeting: dict[str, Any]) -> list[Relation]:
    of_group: dict[str, list[str]] = {}
    for session in meeting["sessions"]:
        of_group.setdefault(session["group"], []).append(str(session["id"]))
    pairs = set()
    for name, group in meeting["groups"].items():
        for other in group["conflicts"]:
            for one in of_group.get(name, ()):
                pairs |= {(min(one, two), max(one, two)) for two in of_group.get(other, ()) if one != two}
    return [Relation(RelationKind.APART, clique) for clique in cliques(pairs)]


def cliques(pairs: set[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The pairs covered by groups in which all pairs are among them, each grown greedily from a pair left."""
    near: dict[str, set[str]] = {}
    for one, other in pairs:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    left, found = set(pairs), []
    while left:
        grown = list(min(left))
        common = near[grown[0]] & near[grown[1]]
        while common:
            grown.append(min(common, key=lambda one: (-len(near[one] & common), one)))
            common &= near[grown[-1]]
        found.append(tuple(sorted(grown)))
        left -= set(combinations(sorted(grown), 2))
    return found

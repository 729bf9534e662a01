"""Every soft term stated plainly over a finished plan: what it costs, by name, before weights.

- *audience*: people who wish to hear two sessions that meet, for each such pair;
- *room*, *slot*: the cost that a session names for its room and for its slot;
- *track*: pairs of sessions of one track that meet;
- *balance*: on each day, the sessions beyond an even share of all;
- *hop*: for each person of an audience, the least changes of room by which they can hear a wished session in every slot
  of a block that has one (a session in each slot, in the order of time);
- *change*: a session at another time than in the given plan counts 2, in another room only counts 1, times its `dear`.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from hemicycle.engines.scheduling.check import meeting

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Mapping

    from hemicycle.engines.scheduling.plan import Placement
    from hemicycle.engines.scheduling.problem import Problem

MOVED, ROOM_CHANGED = 2, 1


def wishes(problem: Problem) -> Mapping[tuple[str, str], int]:
    """For each pair of sessions that someone wishes to hear, how many do."""
    counted: dict[tuple[str, str], int] = {}
    for audience in problem.audiences:
        for pair in combinations(sorted(set(audience.sessions)), 2):
            counted[pair] = counted.get(pair, 0) + audience.people
    return counted


def terms(
    problem: Problem, placements: Iterable[Placement], given: Iterable[Placement] = ()
) -> Mapping[str, int]:
    """What each soft term of a complete plan counts; `given` is the plan from which it was repaired."""
    placed = {placement.session: placement for placement in placements}
    wished = wishes(problem)
    counted = {"audience": 0, "room": 0, "slot": 0, "track": 0, "change": 0}
    counted["balance"] = _balance(problem, placed)
    counted["hop"] = _hops(problem, placed) if problem.weights.hop else 0
    for one, other in meeting(problem, placed):
        pair = (min(one.session, other.session), max(one.session, other.session))
        counted["audience"] += wished.get(pair, 0)
        track = problem.session[one.session].track
        counted["track"] += bool(track) and track == problem.session[other.session].track
    for session in problem.sessions:
        counted["room"] += session.rooms.get(placed[session.key].room, 0)
        counted["slot"] += session.slots.get(placed[session.key].slot, 0)
    for old in given:
        new = placed.get(old.session)
        if new is not None:
            moved = MOVED if new.slot != old.slot else ROOM_CHANGED * (new.room != old.room)
            counted["change"] += problem.session[old.session].dear * moved
    return counted


def even_share(problem: Problem) -> int:
    """The most sessions a day has when all days have as many as they can alike."""
    days = {slot.starts.date() for slot in problem.slots}
    return -(-len(problem.sessions) // max(1, len(days)))


def _balance(problem: Problem, placed: Mapping[str, Placement]) -> int:
    counted = Counter(problem.slot[placement.slot].starts.date() for placement in placed.values())
    return sum(max(0, count - even_share(problem)) for count in counted.values())


def _hops(problem: Problem, placed: Mapping[str, Placement]) -> int:
    in_time = sorted((slot for slot in problem.slots if slot.block), key=lambda slot: (slot.starts, slot.key))
    blocks: dict[str, list[str]] = {}
    for slot in in_time:
        blocks.setdefault(slot.block, []).append(slot.key)
    found = 0
    for audience in problem.audiences:
        rooms: dict[str, set[str]] = {}
        for session in audience.sessions:
            rooms.setdefault(placed[session].slot, set()).add(placed[session].room)
        for slots in blocks.values():
            found += audience.people * least_hops([rooms[slot] for slot in slots if slot in rooms])
    return found


def least_hops(rooms: Iterable[Collection[Hashable]]) -> int:
    """The fewest changes of room on a way that takes one room of each set, in order."""
    so_far: dict[Hashable, int] | None = None
    for choice in rooms:
        if so_far is None:
            so_far = dict.fromkeys(choice, 0)
        else:
            moved = min(so_far.values()) + 1
            so_far = {room: min(so_far.get(room, moved), moved) for room in choice}
    return min(so_far.values()) if so_far else 0


def cost(problem: Problem, counted: Mapping[str, int]) -> int:
    """The weighted sum of the terms."""
    return sum(getattr(problem.weights, name) * count for name, count in counted.items())

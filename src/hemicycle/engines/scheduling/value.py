"""Every soft term stated plainly over a finished plan: what it costs, by name, before weights.

- *audience*: people who wish to hear two sessions that meet, for each such pair;
- *room*, *slot*: the cost that a session names for its room and for its slot;
- *track*: pairs of sessions of one track that meet;
- *change*: a session at another time than in the given plan counts 2, in another room only counts 1.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from hemicycle.engines.scheduling.check import meeting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
            counted["change"] += MOVED if new.slot != old.slot else ROOM_CHANGED * (new.room != old.room)
    return counted


def cost(problem: Problem, counted: Mapping[str, int]) -> int:
    """The weighted sum of the terms."""
    return sum(getattr(problem.weights, name) * count for name, count in counted.items())

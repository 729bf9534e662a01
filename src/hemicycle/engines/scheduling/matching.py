"""Which rooms do not suffice for times that were planned by counting.

Where a set of sessions at one moment has fewer rooms than sessions, those rooms are what the counting left out (Hall's
theorem; found by augmenting paths, as in Hopcroft and Karp, 1973, one path at a time).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hemicycle.engines.scheduling.frame import Frame


def short(frame: Frame, slots: Sequence[int]) -> tuple[frozenset[int], ...]:
    """Sets of rooms that have more sessions than rooms at some moment, when each session is in its slot."""
    shared = {n for n, room in enumerate(frame.problem.rooms) if room.shared}
    found = set()
    for moment in frame.moments:
        there = {n: frame.places[n][slot] for n, slot in enumerate(slots) if slot in moment}
        wanting = {n: rooms for n, rooms in there.items() if not shared.intersection(rooms)}
        lacking = _lacking(wanting)
        if lacking:
            found.add(lacking)
    return tuple(sorted(found, key=sorted))


def _lacking(wanting: Mapping[int, Sequence[int]]) -> frozenset[int]:
    """The rooms that the first session without a room could have, each taken by one that could have no other."""
    holder: dict[int, int] = {}
    for session in wanting:
        reached: dict[int, int] = {}
        end = _path(session, wanting, holder, reached)
        if end is None:
            return frozenset(reached)
        while True:
            taker = reached[end]
            previous = next((room for room, held in holder.items() if held == taker), None)
            holder[end] = taker
            if previous is None or taker == session:
                break
            end = previous
    return frozenset()


def _path(
    session: int,
    wanting: Mapping[int, Sequence[int]],
    holder: Mapping[int, int],
    reached: dict[int, int],
) -> int | None:
    """A free room that can be had by moving others along; `reached` says by whom each room was asked for."""
    waiting = [session]
    for asking in waiting:
        for room in wanting[asking]:
            if room in reached:
                continue
            reached[room] = asking
            if room not in holder:
                return room
            waiting.append(holder[room])
    return None

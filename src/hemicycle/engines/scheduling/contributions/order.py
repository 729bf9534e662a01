"""From slots and rooms to sessions: which contribution in which session of its track, and in which order.

Each track alone, since nothing it does here touches another but clashes of aligned units: contributions with an order
come where their order says, as far as they are in the right slot; the others fill what is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.engines.scheduling.contributions import models
from hemicycle.engines.scheduling.contributions.problem import Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hemicycle.engines.scheduling.contributions.problem import Problem


def sessions(
    problem: Problem,
    places: Iterable[tuple[int, int, int]],
    held: Sequence[int],
    rooms: Mapping[int, int],
) -> tuple[Session, ...]:
    """The sessions at (track, slot, room), each contribution in its slot and, where it has one, its room."""
    of_track: dict[int, list[tuple[int, int]]] = {}
    for t, s, r in sorted(places):
        of_track.setdefault(t, []).append((s, r))
    made: list[Session] = []
    for t, cells in of_track.items():
        track = problem.tracks[t].key
        dealt: dict[tuple[int, int], list[int]] = {cell: [] for cell in cells}
        for n in _in_order(problem, track):
            dealt[_cell(problem, dealt, held[n], rooms.get(n), n)].append(n)
        made += _of_track(problem, track, dealt)
    return tuple(sorted(made))


def rooms(
    problem: Problem,
    places: Iterable[tuple[int, int, int]],
    held: Sequence[int],
    lanes: Mapping[int, int],
) -> Mapping[int, int]:
    """The room of each contribution that has a lane: the lane itself, or the room of the session of that number."""
    number = {track.key: t for t, track in enumerate(problem.tracks)}
    found: dict[tuple[int, int], list[int]] = {}
    for t, s, r in sorted(places):
        found.setdefault((t, s), []).append(r)
    given: dict[int, int] = {}
    for n, lane in lanes.items():
        t = number[problem.contributions[n].track]
        given[n] = lane if models.cares_for_rooms(problem, t) else found[t, held[n]][lane]
    return given


def _in_order(problem: Problem, track: str) -> list[int]:
    """Those with an order first, in it; then the rest, longest first."""
    given = problem.contributions
    return sorted(
        problem.of_track[track], key=lambda n: (given[n].order == 0, given[n].order, -given[n].units, n)
    )


def _cell(
    problem: Problem, dealt: Mapping[tuple[int, int], list[int]], slot: int, room: int | None, n: int
) -> tuple[int, int]:
    """Its room; without one, the one where it clashes least, then the fullest in which it fits."""
    if room is not None:
        return slot, room

    def left(cell: tuple[int, int]) -> int:
        return problem.slots[slot].units - sum(problem.contributions[m].units for m in dealt[cell])

    units = problem.contributions[n].units
    fitting = [cell for cell in dealt if cell[0] == slot and left(cell) >= units]
    elsewhere = {cell: [m for other in fitting if other != cell for m in dealt[other]] for cell in fitting}
    return min(
        fitting, key=lambda cell: (sum(_price(problem, n, m) for m in elsewhere[cell]), left(cell), cell)
    )


def _price(problem: Problem, one: int, other: int) -> int:
    keys = {problem.contributions[one].key, problem.contributions[other].key}
    return sum(clash.price for clash in problem.clashes if {clash.first, clash.second} == keys)


def _of_track(
    problem: Problem, track: str, dealt: Mapping[tuple[int, int], Sequence[int]]
) -> Iterable[Session]:
    begins = 1
    for (s, r), numbers in sorted(dealt.items()):
        if numbers:
            keys = tuple(problem.contributions[n].key for n in _sequence(problem, numbers, begins))
            yield Session(problem.slots[s].key, problem.rooms[r], track, keys)
        begins += len(numbers)


def _sequence(problem: Problem, numbers: Sequence[int], begins: int) -> list[int]:
    """In this session, which starts with the so-manieth of its track, each at its own place if it is here."""
    given = problem.contributions
    places = range(begins, begins + len(numbers))
    exact = {given[n].order: n for n in reversed(numbers) if given[n].order in places}
    rest = sorted(
        (n for n in numbers if n not in exact.values()),
        key=lambda n: (given[n].order == 0, given[n].order, n),
    )
    left = iter(rest)
    return [exact[place] if place in exact else next(left) for place in places]

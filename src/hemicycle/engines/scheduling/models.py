"""The models of the stages: times alone, rooms for times that stand, both together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.engines.scheduling import constraints, costs
from hemicycle.engines.scheduling.constraints import Board, total
from hemicycle.engines.scheduling.problem import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hemicycle.engines.scheduling.constraints import Bool
    from hemicycle.engines.scheduling.plan import Placement
    from hemicycle.engines.scheduling.run import Run

    Place = tuple[int, int | None]

BROKEN = 1_000_000
"""What a broken demand costs where demands may be broken: more than wishes can come to."""


def times(run: Run, start: Sequence[Place] = (), *, soft: bool = False, priced: bool = True) -> Board:
    """Times alone: each session in one slot, rooms by counting. In a `soft` model demands may be broken at a price."""
    board = _new(run, soft=soft)
    for places in run.frame.places:
        board.times.append({slot: board.model.new_bool_var("") for slot in places})
        board.model.add_exactly_one(board.times[-1].values())
    _post(board, constraints.OF_TIMES)
    if run.frame.problem.holds(Rule.ROOM):
        constraints.rooms_suffice(board, run.short)
    _unlike(board, run.terms.unlike)
    given = run.given()
    _hint(board, start or [given.get(n, (-1, None)) for n in range(len(board.times))])
    _minimize(board, run, priced=priced)
    return board


def rooms(run: Run, standing: Sequence[Place], *, soft: bool = False) -> Board:
    """Rooms for times that stand."""
    allowed = [{slot: run.frame.places[n][slot]} for n, (slot, _) in enumerate(standing)]
    return _with_rooms(run, allowed, (), soft=soft)


def joint(run: Run, start: Sequence[Place]) -> Board:
    """Times and rooms together, from a plan or at least its times."""
    board = _with_rooms(run, run.frame.places, start)
    if run.frame.problem.holds(Rule.ROOM):
        constraints.rooms_suffice(board)
    return board


def _new(run: Run, *, soft: bool) -> Board:
    from ortools.sat.python import cp_model

    return Board(run.frame, cp_model.CpModel(), switches=[] if soft else None)


def _with_rooms(
    run: Run,
    allowed: Sequence[Mapping[int, tuple[int, ...]]],
    start: Sequence[Place],
    *,
    soft: bool = False,
) -> Board:
    board = _new(run, soft=soft)
    for slots in allowed:
        places = {(slot, room): board.model.new_bool_var("") for slot, free in slots.items() for room in free}
        board.places.append(places)
        board.model.add_exactly_one(places.values())
        times = {slot: board.model.new_bool_var("") for slot in slots}
        for slot, var in times.items():
            board.model.add(total([places[slot, room] for room in slots[slot]]) == var)
        board.times.append(times)
    _post(board, constraints.OF_TIMES)
    _post(board, constraints.OF_ROOMS)
    _unlike(board, run.terms.unlike)
    _hint(board, start)
    _minimize(board, run, priced=True)
    return board


def _post(board: Board, rules: Mapping[Rule, Callable[[Board], None]]) -> None:
    for rule, post in rules.items():
        if board.frame.problem.holds(rule):
            post(board)


def _minimize(board: Board, run: Run, *, priced: bool) -> None:
    objective = costs.objective(board, run.terms.given) if priced else 0
    if board.switches is not None:
        off = [switch for _, switch in board.switches]
        objective += BROKEN * (len(off) - total(off))
    if priced or board.switches is not None:
        board.model.minimize(objective)


def _hint(board: Board, start: Sequence[Place]) -> None:
    for n, (slot, room) in enumerate(start):
        for other, var in board.times[n].items() if slot in board.times[n] else ():
            board.model.add_hint(var, other == slot)
        if room is not None and board.places and (slot, room) in board.places[n]:
            for place, var in board.places[n].items():
                board.model.add_hint(var, place == (slot, room))


def _unlike(board: Board, sets: Sequence[frozenset[Placement]]) -> None:
    """Not all placements of any of the sets; one without a room stands for its time in any."""
    frame = board.frame
    slots = {slot.key: n for n, slot in enumerate(frame.problem.slots)}
    rooms = {room.key: n for n, room in enumerate(frame.problem.rooms)}
    for placements in sets:
        if not board.places and any(placed.room for placed in placements):
            continue
        same: list[Bool | None] = []
        for placed in sorted(placements):
            n, slot = frame.index[placed.session], slots[placed.slot]
            if placed.room:
                same.append(board.places[n].get((slot, rooms[placed.room])))
            else:
                same.append(board.times[n].get(slot))
        there = [var for var in same if var is not None]
        if len(there) == len(same):
            board.model.add(total(there) < len(there))

"""Why there is no plan: the smallest set of demands that cannot stand together.

Every demand gets a switch; the solver names a set of switches that cannot all be on, and one demand after the other is
left out of it for as long as the rest still cannot stand (deletion, as in Chinneck, *Feasibility and Infeasibility in
Optimization*, 2008, chapter 6). What remains is irreducible: without any one of its demands the others can stand.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hemicycle.engines.scheduling import constraints
from hemicycle.engines.scheduling.constraints import Board, total
from hemicycle.engines.scheduling.frame import Frame
from hemicycle.engines.scheduling.plan import Placement, Way
from hemicycle.engines.scheduling.problem import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hemicycle.engines.scheduling.plan import Demand
    from hemicycle.engines.scheduling.problem import Problem


@dataclass(frozen=True, slots=True)
class Explanation:
    """Demands that cannot stand together; `sure` says whether the time sufficed to make the set irreducible."""

    demands: tuple[Demand, ...]
    sure: bool


def conflict(problem: Problem, seconds: float = 20.0) -> Explanation:
    """The demands that cannot stand together, as few as the time allows; none where none was found in the time."""
    ends = time.monotonic() + seconds
    board = _switched(Frame(_narrowed(problem)))
    switches = board.switches or []
    found = _core(board, range(len(switches)), ends)
    if found is None:
        return Explanation((), sure=False)
    sure = True
    for n in sorted(found, key=lambda n: (-len(switches[n][0].sessions), n)):
        if n not in found:
            continue
        if time.monotonic() > ends:
            sure = False
            break
        smaller = _core(board, [other for other in found if other != n], ends)
        found = found if smaller is None else smaller
    return Explanation(tuple(switches[n][0] for n in sorted(found)), sure)


def ways(problem: Problem, demands: Sequence[Demand], seconds: float = 20.0) -> tuple[Way, ...]:
    """For each demand of a conflict, whether all the others of the problem can stand without it, and how."""
    ends = time.monotonic() + seconds
    board = _switched(Frame(problem))
    concerned = {session for demand in demands for session in demand.sessions}
    return tuple(
        _way(board, demand, concerned, time.monotonic() + max(0.1, ends - time.monotonic()) / left)
        for left, demand in zip(range(len(demands), 0, -1), demands, strict=True)
    )


def _way(board: Board, demand: Demand, concerned: set[str], ends: float) -> Way:
    from ortools.sat.python import cp_model

    switches = board.switches or []
    board.model.clear_assumptions()
    board.model.add_assumptions([switch for other, switch in switches if other != demand])
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.05, ends - time.monotonic())
    solver.parameters.num_workers = 1
    status = solver.solve(board.model)
    if status == cp_model.INFEASIBLE:
        return Way(demand, possible=False)
    if status not in (cp_model.FEASIBLE, cp_model.OPTIMAL):
        return Way(demand, possible=None)
    problem = board.frame.problem
    placements = tuple(
        Placement(session.key, problem.slots[slot].key, problem.rooms[room].key)
        for session, places in zip(problem.sessions, board.places, strict=True)
        for (slot, room), var in places.items()
        if session.key in concerned and solver.boolean_value(var)
    )
    return Way(demand, possible=True, placements=placements)


def _narrowed(problem: Problem) -> Problem:
    """Where a session has no place at all, the problem of that session alone."""
    for session, places in zip(problem.sessions, Frame(problem).places, strict=True):
        if not places:
            return replace(problem, sessions=(session,), relations=(), audiences=())
    return problem


def _core(board: Board, kept: Iterable[int], ends: float) -> list[int] | None:
    """Some of the kept demands that cannot stand together, or nothing where they can (or the time is over)."""
    from ortools.sat.python import cp_model

    switches = board.switches or []
    kept = list(kept)
    number = {switches[n][1].index: n for n in kept}
    board.model.clear_assumptions()
    board.model.add_assumptions([switches[n][1] for n in kept])
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.05, ends - time.monotonic())
    solver.parameters.num_workers = 1
    if solver.solve(board.model) != cp_model.INFEASIBLE:
        return None
    core = solver.sufficient_assumptions_for_infeasibility()
    return sorted({number[index] for index in core if index in number}) if core else kept


def _switched(frame: Frame) -> Board:
    """A model in which every session may be anywhere, and every demand has its switch."""
    from ortools.sat.python import cp_model

    board = Board(frame, cp_model.CpModel(), switches=[])
    slots, rooms = range(len(frame.problem.slots)), range(len(frame.problem.rooms))
    for _ in frame.problem.sessions:
        places = {(slot, room): board.model.new_bool_var("") for slot in slots for room in rooms}
        board.model.add_exactly_one(places.values())
        board.places.append(places)
        times = {slot: board.model.new_bool_var("") for slot in slots}
        for slot, var in times.items():
            board.model.add(total([places[slot, room] for room in rooms]) == var)
        board.times.append(times)
    for rule, post in (constraints.OF_TIMES | constraints.OF_ROOMS).items():
        if frame.problem.holds(rule):
            post(board)
    _post_single(board)
    return board


def _post_single(board: Board) -> None:
    """The rules on one session alone, each as a demand of its own."""
    frame = board.frame
    for n, session in enumerate(frame.problem.sessions):
        out_of_slots = {
            slot: set(frame.slot_refusals(session, each)) for slot, each in enumerate(frame.problem.slots)
        }
        out_of_rooms = {
            room: set(frame.room_refusals(session, each)) for room, each in enumerate(frame.problem.rooms)
        }
        _post_away(board, n)
        for rule in Rule:
            if rule is Rule.AWAY:
                continue
            slots = [slot for slot, rules in out_of_slots.items() if rule in rules]
            rooms = [room for room, rules in out_of_rooms.items() if rule in rules]
            _keep_out(board, rule, n, slots, rooms)
    _post_open(board)


def _keep_out(board: Board, rule: Rule, n: int, slots: Sequence[int], rooms: Sequence[int]) -> None:
    if not slots and not rooms:
        return
    problem = board.frame.problem
    closed = {"slots": [problem.slots[s].key for s in slots], "rooms": [problem.rooms[r].key for r in rooms]}
    post = board.demand(rule, (n,), **{name: keys for name, keys in closed.items() if keys})
    if slots:
        post.add(total([board.times[n][slot] for slot in slots]) == 0)
    if rooms:
        post.add(total([var for (_, room), var in board.places[n].items() if room in set(rooms)]) == 0)


def _post_away(board: Board, n: int) -> None:
    """Each person's absence, as a demand of its own."""
    problem = board.frame.problem
    if not problem.holds(Rule.AWAY):
        return
    for person in problem.sessions[n].people:
        away = [s for s, slot in enumerate(problem.slots) if slot.key in person.away]
        if away:
            keys = [problem.slots[s].key for s in away]
            post = board.demand(Rule.AWAY, (n,), person=person.key, slots=keys)
            post.add(total([board.times[n][slot] for slot in away]) == 0)


def _post_open(board: Board) -> None:
    """A closed room, as a demand on all who might use it."""
    problem = board.frame.problem
    if not problem.holds(Rule.OPEN):
        return
    for r, room in enumerate(problem.rooms):
        closed = [s for s, slot in enumerate(problem.slots) if room.slots and slot.key not in room.slots]
        if closed:
            post = board.demand(Rule.OPEN, (), room=room.key, slots=[problem.slots[s].key for s in closed])
            post.add(total([places[slot, r] for places in board.places for slot in closed]) == 0)

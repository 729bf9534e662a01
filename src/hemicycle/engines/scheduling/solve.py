"""Finds a plan: times first, then rooms for those times, then both together from there.

Times without rooms are a far smaller problem, and where rooms nest by capacity counting them loses nothing; each stage
starts from the one before. The bound of the last stage that was exact holds for the whole.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hemicycle.engines.scheduling import check, constraints, costs, value
from hemicycle.engines.scheduling.constraints import Board
from hemicycle.engines.scheduling.frame import Frame
from hemicycle.engines.scheduling.plan import Outcome, Placement, Plan
from hemicycle.engines.scheduling.problem import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ortools.sat.python import cp_model

    from hemicycle.engines.scheduling.problem import Problem

    Watch = Callable[["Progress"], bool]

JOINT_AT_MOST = 150_000
"""Above so many (session, slot, room), times and rooms are not planned together."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: the best cost so far and the bound, each None while there is none."""

    cost: int | None
    bound: int | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Terms:
    """What a run may take, and who watches: `watch` is told of each better plan and stops the run by saying False."""

    seconds: float = 60.0
    seed: int = 0
    workers: int = 2
    watch: Watch | None = None
    given: tuple[Placement, ...] = ()
    """The plan to be repaired: what differs from it costs `weights.change`."""


@dataclass
class _Run:
    """One run through the stages, with its clock."""

    frame: Frame
    terms: Terms
    started: float = field(default_factory=time.monotonic)
    stopped: bool = False

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started

    @property
    def left(self) -> float:
        return max(0.05, self.terms.seconds - self.seconds)


@dataclass(frozen=True, slots=True)
class _Found:
    """What one stage gave: (slot, room) by session, room None while only times are planned."""

    status: str
    places: tuple[tuple[int, int | None], ...] = ()
    cost: int = 0
    bound: int = 0


def plan(problem: Problem, terms: Terms | None = None) -> Plan:
    """The best plan found in the time given, checked by the plain statement of the rules.

    An infeasible problem gives a plan without placements, whose conflict is left to `explain`.
    """
    run = _Run(Frame(problem), terms or Terms())
    if not all(run.frame.places):
        return Plan(Outcome.INFEASIBLE, seconds=run.seconds)
    times = _stage(run, _times(run), share=0.4)
    if times.status != "found":
        return Plan(Outcome(times.status), seconds=run.seconds)
    rooms = _stage(run, _rooms(run, times.places), share=0.4)
    best = rooms if rooms.status == "found" else None
    bound = times.bound
    exact = run.frame.size <= JOINT_AT_MOST or best is None
    if exact and not run.stopped and not (best and best.cost <= times.bound):
        joint = _stage(run, _joint(run, best.places if best else times.places), share=1.0)
        if joint.status == "infeasible":
            return Plan(Outcome.INFEASIBLE, seconds=run.seconds)
        if joint.status == "found":
            best, bound = joint, max(bound, joint.bound)
    return _finished(run, best, bound)


def _finished(run: _Run, best: _Found | None, bound: int) -> Plan:
    if best is None:
        return Plan(Outcome.STOPPED, bound=bound, seconds=run.seconds)
    problem = run.frame.problem
    placements = tuple(
        Placement(session.key, problem.slots[slot].key, problem.rooms[room or 0].key)
        for session, (slot, room) in zip(problem.sessions, best.places, strict=True)
    )
    broken = check.broken(problem, placements)
    if broken:
        raise AssertionError(f"the solver's plan breaks {broken[0]}; this is a fault of the planner")
    counted = value.terms(problem, placements, run.terms.given)
    cost = value.cost(problem, counted)
    outcome = Outcome.BEST if cost <= bound else Outcome.COMPLETE
    return Plan(outcome, placements, counted, cost, min(bound, cost), run.seconds)


def _new(run: _Run) -> Board:
    from ortools.sat.python import cp_model

    return Board(run.frame, cp_model.CpModel())


def _times(run: _Run) -> Board:
    """Times alone: each session in one slot, rooms by counting."""
    board = _new(run)
    for places in run.frame.places:
        board.times.append({slot: board.model.new_bool_var("") for slot in places})
        board.model.add_exactly_one(board.times[-1].values())
    _post(board, constraints.OF_TIMES)
    if run.frame.problem.holds(Rule.ROOM):
        constraints.rooms_suffice(board)
    old = _given(run)
    for n, slots in enumerate(board.times):
        if n in old and old[n][0] in slots:
            board.model.add_hint(slots[old[n][0]], 1)
    board.model.minimize(costs.objective(board, run.terms.given))
    return board


def _rooms(run: _Run, times: Sequence[tuple[int, int | None]]) -> Board:
    """Rooms for times that stand."""
    allowed = [{slot: run.frame.places[n][slot]} for n, (slot, _) in enumerate(times)]
    return _with_rooms(run, allowed, ())


def _joint(run: _Run, start: Sequence[tuple[int, int | None]]) -> Board:
    """Times and rooms together, from a plan or at least its times."""
    board = _with_rooms(run, run.frame.places, start)
    if run.frame.problem.holds(Rule.ROOM):
        constraints.rooms_suffice(board)
    return board


def _with_rooms(
    run: _Run, allowed: Sequence[Mapping[int, tuple[int, ...]]], start: Sequence[tuple[int, int | None]]
) -> Board:
    board = _new(run)
    for slots in allowed:
        places = {
            (slot, room): board.model.new_bool_var("") for slot, rooms in slots.items() for room in rooms
        }
        board.places.append(places)
        board.model.add_exactly_one(places.values())
        times = {slot: board.model.new_bool_var("") for slot in slots}
        for slot, var in times.items():
            board.model.add(sum(places[slot, room] for room in slots[slot]) == var)
        board.times.append(times)
    _post(board, constraints.OF_TIMES)
    _post(board, constraints.OF_ROOMS)
    for n, (slot, room) in enumerate(start):
        board.model.add_hint(board.times[n][slot], 1)
        if room is not None:
            board.model.add_hint(board.places[n][slot, room], 1)
    board.model.minimize(costs.objective(board, run.terms.given))
    return board


def _post(board: Board, rules: Mapping[Rule, Callable[[Board], None]]) -> None:
    for rule, post in rules.items():
        if board.frame.problem.holds(rule):
            post(board)


def _given(run: _Run) -> Mapping[int, tuple[int, int]]:
    """The given plan by index, as far as the problem still knows its names."""
    slots = {slot.key: n for n, slot in enumerate(run.frame.problem.slots)}
    rooms = {room.key: n for n, room in enumerate(run.frame.problem.rooms)}
    return {
        run.frame.index[old.session]: (slots[old.slot], rooms[old.room])
        for old in run.terms.given
        if old.session in run.frame.index and old.slot in slots and old.room in rooms
    }


def _stage(run: _Run, board: Board, *, share: float) -> _Found:
    """Solve one model in its share of the time that is left."""
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.05, run.left * share)
    solver.parameters.random_seed = run.terms.seed
    solver.parameters.num_workers = max(2, run.terms.workers)
    status = solver.solve(board.model, _watcher(run, counts=bool(board.places)))
    if status == cp_model.INFEASIBLE:
        return _Found("infeasible")
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return _Found("stopped")
    places = tuple(_place(solver, board, n) for n in range(len(board.times)))
    return _Found("found", places, round(solver.objective_value), round(solver.best_objective_bound + 0.4999))


def _place(solver: cp_model.CpSolver, board: Board, n: int) -> tuple[int, int | None]:
    if board.places:
        return next(place for place, var in board.places[n].items() if solver.boolean_value(var))
    return next(slot for slot, var in board.times[n].items() if solver.boolean_value(var)), None


def _watcher(run: _Run, *, counts: bool) -> cp_model.CpSolverSolutionCallback:
    """Tells the one who watches of each better plan; a plan of times alone has no cost yet."""
    from ortools.sat.python import cp_model

    class Watcher(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            cost = round(self.objective_value) if counts else None
            told = Progress(cost, round(self.best_objective_bound), run.seconds)
            if run.terms.watch and not run.terms.watch(told):
                run.stopped = True
                self.stop_search()

    return Watcher()

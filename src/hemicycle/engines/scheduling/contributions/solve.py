"""Finds a programme: slots first, then rooms for them, then both together from there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemicycle.engines.scheduling.contributions import models, order, value
from hemicycle.engines.scheduling.run import Clock, Terms
from hemicycle.engines.scheduling.stages import stoppable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ortools.sat.python import cp_model

    from hemicycle.engines.scheduling.contributions.models import Board, Start
    from hemicycle.engines.scheduling.contributions.problem import Contribution, Problem, Session, Track


DEAR = 10_000
"""What costs so many times the least price is avoided altogether before prices are added up."""


@dataclass(frozen=True, slots=True)
class Programme:
    """`cost` is the sum of `terms`; no programme costs less than `bound`. Without sessions, none was found."""

    sessions: tuple[Session, ...]
    terms: Mapping[str, int]
    cost: int
    bound: int
    seconds: float


class Unsound(RuntimeError):
    """The solver's programme is broken by the plain statement: a fault of the planner, never of the problem."""


def plan(problem: Problem, terms: Terms | None = None) -> Programme:
    """The best programme found in the time given, checked by the plain statement.

    Raises:
        Unsound: the planner has a fault.
    """
    clock = Clock(terms or Terms())
    keeper = _Keeper(problem, clock)
    never = _never(problem)
    limit: int | None = never
    times = models.times(problem, never)
    solver = _solved(clock, times, share=0.25)
    if solver is None:
        limit, times = None, models.times(problem)
        solver = _solved(clock, times, share=0.25)
    if solver is None:
        return keeper.programme(0)
    bound = _bound(solver, limit)
    start = models.mended(problem, _start(solver, times))
    for forbidden in dict.fromkeys((limit, None)):
        rooms = models.whole(problem, start, forbidden, fixed=True)
        found = _solved(clock, rooms, share=0.2, each=keeper.keep)
        if found is not None:
            start = _start(found, rooms)
            break
    if keeper.cost is None or (keeper.cost > bound and not clock.stopped):
        bound = max(bound, _together(clock, keeper, start, limit))
    return keeper.programme(bound)


def _together(clock: Clock, keeper: _Keeper, start: Start, never: int | None) -> int:
    """Slots and rooms from a start; the bound. What alone costs as much as the best so far is in nothing better."""
    limits = [each for each in (never, keeper.cost) if each is not None]
    limit = min(limits, default=None)
    whole = models.whole(keeper.problem, start, limit, fixed=False)
    solver = _solved(clock, whole, share=1.0, each=keeper.keep)
    return 0 if solver is None else _bound(solver, limit)


def _never(problem: Problem) -> int:
    """The price from which on something is not done at first: so many times the least price there is."""
    prices = problem.prices
    each = [
        prices.parallel,
        prices.rooms,
        prices.split,
        prices.order,
        *problem.beside.values(),
        *problem.places.values(),
    ]
    everything: tuple[Track | Contribution, ...] = (*problem.tracks, *problem.contributions)
    for priced in everything:
        each += [*priced.slots.values(), *priced.rooms.values()]
    return DEAR * min((price for price in each if price), default=1)


class _Keeper:
    """Keeps the best programme met, priced by the plain statement, which sees what the models leave out."""

    def __init__(self, problem: Problem, clock: Clock) -> None:
        self.problem = problem
        self.clock = clock
        self.cost: int | None = None
        self.sessions: tuple[Session, ...] = ()

    def keep(self, board: Board, true: Callable[[cp_model.IntVar], bool]) -> None:
        held = [next(s for s, var in slots.items() if true(var)) for slots in board.held]
        places = [
            (t, *cell) for t, cells in enumerate(board.places) for cell, var in cells.items() if true(var)
        ]
        lanes = {n: next(at for (_, at), var in each.items() if true(var)) for n, each in board.lanes.items()}
        rooms = order.rooms(self.problem, places, held, lanes)
        sessions = order.sessions(self.problem, places, held, rooms)
        cost = value.cost(self.problem, sessions)
        if self.cost is None or cost < self.cost:
            self.cost, self.sessions = cost, sessions
            self.clock.tell(cost, None)

    def programme(self, bound: int) -> Programme:
        if self.cost is None:
            return Programme((), {}, 0, bound, self.clock.seconds)
        broken = value.broken(self.problem, self.sessions)
        if broken:
            raise Unsound(broken[0])
        terms = value.terms(self.problem, self.sessions)
        return Programme(self.sessions, terms, self.cost, min(bound, self.cost), self.clock.seconds)


def _solved(
    clock: Clock,
    board: Board,
    *,
    share: float,
    each: Callable[[Board, Callable[[cp_model.IntVar], bool]], None] | None = None,
) -> cp_model.CpSolver | None:
    """The solver with its best answer; `each` is told of every better one on the way."""
    from ortools.sat.python import cp_model

    class Watcher(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            if each is not None:
                each(board, self.boolean_value)
            if clock.stopped:
                self.stop_search()

    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.05, clock.left * share)
    solver.parameters.random_seed = clock.terms.seed
    solver.parameters.num_workers = max(2, clock.terms.workers)
    solver.parameters.catch_sigint_signal = False
    with stoppable(clock.terms.stop, solver):
        status = solver.solve(board.model, Watcher())
    return solver if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None


def _bound(solver: cp_model.CpSolver, never: int | None) -> int:
    """What no programme costs less than: it has something of the price that was forbidden, or the model's bound."""
    bound = max(0, round(solver.best_objective_bound + 0.4999))
    return bound if never is None else min(bound, never)


def _start(solver: cp_model.CpSolver, board: Board) -> Start:
    return models.Start(
        held=tuple(next(s for s, var in slots.items() if solver.boolean_value(var)) for slots in board.held),
        sessions=tuple(tuple(solver.value(var) for var in row) for row in board.sessions),
        places=frozenset(
            (t, *cell)
            for t, cells in enumerate(board.places)
            for cell, var in cells.items()
            if solver.boolean_value(var)
        ),
    )

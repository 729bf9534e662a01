"""One stage of a run: a model solved in its share of the time."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ortools.sat.python import cp_model

    from hemicycle.engines.scheduling.constraints import Board
    from hemicycle.engines.scheduling.run import Run


@dataclass(frozen=True, slots=True)
class Found:
    """What one stage gave: (slot, room) by session, room None while only times are planned."""

    status: str
    places: tuple[tuple[int, int | None], ...] = ()
    cost: int = 0
    bound: int = 0
    joint: bool = False
    """Whether times and rooms were planned together, so that the bound holds for the whole."""


GRACE = 5.0
"""Seconds in which a run that was stopped may still find rooms for the times it has."""


def solved(run: Run, board: Board, *, share: float, first: bool = False) -> Found:
    """The best answer of one model in its share of the time that is left; or the `first`.

    A run that is stopped already still has its grace for any answer.
    """
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = GRACE if run.stopped else max(0.05, run.left * share)
    solver.parameters.random_seed = run.terms.seed
    solver.parameters.num_workers = max(2, run.terms.workers)
    solver.parameters.stop_after_first_solution = first or run.stopped
    solver.parameters.catch_sigint_signal = False
    stop = threading.Event() if run.stopped else run.terms.stop
    with stoppable(stop, solver):
        status = solver.solve(board.model, _watcher(run, counts=bool(board.places)))
    if status == cp_model.INFEASIBLE:
        return Found("infeasible")
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Found("stopped")
    places = tuple(_place(solver, board, n) for n in range(len(board.times)))
    bound = max(0, round(solver.best_objective_bound + 0.4999))
    return Found("found", places, round(solver.objective_value), bound)


@contextmanager
def stoppable(stop: threading.Event, solver: cp_model.CpSolver) -> Iterator[None]:
    """While it solves, stop it when the event is set: the solver itself would never look."""
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            if stop.wait(0.1) and not done.wait(0.1):
                solver.stop_search()

    threading.Thread(target=look, daemon=True).start()
    try:
        yield
    finally:
        done.set()


def _place(solver: cp_model.CpSolver, board: Board, n: int) -> tuple[int, int | None]:
    if board.places:
        return next(place for place, var in board.places[n].items() if solver.boolean_value(var))
    return next(slot for slot, var in board.times[n].items() if solver.boolean_value(var)), None


def _watcher(run: Run, *, counts: bool) -> cp_model.CpSolverSolutionCallback:
    """Tells the one who watches of each better plan; a plan of times alone has no cost yet."""
    from ortools.sat.python import cp_model

    class Watcher(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            run.tell(round(self.objective_value) if counts else None, round(self.best_objective_bound))
            if run.stopped:
                self.stop_search()

    return Watcher()

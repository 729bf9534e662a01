"""`hemicycle timetable`: plan sessions into slots and rooms, or repair a plan."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hemicycle.cli import papers

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from hemicycle.cli.options import Commands
    from hemicycle.engines.scheduling.plan import Placement, Plan
    from hemicycle.engines.scheduling.problem import Problem
    from hemicycle.engines.scheduling.solve import Progress, Terms

HELP = "plan sessions into slots and rooms"
EPILOG = """examples:
  hemicycle timetable problem.json -o plan.json
  hemicycle timetable changed.json --from plan.json --alternatives 3

With --from the plan is repaired: as little as possible moves. Stop it at any time (Ctrl-C) to have the best plan so far.
Exit status 0: no plan is better. 1: there is no plan, and the output says why and what to give up. 4: stopped at the
limit, with the best plan found."""
EXPLAINING = 20.0
"""Seconds in which a conflict is made as small as it can be, and as many to say what giving up each of it allows."""


def add(commands: Commands) -> None:
    from hemicycle.cli import options

    command = options.command(commands, "timetable", HELP, EPILOG, run)
    command.add_argument(
        "problem", metavar="PROBLEM", help="the problem (hemicycle.problem/1), or - to read it"
    )
    options.out(command)
    command.add_argument(
        "--seconds", type=_seconds, default=60.0, metavar="S", help="stop after so long (default: 60)"
    )
    command.add_argument(
        "--from", dest="given", metavar="PLAN", help="repair this plan (hemicycle.plan/1), moving little"
    )
    command.add_argument(
        "--alternatives",
        type=_many,
        default=1,
        metavar="N",
        help="with --from: up to N repairs to choose from, each with the time of --seconds",
    )
    command.add_argument(
        "--seed", type=int, default=0, metavar="N", help="another number may find another plan"
    )
    options.language(command)


def run(arguments: argparse.Namespace) -> int:
    from hemicycle.engines.formats import canonical
    from hemicycle.engines.scheduling import plan, problem_json
    from hemicycle.kit.words import words
    from hemicycle.timetabling import wording

    if arguments.alternatives > 1 and not arguments.given:
        raise papers.Misused("--alternatives are of a repair; name the plan to repair with --from")
    problem = problem_json.read(_json(arguments.problem))
    given = plan.read(_json(arguments.given)) if arguments.given else ()
    found = _planned(problem, given, arguments)
    told = wording.Telling(problem, words(arguments.language or "en"))
    written: dict[str, Any] = plan.write(found[0], told)
    if arguments.alternatives > 1:
        written["alternatives"] = [plan.write(other, told) for other in found[1:]]
    papers.write(canonical.write(written).encode(), arguments.out)
    return {plan.Outcome.BEST: 0, plan.Outcome.INFEASIBLE: 1}.get(found[0].outcome, 4)


def _json(name: str) -> Any:
    import json

    try:
        return json.loads(papers.content(name))
    except ValueError as fault:
        raise papers.Misused(
            f"{name} is not JSON ({fault}); give a problem or plan as Hemicycle writes it"
        ) from None


def _planned(problem: Problem, given: Sequence[Placement], arguments: argparse.Namespace) -> tuple[Plan, ...]:
    """The plan, or the alternatives; or the plan that there is none, with the reasons."""
    from hemicycle.engines.scheduling import explain, solve
    from hemicycle.engines.scheduling.plan import Outcome

    terms = solve.Terms(seconds=arguments.seconds, seed=arguments.seed, given=tuple(given), watch=_Shown())
    with papers.progress("planning"):
        found = _in_thread(problem, terms, arguments.alternatives)
    if found[0].outcome is not Outcome.INFEASIBLE:
        return found
    with papers.progress("finding out why there is no plan"):
        conflict = explain.conflict(problem, EXPLAINING).demands
        ways = explain.ways(problem, conflict, EXPLAINING)
    return (replace(found[0], conflict=conflict, ways=ways),)


def _in_thread(problem: Problem, terms: Terms, many: int) -> tuple[Plan, ...]:
    """Plan in a second thread, so that Ctrl-C reaches the first and stops the run with what it has."""
    from concurrent.futures import ThreadPoolExecutor
    from concurrent.futures import TimeoutError as NotYet

    from hemicycle.engines.scheduling import solve

    def work() -> tuple[Plan, ...]:
        if many > 1:
            return solve.alternatives(problem, terms, many) or (solve.plan(problem, terms),)
        return (solve.plan(problem, terms),)

    with ThreadPoolExecutor(1) as pool:
        working = pool.submit(work)
        while True:
            try:
                return working.result(timeout=0.2)
            except NotYet:
                continue
            except KeyboardInterrupt:
                terms.stop.set()


class _Shown:
    """On a terminal, a line that tells of each better plan."""

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty()

    def __call__(self, progress: Progress) -> bool:
        if self.shown:
            cost = "…" if progress.cost is None else progress.cost
            text = f"\r\033[K{progress.seconds:5.1f} s  cost {cost}  bound {progress.bound if progress.bound is not None else '…'}"
            print(text, end="", file=sys.stderr, flush=True)
        return True


def _seconds(text: str) -> float:
    import argparse

    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 86_400:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds from 0 to 86400")
    return seconds


def _many(text: str) -> int:
    import argparse

    if text.isascii() and text.isdigit() and 1 <= int(text) <= 20:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 20")

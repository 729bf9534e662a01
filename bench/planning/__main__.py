"""`python -m bench.planning FOLDER [--seconds S] [--seeds N]`: the planner on public instances, as a table in Markdown.

FOLDER holds the instances and their evaluators (`evaluate_cosplib.py`, `evaluate_orbel.py`); what is not there is skipped.
Costs are the evaluators', the median over the seeds with the least and the most. Seconds are of the whole run.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
import statistics
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.planning import cosplib, ietf, orbel, pycon
from bench.planning.conference import conference
from hemicycle.engines.scheduling import check, solve
from hemicycle.engines.scheduling.contributions import solve as programmes
from hemicycle.engines.scheduling.problem import Problem, Weights
from hemicycle.engines.scheduling.run import Progress, Terms

Row = tuple[str, Callable[[Terms], tuple[int | str, int | None, float]]]
SIZES = (50, 200, 1000)


def rows(folder: Path) -> Iterator[Row]:
    for path in sorted(folder.glob("cosplib-*.json")):
        yield path.stem.replace("cosplib-", "CoSPLib "), _cosplib(folder, path)
    if (folder / "ietf106.json").exists():
        meeting = json.loads((folder / "ietf106.json").read_text())
        yield "IETF 106, times", _problem(ietf.problem(meeting, rooms=False))
        yield "IETF 106, times and rooms", _problem(ietf.problem(meeting))
    for path in sorted(folder.glob("*_talks.csv")):
        year = path.name.split("_")[0]
        yield f"ORBEL {year}, missed + hops", _orbel(folder, year)
    for path in sorted(folder.glob("pyconuk-*.yml")):
        yield path.stem, _problem(pycon.problem(path))
    for size in SIZES:
        yield f"made up, {size} sessions", _problem(conference(size))


def _evaluator(folder: Path, name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{folder} has no {name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _cosplib(folder: Path, path: Path) -> Callable[[Terms], tuple[int | str, int | None, float]]:
    instance = json.loads(path.read_text())
    evaluate = _evaluator(folder, "evaluate_cosplib").evaluate

    def run(terms: Terms) -> tuple[int | str, int | None, float]:
        found = programmes.plan(cosplib.problem(instance), terms)
        if not found.sessions:
            return "none", found.bound, found.seconds
        hard, cost, _ = evaluate(instance, cosplib.grid(instance, found.sessions))
        if hard or cost != found.cost:
            raise SystemExit(f"{path.name}: the evaluator says {hard[:1]}, {cost}; we say {found.cost}")
        return int(cost), found.bound, found.seconds

    return run


def _orbel(folder: Path, year: str) -> Callable[[Terms], tuple[int | str, int | None, float]]:
    given = orbel.Conference(folder, year)
    evaluate = _evaluator(folder, "evaluate_orbel").evaluate

    def run(terms: Terms) -> tuple[int | str, int | None, float]:
        found = solve.plan(given.problem(Weights(hop=1)), terms)
        if not found.placements:
            return str(found.outcome), None, found.seconds
        missed, hops = evaluate(given.talks, given.wishes, given.blocks, given.positions(found))
        return missed + hops, None, found.seconds

    return run


def _problem(problem: Problem) -> Callable[[Terms], tuple[int | str, int | None, float]]:
    def run(terms: Terms) -> tuple[int | str, int | None, float]:
        first: list[float] = []

        def watch(progress: Progress) -> bool:
            if progress.cost is not None:
                first.append(progress.seconds)
            return True

        found = solve.plan(problem, Terms(seconds=terms.seconds, seed=terms.seed, watch=watch))
        if not found.placements or found.broken:
            return str(found.outcome), found.bound, found.seconds
        if check.broken(problem, found.placements):
            raise SystemExit("a plan breaks a rule")
        return found.cost, found.bound, first[0] if first else found.seconds

    return run


def line(
    name: str, run: Callable[[Terms], tuple[int | str, int | None, float]], seconds: float, seeds: int
) -> str:
    found = [run(Terms(seconds=seconds, seed=seed)) for seed in range(seeds)]
    costs = [cost for cost, _, _ in found if isinstance(cost, int)]
    middle = f"{statistics.median(costs):g}" if len(costs) * 2 > seeds else "none"
    spread = f"{min(costs)}–{max(costs)}" if costs else ""
    bounds = [bound for _, bound, _ in found if bound is not None]
    taken = statistics.median(took for _, _, took in found)
    bound = max(bounds) if bounds else ""
    return f"| {name} | {middle} | {spread} | {bound} | {len(costs)} of {seeds} | {taken:.1f} |"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.planning", description=__doc__)
    parser.add_argument("folder", type=Path, help="the instances and their evaluators")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--only", default="", help="rows whose name has this in it")
    arguments = parser.parse_args()
    print(
        f"Measured {datetime.now(UTC):%d %B %Y}, Python {platform.python_version()}, {os.cpu_count()} cores, "
        f"{arguments.seconds:g} s a run, {arguments.seeds} seeds, load {os.getloadavg()[0]:.1f} at the start.\n"
    )
    print(
        "| instance | cost, median | least–most | best bound | planned | seconds |\n|---|--:|--:|--:|--:|--:|"
    )
    for name, run in rows(arguments.folder):
        if arguments.only in name:
            print(line(name, run, arguments.seconds, arguments.seeds), flush=True)


if __name__ == "__main__":
    main()

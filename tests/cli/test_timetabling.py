"""`hemicycle timetable`, as a person meets it."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from hemicycle.cli import timetabling
from hemicycle.engines.scheduling import problem_json
from hemicycle.engines.scheduling.problem import Audience, Needed, Session
from hemicycle.engines.scheduling.run import Terms
from tests.make import problem as make

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "hemicycle.cli.main", "timetable"]


def timetable(*arguments, stdin=None):
    return subprocess.run(  # noqa: S603 -- our own program
        [*COMMAND, *arguments], input=stdin, capture_output=True, cwd=ROOT, check=False, timeout=120
    )


def written(folder, problem):
    path = folder / "problem.json"
    path.write_text(json.dumps(problem_json.write(problem)), encoding="utf-8")
    return str(path)


def test_a_problem_is_planned_and_repaired_in_several_ways(tmp_path):
    problem = make.problem(*(Session(f"s{n}", 60) for n in range(3)), slots=3, rooms=2)
    out = tmp_path / "plan.json"

    done = timetable(written(tmp_path, problem), "-o", str(out))

    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    plan = json.loads(out.read_text())
    assert (plan["format"], plan["outcome"], plan["cost"]) == ("hemicycle.plan/1", "best", 0)
    assert len(plan["placements"]) == 3
    taken = plan["placements"][0]["slot"]
    away = replace(problem.sessions[0], people=(Needed("ann", frozenset({taken})),))
    changed = replace(problem, sessions=(away, *problem.sessions[1:]))
    again = timetable(written(tmp_path, changed), "--from", str(out), "--alternatives", "2")
    repaired = json.loads(again.stdout)
    assert again.returncode == 0
    assert repaired["terms"]["change"] == 2
    assert [other["outcome"] for other in repaired["alternatives"]] == ["best"]
    assert repaired["alternatives"][0]["placements"] != repaired["placements"]


def test_what_cannot_be_is_explained(tmp_path):
    stuck = [Session(key, 60, people=(Needed("ann"),), fixed_slot="slot-0-0") for key in ("a", "b")]

    done = timetable(written(tmp_path, make.problem(*stuck)))

    plan = json.loads(done.stdout)
    assert (done.returncode, plan["outcome"]) == (1, "infeasible")
    assert {demand["rule"] for demand in plan["conflict"]} == {"fixed", "person"}
    assert all(demand["message"].endswith(".") for demand in plan["conflict"])
    assert all(demand["without"]["possible"] is True for demand in plan["conflict"])


def test_an_interrupted_run_gives_the_best_plan_so_far():
    sessions = [Session(f"s{n}", 60) for n in range(24)]
    wishes = tuple(Audience((f"s{n}", f"s{m}"), n) for n in range(24) for m in range(n))
    problem = make.problem(*sessions, slots=5, rooms=6, audiences=wishes)
    interrupted = []

    def watch(progress):
        if not interrupted:
            interrupted.append(progress.seconds)
            os.kill(os.getpid(), signal.SIGINT)
        return True

    (found,) = timetabling._in_thread(problem, Terms(seconds=60, watch=watch), 1)

    assert interrupted
    assert len(found.placements) == 24
    assert found.seconds < 40


def test_what_is_no_problem_is_refused_in_one_line():
    done = timetable("-", stdin=b'{"format": "hemicycle.plan/1"}')

    assert done.returncode == 2
    assert done.stderr.startswith(b"hemicycle: ")
    assert done.stderr.count(b"\n") == 1


def test_alternatives_without_a_plan_are_refused(tmp_path):
    done = timetable(written(tmp_path, make.problem(Session("a"))), "--alternatives", "3")

    assert done.returncode == 2
    assert b"--from" in done.stderr

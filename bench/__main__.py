"""`make bench`: every case in a process of its own, three times, the median; as a table in Markdown.

Times are of one warm call after start-up. `growth` is the exponent p of size ** p between a row and the row of the
next smaller size of the same case: 1 is linear, 2 is quadratic.
"""

from __future__ import annotations

import json
import math
import os
import platform
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
RUNS = 3
ENOUGH = 30.0
"""Seconds after which a case is not run once more."""
FORMS = ("ical", "frab", "frab-json", "json", "jsonld", "docx", "pdf", "html")
ROWS: list[tuple[str, ...]] = [
    ("read-sample", "july.txt"),
    ("read-sample", "november.md"),
    *(("read-paper", form, size) for form in ("docx", "pdf") for size in ("40", "400")),
    *((case, size) for case in ("check", "compare") for size in ("50", "500", "5000")),
    *(("export", form, size) for form in FORMS for size in ("35", "1000")),
]


def start_up() -> float:
    """Seconds of `hemicycle --help` as a whole process, the least of five."""
    command = [sys.executable, "-m", "hemicycle.cli.main", "--help"]
    taken = []
    for _ in range(5):
        started = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - started)
    return min(taken)


def measured(row: tuple[str, ...]) -> dict[str, Any]:
    """The median of three runs; of fewer where one takes long."""
    command = [sys.executable, "-m", "bench.cases", *row]
    runs: list[dict[str, Any]] = []
    started = time.perf_counter()
    while len(runs) < RUNS and time.perf_counter() - started < ENOUGH:
        runs.append(json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT).stdout))
    middle = statistics.median(run["seconds"] for run in runs)
    return {**runs[0], "seconds": middle, "megabytes": max(run["megabytes"] for run in runs)}


def growth(row: tuple[str, ...], now: float, before: dict[tuple[str, ...], tuple[int, float]]) -> str:
    """The exponent between this size and the one before it, where the case has sizes."""
    if not row[-1].isdigit():
        return ""
    case, size = row[:-1], int(row[-1])
    earlier = before.get(case)
    before[case] = (size, now)
    if earlier is None:
        return ""
    return f"{math.log(now / earlier[1]) / math.log(size / earlier[0]):.2f}"


def main() -> None:
    print(
        f"Measured {datetime.now(UTC):%d %B %Y}, Python {platform.python_version()}, {os.cpu_count()} cores, median of up to {RUNS} runs.\n"
    )
    print(f"`hemicycle --help`, the whole process: {start_up():.2f} s\n")
    print("| case | seconds | peak MB | growth | what |\n|---|--:|--:|--:|---|")
    before: dict[tuple[str, ...], tuple[int, float]] = {}
    for row in ROWS:
        found = measured(row)
        what = ", ".join(f"{found[name]} {name}" for name in found if name not in ("seconds", "megabytes"))
        exponent = growth(row, found["seconds"], before)
        print(
            f"| {' '.join(row)} | {found['seconds']:.3f} | {found['megabytes']:.0f} | {exponent} | {what} |",
            flush=True,
        )


if __name__ == "__main__":
    main()

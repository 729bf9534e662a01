"""ORBEL: talks into blocks of parallel rooms, so that participants miss little and hop little.

A slot of ours is one slot of a block. `missed` is our audience term, except that it counts the wished talks beyond one where
ours counts pairs; `hops` is our hop term.
"""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hemicycle.engines.scheduling.problem import Audience, Problem, Room, Session, Slot, Weights

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hemicycle.engines.scheduling.plan import Plan

FIRST = datetime(2017, 2, 2, 9, 0, tzinfo=UTC)


class Conference:
    """The three files of one year."""

    def __init__(self, folder: Path, year: str) -> None:
        self.talks = [row["talk_id"] for row in _rows(folder / f"{year}_talks.csv")]
        self.blocks = [
            (row["session_id"], int(row["n_rooms"]), int(row["n_talks_per_room"]))
            for row in _rows(folder / f"{year}_sessions.csv")
        ]
        self.wishes: dict[str, set[str]] = {}
        for row in _rows(folder / f"{year}_preferences.csv"):
            self.wishes.setdefault(row["participant_id"], set()).add(row["talk_id"])

    def problem(self, weights: Weights) -> Problem:
        starts = FIRST
        slots, open_in = [], {}
        for block, rooms, many in self.blocks:
            for n in range(many):
                slot = Slot(f"{block} {n}", starts, starts + timedelta(minutes=20), block)
                slots.append(slot)
                open_in[slot.key] = rooms
                starts = slot.ends
        most = max(rooms for _, rooms, _ in self.blocks)
        return Problem(
            slots=tuple(slots),
            rooms=tuple(
                Room(str(n), slots=frozenset(key for key, rooms in open_in.items() if n < rooms))
                for n in range(most)
            ),
            sessions=tuple(Session(talk) for talk in self.talks),
            audiences=tuple(Audience(tuple(sorted(wished))) for _, wished in sorted(self.wishes.items())),
            weights=weights,
        )

    def positions(self, plan: Plan) -> Mapping[str, tuple[int, int, int]]:
        """(block, slot, room) of each talk, as the evaluator takes it."""
        number = {block: n for n, (block, _, _) in enumerate(self.blocks)}
        found = {}
        for placed in plan.placements:
            block, slot = placed.slot.rsplit(" ", 1)
            found[placed.session] = (number[block], int(slot), int(placed.room))
        return found


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))

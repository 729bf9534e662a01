"""PyCon UK 2016: talks of 30 to 180 minutes by speakers, into rooms of a day of slots that we give it.

The file has talks only; slots and rooms are ours: as many two-hour stretches as are needed with three rooms.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hemicycle.engines.scheduling.problem import Needed, Problem, Room, Session, Slot

if TYPE_CHECKING:
    from pathlib import Path

FIRST = datetime(2016, 9, 15, 9, 0, tzinfo=UTC)
ROOMS = 3
SLACK = 1.1


def problem(path: Path) -> Problem:
    import yaml

    talks = yaml.safe_load(path.read_text(encoding="utf-8"))
    longest = max(int(talk.get("duration") or 30) for talk in talks)
    many = -(-int(len(talks) * SLACK) // ROOMS)
    starts = [FIRST + timedelta(days=n // 8, minutes=(longest + 10) * (n % 8)) for n in range(many)]
    return Problem(
        slots=tuple(
            Slot(f"slot-{n}", start, start + timedelta(minutes=longest)) for n, start in enumerate(starts)
        ),
        rooms=tuple(Room(f"room-{n}") for n in range(ROOMS)),
        sessions=tuple(
            Session(
                f"talk-{n}",
                int(talk.get("duration") or 30),
                people=(Needed(str(talk["speaker"])),) if talk.get("speaker") else (),
            )
            for n, talk in enumerate(talks)
        ),
    )

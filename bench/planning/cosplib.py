"""CoSPLib: talks of tracks into sessions and rooms, scored with sixteen weights.

The instances are JSON with the penalty matrices and derived pairs; the answer is a grid of talk numbers, one list of
units for each session and room, -1 where a unit is empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hemicycle.engines.scheduling.contributions.problem import (
    Clash,
    Contribution,
    Prices,
    Problem,
    Slot,
    Track,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hemicycle.engines.scheduling.contributions.problem import Session


def problem(instance: dict[str, Any]) -> Problem:
    weights, matrix = instance["weights"], instance["pen"]
    slots = [str(n) for n, _ in enumerate(instance["sessions"])]
    rooms = [str(n) for n, _ in enumerate(instance["rooms"])]
    return Problem(
        slots=tuple(
            Slot(key, session["slots"]) for key, session in zip(slots, instance["sessions"], strict=True)
        ),
        rooms=tuple(rooms),
        tracks=tuple(
            Track(
                str(t),
                slots=_row(matrix["track_session"][t], slots, weights["tracks_sessions"]),
                rooms=_row(matrix["track_room"][t], rooms, weights["tracks_rooms"]),
            )
            for t, _ in enumerate(instance["tracks"])
        ),
        contributions=tuple(
            _contribution(instance, n, slots, rooms) for n, _ in enumerate(instance["submissions"])
        ),
        clashes=tuple(_clashes(instance)),
        beside=_beside(instance),
        places={
            (slots[s], rooms[r]): weights["sessions_rooms"] * price
            for s, row in enumerate(matrix["session_room"])
            for r, price in enumerate(row)
            if weights["sessions_rooms"] * price
        },
        prices=Prices(
            parallel=weights["parallel_tracks"],
            rooms=weights["num_rooms_per_track"],
            split=weights["consecutive_tracks"],
            order=weights["submissions_order"],
        ),
    )


def _row(row: Sequence[int], keys: Sequence[str], weight: int) -> dict[str, int]:
    return {key: weight * price for key, price in zip(keys, row, strict=True) if weight * price}


def _contribution(
    instance: dict[str, Any], n: int, slots: Sequence[str], rooms: Sequence[str]
) -> Contribution:
    given, weights, matrix = instance["submissions"][n], instance["weights"], instance["pen"]
    by_slot = [
        given["slots"] * (weights["submissions_timezones"] * zone + weights["submissions_sessions"] * price)
        for zone, price in zip(matrix["sub_timezone"][n], matrix["sub_session"][n], strict=True)
    ]
    return Contribution(
        key=str(n),
        track=str(given["track"]),
        units=given["slots"],
        order=given["order"],
        slots=_row(by_slot, slots, 1),
        rooms=_row(matrix["sub_room"][n], rooms, given["slots"] * weights["submissions_rooms"]),
    )


def _clashes(instance: dict[str, Any]) -> Iterable[Clash]:
    weights = instance["weights"]
    for kind in ("presenter", "attendee"):
        for one, other in instance[f"{kind}_conflicts"]:
            for name, aligned in ((f"{kind}s_conflicts", False), (f"{kind}s_conflicts_ts", True)):
                if weights[name]:
                    yield Clash(str(one), str(other), weights[name], aligned=aligned)


def _beside(instance: dict[str, Any]) -> dict[tuple[str, str], int]:
    weights = instance["weights"]
    found: dict[tuple[str, str], int] = {}
    for one, row in enumerate(instance["pen"]["track_track"]):
        for other, price in enumerate(row):
            if one < other and weights["similar_tracks"] * price:
                found[str(one), str(other)] = weights["similar_tracks"] * price
    for one, other in instance["chair_conflicts"]:
        pair = (str(min(one, other)), str(max(one, other)))
        found[pair] = found.get(pair, 0) + weights["chairs_conflicts"]
    return found


def grid(instance: dict[str, Any], sessions: Iterable[Session]) -> list[list[list[int]]]:
    """The answer as the evaluator takes it."""
    made = [[[-1] * session["slots"] for _ in instance["rooms"]] for session in instance["sessions"]]
    for session in sessions:
        units = [
            int(key)
            for key in session.contributions
            for _ in range(instance["submissions"][int(key)]["slots"])
        ]
        made[int(session.slot)][int(session.room)][: len(units)] = units
    return made

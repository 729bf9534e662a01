"""The soft terms, told to the solver: the same sums as `value`, as linear expressions."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from hemicycle.engines.scheduling.value import MOVED, ROOM_CHANGED, wishes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ortools.sat.python import cp_model

    from hemicycle.engines.scheduling.constraints import Board
    from hemicycle.engines.scheduling.plan import Placement


def objective(board: Board, given: Iterable[Placement]) -> cp_model.LinearExprT:
    """The weighted cost of a plan; where only times are planned, the least it can come to with the best rooms."""
    return sum(_single(board, given)) + sum(_pairs(board)) + sum(_tracks(board))


def _single(board: Board, given: Iterable[Placement]) -> Iterator[cp_model.LinearExprT]:
    """What a session costs by its own slot and room: wishes, and changes from the given plan."""
    weights, problem = board.frame.problem.weights, board.frame.problem
    old = {placement.session: placement for placement in given}
    for n, session in enumerate(problem.sessions):
        before = old.get(session.key)

        def cost(slot: int, room: int, before: Placement | None = before, n: int = n) -> int:
            session, at, where = problem.sessions[n], problem.slots[slot].key, problem.rooms[room].key
            changed = 0
            if before is not None:
                changed = MOVED if before.slot != at else ROOM_CHANGED * (before.room != where)
            wished = weights.slot * session.slots.get(at, 0) + weights.room * session.rooms.get(where, 0)
            return wished + weights.change * changed

        if board.places:
            yield from (price * var for (s, r), var in board.places[n].items() if (price := cost(s, r)))
        else:
            rooms = board.frame.places[n]
            for slot, var in board.times[n].items():
                if price := min(cost(slot, room) for room in rooms[slot]):
                    yield price * var


def _pairs(board: Board) -> Iterator[cp_model.LinearExprT]:
    """What it costs that two sessions meet."""
    for (one, other), price in pair_prices(board).items():
        meets = board.model.new_bool_var("")
        for moment in board.frame.moments:
            left, right = board.at(one, moment), board.at(other, moment)
            if left and right:
                board.model.add(sum(left) + sum(right) <= 1 + meets)
        yield price * meets


def pair_prices(board: Board) -> Mapping[tuple[int, int], int]:
    """For each pair of sessions, what their meeting costs: by audiences, and by track where slots overlap."""
    problem, index = board.frame.problem, board.frame.index
    prices: dict[tuple[int, int], int] = {}
    for (one, other), people in wishes(problem).items():
        pair = (min(index[one], index[other]), max(index[one], index[other]))
        prices[pair] = prices.get(pair, 0) + problem.weights.audience * people
    if not board.frame.disjoint:
        for sessions in _of_track(board).values():
            for pair in combinations(sessions, 2):
                prices[pair] = prices.get(pair, 0) + problem.weights.track
    return {pair: price for pair, price in prices.items() if price}


def _of_track(board: Board) -> Mapping[str, list[int]]:
    tracks: dict[str, list[int]] = {}
    for n, session in enumerate(board.frame.problem.sessions):
        if session.track:
            tracks.setdefault(session.track, []).append(n)
    return {track: sessions for track, sessions in tracks.items() if len(sessions) > 1}


def _tracks(board: Board) -> Iterator[cp_model.LinearExprT]:
    """Pairs of a track in one slot, where slots are apart: c sessions are 0 + 1 + … + (c - 1) pairs."""
    weight = board.frame.problem.weights.track
    if not board.frame.disjoint or not weight:
        return
    for sessions in _of_track(board).values():
        for slot in range(len(board.frame.problem.slots)):
            there = [var for session in sessions for var in board.at(session, (slot,))]
            for fewer in range(1, min(len(there), len(board.frame.problem.rooms))):
                beyond = board.model.new_int_var(0, len(there) - fewer, "")
                board.model.add(beyond >= sum(there) - fewer)
                yield weight * beyond

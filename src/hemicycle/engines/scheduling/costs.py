"""The soft terms, told to the solver: the same sums as `value`, as linear expressions.

Where there are too many pairs of wishes, the cheapest are left out, and so are hops: what remains is still a bound from
below, and `anneal` counts the rest.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any, TypeAlias

from hemicycle.engines.scheduling.constraints import total
from hemicycle.engines.scheduling.problem import Rule
from hemicycle.engines.scheduling.value import MOVED, ROOM_CHANGED, even_share, wishes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hemicycle.engines.scheduling.constraints import Board, Bool
    from hemicycle.engines.scheduling.frame import Frame
    from hemicycle.engines.scheduling.plan import Placement

    Priced: TypeAlias = tuple[Bool, int]

PAIRS_AT_MOST = 30_000
"""So many (pair of sessions, moment) at most are told to the solver."""


def objective(board: Board, given: Iterable[Placement]) -> Any:
    """The weighted cost of a plan; where only times are planned, the least it can come to with the best rooms."""
    priced = [*_single(board, given), *_pairs(board), *_tracks(board), *_balance(board)]
    return total([var for var, _ in priced], [price for _, price in priced])


class Single:
    """What each session costs by its own place: wishes, and the change from the given plan."""

    def __init__(self, frame: Frame, given: Iterable[Placement]) -> None:
        problem, weights = frame.problem, frame.problem.weights
        self.slots = [
            [weights.slot * each.slots.get(slot.key, 0) for slot in problem.slots]
            for each in problem.sessions
        ]
        self.rooms = [
            [weights.room * each.rooms.get(room.key, 0) for room in problem.rooms]
            for each in problem.sessions
        ]
        self.change = [weights.change * each.dear for each in problem.sessions]
        slot_index = {slot.key: n for n, slot in enumerate(problem.slots)}
        room_index = {room.key: n for n, room in enumerate(problem.rooms)}
        self.given = {
            frame.index[old.session]: (slot_index.get(old.slot, -1), room_index.get(old.room, -1))
            for old in given
            if old.session in frame.index
        }

    def at(self, session: int, slot: int, room: int) -> int:
        price = self.slots[session][slot] + self.rooms[session][room]
        old = self.given.get(session)
        if old is None or old == (slot, room):
            return price
        return price + self.change[session] * (MOVED if old[0] != slot else ROOM_CHANGED)

    def least(self, session: int, slot: int, rooms: Iterable[int]) -> int:
        """The least it costs in the slot, by the best of the rooms."""
        if session not in self.given and not any(self.rooms[session]):
            return self.slots[session][slot]
        return min(self.at(session, slot, room) for room in rooms)


def _single(board: Board, given: Iterable[Placement]) -> Iterator[Priced]:
    single = Single(board.frame, given)
    for n, free in enumerate(board.frame.places):
        if board.places:
            for (slot, room), var in board.places[n].items():
                if price := single.at(n, slot, room):
                    yield var, price
        else:
            for slot, var in board.times[n].items():
                if price := single.least(n, slot, free[slot]):
                    yield var, price


def _pairs(board: Board) -> Iterator[Priced]:
    """What it costs that two sessions meet."""
    room_for = PAIRS_AT_MOST // max(1, len(board.frame.moments))
    prices = pair_prices(board.frame, tracks=not board.frame.disjoint)
    dearest = sorted(prices.items(), key=lambda item: (-item[1], item[0]))[:room_for]
    for (one, other), price in dearest:
        meets = board.model.new_bool_var("")
        for moment in board.frame.moments:
            left, right = board.at(one, moment), board.at(other, moment)
            if left and right:
                board.model.add(total([*left, *right]) <= 1 + meets)
        yield meets, price


def pair_prices(frame: Frame, *, tracks: bool) -> Mapping[tuple[int, int], int]:
    """For each pair of sessions (the lower number first), what their meeting costs, if anything."""
    problem, index = frame.problem, frame.index
    prices: dict[tuple[int, int], int] = {}
    for (one, other), people in wishes(problem).items():
        pair = (min(index[one], index[other]), max(index[one], index[other]))
        prices[pair] = prices.get(pair, 0) + problem.weights.audience * people
    if tracks:
        for sessions in of_track(frame).values():
            for pair in combinations(sessions, 2):
                prices[pair] = prices.get(pair, 0) + problem.weights.track
    return {pair: price for pair, price in prices.items() if price}


def many_pairs(frame: Frame) -> bool:
    """Whether there are more wishes than the solver is told."""
    return len(pair_prices(frame, tracks=not frame.disjoint)) * len(frame.moments) > PAIRS_AT_MOST


def of_track(frame: Frame) -> Mapping[str, list[int]]:
    """The sessions of each track that has more than one."""
    tracks: dict[str, list[int]] = {}
    for n, session in enumerate(frame.problem.sessions):
        if session.track:
            tracks.setdefault(session.track, []).append(n)
    return {track: sessions for track, sessions in tracks.items() if len(sessions) > 1}


def _tracks(board: Board) -> Iterator[Priced]:
    """Pairs of a track in one slot, where slots are apart: c sessions are c(c - 1)/2 pairs, by the lines below them."""
    weight = board.frame.problem.weights.track
    if not board.frame.disjoint or not weight:
        return
    for sessions in of_track(board.frame).values():
        for slot in range(len(board.frame.problem.slots)):
            there = [var for session in sessions for var in board.at(session, (slot,))]
            most = min(len(there), _at_once(board.frame))
            if most < 2:
                continue
            many = board.model.new_int_var(0, most, "")
            pairs = board.model.new_int_var(0, most * (most - 1) // 2, "")
            board.model.add(total(there) == many)
            for fewer in range(1, most):
                board.model.add(pairs >= fewer * many - fewer * (fewer + 1) // 2)
            yield pairs, weight


def _at_once(frame: Frame) -> int:
    """How many sessions can be at one moment."""
    if frame.problem.holds(Rule.ROOM) and not any(room.shared for room in frame.problem.rooms):
        return len(frame.problem.rooms)
    return len(frame.problem.sessions)


def _balance(board: Board) -> Iterator[Priced]:
    """Sessions of a day beyond an even share."""
    problem = board.frame.problem
    if not problem.weights.balance:
        return
    days: dict[Any, list[int]] = {}
    for n, slot in enumerate(problem.slots):
        days.setdefault(slot.starts.date(), []).append(n)
    for slots in days.values():
        there = [var for session in range(len(board.times)) for var in board.at(session, slots)]
        beyond = board.model.new_int_var(0, len(board.times), "")
        board.model.add(beyond >= total(there) - even_share(problem))
        yield beyond, problem.weights.balance

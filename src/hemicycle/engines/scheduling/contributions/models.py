"""The models of both stages: which slots, and which rooms.

`sessions[t][s]` is how many sessions a track has in a slot, `held[n][s]` that a contribution is in the slot. With rooms,
`places[t][s, r]` says that the track has a session there. `lanes[n][s, l]` says which of the sessions of its track in the
slot a contribution is in: the l-th, or the one in room l where contributions of the track care for rooms. There are none
for tracks whose contributions can be dealt out afterwards, because all are of one unit or none are parallel.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from hemicycle.engines.scheduling.constraints import total

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ortools.sat.python import cp_model

    from hemicycle.engines.scheduling.contributions.problem import Problem

    Bool = cp_model.IntVar

EACH_ORDER = 1
"""How many contributions out of order one that is in a slot before its predecessor stands for, at the least."""


@dataclass
class Board:
    """The variables of one model and what they cost."""

    problem: Problem
    model: cp_model.CpModel
    sessions: list[list[Bool]] = field(default_factory=list)
    present: list[list[Bool]] = field(default_factory=list)
    held: list[dict[int, Bool]] = field(default_factory=list)
    places: list[dict[tuple[int, int], Bool]] = field(default_factory=list)
    lanes: dict[int, dict[tuple[int, int], Bool]] = field(default_factory=dict)
    priced: list[tuple[Bool, int]] = field(default_factory=list)
    never: int | None = None
    """What costs so much or more is not done at all."""

    def price(self, var: Bool, price: int) -> None:
        if self.never is not None and price >= self.never:
            self.model.add(var == 0)
        elif price:
            self.priced.append((var, price))

    def flag(self) -> Bool:
        return self.model.new_bool_var("")


@dataclass(frozen=True)
class Start:
    """Where a model starts: how many sessions each track has in each slot, where contributions are, and the places."""

    held: tuple[int, ...] = ()
    sessions: tuple[tuple[int, ...], ...] = ()
    places: frozenset[tuple[int, int, int]] = frozenset()


def times(problem: Problem, never: int | None = None) -> Board:
    """Slots only: no more sessions in a slot than rooms. What costs `never` or more is forbidden."""
    board = _common(problem, never, with_rooms=False)
    for s in range(len(problem.slots)):
        board.model.add(total([row[s] for row in board.sessions]) <= len(problem.rooms))
    for t, track in enumerate(problem.tracks):
        cheapest = [
            min(
                (
                    track.rooms.get(room, 0) + problem.places.get((slot.key, room), 0)
                    for room in problem.rooms
                ),
                default=0,
            )
            for slot in problem.slots
        ]
        for s, least in enumerate(cheapest):
            board.price(board.sessions[t][s], least)
        board.price(_extra_rooms(board, t), problem.prices.rooms)
    _minimize(board)
    return board


def _extra_rooms(board: Board, t: int) -> Bool:
    """Rooms of a track beyond one, by the slot in which it has most sessions."""
    beyond = board.model.new_int_var(0, len(board.problem.rooms), "")
    for count in board.sessions[t]:
        board.model.add(beyond >= count - 1)
    return beyond


def whole(problem: Problem, start: Start, never: int | None = None, *, fixed: bool) -> Board:
    """Slots and rooms, from a start; `fixed` keeps the slots of its sessions and looks for rooms only."""
    board = _common(problem, never, with_rooms=True)
    every = range(len(problem.slots))
    for t in range(len(problem.tracks)):
        _places(board, t, [s for s in every if not fixed or start.sessions[t][s]])
        if cares_for_rooms(problem, t):
            _lanes(board, t, board.places[t])
    _same_track_clashes(board)
    for s in every:
        for r in range(len(problem.rooms)):
            board.model.add_at_most_one([cells[s, r] for cells in board.places if (s, r) in cells])
    _hint(board, start, fixed=fixed)
    _minimize(board)
    return board


def _hint(board: Board, start: Start, *, fixed: bool) -> None:
    for n, s in enumerate(start.held):
        for other, var in board.held[n].items():
            board.model.add_hint(var, other == s)
    for t, counts in enumerate(start.sessions):
        for s, count in enumerate(counts):
            board.model.add_hint(board.sessions[t][s], count)
            if fixed:
                board.model.add(board.sessions[t][s] == count)
    for t, cells in enumerate(board.places if start.places else ()):
        for (s, r), var in cells.items():
            board.model.add_hint(var, (t, s, r) in start.places)


def _common(problem: Problem, never: int | None, *, with_rooms: bool) -> Board:
    from ortools.sat.python import cp_model

    board = Board(problem, cp_model.CpModel(), never=never)
    for t in range(len(problem.tracks)):
        row = [board.model.new_int_var(0, most_parallel(problem, t), "") for _ in problem.slots]
        board.sessions.append(row)
        board.present.append([board.flag() for _ in problem.slots])
    for contribution in problem.contributions:
        fitting = [s for s, slot in enumerate(problem.slots) if slot.units >= contribution.units]
        board.held.append({s: board.flag() for s in fitting})
        board.model.add_exactly_one(board.held[-1].values())
        for s, var in board.held[-1].items():
            board.price(var, contribution.slots.get(problem.slots[s].key, 0))
    for t in range(len(problem.tracks)):
        _track(board, t)
        if with_rooms and not cares_for_rooms(problem, t):
            _numbered_lanes(board, t)
    _beside(board)
    _clashes(board)
    return board


def _track(board: Board, t: int) -> None:
    """Room for its contributions in its sessions, and what its sessions cost."""
    problem, model = board.problem, board.model
    track, counts, present = problem.tracks[t], board.sessions[t], board.present[t]
    theirs = problem.of_track[track.key]
    for s, slot in enumerate(problem.slots):
        model.add(counts[s] >= present[s])
        model.add(counts[s] <= most_parallel(problem, t) * present[s])
        here = [n for n in theirs if s in board.held[n]]
        if here:
            units = [problem.contributions[n].units for n in here]
            model.add(total([board.held[n][s] for n in here], units) <= slot.units * counts[s])
            model.add(total([board.held[n][s] for n in here]) >= counts[s])
            alone = [n for n in here if 2 * problem.contributions[n].units > slot.units]
            model.add(total([board.held[n][s] for n in alone]) <= counts[s])
        for n in here:
            model.add_implication(board.held[n][s], present[s])
        board.price(counts[s], track.slots.get(slot.key, 0) + problem.prices.parallel)
        board.price(present[s], -problem.prices.parallel)
    needed = sum(problem.contributions[n].units for n in theirs)
    model.add(total(counts, [slot.units for slot in problem.slots]) >= needed)
    if problem.prices.split:
        board.price(_split(board, present), problem.prices.split)
    if problem.prices.order:
        _order(board, theirs)


def _split(board: Board, present: Sequence[Bool]) -> Bool:
    """Whether there is a slot without the track between two with it."""
    split, many = board.flag(), len(present)
    begun, over = [board.flag() for _ in present], [board.flag() for _ in present]
    for s in range(many):
        board.model.add_implication(present[s], begun[s])
        board.model.add_implication(present[s], over[s])
        if s + 1 < many:
            board.model.add_implication(begun[s], begun[s + 1])
            board.model.add_implication(over[s + 1], over[s])
        board.model.add_bool_or([begun[s].negated(), over[s].negated(), present[s], split])
    return split


def _order(board: Board, theirs: Sequence[int]) -> None:
    """A contribution in an earlier slot than the one before it in order is out of order."""
    given = board.problem.contributions
    ordered = sorted((n for n in theirs if given[n].order), key=lambda n: given[n].order)
    pairs = list(pairwise(ordered))
    head = [n for place, n in enumerate(ordered, 1) if given[n].order == place]
    if head and head == ordered[: len(head)]:
        pairs += [(head[-1], n) for n in theirs if not given[n].order]
    for first, then in pairs:
        wrong = board.flag()
        for s, var in board.held[then].items():
            later = [other for at, other in board.held[first].items() if at > s]
            if later:
                board.model.add(total([*later, var]) <= 1 + wrong)
        board.price(wrong, EACH_ORDER * board.problem.prices.order)


def _beside(board: Board) -> None:
    """Two tracks in one slot."""
    number = {track.key: t for t, track in enumerate(board.problem.tracks)}
    for (one, other), price in board.problem.beside.items():
        for s in range(len(board.problem.slots)):
            both = board.flag()
            left, right = board.present[number[one]][s], board.present[number[other]][s]
            board.model.add_bool_or([left.negated(), right.negated(), both])
            board.price(both, price)


def _clashes(board: Board) -> None:
    """Two contributions of different tracks in one slot; those of one track are seen to with their rooms."""
    number = {contribution.key: n for n, contribution in enumerate(board.problem.contributions)}
    prices: dict[tuple[int, int], int] = {}
    for clash in board.problem.clashes:
        one, other = sorted((number[clash.first], number[clash.second]))
        given = board.problem.contributions
        if given[one].track != given[other].track and not clash.aligned:
            prices[one, other] = prices.get((one, other), 0) + clash.price
    for (one, other), price in prices.items():
        meet = board.flag()
        for s in board.held[one].keys() & board.held[other].keys():
            left, right = board.held[one][s], board.held[other][s]
            board.model.add_bool_or([left.negated(), right.negated(), meet])
        board.price(meet, price)


def _places(board: Board, t: int, slots: Sequence[int]) -> None:
    """The rooms of a track in each of the slots that it may have."""
    problem, track = board.problem, board.problem.tracks[t]
    rooms = range(len(problem.rooms))
    cells = {(s, r): board.flag() for s in slots for r in rooms}
    board.places.append(cells)
    for s in slots:
        board.model.add(total([cells[s, r] for r in rooms]) == board.sessions[t][s])
    for (s, r), var in cells.items():
        here = (problem.slots[s].key, problem.rooms[r])
        board.price(var, track.rooms.get(here[1], 0) + problem.places.get(here, 0))
    if problem.prices.rooms:
        _rooms_of_track(board, cells)


def _rooms_of_track(board: Board, cells: Mapping[tuple[int, int], Bool]) -> None:
    used = [board.flag() for _ in board.problem.rooms]
    for (_, r), var in cells.items():
        board.model.add_implication(var, used[r])
    beyond = board.model.new_int_var(0, len(used), "")
    board.model.add(beyond >= total(used) - 1)
    board.price(beyond, board.problem.prices.rooms)


def cares_for_rooms(problem: Problem, t: int) -> bool:
    """Whether a contribution of the track costs something by its room."""
    return any(problem.contributions[n].rooms for n in problem.of_track[problem.tracks[t].key])


def most_parallel(problem: Problem, t: int) -> int:
    """So many sessions hold all of a track in the shortest slot that can hold each: more beside each other are no use."""
    theirs = [problem.contributions[n].units for n in problem.of_track[problem.tracks[t].key]]
    least = min((slot.units for slot in problem.slots if slot.units >= max(theirs, default=1)), default=1)
    return min(len(problem.rooms), max(1, packed(theirs, least)))


def packed(lengths: Iterable[int], units: int) -> int:
    """How many sessions of so many units hold contributions of these lengths, the longest first into the first that fits."""
    filled: list[int] = []
    for length in sorted(lengths, reverse=True):
        fitting = [n for n, used in enumerate(filled) if used + length <= units]
        if fitting:
            filled[fitting[0]] += length
        else:
            filled.append(length)
    return len(filled)


def mended(problem: Problem, start: Start) -> Start:
    """With as many sessions as the contributions take that are in each slot, where lengths do not add up neatly."""
    sessions = [list(counts) for counts in start.sessions]
    for t, track in enumerate(problem.tracks):
        for s, slot in enumerate(problem.slots):
            here = [problem.contributions[n].units for n in problem.of_track[track.key] if start.held[n] == s]
            sessions[t][s] = max(sessions[t][s], packed(here, slot.units))
    return replace(start, sessions=tuple(map(tuple, sessions)))


def _numbered_lanes(board: Board, t: int) -> None:
    """The sessions of a track in a slot by number, and which contribution is in which."""
    problem, most = board.problem, most_parallel(board.problem, t)
    units = {problem.contributions[n].units for n in problem.of_track[problem.tracks[t].key]}
    if most < 2 or units <= {1}:
        return
    open_ = {(s, lane): board.flag() for s in range(len(problem.slots)) for lane in range(most)}
    for s, count in enumerate(board.sessions[t]):
        board.model.add(total([open_[s, lane] for lane in range(most)]) == count)
        for lane in range(1, most):
            board.model.add_implication(open_[s, lane], open_[s, lane - 1])
    _lanes(board, t, open_)


def _lanes(board: Board, t: int, cells: Mapping[tuple[int, int], Bool]) -> None:
    """Each contribution in one of the sessions of its track, none longer than its slot."""
    problem, theirs = board.problem, board.problem.of_track[board.problem.tracks[t].key]
    by_room = board.places[t] if board.places else None
    for n in theirs:
        board.lanes[n] = {(s, lane): board.flag() for (s, lane) in cells if s in board.held[n]}
        for s, var in board.held[n].items():
            there = [each for (at, _), each in board.lanes[n].items() if at == s]
            board.model.add(total(there) == var)
        for (s, lane), var in board.lanes[n].items():
            board.model.add_implication(var, cells[s, lane])
            if cells is by_room:
                board.price(var, problem.contributions[n].rooms.get(problem.rooms[lane], 0))
    for (s, lane), cell in cells.items():
        here = [n for n in theirs if (s, lane) in board.lanes[n]]
        if here:
            units = [problem.contributions[n].units for n in here]
            there = total([board.lanes[n][s, lane] for n in here], units)
            board.model.add(there <= problem.slots[s].units * cell)


def _same_track_clashes(board: Board) -> None:
    """Two contributions of one track in one slot and different rooms, where the solver gives them rooms."""
    number = {contribution.key: n for n, contribution in enumerate(board.problem.contributions)}
    for clash in board.problem.clashes:
        one, other = number[clash.first], number[clash.second]
        tracks = {board.problem.contributions[n].track for n in (one, other)}
        if clash.aligned or len(tracks) > 1 or one not in board.lanes:
            continue
        meet = board.flag()
        for (s, r), var in board.lanes[one].items():
            if (s, r) in board.lanes[other]:
                elsewhere = [board.held[other][s], board.lanes[other][s, r].negated()]
                board.model.add_bool_or([var.negated(), *(each.negated() for each in elsewhere), meet])
        board.price(meet, clash.price)


def _minimize(board: Board) -> None:
    objective: Any = total([var for var, _ in board.priced], [price for _, price in board.priced])
    board.model.minimize(objective)

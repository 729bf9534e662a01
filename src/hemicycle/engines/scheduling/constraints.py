"""The hard rules, told to the solver: one function for each, in two sizes of model.

A `Board` holds the variables. `times[session][slot]` says that the session is in the slot; `places[session][slot, room]`
that it is there in that room; the latter is empty while only times are planned, and then `rooms_suffice` stands for the
rooms by counting: among sessions that can only use a set of rooms, no more may meet than the set has (Hall's condition,
for the sets that occur). Every rule is posted through `Board.demand`, which gives it a switch when the reason of an
infeasibility is sought.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

from hemicycle.engines.scheduling.check import follows
from hemicycle.engines.scheduling.plan import Demand
from hemicycle.engines.scheduling.problem import RelationKind, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ortools.sat.python import cp_model

    from hemicycle.engines.scheduling.frame import Frame

    Bool = cp_model.IntVar


@dataclass
class Board:
    """The variables of one model, and the switches of its demands where they are wanted."""

    frame: Frame
    model: cp_model.CpModel
    times: list[dict[int, Bool]] = field(default_factory=list)
    places: list[dict[tuple[int, int], Bool]] = field(default_factory=list)
    switches: list[tuple[Demand, Bool]] | None = None

    def demand(self, rule: str, sessions: Iterable[int], **facts: Any) -> Poster:
        """A poster of constraints, which belong to this demand and are switched with it."""
        if self.switches is None:
            return Poster(self.model, None)
        keys = tuple(self.frame.problem.sessions[n].key for n in sessions)
        switch = self.model.new_bool_var(f"{rule} {len(self.switches)}")
        self.switches.append((Demand(str(rule), keys, facts), switch))
        return Poster(self.model, switch)

    def at(self, session: int, slots: Iterable[int]) -> list[Bool]:
        """The variables by which the session is in one of the slots."""
        return [self.times[session][slot] for slot in slots if slot in self.times[session]]

    def in_room(self, session: int, room: int) -> list[Bool]:
        return [var for (_, place), var in self.places[session].items() if place == room]


@dataclass(frozen=True)
class Poster:
    """Adds constraints, each holding only while the switch is on, where there is one."""

    model: cp_model.CpModel
    switch: Bool | None

    def add(self, constraint: Any) -> None:
        posted = self.model.add(constraint)
        if self.switch is not None:
            posted.only_enforce_if(self.switch)

    def at_most_one(self, literals: Sequence[Bool]) -> None:
        if len(literals) < 2:
            return
        if self.switch is None:
            self.model.add_at_most_one(literals)
        else:
            self.add(total(literals) <= 1)


def person_once(board: Board) -> None:
    """At no moment are two sessions that need one person."""
    for person, sessions in board.frame.of_person.items():
        post = board.demand(Rule.PERSON, sessions, person=person)
        for moment in board.frame.moments:
            post.at_most_one([var for session in sessions for var in board.at(session, moment)])


def rooms_suffice(board: Board, known_short: Iterable[frozenset[int]] = ()) -> None:
    """At no moment are there more sessions for a set of rooms than rooms in the set; for times without rooms."""
    shared = {n for n, room in enumerate(board.frame.problem.rooms) if room.shared}
    for moment in board.frame.moments:
        wanting: dict[frozenset[int], list[Bool]] = {}
        for session, places in enumerate(board.frame.places):
            for slot in moment:
                rooms = frozenset(places.get(slot, ()))
                if rooms and not rooms & shared:
                    wanting.setdefault(rooms, []).append(board.times[session][slot])
        for among in dict.fromkeys([*_room_sets(set(wanting)), *known_short]):
            inside = [var for rooms, variables in wanting.items() if rooms <= among for var in variables]
            if len(inside) > len(among):
                board.model.add(total(inside) <= len(among))


def _room_sets(sets: set[frozenset[int]]) -> list[frozenset[int]]:
    """The sets that occur and the unions of two that overlap: enough where capacities nest.

    A union of sets that share nothing says no more than the two say.
    """
    unions = (
        {one | other for one, other in combinations(sets, 2) if one & other} if len(sets) <= 40 else set()
    )
    return sorted(sets | unions, key=lambda among: (len(among), sorted(among)))


def room_once(board: Board) -> None:
    """At no moment are two sessions in one room."""
    for room, each in enumerate(board.frame.problem.rooms):
        if each.shared:
            continue
        users = [n for n, places in enumerate(board.places) if any(place == room for _, place in places)]
        post = board.demand(Rule.ROOM, users, room=each.key)
        for moment in board.frame.moments:
            keys = [(slot, room) for slot in moment]
            post.at_most_one([board.places[n][key] for n in users for key in keys if key in board.places[n]])


def before(board: Board) -> None:
    """The earlier session ends before the later starts."""
    for sessions in _related(board, RelationKind.BEFORE):
        for first, then in pairwise(sessions):
            _forbid(board, Rule.BEFORE, first, then, lambda one, other: one.ends <= other.starts)


def apart(board: Board) -> None:
    """The sessions are at no moment together."""
    for sessions in _related(board, RelationKind.APART):
        post = board.demand(Rule.APART, sessions)
        for moment in board.frame.moments:
            post.at_most_one([var for session in sessions for var in board.at(session, moment)])


def parallel(board: Board) -> None:
    """The sessions start together."""
    starts = sorted({slot.starts for slot in board.frame.problem.slots})
    for sessions in _related(board, RelationKind.PARALLEL):
        post = board.demand(Rule.PARALLEL, sessions)
        for start in starts:
            slots = [n for n, slot in enumerate(board.frame.problem.slots) if slot.starts == start]
            for one, other in pairwise(sessions):
                post.add(total(board.at(one, slots)) == total(board.at(other, slots)))


def next_to(board: Board) -> None:
    """The later session is in the next slot of the same day."""
    problem = board.frame.problem
    for sessions in _related(board, RelationKind.NEXT_TO):
        for first, then in pairwise(sessions):
            _forbid(board, Rule.NEXT_TO, first, then, lambda one, other: follows(problem, one.key, other.key))


def same_room(board: Board) -> None:
    """The sessions are in one room."""
    for sessions in _related(board, RelationKind.SAME_ROOM):
        post = board.demand(Rule.SAME_ROOM, sessions)
        for room, _ in enumerate(board.frame.problem.rooms):
            for one, other in pairwise(sessions):
                post.add(total(board.in_room(one, room)) == total(board.in_room(other, room)))


def walking(board: Board) -> None:
    """Between two sessions of one person there is time to walk from room to room."""
    problem = board.frame.problem
    if not problem.walking:
        return
    for person, sessions in board.frame.of_person.items():
        for one, other in combinations(sessions, 2):
            post = board.demand(Rule.WALKING, (one, other), person=person)
            for first, then in ((one, other), (other, one)):
                for (slot, room), var in board.places[first].items():
                    too_far = [
                        v for (s, r), v in board.places[then].items() if _too_far(board, (slot, room), (s, r))
                    ]
                    if too_far:
                        post.add(total([*too_far, var]) <= 1)


def _too_far(board: Board, one: tuple[int, int], other: tuple[int, int]) -> bool:
    problem = board.frame.problem
    pause = (problem.slots[other[0]].starts - problem.slots[one[0]].ends).total_seconds() / 60
    rooms = sorted((problem.rooms[one[1]].key, problem.rooms[other[1]].key))
    return 0 <= pause < problem.walking.get((rooms[0], rooms[1]), 0)


def inside(board: Board) -> None:
    """What is inside another session takes place within its time."""
    for outer, *parts in _related(board, RelationKind.INSIDE):
        for part in parts:
            _forbid(
                board,
                Rule.INSIDE,
                outer,
                part,
                lambda one, other: one.starts <= other.starts and other.ends <= one.ends,
            )


def official(board: Board) -> None:
    """Nothing meets an official session but what is inside it."""
    within = {(outer, part) for outer, *parts in _related(board, RelationKind.INSIDE) for part in parts}
    for n, session in enumerate(board.frame.problem.sessions):
        if not session.official:
            continue
        others = [m for m in range(len(board.times)) if m != n and (n, m) not in within]
        post = board.demand(Rule.OFFICIAL, (n,))
        for moment in board.frame.moments:
            alone = board.at(n, moment)
            beside = [var for other in others for var in board.at(other, moment)]
            if alone and beside:
                post.add(total(beside) + len(beside) * total(alone) <= len(beside))


def resource(board: Board) -> None:
    """At no moment is more of a resource in use than there is."""
    for name, there in sorted(board.frame.problem.resources.items()):
        users = [
            (n, each.uses[name]) for n, each in enumerate(board.frame.problem.sessions) if each.uses.get(name)
        ]
        post = board.demand(Rule.RESOURCE, [n for n, _ in users], resource=name, there=there)
        for moment in board.frame.moments:
            used = [(var, much) for n, much in users for var in board.at(n, moment)]
            if sum(much for _, much in used) > there:
                post.add(total([var for var, _ in used], [much for _, much in used]) <= there)


def total(variables: Sequence[Bool], prices: Sequence[int] | None = None) -> Any:
    """The (priced) sum of variables, in one step."""
    from ortools.sat.python import cp_model

    if prices is None:
        return cp_model.LinearExpr.sum(list(variables))
    return cp_model.LinearExpr.weighted_sum(list(variables), list(prices))


def _related(board: Board, kind: RelationKind) -> Iterator[tuple[int, ...]]:
    for relation in board.frame.problem.relations:
        if relation.kind is kind:
            yield tuple(board.frame.index[key] for key in relation.sessions)


def _forbid(board: Board, rule: Rule, first: int, then: int, allowed: Callable[[Any, Any], bool]) -> None:
    """Keep two sessions out of every pair of slots that is not allowed, one slot of the first at a time."""
    slots = board.frame.problem.slots
    post = board.demand(rule, (first, then))
    for slot, var in board.times[first].items():
        others = [twin for other, twin in board.times[then].items() if not allowed(slots[slot], slots[other])]
        if others:
            post.add(total([*others, var]) <= 1)


OF_TIMES: dict[Rule, Callable[[Board], None]] = {
    Rule.PERSON: person_once,
    Rule.BEFORE: before,
    Rule.APART: apart,
    Rule.PARALLEL: parallel,
    Rule.NEXT_TO: next_to,
    Rule.INSIDE: inside,
    Rule.OFFICIAL: official,
    Rule.RESOURCE: resource,
}
OF_ROOMS: dict[Rule, Callable[[Board], None]] = {
    Rule.ROOM: room_once,
    Rule.SAME_ROOM: same_room,
    Rule.WALKING: walking,
}

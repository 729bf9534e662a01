"""Improves a plan by moving and swapping sessions, now and then for the worse (simulated annealing).

For wishes of an audience this is better than a solver, whose bound says nothing there. It keeps what it does not
understand where it is: sessions that are related, official, use resources, or have someone to walk. The cost of a move
is known from tables that are kept up to date: `load[session][slot]` is what its partners would make it cost there.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from hemicycle.engines.scheduling.costs import Single, pair_prices
from hemicycle.engines.scheduling.hops import Hops
from hemicycle.engines.scheduling.problem import RelationKind, Rule
from hemicycle.engines.scheduling.value import even_share

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hemicycle.engines.scheduling.frame import Frame
    from hemicycle.engines.scheduling.run import Run

    Place = tuple[int, int]

FORBIDDEN = 10**9
"""What it costs that two sessions meet that must not: more than any plan, so that it is never done."""
COOLEST = 0.15
"""The temperature at the end, in units of cost; the hottest is a like part of what moves cost at first."""
LOOK_EVERY = 64


def improve(run: Run, start: Sequence[Place], cost: int, seconds: float) -> tuple[Place, ...]:
    """The best plan met on a walk of so many seconds that starts from a plan of this cost."""
    walk = _Walk(run.frame, Single(run.frame, run.terms.given), list(start))
    movable = walk.movable()
    if not movable or seconds <= 0:
        return tuple(start)
    random = Random(run.terms.seed)  # noqa: S311 -- a search, not a secret
    hottest = max(COOLEST * 2, walk.usual_price(movable, random) / 2)
    begun, best, best_places = run.seconds, cost, tuple(start)
    while (gone := (run.seconds - begun) / seconds) < 1 and best > 0 and not run.stopped:
        temperature = hottest * (COOLEST / hottest) ** gone
        before = best
        for _ in range(LOOK_EVERY):
            moves = walk.proposal(random.choice(movable), random)
            patience = -temperature * math.log(1 - random.random())
            cost += walk.tried(moves, patience) or 0
            if cost < best:
                best, best_places = cost, tuple(walk.at)
        if best < before:
            run.tell(best, None)
    return best_places


@dataclass
class _Walk:
    """A plan on its way, with the tables that price its moves."""

    frame: Frame
    single: Single
    at: list[Place]
    meets: list[tuple[int, ...]] = field(default_factory=list)
    near: list[dict[int, int]] = field(default_factory=list)
    load: list[list[int]] = field(default_factory=list)
    holders: dict[Place, int] = field(default_factory=dict)
    shared: set[int] = field(default_factory=set)
    free: list[list[tuple[int, tuple[int, ...]]]] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    on_day: dict[int, int] = field(default_factory=dict)
    loose: set[int] = field(default_factory=set)
    hops: Hops | None = None

    def __post_init__(self) -> None:
        problem, frame = self.frame.problem, self.frame
        self.meets = [
            tuple(n for n, other in enumerate(problem.slots) if slot.meets(other)) for slot in problem.slots
        ]
        kept = problem.holds(Rule.ROOM)
        self.shared = {n for n, room in enumerate(problem.rooms) if room.shared or not kept}
        self.free = [[*places.items()] for places in frame.places]
        self.near = [{} for _ in problem.sessions]
        self.load = [[0] * len(problem.slots) for _ in problem.sessions]
        for pairs in (pair_prices(frame, tracks=True).items(), _forbidden(frame)):
            for (one, other), price in pairs:
                self.near[one][other] = self.near[one].get(other, 0) + price
                self.near[other][one] = self.near[other].get(one, 0) + price
        self.days = [slot.starts.toordinal() for slot in problem.slots]
        for n, (slot, room) in enumerate(self.at):
            self._count(n, slot, 1)
            if room not in self.shared:
                self.holders[slot, room] = n
            self.on_day[self.days[slot]] = self.on_day.get(self.days[slot], 0) + 1
        if problem.weights.hop:
            self.hops = Hops(frame, self.at)

    def _count(self, session: int, slot: int, sign: int) -> None:
        """Tell the partners of a session that it is, or is no longer, in the slot."""
        load = self.load
        for partner, price in self.near[session].items():
            theirs = load[partner]
            for met in self.meets[slot]:
                theirs[met] += sign * price

    def movable(self) -> list[int]:
        kept = _kept(self.frame)
        alone = {
            met
            for n, session in enumerate(self.frame.problem.sessions)
            if session.official and self.frame.problem.holds(Rule.OFFICIAL)
            for met in self.meets[self.at[n][0]]
        }
        movable = [n for n in range(len(self.at)) if n not in kept]
        for n in movable:
            self.free[n] = [(slot, rooms) for slot, rooms in self.free[n] if slot not in alone]
        movable = [n for n in movable if sum(len(rooms) for _, rooms in self.free[n]) > 1]
        self.loose = set(movable)
        return movable

    def usual_price(self, movable: Sequence[int], random: Random) -> float:
        """What a move for the worse costs, by trying some and taking none."""
        worse: list[int] = []
        for _ in range(400):
            delta = self._delta(self.proposal(random.choice(movable), random))
            if delta is not None and 0 < delta < FORBIDDEN // 2:
                worse.append(delta)
        return sorted(worse)[len(worse) // 2] if worse else 1.0

    def proposal(self, session: int, random: Random) -> list[tuple[int, Place]]:
        """The session to some place, and whoever is there to where the session was; nothing where that cannot be."""
        slot, rooms = random.choice(self.free[session])
        room, place = random.choice(rooms), self.at[session]
        if (slot, room) == place:
            return []
        there = self._there(slot, room, {session})
        if not there:
            return [(session, (slot, room))]
        if len(there) > 1:
            return []
        other = there.pop()
        if other not in self.loose or self.at[other] != (slot, room) or not self._may(other, place):
            return []
        if self._there(*place, {session, other}):
            return []
        return [(session, (slot, room)), (other, place)]

    def _there(self, slot: int, room: int, but: set[int]) -> set[int]:
        if room in self.shared:
            return set()
        found = {self.holders.get((met, room), -1) for met in self.meets[slot]}
        return found - but - {-1}

    def _may(self, session: int, place: Place) -> bool:
        return any(slot == place[0] and place[1] in rooms for slot, rooms in self.free[session])

    def _delta(self, moves: list[tuple[int, Place]]) -> int | None:
        """What the moves cost, without hops; None where there are none."""
        if not moves:
            return None
        delta = 0
        for session, (slot, room) in moves:
            old_slot, old_room = self.at[session]
            load = self.load[session]
            delta += load[slot] - load[old_slot]
            delta += self.single.at(session, slot, room) - self.single.at(session, old_slot, old_room)
        if len(moves) == 2:
            price = self.near[moves[0][0]].get(moves[1][0], 0)
            if price and moves[0][1][0] not in self.meets[moves[1][1][0]]:
                delta -= 2 * price
        elif self.frame.problem.weights.balance:
            delta += self._unbalanced(self.at[moves[0][0]][0], moves[0][1][0])
        return delta

    def _unbalanced(self, old: int, new: int) -> int:
        if self.days[old] == self.days[new]:
            return 0
        share = even_share(self.frame.problem)
        more = int(self.on_day.get(self.days[new], 0) >= share)
        return self.frame.problem.weights.balance * (more - int(self.on_day[self.days[old]] > share))

    def tried(self, moves: list[tuple[int, Place]], patience: float) -> int | None:
        """Make the moves and say what they cost, if that is no more than the patience; else leave all as it is."""
        delta = self._delta(moves)
        if delta is None or delta > max(patience, 0) + self._hops_at_most(moves):
            return None
        before = [(session, self.at[session]) for session, _ in moves]
        if self.hops:
            for session, place in moves:
                self.at[session] = place
            delta += self.hops.changed([session for session, _ in moves], [place for _, place in before])
            if delta > patience:
                for session, place in before:
                    self.at[session] = place
                self.hops.undo()
                return None
        self._settle(before, moves)
        return delta

    def _hops_at_most(self, moves: list[tuple[int, Place]]) -> float:
        return 0 if self.hops is None else self.hops.at_most(moves)

    def _settle(self, before: list[tuple[int, Place]], moves: list[tuple[int, Place]]) -> None:
        for session, place in before:
            self._count(session, place[0], -1)
            self.holders.pop(place, None)
            self.on_day[self.days[place[0]]] -= 1
        for session, place in moves:
            self._count(session, place[0], 1)
            self.at[session] = place
            if place[1] not in self.shared:
                self.holders[place] = session
            self.on_day[self.days[place[0]]] = self.on_day.get(self.days[place[0]], 0) + 1


def _forbidden(frame: Frame) -> Iterator[tuple[tuple[int, int], int]]:
    """Pairs that must not meet: those who need one person, and those that are to be apart."""
    groups: list[Iterable[int]] = []
    if frame.problem.holds(Rule.PERSON):
        groups += frame.of_person.values()
    if frame.problem.holds(Rule.APART):
        groups += [
            [frame.index[key] for key in relation.sessions]
            for relation in frame.problem.relations
            if relation.kind is RelationKind.APART
        ]
    for pair in {(min(a, b), max(a, b)) for group in groups for a in group for b in group if a != b}:
        yield pair, FORBIDDEN


def _kept(frame: Frame) -> set[int]:
    """Sessions whose place depends on others in ways that a walk does not look at."""
    problem = frame.problem
    kept = {
        frame.index[key]
        for relation in problem.relations
        if relation.kind is not RelationKind.APART
        for key in relation.sessions
    }
    kept |= {n for n, session in enumerate(problem.sessions) if session.uses or session.official}
    if problem.walking:
        kept |= {n for sessions in frame.of_person.values() for n in sessions}
    return kept

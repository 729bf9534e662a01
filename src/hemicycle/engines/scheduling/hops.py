"""Hops of audiences, kept up to date while a plan changes.

For each audience and block the sets of rooms, slot by slot, in which it has wished sessions; the least changes of room
on a way through them are remembered by these sets, since the same few come again and again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.engines.scheduling.value import least_hops

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hemicycle.engines.scheduling.frame import Frame

    Place = tuple[int, int]


class Hops:
    """The hops of all audiences over the places `at`, which its owner changes."""

    def __init__(self, frame: Frame, at: list[Place]) -> None:
        problem = frame.problem
        self.at = at
        self.weight = problem.weights.hop
        self.block = [slot.block for slot in problem.slots]
        self.order = [slot.starts for slot in problem.slots]
        self.audiences = [
            ([frame.index[key] for key in audience.sessions], audience.people)
            for audience in problem.audiences
        ]
        self.fans: list[list[int]] = [[] for _ in problem.sessions]
        for n, (sessions, _) in enumerate(self.audiences):
            for session in sessions:
                self.fans[session].append(n)
        self.memory: dict[tuple[frozenset[int], ...], int] = {}
        self.standing: dict[tuple[int, str], int] = {}
        self.undone: list[tuple[tuple[int, str], int]] = []
        for n in range(len(self.audiences)):
            for block in set(self.block) - {""}:
                self.standing[n, block] = self._hops(n, block)

    def at_most(self, moves: Iterable[tuple[int, Place]]) -> int:
        """As much as the hops can fall by the moves: all there are of those who are touched."""
        moves = list(moves)
        blocks = {self.block[place[0]] for _, place in moves} | {self.block[self.at[n][0]] for n, _ in moves}
        blocks.discard("")
        fans = {fan for session, _ in moves for fan in self.fans[session]}
        return self.weight * sum(
            self.standing[n, block] * self.audiences[n][1] for n in fans for block in blocks
        )

    def changed(self, sessions: Sequence[int], before: Sequence[Place]) -> int:
        """What it costs in hops that sessions have moved from where they were."""
        blocks = {self.block[place[0]] for place in before} | {self.block[self.at[n][0]] for n in sessions}
        blocks.discard("")
        self.undone = []
        delta = 0
        for n in {fan for session in sessions for fan in self.fans[session]}:
            for block in blocks:
                old, new = self.standing[n, block], self._hops(n, block)
                if old != new:
                    self.undone.append(((n, block), old))
                    self.standing[n, block] = new
                    delta += (new - old) * self.audiences[n][1]
        return self.weight * delta

    def undo(self) -> None:
        """Forget the last change."""
        self.standing.update(self.undone)

    def _hops(self, audience: int, block: str) -> int:
        rooms: dict[int, set[int]] = {}
        at, blocks = self.at, self.block
        for session in self.audiences[audience][0]:
            slot, room = at[session]
            if blocks[slot] == block:
                if slot in rooms:
                    rooms[slot].add(room)
                else:
                    rooms[slot] = {room}
        if len(rooms) < 2:
            return 0
        key = tuple(frozenset(rooms[slot]) for slot in sorted(rooms, key=self.order.__getitem__))
        found = self.memory.get(key)
        if found is None:
            found = self.memory[key] = least_hops(key)
        return found

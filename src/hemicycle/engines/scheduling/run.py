"""One planning run: what it may take, who watches it, and its clock."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hemicycle.engines.scheduling.frame import Frame
    from hemicycle.engines.scheduling.plan import Placement

    Watch = Callable[["Progress"], bool]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: the best cost so far and the bound, each None while there is none."""

    cost: int | None
    bound: int | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Terms:
    """What a run may take, and who watches: `watch` is told of each better plan and stops the run by saying False."""

    seconds: float = 60.0
    seed: int = 0
    workers: int = 2
    watch: Watch | None = None
    given: tuple[Placement, ...] = ()
    """The plan to be repaired: what differs from it costs `weights.change`."""
    unlike: tuple[frozenset[Placement], ...] = ()
    """Sets of placements of which a plan may have all but one; a placement without a room is its time in any."""
    stop: threading.Event = field(default_factory=threading.Event)
    """Set by anyone, in any thread, to have the best plan so far."""


@dataclass
class Clock:
    """The time of one run, and those who watch it."""

    terms: Terms
    started: float = field(default_factory=time.monotonic)

    @property
    def stopped(self) -> bool:
        return self.terms.stop.is_set()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started

    @property
    def left(self) -> float:
        return max(0.05, self.terms.seconds - self.seconds)

    def tell(self, cost: int | None, bound: int | None) -> None:
        """Report a better plan; whoever watches may stop the run by it."""
        if self.terms.watch and not self.terms.watch(Progress(cost, bound, self.seconds)):
            self.terms.stop.set()


@dataclass
class Run(Clock):
    """One run over a problem of one level."""

    frame: Frame = field(kw_only=True)
    short: list[frozenset[int]] = field(default_factory=list)
    """Sets of rooms that turned out not to suffice for times planned by counting others."""

    def given(self) -> Mapping[int, tuple[int, int]]:
        """The given plan by index, as far as the problem still knows its names."""
        problem, index = self.frame.problem, self.frame.index
        slots = {slot.key: n for n, slot in enumerate(problem.slots)}
        rooms = {room.key: n for n, room in enumerate(problem.rooms)}
        return {
            index[old.session]: (slots[old.slot], rooms[old.room])
            for old in self.terms.given
            if old.session in index and old.slot in slots and old.room in rooms
        }

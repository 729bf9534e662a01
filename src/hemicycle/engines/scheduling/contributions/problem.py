"""What is to be planned: contributions of tracks, slots of so many units, rooms.

A session is one track in one slot and room, with its contributions one after the other. Whatever may be but had better
not has a price; a price of 0 is none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of time of so many units, such as quarters of an hour; slots are given in the order of time."""

    key: str
    units: int


@dataclass(frozen=True, slots=True)
class Track:
    """What contributions belong together; the prices are of each of its sessions."""

    key: str
    slots: Mapping[str, int] = field(default_factory=dict)
    rooms: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contribution:
    """A talk of so many units; `order` is its place among all of its track, 0 where any will do."""

    key: str
    track: str
    units: int = 1
    order: int = 0
    slots: Mapping[str, int] = field(default_factory=dict)
    rooms: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two contributions that had better not be in one slot in different rooms; `aligned`: only not in the same unit."""

    first: str
    second: str
    price: int
    aligned: bool = False


@dataclass(frozen=True, slots=True)
class Prices:
    """`parallel`: each session of a track beside another of it. `rooms`: each room of a track beyond one.

    `split`: a track with a slot without it between its first and last. `order`: a contribution elsewhere in its track than
    its order says, and two with an order in the same unit.
    """

    parallel: int = 0
    rooms: int = 0
    split: int = 0
    order: int = 0


@dataclass(frozen=True)
class Problem:
    """`beside` prices two tracks in one slot, `places` a session in a slot and room."""

    slots: tuple[Slot, ...]
    rooms: tuple[str, ...]
    tracks: tuple[Track, ...]
    contributions: tuple[Contribution, ...]
    clashes: tuple[Clash, ...] = ()
    beside: Mapping[tuple[str, str], int] = field(default_factory=dict)
    places: Mapping[tuple[str, str], int] = field(default_factory=dict)
    prices: Prices = Prices()

    @cached_property
    def slot(self) -> Mapping[str, Slot]:
        return {slot.key: slot for slot in self.slots}

    @cached_property
    def contribution(self) -> Mapping[str, Contribution]:
        return {contribution.key: contribution for contribution in self.contributions}

    @cached_property
    def of_track(self) -> Mapping[str, tuple[int, ...]]:
        """The contributions of each track, by number."""
        found: dict[str, list[int]] = {track.key: [] for track in self.tracks}
        for n, contribution in enumerate(self.contributions):
            found[contribution.track].append(n)
        return {track: tuple(numbers) for track, numbers in found.items()}


@dataclass(frozen=True, slots=True, order=True)
class Session:
    """One track in one slot and room, its contributions in order, without a break from the start."""

    slot: str
    room: str
    track: str
    contributions: tuple[str, ...]

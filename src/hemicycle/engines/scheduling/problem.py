"""What is to be planned: slots, rooms, sessions, and what they have to do with each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


class NotAProblem(ValueError):
    """A JSON value that claims to be a problem and is not; the message says where and what to do."""


class Rule(StrEnum):
    """The hard rules by name; `Problem.rules` lists those that hold, all of them when it is empty."""

    APART = "apart"
    """Sessions of the relation are not at the same time."""
    AWAY = "away"
    """Nobody is needed in a slot in which they are away."""
    BEFORE = "before"
    """The first session of the relation ends before the second starts."""
    CAPACITY = "capacity"
    """A room holds as many as are expected."""
    EQUIPMENT = "equipment"
    """A room has what the session needs."""
    FIXED = "fixed"
    """A fixed session stays where it is fixed."""
    INSIDE = "inside"
    """The other sessions of the relation take place within the time of its first."""
    LANGUAGES = "languages"
    """A room is interpreted into the languages that the session needs."""
    LENGTH = "length"
    """A slot is as long as the session."""
    NEXT_TO = "next-to"
    """The second session of the relation follows the first directly: no slot of the day lies between them."""
    OFFICIAL = "official"
    """Nothing else takes place during an official session, but what takes place inside it."""
    OPEN = "open"
    """A room is used only in its slots."""
    PARALLEL = "parallel"
    """Sessions of the relation are at the same time."""
    PERSON = "person"
    """Nobody is in two places at once."""
    RESOURCE = "resource"
    """At no moment is more of a resource in use than there is."""
    ROOM = "room"
    """A room holds one session at a time, unless it is shared."""
    SAME_ROOM = "same-room"
    """Sessions of the relation are in the same room."""
    WALKING = "walking"
    """Between two sessions of one person in different rooms there is time to walk."""


class RelationKind(StrEnum):
    """What two or more sessions have to do with each other."""

    APART = "apart"
    BEFORE = "before"
    INSIDE = "inside"
    NEXT_TO = "next-to"
    PARALLEL = "parallel"
    SAME_ROOM = "same-room"


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of time; slots may overlap, and then what takes place in them does.

    Slots of one `block` follow each other without a break: whoever changes rooms between them hops.
    """

    key: str
    starts: datetime
    ends: datetime
    block: str = ""

    @property
    def minutes(self) -> int:
        return int((self.ends - self.starts).total_seconds() // 60)

    def meets(self, other: Slot) -> bool:
        """Whether the two share a moment; one that ends as the other starts does not."""
        return self.starts < other.ends and other.starts < self.ends


@dataclass(frozen=True, slots=True)
class Room:
    """A room; `capacity` None holds any number of people, `slots` empty is open in all of them.

    A `shared` room holds any number of sessions at once: the square outside, online, nowhere.
    """

    key: str
    capacity: int | None = None
    languages: frozenset[str] = frozenset()
    slots: frozenset[str] = frozenset()
    equipment: frozenset[str] = frozenset()
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Needed:
    """A person without whom the session cannot be, and the slots in which they are away."""

    key: str
    away: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Session:
    """What is to be placed. `rooms` and `slots` are wishes: the cost of each, 0 where not named.

    `uses` says how much it takes of each resource. `dear` multiplies what a change costs: more where a placement is
    published, or many would have to be told.
    """

    key: str
    minutes: int = 0
    people: tuple[Needed, ...] = ()
    languages: frozenset[str] = frozenset()
    expected: int = 0
    needs: frozenset[str] = frozenset()
    track: str = ""
    rooms: Mapping[str, int] = field(default_factory=dict)
    slots: Mapping[str, int] = field(default_factory=dict)
    fixed_slot: str | None = None
    fixed_room: str | None = None
    uses: Mapping[str, int] = field(default_factory=dict)
    official: bool = False
    dear: int = 1

    @property
    def away(self) -> frozenset[str]:
        return frozenset[str]().union(*(person.away for person in self.people))


@dataclass(frozen=True, slots=True)
class Relation:
    """`sessions` in order: for *before* and *next-to* the earlier stands first, for *inside* the outer one."""

    kind: RelationKind
    sessions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Audience:
    """So many people who wish to hear all of these sessions, to whom a way from room to room may be a cost."""

    sessions: tuple[str, ...]
    people: int = 1


@dataclass(frozen=True, slots=True)
class Weights:
    """What each soft term costs per unit; 0 leaves it out."""

    audience: int = 1
    room: int = 1
    slot: int = 1
    track: int = 1
    change: int = 10
    balance: int = 0
    hop: int = 0


@dataclass(frozen=True)
class Problem:
    """Everything the planner knows.

    `walking` is minutes between two rooms, one way or the other; `resources` is how much there is of each.
    """

    slots: tuple[Slot, ...]
    rooms: tuple[Room, ...]
    sessions: tuple[Session, ...]
    relations: tuple[Relation, ...] = ()
    audiences: tuple[Audience, ...] = ()
    weights: Weights = Weights()
    rules: tuple[Rule, ...] = ()
    walking: Mapping[tuple[str, str], int] = field(default_factory=dict)
    resources: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def slot(self) -> Mapping[str, Slot]:
        return {slot.key: slot for slot in self.slots}

    @cached_property
    def room(self) -> Mapping[str, Room]:
        return {room.key: room for room in self.rooms}

    @cached_property
    def session(self) -> Mapping[str, Session]:
        return {session.key: session for session in self.sessions}

    def holds(self, rule: Rule) -> bool:
        return not self.rules or rule in self.rules

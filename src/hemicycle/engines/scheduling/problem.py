"""`hemicycle.problem/1`: what is to be planned."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats.fields import Fields

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

FORMAT = "hemicycle.problem/1"


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
    LANGUAGES = "languages"
    """A room is interpreted into the languages that the session needs."""
    LENGTH = "length"
    """A slot is as long as the session."""
    NEXT_TO = "next-to"
    """The second session of the relation follows the first directly: no slot of the day lies between them."""
    OPEN = "open"
    """A room is used only in its slots."""
    PARALLEL = "parallel"
    """Sessions of the relation are at the same time."""
    PERSON = "person"
    """Nobody is in two places at once."""
    ROOM = "room"
    """A room holds one session at a time."""
    SAME_ROOM = "same-room"
    """Sessions of the relation are in the same room."""
    WALKING = "walking"
    """Between two sessions of one person in different rooms there is time to walk."""


class RelationKind(StrEnum):
    """What two or more sessions have to do with each other."""

    APART = "apart"
    BEFORE = "before"
    NEXT_TO = "next-to"
    PARALLEL = "parallel"
    SAME_ROOM = "same-room"


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of time; slots may overlap, and then what takes place in them does."""

    key: str
    starts: datetime
    ends: datetime

    @property
    def minutes(self) -> int:
        return int((self.ends - self.starts).total_seconds() // 60)

    def meets(self, other: Slot) -> bool:
        """Whether the two share a moment; one that ends as the other starts does not."""
        return self.starts < other.ends and other.starts < self.ends


@dataclass(frozen=True, slots=True)
class Room:
    """A room; `capacity` None holds any number, `slots` empty is open in all of them."""

    key: str
    capacity: int | None = None
    languages: frozenset[str] = frozenset()
    slots: frozenset[str] = frozenset()
    equipment: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Needed:
    """A person without whom the session cannot be, and the slots in which they are away."""

    key: str
    away: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Session:
    """What is to be placed. `rooms` and `slots` are wishes: the cost of each, 0 where not named."""

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

    @property
    def away(self) -> frozenset[str]:
        return frozenset[str]().union(*(person.away for person in self.people))


@dataclass(frozen=True, slots=True)
class Relation:
    """`sessions` in order: for *before* and *next-to* the earlier stands first."""

    kind: RelationKind
    sessions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Audience:
    """So many people who wish to hear all of these sessions."""

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


@dataclass(frozen=True)
class Problem:
    """Everything the planner knows. `walking` is minutes between two rooms, one way or the other."""

    slots: tuple[Slot, ...]
    rooms: tuple[Room, ...]
    sessions: tuple[Session, ...]
    relations: tuple[Relation, ...] = ()
    audiences: tuple[Audience, ...] = ()
    weights: Weights = Weights()
    rules: tuple[Rule, ...] = ()
    walking: Mapping[tuple[str, str], int] = field(default_factory=dict)

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


def read(value: Any) -> Problem:
    """The problem in a JSON value.

    Raises:
        NotAProblem: the value is of another format, or a field is not what the format says.
    """
    source = Fields(value, "the document", NotAProblem)
    if source.value.get("format") != FORMAT:
        raise NotAProblem(f"the document's format is {source.value.get('format')!r}, not {FORMAT!r}")
    weights = Fields(source.value.get("weights") or {}, "weights", NotAProblem)
    problem = Problem(
        slots=source.each("slots", _slot),
        rooms=source.each("rooms", _room),
        sessions=source.each("sessions", _session),
        relations=source.each("relations", _relation),
        audiences=source.each("audiences", _audience),
        weights=Weights(**{name: _cost(weights, name, standard) for name, standard in _STANDARD.items()}),
        rules=tuple(_rule(name) for name in source.words("rules")),
        walking=dict(_walk(Fields(walk, "walking", NotAProblem)) for walk in source.list("walking")),
    )
    _refuse_unknown_names(problem)
    return problem


_STANDARD = {"audience": 1, "room": 1, "slot": 1, "track": 1, "change": 10}


def _cost(source: Fields, name: str, standard: int) -> int:
    found = source.count(name)
    if found is not None and found < 0:
        raise source.refuse(f"{name} is {found}; a cost is 0 or more")
    return standard if found is None else found


def _rule(name: str) -> Rule:
    try:
        return Rule(name)
    except ValueError:
        raise NotAProblem(f"rules names {name!r}; the rules are {', '.join(Rule)}") from None


def _slot(source: Fields) -> Slot:
    starts, ends = source.moment("starts"), source.moment("ends")
    if starts is None or ends is None or (starts.tzinfo is None) != (ends.tzinfo is None) or ends <= starts:
        raise source.refuse("needs a start and a later end, both with or both without their zone", joint=" ")
    return Slot(source.required("key"), starts, ends)


def _room(source: Fields) -> Room:
    return Room(
        key=source.required("key"),
        capacity=source.count("capacity"),
        languages=frozenset(source.words("languages")),
        slots=frozenset(source.words("slots")),
        equipment=frozenset(source.words("equipment")),
    )


def _needed(source: Fields) -> Needed:
    return Needed(source.required("key"), frozenset(source.words("away")))


def _session(source: Fields) -> Session:
    fixed = Fields(source.value.get("fixed") or {}, f"{source.where}, fixed", NotAProblem)
    return Session(
        key=source.required("key"),
        minutes=_cost(source, "minutes", 0),
        people=source.each("people", _needed),
        languages=frozenset(source.words("languages")),
        expected=_cost(source, "expected", 0),
        needs=frozenset(source.words("needs")),
        track=source.text("track"),
        rooms=_costs(source, "rooms"),
        slots=_costs(source, "slots"),
        fixed_slot=fixed.reference("slot"),
        fixed_room=fixed.reference("room"),
    )


def _costs(source: Fields, name: str) -> Mapping[str, int]:
    costs = Fields(source.value.get(name) or {}, f"{source.where}, {name}", NotAProblem)
    return {key: _cost(costs, key, 0) for key in costs.value}


def _relation(source: Fields) -> Relation:
    kind = source.word("kind", RelationKind)
    sessions = source.words("sessions")
    if not sessions:
        sessions = tuple(name for name in (source.text("first"), source.text("then")) if name)
    if len(sessions) < 2:
        raise source.refuse("names fewer than two sessions", joint=" ")
    return Relation(kind, sessions)


def _audience(source: Fields) -> Audience:
    return Audience(source.words("sessions"), _cost(source, "people", 1))


def _walk(source: Fields) -> tuple[tuple[str, str], int]:
    one, other = sorted((source.required("from"), source.required("to")))
    return (one, other), _cost(source, "minutes", 0)


def _refuse_unknown_names(problem: Problem) -> None:
    for what, things, known in (
        ("slots", problem.slots, problem.slot),
        ("rooms", problem.rooms, problem.room),
        ("sessions", problem.sessions, problem.session),
    ):
        if len(known) < len(things):
            raise NotAProblem(f"two of the {what} have the same key; give each its own")
    for room in problem.rooms:
        _refuse_unknown(room.slots, problem.slot, f"room {room.key!r} is open in the slot")
    for session in problem.sessions:
        _refuse_unknown_places(problem, session)
    for relation in problem.relations:
        _refuse_unknown(relation.sessions, problem.session, f"a relation ({relation.kind}) names the session")
    for audience in problem.audiences:
        _refuse_unknown(audience.sessions, problem.session, "an audience names the session")


def _refuse_unknown_places(problem: Problem, session: Session) -> None:
    where = f"session {session.key!r}"
    fixed_slot, fixed_room = _if_any(session.fixed_slot), _if_any(session.fixed_room)
    _refuse_unknown({*session.slots, *session.away, *fixed_slot}, problem.slot, f"{where} names the slot")
    _refuse_unknown({*session.rooms, *fixed_room}, problem.room, f"{where} names the room")


def _if_any(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _refuse_unknown(names: Any, known: Mapping[str, object], where: str) -> None:
    unknown = sorted(set(names) - set(known))
    if unknown:
        raise NotAProblem(f"{where} {unknown[0]!r}, which is not in the problem")

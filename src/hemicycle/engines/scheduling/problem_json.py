"""`hemicycle.problem/1`: a problem as JSON, there and back."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats.fields import Fields
from hemicycle.engines.scheduling.problem import (
    Audience,
    Needed,
    NotAProblem,
    Problem,
    Relation,
    RelationKind,
    Room,
    Rule,
    Session,
    Slot,
    Weights,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "hemicycle.problem/1"
_STANDARD = {each.name: int(each.default) for each in fields(Weights) if isinstance(each.default, int)}


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
        walking=dict(source.each("walking", _walk)),
        resources=_costs(source, "resources"),
    )
    _refuse_unknown_names(problem)
    return problem


def write(problem: Problem) -> dict[str, Any]:
    """The problem as JSON, without what is as it would be anyway."""
    return {
        "format": FORMAT,
        "slots": [
            _said(key=slot.key, starts=slot.starts.isoformat(), ends=slot.ends.isoformat(), block=slot.block)
            for slot in problem.slots
        ],
        "rooms": [_write_room(room) for room in problem.rooms],
        "sessions": [_write_session(session) for session in problem.sessions],
        "relations": [
            {"kind": relation.kind.value, "sessions": list(relation.sessions)}
            for relation in problem.relations
        ],
        "audiences": [
            {"sessions": list(audience.sessions), "people": audience.people} for audience in problem.audiences
        ],
        "weights": asdict(problem.weights),
        "rules": [rule.value for rule in problem.rules],
        "walking": [
            {"from": one, "to": other, "minutes": minutes}
            for (one, other), minutes in problem.walking.items()
        ],
        "resources": dict(problem.resources),
    }


def _said(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", 0, None, [], {})}


def _write_room(room: Room) -> dict[str, Any]:
    return {
        "key": room.key,
        "capacity": room.capacity,
        "languages": sorted(room.languages),
        "slots": sorted(room.slots),
        "equipment": sorted(room.equipment),
        "shared": room.shared,
    }


def _write_session(session: Session) -> dict[str, Any]:
    return {
        "key": session.key,
        "dear": session.dear,
        **_said(
            minutes=session.minutes,
            people=[{"key": person.key, "away": sorted(person.away)} for person in session.people],
            languages=sorted(session.languages),
            expected=session.expected,
            needs=sorted(session.needs),
            track=session.track,
            rooms=dict(session.rooms),
            slots=dict(session.slots),
            fixed=_said(slot=session.fixed_slot, room=session.fixed_room),
            uses=dict(session.uses),
            official=session.official,
        ),
    }


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
    return Slot(source.required("key"), starts, ends, source.text("block"))


def _room(source: Fields) -> Room:
    return Room(
        key=source.required("key"),
        capacity=source.count("capacity"),
        languages=frozenset(source.words("languages")),
        slots=frozenset(source.words("slots")),
        equipment=frozenset(source.words("equipment")),
        shared=source.flag("shared"),
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
        uses=_costs(source, "uses"),
        official=source.flag("official"),
        dear=_cost(source, "dear", 1),
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
    _refuse_unknown(session.uses, problem.resources, f"{where} uses the resource")


def _if_any(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _refuse_unknown(names: Any, known: Mapping[str, object], where: str) -> None:
    unknown = sorted(set(names) - set(known))
    if unknown:
        raise NotAProblem(f"{where} {unknown[0]!r}, which is not in the problem")

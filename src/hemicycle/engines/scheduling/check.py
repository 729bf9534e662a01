"""Every hard rule stated plainly over a finished plan: the second opinion on whatever a solver says.

Nothing here knows how a plan is found. Each rule is a function from a problem and its placements to the breaches of it.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from hemicycle.engines.scheduling.plan import Demand
from hemicycle.engines.scheduling.problem import RelationKind, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from hemicycle.engines.scheduling.plan import Placement
    from hemicycle.engines.scheduling.problem import Problem, Session, Slot

    Placed = Mapping[str, Placement]
    RuleOver = Callable[[Problem, Placed], Iterator[Demand]]


def broken(problem: Problem, placements: Iterable[Placement]) -> tuple[Demand, ...]:
    """Every breach of a rule that holds in the problem, in the order of rules and sessions; none for a good plan.

    A session without a place, or with two, is a breach whatever the rules say.
    """
    given = list(placements)
    placed = {placement.session: placement for placement in given}
    misplaced = tuple(_misplaced(problem, given))
    if misplaced:
        return misplaced
    return tuple(
        breach
        for rule, breaches in RULES.items()
        if problem.holds(rule)
        for breach in breaches(problem, placed)
    )


def _misplaced(problem: Problem, placements: Sequence[Placement]) -> Iterator[Demand]:
    times: dict[str, int] = defaultdict(int)
    for placement in placements:
        times[placement.session] += 1
        if placement.slot not in problem.slot or placement.room not in problem.room:
            yield Demand("place", (placement.session,), {"slot": placement.slot, "room": placement.room})
    for session in problem.sessions:
        if times[session.key] != 1:
            yield Demand("place", (session.key,), {"places": times[session.key]})
    for key in sorted(set(times) - set(problem.session)):
        yield Demand("place", (key,), {"places": times[key]})


def _each(problem: Problem, placed: Placed) -> Iterator[tuple[Session, Slot, str]]:
    for session in problem.sessions:
        placement = placed[session.key]
        yield session, problem.slot[placement.slot], placement.room


def meeting(problem: Problem, placed: Placed) -> Iterator[tuple[Placement, Placement]]:
    """Every pair of placements that share a moment, found by walking through time."""
    in_order = sorted(placed.values(), key=lambda placement: (problem.slot[placement.slot].starts, placement))
    running: list[Placement] = []
    for placement in in_order:
        starts = problem.slot[placement.slot].starts
        running = [other for other in running if problem.slot[other.slot].ends > starts]
        yield from ((other, placement) for other in running)
        running.append(placement)


def length(problem: Problem, placed: Placed) -> Iterator[Demand]:
    for session, slot, _ in _each(problem, placed):
        if session.minutes > slot.minutes:
            yield Demand(Rule.LENGTH, (session.key,), {"slot": slot.key, "minutes": session.minutes})


def open_rooms(problem: Problem, placed: Placed) -> Iterator[Demand]:
    for session, slot, room in _each(problem, placed):
        if problem.room[room].slots and slot.key not in problem.room[room].slots:
            yield Demand(Rule.OPEN, (session.key,), {"slot": slot.key, "room": room})


def capacity(problem: Problem, placed: Placed) -> Iterator[Demand]:
    for session, _, room in _each(problem, placed):
        seats = problem.room[room].capacity
        if seats is not None and session.expected > seats:
            yield Demand(
                Rule.CAPACITY, (session.key,), {"room": room, "expected": session.expected, "seats": seats}
            )


def equipment(problem: Problem, placed: Placed) -> Iterator[Demand]:
    for session, _, room in _each(problem, placed):
        lacking = sorted(session.needs - problem.room[room].equipment)
        if lacking:
            yield Demand(Rule.EQUIPMENT, (session.key,), {"room": room, "lacking": lacking})


def languages(problem: Problem, placed: Placed) -> Iterator[Demand]:
    for session, _, room in _each(problem, placed):
        lacking = sorted(session.languages - problem.room[room].languages)
        if lacking:
            yield Demand(Rule.LANGUAGES, (session.key,), {"room": room, "lacking": lacking})


def fixed(problem: Problem, placed: Placed) -> Iterator[Demand]:
    for session, slot, room in _each(problem, placed):
        if session.fixed_slot not in (None, slot.key) or session.fixed_room not in (None, room):
            facts = {"slot": session.fixed_slot, "room": session.fixed_room}
            yield Demand(Rule.FIXED, (session.key,), facts)


def away(problem: Problem, placed: Placed) -> Iterator[Demand]:
    for session, slot, _ in _each(problem, placed):
        for person in session.people:
            if slot.key in person.away:
                yield Demand(Rule.AWAY, (session.key,), {"person": person.key, "slot": slot.key})


def room_once(problem: Problem, placed: Placed) -> Iterator[Demand]:
    for one, other in meeting(problem, placed):
        if one.room == other.room and not problem.room[one.room].shared:
            yield Demand(Rule.ROOM, (one.session, other.session), {"room": one.room})


def person_once(problem: Problem, placed: Placed) -> Iterator[Demand]:
    people = {session.key: {person.key for person in session.people} for session in problem.sessions}
    for one, other in meeting(problem, placed):
        for person in sorted(people[one.session] & people[other.session]):
            yield Demand(Rule.PERSON, (one.session, other.session), {"person": person})


def walking(problem: Problem, placed: Placed) -> Iterator[Demand]:
    if not problem.walking:
        return
    of_person: dict[str, list[Placement]] = defaultdict(list)
    for session in problem.sessions:
        for person in session.people:
            of_person[person.key].append(placed[session.key])
    for key, theirs in sorted(of_person.items()):
        in_order = sorted(theirs, key=lambda placement: (problem.slot[placement.slot].starts, placement))
        for one, other in combinations(in_order, 2):
            pause = (problem.slot[other.slot].starts - problem.slot[one.slot].ends).total_seconds() / 60
            way = problem.walking.get((min(one.room, other.room), max(one.room, other.room)), 0)
            if 0 <= pause < way and one.room != other.room:
                facts = {"person": key, "minutes": way, "pause": int(pause)}
                yield Demand(Rule.WALKING, (one.session, other.session), facts)


def _related(problem: Problem, kind: RelationKind) -> Iterator[tuple[str, ...]]:
    return (relation.sessions for relation in problem.relations if relation.kind is kind)


def before(problem: Problem, placed: Placed) -> Iterator[Demand]:
    for sessions in _related(problem, RelationKind.BEFORE):
        for first, then in pairwise(sessions):
            if problem.slot[placed[first].slot].ends > problem.slot[placed[then].slot].starts:
                yield Demand(Rule.BEFORE, (first, then))


def apart(problem: Problem, placed: Placed) -> Iterator[Demand]:
    for sessions in _related(problem, RelationKind.APART):
        for one, other in combinations(sessions, 2):
            if problem.slot[placed[one].slot].meets(problem.slot[placed[other].slot]):
                yield Demand(Rule.APART, (one, other))


def parallel(problem: Problem, placed: Placed) -> Iterator[Demand]:
    for sessions in _related(problem, RelationKind.PARALLEL):
        starts = {problem.slot[placed[session].slot].starts for session in sessions}
        if len(starts) > 1:
            yield Demand(Rule.PARALLEL, sessions)


def same_room(problem: Problem, placed: Placed) -> Iterator[Demand]:
    for sessions in _related(problem, RelationKind.SAME_ROOM):
        if len({placed[session].room for session in sessions}) > 1:
            yield Demand(Rule.SAME_ROOM, sessions)


def next_to(problem: Problem, placed: Placed) -> Iterator[Demand]:
    for sessions in _related(problem, RelationKind.NEXT_TO):
        for first, then in pairwise(sessions):
            if not follows(problem, placed[first].slot, placed[then].slot):
                yield Demand(Rule.NEXT_TO, (first, then))


def follows(problem: Problem, first: str, then: str) -> bool:
    """Whether `then` is the next slot of the same day: it starts after `first` ends, and none lies wholly between."""
    one, other = problem.slot[first], problem.slot[then]
    if other.starts < one.ends or one.starts.date() != other.starts.date():
        return False
    return not any(one.ends <= slot.starts and slot.ends <= other.starts for slot in problem.slots)


def inside(problem: Problem, placed: Placed) -> Iterator[Demand]:
    for outer, *parts in _related(problem, RelationKind.INSIDE):
        around = problem.slot[placed[outer].slot]
        for part in parts:
            slot = problem.slot[placed[part].slot]
            if slot.starts < around.starts or around.ends < slot.ends:
                yield Demand(Rule.INSIDE, (outer, part))


def official(problem: Problem, placed: Placed) -> Iterator[Demand]:
    within = {(outer, part) for outer, *parts in _related(problem, RelationKind.INSIDE) for part in parts}
    for pair in meeting(problem, placed):
        one, other = pair[0].session, pair[1].session
        for alone, beside in ((one, other), (other, one)):
            if problem.session[alone].official and (alone, beside) not in within:
                yield Demand(Rule.OFFICIAL, (alone, beside))


def resource(problem: Problem, placed: Placed) -> Iterator[Demand]:
    for name, there in sorted(problem.resources.items()):
        users = [session for session in problem.sessions if session.uses.get(name)]
        reported = set()
        for moment in sorted({problem.slot[placed[user.key].slot].starts for user in users}):
            running = [user for user in users if _runs_at(problem.slot[placed[user.key].slot], moment)]
            used, keys = sum(user.uses[name] for user in running), tuple(user.key for user in running)
            if used > there and keys not in reported:
                reported.add(keys)
                yield Demand(Rule.RESOURCE, keys, {"resource": name, "used": used, "there": there})


def _runs_at(slot: Slot, moment: datetime) -> bool:
    return slot.starts <= moment < slot.ends


RULES: dict[Rule, RuleOver] = {
    Rule.LENGTH: length,
    Rule.OPEN: open_rooms,
    Rule.CAPACITY: capacity,
    Rule.EQUIPMENT: equipment,
    Rule.LANGUAGES: languages,
    Rule.FIXED: fixed,
    Rule.AWAY: away,
    Rule.ROOM: room_once,
    Rule.PERSON: person_once,
    Rule.WALKING: walking,
    Rule.BEFORE: before,
    Rule.APART: apart,
    Rule.PARALLEL: parallel,
    Rule.SAME_ROOM: same_room,
    Rule.NEXT_TO: next_to,
    Rule.INSIDE: inside,
    Rule.OFFICIAL: official,
    Rule.RESOURCE: resource,
}

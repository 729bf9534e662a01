"""What the stages of a run do for each other: sets of rooms that do not suffice, and a walk that breaks nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hemicycle.engines.scheduling import anneal, check, matching, solve, value
from hemicycle.engines.scheduling.frame import Frame
from hemicycle.engines.scheduling.plan import Placement
from hemicycle.engines.scheduling.problem import (
    Audience,
    Needed,
    Relation,
    RelationKind,
    Room,
    Session,
    Weights,
)
from hemicycle.engines.scheduling.run import Run, Terms
from tests.make import problem as make


@given(st.lists(st.sets(st.integers(0, 3), min_size=1), min_size=1, max_size=5))
@settings(max_examples=40, deadline=None)
def test_rooms_are_short_exactly_where_there_is_no_matching(wanted):
    rooms = tuple(
        Room(f"room-{n}", equipment=frozenset(f"e{m}" for m, w in enumerate(wanted) if n in w))
        for n in range(4)
    )
    sessions = [Session(f"s{n}", needs=frozenset({f"e{n}"})) for n in range(len(wanted))]
    frame = Frame(make.problem(*sessions, slots=1, rooms_given=rooms))

    short = matching.short(frame, [0] * len(wanted))

    assert bool(short) is not can_match([sorted(rooms) for rooms in wanted])
    for among in short:
        assert sum(set(rooms) <= among for rooms in wanted) > len(among)


def can_match(wanted, taken=frozenset()):
    if not wanted:
        return True
    return any(can_match(wanted[1:], taken | {room}) for room in wanted[0] if room not in taken)


def test_a_walk_breaks_no_rule_and_its_cost_is_the_true_one():
    people = [(Needed(f"p{n % 7}"),) for n in range(16)]
    sessions = [
        Session(f"s{n}", 60, people=people[n], track=f"t{n % 3}", official=n == 15) for n in range(16)
    ]
    slots = tuple(make.slot(n % 4, day=n // 4, block=f"day {n // 4}") for n in range(8))
    problem = make.problem(
        *sessions,
        slots_given=slots,
        rooms=4,
        audiences=tuple(
            Audience((f"s{n}", f"s{(n * 5) % 15}", f"s{(n * 3 + 1) % 15}")) for n in range(1, 15)
        ),
        relations=(Relation(RelationKind.BEFORE, ("s1", "s2")), Relation(RelationKind.APART, ("s3", "s4"))),
        weights=Weights(track=2, balance=3, hop=2),
    )
    first = solve.plan(problem, Terms(seconds=30, watch=lambda progress: progress.cost is None))
    assert first.placements
    told = []
    run = Run(
        Terms(seconds=1, watch=lambda progress: told.append(progress.cost) or True), frame=Frame(problem)
    )
    index = {slot.key: n for n, slot in enumerate(problem.slots)}
    rooms = {room.key: n for n, room in enumerate(problem.rooms)}
    worse = value.cost(problem, value.terms(problem, first.placements))
    start = [(index[placed.slot], rooms[placed.room]) for placed in first.placements]

    walked = anneal.improve(run, start, worse + 1, 0.5)

    placements = [
        Placement(session.key, problem.slots[slot].key, problem.rooms[room].key)
        for session, (slot, room) in zip(problem.sessions, walked, strict=True)
    ]
    assert check.broken(problem, placements) == ()
    cost = value.cost(problem, value.terms(problem, placements))
    assert cost <= worse
    if told:
        assert told[-1] == cost + 1

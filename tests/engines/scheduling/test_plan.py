"""Whatever the solver says is true by the plain statement of the rules, and by trying everything."""

from itertools import product

import pytest
from hypothesis import given, settings

from hemicycle.engines.scheduling import check, explain, solve, value
from hemicycle.engines.scheduling.plan import Outcome, Placement
from hemicycle.engines.scheduling.problem import Needed, Relation, RelationKind, Room, Session
from tests.make import problem as make

FEW = settings(max_examples=60, deadline=None)
QUICK = solve.Terms(seconds=10)


def every_plan(problem):
    """All plans of a tiny problem that break no rule."""
    places = list(product([slot.key for slot in problem.slots], [room.key for room in problem.rooms]))
    for choice in product(places, repeat=len(problem.sessions)):
        plan = [
            Placement(session.key, slot, room)
            for session, (slot, room) in zip(problem.sessions, choice, strict=True)
        ]
        if not check.broken(problem, plan):
            yield plan


@given(make.problems())
@FEW
def test_a_small_problem_is_planned_as_well_as_can_be_or_cannot_be_planned(problem):
    costs = [value.cost(problem, value.terms(problem, plan)) for plan in every_plan(problem)]

    found = solve.plan(problem, QUICK)

    if costs:
        assert (found.outcome, found.cost, found.bound) == (Outcome.BEST, min(costs), min(costs))
        assert check.broken(problem, found.placements) == ()
        assert found.cost == value.cost(problem, value.terms(problem, found.placements))
    else:
        assert (found.outcome, found.placements) == (Outcome.INFEASIBLE, ())


@given(make.problems(sessions=3))
@FEW
def test_an_infeasible_problem_is_explained_by_demands_and_a_feasible_one_by_none(problem):
    feasible = next(every_plan(problem), None) is not None

    explanation = explain.conflict(problem)

    assert bool(explanation.demands) is not feasible


@given(make.problems())
@FEW
def test_a_repair_without_a_change_moves_nothing(problem):
    first = solve.plan(problem, QUICK)

    again = solve.plan(problem, solve.Terms(seconds=10, given=first.placements))

    assert again.placements == first.placements


def test_a_lost_room_moves_only_what_was_in_it():
    sessions = [Session(f"s{n}", 90) for n in range(4)]
    rooms = tuple(Room(f"room-{n}") for n in range(3))
    before = solve.plan(make.problem(*sessions, rooms_given=rooms), QUICK)
    lost = {placed.room for placed in before.placements}.pop()
    left = tuple(room for room in rooms if room.key != lost)

    after = solve.plan(
        make.problem(*sessions, rooms_given=left), solve.Terms(seconds=10, given=before.placements)
    )

    moved = set(before.placements) - set(after.placements)
    assert {placed.room for placed in moved} == {lost}
    assert after.outcome is Outcome.BEST


def test_a_conflict_names_the_demands_that_cannot_stand_and_no_other():
    plenary = Session("plenary", 90, people=(Needed("ann"),), fixed_slot="slot-0-0")
    closing = Session("closing", 90, people=(Needed("ann", frozenset({"slot-0-1"})),))
    bystander = Session("bystander", 60)
    problem = make.problem(plenary, closing, bystander, slots=2)

    explanation = explain.conflict(problem)

    assert solve.plan(problem, QUICK).outcome is Outcome.INFEASIBLE
    assert {(demand.rule, demand.sessions) for demand in explanation.demands} == {
        ("person", ("plenary", "closing")),
        ("fixed", ("plenary",)),
        ("away", ("closing",)),
    }


@pytest.mark.parametrize("kind", RelationKind)
def test_a_relation_is_kept(kind):
    sessions = [Session(f"s{n}", 60) for n in range(3)]
    problem = make.problem(*sessions, relations=(Relation(kind, ("s2", "s0")),))

    found = solve.plan(problem, QUICK)

    assert found.outcome is Outcome.BEST
    assert check.broken(problem, found.placements) == ()


def test_whoever_watches_can_stop_the_run():
    told = []
    sessions = [Session(f"s{n}", 90, track="one", expected=n) for n in range(30)]
    problem = make.problem(*sessions, slots=12, rooms=6)

    found = solve.plan(
        problem, solve.Terms(seconds=30, watch=lambda progress: told.append(progress) or False)
    )

    assert len(told) >= 1
    assert found.seconds < 15

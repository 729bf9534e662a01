"""Whatever the solver says is true by the plain statement of the rules, and by trying everything."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings

from hemicycle.engines.scheduling import check, explain, solve, value
from hemicycle.engines.scheduling.plan import Outcome, Placement
from hemicycle.engines.scheduling.problem import Needed, Relation, RelationKind, Room, Session
from tests.make import problem as make

FEW = settings(max_examples=20, deadline=None)
QUICK = solve.Terms(seconds=10)


def every_placing(problem):
    """All ways to give each session of a tiny problem a slot and a room."""
    places = list(product([slot.key for slot in problem.slots], [room.key for room in problem.rooms]))
    for choice in product(places, repeat=len(problem.sessions)):
        yield [
            Placement(session.key, slot, room)
            for session, (slot, room) in zip(problem.sessions, choice, strict=True)
        ]


def every_plan(problem):
    """Those that break no rule."""
    return (plan for plan in every_placing(problem) if not check.broken(problem, plan))


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


@given(make.problems(hop=1))
@settings(max_examples=8, deadline=None)
def test_hops_are_priced_and_the_bound_is_below_the_best(problem):
    costs = [value.cost(problem, value.terms(problem, plan)) for plan in every_plan(problem)]

    found = solve.plan(problem, solve.Terms(seconds=0.5))

    if costs:
        assert found.bound <= min(costs) <= found.cost
        assert found.cost == value.cost(problem, value.terms(problem, found.placements))
    else:
        assert found.outcome is Outcome.INFEASIBLE


def stands(demand, problem, plan):
    """Whether a plan keeps one demand: no breach of its rule is about its sessions, its person, its room."""
    for breach in check.broken(problem, plan):
        if breach.rule != demand.rule:
            continue
        about = [demand.facts.get(name) in (None, breach.facts.get(name)) for name in ("person", "resource")]
        if demand.rule in ("room", "open"):
            about.append(demand.facts["room"] == breach.facts["room"])
        elif demand.rule == "official":
            about.append(demand.sessions == breach.sessions[:1])
        else:
            about.append(set(breach.sessions) <= set(demand.sessions))
        if all(about):
            return False
    return True


def can_stand(demands, problem):
    return any(all(stands(demand, problem, plan) for demand in demands) for plan in every_placing(problem))


@given(make.problems(sessions=3))
@FEW
def test_an_infeasible_problem_is_explained_by_a_set_that_stands_without_any_one_of_it(problem):
    feasible = next(every_plan(problem), None) is not None

    explanation = explain.conflict(problem)

    demands = explanation.demands
    assert bool(demands) is not feasible
    if demands:
        assert explanation.sure
        alone = narrowed(problem, demands)
        assert not can_stand(demands, alone)
        for given_up in demands:
            assert can_stand([demand for demand in demands if demand is not given_up], alone)


def narrowed(problem, demands):
    """Without the sessions that no demand names, which can be anywhere as far as these demands go."""
    everywhere = any(demand.rule in ("room", "open", "official") for demand in demands)
    named = {key for demand in demands for key in demand.sessions}
    sessions = tuple(each for each in problem.sessions if everywhere or each.key in named)
    keys = {session.key for session in sessions}
    relations = tuple(each for each in problem.relations if set(each.sessions) <= keys)
    return replace(problem, sessions=sessions, relations=relations, audiences=())


@given(make.problems(sessions=3))
@FEW
def test_giving_up_a_demand_allows_what_is_said_of_it(problem):
    demands = explain.conflict(problem).demands

    ways = explain.ways(problem, demands)

    assert tuple(way.demand for way in ways) == demands
    for way in ways:
        without = [
            plan
            for plan in every_placing(problem)
            if not any(stands_in_the_way(breach, way.demand) for breach in check.broken(problem, plan))
        ]
        assert way.possible is bool(without)
        if way.possible:
            assert any(set(way.placements) <= set(plan) for plan in without)


def stands_in_the_way(breach, given_up):
    """Whether a breach is of another demand than the one given up."""
    if breach.rule != given_up.rule:
        return True
    if breach.rule in ("room", "open"):
        return breach.facts["room"] != given_up.facts["room"]
    if breach.rule == "official":
        return breach.sessions[:1] != given_up.sessions
    if breach.rule in ("person", "resource"):
        name = "person" if breach.rule == "person" else "resource"
        return breach.facts[name] != given_up.facts[name]
    if breach.rule in ("walking", "away"):
        same = set(breach.sessions) == set(given_up.sessions)
        return not same or breach.facts["person"] != given_up.facts["person"]
    return breach.sessions != given_up.sessions


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

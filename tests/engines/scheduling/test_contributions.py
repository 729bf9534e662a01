"""Programmes of two levels: nothing broken, priced as the plain statement prices them, and as good as trying everything."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from hemicycle.engines.scheduling.contributions import solve, value
from hemicycle.engines.scheduling.contributions.problem import (
    Clash,
    Contribution,
    Prices,
    Problem,
    Session,
    Slot,
    Track,
)
from hemicycle.engines.scheduling.run import Terms


@st.composite
def problems(draw):
    slots = tuple(Slot(f"s{n}", draw(st.integers(1, 2))) for n in range(2))
    price = st.sampled_from((0, 0, 1, 5))
    tracks = tuple(Track(f"t{n}", slots={"s0": draw(price)}, rooms={"r1": draw(price)}) for n in range(2))
    contributions = tuple(
        Contribution(f"c{n}", f"t{draw(st.integers(0, 1))}", slots={"s1": draw(price)}) for n in range(3)
    )
    return Problem(
        slots=(*slots, Slot("s2", 2)),
        rooms=("r0", "r1"),
        tracks=tracks,
        contributions=contributions,
        clashes=(Clash("c0", "c1", draw(price)),),
        beside={("t0", "t1"): draw(price)},
        prices=Prices(parallel=1, rooms=2, split=draw(price)),
    )


def every_programme(problem):
    """All that are not broken."""
    places = [(slot.key, room) for slot in problem.slots for room in problem.rooms]
    for choice in product(places, repeat=len(problem.contributions)):
        held = {}
        for contribution, place in zip(problem.contributions, choice, strict=True):
            held.setdefault((*place, contribution.track), []).append(contribution.key)
        sessions = [Session(*place, tuple(keys)) for place, keys in held.items()]
        if not value.broken(problem, sessions):
            yield sessions


@given(problems())
@settings(max_examples=6, deadline=None)
def test_a_small_programme_is_as_good_as_can_be_and_the_bound_is_true(problem):
    best = min((value.cost(problem, sessions) for sessions in every_programme(problem)), default=None)

    found = solve.plan(problem, Terms(seconds=5))

    if best is None:
        assert found.sessions == ()
    else:
        assert value.broken(problem, found.sessions) == ()
        assert (found.cost, found.cost) == (best, value.cost(problem, found.sessions))
        assert found.bound <= best


def test_contributions_of_several_units_find_their_sessions():
    lengths = (2, 2, 1, 1, 3)
    contributions = tuple(Contribution(f"c{n}", "t", units=units) for n, units in enumerate(lengths))
    problem = Problem((Slot("a", 3), Slot("b", 3)), ("r0", "r1"), (Track("t"),), contributions)

    found = solve.plan(problem, Terms(seconds=5))

    assert value.broken(problem, found.sessions) == ()
    assert len(found.sessions) >= 3


def test_an_order_is_kept_across_sessions():
    contributions = tuple(Contribution(f"c{n}", "t", order=4 - n) for n in range(4))
    problem = Problem(
        (Slot("a", 2), Slot("b", 2)), ("r",), (Track("t"),), contributions, prices=Prices(order=10)
    )

    found = solve.plan(problem, Terms(seconds=5))

    assert [session.contributions for session in found.sessions] == [("c3", "c2"), ("c1", "c0")]


def test_a_contribution_that_cares_for_its_room_gets_it():
    contributions = tuple(Contribution(f"c{n}", "t", rooms={"r0": 3 * n}) for n in range(2))
    problem = Problem((Slot("a", 1),), ("r0", "r1"), (Track("t"),), contributions)

    found = solve.plan(problem, Terms(seconds=5))

    assert {session.contributions[0]: session.room for session in found.sessions} == {"c0": "r0", "c1": "r1"}
    assert (found.cost, found.bound) == (0, 0)


def test_what_is_broken_is_said():
    problem = Problem(
        (Slot("a", 1),), ("r",), (Track("t"), Track("u")), (Contribution("c", "t"), Contribution("d", "u"))
    )

    said = value.broken(problem, [Session("a", "r", "t", ("c", "d")), Session("a", "r", "t", ("c",))])

    assert len(said) == 4


def test_whoever_watches_can_stop_the_run():
    contributions = tuple(Contribution(f"c{n}", f"t{n % 5}") for n in range(40))
    slots = tuple(Slot(f"s{n}", 3) for n in range(5))
    tracks = tuple(Track(f"t{n}") for n in range(5))
    problem = Problem(slots, ("r0", "r1", "r2"), tracks, contributions, prices=Prices(parallel=3, rooms=1))

    found = solve.plan(problem, Terms(seconds=60, watch=lambda _: False))

    assert found.seconds < 40
    assert value.broken(problem, found.sessions) == ()

"""Every demand the planner can make is a sentence with the names of what it binds."""

import pytest

from hemicycle.engines.scheduling import check
from hemicycle.engines.scheduling.plan import Demand, Placement, Way
from hemicycle.engines.scheduling.problem import Needed, Rule, Session
from hemicycle.kit.words import words
from hemicycle.timetabling.wording import Telling
from tests.make import problem as make

PROBLEM = make.problem(
    Session(
        "a",
        90,
        people=(Needed("ann", frozenset({"slot-0-1"})),),
        languages=frozenset({"fr", "en"}),
        expected=120,
        needs=frozenset({"piano"}),
        fixed_slot="slot-0-0",
        fixed_room="room-1",
        uses={"booth": 2},
        official=True,
    ),
    Session("b", 60),
    resources={"booth": 1},
)
TOLD = Telling(PROBLEM, words("en"), {"a": "Opening", "ann": "Ann Example"})
FACTS = {
    "open": {"room": "room-1", "slots": ["slot-0-0"]},
    "room": {"room": "room-1"},
    "person": {"person": "ann"},
    "walking": {"person": "ann"},
    "away": {"person": "ann", "slots": ["slot-0-1"]},
    "resource": {"resource": "booth"},
}


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_has_a_sentence_that_names_what_it_binds(rule):
    sentence = TOLD.demand(Demand(rule, ("a", "b"), FACTS.get(rule, {})))

    assert sentence.endswith(".")
    assert "{" not in sentence
    named = "room-1" if rule is Rule.OPEN else "“Opening”"
    assert named in sentence


def test_absence_says_who_and_when():
    sentence = TOLD.demand(Demand("away", ("a",), {"person": "ann", "slot": "slot-0-1"}))

    assert "Ann Example" in sentence
    assert "Monday 10 May, 11:00–12:30" in sentence


def test_whatever_check_finds_can_be_said():
    placements = [Placement("a", "slot-0-1", "room-0"), Placement("b", "slot-0-1", "room-0")]

    said = [TOLD.demand(breach) for breach in check.broken(PROBLEM, placements)]

    assert len(said) >= 7
    assert "“Opening” needs a room for 120 people." in said
    assert "“Opening” is fixed: Monday 10 May, 09:00–10:30, room-1." in said


def test_a_session_without_a_place_is_said_too():
    (breach, *_) = check.broken(PROBLEM, [])

    assert "one slot and one room" in TOLD.demand(breach)


def test_the_ways_out_differ():
    demand = Demand("official", ("a",))
    placements = (Placement("a", "slot-0-0", "room-1"),)

    said = {
        TOLD.way(Way(demand, possible, placed))
        for possible, placed in ((None, ()), (False, ()), (True, ()), (True, placements))
    }

    assert len(said) == 4
    assert any("“Opening”, Monday 10 May, 09:00–10:30, room-1" in way for way in said)

"""A problem goes through JSON unchanged, and what is none is refused with its place."""

import pytest
from hypothesis import given, settings

from hemicycle.engines.scheduling import plan, problem_json
from hemicycle.engines.scheduling.plan import NotAPlan
from hemicycle.engines.scheduling.problem import NotAProblem, Session
from tests.make import problem as make


@given(make.problems(hop=1))
@settings(max_examples=25, deadline=None)
def test_a_problem_comes_back_as_it_was(problem):
    assert problem_json.read(problem_json.write(problem)) == problem


def changed(**fields):
    value = problem_json.write(make.problem(Session("a"), Session("b")))
    return {**value, **fields}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([], "not a JSON object"),
        ({"format": "other"}, "not 'hemicycle.problem/1'"),
        (changed(rules=["tidy"]), "rules names 'tidy'"),
        (changed(weights={"track": -1}), "0 or more"),
        (
            changed(slots=[{"key": "x", "starts": "2027-05-10T10:00", "ends": "2027-05-10T09:00"}]),
            "later end",
        ),
        (changed(sessions=[{"key": "a"}, {"key": "a"}]), "same key"),
        (changed(sessions=[{"key": "a", "slots": {"never": 1}}]), "'never', which is not in the problem"),
        (changed(sessions=[{"key": "a", "uses": {"booth": 1}}]), "'booth', which is not in the problem"),
        (changed(relations=[{"kind": "apart", "sessions": ["a"]}]), "fewer than two"),
        (changed(relations=[{"kind": "before", "first": "a", "then": "c"}]), "'c'"),
    ],
)
def test_what_is_no_problem_is_refused_with_its_place(value, said):
    with pytest.raises(NotAProblem) as refused:
        problem_json.read(value)

    assert said in str(refused.value)


def test_a_relation_may_name_its_first_and_then():
    value = changed(relations=[{"kind": "before", "first": "b", "then": "a"}])

    assert problem_json.read(value).relations[0].sessions == ("b", "a")


def test_what_is_no_plan_is_refused():
    with pytest.raises(NotAPlan, match="format"):
        plan.read({"format": "hemicycle.problem/1"})

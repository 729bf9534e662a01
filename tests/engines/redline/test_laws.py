"""What holds for every text and every proposal."""

from __future__ import annotations

import json

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from hemicycle.engines.formats import canonical
from hemicycle.engines.redline import (
    amend,
    carrying,
    collisions,
    comparing,
    diff,
    proposals_json,
    spans,
    text_json,
)
from hemicycle.engines.redline.carrying import Verdict
from hemicycle.engines.redline.tree import Text, flaw
from tests.make import text as make

# To shrink a tree takes minutes and shows no more than the first that fails.
_QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
few = settings(max_examples=40, deadline=None, phases=_QUICK)


@st.composite
def two_versions(draw):
    base = draw(make.texts())
    return base, draw(make.revisions(base))


@st.composite
def an_operation(draw):
    base = draw(make.texts(most=4))
    operation = draw(make.operations(base, "fresh"))
    made = amend.apply(base, [operation])
    assume(isinstance(made, Text))
    return base, operation, made


@few
@given(two_versions())
def test_applying_the_difference_gives_the_other_text(versions):
    old, new = versions

    made = amend.apply(old, diff.diff(old, new))

    assert isinstance(made, Text), made
    assert made.nodes == new.nodes
    assert made.sha256 == new.sha256


@few
@given(two_versions())
def test_the_way_back_restores_the_hash(versions):
    old, new = versions

    back = amend.apply(new, diff.diff(new, old))

    assert isinstance(back, Text)
    assert back.sha256 == old.sha256


@few
@given(an_operation())
def test_accept_then_undo_restores_the_hash(case):
    base, operation, made = case

    back = amend.apply(made, diff.undo(base, [operation]))

    assert isinstance(back, Text)
    assert back.sha256 == base.sha256


@few
@given(two_versions())
def test_whatever_is_applied_leaves_a_tree_in_order(versions):
    assert flaw(versions[1]) == ""


@few
@given(make.texts())
def test_a_text_differs_from_itself_in_nothing(text):
    assert diff.diff(text, text) == ()
    assert comparing.compare(text, text) == ()


@few
@given(an_operation())
def test_carried_over_to_the_same_text_nothing_changes(case):
    base, operation, _ = case

    (carried,) = carrying.carry([make.proposal("a", operation)], base, base)

    if carried.verdict is not Verdict.IDENTICAL:
        assert carried.verdict is Verdict.CLEAN
        assert carried.operation == operation


@few
@given(an_operation())
def test_after_its_acceptance_a_proposal_is_identical(case):
    base, operation, made = case

    (carried,) = carrying.carry([make.proposal("a", operation)], base, made)

    assert carried.verdict is Verdict.IDENTICAL


@settings(max_examples=100, deadline=None, phases=_QUICK)
@given(st.data())
def test_two_clean_operations_commute(data):
    base = data.draw(make.texts(most=3))
    one = data.draw(make.operations(base, "one"))
    other = data.draw(make.operations(base, "other"))

    orders = [_one_after_the_other(base, one, other), _one_after_the_other(base, other, one)]

    assume(all(order is not None for order in orders))
    assert orders[0].sha256 == orders[1].sha256


def _one_after_the_other(base, first, second):
    """The text with both, or nothing where the second is not clean after the first."""
    made = amend.apply(base, [first])
    if not isinstance(made, Text):
        return None
    (carried,) = carrying.carry([make.proposal("x", second)], base, made)
    if carried.verdict is not Verdict.CLEAN:
        return None
    both = amend.apply(made, [carried.operation])
    return both if isinstance(both, Text) else None


@few
@given(st.data())
def test_what_was_carried_over_can_be_applied(data):
    base = data.draw(make.texts(most=4))
    new = data.draw(make.revisions(base))
    operation = data.draw(make.operations(base, "fresh"))
    assume(isinstance(amend.apply(base, [operation]), Text))

    (carried,) = carrying.carry([make.proposal("a", operation)], base, new)

    if carried.operation is not None:
        made = amend.apply(new, [carried.operation])
        assert isinstance(made, Text) or made.reason in {
            amend.Reason.MALFORMED,
            amend.Reason.NOT_EMPTY,
            amend.Reason.INSIDE_ITSELF,
        }


@few
@given(st.data())
def test_collisions_do_not_depend_on_who_came_first(data):
    base = data.draw(make.texts(most=2))
    proposals = [make.proposal(f"p{n}", data.draw(make.operations(base, f"x{n}"))) for n in range(3)]

    found = collisions.collisions(base, proposals)
    mirrored = collisions.collisions(base, proposals[::-1])

    assert {(c.node, frozenset({c.first, c.second}), c.how) for c in found} == {
        (c.node, frozenset({c.first, c.second}), c.how) for c in mirrored
    }


@few
@given(two_versions())
def test_a_text_comes_back_from_its_json(versions):
    text = versions[1]

    back = text_json.read(json.loads(canonical.write(text_json.write(text))))

    assert back == text
    assert [node.lineage for node in back.nodes] == [node.lineage for node in text.nodes]


@few
@given(st.data())
def test_proposals_come_back_from_their_json(data):
    base = data.draw(make.texts(most=2))
    proposals = tuple(make.proposal(f"p{n}", data.draw(make.operations(base, f"x{n}"))) for n in range(3))

    assert proposals_json.read(json.loads(canonical.write(proposals_json.write(proposals)))) == proposals


@few
@given(two_versions())
def test_the_hunks_of_a_node_hold_both_its_texts(versions):
    old, new = versions

    for found in comparing.compare(old, new):
        before = "".join(spans.plain(h.spans) for h in found.hunks if h.how != "insert")
        after = "".join(spans.plain(h.spans) for h in found.hunks if h.how != "delete")

        assert before == (old.by_id[found.node].text if found.node in old.by_id else "")
        assert after == (new.by_id[found.node].text if found.node in new.by_id else "")


@few
@given(st.text(max_size=40) | make.words())
def test_the_normal_form_of_words_is_stable(text):
    once = spans.of_text(text)

    assert spans.normal(once) == once
    assert spans.joined(spans.atoms(once)) == once


@pytest.mark.parametrize("value", [None, [], 7, {"format": "x"}, {"format": text_json.FORMAT}])
def test_what_is_no_text_is_refused_in_a_sentence(value):
    with pytest.raises(text_json.NotAText) as refusal:
        text_json.read(value)

    assert "\n" not in str(refusal.value)

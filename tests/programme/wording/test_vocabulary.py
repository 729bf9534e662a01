import pytest

from hemicycle.engines.formats.programme import Kind, Role, SeatState
from hemicycle.kit.words import words
from hemicycle.programme.wording import vocabulary

ENGLISH = words("en")


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_name(kind):
    assert vocabulary.kind(kind, ENGLISH)


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_name_for_one_and_for_many(role):
    assert vocabulary.roles(role, 1, ENGLISH) == vocabulary.role(role, ENGLISH)
    assert vocabulary.roles(role, 2, ENGLISH)


@pytest.mark.parametrize("state", SeatState)
def test_every_state_is_said_in_words(state):
    assert vocabulary.state(state, ENGLISH)


def test_kinds_are_told_apart():
    assert len({vocabulary.kind(kind, ENGLISH) for kind in Kind}) == len(Kind)

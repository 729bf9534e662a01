"""How much two sessions of two versions are the same session, in points."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemicycle.programme.document.features import Features, Weights

SAME = 45
"""Below so many points two sessions are two: one is gone, the other new."""

_UNCHANGED = 300
"""More than any two sessions that differ can have in common."""

_TITLE, _COMMON_TITLE, _PAUSE, _PAUSE_TITLE = 60, 40, 24, 4
_UNKNOWN, _CONTAINER = 0.4, 0.5
_KIND, _OTHER_PAUSE = 10, -25
_PEOPLE, _WORDS, _BODIES = 36, 36, 6
_DAY, _TIME, _OTHER_DAY_TIME = 6, 6, 2
_ROOM, _NUMBER, _PARENT = 2, 4, 4
_BOILERPLATE = 0.3
_MINUTES_APART = 240
_TELLING_WORDS = 6


def points(old: Features, new: Features, weights: Weights) -> float:
    """The same for (a, b) as for (b, a); a container is never the same as what is none."""
    if old.container != new.container or _pauses_of_two_days(old, new):
        return 0
    if old.signature == new.signature:
        return _UNCHANGED
    words = _words(old, new)
    if not (words or old.container or old.pause) and _nothing_shared(old, new):
        return 0
    return (
        _title(old, new, weights)
        + _kind(old, new)
        + _PEOPLE * _shared(weights.people, old.people, new.people)
        + _BODIES * _shared(len, old.bodies, new.bodies)
        + words
        + _when(old, new)
        + (_ROOM if old.room and old.room == new.room else 0)
        + (_NUMBER if old.number and old.number == new.number else 0)
        + _PARENT * _shared(weights.titles, old.parent, new.parent)
    )


def _pauses_of_two_days(old: Features, new: Features) -> bool:
    """A day has its own breaks: they are dropped and made, and never carried to another day."""
    return old.pause and new.pause and old.day is not None and new.day is not None and old.day != new.day


def _nothing_shared(old: Features, new: Features) -> bool:
    """Neither a word of titles in one language nor a person: the rest alone never comes to `SAME`."""
    return (
        not old.titles.keys().isdisjoint(new.titles)
        and old.tokens.isdisjoint(new.tokens)
        and old.people.isdisjoint(new.people)
    )


def _title(old: Features, new: Features, weights: Weights) -> float:
    """A title that stands several times in one version says little; in another language, it may say nothing.

    What a pause or a container is called matters less than that it is one, and of which kind.
    """
    if old.pause and old.kind == new.kind:
        return _PAUSE + _PAUSE_TITLE * _likest(old, new, weights)
    most = _COMMON_TITLE if old.forms & new.forms & weights.common else _TITLE
    likeness = _likest(old, new, weights)
    if old.container and old.kind == new.kind:
        return most * max(likeness, _CONTAINER)
    if old.titles.keys().isdisjoint(new.titles):
        return most * max(likeness, _UNKNOWN)
    return most * likeness


def _likest(old: Features, new: Features, weights: Weights) -> float:
    """In a language of both if there is one, else in any two; nothing where one has no title."""
    shared = old.titles.keys() & new.titles.keys()
    pairs = ((tag, tag) for tag in shared) if shared else product(old.titles, new.titles)
    return max((_alike(old.titles[one], new.titles[two], weights) for one, two in pairs), default=0)


def _alike(a: frozenset[str], b: frozenset[str], weights: Weights) -> float:
    common = a & b
    if not common:
        return 0
    if len(a) == len(b) == len(common):
        return 1
    held, of_a, of_b = weights.titles(common), weights.title(a), weights.title(b)
    dice = 2 * held / (of_a + of_b)
    words = sum(not token.endswith("~") for token in common)
    return (dice + held / min(of_a, of_b)) / 2 if words > 1 else dice


def _kind(old: Features, new: Features) -> float:
    if old.pause != new.pause:
        return _OTHER_PAUSE
    return _KIND if old.kind == new.kind else 0


def _shared(worth: Callable[[frozenset[str]], float], a: frozenset[str], b: frozenset[str]) -> float:
    """From 0 to 1: how much of both is common to both, and of the smaller to the larger."""
    common = a & b
    if not common:
        return 0
    held, of_a, of_b = worth(common), worth(a), worth(b)
    return held / (of_a + of_b) + held / (2 * min(of_a, of_b))


def _words(old: Features, new: Features) -> float:
    """Texts share phrases that every session of a conference shares; only what goes beyond them counts."""
    fewer = min(len(old.words), len(new.words))
    if fewer < _TELLING_WORDS:
        return 0
    likeness = len(old.words & new.words) / fewer
    return _WORDS * max(0.0, (likeness - _BOILERPLATE) / (1 - _BOILERPLATE))


def _when(old: Features, new: Features) -> float:
    same_day = old.day is not None and old.day == new.day
    if old.minute is None or new.minute is None:
        return _DAY if same_day else 0
    near = max(0.0, 1 - abs(old.minute - new.minute) / _MINUTES_APART)
    return _DAY + _TIME * near if same_day else _OTHER_DAY_TIME * near

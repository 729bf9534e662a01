"""Which sessions of two versions are compared at all: those that share something that few others have."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hemicycle.programme.document.features import Features, Weights

_EVERY = 150
"""Up to so many pairs, all pairs of what shares something are compared."""
_NEAREST = 4
"""Beyond, each is compared with so many before and after its own time."""
_RAREST = 3
_SMALL = 2500


def candidates(
    old: Sequence[Features], new: Sequence[Features], weights: Weights
) -> Iterator[tuple[int, int]]:
    """Pairs of numbers, each once, in rising order.

    A session has a bounded number of marks and is paired with a bounded number of others for each, so the pairs grow
    as n and finding them as n log n. Small versions are compared whole.
    """
    if len(old) * len(new) <= _SMALL:
        yield from ((i, j) for i in range(len(old)) for j in range(len(new)))
        return
    having: dict[tuple[str, ...], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, sessions in enumerate((old, new)):
        for number, one in enumerate(sessions):
            for mark in _marks(one, weights):
                having[mark][side].append(number)
    found: set[tuple[int, int]] = set()
    for mark in sorted(having):
        found.update(_pairs(*having[mark], old, new))
    yield from sorted(found)


def _marks(one: Features, weights: Weights) -> Iterator[tuple[str, ...]]:
    yield ("unchanged", one.signature)
    yield from (("title", form) for form in one.forms)
    yield from (("person", person) for person in one.people)
    yield from (("body", body) for body in one.bodies)
    rarest = sorted(one.tokens, key=lambda token: (weights.times(token), token))[:_RAREST]
    yield from (("word", token) for token in rarest)
    telling = sorted(one.words, key=lambda word: (-len(word), word))[:_RAREST]
    yield from (("text", word) for word in telling)
    yield ("slot", str(one.day), str(one.minute))
    yield ("kind", one.kind, str(one.day))
    if one.number:
        yield ("number", one.number)


def _pairs(
    lefts: Sequence[int], rights: Sequence[int], old: Sequence[Features], new: Sequence[Features]
) -> Iterator[tuple[int, int]]:
    if len(lefts) * len(rights) <= _EVERY:
        yield from ((i, j) for i in lefts for j in rights)
        return
    in_time = sorted([*_in_turn(lefts, old, 0), *_in_turn(rights, new, 1)])
    recent: tuple[list[int], list[int]] = ([], [])
    for *_, side, number in in_time:
        for other in recent[1 - side][-_NEAREST:]:
            yield (number, other) if side == 0 else (other, number)
        recent[side].append(number)


def _in_turn(
    numbers: Sequence[int], sessions: Sequence[Features], side: int
) -> Iterator[tuple[int, int, str, str, int, int, int]]:
    """The n-th of one side stands beside the n-th of the other where several have the same time."""
    times: Counter[tuple[int, int, str, str]] = Counter()
    for number in numbers:
        time = _time(sessions[number])
        times[time] += 1
        yield (*time, times[time], side, number)


def _time(one: Features) -> tuple[int, int, str, str]:
    return (
        -1 if one.day is None else one.day,
        -1 if one.minute is None else one.minute,
        one.room,
        min(one.forms, default=""),
    )

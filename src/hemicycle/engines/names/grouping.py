"""Groups of printed forms, found without comparing each with each."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from hemicycle.engines.names.verdict import Verdict

_SMALL = 24
"""In a block of no more forms than this, each is compared with each."""
_WINDOW = 8
"""In a larger block, each is compared with so many before it and behind it in alphabetical order."""
_WITNESSES = 12
"""So many forms of a group speak for it when another group would join."""


class Sortable(Protocol):
    """A form with an order of its own, by everything that is printed of it."""

    def __lt__(self, other: Any, /) -> bool: ...
    def __hash__(self) -> int: ...


Form = TypeVar("Form", bound=Sortable)


def _nothing(_: object) -> tuple[str, ...]:
    return ()


def grouped(
    forms: Sequence[Form],
    *,
    keys: Callable[[Form], Iterable[str]],
    same: Callable[[Form, Form], Verdict],
    found_by: Callable[[Form], Iterable[str]] = _nothing,
    order: Callable[[Form], str] = str,
) -> tuple[tuple[int, ...], ...]:
    """Groups of indexes in order of first appearance; equal forms are always together.

    Only forms that share a key are compared; under the keys of `found_by` a form is compared with those that have the
    key among their `keys`, and not with its like. The surest pairs join first, and two groups join only where every form of
    one is the same as every form of the other, so that no chain of likenesses glues together what contradicts. The
    result does not depend on the order of the forms.
    """
    distinct = sorted(set(forms))
    groups = _Groups(distinct, same)
    for one, other in _surest_first(distinct, _neighbours(distinct, keys, found_by, order), same):
        groups.join(one, other)
    place = {form: index for index, form in enumerate(distinct)}
    by_leader: dict[int, list[int]] = defaultdict(list)
    for index, form in enumerate(forms):
        by_leader[groups.leader(place[form])].append(index)
    return tuple(tuple(indexes) for indexes in by_leader.values())


class _Groups:
    """Disjoint sets of forms, by their place among the distinct ones."""

    def __init__(self, distinct: Sequence[Any], same: Callable[[Any, Any], Verdict]) -> None:
        self._distinct = distinct
        self._same = same
        self._parent = list(range(len(distinct)))
        self._witnesses = [[place] for place in self._parent]

    def leader(self, place: int) -> int:
        while self._parent[place] != place:
            self._parent[place] = self._parent[self._parent[place]]
            place = self._parent[place]
        return place

    def join(self, one: int, other: int) -> None:
        here, there = sorted((self.leader(one), self.leader(other)))
        if here == there or not self._agree(here, there):
            return
        self._parent[there] = here
        self._witnesses[here] = sorted(self._witnesses[here] + self._witnesses[there])[:_WITNESSES]

    def _agree(self, here: int, there: int) -> bool:
        return all(
            self._same(self._distinct[one], self._distinct[other]).same
            for one in self._witnesses[here]
            for other in self._witnesses[there]
        )


def _surest_first(
    distinct: Sequence[Form], pairs: Iterable[tuple[int, int]], same: Callable[[Form, Form], Verdict]
) -> list[tuple[int, int]]:
    edges: dict[tuple[int, int], float] = {}
    for one, other in pairs:
        verdict = same(distinct[one], distinct[other])
        if verdict.same:
            edges[one, other] = verdict.score
    doubts = _torn(edges, distinct, same)
    sure = (pair for pair, score in edges.items() if all(score > doubts.get(place, -1.0) for place in pair))
    return sorted(sure, key=lambda pair: (-edges[pair], pair))


def _neighbours(
    distinct: Sequence[Form],
    keys: Callable[[Form], Iterable[str]],
    found_by: Callable[[Form], Iterable[str]],
    order: Callable[[Form], str],
) -> list[tuple[int, int]]:
    """Pairs that share a key, each once, the first before the second, in order."""
    ordered = sorted(range(len(distinct)), key=lambda place: (order(distinct[place]), place))
    blocks: dict[str, list[int]] = defaultdict(list)
    for rank, place in enumerate(ordered):
        for key in keys(distinct[place]):
            blocks[key].append(rank)
    guests: dict[str, list[int]] = defaultdict(list)
    for rank, place in enumerate(ordered):
        for key in found_by(distinct[place]):
            if key in blocks:
                guests[key].append(rank)
    met = {pair for block in blocks.values() for pair in _among(block)}
    met.update(pair for key, strangers in guests.items() for pair in _between(blocks[key], strangers))
    pairs = ((ordered[one], ordered[other]) for one, other in met)
    return sorted((one, other) if one < other else (other, one) for one, other in pairs)


def _among(block: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(block) <= _SMALL:
        yield from combinations(block, 2)
        return
    for distance in range(1, _WINDOW + 1):
        yield from zip(block, block[distance:], strict=False)


def _between(hosts: Sequence[int], guests: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each of the fewer with its nearest among the more, in alphabetical order."""
    if len(hosts) * len(guests) <= _SMALL * _SMALL:
        yield from ((one, other) if one < other else (other, one) for one in hosts for other in guests)
        return
    few, many = (hosts, guests) if len(hosts) <= len(guests) else (guests, hosts)
    for one in few:
        nearest = bisect_left(many, one)
        for other in many[max(0, nearest - _WINDOW) : nearest + _WINDOW]:
            yield (one, other) if one < other else (other, one)


def _torn(
    edges: Mapping[tuple[int, int], float], distinct: Sequence[Form], same: Callable[[Form, Form], Verdict]
) -> dict[int, float]:
    """Forms that fit two which contradict each other, equally well, and how well: `W. Swing`, with two Swings."""
    best: dict[int, tuple[float, list[int]]] = {}
    for (one, other), score in edges.items():
        for place, rival in ((one, other), (other, one)):
            highest, rivals = best.get(place, (-1.0, []))
            if score > highest:
                best[place] = (score, [rival])
            elif score == highest and len(rivals) < _WITNESSES:
                rivals.append(rival)
    return {
        place: score
        for place, (score, rivals) in best.items()
        if not all(
            same(distinct[one], distinct[other]).same
            for start, one in enumerate(rivals)
            for other in rivals[start + 1 :]
        )
    }

"""The best way to pair two sides when each pair has a worth: maximum-weight bipartite matching on a sparse graph."""

from __future__ import annotations

from collections import defaultdict
from heapq import heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def best_pairs(worth: Mapping[tuple[int, int], int]) -> dict[int, int]:
    """Left number to right number, so that the sum of `worth` over the pairs is the greatest there is.

    Only pairs of positive worth count; a number may stay alone. Each connected component is solved by itself by
    shortest augmenting paths over dual prices (R. Jonker and A. Volgenant, "A shortest augmenting path algorithm
    for dense and sparse linear assignment problems", Computing 38, 1987, without its initialisation); every left
    number has a partner of its own of worth nothing, which makes leaving it alone an assignment like any other.

    A path takes O(e log e) for a component of e pairs at worst, and there is one for each left number: components
    of a few sessions, which realistic programmes give, cost next to nothing; one component of n sessions in which
    everything resembles everything costs O(n * e log e).
    """
    choices: dict[int, dict[int, int]] = defaultdict(dict)
    for (left, right), value in sorted(worth.items()):
        if value > 0:
            choices[left][right] = value
    matched: dict[int, int] = {}
    for lefts in _components(choices):
        matched.update(_Assignment({left: choices[left] for left in lefts}).solve())
    return matched


def _components(choices: Mapping[int, Mapping[int, int]]) -> Iterable[list[int]]:
    lefts_of: dict[int, list[int]] = defaultdict(list)
    for left, rights in choices.items():
        for right in rights:
            lefts_of[right].append(left)
    seen: set[int] = set()
    reached: set[int] = set()
    for first in choices:
        if first in seen:
            continue
        seen.add(first)
        component, waiting = [], [first]
        while waiting:
            left = waiting.pop()
            component.append(left)
            for right in choices[left].keys() - reached:
                reached.add(right)
                fresh = [other for other in lefts_of[right] if other not in seen]
                seen.update(fresh)
                waiting.extend(fresh)
        yield sorted(component)


class _Assignment:
    """One component. Costs are negative worths; the column `-1 - row` is the row's own way of staying alone."""

    def __init__(self, choices: Mapping[int, Mapping[int, int]]) -> None:
        self.costs = {
            row: {**{column: -value for column, value in rights.items()}, -1 - row: 0}
            for row, rights in choices.items()
        }
        self.price: dict[int, int] = defaultdict(int)
        self.row_of: dict[int, int] = {}
        self.column_of: dict[int, int] = {}

    def solve(self) -> dict[int, int]:
        for row in self.costs:
            self._augment(row)
        return {row: column for column, row in self.row_of.items() if column >= 0}

    def _augment(self, start: int) -> None:
        distance: dict[int, int] = {}
        came_from: dict[int, int] = {}
        settled: dict[int, int] = {}
        heap: list[tuple[int, int]] = []
        row, so_far = start, 0
        while True:
            for column, cost in self.costs[row].items():
                length = so_far + cost - self.price[column]
                if column not in settled and length < distance.get(column, length + 1):
                    distance[column], came_from[column] = length, row
                    heappush(heap, (length, column))
            length, column = heappop(heap)
            while column in settled:
                length, column = heappop(heap)
            settled[column] = length
            if column not in self.row_of:
                break
            row = self.row_of[column]
            so_far = length - (self.costs[row][column] - self.price[column])
        for seen, reached in settled.items():
            self.price[seen] += reached - length
        self._flip(column, came_from, start)

    def _flip(self, column: int, came_from: Mapping[int, int], start: int) -> None:
        """Give every row on the path its next column, from the free end back to the row that began it."""
        row = came_from[column]
        while row != start:
            given_up = self.column_of[row]
            self.row_of[column], self.column_of[row] = row, column
            column, row = given_up, came_from[given_up]
        self.row_of[column], self.column_of[row] = row, column

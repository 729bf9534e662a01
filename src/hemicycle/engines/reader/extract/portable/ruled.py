"""Tables with drawn lines: which lines belong together, and which cells they enclose."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hemicycle.engines.reader.extract.portable.strokes import Stroke
    from hemicycle.engines.reader.extract.portable.words import Word

_TOUCH = 4.0
_MOST_STROKES = 3_000
_MOST_CELLS = 20_000


@dataclass(frozen=True, slots=True)
class Box:
    """A cell as lines enclose it: its place in the grid and the words in it."""

    row: int
    column: int
    row_span: int
    column_span: int
    right: float
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class RuledTable:
    top: float
    bottom: float
    left: float
    right: float
    boxes: tuple[Box, ...]


def ruled_tables(strokes: Sequence[Stroke], words: Sequence[Word]) -> list[RuledTable]:
    """The tables on a page; a frame around a single cell, and a grid with words in one cell only, is none."""
    found = (_table(group, words) for group in _groups(strokes[:_MOST_STROKES]))
    return [table for table in found if table is not None]


def _groups(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Lines that touch each other, directly or through others."""
    parents = list(range(len(strokes)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    upright = [at for at, stroke in enumerate(strokes) if not stroke.level]
    level = [at for at, stroke in enumerate(strokes) if stroke.level]
    for one in upright:
        for two in level:
            if _touch(strokes[one], strokes[two]):
                parents[root(one)] = root(two)
    groups: dict[int, list[Stroke]] = {}
    for at, stroke in enumerate(strokes):
        groups.setdefault(root(at), []).append(stroke)
    return [group for group in groups.values() if len(group) >= 3]


def _touch(one: Stroke, two: Stroke) -> bool:
    return (
        one.left <= two.right + _TOUCH
        and two.left <= one.right + _TOUCH
        and one.bottom <= two.top + _TOUCH
        and two.bottom <= one.top + _TOUCH
    )


def _positions(values: list[float]) -> list[float]:
    """Values that are nearly the same count once."""
    kept: list[float] = []
    for each in sorted(values):
        if not kept or each - kept[-1] > _TOUCH:
            kept.append(each)
    return kept


def _table(group: list[Stroke], words: Sequence[Word]) -> RuledTable | None:
    left, right = min(stroke.left for stroke in group), max(stroke.right for stroke in group)
    bottom, top = min(stroke.bottom for stroke in group), max(stroke.top for stroke in group)
    xs = _positions([(each.left + each.right) / 2 for each in group if not each.level] + [left, right])
    ys = _positions([(each.bottom + each.top) / 2 for each in group if each.level] + [bottom, top])[::-1]
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MOST_CELLS:
        return None
    owner = _owners(group, xs, ys)
    held: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        middle = (word.left + word.right) / 2
        if left - _TOUCH <= middle <= right + _TOUCH and bottom <= word.middle <= top:
            column = min(max(bisect_right(xs, middle) - 1, 0), len(xs) - 2)
            row = min(max(bisect_right([-y for y in ys], -word.middle) - 1, 0), len(ys) - 2)
            held.setdefault(owner[row, column][:2], []).append(word)
    if len(held) < 2:
        return None
    spans = {place[:2]: place[2:] for place in owner.values()}
    boxes = tuple(
        Box(*place, *spans[place], xs[place[1] + spans[place][1]] - _TOUCH, tuple(held[place]))
        for place in sorted(held)
    )
    return RuledTable(top, bottom, left, right, boxes)


def _owners(
    group: list[Stroke], xs: list[float], ys: list[float]
) -> dict[tuple[int, int], tuple[int, int, int, int]]:
    """For each place of the grid the cell that covers it: its row, column and spans."""
    wall, floor = _separators(group)
    owner: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in owner:
                continue
            high = (ys[row] + ys[row + 1]) / 2
            wide = 1
            while (
                column + wide < len(xs) - 1
                and (row, column + wide) not in owner
                and not wall(xs[column + wide], high)
            ):
                wide += 1
            centres = [(xs[each] + xs[each + 1]) / 2 for each in range(column, column + wide)]
            tall = 1
            while row + tall < len(ys) - 1 and not any(floor(ys[row + tall], x) for x in centres):
                tall += 1
            cell = (row, column, tall, wide)
            owner |= {
                (down, across): cell
                for down in range(row, row + tall)
                for across in range(column, column + wide)
                if (down, across) not in owner
            }
    return owner


def _separators(
    group: list[Stroke],
) -> tuple[Callable[[float, float], bool], Callable[[float, float], bool]]:
    """Whether an upright line at x passes the height y, and whether a level line at y passes x."""
    upright: dict[int, list[Stroke]] = {}
    level: dict[int, list[Stroke]] = {}
    for stroke in group:
        centre = (stroke.bottom + stroke.top) / 2 if stroke.level else (stroke.left + stroke.right) / 2
        (level if stroke.level else upright).setdefault(round(centre / _TOUCH), []).append(stroke)

    def near(lines: dict[int, list[Stroke]], at: float) -> list[Stroke]:
        key = round(at / _TOUCH)
        return [stroke for each in (key - 1, key, key + 1) for stroke in lines.get(each, ())]

    def wall(x: float, y: float) -> bool:
        return any(stroke.bottom <= y <= stroke.top for stroke in near(upright, x))

    def floor(y: float, x: float) -> bool:
        return any(stroke.left <= x <= stroke.right for stroke in near(level, y))

    return wall, floor

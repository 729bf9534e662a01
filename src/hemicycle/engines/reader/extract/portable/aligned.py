"""Columns without drawn lines: rows that leave the same upright strips of the page white."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median
from typing import TYPE_CHECKING

from hemicycle.engines.reader.extract.portable.rows import Row, Stretch, row_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_NARROWEST = 7.0
"""A strip narrower than so many points parts no columns."""
_PROSE = 25
"""Two columns whose stretches have more letters than this on average are columns of prose, not a table."""
_LABEL = 24
_OPEN_RANGE = re.compile(r"(?:[-–—]|\bto|\bà|\bbis|\btot|\ba|\baté)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows that stand in columns, with the edges between them from left to right."""

    rows: tuple[Row, ...]
    edges: tuple[float, ...]
    parts: tuple[dict[int, list[Stretch]], ...]
    """Of each row the stretches by column."""

    def lines(self, column: int, start: int = 0, end: int | None = None) -> list[Row]:
        """What stands in a column, of the rows from one to another."""
        there = zip(self.rows[start:end], self.parts[start:end], strict=True)
        return [row_of(parts[column], row.top, row.bottom) for row, parts in there if column in parts]

    def right(self, column: int) -> float:
        """How far the column's lines reach."""
        return max((stretch.right for parts in self.parts for stretch in parts.get(column, ())), default=0.0)

    def average(self, column: int) -> float:
        """Letters per stretch in a column."""
        lengths = [
            sum(stretch.letters for stretch in parts[column]) for parts in self.parts if column in parts
        ]
        return fmean(lengths) if lengths else 0.0

    @property
    def prose(self) -> bool:
        """Two or three columns that are read one after the other."""
        return len(self.edges) in {1, 2} and all(
            self.average(column) > _PROSE for column in range(len(self.edges) + 1)
        )

    @property
    def tabular(self) -> bool:
        """Whether the rows are clearly a table: three columns, or short labels before what they label."""
        return len(self.edges) >= 2 or self.average(0) <= _LABEL


def columns_from(rows: Sequence[Row], start: int, usual: float, *, closed: bool = False) -> Columns | None:
    """The longest run of rows from this one that keep common strips free; nothing if too few rows show them.

    `closed` says that the rows stand in a cell, so that none of them can be running text after the columns.
    """
    strips = _gaps(rows[start])
    if not strips:
        return None
    end = start + 1
    while end < len(rows) and not _breaks(rows[end - 1], rows[end], usual):
        narrowed = _free(strips, rows[end])
        if not narrowed:
            break
        strips = narrowed
        end += 1
    end = end if closed else _without_single_tail(rows, start, end)
    parted = sum(len(row.stretches) > 1 for row in rows[start:end])
    if parted < 2 or (parted == 2 and end - start < 3):
        return None
    edges = tuple((left + right) / 2 for left, right in strips)
    return Columns(tuple(rows[start:end]), edges, tuple(_parts(row, edges) for row in rows[start:end]))


def _parts(row: Row, edges: tuple[float, ...]) -> dict[int, list[Stretch]]:
    found: dict[int, list[Stretch]] = {}
    for stretch in row.stretches:
        column = bisect_left(edges, (stretch.left + stretch.right) / 2)
        found.setdefault(column, []).append(stretch)
    return found


def _gaps(row: Row) -> list[tuple[float, float]]:
    pairs = zip(row.stretches, row.stretches[1:], strict=False)
    return [(one.right, two.left) for one, two in pairs if two.left - one.right >= _NARROWEST]


def _free(strips: list[tuple[float, float]], row: Row) -> list[tuple[float, float]]:
    """What a row leaves white of these strips."""
    for stretch in row.stretches:
        narrowed: list[tuple[float, float]] = []
        for left, right in strips:
            if stretch.right <= left or stretch.left >= right:
                narrowed.append((left, right))
            elif stretch.left - left >= right - stretch.right:
                narrowed.append((left, stretch.left))
            else:
                narrowed.append((stretch.right, right))
        strips = [(left, right) for left, right in narrowed if right - left >= _NARROWEST]
    return strips


def _breaks(before: Row, row: Row, usual: float) -> bool:
    """Whether a row begins something new: far below, or in a larger type of its own."""
    far = before.bottom - row.top > 4 * usual
    heading = len(row.stretches) == 1 and row.size > 1.15 * usual
    return far or heading


def _without_single_tail(rows: Sequence[Row], start: int, end: int) -> int:
    """Rows at the end that stand at the left edge alone are running text again."""
    left = min(row.left for row in rows[start:end])
    while end > start + 1 and len(rows[end - 1].stretches) == 1 and rows[end - 1].left - left < _NARROWEST:
        end -= 1
    return end


def table_rows(columns: Columns) -> list[tuple[int, int]]:
    """The printed rows, from one to another, that make one row of the table.

    A label begins one, unless it ends an open range before it.
    """
    starts: list[int] = []
    label = ""
    leading = _leading(columns.rows)
    for at, row in enumerate(columns.rows):
        parts = columns.parts[at]
        text = " ".join(word.text for stretch in parts.get(0, ()) for word in stretch.words)
        goes_on = bool(label and text) and (_OPEN_RANGE.search(label) is not None or text[0] in "-–—")
        far = at > 0 and columns.rows[at - 1].bottom - row.top > leading
        begins = bool(text) and not goes_on
        if not starts or begins or (far and not text and len(columns.edges) >= 2):
            starts.append(at)
        label = text
    return list(pairwise([*starts, len(columns.rows)]))


def _leading(rows: Sequence[Row]) -> float:
    """The white between two rows above which they are no lines of one paragraph."""
    gaps = [one.bottom - two.top for one, two in pairwise(rows)]
    return (median(gaps) if gaps else 0.0) + 0.6 * median(row.size for row in rows)

"""A table as rows and columns of cells, a merged cell standing where it begins."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hemicycle.engines.reader import blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hemicycle.engines.reader.blocks import Block
    from hemicycle.engines.reader.lines import Line


@dataclass(frozen=True)
class Box:
    """One cell: its lines, where it begins, how far it goes."""

    row: int
    column: int
    lines: tuple[Line, ...]
    row_span: int = 1
    column_span: int = 1
    header: bool = False
    also: tuple[Line, ...] = ()
    """Lines of other cells that say the same."""

    @cached_property
    def text(self) -> str:
        return blocks.joined([line.plain for line in self.lines])

    @cached_property
    def blocks(self) -> list[Block]:
        return blocks.of(self.lines)

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(line.number for line in self.lines)


@dataclass(frozen=True)
class Grid:
    """The cells of one table, by row, each row from left to right; empty cells are not there."""

    rows: tuple[tuple[Box, ...], ...]
    width: int

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Grid:
        found: dict[tuple[int, int], list[Line]] = {}
        for line in lines:
            if line.cell is not None and not line.blank:
                found.setdefault((line.cell.row, line.cell.column), []).append(line)
        return cls.laid(_box(place, kept) for place, kept in sorted(found.items()))

    @classmethod
    def laid(cls, boxes: Iterable[Box]) -> Grid:
        by_row: dict[int, list[Box]] = {}
        width = 0
        for box in boxes:
            by_row.setdefault(box.row, []).append(box)
            width = max(width, box.column + box.column_span)
        rows = tuple(tuple(sorted(by_row[row], key=lambda box: box.column)) for row in sorted(by_row))
        return cls(rows, width)

    def turned(self) -> Grid:
        """The same table with rows as columns."""
        return Grid.laid(
            Box(box.column, box.row, box.lines, box.column_span, box.row_span, box.header)
            for row in self.rows
            for box in row
        )

    def column(self, number: int) -> list[Box]:
        return [box for row in self.rows for box in row if box.column == number]


def _box(place: tuple[int, int], lines: Sequence[Line]) -> Box:
    cell = lines[0].cell
    assert cell is not None  # noqa: S101 -- only lines with a cell come here
    return Box(*place, tuple(lines), max(cell.row_span, 1), max(cell.column_span, 1), cell.header)


def at(row: Sequence[Box], column: int) -> Box | None:
    """The cell of a row that begins in a column."""
    return next((box for box in row if box.column == column), None)

"""Where the cells of a table stand when some reach over several rows or columns."""

from __future__ import annotations

from hemicycle.engines.reader.lines import Cell

WIDEST = 200
TALLEST = 2_000
_LAST_COLUMN = 400
"""Cells beyond this column are kept, all in the same place: no programme is so wide, but a hostile page may be."""


class Grid:
    """Gives each cell of a table its place, row by row, as HTML lays tables out."""

    def __init__(self, table: int) -> None:
        self._table = table
        self._row = -1
        self._column = 0
        self._reaching: dict[int, int] = {}
        """Columns that a cell of an earlier row reaches into, with the first row that is free again."""

    def next_row(self) -> None:
        self._row += 1
        self._column = 0

    def place(self, *, rows: int = 1, columns: int = 1, header: bool = False) -> Cell:
        """The next cell of the row."""
        if self._row < 0:
            self.next_row()
        rows, columns = min(max(rows, 1), TALLEST), min(max(columns, 1), WIDEST)
        while self._column < _LAST_COLUMN and self._reaching.get(self._column, 0) > self._row:
            self._column += 1
        if self._column >= _LAST_COLUMN:
            return Cell(self._table, self._row, self._column, header=header)
        cell = Cell(self._table, self._row, self._column, rows, columns, header)
        if rows > 1:
            self._reaching |= dict.fromkeys(range(self._column, self._column + columns), self._row + rows)
        self._column += columns
        return cell

"""The cells of a Word table with their places and spans."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hemicycle.engines.reader.extract.grid import TALLEST, WIDEST
from hemicycle.engines.reader.extract.word.parts import W, on, value, whole
from hemicycle.engines.reader.lines import Cell

_AROUND = frozenset(W + tag for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


def places(table: Any, number: int) -> list[tuple[Cell, Any]]:
    """Each cell with its place and its contents, row by row; the lower parts of a tall cell are part of it."""
    found: list[tuple[Cell, Any]] = []
    open_above: dict[int, int] = {}
    """Columns in which a tall cell goes on, with its index in what was found."""
    row = 0
    for element in _within(table, W + "tr"):
        properties = element.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            continue
        column = _count(value(properties, "gridBefore"), least=0)
        for contents in _within(element, W + "tc"):
            cell = _cell(contents, number, row, column, header=on(properties, "tblHeader") is True)
            _add(found, open_above, cell, contents)
            column += cell.column_span
        row += 1
    return found


def _within(around: Any, tag: str) -> list[Any]:
    """The children with this tag, also those inside content controls."""
    found: list[Any] = []
    for child in around:
        if child.tag == tag:
            found.append(child)
        elif child.tag in _AROUND:
            found.extend(_within(child, tag))
    return found


def _cell(contents: Any, table: int, row: int, column: int, *, header: bool) -> Cell:
    span = _count(value(contents.find(W + "tcPr"), "gridSpan"), least=1)
    return Cell(table, row, column, 1, span, header)


def _count(written: str | None, *, least: int) -> int:
    return min(max(whole(written) or least, least), WIDEST)


def _add(found: list[tuple[Cell, Any]], open_above: dict[int, int], cell: Cell, contents: Any) -> None:
    merge = value(contents.find(W + "tcPr"), "vMerge")
    above = open_above.get(cell.column)
    if merge is not None and merge != "restart" and above is not None:
        tall, words = found[above]
        found[above] = (replace(tall, row_span=min(cell.row - tall.row + 1, TALLEST)), words)
        return
    open_above[cell.column] = len(found)
    if merge is None:
        del open_above[cell.column]
    found.append((cell, contents))

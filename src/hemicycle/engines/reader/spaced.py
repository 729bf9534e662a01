"""Columns that stand apart by blanks or tabs: a table without lines, and the room at the right edge of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hemicycle.engines.reader import cues
from hemicycle.engines.reader.lexicon import Field, Form
from hemicycle.engines.reader.lines import Cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemicycle.engines.reader.lines import Line

_TAB = 8
_WIDE = re.compile(r"\s{3,}|\s*\t\s*")
_GAP = re.compile(r"\s{2,}")
_NEAR = 2
"""Letters by which a cell may begin before its heading does."""
_FEWEST_ROWS = 2
_LONGEST = 400
_TIMES = frozenset({Field.TIME, Field.START})


@dataclass(slots=True)
class _Table:
    """A table as it is found line by line; `starts` is where each column begins."""

    number: int
    starts: list[int]
    lines: list[Line]
    row: int = 0
    timed: int = 0


def apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of a table set with blanks as cells, and rooms behind a wide gap as lines of their own."""
    made: list[Line] = []
    number = max((line.cell.table for line in lines if line.cell is not None), default=-1) + 1
    place = 0
    while place < len(lines):
        table = _table(lines, place, number)
        if table is not None:
            end = place + len({line.number for line in table.lines})
            made.extend(table.lines)
            number += 1
            place = end
        else:
            made.extend(_cut_at_gap(lines[place]))
            place += 1
    return made


def _table(lines: Sequence[Line], place: int, number: int) -> _Table | None:
    """The table whose headings stand in a line, with all lines that keep to its columns; blank lines are among them."""
    starts = _heading(lines[place])
    if not starts:
        return None
    table = _Table(number, starts, [])
    for line in lines[place:]:
        if not _takes(table, line):
            break
    while table.lines and table.lines[-1].blank:
        table.lines.pop()
    return table if table.timed >= _FEWEST_ROWS else None


def _heading(line: Line) -> list[int]:
    """Where the columns begin, when a line is the headings of a programme and nothing more."""
    if line.cell is not None or line.bullet or len(line.text) > _LONGEST:
        return []
    text = line.text.expandtabs(_TAB)
    pieces = _pieces(text)
    if len(pieces) < 2:
        return []
    labels = [cues.field(piece) for _, piece in pieces]
    known = [label for label in labels if label is not None and label.form is Form.ALONE]
    people = sum(
        (role := cues.role(piece)) is not None and role.form is Form.ALONE
        for (_, piece), label in zip(pieces, labels, strict=True)
        if label is None
    )
    timed = any(label.field in _TIMES for label in known)
    return [start for start, _ in pieces] if timed and len(known) + people >= 2 else []


def _pieces(text: str) -> list[tuple[int, str]]:
    """The stretches between gaps of two blanks and more, with where they begin."""
    found, place = [], 0
    for part in _GAP.split(text):
        if part.strip():
            place = text.index(part, place)
            found.append((place, part.strip()))
            place += len(part)
    return found


def _takes(table: _Table, line: Line) -> bool:
    """Whether a line belongs to the table; when it does, it is added as the table's next cells."""
    if line.blank and not line.rule:
        table.lines.append(line)
        return True
    if line.cell is not None or line.rule or len(line.text) > _LONGEST:
        return False
    cells = _cells(line.text.expandtabs(_TAB), table.starts)
    if cells is None:
        if cues.day(line.plain) is None:
            return False
        table.row += 1
        table.lines.append(replace(line, cell=Cell(table.number, table.row, 0, 1, len(table.starts))))
        return True
    first = cells[0][1] if cells[0][0] == 0 else ""
    timed = cues.clock_first(first) is not None
    if first and not timed and table.lines:
        return False
    table.timed += timed
    table.row += timed
    for column, text in cells:
        cell = Cell(table.number, table.row, column, header=not table.lines)
        table.lines.append(replace(line, plain=text, strong=(), bullet="", cell=cell))
    return True


def _cells(text: str, starts: Sequence[int]) -> list[tuple[int, str]] | None:
    """The text of each column, or None when the line runs across where columns part."""
    cuts = [0, *(_cut(text, start) for start in starts[1:]), len(text)]
    if -1 in cuts:
        return None
    pieces = [(column, text[cuts[column] : cuts[column + 1]].strip()) for column in range(len(starts))]
    found = [(column, piece) for column, piece in pieces if piece]
    return found or None


def _cut(text: str, start: int) -> int:
    """Where to cut before a column: at its heading's place or a little before; -1 when a word stands across."""
    if start >= len(text):
        return len(text)
    for place in range(start, max(start - _NEAR, 0) - 1, -1):
        if text[place - 1] == " " and (text[place] != " " or place == start):
            return place
    return -1


def _cut_at_gap(line: Line) -> list[Line]:
    """A line, and the room or languages that stand at its right edge, as two lines."""
    if line.cell is not None or line.level or not line.plain or len(line.text) > _LONGEST:
        return [line]
    *before, last = _WIDE.split(line.text.strip())
    tail = " ".join(last.split())
    if not before or cues.clock_only(before[-1]) is not None or not line.plain.endswith(tail):
        return [line]
    if cues.place_only(tail) is None and not cues.languages_only(tail.strip("[]()")):
        return [line]
    head = line.plain[: -len(tail)].rstrip()
    if not head or cues.clock_only(head) is not None:
        return [line]
    strong = tuple((start, min(end, len(head))) for start, end in line.strong if start < len(head))
    return [
        replace(line, plain=head, strong=strong),
        replace(line, plain=tail, strong=(), bullet="", indent=line.indent + 1, level=0),
    ]

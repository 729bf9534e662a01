"""CSV: every cell that holds anything is a line, and several if it holds several."""

from __future__ import annotations

import csv
from itertools import islice

from hemicycle.engines.reader.extract import marks
from hemicycle.engines.reader.extract.galley import Galley, Look, Run, presentable, without_controls
from hemicycle.engines.reader.lines import Cell, Paper
from hemicycle.engines.reader.source.signs import separator

MOST_CELLS = 100_000


def separated_paper(text: str, notes: tuple[str, ...] = ()) -> Paper:
    text = without_controls(text).removeprefix("\ufeff")
    galley = Galley()
    galley.notes.extend(notes)
    sign = _declared(text)
    rows = text.split("\n", 1)[-1] if sign else text
    cells = 0
    for row, columns in enumerate(_rows(rows, sign or separator(rows))):
        for column, value in enumerate(columns):
            set_cell(galley, value, Look(cell=Cell(0, row, column)))
            cells += bool(value.strip())
        if cells > MOST_CELLS:
            galley.stop(f"Only the first {row + 1} rows were read; the table goes on.")
        if galley.full:
            break
    return galley.paper()


def set_cell(galley: Galley, value: str, look: Look, *, strong: bool = False) -> None:
    """The lines of a cell, each with its list mark, if it has one."""
    for line in value.splitlines():
        inner = line.strip()
        if inner:
            mark = marks.sign(inner)
            bullet = presentable(mark.printed) if mark else ""
            runs = (Run(inner[mark.taken :] if mark else inner, strong=strong),)
            galley.add(runs, Look(level=look.level, bullet=bullet, cell=look.cell), text=line)


def _declared(text: str) -> str:
    """The separator that Excel writes into a first line of its own: `sep=;`."""
    first = text[:10].lower()
    return text[4] if first.startswith("sep=") and len(text) > 5 and text[5] in "\r\n" else ""


def _rows(text: str, sign: str) -> list[list[str]]:
    previous = csv.field_size_limit(len(text) + 1)
    try:
        return list(islice(csv.reader(text.splitlines(keepends=True), delimiter=sign), MOST_CELLS + 1))
    except csv.Error:
        return [line.split(sign) for line in islice(text.splitlines(), MOST_CELLS + 1)]
    finally:
        csv.field_size_limit(previous)

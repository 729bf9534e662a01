"""XLSX: each sheet is a table under a heading; each cell's lines as the sheet would print them."""

from __future__ import annotations

import io
import warnings
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from hemicycle.engines.reader.extract import sheets
from hemicycle.engines.reader.extract.galley import Galley, Look, Run, without_controls
from hemicycle.engines.reader.extract.separated import MOST_CELLS, set_cell
from hemicycle.engines.reader.lines import Cell
from hemicycle.engines.reader.source.archive import archive, broken
from hemicycle.engines.reader.source.terms import Unreadable

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from hemicycle.engines.reader.lines import Paper
    from hemicycle.engines.reader.source.terms import Source


def workbook_paper(source: Source) -> Paper:
    """The visible sheets of a workbook.

    Raises:
        Unreadable: it is damaged, or no sheet holds anything.
    """
    whole = sheets.bounded_spans(source.name, source.data)
    book = _opened(source.name, whole)
    galley = Galley()
    if sheets.unworked_formulas(source.name, whole):
        galley.note(
            "Some cells hold formulas without results and were left out; open and save the file in a spreadsheet program."
        )
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if len(visible) < len(book.worksheets):
        galley.note("Hidden sheets were left out.")
    tables = 0
    for sheet in visible:
        tables += _set_sheet(galley, sheet, tables)
        if galley.full:
            break
    if not galley.lines:
        raise Unreadable(f"{source.name} holds no filled cell; ask for the sheet with the programme.")
    return galley.paper(title=book.properties.title or "", language=book.properties.language or "")


def _opened(name: str, data: bytes) -> Any:
    import openpyxl

    with archive(name, data), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles it does not keep; none is kept here
        try:
            return openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 -- openpyxl lets any exception out of a broken part
            raise broken(name) from None


def _set_sheet(galley: Galley, sheet: Worksheet, table: int) -> int:
    """Set one sheet; how many tables it made, which is none if it is empty."""
    filled = [place for place, cell in sheet._cells.items() if cell.value not in {None, ""}]  # noqa: SLF001 -- sparse; iter_rows walks a million empty cells
    if not filled:
        return 0
    galley.blank()
    galley.add((Run(sheet.title),), Look(level=2))
    spans, covered = _merged(sheet)
    top, left = min(row for row, _ in filled), min(column for _, column in filled)
    for at, (row, column) in enumerate(sorted(filled)):
        if at == MOST_CELLS:
            galley.stop(f"Only the first {MOST_CELLS} cells of {sheet.title} were read; the sheet goes on.")
            break
        if (row, column) in covered:
            continue
        rows, columns = spans.get((row, column), (1, 1))
        place = Cell(table, row - top, column - left, rows, columns)
        cell = sheet._cells[row, column]  # noqa: SLF001 -- as above
        set_cell(galley, printed(cell.value), Look(cell=place), strong=bool(cell.font.b))
    return 1


def _merged(sheet: Worksheet) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for area in list(sheet.merged_cells.ranges)[:10_000]:
        rows, columns = area.max_row - area.min_row + 1, area.max_col - area.min_col + 1
        spans[area.min_row, area.min_col] = (rows, columns)
        if rows * columns <= MOST_CELLS and len(covered) <= MOST_CELLS:
            covered |= {(row, column) for row, column in area.cells} - {(area.min_row, area.min_col)}
    return spans, covered


def printed(value: Any) -> str:
    """A cell's value as a programme would print it: 10:30, 2017-11-16, 12."""
    match value:
        case bool():
            shown = "yes" if value else "no"
        case datetime():
            clock = "" if value.time() == time(0) else f" {value:%H:%M}"
            shown = f"{value.date().isoformat()}{clock}"
        case time():
            shown = f"{_nearest(value):%H:%M}"
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            shown = f"{minutes // 60:02d}:{minutes % 60:02d}"
        case float():
            shown = f"{value:.10g}"
        case _:
            shown = without_controls(str(value)).replace("_x000D_", "")
    return shown


def _nearest(value: time) -> time:
    """The minute that a clock value means: Excel keeps 10:30 as a fraction and may come out a second short."""
    minutes = value.hour * 60 + value.minute + (1 if value.second >= 30 else 0)
    return time(minutes // 60 % 24, minutes % 60)

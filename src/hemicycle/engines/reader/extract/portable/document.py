"""A PDF page by page: ruled tables, then columns, then lines, from top to bottom."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from hemicycle.engines.reader.extract import marks
from hemicycle.engines.reader.extract.galley import Galley, Look, Run, presentable, without_controls
from hemicycle.engines.reader.extract.portable.aligned import Columns, columns_from, table_rows
from hemicycle.engines.reader.extract.portable.rows import Row, reading_order, rows
from hemicycle.engines.reader.extract.portable.ruled import RuledTable, ruled_tables
from hemicycle.engines.reader.extract.portable.strokes import Stroke, strokes
from hemicycle.engines.reader.extract.portable.words import Word, words
from hemicycle.engines.reader.lines import Cell, Paper
from hemicycle.engines.reader.source.archive import broken
from hemicycle.engines.reader.source.terms import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hemicycle.engines.reader.source.terms import Source

MOST_PAGES = 1_000
_MOST_LETTERS_A_PAGE = 60_000
_CHECK_ARABIC = "Words in Arabic or Hebrew were put in order by their places on the page; check them by hand."


@dataclass(frozen=True, slots=True)
class _Page:
    number: int
    words: list[Word]
    strokes: list[Stroke]
    width: float


@dataclass(slots=True)
class _Setting:
    """What is known of the whole document while its lines are set."""

    galley: Galley
    usual: float
    """The size of running text."""
    left: float
    """Where lines begin."""
    tables: int = 0


def portable_paper(source: Source) -> Paper:
    """The pages as lines.

    Raises:
        Unreadable: the file is damaged, encrypted, or nothing but pictures.
    """
    document = _opened(source)
    try:
        pages = list(_pages(document, source.name))
        metadata = document.get_metadata_dict(skip_empty=True)
        count = len(document)
    finally:
        document.close()
    if not any(page.words for page in pages):
        raise Unreadable(
            f"{source.name} holds pictures of pages and no text; its words must be recognised (OCR) first."
        )
    setting = _Setting(Galley(), _usual_size(pages), _usual_left(pages))
    for page in pages:
        _set_page(setting, page)
    _note(setting.galley, pages, count)
    setting.galley.lines = marks.numbered(setting.galley.lines)
    return setting.galley.paper(title=without_controls(str(metadata.get("Title", ""))))


def _note(galley: Galley, pages: Sequence[_Page], count: int) -> None:
    if any(word.leftward for page in pages for word in page.words):
        galley.note(_CHECK_ARABIC)
    empty = [page.number for page in pages if not page.words]
    if empty:
        listed = ", ".join(str(number) for number in empty[:12]) + (" and more" if len(empty) > 12 else "")
        galley.note(f"No text was found on page {listed}; a picture there would have to be read by hand.")
    if count > MOST_PAGES:
        galley.stop(f"Only the first {MOST_PAGES} of {count} pages were read.")


def _opened(source: Source) -> Any:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(source.data)
        if len(document) == 0:
            raise broken(source.name)
    except pypdfium2.PdfiumError as fault:
        if "password" in str(fault).lower() or "security" in str(fault).lower():
            raise Unreadable(f"{source.name} is locked with a password; save a copy without it.") from None
        raise broken(source.name) from None
    return document


def _pages(document: Any, name: str) -> Iterator[_Page]:
    import pypdfium2

    for number in range(min(len(document), MOST_PAGES)):
        try:
            page = document[number]
            yield _Page(number + 1, words(page, _MOST_LETTERS_A_PAGE), strokes(page), page.get_width())
            page.close()
        except pypdfium2.PdfiumError:
            raise broken(name) from None


def _usual_size(pages: Sequence[_Page]) -> float:
    letters: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            letters[round(word.size * 2) / 2] += len(word.text)
    return max(sorted(letters), key=lambda size: letters[size]) or 1.0


def _usual_left(pages: Sequence[_Page]) -> float:
    return min(max(word.left, 0.0) for page in pages for word in page.words)


def _set_page(setting: _Setting, page: _Page) -> None:
    tables = sorted(ruled_tables(page.strokes, page.words), key=lambda table: -table.top)
    inside = {id(word) for table in tables for box in table.boxes for word in box.words}
    free = rows([word for word in page.words if id(word) not in inside])
    rules = [stroke for stroke in page.strokes if _is_rule(stroke, page, tables)]
    things: list[tuple[float, int, RuledTable | Row | Stroke]] = [
        *((table.top, 0, table) for table in tables),
        *((row.top, 1, row) for row in free),
        *((stroke.top, 2, stroke) for stroke in rules),
    ]
    waiting: list[Row] = []
    for _, _, thing in sorted(things, key=lambda each: (-each[0], each[1])):
        if isinstance(thing, Row):
            waiting.append(thing)
            continue
        _set_rows(setting, waiting, page.number)
        waiting = []
        if isinstance(thing, RuledTable):
            _set_table(setting, thing, page.number)
        else:
            setting.galley.add((), Look(rule=True, page=page.number), text="")
    _set_rows(setting, waiting, page.number)


def _is_rule(stroke: Stroke, page: _Page, tables: Sequence[RuledTable]) -> bool:
    """A level line over much of the page that is no part of a table and has no words right above it (an underline)."""
    if not stroke.level or stroke.right - stroke.left < 0.4 * page.width:
        return False
    middle = (stroke.top + stroke.bottom) / 2
    if any(table.bottom - 5 <= middle <= table.top + 5 for table in tables):
        return False
    near = [word for word in page.words if 0 <= word.bottom - middle + 3 < 5]
    return sum(word.right - word.left for word in near) < 0.5 * (stroke.right - stroke.left)


def _set_table(setting: _Setting, table: RuledTable, page: int) -> None:
    number = setting.tables
    setting.tables += 1
    for box in table.boxes:
        cell = Cell(number, box.row, box.column, box.row_span, box.column_span)
        _set_lines(setting, rows(box.words), Look(page=page, cell=cell), right=box.right)


def _set_rows(setting: _Setting, waiting: Sequence[Row], page: int) -> None:
    at = 0
    run: list[Row] = []
    while at < len(waiting):
        columns = columns_from(waiting, at, setting.usual)
        if columns is None or not (columns.prose or columns.tabular):
            run.append(waiting[at])
            at += 1
            continue
        _set_lines(setting, run, Look(page=page))
        run = []
        _set_columns(setting, columns, page)
        at += len(columns.rows)
    _set_lines(setting, run, Look(page=page))


def _set_columns(setting: _Setting, columns: Columns, page: int) -> None:
    if columns.prose:
        setting.galley.blank(page=page)
        for column in range(len(columns.edges) + 1):
            _set_lines(setting, columns.lines(column), Look(page=page))
            setting.galley.blank(page=page)
        return
    number = setting.tables
    setting.tables += 1
    reaches = [columns.right(column) for column in range(len(columns.edges) + 1)]
    for at, (start, end) in enumerate(table_rows(columns)):
        for column, reach in enumerate(reaches):
            look = Look(page=page, cell=Cell(number, at, column))
            _set_split(setting, columns.lines(column, start, end), look, reach)


def _set_split(setting: _Setting, lines: Sequence[Row], look: Look, right: float) -> None:
    """A cell whose lines themselves stand in columns (parallel sessions under one time) becomes several cells."""
    inner = columns_from(lines, 0, setting.usual, closed=True) if len(lines) > 1 else None
    if inner is None or len(inner.rows) < len(lines) or look.cell is None:
        _set_lines(setting, lines, look, right=right)
        return
    for column in range(len(inner.edges) + 1):
        cell = replace(look.cell, column=look.cell.column + column)
        reach = inner.edges[column] if column < len(inner.edges) else right
        _set_lines(setting, inner.lines(column), replace(look, cell=cell), right=reach)


def _set_lines(setting: _Setting, lines: Sequence[Row], look: Look, *, right: float = 0.0) -> None:
    """Lines under each other, reaching to `right` at most, with blank ones where more white parts them than usual."""
    reach = max((row.right for row in lines), default=0.0)
    reach = max(reach, right)
    before: Row | None = None
    for row in lines:
        apart = before is not None and before.bottom - row.top > 0.55 * min(before.size, row.size)
        if apart and look.cell is None:
            setting.galley.blank(page=look.page)
        _set_line(setting, row, look, joins=before is not None and not apart and _wraps(before, row, reach))
        before = row


def _wraps(before: Row, row: Row, right: float) -> bool:
    """Whether the line before ended because the first word of this one did not fit, or goes on in small letters."""
    first, last = row.words[0], before.words[-1]
    alike = abs(before.size - row.size) < 0.1 * row.size and last.bold == first.bold
    if not alike or first.leftward or row.left >= before.right:
        return False
    space = right - before.right
    unfitting = space < first.right - first.left + 0.25 * first.size
    return unfitting or (first.text[0].islower() and space < 0.4 * (right - before.left))


def _set_line(setting: _Setting, row: Row, look: Look, *, joins: bool) -> None:
    texts = [_runs(stretch.words) for stretch in _stretches(row)]
    runs: list[Run] = []
    for stretch in texts:
        runs.extend((Run("\t"), *stretch) if runs else stretch)
    printed = "".join(run.text for run in runs)
    mark = marks.sign(printed)
    size = round(row.size / setting.usual, 2)
    indent = max(0, round((row.left - setting.left) / (setting.usual * 0.5))) if look.cell is None else 0
    look = replace(
        look,
        bullet=presentable(mark.printed) if mark else "",
        size=size if abs(size - 1) > 0.04 else 1.0,
        indent=indent,
        joins=joins and mark is None and not marks.number(printed),
    )
    setting.galley.add(_after(runs, mark.taken if mark else 0), look, text=printed)


def _stretches(row: Row) -> list[Any]:
    words = row.words
    turned = reading_order(words) != words
    return list(reversed(row.stretches)) if turned else list(row.stretches)


def _runs(words: Sequence[Word]) -> list[Run]:
    """Words in their order, those that look alike in one run."""
    runs: list[Run] = []
    alike: list[str] = []
    before: Word | None = None
    for word in reading_order(words):
        if before is not None and (before.bold, before.italic) != (word.bold, word.italic):
            runs.append(Run("".join(alike), strong=before.bold, italic=before.italic))
            alike = []
        alike.append(word.text if before is None or word.glued else f" {word.text}")
        before = word
    if before is not None:
        runs.append(Run("".join(alike), strong=before.bold, italic=before.italic))
    return runs


def _after(runs: Sequence[Run], letters: int) -> list[Run]:
    kept: list[Run] = []
    if not letters:
        return list(runs)
    for run in runs:
        cut = min(letters, len(run.text))
        letters -= cut
        kept.append(replace(run, text=run.text[cut:]))
    return kept

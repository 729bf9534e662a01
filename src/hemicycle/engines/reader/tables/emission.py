"""A table's cells as blocks in the order in which they would be told: day, time, title, people, room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemicycle.engines.reader import blocks as plain
from hemicycle.engines.reader import cues
from hemicycle.engines.reader.blocks import Block, Duty
from hemicycle.engines.reader.lexicon import Form
from hemicycle.engines.reader.tables import columns as layouts
from hemicycle.engines.reader.tables import side_by_side
from hemicycle.engines.reader.tables.clocks import clock_of
from hemicycle.engines.reader.tables.columns import Layout, Use
from hemicycle.engines.reader.tables.grid import Box, Grid

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hemicycle.engines.formats.programme import Role
    from hemicycle.engines.reader.lines import Line

_DUTIES = {
    Use.TITLE: Duty.TITLE,
    Use.PEOPLE: Duty.PEOPLE,
    Use.ROOM: Duty.PLACE,
    Use.NUMBER: Duty.NUMBER,
    Use.KIND: Duty.KIND,
    Use.THEME: Duty.THEME,
    Use.LANGUAGES: Duty.LANGUAGES,
    Use.ORGANISERS: Duty.ORGANISERS,
    Use.TEXT: Duty.PROSE,
    Use.TRACK: Duty.THEME,
    Use.ASIDE: Duty.ASIDE,
}
_ORDER = (
    Use.NUMBER,
    Use.KIND,
    Use.TITLE,
    Use.HALL,
    Use.TRACK,
    Use.UNKNOWN,
    Use.THEME,
    Use.ROOM,
    Use.LANGUAGES,
    Use.ORGANISERS,
    Use.TEXT,
    Use.PEOPLE,
    Use.ASIDE,
)
_REACHING = frozenset({Use.ROOM, Use.THEME, Use.TRACK, Use.LANGUAGES})
_PERSON = (Use.NAME, Use.PEOPLE, Use.POSITION, Use.ORGANISATION, Use.COUNTRY)


def blocks(lines: Iterable[Line]) -> list[Block]:
    """The blocks of one table."""
    grid = Grid.of(lines)
    if not grid.rows:
        return []
    if _is_form(grid):
        return _form(grid)
    if _times_run_across(grid):
        grid = grid.turned()
    found = layouts.layout(grid)
    if not found.clocked:
        return _plain(grid)
    if found.side_by_side:
        return side_by_side.blocks(grid, found)
    return _List(found).blocks(grid)


def _plain(grid: Grid) -> list[Block]:
    """A table that only arranges text: its cells row by row."""
    made: list[Block] = []
    for row in grid.rows:
        for box in row:
            made.extend(replace(block, table=True) for block in box.blocks)
    return made


def _times_run_across(grid: Grid) -> bool:
    """Whether the times stand in a row at the top, and rooms or days down the side."""
    top = grid.rows[0]
    across = sum(cues.clock_only(box.text) is not None for box in top[1:] or top)
    down = sum(cues.clock_first(row[0].text) is not None for row in grid.rows[1:])
    return across >= 2 and across >= len(top) - 1 and down == 0


def _is_form(grid: Grid) -> bool:
    """Whether each row is a label and its value: "Title | …", "Time | …", "Speakers | …"."""
    if grid.width != 2 or len(grid.rows) < 2:
        return False
    labels = [row[0].text for row in grid.rows if row[0].column == 0]
    known = 0
    for text in labels:
        label, role = cues.field(text.strip(" :")), cues.role(text.strip(" :"))
        known += (label is not None and label.form is Form.ALONE) or (
            role is not None and role.form is Form.ALONE
        )
        if cues.clock_first(text) is not None:
            return False
    return known >= 2 and known * 2 > len(labels)


def _form(grid: Grid) -> list[Block]:
    """A form as lines of a label, a colon and the value, which the sessions' reading understands."""
    made: list[Block] = []
    for row in grid.rows:
        if len(row) < 2 or row[0].column != 0:
            made.extend(block for box in row for block in box.blocks)
            continue
        label, value = row[0], row[1]
        first, *more = value.blocks
        text = f"{label.text.rstrip(' :')}: {first.text}"
        made.append(
            replace(
                first,
                text=text,
                lead="",
                lines=(*label.lines, *first.lines),
                numbers=(*label.numbers, *first.numbers),
            )
        )
        made.extend(more)
    return made


class _List:
    """A table with one entry per row, or several rows for one entry."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.made: list[Block] = []
        self.timed = False
        self.reaching: list[Box] = []

    def blocks(self, grid: Grid) -> list[Block]:
        for place, row in enumerate(grid.rows):
            if place in self.layout.heads:
                self.made.extend(structure(box) for box in row)
            elif not self._spanning(row):
                self._row(self._with_spans(row))
        return self.made

    def _with_spans(self, row: Sequence[Box]) -> Sequence[Box]:
        """The row with the hall or track of a merged cell that began above and reaches down to it."""
        at = row[0].row
        self.reaching = [box for box in self.reaching if box.row + box.row_span > at]
        own = {self._use(box) for box in row}
        carried = [box for box in self.reaching if self._use(box) not in own]
        self.reaching += [box for box in row if box.row_span > 1 and self._use(box) in _REACHING]
        return [*row, *carried]

    def _spanning(self, row: Sequence[Box]) -> bool:
        """A row of one cell: a day, a heading, or words that go on."""
        if len(row) != 1 or (self._use(row[0]) in {Use.TIME, Use.START} and cues.clock_first(row[0].text)):
            return False
        box = row[0]
        if box.column_span == 1 and self._use(box) not in {Use.TIME, Use.DATE, Use.UNKNOWN}:
            return False
        self.made.extend(replace(block, table=True) for block in box.blocks)
        return True

    def _use(self, box: Box) -> Use:
        return self.layout.columns[box.column].use

    def _row(self, row: Sequence[Box]) -> None:
        uses = {self._use(box): box for box in reversed(row)}
        if Use.DATE in uses:
            self.made.extend(replace(block, duty=Duty.ANY, table=True) for block in uses[Use.DATE].blocks)
        start = _timed(uses)
        clock = clock_of(start, uses.get(Use.END))
        self.made.extend(
            block
            for use in (Use.TIME, Use.START)
            if use in uses and uses[use] is not start
            for block in uses[use].blocks
        )
        if clock is not None:
            self.made.append(replace(clock, table=True))
        opens = clock is None and self.timed and self._opens(uses)
        self.timed = self.timed or clock is not None
        self._cells(row, opens=opens)

    def _opens(self, uses: dict[Use, Box]) -> bool:
        """Whether a row without a time of its own is another session under the same time."""
        title = uses.get(Use.TITLE)
        return title is not None and (
            Use.ROOM in uses or Use.NUMBER in uses or Use.PEOPLE in uses or Use.KIND in uses
        )

    def _cells(self, row: Sequence[Box], *, opens: bool) -> None:
        for use in _ORDER:
            for box in row:
                if self._use(box) is use and not (use is Use.PEOPLE and self._completed(row)):
                    for block in self._told(box, use):
                        self.made.append(replace(block, opens=opens))
                        opens = False
        self.made.extend(self._person(row))

    def _completed(self, row: Sequence[Box]) -> bool:
        """Whether one person of this row has function or organisation in the columns beside the name."""
        people = [box for box in row if self._use(box) is Use.PEOPLE]
        beside = any(self._use(box) in {Use.POSITION, Use.ORGANISATION, Use.COUNTRY} for box in row)
        return beside and len(people) == 1 and len(people[0].blocks) == 1 and "," not in people[0].text

    def _told(self, box: Box, use: Use) -> list[Block]:
        """A cell's blocks with their duty; in a cell for titles only the first line is the title for sure."""
        role = self.layout.columns[box.column].role
        duty = _DUTIES.get(use, Duty.ANY)
        if use is Use.PEOPLE:
            return _people(box, role)
        if use is Use.TITLE:
            first, *more = box.blocks
            if cues.clock_first(first.text) is not None:
                return [replace(block, table=True) for block in box.blocks]
            return [replace(first, duty=duty, table=True), *(replace(block, table=True) for block in more)]
        if use in {Use.THEME, Use.ROOM, Use.NUMBER, Use.KIND, Use.LANGUAGES, Use.TRACK}:
            return [replace(plain.make(box.lines), duty=duty, table=True)]
        return [replace(block, duty=duty, table=True) for block in box.blocks]

    def _person(self, row: Sequence[Box]) -> list[Block]:
        """Name, function, organisation and country in columns of their own are one person."""
        uses = _PERSON if self._completed(row) else tuple(use for use in _PERSON if use is not Use.PEOPLE)
        boxes = [box for use in uses for box in row if self._use(box) is use]
        if not boxes:
            return []
        if self._use(boxes[0]) is not Use.PEOPLE and not any(self._use(box) is Use.NAME for box in boxes):
            return [block for box in boxes for block in box.blocks]
        block = plain.make([line for box in boxes for line in box.lines])
        return [replace(block, text=", ".join(box.text for box in boxes), duty=Duty.PEOPLE, table=True)]


def _timed(uses: dict[Use, Box]) -> Box | None:
    """The cell with a row's time: a column headed "When" may hold the day, and the times another."""
    boxes = (uses[use] for use in (Use.TIME, Use.START) if use in uses)
    return next((box for box in boxes if cues.clock_first(box.text) is not None), None)


def _people(box: Box, role: Role | None) -> list[Block]:
    """The people of a cell; a label inside it ("Moderator:") is left to be read as one, and goes for those under it."""
    made: list[Block] = []
    for block in box.blocks:
        label = cues.role(block.text)
        if label is not None:
            role = label.role if label.form is Form.ALONE else role
            made.append(replace(block, duty=Duty.ANY, role=None, table=True))
        elif made and made[-1].duty is Duty.PEOPLE and _is_function_of(made[-1], block):
            made[-1] = _as_one(made[-1], block)
        else:
            made.append(replace(block, duty=Duty.PEOPLE, role=role, table=True))
    return made


def _is_function_of(name: Block, function: Block) -> bool:
    """Whether a line is the function of the bare name above it."""
    bare = not any(sign in name.text for sign in ",(;:–") and cues.names_someone(name.text)
    return bare and not function.bullet and cues.function(function.text)


def _as_one(name: Block, function: Block) -> Block:
    return replace(
        name,
        text=f"{name.text}, {function.text}",
        lines=(*name.lines, *function.lines),
        numbers=(*name.numbers, *function.numbers),
    )


def structure(box: Box) -> Block:
    """A heading of the table: used, though it gives no value of its own."""
    return replace(plain.make(box.lines), duty=Duty.ASIDE, table=True)

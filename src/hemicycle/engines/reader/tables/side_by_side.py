"""Tables with times down the side and halls, tracks, days or languages as columns."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import PAUSES
from hemicycle.engines.reader import blocks as plain
from hemicycle.engines.reader import cues
from hemicycle.engines.reader.blocks import Block, Duty
from hemicycle.engines.reader.tables.clocks import clock_of
from hemicycle.engines.reader.tables.columns import Layout, Use
from hemicycle.engines.reader.tables.grid import Box, Grid

if TYPE_CHECKING:
    from collections.abc import Sequence

_BRACKETED = re.compile(r"\s*\(([^()]{2,60})\)$")
_BESIDE = {Use.HALL: Duty.PLACE, Use.TRACK: Duty.THEME}


def blocks(grid: Grid, layout: Layout) -> list[Block]:
    """The blocks of such a table: a slot for each cell, row by row, or day by day where days are the columns."""
    days = [place for place, column in enumerate(layout.columns) if column.use is Use.DAY]
    if not days:
        return _Columns(grid, layout, range(grid.width)).blocks(heads=True)
    made: list[Block] = []
    others = [place for place, column in enumerate(layout.columns) if column.use is not Use.DAY]
    for place in days:
        head = layout.columns[place].head
        if head is not None:
            made.extend(head.blocks)
        made.extend(_Columns(grid, layout, [*others, place]).blocks(heads=place == days[0]))
    return made


class _Columns:
    """The rows of the table, looked at in some of its columns."""

    def __init__(self, grid: Grid, layout: Layout, shown: Sequence[int]) -> None:
        self.grid = grid
        self.layout = layout
        self.shown = frozenset(shown)
        self.clocks = [self._clock(row) for row in grid.rows]
        self.made: list[Block] = []

    def _clock(self, row: Sequence[Box]) -> Block | None:
        uses = {self.layout.columns[box.column].use: box for box in reversed(row)}
        return clock_of(uses.get(Use.TIME) or uses.get(Use.START), uses.get(Use.END))

    def blocks(self, *, heads: bool) -> list[Block]:
        clock: Block | None = None
        for place, row in enumerate(self.grid.rows):
            if place in self.layout.heads:
                if heads:
                    self.made.extend(self._head(box) for box in row if not self._is_day(box))
                continue
            clock = self.clocks[place] or clock
            self._row(place, row, clock)
        return self.made

    def _head(self, box: Box) -> Block:
        return replace(plain.make(box.lines), duty=Duty.ASIDE, table=True)

    def _is_day(self, box: Box) -> bool:
        return self.layout.columns[box.column].use is Use.DAY and box is self.layout.columns[box.column].head

    def _row(self, place: int, row: Sequence[Box], clock: Block | None) -> None:
        told = [box for box in row if self._told(box)]
        if clock is None or (len(row) == 1 and self.clocks[place] is None):
            self.made.extend(replace(block, table=True) for box in row for block in box.blocks)
            return
        own = self.clocks[place]
        if own is not None and own.text:
            self.made.append(replace(own, opens=False))
        if self.layout.tongues:
            self._tongues(told, clock)
            return
        for box in _once(told):
            self._cell(place, box, clock, among=told)

    def _told(self, box: Box) -> bool:
        use = self.layout.columns[box.column].use
        clocked = use in {Use.TIME, Use.START, Use.END} and cues.clock_first(box.text) is not None
        reaches = any(place in self.shown for place in range(box.column, box.column + box.column_span))
        return reaches and not clocked

    def _cell(self, place: int, box: Box, clock: Block, among: Sequence[Box]) -> None:
        across = box.column_span > 1 or (len(among) == 1 and self._is_pause(box))
        self.made.append(replace(self._until(place, box, clock), text="", opens=not across))
        column = self.layout.columns[box.column]
        if column.use is Use.DAY or across or column.head is None:
            self.made.extend(_title_first(box.blocks))
            if box.also:
                self.made.append(replace(plain.make(box.also), duty=Duty.ASIDE, table=True))
            return
        first, *more = _title_first(box.blocks)
        self.made.append(first)
        self.made.extend(self._headed(column.head, _BESIDE.get(column.use, Duty.ASIDE)))
        if column.spoken is not None:
            self.made.append(self._beside(column.spoken, Duty.LANGUAGES))
        self.made.extend(more)

    def _is_pause(self, box: Box) -> bool:
        kind = cues.kind_of(box.text)
        return kind is not None and kind[0] in PAUSES

    def _headed(self, head: Box, duty: Duty) -> list[Block]:
        """What the heading says of a cell: the hall, the track, or "Track A: Transport (Hall 1)" both."""
        whole = self._beside(head, duty)
        bracket = _BRACKETED.search(whole.text)
        if bracket is None or cues.place_only(bracket[1]) is None or cues.languages_only(bracket[1]):
            return [whole]
        outside = whole.text[: bracket.start()].strip()
        if cues.place_only(outside) is not None:
            return [whole]
        inside = replace(whole, text=bracket[1], duty=Duty.PLACE)
        return [inside, replace(whole, text=outside, duty=Duty.THEME)]

    def _beside(self, head: Box, duty: Duty) -> Block:
        return replace(plain.make(head.lines), duty=duty, table=True)

    def _until(self, place: int, box: Box, clock: Block) -> Block:
        """The time of a cell that goes down over several rows ends with the last of them."""
        last = place + box.row_span - 1
        if box.row_span == 1 or last >= len(self.grid.rows) or clock.clock is None:
            return clock
        end = self.clocks[last]
        if end is None or end.clock is None or end.clock.ends is None:
            return clock
        said = replace(clock.clock.said, lines=(*clock.clock.said.lines, *end.clock.said.lines))
        return replace(clock, clock=replace(clock.clock, ends=end.clock.ends, said=said))

    def _tongues(self, told: Sequence[Box], clock: Block) -> None:
        """Columns in different languages tell the same: one slot, each block in its language."""
        self.made.append(replace(clock, text="", opens=False))
        first = self.layout.columns[self.layout.tongues[0]].language
        for box in told:
            tongue = self.layout.columns[box.column].language if box.column_span == 1 else ""
            again = bool(tongue) and tongue != first
            self.made.extend(
                replace(block, language=tongue, second=again) for block in _title_first(box.blocks)
            )


def _once(told: Sequence[Box]) -> Sequence[Box]:
    """Cells that all say the same, as where cells cannot be merged, are one across all columns."""
    if len(told) < 2 or len({box.text for box in told}) > 1:
        return told
    lines = tuple(line for box in told for line in box.lines)
    first = told[0]
    whole = Box(first.row, first.column, first.lines, first.row_span, len(told))
    return [replace(whole, also=lines[len(first.lines) :])]


def _title_first(blocks: Sequence[Block]) -> list[Block]:
    """A cell's first words are its title, unless they are a time, a room or a label."""
    first, *more = blocks
    plain_words = not (
        cues.clock_first(first.text)
        or cues.role(first.text)
        or cues.place_only(first.text)
        or cues.names_someone(first.text)
    )
    duty = Duty.TITLE if plain_words else first.duty
    return [replace(first, duty=duty, table=True), *(replace(block, table=True) for block in more)]

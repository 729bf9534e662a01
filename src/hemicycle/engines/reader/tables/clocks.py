"""The time in a cell, or in two, as a block that opens a slot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemicycle.engines.reader import blocks, cues
from hemicycle.engines.reader.blocks import Block, Duty
from hemicycle.engines.reader.outline.drafts import Clock, Said

if TYPE_CHECKING:
    from hemicycle.engines.reader.tables.grid import Box


def clock_of(start: Box | None, end: Box | None = None) -> Block | None:
    """A block with the time of a row; what else the cell says stays its text, and is read as the session's."""
    if start is None:
        return None
    first = cues.clock_first(start.text)
    if first is None:
        return None
    block = blocks.make(start.lines)
    ends, lines = first.ends, start.numbers
    if end is not None and ends is None:
        last = cues.clock_only(end.text)
        if last is not None:
            ends = last.starts if last.starts > first.starts else last.starts + 1440
            lines = (*lines, *end.numbers)
    said = Said(start.text[slice(*first.span)], lines, first.confidence)
    rest = start.text[first.span[1] :].strip(" \t,;:.|–—-•·)]*_")
    return replace(
        block, text=rest, lead="", duty=Duty.CLOCK, clock=Clock(first.starts, ends, said, first.zone)
    )

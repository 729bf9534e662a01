"""Lines to blocks in reading order, tables row by row with what their headings say of each cell."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from hemicycle.engines.reader import bilingual, tables
from hemicycle.engines.reader import blocks as plain_blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemicycle.engines.reader.blocks import Block
    from hemicycle.engines.reader.lines import Line


def blocks(lines: Sequence[Line]) -> list[Block]:
    """All blocks of a paper."""
    made: list[Block] = []
    for table, stretch in groupby(lines, key=_table):
        kept = list(stretch)
        made.extend(plain_blocks.of(kept) if table is None else tables.blocks(kept))
    return bilingual.tagged(made)


def _table(line: Line) -> int | None:
    return line.cell.table if line.cell is not None else None

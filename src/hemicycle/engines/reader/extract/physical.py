"""The lines of a text as an editor numbers them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemicycle.engines.reader.extract.galley import without_controls

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = re.compile(r"\r\n|[\n\r\x0b\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Physical:
    """One line of a text file."""

    text: str
    page: int | None


def physical_lines(text: str) -> Iterator[Physical]:
    """Every line, however it ends; a form feed begins the next page, and the next line if it stands within one."""
    pieces = _END.split(without_controls(text))
    if pieces[-1] == "":
        pieces.pop()
    page = 1 if "\f" in text else None
    for whole in pieces:
        for piece, turned in _sheets(whole):
            page = page + turned if page is not None else None
            yield Physical(piece, page)


def _sheets(line: str) -> Iterator[tuple[str, int]]:
    """The parts of a line between form feeds that hold anything, each with the pages turned before it."""
    if "\f" not in line:
        yield line, 0
        return
    turned = 0
    shown = False
    for part in line.split("\f"):
        if part.strip():
            yield part, turned
            shown, turned = True, 0
        turned += 1
    if not shown:
        yield "", turned - 1

"""Plain text: nothing but the lines, their indentation and their list marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hemicycle.engines.reader.extract import marks
from hemicycle.engines.reader.extract.galley import Galley, Look, Run, presentable, width
from hemicycle.engines.reader.extract.physical import physical_lines

if TYPE_CHECKING:
    from hemicycle.engines.reader.lines import Paper

_RULE = re.compile(r"(?:[-=_*~–—─━═.·#+]\s?){4,}$")


def text_paper(text: str, notes: tuple[str, ...] = ()) -> Paper:
    galley = Galley()
    galley.notes.extend(notes)
    for line in physical_lines(text):
        _set(galley, line.text, line.page)
        if galley.full:
            break
    galley.lines = marks.numbered(galley.lines)
    return galley.paper()


def _set(galley: Galley, text: str, page: int | None) -> None:
    inner = text.strip()
    if inner and _RULE.match(inner):
        galley.add((), Look(rule=True, page=page), text=text)
        return
    indent = width(text[: len(text) - len(text.lstrip())]) if inner else 0
    inner = inner.lstrip("\ufeff\u200b\u200e\u200f\u202a\u202b")
    mark = marks.sign(inner)
    bullet = presentable(mark.printed) if mark else ""
    rest = inner[mark.taken :] if mark else inner
    galley.add((Run(rest),), Look(bullet=bullet, indent=indent, page=page), text=text)

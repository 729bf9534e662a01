"""Markdown, read line by line so that every line keeps its number; a table's cells and `<br>` make lines of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from hemicycle.engines.reader.extract import marks
from hemicycle.engines.reader.extract.galley import Galley, Look, Run, presentable, width
from hemicycle.engines.reader.extract.inline import inline
from hemicycle.engines.reader.extract.matter import MOST_MATTER, front_matter
from hemicycle.engines.reader.extract.physical import Physical, physical_lines
from hemicycle.engines.reader.lines import Cell, Paper

_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|(?<=##)(?=[^\s#]))(.*)$")
_RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_UNDERLINE = re.compile(r"(=+|-{2,})[ \t]*$")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_DELIMITER = re.compile(r":?-+:?")
_ITEM = re.compile(r"[-*+][ \t]+(?=\S)")
_NUMBER = re.compile(r"\(?\w{1,4}[.)][ \t]")
_CELL = re.compile(r"(?<!\\)\|")
_WIDEST = 130
_NARROWEST = 40


@dataclass(slots=True)
class _Waiting:
    """A line of the paragraph at hand: as in the file, what is in it, how it looks."""

    raw: str
    inner: str
    look: Look


@dataclass(slots=True)
class _Reading:
    galley: Galley
    wrapped: int
    paragraph: list[_Waiting] = field(default_factory=list)
    fence: str = ""
    tables: int = 0
    row: int = -1
    """The row of the table at hand, or -1 outside one."""
    commented: bool = False
    """Whether a comment that takes several lines is open."""
    last_end: int = -1
    """The line with the last end of a comment."""


def markdown_paper(text: str, notes: tuple[str, ...] = ()) -> Paper:
    lines = list(physical_lines(text))
    reading = _Reading(Galley(), _wrap_width(lines))
    reading.galley.notes.extend(notes)
    reading.last_end = max((at for at, line in enumerate(lines) if "-->" in line.text), default=-1)
    matter = front_matter([line.text for line in lines[:MOST_MATTER]])
    for line in lines[: matter.lines]:
        _set_matter(reading, line)
    for at, line in enumerate(lines[matter.lines :], matter.lines):
        if _in_comment(reading, line, at):
            continue
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        _read(reading, line, following)
        if reading.galley.full:
            break
    _flush(reading)
    reading.galley.lines = marks.numbered(reading.galley.lines)
    return reading.galley.paper(title=matter.title, language=matter.language)


def _set_matter(reading: _Reading, line: Physical) -> None:
    """A line of front matter stands as it is; the lines around it count as blank."""
    around = line.text.strip("\ufeff \t") in {"---", "..."}
    reading.galley.add(() if around else (Run(line.text),), Look(page=line.page), text=line.text)


def _in_comment(reading: _Reading, line: Physical, at: int) -> bool:
    """Take a line of a comment that takes several; one that never ends is text, and so is what follows its end."""
    if not reading.commented:
        opened = line.text.lstrip().startswith("<!--") and "-->" not in line.text
        if not opened or at >= reading.last_end or reading.fence:
            return False
        _flush(reading)
        reading.commented = True
    after = line.text.partition("-->")[2] if "-->" in line.text else ""
    reading.commented = "-->" not in line.text
    reading.galley.add((Run(after.strip()),) if after.strip() else (), Look(page=line.page), text=line.text)
    return True


def _wrap_width(lines: list[Physical]) -> int:
    """Where the writer's editor breaks lines: the longest line that goes on in the next."""
    longest = _NARROWEST
    for one, two in pairwise(lines):
        length = len(one.text.rstrip())
        goes_on = two.text[:1].strip() and not marks.sign(two.text) and two.text[0] not in "#>|`*_"
        if goes_on and longest < length <= _WIDEST and not one.text.endswith(("  ", "\\")):
            longest = length
    return longest


def _read(reading: _Reading, line: Physical, following: str) -> None:
    quoted = line.text.lstrip(" \ufeff")
    quote = _QUOTE.match(quoted)
    body = quoted[quote.end() :] if quote else line.text.lstrip("\ufeff")
    inner = body.strip()
    look = Look(indent=width(body[: len(body) - len(body.lstrip())]), page=line.page)
    if _fenced(reading, line.text, inner, look):
        return
    if not inner:
        _flush(reading)
        reading.row = -1
        reading.galley.add((), Look(page=line.page), text=line.text)
    elif not _tabled(reading, line, inner, following) and not _drawn(reading, line.text, inner, look):
        _written(reading, line.text, body, look)


def _fenced(reading: _Reading, raw: str, inner: str, look: Look) -> bool:
    """Lines of code stand as they are; the fences themselves count as blank."""
    if reading.fence:
        closing = inner.startswith(reading.fence) and not inner.strip(reading.fence[0])
        reading.fence = "" if closing else reading.fence
        reading.galley.add(() if closing else (Run(inner),), look, text=raw)
        return True
    if not (opening := _FENCE.match(inner)):
        return False
    _flush(reading)
    reading.fence = opening[1]
    reading.galley.add((), Look(page=look.page), text=raw)
    return True


def _tabled(reading: _Reading, line: Physical, inner: str, following: str) -> bool:
    delimiters = _delimits(inner)
    if reading.row < 0:
        heads = "|" in inner and _delimits(following.strip())
        if not heads or delimiters:
            return False
        _flush(reading)
        reading.tables += 1
    elif delimiters and reading.row == 0:
        reading.galley.add((), Look(page=line.page), text=line.text)
        return True
    elif "|" not in inner:
        reading.row = -1
        return False
    reading.row += 1
    for column, cell in enumerate(_CELL.split(inner.removeprefix("|").removesuffix("|"))):
        _set_cell(reading, line, cell.strip(), column)
    return True


def _delimits(inner: str) -> bool:
    """Whether this is the line under the head of a table."""
    cells = inner.removeprefix("|").removesuffix("|").split("|")
    return "|" in inner and all(_DELIMITER.fullmatch(cell.strip()) for cell in cells)


def _without_closing(heading: str) -> str:
    """A heading without the signs that may close it: `## Lunch ##`."""
    core = heading.rstrip().rstrip("#")
    return core.rstrip() if not core or core[-1] in " \t" else heading


def _set_cell(reading: _Reading, line: Physical, text: str, column: int) -> None:
    header = reading.row == 0
    cell = Cell(reading.tables - 1, reading.row, column, header=header)
    for runs in inline([text.replace("\\|", "|")])[0]:
        if any(run.text.strip() for run in runs):
            printed = "".join(run.text for run in runs).strip()
            mark = marks.sign(printed)
            taken = len(printed) - len(printed[mark.taken :]) if mark else 0
            bullet = presentable(mark.printed) if mark else ""
            reading.galley.add(
                _without(runs, taken), Look(bullet=bullet, cell=cell, page=line.page), text=printed
            )


def _without(runs: list[Run], taken: int) -> list[Run]:
    """The runs without their leading space and so many letters after it."""
    kept: list[Run] = []
    for run in runs:
        text = run.text.lstrip() if not kept else run.text
        cut = min(taken, len(text)) if not kept else 0
        taken -= cut
        if text[cut:]:
            kept.append(replace(run, text=text[cut:]))
    return kept


def _drawn(reading: _Reading, raw: str, inner: str, look: Look) -> bool:
    """Headings, underlines of headings, and rules."""
    underline = _UNDERLINE.match(inner)
    if underline and len(reading.paragraph) == 1 and not reading.paragraph[0].look.bullet:
        only = reading.paragraph[0]
        only.look = replace(only.look, level=1 if underline[1][0] == "=" else 2)
        _flush(reading)
        reading.galley.add((), Look(page=look.page), text=raw)
        return True
    if _RULE.match(inner) or (underline and len(inner) > 3):
        _flush(reading)
        reading.galley.add((), Look(rule=True, page=look.page), text=raw)
        return True
    heading = _HEADING.match(inner)
    if heading is None or look.indent > 3:
        return False
    _flush(reading)
    reading.paragraph = [
        _Waiting(raw, _without_closing(heading[2]), replace(look, level=len(heading[1]), indent=0))
    ]
    _flush(reading)
    return True


def _written(reading: _Reading, raw: str, body: str, look: Look) -> None:
    inner = body.lstrip()
    item = _ITEM.match(inner)
    mark = marks.Mark(inner[0], item.end()) if item else marks.sign(inner)
    if mark and inner.startswith(("**", "__")):
        mark = None
    if mark or _NUMBER.match(inner):
        _flush(reading)
    if mark:
        look = replace(look, bullet=presentable(mark.printed))
        inner = inner[mark.taken :]
    if reading.paragraph:
        look = replace(look, joins=_wraps(reading, inner))
    reading.paragraph.append(_Waiting(raw, inner, look))


def _wraps(reading: _Reading, inner: str) -> bool:
    """Whether the editor broke the line before because the next word would not have fitted."""
    before = reading.paragraph[-1].raw
    if before.endswith(("  ", "\\")) or inner.startswith(("**", "__")):
        return False
    length = len(before.rstrip())
    word = inner.split(maxsplit=1)[0] if inner.strip() else ""
    return length <= _WIDEST and length + 1 + len(word) > reading.wrapped


def _flush(reading: _Reading) -> None:
    waiting, reading.paragraph = reading.paragraph, []
    contents = [line.inner.rstrip().removesuffix("\\") for line in waiting]
    for line, printed in zip(waiting, inline(contents), strict=False):
        look = line.look
        for at, runs in enumerate(printed):
            reading.galley.add(runs, look, text=line.raw if at == 0 else "".join(run.text for run in runs))
            look = replace(look, bullet="", joins=False)

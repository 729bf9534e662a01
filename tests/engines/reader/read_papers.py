"""Readings of invented papers, and what is in them, put shortly."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx
import openpyxl

from hemicycle.engines.formats.programme import text
from hemicycle.engines.reader import Hints, read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemicycle.engines.formats.programme import Programme, Session
    from hemicycle.engines.formats.reading import Reading


def reading(paper: str, name: str = "paper.txt", hints: Hints | None = None) -> Reading:
    return read(name, paper.encode(), hints)


def programme(paper: str, name: str = "paper.txt", hints: Hints | None = None) -> Programme:
    return reading(paper, name, hints).programme


def word(
    rows: Sequence[Sequence[str]], before: Sequence[str], merged: Sequence[tuple[int, int, int, int]] = ()
) -> Programme:
    """The programme in a Word file with paragraphs and a table; `merged` are first and last row and column."""
    document = docx.Document()
    for paragraph in before:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=len(rows), cols=max(len(row) for row in rows))
    for place, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(place, column).text = words
    for top, left, bottom, right in merged:
        table.cell(top, left).merge(table.cell(bottom, right))
    file = BytesIO()
    document.save(file)
    return read("paper.docx", file.getvalue()).programme


def workbook(rows: Sequence[Sequence[str]]) -> Programme:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return read("paper.xlsx", file.getvalue()).programme


def when(session: Session) -> str:
    """Day of the month, start and end: "16 09:00-10:15"."""
    if session.starts is None:
        return ""
    return (
        f"{session.starts:%d %H:%M}-{session.ends:%H:%M}" if session.ends else f"{session.starts:%d %H:%M}-"
    )


def entries(read_programme: Programme) -> list[tuple[str, str, str]]:
    """When, kind and title of every entry."""
    return [(when(session), session.kind.value, text(session.title)) for session in read_programme.sessions]


def seats(session: Session) -> list[tuple[str, str, str]]:
    """Role, state and name (or what stands for it) of every seat."""
    return [
        (seat.role.value, seat.state.value, seat.name or seat.position or seat.organisation)
        for seat in session.seats
    ]


def called(read_programme: Programme, title: str) -> Session:
    return next(session for session in read_programme.sessions if title in session.title.values())

"""Invented papers, and how far a reading agrees with what should come out of them."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from rapidfuzz import fuzz, utils

from hemicycle.engines import reader
from hemicycle.engines.reader.source import NoProgramme, Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemicycle.engines.formats.programme import Programme, Session

FOLDER = Path(__file__).parent
SAME = 85


@dataclass(frozen=True)
class Paper:
    """One document and what should be understood of it."""

    name: str
    data: bytes
    expected: dict[str, Any]


@dataclass
class Score:
    """Facts of one paper: found as expected, found otherwise, not found, and found where nothing was."""

    found: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)

    def compare(self, what: str, expected: Any, got: Any, *, same: bool | None = None) -> None:
        if expected == got if same is None else same:
            self.found += 1
        elif got in (None, "", (), []):
            self.missed.append(f"{what}: {expected!r}")
        else:
            self.wrong.append(f"{what}: {expected!r}, read {got!r}")


def papers() -> Iterator[Paper]:
    for path in sorted(FOLDER.glob("*.expected.yaml")):
        name = path.name.removesuffix(".expected.yaml")
        expected = yaml.safe_load(path.read_text())
        for source in sorted(FOLDER.glob(f"{name}.*")):
            if source.name.endswith(".table.yaml"):
                table = yaml.safe_load(source.read_text())
                for ending, make in MAKERS.items():
                    yield Paper(f"{name}.{ending}", make(table), expected)
            elif source.name.endswith(".word.yaml"):
                yield Paper(f"{name}.docx", word_file(yaml.safe_load(source.read_text())), expected)
            elif source.suffix == ".typ":
                yield Paper(f"{name}.pdf", typeset(source.read_bytes()), expected)
            elif source != path:
                yield Paper(source.name, source.read_bytes(), expected)


def scored(paper: Paper) -> Score:
    score = Score()
    try:
        reading = reader.read(paper.name, paper.data)
    except NoProgramme:
        score.compare(
            "a programme", not paper.expected.get("none"), None, same=bool(paper.expected.get("none"))
        )
        return score
    except Unreadable as fault:
        score.missed.append(f"everything: {fault}")
        return score
    if paper.expected.get("none"):
        score.invented.append("a programme")
        return score
    _score_programme(score, paper.expected, reading.programme)
    return score


def _score_programme(score: Score, expected: dict[str, Any], programme: Programme) -> None:
    if "title" in expected:
        score.compare("title", expected["title"], next(iter(programme.title.values()), ""))
    for name in ("language", "timezone"):
        if name in expected:
            score.compare(name, expected[name], getattr(programme, name))
    score.compare("days", [str(day) for day in expected["days"]], [str(day.date) for day in programme.days])
    rooms = {room.name: list(room.languages) for room in programme.rooms}
    for room, languages in expected.get("rooms", {}).items():
        score.compare(f"languages of {room}", languages, rooms.get(room))
    _score_sessions(score, expected, programme)


def _score_sessions(score: Score, expected: dict[str, Any], programme: Programme) -> None:
    left = list(programme.sessions)
    for wanted in expected["sessions"]:
        got = max(left, key=lambda session: _likeness(wanted, session), default=None)
        if got is None or _likeness(wanted, got) < 100:
            score.missed.append(f"session {wanted['time']} {wanted['title']!r}")
            continue
        left.remove(got)
        score.found += 1
        _score_session(score, wanted, got, programme, expected)
    score.invented += [f"session {_time(session)} {_title(session)!r}" for session in left]


def _likeness(wanted: dict[str, Any], session: Session) -> float:
    words = fuzz.ratio(wanted["title"], _title(session), processor=utils.default_process)
    return words + (40 if wanted["time"].split("-")[0] == _time(session).split("-")[0] else 0)


def _title(session: Session) -> str:
    return session.title.get("en") or next(iter(session.title.values()), "")


def _time(session: Session) -> str:
    return "-".join(f"{moment:%H:%M}" if moment else "" for moment in (session.starts, session.ends))


def _score_session(
    score: Score, wanted: dict[str, Any], got: Session, programme: Programme, expected: dict[str, Any]
) -> None:
    where = wanted["title"]
    score.compare(f"{where}, title", wanted["title"], _title(got))
    score.compare(f"{where}, time", wanted["time"], _time(got))
    day = str(got.starts.date()) if got.starts else None
    score.compare(f"{where}, day", str(expected["days"][wanted["day"] - 1]), day)
    rooms = {room.key: room.name for room in programme.rooms}
    titles = {session.key: _title(session) for session in programme.sessions}
    facts = {
        "kind": got.kind.value,
        "number": got.number,
        "room": rooms.get(got.room or ""),
        "part_of": titles.get(got.part_of or ""),
        "questions": len(got.questions),
        "items": len(got.items),
        "organisers": len(got.organisers),
        "abstract": bool(got.abstract),
    }
    for name, value in facts.items():
        if name in wanted:
            score.compare(f"{where}, {name}", wanted[name], value)
    for language, title in wanted.get("titles", {}).items():
        score.compare(f"{where}, title in {language}", title, got.title.get(language))
    _score_seats(score, where, wanted.get("seats", []), got)


def _score_seats(score: Score, where: str, wanted: list[list[str | None]], got: Session) -> None:
    left = list(got.seats)
    for role, name, *state in wanted:
        state_wanted = state[0] if state else "named"
        match = next(
            (seat for seat in left if (seat.name or None) == name and seat.state == state_wanted), None
        ) or next((seat for seat in left if name and fuzz.ratio(name, seat.name) > SAME), None)
        if match is None:
            score.missed.append(f"{where}, {role} {name or state_wanted}")
            continue
        left.remove(match)
        score.compare(f"{where}, name", name, match.name or None)
        if role != "any":
            score.compare(f"{where}, role of {name or state_wanted}", role, match.role.value)
    score.invented += [f"{where}, seat {seat.role} {seat.as_printed!r}" for seat in left]


Table = dict[str, Any]


def _cells(rows: list[list[Any]]) -> Iterator[tuple[int, int, int, int, str]]:
    """Row, column, row span, column span and text of every cell of a table written by hand."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            spec = cell if isinstance(cell, dict) else {"text": cell}
            down, across = spec.get("rows", 1), spec.get("columns", 1)
            taken |= {(row + r, column + c) for r in range(down) for c in range(across)}
            yield row, column, down, across, str(spec["text"])
            column += across


def _size(rows: list[list[Any]]) -> tuple[int, int]:
    cells = list(_cells(rows))
    return max(r + d for r, _, d, _, _ in cells), max(c + a for _, c, _, a, _ in cells)


def docx(table: Table) -> bytes:
    import docx as word

    document = word.Document()
    for line in table["before"]:
        document.add_paragraph(line["text"], style="Title" if line.get("style") else None)
    for part in table["tables"]:
        if part.get("heading"):
            document.add_heading(part["heading"], 1)
        grid = document.add_table(*_size(part["rows"]))
        for row, column, down, across, text in _cells(part["rows"]):
            cell = grid.cell(row, column)
            if down > 1 or across > 1:
                cell = cell.merge(grid.cell(row + down - 1, column + across - 1))
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word_file(paragraphs: list[dict[str, str]]) -> bytes:
    """A Word file of paragraphs, each with its text and perhaps a style; `bold` is the text's bold beginning."""
    import docx as word

    document = word.Document()
    for line in paragraphs:
        paragraph = document.add_paragraph(style=line.get("style"))
        if line.get("bold"):
            paragraph.add_run(line["bold"]).bold = True
        paragraph.add_run(line["text"])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def typeset(source: bytes) -> bytes:
    import typst

    return typst.compile(source, format="pdf")


def html(table: Table) -> bytes:
    import html as web

    parts = ["<!doctype html><html><body>"]
    parts += [
        f"<{(tag := 'h1' if line.get('style') else 'p')}>{web.escape(line['text'])}</{tag}>"
        for line in table["before"]
    ]
    for part in table["tables"]:
        if part.get("heading"):
            parts.append(f"<h2>{web.escape(part['heading'])}</h2>")
        parts.append("<table>")
        last = -1
        for row, _column, down, across, text in _cells(part["rows"]):
            parts.append("<tr>" if row != last else "")
            last = row
            body = web.escape(text).replace("\n", "<br>")
            parts.append(f"<td rowspan={down} colspan={across}>{body}</td>")
        parts.append("</table>")
    return "".join(parts).encode()


def xlsx(table: Table) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.create_sheet("Programme", 0)
    del book["Sheet"]
    at = 1
    for line in table["before"]:
        sheet.cell(at, 1, line["text"])
        at += 1
    for part in table["tables"]:
        if part.get("heading"):
            sheet.cell(at, 1, part["heading"])
            at += 1
        for row, column, down, across, text in _cells(part["rows"]):
            sheet.cell(at + row, 1 + column, text)
            if down > 1 or across > 1:
                sheet.merge_cells(
                    start_row=at + row,
                    start_column=1 + column,
                    end_row=at + row + down - 1,
                    end_column=column + across,
                )
        at += _size(part["rows"])[0]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv_file(table: Table) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    for line in table["before"]:
        writer.writerow([line["text"]])
    for part in table["tables"]:
        if part.get("heading"):
            writer.writerow([part["heading"]])
        rows, columns = _size(part["rows"])
        grid = [[""] * columns for _ in range(rows)]
        for row, column, _down, _across, text in _cells(part["rows"]):
            grid[row][column] = text
        writer.writerows(grid)
    return out.getvalue().encode()


def pdf(table: Table) -> bytes:
    """The table with ruled lines, as a word processor would print it."""
    import typst

    def quoted(text: str) -> str:
        lines = text.split("\n")
        return "[" + " \\ ".join(f'#"{line}"' for line in lines) + "]"

    parts = ['#set page(paper: "a4", flipped: true)', "#set text(size: 9pt)"]
    parts += [
        f'#text(size: 16pt, weight: "bold")[#"{line["text"]}"]\n'
        if line.get("style")
        else f'#"{line["text"]}"\n'
        for line in table["before"]
    ]
    for part in table["tables"]:
        if part.get("heading"):
            parts.append(f'#heading[#"{part["heading"]}"]\n')
        _rows, columns = _size(part["rows"])
        body = ", ".join(
            f"table.cell(x: {column}, y: {row}, rowspan: {down}, colspan: {across}){quoted(text)}"
            for row, column, down, across, text in _cells(part["rows"])
        )
        parts.append(f"#table(columns: {columns}, {body})\n")
    return typst.compile("\n".join(parts).encode(), format="pdf")


MAKERS = {"docx": docx, "html": html, "xlsx": xlsx, "csv": csv_file, "pdf": pdf}


def report() -> str:
    """The table of what was found, wrong, missed and invented, paper by paper."""
    lines = ["| paper | found | wrong | missed | invented |", "|---|--:|--:|--:|--:|"]
    total = Score()
    for paper in papers():
        score = scored(paper)
        lines.append(
            f"| {paper.name} | {score.found} | {len(score.wrong)} | {len(score.missed)} | {len(score.invented)} |"
        )
        total.found += score.found
        total.wrong += score.wrong
        total.missed += score.missed
        total.invented += score.invented
    lines.append(
        f"| all | {total.found} | {len(total.wrong)} | {len(total.missed)} | {len(total.invented)} |"
    )
    return "\n".join(lines)

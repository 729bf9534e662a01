"""The programme page: each day a grid of rooms by time, on a phone one column to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemicycle.programme.wording import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hemicycle.engines.formats.programme import Session
    from hemicycle.exports import view
    from hemicycle.exports.html.edition import Card, DayName, Edition
    from hemicycle.exports.html.shell import Porch, Shell

COLUMNS = 7
"""Rooms that fit side by side on a desk; a day with more sets its sessions in rows, each naming its room."""

CHOICES = 12
"""Days, kinds, languages that the style sheet can tell apart; a filter with more is left out."""

ELSEWHERE = ""


@dataclass(frozen=True, slots=True)
class Choice:
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Filter:
    """One choice among the things of the page, made by the style sheet alone."""

    name: str
    label: str
    every: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    note: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A session in its slot.

    `column` is 0 when nothing takes place beside it, `until` its end where the slot has none in common, `own_languages`
    whether its languages are not those at the head of its column.
    """

    card: Card
    column: int
    kind: int
    languages: str
    until: str
    own_languages: bool


@dataclass(frozen=True, slots=True)
class Row:
    """What begins together; `start` and `end` are clock times, empty where the paper gives none."""

    start: str
    end: str
    iso: str
    is_pause: bool
    containers: tuple[Card, ...]
    cells: tuple[Cell, ...]
    pauses: tuple[Card, ...]
    kinds: str
    languages: str


@dataclass(frozen=True, slots=True)
class Grid:
    name: DayName
    columns: str
    """How many columns of rooms, or `many`."""
    rooms: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Page:
    shell: Shell
    filters: tuple[Filter, ...]
    days: tuple[Grid, ...]
    translated: bool
    own_language: str


def page(edition: Edition, porch: Porch) -> Page:
    gettext = edition.words.gettext
    own = edition.programme.language
    return Page(
        shell=porch.shell("programme.html", "programme", gettext("Programme")),
        filters=_filters(edition),
        days=tuple(_grid(day, edition) for day in edition.survey.days),
        translated=edition.is_translated,
        own_language=edition.language_names([own]) if own else "",
    )


def _filters(edition: Edition) -> tuple[Filter, ...]:
    gettext, survey = edition.words.gettext, edition.survey
    days = [name.name for name in edition.day_names.values()]
    kinds = [vocabulary.kind(kind, edition.words) for kind in survey.kinds]
    languages = [edition.language_names([tag]) for tag in survey.languages]
    offered = (
        Filter("day", gettext("Day"), gettext("Every day"), _choices(days)),
        Filter("kind", gettext("Kind"), gettext("Every kind"), _choices(kinds)),
        Filter("language", gettext("Language"), gettext("Any language"), _choices(languages)),
    )
    return tuple(one for one in offered if 1 < len(one.choices) <= CHOICES)


def _choices(names: list[str]) -> tuple[Choice, ...]:
    return tuple(Choice(number, name) for number, name in enumerate(names, 1))


def _grid(day: view.DayView, edition: Edition) -> Grid:
    columns = _columns(day, edition)
    fits = len(columns) <= COLUMNS
    return Grid(
        name=edition.day_names[day.number],
        columns=str(len(columns)) if fits else "many",
        rooms=tuple(_column(key, edition) for key in columns) if fits and len(columns) > 1 else (),
        rows=tuple(_row(slot, columns if fits else [], edition) for slot in day.slots),
    )


def _columns(day: view.DayView, edition: Edition) -> list[str]:
    """The keys of the rooms with parallel sessions, and last what takes place outside or in no room."""
    parallel = [s for slot in day.slots for s in slot.sessions if s.key not in edition.survey.alone]
    used = {_place(session, edition) for session in parallel}
    rooms = [room.key for room in day.rooms if room.key in used]
    return [*rooms, ELSEWHERE] if ELSEWHERE in used else rooms


def _place(session: Session, edition: Edition) -> str:
    room = edition.survey.room[session.room] if session.room else None
    return ELSEWHERE if room is None or room.off_site else room.key


def _column(key: str, edition: Edition) -> Column:
    if key == ELSEWHERE:
        return Column(edition.words.gettext("Elsewhere"), "")
    room = edition.survey.room[key]
    return Column(room.name, edition.language_names(room.languages))


def _row(slot: view.Slot, columns: list[str], edition: Edition) -> Row:
    cells = [_cell(session, slot, columns, edition) for session in slot.sessions]
    if columns:
        cells.sort(key=lambda cell: cell.column)
    first = edition.cards[slot.all[0].key]
    return Row(
        start=f"{slot.starts:%H:%M}" if slot.starts else "",
        end=f"{slot.ends:%H:%M}" if slot.starts and slot.ends else "",
        iso=first.starts,
        is_pause=slot.is_pause,
        containers=tuple(edition.cards[session.key] for session in slot.containers),
        cells=tuple(cells),
        pauses=tuple(edition.cards[session.key] for session in slot.pauses),
        kinds=_union(str(cell.kind) for cell in cells),
        languages=_union(tag for cell in cells for tag in cell.languages.split()),
    )


def _cell(session: Session, slot: view.Slot, columns: list[str], edition: Edition) -> Cell:
    survey = edition.survey
    card = edition.cards[session.key]
    _, ends = survey.hours[session.key]
    spoken = survey.languages_of(session)
    room = survey.room[session.room] if session.room else None
    alone = session.key in survey.alone or not columns
    return Cell(
        card=card,
        column=0 if alone else columns.index(_place(session, edition)) + 1,
        kind=survey.kinds.index(session.kind) + 1,
        languages=_union(str(survey.languages.index(tag) + 1) for tag in spoken),
        until=f"{ends:%H:%M}" if ends and slot.starts and slot.ends is None else "",
        own_languages=alone or room is None or spoken != room.languages,
    )


def _union(tokens: Iterable[str]) -> str:
    """Tokens as an attribute of many values holds them: each once, in order of number."""
    return " ".join(sorted(set(tokens), key=int))

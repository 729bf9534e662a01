"""What each column of a table holds, by its heading, and where it has none by its cells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from hemicycle.engines.reader import cues
from hemicycle.engines.reader.lexicon import Field, Form
from hemicycle.engines.reader.tables.grid import at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemicycle.engines.formats.programme import Role
    from hemicycle.engines.reader.tables.grid import Box, Grid

_HEAD_ROWS = 4
"""Rows at the top of a table among which its headings are looked for."""


class Use(Enum):
    """What a column holds."""

    UNKNOWN = auto()
    TIME = auto()
    START = auto()
    END = auto()
    DATE = auto()
    TITLE = auto()
    PEOPLE = auto()
    ROOM = auto()
    NUMBER = auto()
    KIND = auto()
    THEME = auto()
    LANGUAGES = auto()
    ORGANISERS = auto()
    TEXT = auto()
    NAME = auto()
    POSITION = auto()
    ORGANISATION = auto()
    COUNTRY = auto()
    ASIDE = auto()
    HALL = auto()
    TRACK = auto()
    DAY = auto()
    TONGUE = auto()


FIELDS = {
    Field.TIME: Use.TIME,
    Field.START: Use.START,
    Field.END: Use.END,
    Field.DATE: Use.DATE,
    Field.TITLE: Use.TITLE,
    Field.PEOPLE: Use.PEOPLE,
    Field.ROOM: Use.ROOM,
    Field.NUMBER: Use.NUMBER,
    Field.KIND: Use.KIND,
    Field.THEME: Use.THEME,
    Field.LANGUAGES: Use.LANGUAGES,
    Field.ORGANISERS: Use.ORGANISERS,
    Field.ABSTRACT: Use.TEXT,
    Field.OBJECTIVES: Use.TEXT,
    Field.OUTCOME: Use.TEXT,
    Field.QUESTIONS: Use.TEXT,
    Field.NOTE: Use.TEXT,
    Field.NAME: Use.NAME,
    Field.POSITION: Use.POSITION,
    Field.ORGANISATION: Use.ORGANISATION,
    Field.COUNTRY: Use.COUNTRY,
    Field.CONTACT: Use.ASIDE,
    Field.CAPACITY: Use.ASIDE,
    Field.ACCESS: Use.TEXT,
}
SIDE_BY_SIDE = frozenset({Use.HALL, Use.TRACK, Use.DAY, Use.TONGUE})
_CLOCKED = frozenset({Use.TIME, Use.START})
_OF_LISTS = frozenset({Use.TITLE, Use.PEOPLE, Use.ROOM, Use.TEXT, Use.NAME, Use.KIND})
"""Columns that only a table with one entry per row has."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds, and its heading."""

    use: Use = Use.UNKNOWN
    head: Box | None = None
    role: Role | None = None
    language: str = ""
    spoken: Box | None = None
    """The cell under the heading that gives the languages of a hall."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table and the rows that are its headings."""

    columns: tuple[Column, ...]
    heads: frozenset[int]

    @property
    def clocked(self) -> bool:
        return any(column.use in _CLOCKED for column in self.columns)

    @property
    def side_by_side(self) -> bool:
        return self.clocked and sum(column.use in SIDE_BY_SIDE for column in self.columns) >= 1

    @property
    def tongues(self) -> list[int]:
        return [place for place, column in enumerate(self.columns) if column.use is Use.TONGUE]

    def where(self, use: Use) -> int | None:
        return next((place for place, column in enumerate(self.columns) if column.use is use), None)


def layout(grid: Grid) -> Layout:
    """The columns of a table, read off its headings or guessed from its cells."""
    head = _head_row(grid)
    if head is None:
        return Layout(_guessed(grid), frozenset())
    columns = _headed(grid, head)
    heads = {head, *_repeated(grid, head)}
    spoken = _languages_row(grid, head)
    if spoken is not None:
        heads.add(spoken)
        columns = [
            Column(column.use, column.head, column.role, column.language, at(grid.rows[spoken], place))
            for place, column in enumerate(columns)
        ]
    return Layout(tuple(columns), frozenset(heads))


def _head_row(grid: Grid) -> int | None:
    """The row of headings: it names fields, or stands over a column of times without a time of its own."""
    timed = _time_column(grid)
    for place, row in enumerate(grid.rows[:_HEAD_ROWS]):
        uses = [_use_of_head(box)[0] for box in row]
        known = [use for use in uses if use is not Use.UNKNOWN]
        if len(known) >= 2 or (known and known[0] in _CLOCKED and len(row) >= 2):
            return place
        if timed is not None and len(row) >= 2 and _over_times(row, timed):
            return place
    return None


def _over_times(row: Sequence[Box], timed: int) -> bool:
    corner = at(row, timed)
    if corner is not None and (cues.clock_first(corner.text) is not None or corner.column_span > 1):
        return False
    others = [box for box in row if box.column != timed]
    return len(others) >= 2 and all(len(box.text) < 90 and not cues.clocks(box.text) for box in others)


def _time_column(grid: Grid) -> int | None:
    """The column in which most cells begin with a time."""
    best: tuple[int, int] | None = None
    for number in range(min(grid.width, 4)):
        count = sum(
            1
            for box in grid.column(number)
            if box.column_span == 1 and cues.clock_first(box.text) is not None
        )
        if count and (best is None or count > best[1]):
            best = (number, count)
    return best[0] if best else None


def _use_of_head(box: Box) -> tuple[Use, Role | None]:
    text = box.text.strip(" :*")
    label = cues.field(text)
    role = cues.role(text)
    if label is not None and label.form is Form.ALONE:
        return FIELDS.get(label.field, Use.UNKNOWN), None
    if role is not None and role.form is Form.ALONE and not cues.kind_of(text):
        return Use.PEOPLE, role.role
    return (Use.PEOPLE, role.role) if role is not None and role.form is Form.ALONE else (Use.UNKNOWN, None)


def _headed(grid: Grid, head: int) -> list[Column]:
    columns = [Column() for _ in range(grid.width)]
    for box in grid.rows[head]:
        use, role = _use_of_head(box)
        column = Column(use, box, role)
        for place in range(box.column, min(box.column + box.column_span, grid.width)):
            columns[place] = column
    _time_without_head(grid, columns)
    _organisations_of_people(columns)
    if any(column.use in _CLOCKED for column in columns):
        columns = [_beside_times(column, columns) for column in columns]
        _tracks_or_halls(columns)
        _first_as_title(columns)
    return columns


def _organisations_of_people(columns: list[Column]) -> None:
    """An organisation in the column after the people is theirs, not the organiser's."""
    for place, column in enumerate(columns[1:], 1):
        if column.use is Use.ORGANISERS and columns[place - 1].use in {Use.PEOPLE, Use.NAME, Use.POSITION}:
            columns[place] = replace(column, use=Use.ORGANISATION)


def _first_as_title(columns: list[Column]) -> None:
    """In a table of entries without a known heading for titles, the first unknown column has them."""
    if any(column.use is Use.TITLE for column in columns) or not any(
        column.use in _OF_LISTS for column in columns
    ):
        return
    place = next((place for place, column in enumerate(columns) if column.use is Use.UNKNOWN), None)
    if place is not None:
        columns[place] = replace(columns[place], use=Use.TITLE)


def _tracks_or_halls(columns: list[Column]) -> None:
    """Headings side by side are of one sort: tracks when one is called so or all are topics, and none is a room."""
    heads = [
        column.head.text
        for column in columns
        if column.use in {Use.HALL, Use.TRACK} and column.head is not None
    ]
    rooms = any((found := cues.room(text)) is not None and found.confidence >= 0.8 for text in heads)
    tracks = any(cues.is_track(text) for text in heads) or all(cues.topical(text) for text in heads)
    sort = Use.TRACK if tracks and not rooms else Use.HALL
    for place, column in enumerate(columns):
        if column.use in {Use.HALL, Use.TRACK}:
            columns[place] = replace(column, use=sort)


def _time_without_head(grid: Grid, columns: list[Column]) -> None:
    if any(column.use in _CLOCKED for column in columns):
        return
    timed = _time_column(grid)
    if timed is not None:
        columns[timed] = Column(Use.TIME, columns[timed].head)


def _beside_times(column: Column, columns: list[Column]) -> Column:
    """A heading that is no field is what tells columns apart: halls, tracks, days or languages."""
    if column.use is not Use.UNKNOWN or column.head is None:
        return column
    text = column.head.text
    if any(other.use in _OF_LISTS for other in columns):
        return Column(Use.UNKNOWN, column.head)
    tongue = cues.language_name(text)
    if tongue:
        return Column(Use.TONGUE, column.head, language=tongue)
    if cues.day(text) is not None:
        return Column(Use.DAY, column.head)
    return Column(Use.HALL, column.head)


def _repeated(grid: Grid, head: int) -> list[int]:
    """The heading row printed again, as on every page."""
    words = [box.text for box in grid.rows[head]]
    return [
        place for place, row in enumerate(grid.rows) if place > head and [box.text for box in row] == words
    ]


def _languages_row(grid: Grid, head: int) -> int | None:
    """The row under the headings that gives each hall's languages."""
    place = head + 1
    if place >= len(grid.rows):
        return None
    row = grid.rows[place]
    told = [bool(cues.languages_only(box.text)) for box in row]
    named = cues.field(row[0].text) if row else None
    labelled = named is not None and named.field is Field.LANGUAGES
    return place if sum(told) >= 2 and sum(told) >= len(told) - 1 - labelled else None


def _guessed(grid: Grid) -> tuple[Column, ...]:
    timed = _time_column(grid)
    if timed is None:
        return tuple(Column() for _ in range(grid.width))
    return tuple(Column(_guess(grid, place, timed)) for place in range(grid.width))


def _guess(grid: Grid, place: int, timed: int) -> Use:
    """What a column without a heading holds, by most of its cells."""
    if place == timed:
        return Use.TIME
    cells = [box for box in grid.column(place) if box.column_span == 1]
    if not cells:
        return Use.UNKNOWN
    if sum(cues.clock_only(box.text) is not None for box in cells) * 2 > len(cells):
        return Use.END if place == timed + 1 else Use.UNKNOWN
    if sum(cues.place_only(box.text) is not None for box in cells) * 2 > len(cells):
        return Use.ROOM
    if sum(cues.names_someone(box.text) for box in cells) * 2 > len(cells):
        return Use.PEOPLE
    return Use.UNKNOWN

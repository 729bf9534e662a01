"""A day as a grid: rows are times, columns rooms; what stands alone spans the width, and pauses are bands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hemicycle.engines.formats.programme import Room, Session
    from hemicycle.exports.view import DayView, Slot

WIDEST = 7
"""Columns that a page can hold beside the times."""

Column: TypeAlias = "Room | None"
"""A room, or None for everything that is outside or has no room."""


@dataclass(frozen=True, slots=True)
class Place:
    """What stands at a row, from `column` on, over `columns` columns and `rows` rows; several when they share a room."""

    column: int
    columns: int = 1
    rows: int = 1
    sessions: tuple[Session, ...] = ()
    pause: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """`free` are the columns where nothing is, in this row or from an earlier one; `beside` is told beside the time."""

    slot: Slot
    places: tuple[Place, ...] = ()
    free: tuple[int, ...] = ()
    beside: tuple[Session, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid of a day, or of some of its rooms when there are more than a page is wide."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(slots=True)
class _Sheet:
    """A grid that is being filled: which fields a session of an earlier row reaches into."""

    columns: Sequence[Column]
    taken: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def free(self, row: int) -> tuple[int, int]:
        """The first column and the length of the longest stretch that is free in a row."""
        best, start = (0, 0), 0
        for column in range(len(self.columns) + 1):
            if column == len(self.columns) or column in self.taken[row]:
                best = max(best, (start, column - start), key=lambda stretch: stretch[1])
                start = column + 1
        return best

    def left(self, row: int, places: Sequence[Place]) -> tuple[int, ...]:
        """The columns of a row that nothing reaches, once `places` are filled."""
        used = {column for place in places for column in range(place.column, place.column + place.columns)}
        return tuple(c for c in range(len(self.columns)) if c not in used and c not in self.taken[row])


def grids(day: DayView, rooms: Mapping[str, Room]) -> tuple[Grid, ...]:
    """The day as one grid, or as several of about equal width."""
    reaches = [
        {session.key: _reach(session, number, day.slots) for session in slot.sessions}
        for number, slot in enumerate(day.slots)
    ]
    columns = _columns(day, reaches, rooms)
    parts = max(1, ceil(len(columns) / WIDEST))
    width = max(1, ceil(len(columns) / parts))
    return tuple(
        _grid(day, columns[at : at + width], reaches, rooms) for at in range(0, max(1, len(columns)), width)
    )


def column_of(session: Session, rooms: Mapping[str, Room]) -> Column:
    room = rooms.get(session.room or "")
    return None if room is None or room.off_site else room


def _columns(
    day: DayView, reaches: Sequence[Mapping[str, int]], rooms: Mapping[str, Room]
) -> tuple[Column, ...]:
    """The rooms that have something beside something else, in the day's order; everything outside comes last."""
    needed = {
        column_of(session, rooms)
        for slot, reach in zip(day.slots, reaches, strict=True)
        for session in slot.sessions
        if not _stands_alone(slot, reach)
    }
    inside: list[Column] = [room for room in day.rooms if room in needed]
    return tuple(inside + ([None] if None in needed else []))


def _stands_alone(slot: Slot, reach: Mapping[str, int]) -> bool:
    return len(slot.sessions) == 1 and max(reach.values()) == 1


def _reach(session: Session, number: int, slots: Sequence[Slot]) -> int:
    """The number of rows from the one in which the session begins to the one in which it ends."""
    count = 1
    for later in slots[number + 1 :]:
        if not _before(later, session):
            break
        count += 1
    return count


def _before(later: Slot, session: Session) -> bool:
    """Whether the later slot begins while the session goes on; times with and without an offset do not compare."""
    if later.starts is None or session.ends is None:
        return False
    if (later.starts.tzinfo is None) != (session.ends.tzinfo is None):
        return False
    return later.starts < session.ends


def _grid(
    day: DayView,
    columns: Sequence[Column],
    reaches: Sequence[Mapping[str, int]],
    rooms: Mapping[str, Room],
) -> Grid:
    sheet = _Sheet(columns or (None,))
    rows = []
    for number, slot in enumerate(day.slots):
        if not columns or _spans(slot, reaches[number]):
            places = _across(slot, number, sheet)
            beside = () if places else slot.all
        else:
            places = _side_by_side(day.slots, number, reaches[number], sheet, rooms)
            beside = slot.containers + slot.pauses
        if places or sheet.taken[number]:
            rows.append(Row(slot, places, sheet.left(number, places), beside))
    return Grid(tuple(columns), tuple(rows))


def _spans(slot: Slot, reach: Mapping[str, int]) -> bool:
    return not slot.sessions or _stands_alone(slot, reach)


def _across(slot: Slot, number: int, sheet: _Sheet) -> tuple[Place, ...]:
    column, columns = sheet.free(number)
    if not columns:
        return ()
    return (Place(column, columns, 1, slot.all, slot.is_pause),)


def _side_by_side(
    slots: Sequence[Slot],
    number: int,
    reach: Mapping[str, int],
    sheet: _Sheet,
    rooms: Mapping[str, Room],
) -> tuple[Place, ...]:
    together: dict[int, list[Session]] = defaultdict(list)
    for session in slots[number].sessions:
        room = column_of(session, rooms)
        if room in sheet.columns:
            together[sheet.columns.index(room)].append(session)
    places = []
    for column, sessions in sorted(together.items()):
        rows = 1
        while rows < max(reach[session.key] for session in sessions) and not _begins(
            slots[number + rows], sheet.columns[column], rooms
        ):
            sheet.taken[number + rows].add(column)
            rows += 1
        places.append(Place(column, 1, rows, tuple(sessions)))
    return tuple(places)


def _begins(slot: Slot, column: Column, rooms: Mapping[str, Room]) -> bool:
    return any(column_of(session, rooms) == column for session in slot.sessions)

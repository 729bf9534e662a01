"""A time zone as iCalendar describes it: the offset at the beginning of each year concerned, and every change in it."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_UTC = ZoneInfo("UTC")
_DAY = timedelta(1)


def vtimezone(zone: ZoneInfo, years: Iterable[int]) -> Iterator[str]:
    """The lines of the VTIMEZONE of a zone, right for these years."""
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{zone.key}"
    for year in sorted(set(years)) or [1970]:
        yield from _observances(zone, year)
    yield "END:VTIMEZONE"


# Thousands of calendars of the same days are written in a row, and a year is looked through day by day.
@lru_cache(maxsize=256)
def _observances(zone: ZoneInfo, year: int) -> tuple[str, ...]:
    begins = datetime(year, 1, 1, tzinfo=_UTC)
    lines = list(_observance(zone, begins, before=_offset(zone, begins)))
    for change in _changes(zone, year):
        lines += _observance(zone, change, before=_offset(zone, change - timedelta(seconds=1)))
    return tuple(lines)


def _changes(zone: ZoneInfo, year: int) -> Iterator[datetime]:
    """The instants within a year, to the second, from which another offset holds."""
    at = datetime(year, 1, 1, tzinfo=_UTC)
    for _ in range(366):
        following = at + _DAY
        if _offset(zone, at) != _offset(zone, following):
            yield _change(zone, at, following)
        at = following


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    old = _offset(zone, before)
    while after - before > timedelta(seconds=1):
        middle = (before + (after - before) / 2).replace(microsecond=0)
        before, after = (middle, after) if _offset(zone, middle) == old else (before, middle)
    return after


def _observance(zone: ZoneInfo, at: datetime, *, before: timedelta) -> Iterator[str]:
    offset, local = _offset(zone, at), at.astimezone(zone)
    name = "DAYLIGHT" if local.dst() else "STANDARD"
    yield f"BEGIN:{name}"
    # The onset is written in the time that held until then.
    yield f"DTSTART:{(at + before).replace(tzinfo=None):%Y%m%dT%H%M%S}"
    yield f"TZOFFSETFROM:{_written(before)}"
    yield f"TZOFFSETTO:{_written(offset)}"
    yield f"TZNAME:{local.tzname()}"
    yield f"END:{name}"


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _written(offset: timedelta) -> str:
    sign, seconds = "-" if offset < timedelta() else "+", abs(int(offset.total_seconds()))
    rest = f"{seconds % 60:02}" if seconds % 60 else ""
    return f"{sign}{seconds // 3600:02}{seconds // 60 % 60:02}{rest}"

"""Printed days to dates: years from elsewhere in the paper, and days that are only counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import UNDATED_YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemicycle.engines.reader.outline.drafts import Dated, Front, Said
    from hemicycle.engines.reader.source import Hints

_MIDDLE_YEAR = 2020
"""Where a paper prints no year at all, a weekday is looked for in the years nearest to this one, earlier first."""
_FAR = 28


@dataclass(frozen=True, slots=True)
class Resolved:
    """A date, and whether its year, or all of it, is assumed; `said` are the lines it rests on."""

    date: date
    said: tuple[Said, ...]
    assumed: bool = False


def resolve(days: Sequence[Dated], front: Front, hints: Hints) -> list[Resolved]:
    """A date for each printed day, in their order.

    The year is the one printed with the day, else the paper's, else the hint's, else the one in which the weekday fits;
    a day that is only counted is counted from the first date of the first page, else from the hint, else from the year 1.
    """
    year = _paper_year(days, front, hints)
    resolved = [_dated(day, year, front, hints) for day in days]
    return _counted(days, resolved, front, hints, year)


def _paper_year(days: Sequence[Dated], front: Front, hints: Hints) -> int | None:
    years = [span.year for span in front.dates if span.year] or [day.year for day in days if day.year]
    if years:
        return years[0]
    if front.as_of is not None and front.as_of.year:
        return front.as_of.year
    return hints.year or _year_by_weekdays(days)


def _dated(day: Dated, year: int | None, front: Front, hints: Hints) -> Resolved | None:
    if day.day is None or day.month is None:
        return _by_span(day, front, year)
    known = day.year or year
    made = _date(known or UNDATED_YEAR, day.month, day.day)
    if made is None:
        return None
    printed = day.year is not None or _printed_elsewhere(front, hints)
    return Resolved(made, (day.said,), assumed=not printed)


def _printed_elsewhere(front: Front, hints: Hints) -> bool:
    printed = any(span.year for span in front.dates) or (
        front.as_of is not None and front.as_of.year is not None
    )
    return printed or hints.year is not None


def _by_span(day: Dated, front: Front, year: int | None) -> Resolved | None:
    """A day given as "Thursday 16" or "Thursday" alone, found among the days of the first page."""
    for made, said, assumed in _days_of(front, year):
        if day.day is not None and day.day == made.day:
            return Resolved(made, (day.said, said), assumed=assumed)
        if day.day is None and day.weekday is not None and day.weekday == made.isoweekday():
            return Resolved(made, (day.said, said), assumed=assumed)
    return None


def _days_of(front: Front, year: int | None) -> list[tuple[date, Said, bool]]:
    found: list[tuple[date, Said, bool]] = []
    for span in front.dates:
        known = span.year or year or _year_by_weekday(span.day, span.month, span.weekday) or UNDATED_YEAR
        first, last = _date(known, span.month, span.day), _date(known, span.last_month, span.last_day)
        if first is None or last is None:
            continue
        if last < first:
            last = _date(known + 1, span.last_month, span.last_day) or first
        length = min((last - first).days, 60)
        found.extend((first + timedelta(days=n), span.said, span.year is None) for n in range(length + 1))
    return found


def _counted(
    days: Sequence[Dated], resolved: list[Resolved | None], front: Front, hints: Hints, year: int | None
) -> list[Resolved]:
    """Days that are only counted, or not even that, set into the order of the others."""
    start = _first_day(days, resolved, front, hints, year)
    made: list[Resolved] = []
    for place, (day, known) in enumerate(zip(days, resolved, strict=True)):
        if known is not None:
            made.append(known)
            continue
        count = (day.count or place + 1) - 1
        base, said, assumed = start
        made.append(Resolved(base + timedelta(days=count), (day.said, *said), assumed=assumed))
    return made


def _first_day(
    days: Sequence[Dated], resolved: Sequence[Resolved | None], front: Front, hints: Hints, year: int | None
) -> tuple[date, tuple[Said, ...], bool]:
    for place, (day, known) in enumerate(zip(days, resolved, strict=True)):
        if known is not None:
            count = (day.count or place + 1) - 1
            return known.date - timedelta(days=count), (known.said[0],), True
    listed = _days_of(front, year)
    if listed:
        return listed[0][0], (listed[0][1],), listed[0][2]
    given = _iso(hints.first_day)
    if given is not None:
        return given, (), True
    return date(UNDATED_YEAR, 1, 1), (), True


def only_day(front: Front, hints: Hints) -> Resolved | None:
    """The day of a paper that prints its date once, on its first page, and no heading for it."""
    listed = _days_of(front, hints.year or (front.as_of.year if front.as_of else None))
    if not listed:
        return None
    made, said, assumed = listed[0]
    return Resolved(made, (said,), assumed=assumed)


def first_of_all(hints: Hints, where: Said) -> Resolved:
    """The day of a paper that prints no date anywhere; it rests on the line of the first time."""
    known = _iso(hints.first_day)
    return Resolved(known or date(UNDATED_YEAR, 1, 1), (where,), assumed=True)


def _iso(printed: str) -> date | None:
    try:
        return date.fromisoformat(printed) if printed else None
    except ValueError:
        return None


def as_of(front: Front, days: Sequence[Resolved], hints: Hints) -> date | None:
    """The date of the paper itself; without a year, the last such day before the event."""
    dated = front.as_of
    if dated is None or dated.day is None or dated.month is None:
        return None
    if dated.year is not None:
        return _date(dated.year, dated.month, dated.day)
    first = min((day.date for day in days), default=None)
    if first is None or first.year == UNDATED_YEAR:
        return _date(hints.year, dated.month, dated.day) if hints.year else None
    same_year = _date(first.year, dated.month, dated.day)
    if same_year is not None and same_year <= first + timedelta(days=31):
        return same_year
    return _date(first.year - 1, dated.month, dated.day)


def _year_by_weekdays(days: Sequence[Dated]) -> int | None:
    """The year in which most of the printed weekdays fit their dates."""
    told = [(day.day, day.month, day.weekday) for day in days if day.day and day.month and day.weekday]
    if not told:
        return None
    nearest = _nearest_years()
    fits = {year: sum(_is_weekday(year, *each) for each in told) for year in nearest}
    best = max(nearest, key=lambda year: fits[year])
    return best if fits[best] else None


def _is_weekday(year: int, day: int, month: int, weekday: int) -> bool:
    made = _date(year, month, day)
    return made is not None and made.isoweekday() == weekday


def _year_by_weekday(day: int, month: int, weekday: int | None) -> int | None:
    if weekday is None:
        return None
    return next((year for year in _nearest_years() if _is_weekday(year, day, month, weekday)), None)


def _nearest_years() -> list[int]:
    return sorted(
        range(_MIDDLE_YEAR - _FAR, _MIDDLE_YEAR + _FAR), key=lambda year: (abs(year - _MIDDLE_YEAR), year)
    )


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

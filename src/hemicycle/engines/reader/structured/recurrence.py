"""Repeating events of a calendar (RFC 5545, RRULE), as far as programmes use them, and never endlessly."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from hemicycle.engines.reader.structured import moments

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST = 60
"""Occurrences of one event that are read; a conference has no more."""
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_PARTS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST"}
_BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_STEPS = 3000
"""Periods that are looked at for occurrences, so that a rule that never comes true ends."""


def expand(rule: str, starts: datetime, most: int = MOST) -> tuple[datetime, ...] | None:
    """The starts that a rule gives, the first included, at the same time of day; None for a rule that is not read.

    Raises nothing: a rule that is none is one that is not read.
    """
    parts = {
        name.strip().upper(): value.strip().upper()
        for name, _, value in (p.partition("=") for p in rule.split(";"))
    }
    if not parts.keys() <= _PARTS or parts.get("FREQ") not in {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}:
        return None
    try:
        interval, count = int(parts.get("INTERVAL") or 1), int(parts.get("COUNT") or most)
        until = moments.moment(parts["UNTIL"]) if "T" in parts.get("UNTIL", "") else None
        last = moments.day(parts["UNTIL"]) if "UNTIL" in parts else None
        days = _days(parts, starts.date(), max(interval, 1))
        found = [
            datetime.combine(on, starts.timetz())
            for on in islice(_from(starts.date(), days), min(count, most))
        ]
    except (ValueError, OverflowError):
        return None
    return tuple(at for at in found if _before(at, until, last))


def _before(at: datetime, until: datetime | None, last: date | None) -> bool:
    if until is not None and until.tzinfo is not None and at.tzinfo is not None:
        return at <= until
    return last is None or at.date() <= last


def _from(first: date, days: Iterator[date]) -> Iterator[date]:
    """The days of a rule from the first on; the first itself always counts."""
    yield first
    yield from (on for on in days if on > first)


def _days(parts: Mapping[str, str], first: date, interval: int) -> Iterator[date]:
    frequency = parts["FREQ"]
    months = {int(month) for month in parts.get("BYMONTH", "").split(",") if month}
    named = [found for word in parts.get("BYDAY", "").split(",") if (found := _BY_DAY.fullmatch(word))]
    numbers = [int(number) for number in parts.get("BYMONTHDAY", "").split(",") if number]
    for step in range(_STEPS):
        if frequency == "DAILY":
            period = [first + timedelta(step * interval)]
            period = [
                on for on in period if not named or _WEEKDAYS[on.weekday()] in {found[2] for found in named}
            ]
        elif frequency == "WEEKLY":
            period = _week(first, step * interval, {found[2] for found in named})
        else:
            period = _months(frequency, first, step * interval, (months, named, numbers))
        yield from (on for on in period if not months or on.month in months)


def _week(first: date, weeks: int, weekdays: set[str]) -> list[date]:
    monday = first + timedelta(7 * weeks - first.weekday())
    wanted = weekdays or {_WEEKDAYS[first.weekday()]}
    return [monday + timedelta(n) for n, weekday in enumerate(_WEEKDAYS) if weekday in wanted]


def _months(
    frequency: str, first: date, step: int, by: tuple[set[int], list[re.Match[str]], list[int]]
) -> list[date]:
    months, named, numbers = by
    if frequency == "YEARLY":
        chosen = [(first.year + step, month) for month in sorted(months or {first.month})]
    else:
        years, month = divmod(first.month - 1 + step, 12)
        chosen = [(first.year + years, month + 1)]
    found: set[date] = set()
    for year, month in chosen:
        length = calendar.monthrange(year, month)[1]
        wanted = [n if n > 0 else length + 1 + n for n in numbers] or ([] if named else [first.day])
        found.update(date(year, month, n) for n in wanted if 1 <= n <= length)
        for match in named:
            found.update(_weekdays(year, month, match))
    return sorted(found)


def _weekdays(year: int, month: int, match: re.Match[str]) -> list[date]:
    """The days of a month that are, say, the last Sunday, or every Sunday."""
    length = calendar.monthrange(year, month)[1]
    weekday = _WEEKDAYS.index(match[2])
    all_of_them = [
        date(year, month, n) for n in range(1, length + 1) if date(year, month, n).weekday() == weekday
    ]
    if not match[1]:
        return all_of_them
    place = int(match[1])
    within = 0 < abs(place) <= len(all_of_them)
    return [all_of_them[place - 1 if place > 0 else place]] if within else []

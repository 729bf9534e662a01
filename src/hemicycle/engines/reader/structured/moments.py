"""Times of structured files: ISO dates and moments, clock times, durations, and the zone they are in."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOMENT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]+(\d{1,2}):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
_EUROPEAN = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_CLOCK = re.compile(
    r"(\d{1,2})\s*(?:[:.hH]\s*(\d{2})?)?(?::(\d{2}))?\s*(?:([ap])\.?\s?m\.?)?(?:\s*(?:uhr|hrs?|h))?",
    re.IGNORECASE,
)
_HOURS = re.compile(r"(?:(\d+)[.\s]+)?(\d+):(\d{2})(?::(\d{2}))?")
_ISO_DURATION = re.compile(r"P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.IGNORECASE)
_WORDED = re.compile(r"(?:(\d+(?:[.,]\d+)?)\s*h\w*\.?)?\s*(?:(\d+)\s*(?:m\w*\.?|['’′]))?", re.IGNORECASE)


def zone(name: str) -> ZoneInfo | None:
    """The IANA time zone of this name; nothing for any other name."""
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, OSError, KeyError):
        return None


def fixed(at: datetime) -> datetime:
    """The same moment with a plain offset, as it is printed."""
    offset = at.utcoffset()
    return at if offset is None else at.replace(tzinfo=UTC if not offset else timezone(offset), fold=0)


def localised(at: datetime, place: ZoneInfo | None) -> datetime:
    """The moment on the clocks of a zone: one without an offset is there already."""
    if place is None:
        return at
    try:
        return fixed(at.replace(tzinfo=place) if at.tzinfo is None else at.astimezone(place))
    except OverflowError:
        return at


def relocalised(at: datetime, first: datetime, home: ZoneInfo | None) -> datetime:
    """A repetition of `first` at the same time of day: its offset is that of its own day, not of the first one's."""
    if home is None or first.tzinfo is None or first.astimezone(home).utcoffset() != first.utcoffset():
        return at
    return localised(at.replace(tzinfo=None), home)


def moment(text: str) -> datetime | None:
    """A date with a time, with or without an offset; a date alone is no moment."""
    found = _MOMENT.fullmatch(text.strip())
    if not found or found[4] is None:
        return None
    try:
        at = datetime(*(int(found[n] or 0) for n in range(1, 7)), tzinfo=_offset(found[7]))  # type: ignore[misc,arg-type]  # six numbers
    except ValueError:
        return None
    return at


def _offset(text: str | None) -> timezone | None:
    if not text:
        return None
    if text in "Zz":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:] if len(text) > 3 else 0)
    if minutes >= 24 * 60:
        raise ValueError(text)
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes)) if minutes else UTC


def day(text: str) -> date | None:
    """A date in figures: 2017-11-16, 20171116, 16.11.2017, 16/11/2017, also at the beginning of a moment."""
    text = text.strip()
    found = _MOMENT.match(text)
    numbers = (found[1], found[2], found[3]) if found else None
    if numbers is None and (european := _EUROPEAN.match(text)):
        numbers = (european[3], european[2], european[1])
    if numbers is None:
        return None
    try:
        return date(int(numbers[0]), int(numbers[1]), int(numbers[2]))
    except ValueError:
        return None


def clock(text: str) -> time | None:
    """A time of day in figures: 9:30, 09.30, 9h30, 14h, 2 pm, 9:30:00; a bare number is none."""
    text = text.strip()
    found = _CLOCK.fullmatch(text)
    if not found or text.isdigit():
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[4]:
        hour = hour % 12 + (12 if found[4] in "pP" else 0)
    try:
        return time(0 if hour == 24 and not minute else hour, minute, int(found[3] or 0))
    except ValueError:
        return None


def clocks(text: str) -> tuple[time | None, time | None]:
    """A time or a span of times: "9:30-10:00", "9h30 à 10h", "from 9.30 to 10"."""
    whole = clock(text)
    if whole:
        return whole, None
    parts = [
        part
        for part in re.split(
            r"\s*[-–—−]\s*|\s+(?:to|till|until|à|a|bis|tot|hasta|até|ile|e|-)\s+", text.strip()
        )
        if part
    ]
    if len(parts) != 2:
        return None, None
    first, last = clock(parts[0]), clock(parts[1])
    if first is None and last is not None:
        first = clock(f"{parts[0]}:00") if parts[0].isdigit() else None
    if last is None and first is not None and parts[1].isdigit():
        last = clock(f"{parts[1]}:00")
    return (first, last) if first else (None, None)


def duration(value: object) -> timedelta | None:
    """A length of time: "01:30", "1:30:00", PT1H30M, "1 h 30", "90 min", or a number of minutes."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return timedelta(minutes=value) if 0 <= value <= 60 * 24 * 60 else None
    if not isinstance(value, str) or not value.strip():
        return None
    text = value.strip()
    try:
        return _duration(text)
    except (OverflowError, ValueError):
        return None


def _duration(text: str) -> timedelta | None:
    if text.isdigit():
        return duration(int(text))
    if found := _HOURS.fullmatch(text):
        days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return timedelta(days, seconds, minutes=minutes, hours=hours)
    if found := _ISO_DURATION.fullmatch(text):
        weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return timedelta(days, seconds, minutes=minutes, hours=hours, weeks=weeks)
    if (worded := _WORDED.fullmatch(text)) and (worded[1] or worded[2]):
        return timedelta(hours=float((worded[1] or "0").replace(",", ".")), minutes=int(worded[2] or 0))
    return None


def common_zone(moments: Iterable[datetime], named: str) -> str:
    """The zone of moments that carry offsets: the named one where it fits them, else the offset they all share.

    Nothing where they share none that has a name. A fixed offset of whole hours is named as IANA does it:
    UTC, or Etc/GMT-1 for one hour ahead.
    """
    place = zone(named)
    offsets = Counter(at.utcoffset() for at in moments if at.tzinfo is not None)
    if place is not None and all(at.tzinfo is None or _fits(at, place) for at in moments):
        return named
    if not offsets:
        return named if place is not None else ""
    hours, rest = divmod((next(iter(offsets)) or timedelta()).total_seconds(), 3600)
    if len(offsets) > 1 or rest:
        return named if place is not None else ""
    return f"Etc/GMT{-hours:+.0f}" if hours else "UTC"


def _fits(at: datetime, place: ZoneInfo) -> bool:
    return at.astimezone(place).utcoffset() == at.utcoffset()

"""Minutes of a day to moments in time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import UNDATED_YEAR

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


def moment(day: date, minutes: int, zone: ZoneInfo | None) -> datetime:
    """The moment so many minutes after midnight; a day without a date has no offset from any zone."""
    naive = datetime.combine(day + timedelta(days=minutes // 1440), time(minutes // 60 % 24, minutes % 60))
    return naive if zone is None or day.year == UNDATED_YEAR else naive.replace(tzinfo=zone)

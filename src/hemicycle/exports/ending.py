"""When sessions end that print no end, for formats that cannot leave it open."""

from __future__ import annotations

from bisect import bisect_right
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemicycle.engines.formats.programme import Programme

FALLBACK = timedelta(hours=1)
"""Length of the last session of a day that prints no end."""


def ends_of(programme: Programme) -> Mapping[str, datetime]:
    """The end of every session that has a start, by key.

    It is the printed one, else when the next session of the day begins, else an hour later.
    """
    starts = sorted({_clock(session.starts) for session in programme.sessions if session.starts})
    ends: dict[str, datetime] = {}
    for session in programme.sessions:
        if session.starts is None:
            continue
        if session.ends is not None and (session.ends.tzinfo is None) == (session.starts.tzinfo is None):
            ends[session.key] = session.ends
            continue
        at = _clock(session.starts)
        place = bisect_right(starts, at)
        following = starts[place] if place < len(starts) else None
        same_day = following is not None and following.date() == at.date()
        length = following - at if following is not None and same_day else FALLBACK
        ends[session.key] = session.starts + length
    return ends


def _clock(at: datetime) -> datetime:
    return at.replace(tzinfo=None)

"""The zones of a calendar's times: IANA names, names that hide one, and rules that the file itself brings."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from hemicycle.engines.reader.structured import moments, recurrence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from zoneinfo import ZoneInfo

    from hemicycle.engines.reader.structured.ical_tree import Component, Property

_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?")
_VALUE = re.compile(r"(\d{8})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?", re.IGNORECASE)
_PATH = re.compile(r"[A-Z][A-Za-z_]+/[A-Za-z_+-]+(?:/[A-Za-z_+-]+)?$")
_MOST_YEARS = 700
"""Outlook begins its zones in 1601."""


class Zones:
    """What the names of zones mean in one calendar."""

    def __init__(self, calendars: Iterable[Component]) -> None:
        self._rules = {
            zone.text("TZID"): zone
            for found in calendars
            for zone in found.walk()
            if zone.name == "VTIMEZONE"
        }

    def name(self, tzid: str) -> str:
        """The IANA name behind a zone of the file; nothing where there is none."""
        rules = self._rules.get(tzid)
        choices = [tzid, rules.text("X-LIC-LOCATION") if rules else ""]
        if path := _PATH.search(tzid):
            choices.append(path[0])
        return next((choice for choice in choices if moments.zone(choice)), "")

    def moment(self, found: Property, home: ZoneInfo | None) -> tuple[datetime, bool] | None:
        """The moment of a property, and whether it is a whole day; a floating time is one at home.

        An offset stays as the file has it; without any, and without a home, the moment has none.
        """
        value = _VALUE.fullmatch(found.value.strip())
        if not value:
            return None
        try:
            at = datetime.strptime(value[1], "%Y%m%d")  # noqa: DTZ007 -- its zone follows
            if value[2] is None:
                return at, True
            at = at.replace(hour=int(value[2]), minute=int(value[3]), second=min(int(value[4]), 59))
        except ValueError:
            return None
        if value[5]:
            return at.replace(tzinfo=UTC), False
        return self._localised(at, found.parameters.get("TZID", ""), home), False

    def _localised(self, at: datetime, tzid: str, home: ZoneInfo | None) -> datetime:
        if not tzid:
            return moments.localised(at, home)
        if place := moments.zone(self.name(tzid)):
            return moments.localised(at, place)
        offset = self._offset(at, tzid)
        return at if offset is None else at.replace(tzinfo=offset)

    def _offset(self, at: datetime, tzid: str) -> timezone | None:
        """The offset that the file's own rules give: of the change that came last before the moment."""
        rules = self._rules.get(tzid)
        changes = [
            (onset, rule) for rule in (rules.children if rules else ()) if (onset := _last_onset(rule, at))
        ]
        if not changes:
            return None
        rule = max(changes, key=lambda change: change[0])[1]
        found = _OFFSET.fullmatch(rule.text("TZOFFSETTO"))
        if not found:
            return None
        length = timedelta(hours=int(found[2]), minutes=int(found[3]))
        return (
            timezone(-length if found[1] == "-" else length) if timedelta(0) < length < timedelta(1) else UTC
        )


def _last_onset(rule: Component, at: datetime) -> datetime | None:
    starts = moments.moment(rule.text("DTSTART"))
    if starts is None:
        return None
    starts = starts.replace(tzinfo=None)
    onsets: tuple[datetime, ...] = (starts,)
    if repeats := rule.first("RRULE"):
        onsets = recurrence.expand(repeats.value, starts, _MOST_YEARS) or onsets
    past = [onset for onset in onsets if onset <= at]
    return max(past) if past else starts if rule.name == "STANDARD" and not repeats else None

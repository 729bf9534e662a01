"""The time zone of a programme: printed, or that of the place, or what the reader knows."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from hemicycle.engines.reader import places
from hemicycle.engines.reader.outline.drafts import Said

if TYPE_CHECKING:
    from hemicycle.engines.reader.evidence import Ledger
    from hemicycle.engines.reader.outline.drafts import Outline
    from hemicycle.engines.reader.source import Hints

_PRINTED = {
    "CET": "CET", "CEST": "CET", "MEZ": "CET", "MESZ": "CET", "EET": "EET", "EEST": "EET", "WET": "WET", "WEST": "WET",
    "UTC": "UTC", "GMT": "UTC", "BST": "Europe/London", "TRT": "Europe/Istanbul", "MSK": "Europe/Moscow",
    "EAT": "Africa/Nairobi", "WAT": "Africa/Lagos", "CAT": "Africa/Maputo", "SAST": "Africa/Johannesburg",
    "EST": "America/New_York", "EDT": "America/New_York", "ET": "America/New_York",
    "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles", "PT": "America/Los_Angeles",
    "BRT": "America/Sao_Paulo", "ART": "America/Argentina/Buenos_Aires", "COT": "America/Bogota", "PET": "America/Lima",
    "SGT": "Asia/Singapore", "JST": "Asia/Tokyo", "KST": "Asia/Seoul", "HKT": "Asia/Hong_Kong", "PKT": "Asia/Karachi",
}  # fmt: skip
_ABBREVIATED = frozenset({"CET", "EET", "WET"})
_OFFSET = re.compile(r"(?i)(?:UTC|GMT)\s?([+-])\s?0?(\d{1,2})(?::?00)?$")


def zone(outline: Outline, hints: Hints, ledger: Ledger) -> str:
    """The IANA name of the zone, or nothing; a zone that only follows from the place is marked as assumed."""
    place, there = _of_the_place(outline)
    for said in _said(outline):
        name = named(said.text)
        if name:
            # "CET" printed in Mechelen means Brussels time, summer time included.
            ledger.note("timezone", said)
            return place if place and name in _ABBREVIATED else name
    if there is not None:
        ledger.note("timezone", replace(there, confidence=0.8, assumed=True))
        return place
    return hints.timezone if known(hints.timezone) else ""


def _of_the_place(outline: Outline) -> tuple[str, Said | None]:
    for said in outline.front.place:
        name = places.timezone(said.text)
        if name and known(name):
            return name, said
    return "", None


def _said(outline: Outline) -> list[Said]:
    front = [outline.front.zone] if outline.front.zone else []
    clocks = [draft.clock for draft in outline.sessions if draft.clock is not None and draft.clock.zone]
    return [*front, *(Said(clock.zone, clock.said.lines, clock.said.confidence) for clock in clocks[:1])]


def named(printed: str) -> str:
    """The zone that a printed name or offset means."""
    offset = _OFFSET.search(printed.strip())
    if offset and int(offset[2]) <= 14:
        # The database names zones by the sign of their distance to Greenwich seen from there.
        name = f"Etc/GMT{'-' if offset[1] == '+' else '+'}{int(offset[2])}" if int(offset[2]) else "UTC"
        return name if known(name) else ""
    return _PRINTED.get(printed.strip().upper(), "") or places.timezone(printed)


@cache
def known(name: str) -> bool:
    """Whether the time zone database knows a name."""
    from zoneinfo import available_timezones  # noqa: PLC0415 -- reads a folder of files

    return bool(name) and name in available_timezones()

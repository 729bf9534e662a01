"""frab's `schedule.json`, as conference apps and their servers read it (schema of voc/schedule)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hemicycle import VERSION
from hemicycle.engines.formats import canonical, supplement
from hemicycle.engines.formats.canonical import Line
from hemicycle.exports import frab_schedule

if TYPE_CHECKING:
    from hemicycle.engines.formats.programme import Programme
    from hemicycle.exports.frab_schedule import Day, Event, Schedule
    from hemicycle.kit.words import Words

_ZONE = re.compile(r"([A-Z][a-z]+/[A-Z][a-z]+)|UTC$")
"""The zones that the schema allows."""


def write(programme: Programme, words: Words) -> bytes:
    """The programme as `schedule.json`; what frab has no field for stands under `conference.meta`.

    Raises:
        NotExportable: the programme has no dates.
    """
    schedule = frab_schedule.schedule(programme, words)
    value: dict[str, Any] = {
        "generator": {"name": "Hemicycle", "version": VERSION},
        "schedule": {"version": schedule.version, "conference": _conference(schedule)},
    }
    return canonical.laid_out(value, indent=1).encode("utf-8", "replace")


def _conference(schedule: Schedule) -> dict[str, Any]:
    dates = [day.date.isoformat() for day in schedule.days] or [""]
    zone = {"time_zone_name": schedule.timezone} if _ZONE.match(schedule.timezone) else {}
    return {
        "acronym": schedule.acronym,
        "title": schedule.title,
        "start": dates[0],
        "end": dates[-1],
        "daysCount": len(schedule.days),
        "timeslot_duration": frab_schedule.TIMESLOT,
        **zone,
        "rooms": [
            {"name": name, "guid": guid, "capacity": capacity} for name, guid, capacity in schedule.rooms
        ],
        "meta": {
            "hemicycle": {
                "format": supplement.FORMAT,
                "programme": Line(schedule.supplement),
                "sessions": {event.guid: Line(event.supplement) for event in schedule.events},
            }
        },
        "days": [_day(day) for day in schedule.days],
    }


def _day(day: Day) -> dict[str, Any]:
    return {
        "index": day.index,
        "date": day.date.isoformat(),
        "day_start": day.starts.isoformat(),
        "day_end": day.ends.isoformat(),
        "rooms": {name: [_event(event) for event in events] for name, events in day.rooms.items()},
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "guid": event.guid,
        "id": event.number,
        "date": event.starts.isoformat(),
        "start": f"{event.starts:%H:%M}",
        "end": (event.starts + event.length).isoformat(),
        "duration": event.duration,
        "room": event.room,
        "slug": event.slug,
        "url": f"urn:uuid:{event.guid}",
        "title": event.title,
        "subtitle": "",
        "track": event.track,
        "type": event.type,
        "language": event.language,
        "abstract": event.abstract,
        "description": event.description,
        "persons": [{"id": one.number, "guid": one.guid, "public_name": one.name} for one in event.people],
        "links": [],
        "attachments": [],
    }

"""frab's `schedule.xml`, as conference apps read it (schema of voc/schedule)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from hemicycle import VERSION
from hemicycle.engines.formats import supplement
from hemicycle.exports import frab_schedule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from hemicycle.engines.formats.programme import Programme
    from hemicycle.exports.frab_schedule import Day, Event, Schedule
    from hemicycle.kit.words import Words


def write(programme: Programme, words: Words) -> bytes:
    """The programme as `schedule.xml`.

    What frab has no field for stands in processing instructions, over which every other program passes.

    Raises:
        NotExportable: the programme has no dates.
    """
    return ("\n".join(_lines(frab_schedule.schedule(programme, words))) + "\n").encode("utf-8")


def _lines(schedule: Schedule) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield "<schedule>"
    yield f'  <generator name="Hemicycle" version={quoteattr(VERSION)}/>'
    yield f"  {_element('version', schedule.version)}"
    yield f"  {_instruction(schedule.supplement)}"
    yield "  <conference>"
    yield f"    {_element('acronym', schedule.acronym)}"
    yield f"    {_element('title', schedule.title)}"
    if schedule.days:
        yield f"    {_element('start', schedule.days[0].date.isoformat())}"
        yield f"    {_element('end', schedule.days[-1].date.isoformat())}"
    yield f"    {_element('days', str(len(schedule.days)))}"
    yield f"    {_element('timeslot_duration', frab_schedule.TIMESLOT)}"
    if schedule.timezone:
        yield f"    {_element('time_zone_name', schedule.timezone)}"
    yield "  </conference>"
    for day in schedule.days:
        yield from _day(day, {name: guid for name, guid, _ in schedule.rooms})
    yield "</schedule>"


def _day(day: Day, guids: Mapping[str, str]) -> Iterator[str]:
    yield (
        f'  <day index="{day.index}" date="{day.date.isoformat()}" start="{day.starts.isoformat()}"'
        f' end="{day.ends.isoformat()}">'
    )
    for name, events in day.rooms.items():
        yield f'    <room name={quoteattr(name)} guid="{guids[name]}">'
        for event in events:
            yield from _event(event)
        yield "    </room>"
    yield "  </day>"


def _event(event: Event) -> Iterator[str]:
    yield f'      <event guid="{event.guid}" id="{event.number}">'
    yield f"        {_instruction(event.supplement)}"
    for name, text in (
        ("date", event.starts.isoformat()),
        ("start", f"{event.starts:%H:%M}"),
        ("duration", event.duration),
        ("room", event.room),
        ("slug", event.slug),
        ("title", event.title),
        ("subtitle", ""),
        ("track", event.track),
        ("type", event.type),
        ("language", event.language),
        ("abstract", event.abstract),
        ("description", event.description),
    ):
        yield f"        {_element(name, text)}"
    yield "        <persons>"
    for someone in event.people:
        yield f'          <person id="{someone.number}" guid="{someone.guid}">{escape(someone.name)}</person>'
    yield "        </persons>"
    yield "        <links/>"
    yield "        <attachments/>"
    yield "      </event>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else f"<{name}/>"


def _instruction(carried: Mapping[str, Any]) -> str:
    return f"<?hemicycle {supplement.dump(carried)}?>"

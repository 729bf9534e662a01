"""frab's and pretalx's `schedule.json`, and `schedule.xml` once `frab_xml` has given it the same shape."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats import supplement
from hemicycle.engines.formats.supplement import Shown
from hemicycle.engines.reader.structured import moments, plain
from hemicycle.engines.reader.structured.draft import Draft, Event, Named
from hemicycle.engines.reader.structured.people import role_of
from hemicycle.engines.reader.structured.tree import Arr, Obj

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hemicycle.engines.reader.source import Hints
    from hemicycle.engines.reader.structured.tree import Span

LOOKED_FOR = "events in the rooms of a schedule's days"


@dataclass(frozen=True, slots=True)
class _Placed:
    """An event with the day and the room under which the file lists it."""

    event: Obj
    day: Obj
    room: str
    room_lines: Span


def is_schedule(root: Any) -> bool:
    return (
        isinstance(root, Obj) and isinstance(root.get("schedule"), Obj) and "conference" in root["schedule"]
    )


def has_days(root: Obj) -> bool:
    """Whether the events stand under days, and not in one list as in the schedules of the next version."""
    schedule = root["schedule"]
    conference = schedule["conference"]
    return "days" in schedule or (
        isinstance(conference, Obj) and "days" in conference and "events" not in schedule
    )


def read(root: Obj, draft: Draft, hints: Hints) -> None:
    """Everything of a schedule; `root` holds it under `schedule`."""
    root.take_whole("generator")
    schedule = root.object("schedule")
    conference = schedule.object("conference")
    carried = _supplements(conference, draft)
    days = (conference if "days" in conference else schedule).list("days").objects()
    placed = [found for day in days for found in _events(day)]
    zone = _zone(conference, placed, draft, hints)
    language = _main_language(placed)
    _frame(schedule, conference, draft, language)
    for day in days:
        if on := moments.day(day.text("date")):
            draft.day(on, day.where("date"))
        for name in ("index", "start", "end", "day_start", "day_end"):
            day.take(name)
    _rooms(conference, draft)
    for name, lines in (room for day in days for room in _day_rooms(day)):
        draft.room(name, lines)
    for found in placed:
        _event(found, draft, carried, zone or "", language)


def _supplements(conference: Obj, draft: Draft) -> Mapping[str, Obj]:
    """The supplement of the programme, and those of its events by their guid, where an exporter left them."""
    meta = conference.object("meta")
    carried = meta.take_whole("hemicycle")
    if not isinstance(carried, Obj) or carried.get("format") != supplement.FORMAT:
        return {}
    programme = carried.get("programme")
    if isinstance(programme, dict):
        draft.supplemented(programme, str(conference.get("title") or ""), meta.at["hemicycle"])
        conference.whole.update(name for name in conference if name not in {"days", "rooms", "meta"})
    sessions = carried.get("sessions")
    return sessions if isinstance(sessions, Obj) else {}


def _events(day: Obj) -> Iterator[_Placed]:
    rooms = day.take("rooms")
    if isinstance(rooms, Obj):
        for name in rooms:
            for event in rooms.list(name).objects():
                yield _Placed(event, day, name.strip(), rooms.at[name])
    elif isinstance(rooms, Arr):
        for room in rooms.objects():
            name = room.text("name")
            room.take("guid")
            for event in (room.list("events") or room.list("event")).objects():
                yield _Placed(event, day, name, room.where("name"))


def _day_rooms(day: Obj) -> Iterator[tuple[str, Span]]:
    """The rooms of a day, those without an event too."""
    rooms = day.get("rooms")
    if isinstance(rooms, Obj):
        yield from ((name.strip(), (rooms.at[name][0],) * 2) for name in rooms)
    elif isinstance(rooms, Arr):
        yield from ((room.text("name"), room.where("name")) for room in rooms.objects())


def _zone(conference: Obj, placed: list[_Placed], draft: Draft, hints: Hints) -> str:
    named = conference.text("time_zone_name") or conference.text("timezone")
    printed = [at for found in placed if (at := _printed_start(found)) is not None]
    zone = moments.common_zone(printed, named or hints.timezone)
    if zone and zone == named:
        draft.set("timezone", zone, conference.where("time_zone_name", "timezone"))
    elif zone:
        lines = placed[0].event.where("date") if placed else conference.span
        draft.set("timezone", zone, lines, assumed=True)
        conference.taken -= {"time_zone_name", "timezone"}
    return zone


def _main_language(placed: list[_Placed]) -> str:
    marks = Counter(tag for found in placed if (tag := plain.tag(str(found.event.get("language") or ""))))
    return marks.most_common(1)[0][0] if marks else ""


def _frame(schedule: Obj, conference: Obj, draft: Draft, language: str) -> None:
    if title := plain.one_line(conference.text("title")):
        draft.set("title", {language or plain.UNKNOWN: title}, conference.where("title"), text=title)
    version = schedule.text("version")
    draft.set("status", version, schedule.where("version"))
    place = ", ".join(filter(None, (conference.text("venue"), conference.text("city"))))
    draft.set("place", place, conference.where("venue", "city"))
    if language:
        draft.set("language", language, conference.span, assumed=True)
    for name in ("start", "end", "days", "daysCount", "day_change"):
        conference.take(name)


def _rooms(conference: Obj, draft: Draft) -> None:
    """Rooms that the conference lists; events name them, and ids are not to be trusted (one guid for two rooms)."""
    for room in conference.list("rooms").objects():
        capacity = room.take("capacity")
        room.take("guid")
        note = next(iter(plain.texts(room.take_whole("description"), "").values()), "")
        counted = int(capacity) if isinstance(capacity, int | float) and 0 < capacity < 10**6 else None
        draft.room(room.text("name"), room.where("name"), capacity=counted, note=note)


def _printed_start(found: _Placed) -> datetime | None:
    at = moments.moment(str(found.event.get("date") or ""))
    if at is not None:
        return at
    on, clock = (
        moments.day(str(found.day.get("date") or "")),
        moments.clock(str(found.event.get("start") or "")),
    )
    if on is None or clock is None:
        return moments.moment(str(found.event.get("start") or ""))
    begins = datetime.combine(on, clock)
    ending = moments.moment(str(found.day.get("end") or found.day.get("day_end") or ""))
    after_midnight = ending is not None and ending.date() > on and clock < ending.time()
    return begins + timedelta(1) if after_midnight else begins


def _event(found: _Placed, draft: Draft, carried: Mapping[str, Any], zone: str, language: str) -> None:
    event = found.event
    for name in ("id", "guid", "code", "slug", "date", "start"):
        event.take(name)
    beside = carried.get(event.text("guid")) or supplement_of(event)
    if isinstance(beside, dict) and "continues" in beside:
        draft.ledger.use(*event.span)
        event.whole.update(event)
        return
    if isinstance(beside, dict):
        event.whole.update(event)
    spoken = plain.tag(event.text("language"))
    starts = _printed_start(found)
    ends = _printed_end(event, starts)
    place = moments.zone(zone)
    room = event.text("room") or found.room
    event.take("type")
    people = _people(event)
    made = Event(
        title={spoken or language or plain.UNKNOWN: title} if (title := plain.one_line(event.text("title"))) else {},
        span=event.span,
        lines={**event.at, "starts": event.where("date", "start"), "ends": event.where("duration", "end"),
               "languages": event.where("language"), "theme": event.where("track"), "kind": event.where("type", "title"),
               "room": event.at.get("room", found.room_lines)},
        kind_words=(event.text("type"), event.text("track")),
        starts=moments.localised(starts, place) if starts else None,
        ends=moments.localised(ends, place) if ends else None,
        room=room,
        languages=(spoken,) if spoken else (),
        theme=event.text("track"),
        abstract=_abstract(event, spoken or language),
        people=people,
        supplement=beside if isinstance(beside, dict) else None,
        shown=Shown(
            title=event.text("title"),
            abstract=event.text("abstract"),
            starts=starts,
            ends=ends,
            room=room,
            theme=event.text("track"),
            names=_names(event),
        ),
    )  # fmt: skip
    draft.add(made)


def supplement_of(event: Obj) -> dict[str, Any] | None:
    """The supplement that stands in an event itself, as in our XML."""
    return supplement.load(event.text("supplement")) if "supplement" in event else None


def _printed_end(event: Obj, starts: datetime | None) -> datetime | None:
    length = moments.duration(event.take("duration"))
    if starts is None:
        return None
    if length is None:
        return moments.moment(event.text("end"))
    try:
        return starts + length
    except OverflowError:
        return None


def _abstract(event: Obj, language: str) -> dict[str, str]:
    """Subtitle, abstract and description as paragraphs of one text."""
    parts = [
        next(iter(plain.texts(event.take_whole(name), "").values()), "")
        for name in ("subtitle", "abstract", "description")
    ]
    text = plain.joined(*parts)
    return {language or plain.UNKNOWN: text} if text else {}


def _names(event: Obj) -> tuple[str, ...]:
    """The names as the file has them, to the letter."""
    return tuple(filter(None, (person.text("public_name") for person in event.list("persons").objects())))


def _people(event: Obj) -> tuple[Named, ...]:
    people = event.list("persons") or event.list("speakers") or event.list("participants")
    named: list[Named] = []
    for person in people.objects():
        name = person.text("public_name") or person.text("name") or person.text("full_public_name")
        ident = person.text("id") or person.text("guid") or person.text("code")
        for mark in ("public_name", "name", "full_public_name", "id", "guid", "code"):
            person.take(mark)
        if name:
            role = role_of(person.text("role"))
            named.append(Named(plain.one_line(name), person.where("public_name", "name"), ident, role))
    return tuple(named)

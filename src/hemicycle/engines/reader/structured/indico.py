"""Indico's JSON: the HTTP export with contributions or sessions, and the export of a timetable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats.programme import Role
from hemicycle.engines.reader import languages
from hemicycle.engines.reader.structured import moments, plain
from hemicycle.engines.reader.structured.draft import Draft, Event, Named
from hemicycle.engines.reader.structured.people import given_name_first
from hemicycle.engines.reader.structured.tree import Arr, Obj, walk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from hemicycle.engines.reader.source import Hints

LOOKED_FOR = "contributions, sessions or breaks of an Indico event"
_DAY = re.compile(r"\d{8}")
_SEATS = (
    ("speakers", Role.SPEAKER),
    ("presenters", Role.SPEAKER),
    ("conveners", Role.CHAIR),
    ("sessionConveners", Role.CHAIR),
    ("sessionConvener", Role.CHAIR),
    ("convener", Role.CHAIR),
)
_AUTHORS = ("primaryauthors", "primaryAuthors", "coauthors")
_IDS = (
    "id",
    "db_id",
    "friendly_id",
    "_type",
    "_fossil",
    "entryType",
    "uniqueId",
    "contributionId",
    "sessionId",
    "code",
)


def is_export(root: Obj) -> bool:
    results = root.get("results")
    if isinstance(results, Obj):
        return any(
            _DAY.fullmatch(name) for event in results.values() if isinstance(event, Obj) for name in event
        )
    return root.get("_type") == "HTTPAPIResult" or (
        isinstance(results, Arr) and any("contributions" in found for found in results.objects())
    )


def read(root: Obj, draft: Draft, hints: Hints) -> None:
    """Everything that takes place in the events of an export."""
    for name in ("count", "_type", "ts"):
        root.take(name)
    zone = _zone(root, hints)
    results = root.take("results")
    language = languages.of(" ".join(_texts(root)))
    if isinstance(results, Obj):
        _timetable(results, draft, zone, language)
    events = results.objects() if isinstance(results, Arr) else []
    for event in events:
        if len(events) == 1:
            _frame(event, draft, language)
        if "contributions" in event or "sessions" in event:
            _contents(event, draft, zone, language)
        elif len(events) > 1:
            _add(event, draft, zone, language)
    _set_zone(root, draft, zone)
    if language:
        draft.set("language", language, root.span, assumed=True)


def _set_zone(root: Obj, draft: Draft, zone: str) -> None:
    if zone:
        lines = next(
            (found.at["timezone"] for found in walk(root) if found.get("timezone") == zone), root.span
        )
        draft.set("timezone", zone, lines, assumed=lines == root.span)


def _texts(root: Obj) -> Iterator[str]:
    return (
        found[name]
        for found in walk(root)
        for name in ("title", "description")
        if isinstance(found.get(name), str)
    )


def _zone(root: Obj, hints: Hints) -> str:
    """The event's own zone; else the hint, else the zone in which the export gives its times."""
    named = [found.get("timezone") for found in walk(root)] + [hints.timezone]
    given = [found.get("tz") for found in walk(root)]
    return next((name for name in (*named, *given) if isinstance(name, str) and moments.zone(name)), "")


def _frame(event: Obj, draft: Draft, language: str) -> None:
    event.take("timezone")
    for name in (*_IDS, "startDate", "endDate"):
        event.take_whole(name)
    if title := plain.one_line(event.text("title")):
        draft.set("title", {language or plain.UNKNOWN: title}, event.where("title"), text=title)
    place = ", ".join(
        dict.fromkeys(filter(None, (event.text(name) for name in ("roomFullname", "location", "address"))))
    )
    draft.set("place", plain.one_line(place), event.where("roomFullname", "location", "address"))


def _contents(event: Obj, draft: Draft, zone: str, language: str) -> None:
    for session in event.list("sessions").objects():
        key = _add(session, draft, zone, language)
        for contribution in _inside(session):
            _add(contribution, draft, zone, language, part_of=key)
    for contribution in event.list("contributions").objects():
        _add(contribution, draft, zone, language)


def _timetable(results: Obj, draft: Draft, zone: str, language: str) -> None:
    for name in results:
        days = results.object(name)
        for number in days:
            on = moments.day(number)
            if on is None:
                continue
            draft.day(on, days.at[number])
            day = days.take(number)
            for entry in _entries(day):
                key = _add(entry, draft, zone, language)
                for inner in _inside(entry):
                    _add(inner, draft, zone, language, part_of=key)


def _inside(session: Obj) -> list[Obj]:
    return _entries(session.take("contributions") or session.take("entries"))


def _entries(value: Any) -> list[Obj]:
    """Entries by their id, or in a list, in order of time."""
    if isinstance(value, Obj):
        found = [value.object(name) for name in value if isinstance(value[name], Obj)]
        return sorted(found, key=_order)
    return value.objects() if isinstance(value, Arr) else []


def _order(entry: Obj) -> str:
    start = entry.get("startDate")
    return f"{start.get('date')} {start.get('time')}" if isinstance(start, Obj) else ""


def _add(entry: Obj, draft: Draft, zone: str, language: str, *, part_of: str | None = None) -> str:
    for name in _IDS:
        entry.take(name)
    starts = _moment(entry.take_whole("startDate"), zone)
    ends = _moment(entry.take_whole("endDate"), zone)
    length = moments.duration(entry.take("duration"))
    if ends is None and starts is not None and length is not None:
        ends = moments.localised(starts + length, moments.zone(zone))
    if starts is not None:
        draft.day(starts.date(), entry.where("startDate"))
    title = plain.one_line(entry.text("title") or entry.text("slotTitle") or entry.text("sessionTitle"))
    track, session = (_name(entry, name) for name in ("track", "session"))
    kind, entry_type = _name(entry, "type"), str(entry.get("entryType") or entry.get("_type") or "")
    place = entry.text("room") or entry.text("roomFullname")
    text = plain.joined(plain.plain(entry.text("description")))
    tag = language or plain.UNKNOWN
    return draft.add(
        Event(
            title={tag: title} if title else {},
            span=entry.span,
            lines={
                **entry.at,
                "starts": entry.where("startDate"),
                "ends": entry.where("endDate", "duration"),
                "room": entry.where("room", "roomFullname", "location"),
                "theme": entry.where("track", "session"),
                "kind": entry.where("type", "track", "session", "title"),
                "abstract": entry.where("description"),
            },
            kind_words=("break" if entry_type.startswith("Break") else "", kind, track, session),
            number=entry.text("board_number"),
            starts=starts,
            ends=ends,
            room=plain.one_line(
                place or (entry.text("location") if part_of or "contributions" not in entry else "")
            ),
            part_of=part_of,
            theme=track or session,
            abstract={tag: text} if text else {},
            people=_people(entry),
        )
    )


def _name(entry: Obj, name: str) -> str:
    """A text, or the title of an object: Indico has both for sessions, tracks and types."""
    value = entry.get(name)
    if isinstance(value, Obj):
        entry.take(name)
        return plain.one_line(value.text("title") or value.text("name"))
    return plain.one_line(entry.text(name))


def _moment(value: Any, zone: str) -> datetime | None:
    """Indico's date, time and zone apart, or a moment in one text, on the clocks of the event."""
    if isinstance(value, str):
        at = moments.moment(value)
    elif isinstance(value, Obj):
        at = moments.moment(f"{value.get('date')}T{str(value.get('time')).partition('.')[0]}")
        own = moments.zone(str(value.get("tz") or ""))
        at = at.replace(tzinfo=own) if at is not None and at.tzinfo is None and own is not None else at
    else:
        at = None
    return moments.localised(at, moments.zone(zone)) if at is not None else None


def _people(entry: Obj) -> tuple[Named, ...]:
    """Speakers and conveners; the authors of a contribution only where it names no speaker."""
    found = [named for name, role in _SEATS for named in _listed(entry, name, role)]
    if any(named.role is Role.SPEAKER for named in found):
        return tuple(found)
    authors = next((authors for name in _AUTHORS if (authors := _listed(entry, name, Role.PRESENTER))), [])
    return (*found, *authors)


def _listed(entry: Obj, name: str, role: Role) -> list[Named]:
    value = entry.get(name)
    people = (
        value.objects() if isinstance(value, Arr) else list(value.values()) if isinstance(value, Obj) else []
    )
    if people:
        entry.take(name)
    return [named for person in people if isinstance(person, Obj) and (named := _person(person, role))]


def _person(person: Obj, role: Role) -> Named | None:
    for name in (
        *_IDS,
        "person_id",
        "first_name",
        "firstName",
        "last_name",
        "familyName",
        "fullName",
        "name",
    ):
        person.take(name)
    first = person.text("first_name") or person.text("firstName")
    last = person.text("last_name") or person.text("familyName")
    full = person.text("fullName") or person.text("name") or person.text("full_name")
    name = plain.one_line(given_name_first(full, first, last))
    organisation = plain.one_line(person.text("affiliation"))
    if not name:
        return None
    printed = f"{full or name} ({organisation})" if organisation else full or name
    return Named(
        name,
        person.span,
        person.text("person_id"),
        role,
        organisation=organisation,
        as_printed=plain.one_line(printed),
    )

"""iCalendar (RFC 5545): every event that takes place, repeated ones as often as they do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hemicycle.engines.formats import supplement
from hemicycle.engines.formats.programme import Role
from hemicycle.engines.formats.supplement import Shown
from hemicycle.engines.reader import languages
from hemicycle.engines.reader.structured import moments, plain, recurrence
from hemicycle.engines.reader.structured.draft import Draft, Event, Named
from hemicycle.engines.reader.structured.ical_zones import Zones
from hemicycle.engines.reader.structured.people import role_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

    from hemicycle.engines.reader.source import Hints
    from hemicycle.engines.reader.structured.ical_tree import Component, Property
    from hemicycle.engines.reader.structured.tree import Span

LOOKED_FOR = "events (VEVENT) that take place"
SUPPLEMENT = "X-HEMICYCLE"
"""The property that holds our supplement, of the calendar and of each event."""
_BOOKKEEPING = frozenset(
    ["UID", "DTSTAMP", "SEQUENCE", "CREATED", "LAST-MODIFIED", "CLASS", "TRANSP", "PRODID", "VERSION", "CALSCALE", "METHOD", "PRIORITY", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "RECURRENCE-ID", "EXDATE", "RDATE", "RRULE", "STATUS", "SUMMARY", "DTSTART", "DTEND", "DURATION"]
)  # fmt: skip
"""Properties that hold the calendar together, or that were read."""
_ROLES = {"CHAIR": Role.CHAIR}
_LONGEST_SPAN = timedelta(31)


@dataclass(frozen=True, slots=True)
class _Occurrence:
    component: Component
    starts: datetime | None
    ends: datetime | None
    whole_day: bool = False


@dataclass(frozen=True, slots=True)
class _Setting:
    """What holds for all events of the file."""

    zones: Zones
    home: ZoneInfo | None
    language: str
    draft: Draft


def read(root: Component, draft: Draft, hints: Hints) -> None:
    """Everything of the calendars in a file."""
    calendars = [child for child in root.children if child.name == "VCALENDAR"]
    zones = Zones(calendars)
    events = [event for found in calendars for event in found.walk() if event.name == "VEVENT"]
    standing = [event for event in events if not _cancelled(event, draft)]
    language = _language(calendars, standing, draft)
    _frame(calendars, draft, language)
    timezone = _timezone(calendars, standing, zones, draft, hints)
    setting = _Setting(zones, moments.zone(timezone), language, draft)
    _use_structure(calendars, draft)
    replaced = {mark for event in standing if (mark := _replaces(event, setting))}
    for event in standing:
        for occurrence in _occurrences(event, setting, replaced):
            _add(occurrence, setting)


def _cancelled(event: Component, draft: Draft) -> bool:
    if event.text("STATUS").upper() != "CANCELLED":
        return False
    draft.ledger.leave(*event.span, "this event is cancelled")
    return True


def _language(calendars: list[Component], events: list[Component], draft: Draft) -> str:
    declared = Counter(
        tag for e in events for p in e.each("SUMMARY") if (tag := plain.tag(p.parameters.get("LANGUAGE", "")))
    )
    if declared:
        return declared.most_common(1)[0][0]
    found = languages.of(
        " ".join(event.text(name) for event in events for name in ("SUMMARY", "DESCRIPTION"))
    )
    if found:
        draft.set("language", found, calendars[0].span, assumed=True)
    return found


def _frame(calendars: list[Component], draft: Draft, language: str) -> None:
    for found in calendars:
        name = found.first("NAME", "X-WR-CALNAME")
        if name and "title" not in draft.frame and (title := plain.one_line(name.text)):
            tag = plain.tag(name.parameters.get("LANGUAGE", "")) or language or plain.UNKNOWN
            draft.set("title", {tag: title}, name.span, text=title)
        carried = found.first(SUPPLEMENT)
        value = supplement.load(carried.text) if carried else None
        if carried and value is not None:
            draft.supplemented(value, name.text if name else "", carried.span)
            for told in found.properties:
                draft.ledger.use(*told.span)


def _timezone(
    calendars: list[Component], events: list[Component], zones: Zones, draft: Draft, hints: Hints
) -> str:
    """The zone that the calendar names, else that of most of its events, else the hint, else UTC where all are in it."""
    for found in calendars:
        said = found.first("TIMEZONE-ID", "X-WR-TIMEZONE")
        if said and (name := zones.name(said.text.strip())):
            draft.set("timezone", name, said.span)
            return name
    starts = [start for event in events if (start := event.first("DTSTART")) is not None]
    named = Counter(name for start in starts if (name := zones.name(start.parameters.get("TZID", ""))))
    if named:
        name = named.most_common(1)[0][0]
        first = next(start for start in starts if zones.name(start.parameters.get("TZID", "")) == name)
        draft.set("timezone", name, first.span)
        return name
    if moments.zone(hints.timezone):
        draft.set("timezone", hints.timezone, calendars[0].span, assumed=True)
        return hints.timezone
    if starts and all(start.value.strip().upper().endswith("Z") for start in starts):
        draft.set("timezone", "UTC", starts[0].span)
        return "UTC"
    return ""


def _use_structure(calendars: list[Component], draft: Draft) -> None:
    for component in (inner for found in calendars for inner in found.walk()):
        if component.name == "VTIMEZONE":
            draft.ledger.use(*component.span)
        elif component.name == "VCALENDAR":
            _use_frame_of(component, draft)


def _use_frame_of(component: Component, draft: Draft) -> None:
    """The lines that begin and end a component, and those that keep a calendar's books."""
    draft.ledger.use(component.span[0])
    draft.ledger.use(component.span[1])
    for found in component.properties:
        if found.name in _BOOKKEEPING:
            draft.ledger.use(*found.span)
        else:
            draft.ledger.leave(*found.span, f"a programme has no place for {found.name}")


def _replaces(event: Component, setting: _Setting) -> tuple[str, datetime] | None:
    """The occurrence of a repeated event that this one stands for."""
    mark = event.first("RECURRENCE-ID")
    at = setting.zones.moment(mark, setting.home) if mark else None
    return (event.text("UID"), at[0]) if at else None


def _occurrences(
    event: Component, setting: _Setting, replaced: set[tuple[str, datetime]]
) -> Iterator[_Occurrence]:
    start = event.first("DTSTART")
    at = setting.zones.moment(start, setting.home) if start else None
    if at is None:
        yield _Occurrence(event, None, None)
        return
    length = _length(event, at, setting)
    starts = [at[0]] if event.first("RECURRENCE-ID") else _repeated(event, at[0], setting)
    gone = {_comparable(moment) for moment in _listed(event, "EXDATE", setting)}
    gone |= {
        _comparable(moment)
        for uid, moment in replaced
        if uid == event.text("UID") and not event.first("RECURRENCE-ID")
    }
    for begins in starts:
        if _comparable(begins) not in gone:
            yield _Occurrence(event, begins, begins + length if length is not None else None, at[1])


def _comparable(at: datetime) -> str:
    """Moments with and without an offset, and whole days, in one order."""
    return (at.astimezone(UTC) if at.tzinfo else at).isoformat()


def _repeated(event: Component, first: datetime, setting: _Setting) -> list[datetime]:
    starts = {first}
    for rule in event.each("RRULE"):
        found = recurrence.expand(rule.value, first)
        if found is None:
            setting.draft.ledger.leave(
                *rule.span, "this way of repeating an event is not read; the first time is"
            )
        else:
            starts |= {moments.relocalised(at, first, setting.home) for at in found}
    starts |= set(_listed(event, "RDATE", setting))
    return sorted(starts, key=_comparable)[: recurrence.MOST]


def _listed(event: Component, name: str, setting: _Setting) -> list[datetime]:
    values = [
        replace(found, value=part.partition("/")[0])
        for found in event.each(name)
        for part in found.value.split(",")
    ]
    return [at[0] for value in values if (at := setting.zones.moment(value, setting.home))]


def _length(event: Component, at: tuple[datetime, bool], setting: _Setting) -> timedelta | None:
    end = event.first("DTEND")
    ends = setting.zones.moment(end, setting.home) if end else None
    if ends is not None and (ends[0].tzinfo is None) == (at[0].tzinfo is None) and ends[0] >= at[0]:
        return ends[0] - at[0]
    length = moments.duration(event.text("DURATION").lstrip("+"))
    if length is None and at[1]:
        return timedelta(1)
    return length


def _add(occurrence: _Occurrence, setting: _Setting) -> None:
    event, draft = occurrence.component, setting.draft
    carried = event.first(SUPPLEMENT)
    beside = supplement.load(carried.text) if carried else None
    _use_frame_of(event, draft)
    if beside is not None:
        draft.ledger.use(*event.span)
    starts, ends = (_at_home(at, occurrence, setting) for at in (occurrence.starts, occurrence.ends))
    if starts:
        _note_days(starts, ends, draft, event.first("DTSTART").span)  # type: ignore[union-attr]  # a start has its line
    summary = event.first("SUMMARY")
    language = plain.tag(summary.parameters.get("LANGUAGE", "")) if summary else ""
    tag = language or setting.language or plain.UNKNOWN
    description = _description(event)
    draft.add(
        Event(
            title={tag: title} if summary and (title := plain.one_line(summary.text)) else {},
            span=(event.span[0], event.span[0]),
            lines=_lines(event),
            kind_words=tuple(_categories(event)),
            starts=starts,
            ends=ends,
            room=plain.one_line(event.text("LOCATION")),
            languages=(language,) if language else (),
            theme=next(iter(_categories(event)), ""),
            organisers=tuple(name for p in event.each("ORGANIZER") if (name := p.parameters.get("CN", ""))),
            abstract={tag: description} if description else {},
            people=_people(event),
            assumed=frozenset({"ends"}) if occurrence.whole_day and not event.first("DTEND") else frozenset(),
            supplement=beside,
            shown=_shown(event, occurrence),
        )
    )


def _at_home(at: datetime | None, occurrence: _Occurrence, setting: _Setting) -> datetime | None:
    """The moment on the clocks of the programme; a whole day begins and ends at midnight there."""
    if at is None:
        return None
    return moments.localised(at, setting.home) if at.tzinfo or occurrence.whole_day else at


def _note_days(starts: datetime, ends: datetime | None, draft: Draft, lines: Span) -> None:
    draft.day(starts.date(), lines)
    if ends is not None and timedelta(1) < ends - starts <= _LONGEST_SPAN:
        for number in range(1, (ends - starts - timedelta(microseconds=1)).days + 1):
            draft.day(starts.date() + timedelta(number), lines)


def _shown(event: Component, occurrence: _Occurrence) -> Shown:
    return Shown(
        title=event.text("SUMMARY"),
        abstract=event.text("DESCRIPTION"),
        starts=occurrence.starts,
        ends=occurrence.ends,
        room=event.text("LOCATION"),
        theme=next(iter(_categories(event)), ""),
    )


_LINES = {
    "SUMMARY": "title", "DTSTART": "starts", "DTEND": "ends", "DURATION": "ends", "LOCATION": "room",
    "CATEGORIES": "theme", "ORGANIZER": "organisers", "DESCRIPTION": "abstract", "X-ALT-DESC": "abstract",
}  # fmt: skip


def _lines(event: Component) -> dict[str, Span]:
    lines: dict[str, Span] = {}
    for found in event.properties:
        if found.name in _LINES:
            lines.setdefault(_LINES[found.name], found.span)
    if "theme" in lines:
        lines["kind"] = lines["theme"]
    return lines


def _description(event: Component) -> str:
    text = plain.plain(event.text("DESCRIPTION"))
    return text or plain.plain(event.text("X-ALT-DESC"))


def _categories(event: Component) -> list[str]:
    return [text for found in event.each("CATEGORIES") for text in found.texts if text]


def _people(event: Component) -> tuple[Named, ...]:
    named: list[Named] = []
    for found in event.each("ATTENDEE"):
        name = _name(found)
        if name and found.parameters.get("CUTYPE", "INDIVIDUAL").upper() == "INDIVIDUAL":
            role = _ROLES.get(found.parameters.get("ROLE", "").upper()) or role_of("")
            named.append(Named(name, found.span, role=role))
    return tuple(named)


def _name(found: Property) -> str:
    """The name of an attendee; an address alone is no name."""
    name = plain.one_line(found.parameters.get("CN", ""))
    return "" if "@" in name else name

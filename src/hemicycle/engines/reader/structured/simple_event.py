"""One event of a schedule of no particular format: an object whose names say what its values are."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import UNDATED_YEAR, Item
from hemicycle.engines.reader.structured import moments, plain
from hemicycle.engines.reader.structured.draft import Event
from hemicycle.engines.reader.structured.naming import meaning
from hemicycle.engines.reader.structured.seating import people_of
from hemicycle.engines.reader.structured.simple_setting import fields, holds_events
from hemicycle.engines.reader.structured.tree import Arr, Obj, Span

if TYPE_CHECKING:
    from hemicycle.engines.reader.structured.simple_setting import Context, Setting


def event_of(found: Obj, event: Obj, named: dict[str, str], context: Context, setting: Setting) -> Event:
    spoken = _languages(event, named)
    tag = (spoken[0] if len(spoken) == 1 else "") or setting.language or plain.UNKNOWN
    starts, ends = _times(event, named, context, setting)
    if starts:
        setting.draft.day(
            starts.date(), event.where(named.get("date", ""), named.get("start", ""), named.get("time", ""))
        )
    room, room_lines = _room(event, named, context, setting)
    people = tuple(people_of(event, setting.tables))
    return Event(
        title=plain.texts(event.take_whole(named["title"]), tag),
        span=found.span,
        lines={
            **{said: event.where(name) for said, name in named.items()},
            **_lines(event, named),
            "room": room_lines,
        },
        kind_words=(
            setting.tables.text(event, named.get("kind", "")),
            setting.tables.text(event, named.get("theme", "")),
        ),
        number=event.text(named["number"]) if "number" in named else "",
        starts=starts,
        ends=ends,
        room=room,
        languages=spoken,
        part_of=context.parent,
        theme=setting.tables.text(event, named.get("theme", "")) or context.theme,
        organisers=_words(event, named.get("organisers", "")),
        access=event.text(named["access"]) if "access" in named else "",
        abstract=_abstract(event, tag),
        questions=tuple({tag: text} for text in _words(event, named.get("questions", ""))),
        items=_items(event, tag),
        people=people,
    )


def _lines(event: Obj, named: dict[str, str]) -> dict[str, Span]:
    return {
        "starts": event.where(*(named.get(said, "") for said in ("start", "time", "date"))),
        "ends": event.where(*(named.get(said, "") for said in ("end", "duration", "time"))),
        "languages": event.where(named.get("language", "")),
    }


def _times(
    event: Obj, named: dict[str, str], context: Context, setting: Setting
) -> tuple[datetime | None, datetime | None]:
    said = {meant: event.text(named[meant]) for meant in ("start", "end", "time", "date") if meant in named}
    length = moments.duration(event.take(named["duration"])) if "duration" in named else None
    on = moments.day(said.get("date", "")) or context.on
    first, last = moments.clocks(said.get("start", ""))
    if first is None:
        first, last = moments.clocks(said.get("time", ""))
    last = moments.clocks(said.get("end", ""))[0] or last
    whole = next((at for text in said.values() if (at := moments.moment(text))), None)
    starts = moments.moment(said.get("start", "")) or _at(on, first, setting) or whole
    ends = moments.moment(said.get("end", ""))
    if starts is not None and ends is None:
        ends = starts + length if length is not None else _following(starts, last)
    return tuple(
        moments.localised(at, None if at.year == UNDATED_YEAR else setting.zone) if at else None
        for at in (starts, ends)
    )  # type: ignore[return-value]  # two in, two out


def _at(on: date | None, clock: time | None, setting: Setting) -> datetime | None:
    if clock is None:
        return None
    return datetime.combine(on or moments.day(setting.hints.first_day) or date(UNDATED_YEAR, 1, 1), clock)


def _following(starts: datetime, clock: time | None) -> datetime | None:
    """The next time the clock shows this: an end before the start is on the next day."""
    if clock is None:
        return None
    ends = datetime.combine(starts.date(), clock, starts.tzinfo)
    return ends if ends >= starts else ends + timedelta(1)


def _room(event: Obj, named: dict[str, str], context: Context, setting: Setting) -> tuple[str, Span]:
    if "room" not in named:
        return context.room, context.room_lines
    room = setting.tables.text(event, named["room"])
    return (room, event.where(named["room"])) if room else (context.room, context.room_lines)


def _languages(event: Obj, named: dict[str, str]) -> tuple[str, ...]:
    return tuple(filter(None, (plain.tag(word) for word in _words(event, named.get("language", "")))))


def _words(event: Obj, name: str) -> tuple[str, ...]:
    value = event.get(name)
    if isinstance(value, Arr):
        event.take_whole(name)
        return tuple(plain.one_line(text) for text, _ in value.texts())
    text = event.text(name)
    return tuple(
        part for part in (plain.one_line(part) for part in text.replace("\n", ";").split(";")) if part
    )


def _abstract(event: Obj, tag: str) -> dict[str, str]:
    """Whatever describes the event, in the order of the file: abstract, description, subtitle."""
    by_language: dict[str, list[str]] = {}
    for name in event:
        if meaning(name) == "abstract" or name.casefold() in {"subtitle", "untertitel", "description"}:
            for language, text in plain.texts(event.get(name), tag).items():
                event.take_whole(name)
                by_language.setdefault(language, []).append(text)
    return {language: plain.joined(*found) for language, found in by_language.items()}


def _items(event: Obj, tag: str) -> tuple[Item, ...]:
    """Parts of the event that have a title and no time: a list of texts or of titles."""
    found: list[Item] = []
    for name, value in event.items():
        if meaning(name) != "children" or not isinstance(value, Arr) or holds_events(value):
            continue
        event.take_whole(name)
        titles = [text for text, _ in value.texts()]
        titles += [
            inner.text(fields(inner)["title"]) for inner in value.objects() if "title" in fields(inner)
        ]
        found.extend(Item({tag: title}) for title in map(plain.one_line, titles) if title)
    return tuple(found)

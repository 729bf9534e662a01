"""Schedules of no particular format, in JSON or YAML: pretalx's interfaces, conference sites, lists written by hand.

What counts as an event is an object with a title and a time: a start, a span of times, or a date with a room or a
length. Days, rooms and tracks may be lists around the events, or lists apart to which events refer by id.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats.programme import UNDATED_YEAR
from hemicycle.engines.reader import languages
from hemicycle.engines.reader.structured import moments, plain
from hemicycle.engines.reader.structured.naming import meaning
from hemicycle.engines.reader.structured.simple_event import event_of
from hemicycle.engines.reader.structured.simple_setting import (
    Context,
    Setting,
    fields,
    holds_events,
    is_event,
    with_slot,
)
from hemicycle.engines.reader.structured.tables import Tables
from hemicycle.engines.reader.structured.tree import Arr, Obj, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemicycle.engines.reader.source import Hints
    from hemicycle.engines.reader.structured.draft import Draft

LOOKED_FOR = "events with a title and a time"
_GONE = frozenset({"canceled", "cancelled", "withdrawn", "rejected", "deleted", "declined"})


def read(root: Obj | Arr, draft: Draft, hints: Hints) -> None:
    """Every event of the tree, in the order of the file."""
    if not any(is_event(found) for found in walk(root)):
        return
    language = languages.of(" ".join(_texts(root)))
    setting = Setting(draft, Tables(root), hints, language, moments.zone(_zone(root, draft, hints)))
    frame = (
        root.object("schedule") if isinstance(root, Obj) and isinstance(root.get("schedule"), Obj) else root
    )
    if isinstance(frame, Obj):
        _frame(frame.object("conference") if isinstance(frame.get("conference"), Obj) else frame, setting)
    if language and "language" not in draft.frame:
        draft.set("language", language, root.span, assumed=True)
    for name, key in setting.tables.rooms():
        draft.room(name, key)
    _read(root, Context(), setting)


def _texts(root: Obj | Arr) -> Iterator[str]:
    """The titles and descriptions of a file."""
    for found in walk(root):
        for name, text in found.items():
            if isinstance(text, str) and meaning(name) in {"title", "abstract"}:
                yield text


def _zone(root: Obj | Arr, draft: Draft, hints: Hints) -> str:
    for found in walk(root):
        name = fields(found).get("timezone")
        if name and moments.zone(found.text(name)):
            draft.set("timezone", found.text(name), found.where(name))
            return found.text(name)
    printed = [
        at
        for found in walk(root)
        for text in found.values()
        if isinstance(text, str) and (at := moments.moment(text))
    ]
    zone = moments.common_zone(printed, hints.timezone)
    if zone:
        draft.set("timezone", zone, root.span, assumed=True)
    return zone


def _frame(root: Obj, setting: Setting) -> None:
    """Title, place, version and language of the whole, where the file has them at its top."""
    if is_event(root):
        return
    named = fields(root)
    for said, target in (
        ("title", "title"),
        ("room", "place"),
        ("state", "status"),
        ("language", "language"),
    ):
        name = named.get(said, "")
        value = root.get(name)
        if said == "title":
            _title(root, name, setting)
        elif isinstance(value, str) and value.strip():
            setting.draft.set(
                target,
                plain.tag(value) if said == "language" else plain.one_line(root.text(name)),
                root.where(name),
            )
    if "status" not in setting.draft.frame and (version := root.text("version")):
        setting.draft.set("status", version, root.where("version"))


def _title(root: Obj, name: str, setting: Setting) -> None:
    texts = plain.texts(root.get(name), plain.tag(str(root.get("language") or "")) or setting.language)
    if texts:
        root.take_whole(name)
        setting.draft.set("title", texts, root.where(name), text=next(iter(texts.values())))


def _read(value: Any, context: Context, setting: Setting) -> None:
    if isinstance(value, Arr):
        for inner in value.objects():
            _read(inner, context, setting)
    elif isinstance(value, Obj) and id(value) not in setting.seen:
        # A list that an alias repeats is one list, and a file that contains itself would have no end.
        setting.seen.add(id(value))
        if is_event(value) or (context.on and _is_leaf(value)):
            _read_event(value, context, setting)
        else:
            _read_group(value, context, setting)


def _is_leaf(found: Obj) -> bool:
    """An entry with a title in the list of a day, though without a time."""
    named = fields(found)
    return "title" in named and not any(
        isinstance(value, Obj | Arr) and holds_events(value) for value in found.values()
    )


def _read_group(found: Obj, context: Context, setting: Setting) -> None:
    """A day, a room, a track or anything else around events; lists by date or by room name are such too."""
    named = fields(found)
    inside = _inside_of(found, named, context, setting)
    for name, value in found.items():
        if not isinstance(value, Obj | Arr) or setting.tables.is_table(value):
            continue
        said = meaning(name)
        if said == "people" or said.startswith("role:"):
            continue
        found.take(name)
        narrowed = inside
        if on := moments.day(name):
            narrowed = replace(narrowed, on=on)
            setting.draft.day(on, found.at[name])
        elif said == "days" and isinstance(value, Arr):
            _read_days(value, inside, setting)
            continue
        elif (
            not said
            and isinstance(value, Arr)
            and holds_events(value)
            and meaning_of_holder(found, setting) == "room"
        ):
            narrowed = replace(narrowed, room=name, room_lines=found.at[name])
        _read(value, narrowed, setting)


def meaning_of_holder(found: Obj, setting: Setting) -> str:
    """Whether an object is a list of rooms by name: known rooms, or the value of something called rooms."""
    return "room" if id(found) in setting.tables.by_room else ""


def _inside_of(found: Obj, named: dict[str, str], context: Context, setting: Setting) -> Context:
    inside = context
    if "date" in named and (on := moments.day(found.text(named["date"]))):
        label = found.text(named["title"]) if "title" in named else ""
        setting.draft.day(on, found.where(named["date"]), label=plain.one_line(label))
        inside = replace(inside, on=on)
    if "room" in named and isinstance(found.get(named["room"]), str) and context.on:
        inside = replace(
            inside, room=plain.one_line(found.text(named["room"])), room_lines=found.where(named["room"])
        )
    if "theme" in named and isinstance(found.get(named["theme"]), str):
        inside = replace(inside, theme=plain.one_line(found.text(named["theme"])))
    return inside


def _read_days(days: Arr, context: Context, setting: Setting) -> None:
    for day in days.objects():
        named = fields(day)
        printed = moments.day(day.text(named["date"])) if "date" in named else None
        on = printed or _counted_day(setting)
        said = next((name for said in ("title", "date") if (name := named.get(said)) and day.text(name)), "")
        label = (
            "" if printed and said == named.get("date") else plain.one_line(day.text(said)) if said else ""
        )
        setting.draft.day(on, day.where(named.get("date", ""), said), label=label)
        _read_group(day, replace(context, on=on), setting)


def _counted_day(setting: Setting) -> date:
    first = moments.day(setting.hints.first_day) or date(UNDATED_YEAR, 1, 1)
    setting.days += 1
    return first + timedelta(setting.days - 1)


def _read_event(found: Obj, context: Context, setting: Setting) -> None:
    event = with_slot(found)
    for name in found:
        if meaning(name) == "slot":
            found.take_whole(name)
        elif meaning(name) == "id":
            found.take(name)
    named = fields(event)
    state = event.text(named["state"]) if "state" in named else ""
    if state.casefold() in _GONE:
        found.taken.clear()
        found.whole.clear()
        return
    key = setting.draft.add(event_of(found, event, named, context, setting))
    for name, value in found.items():
        said = meaning(name)
        if isinstance(value, Arr) and said not in {"people", "slot"} and not said.startswith("role:"):
            _read_inner(found, name, replace(context, parent=key), setting)


def _read_inner(found: Obj, name: str, context: Context, setting: Setting) -> None:
    value = found[name]
    if any(is_event(inner) for inner in value.objects()):
        found.take(name)
        _read(value, context, setting)

"""What holds around an event of a schedule of no particular format, and what such an event looks like."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hemicycle.engines.reader.structured import plain
from hemicycle.engines.reader.structured.naming import meaning
from hemicycle.engines.reader.structured.tree import Arr, Obj, Span, walk

if TYPE_CHECKING:
    from datetime import date
    from zoneinfo import ZoneInfo

    from hemicycle.engines.reader.source import Hints
    from hemicycle.engines.reader.structured.draft import Draft
    from hemicycle.engines.reader.structured.tables import Tables

_TIMED = frozenset({"start", "time"})
_TIMED_WITH_DATE = frozenset({"end", "duration", "room"})


@dataclass(frozen=True, slots=True)
class Context:
    """What the lists around an event say of it."""

    on: date | None = None
    room: str = ""
    room_lines: Span = (1, 1)
    theme: str = ""
    parent: str | None = None


@dataclass(slots=True)
class Setting:
    """What holds for the whole file; `days` counts those that print no date."""

    draft: Draft
    tables: Tables
    hints: Hints
    language: str
    zone: ZoneInfo | None
    days: int = 0
    seen: set[int] = field(default_factory=set)


def fields(found: Obj) -> dict[str, str]:
    """The names of an object's values by what they mean; the first of a meaning counts."""
    named: dict[str, str] = {}
    for name in found:
        if said := meaning(name):
            named.setdefault(said, name)
    if "title" not in named and "name" in named:
        named["title"] = named["name"]
    return named


def is_event(found: Obj) -> bool:
    named = fields(with_slot(found))
    if "title" not in named or not _has_text(found.get(named["title"])):
        return False
    if "days" in named or any(
        isinstance(found.get(name), Obj | Arr) for said, name in named.items() if said in _TIMED
    ):
        return False
    return bool(named.keys() & _TIMED) or ("date" in named and bool(named.keys() & _TIMED_WITH_DATE))


def _has_text(value: Any) -> bool:
    return (isinstance(value, str) and bool(value.strip())) or (
        isinstance(value, Obj) and bool(plain.texts(value, ""))
    )


def with_slot(found: Obj) -> Obj:
    """The object together with the place and time that it holds apart, as pretalx's submissions do."""
    slot = next((value for name, value in found.items() if meaning(name) == "slot"), None)
    if isinstance(slot, Arr):
        slot = next(iter(slot.objects()), None)
    if not isinstance(slot, Obj):
        return found
    merged = Obj(found.span[0])
    merged.span, merged.at, merged.taken = found.span, {**slot.at, **found.at}, found.taken
    merged.update({**slot, **found})
    return merged


def holds_events(value: Any) -> bool:
    return any(is_event(inner) for inner in walk(value))

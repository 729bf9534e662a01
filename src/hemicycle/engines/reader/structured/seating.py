"""People at an event of a stranger's schedule: lists, objects, ids, or a line of text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats.programme import Role, SeatState
from hemicycle.engines.reader.lexicon import lexicon
from hemicycle.engines.reader.structured import plain
from hemicycle.engines.reader.structured.draft import Named
from hemicycle.engines.reader.structured.naming import meaning
from hemicycle.engines.reader.structured.people import role_of
from hemicycle.engines.reader.structured.tables import name_of
from hemicycle.engines.reader.structured.tree import Arr, Obj

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemicycle.engines.reader.structured.tables import Tables
    from hemicycle.engines.reader.structured.tree import Span

_IDS = ("id", "code", "guid", "uuid", "person_id")
_POSITIONS = ("position", "job_title", "jobTitle", "job", "function", "tagline")
_ORGANISATIONS = ("organisation", "organization", "affiliation", "company", "institution")
_APART = re.compile(r"\s*[;\n]\s*")
_NAME_ENDS = re.compile(r"\s*,\s+|\s+\(|\s+[–—-]\s+")


def people_of(event: Obj, tables: Tables) -> Iterator[Named]:
    """Everyone at the event, each with the role that the name of the list gives."""
    for name in event:
        said = meaning(name)
        if said == "people" or said.startswith("role:"):
            role = Role(said.removeprefix("role:")) if said.startswith("role:") else Role.SPEAKER
            yield from _people(event, name, role, tables)


def _people(event: Obj, name: str, role: Role, tables: Tables) -> Iterator[Named]:
    value = event.get(name)
    if isinstance(value, Arr):
        event.take(name)
        for entry, span in zip(value, value.at, strict=True):
            yield from _person(entry, span, role, tables)
        if not value.objects():
            value.whole = True
    elif value:
        event.take(name)
        yield from _person(value, event.where(name), role, tables)


def _person(value: Any, span: Span, role: Role, tables: Tables) -> Iterator[Named]:
    listed = tables.entry("people", value) if isinstance(value, str | int) else None
    if isinstance(value, Obj) or listed is not None:
        entry = value if isinstance(value, Obj) else listed
        if entry is not None and (named := _from_object(entry, span, role)):
            yield named
    elif isinstance(value, str):
        for text in filter(None, _APART.split(value)):
            yield _from_text(plain.one_line(text), span, role)


def _from_object(entry: Obj, span: Span, role: Role) -> Named | None:
    name = name_of(entry) or " ".join(
        filter(None, (entry.text(part) for part in ("first_name", "firstName", "last_name", "lastName")))
    )
    if not name:
        return None
    for part in ("name", "public_name", "fullName", "full_name", "displayName", *_IDS):
        entry.take(part)
    position = next((text for part in _POSITIONS if (text := entry.text(part))), "")
    organisation = next((text for part in _ORGANISATIONS if (text := entry.text(part))), "")
    ident = next((text for part in _IDS if (text := entry.text(part))), "")
    printed = ", ".join(filter(None, (name, position, organisation)))
    said = entry.text("role")
    return Named(
        name,
        span,
        ident,
        role_of(said, role),
        plain.one_line(position),
        plain.one_line(organisation),
        printed,
    )


def _from_text(text: str, span: Span, role: Role) -> Named:
    """A name, and after a comma, a dash or a bracket what the person is; TBC is an open seat."""
    placeholder = lexicon().placeholder(text)
    if placeholder and placeholder.whole:
        return Named("", span, role=role, as_printed=text, state=SeatState.TBC)
    parts = _NAME_ENDS.split(text, maxsplit=1)
    position = parts[1].removesuffix(")") if len(parts) > 1 else ""
    return Named(parts[0], span, role=role, position=position, as_printed=text)

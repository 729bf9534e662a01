"""What search engines read in the pages: the conference and each session as schema.org events, in JSON-LD."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString, mark_safe

from hemicycle.exports import json_ld

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hemicycle.engines.formats.programme import Programme

_IN_A_PAGE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""Letters that could end the element which holds the data."""


@dataclass(frozen=True, slots=True)
class Events:
    """The conference without its sessions, and each session by its key without what it holds; nothing for an undated one."""

    conference: SafeString
    sessions: Mapping[str, SafeString]


def events(programme: Programme, *, dated: bool) -> Events:
    if not dated:
        return Events(SafeString(), {})
    whole = json_ld.document(programme)
    part_of = {"@type": "Event", "name": whole.get("name", ""), "startDate": whole["startDate"]}
    inside = {
        event["identifier"]: _written({"@context": whole["@context"], **event, "superEvent": part_of})
        for event in _below(whole)
        if "startDate" in event
    }
    return Events(_written(whole), inside)


def _below(event: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for part in event.get("subEvent", ()):
        yield part
        yield from _below(part)


def _written(event: Mapping[str, Any]) -> SafeString:
    said = {name: part for name, part in event.items() if name != "subEvent"}
    data = json.dumps(said, ensure_ascii=False).translate(_IN_A_PAGE)
    return mark_safe(data)  # noqa: S308 -- no letter that ends the element is left in it

"""An iCalendar file as components and properties that know their lines.

Lines are unfolded before they are decoded: some programs fold in the middle of a UTF-8 character.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hemicycle.engines.reader.source import Unreadable
from hemicycle.engines.reader.source.decoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hemicycle.engines.reader.structured.tree import Span

_LINE_END = re.compile(rb"\r\n|\n|\r")
_PROPERTY = re.compile(
    r'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)', re.DOTALL
)
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
_ESCAPE = re.compile(r"\\([\\;,nN])")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Property:
    name: str
    value: str
    parameters: Mapping[str, str]
    span: Span

    @property
    def text(self) -> str:
        """The value as a text, without its escapes."""
        return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value)

    @property
    def texts(self) -> list[str]:
        """The value as a list of texts, cut at commas that are not escaped."""
        return [
            Property(self.name, part, {}, self.span).text.strip()
            for part in re.split(r"(?<!\\),", self.value)
        ]


@dataclass(slots=True)
class Component:
    name: str
    span: Span
    properties: list[Property] = field(default_factory=list)
    children: list[Component] = field(default_factory=list)

    def first(self, *names: str) -> Property | None:
        """The first property of the first of these names that there is."""
        return next((found for name in names for found in self.properties if found.name == name), None)

    def each(self, *names: str) -> list[Property]:
        return [found for found in self.properties if found.name in names]

    def text(self, *names: str) -> str:
        found = self.first(*names)
        return found.text.strip() if found else ""

    def walk(self) -> Iterator[Component]:
        yield self
        for child in self.children:
            yield from child.walk()


def parse(data: bytes, name: str) -> tuple[str, Component]:
    """The text of the physical lines, and a nameless component around everything that the file holds.

    A line that is no property is passed over (and so left for the ledger to list); a component that never ends, ends
    with the file.

    Raises:
        Unreadable: the file holds no calendar, or components nest beyond all reason.
    """
    if data.startswith(_WIDE_MARKS) or b"\0" in data[:200]:
        data = decode(data).text.encode("utf-8")
    physical = _LINE_END.split(data.removeprefix(b"\xef\xbb\xbf"))
    unfolded, spans = _unfolded(physical)
    lines = decode(b"\n".join(unfolded)).text.split("\n")
    root = _component(lines, spans, Component("", (1, len(physical))), name)
    if not any(child.name == "VCALENDAR" for child in root.children):
        raise Unreadable(f"{name} is no calendar: no line says BEGIN:VCALENDAR; export it again as iCalendar")
    return b"\n".join(physical).decode("utf-8", "replace"), root


def _component(lines: list[str], spans: list[Span], root: Component, name: str) -> Component:
    """The components of the lines, inside `root`."""
    stack = [root]
    for line, span in zip(lines, spans, strict=False):
        found = _property(line, span)
        if found is None:
            continue
        if found.name == "BEGIN":
            if len(stack) > _DEEPEST:
                raise Unreadable(
                    f"{name} nests components more than {_DEEPEST} deep (line {span[0]}); a calendar does not"
                )
            stack.append(Component(found.value.strip().upper(), span))
            stack[-2].children.append(stack[-1])
        elif found.name == "END":
            _end(stack, found)
        else:
            stack[-1].properties.append(found)
    for component in stack[1:]:
        component.span = (component.span[0], root.span[1])
    return root


def _unfolded(physical: list[bytes]) -> tuple[list[bytes], list[Span]]:
    parts: list[list[bytes]] = []
    spans: list[Span] = []
    for number, line in enumerate(physical, 1):
        if parts and line[:1] in {b" ", b"\t"}:
            parts[-1].append(line[1:])
            spans[-1] = (spans[-1][0], number)
        else:
            parts.append([line])
            spans.append((number, number))
    return [b"".join(part) for part in parts], spans


def _property(line: str, span: Span) -> Property | None:
    found = _PROPERTY.fullmatch(line)
    if not found:
        return None
    parameters = {name.upper(): value.strip('"') for name, value in _PARAMETER.findall(found[2])}
    return Property(found[1].upper(), found[3], parameters, span)


def _end(stack: list[Component], found: Property) -> None:
    """Close the component of that name and whatever inside it was not closed; an end without a beginning is none."""
    name = found.value.strip().upper()
    if any(component.name == name for component in stack[1:]):
        while True:
            closed = stack.pop()
            closed.span = (closed.span[0], found.span[1])
            if closed.name == name:
                return

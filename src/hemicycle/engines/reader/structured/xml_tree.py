"""XML as elements that know their lines, by expat: no entities, no document types of its own, nothing fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from hemicycle.engines.reader.source import Unreadable
from hemicycle.engines.reader.structured.tree import DEEPEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemicycle.engines.reader.structured.tree import Span

_LONG_LINES = 400


@dataclass(slots=True)
class Element:
    """An element: `text` is the text directly inside it, `notes` its processing instructions by target."""

    tag: str
    attributes: dict[str, str]
    span: Span
    text: str = ""
    children: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str, Span]] = field(default_factory=list)

    def each(self, tag: str) -> list[Element]:
        return [child for child in self.children if child.tag == tag]

    def walk(self) -> Iterator[Element]:
        stack = [self]
        while stack:
            found = stack.pop()
            yield found
            stack.extend(reversed(found.children))


def parse(text: str, name: str) -> tuple[str, Element]:
    """The text whose lines are counted, and its root; a file all on one line is set out in lines first.

    Raises:
        Unreadable: the text is not well-formed, declares entities, or is nested beyond all reason.
    """
    if len(text) > _LONG_LINES * (text.count("\n") + 1):
        # Only between two tags, where a line break is no text.
        text = re.sub(r">[ \t]*(?=<(?!/))", ">\n", text)
    maker = _Maker(name)
    try:
        maker.parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as fault:
        why = expat.errors.messages[fault.code] if fault.code in expat.errors.messages else str(fault)
        where = f"line {fault.lineno}, column {fault.offset + 1}"
        raise Unreadable(
            f"{name} is not well-formed XML ({where}: {why}); export it again or mend that line"
        ) from None
    return text, maker.root.children[0]


class _Maker:
    """Builds the elements as expat meets them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root = Element("", {}, (1, 1))
        self._stack = [self.root]
        self._texts: list[list[str]] = [[]]
        # The text was decoded before, so whatever encoding the file declares no longer holds.
        self.parser = expat.ParserCreate(encoding="utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self.parser.ProcessingInstructionHandler = self._note
        self.parser.EntityDeclHandler = self._entity

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._stack) > DEEPEST:
            raise Unreadable(f"{self.name} nests elements more than {DEEPEST} deep; a schedule does not")
        line = self.parser.CurrentLineNumber
        element = Element(tag, attributes, (line, line))
        self._stack[-1].children.append(element)
        self._stack.append(element)
        self._texts.append([])

    def _end(self, _: str) -> None:
        element = self._stack.pop()
        element.span = (element.span[0], self.parser.CurrentLineNumber)
        element.text = "".join(self._texts.pop())

    def _data(self, data: str) -> None:
        self._texts[-1].append(data)

    def _note(self, target: str, data: str) -> None:
        line = self.parser.CurrentLineNumber
        self._stack[-1].notes.append((target, data, (line, line)))

    def _entity(self, *declared: object) -> None:
        raise Unreadable(
            f"{self.name} declares entities of its own (line {self.parser.CurrentLineNumber}), which are not read; "
            "write the characters themselves"
        )

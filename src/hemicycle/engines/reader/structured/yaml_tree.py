"""YAML as a tree with lines, from its events: nothing is constructed but texts, whole numbers, true, false and null.

Times and dates stay as they are written: YAML 1.1 would make the number 630 of 10:30 and a falsehood of Norwegian.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hemicycle.engines.reader.source import Unreadable
from hemicycle.engines.reader.structured.tree import DEEPEST, Arr, Obj, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,15})")
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}
_MOST_VALUES = 400_000
"""Values counted with every repetition that aliases make, beyond which a file is an alias bomb."""


def parse(text: str, name: str) -> Any:
    """The tree of a YAML document.

    Raises:
        Unreadable: the text is not YAML, nested beyond all reason, or unfolds beyond all bounds through aliases.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Maker(name).make(yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        where = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
        raise Unreadable(f"{name} is not valid YAML ({where}{fault.problem}); mend that line") from None
    except yaml.YAMLError as fault:
        raise Unreadable(f"{name} is not valid YAML ({' '.join(str(fault).split())}); mend it") from None


class _Maker:
    """Builds the tree from the events of a YAML parser, without recursion."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._root = Arr()
        self._stack: list[Obj | Arr] = [self._root]
        self._keys: list[tuple[str, int] | None] = [None]
        self._anchors: dict[str, Any] = {}
        self._opened: list[str | None] = [None]
        self._sizes: dict[int, int] = {}
        self._counts = [0]

    def make(self, events: Iterator[Any]) -> Any:
        for event in events:
            kind = type(event).__name__
            line = event.start_mark.line + 1
            if kind in {"MappingStartEvent", "SequenceStartEvent"}:
                self._open(Obj(line) if kind[0] == "M" else Arr(line), event.anchor)
            elif kind in {"MappingEndEvent", "SequenceEndEvent"}:
                self._close(line)
            elif kind == "ScalarEvent":
                last = max(line, event.end_mark.line + (1 if event.end_mark.column else 0))
                self._scalar(event, (line, last))
            elif kind == "AliasEvent":
                self._alias(event.anchor, (line, line))
            elif kind == "DocumentEndEvent" and self._root:
                break
        return self._root[0] if self._root else None

    def _open(self, holder: Obj | Arr, anchor: str | None) -> None:
        if len(self._stack) > DEEPEST:
            raise Unreadable(
                f"{self.name} nests lists and entries more than {DEEPEST} deep; a schedule does not"
            )
        self._stack.append(holder)
        self._keys.append(None)
        self._opened.append(anchor)
        self._counts.append(1)

    def _close(self, line: int) -> None:
        closed = self._stack.pop()
        self._keys.pop()
        last = max([closed.span[0], *(span[1] for span in _spans(closed))])
        closed.span = (closed.span[0], min(line, last))
        anchor, count = self._opened.pop(), self._counts.pop()
        if anchor:
            self._anchors[anchor] = closed
        self._sizes[id(closed)] = count
        self._put(closed, closed.span, count)

    def _scalar(self, event: Any, span: Span) -> None:
        value: Any = event.value
        if event.style in {None, ""} and event.implicit[0]:
            value = _CONSTANTS.get(value.lower(), value) if value.lower() in _CONSTANTS else value
            value = int(value) if isinstance(value, str) and _NUMBER.fullmatch(value) else value
        if isinstance(self._stack[-1], Obj) and self._keys[-1] is None:
            self._keys[-1] = (str(event.value), span[0])
            return
        if event.anchor:
            self._anchors[event.anchor] = value
        self._put(value, span, 1)

    def _alias(self, anchor: str, span: Span) -> None:
        if anchor not in self._anchors:
            raise Unreadable(
                f"{self.name} refers to *{anchor} on line {span[0]}, which is not there; write it out"
            )
        value = self._anchors[anchor]
        self._put(value, span, self._sizes.get(id(value), 1))

    def _put(self, value: Any, span: Span, count: int) -> None:
        holder = self._stack[-1]
        self._counts[-1] += count
        if self._counts[-1] > _MOST_VALUES:
            raise Unreadable(f"{self.name} unfolds to more than {_MOST_VALUES} values; a schedule does not")
        if not isinstance(holder, Obj):
            holder.put(value, span)
            return
        if self._keys[-1] is None:
            raise Unreadable(
                f"{self.name} has a list or an entry as the name of a value on line {span[0]}; name it"
            )
        name, line = self._keys[-1]
        self._keys[-1] = None
        holder.put(name, value, (line, span[1]))


def _spans(value: Obj | Arr) -> list[Span]:
    return list(value.at.values()) if isinstance(value, Obj) else value.at

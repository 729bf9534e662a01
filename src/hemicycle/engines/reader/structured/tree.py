"""A structured file as objects and lists that know the lines on which each value stands.

`json_tree`, `yaml_tree` and `xml_tree` make such trees; the readers of single formats take from them what they
understand, and `settle` tells the ledger what was taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemicycle.engines.reader.structured.ledger import Ledger

DEEPEST = 100
"""How deep objects and lists may lie in one another; no schedule comes near."""

Span: TypeAlias = tuple[int, int]


class Obj(dict[str, Any]):
    """An object: its values by name, where each stands, and which were taken."""

    __slots__ = ("at", "span", "taken", "whole")

    def __init__(self, first: int = 1) -> None:
        super().__init__()
        self.span: Span = (first, first)
        self.at: dict[str, Span] = {}
        self.taken: set[str] = set()
        self.whole: set[str] = set()

    def put(self, name: str, value: Any, span: Span) -> None:
        self[name] = value
        self.at[name] = span

    def take(self, name: str) -> Any:
        """The value, which counts as used (of an object or a list inside: what is taken from it in its turn)."""
        self.taken.add(name)
        return self.get(name)

    def take_whole(self, name: str) -> Any:
        """The value, which counts as used with everything inside it."""
        self.whole.add(name)
        return self.take(name)

    def text(self, name: str) -> str:
        """The value where it is a text or a number, else nothing."""
        found = self.get(name)
        if isinstance(found, str):
            self.taken.add(name)
            return found.strip()
        if isinstance(found, int | float) and not isinstance(found, bool):
            self.taken.add(name)
            return str(found)
        return ""

    def object(self, name: str) -> Obj:
        """The object under this name; an empty one where there is none."""
        found = self.get(name)
        if isinstance(found, Obj):
            self.taken.add(name)
            return found
        return Obj(self.span[0])

    def list(self, name: str) -> Arr:
        """The list under this name; an empty one where there is none."""
        found = self.get(name)
        if isinstance(found, Arr):
            self.taken.add(name)
            return found
        return Arr(self.span[0])

    def where(self, *names: str) -> Span:
        """The lines of the first of these values that there is, else of the object itself."""
        return next((self.at[name] for name in names if name in self.at), self.span)


class Arr(list[Any]):
    """A list that knows its lines and those of its values."""

    __slots__ = ("at", "span", "whole")

    def __init__(self, first: int = 1) -> None:
        super().__init__()
        self.span: Span = (first, first)
        self.at: list[Span] = []
        self.whole = False

    def put(self, value: Any, span: Span) -> None:
        self.append(value)
        self.at.append(span)

    def objects(self) -> list[Obj]:
        return [value for value in self if isinstance(value, Obj)]

    def texts(self) -> list[tuple[str, Span]]:
        """The texts of the list with their lines; the list then counts as used."""
        self.whole = True
        return [
            (v.strip(), at) for v, at in zip(self, self.at, strict=True) if isinstance(v, str) and v.strip()
        ]


def is_empty(value: Any) -> bool:
    """Whether a value says nothing: null, false, an empty text, list or object, or nothing but such."""
    if isinstance(value, Obj):
        return all(is_empty(inner) for inner in value.values())
    if isinstance(value, Arr):
        return all(is_empty(inner) for inner in value)
    return value is None or value is False or (isinstance(value, str) and not value.strip())


def walk(value: Any) -> Iterator[Obj]:
    """Every object of a tree, outermost first."""
    stack = [value]
    while stack:
        found = stack.pop()
        if isinstance(found, Obj):
            yield found
            stack.extend(reversed(found.values()))
        elif isinstance(found, Arr):
            stack.extend(reversed(found))


def settle(root: Obj | Arr, ledger: Ledger) -> None:
    """Mark what was taken as used and give every other line its reason."""
    ledger.use(*_edges(root)[0])
    ledger.use(*_edges(root)[1])
    stack: list[Obj | Arr] = [root]
    seen: set[int] = set()
    while stack:
        found = stack.pop()
        if id(found) in seen:
            continue
        seen.add(id(found))
        stack.extend(_settle_object(found, ledger) if isinstance(found, Obj) else _settle_list(found, ledger))


def _settle_object(found: Obj, ledger: Ledger) -> Iterator[Obj | Arr]:
    for name, value in found.items():
        span = found.at[name]
        if name in found.whole or is_empty(value):
            ledger.use(*span)
        elif name not in found.taken:
            ledger.leave(*span, f"a programme has no place for {name!r}")
        elif isinstance(value, Obj | Arr):
            _use_edges(value, span, ledger)
            yield value
        else:
            ledger.use(*span)


def _settle_list(found: Arr, ledger: Ledger) -> Iterator[Obj | Arr]:
    for value, span in zip(found, found.at, strict=True):
        if found.whole or is_empty(value):
            ledger.use(*span)
        elif isinstance(value, Arr) or (isinstance(value, Obj) and (value.taken or value.whole)):
            _use_edges(value, span, ledger)
            yield value
        else:
            ledger.leave(*span, "this entry of a list was not understood as part of a programme")


def _use_edges(value: Obj | Arr, span: Span, ledger: Ledger) -> None:
    """The brackets around a value, which belong to it; its name stands on the first of its lines."""
    ledger.use(span[0])
    for edge in _edges(value):
        ledger.use(*edge)


def _edges(value: Obj | Arr) -> tuple[Span, Span]:
    return (value.span[0], value.span[0]), (value.span[1], value.span[1])

"""Lists to which the events of a file refer by id: its rooms, speakers and tracks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hemicycle.engines.reader.structured import plain
from hemicycle.engines.reader.structured.naming import meaning
from hemicycle.engines.reader.structured.tree import Arr, Obj, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemicycle.engines.reader.structured.tree import Span

_IDS = ("id", "code", "guid", "uuid", "slug", "key")
_NAMES = ("name", "title", "public_name", "fullName", "full_name", "displayName")


class Tables:
    """Every list of things with an id and a name, and what each id means under each kind of name."""

    def __init__(self, root: Any) -> None:
        self._entries: dict[tuple[str, str], Obj] = {}
        self._tables: set[int] = set()
        self._rooms: list[tuple[str, Span]] = []
        self.by_room: set[int] = set()
        """Objects that list events by the name of their room."""
        for holder in walk(root):
            for name, value in holder.items():
                said = _kind(name)
                if said and isinstance(value, Arr):
                    self._gather(holder, name, value, said)
                elif said == "room" and isinstance(value, Obj):
                    self.by_room.add(id(value))

    def _gather(self, holder: Obj, name: str, value: Arr, said: str) -> None:
        entries = [entry for entry in value.objects() if _ident(entry) and name_of(entry)]
        if not entries or any("start" in map(meaning, entry) for entry in entries):
            return
        is_top = said != "people" or any(len(entry) > 1 for entry in entries)
        for entry in entries:
            for ident in _idents(entry):
                self._entries.setdefault((said, ident), entry)
        if is_top and _lists_apart(holder):
            holder.take(name)
            self._tables.add(id(value))
            if said == "room":
                self._rooms.extend((taken_name(entry), entry.span) for entry in entries)

    def is_table(self, value: Any) -> bool:
        return id(value) in self._tables

    def rooms(self) -> Iterator[tuple[str, Span]]:
        """The rooms that the file lists apart."""
        yield from self._rooms

    def entry(self, said: str, ident: Any) -> Obj | None:
        """The thing with this id; nothing where the file lists none."""
        return self._entries.get((said, str(ident))) if isinstance(ident, str | int) else None

    def text(self, event: Obj, name: str) -> str:
        """The text of a value: itself, its name where it is an object, or that of what it refers to."""
        value = event.get(name)
        said = meaning(name)
        if isinstance(value, Arr):
            value = next(iter(value), None)
        if isinstance(value, Obj):
            event.take_whole(name)
            found = self.entry(said, _ident(value)) if not name_of(value) else value
            return name_of(found) if found is not None else next(iter(plain.texts(value, "").values()), "")
        if (listed := self.entry(said, value)) is not None:
            event.take(name)
            return taken_name(listed)
        return plain.one_line(event.text(name))


def name_of(entry: Obj) -> str:
    """What a thing is called, in its first language."""
    for name in _NAMES:
        texts = plain.texts(entry.get(name), "")
        if texts:
            return plain.one_line(next(iter(texts.values())))
    return ""


def taken_name(entry: Obj) -> str:
    """The same, and its lines count as used."""
    for name in (*_NAMES, *_IDS):
        if name in entry:
            entry.take_whole(name)
    return name_of(entry)


def _kind(name: str) -> str:
    said = meaning(name)
    return (
        "people"
        if said == "people" or said.startswith("role:")
        else said
        if said in {"room", "theme", "kind"}
        else ""
    )


def _idents(entry: Obj) -> list[str]:
    return [str(entry[name]) for name in _IDS if isinstance(entry.get(name), str | int)]


def _ident(entry: Obj) -> str:
    return next(iter(_idents(entry)), "")


def _lists_apart(holder: Obj) -> bool:
    """Whether the object around a list is no event itself, so that the list belongs to the whole file."""
    return not {"start", "time", "duration"} & set(map(meaning, holder))

"""Our own `hemicycle.programme/1` and `hemicycle.reading/1`, written as JSON or as YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats import programme, programme_json, reading
from hemicycle.engines.formats.reading import Evidence, Reading
from hemicycle.engines.reader.structured.ledger import shortened
from hemicycle.engines.reader.structured.tree import Arr, Obj, is_empty

if TYPE_CHECKING:
    from hemicycle.engines.formats.programme import Programme
    from hemicycle.engines.reader.structured.ledger import Ledger

_FIELDS = {
    "": ("format", "title", "theme", "place", "status", "as_of", "timezone", "language"),
    "days": ("date", "label"),
    "rooms": ("key", "name", "also", "languages", "capacity", "off_site", "note"),
    "people": ("key", "name", "also"),
    "sessions": (
        "key", "kind", "number", "title", "starts", "ends", "room", "languages", "part_of", "theme", "organisers",
        "access", "abstract",
    ),
}  # fmt: skip
_LISTS = ("questions", "items", "seats")


def is_programme(root: Any) -> bool:
    return isinstance(root, Obj) and root.get("format") == programme.FORMAT


def is_reading(root: Any) -> bool:
    return isinstance(root, Obj) and root.get("format") == reading.FORMAT


def read_reading(root: Obj) -> Reading:
    """The reading as it was made; its evidence and lines are those of the first document.

    Raises:
        NotAProgramme: the value is broken, or its lines do not add up.
    """
    found = reading.read(root)
    count = found.lines
    if count.all != count.blank + count.used + count.left or count.left != len(found.leftovers):
        raise programme.NotAProgramme(
            "the reading's lines do not add up: all is not blank, used and left together"
        )
    return found


def read(root: Obj, ledger: Ledger) -> tuple[Programme, dict[str, Evidence]]:
    """The programme, and where each value stands.

    Raises:
        NotAProgramme: the value is broken.
    """
    found = programme_json.read(root)
    evidence: dict[str, Evidence] = {}
    _note(root, "", "", evidence, ledger)
    for name in ("days", "rooms", "people", "sessions"):
        for entry in root.list(name).objects():
            key = entry.get("date" if name == "days" else "key")
            _note(entry, name, f"{name}/{key}/", evidence, ledger)
    return found, evidence


def _note(entry: Obj, kind: str, path: str, evidence: dict[str, Evidence], ledger: Ledger) -> None:
    for name in _FIELDS[kind]:
        value = entry.take_whole(name)
        if not is_empty(value) and name not in {"format", "key"}:
            evidence[f"{path}{name}"] = Evidence(entry.where(name), shortened(_quoted(value)), 1.0)
            ledger.use(*entry.where(name))
    for name in _LISTS if kind == "sessions" else ():
        values = entry.take_whole(name)
        for number, value in enumerate(values if isinstance(values, Arr) else ()):
            evidence[f"{path}{name}/{number}"] = Evidence(values.at[number], shortened(_quoted(value)), 1.0)


def _quoted(value: Any) -> str:
    if isinstance(value, dict):
        return _quoted(next((inner for inner in value.values() if isinstance(inner, str) and inner), ""))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)

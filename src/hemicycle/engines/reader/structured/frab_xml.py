"""frab's and pentabarf's `schedule.xml`, given the shape of its JSON so that `frab` reads both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.engines.formats import supplement
from hemicycle.engines.reader.structured.tree import Arr, Obj

if TYPE_CHECKING:
    from hemicycle.engines.reader.structured.draft import Draft
    from hemicycle.engines.reader.structured.ledger import Ledger
    from hemicycle.engines.reader.structured.xml_tree import Element

INSTRUCTION = "hemicycle"
"""The target of the processing instructions that hold our supplements; every other program passes over them."""
_LISTS = {"persons", "links", "attachments", "answers"}


def is_schedule(root: Element) -> bool:
    return root.tag == "schedule"


def as_json(root: Element, draft: Draft) -> Obj:
    """The schedule as `schedule.json` has it, with the lines of the XML."""
    schedule, whole = Obj(root.span[0]), Obj(root.span[0])
    days = Arr(root.span[0])
    for child in root.children:
        if child.tag == "day":
            days.put(_day(child), child.span)
        else:
            schedule.put(child.tag, _value(child), child.span)
    schedule.put("days", days, root.span)
    schedule.span = whole.span = days.span = root.span
    whole.put("schedule", schedule, root.span)
    conference = schedule.get("conference")
    if isinstance(conference, Obj):
        # The number of days stands in an element of the name that JSON gives to the days themselves.
        if "days" in conference:
            conference.put("daysCount", conference.pop("days"), conference.at.pop("days"))
        if _programme_supplement(root, str(conference.get("title") or ""), draft):
            conference.whole.update(conference)
    return whole


def settle(root: Element, ledger: Ledger) -> None:
    """Tags around what was used are used: those of days, rooms, events and the schedule itself."""
    for element in root.walk():
        if element.children or element.tag in _LISTS or element.tag == "room":
            for edge in element.span:
                if _is_markup_only(ledger.lines[edge - 1]):
                    ledger.use(edge)
    for number, line in enumerate(ledger.lines, 1):
        if line.lstrip("\ufeff").startswith(("<?xml", "<!DOCTYPE")):
            ledger.use(number)


def _is_markup_only(line: str) -> bool:
    """Whether a line holds a single tag, without a text that might be lost."""
    line = line.strip()
    return line.startswith("<") and line.endswith(">") and line.count("<") == 1


def _programme_supplement(root: Element, title: str, draft: Draft) -> bool:
    for target, data, span in root.notes:
        found = supplement.load(data) if target == INSTRUCTION else None
        if found is not None:
            draft.supplemented(found, title, span)
            return True
    return False


def _day(element: Element) -> Obj:
    day = _attributes(element)
    rooms = Arr(element.span[0])
    rooms.span = element.span
    for child in element.each("room"):
        room = _attributes(child)
        events = Arr(child.span[0])
        events.span = child.span
        for event in child.each("event"):
            events.put(_event(event), event.span)
        room.put("events", events, child.span)
        rooms.put(room, child.span)
    day.put("rooms", rooms, element.span)
    return day


def _event(element: Element) -> Obj:
    event = _attributes(element)
    for child in element.children:
        event.put(child.tag, _value(child), child.span)
    for target, data, span in element.notes:
        if target == INSTRUCTION:
            event.put("supplement", data, span)
    return event


def _value(element: Element) -> object:
    if element.tag in _LISTS:
        found = Arr(element.span[0])
        found.span = element.span
        for child in element.children:
            found.put(_entry(child), child.span)
        return found
    if not element.children:
        return element.text
    inner = Obj(element.span[0])
    inner.span = element.span
    for child in element.children:
        inner.put(child.tag, _value(child), child.span)
    return inner


def _entry(element: Element) -> Obj:
    """A person, a link: its attributes, and its text under the name that JSON gives it."""
    entry = _attributes(element)
    entry.put("public_name" if element.tag == "person" else "title", element.text, element.span)
    return entry


def _attributes(element: Element) -> Obj:
    found = Obj(element.span[0])
    found.span = element.span
    for name, value in element.attributes.items():
        found.put(name, value, (element.span[0], element.span[0]))
    return found

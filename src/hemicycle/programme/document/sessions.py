"""What changed in a session that both versions have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from hemicycle.engines.formats.programme import text
from hemicycle.engines.words import folded, level
from hemicycle.programme.document.differences import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from hemicycle.engines.formats.programme import Room, Session, TextMap
    from hemicycle.programme.document.groups import SameGroups
    from hemicycle.programme.document.venue import SameRooms

Values: TypeAlias = dict[str, Any]
Found: TypeAlias = tuple[Change, Values, Values]


def summary(one: Session, rooms: Mapping[str, Room]) -> Values:
    """What is said of a session that is new, gone, split or merged."""
    return {
        "key": one.key,
        "kind": one.kind,
        "title": dict(one.title),
        **_times(one),
        "room": rooms[one.room].name if one.room else None,
        "organisers": list(one.organisers),
        "people": [seat.name for seat in one.seats if seat.name],
    }


def changed(old: Session, new: Session, rooms: SameRooms, groups: SameGroups) -> Iterator[Found]:
    if [_wall(old.starts), _wall(old.ends)] != [_wall(new.starts), _wall(new.ends)]:
        yield Change.MOVED, _times(old), _times(new)
    if not rooms.same(old.room, new.room):
        yield (
            Change.ROOM,
            {"room": rooms.old[old.room].name if old.room else None},
            {"room": rooms.new[new.room].name if new.room else None},
        )
    if _level(old.title) != _level(new.title):
        yield Change.RETITLED, {"title": dict(old.title)}, {"title": dict(new.title)}
    if level(old.number) != level(new.number):
        yield Change.RENUMBERED, {"number": old.number}, {"number": new.number}
    if old.kind != new.kind:
        yield Change.REKINDED, {"kind": old.kind}, {"kind": new.kind}
    yield from _of_lists(old, new, rooms)
    yield from _of_texts(old, new, groups)


def _of_lists(old: Session, new: Session, rooms: SameRooms) -> Iterator[Found]:
    before, after = _languages(old, rooms.old), _languages(new, rooms.new)
    if set(before) != set(after):
        yield Change.LANGUAGES, {"languages": before}, {"languages": after}
    if {folded(name) for name in old.organisers} != {folded(name) for name in new.organisers}:
        yield Change.ORGANISERS, {"organisers": list(old.organisers)}, {"organisers": list(new.organisers)}
    gone, come = _without(old.questions, new.questions), _without(new.questions, old.questions)
    if gone or come:
        yield Change.QUESTIONS, {"questions": gone}, {"questions": come}


def _of_texts(old: Session, new: Session, groups: SameGroups) -> Iterator[Found]:
    before: Values = {}
    after: Values = {}
    if _level(old.abstract) != _level(new.abstract):
        before["abstract"], after["abstract"] = dict(old.abstract), dict(new.abstract)
    gone = _without([item.title for item in old.items], [item.title for item in new.items])
    come = _without([item.title for item in new.items], [item.title for item in old.items])
    if gone or come:
        before["items"], after["items"] = gone, come
    if level(old.access) != level(new.access):
        before["access"], after["access"] = old.access, new.access
    if level(old.theme or "") != level(new.theme or ""):
        before["theme"], after["theme"] = old.theme or "", new.theme or ""
    if not groups.same(old.part_of, new.part_of):
        before["group"], after["group"] = groups.titles(old, new)
    if before:
        yield Change.TEXT, before, after


def _times(one: Session) -> Values:
    return {
        "starts": one.starts.isoformat() if one.starts else None,
        "ends": one.ends.isoformat() if one.ends else None,
    }


def _wall(at: datetime | None) -> datetime | None:
    """What the clock on the wall says: a version without a time zone is compared with one that has it."""
    return at.replace(tzinfo=None) if at else None


def _languages(one: Session, rooms: Mapping[str, Room]) -> list[str]:
    """A session that names no languages is heard in those of its room."""
    return list(one.languages or (rooms[one.room].languages if one.room else ()))


def _level(texts: TextMap) -> dict[str, str]:
    return {tag: level(said) for tag, said in texts.items() if said.strip()}


def _without(texts: Iterable[TextMap], others: Iterable[TextMap]) -> list[dict[str, str]]:
    known = [_level(each) for each in others]
    return [dict(each) for each in texts if text(each) and _level(each) not in known]

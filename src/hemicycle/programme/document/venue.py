"""Which room is which in two versions, and which came and went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hemicycle.engines import names
from hemicycle.engines.words import folded, level
from hemicycle.programme.document.assignment import best_pairs
from hemicycle.programme.document.differences import Change, Difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hemicycle.engines.formats.programme import Programme, Room

_PRINTED_ALIKE, _ALIKE = 1000, 800


class SameRooms:
    """The rooms of two versions; one that is only spelt otherwise is the same room."""

    def __init__(self, old: Programme, new: Programme) -> None:
        self.old = {room.key: room for room in old.rooms}
        self.new = {room.key: room for room in new.rooms}
        ours, theirs = sorted(old.rooms, key=_order), sorted(new.rooms, key=_order)
        if [_order(room)[:-1] for room in ours] <= [_order(room)[:-1] for room in theirs]:
            self._new_of = _joined(ours, theirs)
        else:  # the same problem for (new, old) as for (old, new), so that both have the same answer
            self._new_of = {one: two for two, one in _joined(theirs, ours).items()}

    def same(self, old: str | None, new: str | None) -> bool:
        """Whether two sessions are in one room, or both in none."""
        return old is new if old is None or new is None else self._new_of.get(old) == new

    def differences(self) -> Iterator[Difference]:
        for one, two in sorted(self._new_of.items()):
            before, after = _facts(self.old[one]), _facts(self.new[two])
            changed = [name for name in before if before[name] != after[name]]
            if changed:
                yield Difference(
                    Change.ROOM, (), (), _told(self.old[one], changed), _told(self.new[two], changed)
                )
        kept = set(self._new_of.values())
        for key, room in self.new.items():
            if key not in kept:
                yield Difference(Change.ROOM_ADDED, (), (), {}, {"room": room.name})
        for key, room in self.old.items():
            if key not in self._new_of:
                yield Difference(Change.ROOM_REMOVED, (), (), {"room": room.name}, {})


def _facts(room: Room) -> dict[str, Any]:
    """What is said of a room, as a reader sees it."""
    return {
        "name": level(room.name),
        "languages": set(room.languages),
        "capacity": room.capacity,
        "off_site": room.off_site,
        "note": level(room.note),
    }


def _told(room: Room, changed: Iterable[str]) -> dict[str, Any]:
    told = {
        "languages": list(room.languages),
        "capacity": room.capacity,
        "off_site": room.off_site,
        "note": room.note,
    }
    return {"room": room.name, **{name: told[name] for name in changed if name != "name"}}


def _joined(ours: Sequence[Room], theirs: Sequence[Room]) -> dict[str, str]:
    worth = {(i, j): _worth(one, two) for i, one in enumerate(ours) for j, two in enumerate(theirs)}
    return {ours[i].key: theirs[j].key for i, j in best_pairs(worth).items()}


def _order(room: Room) -> tuple[str, ...]:
    return (folded(room.name), room.name, " ".join(room.also), room.key)


def _worth(one: Room, two: Room) -> int:
    if {folded(name) for name in (one.name, *one.also)} & {folded(name) for name in (two.name, *two.also)}:
        return _PRINTED_ALIKE
    verdict = names.rooms.same(one.name, two.name)
    return round(_ALIKE * verdict.score) if verdict.same else 0

"""What changed between two versions of a programme."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from hemicycle.engines.words import folded, level
from hemicycle.programme.document import sessions
from hemicycle.programme.document.differences import Change, Changes, Difference
from hemicycle.programme.document.functions import functions
from hemicycle.programme.document.groups import SameGroups
from hemicycle.programme.document.matching import match
from hemicycle.programme.document.seats import in_order, seat_changes
from hemicycle.programme.document.venue import SameRooms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hemicycle.engines.formats.programme import Day, Programme
    from hemicycle.programme.document.functions import Functions
    from hemicycle.programme.document.matching import Family, Matching
    from hemicycle.programme.document.seats import Place, SeatChange

_YEAR = re.compile(r"\b\d{4}\b")
"""The year in the label of a day says nothing that its date does not."""
_ORDER = {kind: place for place, kind in enumerate(Change)}
_SEAT_FIELDS = (
    "role",
    "state",
    "person",
    "name",
    "position",
    "organisation",
    "place",
    "country",
    "as_printed",
)


def compare(old: Programme, new: Programme) -> Changes:
    """Everything that changed, most important first.

    Laws: nothing changed between equal programmes; (new, old) gives the mirror image of (old, new), in which `added`
    is `removed`, `split` is `merged`, a seat that was named is one that was lost and is open again, and `before` is
    `after`; neither the order of the sessions nor the keys of sessions, rooms and people count; every session of
    both versions is matched, gone, new, or part of one split or merger.
    """
    matching = match(old, new)
    rooms, groups = SameRooms(old, new), SameGroups(old, new, matching.families)
    seats = seat_changes(matching)
    found = [
        *_of_programme(old, new),
        *(each for family in matching.families for each in _of_family(family, rooms, groups)),
        *_of_seats(seats.changes),
        *_of_people(old, new, matching, functions(seats.kept)),
        *rooms.differences(),
    ]
    pairs = sorted((one.key, two.key) for one, two in matching.pairs)
    people = sorted((one.key, two.key) for one, two in matching.people(old, new))
    return Changes(old, new, tuple(pairs), tuple(people), _listed(found, old, new))


def _of_programme(old: Programme, new: Programme) -> Iterator[Difference]:
    before, after = _face(old), _face(new)
    changed = [name for name in before if _said(before[name]) != _said(after[name])]
    if "days" in changed and "labels" in changed:
        changed.remove("labels")
    if changed:
        yield Difference(
            Change.PROGRAMME,
            (),
            (),
            {name: before[name] for name in changed},
            {name: after[name] for name in changed},
        )


def _said(value: Any) -> Any:
    """What a reader would see of it: how a title is set is no change."""
    if isinstance(value, str):
        return level(value)
    if isinstance(value, list):
        return [_YEAR.sub("", folded(text)).strip() for text in value]
    return (
        {tag: level(text) for tag, text in value.items() if text.strip()}
        if isinstance(value, dict)
        else value
    )


def _face(programme: Programme) -> dict[str, Any]:
    return {
        "title": dict(programme.title),
        "theme": dict(programme.theme),
        "place": programme.place,
        "status": programme.status,
        "as_of": programme.as_of.isoformat() if programme.as_of else None,
        "timezone": programme.timezone,
        "days": sorted({day.date.isoformat() for day in programme.days}),
        "labels": [day.label for day in sorted(programme.days, key=_in_turn)],
        "language": programme.language,
    }


def _in_turn(day: Day) -> tuple[str, str]:
    return (day.date.isoformat(), day.label)


def _of_family(family: Family, rooms: SameRooms, groups: SameGroups) -> Iterator[Difference]:
    old, new = (tuple(one.key for one in side) for side in (family.old, family.new))
    if len(family.old) == len(family.new) == 1:
        for kind, before, after in sessions.changed(family.old[0], family.new[0], rooms, groups):
            yield Difference(kind, old, new, before, after)
        return
    before = {"sessions": [sessions.summary(one, rooms.old) for one in family.old]}
    after = {"sessions": [sessions.summary(one, rooms.new) for one in family.new]}
    if not family.old:
        yield Difference(Change.ADDED, old, new, {}, after["sessions"][0])
    elif not family.new:
        yield Difference(Change.REMOVED, old, new, before["sessions"][0], {})
    else:
        kind = Change.SPLIT if len(family.old) == 1 else Change.MERGED
        yield Difference(kind, old, new, before, after)


def _of_seats(found: Iterable[SeatChange]) -> Iterator[Difference]:
    grouped: dict[tuple[Change, Family], list[SeatChange]] = defaultdict(list)
    for change in found:
        grouped[change.kind, change.place.family].append(change)
    for (kind, family), changes in grouped.items():
        old, new = (tuple(one.key for one in side) for side in (family.old, family.new))
        listed = in_order(changes)
        before = [_seat(one.before) for one in listed if one.before]
        after = [_seat(one.after) for one in listed if one.after]
        yield Difference(
            kind, old, new, {"seats": before} if before else {}, {"seats": after} if after else {}
        )


def _seat(place: Place) -> dict[str, Any]:
    return {"session": place.session.key, **{name: getattr(place.seat, name) for name in _SEAT_FIELDS}}


def _of_people(
    old: Programme, new: Programme, matching: Matching, held: Mapping[str, Functions]
) -> Iterator[Difference]:
    """Who is printed otherwise: by another name, or with another function."""
    for one, two in matching.people(old, new):
        functions = held.get(matching.old.people[one.key])
        if functions or level(one.name) != level(two.name):
            before: dict[str, Any] = {"person": one.key, "name": one.name}
            after: dict[str, Any] = {"person": two.key, "name": two.name}
            if functions:
                before["functions"], after["functions"] = functions
            yield Difference(Change.PERSON_RENAMED, (), (), before, after)


def _listed(found: Iterable[Difference], old: Programme, new: Programme) -> tuple[Difference, ...]:
    """Most important first, then in the order of the day; each with what else changed in the same session."""
    at_old, at_new = _times(old), _times(new)
    kinds: dict[tuple[bool, str], set[Change]] = defaultdict(set)
    found = list(found)
    for one in found:
        for mark in _marks(one):
            kinds[mark].add(one.kind)

    def order(one: Difference) -> tuple[Any, ...]:
        when = [at_new[key] for key in one.new] or [at_old[key] for key in one.old]
        return (_ORDER[one.kind], min(when, default=()), str(one.before), str(one.after), one.old, one.new)

    return tuple(
        Difference(
            one.kind,
            one.old,
            one.new,
            one.before,
            one.after,
            tuple(
                sorted(
                    {kind for mark in _marks(one) for kind in kinds[mark]} - {one.kind},
                    key=_ORDER.__getitem__,
                )
            ),
        )
        for one in sorted(found, key=order)
    )


def _marks(one: Difference) -> list[tuple[bool, str]]:
    return [(True, key) for key in one.old] + [(False, key) for key in one.new]


def _times(programme: Programme) -> Mapping[str, tuple[str, ...]]:
    """Where each session stands in its days; those without a time stand last."""
    return {
        one.key: (
            f"{one.starts:%Y-%m-%d %H:%M}" if one.starts else "~",
            " ".join(text for _, text in sorted(one.title.items())),
        )
        for one in programme.sessions
    }

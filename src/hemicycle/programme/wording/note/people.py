"""What changed for each person of a programme."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import SeatState
from hemicycle.engines.words import folded
from hemicycle.programme.document.differences import Change
from hemicycle.programme.wording.telling import part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hemicycle.engines.formats.programme import Programme, Role
    from hemicycle.programme.document.differences import Changes
    from hemicycle.programme.wording.changes import Sentences

_NOBODY = frozenset(
    {SeatState.TBC, SeatState.UNNAMED, SeatState.ORGANISATION, SeatState.DECLINED, SeatState.REPLACED}
)


@dataclass(frozen=True, slots=True)
class Seats:
    """Where one person sits, in both versions: the roles by session."""

    old: dict[str, list[Role]] = field(default_factory=lambda: defaultdict(list))
    new: dict[str, list[Role]] = field(default_factory=lambda: defaultdict(list))


def told(changes: Changes, sentences: Sentences) -> Iterator[tuple[str, list[str]]]:
    """Name and news of everybody for whom something changed, in alphabetical order."""
    names = {person.key: person.name for person in changes.old.people}
    former = {new: names[old] for old, new in changes.people}
    current = {person.key: person.name for person in changes.new.people}
    seats = _seats(changes)
    kin, other = _kin(changes), _otherwise(changes)
    for who in sorted(seats, key=lambda one: (folded(one[1]), one)):
        key, name = who
        news = list(_news(seats[who], kin, other, sentences))
        before = former.get(key, name)
        if key in current and before != current[key]:
            said = sentences.words.gettext("So far printed as {name}.").format(name=before)
            news.append(said)
        if news:
            yield name, news


def _seats(changes: Changes) -> dict[tuple[str, str], Seats]:
    """By key and name; a person whom only the old version has keeps the key that it has there, marked as such."""
    current = dict(changes.people)
    names = {person.key: person.name for person in changes.new.people}
    seats: dict[tuple[str, str], Seats] = defaultdict(Seats)
    for session, person, name, role in _taken(changes.old):
        key = current.get(person, f"old {person}") if person else ""
        seats[key, names.get(key, name)].old[session].append(role)
    for session, person, name, role in _taken(changes.new):
        seats[person, names.get(person, name)].new[session].append(role)
    return seats


def _taken(programme: Programme) -> Iterator[tuple[str, str, str, Role]]:
    names = {person.key: person.name for person in programme.people}
    for session in programme.sessions:
        for seat in session.seats:
            if (seat.person or seat.name) and seat.state not in _NOBODY:
                person = seat.person or ""
                yield session.key, person, names.get(person, seat.name), seat.role


def _news(
    seats: Seats, kin: Mapping[str, Sequence[str]], otherwise: set[str], sentences: Sentences
) -> Iterator[str]:
    kept = [(old, new) for old in seats.old for new in kin.get(old, ()) if new in seats.new]
    lost = [key for key in seats.old if key not in {old for old, _ in kept}]
    gained = [key for key in seats.new if key not in {new for _, new in kept}]
    for old, new in kept:
        if new in otherwise:
            yield _now(old, new, sentences)
        if sorted(seats.old[old]) != sorted(seats.new[new]):
            said = sentences.words.gettext("{session}: {role}; so far: {before}.")
            yield said.format(
                role=_roles(seats.new[new], sentences),
                before=_roles(seats.old[old], sentences),
                session=sentences.new.placed(new),
            )
    yield from _places(lost, gained, seats, sentences)


def _kin(changes: Changes) -> Mapping[str, Sequence[str]]:
    """What became of each session of the old version: the same session, or the parts or the whole that it went into."""
    kin = {old: [new] for old, new in changes.pairs}
    for one in changes.of(Change.SPLIT, Change.MERGED):
        kin.update((old, list(one.new)) for old in one.old)
    return kin


def _places(lost: list[str], gained: list[str], seats: Seats, sentences: Sentences) -> Iterator[str]:
    words = sentences.words
    if len(lost) == len(gained) == 1:
        said = words.gettext("{session}, {role}; so far {before}, {was}.")
        yield said.format(
            session=sentences.new.placed(gained[0]),
            role=_roles(seats.new[gained[0]], sentences),
            before=sentences.old.placed(lost[0]),
            was=_roles(seats.old[lost[0]], sentences),
        )
        return
    for key in gained:
        said = words.gettext("New: {session}, {role}.")
        yield said.format(session=sentences.new.placed(key), role=_roles(seats.new[key], sentences))
    for key in lost:
        said = words.gettext("No longer: {session}, {role}.")
        yield said.format(session=sentences.old.placed(key), role=_roles(seats.old[key], sentences))


def _otherwise(changes: Changes) -> set[str]:
    """The sessions of the new version whose time, room or title is another."""
    kinds = (Change.MOVED, Change.SPLIT, Change.MERGED, Change.ROOM, Change.RETITLED)
    return {key for one in changes.of(*kinds) for key in one.new}


def _now(old: str, new: str, sentences: Sentences) -> str:
    """What matters to somebody who sits there: where and when now, and what of it was otherwise."""
    words, before, after = sentences.words, sentences.old, sentences.new
    was = [
        told
        for told, now in (
            (before.title(old), after.title(new)),
            (before.when(old), after.when(new)),
            (before.room(old), after.room(new)),
        )
        if told and folded(told) != folded(now)
    ]
    if not was:
        return words.gettext("Now {session}.").format(session=after.placed(new))
    said = words.gettext("Now {session}; so far {before}.")
    return said.format(session=after.placed(new), before=words.pgettext("time, room", ", ").join(was))


def _roles(roles: list[Role], sentences: Sentences) -> str:
    said = (part(role, sentences.words) for role in dict.fromkeys(roles))
    return sentences.words.pgettext("roles of one person", ", ").join(said)

"""One name printed in several ways."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from hemicycle.engines import names
from hemicycle.engines.formats.programme import Kind, Session, text
from hemicycle.engines.names import Reason
from hemicycle.engines.names.letters import plain
from hemicycle.programme.terms import LOW, MEDIUM, Code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hemicycle.engines.formats.findings import Finding
    from hemicycle.engines.formats.programme import Person, Seat
    from hemicycle.programme.rules.sight import Sight

_OF_TYPING = frozenset(
    {Reason.CAPITALS, Reason.HONORIFIC, Reason.SAME_CITY, Reason.SAME_FUNCTION, Reason.SAME_ORGANISATION}
)
_LONGEST_PART = 4
_MARKS = ",;:.()[] "
_OPENING = frozenset({Kind.OPENING_PLENARY})
_CLOSING = frozenset({Kind.CLOSING_PLENARY, Kind.CLOSING_REMARKS})


def people(sight: Sight) -> Iterator[Finding]:
    """Names of one person that differ by more than capitals and titles: medium, else low.

    What the programme already holds for one person is raised as printed in several ways; two people whose names, with
    their functions, may be one are raised as a question, and stay two.
    """
    seats: dict[str, list[tuple[Session, int]]] = defaultdict(list)
    for key, session, index in sight.held():
        seats[key].append((session, index))
    for person in sight.programme.people:
        forms = [person.name, *(form for form in person.also if form != person.name)]
        if len(forms) > 1:
            yield _variant(sight, [person], forms, seats)
    printed = [_printed(person, seats[person.key]) for person in sight.programme.people]
    for group in names.join(printed):
        if len(group) > 1:
            several = [sight.programme.people[place] for place in group]
            yield _variant(sight, several, [person.name for person in several], seats)


def _variant(
    sight: Sight, people: Sequence[Person], forms: Sequence[str], seats: dict[str, list[tuple[Session, int]]]
) -> Finding:
    held = sorted(
        ((session, index) for person in people for session, index in seats[person.key]),
        key=lambda seat: (sight.place[seat[0].key], seat[1]),
    )
    odd = [(session, index) for session, index in held if session.seats[index].name != forms[0]] or held
    sessions = dict.fromkeys(session.key for session, _ in odd)
    typing_only = all(
        set(names.same(names.Printed(forms[0]), names.Printed(form)).reasons or {Reason.SPELLING})
        <= _OF_TYPING
        for form in forms[1:]
    )
    return sight.found(
        Code.NAME_VARIANT,
        LOW if typing_only and len(people) == 1 else MEDIUM,
        (*(f"person:{person.key}" for person in people), *sessions),
        {"names": list(forms), "people": len(people)},
        [f"sessions/{session.key}/seats/{index}" for session, index in odd[:1]],
    )


def _printed(person: Person, seats: Sequence[tuple[Session, int]]) -> names.Printed:
    if not seats:
        return names.Printed(person.name)
    seat = min((session.seats[index] for session, index in seats), key=repr)
    return names.Printed(person.name, seat.position, seat.organisation, seat.place, seat.country)


def rooms(sight: Sight) -> Iterator[Finding]:
    """Rooms printed in several ways, and rooms that may be one."""
    for room in sight.programme.rooms:
        forms = [room.name, *(form for form in room.also if form != room.name)]
        if len(forms) > 1:
            facts = {"names": forms, "rooms": 1}
            yield sight.found(
                Code.ROOM_VARIANT, MEDIUM, (f"room:{room.key}", *_in_room(sight, room.key)), facts
            )
    for group in names.rooms.join([room.name for room in sight.programme.rooms]):
        if len(group) > 1:
            several = [sight.programme.rooms[place] for place in group]
            concerns = (*(f"room:{room.key}" for room in several), *_in_room(sight, several[-1].key))
            facts = {"names": [room.name for room in several], "rooms": len(several)}
            yield sight.found(Code.ROOM_VARIANT, MEDIUM, concerns, facts, _room_paths(sight, several[-1].key))


def _in_room(sight: Sight, room: str) -> list[str]:
    return [session.key for session in sight.sessions if session.room == room]


def _room_paths(sight: Sight, room: str) -> list[str]:
    return [f"sessions/{key}/room" for key in _in_room(sight, room)[:1]]


def organisations(sight: Sight) -> Iterator[Finding]:
    """Organisations printed in several ways; an acronym beside its full name is good custom and no variant."""
    printed = _organisations_printed(sight)
    forms = list(printed)
    for group in names.organisations.join(forms):
        several = [forms[place] for place in group]
        if len(several) > 1:
            rarest = min(several, key=lambda name: (len(printed[name]), -forms.index(name)))
            facts = {"names": several, "rarest": rarest}
            yield sight.found(Code.ORGANISATION_VARIANT, MEDIUM, tuple(printed[rarest]), facts)


def _organisations_printed(sight: Sight) -> dict[str, dict[str, None]]:
    """Each form with the sessions that print it; also where it is part of a longer one, such as of its office."""
    printed: dict[str, dict[str, None]] = defaultdict(dict)
    for session in sight.sessions:
        for name in (*session.organisers, *(seat.organisation for seat in session.seats)):
            if name.strip():
                printed[name.strip()][session.key] = None
    whole = {plain(name) for name in printed} - {""}
    for name, sessions in list(printed.items()):
        for part in _parts(name):
            if plain(part) in whole:
                printed[part].update(sessions)
    return printed


def _parts(name: str) -> Iterator[str]:
    """Up to four words in a row of a longer name."""
    words = name.split()
    for first in range(len(words)):
        for last in range(first + 1, min(first + _LONGEST_PART, len(words)) + 1):
            if last - first < len(words):
                yield " ".join(words[first:last]).strip(_MARKS)


def partners(sight: Sight) -> Iterator[Finding]:
    """An organisation that speaks at the opening and is missing from the closing where two or more others return."""
    opening = _speaking(sight, _OPENING)
    closing = _speaking(sight, _CLOSING)
    together = names.join(
        [names.Printed(seat.name, seat.position, seat.organisation, seat.place) for seat in opening + closing]
    )
    returning = {place for group in together if len(group) > 1 for place in group}
    gone = [
        seat
        for place, seat in enumerate(opening)
        if place not in returning and seat.organisation and not _represented(seat, closing)
    ]
    if gone and len({place for place in returning if place < len(opening)}) > 1:
        sessions = [session for session in sight.sessions if session.kind in _CLOSING]
        organisations = list(dict.fromkeys(seat.organisation for seat in gone))
        yield sight.found(Code.PARTNER_BALANCE, LOW, sessions, {"organisations": organisations})


def _represented(seat: Seat, others: Sequence[Seat]) -> bool:
    return any(
        names.organisations.same(seat.organisation, other.organisation).same
        or names.organisations.is_acronym_of(seat.organisation, other.organisation)
        for other in others
        if other.organisation
    )


def _speaking(sight: Sight, kinds: frozenset[Kind]) -> list[Seat]:
    return [
        seat for session in sight.sessions if session.kind in kinds for seat in session.seats if seat.name
    ]


def questions(sight: Sight) -> Iterator[Finding]:
    """A guiding question that one session asks twice."""
    for session in sight.sessions:
        asked = sorted(
            (text(question).casefold().strip(), place) for place, question in enumerate(session.questions)
        )
        for (one, _), (other, place) in pairwise(asked):
            if one and one == other:
                facts = {"question": text(session.questions[place])}
                path = f"sessions/{session.key}/questions/{place}"
                yield sight.found(Code.QUESTION_DUPLICATE, MEDIUM, (session,), facts, [path])


RULES = (people, rooms, organisations, partners, questions)

"""Seats without their person, and sessions without theirs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import Kind, Role, Seat, SeatState, Session, text
from hemicycle.programme.rules import speeches
from hemicycle.programme.rules.sight import FILLED, OPEN
from hemicycle.programme.terms import HIGH, LOW, MEDIUM, Code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemicycle.engines.formats.findings import Finding, Gravity
    from hemicycle.programme.rules.sight import Sight

_MODERATING = frozenset({Role.MODERATOR, Role.CHAIR})
_DISCUSSED = frozenset({Kind.BREAKOUT, Kind.GUIDED_DISCUSSION, Kind.PANEL})
_ONLY_PEOPLE = frozenset({Kind.CLOSING_REMARKS, Kind.KEYNOTE_PLENARY})
_PEOPLED = _DISCUSSED | frozenset(
    {
        Kind.CLOSING_PLENARY,
        Kind.OPENING_PLENARY,
        Kind.PLENARY,
        Kind.PRESS,
        Kind.SIDE_EVENT,
        Kind.SUMMARY_PLENARY,
        Kind.TRAINING,
        Kind.WORKSHOP,
    }
)
_SPEAKING = frozenset(Role) - _MODERATING - {Role.RAPPORTEUR, Role.INTRODUCED_BY, Role.HOST}
_LEAST_MINUTES = 6


def moderators(sight: Sight) -> Iterator[Finding]:
    """Discussions without a moderator who has a name.

    High where a moderator's seat is there and nobody known sits in it, or where others of the kind have moderators and
    this one, with two or more speakers, has no such seat. Medium in a draft; where an organisation stands for its
    moderator, the seat alone is raised. Where no session of the kind has a moderator's seat, that is a custom and not
    a lapse. Plenaries that are opened, introduced or given by someone need none.
    """
    customary = {
        session.kind for session in sight.sessions if any(seat.role in _MODERATING for seat in session.seats)
    }
    for session in sight.sessions:
        if session.kind not in _DISCUSSED or sight.is_container(session) or _is_moderated(session):
            continue
        seats = [index for index, seat in enumerate(session.seats) if seat.role in _MODERATING]
        if not seats and (session.kind not in customary or len(_speakers(session)) < 2):
            continue
        yield sight.found(
            Code.MODERATOR_MISSING,
            MEDIUM if sight.is_draft else HIGH,
            (session,),
            {"seats": [_printed(session.seats[index]) for index in seats]},
            [_path(session, index) for index in seats],
        )


def seats_open(sight: Sight) -> Iterator[Finding]:
    """Seats to be confirmed, functions without a name, organisations in a person's place, answers outstanding.

    A function without a name is high, except in a draft, in a side event (its organiser's business) and for a second
    moderator. A seat to be confirmed is printed as such on purpose: medium. The seats of moderators are passed over
    where the session as a whole is found without one.
    """
    for session in sight.sessions:
        unmoderated = session.kind in _DISCUSSED and not _is_moderated(session)
        for index, seat in enumerate(session.seats):
            if unmoderated and seat.role in _MODERATING and seat.state in OPEN:
                continue
            raised = _open_seat(sight, session, seat)
            if raised is None:
                continue
            code, gravity = raised
            facts = {"role": seat.role.value, "printed": _printed(seat), "person": seat.name}
            yield sight.found(code, gravity, (session,), facts, [_path(session, index)])


def _open_seat(sight: Sight, session: Session, seat: Seat) -> tuple[Code, Gravity] | None:
    eased = sight.is_draft or session.kind is Kind.SIDE_EVENT or seat.role in _MODERATING
    return {
        SeatState.TBC: (Code.SEAT_TBC, MEDIUM),
        SeatState.UNNAMED: (Code.SEAT_UNNAMED, MEDIUM if eased else HIGH),
        SeatState.ORGANISATION: (Code.SEAT_ORGANISATION, MEDIUM if seat.role in _MODERATING else LOW),
        SeatState.INVITED: (Code.SEAT_INVITED, LOW),
        SeatState.DECLINED: (Code.SEAT_DECLINED, MEDIUM),
    }.get(seat.state)


def people_missing(sight: Sight) -> Iterator[Finding]:
    """Sessions with nobody in them.

    High for remarks and keynotes, which are nothing but their speaker; medium for whatever else people fill, side
    events included, and for everything in a draft. Where the whole programme names nobody, one finding says so.
    """
    if not any(session.seats for session in sight.sessions):
        if sight.sessions:
            yield sight.found(Code.NOBODY_NAMED, LOW, (), {"sessions": len(sight.sessions)})
        return
    for session in sight.sessions:
        if session.seats or sight.is_container(session):
            continue
        if session.kind in _ONLY_PEOPLE:
            yield sight.found(Code.PEOPLE_MISSING, MEDIUM if sight.is_draft else HIGH, (session,))
        elif session.kind in _PEOPLED:
            yield sight.found(Code.PEOPLE_MISSING, MEDIUM, (session,))


def speakers_missing(sight: Sight) -> Iterator[Finding]:
    """Speeches with nobody, as a part of a session whose other parts have people.

    High for what is nothing but a speech (closing remarks, a keynote), medium where it is more than that and in a
    draft. Other points of an agenda need nobody, and where a speaker of the session stands in no part of it, it may be
    theirs.
    """
    for session in sight.sessions:
        given = {index for item in session.items for index in item.seats}
        if not given or any(
            index not in given for index, seat in enumerate(session.seats) if seat.role in _SPEAKING
        ):
            continue
        for place, item in enumerate(session.items):
            gravity = None if item.seats else speeches.gravity(item.title)
            if gravity:
                yield sight.found(
                    Code.PEOPLE_MISSING,
                    MEDIUM if sight.is_draft else gravity,
                    (session,),
                    {"item": text(item.title, sight.programme.language)},
                    [f"sessions/{session.key}/items/{place}"],
                )


def seats_twice(sight: Sight) -> Iterator[Finding]:
    """One person in two seats of one session; parts of a session with titles of their own may share a speaker."""
    for session in sight.sessions:
        roles: dict[str, list[int]] = {}
        for index, seat in enumerate(session.seats):
            if seat.person and seat.state in FILLED:
                roles.setdefault(seat.person, []).append(index)
        for person, indexes in roles.items():
            if len(indexes) > 1:
                yield from _seated_twice(sight, session, person, indexes)


def _seated_twice(sight: Sight, session: Session, person: str, indexes: list[int]) -> Iterator[Finding]:
    facts = {"person": sight.named(person)}
    paths = [_path(session, index) for index in indexes]
    item_of = {index: place for place, item in enumerate(session.items) for index in item.seats}
    counted = Counter((session.seats[index].role, item_of.get(index)) for index in indexes)
    if max(counted.values()) > 1:
        yield sight.found(Code.DUPLICATE_SEAT, MEDIUM, (session, f"person:{person}"), facts, paths)
    held = {session.seats[index].role for index in indexes}
    if held & _MODERATING and held & _SPEAKING:
        yield sight.found(Code.TWO_ROLES, LOW, (session, f"person:{person}"), facts, paths)


def balance(sight: Sight) -> Iterator[Finding]:
    """Discussions with moderators alone, with too many to speak, with people of whom nobody says what they do.

    In a draft, moderators come first: their being alone is not raised.
    """
    lasting = {slot.session.key: slot.minutes for slot in sight.slots if slot.sure}
    for session in sight.sessions:
        speaking = _speakers(session)
        moderating = [seat for seat in session.seats if seat.role in _MODERATING]
        alone = bool(moderating) and len(moderating) == len(session.seats)
        if alone and session.kind in _DISCUSSED and not sight.is_draft:
            yield sight.found(Code.ROLE_BALANCE, LOW, (session,), {"moderators": len(moderating)})
        minutes = lasting.get(session.key, 0)
        if len(speaking) > 2 and 0 < minutes < _LEAST_MINUTES * len(speaking):
            yield sight.found(Code.CROWDED, LOW, (session,), {"speakers": len(speaking), "minutes": minutes})
        unclear = [index for index, seat in enumerate(session.seats) if seat.role is Role.OTHER]
        if unclear:
            facts = {"people": [_printed(session.seats[index]) for index in unclear]}
            yield sight.found(Code.ROLE_UNKNOWN, LOW, (session,), facts, [_path(session, unclear[0])])


def _is_moderated(session: Session) -> bool:
    """Whether a person, or an organisation that will send one, moderates."""
    return any(
        seat.role in _MODERATING and (seat.state in FILLED or seat.state is SeatState.ORGANISATION)
        for seat in session.seats
    )


def _speakers(session: Session) -> list[Seat]:
    return [seat for seat in session.seats if seat.role in _SPEAKING and seat.state is not SeatState.REPLACED]


def _printed(seat: Seat) -> str:
    return seat.as_printed or seat.name or seat.position or seat.organisation


def _path(session: Session, index: int) -> str:
    return f"sessions/{session.key}/seats/{index}"


RULES = (moderators, seats_open, people_missing, speakers_missing, seats_twice, balance)

"""JSON-LD in the words of schema.org, for search engines and calendars on the web."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats import canonical
from hemicycle.engines.formats.programme import Programme, Seat, SeatState, Session, TextMap
from hemicycle.exports.refusal import refuse_undated

if TYPE_CHECKING:
    from collections.abc import Mapping

_PEOPLE = frozenset({SeatState.NAMED, SeatState.CONFIRMED})


def write(programme: Programme) -> bytes:
    """The programme as an `Event` with its sessions as `subEvent`.

    Raises:
        NotExportable: the programme has no dates.
    """
    text = canonical.laid_out(document(programme), indent=1)
    # Inside a page the text must not be able to end its script element.
    return text.replace("</", "<\\/").replace("<!--", "<\\u0021--").encode("utf-8", "replace")


def document(programme: Programme) -> dict[str, Any]:
    """The same as a JSON value, to be put into a page.

    Raises:
        NotExportable: the programme has no dates.
    """
    refuse_undated(programme, "schema.org")
    dates = sorted(
        {day.date for day in programme.days} | {s.starts.date() for s in programme.sessions if s.starts}
    )
    inside = _inside(programme)
    places = {room.key: _room(room.name, room.capacity, programme.place) for room in programme.rooms}
    event = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": _texts(programme.title),
        "description": _texts(programme.theme),
        "startDate": dates[0].isoformat(),
        "endDate": dates[-1].isoformat(),
        "eventStatus": "https://schema.org/EventScheduled",
        "inLanguage": programme.language,
        "location": {"@type": "Place", "name": programme.place} if programme.place else None,
        "subEvent": [_session(session, inside, places) for session in inside.get(None, [])],
    }
    return _said(event)


def _inside(programme: Programme) -> Mapping[str | None, list[Session]]:
    """The sessions of each container, and under None those that are in none.

    Containers hold sessions and not one another: whatever a document may claim, nothing goes deeper or round.
    """
    outer = {session.key for session in programme.sessions if session.part_of is None}
    inside: dict[str | None, list[Session]] = {}
    for session in programme.sessions:
        inside.setdefault(session.part_of if session.part_of in outer else None, []).append(session)
    return inside


def _session(
    session: Session, inside: Mapping[str | None, list[Session]], places: Mapping[str, Any]
) -> dict[str, Any]:
    people = [seat for seat in session.seats if _name(seat)]
    event = {
        "@type": "Event",
        "identifier": session.key,
        "name": _texts(session.title),
        "description": _texts(session.abstract),
        "startDate": session.starts.isoformat() if session.starts else None,
        "endDate": session.ends.isoformat() if session.ends else None,
        "eventStatus": "https://schema.org/EventScheduled",
        "inLanguage": list(session.languages),
        "about": session.theme,
        "location": places.get(session.room or ""),
        "organizer": [{"@type": "Organization", "name": name} for name in session.organisers],
        "performer": [_performer(seat) for seat in people],
        "subEvent": [_session(part, inside, places) for part in inside.get(session.key, [])],
    }
    return _said(event)


def _name(seat: Seat) -> str:
    if seat.state in _PEOPLE:
        return seat.name
    return seat.organisation or seat.name or seat.as_printed if seat.state is SeatState.ORGANISATION else ""


def _performer(seat: Seat) -> dict[str, Any]:
    if seat.state is SeatState.ORGANISATION:
        return {"@type": "Organization", "name": _name(seat)}
    affiliation = {"@type": "Organization", "name": seat.organisation} if seat.organisation else None
    place = {"@type": "Place", "name": seat.place, "address": seat.country} if seat.place else None
    person = {
        "@type": "Person",
        "name": seat.name,
        "jobTitle": seat.position,
        "affiliation": affiliation,
        "workLocation": _said(place) if place else None,
    }
    return _said(person)


def _room(name: str, capacity: int | None, venue: str) -> dict[str, Any]:
    around = {"@type": "Place", "name": venue} if venue else None
    return _said(
        {"@type": "Place", "name": name, "maximumAttendeeCapacity": capacity, "containedInPlace": around}
    )


def _texts(texts: TextMap) -> Any:
    """One text as it is; several with their languages."""
    found = {tag: text for tag, text in sorted(texts.items()) if text}
    if len(found) == 1:
        return next(iter(found.values()))
    return [{"@language": tag, "@value": text} for tag, text in found.items()]


def _said(value: Mapping[str, Any]) -> dict[str, Any]:
    """Without what says nothing."""
    return {name: found for name, found in value.items() if found not in (None, "", [], {})}

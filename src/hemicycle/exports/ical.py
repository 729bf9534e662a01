"""iCalendar (RFC 5545): the whole programme, one session, or the sessions of one person.

Written by hand and not with the icalendar library, which needs seconds for a thousand sessions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats import supplement
from hemicycle.engines.formats.programme import CONTAINERS, Programme, Session, text
from hemicycle.engines.formats.supplement import Shown
from hemicycle.exports import identity, telling
from hemicycle.exports.ending import ends_of
from hemicycle.exports.ical_zone import vtimezone
from hemicycle.exports.refusal import NotExportable, refuse_undated
from hemicycle.exports.view import zone_of
from hemicycle.programme.wording import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID
    from zoneinfo import ZoneInfo

    from hemicycle.kit.words import Words

DOMAIN = "hemicycle.invalid"
"""Of UIDs, where the house has no domain of its own: a name that can never be a real one (RFC 2606)."""
_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_FIRST_STAMP = date(2000, 1, 1)
_WIDTH = 75


@dataclass(frozen=True, slots=True)
class _Frame:
    """What every event needs of the whole programme."""

    programme: Programme
    words: Words
    domain: str
    space: UUID
    zone: ZoneInfo | None
    ends: Mapping[str, datetime]
    rooms: Mapping[str, str]
    stamp: str
    """When the calendar was made: as of the programme's own date, so that the same programme gives the same bytes."""
    sequence: int
    """Grows with the date of the programme, so that calendars take the later of two versions."""


def write(
    programme: Programme,
    words: Words,
    *,
    only_session: str | None = None,
    only_person: str | None = None,
    domain: str = DOMAIN,
) -> bytes:
    """The programme as a calendar, or what of it is one session, or one person's sessions.

    UIDs are made of the programme's title and year and the session's key. Sessions without a time are no events: the
    calendar's description names them, and its supplement holds them.

    Raises:
        NotExportable: the programme has no dates, or no such session or person.
    """
    refuse_undated(programme, "a calendar")
    frame = _frame(programme, words, domain)
    if only_session is not None or only_person is not None:
        frame = replace(frame, programme=_part(programme, only_session, only_person))
    return b"".join(_folded(line) for line in _calendar(frame))


def _frame(programme: Programme, words: Words, domain: str) -> _Frame:
    as_of = programme.as_of
    on = as_of or min((day.date for day in programme.days), default=_FIRST_STAMP)
    return _Frame(
        programme=programme,
        words=words,
        domain=domain,
        space=identity.namespace(programme),
        zone=zone_of(programme),
        ends=ends_of(programme),
        rooms={room.key: room.name for room in programme.rooms},
        stamp=f"{max(on, _FIRST_STAMP):%Y%m%d}T000000Z",
        sequence=max((as_of - _FIRST_STAMP).days, 0) if as_of else 0,
    )


def _part(programme: Programme, only_session: str | None, only_person: str | None) -> Programme:
    """The programme with some of its sessions, and of rooms and people only those that they name."""
    if only_session is not None:
        sessions = [session for session in programme.sessions if session.key == only_session]
        missing = f"session {only_session!r}"
    else:
        sessions = [s for s in programme.sessions if any(seat.person == only_person for seat in s.seats)]
        missing = f"session in which {only_person!r} has a seat"
    if not sessions:
        raise NotExportable(f"the programme has no {missing}; take a key from the programme")
    keys = {session.key for session in sessions}
    rooms = {session.room for session in sessions}
    people = {seat.person for session in sessions for seat in session.seats}
    return replace(
        programme,
        rooms=tuple(room for room in programme.rooms if room.key in rooms),
        people=tuple(person for person in programme.people if person.key in people),
        sessions=tuple(s if s.part_of in keys else replace(s, part_of=None) for s in sessions),
    )


def _calendar(frame: _Frame) -> Iterator[str]:
    programme, words = frame.programme, frame.words
    placed = [session for session in programme.sessions if session.starts]
    unplaced = [session for session in programme.sessions if not session.starts]
    title = _clean(text(programme.title, programme.language))
    told = [_clean(text(programme.theme, programme.language)), programme.place, programme.status]
    about = "\n".join(filter(None, (*told, telling.unplaced(programme, unplaced, words))))
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//Hemicycle//Hemicycle programme//EN"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    if title:
        yield f"NAME{_language(programme.language)}:{_escaped(title)}"
        yield f"X-WR-CALNAME:{_escaped(title)}"
    if about:
        yield f"X-WR-CALDESC:{_escaped(about)}"
    if frame.zone:
        yield f"X-WR-TIMEZONE:{programme.timezone}"
    yield f"X-HEMICYCLE:{_carried(supplement.write_programme(programme, title, unplaced=unplaced))}"
    if frame.zone:
        yield from vtimezone(frame.zone, {year for session in placed for year in _years(session, frame)})
    shown = [(session, _shown(session, frame)) for session in placed]
    for (session, show), beside in zip(shown, supplement.write_sessions(shown), strict=True):
        yield from _event(session, show, beside, frame)
    yield "END:VCALENDAR"


def _years(session: Session, frame: _Frame) -> Iterator[int]:
    if session.starts:
        yield session.starts.year
        yield frame.ends[session.key].year


def _shown(session: Session, frame: _Frame) -> Shown:
    programme, words = frame.programme, frame.words
    abstract = _clean(text(session.abstract, programme.language))
    details = _clean(telling.details(session, programme.language, words))
    if session.starts and session.ends is None:
        details = "\n\n".join(
            filter(None, (details, words.gettext("The programme does not say when this ends.")))
        )
    return Shown(
        title=_clean(telling.title(session, programme.language, words)),
        abstract="\n\n".join(filter(None, (abstract, details))),
        starts=_at(session.starts, frame) if session.starts else None,
        ends=_at(frame.ends[session.key], frame),
        room=", ".join(
            filter(None, (_clean(frame.rooms.get(session.room or "", "")), _clean(programme.place)))
        ),
        theme=_clean(session.theme or "") or _clean(vocabulary.kind(session.kind, words)),
    )


def _at(at: datetime, frame: _Frame) -> datetime:
    """The moment as it will be read: at the venue with its zone's offset, else in UTC, else with no offset at all."""
    at = at.replace(microsecond=0)
    if at.tzinfo is None:
        return at
    if frame.zone is None:
        return at.astimezone(UTC)
    local = at.astimezone(frame.zone).replace(tzinfo=None)
    return datetime.fromisoformat(local.replace(tzinfo=frame.zone, fold=0).isoformat())


def _event(session: Session, shown: Shown, beside: Mapping[str, Any], frame: _Frame) -> Iterator[str]:
    titled = _language(frame.programme.language)
    # Titles are the programme's own words; beside its texts stand labels in the language of the interface.
    spoken = titled if _base(frame.programme.language) == _base(frame.words.language) else ""
    uid = identity.uuid_of(frame.space, "session", session.key)
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}@{frame.domain}"
    yield f"DTSTAMP:{frame.stamp}"
    yield f"SEQUENCE:{frame.sequence}"
    if shown.starts and shown.ends:
        yield _time("DTSTART", shown.starts, frame)
        yield _time("DTEND", max(shown.ends, shown.starts), frame)
    yield f"SUMMARY{titled}:{_escaped(shown.title)}"
    if shown.room:
        yield f"LOCATION:{_escaped(shown.room)}"
    if shown.abstract:
        yield f"DESCRIPTION{spoken}:{_escaped(shown.abstract)}"
    kind = _clean(vocabulary.kind(session.kind, frame.words))
    yield f"CATEGORIES{spoken}:{','.join(map(_escaped, dict.fromkeys((shown.theme, kind))))}"
    yield "STATUS:CONFIRMED"
    # A container only announces what is parallel, and should not make its hour look taken.
    yield f"TRANSP:{'TRANSPARENT' if session.kind in CONTAINERS else 'OPAQUE'}"
    yield f"X-HEMICYCLE:{_carried(beside)}"
    yield "END:VEVENT"


def _time(name: str, at: datetime, frame: _Frame) -> str:
    if at.tzinfo is None:
        return f"{name}:{at:%Y%m%dT%H%M%S}"
    if frame.zone is None:
        return f"{name}:{at.astimezone(UTC):%Y%m%dT%H%M%S}Z"
    return f"{name};TZID={frame.programme.timezone}:{at:%Y%m%dT%H%M%S}"


def _base(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0].lower()


def _language(tag: str) -> str:
    return f";LANGUAGE={tag}" if tag.replace("-", "").isalnum() and tag.isascii() else ""


def _clean(words: str) -> str:
    """The text as a calendar can hold it and as it is read again."""
    if words.isprintable():
        return words.strip()
    return _NOT_TEXT.sub("", words.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _escaped(words: str) -> str:
    return _backslashed(_clean(words))


def _carried(beside: Mapping[str, Any]) -> str:
    return _backslashed(supplement.dump(beside))


def _backslashed(words: str) -> str:
    return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """The line in pieces of at most 75 octets, none cut inside a character."""
    data = line.encode("utf-8", "replace")
    if len(data) <= _WIDTH:
        return data + b"\r\n"
    if line.isascii():
        rest = [data[start : start + _WIDTH - 1] for start in range(_WIDTH, len(data), _WIDTH - 1)]
        return b"\r\n ".join([data[:_WIDTH], *rest]) + b"\r\n"
    pieces: list[bytes] = []
    start, width = 0, _WIDTH
    while start < len(data):
        end = min(start + width, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[start:end])
        start, width = end, _WIDTH - 1
    return b"\r\n ".join(pieces) + b"\r\n"

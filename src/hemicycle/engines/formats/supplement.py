"""`hemicycle.supplement/1`: what another format has no field for, as JSON beside that format's own fields.

An exported calendar or schedule carries a supplement for the programme and one for each session, so that reading
the file back gives the same programme. Files are edited on their way: where a field of the other format no longer
says what was written there, the edited field wins and the supplement gives way.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats import canonical, programme_json
from hemicycle.engines.formats.programme import FORMAT as PROGRAMME
from hemicycle.engines.formats.programme import NotAProgramme, Programme, Seat, SeatState, Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

FORMAT = "hemicycle.supplement/1"
_SEATED = frozenset({SeatState.NAMED, SeatState.CONFIRMED})
_UNSAFE = re.compile("[>\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the fields of the other format say of one session."""

    title: str = ""
    abstract: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    room: str = ""
    theme: str = ""
    names: tuple[str, ...] = ()

    def as_written(self, field: str) -> Any:
        """The field as JSON has it."""
        found = getattr(self, field)
        if field in {"starts", "ends"}:
            return found.isoformat() if found else None
        return list(found) if isinstance(found, tuple) else found


@dataclass(frozen=True, slots=True)
class Drafted:
    """A session as the other format's fields alone have it, with its supplement."""

    session: Session
    shown: Shown
    supplement: Mapping[str, Any] | None = None


def names(session: Session) -> tuple[str, ...]:
    """Everyone to be listed as taking part: seats that a person holds under a name, each name once."""
    return tuple(dict.fromkeys(seat.name for seat in session.seats if shows(seat)))


def shows(seat: Seat) -> bool:
    return bool(seat.name) and seat.state in _SEATED


def dump(supplement: Mapping[str, Any]) -> str:
    """One line of JSON that may stand in XML, in an XML processing instruction and in iCalendar."""
    line = canonical.compact(supplement)
    return _UNSAFE.sub(lambda unsafe: f"\\u{ord(unsafe[0]):04x}", line)


def load(line: str) -> dict[str, Any] | None:
    """The supplement in a line of JSON, or nothing when it is none."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and found.get("format") == FORMAT else None


def write_programme(
    programme: Programme, shown_title: str, *, unplaced: Iterable[Session] = ()
) -> dict[str, Any]:
    """The supplement of a programme; `unplaced` are the sessions that the other format cannot place in time."""
    value = _spare(programme_json.write(replace(programme, sessions=())))
    value.pop("sessions", None)
    value["title"] = _texts_beside(programme.title, shown_title)
    apart = _written_sessions(unplaced)
    return {
        **value,
        "format": FORMAT,
        "order": [session.key for session in programme.sessions],
        "unplaced": [_spare(session) for session in apart],
    }


def write_sessions(shown: Iterable[tuple[Session, Shown]]) -> list[dict[str, Any]]:
    """The supplement of each session, beside what the other format shows of it."""
    pairs = list(shown)
    written = _written_sessions(session for session, _ in pairs)
    return [
        _write_session(value, session, shows) for value, (session, shows) in zip(written, pairs, strict=True)
    ]


def _written_sessions(sessions: Iterable[Session]) -> list[dict[str, Any]]:
    written: list[dict[str, Any]] = programme_json.write(Programme(sessions=tuple(sessions)))["sessions"]
    return written


def _write_session(value: dict[str, Any], session: Session, shown: Shown) -> dict[str, Any]:
    beside: dict[str, Any] = {"room": shown.room}
    for field in ("starts", "ends", "theme"):
        if (value[field] or None) == (shown.as_written(field) or None):
            del value[field]
        else:
            beside[field] = shown.as_written(field)
    if session.seats or shown.names:
        beside["names"] = list(shown.names)
    supplement = _spare(value)
    for field, text in (("title", shown.title), ("abstract", shown.abstract)):
        supplement[field] = _texts_beside(getattr(session, field), text)
        if None not in supplement[field].values():
            beside[field] = text
    return {**supplement, "format": FORMAT, "shown": beside}


def _spare(value: Mapping[str, Any]) -> dict[str, Any]:
    """Without the fields that say nothing; those of seats likewise."""
    spared = {name: found for name, found in value.items() if found not in (None, "", [], {})}
    if "seats" in spared:
        spared["seats"] = [_spare(seat) for seat in spared["seats"]]
    return spared


def _texts_beside(texts: Mapping[str, str], shown: str) -> dict[str, str | None]:
    """The texts by language, with null for the one that the other format shows as it is."""
    beside: dict[str, str | None] = dict(texts)
    for tag, text in texts.items():
        if text == shown:
            beside[tag] = None
            break
    return beside


def restore(
    draft: Programme, sessions: Iterable[Drafted], supplement: Mapping[str, Any], title: str
) -> Programme:
    """The whole programme again: what the file's own fields say, and from the supplements what they cannot.

    Raises:
        NotAProgramme: a supplement is broken.
    """
    value = {**programme_json.write(Programme()), **supplement, "format": PROGRAMME}
    value["title"] = _texts_shown(supplement.get("title"), title)
    restored = [_restore_session(drafted) for drafted in sessions]
    value["sessions"] = _in_order([*restored, *_listed(supplement, "unplaced")], _listed(supplement, "order"))
    _keep_what_is_named(value, draft)
    return programme_json.read(value)


def _restore_session(drafted: Drafted) -> dict[str, Any]:
    own = _written_sessions([drafted.session])[0]
    if drafted.supplement is None:
        return own
    value = {**drafted.supplement, "key": own["key"]}
    beside = value.pop("shown", None)
    if not isinstance(beside, dict):
        raise NotAProgramme(f"the supplement of session {own['key']!r} does not say what was shown beside it")
    for field in ("starts", "ends", "theme", "room"):
        if field not in beside or beside[field] != drafted.shown.as_written(field):
            value[field] = own[field]
    for field in ("title", "abstract"):
        if field in beside and beside[field] != drafted.shown.as_written(field):
            value[field] = own[field]
        else:
            value[field] = _texts_shown(value.get(field), drafted.shown.as_written(field))
    if "names" in beside and beside["names"] != drafted.shown.as_written("names"):
        value["seats"] = _seats_of(drafted.shown.names, _listed(value, "seats"), own["seats"])
        value["items"] = [{**item, "seats": []} for item in _listed(value, "items") if isinstance(item, dict)]
    return value


def _seats_of(shown: tuple[str, ...], known: list[Any], own: list[dict[str, Any]]) -> list[Any]:
    """The seats after someone edited the list of names: open seats stay, names that went are gone, new ones come."""
    states = {state.value for state in _SEATED}
    held = [seat for seat in known if isinstance(seat, dict)]
    kept = [seat for seat in held if seat.get("state") not in states or seat.get("name", "") in ("", *shown)]
    there = {seat.get("name") for seat in kept}
    return [*kept, *(seat for seat in own if seat["name"] not in there)]


def _texts_shown(texts: Any, shown: str) -> dict[str, Any]:
    if not isinstance(texts, dict):
        return {}
    return {tag: shown if text is None else text for tag, text in texts.items()}


def _listed(value: Mapping[str, Any], name: str) -> list[Any]:
    found = value.get(name)
    return found if isinstance(found, list) else []


def _in_order(sessions: list[Any], order: list[Any]) -> list[Any]:
    place = {key: n for n, key in enumerate(order) if isinstance(key, str)}
    held = [session for session in sessions if isinstance(session, dict)]
    return sorted(held, key=lambda session: place.get(str(session.get("key")), len(place)))


def _keep_what_is_named(value: dict[str, Any], draft: Programme) -> None:
    """Rooms and people that an edited field brought in are added; a parent that was deleted is no parent."""
    sessions = value["sessions"]
    there = _named(sessions, "key")
    seats = [seat for session in sessions for seat in _listed(session, "seats") if isinstance(seat, dict)]
    own = programme_json.write(draft)
    for name, wanted in (("rooms", _named(sessions, "room")), ("people", _named(seats, "person"))):
        held = [found for found in _listed(value, name) if isinstance(found, dict)]
        missing = wanted - _named(held, "key")
        value[name] = [*held, *(new for new in own[name] if new["key"] in missing)]
    for session in sessions:
        if isinstance(session.get("part_of"), str) and session["part_of"] not in there:
            session["part_of"] = None


def _named(values: list[dict[str, Any]], name: str) -> set[str]:
    return {found for value in values if isinstance(found := value.get(name), str)}

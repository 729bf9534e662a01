"""What happens in each room, and in which languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hemicycle.engines.formats.programme import Room, Session
    from hemicycle.exports.html.edition import Card, DayName, Edition
    from hemicycle.exports.html.said import Said
    from hemicycle.exports.html.shell import Porch, Shell


@dataclass(frozen=True, slots=True)
class Day:
    name: DayName
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """A room with what takes place in it; without a name, what the paper puts in no room."""

    name: str
    anchor: str
    also: tuple[str, ...]
    note: Said
    languages: str
    capacity: int | None
    off_site: bool
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Page:
    shell: Shell
    rooms: tuple[RoomPlan, ...]


def page(edition: Edition, porch: Porch) -> Page:
    by_room: dict[str | None, list[Session]] = {room.key: [] for room in edition.programme.rooms}
    for session in edition.survey.sessions:
        if session.room or not (edition.survey.is_pause(session) or edition.survey.holds(session)):
            by_room.setdefault(session.room, []).append(session)
    roomless = by_room.pop(None, [])
    plans = [_plan(room, by_room[room.key], edition) for room in edition.programme.rooms]
    if roomless:
        plans.append(
            RoomPlan("", "no-room", (), edition.printed(""), "", None, False, _days(roomless, edition))
        )
    return Page(porch.shell("rooms.html", "rooms", edition.words.gettext("Rooms")), tuple(plans))


def _plan(room: Room, sessions: list[Session], edition: Edition) -> RoomPlan:
    return RoomPlan(
        name=room.name,
        anchor=f"room-{edition.survey.room_stems[room.key]}",
        also=room.also,
        note=edition.printed(room.note),
        languages=edition.language_names(room.languages),
        capacity=room.capacity,
        off_site=room.off_site,
        days=_days(sessions, edition),
    )


def _days(sessions: Iterable[Session], edition: Edition) -> tuple[Day, ...]:
    by_day: dict[DayName, list[Card]] = {}
    for session in sessions:
        by_day.setdefault(edition.day_name(session), []).append(edition.cards[session.key])
    return tuple(Day(name, tuple(cards)) for name, cards in by_day.items())

"""The seats of a session as print shows them: in what order, under which headings, in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import Role, Seat, SeatState, Session, TextMap
from hemicycle.exports import view
from hemicycle.kit.lists import in_a_row
from hemicycle.programme.wording import vocabulary

if TYPE_CHECKING:
    from hemicycle.kit.words import Words

_PRINTED_IN_FULL = 240
"""Characters of a printed line; what is longer is a sentence about the session rather than a line of a list."""

_OPEN = frozenset({SeatState.TBC, SeatState.UNNAMED})
_SAID = frozenset(
    {SeatState.TBC, SeatState.UNNAMED, SeatState.INVITED, SeatState.DECLINED, SeatState.REPLACED}
)
_OBVIOUS_IN_ITEM = frozenset({Role.KEYNOTE, Role.PRESENTER, Role.SPEAKER, Role.WELCOME})


@dataclass(frozen=True, slots=True)
class Told:
    """One seat in words: `before`, `name` and `after` join to its line, of which `name` is to stand out.

    `mark` says what is not settled about the seat, in words, and is empty where nothing is worth saying. `open` seats have
    nobody on them yet.
    """

    state: SeatState
    before: str = ""
    name: str = ""
    after: str = ""
    mark: str = ""
    role: str = ""
    """What the seat is for, where its heading does not say it."""

    @property
    def open(self) -> bool:
        return self.state in _OPEN

    @property
    def line(self) -> str:
        return f"{self.before}{self.name}{self.after}"


@dataclass(frozen=True, slots=True)
class SeatGroup:
    """Seats under one heading: an item of the session with its `title`, or a role with its `heading`."""

    title: TextMap
    heading: str
    seats: tuple[Told, ...]


def groups(session: Session, words: Words) -> tuple[SeatGroup, ...]:
    """The items in their order, each with its seats, then every other seat by role, in the order in which roles appear."""
    in_items = {number for item in session.items for number in item.seats}
    found = [
        SeatGroup(
            item.title,
            "",
            tuple(_told_in_item(session.seats[number], words) for number in item.seats),
        )
        for item in session.items
    ]
    by_role: dict[Role, list[Seat]] = {}
    for number, seat in enumerate(session.seats):
        if number not in in_items:
            by_role.setdefault(seat.role, []).append(seat)
    for role, seats in by_role.items():
        heading = vocabulary.roles(role, len(seats), words)
        found.append(SeatGroup({}, heading, tuple(told(seat, words) for seat in seats)))
    return tuple(found)


def told(seat: Seat, words: Words) -> Told:
    """The seat in the document's own words where they are a line with the name in it, else put together from its parts."""
    mark = vocabulary.state(seat.state, words) if seat.state in _SAID else ""
    printed = " ".join(seat.as_printed.split())
    who = seat.name or (seat.organisation if seat.state is SeatState.ORGANISATION else "")
    if seat.state is SeatState.TBC and not who:
        return Told(seat.state, name=_function(seat, words), mark=mark)
    if printed and len(printed) <= _PRINTED_IN_FULL and who in printed:
        before, _, after = printed.partition(who) if who else ("", "", printed)
        return Told(seat.state, before, who, after, mark)
    rest = _function(seat, words, without=who)
    after = in_a_row((who, rest), words).removeprefix(who)
    return Told(seat.state, name=who, after=after, mark=mark)


def short(seat: Seat, words: Words) -> str:
    """A seat in a table: the name, the organisation, the function, the printed words, or that it is open."""
    printed = "" if seat.state is SeatState.TBC else " ".join(seat.as_printed.split())
    organisation = seat.organisation if seat.state is SeatState.ORGANISATION else ""
    known = seat.name or organisation or _function(seat, words) or printed
    return known or vocabulary.state(seat.state, words)


def _told_in_item(seat: Seat, words: Words) -> Told:
    line = told(seat, words)
    if seat.role in _OBVIOUS_IN_ITEM:
        return line
    role = vocabulary.role(seat.role, words)
    return Told(line.state, line.before, line.name, line.after, line.mark, role)


def _function(seat: Seat, words: Words, without: str = "") -> str:
    """Position, organisation, place and country, none of them twice."""
    country = view.country_name(seat.country, words) if seat.country else ""
    parts: list[str] = []
    for part in (seat.position, seat.organisation, seat.place, country, seat.also):
        if part and part != without and not any(part in earlier for earlier in parts):
            parts.append(part)
    return in_a_row(parts, words)

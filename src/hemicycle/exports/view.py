"""A programme as its printed forms need it: by day and time, by room, by person, by city.

Everything here is a pure function of the programme. Times are those on the wall of the venue.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias
from zoneinfo import ZoneInfo

from anyascii import anyascii

from hemicycle.engines.formats.programme import (
    CONTAINERS,
    PAUSES,
    UNDATED_YEAR,
    Day,
    Kind,
    Person,
    Programme,
    Room,
    Seat,
    Session,
    text,
)
from hemicycle.kit import dates
from hemicycle.kit.words import LANGUAGES
from hemicycle.programme.wording import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from hemicycle.engines.formats.programme import TextMap
    from hemicycle.kit.words import Words

Place: TypeAlias = tuple[int, int, int]
"""Where a slot stands in its day: hour, minute, and among what has no time of its own the position in the document."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What begins together: `containers` announce the parallel `sessions`; `pauses` are breaks and meals.

    Sessions without a time of their own share the slot of their container, and else have a slot each, with neither
    start nor end, after what the document prints before them. `ends` is the common end, and None where ends differ.
    """

    starts: datetime | None
    ends: datetime | None
    containers: tuple[Session, ...] = ()
    sessions: tuple[Session, ...] = ()
    pauses: tuple[Session, ...] = ()

    @property
    def all(self) -> tuple[Session, ...]:
        """Containers, then sessions, then pauses."""
        return self.containers + self.sessions + self.pauses

    @property
    def is_pause(self) -> bool:
        """Whether nothing but a pause begins here."""
        return bool(self.pauses) and not self.containers and not self.sessions


@dataclass(frozen=True, slots=True)
class DayView:
    """One day: its slots in order of time, the rooms it uses, and whether anything takes place outside every room.

    `day` is None for a programme that has no days at all. `dated` is false for the days of an undated paper, of which
    only the label may be shown.
    """

    number: int
    day: Day | None
    slots: tuple[Slot, ...]
    rooms: tuple[Room, ...]
    elsewhere: bool

    @property
    def dated(self) -> bool:
        return self.day is not None and self.day.date.year != UNDATED_YEAR

    @property
    def sessions(self) -> tuple[Session, ...]:
        """Everything of the day in reading order, containers and pauses too."""
        return tuple(session for slot in self.slots for session in slot.all)


@dataclass(frozen=True, slots=True)
class Appearance:
    """A seat in its session; `number` is the seat's index there."""

    session: Session
    seat: Seat
    number: int


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """Where a person sits, in the order of the programme."""

    person: Person
    appearances: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True)
class CityEntry:
    """Who comes from a place, in the order of the programme; `country` is a code or nothing, as on the seats."""

    place: str
    country: str
    appearances: tuple[Appearance, ...]


def days(programme: Programme) -> tuple[DayView, ...]:
    """The days in order, each session on exactly one of them.

    A session belongs to the date on which it starts at the venue, a session without a time to the day of its container,
    or else of what the document prints before it. Days without sessions are kept; a date that has sessions and is
    not among the programme's days gets a day without a label.
    """
    zone = _zone(programme.timezone)
    starts = {session.key: at_venue(session.starts, zone) for session in programme.sessions}
    placed = _dates(programme, starts)
    known = {day.date: day for day in programme.days}
    wanted = sorted(known.keys() | {found for found in placed.values() if found is not None})
    by_date: dict[date | None, list[Session]] = defaultdict(list)
    for session in programme.sessions:
        by_date[placed[session.key]].append(session)
    in_order: list[tuple[date | None, Day | None]] = [
        (found, known.get(found, Day(found))) for found in wanted
    ]
    if None in by_date:
        in_order.append((None, None))
    return tuple(
        _day_view(number, day, by_date[found], starts, programme)
        for number, (found, day) in enumerate(in_order, 1)
    )


def at_venue(moment: datetime | None, zone: ZoneInfo | None) -> datetime | None:
    """The moment on the clocks of the venue; moments without an offset are so already."""
    if moment is None or moment.tzinfo is None or zone is None or moment.year == UNDATED_YEAR:
        return moment
    try:
        return moment.astimezone(zone)
    except OverflowError:
        return moment


def zone_of(programme: Programme) -> ZoneInfo | None:
    """The programme's time zone; None where it has none, or none that is known."""
    return _zone(programme.timezone)


def rooms_of_day(programme: Programme, sessions: Iterable[Session]) -> tuple[Room, ...]:
    """The rooms that `sessions` use, in the programme's order, off-site places last."""
    used = {session.room for session in sessions}
    found = [room for room in programme.rooms if room.key in used]
    return tuple(sorted(found, key=lambda room: room.off_site))


def people_index(programme: Programme) -> tuple[PersonEntry, ...]:
    """Everybody who has a seat, by name as printed, marks and case aside."""
    seated: dict[str, list[Appearance]] = defaultdict(list)
    for appearance in _appearances(programme):
        if appearance.seat.person is not None:
            seated[appearance.seat.person].append(appearance)
    entries = [PersonEntry(p, tuple(seated[p.key])) for p in programme.people if seated.get(p.key)]
    return tuple(sorted(entries, key=lambda entry: (*in_alphabet(entry.person.name), entry.person.key)))


def cities_index(programme: Programme) -> tuple[CityEntry, ...]:
    """Every place from which somebody comes, in alphabetical order."""
    found: dict[tuple[str, str], list[Appearance]] = defaultdict(list)
    for appearance in _appearances(programme):
        if appearance.seat.place:
            found[appearance.seat.place, appearance.seat.country].append(appearance)
    entries = [CityEntry(place, country, tuple(seats)) for (place, country), seats in found.items()]
    return tuple(sorted(entries, key=lambda entry: (*in_alphabet(entry.place), entry.country)))


def in_alphabet(name: str) -> tuple[str, str]:
    """A key that sorts names of every script along the Latin alphabet, marks and case aside."""
    return anyascii(name).casefold().strip(), name


def country_name(code: str, words: Words) -> str:
    """A country's name in the language of the interface; the code itself where there is none."""
    return str(_locale(words.language).territories.get(code.upper(), code))


def language_name(tag: str, words: Words) -> str:
    """A language's name as used within a sentence of the interface; the tag itself where there is none."""
    named = _locale(words.language).languages
    return str(named.get(tag.replace("-", "_")) or named.get(tag.split("-", maxsplit=1)[0].lower()) or tag)


def said(texts: TextMap, programme: Programme, words: Words) -> str:
    """A text in the reader's language, else in the programme's, else in any it has."""
    return text(texts, words.language, words.language.split("-", maxsplit=1)[0], programme.language)


def title(session: Session, programme: Programme, words: Words) -> str:
    """The session's title, or its kind where it has none."""
    return said(session.title, programme, words) or vocabulary.kind(session.kind, words)


def kind(session: Session, programme: Programme, words: Words) -> str:
    """The session's kind, where its title and number do not say it already."""
    named = vocabulary.kind(session.kind, words)
    told = in_alphabet(f"{session.number} {title(session, programme, words)}")[0].replace("-", " ")
    plain = in_alphabet(named)[0].replace("-", " ")
    return "" if session.kind is Kind.OTHER or plain in told else named


def label(session: Session, programme: Programme, words: Words) -> str:
    """What stands before the title: `Side event`, `Breakout session 3`, `Panel, Session B`, or nothing."""
    named, number = kind(session, programme, words), session.number
    if not number:
        return named
    if number[0].isdecimal():
        named = named or vocabulary.kind(Kind.OTHER, words)
        return words.pgettext("kind and number", "{kind} {number}").format(kind=named, number=number)
    return (
        words.pgettext("kind and name", "{kind}, {name}").format(kind=named, name=number) if named else number
    )


def day_heading(view: DayView, programme: Programme, words: Words) -> tuple[str, str]:
    """A day's heading, and beneath it what the heading does not say (or nothing).

    The label stands as printed where the reader's language is the document's; the full date is always there.
    """
    if view.day is None:
        return words.gettext("Programme"), ""
    label = view.day.label
    if not view.dated:
        return label or dates.heading(view.day.date, words), ""
    full = dates.heading(view.day.date, words)
    if not label or full.casefold() in label.casefold():
        return label or full, ""
    same = words.language.split("-")[0] == programme.language.split("-")[0]
    return (label, full) if same else (full, label)


def period(programme: Programme, words: Words) -> str:
    """The days from first to last (`16–17 November 2017`), and nothing for a programme that is not dated."""
    from babel.dates import format_date

    dated = sorted(day.date for day in programme.days if day.date.year != UNDATED_YEAR)
    if not dated:
        return ""
    first, last = dated[0], dated[-1]
    if first == last:
        return dates.heading(first, words)
    locale = _locale(words.language)
    differs = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    patterns = locale.interval_formats["yMMMd"][differs]
    parts = (
        format_date(day, in_full(pattern, words), locale)
        for day, pattern in zip((first, last), patterns, strict=True)
    )
    return "".join(parts).replace("\u2009", " ")  # plain spaces, so that the period can be read back


def in_full(pattern: str, words: Words) -> str:
    """The pattern of a date with the month's whole name, before which Spanish says «de», and before the year too."""
    if words.language.startswith("es"):
        return pattern.replace("MMM", "'de' MMMM").replace("MMMM y", "MMMM 'de' y")
    return pattern.replace("MMM", "MMMM")


def as_of(programme: Programme, words: Words) -> str:
    """As of when the programme holds: as printed, or in the reader's language where that is another."""
    same = words.language.split("-")[0] == programme.language.split("-")[0]
    if programme.as_of is None or (programme.status and same):
        return programme.status
    return words.gettext("As of {day}").format(day=dates.day(programme.as_of, words))


def languages(session: Session, rooms: Mapping[str, Room], words: Words) -> tuple[str, ...]:
    """The names of the session's languages, or else of its room's."""
    room = rooms.get(session.room or "")
    return tuple(language_name(tag, words) for tag in session.languages or (room.languages if room else ()))


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, OSError, KeyError):  # a name that is no zone, or no file
        return None


@cache
def _locale(language: str) -> Any:
    from babel import Locale

    base = language.split("-", maxsplit=1)[0].lower()
    return Locale.parse({"en": "en_GB"}.get(base, base) if base in LANGUAGES else "en_GB")


def _dates(programme: Programme, starts: Mapping[str, datetime | None]) -> dict[str, date | None]:
    """The date of every session, by its key."""
    found: dict[str, date | None] = {}
    latest = min((day.date for day in programme.days), default=None) or _first_date(starts)
    for session in programme.sessions:
        moment = starts[session.key] or _container_start(session, starts)
        latest = moment.date() if moment else latest
        found[session.key] = latest
    return found


def _first_date(starts: Mapping[str, datetime | None]) -> date | None:
    return min((moment.date() for moment in starts.values() if moment), default=None)


def _container_start(session: Session, starts: Mapping[str, datetime | None]) -> datetime | None:
    return starts.get(session.part_of) if session.part_of else None


def _day_view(
    number: int,
    day: Day | None,
    sessions: list[Session],
    starts: Mapping[str, datetime | None],
    programme: Programme,
) -> DayView:
    parents = {session.part_of for session in programme.sessions if session.part_of}
    groups: dict[Place, list[Session]] = defaultdict(list)
    opened: dict[str, Place] = {}
    clock = (-1, -1)
    for position, session in enumerate(sessions):
        moment = starts[session.key] or _container_start(session, starts)
        if moment:
            clock = (moment.hour, moment.minute)
            place: Place = (*clock, -1)
        else:
            place = opened.setdefault(session.part_of or session.key, (*clock, position))
        groups[place].append(session)
    zone = zone_of(programme)
    slots = tuple(_slot(groups[key], starts, parents, zone) for key in sorted(groups))
    here = [s for s in sessions if s.kind not in PAUSES and not _is_container(s, parents)]
    return DayView(
        number, day, slots, rooms_of_day(programme, here), any(session.room is None for session in here)
    )


def _is_container(session: Session, parents: set[str]) -> bool:
    return session.kind in CONTAINERS or session.key in parents


def _slot(
    group: list[Session],
    starts: Mapping[str, datetime | None],
    parents: set[str],
    zone: ZoneInfo | None,
) -> Slot:
    containers = tuple(session for session in group if _is_container(session, parents))
    rest = [session for session in group if not _is_container(session, parents)]
    ends = {at_venue(session.ends, zone) for session in group if starts[session.key]}
    begins = [moment for session in group if (moment := starts[session.key])]
    return Slot(
        starts=begins[0] if begins else None,
        ends=ends.pop() if len(ends) == 1 else None,
        containers=containers,
        sessions=tuple(session for session in rest if session.kind not in PAUSES),
        pauses=tuple(session for session in rest if session.kind in PAUSES),
    )


def _appearances(programme: Programme) -> Iterable[Appearance]:
    for session in programme.sessions:
        for number, seat in enumerate(session.seats):
            yield Appearance(session, seat, number)

"""`hemicycle.programme/1`: a programme as a plain value, and its JSON in both directions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date, datetime

FORMAT = "hemicycle.programme/1"

TextMap: TypeAlias = Mapping[str, str]
"""A text in one or more languages, by BCP 47 tag; empty when there is none."""

UNDATED_YEAR = 1
"""Days of a paper that prints no date at all count from 0001-01-01: in order, and plainly not a date."""


class Kind(StrEnum):
    """What takes place. A new kind is added to the list, never squeezed into an old one."""

    BREAK = "break"
    BREAKOUT = "breakout"
    BREAKOUT_SESSIONS = "breakout_sessions"
    CEREMONY = "ceremony"
    CLOSING_PLENARY = "closing_plenary"
    CLOSING_REMARKS = "closing_remarks"
    GUIDED_DISCUSSION = "guided_discussion"
    KEYNOTE_PLENARY = "keynote_plenary"
    LUNCH = "lunch"
    MEETING = "meeting"
    OPENING_PLENARY = "opening_plenary"
    OTHER = "other"
    PANEL = "panel"
    PLENARY = "plenary"
    PRESS = "press"
    RECEPTION = "reception"
    SIDE_EVENT = "side_event"
    SIDE_EVENTS = "side_events"
    SITE_VISIT = "site_visit"
    SUMMARY_PLENARY = "summary_plenary"
    TRAINING = "training"
    WORKSHOP = "workshop"


CONTAINERS = frozenset({Kind.BREAKOUT_SESSIONS, Kind.SIDE_EVENTS})
PAUSES = frozenset({Kind.BREAK, Kind.LUNCH})


class Role(StrEnum):
    """What a seat is for."""

    CHAIR = "chair"
    DISCUSSANT = "discussant"
    HOST = "host"
    INTRODUCED_BY = "introduced_by"
    KEYNOTE = "keynote"
    MODERATOR = "moderator"
    OTHER = "other"
    PANELLIST = "panellist"
    PRESENTER = "presenter"
    RAPPORTEUR = "rapporteur"
    SPEAKER = "speaker"
    WELCOME = "welcome"


class SeatState(StrEnum):
    """How far a seat is filled; the last four come only from the desk."""

    NAMED = "named"
    TBC = "tbc"
    UNNAMED = "unnamed"
    ORGANISATION = "organisation"
    INVITED = "invited"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Day:
    date: date
    label: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    key: str
    name: str
    also: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    capacity: int | None = None
    off_site: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the programme: `name` as printed most fully, `also` every other printed form."""

    key: str
    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """One place at the table. `name` and `as_printed` stay as the document has them."""

    role: Role
    state: SeatState
    person: str | None = None
    name: str = ""
    position: str = ""
    organisation: str = ""
    place: str = ""
    country: str = ""
    also: str = ""
    as_printed: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a session with a title of its own; `seats` are indexes into the session's seats."""

    title: TextMap
    seats: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """What takes place. `starts` and `ends` carry the zone's offset when the programme has a time zone."""

    key: str
    kind: Kind
    title: TextMap
    number: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    room: str | None = None
    languages: tuple[str, ...] = ()
    part_of: str | None = None
    theme: str | None = None
    organisers: tuple[str, ...] = ()
    access: str = ""
    abstract: TextMap = field(default_factory=dict)
    questions: tuple[TextMap, ...] = ()
    items: tuple[Item, ...] = ()
    seats: tuple[Seat, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """A whole programme, in the order in which its document prints it."""

    title: TextMap = field(default_factory=dict)
    theme: TextMap = field(default_factory=dict)
    place: str = ""
    status: str = ""
    as_of: date | None = None
    timezone: str = ""
    language: str = ""
    days: tuple[Day, ...] = ()
    rooms: tuple[Room, ...] = ()
    people: tuple[Person, ...] = ()
    sessions: tuple[Session, ...] = ()


class NotAProgramme(ValueError):
    """A JSON value that claims to be a programme and is not; the message says where and what to do."""


def text(texts: TextMap, *languages: str) -> str:
    """The text in the first of `languages` it has, else in any it has (in order of tag), else nothing."""
    for language in languages:
        if texts.get(language):
            return texts[language]
    return next((texts[tag] for tag in sorted(texts) if texts[tag]), "")

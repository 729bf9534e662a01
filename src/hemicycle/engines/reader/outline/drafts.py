"""What is understood so far: drafts of days and sessions, whose every value knows its lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemicycle.engines.formats.programme import Kind, Seat

SURE, FAIR, GUESSED = 0.97, 0.85, 0.6
"""Printed with its own label or mark; clear from where it stands; taken for the likeliest thing."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text as printed, the lines it stands in, and how sure we are that it is what we take it for."""

    text: str
    lines: tuple[int, ...]
    confidence: float = FAIR
    language: str = ""
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A printed time: minutes after midnight of its day, more than 1440 for what ends after midnight."""

    starts: int
    ends: int | None
    said: Said
    zone: str = ""

    def holds(self, other: Clock) -> bool:
        """Whether the other time lies within this one, and is not the same."""
        if self.ends is None or (self.starts, self.ends) == (other.starts, other.ends):
            return False
        return self.starts <= other.starts < self.ends and (other.ends is None or other.ends <= self.ends)


@dataclass(frozen=True, slots=True)
class Place:
    """A room or another place, as printed once."""

    name: str
    said: Said
    languages: tuple[str, ...] = ()
    off_site: bool = False
    capacity: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat as it was read, and the lines it stands in."""

    seat: Seat
    said: Said


@dataclass(slots=True)
class Part:
    """An item of a session: its title, and which of the session's seats belong to it."""

    title: list[Said]
    seats: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Dated:
    """A day as far as it is printed: `weekday` is 1 for Monday, `count` is 2 in "Second day"."""

    said: Said
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    count: int | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """Days of the whole programme as its first page prints them, the first and the last included."""

    said: Said
    day: int
    month: int
    year: int | None
    last_day: int
    last_month: int
    weekday: int | None = None


@dataclass(slots=True)
class Draft:
    """A session as far as it is understood; `day` counts the outline's days from 0."""

    clock: Clock | None = None
    day: int | None = None
    title: list[Said] = field(default_factory=list)
    kind: Kind | None = None
    kind_said: Said | None = None
    number: Said | None = None
    place: Place | None = None
    languages: Said | None = None
    spoken: tuple[str, ...] = ()
    theme: Said | None = None
    part_of: Draft | None = None
    column: bool = False
    """Whether it stood in a column of a table, beside others."""
    access: Said | None = None
    organisers: list[Said] = field(default_factory=list)
    abstract: list[Said] = field(default_factory=list)
    questions: list[list[Said]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    seats: list[Seated] = field(default_factory=list)
    labels: list[tuple[str, Said]] = field(default_factory=list)
    """Lines that say nothing themselves but what the next ones are: "Speakers:", "Abstract"."""


@dataclass(slots=True)
class Front:
    """What the first page says of the whole programme."""

    title: list[Said] = field(default_factory=list)
    theme: list[Said] = field(default_factory=list)
    place: list[Said] = field(default_factory=list)
    status: Said | None = None
    as_of: Dated | None = None
    dates: list[Span] = field(default_factory=list)
    zone: Said | None = None
    side_events: Said | None = None
    """The line that says that the paper lists side events."""
    labels: list[Said] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """The whole document, understood as far as it goes."""

    front: Front = field(default_factory=Front)
    days: list[Dated] = field(default_factory=list)
    sessions: list[Draft] = field(default_factory=list)
    structure: list[Said] = field(default_factory=list)
    """Drawn lines, table headings and the like: used, though they give no value."""
    language: str = ""
    """The first language of a paper in two, when its halves told it."""
    aside: dict[int, str] = field(default_factory=dict)
    """Lines that were understood to be no part of the programme, and why."""

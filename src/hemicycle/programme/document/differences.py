"""What a comparison finds, as values: nothing here is worded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemicycle.engines.formats.programme import Programme


class Change(StrEnum):
    """What may change, most important first: the order in which changes are listed."""

    PROGRAMME = "programme"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    ADDED = "added"
    REMOVED = "removed"
    RETITLED = "retitled"
    ROOM = "room"
    SEAT_NAMED = "seat-named"
    SEAT_ADDED = "seat-added"
    SEAT_REMOVED = "seat-removed"
    SEAT_MOVED = "seat-moved"
    PERSON_RENAMED = "person-renamed"
    LANGUAGES = "languages"
    ORGANISERS = "organisers"
    REKINDED = "rekinded"
    RENUMBERED = "renumbered"
    QUESTIONS = "questions"
    TEXT = "text"
    ROOM_ADDED = "room-added"
    ROOM_REMOVED = "room-removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One change of one session, person, room or of the programme.

    `old` and `new` are the keys of the sessions concerned: one each for a session that both versions have, none on
    one side where it is new or gone, several where it was split or merged, none at all where no session is concerned.
    `before` and `after` hold the changed values only. A seat that lost its person and is open again stands in
    `seat-removed` with the open seat in `after`, at the place of the person in `before`: the mirror of `seat-named`.
    """

    kind: Change
    old: tuple[str, ...]
    new: tuple[str, ...]
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    also: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs between two versions of a programme; by key, the sessions and people that both have."""

    old: Programme
    new: Programme
    pairs: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...]
    differences: tuple[Difference, ...]

    def of(self, *kinds: Change) -> tuple[Difference, ...]:
        return tuple(found for found in self.differences if found.kind in kinds)

"""What people are printed to be - function, organisation, place - and whose that changed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from hemicycle.engines.words import level

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hemicycle.engines.formats.programme import Seat
    from hemicycle.programme.document.seats import Place

Functions: TypeAlias = tuple[list[dict[str, str]], list[dict[str, str]]]

_FIELDS = ("position", "organisation", "place", "country", "also")


def functions(kept: Iterable[tuple[Place, Place]]) -> Mapping[str, Functions]:
    """By person, all that they were and all that they are, where the seats that they keep say something else of them.

    A seat that says nothing of its person says nothing else, and which seat says what is no change.
    """
    was: dict[str, dict[tuple[str, ...], Seat]] = defaultdict(dict)
    now: dict[str, dict[tuple[str, ...], Seat]] = defaultdict(dict)
    for before, after in sorted(kept, key=lambda pair: (_printed(pair[0].seat), _printed(pair[1].seat))):
        for place, known in ((before, was), (after, now)):
            if any(mark := _levelled(place.seat)):
                known[before.who].setdefault(mark, place.seat)
    return {
        who: (
            [_told(was[who][mark]) for mark in sorted(was[who])],
            [_told(now[who][mark]) for mark in sorted(now[who])],
        )
        for who in sorted({*was, *now})
        if was[who].keys() != now[who].keys()
    }


def _printed(seat: Seat) -> tuple[str, ...]:
    return (seat.position, seat.organisation, seat.place, seat.country, seat.also)


def _levelled(seat: Seat) -> tuple[str, ...]:
    return tuple(level(text) for text in _printed(seat))


def _told(seat: Seat) -> dict[str, str]:
    return dict(zip(_FIELDS, _printed(seat), strict=True))

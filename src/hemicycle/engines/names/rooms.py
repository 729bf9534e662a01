"""Whether two printed names are one room. What numbers or letters tell apart stays apart."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hemicycle.engines.names import letters
from hemicycle.engines.names.grouping import grouped
from hemicycle.engines.names.verdict import APART, Reason, Verdict, together

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROOM = frozenset(
    [
        "room",
        "rooms",
        "salle",
        "sala",
        "saal",
        "zaal",
        "salon",
        "salonu",
        "hall",
        "auditorio",
        "qah",
        "the",
        "la",
        "le",
        "el",
        "de",
    ]
)


def same(one: str, other: str) -> Verdict:
    return _same(min(one, other), max(one, other))


@lru_cache(1 << 14)
def _same(one: str, other: str) -> Verdict:
    if one == other:
        return together(1.0, ())
    first, second = _words(one), _words(other)
    if not first or not second or _told_apart_by(first) != _told_apart_by(second):
        return APART
    if "".join(first) == "".join(second) or _named(first) == _named(second) != ():
        return together(0.98, {_setting(one, other)})
    if len(first) != len(second) or not all(map(_alike, first, second)):
        return APART
    return together(0.9, {Reason.SPELLING})


def join(names: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """Groups of indexes that name one room, in order of first appearance."""
    return grouped(names, keys=_keys, same=same)


def _keys(name: str) -> set[str]:
    words = _words(name)
    return {"".join(words)[:3], "".join(_named(words))[:3]} - {""}


def _setting(one: str, other: str) -> Reason:
    if one.casefold() == other.casefold():
        return Reason.CAPITALS
    return Reason.ACCENTS if one.isascii() != other.isascii() else Reason.PUNCTUATION


@lru_cache(1 << 14)
def _words(name: str) -> tuple[str, ...]:
    parted = "".join(sign if sign.isalnum() else " " for sign in name)
    return tuple(plain for word in parted.split() if (plain := letters.plain(word)))


def _told_apart_by(words: tuple[str, ...]) -> tuple[str, ...]:
    """Numbers, letters and short words, which are what tells Saal A from Saal B."""
    return tuple(word for word in words if (len(word) < 3 and word not in _ROOM) or not word.isalpha())


def _named(words: tuple[str, ...]) -> tuple[str, ...]:
    """The proper name without the word for a room; nothing when that leaves too little to go by."""
    kept = tuple(word for word in words if word not in _ROOM)
    return kept if any(len(word) > 3 and word.isalpha() for word in kept) else ()


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < 5 or one[0] != other[0] or not (one + other).isalpha():
        return False
    slips = letters.distance(one, other, 1)
    return slips <= 1 and max(len(one), len(other)) > 5

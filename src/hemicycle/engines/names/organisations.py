"""Whether two printed names of organisations are one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hemicycle.engines.names import letters
from hemicycle.engines.names.grouping import grouped
from hemicycle.engines.names.titles import SMALL_WORDS
from hemicycle.engines.names.verdict import APART, Reason, Verdict, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_BRACKETED = re.compile(r"(?P<name>\w[^()\n]{3,120}?)\s*\(\s*(?P<short>[^()\s]{2,12})\s*\)")
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*")


def links(texts: Iterable[str]) -> dict[str, str]:
    """What a document itself says that its acronyms stand for: the acronym, and the plain words it was set behind."""
    told: dict[str, str] = {}
    for text in texts:
        for found in _BRACKETED.finditer(text):
            short = letters.plain(found["short"])
            words = _plain_words(found["name"])
            meant = _tail_with_initials(words, short)
            if meant and not found["short"].islower():
                told.setdefault(short, meant)
    return told


def same(one: str, other: str, linked: Mapping[str, str] | None = None) -> Verdict:
    """Whether two names are one organisation; `linked` as from `links`, since an acronym alone proves nothing."""
    return _same(min(one, other), max(one, other), tuple(sorted((linked or {}).items())))


@lru_cache(1 << 14)
def _same(one: str, other: str, linked: tuple[tuple[str, str], ...]) -> Verdict:
    if one == other:
        return together(1.0, ())
    first, second = _bare(one), _bare(other)
    if not first or not second:
        return APART
    if "".join(first) == "".join(second):
        return together(0.99, _setting(one, other))
    if _stands_for(one, other, dict(linked)):
        return together(0.95, {Reason.ACRONYM})
    if len(first) != len(second) or not all(map(_alike, first, second)):
        return APART
    return together(0.9, {Reason.SPELLING})


def join(names: Sequence[str], linked: Mapping[str, str] | None = None) -> tuple[tuple[int, ...], ...]:
    """Groups of indexes that name one organisation, in order of first appearance."""
    return grouped(names, keys=lambda name: _keys(name, linked or {}), same=lambda a, b: same(a, b, linked))


def is_acronym_of(one: str, other: str) -> bool:
    """Whether one name is the initials of the other: IOM of International Organization for Migration."""
    short, long = sorted((one, other), key=len)
    plain = letters.plain(short)
    return short.isupper() and len(plain) > 2 and _initials(_bare(long)) == plain


def _keys(name: str, linked: Mapping[str, str]) -> set[str]:
    words = _bare(name)
    keys = {"".join(words)[:3], *(word[:4] for word in words[:1])}
    if letters.plain(name) in linked:
        keys.add(linked[letters.plain(name)][:3])
    return keys


def _plain_words(text: str) -> tuple[str, ...]:
    parted = "".join(sign if sign.isalnum() or sign in "'’" else " " for sign in text)
    return tuple(plain for word in parted.split() if (plain := letters.plain(word)))


def _bare(name: str) -> tuple[str, ...]:
    """The words that count, without what stands in brackets."""
    words = _plain_words(_BRACKETS.sub(" ", name)) or _plain_words(name)
    return tuple(word for word in words if word not in SMALL_WORDS) or words


def _setting(one: str, other: str) -> set[Reason]:
    reasons = set()
    if one.casefold() != other.casefold():
        reasons.add(Reason.ACCENTS if one.isascii() != other.isascii() else Reason.PUNCTUATION)
    else:
        reasons.add(Reason.CAPITALS)
    return reasons


def _alike(one: str, other: str) -> bool:
    """Whether two words are one but for a plural, an accent or a slip; numbers and short words must be equal."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < 5 or one[0] != other[0] or not (one + other).isalpha():
        return False
    return letters.distance(one, other, 1) <= 1 or (shorter > 9 and letters.distance(one, other, 2) <= 2)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _tail_with_initials(words: Sequence[str], short: str) -> str:
    """The last words of a text whose initials are the acronym, joined; nothing when there are none."""
    counting = [word for word in words if word not in SMALL_WORDS]
    tail = counting[-len(short) :]
    return "".join(tail) if _initials(tail) == short else ""


def _stands_for(one: str, other: str, linked: Mapping[str, str]) -> bool:
    for short, long in ((one, other), (other, one)):
        meant = linked.get(letters.plain(short))
        if meant is not None and meant == "".join(_bare(long)):
            return True
    return False

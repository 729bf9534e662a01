"""A title as printed, taken apart: what kind of session, which number, and the title proper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import CONTAINERS, PAUSES, Kind
from hemicycle.engines.reader import cues
from hemicycle.engines.reader.lexicon import lexicon

if TYPE_CHECKING:
    from hemicycle.engines.reader.lexicon import NumberMatch

_AFTER_LABEL = re.compile(r"\s*(?:[:：|·]|[–—](?=\s|$)|-(?=\s)|\.(?=\s))\s*|\s+(?=[\"“«„][^\"]*[\"”»“]$)")
_AFTER_NUMBER = re.compile(r"\s*(?:[:：|·.–—)\]-])?\s*")
_COUNTED_BY = re.compile(r"^\(?([A-H]|[1-9]|I{1,3}|IV|V)[.):]\s+(?=[^\W\d_])")
_COLON = re.compile(r"\s*[:：](?=\s)")
_MORE_WORDS = 2
_WHOLE = frozenset({Kind.OTHER, *PAUSES, *CONTAINERS})
"""Kinds whose words are all the title there is: "Coffee break – foyer" keeps both."""


@dataclass(frozen=True, slots=True)
class Titled:
    """`title` is empty when the text names only a kind and a number; `whole` is then what it is called."""

    whole: str
    title: str
    kind: Kind | None = None
    number: str = ""
    labelled: bool = False
    """Whether a label stood before the title and was taken off it."""


def taken_apart(text: str) -> Titled:
    """The kind, number and title in a printed title; the words of a label before it are no part of the title."""
    whole = clean(text)
    own = _COUNTED_BY.match(whole)
    if own and not _counts_a_word(whole):
        return Titled(whole, whole[own.end() :], number=own[1], labelled=True)
    kind = cues.kind_of(whole)
    number = _number(whole, kind[1] if kind else None)
    named = kind[0] if kind else None
    end = max(
        kind[1][1] if kind and kind[1][0] <= 2 and named not in _WHOLE else 0, number.span[1] if number else 0
    )
    if not end:
        return Titled(whole, whole, named)
    if kind and not number:
        end = _label_end(whole, end)
    after = _AFTER_NUMBER.match(whole, end) if number else _AFTER_LABEL.match(whole, end)
    printed = number.number if number else ""
    if end >= len(whole.rstrip(" .:")):
        return Titled(whole, whole if not number else "", named, printed)
    if after is None or (number and not after[0]) or not whole[after.end() :].strip(' ".“”'):
        return Titled(whole, whole, named, printed)
    if number and not after[0].strip() and not _begins_a_title(whole[after.end() :]):
        return Titled(whole, whole, named, printed)
    return Titled(whole, whole[after.end() :].strip(), named, printed, labelled=True)


def _counts_a_word(text: str) -> bool:
    """Whether a number in front counts the word behind it: "1. Oturum: …" is session 1."""
    found = lexicon().number(text)
    return found is not None and found.span[0] <= 1 and bool(found.word) and text.find(found.word) > 0


def counted(text: str) -> str:
    """The letter or number with which a title counts itself: "A" in "A. Heat"."""
    found = _COUNTED_BY.match(text)
    return found[1] if found else ""


def lunch_and_side_events(text: str) -> tuple[str, str] | None:
    """The two halves of "Lunch and side events", each as printed; None when the text does not name both."""
    found = lexicon().kind(text)
    if found is None or not found.with_side_events:
        return None
    starts = [word.start() for word in re.finditer(r"\w+", text[: found.span[1]])]
    named = {Kind.LUNCH: "", Kind.SIDE_EVENTS: ""}
    for start in starts:
        kind = lexicon().kind(text[start:])
        if kind is not None and kind.span[0] == 0 and kind.kind in named and not kind.with_side_events:
            named[kind.kind] = named[kind.kind] or text[start : start + kind.span[1]]
    lunch = named[Kind.LUNCH] or text[: starts[1]].strip() if len(starts) > 1 else ""
    return (lunch, named[Kind.SIDE_EVENTS]) if lunch and named[Kind.SIDE_EVENTS] else None


def _label_end(text: str, end: int) -> int:
    """Where a label of a few words with its kind in it ends: "Plenair gesprek: …" is one label of two words."""
    found = _COLON.search(text, end)
    words = text[end : found.start()].split() if found else []
    return (
        found.start()
        if found and len(words) <= _MORE_WORDS and all(word[:1].islower() for word in words)
        else end
    )


def clean(text: str) -> str:
    """The title without what only ends it: a colon, a stray mark."""
    return re.sub(r"\s*[:：,]\s*$", "", text.strip(" *_#\t"))


def _number(text: str, kind: tuple[int, int] | None) -> NumberMatch | None:
    found = lexicon().number(text)
    if found is None:
        return None
    if (
        kind is not None
        and found.span[0] < kind[1]
        and not re.search(r"\d|\b[A-Z]{1,4}\b", text[slice(*found.span)])
    ):
        return None  # "Opening session" is not the session with the number one
    near = found.span[0] <= 3 or (kind is not None and kind[0] <= 2 and found.span[0] <= kind[1] + 2)
    return found if near else None


def _begins_a_title(rest: str) -> bool:
    return not rest[:1].islower()

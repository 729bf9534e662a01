"""Words with their marks: emphasis, references, footnotes, and brackets with who holds them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, TypeAlias

from hemicycle.engines import words

if TYPE_CHECKING:
    from collections.abc import Iterable

# Surrogate halves and what is no character at all: no file format can hold them.
_IMPOSSIBLE = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Controls, line ends, and the blanks by which paper is laid out; no-break spaces carry meaning and stay.
_BLANKS = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Bracket:
    """Words that are not agreed, and who says so. The signs "[" and "]" are rendering and stand in no text."""

    id: str
    holders: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of words with the same marks.

    `reference` is the id of a node or an address. `footnote` is the id of a footnote; such a span has no words of its
    own. `brackets` go from the outermost to the innermost; neighbours with the same bracket are inside the same one.
    """

    text: str
    emphasis: bool = False
    reference: str = ""
    footnote: str = ""
    brackets: tuple[Bracket, ...] = ()


Spans: TypeAlias = tuple[Span, ...]


@lru_cache(maxsize=65536)
def clean(text: str) -> str:
    """The text in Unicode's composed form, each run of blanks and controls one space."""
    plain = text if text.isascii() else unicodedata.normalize("NFC", _IMPOSSIBLE.sub("\ufffd", text))
    return _BLANKS.sub(" ", plain)


def normal(spans: Iterable[Span]) -> Spans:
    """The one form of these words: composed, single spaces, none at either end, equal neighbours joined."""
    kept: list[Span] = []
    open_space = True
    for span in spans:
        text = "" if span.footnote else clean(span.text)
        if open_space and text.startswith(" "):
            text = text[1:]
        if text or span.footnote:
            kept.append(span if text == span.text else replace(span, text=text))
            open_space = text.endswith(" ") if text else open_space
    return joined(_trimmed(kept))


def _trimmed(spans: list[Span]) -> list[Span]:
    """Without the space at the end, wherever the last letter is."""
    for at in range(len(spans) - 1, -1, -1):
        text = spans[at].text.rstrip(" ")
        spans[at] = replace(spans[at], text=text)
        if text:
            break
    return [span for span in spans if span.text or span.footnote]


def joined(spans: Iterable[Span]) -> Spans:
    """The same words with equal neighbours joined, to the last space."""
    groups = (list(group) for _, group in groupby(enumerate(spans), key=lambda item: _marks(*item)))
    return tuple(
        group[0][1]
        if len(group) == 1
        else replace(group[0][1], text=clean("".join(span.text for _, span in group)))
        for group in groups
    )


def _marks(at: int, span: Span) -> tuple[object, ...]:
    return (span.emphasis, span.reference, span.footnote, span.brackets, at if span.footnote else 0)


def plain(spans: Iterable[Span]) -> str:
    return "".join(span.text for span in spans)


def of_text(text: str) -> Spans:
    """A plain text as spans."""
    return normal([Span(text)])


@lru_cache(maxsize=65536)
def _atom(word: str, emphasis: bool, brackets: tuple[Bracket, ...]) -> Span:
    return Span(word, emphasis, brackets=brackets)


@lru_cache(maxsize=16384)
def atoms(spans: Spans) -> Spans:
    """One span for each word, blank and sign; a reference and a footnote are never divided."""
    found: list[Span] = []
    for span in spans:
        if span.reference or span.footnote:
            found.append(span)
        else:
            found += [_atom(word, span.emphasis, span.brackets) for word in words.split(span.text)]
    return tuple(found)


def brackets_of(spans: Iterable[Span]) -> tuple[Bracket, ...]:
    """Every bracket once, in order of appearance."""
    return tuple(dict.fromkeys(bracket for span in spans for bracket in span.brackets))


def passage(spans: Spans, start: int, end: int) -> tuple[int, int] | None:
    """The whole words and references that a stretch of letters touches, without blanks at its ends."""
    at, touched = 0, list[tuple[int, int]]()
    for atom in atoms(spans):
        stop = at + len(atom.text)
        if at < end and stop > start and not atom.text.isspace():
            touched.append((at, stop))
        at = stop
    return (touched[0][0], touched[-1][1]) if touched else None


def bracketed(spans: Spans, start: int, end: int, bracket: Bracket) -> Spans:
    """The spans with a bracket around the words that the letters from `start` to `end` touch.

    The new bracket stands outside those that it wholly contains and inside all others.
    """
    start, end = passage(spans, start, end) or (0, 0)
    extents = _extents(spans)
    made: list[Span] = []
    at = 0
    for piece in _cut(spans, start, end):
        stop = at + len(piece.text)
        if (at < end and stop > start) or (at == stop and start < at < end):
            outer = [b for b in piece.brackets if not (start <= extents[b.id][0] and extents[b.id][1] <= end)]
            inner = [b for b in piece.brackets if b not in outer]
            made.append(replace(piece, brackets=(*outer, bracket, *inner)))
        else:
            made.append(piece)
        at = stop
    return normal(made)


def lifted(spans: Spans, bracket: str) -> Spans:
    """The spans without the bracket of this id."""
    return normal(
        replace(span, brackets=tuple(b for b in span.brackets if b.id != bracket)) for span in spans
    )


def extent(spans: Spans, bracket: str) -> tuple[int, int] | None:
    """Where a bracket begins and ends, in letters of the plain text."""
    return _extents(spans).get(bracket)


def _extents(spans: Spans) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    at = 0
    for span in spans:
        for bracket in span.brackets:
            found[bracket.id] = (found.get(bracket.id, (at, at))[0], at + len(span.text))
        at += len(span.text)
    return found


def _cut(spans: Spans, *places: int) -> list[Span]:
    pieces: list[Span] = []
    at = 0
    for span in spans:
        inside = sorted({place - at for place in places if 0 < place - at < len(span.text)})
        edges = [0, *(() if span.reference else inside), len(span.text)]
        pieces += [replace(span, text=span.text[a:b]) for a, b in pairwise(edges)] if span.text else [span]
        at += len(span.text)
    return pieces

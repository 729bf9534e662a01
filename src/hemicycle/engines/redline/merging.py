"""Two sets of changes to the words of one paragraph, laid over each other.

The frame is diff3 (S. Khanna, K. Kunal, B. Pierce, "A formal investigation of diff3", FSTTCS 2007), told by edits of the
base: identical edits collapse, edits that overlap are a conflict, and edits that touch or stand in one clause are put
together for a person to read.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from hemicycle.engines import words
from hemicycle.engines.redline.spans import atoms, bracketed, brackets_of, extent, normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemicycle.engines.redline.spans import Bracket, Span, Spans

_CLAUSE_ENDS = frozenset(".,;:!?()–—،؛؟…")


@dataclass(frozen=True, slots=True, order=False)
class Edit:
    """The atoms from `start` to `end` of the base give way to others."""

    start: int
    end: int
    put: Spans


class Meeting(IntEnum):
    """How two edits, or two sets of edits, stand to each other; the greater the graver."""

    APART = 0
    SAME = 1
    NEAR = 2
    CLASH = 3


@dataclass(frozen=True, slots=True)
class Merged:
    """`spans` is nothing where the edits clash."""

    meeting: Meeting
    spans: Spans | None


@lru_cache(maxsize=32768)
def edits(base: Spans, other: Spans) -> tuple[Edit, ...]:
    """What changes the base into the other, in order; no two of them touch."""
    a, b = atoms(base), atoms(other)
    found: list[Edit] = []
    at_a = at_b = 0
    for i, j in [*alike(a, b), (len(a), len(b))]:
        if i > at_a or j > at_b:
            found.append(Edit(at_a, i, b[at_b:j]))
        at_a, at_b = i + 1, j + 1
    return tuple(found)


def alike(a: Spans, b: Spans) -> list[tuple[int, int]]:
    """Places of equal atoms, increasing on both sides; compared by number, which is quicker than by their marks."""
    codes: dict[Span, int] = {}
    first = [codes.setdefault(atom, len(codes)) for atom in a]
    second = [codes.setdefault(atom, len(codes)) for atom in b]
    return words.common(first, second)


@lru_cache(maxsize=16384)
def _clauses(base: Spans) -> tuple[int, ...]:
    """Where clauses end, as places among the atoms."""
    return tuple(at + 1 for at, atom in enumerate(atoms(base)) if atom.text in _CLAUSE_ENDS)


def meeting(base: Spans, ours: Sequence[Edit], theirs: Sequence[Edit]) -> Meeting:
    """The gravest meeting of any two edits; `SAME` where all are the same, `NEAR` where only some are.

    Both rows are in order, so that each need be walked only once.
    """
    ends = _clauses(base)
    if ours and tuple(ours) == tuple(theirs):
        return Meeting.SAME
    gravest = Meeting.APART
    first = 0
    for one in ours:
        while first < len(theirs) and _far_before(theirs[first], one, ends):
            first += 1
        for other in theirs[first:]:
            if _far_before(one, other, ends):
                break
            met = _pair(one, other, ends)
            gravest = max(gravest, Meeting.NEAR if met is Meeting.SAME else met)
    return gravest


def _far_before(one: Edit, other: Edit, ends: tuple[int, ...]) -> bool:
    """Whether the first ends before the other begins, in a clause of its own."""
    return one.end < other.start and bisect_left(ends, one.end) < bisect_left(ends, other.start)


def _pair(one: Edit, other: Edit, ends: tuple[int, ...]) -> Meeting:
    if one == other:
        return Meeting.SAME
    if one.start == other.start or (one.start < other.end and other.start < one.end):
        return Meeting.CLASH
    if one.end == other.start or other.end == one.start:
        return Meeting.NEAR
    first, second = (one, other) if one.start < other.start else (other, one)
    apart = bisect_left(ends, first.end) < bisect_left(ends, second.start)
    return Meeting.APART if apart else Meeting.NEAR


def merge(base: Spans, ours: Spans, theirs: Spans) -> Merged:
    """The words with the changes of both sides; which side is which makes no difference.

    Where only brackets stand in the way, the words are merged without them and each bracket is laid around what it
    held; the result is always for a person to read.
    """
    if ours == theirs:
        return Merged(Meeting.SAME, ours)
    mine, other = edits(base, ours), edits(base, theirs)
    how = meeting(base, mine, other)
    if how is not Meeting.CLASH:
        every = sorted({*mine, *other}, key=lambda edit: (edit.start, edit.end))
        return Merged(how, applied(base, every))
    held = {frozenset(brackets_of(side)) for side in (base, ours, theirs)}
    return _around_brackets(base, ours, theirs) if len(held) > 1 else Merged(how, None)


def applied(base: Spans, every: Sequence[Edit]) -> Spans:
    """The words after these edits, which are in order and do not overlap."""
    a, at = atoms(base), 0
    made: list[Spans] = []
    for edit in every:
        made += [a[at : edit.start], edit.put]
        at = edit.end
    made.append(a[at:])
    return normal(span for piece in made for span in piece)


def carried_range(base: Spans, theirs: Spans, start: int, end: int) -> tuple[int, int, bool] | None:
    """Where a passage (in letters of the base) is now, and whether it was touched; nothing where no word of it is left.

    It reaches from its first to its last word that is still there.
    """
    a, b = atoms(base), atoms(theirs)
    reach_a, reach_b = _letters(a), _letters(b)
    inside = [at for at in range(len(a)) if reach_a[at] < end and reach_a[at + 1] > start]
    now = dict(alike(a, b))
    there = [now[at] for at in inside if at in now and not a[at].text.isspace()]
    if not there:
        return None
    whole = [now.get(at) for at in inside]
    touched = whole != list(range(there[0], there[0] + len(inside)))
    return reach_b[there[0]], reach_b[there[-1] + 1], touched


def _letters(pieces: Spans) -> list[int]:
    reach = [0]
    for piece in pieces:
        reach.append(reach[-1] + len(piece.text))
    return reach


def _around_brackets(base: Spans, ours: Spans, theirs: Spans) -> Merged:
    merged = merge(_bare(base), _bare(ours), _bare(theirs)).spans
    if merged is None:
        return Merged(Meeting.CLASH, None)
    laid: list[tuple[int, int, Bracket]] = []
    for bracket, side in _kept(base, ours, theirs):
        start, end = extent(side, bracket.id) or (0, 0)
        found = carried_range(_bare(side), merged, start, end)
        if found is None:
            return Merged(Meeting.CLASH, None)
        laid.append((found[0], found[1], bracket))
    for start, end, bracket in sorted(laid, key=lambda one: (one[0] - one[1], one[0], one[2].id)):
        merged = bracketed(merged, start, end, bracket)
    return Merged(Meeting.NEAR, merged)


def _kept(base: Spans, ours: Spans, theirs: Spans) -> list[tuple[Bracket, Spans]]:
    """Brackets that are in the merged words, each with a side that has it: lifted by one is lifted."""
    before, mine, other = set(brackets_of(base)), brackets_of(ours), brackets_of(theirs)
    found = {bracket: ours for bracket in mine if bracket not in before or bracket in other}
    return [*found.items(), *((bracket, theirs) for bracket in other if bracket not in {*before, *mine})]


def _bare(spans: Spans) -> Spans:
    return normal(replace(span, brackets=()) for span in spans)

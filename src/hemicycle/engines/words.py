"""Texts as they are compared: folded for likeness, word by word for what changed."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

How: TypeAlias = Literal["equal", "insert", "delete"]

_APART = re.compile(r"[\W_]+")
_STEPS = 200
"""So many insertions and deletions between two anchors are sought one by one; beyond, the passage was rewritten."""


@dataclass(frozen=True, slots=True)
class Span:
    how: How
    text: str


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """The text without accents, case and punctuation, its words one space apart: for likeness, never for show."""
    plain = text
    if not text.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(_APART.split(plain.casefold())).strip()


@lru_cache(maxsize=65536)
def level(text: str) -> str:
    """The text without case and punctuation but with its accents: where this differs, a reader sees other words."""
    return " ".join(_APART.split(unicodedata.normalize("NFKC", text).casefold())).strip() or text.strip()


@cache
def _pattern() -> re.Pattern[str]:
    """Words with their vowel signs and joiners (no letters to a pattern), blanks, and every other sign by itself."""
    marks = "".join(
        chr(code) for code in range(0x300, 0xD800) if unicodedata.category(chr(code)) in {"Mn", "Mc"}
    )
    return re.compile(rf"(?:\w[{marks}\u200c\u200d]*)+|\s+|[^\w\s][{marks}]*")


def split(text: str) -> list[str]:
    """The text's words, blanks and signs, which together are the text."""
    return _pattern().findall(text)


def words_changed(old: str, new: str) -> tuple[Span, ...]:
    """How the old text becomes the new one, word by word.

    `equal` and `delete` together are the old text, `equal` and `insert` the new one, to the last space. Words that
    occur once in both texts anchor the comparison (B. Cohen's patience diff), which keeps a long text near
    O(n log n); between anchors the shortest script is found (E. Myers, "An O(ND) difference algorithm and its
    variations", Algorithmica 1, 1986), up to a fixed number of steps.
    """
    a, b = split(old), split(new)
    marks: list[tuple[How, str]] = []
    at_a = at_b = 0
    for i, j in [*common(a, b), (len(a), len(b))]:
        marks += [("delete", word) for word in a[at_a:i]]
        marks += [("insert", word) for word in b[at_b:j]]
        marks += [("equal", word) for word in a[i : i + 1]]
        at_a, at_b = i + 1, j + 1
    grouped = groupby(marks, key=lambda mark: mark[0])
    return tuple(Span(how, "".join(word for _, word in words)) for how, words in grouped)


def common(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Positions of equal words, or of equal whatever they are, increasing on both sides."""
    found: list[tuple[int, int]] = []
    waiting = [(0, len(a), 0, len(b))]
    while waiting:
        a0, a1, b0, b1 = waiting.pop()
        while a0 < a1 and b0 < b1 and a[a0] == b[b0]:
            found.append((a0, b0))
            a0, b0 = a0 + 1, b0 + 1
        while a0 < a1 and b0 < b1 and a[a1 - 1] == b[b1 - 1]:
            a1, b1 = a1 - 1, b1 - 1
            found.append((a1, b1))
        anchors = _anchors(a[a0:a1], b[b0:b1])
        if anchors:
            edges = [(a0, b0), *((a0 + i, b0 + j) for i, j in anchors), (a1, b1)]
            waiting += [(i0, i1, j0, j1) for (i0, j0), (i1, j1) in pairwise(edges)]
        else:
            found += [(a0 + i, b0 + j) for i, j in _shortest(a[a0:a1], b[b0:b1])]
    return sorted(found)


def _anchors(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The longest run, increasing on both sides, of words that occur once in each."""
    once_a = {word for word, times in Counter(a).items() if times == 1}
    where = {word: j for j, word in enumerate(b)}
    once = {word for word, times in Counter(b).items() if times == 1 and word in once_a}
    pairs = [(i, where[word]) for i, word in enumerate(a) if word in once]
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for n, (_, j) in enumerate(pairs):
        length = bisect_left(ends, j)
        ends[length : length + 1] = [j]
        last[length : length + 1] = [n]
        before.append(last[length - 1] if length else -1)
    chain, n = [], last[-1] if last else -1
    while n >= 0:
        chain.append(pairs[n])
        n = before[n]
    return chain[::-1]


def _shortest(a: Sequence[Hashable], b: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Myers' greedy search; nothing in common where the two are further apart than `_STEPS`."""
    reach, trace = {1: 0}, []
    for step in range(min(len(a) + len(b), _STEPS) + 1):
        trace.append(dict(reach))
        for diagonal in range(-step, step + 1, 2):
            x = _next(reach, diagonal, step)
            while x < len(a) and 0 <= x - diagonal < len(b) and a[x] == b[x - diagonal]:
                x += 1
            reach[diagonal] = x
            if x >= len(a) and x - diagonal >= len(b):
                return _walked(trace, len(a), len(b))
    return iter(())


def _next(reach: dict[int, int], diagonal: int, step: int) -> int:
    """Where a diagonal is entered: from above by an insertion, from the left by a deletion."""
    down = diagonal == -step or (diagonal != step and reach[diagonal - 1] < reach[diagonal + 1])
    return reach[diagonal + 1] if down else reach[diagonal - 1] + 1


def _walked(trace: list[dict[int, int]], x: int, y: int) -> Iterator[tuple[int, int]]:
    for step in range(len(trace) - 1, -1, -1):
        reach, diagonal = trace[step], x - y
        entered = _next(reach, diagonal, step)
        while x > entered:
            x, y = x - 1, y - 1
            yield x, y
        if step == 0:
            return
        down = diagonal == -step or (diagonal != step and reach[diagonal - 1] < reach[diagonal + 1])
        x, y = (x, y - 1) if down else (x - 1, y)

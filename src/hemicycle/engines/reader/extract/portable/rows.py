"""Words side by side are a row; a row falls into stretches where wide gaps part it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hemicycle.engines.reader.extract.portable.words import Word

_WIDE = 0.75
"""A gap of so many type sizes parts two stretches."""
_SPACED = 1.6
"""Letters of one word stand at most so many type sizes apart."""
_FEWEST_LETTERS = 5
_TIGHT = 0.08
"""A gap of no more than this is none."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that follow each other without a wide gap, from left to right."""

    words: tuple[Word, ...]
    left: float
    right: float

    @property
    def letters(self) -> int:
        return sum(len(word.text) + 1 for word in self.words)


@dataclass(frozen=True, slots=True)
class Row:
    stretches: tuple[Stretch, ...]
    top: float
    bottom: float
    left: float
    right: float
    size: float
    """The height of its largest word."""

    @property
    def words(self) -> list[Word]:
        return [word for stretch in self.stretches for word in stretch.words]


def row_of(stretches: Sequence[Stretch], top: float, bottom: float) -> Row:
    return Row(
        tuple(stretches),
        top,
        bottom,
        stretches[0].left,
        max(stretch.right for stretch in stretches),
        max(word.top - word.bottom for stretch in stretches for word in stretch.words),
    )


def rows(words: Iterable[Word]) -> list[Row]:
    """The words as rows from the top of the page; raised and lowered small type stays in its row."""
    lines: list[list[Word]] = []
    band = (0.0, 0.0)
    for word in sorted(words, key=lambda word: (-(word.top + word.bottom), word.left)):
        at = len(lines) - 1
        if at >= 0 and _beside(word, band):
            lines[at].append(word)
            if word.size > band[1] - band[0]:
                band = (word.bottom, word.top)
        else:
            lines.append([word])
            band = (word.bottom, word.top)
    return [_row(line) for line in lines]


def _beside(word: Word, band: tuple[float, float]) -> bool:
    bottom, top = band
    shared = min(word.top, top) - max(word.bottom, bottom)
    return shared > 0.55 * min(word.size, top - bottom)


def _whole(words: list[Word]) -> list[Word]:
    """The words from left to right, those with no space between them (a name and its comma) made one."""
    whole: list[Word] = []
    for word in sorted(words, key=lambda word: word.left):
        before = whole[-1] if whole else None
        if (
            before is None
            or word.left - before.right > _TIGHT * word.size
            or before.leftward
            or word.leftward
        ):
            whole.append(word)
        elif before.bold != word.bold or word.size < 0.8 * before.size:
            whole.append(word._replace(glued=True))
        else:
            whole[-1] = before._replace(text=before.text + word.text, right=max(before.right, word.right))
    return whole


def _unspaced(words: list[Word]) -> list[Word]:
    """The words with letter-spaced ones closed up: P R O G R A M M E is one, a list of rooms A B C D E is five."""
    closed: list[Word] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and _single(words[end]) and (end == at or _near(words[end - 1], words[end])):
            end += 1
        if end - at < _FEWEST_LETTERS or _alphabetic(words[at:end]):
            end = max(end, at + 1)
            closed.extend(words[at:end])
        else:
            closed.extend(_closed_up(words[at:end]))
        at = end
    return closed


def _single(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isalpha() and not word.leftward


def _near(one: Word, two: Word) -> bool:
    return two.left - one.right < _SPACED * two.size and abs(one.size - two.size) < 0.1 * two.size


def _alphabetic(words: Sequence[Word]) -> bool:
    return all(ord(two.text) - ord(one.text) == 1 for one, two in pairwise(words))


def _closed_up(letters: Sequence[Word]) -> list[Word]:
    """Letters as words, parted where the white is clearly wider than the narrowest."""
    usual = 1.6 * max(min(two.left - one.right for one, two in pairwise(letters)), 0.0)
    words = [letters[0]]
    for one, two in pairwise(letters):
        if two.left - one.right > usual + _TIGHT * two.size:
            words.append(two)
        else:
            before = words[-1]
            words[-1] = before._replace(text=before.text + two.text, right=max(before.right, two.right))
    return words


def _row(words: list[Word]) -> Row:
    ordered = _unspaced(_whole(words))
    parts: list[list[Word]] = [[ordered[0]]]
    reach = ordered[0].right
    for word in ordered[1:]:
        if word.left - reach > _WIDE * min(word.size, parts[-1][-1].size):
            parts.append([])
        parts[-1].append(word)
        reach = max(reach, word.right)
    stretches = [Stretch(tuple(part), part[0].left, max(word.right for word in part)) for part in parts]
    return row_of(stretches, max(word.top for word in words), min(word.bottom for word in words))


def reading_order(words: Iterable[Word]) -> list[Word]:
    """Words from left to right in the order in which they are read, for a row of a leftward script turned around."""
    ordered = list(words)
    if not any(word.leftward for word in ordered):
        return ordered
    leftward = sum(len(word.text) for word in ordered if word.leftward)
    letters = sum(len(word.text) for word in ordered if any(letter.isalpha() for letter in word.text))
    if leftward * 2 <= letters:
        return ordered
    turned: list[Word] = []
    rightward: list[Word] = []
    for word in reversed(ordered):
        if word.leftward or not any(letter.isalnum() for letter in word.text):
            turned.extend(reversed(rightward))
            rightward = []
            turned.append(word)
        else:
            rightward.append(word)
    return [*turned, *reversed(rightward)]

"""Finding the lexicon's phrases in a line: by words, longest first, in time that grows with the line alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from hemicycle.engines.reader.lexicon.folding import fold, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")

LONGEST = 600
"""Letters of a line that are looked at: no label, name or time stands further in."""

_TOKEN = re.compile(
    # A word, with a tail that only says it means all genders or numbers: Referent*innen, intervenant·e·s, Speaker(s).
    r"(?P<word>[^\W_]+)"
    r"(?P<tail>(?:[*_]|[:·](?!\s)|\s?\((?=[a-z]{1,5}\))|/-?|\.(?=e\b))(?:innen|in|nen|n|er|lar|ler|es|e|as|a|os|s|rice|trice|euse)\)?"
    r"(?:[·.\-(]s\)?)?(?![^\W_]))?"
    r"|[^\w\s]|_"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign of a line: folded, and where it stands in the printed text."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[Token, ...]:
    """The words and signs of the first letters of a text."""
    line = folded(text[:LONGEST])
    return tuple(
        Token(found["word"] or found[0], *line.printed(*found.span())) for found in _TOKEN.finditer(line.text)
    )


_BETWEEN = "\0"
_ARABIC_AND = "و"
"""Arabic writes "and" as a letter before the next word."""


def words_of_all(phrases: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The words of many phrases, as `tokens` would give them, in one go: the lexicon has ten thousand and more."""
    words: list[str] = []
    for found in _TOKEN.finditer(fold("".join(phrase + _BETWEEN for phrase in phrases))):
        if found[0] == _BETWEEN:
            yield tuple(words)
            words = []
        else:
            words.append(found["word"] or found[0])


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase found: what it means, and the words (`first` to `last`, exclusive) and letters it covers."""

    meaning: T
    first: int
    last: int
    span: tuple[int, int]


class Phrases(Generic[T]):
    """Phrases and their meanings; an earlier phrase wins over a later one with the same words."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], T]] = {}
        listed = list(phrases)
        for words, (_, meaning) in zip(words_of_all(phrase for phrase, _ in listed), listed, strict=True):
            self._by_first.setdefault(words[0], {}).setdefault(words, meaning)
        self._lengths = {
            first: sorted({len(words) for words in known}, reverse=True)
            for first, known in self._by_first.items()
        }

    def at(self, line: tuple[Token, ...], place: int) -> Found[T] | None:
        """The longest phrase that begins with the word at `place`."""
        if place >= len(line):
            return None
        word = line[place].text
        if word not in self._by_first:
            word = word.removeprefix(_ARABIC_AND)
        known = self._by_first.get(word)
        if known is None:
            return None
        for length in self._lengths[word]:
            stretch = line[place : place + length]
            meaning = known.get((word, *(token.text for token in stretch[1:])))
            if meaning is not None and len(stretch) == length:
                return Found(meaning, place, place + length, (stretch[0].start, stretch[-1].end))
        return None

    def all(self, line: tuple[Token, ...]) -> Iterator[Found[T]]:
        """Every phrase of the line from left to right, none inside another."""
        place = 0
        while place < len(line):
            found = self.at(line, place)
            if found is not None:
                yield found
            place = found.last if found is not None else place + 1

    def __contains__(self, text: str) -> bool:
        line = tokens(text)
        found = self.at(line, 0)
        return found is not None and found.last == len(line)

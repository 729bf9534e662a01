"""A printed name taken apart into the words that count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from hemicycle.engines.names import letters
from hemicycle.engines.names.titles import ARABIC_HONORIFICS, GENERATIONS, HONORIFICS, PARTICLES

_EXCELLENCY = re.compile(
    r"^\s*(?:(?:h\.?\s?e\.|s\.\s?e\.?(?:\s?m(?:me)?\.)?|his excellency|her excellency|s\.\s?exc\.)\s*)+",
    re.IGNORECASE,
)
_HYPHENS = frozenset("-‐‑–'’")
_APART = re.compile(r"[\s\u00a0\-‐‑‒–—_/,;.()\[\]\"“”«»]+")
_APOSTROPHES = re.compile(r"['’ʼʻ`´ʿʾ]")


class Word(NamedTuple):
    """One word of a name: as printed, and as plain letters."""

    printed: str
    plain: str

    @property
    def is_honorific(self) -> bool:
        return self.plain in HONORIFICS or self.printed in ARABIC_HONORIFICS

    @property
    def is_initial(self) -> bool:
        return len(self.plain) == 1


@dataclass(frozen=True, slots=True)
class Name:
    """The words of a name that tell people apart; particles, honorifics and generation stand beside them."""

    words: tuple[Word, ...]
    particles: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()
    generation: str = ""
    printed: str = ""
    joined: str = ""
    """The plain letters of the words, run together."""

    @property
    def lettering(self) -> str:
        """The words that count in their own letters, run together."""
        return "".join(word.printed for word in self.words)

    @property
    def hyphens(self) -> int:
        return sum(sign in _HYPHENS for sign in self.printed)

    def of_another_generation(self, other: Name) -> bool:
        """Whether both say of which generation they are, and not the same."""
        return bool(self.generation and other.generation) and self.generation != other.generation

    def recased(self, other: Name) -> bool:
        """Whether the two differ in nothing but capitals."""
        return self.printed != other.printed and self.printed.casefold() == other.printed.casefold()


@lru_cache(1 << 16)
def taken_apart(printed: str) -> Name:
    words = _words(_EXCELLENCY.sub("", printed))
    generation = ""
    if len(words) > 2 and words[-1].plain in GENERATIONS:
        generation, words = GENERATIONS[words[-1].plain], words[:-1]
    honorifics = frozenset(word.plain for word in words if word.is_honorific)
    words = _without(words, honorifics)
    if len(words) > 2 and words[0].plain == "m" and not any(word.is_initial for word in words[1:]):
        honorifics, words = honorifics | {"m"}, words[1:]  # Monsieur
    particles = frozenset(word.plain for word in words if word.plain in PARTICLES and not _initial(word))
    counting = _without(words, PARTICLES)
    if _EXCELLENCY.match(printed):
        honorifics |= {"excellency"}
    joined = "".join(word.plain for word in counting)
    return Name(tuple(counting), particles, honorifics, generation, printed, joined)


def _words(printed: str) -> list[Word]:
    parts = _APART.split(_APOSTROPHES.sub("", printed))
    words = [Word(part, letters.plain(part)) for part in parts]
    return [word for word in words if word.plain]


def _initial(word: Word) -> bool:
    return word.is_initial and word.printed.isupper()


def _without(words: list[Word], left_out: frozenset[str]) -> list[Word]:
    """The words but those `left_out`; all of them when nothing else would remain."""
    kept = [word for word in words if word.plain not in left_out or _initial(word)]
    return kept if any(not word.is_initial for word in kept) else words

"""Texts of one direction within lines of the other: a Latin name on an Arabic page, an Arabic one on a French page."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemicycle.kit.words import Words

_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_MARKS = {"ltr": "\u200e", "rtl": "\u200f"}


def isolated(text: str, words: Words) -> str:
    """The text within Unicode isolates where its direction is not that of the page."""
    return f"\u2068{text}\u2069" if _strays(text, words) else text


def marked(text: str, words: Words) -> str:
    """The text between marks of its own direction, for programs that do not know isolates."""
    edge = mark(text, words)
    return f"{edge}{text}{edge}"


def mark(text: str, words: Words) -> str:
    """The mark of the text's direction, or nothing where that is the page's."""
    return _MARKS[_of(text)] if _strays(text, words) else ""


def _strays(text: str, words: Words) -> bool:
    direction = _of(text)
    return bool(direction) and direction != words.direction


def _of(text: str) -> str:
    """The direction of the first letter; numbers of times and dates count as left to right where no letter comes."""
    for letter in text:
        if found := _STRONG.get(unicodedata.bidirectional(letter)):
            return found
    return "ltr" if any(letter.isdigit() for letter in text) else ""

"""Text as the lexicon compares it: without case, accents or typography, and with a way back to the printed text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_DROPPED = re.compile(
    "[\u00ad\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_SINGLE = {
    "ß": "s", "ẞ": "s", "ı": "i", "İ": "i", "æ": "a", "Æ": "a", "œ": "o", "Œ": "o", "ø": "o", "Ø": "o",
    "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "t", "Þ": "t",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك",
    "،": ",", "؛": ";", "؟": "?", "٪": "%", "٫": ".", "٬": ",", "…": ".", "：": ":",
    "ª": "a", "º": "o", "•": "·",
}  # fmt: skip
_LIKE = {
    "'": "’‘‛ʼʹ′`´ʻ‚",
    '"': "“”„‟«»‹›″",
    "-": "‐‑‒–—―−﹘﹣－",
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\n\v\f",
}
_LATIN = (range(0xC0, 0x250), range(0x1E00, 0x1F00))


@cache
def _table() -> dict[int, str]:
    table = {ord(letter): folded for letter, folded in _SINGLE.items()}
    table |= {ord(mark): plain for plain, marks in _LIKE.items() for mark in marks}
    for code in (code for letters in _LATIN for code in letters if code not in table):
        base = unicodedata.normalize("NFD", chr(code))[0]
        table[code] = base.lower() if base.isascii() else chr(code).lower()[0]
    for first in (0x660, 0x6F0):
        table |= {first + digit: str(digit) for digit in range(10)}
    return table


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back: `places[n]` is where letter n of `text` stands in the printed one."""

    text: str
    places: tuple[int, ...] = ()

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the printed text behind a stretch of the folded one."""
        if not self.places:
            return start, end
        if end <= start:
            return self.places[start], self.places[start]
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> str:
    """The text without case, accents and typography; as long as the printed one unless that has invisible signs."""
    return _DROPPED.sub("", text).translate(_table()).lower()


def folded(text: str) -> Folded:
    """The text without case, accents, typography and invisible signs, with the way back to the printed text."""
    if not _DROPPED.search(text):
        return Folded(text.translate(_table()).lower())
    kept = [place for place, letter in enumerate(text) if not _DROPPED.match(letter)]
    return Folded(fold(text), (*kept, len(text)))

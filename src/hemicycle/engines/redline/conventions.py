"""How a language writes numbers of paragraphs, letters of subparagraphs, and what comes between two numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

_LATIN = (
    "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies", "undecies", "duodecies",
    "terdecies", "quaterdecies", "quindecies", "sexdecies", "septdecies", "octodecies", "novodecies", "vicies",
)  # fmt: skip
_ARABIC = (
    "مكررا", "مكررا ثانيا", "مكررا ثالثا", "مكررا رابعا", "مكررا خامسا", "مكررا سادسا", "مكررا سابعا", "مكررا ثامنا",
    "مكررا تاسعا", "مكررا عاشرا",
)  # fmt: skip
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_ABJAD = ("أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق", "ر", "ش", "ت", "ث", "خ", "ذ", "ض", "ظ", "غ")  # fmt: skip
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 400
"""Subparagraphs in a row whose letters are read back."""


@dataclass(frozen=True, slots=True)
class Convention:
    """One language's way. Levels are `main`, `commitment`, `annex`, `footnote`, and `sub1` to `sub4`."""

    letters: tuple[str, ...]
    opens: str
    between: tuple[str, ...]
    ante: str
    figures_below: bool = False
    """Second-level subparagraphs are figures (as in Arabic), not Roman numerals."""

    def label(self, level: str, number: int, between: int = 0) -> str:
        """The label of the n-th, or of the k-th that stands between it and the next."""
        return " ".join((self._plain(level, number), *self._between(between)))

    def before_first(self, level: str, first: int, place: int) -> str:
        """The label of what was put in before the first number of an issue."""
        return " ".join((self._plain(level, first), self.ante, *self._between(place - 1)))

    def plain_number(self, level: str, label: str) -> int:
        """The number in a label without *bis*; 0 for any other."""
        if level in {"main", "footnote"}:
            return int(label) if label.isascii() and label.isdigit() and len(label) < 9 else 0
        return _numbers(self, level).get(label, 0)

    def _between(self, count: int) -> list[str]:
        if not count:
            return []
        whole, rest = divmod(count - 1, len(self.between))
        return [self.between[-1]] * whole + [self.between[rest]]

    def _plain(self, level: str, number: int) -> str:
        if level == "commitment":
            return f"C-{number}"
        if level == "annex":
            return _roman(number).upper()
        if level in {"main", "footnote"}:
            return str(number)
        return self._letter(level, number)

    def _letter(self, level: str, number: int) -> str:
        times, place = divmod(number - 1, len(self.letters))
        letter = self.letters[place] * (times + 1)
        below = str(number) if self.figures_below else _roman(number)
        return {
            "sub1": f"{self.opens}{letter})",
            "sub2": f"{self.opens}{below})",
            "sub3": f"{letter}.",
        }.get(level, f"{below}.")


@cache
def _numbers(convention: Convention, level: str) -> dict[str, int]:
    return {convention.label(level, number): number for number in range(_MOST, 0, -1)}


def _roman(number: int) -> str:
    said = ""
    for value, sign in _ROMAN:
        said += sign * (number // value)
        number %= value
    return said


_ENGLISH = Convention(tuple(_ALPHABET), "(", _LATIN, "ante")
_ROMANCE = Convention(tuple(_ALPHABET), "", _LATIN, "ante")
_BY_LANGUAGE = {
    "ar": Convention(_ABJAD, "(", _ARABIC, "قبل", figures_below=True),
    "es": _ROMANCE,
    "fr": _ROMANCE,
}


def convention(language: str) -> Convention:
    """The way of a BCP 47 language; English where none of its own is known."""
    return _BY_LANGUAGE.get(language.split("-", maxsplit=1)[0].lower(), _ENGLISH)

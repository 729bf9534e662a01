"""What became of every line of a file: blank, used, or left with a reason."""

from __future__ import annotations

import re

from hemicycle.engines.formats.reading import Leftover, LineCount

_NEWLINE = re.compile(r"\r\n?")
_LONGEST = 300
NOT_USED = "nothing here was understood as part of a programme"


def with_plain_newlines(text: str) -> str:
    """The text with every line ended by a line feed, so that all parsers count the same lines."""
    return _NEWLINE.sub("\n", text) if "\r" in text else text


def shortened(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


class Ledger:
    """The lines of one text, counted from 1, and what became of each."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        if self.lines and not self.lines[-1]:
            self.lines.pop()
        self._used = bytearray(len(self.lines) + 2)
        self._why: dict[int, str] = {}

    def use(self, first: int, last: int | None = None) -> None:
        """These lines, both ends included, said something of the programme."""
        first, last = self._within(first), self._within(last or first)
        if last == first:
            self._used[first] = 1
        elif last > first:
            self._used[first : last + 1] = b"\1" * (last - first + 1)

    def leave(self, first: int, last: int, why: str) -> None:
        """These lines are left, unless a value that is used stands on them too."""
        for line in range(self._within(first), self._within(last) + 1):
            self._why.setdefault(line, why)

    def settle(self) -> tuple[LineCount, tuple[Leftover, ...]]:
        """The count, and the lines that are left; a line that nobody spoke of is left too."""
        blank = used = 0
        left: list[Leftover] = []
        for number, line in enumerate(self.lines, 1):
            if not line.strip():
                blank += 1
            elif self._used[number]:
                used += 1
            else:
                left.append(Leftover(number, shortened(line.strip()), self._why.get(number, NOT_USED)))
        return LineCount(len(self.lines), blank, used, len(left)), tuple(left)

    def _within(self, line: int) -> int:
        return max(1, min(line, len(self.lines)))

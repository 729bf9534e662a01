"""Lines as they are set, one under the other, until the paper is whole or too long."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemicycle.engines.reader.lines import Cell, Line, Paper

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_LINE = 2_000_000
MOST_CHARACTERS = 12_000_000
MOST_LINES = 200_000

_SPACE = re.compile(r"\s+")
_ODD = re.compile(r"[^\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u058f\u2010-\u2027]")
"""A letter that may need more than the mere joining of spaces."""
_UNSEEN = {ord(letter): None for letter in "\u00ad\u061c\u200b\u200e\u200f\u2028\u2060\ufeff"}
_UNSEEN |= dict.fromkeys((*range(8234, 8239), *range(8294, 8298)))
_FORMS = re.compile(r"[\ufb00-\ufdff\ufe70-\ufefc]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one line that looks alike."""

    text: str
    strong: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How a line looks as a whole: see `Line`."""

    level: int = 0
    bullet: str = ""
    indent: int = 0
    rule: bool = False
    size: float = 1.0
    joins: bool = False
    page: int | None = None
    cell: Cell | None = None


PLAIN = Look()


def without_controls(text: str) -> str:
    """The text without letters that no paper prints; line ends, tabs and form feeds stay."""
    return _CONTROLS.sub("", text)


def presentable(text: str) -> str:
    """One stretch with composed letters, without unseen marks, ligatures taken apart, and every space a single one."""
    if _ODD.search(text):
        text = unicodedata.normalize("NFC", text.translate(_UNSEEN))
        text = _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text)
        text = _SPACE.sub(" ", text)
    elif "  " in text:
        text = _SPACE.sub(" ", text)
    return text


@dataclass(frozen=True, slots=True)
class _Inked:
    plain: str
    strong: tuple[tuple[int, int], ...]
    italic: bool


def _ink(runs: Iterable[Run]) -> _Inked:
    pieces: list[str] = []
    strong: list[tuple[int, int]] = []
    length = slanted = 0
    spaced = True
    for run in runs:
        shown = presentable(run.text)
        if spaced:
            shown = shown.removeprefix(" ")
        if not shown:
            continue
        spaced = shown.endswith(" ")
        pieces.append(shown)
        if run.strong:
            strong.append((length, length + len(shown)))
        slanted += len(shown) if run.italic or shown == " " else 0
        length += len(shown)
    plain = "".join(pieces).rstrip(" ")
    italic = bool(plain) and slanted >= len(plain)
    return _Inked(plain, _merged(strong, plain), italic)


def _merged(spans: list[tuple[int, int]], plain: str) -> tuple[tuple[int, int], ...]:
    """Bold stretches without the spaces at their ends; two with nothing but space between them are one."""
    merged: list[tuple[int, int]] = []
    for begin, end in spans:
        shown = plain[begin:end]
        start, stop = begin + len(shown) - len(shown.lstrip()), begin + len(shown.rstrip())
        if stop <= start:
            continue
        if merged and not plain[merged[-1][1] : start].strip():
            start = merged.pop()[0]
        merged.append((start, stop))
    return tuple(merged)


def width(indent: str) -> int:
    """The columns of leading space, with tab stops every four."""
    columns = 0
    for letter in indent:
        columns += 4 - columns % 4 if letter == "\t" else 1
    return columns


class Galley:
    """Collects lines and numbers them; once full, takes no more and remembers to say so."""

    def __init__(self, *, most_lines: int = MOST_LINES, most_characters: int = MOST_CHARACTERS) -> None:
        self.lines: list[Line] = []
        self.notes: list[str] = []
        self.truncated = ""
        self._most_lines = most_lines
        self._room = most_characters

    @property
    def full(self) -> bool:
        return bool(self.truncated)

    def blank(self, *, page: int | None = None) -> None:
        """One empty line, but never two running and none at the top."""
        if self.lines and not self.lines[-1].blank:
            self.add((), Look(page=page))

    def add(self, runs: Iterable[Run], look: Look = PLAIN, *, text: str | None = None) -> None:
        """Set one line; `text` is how it stands in the file, where that is more than its runs."""
        runs = tuple(runs)
        if text is None:
            text = "".join(run.text for run in runs)
            text = f"{look.bullet} {text}" if look.bullet else text
        if self._refuses(len(text)):
            return
        if len(text) > LONGEST_LINE:
            text, runs = text[:LONGEST_LINE], (Run(text[:LONGEST_LINE]),)
            self.note("A line of more than two million letters was cut.")
        inked = _ink(runs)
        self.lines.append(
            Line(
                number=len(self.lines) + 1,
                text=text,
                plain=inked.plain,
                level=look.level,
                strong=inked.strong,
                italic=inked.italic,
                bullet=look.bullet,
                indent=look.indent,
                rule=look.rule,
                size=look.size,
                joins=look.joins,
                page=look.page,
                cell=look.cell,
            )
        )

    def note(self, sentence: str) -> None:
        if sentence not in self.notes:
            self.notes.append(sentence)

    def stop(self, sentence: str) -> None:
        """Take no more lines, for this reason."""
        self.truncated = self.truncated or sentence

    def paper(self, *, title: str = "", language: str = "") -> Paper:
        return Paper(
            lines=tuple(self.lines),
            title=presentable(title).strip(),
            language=language.strip(),
            truncated=self.truncated,
            notes=tuple(self.notes),
        )

    def _refuses(self, length: int) -> bool:
        self._room -= min(length, LONGEST_LINE)
        if len(self.lines) >= self._most_lines:
            self.stop(f"Only the first {self._most_lines} lines were read; the file goes on.")
        elif self._room < 0:
            self.stop(
                f"Only the first {len(self.lines)} lines were read; the file is longer than a programme."
            )
        return self.full

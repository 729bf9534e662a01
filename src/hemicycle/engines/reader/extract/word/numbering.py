"""The marks that Word draws before list items and never writes into the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from hemicycle.engines.reader.extract.counting import counted
from hemicycle.engines.reader.extract.word.parts import W, value, whole

_MANNERS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class _Level:
    manner: str
    pattern: str
    start: int
    indent: int


@dataclass(slots=True)
class Numbering:
    """Counts the lists of a document from its top; ask for each item once and in order."""

    abstracts: dict[str, dict[int, _Level]]
    lists: dict[str, tuple[str, dict[int, int]]]
    """Per list its pattern and the starts that it overrides."""
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def mark(self, number: str, depth: int) -> str:
        """The mark of the next item of this list, "" for an item without one."""
        abstract, starts = self.lists.get(number, ("", {}))
        levels = self.abstracts.get(abstract, {})
        level = levels.get(depth)
        if level is None:
            return ""
        if level.manner == "bullet":
            return _bullet(level.pattern)
        counts = self.counts.setdefault(abstract, {})
        if starts and number not in self.begun:
            counts.clear()
        self.begun.add(number)
        counts[depth] = counts[depth] + 1 if depth in counts else starts.get(depth, level.start)
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        return _counted(level.pattern, levels, counts)

    def indent(self, number: str, depth: int) -> int:
        level = self.abstracts.get(self.lists.get(number, ("", {}))[0], {}).get(depth)
        return level.indent if level else 0


def _bullet(pattern: str) -> str:
    """The sign, or "•" for one from a font of signs, whose code says nothing."""
    sign = pattern.strip()
    return "•" if not sign or "\ue000" <= sign[0] <= "\uf8ff" else sign[:3]


def _counted(pattern: str, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    def shown(found: re.Match[str]) -> str:
        depth = int(found[1]) - 1
        level = levels.get(depth)
        if level is None or level.manner == "none":
            return ""
        return counted(counts.get(depth, level.start), _MANNERS.get(level.manner, "1"))

    return re.sub(r"%([1-9])", shown, pattern).strip()[:40]


def read_numbering(tree: Any) -> Numbering:
    abstracts: dict[str, dict[int, _Level]] = {}
    lists: dict[str, tuple[str, dict[int, int]]] = {}
    for abstract in tree.iterfind(W + "abstractNum") if tree is not None else ():
        levels = (_level(level) for level in abstract.iterfind(W + "lvl"))
        abstracts[abstract.get(W + "abstractNumId", "")] = dict(levels)
    for number in tree.iterfind(W + "num") if tree is not None else ():
        lists[number.get(W + "numId", "")] = (value(number, "abstractNumId") or "", _overrides(number))
    return Numbering(abstracts, lists)


def _overrides(number: Any) -> dict[int, int]:
    starts: dict[int, int] = {}
    for override in number.iterfind(W + "lvlOverride"):
        start = whole(value(override, "startOverride"))
        if start is not None:
            starts[whole(override.get(W + "ilvl")) or 0] = start
    return starts


def _level(level: Any) -> tuple[int, _Level]:
    start = whole(value(level, "start"))
    indent = whole(value(level.find(W + "pPr"), "ind", "left")) if level.find(W + "pPr") is not None else 0
    return min(whole(level.get(W + "ilvl")) or 0, _DEEPEST), _Level(
        manner=value(level, "numFmt") or "decimal",
        pattern=value(level, "lvlText") or "",
        start=1 if start is None else start,
        indent=indent or 0,
    )

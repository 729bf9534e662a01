"""The marks that lists are printed with, and how they are told from numbers, times and initials."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemicycle.engines.reader.lines import Line

_TIME = r"\d{1,2}\s?(?:[:.hH]\s?\d{2}|[hH]\b|[ap]\.?m\b)"
_MONTH = (
    r"(?:jan(?:\b|uar)|jän|feb(?:\b|ruar)|mär|maart|mart|mars|mai\b|maj\b|mei\b|may\b|mayıs|apr(?:\b|il)|jun[ie]?\b"
    r"|jul[iy]?\b|aug(?:\b|ust)|ağu|sept|okt|oct|nov(?:\b|em)|de[csz](?:\b|em)|ocak|şubat|nisan|haz|tem|eyl|eki|kas|aralık)"
)
_ORDINAL = r"(?:tag|sitzung|gün|günü|oturum|dag|sessie|jahrestag|jahrhundert)\b"

_SURE = r"[•◦▪▫■□●○‣⁃➢➤►▶✓✔✅❖➔➜→»👉\uf0a7\uf0b7\uf0d8\uf0fc]"
_SIGN = re.compile(
    rf"(?P<mark>{_SURE})(?=\s*\S)"
    rf"|(?P<dash>[-–—*·+])(?=\s+\S|(?<=[-–—])[^\W\d_])"
    r"|(?P<ring>o)(?:\t\s*|\s{2,})(?=\S)"
)
_NUMBER = re.compile(
    r"(?P<mark>\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5})\)|(?:\d{1,3}|[a-z]|[ivx]{2,5})\.|\d{1,2}-)\s+(?=\S)"
)
_ORDINAL_AFTER = re.compile(rf"(?:[-–]\s|{_MONTH}|{_ORDINAL}|\d)", re.IGNORECASE)
_ONLY_TIME = re.compile(rf"{_TIME}(?:\s*[-–—]\s*{_TIME})?\s*$")
_TIME_FIRST = re.compile(_TIME)

_UNSEEN = "\u061c\u200b\u200e\u200f\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that turn the direction of writing or stand for nothing; one may stand before a list mark."""
_REACH = 4
"""Two marks of one list stand at most so many printed lines apart."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A list mark as printed and how many letters it and its space take."""

    printed: str
    taken: int


def sign(text: str) -> Mark | None:
    """The bullet that opens a text without leading space, or nothing; `– 11:00` alone is the rest of a range."""
    found = _SIGN.match(text, len(text) - len(text.lstrip(_UNSEEN)))
    if found is None:
        return None
    taken = found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip())
    rest = text[taken:]
    if found["dash"] and (_ONLY_TIME.match(rest) or (found["dash"] in "–—" and _TIME_FIRST.match(rest))):
        return None
    return Mark(found[0].strip(), taken)


def number(text: str) -> Mark | None:
    """The number or letter that may open a list item: not a time, a date, an ordinal, or an initial."""
    found = _NUMBER.match(text)
    if found is None or _ORDINAL_AFTER.match(text, found.end()):
        return None
    return Mark(found["mark"], found.end())


_ROMAN = {"i": 1, "v": 5, "x": 10}


def values(printed: str) -> tuple[int, ...]:
    """What a mark may count: `i.` is both the letter i and one."""
    inner = printed.strip("().-")
    if inner.isdigit():
        return (int(inner),)
    letter = (ord(inner.lower()) - ord("a") + 1,) if len(inner) == 1 else ()
    if not set(inner.lower()) <= set(_ROMAN):
        return letter
    counted = 0
    digits = [_ROMAN[each] for each in inner.lower()]
    for digit, following in zip(digits, [*digits[1:], 0], strict=True):
        counted += -digit if digit < following else digit
    return (*letter, counted)


def _follows(one: Line, two: Line, marks: dict[int, Mark]) -> bool:
    first, then = marks[one.number].printed, marks[two.number].printed
    alike = first[-1] == then[-1] and first.startswith("(") == then.startswith("(")
    return alike and any(value + 1 in values(then) for value in values(first))


def in_sequence(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of those lines whose own number is a list mark: one that is counted on near by.

    A lone "1." may number a session, a day or a paragraph, so it stays part of the text.
    """
    marks: dict[int, Mark] = {}
    listed: set[int] = set()
    near: list[tuple[int, Line]] = []
    printed = 0
    for line in lines:
        if line.blank:
            continue
        printed += 1
        if line.bullet or line.level or not (mark := number(line.plain)):
            continue
        marks[line.number] = mark
        near = [(place, earlier) for place, earlier in near if printed - place <= _REACH]
        before = [earlier for _, earlier in near if _follows(earlier, line, marks)]
        if before:
            listed |= {line.number, before[-1].number}
        near.append((printed, line))
    return frozenset(listed)


def with_bullet(line: Line, mark: Mark) -> Line:
    """The line with its mark taken off the plain text."""
    strong = tuple(
        (max(begin - mark.taken, 0), end - mark.taken) for begin, end in line.strong if end > mark.taken
    )
    return replace(line, bullet=mark.printed, plain=line.plain[mark.taken :], strong=strong)


def numbered(lines: list[Line]) -> list[Line]:
    """The lines, with counted list marks moved from the text to the bullet."""
    listed = in_sequence(lines)
    if not listed:
        return lines
    marks = {line.number: number(line.plain) for line in lines if line.number in listed}
    return [
        with_bullet(line, mark) if (mark := marks.get(line.number)) is not None else line for line in lines
    ]

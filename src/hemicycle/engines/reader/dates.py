"""Dates and days in a line, in the manner of every language the lexicon knows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from hemicycle.engines.reader import times
from hemicycle.engines.reader.lexicon import fold, folded, lexicon
from hemicycle.engines.reader.lexicon.phrases import LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_LONGEST_HEADING = 160
_COUNTED = 7
"""The place of the pattern for "Day 2" among all patterns of dates."""


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date, a range of days, or a numbered day; whatever is not printed is None.

    `weekday` is 1 for Monday. The `last_…` are the end of a range. `day_number` is 2 in "Second day". `swappable` says
    that day and month could be meant the other way round (05/06/2017). `span` is the stretch of the printed text.
    """

    span: tuple[int, int]
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    last_day: int | None = None
    last_month: int | None = None
    last_year: int | None = None
    day_number: int | None = None
    swappable: bool = False
    confidence: float = 0.9

    @property
    def is_range(self) -> bool:
        return self.last_day is not None


@dataclass(frozen=True, slots=True)
class DayHeading:
    """A line that opens a day: its date as far as it is printed, its number, and words that give the day a title."""

    date: DateMatch
    title: str = ""
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class _Patterns:
    months: dict[str, int]
    weekdays: dict[str, int]
    ordinals: dict[str, int]
    dated: tuple[re.Pattern[str], ...]
    filler: re.Pattern[str]


def _numbers(section: str) -> dict[str, int]:
    return {fold(phrase).rstrip("."): int(key) for phrase, (key, _) in lexicon().keyed(section)}


def _any_of(words: list[str]) -> str:
    ordered = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in ordered) or r"(?!)"


def _day_words(key: str) -> list[str]:
    return [phrase for phrase, _ in lexicon().listed("day", key)]


@cache
def _patterns() -> _Patterns:
    months, weekdays, ordinals = _numbers("months"), _numbers("weekdays"), _numbers("ordinals")
    month = rf"(?:{_any_of(list(months))})(?![^\W_])\.?"
    ending = rf"(?:\s?(?:{_any_of(_day_words('endings'))})(?![^\W_])|\.|\s(?=o\b))?"
    to = rf"\s{{0,2}}(?:-{{1,2}}|/|&|,|(?:{_any_of(_day_words('to'))})(?![^\W\d_]))\s{{0,2}}(?:{_any_of(_day_words('of'))}\s)?"
    of = rf"\s?(?:(?:{_any_of(_day_words('of'))})(?![^\W_])['\s]?\s?)?"
    weekday = rf"(?:(?P<weekday>{_any_of(list(weekdays))})(?![^\W_])\.?\s{{0,2}}[,\-]?\s{{0,2}}(?:(?:{_any_of(_day_words('of'))})\s)?)?"
    weekday2 = weekday.replace("(?P<weekday>", "(?:")
    year = r"(?:\s{0,2},?\s?(?:(?:de|del|do|of|d')\s?)?(?P<year>(?:19|20|21)\d\d)(?!\d))?"
    year1 = year.replace("<year>", "<year1>")
    day, last = r"(?P<day>0?[1-9]|[12]\d|3[01])", r"(?P<last_day>0?[1-9]|[12]\d|3[01])"
    numbered = _any_of(_day_words("words"))
    ordinal = _any_of(list(ordinals))
    start = r"(?<![\w.,/:])"
    dated = (
        rf"{start}(?P<year>(?:19|20|21)\d\d)(?P<sep>[-/.])(?P<month_number>0?[1-9]|1[0-2])(?P=sep)(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)",
        rf"{start}{weekday}(?:{day}(?:\s?[-&]\s?{last})?)(?P<sep>[/.-])(?P<month_number>0?[1-9]|[12]\d|3[01])(?P=sep)(?P<year>(?:19|20|21)\d\d|\d\d)(?![\d:])",
        rf"{start}{weekday}{day}{ending}{of}(?P<month>{month}){year1}{to}{weekday2}{last}{ending}{of}(?P<last_month>{month}){year}",
        rf"{start}{weekday}(?P<month>{month})\s{day}{ending}{year1}{to}{weekday2}(?P<last_month>{month})\s{last}{ending}(?!\d){year}",
        rf"{start}{weekday}{day}{ending}(?:{to}{weekday2}{last}{ending})?{of}(?P<month>{month})(?:\s?/\s?(?:{month}))?{year}(?!\d)",
        rf"{start}{weekday}(?P<month>{month})\s{day}{ending}(?!\d)(?:\s?(?:-|&|and|to)\s?{last}{ending}(?!\d))?{year}(?!\d)",
        rf"(?<![\w.,/:+]){weekday}{day}(?:\s?[-&]\s?{last})?(?P<sep>[/.])(?P<month_number>0?[1-9]|1[0-2])(?P<dotted>\.)?(?![\d/:%])(?!\.\d)",
        rf"{start}(?:{numbered})(?![^\W_])\s{{0,2}}(?:(?P<number>\d{{1,2}})(?!\d|[.:]\d)|(?P<ordinal>{ordinal})(?![^\W_]))",
        rf"{start}(?:(?P<number>\d{{1,2}})(?:{ending})|(?P<ordinal>{ordinal}))\s{{1,2}}(?:{numbered})(?![^\W_])",
        rf"{start}(?P<weekday>{_any_of(list(weekdays))})(?![^\W_])\.?(?:\s{{0,2}},?\s?(?:(?:{_any_of(_day_words('of'))})\s)?{day}{ending}(?![\d:/%])(?!\s?[.h]\d|\s?(?:h|u|uhr|uur|am|pm)\b))?",
    )
    filler = rf"(?<!\w)(?:{_any_of(_day_words('of') + _day_words('filler') + [p for p, _ in lexicon().listed('status', 'programme')])})(?!\w)"
    return _Patterns(
        months, weekdays, ordinals, tuple(re.compile(pattern) for pattern in dated), re.compile(filler)
    )


def find(text: str) -> tuple[DateMatch, ...]:
    """Every date and numbered day in the first letters of a text, from left to right."""
    line = folded(text[:LONGEST])
    found = list(_counted_days(line.text))
    for match in _matches(_without(line.text, found)):
        if all(match.span[1] <= other.span[0] or match.span[0] >= other.span[1] for other in found):
            found.append(match)
    found.sort(key=lambda match: match.span)
    return tuple(replace(match, span=line.printed(*match.span)) for match in found)


def _counted_days(line: str) -> Iterator[DateMatch]:
    """A "Day 2" comes before all else: in "Day 2 – Thursday 15 May" the 2 begins no range of dates."""
    for found in _patterns().dated[_COUNTED].finditer(line):
        match = _date(found)
        if match is not None:
            yield match


def _without(line: str, found: list[DateMatch]) -> str:
    """The line with blanks where something was found."""
    for match in found:
        first, last = match.span
        line = f"{line[:first]}{' ' * (last - first)}{line[last:]}"
    return line


def _matches(line: str) -> Iterator[DateMatch]:
    for pattern in _patterns().dated:
        for found in pattern.finditer(line):
            match = _date(found)
            if match is not None:
                yield match


def _date(found: re.Match[str]) -> DateMatch | None:
    parts = {name: value for name, value in found.groupdict().items() if value is not None}
    patterns = _patterns()
    number = int(parts["number"]) if "number" in parts else patterns.ordinals.get(parts.get("ordinal", ""))
    match = DateMatch(
        span=_trimmed(found),
        day=_number(parts, "day"),
        month=_month(parts, "month") or _number(parts, "month_number"),
        year=_year(parts),
        weekday=patterns.weekdays.get(parts.get("weekday", "")),
        last_day=_number(parts, "last_day"),
        last_month=_month(parts, "last_month"),
        day_number=number,
    )
    return _sensible(match, parts)


def _trimmed(found: re.Match[str]) -> tuple[int, int]:
    printed = found[0]
    return found.start() + len(printed) - len(printed.lstrip(" ,")), found.end() - len(printed) + len(
        printed.rstrip(" ,")
    )


def _number(parts: dict[str, str], name: str) -> int | None:
    return int(parts[name]) if name in parts else None


def _month(parts: dict[str, str], name: str) -> int | None:
    return _patterns().months.get(re.sub(r"\s", " ", parts.get(name, "").rstrip(".")))


def _year(parts: dict[str, str]) -> int | None:
    printed = parts.get("year") or parts.get("year1")
    if printed is None:
        return None
    return int(printed) if len(printed) == 4 else 2000 + int(printed)


def _sensible(match: DateMatch, parts: dict[str, str]) -> DateMatch | None:
    """The date with its doubts, or nothing when it can be no date."""
    ordered = _in_order(match, parts)
    if ordered is None:
        return None
    if "month_number" in parts and "year" not in parts:
        return _short(ordered, parts)
    if ordered.day_number is not None and not 1 <= ordered.day_number <= 31:
        return None
    if ordered.day is None and ordered.weekday is not None:
        return replace(ordered, confidence=0.6)
    return _to_the_last_day(ordered)


def _in_order(match: DateMatch, parts: dict[str, str]) -> DateMatch | None:
    """Day and month told apart: the day stands first unless only the other order is a date."""
    if match.month is not None and match.month > 12:
        if match.day is None or match.day > 12 or match.last_day is not None:
            return None
        return replace(match, day=match.month, month=match.day, confidence=0.85)
    if parts.get("sep") == "/" and len(parts.get("year", "")) in {2, 4} and match.day is not None:
        return replace(match, swappable=match.day <= 12 and match.day != match.month)
    return match


def _to_the_last_day(match: DateMatch) -> DateMatch | None:
    if match.last_month is not None:
        return replace(match, last_year=match.year)
    if match.last_day is None:
        return match
    if match.day is None or match.last_day <= match.day:
        return None
    return replace(match, last_month=match.month, last_year=match.year)


def _short(match: DateMatch, parts: dict[str, str]) -> DateMatch | None:
    """16/11 and 16.11. without a year: dates only with a weekday, a range, the last full stop, or a day beyond 12."""
    if match.last_day is not None and (match.day is None or match.last_day <= match.day):
        return None
    slashed = parts["sep"] == "/" and (len(parts["month_number"]) == 2 and len(parts["day"]) == 2)
    if match.weekday is None and match.last_day is None and "dotted" not in parts and not slashed:
        return None
    if match.last_day is not None:
        match = replace(match, last_month=match.month)
    return replace(match, confidence=0.7)


def heading(text: str) -> DayHeading | None:
    """The day that a line opens, or None: a line with one date or day number, and little beside it."""
    if len(text) > _LONGEST_HEADING or lexicon().status(text) is not None:
        return None
    found = find(text)
    if not found or any(match.is_range for match in found) or len(found) > 3:
        return None
    merged = _merged(found)
    if merged is None:
        return None
    title = _rest(text, found)
    numbered = merged.day_number is not None
    if title:
        starts = not re.search(r"\w", text[: found[0].span[0]])
        parted = re.match(r"\s*[:–—|•·\-]|\s*\(", text[found[-1].span[1] :])
        if not starts or not (parted or (numbered and text[found[-1].span[1] :].strip()[:1].isupper())):
            return None
    if merged.day is None and merged.day_number is None and title:
        return None
    return DayHeading(merged, title, 0.95 if not title else 0.75 if numbered else 0.65)


def _merged(found: tuple[DateMatch, ...]) -> DateMatch | None:
    """One day out of what a line says of it in several places; None when it speaks of more than one day."""
    whole = found[0]
    for match in found[1:]:
        known = {
            name: value
            for name in ("day", "month", "year", "weekday", "day_number")
            if (value := getattr(match, name)) is not None
        }
        if any(getattr(whole, name) not in {None, value} for name, value in known.items()):
            return None
        whole = replace(whole, span=(whole.span[0], match.span[1]), **known)
    return whole


def _rest(text: str, found: tuple[DateMatch, ...]) -> str:
    """What a heading says beside its dates, times and words such as "Programme"."""
    spans = sorted([match.span for match in found] + [match.span for match in times.find(text)])
    kept, place = [], 0
    for start, end in spans:
        kept.append(text[place : max(start, place)])
        place = max(place, end)
    kept.append(text[place:])
    rest = " ".join(part.strip(' ,;:.–—-|•·*_#()[]/"“”') for part in kept).strip()
    return "" if not re.search(r"[^\W\d_]", _patterns().filler.sub("", fold(rest))) else rest

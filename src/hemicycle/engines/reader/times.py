"""Times of day in a line, in the manner of every language the lexicon knows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import time
from functools import cache
from typing import TYPE_CHECKING

from hemicycle.engines.reader.lexicon import fold, folded, lexicon
from hemicycle.engines.reader.lexicon.phrases import LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterator

_ZONES = (
    "CET CEST UTC GMT BST EST EDT CST CDT MST MDT PST PDT EET EEST WET WEST MSK TRT EAT WAT CAT SAST IST PKT GST AST "
    "ART BRT COT PET CLT SGT JST KST HKT AEST AEDT NZST NZDT MEZ MESZ ET PT CT"
)
_ZONE_BEFORE = re.compile(
    rf"(?<![^\W_])[(\[]?(?P<zone>{'|'.join(sorted(_ZONES.lower().split(), key=len, reverse=True))})[)\]]?\s?[:,]?\s?$"
)
_TYPICAL_MINUTES = 5
_EARLIEST = 7
_DURATION = re.compile(r"^\d{1,2}\s*(?:h[a-z]{2,}|uur)\.?$")
"""24 hours, 2 heures, 3 uur: a time of day only where one must stand."""


@dataclass(frozen=True, slots=True)
class TimeMatch:
    """A time or a range of times.

    `span` is the stretch of the printed text. `day_offset` counts the days by which the end lies after the start's day
    (24:00, or an end after midnight). `open_range` marks "09:00 –" with nothing after it; `closes` marks an end without
    its start: "– 10:30". `afternoon` says that the time is printed as 1 to 6 without am or pm, and may be meant as 13 to
    18. `zone` is the zone as printed.
    """

    start: time
    end: time | None
    span: tuple[int, int]
    confidence: float
    zone: str = ""
    day_offset: int = 0
    open_range: bool = False
    closes: bool = False
    afternoon: bool = False


@dataclass(frozen=True, slots=True)
class _Clock:
    """One time as printed. `half` is "a" or "p" for before and after noon; `sure` that nothing else looks like this."""

    hour: int
    minute: int
    half: str
    manner: str
    start: int
    end: int

    @property
    def sure(self) -> bool:
        return self.manner in {"colon", "hour", "word", "half"}

    @property
    def minutes(self) -> int:
        hour = self.hour
        if self.half == "p" and hour < 12:
            hour += 12
        elif self.half == "a" and hour == 12:
            hour = 0
        return hour * 60 + self.minute


@dataclass(frozen=True, slots=True)
class _Patterns:
    clock: re.Pattern[str]
    to: re.Pattern[str]
    opens: re.Pattern[str]
    opened: re.Pattern[str]
    zone: re.Pattern[str]
    halves: dict[str, str]
    noon: frozenset[str]


def _any_of(words: list[str]) -> str:
    if not any(words):
        return r"(?!)"
    folded_words = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s?") for word in folded_words)


def _words(key: str) -> list[str]:
    return [phrase for phrase, _ in lexicon().listed("clock", key)]


@cache
def _patterns() -> _Patterns:
    before, after, hour = _words("before_noon"), _words("after_noon"), _words("hour")
    half = f"(?P<half>{_any_of([*before, *after])})(?![^\\W_])"
    clock = (
        r"(?:(?<=\dt)|(?<![\w$€£#§]))(?<!\d[.,:])(?<![+\-]\d\d:)(?:"
        rf"(?P<noon>{_any_of(_words('noon') + _words('midnight'))})(?!\w)"
        r"|(?P<hour>[01]?\d|2[0-4])(?:"
        r"\s?[:](?P<colon>[0-5]\d)(?::[0-5]\d)?(?:\.\d+)?(?![:\d])"
        rf"|\s?(?:h|u)(?:\s?(?P<letter>[0-5]\d)(?:\s?min)?)?(?![^\W_])"
        rf"|\s?(?:{_any_of([word for word in hour if len(fold(word)) > 1])})(?![^\W\d_])(?:\s(?P<after>[0-5]\d)(?![\d:.]))?"
        r"|[.](?P<dot>[0-5]\d)(?![\d%]|[.]\d|\s?%)"
        r"|(?P<plain>[0-5]\d)(?![\d.,:/%])"
        rf"|(?P<bare>)(?:(?={half.replace('?P<half>', '?:')})|(?![\d:.,/%°]\d|\d|[^\W\d_]{{2}}))"
        rf"))(?:\s?(?!(?:{_any_of(_words('zone_phrases'))})(?!\w))(?:{_any_of([*hour])})(?![^\W_]|\.[^\W\d_]))?(?:(?<=12[:.h]\d\d)\s?m(?![^\W_])\.?)?(?:\s?{half})?"
    )
    to = (
        rf"\s{{0,3}}(?:-{{1,2}}>?|→|~|/(?=\s?\d)|(?<=[\s\d.)])(?:{_any_of(_words('to'))})(?=[\s\d]))\s{{0,3}}"
    )
    froms = _any_of(_words("from"))
    zone = (
        rf"\s{{0,2}}[(\[]?\s?(?P<zone>(?:utc|gmt)\s?(?:[+-]\s?\d{{1,2}}(?::?\d\d)?)?(?!\w)|(?:{_any_of(_ZONES.split())})(?!\w)"
        rf"|(?:{_any_of(_words('zone_phrases'))})(?!\w)|(?:[^\W\d_]{{3,20}}\s){{1,2}}(?:{_any_of(_words('zone_after'))})(?!\w)"
        rf"|(?:{_any_of(_words('zone_before'))})\s(?:[^\W\d_]{{3,20}})(?!\w))[)\]]?"
    )
    halves = {fold(word): "a" for word in before} | {fold(word): "p" for word in after}
    return _Patterns(
        clock=re.compile(clock),
        to=re.compile(to),
        opens=re.compile(rf"\s*(?:-{{1,2}}>?|(?:{_any_of(_words('to'))}))\s*$"),
        opened=re.compile(rf"(?:^|(?<=[\s(,]))(?:{froms})\s{{1,2}}$"),
        zone=re.compile(zone),
        halves=halves,
        noon=frozenset(fold(word) for word in _words("noon")),
    )


def find(text: str) -> tuple[TimeMatch, ...]:
    """Every time and range of times in the first letters of a text, from left to right."""
    line = folded(text[:LONGEST])
    if not any(letter.isdigit() for letter in line.text) and not _has_word(line.text):
        return ()
    matches = []
    for match in _matches(line.text):
        at = line.text.find(match.zone, *match.span)
        zone = text[slice(*line.printed(at, at + len(match.zone)))] if match.zone else ""
        matches.append(replace(match, span=line.printed(*match.span), zone=zone))
    return tuple(matches)


def _has_word(line: str) -> bool:
    return any(word in line for word in _noon_words())


@cache
def _noon_words() -> tuple[str, ...]:
    return tuple(fold(word) for word in _words("noon") + _words("midnight"))


def _matches(line: str) -> Iterator[TimeMatch]:
    place = 0
    patterns = _patterns()
    while found := patterns.clock.search(line, place):
        clock = _clock(found)
        if clock is None:
            place = max(
                found.start() + 1, found.start("bare") if found["hour"] and found["bare"] is not None else 0
            )
            continue
        match = _range(line, clock) or _single(line, clock)
        if match is None:
            place = clock.end
            continue
        match = _with_zone(line, match)
        yield match
        place = max(match.span[1], place + 1)


def _clock(found: re.Match[str]) -> _Clock | None:
    start, end = found.span()
    if found["noon"]:
        noon = re.sub(r"\s+", " ", found["noon"]) in _patterns().noon
        return _Clock(12 if noon else 24, 0, "", "word", start, end)
    manner, minute = _manner(found)
    half = _patterns().halves.get(re.sub(r"\s+", " ", found["half"]) if found["half"] else "", "")
    hour = int(found["hour"])
    if half and (hour > 12 or hour == 0):
        half = ""
    if manner == "plain" and len(found["hour"]) != 2:
        return None
    if half and manner in {"bare", "dot"}:
        manner = "half"
    if (hour == 24 and minute) or (
        manner in {"bare", "dot", "plain"} and found.string[start - 1 : start] == "/"
    ):
        return None
    return _Clock(hour, minute, half, manner, start, end)


def _manner(found: re.Match[str]) -> tuple[str, int]:
    for name, manner in (
        ("colon", "colon"),
        ("letter", "hour"),
        ("after", "hour"),
        ("dot", "dot"),
        ("plain", "plain"),
    ):
        if found[name]:
            tail = found[0][found.end(name) - found.start() :]
            worded = name in {"dot", "plain"} and any(letter.isalpha() for letter in tail)
            return ("hour" if worded and not found["half"] else manner), int(found[name])
    bare = found["bare"] is not None and not any(letter.isalpha() for letter in found[0])
    return ("half" if found["half"] and found["bare"] is not None else "bare" if bare else "hour"), 0


def _range(line: str, first: _Clock) -> TimeMatch | None:
    patterns = _patterns()
    to = patterns.to.match(line, first.end)
    if to is None:
        return None
    found = patterns.clock.match(line, to.end())
    second = _clock(found) if found else None
    if second is None or not _are_a_range(line, first, second):
        return None
    slash = "/" in to[0]
    if slash and not (first.sure and second.sure and first.minutes < second.minutes):
        return None
    return _ranged(line, first, second)


def _are_a_range(line: str, first: _Clock, second: _Clock) -> bool:
    manners = {first.manner, second.manner}
    opened = _patterns().opened.search(line, 0, first.start) is not None
    if manners == {"bare"}:
        return False
    if "bare" in manners:
        other = second if first.manner == "bare" else first
        return other.sure or (other.manner == "dot" and opened)
    if manners == {"plain"}:
        return not _are_years(first, second)
    if "plain" in manners:
        return False
    if manners == {"dot"}:
        return opened or (
            _typical(first) and _typical(second) and not re.match(r"\.|\s?\d{4}", line[second.end :])
        )
    return True


def _typical(clock: _Clock) -> bool:
    return clock.minute % _TYPICAL_MINUTES == 0


def _are_years(first: _Clock, second: _Clock) -> bool:
    """2010-2015 and 2015-2030 are years; 0900-1015 is not, nor is 1900-2230."""
    return first.hour in {19, 20, 21} and second.hour in {19, 20, 21}


def _ranged(line: str, first: _Clock, second: _Clock) -> TimeMatch:
    first, second = _same_half(first, second)
    start, end = first.minutes, second.minutes
    confidence = 0.97 if first.sure and second.sure else 0.85
    if end <= start and not second.half and end + 720 > start and second.hour < 12:
        end += 720
        confidence -= 0.1
    elif end <= start and first.half == "a" and second.hour == 12:
        end = 720
        confidence -= 0.2
    days = 0
    if end <= start:
        days, end = 1, end + 1440
    if end >= 1440:
        days = 1
    early = not first.half and not second.half and first.hour in range(1, 7) and second.hour in range(1, 8)
    opened = _patterns().opened.search(line, 0, first.start)
    return TimeMatch(
        start=_time(start),
        end=_time(end),
        span=(opened.start() if opened else first.start, second.end),
        confidence=round(confidence - (0.25 if days and end - start > 600 else 0), 2),
        day_offset=days,
        afternoon=early
        and first.manner != "hour"
        and len(line[first.start :].split(":", 1)[0].split(".", 1)[0]) < 2,
    )


def _same_half(first: _Clock, second: _Clock) -> tuple[_Clock, _Clock]:
    """A half of the day said once goes for both, unless the range would then run backwards."""
    if second.half and not first.half and first.hour <= 12:
        likely = replace(first, half=second.half)
        other = replace(first, half="a" if second.half == "p" else "p")
        first = (
            likely if likely.minutes < second.minutes else other if other.minutes < second.minutes else first
        )
    elif first.half == "p" and not second.half and second.hour < 12:
        second = replace(second, half="p")
    return first, second


def _single(line: str, clock: _Clock) -> TimeMatch | None:
    patterns = _patterns()
    before = line[: clock.start].strip(" \"'([*_|#>")
    opened = patterns.opened.search(line, 0, clock.start)
    opens = patterns.opens.match(line, clock.end) is not None
    closes = before in {"-", "--"} or (not before.rstrip("-") and "-" in before)
    at_start = not before or closes
    if not _may_stand_alone(line, clock, at_start=at_start, open_range=opens, opened=opened is not None):
        return None
    return TimeMatch(
        start=_time(clock.minutes),
        end=None,
        span=(opened.start() if opened else clock.start, len(line.rstrip()) if opens else clock.end),
        confidence=_alone(clock, at_start=at_start or opened is not None),
        day_offset=1 if clock.minutes >= 1440 else 0,
        open_range=opens,
        closes=closes,
        afternoon=clock.manner in {"colon", "dot"}
        and not clock.half
        and line[clock.start] != "0"
        and clock.hour in range(1, 7),
    )


def _may_stand_alone(line: str, clock: _Clock, *, at_start: bool, open_range: bool, opened: bool) -> bool:
    if clock.manner in {"bare", "plain"}:
        return False
    if clock.manner == "dot":
        plausible = _typical(clock) and _EARLIEST <= clock.hour < 24
        follows = line[clock.end : clock.end + 1]
        return plausible and (opened or (at_start and follows not in {".", "%"}) or (open_range and at_start))
    if clock.manner == "hour" and _DURATION.search(line[clock.start : clock.end]):
        return clock.hour >= _EARLIEST and (at_start or opened)
    return True


def _alone(clock: _Clock, *, at_start: bool) -> float:
    if clock.manner == "dot":
        return 0.7
    return 0.95 if at_start else 0.75


def _with_zone(line: str, match: TimeMatch) -> TimeMatch:
    found = _patterns().zone.match(line, match.span[1])
    if found is None:
        before = _ZONE_BEFORE.search(line, 0, match.span[0])
        return replace(match, zone=before["zone"], span=(before.start(), match.span[1])) if before else match
    return replace(match, zone=found["zone"].strip(), span=(match.span[0], found.end()))


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)

"""Days, times and zones as a person reads them, in each language of the interface.

Times are those of the clock on the venue's wall, on 24 hours, in European digits; an offset is never converted.
A text is returned bare: who sets a line of another direction isolates it.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

from hemicycle.engines.formats.programme import UNDATED_YEAR
from hemicycle.kit.words import LANGUAGES

if TYPE_CHECKING:
    from datetime import datetime

    from babel import Locale

    from hemicycle.kit.words import Words

Style: TypeAlias = Literal["full", "long", "short"]
"""`Thursday, 16 November 2017`, `Thursday 16 November`, `Thu 16 Nov`."""

_LOCALES = {"en": "en_GB"}
_LONG = {
    "ar": "EEEE، d MMMM",
    "en": "EEEE d MMMM",
    "es": "EEEE d 'de' MMMM",
    "fr": "EEEE d MMMM",
    "nl": "EEEE d MMMM",
    "tr": "d MMMM EEEE",
}


def day(value: date, words: Words, style: Style = "full") -> str:
    """A day with its weekday, or `Day 2` where the paper prints no dates."""
    if value.year == UNDATED_YEAR:
        number = value.timetuple().tm_yday
        return words.gettext("Day {number}").format(number=number)
    return _day(value.toordinal(), _language(words), style)


def heading(value: date, words: Words, style: Style = "full") -> str:
    """A day that stands alone, such as a heading: it begins with a capital letter in every language."""
    named = day(value, words, style)
    return named[:1].upper() + named[1:]


@cache
def _day(ordinal: int, language: str, style: Style) -> str:
    from babel.dates import format_date, format_skeleton

    value, locale = date.fromordinal(ordinal), _locale(language)
    if style == "short":
        return format_skeleton("MMMEd", value, locale=locale)
    return format_date(value, "full" if style == "full" else _LONG[language], locale)


def clock(value: datetime) -> str:
    """`09:00`."""
    return f"{value:%H:%M}"


def hours(starts: datetime | None, ends: datetime | None, words: Words) -> str:
    """`10:30–12:00`, `from 10:30`, `until 12:00`, or nothing."""
    if starts and ends:
        return f"{clock(starts)}–{clock(ends)}"
    if starts:
        return words.gettext("from {time}").format(time=clock(starts))
    return words.gettext("until {time}").format(time=clock(ends)) if ends else ""


def moment(
    starts: datetime | None, ends: datetime | None, words: Words, style: Style = "full", timezone: str = ""
) -> str:
    """`Thursday, 16 November 2017, 10:30–12:00 (Brussels time)`; nothing where there is neither start nor end.

    A range that passes midnight names both days; the zone is named when `timezone` (an IANA name) is given.
    """
    first = starts or ends
    if first is None:
        return ""
    if starts and ends and starts.date() != ends.date():
        said = f"{_at(starts, words, style)} – {_at(ends, words, style)}"
    else:
        said = _joined(day(first.date(), words, style), hours(starts, ends, words), words)
    if not timezone:
        return said
    return words.pgettext("time and zone", "{time} ({zone})").format(time=said, zone=zone(timezone, words))


def zone(timezone: str, words: Words) -> str:
    """`Brussels time` for `Europe/Brussels`; `UTC` and whatever is no place stay as they are."""
    city = _city(timezone, _language(words))
    return words.gettext("{city} time").format(city=city) if city else timezone


@cache
def _city(timezone: str, language: str) -> str:
    from babel.dates import get_timezone, get_timezone_location

    if "/" not in timezone or timezone.startswith("Etc/"):
        return ""
    try:
        known = get_timezone(timezone)
    except (LookupError, ValueError):
        return ""
    return get_timezone_location(known, locale=_locale(language), return_city=True)


def _at(value: datetime, words: Words, style: Style) -> str:
    return _joined(day(value.date(), words, style), clock(value), words)


def _joined(named: str, time: str, words: Words) -> str:
    return words.pgettext("day and time", "{day}, {time}").format(day=named, time=time)


def _language(words: Words) -> str:
    """Dates follow the sentences around them: a language without a catalogue is read in English."""
    base = words.language.split("-", maxsplit=1)[0].lower()
    return base if base in LANGUAGES else "en"


@cache
def _locale(language: str) -> Locale:
    from babel import Locale

    return Locale.parse(_LOCALES.get(language, language))

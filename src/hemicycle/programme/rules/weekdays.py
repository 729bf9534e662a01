"""Weekdays as they are called in the languages that papers come in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hemicycle.engines.names.letters import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

_LANGUAGES = ("ar", "de", "en", "es", "fr", "nl", "pt", "tr")


def weekdays_named(label: str) -> frozenset[int]:
    """The weekdays (Monday is 0) that a label names in full; a word of two languages counts for both."""
    words = "".join(sign if sign.isalpha() else " " for sign in label).split()
    named = _named()
    return frozenset(weekday for word in words for weekday in named.get(plain(word), ()))


@cache
def _named() -> Mapping[str, tuple[int, ...]]:
    """Every full name, as plain letters up to the first hyphen, from CLDR."""
    from babel import Locale

    named: dict[str, set[int]] = {}
    for language in _LANGUAGES:
        for names in Locale.parse(language).days.values():
            for weekday, name in names["wide"].items():
                named.setdefault(plain(name.split("-")[0]), set()).add(weekday)
    return {name: tuple(sorted(weekdays)) for name, weekdays in named.items()}

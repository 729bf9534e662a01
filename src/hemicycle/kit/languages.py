"""Languages by their names in a reader's language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemicycle.kit.words import Words


def name(tag: str, words: Words) -> str:
    """`Turkish` for `tr`; a tag that nobody has named stays as it is."""
    return _name(tag, words.language.split("-", maxsplit=1)[0].lower())


@cache
def _name(tag: str, language: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        known = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        known = Locale("en")
    return str(known.languages.get(tag.replace("-", "_"), tag))

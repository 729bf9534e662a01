"""Countries and time zones of places, where a text says them."""

from __future__ import annotations

import csv
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from hemicycle.engines.reader.lexicon.phrases import Phrases, Token, tokens

_FOLDER = Path(__file__).parent / "lexicon"
_ISLANDS = "Atlantic/"
"""Islands of a country whose mainland has another time: Las Palmas, Funchal."""
_ARTICLES = frozenset(
    ["the", "la", "le", "les", "el", "los", "de", "het", "die", "der", "das", "l", "o", "a", "as", "os"]
)


def named_codes(kind: str) -> list[tuple[str, str]]:
    """Every name of a country or language ("countries", "languages") with its code; hand-made names come first."""
    with (_FOLDER / f"{kind}.csv").open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    names = [
        (alias.strip(), code)
        for code, aliases in _toml("aliases.toml")[kind].items()
        for alias in aliases.split(",")
    ]
    names += [(name, code) for code, *translated in rows for name in translated]
    return [(name, code) for name, code in names if name]


def is_code(name: str) -> bool:
    """Whether a name is an abbreviation, which counts only when it is printed in capitals."""
    letters = [letter for letter in name if letter.isalpha()]
    return len(letters) <= 4 and all(letter.isupper() for letter in letters)


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text("utf-8"))


@cache
def _countries() -> Phrases[tuple[str, bool]]:
    return Phrases((name, (code, is_code(name))) for name, code in named_codes("countries"))


@cache
def _cities() -> Phrases[str]:
    return Phrases(
        (city.strip(), zone)
        for zone, cities in _toml("timezones.toml")["cities"].items()
        for city in cities.split(",")
    )


def country(text: str) -> str:
    """The ISO 3166-1 code of a country whose name, in any of its forms, is the whole text; otherwise nothing."""
    line = _bare(tokens(text))
    found = _countries().at(line, 0)
    if found is None:
        return ""
    rest = "".join(token.text for token in line[found.last :])
    if rest not in {"", ".", "*", "(the)"}:
        return ""
    return found.meaning[0] if _printed_right(text, found.span, code=found.meaning[1]) else ""


def country_at_end(text: str) -> tuple[str, int]:
    """The country that a text ends with, and where its name begins; ("", length of the text) when there is none."""
    line = tokens(text)
    last = len(line)
    while last and line[last - 1].text in ".*;,":
        last -= 1
    for first in range(max(0, last - 8), last):
        found = _countries().at(line, first)
        if (
            found is not None
            and found.last == last
            and _printed_right(text, found.span, code=found.meaning[1])
        ):
            return found.meaning[0], found.span[0]
    return "", len(text)


def country_count(text: str) -> int:
    """How many countries a text names."""
    found = [
        name
        for name in _countries().all(tokens(text))
        if _printed_right(text, name.span, code=name.meaning[1])
    ]
    return len(found)


def timezone(place_text: str) -> str:
    """The IANA time zone of a place, by its city or by its country when that has one zone in practice; otherwise nothing."""
    line = tokens(place_text)
    by_country: dict[str, str] = _toml("timezones.toml")["countries"]
    countries = [
        found.meaning[0]
        for found in _countries().all(line)
        if _printed_right(place_text, found.span, code=found.meaning[1])
    ]
    zones = [found.meaning for found in _cities().all(line)]
    for code in reversed(countries):
        if code in by_country and not (zones and zones[-1].startswith(_ISLANDS)):
            return by_country[code]
    if zones:
        return zones[-1]
    zone = re.search(
        r"\b(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Z][A-Za-z_/-]{2,30}",
        place_text,
    )
    return zone[0] if zone else ""


def is_city(text: str) -> bool:
    """Whether the text is the name of a large city and nothing else."""
    return text in _cities()


def _bare(line: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words without an article and brackets before them."""
    while line and (line[0].text in _ARTICLES or not line[0].text[0].isalnum()):
        if _countries().at(line, 0) is not None:
            break
        line = line[1:]
    if _countries().at(line, 0) is not None:
        return line
    while line and line[-1].text in ")].*;,":
        if line[-1].text == ")" and any(token.text == "(" for token in line):
            break
        line = line[:-1]
    return line


def _printed_right(text: str, span: tuple[int, int], *, code: bool) -> bool:
    printed = text[slice(*span)]
    if code:
        return printed.upper() == printed
    return printed != printed.lower() or not printed[:1].isascii()

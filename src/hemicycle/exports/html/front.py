"""The front page: what, where, when, the cities that come, how it begins, what one can take along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemicycle.exports import view
from hemicycle.exports.html import arcs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.safestring import SafeString

    from hemicycle.exports.html.edition import Card, DayName, Edition
    from hemicycle.exports.html.said import Said
    from hemicycle.exports.html.shell import Porch, Shell

IN_FULL = 40
"""Sessions of a day that the front page lists; of a longer day it says how many there are."""

IN_LINE = 24
"""Characters beyond which a conference's title is set smaller."""


@dataclass(frozen=True, slots=True)
class Line:
    """What begins together: the parallel sessions, and the container that announces them."""

    start: str
    iso: str
    containers: tuple[Card, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Day:
    name: DayName
    lines: tuple[Line, ...]
    count: int


@dataclass(frozen=True, slots=True)
class City:
    name: str
    country: str


@dataclass(frozen=True, slots=True)
class Form:
    """Another form of the same programme; `kind` is the ending of its file."""

    kind: str
    href: str


@dataclass(frozen=True, slots=True)
class Page:
    shell: Shell
    title: Said
    theme: Said
    long: bool
    first: tuple[Card, ...]
    first_day: DayName | None
    days: tuple[Day, ...]
    hall: arcs.Hall
    cities: tuple[City, ...]
    sessions: int
    people: int
    languages: str
    forms: tuple[Form, ...]
    event: SafeString
    """The whole conference for search engines, as JSON-LD."""


def page(edition: Edition, porch: Porch, forms: Iterable[str], event: SafeString) -> Page:
    """`forms` are the names of the files beside the languages' folders."""
    survey = edition.survey
    cities = tuple(City(city.place, _country(city.country, edition)) for city in survey.cities)
    days = tuple(_day(day, edition) for day in survey.days)
    opening = next((line for day in days for line in day.lines), None)
    shell = porch.shell("index.html", "front", edition.title.text, _description(edition))
    return Page(
        shell=shell,
        title=edition.title,
        theme=edition.theme,
        long=len(edition.title.text) > IN_LINE,
        first=opening.cards[:3] or opening.containers if opening else (),
        first_day=next((day.name for day in days if day.lines), None),
        days=days,
        hall=arcs.hall(tuple(f"{city.name}, {city.country}".removesuffix(", ") for city in cities)),
        cities=cities,
        sessions=sum(day.count for day in days),
        people=len(survey.people),
        languages=edition.language_names(survey.languages),
        forms=tuple(Form(name.rpartition(".")[2], f"{shell.root}{name}") for name in forms),
        event=event,
    )


def _country(code: str, edition: Edition) -> str:
    return view.country_name(code, edition.words) if code else ""


def _description(edition: Edition) -> str:
    parts = (edition.title.text, edition.theme.text, edition.span, edition.programme.place, edition.as_of)
    return ". ".join(part for part in parts if part)


def _day(day: view.DayView, edition: Edition) -> Day:
    lines = tuple(_line(slot, edition) for slot in day.slots if not slot.is_pause)
    count = sum(len(slot.sessions) for slot in day.slots)
    return Day(edition.day_names[day.number], lines, count)


def _line(slot: view.Slot, edition: Edition) -> Line:
    return Line(
        start=f"{slot.starts:%H:%M}" if slot.starts else "",
        iso=edition.cards[slot.all[0].key].starts,
        containers=tuple(edition.cards[session.key] for session in slot.containers),
        cards=tuple(edition.cards[session.key] for session in slot.sessions),
    )

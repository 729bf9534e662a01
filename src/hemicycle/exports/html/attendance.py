"""Who takes part: everybody, one person, and the cities and countries they come from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemicycle.exports import view
from hemicycle.exports.html.edition import OPEN, who
from hemicycle.exports.html.said import beside, crumbs, in_line, plain
from hemicycle.exports.html.sitting import place
from hemicycle.kit.lists import in_a_row
from hemicycle.programme.wording import vocabulary

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from hemicycle.engines.formats.programme import Seat
    from hemicycle.exports.html.edition import Card, Edition
    from hemicycle.exports.html.shell import Porch, Shell


@dataclass(frozen=True, slots=True)
class Line:
    """A person in the list of all: where they come from, and where they sit."""

    name: str
    file: str
    origins: tuple[str, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Page:
    shell: Shell
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Seating:
    """A seat of a person, and the name it was printed under where that is another."""

    entry: SafeString
    about: SafeString
    """Role, function, where from."""
    mark: SafeString
    printed: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    shell: Shell
    trail: SafeString
    name: str
    also: tuple[str, ...]
    seatings: tuple[Seating, ...]
    calendar: str


@dataclass(frozen=True, slots=True)
class City:
    name: str
    guests: tuple[SafeString, ...]
    """Who comes from there, each once, with their function."""


@dataclass(frozen=True, slots=True)
class Country:
    name: str
    cities: tuple[City, ...]


@dataclass(frozen=True, slots=True)
class PlacesPage:
    shell: Shell
    countries: tuple[Country, ...]
    cities: int


def page(edition: Edition, porch: Porch) -> Page:
    lines = tuple(_line(entry, edition) for entry in edition.survey.people)
    return Page(porch.shell("people.html", "people", edition.words.gettext("People")), lines)


def _line(entry: view.PersonEntry, edition: Edition) -> Line:
    origins = (_origin(appearance.seat, edition) for appearance in entry.appearances)
    return Line(
        name=entry.person.name,
        file=edition.survey.person_stems[entry.person.key],
        origins=tuple(dict.fromkeys(origin for origin in origins if origin)),
        cards=_cards(entry.appearances, edition),
    )


def _origin(seat: Seat, edition: Edition) -> str:
    country = view.country_name(seat.country, edition.words) if seat.country else ""
    return in_a_row((seat.place, country), edition.words) or seat.organisation


def _cards(appearances: tuple[view.Appearance, ...], edition: Edition) -> tuple[Card, ...]:
    keys = dict.fromkeys(appearance.session.key for appearance in appearances)
    return tuple(edition.cards[key] for key in keys)


def person_page(entry: view.PersonEntry, edition: Edition, porch: Porch) -> PersonPage:
    person, stem = entry.person, edition.survey.person_stems[entry.person.key]
    shell = porch.shell(f"people/{stem}.html", "people", person.name)
    return PersonPage(
        shell=shell,
        trail=crumbs((edition.words.gettext("People"), "../people.html")),
        name=person.name,
        also=person.also,
        seatings=tuple(_seating(found, person.name, edition) for found in entry.appearances),
        calendar=f"{shell.root}calendars/people/{stem}.ics"
        if person.key in edition.survey.people_in_calendar
        else "",
    )


def _seating(found: view.Appearance, name: str, edition: Edition) -> Seating:
    role, shown = vocabulary.role(found.seat.role, edition.words), place(found.seat, edition)
    return Seating(
        entry=edition.entries[found.session.key],
        about=beside(plain(role), shown.function, shown.origin, by=" · "),
        mark=shown.mark,
        printed=found.seat.name if found.seat.name != name else "",
    )


def places_page(edition: Edition, porch: Porch) -> PlacesPage:
    """Countries in the alphabet of the page's language; last, what has none printed."""
    by_country: dict[str, dict[str, list[Seat]]] = defaultdict(lambda: defaultdict(list))
    for session in edition.survey.sessions:
        for seat in session.seats:
            if seat.place or seat.country:
                by_country[seat.country][seat.place].append(seat)
    countries = [
        Country(
            view.country_name(code, edition.words) if code else edition.words.gettext("Country not given"),
            tuple(_city(name, cities[name], edition) for name in sorted(cities, key=view.in_alphabet)),
        )
        for code, cities in sorted(by_country.items(), key=lambda item: _order(item[0], edition))
    ]
    shell = porch.shell("places.html", "places", edition.words.gettext("Places"))
    return PlacesPage(shell, tuple(countries), len(edition.survey.cities))


def _order(code: str, edition: Edition) -> tuple[bool, str, str]:
    name = view.country_name(code, edition.words) if code else ""
    sounded, _ = view.in_alphabet(name)
    return not code, name if edition.words.direction == "rtl" else sounded, code


def _city(name: str, seats: list[Seat], edition: Edition) -> City:
    guests = {(seat.person or "", "" if seat.person else who(seat)): seat for seat in reversed(seats)}
    return City(name, tuple(_guest(seat, edition) for seat in reversed(guests.values())))


def _guest(seat: Seat, edition: Edition) -> SafeString:
    shown = place(seat, edition, up="")
    return (
        in_line(edition.words, shown.who, shown.function)
        if seat.state not in OPEN
        else beside(shown.function, shown.who)
    )

"""The door of the folder: the conference, and its pages in each language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemicycle.exports.html import arcs
from hemicycle.exports.html.front import IN_LINE
from hemicycle.exports.html.said import direction
from hemicycle.exports.html.shell import Switch, own_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemicycle.engines.formats.programme import Programme
    from hemicycle.exports.html.edition import Edition
    from hemicycle.exports.html.said import Said


@dataclass(frozen=True, slots=True)
class Page:
    """`only` is where a folder of one language leads at once; empty where there is a choice."""

    language: str
    direction: str
    title: Said
    long: bool
    description: str
    span: str
    switches: tuple[Switch, ...]
    only: str
    hall: arcs.Hall


def language(programme: Programme, languages: Sequence[str]) -> str:
    """The programme's own language where the folder has it, else the first that it has."""
    own = programme.language.split("-", maxsplit=1)[0]
    return own if own in languages else languages[0]


def page(edition: Edition, languages: Sequence[str]) -> Page:
    switches = tuple(
        Switch(tag, direction(tag), own_name(tag), f"{tag}/index.html", current=False) for tag in languages
    )
    return Page(
        language=edition.language,
        direction=edition.words.direction,
        title=edition.title,
        long=len(edition.title.text) > IN_LINE,
        description=edition.title.text,
        span=edition.span,
        switches=switches,
        only=switches[0].href if len(switches) == 1 else "",
        hall=arcs.hall(tuple(city.place for city in edition.survey.cities)),
    )

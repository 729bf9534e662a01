"""What every page has around its content: titles, the way around the conference, the same page in other languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from django.conf import settings

from hemicycle.exports.html.said import Said, direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemicycle.exports.html.edition import Edition

Section: TypeAlias = Literal["front", "programme", "people", "places", "rooms"]


@dataclass(frozen=True, slots=True)
class Switch:
    """The same page in a language, named in that language."""

    language: str
    direction: str
    name: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """`root` leads from the page to the folder of everything, `home` to that of its language; both end in a slash or are empty."""

    language: str
    direction: str
    root: str
    home: str
    section: Section
    title: str
    description: str
    conference: Said
    span: str
    place: Said
    as_of: str
    zone: str
    dated: bool
    switches: tuple[Switch, ...]
    path: str
    """Where the page lies in the folder of its language."""
    whole: bool
    """Whether the page is itself what its section's link leads to."""


@dataclass(frozen=True)
class Porch:
    """Makes the shells of an edition. `languages` are all that the folder holds."""

    edition: Edition
    languages: Sequence[str]

    def shell(self, path: str, section: Section, title: str, description: str = "") -> Shell:
        """The shell of the page at `path` in the language's folder."""
        edition, depth = self.edition, path.count("/")
        conference = edition.title.text
        return Shell(
            language=edition.language,
            direction=edition.words.direction,
            root="../" * (depth + 1),
            home="../" * depth,
            section=section,
            title=f"{title} – {conference}" if title != conference else conference,
            description=description or f"{title}. {conference}",
            conference=edition.title,
            span=edition.span,
            place=edition.printed(edition.programme.place),
            as_of=edition.as_of,
            zone=edition.zone,
            dated=edition.survey.dated,
            switches=self._switches(path, depth),
            path=path,
            whole=depth == 0,
        )

    def _switches(self, path: str, depth: int) -> tuple[Switch, ...]:
        up = "../" * (depth + 1)
        return tuple(
            Switch(tag, direction(tag), own_name(tag), f"{up}{tag}/{path}", tag == self.edition.language)
            for tag in self.languages
        )


def own_name(language: str) -> str:
    """`Français` for `fr`."""
    return dict(settings.LANGUAGES).get(language, language)

"""The whole folder: every page in every language, the calendars, the data, and what the pages are set with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.safestring import SafeString

from hemicycle import ui
from hemicycle.exports.html import attendance, data, front, rooms, sitting, structured, timetable, welcome
from hemicycle.exports.html.edition import Edition
from hemicycle.exports.html.press import Press
from hemicycle.exports.html.shell import Porch
from hemicycle.exports.html.survey import Survey
from hemicycle.kit.words import LANGUAGES, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hemicycle.engines.formats.programme import Programme

_ASSETS = Path(ui.__file__).parent / "static" / "ui"
_SERVED = frozenset({".css", ".svg", ".txt", ".woff2"})
_DRAWN_IN = frozenset({"icons.svg"})
"""Drawn into the pages, and not needed beside them."""


def write(
    programme: Programme, *, languages: Sequence[str], alternatives: Mapping[str, bytes] | None = None
) -> Mapping[str, bytes]:
    """The folder as file names and contents, in order of name; the same programme gives the same bytes.

    `languages` are those of the interface, `alternatives` other forms of the programme by file name, which go into
    the folder too and are offered on the front page. Django has to be set up.

    Raises:
        ValueError: there is no language, or one that the interface does not speak.
    """
    _refuse_unknown(languages)
    survey = Survey(programme)
    first = welcome.language(programme, languages)
    files = {**_assets(), **data.files(survey, words(first)), **(alternatives or {})}
    forms = [name for name in sorted(files) if "/" not in name]
    events = structured.events(programme, dated=survey.dated)
    for language in languages:
        with translation.override(language):
            for path, page in _pages(Edition(survey, words(language)), languages, forms, events):
                files[f"{language}/{path}"] = page
    with translation.override(first):
        files["index.html"] = Press().alone("choice", welcome.page(Edition(survey, words(first)), languages))
    return {name: files[name] for name in sorted(files)}


def _refuse_unknown(languages: Sequence[str]) -> None:
    unknown = [language for language in languages if language not in LANGUAGES]
    if unknown or not languages:
        wanted = ", ".join(unknown) or "no language"
        raise ValueError(f"pages cannot be written in {wanted}; choose among {', '.join(LANGUAGES)}")


def _pages(
    edition: Edition, languages: Sequence[str], forms: Iterable[str], events: structured.Events
) -> Iterator[tuple[str, bytes]]:
    survey, porch, press = edition.survey, Porch(edition, languages), Press()
    yield "index.html", press.framed("front", front.page(edition, porch, forms, events.conference))
    yield "programme.html", press.framed("programme", timetable.page(edition, porch))
    yield "people.html", press.framed("people", attendance.page(edition, porch))
    yield "places.html", press.framed("places", attendance.places_page(edition, porch))
    yield "rooms.html", press.framed("rooms", rooms.page(edition, porch))
    for session in survey.sessions:
        if survey.has_page(session):
            shown = sitting.page(session, edition, porch, events.sessions.get(session.key, SafeString()))
            yield shown.shell.path, press.framed("session", shown)
    for entry in survey.people:
        person = attendance.person_page(entry, edition, porch)
        yield person.shell.path, press.framed("person", person)


def _assets() -> Mapping[str, bytes]:
    """The style sheets, fonts with their licences, and the mark."""
    return {
        f"ui/{path.relative_to(_ASSETS).as_posix()}": path.read_bytes()
        for path in sorted(_ASSETS.rglob("*"))
        if path.suffix in _SERVED and path.name not in _DRAWN_IN
    }

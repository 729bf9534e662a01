"""The programme as the template sets it: every text in its final words, every reference a session's number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats.programme import SeatState
from hemicycle.exports import seats, view
from hemicycle.exports.direction import isolated
from hemicycle.exports.pdf.grid import grids
from hemicycle.kit import dates
from hemicycle.kit.lists import apart, in_a_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from hemicycle.engines.formats.programme import Programme, Room, Session, TextMap
    from hemicycle.exports.pdf.grid import Column, Grid, Place, Row
    from hemicycle.exports.view import Appearance, DayView
    from hemicycle.kit.words import Words

MOST_DOTS = 120
"""Dots of the arcs on the cover; a conference of more cities has this many."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """The programme, and what every page about it needs."""

    programme: Programme
    words: Words
    rooms: Mapping[str, Room]
    zone: ZoneInfo | None
    numbers: Mapping[str, int]

    def said(self, texts: TextMap) -> str:
        return self.own(view.said(texts, self.programme, self.words))

    def own(self, text: str) -> str:
        """A text of the document, kept apart from a page of the other direction."""
        return isolated(text, self.words)

    def hours(self, starts: datetime | None, ends: datetime | None) -> str:
        return self.own(
            dates.hours(view.at_venue(starts, self.zone), view.at_venue(ends, self.zone), self.words)
        )

    def title(self, session: Session) -> str:
        return self.own(view.title(session, self.programme, self.words))

    def label(self, session: Session) -> str:
        return self.own(view.label(session, self.programme, self.words))

    def room(self, session: Session) -> str:
        return self.own(self.rooms[session.room].name) if session.room else ""


def write(programme: Programme, words: Words) -> dict[str, Any]:
    """Everything that the template needs, as a JSON value."""
    telling = _Telling(
        programme,
        words,
        {room.key: room for room in programme.rooms},
        view.zone_of(programme),
        {session.key: number for number, session in enumerate(programme.sessions, 1)},
    )
    language, _, region = words.language.partition("-")
    return {
        "language": language,
        "region": region if len(region) == 2 else None,
        "direction": words.direction,
        "words": _words(words),
        **_cover(telling),
        "days": [_day(day, telling) for day in view.days(programme)],
        "people": list(_people(telling)),
        "cities": list(_cities(telling)),
    }


def _words(words: Words) -> dict[str, str]:
    """What the template itself has to say."""
    return {
        "cities": words.gettext("Cities"),
        "contents": words.gettext("Contents"),
        "empty": words.gettext("Nothing is planned for this day yet."),
        "overview": words.gettext("Overview"),
        "page": words.gettext("Page {number} of {total}"),
        "people": words.gettext("People"),
        "programme": words.gettext("Programme"),
        "questions": words.gettext("Guiding questions"),
        "time": words.gettext("Time"),
    }


def _cover(telling: _Telling) -> dict[str, Any]:
    programme, words = telling.programme, telling.words
    zone = words.gettext("Times: {zone}").format(zone=dates.zone(programme.timezone, words))
    cities = len(view.cities_index(programme))
    return {
        "properties": {
            "title": view.said(programme.title, programme, words) or words.gettext("Programme"),
            "description": view.as_of(programme, words),
        },
        "title": telling.said(programme.title) or words.gettext("Programme"),
        "theme": telling.said(programme.theme),
        "place": telling.own(programme.place),
        "period": view.period(programme, words),
        "asof": telling.own(view.as_of(programme, words)),
        "zone": zone if programme.timezone else "",
        "dots": min(cities, MOST_DOTS),
    }


def _day(day: DayView, telling: _Telling) -> dict[str, Any]:
    heading, below = view.day_heading(day, telling.programme, telling.words)
    return {
        "number": day.number,
        "heading": telling.own(heading),
        "below": telling.own(below),
        "grids": [_grid(grid, telling) for grid in grids(day, telling.rooms)],
        "sessions": [
            _session(session, telling, pause=session in slot.pauses)
            for slot in day.slots
            for session in slot.all
        ],
    }


def _grid(grid: Grid, telling: _Telling) -> dict[str, Any]:
    return {
        "columns": [_column(column, telling) for column in grid.columns],
        "rows": [_row(row, telling, wide=len(grid.columns)) for row in grid.rows],
    }


def _column(column: Column, telling: _Telling) -> dict[str, str]:
    if column is None:
        return {"name": telling.words.gettext("Elsewhere"), "below": ""}
    languages = (view.language_name(tag, telling.words) for tag in column.languages)
    return {"name": telling.own(column.name), "below": in_a_row(languages, telling.words)}


def _row(row: Row, telling: _Telling, *, wide: int) -> dict[str, Any]:
    return {
        "time": telling.hours(row.slot.starts, row.slot.ends),
        "beside": [telling.title(session) for session in row.beside],
        "free": list(row.free),
        "places": [_place(place, row, telling, wide=wide) for place in row.places],
    }


def _place(place: Place, row: Row, telling: _Telling, *, wide: int) -> dict[str, Any]:
    own_time = row.slot.ends is None or place.rows > 1
    return {
        "column": place.column,
        "columns": place.columns,
        "rows": place.rows,
        "pause": place.pause,
        "wide": place.columns > 1 or wide == 0,
        "sessions": [_cell(session, place, telling, own_time=own_time) for session in place.sessions],
    }


def _cell(session: Session, place: Place, telling: _Telling, *, own_time: bool) -> dict[str, Any]:
    room = telling.rooms.get(session.room or "")
    named_above = place.columns == 1 and room is not None and not room.off_site
    return {
        "number": telling.numbers[session.key],
        "title": telling.title(session),
        "kind": telling.label(session),
        "room": "" if named_above else telling.room(session),
        "time": telling.hours(session.starts, session.ends) if own_time else "",
        "linked": not place.pause,
    }


def _session(session: Session, telling: _Telling, *, pause: bool) -> dict[str, Any]:
    words = telling.words
    room = telling.rooms.get(session.room or "")
    return {
        "number": telling.numbers[session.key],
        "pause": pause,
        "title": telling.title(session),
        "kind": telling.label(session),
        "time": telling.hours(session.starts, session.ends),
        "room": telling.room(session),
        "room_note": telling.own(room.note) if room else "",
        "languages": in_a_row(view.languages(session, telling.rooms, words), words),
        "notes": [telling.own(note) for note in _notes(session, words)],
        "abstract": [telling.own(part) for part in _paragraphs(session, telling)],
        "questions": [said for question in session.questions if (said := telling.said(question))],
        "groups": [_group(group, session, telling) for group in seats.groups(session, words)],
    }


def _paragraphs(session: Session, telling: _Telling) -> Iterable[str]:
    abstract = view.said(session.abstract, telling.programme, telling.words)
    return filter(None, map(str.strip, abstract.split("\n")))


def _notes(session: Session, words: Words) -> Iterable[str]:
    if session.organisers:
        yield words.gettext("Organised by {names}").format(names=apart(session.organisers, words))
    if session.theme:
        yield words.gettext("Theme: {theme}").format(theme=session.theme)
    if session.access:
        yield words.gettext("Access: {access}").format(access=session.access)


def _group(group: seats.SeatGroup, session: Session, telling: _Telling) -> dict[str, Any]:
    title = telling.said(group.title)
    return {
        "title": "" if title == telling.title(session) else title,
        "heading": group.heading,
        "seats": [_seat(told, telling) for told in group.seats],
    }


def _seat(told: seats.Told, telling: _Telling) -> dict[str, Any]:
    return {
        "before": told.before,
        "name": told.name,
        "after": told.after,
        "mark": "" if told.mark and told.mark in told.line.casefold() else told.mark,
        "role": told.role,
        "open": told.open,
        "declined": told.state is SeatState.DECLINED,
        "stray": isolated(told.line, telling.words) != told.line,
    }


def _people(telling: _Telling) -> Iterable[dict[str, Any]]:
    for entry in view.people_index(telling.programme):
        yield {
            "name": telling.own(entry.person.name),
            "also": telling.own(apart(entry.person.also, telling.words)),
            "at": _numbers(entry.appearances, telling),
        }


def _cities(telling: _Telling) -> Iterable[dict[str, Any]]:
    for entry in view.cities_index(telling.programme):
        yield {
            "name": telling.own(entry.place),
            "also": view.country_name(entry.country, telling.words) if entry.country else "",
            "at": _numbers(entry.appearances, telling),
        }


def _numbers(appearances: Iterable[Appearance], telling: _Telling) -> list[int]:
    return list(dict.fromkeys(telling.numbers[appearance.session.key] for appearance in appearances))

"""A programme in one language: its sessions, days and people in the words of that language, for every page to use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.html import format_html

from hemicycle.engines.formats.programme import UNDATED_YEAR, Kind, Role, SeatState
from hemicycle.exports import view
from hemicycle.exports.html.said import (
    NOTHING,
    Said,
    beside,
    crumbs,
    isolated,
    linked,
    name,
    names,
    printed,
    said,
)
from hemicycle.kit import dates
from hemicycle.kit.lists import in_a_row, joined
from hemicycle.programme.wording import vocabulary
from hemicycle.ui.templatetags.ui import theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from django.utils.safestring import SafeString

    from hemicycle.engines.formats.programme import Programme, Seat, Session, TextMap
    from hemicycle.exports.html.survey import Survey
    from hemicycle.kit.words import Words

PLENARIES = frozenset(
    {
        Kind.CLOSING_PLENARY,
        Kind.CLOSING_REMARKS,
        Kind.GUIDED_DISCUSSION,
        Kind.KEYNOTE_PLENARY,
        Kind.OPENING_PLENARY,
        Kind.PLENARY,
        Kind.SUMMARY_PLENARY,
    }
)
OPEN = frozenset({SeatState.TBC, SeatState.UNNAMED})
LEFT = frozenset({SeatState.DECLINED, SeatState.REPLACED})
SETTLED = frozenset({SeatState.NAMED, SeatState.ORGANISATION, SeatState.CONFIRMED})


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A seat with nobody on it yet: what is known of it, and in words that it is open."""

    function: str
    mark: str


@dataclass(frozen=True, slots=True)
class Party:
    """The seats of one role, as a list of sessions shows them: names, and what is still open."""

    heading: str
    names: SafeString
    open: tuple[Vacancy, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A session as lists show it."""

    key: str
    file: str
    """Its page among the sessions; empty when it has none."""
    title: Said
    link: SafeString
    """The title, leading to the session's page from a page in the language's folder; `uplink` from one folder below."""
    uplink: SafeString
    kind: str
    kicker: SafeString
    """Theme or kind with its mark, and the number."""
    mark: int
    look: str
    starts: str
    hours: SafeString
    when: SafeString
    room: str
    languages: str
    organisers: SafeString
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class DayName:
    number: int
    name: str
    long: str
    anchor: str
    date: str
    """In ISO form; empty where the paper prints none."""


@dataclass(frozen=True)
class Edition:
    survey: Survey
    words: Words

    @property
    def programme(self) -> Programme:
        return self.survey.programme

    @property
    def language(self) -> str:
        return self.words.language

    @cached_property
    def title(self) -> Said:
        return self.said(self.programme.title) or Said(self.words.gettext("Programme"))

    @cached_property
    def theme(self) -> Said:
        return self.said(self.programme.theme)

    @cached_property
    def span(self) -> str:
        """`16–17 November 2017`, or nothing for an undated paper."""
        dated = [day.day.date for day in self.survey.days if day.dated and day.day]
        return span(dated[0], dated[-1], self.words) if dated else ""

    @cached_property
    def as_of(self) -> str:
        """`As of Wednesday, 15 November 2017`; the printed status where there is no date; else nothing."""
        if self.programme.as_of is None:
            return self.programme.status
        day = dates.day(self.programme.as_of, self.words)
        return self.words.gettext("As of {date}").format(date=day)

    @cached_property
    def zone(self) -> str:
        """`Brussels time`."""
        return dates.zone(self.programme.timezone, self.words) if self.programme.timezone else ""

    @cached_property
    def is_translated(self) -> bool:
        """Whether every title is in the language of this edition."""
        return not any(card.title.language for card in self.cards.values())

    @cached_property
    def day_names(self) -> Mapping[int, DayName]:
        return {day.number: self._day_name(day) for day in self.survey.days}

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        return {session.key: self._card(session) for session in self.survey.sessions}

    @cached_property
    def trails(self) -> Mapping[int, SafeString]:
        """By number of the day, the links that lead to it from one folder below."""
        programme = self.words.gettext("Programme")
        return {
            number: crumbs((programme, "../programme.html"), (day.name, f"../programme.html#{day.anchor}"))
            for number, day in self.day_names.items()
        }

    @cached_property
    def lines(self) -> Mapping[str, SafeString]:
        """Each session as a line of its container's ledger."""
        return {key: _line(card) for key, card in self.cards.items()}

    @cached_property
    def entries(self) -> Mapping[str, SafeString]:
        """When, where and what each session is: the head of its line in a ledger, from one folder below."""
        return {key: _entry(card) for key, card in self.cards.items()}

    @cached_property
    def neighbours(self) -> Mapping[str, SafeString]:
        """Where and what each session is, for the pages of those beside it."""
        return {
            key: beside(theme(card.mark, card.room or card.kind), card.uplink, by="<br>")
            for key, card in self.cards.items()
        }

    def said(self, texts: TextMap) -> Said:
        return said(texts, self.language, self.programme.language)

    def printed(self, text: str) -> Said:
        return printed(text, self.language, self.programme.language)

    def room_name(self, session: Session) -> str:
        return self.survey.room[session.room].name if session.room else ""

    def language_names(self, tags: Iterable[str]) -> str:
        return joined((view.language_name(tag, self.words) for tag in tags), self.words)

    def day_name(self, session: Session) -> DayName:
        return self.day_names[self.survey.day_of[session.key].number]

    def _day_name(self, day: view.DayView) -> DayName:
        anchor = f"day-{day.number}"
        if day.day is None:
            name = self.words.gettext("Without a day")
            return DayName(day.number, name, name, anchor, "")
        if not day.dated:
            name = day.day.label or dates.heading(day.day.date, self.words)
            return DayName(day.number, name, name, anchor, "")
        long, full = (dates.heading(day.day.date, self.words, style) for style in ("long", "full"))
        return DayName(day.number, long, full, anchor, day.day.date.isoformat())

    def _card(self, session: Session) -> Card:
        survey, words = self.survey, self.words
        starts, ends = survey.hours[session.key]
        said_title = self.said(session.title)
        kind = vocabulary.kind(session.kind, words)
        title = said_title or Said(kind)
        file = survey.session_stems[session.key] if survey.has_page(session) else ""
        return Card(
            key=session.key,
            file=file,
            title=title,
            link=linked(title.marked, f"sessions/{file}.html") if file else title.marked,
            uplink=linked(title.marked, f"../sessions/{file}.html") if file else title.marked,
            kind="" if title.text == kind else kind,
            kicker=_kicker(session, "" if title.text == kind else kind, survey.mark(session)),
            mark=survey.mark(session),
            look=_look(session),
            starts=starts.isoformat() if starts and starts.year != UNDATED_YEAR else "",
            hours=isolated(dates.hours(starts, ends, words)),
            when=isolated(self._when(session, starts, ends)),
            room=self.room_name(session),
            languages=self.language_names(survey.languages_of(session)),
            organisers=names(session.organisers, words),
            parties=self._parties(session),
        )

    def _when(self, session: Session, starts: datetime | None, ends: datetime | None) -> str:
        if starts is None and ends is None:
            return self.words.gettext("{day}, time to follow").format(day=self.day_name(session).name)
        if self.day_name(session).date:
            return dates.moment(starts, ends, self.words, "long")
        return self.words.pgettext("day and time", "{day}, {time}").format(
            day=self.day_name(session).name, time=dates.hours(starts, ends, self.words)
        )

    def _parties(self, session: Session) -> tuple[Party, ...]:
        by_role: dict[Role, list[Seat]] = {}
        for seat in session.seats:
            by_role.setdefault(seat.role, []).append(seat)
        return tuple(
            Party(
                vocabulary.roles(role, len(seats), self.words),
                names(
                    (shown for seat in seats if seat.state not in OPEN and (shown := who(seat))), self.words
                ),
                tuple(self._vacancy(seat) for seat in seats if seat.state in OPEN),
            )
            for role, seats in by_role.items()
        )

    def _vacancy(self, seat: Seat) -> Vacancy:
        function = in_a_row((seat.name, seat.position, seat.organisation, seat.place), self.words)
        return Vacancy(function, vocabulary.state(seat.state, self.words))


def who(seat: Seat) -> str:
    """Who has the seat: a name, else an organisation, else the words of the paper."""
    return seat.name or seat.organisation or " ".join(seat.as_printed.split())


def span(first: date, last: date, words: Words) -> str:
    """`16–17 November 2017`."""
    from babel import Locale
    from babel.dates import format_date

    locale = Locale.parse("en_GB" if words.language == "en" else words.language)
    if first == last:
        return format_date(first, "long", locale)
    differs = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    start, end = (view.in_full(part, words) for part in locale.interval_formats["yMMMd"][differs])
    return format_date(first, start, locale) + format_date(last, end, locale)


def _kicker(session: Session, kind: str, mark: int) -> SafeString:
    first, second = (session.theme, kind) if session.theme else (kind, "")
    return beside(theme(mark, first) if first else NOTHING, name(second), name(session.number))


def _line(card: Card) -> SafeString:
    about = beside(card.kicker, name(card.languages), by=" · ")
    return format_html(
        '<p class="lead-in">{}</p><div><h3>{}</h3><p>{}</p></div>',
        beside(card.hours, name(card.room), by="<br>"),
        card.uplink,
        beside(about, card.organisers, by="<br>"),
    )


def _entry(card: Card) -> SafeString:
    where = beside(card.when, name(card.room), by="<br>")
    return format_html('<p class="lead-in">{}</p><h3>{}</h3>', where, card.uplink)


def _look(session: Session) -> str:
    if session.kind in PLENARIES:
        return "plenary"
    return "pause" if session.kind in (Kind.BREAK, Kind.LUNCH) else "session"

"""What the Word document says, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import SeatState
from hemicycle.exports import seats, view
from hemicycle.exports.direction import mark, marked
from hemicycle.exports.docx.markup import Run, cell, link, paragraph, row, table
from hemicycle.kit import dates
from hemicycle.kit.lists import apart, in_a_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from zoneinfo import ZoneInfo

    from hemicycle.engines.formats.programme import Programme, Room, Session, TextMap
    from hemicycle.exports.seats import Told
    from hemicycle.exports.view import DayView, Slot
    from hemicycle.kit.words import Words

_WIDTHS = (1580, 3960, 1800, 2298)


@dataclass(frozen=True, slots=True)
class _Telling:
    """The programme, and what every paragraph about it needs."""

    programme: Programme
    words: Words
    rooms: Mapping[str, Room]
    zone: ZoneInfo | None
    numbers: Mapping[str, int]
    """The number of each session, which makes its link's name."""

    def anchor(self, session: Session) -> str:
        return f"session{self.numbers[session.key]}"

    def own(self, text: str) -> str:
        """A text of the document, kept apart from a page of the other direction."""
        return marked(text, self.words)

    def said(self, texts: TextMap) -> str:
        return self.own(view.said(texts, self.programme, self.words))

    def hours(self, session: Session) -> str:
        starts = view.at_venue(session.starts, self.zone)
        said = dates.hours(starts, view.at_venue(session.ends, self.zone), self.words)
        # A mark beside the dash keeps the start first where lines run from right to left.
        return self.own(said.replace("–", "\u200e–") if self.words.direction == "rtl" else said)

    def languages(self, session: Session) -> str:
        return in_a_row(view.languages(session, self.rooms, self.words), self.words)

    def title(self, session: Session) -> str:
        return self.own(view.title(session, self.programme, self.words))


def story(programme: Programme, words: Words) -> str:
    """The body of the document, from its title to the last session."""
    telling = _Telling(
        programme,
        words,
        {room.key: room for room in programme.rooms},
        view.zone_of(programme),
        {session.key: number for number, session in enumerate(programme.sessions, 1)},
    )
    return "".join(
        [*_opening(telling), *(part for day in view.days(programme) for part in _day(day, telling))]
    )


def _opening(telling: _Telling) -> Iterator[str]:
    programme, words = telling.programme, telling.words
    yield paragraph("Title", telling.said(programme.title) or words.gettext("Programme"))
    if theme := telling.said(programme.theme):
        yield paragraph("Subtitle", theme)
    where = " • ".join(part for part in (view.period(programme, words), telling.own(programme.place)) if part)
    if where:
        yield paragraph("Place", where)
    if status := view.as_of(programme, words):
        yield paragraph("Status", status)
    if programme.timezone:
        zone = dates.zone(programme.timezone, words)
        yield paragraph("Status", words.gettext("Times: {zone}").format(zone=zone))


def _day(day: DayView, telling: _Telling) -> Iterator[str]:
    heading, below = view.day_heading(day, telling.programme, telling.words)
    yield paragraph("Heading1", telling.own(heading))
    if below:
        yield paragraph("DayDate", telling.own(below))
    if not day.sessions:
        yield paragraph("Normal", telling.words.gettext("Nothing is planned for this day yet."))
        return
    yield _overview(day, heading, telling)
    for slot in day.slots:
        for session in slot.all:
            yield from _session(session, telling, pause=session in slot.pauses)


def _overview(day: DayView, heading: str, telling: _Telling) -> str:
    words = telling.words
    head = [words.gettext("Time"), words.gettext("Session"), words.gettext("Room"), words.gettext("People")]
    rows = [made for slot in day.slots for made in _rows(slot, telling)]
    name = words.gettext("Overview: {day}").format(day=heading)
    return table(name, _WIDTHS, head, rows, mirrored=words.direction == "rtl")


def _rows(slot: Slot, telling: _Telling) -> Iterator[str]:
    time, title, room, people = _WIDTHS
    for session in slot.containers + slot.pauses:
        band = session in slot.pauses
        style = "TablePause" if band else "TableTitle"
        said = (
            paragraph(style, telling.title(session))
            if band
            else link(telling.anchor(session), style, telling.title(session))
        )
        yield row(
            cell(time, paragraph("TableTime", telling.hours(session)), band=band),
            cell(title + room + people, said, spans=3, band=band),
        )
    for session in slot.sessions:
        yield row(
            cell(time, paragraph("TableTime", telling.hours(session))),
            cell(title, link(telling.anchor(session), "TableTitle", _heading(session, telling))),
            cell(room, paragraph("TableText", _room(session, telling))),
            cell(people, paragraph("TableText", *_people(session, telling))),
        )


def _room(session: Session, telling: _Telling) -> str:
    return telling.own(telling.rooms[session.room].name) if session.room else ""


def _people(session: Session, telling: _Telling) -> Iterator[str]:
    """Names in a row; who only printed a function, or nothing yet, by that."""
    yield apart((telling.own(seats.short(seat, telling.words)) for seat in session.seats), telling.words)


def _heading(session: Session, telling: _Telling) -> str:
    """`Session 3: Social integration`, `Side event: The European perspective`."""
    front = view.label(session, telling.programme, telling.words)
    title = telling.title(session)
    if not front:
        return title
    return telling.words.pgettext("kind or number, and title", "{front}: {title}").format(
        front=front, title=title
    )


def _session(session: Session, telling: _Telling, *, pause: bool) -> Iterator[str]:
    if pause:
        where = _room(session, telling)
        said = _heading(session, telling) + (f" · {where}" if where else "")
        yield paragraph("Pause", Run(telling.hours(session), "Time"), f"  {said}")
    else:
        if told := list(_when_and_where(session, telling)):
            yield paragraph("WhenAndWhere", *told)
        anchor, number = telling.anchor(session), telling.numbers[session.key]
        yield paragraph("Heading2", _heading(session, telling), anchor=anchor, number=number)
    yield from _particulars(session, telling)
    yield from _texts(session, telling)
    yield from _seats(session, telling)


def _when_and_where(session: Session, telling: _Telling) -> Iterator[Run | str]:
    hours, words = telling.hours(session), telling.words
    if hours:
        yield Run(hours, "Time")
    room, languages = _room(session, telling), telling.languages(session)
    gap = "   " if hours else ""
    if room and languages:
        yield gap + words.gettext("Room: {room} ({languages})").format(room=room, languages=languages)
    elif room:
        yield gap + words.gettext("Room: {room}").format(room=room)
    elif languages:
        yield gap + words.gettext("Languages: {languages}").format(languages=languages)


def _particulars(session: Session, telling: _Telling) -> Iterator[str]:
    words = telling.words
    if session.organisers:
        names = apart((telling.own(name) for name in session.organisers), words)
        yield paragraph("Organisers", words.gettext("Organised by {names}").format(names=names))
    if session.theme:
        yield paragraph(
            "Organisers", words.gettext("Theme: {theme}").format(theme=telling.own(session.theme))
        )
    if session.access:
        yield paragraph(
            "Organisers", words.gettext("Access: {access}").format(access=telling.own(session.access))
        )


def _texts(session: Session, telling: _Telling) -> Iterator[str]:
    abstract = view.said(session.abstract, telling.programme, telling.words)
    for part in abstract.split("\n"):
        if part.strip():
            yield paragraph("BodyText", telling.own(part.strip()))
    questions = [telling.said(question) for question in session.questions]
    if any(questions):
        yield paragraph("Label", telling.words.gettext("Guiding questions:"))
    for question in questions:
        if question:
            yield paragraph("Question", question)


def _seats(session: Session, telling: _Telling) -> Iterator[str]:
    for group in seats.groups(session, telling.words):
        if group.heading:
            said = telling.words.pgettext("heading of a list", "{heading}:").format(heading=group.heading)
            yield paragraph("Label", said)
        elif (title := telling.said(group.title)) and title != telling.title(session):
            yield paragraph("Heading3", title)
        for seat in group.seats:
            yield paragraph("Seat", *_seat(seat, telling))


def _seat(told: Told, telling: _Telling) -> Iterator[Run | str]:
    words = telling.words
    if told.role:
        said = words.pgettext("role before a name", "{role}:").format(role=told.role)
        yield f"{said} "
    struck = told.state is SeatState.DECLINED
    edge = mark(told.line, words)
    for text, style in ((edge + told.before, ""), (told.name, "Name"), (told.after + edge, "")):
        if text:
            yield Run(text, style, struck)
    if told.mark:
        remark = words.pgettext("remark on a seat", "({remark})").format(remark=told.mark)
        yield Run(f" {remark}" if told.line else told.mark, "Open")

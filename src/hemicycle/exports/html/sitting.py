"""One session's page: what, when, where, in which languages, which questions, who sits there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from hemicycle.exports import view
from hemicycle.exports.html.edition import LEFT, OPEN, SETTLED, who
from hemicycle.exports.html.said import NOTHING, Said, badge, beside, in_line, isolated, linked, name
from hemicycle.kit import dates
from hemicycle.kit.lists import in_a_row
from hemicycle.programme.wording import vocabulary

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from hemicycle.engines.formats.programme import Role, Seat, Session
    from hemicycle.exports.html.edition import Card, Edition
    from hemicycle.exports.html.shell import Porch, Shell
    from hemicycle.kit.words import Words


class Place(NamedTuple):
    """One seat as a row of a table shows it: who, as what, from where. `struck` seats are no longer theirs."""

    who: SafeString
    function: SafeString
    origin: SafeString
    mark: SafeString
    struck: bool


class Group(NamedTuple):
    """Seats under an item of the session, or under the word for their role."""

    title: SafeString
    places: tuple[Place, ...]


class Fact(NamedTuple):
    term: str
    detail: SafeString


@dataclass(frozen=True, slots=True)
class Page:
    shell: Shell
    trail: SafeString
    """The links of the breadcrumb, up to the page itself."""
    title: SafeString
    kicker: SafeString
    when: SafeString
    starts: str
    room: SafeString
    abstract: Said
    questions: tuple[SafeString, ...]
    members: tuple[SafeString, ...]
    groups: tuple[Group, ...]
    facts: tuple[Fact, ...]
    beside: tuple[SafeString, ...]
    calendar: str
    event: SafeString
    """The session for search engines, as JSON-LD."""


def page(session: Session, edition: Edition, porch: Porch, event: SafeString) -> Page:
    survey, card = edition.survey, edition.cards[session.key]
    shell = porch.shell(
        f"sessions/{card.file}.html", "programme", card.title.text, _description(card, edition)
    )
    return Page(
        shell=shell,
        trail=edition.trails[edition.day_name(session).number],
        title=card.title.marked,
        kicker=card.kicker,
        when=_when(session, edition),
        starts=card.starts,
        room=name(card.room),
        abstract=edition.said(session.abstract),
        questions=tuple(edition.said(question).marked for question in session.questions),
        members=tuple(edition.lines[member.key] for member in survey.members.get(session.key, ())),
        groups=_groups(session, edition),
        facts=_facts(session, edition),
        beside=_parallel(session, edition),
        calendar=f"{shell.root}calendars/sessions/{card.file}.ics"
        if session.key in survey.in_calendar
        else "",
        event=event,
    )


def _description(card: Card, edition: Edition) -> str:
    return in_a_row((card.kind, card.title.text, edition.span, card.room), edition.words)


def _when(session: Session, edition: Edition) -> SafeString:
    """The day with its year, the hours, and whose time that is; the day alone where there are no hours."""
    starts, ends = edition.survey.hours[session.key]
    day = edition.day_name(session)
    if starts and day.date:
        return isolated(dates.moment(starts, ends, edition.words, timezone=edition.programme.timezone))
    hours = dates.hours(starts, ends, edition.words)
    if not hours:
        return isolated(edition.cards[session.key].when)
    said = edition.words.pgettext("day and time", "{day}, {time}")
    return isolated(said.format(day=day.long, time=hours))


def _facts(session: Session, edition: Edition) -> tuple[Fact, ...]:
    gettext, card = edition.words.gettext, edition.cards[session.key]
    before, after = _neighbours(session, edition)
    container = edition.cards[session.part_of].uplink if session.part_of else NOTHING
    every = (
        Fact(gettext("Room"), _room(session, edition)),
        Fact(gettext("Languages"), name(card.languages)),
        Fact(gettext("Organisers"), card.organisers),
        Fact(gettext("Access"), edition.printed(session.access).unmarked),
        Fact(gettext("Part of"), container),
        Fact(gettext("Before"), before),
        Fact(gettext("After"), after),
    )
    return tuple(fact for fact in every if fact.detail)


def _room(session: Session, edition: Edition) -> SafeString:
    if session.room is None:
        return NOTHING
    room, stem = edition.survey.room[session.room], edition.survey.room_stems[session.room]
    outside = name(edition.words.gettext("outside the venue")) if room.off_site else NOTHING
    link = linked(name(room.name), f"../rooms.html#room-{stem}")
    return beside(in_line(edition.words, link, outside), edition.printed(room.note).unmarked, by="<br>")


def _parallel(session: Session, edition: Edition) -> tuple[SafeString, ...]:
    """What else begins at the same time: the other sessions of the slot."""
    if edition.survey.holds(session):
        return ()
    others = edition.survey.slot_of[session.key].sessions
    return tuple(edition.neighbours[other.key] for other in others if other.key != session.key)


def _neighbours(session: Session, edition: Edition) -> tuple[SafeString, SafeString]:
    """What begins before and after it on the same day, pauses aside."""
    survey = edition.survey
    slots, here = survey.day_of[session.key].slots, survey.position_of[session.key]
    before = next((slot.all[0] for slot in reversed(slots[:here]) if not slot.is_pause), None)
    after = next((slot.all[0] for slot in slots[here + 1 :] if not slot.is_pause), None)
    shown = (edition.cards[found.key] if found else None for found in (before, after))
    first, second = (in_line(edition.words, card.uplink, card.hours) if card else NOTHING for card in shown)
    return first, second


def _groups(session: Session, edition: Edition) -> tuple[Group, ...]:
    in_items = {number for item in session.items for number in item.seats}
    found = [
        Group(
            edition.said(item.title).marked,
            tuple(place(session.seats[number], edition, with_role=True) for number in item.seats),
        )
        for item in session.items
    ]
    by_role: dict[Role, list[Seat]] = {}
    for number, seat in enumerate(session.seats):
        if number not in in_items:
            by_role.setdefault(seat.role, []).append(seat)
    for role, seats in by_role.items():
        heading = name(vocabulary.roles(role, len(seats), edition.words))
        found.append(Group(heading, tuple(place(seat, edition) for seat in seats)))
    return tuple(found)


def place(seat: Seat, edition: Edition, *, up: str = "../", with_role: bool = False) -> Place:
    """`up` leads from the page to the folder of its language; `with_role` where no heading says what the seat is for."""
    words, open_ = edition.words, seat.state in OPEN
    mark = badge("" if seat.state in SETTLED else vocabulary.state(seat.state, words), hatched=open_)
    role = name(vocabulary.role(seat.role, words)) if with_role else NOTHING
    function = edition.printed(_function(seat, words)).unmarked
    also = edition.printed(seat.also).unmarked
    country = view.country_name(seat.country, words) if seat.country else ""
    return Place(
        who=beside(named(seat, edition, up), mark),
        function=beside(role, function, also, by=" · "),
        origin=in_line(edition.words, name(seat.place), name(country)),
        mark=mark,
        struck=seat.state in LEFT,
    )


def named(seat: Seat, edition: Edition, up: str) -> SafeString:
    """The name on the seat, leading to the person's page where there is one; nothing on a seat without a name."""
    shown = name("" if seat.state in OPEN and not seat.name else who(seat))
    if seat.person is None or not shown:
        return shown
    return linked(shown, f"{up}people/{edition.survey.person_stems[seat.person]}.html")


def _function(seat: Seat, words: Words) -> str:
    parts = (seat.position, seat.organisation)
    return in_a_row((part for part in parts if part != who(seat) or seat.state in OPEN), words)

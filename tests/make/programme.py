"""Programmes for tests: the least that is valid, and any that there could be."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from hemicycle.engines.formats.programme import (
    CONTAINERS,
    PAUSES,
    Day,
    Item,
    Kind,
    Person,
    Programme,
    Role,
    Room,
    Seat,
    SeatState,
    Session,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import DrawFn, SearchStrategy

BRUSSELS = "Europe/Brussels"
FIRST_DAY = date(2017, 11, 16)
LANGUAGES = ("ar", "en", "es", "fr", "nl", "tr")
TIMEZONES = ("", BRUSSELS, "America/Sao_Paulo", "Asia/Kolkata", "Pacific/Auckland", "UTC")
ZONES = {name: ZoneInfo(name) for name in TIMEZONES if name}


def moment(clock: str, *, day: date = FIRST_DAY, timezone: str = BRUSSELS) -> datetime:
    """`clock` ("10:30") on a day, with the zone's offset on that day; without one when there is no zone."""
    naive = datetime.combine(day, datetime.strptime(clock, "%H:%M").time())  # noqa: DTZ007 -- a clock has no zone
    return fixed(naive.replace(tzinfo=ZoneInfo(timezone))) if timezone else naive


def fixed(at: datetime) -> datetime:
    """The same instant with a plain offset instead of a zone, as every reader gives it."""
    return datetime.fromisoformat(at.isoformat())


def session(key: str = "opening", **fields: Any) -> Session:
    fields.setdefault("kind", Kind.PLENARY)
    fields.setdefault("title", {"en": key.replace("-", " ").capitalize()})
    return Session(key, **fields)


def seat(name: str = "", **fields: Any) -> Seat:
    fields.setdefault("role", Role.SPEAKER)
    fields.setdefault("state", SeatState.NAMED if name else SeatState.TBC)
    fields.setdefault("as_printed", name or "TBC")
    return Seat(name=name, **fields)


def item(title: str, *seats: int) -> Item:
    return Item({"en": title}, seats)


def programme(*sessions: Session, **fields: Any) -> Programme:
    """A programme of these sessions with every room and person they name; two days in Brussels unless said."""
    rooms = dict.fromkeys(session.room for session in sessions if session.room)
    people = {seat.person: seat.name for session in sessions for seat in session.seats if seat.person}
    fields.setdefault("title", {"en": "Conference of Sample Cities"})
    fields.setdefault("timezone", BRUSSELS)
    fields.setdefault("language", "en")
    fields.setdefault("days", (Day(FIRST_DAY), Day(FIRST_DAY + timedelta(1))))
    fields.setdefault("rooms", tuple(Room(key, key.capitalize()) for key in rooms))
    fields.setdefault("people", tuple(Person(key, name) for key, name in people.items()))
    return Programme(sessions=sessions, **fields)


def plain_texts(*, max_size: int = 30) -> SearchStrategy[str]:
    """One line of words as papers have them, in Latin, Arabic, Greek and with awkward punctuation; never empty."""
    letters = "abcdefgh ABCDEFGH áçéğışöüñ Ωω مؤتمر ,;:.&<>\"'\\/()–—0123456789"
    return st.text(letters, min_size=1, max_size=max_size).map(lambda found: " ".join(found.split()) or "x")


def wild_texts() -> SearchStrategy[str]:
    """Whatever a Python text can hold, except halves of a surrogate pair, which no file can hold."""
    return st.text(st.characters(exclude_categories=("Cs",)), max_size=30)


def _keys(prefix: str, count: int) -> list[str]:
    return [f"{prefix}-{number}" for number in range(1, count + 1)]


def text_maps(texts: SearchStrategy[str], *, least: int = 0) -> SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from(LANGUAGES), texts, min_size=least, max_size=3)


def _word_lists(texts: SearchStrategy[str]) -> SearchStrategy[tuple[str, ...]]:
    return st.lists(texts, max_size=2, unique=True).map(tuple)


def _tags() -> SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(LANGUAGES), max_size=3, unique=True).map(tuple)


def rooms(key: str, texts: SearchStrategy[str]) -> SearchStrategy[Room]:
    return st.builds(
        Room,
        key=st.just(key),
        name=texts,
        also=_word_lists(texts),
        languages=_tags(),
        capacity=st.none() | st.integers(1, 900),
        off_site=st.booleans(),
        note=st.just("") | texts,
    )


def people(key: str, texts: SearchStrategy[str]) -> SearchStrategy[Person]:
    return st.builds(Person, key=st.just(key), name=texts, also=_word_lists(texts))


@st.composite
def seats(draw: DrawFn, persons: Sequence[Person], texts: SearchStrategy[str]) -> Seat:
    state = draw(st.sampled_from(SeatState))
    person = draw(st.sampled_from(persons)) if persons and state not in _NOBODY else None
    name = draw(st.sampled_from((person.name, *person.also))) if person else ""
    optional = st.just("") | texts
    return Seat(
        role=draw(st.sampled_from(Role)),
        state=state,
        person=person.key if person else None,
        name=name,
        position=draw(optional),
        organisation=draw(optional),
        place=draw(optional),
        country=draw(st.sampled_from(("", "BE", "UG"))),
        also=draw(optional),
        as_printed=draw(optional),
    )


_NOBODY = frozenset({SeatState.TBC, SeatState.UNNAMED, SeatState.ORGANISATION})


@st.composite
def moments(draw: DrawFn, days: Sequence[Day], timezone: str) -> tuple[datetime | None, datetime | None]:
    """A start and an end as documents have them: both, a start alone, or neither."""
    day = draw(st.none() | st.sampled_from(days)) if days else None
    if day is None:
        return None, None
    starts = datetime.combine(day.date, datetime.min.time()) + timedelta(minutes=draw(st.integers(0, 1439)))
    ends = (
        starts + timedelta(minutes=minutes) if (minutes := draw(st.none() | st.integers(5, 2000))) else None
    )
    if not timezone:
        return starts, ends
    # Through UTC, so that a clock time that the zone skips becomes one that it has.
    zone = ZONES[timezone]
    first = starts.replace(tzinfo=zone).astimezone(UTC)
    last = first + (ends - starts) if ends else None
    return fixed(first.astimezone(zone)), last and fixed(last.astimezone(zone))


@st.composite
def sessions(
    draw: DrawFn, key: str, frame: Programme, parents: Sequence[str], texts: SearchStrategy[str]
) -> Session:
    kind = draw(st.sampled_from([kind for kind in Kind if kind not in CONTAINERS]))
    starts, ends = draw(moments(frame.days, frame.timezone))
    optional = st.just("") | texts
    peopled = kind not in PAUSES
    seated = tuple(draw(st.lists(seats(frame.people, texts), max_size=3))) if peopled else ()
    numbers = st.lists(st.integers(0, len(seated) - 1), max_size=2, unique=True) if seated else st.just([])
    items = st.builds(Item, title=text_maps(texts, least=1), seats=numbers.map(tuple))
    return Session(
        key=key,
        kind=kind,
        title=draw(text_maps(texts, least=1)),
        number=draw(optional),
        starts=starts,
        ends=ends,
        room=draw(st.none() | st.sampled_from([room.key for room in frame.rooms])) if frame.rooms else None,
        languages=draw(_tags()),
        part_of=draw(st.none() | st.sampled_from(parents)) if parents and peopled else None,
        theme=draw(st.none() | texts.filter(bool)),
        organisers=draw(_word_lists(texts)),
        access=draw(optional),
        abstract=draw(text_maps(texts)),
        questions=tuple(draw(st.lists(text_maps(texts, least=1), max_size=2))),
        items=tuple(draw(st.lists(items, max_size=2))) if peopled else (),
        seats=seated,
    )


@st.composite
def programmes(draw: DrawFn, texts: SearchStrategy[str] | None = None, *, undated: bool = False) -> Programme:
    """Any programme. `texts` makes its texts (`plain_texts()` unless given); `undated` counts days from year 1."""
    texts = plain_texts() if texts is None else texts
    timezone = "" if undated else draw(st.sampled_from(TIMEZONES))
    first = date.min if undated else draw(st.dates(date(2010, 1, 1), date(2035, 12, 31)))
    count = draw(st.integers(0, 3))
    frame = Programme(
        title=draw(text_maps(texts)),
        theme=draw(text_maps(texts)),
        place=draw(st.just("") | texts),
        status=draw(st.just("") | texts),
        as_of=draw(st.none() | st.dates(date(2010, 1, 1), date(2035, 12, 31))),
        timezone=timezone,
        language=draw(st.sampled_from(("", *LANGUAGES))),
        days=tuple(Day(first + timedelta(n), draw(st.just("") | texts)) for n in range(count)),
        rooms=tuple(draw(rooms(key, texts)) for key in _keys("room", draw(st.integers(0, 3)))),
        people=tuple(draw(people(key, texts)) for key in _keys("person", draw(st.integers(0, 4)))),
    )
    parents = _keys("container", draw(st.integers(0, 1)))
    containers = tuple(draw(_containers(key, frame, texts)) for key in parents)
    keys = _keys("session", draw(st.integers(0, 5)))
    held = tuple(draw(sessions(key, frame, parents, texts)) for key in keys)
    return _with(frame, (*containers, *held))


@st.composite
def _containers(draw: DrawFn, key: str, frame: Programme, texts: SearchStrategy[str]) -> Session:
    starts, ends = draw(moments(frame.days, frame.timezone))
    kind = draw(st.sampled_from(sorted(CONTAINERS)))
    return Session(key, kind, draw(text_maps(texts, least=1)), starts=starts, ends=ends)


def _with(frame: Programme, held: tuple[Session, ...]) -> Programme:
    return Programme(
        frame.title,
        frame.theme,
        frame.place,
        frame.status,
        frame.as_of,
        frame.timezone,
        frame.language,
        frame.days,
        frame.rooms,
        frame.people,
        held,
    )

"""A programme being put together from the values of a file, each with its lines."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats import supplement
from hemicycle.engines.formats.programme import (
    Day,
    Item,
    Kind,
    NotAProgramme,
    Person,
    Programme,
    Role,
    Room,
    Seat,
    SeatState,
    Session,
    TextMap,
)
from hemicycle.engines.formats.reading import Evidence
from hemicycle.engines.formats.supplement import Drafted, Shown
from hemicycle.engines.reader.keys import Keys
from hemicycle.engines.reader.lexicon import lexicon
from hemicycle.engines.reader.structured.ledger import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from hemicycle.engines.reader.structured.ledger import Ledger
    from hemicycle.engines.reader.structured.tree import Span

SURE = 1.0
LIKELY = 0.8
"""Confidence of what a word of the file was understood to mean, such as the kind of a session by its type."""
_PAUSES = frozenset({Kind.BREAK, Kind.LUNCH})


@dataclass(frozen=True, slots=True)
class Named:
    """Someone in a file: the name, the file's own id where it has one, and what they are there."""

    name: str
    lines: Span
    ident: str = ""
    role: Role = Role.SPEAKER
    position: str = ""
    organisation: str = ""
    as_printed: str = ""
    state: SeatState = SeatState.NAMED


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a file, read and not yet given its place. `lines` says where each value stands."""

    title: TextMap
    span: Span
    lines: Mapping[str, Span] = field(default_factory=dict)
    kind_words: tuple[str, ...] = ()
    """The file's type and track, from which the kind follows where they name one."""
    number: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    room: str = ""
    languages: tuple[str, ...] = ()
    part_of: str | None = None
    theme: str = ""
    organisers: tuple[str, ...] = ()
    access: str = ""
    abstract: TextMap = field(default_factory=dict)
    questions: tuple[TextMap, ...] = ()
    items: tuple[Item, ...] = ()
    people: tuple[Named, ...] = ()
    assumed: frozenset[str] = frozenset()
    """Fields that the file does not print."""
    supplement: Mapping[str, Any] | None = None
    shown: Shown | None = None


def kind_of(words: Iterable[str], title: str) -> Kind:
    """What takes place: by the file's own type or track where that is the name of a kind, a pause also by its title."""
    book = lexicon()
    for text in words:
        found = book.kind(text) if text else None
        if found and found.span[0] == 0 and found.kind is not Kind.OTHER:
            return found.kind
    pause = book.kind(title[:60]) if len(title.split()) <= 6 else None
    if pause and pause.kind in _PAUSES and pause.span[0] == 0:
        return pause.kind
    return Kind.OTHER


class Draft:
    """Collects days, rooms, people and sessions, gives each its key, and keeps the evidence."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.evidence: dict[str, Evidence] = {}
        self.frame: dict[str, Any] = {}
        self._drafted: list[Drafted] = []
        self._rooms: dict[str, Room] = {}
        self._room_keys: dict[str, str] = {}
        self._people: dict[str, Person] = {}
        self._people_keys: dict[str, str] = {}
        self._days: dict[date, Day] = {}
        self._keys = {"rooms": Keys(), "people": Keys(), "sessions": Keys()}
        self._given: set[str] = set()
        self._supplement: Mapping[str, Any] | None = None
        self._shown_title = ""

    def note(
        self, path: str, text: object, lines: Span, *, sure: float = SURE, assumed: bool = False
    ) -> None:
        """Evidence for the value at `path`; its lines count as used unless the value is assumed."""
        self.evidence[path] = Evidence(lines, shortened(str(text)), sure, assumed)
        if not assumed:
            self.ledger.use(*lines)

    def set(self, name: str, value: Any, lines: Span, *, text: object = "", assumed: bool = False) -> None:
        """A field of the programme itself; an empty value sets nothing."""
        if value:
            self.frame[name] = value
            self.note(name, text or value, lines, assumed=assumed)

    def supplemented(self, found: Mapping[str, Any], title: str, lines: Span) -> None:
        """The programme's supplement: rooms and people get the keys they had, and nothing needs to be guessed."""
        self._supplement, self._shown_title = found, title
        self.note("supplement", supplement.FORMAT, lines)
        for name, keys in (("rooms", self._room_keys), ("people", self._people_keys)):
            for value in found.get(name) or ():
                if isinstance(value, dict) and isinstance(value.get("key"), str):
                    keys.setdefault(f"name:{value.get('name', '')}", value["key"])

    def day(self, on: date, lines: Span, *, label: str = "") -> None:
        if on not in self._days or (label and not self._days[on].label):
            self._days[on] = Day(on, label)
            self.note(f"days/{on.isoformat()}", label or on, lines)

    def room(
        self, name: str, lines: Span, *, ident: str = "", capacity: int | None = None, note: str = ""
    ) -> str | None:
        """The key of a room, by the file's id where it has one, else by its name."""
        if not name:
            return self._room_keys.get(f"id:{ident}") if ident else None
        known = (f"id:{ident}" if ident else "", f"name:{name}")
        key = next((self._room_keys[mark] for mark in known if mark in self._room_keys), None)
        if key is None or (key in self._rooms and self._rooms[key].name != name):
            key = self._room_keys.get(f"name:{name}") or self._keys["rooms"].key(name, "room")
        for mark in filter(None, known):
            self._room_keys.setdefault(mark, key)
        held = self._rooms.get(key)
        if held is None:
            self._rooms[key] = held = Room(key, name)
            self.note(f"rooms/{key}/name", name, lines)
        if capacity is not None and held.capacity is None:
            self._rooms[key] = held = replace(held, capacity=capacity)
            self.note(f"rooms/{key}/capacity", capacity, lines)
        if note and not held.note:
            self._rooms[key] = replace(held, note=note)
        return key

    def person(self, named: Named) -> str:
        """The key of a person: one id is one person however printed, without ids one name is."""
        mark = f"id:{named.ident}" if named.ident else f"name:{named.name}"
        key = self._people_keys.get(mark)
        if key is None:
            # A person of the supplement has no id in it: the first of that name in the file takes the key.
            key = self._people_keys.get(f"name:{named.name}") if self._supplement is not None else None
            key = key or self._keys["people"].key(named.name, "person")
            self._people_keys[mark] = key
        held = self._people.get(key)
        if held is None:
            self._people[key] = Person(key, named.name)
            self.note(f"people/{key}/name", named.name, named.lines)
        elif named.name not in (held.name, *held.also):
            self._people[key] = replace(held, also=(*held.also, named.name))
        return key

    def add(self, event: Event) -> str:
        """The key of the session that this event becomes."""
        title = next(iter(event.title.values()), "")
        key = self._session_key(event, title)
        kind = kind_of(event.kind_words, title)
        seats = tuple(self._seat(named) for named in event.people)
        session = Session(
            key=key,
            kind=kind,
            title=event.title,
            number=event.number,
            starts=event.starts,
            ends=event.ends,
            room=self.room(event.room, event.lines.get("room", event.span)) if event.room else None,
            languages=event.languages,
            part_of=event.part_of,
            theme=event.theme or None,
            organisers=event.organisers,
            access=event.access,
            abstract=event.abstract,
            questions=event.questions,
            items=event.items,
            seats=seats,
        )
        shown = event.shown or Shown()
        self._drafted.append(Drafted(session, shown, event.supplement))
        self._note_session(session, event)
        return key

    def _session_key(self, event: Event, title: str) -> str:
        given = event.supplement.get("key") if event.supplement else None
        if isinstance(given, str) and given and given not in self._given:
            self._given.add(given)
            return given
        while (key := self._keys["sessions"].key(title, "session")) in self._given:
            continue
        self._given.add(key)
        return key

    def _seat(self, named: Named) -> Seat:
        return Seat(
            role=named.role,
            state=named.state,
            person=self.person(named) if named.name else None,
            name=named.name,
            position=named.position,
            organisation=named.organisation,
            as_printed=named.as_printed or named.name,
        )

    def _note_session(self, session: Session, event: Event) -> None:
        path = f"sessions/{session.key}"
        texts: dict[str, Any] = {
            "title": next(iter(session.title.values()), ""),
            "number": session.number,
            "starts": session.starts.isoformat() if session.starts else "",
            "ends": session.ends.isoformat() if session.ends else "",
            "room": event.room,
            "languages": ", ".join(session.languages),
            "part_of": session.part_of,
            "theme": session.theme,
            "organisers": "; ".join(session.organisers),
            "access": session.access,
            "abstract": next(iter(session.abstract.values()), ""),
        }
        for name, text in texts.items():
            if text:
                assumed = name in event.assumed
                self.note(f"{path}/{name}", text, event.lines.get(name, event.span), assumed=assumed)
        words = next((word for word in event.kind_words if word), texts["title"])
        where = event.lines.get("kind", event.lines.get("title", event.span))
        self.note(f"{path}/kind", words, where, sure=LIKELY, assumed=session.kind is Kind.OTHER)
        for number, named in enumerate(event.people):
            self.note(f"{path}/seats/{number}", named.as_printed or named.name, named.lines)
        for number, question in enumerate(session.questions):
            self.note(
                f"{path}/questions/{number}",
                next(iter(question.values()), ""),
                event.lines.get("questions", event.span),
            )
        for number, item in enumerate(session.items):
            self.note(
                f"{path}/items/{number}",
                next(iter(item.title.values()), ""),
                event.lines.get("items", event.span),
            )

    @property
    def empty(self) -> bool:
        return not self._drafted and self._supplement is None

    def programme(self) -> Programme:
        """What was collected, restored with its supplements where there are any.

        Raises:
            NotAProgramme: a supplement is broken.
        """
        days = tuple(self._days[on] for on in sorted(self._days))
        draft = Programme(
            days=days,
            rooms=tuple(self._rooms.values()),
            people=tuple(self._people.values()),
            sessions=tuple(drafted.session for drafted in self._drafted),
            **self.frame,
        )
        if self._supplement is None:
            return draft
        return supplement.restore(draft, self._drafted, self._supplement, self._shown_title)

    def without_supplements(self) -> Programme:
        """The same from the file's own fields alone."""
        self._supplement = None
        return self.programme()


__all__ = ["LIKELY", "SURE", "Draft", "Event", "Named", "NotAProgramme", "kind_of"]

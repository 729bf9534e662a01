"""What a session is known by, whichever version it stands in: no key of either version is among it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from math import fsum, log, sqrt
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import CONTAINERS, PAUSES
from hemicycle.engines.words import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from hemicycle.engines.formats.programme import Kind, Programme, Seat, Session, TextMap

_STEM = 5
_SHORT = 3
_SHORT_WORD_COUNTS = 0.4
_STEM_COUNTS = 0.5
_TELLING = 5


@dataclass(frozen=True, slots=True)
class Features:
    """One session, ready to be compared with any session of the other version."""

    session: Session
    signature: str
    kind: Kind
    titles: Mapping[str, frozenset[str]]
    tokens: frozenset[str]
    forms: frozenset[str]
    people: frozenset[str]
    bodies: frozenset[str]
    day: int | None
    minute: int | None
    room: str
    number: str
    words: frozenset[str]
    parent: frozenset[str]

    @property
    def container(self) -> bool:
        return self.kind in CONTAINERS

    @property
    def pause(self) -> bool:
        return self.kind in PAUSES


def words_of(texts: Iterable[TextMap]) -> frozenset[str]:
    """The words of running text that can tell one text from another."""
    every = " ".join(text for each in texts for text in each.values())
    return frozenset(word for word in folded(every).split() if len(word) >= _TELLING)


def _tokens(text: str) -> frozenset[str]:
    words = folded(text).split()
    return frozenset(words) | {f"{word[:_STEM]}~" for word in words if len(word) >= _STEM}


def _titles(session: Session) -> dict[str, frozenset[str]]:
    """The title by language; where there is none, the titles of the parts stand for it."""
    texts = {tag: text for tag, text in session.title.items() if folded(text)}
    if not texts:
        texts = {
            tag: " ".join(item.title[tag] for item in session.items if item.title.get(tag))
            for tag in sorted({tag for item in session.items for tag in item.title})
        }
    return {tag: _tokens(text) for tag, text in texts.items() if folded(text)}


def features(programme: Programme, who: Callable[[Seat], str], days: Mapping[date, int]) -> list[Features]:
    """The sessions of one version, in an order that depends on what they are and not on where they stand.

    `who` names the person of a seat, and `days` numbers the days, alike for both versions.
    """
    told = signatures(programme)
    rooms = {room.key: folded(room.name) for room in programme.rooms}
    by_key = {session.key: session for session in programme.sessions}
    return [
        _features(
            session,
            told[session.key],
            who,
            days,
            rooms.get(session.room or "", ""),
            by_key.get(session.part_of or ""),
        )
        for session in sorted(programme.sessions, key=lambda one: (told[one.key], one.key))
    ]


def _features(
    session: Session,
    signature: str,
    who: Callable[[Seat], str],
    days: Mapping[date, int],
    room: str,
    parent: Session | None,
) -> Features:
    seats = session.seats
    bodies = [*session.organisers, *(seat.organisation for seat in seats)]
    at = session.starts or session.ends
    titles = _titles(session)
    return Features(
        session=session,
        signature=signature,
        kind=session.kind,
        titles=titles,
        tokens=frozenset[str]().union(*titles.values()),
        forms=frozenset(folded(text) for text in session.title.values() if folded(text)),
        people=frozenset(person for seat in seats if (person := who(seat))),
        bodies=frozenset(body for name in bodies if (body := folded(name))),
        day=days[at.date()] if at else None,
        minute=session.starts.hour * 60 + session.starts.minute if session.starts else None,
        room=room,
        number=folded(session.number),
        words=words_of([session.abstract, *session.questions, *(item.title for item in session.items)]),
        parent=frozenset[str]().union(*_titles(parent).values()) if parent else frozenset(),
    )


def signatures(programme: Programme) -> dict[str, str]:
    """By key, everything that counts about a session, as one text; equal for equal sessions, whatever their keys."""
    rooms = {room.key: room.name for room in programme.rooms}
    titles = {session.key: sorted(session.title.items()) for session in programme.sessions}
    return {
        session.key: json.dumps(
            [
                [str(session.starts or ""), str(session.ends or ""), session.kind, session.number],
                [titles[session.key], rooms.get(session.room or ""), titles.get(session.part_of or "")],
                [[seat.role, seat.state, *_printed(seat)] for seat in session.seats],
                [sorted(session.abstract.items()), [sorted(each.items()) for each in session.questions]],
                [[sorted(item.title.items()), item.seats] for item in session.items],
                [sorted(session.languages), sorted(session.organisers), session.access, session.theme],
            ]
        )
        for session in programme.sessions
    }


def _printed(seat: Seat) -> tuple[str, ...]:
    return (seat.as_printed, seat.name, seat.position, seat.organisation, seat.place, seat.country, seat.also)


class Weights:
    """How much a word of a title, or a person, says about which session it is: the rarer the more."""

    def __init__(self, old: list[Features], new: list[Features]) -> None:
        self._all = max(1, len(old), len(new))
        self._times = _most(Counter(token for one in side for token in one.tokens) for side in (old, new))
        self._seats = _most(Counter(person for one in side for person in one.people) for side in (old, new))
        self.common = frozenset(
            form
            for side in (old, new)
            for form, times in Counter(form for one in side for form in one.forms).items()
            if times > 1
        )
        self._titles: dict[frozenset[str], float] = {}
        self._weights = {token: self._weight(token, times) for token, times in self._times.items()}

    def _weight(self, token: str, times: int) -> float:
        rare = log(1 + self._all / times)
        if token.endswith("~"):
            return rare * _STEM_COUNTS
        return rare * _SHORT_WORD_COUNTS if len(token) <= _SHORT and not token.isdigit() else rare

    def times(self, token: str) -> int:
        return self._times[token]

    def titles(self, tokens: Iterable[str]) -> float:
        """What these words are worth together; the exact sum, so that their order does not count."""
        return fsum(map(self._weights.__getitem__, tokens))

    def title(self, tokens: frozenset[str]) -> float:
        """As `titles`, remembered: the words of one title are weighed against those of many."""
        known = self._titles.get(tokens)
        if known is None:
            known = self._titles[tokens] = self.titles(tokens)
        return known

    def people(self, people: Iterable[str]) -> float:
        return fsum(1 / sqrt(self._seats[person]) for person in people)


def _most(counts: Iterable[Counter[str]]) -> Counter[str]:
    """How often each stands in the version in which it stands most often: both having it makes it no commoner."""
    most: Counter[str] = Counter()
    for count in counts:
        most |= count
    return most

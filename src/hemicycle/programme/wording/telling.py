"""The things that changed, as a sentence names them: sessions, times, rooms, seats."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats.programme import Programme, Role, SeatState, Session, TextMap, text
from hemicycle.engines.words import folded
from hemicycle.kit import dates, languages
from hemicycle.kit.lists import joined
from hemicycle.programme.wording import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hemicycle.kit.words import Words

OPEN = frozenset({SeatState.TBC, SeatState.UNNAMED, SeatState.ORGANISATION})
_OPENING, _CLOSING = "\"“„«‘'", "\"”“»’'"
_STILL_OPEN = frozenset({"tbc", "tbd", "tba", ""})


@dataclass(frozen=True)
class Side:
    """One version of the programme, in words."""

    programme: Programme
    words: Words

    @cached_property
    def sessions(self) -> Mapping[str, Session]:
        return {session.key: session for session in self.programme.sessions}

    @cached_property
    def _rooms(self) -> Mapping[str, str]:
        return {room.key: room.name for room in self.programme.rooms}

    @cached_property
    def _titles(self) -> Counter[str]:
        return Counter(folded(self._title(session)) for session in self.programme.sessions)

    def _title(self, session: Session) -> str:
        return self.text(session.title) or vocabulary.kind(session.kind, self.words)

    def text(self, texts: TextMap) -> str:
        """In the reader's language, else in the programme's own, else in any."""
        return " ".join(text(texts, self.words.language, self.programme.language, "en").split())

    def title(self, key: str) -> str:
        """`“Drivers of migration”`."""
        return quoted(self._title(self.sessions[key]), self.words)

    def named(self, key: str) -> str:
        """As `title`, with the day where several sessions have the same title."""
        session = self.sessions[key]
        at = session.starts or session.ends
        if self._titles[folded(self._title(session))] < 2 or at is None:
            return self.title(key)
        day = dates.day(at.date(), self.words, "short")
        return self.words.pgettext("session of a day", "{title} ({day})").format(
            title=self.title(key), day=day
        )

    def when(self, key: str) -> str:
        """`Thursday 16 November, 15:00–16:30`, or nothing."""
        session = self.sessions[key]
        return dates.moment(session.starts, session.ends, self.words, "long")

    def hours(self, key: str) -> str:
        session = self.sessions[key]
        return dates.hours(session.starts, session.ends, self.words)

    def room(self, key: str) -> str:
        return self._rooms.get(self.sessions[key].room or "", "")

    def where(self, key: str) -> str:
        """Time and room, as far as there are any."""
        told = [part for part in (self.when(key), self.room(key)) if part]
        return self.words.pgettext("time, room", ", ").join(told)

    def placed(self, key: str) -> str:
        """The title with time and room: `“Drivers of migration” (Thursday 16 November, 15:00–16:30, Alcazar)`."""
        where = self.where(key)
        return f"{self.title(key)} ({where})" if where else self.title(key)


def quoted(title: str, words: Words) -> str:
    """In the language's quotation marks, unless the paper prints it in some."""
    if title and title[0] in _OPENING and title[-1] in _CLOSING:
        return title
    return words.pgettext("title in quotation marks", "“{title}”").format(title=title)


def part(role: Role, words: Words) -> str:
    """What somebody does in a session: `as moderator`."""
    return _parts(words)[role]


@cache
def _parts(words: Words) -> Mapping[Role, str]:
    return {
        Role.CHAIR: words.gettext("as chair"),
        Role.DISCUSSANT: words.gettext("as discussant"),
        Role.HOST: words.gettext("as host"),
        Role.INTRODUCED_BY: words.gettext("to introduce it"),
        Role.KEYNOTE: words.gettext("as keynote speaker"),
        Role.MODERATOR: words.gettext("as moderator"),
        Role.OTHER: words.gettext("as participant"),
        Role.PANELLIST: words.gettext("as panellist"),
        Role.PRESENTER: words.gettext("as presenter"),
        Role.RAPPORTEUR: words.gettext("as rapporteur"),
        Role.SPEAKER: words.gettext("as speaker"),
        Role.WELCOME: words.gettext("with words of welcome"),
    }


def at(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def day_of(values: Mapping[str, Any]) -> date | None:
    moment = at(values.get("starts")) or at(values.get("ends"))
    return moment.date() if moment else None


def times(values: Mapping[str, Any], words: Words) -> str:
    return dates.hours(at(values["starts"]), at(values["ends"]), words)


def moment(values: Mapping[str, Any], words: Words) -> str:
    return dates.moment(at(values["starts"]), at(values["ends"]), words, "long")


def tongues(tags: Sequence[str], words: Words) -> str:
    return joined((languages.name(tag, words) for tag in tags), words)


def somebody(seat: Mapping[str, Any], words: Words) -> str:
    """Whoever sits there, or what is said of the seat as long as nobody does."""
    if seat["name"] and seat["state"] not in OPEN:
        return str(seat["name"])
    parts = [seat[part] for part in ("name", "position", "organisation", "place")]
    told = [part for part in dict.fromkeys(parts) if folded(part) not in _STILL_OPEN]
    return words.pgettext("parts of a function", ", ").join(told) or words.gettext("to be confirmed")


def function(said: Mapping[str, str], words: Words) -> str:
    """`Mayor, Arlo`, with a second function beside it; the country where nothing else is said."""
    parts = [said[part] for part in ("position", "organisation", "place", "also") if said[part]]
    return words.pgettext("parts of a function", ", ").join(dict.fromkeys(parts)) or said["country"]


def at_the_table(
    seats: Sequence[Mapping[str, Any]], words: Words, called: Sequence[str] | None = None
) -> str:
    """`Moderator: A; Speakers: B and C`."""
    names: dict[Role, list[str]] = {}
    said = called if called is not None else [somebody(seat, words) for seat in seats]
    for seat, name in zip(seats, said, strict=True):
        names.setdefault(seat["role"], []).append(name)
    order = list(Role)
    return words.pgettext("between groups of a list", "; ").join(
        words.pgettext("role and names", "{role}: {names}").format(
            role=vocabulary.roles(role, len(names[role]), words), names=joined(names[role], words)
        )
        for role in sorted(names, key=order.index)
    )


def listed(keys: Iterable[str], side: Side) -> str:
    return joined((side.named(key) for key in keys), side.words)

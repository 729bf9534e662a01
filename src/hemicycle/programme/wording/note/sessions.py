"""What changed, session by session: new and gone, rooms, seats, texts; what is alike for many is said once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeAlias

from hemicycle.engines.formats.programme import CONTAINERS, PAUSES
from hemicycle.kit import dates
from hemicycle.kit.lists import joined
from hemicycle.programme.document.differences import Change
from hemicycle.programme.wording import vocabulary
from hemicycle.programme.wording.telling import OPEN, at_the_table, listed, somebody, tongues

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from hemicycle.engines.formats.programme import Kind
    from hemicycle.kit.words import Words
    from hemicycle.programme.document.differences import Changes, Difference
    from hemicycle.programme.wording.changes import Sentences
    from hemicycle.programme.wording.telling import Side

Seat: TypeAlias = "Mapping[str, Any]"

_AT_THE_TABLE = (
    Change.SEAT_NAMED,
    Change.SEAT_ADDED,
    Change.SEAT_REMOVED,
    Change.SEAT_MOVED,
    Change.ORGANISERS,
)
_OPENING_LINE = frozenset({"status", "as_of"})


def whole(changes: Changes, sentences: Sentences) -> Iterator[str]:
    """The programme's own title, theme, place and days; its status stands in the opening of the note."""
    for one in changes.of(Change.PROGRAMME):
        if one.after.keys() - _OPENING_LINE:
            yield sentences.programme(one, without=_OPENING_LINE)


def new(changes: Changes, sentences: Sentences) -> Iterator[str]:
    yield from _listed(changes.of(Change.ADDED), sentences.new, _containers(changes))


def gone(changes: Changes, sentences: Sentences) -> Iterator[str]:
    yield from _listed(changes.of(Change.REMOVED), sentences.old, {})


def _containers(changes: Changes) -> dict[str, list[str]]:
    """By key of a new container, the sessions in it that the earlier version had already."""
    known = {new for _, new in changes.pairs}
    held: dict[str, list[str]] = defaultdict(list)
    for session in changes.new.sessions:
        if session.part_of and session.key in known:
            held[session.part_of].append(session.key)
    return held


def _listed(ones: Iterable[Difference], side: Side, held: dict[str, list[str]]) -> Iterator[str]:
    """Parts under their container, pauses of one kind in one line, everything else in its own."""
    keys = [(one.new or one.old)[0] for one in ones]
    parts: dict[str, list[str]] = defaultdict(list)
    pauses: dict[Kind, list[str]] = defaultdict(list)
    for key in keys:
        session = side.sessions[key]
        if session.kind in PAUSES:
            pauses[session.kind].append(key)
        elif session.part_of:
            parts[session.part_of].append(key)
    for key in keys:
        session = side.sessions[key]
        if session.kind in PAUSES or session.part_of:
            continue
        yield _with_parts(key, parts.pop(key, []), held.get(key, []), side)
    for container, inside in parts.items():
        yield _with_parts(container, inside, [], side)
    for kind, times in pauses.items():
        yield _pauses(kind, times, side)


def _with_parts(key: str, parts: list[str], held: list[str], side: Side) -> str:
    words = side.words
    if side.sessions[key].kind in CONTAINERS and held:
        said = words.gettext("{session}, which brings together {parts}.")
        return said.format(session=side.placed(key), parts=listed(held, side))
    if not parts:
        return side.placed(key)
    said = words.gettext("In {session}:").format(session=side.placed(key))
    return "\n".join([said, *(f"  - {_part(part, side)}" for part in parts)])


def _part(key: str, side: Side) -> str:
    words, session = side.words, side.sessions[key]
    by = joined(session.organisers, words)
    told = {"title": side.title(key), "room": side.room(key), "organisers": by}
    if by and told["room"]:
        return words.gettext("{title}, organised by {organisers}; {room}").format(**told)
    if by:
        return words.gettext("{title}, organised by {organisers}").format(**told)
    return (
        words.pgettext("title and room", "{title}; {room}").format(**told) if told["room"] else told["title"]
    )


def _pauses(kind: Kind, keys: list[str], side: Side) -> str:
    """`Break: Thursday 16 November, 10:15–10:30 and 14:45–15:00; Friday 17 November, 11:00–11:15`."""
    words = side.words
    by_day: dict[date | None, list[str]] = defaultdict(list)
    for key in keys:
        starts = side.sessions[key].starts
        by_day[starts.date() if starts else None].append(key)
    said = [
        words.pgettext("day and time", "{day}, {time}").format(
            day=dates.day(day, words, "long"), time=joined(map(side.hours, of_day), words)
        )
        if day
        else joined(map(side.placed, of_day), words)
        for day, of_day in by_day.items()
    ]
    times = words.pgettext("between groups of a list", "; ").join(said)
    return words.pgettext("kind and times", "{kind}: {times}").format(
        kind=vocabulary.kind(kind, words), times=times
    )


def titles(changes: Changes, sentences: Sentences) -> Iterator[str]:
    """New titles and kinds; a container that was printed without a title has got none that says more."""
    for one in changes.of(Change.RETITLED):
        container = sentences.new.sessions[one.new[0]].kind in CONTAINERS
        if not container or (any(one.before["title"].values()) and any(one.after["title"].values())):
            yield sentences.sentence(one)
    yield from (sentences.sentence(one) for one in changes.of(Change.REKINDED))


def rooms(changes: Changes, sentences: Sentences) -> Iterator[str]:
    """Rooms and languages that are named for the first time in one line for each room; the others in their own."""
    words = sentences.words
    first = {one.new: one for one in changes.of(Change.ROOM) if one.new and not one.before["room"]}
    heard = {one.new: one for one in changes.of(Change.LANGUAGES) if not one.before["languages"]}
    together: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for keys, one in first.items():
        languages = tuple(heard[keys].after["languages"]) if keys in heard else ()
        together[one.after["room"], languages].append(keys[0])
    for (room, languages), sessions in sorted(together.items()):
        told = {
            "room": room,
            "languages": tongues(languages, words),
            "sessions": listed(sessions, sentences.new),
        }
        if languages:
            yield words.gettext("{room} ({languages}): {sessions}.").format(**told)
        else:
            yield words.pgettext("room and sessions", "{room}: {sessions}.").format(**told)
    for one in changes.of(Change.ROOM, Change.LANGUAGES):
        if one is not first.get(one.new) and not (one is heard.get(one.new) and one.new in first):
            yield sentences.sentence(one)


def tables(changes: Changes, sentences: Sentences) -> Iterator[str]:
    """For each session, who came, went and took an open seat; then who is only printed otherwise."""
    by_session: dict[tuple[str, ...], list[Difference]] = defaultdict(list)
    for one in changes.of(*_AT_THE_TABLE):
        by_session[one.new].append(one)
    order = {session.key: place for place, session in enumerate(changes.new.sessions)}
    for keys in sorted(by_session, key=lambda keys: order[keys[0]]):
        heading = f"**{sentences.new.named(keys[0])}**"
        yield "\n".join([heading, "", *(f"- {line}" for line in _table(by_session[keys], sentences))])
    renamed = [f"- {sentences.sentence(one)}" for one in changes.of(Change.PERSON_RENAMED)]
    if renamed:
        heading = sentences.words.gettext("Names and functions printed otherwise")
        yield "\n".join([f"**{heading}**", "", *renamed])


def _table(ones: Iterable[Difference], sentences: Sentences) -> Iterator[str]:
    words, by_kind = sentences.words, {one.kind: one for one in ones}
    if named := by_kind.get(Change.SEAT_NAMED):
        said = words.gettext("Open seats that are filled – {seats}")
        yield said.format(seats=sentences.filled(named))
    come = _sides(by_kind, Change.SEAT_ADDED)[1]
    gone, again = _sides(by_kind, Change.SEAT_REMOVED)
    yield from _line(words.gettext("New – {seats}"), _taken(come), words)
    yield from _line(words.gettext("No longer – {seats}"), _taken(gone), words)
    yield from _line(words.gettext("Open again – {seats}"), again, words)
    yield from _still_open(_untaken(come), _untaken(gone), words)
    for kind in (Change.SEAT_MOVED, Change.ORGANISERS):
        if kind in by_kind:
            yield sentences.sentence(by_kind[kind])


def _sides(by_kind: Mapping[Change, Difference], kind: Change) -> tuple[Sequence[Seat], Sequence[Seat]]:
    one = by_kind.get(kind)
    return (one.before.get("seats", ()), one.after.get("seats", ())) if one else ((), ())


def _taken(seats: Iterable[Seat]) -> list[Seat]:
    return [seat for seat in seats if seat["name"] and seat["state"] not in OPEN]


def _untaken(seats: Iterable[Seat]) -> list[Seat]:
    return [seat for seat in seats if not seat["name"] or seat["state"] in OPEN]


def _line(said: str, seats: Sequence[Seat], words: Words) -> Iterator[str]:
    if seats:
        yield said.format(seats=at_the_table(seats, words))


def _still_open(come: Sequence[Seat], gone: Sequence[Seat], words: Words) -> Iterator[str]:
    """Open seats that are described in other words than before, or are new, or are no longer foreseen."""
    told = {
        "seats": at_the_table(come, words),
        "before": joined((somebody(seat, words) for seat in gone), words),
    }
    if come and gone:
        yield words.gettext("Still open – {seats} (so far {before})").format(**told)
    elif come:
        yield words.gettext("Open – {seats}").format(**told)
    elif gone:
        yield words.gettext("No longer foreseen – {seats}").format(seats=at_the_table(gone, words))


def texts(changes: Changes, sentences: Sentences) -> Iterator[str]:
    """Descriptions and questions that are there for the first time together; every other change in its own line."""
    words = sentences.words
    described = [
        one
        for one in changes.of(Change.TEXT)
        if set(one.after) == {"abstract"} and not one.before["abstract"]
    ]
    if len(described) > 1:
        said = words.gettext("Now with a description: {sessions}.")
        yield said.format(sessions=listed((one.new[0] for one in described), sentences.new))
    asked = [one for one in changes.of(Change.QUESTIONS) if not one.before["questions"]]
    if len(asked) > 1:
        said = words.gettext("Now with questions to guide the discussion: {sessions}.")
        yield said.format(sessions=listed((one.new[0] for one in asked), sentences.new))
    together = [*(described if len(described) > 1 else ()), *(asked if len(asked) > 1 else ())]
    for one in changes.of(Change.RENUMBERED, Change.QUESTIONS, Change.TEXT):
        if not any(one is other for other in together):
            yield sentences.sentence(one)

"""Sessions that changed days or places with each other, found and told together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import CONTAINERS, PAUSES
from hemicycle.kit import dates
from hemicycle.programme.document.differences import Change
from hemicycle.programme.wording.telling import day_of, moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hemicycle.programme.document.differences import Changes, Difference
    from hemicycle.programme.wording.changes import Sentences


def between_days(changes: Changes) -> dict[tuple[date, date], list[Difference]]:
    """The moves from one day to another, by the two days, in the order of the new version."""
    found: dict[tuple[date, date], list[Difference]] = defaultdict(list)
    for one in changes.of(Change.MOVED):
        was, now = day_of(one.before), day_of(one.after)
        if was and now and was != now:
            found[was, now].append(one)
    return dict(sorted(found.items()))


def told(changes: Changes, sentences: Sentences) -> Iterator[str]:
    """Days that exchange sessions first, and as an exchange; then every other move to another day."""
    crossing = between_days(changes)
    words = sentences.words
    for was, now in crossing:
        if (now, was) in crossing and was < now:
            yield _exchange(changes, sentences, was, now)
            yield from _moves(sentences, was, now, crossing[was, now])
            yield from _moves(sentences, now, was, crossing[now, was])
    alone = {days: moves for days, moves in crossing.items() if days[::-1] not in crossing}
    if alone:
        number = sum(len(moves) for moves in alone.values())
        said = words.ngettext(
            "{number} session moves to another day.", "{number} sessions move to another day.", number
        )
        yield said.format(number=number)
    for (was, now), moves in alone.items():
        yield from _moves(sentences, was, now, moves)


def _exchange(changes: Changes, sentences: Sentences, was: date, now: date) -> str:
    words = sentences.words
    told = {"one": dates.day(was, words, "long"), "other": dates.day(now, words, "long")}
    number = sum(len(moves) for days, moves in between_days(changes).items() if set(days) == {was, now})
    if _all_cross(changes, {was, now}):
        said = words.ngettext(
            "{one} and {other} exchange their themes: {number} session changes days.",
            "{one} and {other} exchange their themes: {number} sessions change days.",
            number,
        )
    else:
        said = words.ngettext(
            "{one} and {other} exchange {number} session.",
            "{one} and {other} exchange {number} sessions.",
            number,
        )
    return said.format(**told, number=number)


def _all_cross(changes: Changes, days: set[date]) -> bool:
    """Whether every session of the kinds that cross does cross, so that the days themselves changed places."""
    crossed = {
        one.old[0] for moved, moves in between_days(changes).items() if set(moved) == days for one in moves
    }
    old = {session.key: session for session in changes.old.sessions}
    kinds = {old[key].kind for key in crossed} - CONTAINERS - PAUSES
    kept = [old[key] for key, _ in changes.pairs if old[key].kind in kinds]
    return len(crossed) > 2 and all(
        session.key in crossed for session in kept if session.starts and session.starts.date() in days
    )


def _moves(sentences: Sentences, was: date, now: date, moves: list[Difference]) -> Iterator[str]:
    words = sentences.words
    said = words.gettext("From {before} to {after}:")
    yield said.format(before=dates.day(was, words, "long"), after=dates.day(now, words, "long"))
    yield "\n".join(f"- {_move(one, sentences)}" for one in moves)


def _move(one: Difference, sentences: Sentences) -> str:
    words, key = sentences.words, one.new[0]
    room = sentences.new.room(key)
    told = {
        "title": sentences.new.title(key),
        "time": sentences.new.hours(key),
        "room": room,
        "before": sentences.old.hours(one.old[0]),
    }
    if room:
        return words.gettext("{title}: {time}, {room} (so far {before})").format(**told)
    return words.gettext("{title}: {time} (so far {before})").format(**told)


def other_times(changes: Changes, sentences: Sentences) -> Iterator[str]:
    """Moves within a day: two sessions that changed places with each other in one line."""
    crossed = {one.old for moves in between_days(changes).values() for one in moves}
    within = [one for one in changes.of(Change.MOVED) if one.old not in crossed]
    by_time = {(_slot(one.before), _slot(one.after)): one for one in within}
    seen: set[tuple[str, ...]] = set()
    for one in within:
        twin = by_time.get((_slot(one.after), _slot(one.before)))
        if one.old in seen:
            continue
        if twin and twin is not one and twin.old not in seen and one.after["starts"]:
            seen.add(twin.old)
            yield _swap(one, twin, sentences)
        else:
            yield sentences.sentence(one)


def _swap(one: Difference, twin: Difference, sentences: Sentences) -> str:
    words = sentences.words
    said = words.gettext("{one} and {other} change places: {one} is now on {time}, {other} on {before}.")
    return said.format(
        one=sentences.new.title(one.new[0]),
        other=sentences.new.title(twin.new[0]),
        time=moment(one.after, words),
        before=moment(twin.after, words),
    )


def _slot(values: object) -> str:
    return str(values)

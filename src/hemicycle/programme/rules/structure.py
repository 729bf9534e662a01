"""Titles, numbers, order, and entries that are there twice or hold nothing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import CONTAINERS, Kind, Session, text
from hemicycle.engines.names.letters import plain
from hemicycle.programme.terms import LOW, MEDIUM, Code, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hemicycle.engines.formats.findings import Finding
    from hemicycle.programme.rules.sight import Sight

_NEED_A_TITLE = frozenset(
    {
        Kind.BREAKOUT,
        Kind.GUIDED_DISCUSSION,
        Kind.OTHER,
        Kind.PANEL,
        Kind.SIDE_EVENT,
        Kind.TRAINING,
        Kind.WORKSHOP,
    }
)
_DESCRIBED = _NEED_A_TITLE - {Kind.OTHER}
_NUMBER = re.compile(r"^(?P<front>.*?)(?P<number>\d+(?:\.\d+)*|[ivx]+|[a-z])[.):]?$", re.IGNORECASE)
_ROMAN = {"i": 1, "v": 5, "x": 10}
_MOST = 0.6
"""A thing is customary where so many have it."""


def titles(sight: Sight) -> Iterator[Finding]:
    """Sessions without a title; plenaries, pauses and the like are titled by their kind."""
    for session in sight.sessions:
        if session.kind in _NEED_A_TITLE and not text(session.title).strip():
            yield sight.found(Code.TITLE_MISSING, MEDIUM, (session,))


def abstracts(sight: Sight) -> Iterator[Finding]:
    """Sessions that say nothing of their content, where six of ten or more of their kind do."""
    by_kind: dict[Kind, list[Session]] = defaultdict(list)
    for session in sight.sessions:
        if session.kind in _DESCRIBED:
            by_kind[session.kind].append(session)
    for sessions in by_kind.values():
        bare = [session for session in sessions if not text(session.abstract) and not session.questions]
        if len(sessions) - len(bare) >= _MOST * len(sessions):
            for session in bare:
                yield sight.found(Code.ABSTRACT_MISSING, LOW, (session,))


def places(sight: Sight) -> Iterator[Finding]:
    """Sessions with a time and no room, where six of ten or more of the like have one."""
    like = [
        session
        for session in sight.sessions
        if session.starts is not None
        and not sight.is_container(session)
        and session.kind in _DESCRIBED | _HALLS
    ]
    without = [session for session in like if session.room is None]
    if len(like) - len(without) >= _MOST * len(like):
        for session in without:
            yield sight.found(Code.ROOM_MISSING, LOW, (session,))


_HALLS = frozenset(
    {
        Kind.CLOSING_PLENARY,
        Kind.KEYNOTE_PLENARY,
        Kind.MEETING,
        Kind.OPENING_PLENARY,
        Kind.PLENARY,
        Kind.PRESS,
        Kind.SUMMARY_PLENARY,
    }
)


def containers(sight: Sight) -> Iterator[Finding]:
    """Groups that hold nothing: medium, but low for side events, whose call may still be open, and in a draft."""
    for session in sight.sessions:
        if session.kind in CONTAINERS and not sight.children.get(session.key):
            eased = sight.is_draft or session.kind is Kind.SIDE_EVENTS
            yield sight.found(Code.CONTAINER_EMPTY, LOW if eased else MEDIUM, (session,))


def doubles(sight: Sight) -> Iterator[Finding]:
    """One title and kind twice at one time in one room or without rooms; a session repeated later is meant."""
    seen: dict[tuple[str, ...], Session] = {}
    for slot in sight.slots:
        session = slot.session
        title = plain(text(session.title))
        key = (title, session.kind.value, slot.starts.isoformat(), session.room or "")
        if title and key in seen and not sight.related(seen[key], session):
            yield sight.found(Code.DUPLICATE_SESSION, MEDIUM, (seen[key], session))
        elif title:
            seen[key] = session


def numbers(sight: Sight) -> Iterator[Finding]:
    """Numbers of one group of sessions that run backwards or are used twice (medium) or leave one out (low).

    A group is what shares a container, or a day; each day and each container may count anew.
    """
    groups: dict[tuple[str, ...], list[tuple[Session, tuple[int, ...]]]] = defaultdict(list)
    for session in sight.sessions:
        read = _number(session.number)
        if read:
            day = session.starts.date().isoformat() if session.starts else ""
            groups[session.part_of or day, session.kind.value, read[0]].append((session, read[1]))
    for group in groups.values():
        counted = [number for _, number in group]
        fault = _fault(counted)
        if fault:
            facts = {"numbers": [session.number for session, _ in group], "fault": fault.value}
            gravity = LOW if fault is Fault.HOLE else MEDIUM
            sessions = [session for session, _ in group]
            paths = [f"sessions/{session.key}/number" for session in sessions]
            yield sight.found(Code.NUMBERING, gravity, sessions, facts, paths)


def _fault(counted: Sequence[tuple[int, ...]]) -> Fault | None:
    if max(Counter(counted).values()) > 1:
        return Fault.TWICE
    if any(later < earlier for earlier, later in pairwise(counted)):
        return Fault.ORDER
    whole = all(len(number) == 1 for number in counted)
    if whole and any(later[0] - earlier[0] > 1 for earlier, later in pairwise(counted)):
        return Fault.HOLE
    return None


def _number(printed: str) -> tuple[str, tuple[int, ...]] | None:
    """What stands before the number, and the number: of figures, Roman or a letter."""
    found = _NUMBER.match(printed.strip())
    if not found:
        return None
    front, number = plain(found["front"]), found["number"].lower()
    if number[0].isdigit():
        return front, tuple(int(part) for part in number.split("."))
    if front and not found["front"][-1:].isspace() and found["front"][-1:].isalpha():
        return None  # the end of a word
    if set(number) <= set(_ROMAN):
        return f"{front} roman", (_roman(number),)
    return f"{front} letter", (ord(number) - ord("a"),)


def _roman(number: str) -> int:
    values = [_ROMAN[sign] for sign in number]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def order(sight: Sight) -> Iterator[Finding]:
    """Entries printed after a later one of their level; rooms or tracks printed one after the other are in order."""
    levels: dict[str | None, list[Session]] = defaultdict(list)
    for session in sight.sessions:
        if session.starts is not None:
            levels[session.part_of].append(session)
    for sessions in levels.values():
        out = _out_of_order(sessions)
        if out and not any(_by_column(sessions, name) for name in ("room", "theme")):
            yield sight.found(Code.ORDER, MEDIUM, out, {"sessions": len(out)})


def _out_of_order(sessions: Sequence[Session]) -> list[Session]:
    timed = [
        (session, session.starts.replace(tzinfo=None)) for session in sessions if session.starts is not None
    ]
    latest = accumulate((moment for _, moment in timed), max)
    return [session for (session, moment), before in zip(timed, latest, strict=True) if moment < before]


def _by_column(sessions: Sequence[Session], name: str) -> bool:
    columns: dict[object, list[Session]] = defaultdict(list)
    for session in sessions:
        columns[getattr(session, name)].append(session)
    return len(columns) > 1 and not any(map(_out_of_order, columns.values()))


RULES = (titles, abstracts, places, containers, doubles, numbers, order)

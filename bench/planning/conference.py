"""Conferences of our own making, of any size: rooms nested by capacity, busy people, tracks, audiences."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from hemicycle.engines.scheduling.problem import (
    Audience,
    Needed,
    Problem,
    Relation,
    RelationKind,
    Room,
    Session,
    Slot,
    Weights,
)

FIRST = datetime(2027, 5, 10, 9, 0, tzinfo=UTC)
A_DAY = 5
FILLED = 0.9


def conference(sessions: int, seed: int = 0) -> Problem:
    """A conference of so many sessions that fills nine tenths of its rooms and slots, with a plan that keeps every rule.

    The plan is drawn first and then forgotten, so that there is one.
    """
    random = Random(seed)  # noqa: S311 -- a made-up conference
    slots = _slots(max(5, round(sessions**0.5 * 0.8)))
    rooms = _rooms(-(-sessions // int(len(slots) * FILLED)))
    places = random.sample([(s, r) for s in range(len(slots)) for r in range(len(rooms))], sessions)
    people = [f"person-{n}" for n in range(2 * sessions)]
    busy: dict[int, set[str]] = {n: set() for n in range(len(slots))}
    made = []
    for n, (slot, room) in enumerate(places):
        free = [one for one in random.choices(people, k=6) if one not in busy[slot]]
        needed = sorted(set(free[: random.randint(1, 4)]))
        busy[slot].update(needed)
        other = random.choice([each.key for each in slots if each.key != slots[slot].key])
        away = frozenset({other}) if random.random() < 0.2 else frozenset[str]()
        made.append(_session(n, rooms[room], tuple(Needed(one, away) for one in needed), random))
    relations = [_relation(pair, places, random) for pair in random.sample(range(sessions), sessions // 10)]
    return Problem(
        slots=slots,
        rooms=rooms,
        sessions=tuple(made),
        relations=tuple(each for each in relations if each is not None),
        audiences=tuple(_audience(made, random) for _ in range(sessions)),
        weights=Weights(track=2),
    )


def _slots(many: int) -> tuple[Slot, ...]:
    starts = [FIRST + timedelta(days=n // A_DAY, hours=2 * (n % A_DAY)) for n in range(many)]
    return tuple(Slot(f"slot-{n}", start, start + timedelta(minutes=90)) for n, start in enumerate(starts))


def _rooms(many: int) -> tuple[Room, ...]:
    sizes = (40, 60, 80, 120, 200, 500)
    return tuple(
        Room(
            f"room-{n}",
            capacity=sizes[min(len(sizes) - 1, n * len(sizes) // many)],
            languages=frozenset({"en", "fr"} if n % 3 == 0 else {"en"}),
        )
        for n in range(many)
    )


def _session(number: int, room: Room, people: tuple[Needed, ...], random: Random) -> Session:
    return Session(
        f"session-{number}",
        90,
        people=people,
        languages=room.languages if random.random() < 0.3 else frozenset(),
        expected=random.randint(10, room.capacity or 10),
        track=f"track-{number % 12}",
    )


def _relation(number: int, places: list[tuple[int, int]], random: Random) -> Relation | None:
    other = random.randrange(len(places))
    if places[other][0] == places[number][0]:
        return None
    first, then = sorted((number, other), key=lambda n: places[n][0])
    kind = random.choice((RelationKind.APART, RelationKind.BEFORE))
    return Relation(kind, (f"session-{first}", f"session-{then}"))


def _audience(sessions: list[Session], random: Random) -> Audience:
    track = random.randrange(12)
    liked = [each.key for each in sessions if each.track == f"track-{track}"]
    wished = random.sample(liked, min(3, len(liked))) + random.sample([each.key for each in sessions], 4)
    return Audience(tuple(dict.fromkeys(wished)), random.randint(1, 5))

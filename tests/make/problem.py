"""Builders of planning problems: the least that is valid, and small random ones."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

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

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

FIRST = datetime(2027, 5, 10, 9, 0)  # noqa: DTZ001 -- a plan may have no zone


def slot(number: int, *, minutes: int = 90, every: int = 120, day: int = 0, block: str = "") -> Slot:
    starts = FIRST + timedelta(days=day, minutes=every * number)
    return Slot(f"slot-{day}-{number}", starts, starts + timedelta(minutes=minutes), block)


def problem(*sessions: Session, slots: int = 3, rooms: int = 2, **fields) -> Problem:
    return Problem(
        slots=fields.pop("slots_given", tuple(slot(n) for n in range(slots))),
        rooms=fields.pop(
            "rooms_given", tuple(Room(f"room-{n}", capacity=50 * (n + 1)) for n in range(rooms))
        ),
        sessions=sessions,
        **fields,
    )


@st.composite
def problems(draw: DrawFn, *, sessions: int = 4, hop: int = 0) -> Problem:
    """Random problems of at most three slots and two rooms, feasible or not."""
    slots = tuple(
        slot(
            n,
            minutes=draw(st.sampled_from((60, 90))),
            every=draw(st.sampled_from((60, 120))),
            day=draw(st.sampled_from((0, 0, 1))),
            block=draw(st.sampled_from(("", "morning"))),
        )
        for n in range(3)
    )
    keys = [each.key for each in slots]
    rooms = tuple(
        Room(
            f"room-{n}",
            capacity=draw(st.sampled_from((None, 20, 60))),
            languages=frozenset(draw(st.sets(st.sampled_from(("en", "fr"))))),
            slots=frozenset(draw(st.sets(st.sampled_from(keys), max_size=2))),
            shared=draw(st.sampled_from((False, False, False, True))),
        )
        for n in range(2)
    )
    made = tuple(draw(_session(f"session-{n}", keys)) for n in range(draw(st.integers(1, sessions))))
    names = [session.key for session in made]
    pairs = st.lists(st.sampled_from(names), min_size=2, max_size=2, unique=True).map(tuple)
    relations = st.lists(st.builds(Relation, st.sampled_from(RelationKind), pairs), max_size=2)
    audiences = st.lists(st.builds(Audience, pairs, st.integers(1, 5)), max_size=3)
    many = len(names) > 1
    return Problem(
        slots=slots,
        rooms=rooms,
        sessions=made,
        relations=tuple(draw(relations)) if many else (),
        audiences=tuple(draw(audiences)) if many else (),
        walking=draw(st.sampled_from(({}, {("room-0", "room-1"): 45}))),
        resources={"booth": 2},
        weights=Weights(balance=draw(st.integers(0, 1)), hop=hop, track=draw(st.integers(0, 2))),
    )


@st.composite
def _session(draw: DrawFn, key: str, slots: list[str]) -> Session:
    people = st.lists(
        st.builds(
            Needed,
            st.sampled_from(("ann", "bob")),
            st.sets(st.sampled_from(slots), max_size=1).map(frozenset),
        ),
        max_size=2,
        unique_by=lambda person: person.key,
    )
    return Session(
        key=key,
        minutes=draw(st.sampled_from((0, 60, 90))),
        people=tuple(draw(people)),
        languages=frozenset(draw(st.sets(st.sampled_from(("en", "fr")), max_size=1))),
        expected=draw(st.sampled_from((0, 30))),
        track=draw(st.sampled_from(("", "water", "heat"))),
        rooms=draw(st.sampled_from(({}, {"room-0": 3}))),
        slots=draw(st.sampled_from(({}, {slots[0]: 2}))),
        fixed_slot=draw(st.sampled_from((None, None, None, slots[1]))),
        uses=draw(st.sampled_from(({}, {}, {"booth": 1}, {"booth": 2}))),
        official=draw(st.sampled_from((False, False, False, False, True))),
    )

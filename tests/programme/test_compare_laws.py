"""What holds of the comparison of any two versions."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hemicycle.kit.words import words
from hemicycle.programme import changes
from hemicycle.programme.document import compare
from hemicycle.programme.document.differences import Change
from hemicycle.programme.document.matching import match
from hemicycle.programme.wording import note
from tests.make.programme import plain_texts, programmes

MIRROR = {
    Change.ADDED: Change.REMOVED,
    Change.REMOVED: Change.ADDED,
    Change.SPLIT: Change.MERGED,
    Change.MERGED: Change.SPLIT,
    Change.ROOM_ADDED: Change.ROOM_REMOVED,
    Change.ROOM_REMOVED: Change.ROOM_ADDED,
}
SEATS = {Change.SEAT_NAMED, Change.SEAT_ADDED, Change.SEAT_REMOVED, Change.SEAT_MOVED}
searched = settings().max_examples > 100
calm = settings(
    max_examples=settings().max_examples if searched else 20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@st.composite
def versions(draw):
    """Two programmes: strangers to each other, or the second an edition of the first."""
    old = draw(programmes(undated=draw(st.booleans())))
    if draw(st.booleans()):
        return old, draw(programmes())
    kept = [edited(draw, one, old) for one in old.sessions if draw(st.integers(0, 5))]
    keys = {one.key for one in kept}
    kept = [replace(one, part_of=one.part_of if one.part_of in keys else None) for one in kept]
    return old, replace(old, status="later", sessions=tuple(draw(st.permutations(kept))))


def edited(draw, session, programme):
    if draw(st.booleans()) and session.starts and session.starts.year > 1:
        shift = timedelta(minutes=draw(st.sampled_from((15, 90, 1440))))
        session = replace(session, starts=session.starts + shift, ends=session.ends and session.ends + shift)
    if draw(st.booleans()):
        session = replace(session, title={"en": draw(plain_texts())})
    if draw(st.booleans()):
        session = replace(session, seats=session.seats[1:], items=())
    if draw(st.booleans()) and programme.rooms:
        session = replace(session, room=draw(st.sampled_from(programme.rooms)).key)
    return session


def facts(found):
    """Every single fact that a comparison states, with the sessions it states it of."""
    told = Counter()
    for one in found.differences:
        if one.kind in SEATS:
            told.update(json.dumps(fact, sort_keys=True) for fact in seat_facts(one))
        else:
            told[fact_of(one.kind, one.old, one.new, one.before, one.after)] += 1
    return told


def fact_of(kind, old, new, before, after):
    return json.dumps([kind, sorted(old), sorted(new), levelled(before), levelled(after)], sort_keys=True)


def levelled(values):
    """Sessions of a split or a merger in an order of their own."""
    if "sessions" in values:
        return {"sessions": sorted(values["sessions"], key=lambda one: one["key"])}
    return dict(values)


def seat_facts(one):
    before, after = one.before.get("seats", []), one.after.get("seats", [])
    for place in range(max(len(before), len(after))):
        was = before[place] if place < len(before) else None
        now = after[place] if place < len(after) else None
        yield ["opened" if one.kind is Change.SEAT_REMOVED and now else one.kind, was, now]


def mirrored(found):
    told = Counter()
    other_seat = {
        "opened": Change.SEAT_NAMED,
        Change.SEAT_NAMED: "opened",
        Change.SEAT_ADDED: Change.SEAT_REMOVED,
        Change.SEAT_REMOVED: Change.SEAT_ADDED,
        Change.SEAT_MOVED: Change.SEAT_MOVED,
    }
    for one in found.differences:
        if one.kind in SEATS:
            told.update(
                json.dumps([other_seat[kind], now, was], sort_keys=True) for kind, was, now in seat_facts(one)
            )
        else:
            told[fact_of(MIRROR.get(one.kind, one.kind), one.new, one.old, one.after, one.before)] += 1
    return told


def without_keys(told):
    return Counter(
        {json.dumps(bare(json.loads(fact)), sort_keys=True): times for fact, times in told.items()}
    )


def bare(value):
    if isinstance(value, dict):
        return {
            name: bare(held)
            for name, held in value.items()
            if name not in {"key", "session", "person", "part_of"}
        }
    return [bare(held) for held in value if not is_keys(held)] if isinstance(value, list) else value


def is_keys(value):
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def rekeyed(programme, prefix):
    def key(old):
        return old and f"{prefix}{old}"

    return replace(
        programme,
        rooms=tuple(replace(room, key=key(room.key)) for room in programme.rooms),
        people=tuple(replace(person, key=key(person.key)) for person in programme.people),
        sessions=tuple(
            replace(
                one,
                key=key(one.key),
                room=key(one.room),
                part_of=key(one.part_of),
                seats=tuple(replace(seat, person=key(seat.person)) for seat in one.seats),
            )
            for one in programme.sessions
        ),
    )


@calm
@given(programmes())
def test_nothing_changed_between_a_programme_and_itself(programme):
    assert compare(programme, programme).differences == ()


@calm
@given(programmes(), st.randoms(use_true_random=False))
def test_nothing_changed_where_only_the_order_of_the_document_did(programme, chance):
    shuffled = list(programme.sessions)
    chance.shuffle(shuffled)

    assert compare(programme, replace(programme, sessions=tuple(shuffled))).differences == ()


@calm
@given(versions())
def test_the_way_back_is_the_mirror_image_of_the_way_there(pair):
    old, new = pair

    assert facts(compare(new, old)) == mirrored(compare(old, new))


@calm
@given(versions(), st.randoms(use_true_random=False))
def test_the_order_of_the_sessions_changes_nothing(pair, chance):
    old, new = pair
    shuffled = list(new.sessions)
    chance.shuffle(shuffled)

    again = compare(old, replace(new, sessions=tuple(shuffled)))

    assert facts(again) == facts(compare(old, new))


@calm
@given(versions())
def test_other_keys_change_nothing(pair):
    old, new = pair

    again = compare(rekeyed(old, "k"), rekeyed(new, "q"))

    assert without_keys(facts(again)) == without_keys(facts(compare(old, new)))


@calm
@given(versions())
def test_every_session_is_accounted_for_exactly_once(pair):
    old, new = pair

    families = match(old, new).families

    assert Counter(one.key for family in families for one in family.old) == Counter(
        s.key for s in old.sessions
    )
    assert Counter(one.key for family in families for one in family.new) == Counter(
        s.key for s in new.sessions
    )


@calm
@given(versions())
def test_a_session_has_at_most_one_entry_of_a_kind(pair):
    found = compare(*pair)

    of_sessions = [one for one in found.differences if one.old or one.new]

    assert all(
        times == 1 for times in Counter((one.kind, one.old) for one in of_sessions if one.old).values()
    )
    assert all(
        times == 1 for times in Counter((one.kind, one.new) for one in of_sessions if one.new).values()
    )


@calm
@given(versions(), st.sampled_from(("en", "ar", "tr")))
def test_every_change_can_be_said(pair, language):
    old, new = pair
    found = compare(old, new)

    told = changes.to_json(found, words(language))

    assert all(one["text"].strip() for one in told["changes"])
    assert note.write(found, old, new, words(language)).endswith("\n")
    assert json.loads(json.dumps(told)) == told

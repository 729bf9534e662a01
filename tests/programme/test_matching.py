"""Which session is which: by meaning, and the best there is."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from hemicycle.engines.formats.programme import Day, Kind
from hemicycle.programme.document.assignment import best_pairs
from hemicycle.programme.document.matching import match
from tests.make.programme import FIRST_DAY, moment, programme, seat, session

SECOND_DAY = FIRST_DAY.replace(day=17)


def on(clock, day=FIRST_DAY, ends="23:00"):
    return {"starts": moment(clock, day=day), "ends": moment(ends, day=day)}


def became(old, new):
    """Keys of the new sessions by key of the old one."""
    families = match(programme(*old), programme(*new)).families
    return {one.key: [other.key for other in family.new] for family in families for one in family.old}


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(-3, 12), max_size=18))
def test_no_other_pairing_is_worth_more(worth):
    chosen = best_pairs(worth)

    assert len(set(chosen.values())) == len(chosen)
    assert sum(worth[pair] for pair in chosen.items()) == most(worth)


def most(worth):
    rights = [*range(5), *[None] * 5]
    return max(
        sum(max(0, worth.get(pair, 0)) for pair in enumerate(order))
        for order in set(permutations(rights[:7], 5))
    )


def test_a_long_chain_of_second_best_choices_is_undone():
    worth = {(n, n): 10 for n in range(50)} | {(n, n + 1): 11 for n in range(49)} | {(49, 0): 12}

    chosen = best_pairs(worth)

    assert sum(worth[pair] for pair in chosen.items()) == 11 * 49 + 12


def test_a_session_that_changed_everything_but_its_subject_is_one_session():
    old = session(
        "a",
        kind=Kind.PANEL,
        title={"en": "Housing for newcomers in port cities"},
        number="2",
        seats=(seat("Ada One", person="ada"), seat("Bo Two", person="bo")),
        **on("09:00"),
    )
    new = session(
        "z",
        kind=Kind.PANEL,
        title={"en": "How port cities house newcomers"},
        number="5",
        seats=(seat("Cy Three", person="cy"),),
        **on("16:00", SECOND_DAY),
    )
    rest = session("b", kind=Kind.PANEL, title={"en": "Paying for schools"}, **on("16:00", SECOND_DAY))

    assert became([old, rest], [new, replace(rest, key="y")]) == {"a": ["z"], "b": ["y"]}


def test_a_session_in_the_place_of_another_is_another():
    old = session("a", kind=Kind.PANEL, title={"en": "Migration and health"}, **on("09:00", ends="10:00"))
    new = session("z", kind=Kind.PANEL, title={"en": "Ports and railways"}, **on("09:00", ends="10:00"))

    assert became([old], [new]) == {"a": []}


def test_the_same_speakers_make_a_renamed_session_the_same():
    seats = tuple(seat(name, person=name) for name in ("Ada One", "Bo Two", "Cy Three"))
    old = session("a", kind=Kind.PANEL, title={"en": "Migration and health"}, seats=seats, **on("09:00"))
    new = session("z", kind=Kind.PANEL, title={"en": "Caring for newcomers"}, seats=seats, **on("09:00"))

    assert became([old], [new]) == {"a": ["z"]}


def test_a_title_in_another_language_is_recognised_by_everything_else():
    told = {"kind": Kind.WORKSHOP, "room": "scala", **on("09:00", ends="10:00")}
    old = [
        session("a", title={"en": "Housing"}, seats=(seat("Ada One", person="ada"),), **told),
        session("b", title={"en": "Schools"}, seats=(seat("Bo Two", person="bo"),), **told),
    ]
    new = [
        session("y", title={"fr": "Écoles"}, seats=(seat("Bo Two", person="bo"),), **told),
        session("z", title={"fr": "Logement"}, seats=(seat("Ada One", person="ada"),), **told),
    ]

    assert became(old, new) == {"a": ["z"], "b": ["y"]}


def test_a_generic_title_stays_on_its_day():
    old = [
        session("one", kind=Kind.SUMMARY_PLENARY, title={"en": "Summary plenary"}, **on("16:30")),
        session("two", kind=Kind.SUMMARY_PLENARY, title={"en": "Summary plenary"}, **on("12:00", SECOND_DAY)),
    ]
    new = [
        session(
            "late", kind=Kind.SUMMARY_PLENARY, title={"en": "Summary plenary"}, **on("16:30", SECOND_DAY)
        ),
        session("early", kind=Kind.SUMMARY_PLENARY, title={"en": "Summary plenary"}, **on("12:00")),
    ]

    assert became(old, new) == {"one": ["early"], "two": ["late"]}


def test_breaks_are_matched_within_their_day_by_time():
    old = [
        session("a", kind=Kind.BREAK, title={"en": "Break"}, **on("10:30")),
        session("b", kind=Kind.BREAK, title={"en": "Break"}, **on("15:30")),
    ]
    new = [
        session("x", kind=Kind.BREAK, title={"en": "Break"}, **on("10:45")),
        session("y", kind=Kind.BREAK, title={"en": "Break"}, **on("15:15")),
        session("z", kind=Kind.BREAK, title={"en": "Break"}, **on("15:30", SECOND_DAY)),
    ]

    assert became(old, new) == {"a": ["x"], "b": ["y"]}


def test_a_container_is_never_a_session():
    old = session("a", kind=Kind.BREAKOUT_SESSIONS, title={"en": "Breakouts"}, **on("10:30"))
    new = session("z", kind=Kind.BREAKOUT, title={"en": "Breakouts"}, **on("10:30"))

    assert became([old], [new]) == {"a": []}


def test_lunch_and_side_events_become_lunch_and_side_events():
    old = session("both", kind=Kind.LUNCH, title={"en": "Lunch and side events"}, **on("13:00", ends="15:00"))
    new = [
        session("lunch", kind=Kind.LUNCH, title={"en": "Lunch break"}, **on("12:00", ends="12:45")),
        session("events", kind=Kind.SIDE_EVENTS, title={"en": "Side events"}, **on("12:45", ends="14:45")),
    ]

    assert {key: sorted(keys) for key, keys in became([old], new).items()} == {"both": ["events", "lunch"]}


def test_two_panels_that_are_put_together_are_one_merger():
    people = {name: seat(name, person=name) for name in ("Ada One", "Bo Two", "Cy Three", "Di Four")}
    first, second = tuple(people.values())[:2], tuple(people.values())[2:]
    old = [
        session(
            "a", kind=Kind.PANEL, title={"en": "Housing newcomers"}, seats=first, **on("09:00", ends="10:00")
        ),
        session(
            "b",
            kind=Kind.PANEL,
            title={"en": "Schooling newcomers"},
            seats=second,
            **on("10:00", ends="11:00"),
        ),
    ]
    new = session(
        "z",
        kind=Kind.PANEL,
        title={"en": "Housing and schooling newcomers"},
        seats=first + second,
        **on("09:00", ends="11:00"),
    )

    assert became(old, [new]) == {"a": ["z"], "b": ["z"]}


def test_a_speaker_who_opens_another_day_does_not_divide_the_session_they_left():
    guests = tuple(seat(name, person=name) for name in ("Ada One", "Bo Two", "Cy Three"))
    old = session("a", title={"en": "Opening remarks"}, seats=guests, **on("09:00"))
    new = [
        session("y", title={"en": "Opening remarks"}, seats=guests[:2], **on("09:00")),
        session("z", title={"en": "A word to the second day"}, seats=guests[2:], **on("09:00", SECOND_DAY)),
    ]

    assert became([old], new) == {"a": ["y"]}


def test_a_conference_that_is_put_off_by_a_day_keeps_its_breaks():
    old = [session("a", kind=Kind.BREAK, title={"en": "Break"}, **on("10:30"))]
    later = [session("z", kind=Kind.BREAK, title={"en": "Break"}, **on("10:30", SECOND_DAY))]

    found = match(programme(*old, days=(Day(FIRST_DAY),)), programme(*later, days=(Day(SECOND_DAY),)))

    assert [(one.key, other.key) for one, other in found.pairs] == [("a", "z")]


def test_large_versions_are_matched_by_what_few_share():
    subjects = [f"subject{n} of{n * 7} town{n % 11}" for n in range(120)]
    old = [
        session(f"a{n}", kind=Kind.PANEL, number=str(n), title={"en": said}, **on("09:00"))
        for n, said in enumerate(subjects)
    ]
    new = [replace(one, key=f"z{n}", **on("15:00", SECOND_DAY)) for n, one in reversed(list(enumerate(old)))]

    assert became(old, new) == {f"a{n}": [f"z{n}"] for n in range(120)}


def test_hundreds_of_equal_breaks_stay_where_they_are():
    old = [session(f"a{n}", kind=Kind.BREAK, title={"en": "Break"}, **on("10:30")) for n in range(60)]
    new = [replace(one, key=f"z{one.key}") for one in old]

    assert all(len(keys) == 1 for keys in became(old, new).values())

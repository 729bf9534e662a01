"""Days, hours, order and groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from hemicycle.engines.formats.programme import Day, Kind, Programme, Session
from hemicycle.engines.formats.reading import Evidence
from hemicycle.programme import rules
from hemicycle.programme.terms import HIGH, LOW, MEDIUM, Code
from tests.make import programme as make
from tests.programme.test_rules import SECOND_DAY, at, held, raised

ASSUMED = Evidence((1, 1), "16 November", 0.6, assumed=True)


@pytest.mark.parametrize(
    "label",
    [
        "Thursday, 16 November 2017",
        "JEUDI 16 NOVEMBRE 2017",
        "jueves 16 de noviembre",
        "donderdag 16 november",
        "Donnerstag, 16. November",
        "16 Kasım Perşembe",
        "Quinta-feira, 16 de novembro",
        "الخميس 16 نوفمبر",
        "Jeudi / Thursday",
        "First day",
    ],
)
def test_the_right_weekday_in_any_language_raises_nothing(label):
    found = make.programme(days=(Day(date(2017, 11, 16), label),))

    assert raised(found, Code.DATE_WEEKDAY) == []


@pytest.mark.parametrize("label", ["Friday, 16 November", "vendredi 16", "16 Kasım CUMA", "الجمعة 16"])
def test_a_wrong_weekday_is_grave_unless_the_year_was_assumed(label):
    found = make.programme(days=(Day(date(2017, 11, 16), label),))

    assert raised(found, Code.DATE_WEEKDAY) == [(HIGH, ())]
    assert raised(found, Code.DATE_WEEKDAY, {"days/0": ASSUMED}) == [(MEDIUM, ())]
    assert raised(found, Code.YEAR_ASSUMED, {"days/0": ASSUMED}) == [(MEDIUM, ())]
    assert raised(found, Code.YEAR_ASSUMED, {"days/0": replace(ASSUMED, assumed=False)}) == []


def test_days_without_dates_are_raised_once():
    undated = make.programme(days=(Day(date(1, 1, 1), "Friday"), Day(date(1, 1, 2))))

    assert raised(undated, Code.DATE_MISSING) == [(MEDIUM, ())]
    assert raised(undated, Code.DATE_WEEKDAY) == []
    assert raised(make.programme(make.session(), days=()), Code.DATE_MISSING) == [(MEDIUM, ())]


@pytest.mark.parametrize(
    ("timezone", "evidence", "expected"),
    [("", {}, 1), (make.BRUSSELS, {"timezone": ASSUMED}, 1), (make.BRUSSELS, {}, 0)],
)
def test_times_need_a_zone(timezone, evidence, expected):
    found = make.programme(held("a", "09:00-10:00"), timezone=timezone)

    assert len(raised(found, Code.TIMEZONE_MISSING, evidence)) == expected


def test_a_session_without_a_time_takes_that_of_its_group_or_is_raised():
    group = held("group", "09:00-10:00", kind=Kind.BREAKOUT_SESSIONS)
    part, alone = make.session("part", part_of="group"), make.session("alone")

    found = make.programme(group, part, alone)

    assert raised(found, Code.TIME_MISSING) == [(MEDIUM, ("alone",))]


def test_a_programme_without_any_time_is_told_so_once():
    assert raised(make.programme(make.session("a"), make.session("b")), Code.TIME_MISSING) == [(MEDIUM, ())]
    assert raised(make.programme(), Code.TIME_MISSING) == []


def test_an_end_is_missing_only_where_the_day_has_no_next_and_others_have_ends():
    first, middle, last = held("first", "09:00-10:00"), held("middle", "10:00"), held("last", "11:00")

    assert raised(make.programme(first, middle, last), Code.END_MISSING) == [(LOW, ("last",))]
    assert raised(make.programme(middle, last), Code.END_MISSING) == []
    next_day = replace(first, **at("09:00-10:00", SECOND_DAY))
    assert raised(make.programme(last, next_day), Code.END_MISSING) == [(LOW, ("last",))]


def test_a_session_that_ends_before_it_begins_is_grave():
    backwards = held("a", "10:00-09:00")
    half_zoned = make.session(
        "b",
        starts=datetime(2017, 11, 16, 9, tzinfo=UTC),
        ends=datetime(2017, 11, 16, 8),  # noqa: DTZ001 -- as found
    )

    assert raised(make.programme(backwards), Code.ENDS_BEFORE_START) == [(HIGH, ("a",))]
    assert raised(make.programme(half_zoned), Code.ENDS_BEFORE_START) == [(HIGH, ("b",))]


def test_very_long_and_very_short_sessions_are_worth_a_look():
    found = make.programme(
        held("long", "08:00-12:30"),
        held("visit", "08:00-12:30", kind=Kind.SITE_VISIT),
        held("short", "14:00-14:04"),
        held("photograph", "14:10-14:12", kind=Kind.CEREMONY),
    )

    assert raised(found, Code.SESSION_LONG) == [(LOW, ("long",))]
    assert raised(found, Code.SESSION_SHORT) == [(LOW, ("short",))]


BREAK = held("break", "11:00-11:15", kind=Kind.BREAK)


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        ((held("a", "09:00-10:00"), held("b", "10:30-11:00"), BREAK), [(MEDIUM, ("a", "b"))]),
        ((held("a", "09:00-10:00"), held("b", "10:30-11:00")), [(LOW, ("a", "b"))]),
        ((held("a", "09:00-10:00"), held("b", "10:20-11:00"), BREAK), [(LOW, ("a", "b"))]),
        ((held("a", "09:00-10:00"), held("b", "10:10-11:00"), BREAK), []),
        ((BREAK, held("b", "15:00-16:00")), [(LOW, ("break", "b"))]),
        ((held("a", "09:00-17:00"), held("b", "09:00-09:30"), held("c", "17:00-18:00")), []),
        ((held("a", "17:00-18:00"), held("b", "09:00-10:00", day=SECOND_DAY)), []),
        ((held("a", "09:00"), held("b", "12:00-13:00")), []),
    ],
)
def test_a_hole_in_the_day_is_raised_and_a_night_is_not(sessions, expected):
    assert raised(make.programme(*sessions), Code.GAP) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (held("a", "09:00-10:00"), held("b", "09:45-10:30"), [MEDIUM]),
        (held("a", "09:00-10:00", room="x"), held("b", "09:45-10:30"), [LOW]),
        (held("a", "09:00-10:00", room="x"), held("b", "09:45-10:30", room="y"), []),
        (held("a", "09:00-10:00", theme="t"), held("b", "09:45-10:30", theme="u"), []),
        (held("a", "09:00-10:00"), held("b", "09:00-10:00"), []),
        (held("a", "09:00-10:00"), held("b", "09:15-09:30"), []),
        (held("a", "09:00-10:00"), held("b", "10:00-11:00"), []),
        (held("a", "09:00-10:00", part_of="g"), held("b", "09:45-10:30", part_of="g"), []),
        (held("a", "09:00"), held("b", "09:45-10:30"), []),
    ],
)
def test_entries_that_cross_on_one_track_overlap(one, other, expected):
    found = make.programme(one, other)

    assert raised(found, Code.OVERLAP) == [(gravity, ("a", "b")) for gravity in expected]


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("15:00-16:30", 0),
        ("15:15-16:00", 0),
        ("15:15", 0),
        ("14:45-16:00", 1),
        ("15:00-16:45", 1),
        ("16:30", 1),
    ],
)
def test_a_part_lies_within_the_time_of_its_group(hours, expected):
    group = held("group", "15:00-16:30", kind=Kind.BREAKOUT_SESSIONS)

    found = raised(make.programme(group, held("part", hours, part_of="group")), Code.OUTSIDE_PARENT)

    assert found == [(MEDIUM, ("part", "group"))] * expected


def test_a_part_of_nothing_is_raised():
    found = Programme(sessions=(make.session("part", part_of="gone"),))

    assert raised(found, Code.PARENT_MISSING) == [(MEDIUM, ("part",))]


def day_of(*hours: str, noon: Session | None = None) -> Programme:
    sessions = [held(f"s{number}", each) for number, each in enumerate(hours)]
    return make.programme(*sessions, *([noon] if noon else []))


def test_a_whole_day_wants_a_pause_around_noon():
    assert raised(day_of("09:00-12:00", "12:00-17:00"), Code.LUNCH_MISSING) == [(LOW, ("s0",))]
    assert raised(day_of("09:00-12:00", "13:00-17:00"), Code.LUNCH_MISSING) == []
    assert raised(day_of("09:00-13:00"), Code.LUNCH_MISSING) == []
    assert raised(day_of("17:00-23:00"), Code.LUNCH_MISSING) == []
    lunch = held("lunch", "12:00-13:00", kind=Kind.LUNCH)
    assert raised(day_of("09:00-12:00", "13:00-17:00", noon=lunch), Code.LUNCH_MISSING) == []


def test_noon_is_that_of_the_venue():
    auckland = "Pacific/Auckland"
    morning, afternoon = (
        make.session(
            key, starts=make.moment(starts, timezone=auckland), ends=make.moment(ends, timezone=auckland)
        )
        for key, starts, ends in (("a", "09:00", "12:00"), ("b", "12:00", "17:00"))
    )

    found = make.programme(morning, afternoon, timezone=auckland)

    assert raised(found, Code.LUNCH_MISSING) == [(LOW, ("a",))]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("Session 1", "Session 2", "Session 3"), []),
        (("Session 3", "Session 2", "Session 1"), [(MEDIUM, "order")]),
        (("1", "1", "2"), [(MEDIUM, "twice")]),
        (("I", "II", "IV"), [(LOW, "hole")]),
        (("I", "II", "III"), []),
        (("IX", "X", "XI"), []),
        (("A", "C", "B"), [(MEDIUM, "order")]),
        (("1.1", "1.2", "2.1"), []),
        (("1.2", "1.1", "2.1"), [(MEDIUM, "order")]),
        (("Panel 1", "Workshop 3", "Panel 2"), []),
        (("", "Opening", "1"), []),
        (("Atelier", "Forum", "Agora"), []),
    ],
)
def test_numbers_of_a_group_run_upwards(numbers, expected):
    sessions = [held(f"s{place}", "09:00-10:00", number=number) for place, number in enumerate(numbers)]

    found = [
        (finding.gravity, finding.facts["fault"])
        for finding in rules.findings(make.programme(*sessions))
        if finding.code == Code.NUMBERING.value
    ]

    assert found == expected


def test_each_day_and_each_group_may_count_anew():
    found = make.programme(
        held("a", "09:00-10:00", number="2"),
        held("b", "09:00-10:00", number="1", day=SECOND_DAY),
        held("c", "09:00-10:00", number="1", part_of="a"),
    )

    assert raised(found, Code.NUMBERING) == []


def test_entries_out_of_the_order_of_their_times_are_raised_unless_printed_by_room():
    late, early = held("late", "14:00-15:00"), held("early", "09:00-10:00")
    by_room = (
        held("a", "09:00-10:00", room="x"),
        held("b", "10:00-11:00", room="x"),
        held("c", "09:00-10:00", room="y"),
    )

    assert raised(make.programme(late, early), Code.ORDER) == [(MEDIUM, ("early",))]
    assert raised(make.programme(early, late), Code.ORDER) == []
    assert raised(make.programme(*by_room), Code.ORDER) == []

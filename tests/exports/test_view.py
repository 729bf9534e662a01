from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from hemicycle.engines.formats.programme import Day, Item, Kind, Programme, Room
from hemicycle.exports import view
from hemicycle.kit.words import words
from tests.make.programme import FIRST_DAY, moment, programme, programmes, seat, session

ENGLISH = words("en")


def keys(sessions):
    return [one.key for one in sessions]


@given(programmes())
@settings(max_examples=60, deadline=None)
def test_every_session_stands_on_exactly_one_day(any_programme):
    shown = [one.key for day in view.days(any_programme) for one in day.sessions]

    assert sorted(shown) == sorted(keys(any_programme.sessions))


@given(programmes(undated=True))
@settings(max_examples=30, deadline=None)
def test_days_of_an_undated_paper_are_never_dated(any_programme):
    assert not any(day.dated for day in view.days(any_programme))


@given(programmes())
@settings(max_examples=60, deadline=None)
def test_slots_with_a_time_are_in_order_of_time(any_programme):
    for day in view.days(any_programme):
        clocks = [(slot.starts.hour, slot.starts.minute) for slot in day.slots if slot.starts]

        assert clocks == sorted(clocks)


def test_parallel_sessions_share_a_slot_with_their_container():
    found = view.days(
        programme(
            session("breakouts", kind=Kind.BREAKOUT_SESSIONS, starts=moment("15:00"), ends=moment("16:30")),
            session(
                "a", kind=Kind.BREAKOUT, part_of="breakouts", starts=moment("15:00"), ends=moment("16:30")
            ),
            session("b", kind=Kind.BREAKOUT, part_of="breakouts"),
            session("coffee", kind=Kind.BREAK, starts=moment("16:30"), ends=moment("16:45")),
        )
    )

    parallel, pause = found[0].slots
    assert (keys(parallel.containers), keys(parallel.sessions)) == (["breakouts"], ["a", "b"])
    assert parallel.ends == moment("16:30")
    assert keys(pause.pauses) == ["coffee"]
    assert pause.is_pause


def test_a_session_without_a_time_stands_after_what_is_printed_before_it():
    found = view.days(
        programme(
            session("closing", starts=moment("16:30")),
            session("remarks"),
            session("reception", starts=moment("18:00")),
        )
    )

    assert [(keys(slot.sessions), slot.starts is None) for slot in found[0].slots] == [
        (["closing"], False),
        (["remarks"], True),
        (["reception"], False),
    ]


def test_parallel_sessions_without_any_time_stay_together():
    found = view.days(
        programme(
            session("workshops", kind=Kind.BREAKOUT_SESSIONS),
            session("a", part_of="workshops"),
            session("b", part_of="workshops"),
            session("end"),
        )
    )

    assert [keys(slot.all) for slot in found[0].slots] == [["workshops", "a", "b"], ["end"]]


def test_a_slot_whose_sessions_end_at_different_times_has_no_end():
    found = view.days(
        programme(
            session("a", starts=moment("09:00"), ends=moment("10:00")),
            session("b", starts=moment("09:00"), ends=moment("12:00")),
        )
    )

    assert found[0].slots[0].ends is None


def test_times_are_those_on_the_wall_of_the_venue():
    late = moment("23:30").astimezone(ZoneInfo("UTC"))

    found = view.days(programme(session("night", starts=late)))

    assert [keys(day.sessions) for day in found] == [["night"], []]
    assert found[0].slots[0].sessions[0].starts == late


def test_a_date_that_is_not_among_the_days_gets_a_day_of_its_own():
    later = FIRST_DAY + timedelta(5)

    found = view.days(programme(session("visit", starts=moment("09:00", day=later)), days=(Day(FIRST_DAY),)))

    assert [day.day for day in found] == [Day(FIRST_DAY), Day(later)]


def test_a_programme_without_days_and_times_has_one_nameless_day():
    found = view.days(programme(session("a"), session("b"), days=()))

    assert [(day.day, keys(day.sessions)) for day in found] == [(None, ["a", "b"])]
    assert view.day_heading(found[0], Programme(), ENGLISH) == ("Programme", "")


def test_off_site_rooms_come_last_and_unused_rooms_not_at_all():
    rooms = (Room("park", "Park", off_site=True), Room("hall", "Hall"), Room("attic", "Attic"))
    held = programme(
        session("walk", room="park", starts=moment("09:00")),
        session("talk", room="hall", starts=moment("10:00")),
        rooms=rooms,
    )

    assert [room.key for room in view.days(held)[0].rooms] == ["hall", "park"]


def test_a_zone_that_is_not_known_leaves_times_as_they_are():
    held = programme(session("a", starts=moment("09:00")), timezone="Brussels-ish")

    assert view.days(held)[0].slots[0].starts == moment("09:00")


def test_a_moment_beyond_the_calendar_of_the_venue_stays_as_it_is():
    last = datetime(9999, 12, 31, 23, 59, tzinfo=UTC)

    assert view.at_venue(last, ZoneInfo("Pacific/Auckland")) == last


def test_people_are_in_alphabetical_order_marks_aside_with_all_their_seats():
    held = programme(
        session("a", seats=(seat("Zoë Zand", person="z"), seat("Álvaro Ruiz", person="r"))),
        session("b", seats=(seat("Zoë Zand", person="z"), seat())),
    )

    found = [(one.person.name, keys(a.session for a in one.appearances)) for one in view.people_index(held)]
    assert found == [("Álvaro Ruiz", ["a"]), ("Zoë Zand", ["a", "b"])]


def test_places_of_the_same_name_in_two_countries_stay_apart():
    held = programme(
        session(
            "a",
            seats=(
                seat("A", place="Córdoba", country="ES"),
                seat("B", place="Córdoba", country="AR"),
                seat("C", place="Arua", country="UG"),
                seat("D"),
            ),
        )
    )

    found = [(city.place, city.country) for city in view.cities_index(held)]
    assert found == [("Arua", "UG"), ("Córdoba", "AR"), ("Córdoba", "ES")]


@pytest.mark.parametrize(
    ("language", "country", "tongue"),
    [
        ("en", "Uganda", "Turkish"),
        ("fr", "Ouganda", "turc"),
        ("ar", "أوغندا", "التركية"),
        ("xx", "Uganda", "Turkish"),
    ],
)
def test_countries_and_languages_are_named_in_the_reader_s_language(language, country, tongue):
    assert view.country_name("UG", words(language)) == country
    assert view.language_name("tr", words(language)) == tongue


def test_codes_without_a_name_stay_as_they_are():
    assert (view.country_name("QX", ENGLISH), view.language_name("qqx", ENGLISH)) == ("QX", "qqx")


def test_a_kind_that_the_title_says_already_is_not_said_twice():
    held = programme(
        session("a", kind=Kind.SUMMARY_PLENARY, title={"en": "Summary plenary"}),
        session("b", kind=Kind.SIDE_EVENT, title={"en": "The European perspective"}),
        session("c", kind=Kind.BREAKOUT, title={"en": "Housing"}, number="3"),
        session("d", kind=Kind.PANEL, title={"en": "Jobs"}, number="Session B"),
        session("e", kind=Kind.PANEL, title={"en": "Panel on jobs"}, number="4"),
        session("f", kind=Kind.OTHER, title={"en": "Film"}),
    )

    assert [view.label(one, held, ENGLISH) for one in held.sessions] == [
        "",
        "Side event",
        "Breakout session 3",
        "Panel, Session B",
        "Session 4",
        "",
    ]


def test_a_session_without_a_title_is_called_by_its_kind():
    held = programme(session("a", kind=Kind.LUNCH, title={}))

    assert view.title(held.sessions[0], held, ENGLISH) == "Lunch"


@pytest.mark.parametrize(
    ("label", "language", "heading"),
    [
        ("First day", "en", ("First day", "Thursday, 16 November 2017")),
        ("First day", "fr", ("Jeudi 16 novembre 2017", "First day")),
        ("", "en", ("Thursday, 16 November 2017", "")),
        ("Day 1: Thursday, 16 November 2017", "en", ("Day 1: Thursday, 16 November 2017", "")),
    ],
)
def test_a_day_shows_its_printed_label_and_its_full_date(label, language, heading):
    held = programme(session("a", starts=moment("09:00")), days=(Day(FIRST_DAY, label),))

    assert view.day_heading(view.days(held)[0], held, words(language)) == heading


def test_the_label_of_an_undated_day_stands_alone():
    held = programme(session("a"), days=(Day(date.min, "Day one"),))

    assert view.day_heading(view.days(held)[0], held, ENGLISH) == ("Day one", "")


@pytest.mark.parametrize(
    ("last", "language", "said"),
    [
        (date(2017, 11, 16), "en", "Thursday, 16 November 2017"),
        (date(2017, 11, 17), "en", "16–17 November 2017"),
        (date(2017, 11, 17), "es", "16–17 de noviembre de 2017"),
        (date(2017, 12, 1), "es", "16 de noviembre – 1 de diciembre de 2017"),
        (date(2017, 12, 1), "fr", "16 novembre – 1 décembre 2017"),
        (date(2018, 1, 2), "en", "16 November 2017 – 2 January 2018"),
    ],
)
def test_the_period_says_each_part_of_the_date_once(last, language, said):
    held = programme(days=(Day(FIRST_DAY), Day(last)))

    assert view.period(held, words(language)) == said


def test_an_undated_programme_has_no_period():
    assert view.period(programme(days=(Day(date.min),)), ENGLISH) == ""


def test_as_of_stands_as_printed_in_the_document_s_language_and_is_said_anew_in_another():
    held = programme(status="As of 15 November 2017", as_of=date(2017, 11, 15))

    assert view.as_of(held, ENGLISH) == "As of 15 November 2017"
    assert "15 novembre 2017" in view.as_of(held, words("fr"))
    assert view.as_of(programme(status="Draft"), words("fr")) == "Draft"


def test_a_session_without_languages_has_those_of_its_room():
    rooms = {"hall": Room("hall", "Hall", languages=("en", "fr"))}

    assert view.languages(session("a", room="hall"), rooms, ENGLISH) == ("English", "French")
    assert view.languages(session("b", room="hall", languages=("es",)), rooms, ENGLISH) == ("Spanish",)
    assert view.languages(session("c"), rooms, ENGLISH) == ()


def test_items_do_not_make_a_session_a_container():
    held = programme(session("a", items=(Item({"en": "Keynote"}),), starts=moment("09:00")))

    assert keys(view.days(held)[0].slots[0].sessions) == ["a"]

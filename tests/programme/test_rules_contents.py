"""What sessions are made of: titles, rooms, names, languages, texts."""

from __future__ import annotations

import pytest

from hemicycle.engines.formats.programme import Kind, Person, Role, Room
from hemicycle.programme import rules
from hemicycle.programme.terms import LOW, MEDIUM, Code
from tests.make import programme as make
from tests.programme.test_rules import at, held, person, raised


def test_a_session_that_its_kind_does_not_name_needs_a_title():
    found = make.programme(
        make.session("panel", kind=Kind.PANEL, title={}),
        make.session("event", kind=Kind.SIDE_EVENT, title={"en": " "}),
        make.session("lunch", kind=Kind.LUNCH, title={}),
        make.session("opening", kind=Kind.OPENING_PLENARY, title={}),
    )

    assert raised(found, Code.TITLE_MISSING) == [(MEDIUM, ("panel",)), (MEDIUM, ("event",))]


def test_a_text_is_missing_where_most_of_the_kind_have_one():
    told = [make.session(f"p{n}", kind=Kind.PANEL, abstract={"en": "On cities."}) for n in range(2)]
    asked = make.session("asked", kind=Kind.PANEL, questions=({"en": "Why?"},))
    bare = make.session("bare", kind=Kind.PANEL)

    assert raised(make.programme(*told, asked, bare), Code.ABSTRACT_MISSING) == [(LOW, ("bare",))]
    assert raised(make.programme(told[0], bare), Code.ABSTRACT_MISSING) == []


def test_a_room_is_missing_where_most_sessions_have_one():
    housed = [held(f"p{n}", f"1{n}:00-1{n}:50", room="x") for n in range(3)]
    homeless = held("homeless", "14:00-15:00")

    assert raised(make.programme(*housed, homeless), Code.ROOM_MISSING) == [(LOW, ("homeless",))]
    assert raised(make.programme(housed[0], homeless), Code.ROOM_MISSING) == []


def test_a_group_that_holds_nothing_is_raised_more_gravely_when_it_is_no_draft():
    breakouts = make.session("breakouts", kind=Kind.BREAKOUT_SESSIONS)
    events = make.session("events", kind=Kind.SIDE_EVENTS)
    part = make.session("part", part_of="breakouts", seats=(make.seat(),))

    assert raised(make.programme(breakouts, events), Code.CONTAINER_EMPTY) == [
        (MEDIUM, ("breakouts",)),
        (LOW, ("events",)),
    ]
    assert raised(make.programme(events, part, breakouts), Code.CONTAINER_EMPTY) == [(LOW, ("events",))]


def test_one_session_printed_twice_is_raised_and_one_repeated_is_not():
    once = held("a", "09:00-10:00", title={"en": "Housing for All"})
    again = held("b", "09:00-10:00", title={"en": "HOUSING for all"})
    later = held("c", "11:00-12:00", title={"en": "Housing for all"})

    assert raised(make.programme(once, again, later), Code.DUPLICATE_SESSION) == [(MEDIUM, ("a", "b"))]


def test_a_question_asked_twice_is_raised():
    questions = ({"en": "Who pays?"}, {"en": "Who stays?"}, {"en": "Who pays? "})

    found = make.programme(make.session("s", questions=questions), make.session("t", questions=questions[:2]))

    assert raised(found, Code.QUESTION_DUPLICATE) == [(MEDIUM, ("s",))]


# Variants


def test_a_name_printed_in_several_ways_is_raised():
    found = make.programme(
        make.session("s", seats=(make.seat("Mohamed Dié", person="die"),)),
        make.session("t", seats=(make.seat("Moahmed Dié", person="die"),)),
        people=(Person("die", "Mohamed Dié", ("Moahmed Dié",)),),
    )

    assert raised(found, Code.NAME_VARIANT) == [(MEDIUM, ("person:die", "t"))]


@pytest.mark.parametrize("form", ["MOHAMED DIÉ", "Mr. Mohamed Dié"])
def test_a_name_that_differs_in_capitals_or_titles_only_is_worth_a_look(form):
    found = make.programme(people=(Person("die", "Mohamed Dié", (form,)),))

    assert raised(found, Code.NAME_VARIANT) == [(LOW, ("person:die",))]


def test_two_people_who_may_be_one_are_asked_about():
    found = make.programme(
        make.session("s", seats=(make.seat("Bart Somers", person="a", position="Mayor", place="Mechelen"),)),
        make.session("t", seats=(make.seat("Bart Sommers", person="b", position="Mayor", place="Mechelen"),)),
    )

    assert raised(found, Code.NAME_VARIANT) == [(MEDIUM, ("person:a", "person:b", "t"))]


def test_near_homonyms_are_not_asked_about():
    people = ("Mohamed Dié", "Mohamed Boussraoui", "Mohammad Ramdhan Pomanto")

    found = make.programme(people=tuple(Person(name, name) for name in people))

    assert raised(found, Code.NAME_VARIANT) == []


def test_rooms_printed_in_several_ways_are_raised_and_numbered_rooms_are_not():
    one = Room("aas", "Herten Aas", also=("Herten Aas", "Hertzen Aas"))
    two = (Room("a", "Alcazar"), Room("b", "Alcasar"), Room("r1", "Room 1"), Room("r2", "Room 2"))
    session = make.session("s", room="b")

    assert raised(make.programme(rooms=(one,)), Code.ROOM_VARIANT) == [(MEDIUM, ("room:aas",))]
    assert raised(make.programme(session, rooms=two), Code.ROOM_VARIANT) == [
        (MEDIUM, ("room:a", "room:b", "s"))
    ]


def test_an_organisation_printed_in_several_ways_is_raised_even_inside_a_longer_name():
    found = make.programme(
        make.session("s", organisers=("UN Habitat and its offices", " ")),
        make.session("t", seats=(person("ana", organisation="UN-Habitat"),)),
        make.session("u", organisers=("UN-Habitat",)),
    )

    assert raised(found, Code.ORGANISATION_VARIANT) == [(MEDIUM, ("s",))]


def test_a_partner_who_opens_and_does_not_close_is_worth_a_look_where_others_return():
    ana, bo, cy = (person(key, organisation=f"{key.title()} Agency") for key in ("ana", "bo", "cy"))
    opening = make.session("opening", kind=Kind.OPENING_PLENARY, seats=(ana, bo, cy))

    def closing(*seats):
        return make.programme(opening, make.session("closing", kind=Kind.CLOSING_PLENARY, seats=seats))

    assert raised(closing(ana, bo), Code.PARTNER_BALANCE) == [(LOW, ("closing",))]
    assert raised(closing(ana), Code.PARTNER_BALANCE) == []
    assert raised(closing(ana, bo, person("di", organisation="Cy Agency")), Code.PARTNER_BALANCE) == []
    assert raised(closing(ana, bo, person("di")), Code.PARTNER_BALANCE) == [(LOW, ("closing",))]


# Languages


def spoken(*languages: str, country: str = "TR") -> list:
    rooms = (
        Room("hall", "Hall", languages=("en", "fr", "tr")),
        Room("side", "Side room", languages=languages),
    )
    sessions = (
        make.session("in-hall", room="hall", seats=(person("bo", country=country),)),
        make.session("aside", room="side", seats=(person("ana", country=country),)),
    )
    return raised(make.programme(*sessions, rooms=rooms), Code.LANGUAGE_UNSERVED)


def test_a_language_interpreted_elsewhere_is_a_question():
    assert spoken("en", "fr") == [(LOW, ("aside", "person:ana"))]


@pytest.mark.parametrize(
    ("languages", "country"),
    [
        (("tr", "en"), "TR"),
        ((), "TR"),
        (("en",), "BR"),
        (("en",), ""),
        (("en",), "GB"),
        (("fr",), "BE"),
        (("en",), "XX"),
    ],
)
def test_no_question_is_asked_where_a_language_serves_or_is_nowhere_or_nothing_is_known(languages, country):
    assert spoken(*languages, country=country) == []


def test_languages_are_missing_where_most_sessions_have_them():
    sessions = [make.session(f"s{n}", room="hall", languages=("en",)) for n in range(2)]
    silent = make.session("silent", room="hall")
    feast = make.session("feast", room="hall", kind=Kind.RECEPTION)

    assert raised(make.programme(*sessions, silent, feast), Code.LANGUAGE_MISSING) == [(LOW, ("silent",))]
    assert raised(make.programme(sessions[0], silent, feast), Code.LANGUAGE_MISSING) == []


# Texts


def faults(**fields) -> list[tuple]:
    found = make.programme(make.session("s", **fields))
    return [
        (finding.gravity, finding.facts["fault"])
        for finding in rules.findings(found)
        if finding.code == Code.TEXT_SUSPECT.value
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Cities grow. They need housing and", [(LOW, "cut")]),
        ("Cities grow. They need the the houses.", [(LOW, "word-twice")]),
        ("Cities (all of them grow.", [(LOW, "brackets")]),
        ("Cities “grow fast.", [(LOW, "quotes")]),
        ("Lorem ipsum dolor.", [(MEDIUM, "placeholder")]),
        ("Organised with XXX.", [(MEDIUM, "placeholder")]),
        ("The mayor of […] speaks.", [(MEDIUM, "placeholder")]),
        ("Speaker: tbc.", [(MEDIUM, "placeholder")]),
        ("Cities grow. They need houses.", []),
        ("Housing for everybody", []),
        ("Cities grow. Questions are:", []),
        ("Cities grow. See the city of Ghent", [(LOW, "cut")]),
        ("Cities grow. Their motto is “leave no one behind”", []),
        ("Choose: a) houses; b) gardens. 1) Now.", []),
        ("He knew that that was so.", []),
        ("From Pago Pago to Addis Addis.", []),
        ("Smile :) and go.", []),
    ],
)
def test_texts_that_something_happened_to_are_raised_and_good_ones_are_not(said, expected):
    assert faults(abstract={"en": said}) == expected


def test_a_doubled_word_is_grammar_in_some_languages():
    assert faults(abstract={"tr": "Şehirler yavaş yavaş büyüyor."}) == []


def test_titles_and_questions_are_looked_at_too():
    assert faults(title={"en": "Cities (and villages"}) == [(LOW, "brackets")]
    assert faults(questions=({"en": "What is “growth?"},)) == [(LOW, "quotes")]
    assert faults(title={"en": "Cities grow. Villages"}) == []


def test_a_long_text_is_quoted_by_its_beginning():
    found = make.programme(make.session("s", abstract={"en": "Cities (" + "grow and " * 20 + "end."}))

    quotes = [
        finding.facts["quote"] for finding in rules.findings(found) if finding.code == Code.TEXT_SUSPECT.value
    ]

    assert quotes == ["Cities (grow and grow and grow and grow and grow and grow a…"]


def test_a_name_that_stands_twice_in_its_line_is_raised():
    line = "UN Habitat Ana Sample, Ana Sample, officer"

    assert faults(seats=(make.seat("Ana Sample", as_printed=line),)) == [(LOW, "name-twice")]
    assert faults(seats=(make.seat("Ana", role=Role.CHAIR, as_printed="Ana, Ana's office"),)) == []


def test_times_are_not_needed_to_check_contents():
    assert raised(make.programme(make.session("s", **at("09:00-10:00"))), Code.ROOM_MISSING) == []

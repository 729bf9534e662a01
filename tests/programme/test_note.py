"""The note that a secretariat sends to its partners."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hemicycle.engines.formats.programme import Item, Kind, Role, Room, SeatState
from hemicycle.kit.words import words
from hemicycle.programme import changes
from hemicycle.programme.document import compare
from hemicycle.programme.wording import note
from tests.make.programme import FIRST_DAY, moment, programme, seat, session
from tests.programme import versions

EN = words("en")
SECOND_DAY = FIRST_DAY.replace(day=17)
ROOMS = (Room("scala", "Scala", languages=("en",)), Room("alcazar", "Alcazar", languages=("en", "tr")))


@pytest.fixture(scope="module")
def mechelen():
    old, new = versions.july(), versions.november()
    return note.write(compare(old, new), old, new, EN)


def written(old, new, **fields):
    one, two = (programme(*side, rooms=ROOMS, **fields) for side in (old, new))
    return note.write(compare(one, two), one, two, EN)


def sentences(old, new):
    one, two = (programme(*side, rooms=ROOMS) for side in (old, new))
    return [each["text"] for each in changes.to_json(compare(one, two), EN)["changes"]]


def section(text, heading):
    return text.split(f"## {heading}\n\n")[1].split("\n\n## ")[0]


def on(starts, ends, day=FIRST_DAY):
    return {"starts": moment(starts, day=day), "ends": moment(ends, day=day)}


def test_the_days_that_exchange_their_themes_come_first(mechelen):
    assert section(mechelen, "Between the days").startswith(
        "Thursday 16 November and Friday 17 November exchange their themes: 8 sessions change days."
    )
    assert mechelen.index("## Between the days") < mechelen.index("## New in the programme")


def test_every_crossing_session_is_told_with_its_new_time_and_room(mechelen):
    line = "- “Social integration”: 11:15–12:45, Auditorium (so far 15:00–16:30)"

    assert line in section(mechelen, "Between the days").splitlines()


def test_side_events_stand_under_their_container_and_breaks_in_one_line(mechelen):
    new = section(mechelen, "New in the programme")

    assert "- In “Side events” (Thursday 16 November, 12:45–14:45):\n  - “Human mobility" in new
    assert new.splitlines()[-1] == (
        "- Break: Thursday 16 November, 10:15–10:30, 14:45–15:00 and 16:30–16:45; "
        "Friday 17 November, 11:00–11:15 and 14:30–14:45"
    )


def test_rooms_named_for_the_first_time_are_told_room_by_room(mechelen):
    assert section(mechelen, "Rooms and languages").splitlines()[0] == (
        "- Alcazar (English, French and Spanish): “Drivers of migration” and "
        "“Migrant smuggling and human trafficking, addressing irregular migration”."
    )


def test_each_person_concerned_reads_what_changed_for_them(mechelen):
    people = section(mechelen, "For each person")

    assert (
        "**Parks Tau**\n\n"
        "- Now “Hosts' welcoming remarks” (Thursday 16 November, 09:00–10:15, Auditorium); "
        "so far Thursday 16 November, 09:00–10:30.\n"
        "- No longer: “Closing remarks” (Friday 17 November, 16:00–16:30), as speaker."
    ) in people
    assert (
        "**Alexander De Croo**: “Introduction 2nd day” (Friday 17 November, 09:00–09:30, Auditorium), "
        "as keynote speaker; so far “Hosts’ welcoming remarks” (Thursday 16 November, 09:00–10:30), "
        "with words of welcome."
    ) in people


def test_nobody_is_told_of_what_does_not_concern_them(mechelen):
    people = section(mechelen, "For each person").split("\n\n**")

    assert next(one for one in people if one.startswith("Joan Clos")).count("\n- ") == 2


def test_a_note_without_changes_says_so():
    same = programme(session())

    assert note.write(compare(same, same), same, same, EN).splitlines()[-1] == "Nothing has changed."


def test_two_sessions_that_change_places_are_told_together():
    one, other = session("Wells"), session("Trains")
    old = [replace(one, **on("09:00", "10:00")), replace(other, **on("11:00", "12:00"))]
    new = [replace(one, **on("11:00", "12:00")), replace(other, **on("09:00", "10:00"))]

    assert section(written(old, new), "Other times") == (
        "- “Trains” and “Wells” change places: “Trains” is now on Thursday 16 November, 09:00–10:00, "
        "“Wells” on Thursday 16 November, 11:00–12:00.\n"
    )


def test_a_single_move_to_another_day_is_no_exchange():
    one = session("Wells", **on("09:00", "10:00"))

    told = section(written([one], [replace(one, **on("09:00", "10:00", SECOND_DAY))]), "Between the days")

    assert told.splitlines()[0] == "1 session moves to another day."


def test_days_that_exchange_some_sessions_do_not_exchange_their_themes():
    kept = session("Harbours and their cities", kind=Kind.PANEL, **on("15:00", "16:00"))
    one, other = session("Wells", kind=Kind.PANEL), session("Trains", kind=Kind.PANEL)
    first, second = on("09:00", "10:00"), on("09:00", "10:00", SECOND_DAY)

    told = written(
        [kept, replace(one, **first), replace(other, **second)],
        [kept, replace(one, **second), replace(other, **first)],
    )

    assert section(told, "Between the days").startswith(
        "Thursday 16 November and Friday 17 November exchange 2 sessions."
    )


def test_what_is_gone_is_told_with_its_people():
    ada = seat("Ada One", person="ada")
    gone = session("Wells", seats=(ada,), **on("09:00", "10:00"))

    told = written([gone, session("Trains")], [session("Trains")])

    assert section(told, "No longer in the programme").splitlines()[0] == (
        "- “Wells” (Thursday 16 November, 09:00–10:00)"
    )
    assert "**Ada One**: No longer: “Wells” (Thursday 16 November, 09:00–10:00), as speaker." in told


def test_a_person_whose_role_changed_reads_both():
    there, then = (seat("Ada One", person="ada", role=role) for role in (Role.SPEAKER, Role.CHAIR))

    told = written([session(seats=(there,))], [session(seats=(then,))])

    assert "**Ada One**: “Opening”: as chair; so far: as speaker." in told


def test_people_of_a_divided_session_read_where_they_sit_now():
    names = ("Ada One", "Bo Two", "Cy Three", "Di Four")
    seats = tuple(seat(name, person=name) for name in names)
    whole = session("Housing and schooling", seats=seats, **on("09:00", "11:00"))
    parts = [
        session("Housing", seats=seats[:2], **on("09:00", "10:00")),
        session("Schooling", seats=seats[2:], **on("10:00", "11:00")),
    ]

    told = written([whole], parts)

    assert "## Divided and put together" in told
    assert (
        "**Di Four**: Now “Schooling” (Thursday 16 November, 10:00–11:00); "
        "so far “Housing and schooling”, Thursday 16 November, 09:00–11:00."
    ) in told


def test_an_open_seat_in_other_words_is_told_once():
    waiting = seat(state=SeatState.UNNAMED, position="Mayor", as_printed="Mayor")

    told = section(written([session(seats=(waiting,))], [session(seats=(seat(),))]), "At the table")

    assert told.splitlines()[-1] == "- Still open – Speaker: to be confirmed (so far Mayor)"


def test_a_seat_that_is_open_again_is_told():
    told = section(
        written([session(seats=(seat("Ada One", person="ada"),))], [session(seats=(seat(),))]), "At the table"
    )

    assert told.splitlines()[-2:] == [
        "- No longer – Speaker: Ada One",
        "- Open again – Speaker: to be confirmed",
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({}, on("09:00", "10:00"), "“Opening” now has its time: Thursday 16 November, 09:00–10:00."),
        (
            on("09:00", "10:00"),
            {},
            "“Opening” no longer has a time; it was Thursday 16 November, 09:00–10:00.",
        ),
        (
            on("09:00", "10:00"),
            on("09:00", "10:00", SECOND_DAY),
            "“Opening” moves from Thursday 16 November, 09:00–10:00 to Friday 17 November, 09:00–10:00.",
        ),
        (
            on("09:00", "10:00"),
            on("09:00", "10:30"),
            "“Opening” on Thursday 16 November now ends at 10:30 instead of 10:00.",
        ),
        (
            on("09:00", "10:00"),
            on("09:30", "10:00"),
            "“Opening” on Thursday 16 November is now at 09:30–10:00 instead of 09:00–10:00.",
        ),
        ({"room": "scala"}, {"room": "alcazar"}, "“Opening” changes its room from Scala to Alcazar."),
        ({"room": "scala"}, {}, "“Opening” no longer has a room; it was Scala."),
        (
            {"languages": ("en",)},
            {"languages": ("en", "fr")},
            "“Opening” is now held in English and French; it was English.",
        ),
        ({"languages": ("en",)}, {}, "“Opening” no longer names its languages; they were English."),
        ({}, {"organisers": ("IOM",)}, "“Opening” is organised by IOM."),
        ({"organisers": ("IOM",)}, {}, "“Opening” no longer names its organisers; they were IOM."),
        (
            {"organisers": ("IOM",)},
            {"organisers": ("UCLG",)},
            "“Opening” is now organised by UCLG; it was IOM.",
        ),
        ({"number": "1"}, {"number": "2"}, "“Opening” changes its number from 1 to 2."),
        ({"number": "1"}, {}, "“Opening” no longer has the number 1."),
        ({"kind": Kind.PLENARY}, {"kind": Kind.PANEL}, "“Opening” changes its kind from Plenary to Panel."),
        ({}, {"questions": ({"en": "Who?"},)}, "“Opening” has 1 new question."),
        ({"questions": ({"en": "Who?"}, {"en": "Why?"})}, {}, "2 questions of “Opening” are gone."),
        ({}, {"abstract": {"en": "So."}}, "“Opening” now has a description."),
        ({"abstract": {"en": "So."}}, {}, "“Opening” no longer has a description."),
        (
            {"abstract": {"en": "So."}},
            {"abstract": {"en": "Thus."}},
            "The description of “Opening” has changed.",
        ),
        ({"access": "Open"}, {"access": "Closed"}, "Who may attend “Opening” has changed."),
        ({}, {"items": (Item({"en": "A film"}),)}, "New in “Opening”: “A film”."),
        ({"items": (Item({"en": "A film"}),)}, {}, "No longer in “Opening”: “A film”."),
        (
            {"items": (Item({"en": "A film"}),)},
            {"items": (Item({"en": "A talk"}),)},
            "In “Opening”, now: “A talk”; so far: “A film”.",
        ),
        ({"title": {}}, {}, "“Opening” now has its title."),
        ({}, {"title": {}}, "“Opening” no longer has a title."),
    ],
)
def test_each_change_is_a_sentence(before, after, said):
    seats = (seat("Ada One", person="ada"),)

    assert said in sentences([session(seats=seats, **before)], [session(seats=seats, **after)])


def test_the_programme_s_own_words_are_told():
    old = programme(title={"en": "One"}, theme={"en": "Old"}, place="Ghent", timezone="UTC")
    new = programme(theme={"en": "“New”"}, place="", title={"en": "Two"}, as_of=FIRST_DAY, days=())

    told = note.write(compare(old, new), old, new, EN)

    assert section(told, "The whole") == (
        "The title is now “Two”; it was “One”. The theme is now “New”; it was “Old”. "
        "The place is now not given; it was Ghent. Times are now in Brussels time; they were in UTC. "
        "The days are now not given; they were Thursday 16 November and Friday 17 November.\n"
    )


@pytest.mark.parametrize("language", ["ar", "fr", "tr"])
def test_the_note_is_written_in_every_language(language):
    old, new = versions.july(), versions.november()

    assert "Alexander De Croo" in note.write(compare(old, new), old, new, words(language))


def test_texts_that_are_new_to_several_sessions_are_told_once():
    bare = [session("Wells"), session("Trains")]
    told = [
        replace(one, abstract={"en": "What it is about."}, questions=({"en": f"Why {one.key}?"},))
        for one in bare
    ]

    assert section(written(bare, told), "Texts and numbers").splitlines()[:2] == [
        "- Now with a description: “Trains” and “Wells”.",
        "- Now with questions to guide the discussion: “Trains” and “Wells”.",
    ]


def test_a_room_and_languages_that_changed_are_told_in_their_own_lines():
    old = session(room="scala", languages=("en",))

    told = written([old], [replace(old, room="alcazar", languages=("en", "tr"))])

    assert section(told, "Rooms and languages").splitlines()[:2] == [
        "- “Opening” changes its room from Scala to Alcazar.",
        "- “Opening” is now held in English and Turkish; it was English.",
    ]


def test_a_new_container_names_the_sessions_that_it_brings_together():
    one = session("Wells", kind=Kind.BREAKOUT, **on("09:00", "10:00"))
    container = session("all", kind=Kind.BREAKOUT_SESSIONS, title={"en": "Breakouts"}, **on("09:00", "10:00"))

    told = written([one], [container, replace(one, part_of="all")])

    assert section(told, "New in the programme").splitlines()[0] == (
        "- “Breakouts” (Thursday 16 November, 09:00–10:00), which brings together “Wells”."
    )


def test_new_side_events_name_their_organisers_as_far_as_known():
    container = session("all", kind=Kind.SIDE_EVENTS, title={"en": "Side events"})
    parts = [
        session("Wells", kind=Kind.SIDE_EVENT, part_of="all", organisers=("IOM",), room="scala"),
        session("Trains", kind=Kind.SIDE_EVENT, part_of="all", organisers=("UCLG",)),
        session("Ports", kind=Kind.SIDE_EVENT, part_of="all"),
    ]

    told = written([container], [container, *parts])

    assert section(told, "New in the programme").splitlines()[:4] == [
        "- In “Side events”:",
        "  - “Ports”",
        "  - “Trains”, organised by UCLG",
        "  - “Wells”, organised by IOM; Scala",
    ]


def test_breaks_without_a_time_are_named_without_one():
    told = written([], [session("Pause", kind=Kind.BREAK)])

    assert section(told, "New in the programme").splitlines()[0] == "- Break: “Pause”"


def test_sessions_that_are_put_together_are_told_as_one_sentence():
    seats = tuple(seat(name, person=name) for name in ("Ada One", "Bo Two", "Cy Three", "Di Four"))
    whole = session("Housing and schooling", seats=seats)
    parts = [session("Housing", seats=seats[:2]), session("Schooling", seats=seats[2:])]

    assert "“Housing” and “Schooling” are put together and become “Housing and schooling”." in sentences(
        parts, [whole]
    )


def test_a_person_whose_session_is_only_called_otherwise_reads_so():
    ada = (seat("Ada One", person="ada"),)

    told = written([session("Wells and springs", seats=ada)], [session("Springs and wells", seats=ada)])

    assert "**Ada One**: Now “Springs and wells”; so far “Wells and springs”." in told

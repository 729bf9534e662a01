"""What changed between July and November, and in smaller cases."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hemicycle.engines import reader
from hemicycle.engines.formats.programme import CONTAINERS, Day, Item, Kind, Person, Role, Room, SeatState
from hemicycle.kit.words import words
from hemicycle.programme import changes
from hemicycle.programme.document import compare
from hemicycle.programme.document.differences import Change
from hemicycle.programme.wording.changes import Sentences
from tests.make.programme import FIRST_DAY, moment, programme, seat, session
from tests.programme import versions

SEEDS = Path(__file__).parents[2] / ".." / "shared" / "seeds"


@pytest.fixture(scope="module")
def found():
    return compare(versions.july(), versions.november())


def titles(changes, *kinds):
    old, new = ({one.key: one for one in side.sessions} for side in (changes.old, changes.new))
    return [(new[one.new[0]] if one.new else old[one.old[0]]).title["en"] for one in changes.of(*kinds)]


def crossing(found):
    return {
        new: (before.starts.day, after.starts.day)
        for old, new in found.pairs
        for before in found.old.sessions
        for after in found.new.sessions
        if (before.key, after.key) == (old, new) and before.starts and after.starts
        if before.starts.day != after.starts.day
    }


def single(old, new, **fields):
    return compare(programme(old, **fields), programme(new, **fields))


def seats_of(changes, kind):
    return [
        (
            [seat["name"] for seat in one.before.get("seats", ())],
            [seat["name"] for seat in one.after.get("seats", ())],
        )
        for one in changes.of(kind)
    ]


def test_the_plenary_discussions_and_the_six_breakouts_cross_the_days(found):
    kinds = {one.key: one.kind for one in found.new.sessions}

    assert sorted(kinds[key] for key in crossing(found)) == [Kind.BREAKOUT] * 6 + [Kind.GUIDED_DISCUSSION] * 2


def test_nothing_that_crossed_is_gone_or_new(found):
    gone_or_new = {key for one in found.of(Change.ADDED, Change.REMOVED) for key in (*one.old, *one.new)}

    assert titles(found, Change.REMOVED) == []
    assert not gone_or_new & set(crossing(found))


def test_lunch_and_side_events_are_divided_on_both_days(found):
    assert titles(found, Change.SPLIT) == ["Lunch Break", "Lunch Break"]


def test_the_summary_plenaries_stay_on_their_days(found):
    summaries = {one.key: one for one in found.old.sessions if one.kind is Kind.SUMMARY_PLENARY}
    new = {one.key: one for one in found.new.sessions}

    days = [(summaries[a].starts.day, new[b].starts.day) for a, b in found.pairs if a in summaries]

    assert sorted(days) == [(16, 16), (17, 17)]


def test_a_guest_who_opens_the_second_day_has_moved(found):
    assert seats_of(found, Change.SEAT_MOVED) == [(["Alexander De Croo"], ["Alexander De Croo"])]


def test_those_who_lost_the_closing_remarks_are_named(found):
    closing = next(
        one for one in found.of(Change.SEAT_REMOVED) if one.before["seats"][0]["name"] == "Parks Tau"
    )

    assert [seat["position"] for seat in closing.before["seats"]] == [
        "President",
        "Representative of the Federal Government of Belgium",
    ]
    assert closing.after == {}


def test_organisations_found_their_moderators(found):
    named = {
        (was["organisation"], now["name"])
        for one in found.of(Change.SEAT_NAMED)
        for was, now in zip(one.before["seats"], one.after["seats"], strict=True)
    }

    assert {
        ("IOM", "Michele Klein-Solomon"),
        ("UCLG", "Mohamed Boussraoui"),
        ("UN-Habitat", "Filiep Decorte"),
        ("UCLG", "Magali Fricaudet"),
        ("UN-Habitat", "Katja Schaefer"),
        ("IOM", "Ioana Popp"),
    } <= named


def test_people_whose_names_are_spelt_otherwise_are_the_same_people(found):
    renamed = [(one.before["name"], one.after["name"]) for one in found.of(Change.PERSON_RENAMED)]

    assert [pair for pair in renamed if pair[0] != pair[1]] == [
        ("Bart Sommers", "Bart Somers"),
        ("William Lacy Swing", "William Swing"),
    ]


def test_each_change_knows_what_else_changed(found):
    moved = next(one for one in found.of(Change.MOVED) if "number" in found_number(found, one.new))

    assert Change.RENUMBERED in moved.also
    assert moved.kind not in moved.also


def found_number(found, keys):
    return [name for one in found.of(Change.RENUMBERED) if one.new == keys for name in one.after]


def test_a_person_in_place_of_tbc_and_back_again():
    tbc = seat(role=Role.MODERATOR)
    ada = seat("Ada One", role=Role.MODERATOR, person="ada")
    old, new = session(seats=(tbc,)), session(seats=(ada,))

    there, back = single(old, new), single(new, old)

    assert seats_of(there, Change.SEAT_NAMED) == [([""], ["Ada One"])]
    assert seats_of(back, Change.SEAT_REMOVED) == [(["Ada One"], [""])]


def test_a_seat_of_one_organisation_is_not_filled_by_another():
    iom = seat(role=Role.MODERATOR, state=SeatState.ORGANISATION, organisation="IOM", as_printed="IOM")
    ada = seat(
        "Ada One", role=Role.MODERATOR, person="ada", organisation="UNICEF", as_printed="Ada One, UNICEF"
    )

    changed = single(session(seats=(iom,)), session(seats=(ada,)))

    assert [one.kind for one in changed.differences] == [Change.SEAT_ADDED, Change.SEAT_REMOVED]


def test_a_speaker_who_becomes_moderator_has_moved():
    speaker, moderator = (seat("Ada One", role=role, person="ada") for role in (Role.SPEAKER, Role.MODERATOR))

    changed = single(session(seats=(speaker,)), session(seats=(moderator,)))

    assert [one.kind for one in changed.differences] == [Change.SEAT_MOVED]


def test_a_person_who_declined_sits_there_no_more():
    there = seat("Ada One", person="ada")

    changed = single(session(seats=(there,)), session(seats=(replace(there, state=SeatState.DECLINED),)))

    assert seats_of(changed, Change.SEAT_REMOVED) == [(["Ada One"], [])]


def test_a_name_without_a_person_is_the_person_of_that_name():
    people = (Person("ada", "Ada One"),)
    old = programme(session(seats=(seat("Ada One", person="ada"),)), people=people)
    new = programme(session(seats=(seat("ADA ONE"),)), people=people)

    assert compare(old, new).differences == ()


def test_everything_a_session_says_of_itself_is_compared():
    told = {"organisers": ("IOM",), "languages": ("en",), "seats": (seat("Ada One", person="ada"),)}
    old = session(number="1", access="Open", room="scala", **told)
    new = replace(
        old,
        kind=Kind.PANEL,
        number="2",
        organisers=("UCLG",),
        languages=("en", "tr"),
        access="By invitation",
        room="alcazar",
        title={"en": "Opening of the conference"},
        abstract={"en": "What it is about."},
        questions=({"en": "Who decides?"},),
        items=(Item({"en": "A film"}),),
        starts=moment("09:00"),
    )
    rooms = (Room("scala", "Scala"), Room("alcazar", "Alcazar"))

    changed = single(old, new, rooms=rooms)

    assert [one.kind for one in changed.differences] == [
        Change.MOVED,
        Change.RETITLED,
        Change.ROOM,
        Change.LANGUAGES,
        Change.ORGANISERS,
        Change.REKINDED,
        Change.RENUMBERED,
        Change.QUESTIONS,
        Change.TEXT,
    ]
    assert changed.of(Change.TEXT)[0].after == {
        "abstract": {"en": "What it is about."},
        "items": [{"en": "A film"}],
        "access": "By invitation",
    }


def test_typography_is_no_change():
    old = session(title={"en": "“Cities” – Opening"}, organisers=("UN-Habitat",))
    new = replace(old, title={"en": 'Cities" - opening '}, organisers=("UN Habitat",))

    assert single(old, new).differences == ()


def test_an_accent_is_a_change():
    changed = single(session(title={"fr": "Marche des villes"}), session(title={"fr": "Marché des villes"}))

    assert [one.kind for one in changed.differences] == [Change.RETITLED]


def test_a_room_that_is_spelt_otherwise_is_the_same_room():
    old = programme(session(room="a"), rooms=(Room("a", "Hertzen Aas"),))
    new = programme(session(room="b"), rooms=(Room("b", "Herten Aas"),))

    found = compare(old, new)

    assert [(one.kind, one.new, one.before, one.after) for one in found.differences] == [
        (Change.ROOM, (), {"room": "Hertzen Aas"}, {"room": "Herten Aas"})
    ]
    assert Sentences(found, words("en")).sentence(found.differences[0]) == (
        "Hertzen Aas is now printed as Herten Aas."
    )


def test_a_time_with_its_zone_and_one_without_are_compared_by_the_clock():
    aware, naive = (moment("09:00", timezone=zone) for zone in ("Europe/Brussels", ""))

    assert single(session(starts=aware), session(starts=naive)).differences == ()


def test_json_is_as_promised(found):
    told = changes.to_json(found, words("en"))

    split = next(one for one in told["changes"] if one["kind"] == "split")
    assert told["format"] == "hemicycle.changes/1"
    assert told["old"]["status"] == "As of 14 July"
    assert [len(told[side]["sha256"]) for side in ("old", "new")] == [64, 64]
    assert isinstance(split["session"]["old"], str)
    assert len(split["session"]["new"]) == 2
    assert {one["kind"] for one in told["changes"]} <= set(Change)


def test_a_changed_description_is_given_word_by_word():
    changed = single(session(abstract={"en": "A short text."}), session(abstract={"en": "A long text."}))

    told = changes.to_json(changed, words("en"))["changes"][0]

    assert told["words"]["en"] == [
        {"how": "equal", "text": "A "},
        {"how": "delete", "text": "short"},
        {"how": "insert", "text": "long"},
        {"how": "equal", "text": " text."},
    ]


@pytest.fixture(scope="module")
def papers():
    if not SEEDS.is_dir():
        pytest.skip("the reference papers are not beside the checkout")
    return [
        reader.read(paper.name, paper.read_bytes(), reader.Hints()).programme
        for paper in sorted(SEEDS.glob("*.txt"))[:2]
    ]


@pytest.mark.seeds
def test_the_printed_papers_compare_as_the_secretariat_saw_it(papers):
    found = compare(*papers)

    kinds = {one.key: one.kind for one in found.new.sessions}
    moved = crossing(found)
    removed = [one.before["kind"] for one in found.of(Change.REMOVED)]

    assert sorted(kinds[key] for key in moved) == [Kind.BREAKOUT] * 6 + [Kind.GUIDED_DISCUSSION] * 2
    assert not {Kind.BREAKOUT, Kind.GUIDED_DISCUSSION, *CONTAINERS} & set(removed)
    printed = [(one.before["name"], one.after["name"]) for one in found.of(Change.PERSON_RENAMED)]
    assert [after for before, after in printed if before != after] == ["Bart Somers", "William Swing"]


PLAIN = programme(
    session("groups", kind=Kind.BREAKOUT_SESSIONS),
    session("workshops", kind=Kind.BREAKOUT_SESSIONS, title={"en": "Workshops"}),
    session(
        "housing",
        kind=Kind.BREAKOUT,
        part_of="groups",
        theme="Homes",
        room="hall",
        access="Open to all",
        seats=(seat("Ana Sample", person="ana", position="Mayor", place="Arlo"),),
    ),
    rooms=(Room("hall", "Hall", languages=("en",), capacity=60, note="First floor"),),
    days=(Day(FIRST_DAY, "Day of homes"),),
)


def with_session(**fields):
    return replace(PLAIN, sessions=(*PLAIN.sessions[:2], replace(PLAIN.sessions[2], **fields)))


def with_room(**fields):
    return replace(PLAIN, rooms=(replace(PLAIN.rooms[0], **fields),))


def with_seat(**fields):
    return with_session(seats=(replace(PLAIN.sessions[2].seats[0], **fields),))


@pytest.mark.parametrize(
    ("new", "kind", "said"),
    [
        (
            with_seat(position="Deputy Mayor"),
            Change.PERSON_RENAMED,
            "Ana Sample: Deputy Mayor, Arlo; so far Mayor, Arlo.",
        ),
        (
            with_seat(organisation="League of Towns"),
            Change.PERSON_RENAMED,
            "Ana Sample: Mayor, League of Towns, Arlo; so far Mayor, Arlo.",
        ),
        (
            with_seat(position="", place=""),
            Change.PERSON_RENAMED,
            "Ana Sample: not given; so far Mayor, Arlo.",
        ),
        (
            with_seat(position="", place="", country="BE"),
            Change.PERSON_RENAMED,
            "Ana Sample: BE; so far Mayor, Arlo.",
        ),
        (with_session(theme="Roofs"), Change.TEXT, "“Housing”: Roofs; so far Homes."),
        (with_session(theme=None), Change.TEXT, "“Housing”: not given; so far Homes."),
        (with_session(part_of="workshops"), Change.TEXT, "“Housing”: “Workshops”; so far “Groups”."),
        (with_session(part_of=None), Change.TEXT, "“Housing”: not given; so far “Groups”."),
        (with_session(room=None), Change.ROOM, "“Housing” no longer has a room; it was Hall."),
        (with_room(capacity=40), Change.ROOM, "Hall: 40 seats; so far 60 seats."),
        (with_room(capacity=None), Change.ROOM, "Hall: not given; so far 60 seats."),
        (with_room(note="Second floor"), Change.ROOM, "Hall: Second floor; so far First floor."),
        (with_room(off_site=True), Change.ROOM, "Hall: off the site; so far on the site."),
        (with_room(languages=("en", "tr")), Change.ROOM, "Hall: English and Turkish; so far English."),
        (
            replace(PLAIN, days=(Day(FIRST_DAY, "Day of roofs"),)),
            Change.PROGRAMME,
            "The days are now called “Day of roofs”; they were called “Day of homes”.",
        ),
        (
            replace(PLAIN, language="fr"),
            Change.PROGRAMME,
            "The programme is now in French; it was in English.",
        ),
    ],
)
def test_nothing_that_is_printed_changes_in_silence(new, kind, said):
    there, back = compare(PLAIN, new), compare(new, PLAIN)

    assert [Sentences(there, words("en")).sentence(one) for one in there.of(kind)] == [said]
    assert len(back.of(kind)) == 1


def test_a_room_that_a_session_gives_up_and_that_is_gone_is_a_change_of_room():
    old = programme(session(room="hall"))
    new = programme(session())

    assert [one.after for one in compare(old, new).of(Change.ROOM)] == [{"room": None}]
    assert [one.after for one in compare(new, old).of(Change.ROOM)] == [{"room": "Hall"}]


def test_a_group_that_is_new_is_told_once_and_not_for_each_of_its_parts():
    old = replace(PLAIN, sessions=(replace(PLAIN.sessions[2], part_of=None),))

    found = compare(old, PLAIN)

    assert [one.new for one in found.differences] == [("groups",), ("workshops",)]


def test_a_label_of_a_day_set_otherwise_is_no_change():
    days = (Day(FIRST_DAY, "DAY OF HOMES, 2017"),)

    assert compare(PLAIN, replace(PLAIN, days=days)).differences == ()

"""Every rule raises what it should, as gravely as it should, and nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hemicycle.engines.formats.findings import Gravity
from hemicycle.engines.formats.programme import Item, Kind, Programme, Role, Room, SeatState, Session
from hemicycle.engines.formats.reading import Evidence
from hemicycle.programme import rules, terms
from hemicycle.programme.terms import HIGH, LOW, MEDIUM, Code
from tests.make import programme as make
from tests.programme.mechelen import november

WHOLE = settings(  # whole programmes are large to draw
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
SECOND_DAY = make.FIRST_DAY + timedelta(1)


def at(hours: str, day: date = make.FIRST_DAY) -> dict:
    starts, _, ends = hours.partition("-")
    return {"starts": make.moment(starts, day=day), "ends": make.moment(ends, day=day) if ends else None}


def person(key: str, **fields):
    return make.seat(key.title(), person=key, **fields)


def raised(found: Programme, code: Code, evidence=None) -> list[tuple[Gravity, tuple[str, ...]]]:
    return [
        (finding.gravity, finding.concerns)
        for finding in rules.findings(found, evidence)
        if finding.code == code.value
    ]


def test_the_november_paper_has_four_things_to_settle_before_printing():
    high = [finding for finding in rules.findings(november()) if finding.gravity is HIGH]

    assert [(finding.code, finding.concerns) for finding in high] == [
        ("programme.moderator-missing", ("smuggling",)),
        ("programme.moderator-missing", ("urban-development",)),
        ("programme.seat-unnamed", ("urban-development",)),
        ("programme.people-missing", ("closing-remarks",)),
    ]


def test_the_november_paper_has_variants_and_numbers_to_settle_and_no_clash():
    found = rules.findings(november())

    assert Counter(finding.code for finding in found if finding.gravity is MEDIUM) == {
        "programme.people-missing": 5,
        "programme.name-variant": 2,
        "programme.organisation-variant": 2,
        "programme.room-variant": 1,
        "programme.numbering": 1,
        "programme.time-missing": 1,
    }
    assert [(finding.code, finding.concerns[0]) for finding in found if finding.gravity is LOW] == [
        ("programme.language-unserved", "smuggling"),
        ("programme.partner-balance", "closing"),
    ]


# People and seats

MODERATED = make.session("other", kind=Kind.PANEL, seats=(person("xu", role=Role.MODERATOR),))


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        (make.session("p", kind=Kind.PANEL, seats=(person("ana"), person("bo"))), [(HIGH, ("p",))]),
        (make.session("p", kind=Kind.PANEL, seats=(make.seat(role=Role.MODERATOR),)), [(HIGH, ("p",))]),
        (make.session("p", kind=Kind.PANEL, seats=(person("ana"),)), []),
        (make.session("p", kind=Kind.PANEL, seats=(person("ana"), person("bo", role=Role.CHAIR))), []),
        (make.session("p", kind=Kind.PLENARY, seats=(person("ana"), person("bo"))), []),
        (make.session("p", kind=Kind.BREAKOUT, seats=(person("ana"), person("bo"))), []),
        (
            make.session(
                "p", kind=Kind.PANEL, seats=(make.seat(role=Role.MODERATOR, state=SeatState.ORGANISATION),)
            ),
            [],
        ),
    ],
)
def test_a_discussion_needs_a_moderator_with_a_name_where_others_of_its_kind_have_one(session, expected):
    found = make.programme(session, MODERATED, *_filled(4))

    assert raised(found, Code.MODERATOR_MISSING) == expected


def _filled(count: int) -> list[Session]:
    return [make.session(f"filled-{n}", seats=(person(f"person-{n}"),)) for n in range(count)]


def test_in_a_draft_open_seats_are_to_be_expected():
    open_seats = (
        make.seat(role=Role.MODERATOR),
        make.seat(state=SeatState.UNNAMED, position="Mayor"),
    )
    panel = make.session("panel", kind=Kind.PANEL, seats=open_seats)
    remarks = make.session("remarks", kind=Kind.CLOSING_REMARKS)

    most_open = rules.findings(make.programme(panel, remarks))
    early = rules.findings(make.programme(panel, remarks, *_filled(9), as_of=date(2017, 7, 14)))
    late = rules.findings(make.programme(panel, remarks, *_filled(9), as_of=date(2017, 11, 15)))

    assert not any(finding.gravity is HIGH for finding in (*most_open, *early))
    assert Counter(finding.code for finding in late if finding.gravity is HIGH) == {
        "programme.moderator-missing": 1,
        "programme.seat-unnamed": 1,
        "programme.people-missing": 1,
    }


@pytest.mark.parametrize(
    ("kind", "role", "state", "expected"),
    [
        (Kind.PLENARY, Role.SPEAKER, SeatState.TBC, (Code.SEAT_TBC, MEDIUM)),
        (Kind.PLENARY, Role.SPEAKER, SeatState.UNNAMED, (Code.SEAT_UNNAMED, HIGH)),
        (Kind.SIDE_EVENT, Role.SPEAKER, SeatState.UNNAMED, (Code.SEAT_UNNAMED, MEDIUM)),
        (Kind.PLENARY, Role.MODERATOR, SeatState.UNNAMED, (Code.SEAT_UNNAMED, MEDIUM)),
        (Kind.PLENARY, Role.MODERATOR, SeatState.ORGANISATION, (Code.SEAT_ORGANISATION, MEDIUM)),
        (Kind.PLENARY, Role.SPEAKER, SeatState.ORGANISATION, (Code.SEAT_ORGANISATION, LOW)),
        (Kind.PLENARY, Role.SPEAKER, SeatState.INVITED, (Code.SEAT_INVITED, LOW)),
        (Kind.PLENARY, Role.SPEAKER, SeatState.DECLINED, (Code.SEAT_DECLINED, MEDIUM)),
    ],
)
def test_a_seat_is_raised_by_how_far_it_is_filled(kind, role, state, expected):
    session = make.session("s", kind=kind, seats=(make.seat(role=role, state=state), person("ana")))

    found = rules.findings(make.programme(session, *_filled(4)))

    assert [(finding.code, finding.gravity) for finding in found if "seat" in finding.code] == [
        (expected[0].value, expected[1])
    ]


@pytest.mark.parametrize("state", [SeatState.NAMED, SeatState.CONFIRMED, SeatState.REPLACED])
def test_a_filled_seat_is_not_raised(state):
    found = make.programme(make.session("s", seats=(person("ana", state=state),)))

    assert not [finding for finding in rules.findings(found) if "seat" in finding.code]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Kind.CLOSING_REMARKS, [(HIGH, ("s",))]),
        (Kind.KEYNOTE_PLENARY, [(HIGH, ("s",))]),
        (Kind.SIDE_EVENT, [(MEDIUM, ("s",))]),
        (Kind.PANEL, [(MEDIUM, ("s",))]),
        (Kind.OTHER, []),
        (Kind.LUNCH, []),
        (Kind.RECEPTION, []),
        (Kind.SITE_VISIT, []),
        (Kind.SIDE_EVENTS, []),
    ],
)
def test_a_session_that_people_fill_needs_people(kind, expected):
    found = make.programme(make.session("s", kind=kind), *_filled(2))

    assert raised(found, Code.PEOPLE_MISSING) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Closing remarks", [HIGH]),
        ("Opening address", [HIGH]),
        ("Keynote", [HIGH]),
        ("Mot de clôture", [HIGH]),
        ("Palabras de bienvenida", [HIGH]),
        ("Palavras de encerramento", [HIGH]),
        ("Schlusswort", [HIGH]),
        ("Slotwoord", [HIGH]),
        ("Kapanış konuşmaları", [HIGH]),
        ("الكلمة الختامية", [HIGH]),
        ("Questions from the floor and closing remarks", [MEDIUM]),
        ("Closing", []),
        ("Adoption of the Declaration", []),
        ("Family photo", []),
        ("Opening of the exhibition", []),
        ("Clôture de la conférence", []),
        ("", []),
    ],
)
def test_a_speech_among_the_parts_of_a_session_needs_its_speaker(title, expected):
    parts = (make.item("Report", 0), make.item(title))
    session = make.session("closing", items=parts, seats=(person("ana"),))

    found = raised(make.programme(session, *_filled(2)), Code.PEOPLE_MISSING)

    assert found == [(gravity, ("closing",)) for gravity in expected]


def test_a_speech_may_be_given_by_whoever_stands_in_no_part():
    parts = (make.item("Report", 0), make.item("Closing remarks"))
    seats = (person("ana"), person("ben"))

    spoken = make.programme(make.session("closing", items=parts, seats=seats), *_filled(2))
    moderated = make.programme(
        make.session("closing", items=parts, seats=(seats[0], person("ben", role=Role.MODERATOR))),
        *_filled(2),
    )

    assert raised(spoken, Code.PEOPLE_MISSING) == []
    assert raised(moderated, Code.PEOPLE_MISSING) == [(HIGH, ("closing",))]


def test_in_a_draft_a_speech_without_its_speaker_is_not_grave():
    parts = (make.item("Report", 0), make.item("Closing remarks"))
    session = make.session("closing", items=parts, seats=(person("ana"),))

    found = raised(make.programme(session, *_filled(2), as_of=date(2017, 7, 14)), Code.PEOPLE_MISSING)

    assert found == [(MEDIUM, ("closing",))]


def test_parts_that_all_go_without_people_are_an_agenda():
    parts = (make.item("Report"), make.item("Closing remarks"))
    session = make.session("closing", items=parts, seats=(person("ana"),))

    assert raised(make.programme(session, *_filled(2)), Code.PEOPLE_MISSING) == []


def test_a_programme_that_names_nobody_is_told_so_once():
    found = make.programme(make.session("a", kind=Kind.CLOSING_REMARKS), make.session("b", kind=Kind.PANEL))

    assert raised(found, Code.NOBODY_NAMED) == [(LOW, ())]
    assert raised(found, Code.PEOPLE_MISSING) == []


def test_a_person_twice_in_one_role_is_a_double_unless_parts_of_the_session_share_them():
    seats = (person("ana"), person("ana"))
    parts = (Item({"en": "First part"}, (0,)), Item({"en": "Second part"}, (1,)))

    listed_twice = make.programme(make.session("s", seats=seats))
    in_two_parts = make.programme(make.session("s", seats=seats, items=parts))

    assert raised(listed_twice, Code.DUPLICATE_SEAT) == [(MEDIUM, ("s", "person:ana"))]
    assert raised(in_two_parts, Code.DUPLICATE_SEAT) == []


def test_who_moderates_and_speaks_is_worth_a_look():
    found = make.programme(make.session("s", seats=(person("ana"), person("ana", role=Role.MODERATOR))))

    assert raised(found, Code.TWO_ROLES) == [(LOW, ("s", "person:ana"))]
    assert raised(found, Code.DUPLICATE_SEAT) == []


def test_moderators_alone_a_crowd_and_people_without_a_role_are_worth_a_look():
    alone = make.session("alone", kind=Kind.PANEL, seats=(person("ana", role=Role.MODERATOR),))
    crowd = make.session(
        "crowd", seats=tuple(person(name) for name in ("bo", "cy", "di")), **at("09:00-09:17")
    )
    unclear = make.session("unclear", seats=(person("ed", role=Role.OTHER),))

    found = make.programme(alone, crowd, unclear)

    assert raised(found, Code.ROLE_BALANCE) == [(LOW, ("alone",))]
    assert raised(found, Code.CROWDED) == [(LOW, ("crowd",))]
    assert raised(found, Code.ROLE_UNKNOWN) == [(LOW, ("unclear",))]


# Clashes


def held(key: str, hours: str, *people: str, day: date = make.FIRST_DAY, **fields) -> Session:
    return make.session(key, seats=tuple(person(name) for name in people), **at(hours, day), **fields)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (held("a", "09:00-10:00", "ana"), held("b", "09:30-10:30", "ana"), [HIGH]),
        (held("a", "09:00-10:00", "ana"), held("b", "09:00-10:00", "ana"), [HIGH]),
        (held("a", "09:00", "ana"), held("b", "09:00", "ana"), [MEDIUM]),
        (held("a", "09:00-10:00", "ana"), held("b", "10:00-11:00", "ana"), []),
        (held("a", "09:00-10:00", "ana"), held("b", "09:00-10:00", "ana", day=SECOND_DAY), []),
        (held("a", "09:00-10:00", "ana"), held("b", "09:30-10:30", "bo"), []),
        (held("a", "09:00-10:00", "ana"), held("b", "09:30-10:00", "ana", part_of="a"), []),
        (held("a", "09:00-10:00", "ana", room="x"), held("b", "09:30-10:00", "ana", room="x"), []),
        (held("a", "09:00-10:00", "ana", room="x"), held("b", "09:30-10:00", "ana", room="y"), [HIGH]),
    ],
)
def test_a_person_cannot_be_in_two_places_at_once(one, other, expected):
    found = make.programme(one, other)

    clashes = raised(found, Code.PERSON_CLASH)

    assert clashes == [(gravity, ("a", "b", "person:ana")) for gravity in expected]


def test_who_declined_clashes_with_nothing():
    declined = make.session("b", seats=(person("ana", state=SeatState.DECLINED),), **at("09:00-10:00"))

    found = make.programme(held("a", "09:00-10:00", "ana"), declined)

    assert raised(found, Code.PERSON_CLASH) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (held("a", "09:00-10:00"), held("b", "09:30-10:30"), [HIGH]),
        (held("a", "09:00-10:00"), held("b", "09:00-10:00"), [HIGH]),
        (held("a", "09:00-10:00"), held("b", "09:15-09:45"), [MEDIUM]),
        (held("a", "09:00-10:00", kind=Kind.LUNCH), held("b", "09:30-10:30"), [LOW]),
        (held("a", "09:00-10:00"), held("b", "10:00-11:00"), []),
        (held("a", "09:00-10:00"), held("b", "09:30-10:00", part_of="a"), []),
    ],
)
def test_a_room_holds_one_session_at_a_time(one, other, expected):
    in_room = [replace(session, room="scala") for session in (one, other)]

    clashes = raised(make.programme(*in_room), Code.ROOM_CLASH)

    assert clashes == [(gravity, ("a", "b", "room:scala")) for gravity in expected]


def test_an_agenda_printed_as_entries_is_no_clash():
    heading = held("heading", "09:00-12:00", "ana", room="scala")
    first = held("first", "09:00-10:00", "ana", room="scala")
    second = held("second", "10:00-12:00", room="scala")

    found = make.programme(heading, first, second)

    assert raised(found, Code.ROOM_CLASH) == []
    assert raised(found, Code.PERSON_CLASH) == []


def test_an_area_off_the_site_holds_as_many_as_come():
    sessions = [held(key, "09:00-10:00", room="town") for key in ("a", "b")]

    found = make.programme(*sessions, rooms=(Room("town", "In the town", off_site=True),))

    assert raised(found, Code.ROOM_CLASH) == []


@pytest.mark.parametrize(("off_site", "gravity"), [(False, LOW), (True, MEDIUM)])
def test_changing_rooms_without_a_minute_between_is_raised(off_site, gravity):
    sessions = (held("a", "09:00-10:00", "ana", room="x"), held("b", "10:00-11:00", "ana", room="y"))

    found = make.programme(*sessions, rooms=(Room("x", "Xylophone"), Room("y", "Yard", off_site=off_site)))

    assert raised(found, Code.TIGHT_CHANGE) == [(gravity, ("a", "b", "person:ana"))]


# The laws


def _codes(found: Programme) -> Counter:
    return Counter(
        (finding.code, finding.gravity, frozenset(finding.concerns)) for finding in rules.findings(found)
    )


OF_ORDER = {
    code.value
    for code in (
        Code.NUMBERING,
        Code.ORDER,
        Code.NAME_VARIANT,
        Code.ORGANISATION_VARIANT,
        Code.DUPLICATE_SESSION,
    )
}


@WHOLE
@given(make.programmes(), st.randoms(use_true_random=False))
def test_the_order_of_sessions_changes_no_finding_but_those_about_order(found, random):
    shuffled = list(found.sessions)
    random.shuffle(shuffled)

    turned = _codes(replace(found, sessions=tuple(shuffled)))

    kept = Counter({entry: count for entry, count in _codes(found).items() if entry[0] not in OF_ORDER})
    assert Counter({entry: count for entry, count in turned.items() if entry[0] not in OF_ORDER}) == kept


@WHOLE
@given(make.programmes())
def test_other_keys_change_no_finding_but_in_name(found):
    def new(key):
        return f"zz-{key[::-1]}"

    renamed = replace(
        found,
        rooms=tuple(replace(room, key=new(room.key)) for room in found.rooms),
        people=tuple(replace(someone, key=new(someone.key)) for someone in found.people),
        sessions=tuple(
            replace(
                session,
                key=new(session.key),
                room=session.room and new(session.room),
                part_of=session.part_of and new(session.part_of),
                seats=tuple(replace(seat, person=seat.person and new(seat.person)) for seat in session.seats),
            )
            for session in found.sessions
        ),
    )

    def told(programme):
        return Counter(
            (finding.code, finding.gravity, len(finding.concerns)) for finding in rules.findings(programme)
        )

    assert told(renamed) == told(found)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 90)), max_size=8))
def test_a_programme_without_overlaps_has_no_clash(rows):
    clock = make.moment("06:00")
    sessions = []
    for number, (pause, minutes) in enumerate(rows):
        starts = clock + timedelta(minutes=pause)
        clock = starts + timedelta(minutes=minutes)
        sessions.append(
            make.session(f"s{number}", starts=starts, ends=clock, room="scala", seats=(person("ana"),))
        )

    codes = {finding.code for finding in rules.findings(make.programme(*sessions))}

    assert not codes & {Code.PERSON_CLASH.value, Code.ROOM_CLASH.value, Code.OVERLAP.value}


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 60), st.integers(1, 60)), max_size=7))
def test_every_session_that_overlaps_another_of_its_room_is_raised_unless_it_is_an_agenda(rows):
    sessions = [
        make.session(
            f"s{number}",
            starts=make.moment("09:00") + timedelta(minutes=begins),
            ends=make.moment("09:00") + timedelta(minutes=begins + minutes),
            room=room,
        )
        for number, (room, begins, minutes) in enumerate(rows)
    ]

    clashing = {
        key
        for _, concerns in raised(make.programme(*sessions), Code.ROOM_CLASH)
        for key in concerns
        if key[0] == "s"
    }

    crossing = {
        one.key
        for one in sessions
        for other in sessions
        if one is not other
        and one.room == other.room
        and (
            one.starts < other.starts < one.ends < other.ends
            or other.starts < one.starts < other.ends < one.ends
        )
        and not any(_holds_two(outer, sessions) for outer in (one, other))
    }
    assert crossing <= clashing


def _holds_two(outer: Session, sessions: list[Session]) -> bool:
    inside = [
        session
        for session in sessions
        if session is not outer
        and session.room == outer.room
        and outer.starts <= session.starts
        and session.ends <= outer.ends
    ]
    return len(inside) > 1


def written_over(found: Programme, said: str) -> Programme:
    """The programme with one text in every place that a rule reads."""
    return replace(
        found,
        days=tuple(replace(day, label=said) for day in found.days),
        rooms=tuple(replace(room, name=said) for room in found.rooms),
        people=tuple(replace(someone, name=said, also=(*someone.also, said)) for someone in found.people),
        sessions=tuple(
            replace(
                session,
                title={"en": said},
                number=said,
                abstract={"en": said},
                organisers=(said,),
                seats=tuple(
                    replace(seat, name=said, organisation=said, country=said) for seat in session.seats
                ),
            )
            for session in found.sessions
        ),
    )


ANY = (
    make.programmes()
    | make.programmes(undated=True)
    | st.builds(written_over, make.programmes(), make.wild_texts())
)


@WHOLE
@given(ANY)
def test_any_programme_can_be_checked_and_every_finding_keeps_to_the_table(found):
    for finding in rules.findings(found):
        assert finding.gravity in terms.OBJECTIONS[Code(finding.code)].gravities


@WHOLE
@given(make.programmes())
def test_findings_come_gravest_first_and_the_same_every_time(found):
    first = rules.findings(found)

    gravities = [list(Gravity).index(finding.gravity) for finding in first]
    assert gravities == sorted(gravities)
    assert rules.findings(found) == first


def test_a_finding_has_the_lines_of_what_it_is_about():
    session = make.session("s", seats=(make.seat(), person("ana")))
    evidence = {
        "sessions/s/title": Evidence((3, 3), "S", 0.9),
        "sessions/s/seats/0": Evidence((5, 6), "TBC", 0.9),
    }

    found = rules.findings(make.programme(session, make.session("t", kind=Kind.PANEL)), evidence)

    lines = {finding.code: finding.lines for finding in found}
    assert lines["programme.seat-tbc"] == (5, 6)
    assert lines["programme.time-missing"] is None


def test_the_reference_lists_every_code_with_its_gravities():
    page = terms.reference()

    assert set(terms.OBJECTIONS) == set(Code)
    assert [line.split("`")[1] for line in page.splitlines() if line.startswith("| `")] == sorted(
        code.value for code in Code
    )

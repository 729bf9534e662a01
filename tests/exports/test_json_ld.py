from __future__ import annotations

import json

import pytest

from hemicycle.engines.formats.programme import Kind, SeatState
from hemicycle.exports import json_ld
from hemicycle.exports.refusal import NotExportable
from tests.make import programme as make


def test_sessions_are_events_inside_their_container_with_people_and_place():
    seats = (
        make.seat(
            "Ada Sample",
            person="ada",
            position="Mayor",
            organisation="City of Sampletown",
            place="Sampletown",
            country="BE",
        ),
        make.seat(),
        make.seat(
            state=SeatState.ORGANISATION, organisation="Union of Samples", as_printed="Union of Samples"
        ),
    )
    container = make.session("parallel", kind=Kind.BREAKOUT_SESSIONS, starts=make.moment("09:00"))
    held = make.session(
        part_of="parallel", room="hall", starts=make.moment("09:00"), ends=make.moment("10:00"), seats=seats
    )
    programme = make.programme(
        container, held, place="Sample Centre", rooms=(make.Room("hall", "Hall", capacity=90),)
    )

    document = json_ld.document(programme)

    session = document["subEvent"][0]["subEvent"][0]
    assert (document["startDate"], document["endDate"]) == ("2017-11-16", "2017-11-17")
    assert session["startDate"] == "2017-11-16T09:00:00+01:00"
    assert [(one["@type"], one["name"]) for one in session["performer"]] == [
        ("Person", "Ada Sample"),
        ("Organization", "Union of Samples"),
    ]
    assert session["performer"][0]["jobTitle"] == "Mayor"
    assert session["location"]["maximumAttendeeCapacity"] == 90
    assert session["location"]["containedInPlace"]["name"] == "Sample Centre"


def test_a_title_in_two_languages_keeps_both():
    document = json_ld.document(make.programme(title={"en": "Opening", "fr": "Ouverture"}))

    assert document["name"] == [
        {"@language": "en", "@value": "Opening"},
        {"@language": "fr", "@value": "Ouverture"},
    ]


def test_the_text_cannot_end_the_script_element_of_a_page():
    data = json_ld.write(make.programme(title={"en": "</script><!-- x"}))

    assert b"</" not in data
    assert b"<!--" not in data
    assert json.loads(data)["name"] == "</script><!-- x"


def test_sessions_that_are_part_of_each_other_do_not_go_round_for_ever():
    one, two = make.session("one", part_of="two"), make.session("two", part_of="one")

    names = [event["name"] for event in json_ld.document(make.programme(one, two))["subEvent"]]

    assert sorted(names) == ["One", "Two"]


def test_a_programme_without_days_is_refused():
    with pytest.raises(NotExportable, match="needs at least one"):
        json_ld.write(make.programme(days=()))

import pytest

from hemicycle.engines.formats.programme import Item, Role, SeatState
from hemicycle.exports import seats
from hemicycle.kit.words import words
from tests.make.programme import seat, session

ENGLISH = words("en")


def test_items_come_first_and_other_seats_follow_by_role():
    held = session(
        items=(Item({"en": "Welcome"}, (1,)),),
        seats=(
            seat("A"),
            seat("B", role=Role.WELCOME),
            seat("C", role=Role.MODERATOR),
            seat("D"),
        ),
    )

    found = [(g.title, g.heading, [told.name for told in g.seats]) for g in seats.groups(held, ENGLISH)]
    assert found == [({"en": "Welcome"}, "", ["B"]), ({}, "Speakers", ["A", "D"]), ({}, "Moderator", ["C"])]


def test_a_chair_within_an_item_is_named_as_such_and_a_keynote_is_not():
    held = session(
        items=(Item({"en": "Opening"}, (0, 1)),),
        seats=(seat("A", role=Role.CHAIR), seat("B", role=Role.KEYNOTE)),
    )

    assert [told.role for told in seats.groups(held, ENGLISH)[0].seats] == ["Chair", ""]


def test_a_seat_is_told_in_the_document_s_own_words_with_its_name_standing_out():
    told = seats.told(seat("Jo Pe", as_printed="HE Jo Pe, Mayor of Arua , Uganda"), ENGLISH)

    assert (told.before, told.name, told.after) == ("HE ", "Jo Pe", ", Mayor of Arua , Uganda")


@pytest.mark.parametrize("printed", ["", "somebody else", "Jo Pe " + "and so on " * 40])
def test_a_seat_whose_printed_line_is_of_no_use_is_put_together(printed):
    filled = seat("Jo Pe", position="Mayor of Arua", place="Arua", country="UG", as_printed=printed)

    assert seats.told(filled, ENGLISH).line == "Jo Pe, Mayor of Arua, Uganda"


def test_an_open_seat_says_what_is_open():
    nobody = seats.told(seat(state=SeatState.TBC, as_printed="TBC"), ENGLISH)
    nameless = seats.told(seat(state=SeatState.UNNAMED, as_printed="Vice-Mayor, Ahuachapán"), ENGLISH)

    assert (nobody.line, nobody.mark, nobody.open) == ("", "to be confirmed", True)
    assert (nameless.line, nameless.mark, nameless.open) == ("Vice-Mayor, Ahuachapán", "name to follow", True)


def test_an_organisation_in_a_person_s_place_stands_out_like_a_name():
    host = seat(state=SeatState.ORGANISATION, organisation="UN-Habitat", as_printed="UN-Habitat")

    told = seats.told(host, ENGLISH)

    assert (told.name, told.mark, told.open) == ("UN-Habitat", "", False)


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        (seat("Jo Pe", as_printed="Mayor Jo Pe"), "Jo Pe"),
        (seat(state=SeatState.ORGANISATION, organisation="ICLEI"), "ICLEI"),
        (seat(state=SeatState.UNNAMED, position="Mayor", place="Arua"), "Mayor, Arua"),
        (seat(state=SeatState.UNNAMED, as_printed="a  minister"), "a minister"),
        (seat(as_printed=""), "to be confirmed"),
    ],
)
def test_a_table_has_the_shortest_word_for_a_seat(filled, said):
    assert seats.short(filled, ENGLISH) == said

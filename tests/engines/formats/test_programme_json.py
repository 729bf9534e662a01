"""A programme as JSON comes back as it was, and whatever is wrong is said in one sentence that names the place."""

import pytest
from hypothesis import given

from hemicycle.engines.formats import canonical, programme_json
from hemicycle.engines.formats.programme import FORMAT, NotAProgramme, text
from tests.make import programme as make


@given(make.programmes())
def test_a_programme_comes_back_as_it_was_written(programme):
    written = programme_json.write(programme)

    assert programme_json.read(written) == programme


@given(make.programmes())
def test_equal_programmes_have_equal_digests(programme):
    again = programme_json.read(programme_json.write(programme))

    assert canonical.digest(programme_json.write(again)) == canonical.digest(programme_json.write(programme))


def broken(**changes):
    return {"format": FORMAT, "sessions": [{"key": "opening", "kind": "plenary", **changes}]}


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ([], "the document is not a JSON object"),
        ({"format": "hemicycle.programme/9"}, "hemicycle.programme/9"),
        ({"format": FORMAT, "days": [{"label": "Monday"}]}, "days, number 1 has no date"),
        ({"format": FORMAT, "days": "Monday"}, "days is not a list"),
        ({"format": FORMAT, "title": "Opening"}, "the document: title is not a text by language"),
        ({"format": FORMAT, "as_of": "yesterday"}, "as_of is 'yesterday'"),
        (broken(kind="party"), "sessions, number 1: kind is 'party'"),
        (broken(key=""), "sessions, number 1 has no key"),
        (broken(starts="nine"), "starts is 'nine'"),
        (broken(room="attic"), "session 'opening' names the room 'attic'"),
        (broken(part_of="nothing"), "session 'opening' is part of 'nothing'"),
        (broken(items=[{"seats": [3]}]), "session 'opening' has an item with a seat number"),
        (broken(items=[{"seats": [True]}]), "seats is not a list of whole numbers"),
        (broken(questions=["Why?"]), "questions, number 1 is not a text by language"),
        (broken(organisers=[1]), "organisers is not a list of texts"),
        (
            broken(seats=[{"role": "speaker", "state": "named", "person": "nobody"}]),
            "seats the person 'nobody'",
        ),
        (
            {"format": FORMAT, "rooms": [{"key": "hall", "capacity": "many"}]},
            "capacity is not a whole number",
        ),
        ({"format": FORMAT, "rooms": [{"key": "hall", "off_site": "yes"}]}, "off_site is not true or false"),
        ({"format": FORMAT, "sessions": [broken()["sessions"][0]] * 2}, "two sessions have the same key"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(value, place):
    with pytest.raises(NotAProgramme) as refusal:
        programme_json.read(value)

    assert place in str(refusal.value)


def test_a_text_falls_back_to_a_language_it_has():
    texts = {"fr": "Ouverture", "en": "Opening", "es": ""}

    assert [text(texts, "en"), text(texts, "es", "fr"), text(texts, "nl"), text({}, "en")] == [
        "Opening",
        "Ouverture",
        "Opening",
        "",
    ]

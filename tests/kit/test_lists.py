from __future__ import annotations

import pytest

from hemicycle.kit import languages
from hemicycle.kit.lists import apart, in_a_row, joined
from hemicycle.kit.words import words


@pytest.mark.parametrize(
    ("items", "told"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "{B}", "C"], "A, {B} and C")],
)
def test_things_are_joined_into_one_phrase(items, told):
    assert joined(items, words("en")) == told


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("inglés", "francés e inglés"),
        ("«Historia»", "francés e «Historia»"),
        ("<bdi>Inés</bdi>", "francés e <bdi>Inés</bdi>"),
        ("Íñigo", "francés e Íñigo"),
        ("hielo", "francés y hielo"),
        ("yoruba", "francés y yoruba"),
    ],
)
def test_spanish_and_changes_before_the_sound_of_i(last, told):
    assert joined(["francés", last], words("es")) == told
    assert joined(["francés", last], words("en")) == f"francés and {last}"


@pytest.mark.parametrize(("language", "row", "groups"), [("en", "A, B", "A; B"), ("ar", "A، B", "A؛ B")])
def test_lines_are_joined_with_the_signs_of_the_language(language, row, groups):
    assert in_a_row(["A", "", "B"], words(language)) == row
    assert apart(["A", "", "B"], words(language)) == groups


@pytest.mark.parametrize(
    ("tag", "reader", "told"),
    [
        ("tr", "en", "Turkish"),
        ("tr", "fr", "turc"),
        ("en", "xx", "English"),
        ("zz", "en", "zz"),
        ("en", "not a tag", "English"),
    ],
)
def test_a_language_is_named_in_the_reader_s_own(tag, reader, told):
    assert languages.name(tag, words(reader)) == told

from __future__ import annotations

import pytest

from hemicycle.kit import languages
from hemicycle.kit.lists import joined
from hemicycle.kit.words import words


@pytest.mark.parametrize(
    ("items", "told"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "{B}", "C"], "A, {B} and C")],
)
def test_things_are_joined_into_one_phrase(items, told):
    assert joined(items, words("en")) == told


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

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from hemicycle.engines.words import Span, folded, level, split, words_changed

texts = st.text("ab .,é\n", max_size=40) | st.text(max_size=20)


@given(texts, texts)
def test_the_spans_hold_both_texts_to_the_last_space(old, new):
    spans = words_changed(old, new)

    assert "".join(span.text for span in spans if span.how != "insert") == old
    assert "".join(span.text for span in spans if span.how != "delete") == new


@given(texts)
def test_a_text_and_itself_differ_in_nothing(text):
    assert all(span.how == "equal" for span in words_changed(text, text))


@given(texts, texts)
def test_neighbouring_spans_are_of_different_kinds(old, new):
    kinds = [span.how for span in words_changed(old, new)]

    assert all(one != other for one, other in itertools.pairwise(kinds))


def test_words_are_whole():
    assert words_changed("Drivers of migration", "Drives of migration") == (
        Span("delete", "Drivers"),
        Span("insert", "Drives"),
        Span("equal", " of migration"),
    )


def test_a_passage_that_moved_keeps_the_longer_part_in_place():
    spans = words_changed("one two three four five", "four five one two three")

    assert Span("equal", "one two three") in spans


def test_repeated_words_are_compared_step_by_step():
    spans = words_changed("a b a b a", "a a b a a")

    assert sum(len(span.text.split()) for span in spans if span.how == "equal") >= 3


def test_a_rewritten_passage_is_replaced_whole():
    old, new = " ".join(["a b"] * 400), " ".join(["c d"] * 400)

    assert [span.how for span in words_changed(old, new) if span.text.strip()] != ["equal"]


def test_folding_leaves_accents_case_and_signs_out():
    assert folded("  “Sénégal” – RABAT, 2!  ") == "senegal rabat 2"


def test_levelling_leaves_case_and_signs_out_and_keeps_accents():
    assert level("“Sénégal” – RABAT") == "sénégal rabat"


def test_signs_alone_are_their_own_text():
    assert level(" — ") == "—"


def test_a_word_keeps_its_vowel_signs():
    assert split("مُحَمَّد، شُكْرًا") == ["مُحَمَّد", "،", " ", "شُكْرًا"]


@given(texts)
def test_split_loses_nothing(text):
    assert "".join(split(text)) == text

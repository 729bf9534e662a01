"""Organisations and rooms: typing apart, what numbers or letters tell apart stays apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.engines.names import Reason, organisations, rooms

UCLG = "United Cities and Local Governments"
IOM = "International Organization for Migration"


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("United Cities and Local Government", UCLG, Reason.SPELLING),
        (f"{UCLG} (UCLG)", UCLG, Reason.PUNCTUATION),
        ("UN Habitat", "UN-Habitat", Reason.PUNCTUATION),
        ("UNESCO", "Unesco", Reason.CAPITALS),
        ("Genève Internationale", "Geneve Internationale", Reason.ACCENTS),
        ("Internationalisation Board", "Internationalizaton Board", Reason.SPELLING),
    ],
)
def test_one_organisation_is_recognised_and_the_verdict_says_why(one, other, reason):
    verdict = organisations.same(one, other)

    assert verdict.same
    assert reason in verdict.reasons
    assert organisations.join([one, other]) == ((0, 1),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UN Women", "UN-Habitat"),
        ("IOM", IOM),
        ("Ministry of Education", "Ministry of Education and Culture"),
        ("Region 1", "Region 2"),
        ("Embassy of Iran", "Embassy of Iraq"),
        ("—", "UN-Habitat"),
    ],
)
def test_organisations_with_other_names_stay_apart(one, other):
    assert not organisations.same(one, other).same
    assert organisations.join([one, other]) == ((0,), (1,))


def test_an_acronym_stands_for_its_name_where_the_document_says_so():
    linked = organisations.links(
        [f"organised by the {IOM} (IOM) and a city", "a plan (draft)", "see note (Ab)"]
    )

    verdict = organisations.same("IOM", IOM, linked)

    assert linked == {"iom": "internationalorganizationmigration"}
    assert verdict.reasons == (Reason.ACRONYM,)
    assert organisations.join([IOM, "UNHCR", "IOM"], linked) == ((0, 2), (1,))


def test_the_initials_of_a_name_are_told_from_chance():
    assert organisations.is_acronym_of("IOM", IOM)
    assert not organisations.is_acronym_of("UN", "Unknown Name")
    assert not organisations.is_acronym_of("ICLEI", UCLG)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Herten Aas", "Hertzen Aas", Reason.SPELLING),
        ("Dijlezaal", "Dijle zaal", Reason.PUNCTUATION),
        ("AUDITORIUM", "Auditorium", Reason.CAPITALS),
        ("Room Auditorium", "Auditorium", Reason.PUNCTUATION),
        ("Salle Éluard", "Salle Eluard", Reason.ACCENTS),
    ],
)
def test_one_room_is_recognised_and_the_verdict_says_why(one, other, reason):
    verdict = rooms.same(one, other)

    assert verdict.same
    assert verdict.reasons == (reason,)
    assert rooms.join([one, other]) == ((0, 1),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Room 1", "Room 2"),
        ("Saal A", "Saal B"),
        ("Salle 1", "Salle 11"),
        ("Hall 1.1", "Hall 11"),
        ("Hall A", "Room A"),
        ("Hall I", "Hall II"),
        ("Room East", "Room West"),
        ("Alcazar", "Scala"),
        ("Auditorium", "Auditorium Annex"),
        ("…", "Alcazar"),
    ],
)
def test_rooms_told_apart_by_a_number_a_letter_or_a_word_stay_apart(one, other):
    assert not rooms.same(one, other).same
    assert rooms.join([one, other]) == ((0,), (1,))


@given(st.text(max_size=20), st.text(max_size=20))
def test_sameness_is_symmetric_and_reflexive_for_any_text(one, other):
    assert rooms.same(one, other) == rooms.same(other, one)
    assert organisations.same(one, other) == organisations.same(other, one)
    assert rooms.same(one, one).same
    assert organisations.same(one, one).same

"""One person written in several ways is one; near-homonyms are several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.engines import names
from hemicycle.engines.names import Printed, Reason

MECHELEN = {"position": "Mayor", "place": "Mechelen"}
MAPUTO = {"position": "Councilor of Urban Planning", "place": "Maputo"}
UPALA = {"position": "Mayor", "place": "Upala", "country": "CR"}
TUNIS = {"position": "Mayor", "place": "Tunis"}

ONE_PERSON = [
    (Printed("Mohamed Dié"), Printed("Moahmed Dié"), Reason.TRANSPOSED_LETTERS),
    (Printed("Luís Bernardo Tiago Nhaca", **MAPUTO), Printed("Luis Nhaca", **MAPUTO), Reason.DROPPED_NAMES),
    (Printed("Luís Bernardo Tiago Nhaca", **MAPUTO), Printed("Luis Nhaca", **MAPUTO), Reason.SAME_CITY),
    (Printed("William Swing"), Printed("William Lacy Swing"), Reason.DROPPED_NAMES),
    (Printed("Bart Somers", **MECHELEN), Printed("Bart Sommers", **MECHELEN), Reason.SPELLING),
    (Printed("Bart Somers", **MECHELEN), Printed("Bart Sommers", **MECHELEN), Reason.SAME_FUNCTION),
    (Printed("Öztürk Ayşe"), Printed("Ayse Ozturk"), Reason.ORDER),
    (Printed("Öztürk Ayşe"), Printed("Ayse Ozturk"), Reason.ACCENTS),
    (Printed("Mohammed Haddad", **TUNIS), Printed("Mohamad Haddad", **TUNIS), Reason.SPELLING),
    (Printed("Mohammed Haddad", **TUNIS), Printed("Muhammad Hadad", **TUNIS), Reason.SPELLING),
    (Printed("Yousef Alshawarbeh"), Printed("يوسف الشواربة"), Reason.TRANSLITERATION),
    (Printed("Yousef Al-Shawarbeh"), Printed("Youssef Alshawarbeh"), Reason.PARTICLES),
    (Printed("محمد أحمد"), Printed("Mohamed Ahmed"), Reason.TRANSLITERATION),
    (Printed("محمود أحمد"), Printed("Mahmoud Ahmed"), Reason.TRANSLITERATION),
    (Printed("Ελευθέριος Παπαγιαννάκης"), Printed("Papagiannakis Eleftherios"), Reason.ORDER),
    (Printed("SWING William"), Printed("William Swing"), Reason.CAPITALS),
    (Printed("Alexander De Croo"), Printed("Alexander de Croo"), Reason.CAPITALS),
    (Printed("Alexander DeCroo"), Printed("Alexander de Croo"), Reason.PARTICLES),
    (Printed("Jan van der Berg"), Printed("Jan Berg"), Reason.PARTICLES),
    (Printed("Salma bint Rashid"), Printed("Salma Rashid"), Reason.PARTICLES),
    (Printed("H.E. Mr. Alexander De Croo"), Printed("Alexander De Croo"), Reason.HONORIFIC),
    (Printed("M. Jean Dupont"), Printed("Jean Dupont"), Reason.HONORIFIC),
    (Printed("الدكتور محمد أحمد"), Printed("محمد أحمد"), Reason.HONORIFIC),
    (Printed("W. L. Swing"), Printed("William Lacy Swing"), Reason.INITIALS),
    (Printed("Jean-Pierre Dupont"), Printed("Jean Pierre Dupont"), Reason.PUNCTUATION),
    (Printed("Jürgen Müller"), Printed("Juergen Mueller"), Reason.ACCENTS),
    (Printed("张伟"), Printed("Zhang Wei"), Reason.TRANSLITERATION),
    (
        Printed("Jill Helke", "Director", "International Organization for Migration"),
        Printed("J. Helke", "Director", "IOM"),
        Reason.SAME_ORGANISATION,
    ),
    (Printed("ممدوح أحمد"), Printed("Mamdouh Ahmed"), Reason.TRANSLITERATION),
    (Printed("Pelé", **TUNIS), Printed("Pele", **TUNIS), Reason.ACCENTS),
    (
        Printed("Konstantinopoulos Nikos", **TUNIS),
        Printed("Konstandinopulos Nikos", **TUNIS),
        Reason.SPELLING,
    ),
]

SEVERAL_PEOPLE = [
    (Printed("Mohamed Dié"), Printed("Mohamed Boussraoui")),
    (Printed("Mohamed Dié"), Printed("Mohammad Ramdhan Pomanto")),
    (Printed("Juan Acevedo", **UPALA), Printed("Juan Acevedo Lopez", "Minister", "", "Lima", "PE")),
    (Printed("Juan Acevedo", **UPALA), Printed("Pedro Acevedo", **UPALA)),
    (Printed("Ana Pérez", **UPALA), Printed("Juan Rojas", **UPALA)),
    (Printed("W. Swing"), Printed("Jane Swing")),
    (Printed("W. Swing"), Printed("J. Swing")),
    (Printed("محمود أحمد"), Printed("Mohamed Ahmed")),
    (Printed("محمد أحمد"), Printed("Mahmoud Ahmed")),
    (Printed("محمد"), Printed("Ahmed")),
    (Printed("Mario Silva"), Printed("Maria Silva")),
    (Printed("Daniel Silva"), Printed("Danielle Silva")),
    (Printed("Hassan Ali"), Printed("Hussein Ali")),
    (Printed("Jamal Ali"), Printed("Jamil Ali")),
    (Printed("Jean Martin"), Printed("Jan Martin")),
    (Printed("Juan Perez Rojas Jr"), Printed("Juan Perez Rojas Sr")),
    (Printed("Luís Bernardo Nhaca"), Printed("Luís Tiago Nhaca")),
    (Printed("A. B."), Printed("Anna B.")),
    (Printed("Rosa"), Printed("Rosa Parra")),
    (
        Printed("Mohamed Ali", "Mayor", "", "Cairo", "EG"),
        Printed("Mohamed Ali", "Minister", "", "Khartoum", "SD"),
    ),
    (
        Printed("Jean Noël", "Mayor", "", "Lille", "FR"),
        Printed("Jean Noel", "Minister", "", "Port-au-Prince", "HT"),
    ),
    (Printed("Bart Somers", **MECHELEN), Printed("Bart Sommers", "Professor", "", "Ghent")),
    (Printed("Bart Somers", "Mayor", "City Hall"), Printed("Bart Sommers", "Professor", "University")),
    (Printed("Ana Anna"), Printed("Anna Bertha Rojas")),
    (Printed("Anna Anna"), Printed("Anna Silva")),
    (Printed("Konstantinos Rojas"), Printed("Konstandinow Rojas")),
    (Printed("..."), Printed("Bart Somers")),
]


@pytest.mark.parametrize(("one", "other", "reason"), ONE_PERSON)
def test_one_person_written_two_ways_is_one_and_the_verdict_says_why(one, other, reason):
    verdict = names.same(one, other)

    assert verdict.same
    assert reason in verdict.reasons
    assert names.join([one, other]) == ((0, 1),)


@pytest.mark.parametrize(("one", "other"), SEVERAL_PEOPLE)
def test_near_homonyms_and_holders_of_one_office_stay_apart(one, other):
    verdict = names.same(one, other)

    assert verdict == names.Verdict(same=False)
    assert names.join([one, other]) == ((0,), (1,))


def test_people_change_office_between_documents_and_stay_the_same():
    july = Printed("Bart Somers", "Mayor", "City Hall", document="july")
    november = Printed("Bart Sommers", "Minister", "Government", document="november")

    assert names.same(july, november).same


def test_an_initial_that_fits_two_people_is_given_to_neither():
    printed = [Printed("W. Swing"), Printed("William Swing"), Printed("Walter Swing")]

    assert names.join(printed) == ((0,), (1,), (2,))


def test_a_chain_of_likenesses_does_not_glue_what_contradicts():
    printed = [
        Printed("Luis Bernardo Nhaca"),
        Printed("Luis Nhaca", **MAPUTO),
        Printed("Luis Tiago Nhaca", **MAPUTO),
    ]

    assert names.join(printed) == ((0,), (1, 2))


def test_groups_come_in_order_of_first_appearance_and_equal_forms_together():
    printed = [Printed("Zoë Abel"), Printed("Mohamed Dié"), Printed("Zoë Abel"), Printed("Moahmed Dié")]

    assert names.join(printed) == ((0, 2), (1, 3))


GIVEN = st.sampled_from(
    ("Mohamed", "Moahmed", "Mohammad", "Luis", "Luís", "L.", "Ana", "Maria", "Mario", "محمد", "Dr. Ana")
)
FAMILY = st.sampled_from(
    ("Dié", "Nhaca", "NHACA", "Silva", "de Silva", "Ozturk", "Öztürk", "Bernardo Nhaca", "", "…")
)
PRINTED = st.builds(
    lambda given, family, turned, place, country: Printed(
        f"{family} {given}" if turned else f"{given} {family}", "Mayor", "", place, country
    ),
    GIVEN,
    FAMILY,
    st.booleans(),
    st.sampled_from(("", "Maputo", "Tunis")),
    st.sampled_from(("", "MZ", "TN")),
)


@given(PRINTED, PRINTED)
def test_sameness_is_symmetric_and_every_form_is_the_same_as_itself(one, other):
    assert names.same(one, other) == names.same(other, one)
    assert names.same(one, one).same
    assert 0 <= names.same(one, other).score <= 1


@given(st.lists(PRINTED, max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_the_names_changes_no_group(printed, random):
    shuffled = list(range(len(printed)))
    random.shuffle(shuffled)

    groups = names.join([printed[place] for place in shuffled])

    turned_back = {frozenset(shuffled[place] for place in group) for group in groups}
    assert turned_back == {frozenset(group) for group in names.join(printed)}


@given(st.lists(PRINTED, max_size=9))
def test_every_name_is_in_one_group_and_all_of_a_group_are_the_same(printed):
    groups = names.join(printed)

    assert sorted(place for group in groups for place in group) == list(range(len(printed)))
    assert all(
        names.same(printed[one], printed[other]).same for group in groups for one in group for other in group
    )


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_can_be_a_name(one, other):
    assert names.same(Printed(one), Printed(other)) == names.same(Printed(other), Printed(one))
    assert len(names.join([Printed(one), Printed(other)])) in {1, 2}

"""Every finding has a sentence that says what, where and what to do."""

from __future__ import annotations

import string

import pytest
from hypothesis import given

from hemicycle.engines.formats.findings import Finding, Gravity
from hemicycle.engines.formats.programme import Kind, Programme, Role
from hemicycle.kit.words import LANGUAGES, words
from hemicycle.programme import rules
from hemicycle.programme.terms import Code, Fault
from hemicycle.programme.wording import findings as wording
from tests.make import programme as make
from tests.programme.mechelen import november
from tests.programme.test_rules import ANY, WHOLE

ENGLISH = words("en")
FACTS = {
    Code.CROWDED: {"speakers": 9, "minutes": 30},
    Code.DATE_MISSING: {"days": 2},
    Code.DATE_WEEKDAY: {"date": "2017-11-16", "label": "Friday, 16 November"},
    Code.DUPLICATE_SEAT: {"person": "Ana Sample"},
    Code.GAP: {"minutes": 30},
    Code.LANGUAGE_UNSERVED: {
        "person": "Ana Sample",
        "country": "TR",
        "languages": ["tr"],
        "offered": ["en", "fr"],
    },
    Code.LUNCH_MISSING: {"day": "2017-11-16"},
    Code.MODERATOR_MISSING: {"seats": ["TBC"]},
    Code.NAME_VARIANT: {"names": ["Ana Sample", "Anna Sample"], "people": 1},
    Code.NOBODY_NAMED: {"sessions": 3},
    Code.NUMBERING: {"numbers": ["3", "2", "1"], "fault": Fault.ORDER.value},
    Code.ORDER: {"sessions": 1},
    Code.ORGANISATION_VARIANT: {"names": ["UN Habitat", "UN-Habitat"], "rarest": "UN Habitat"},
    Code.OVERLAP: {"minutes": 15},
    Code.PARENT_MISSING: {"group": "gone"},
    Code.PARTNER_BALANCE: {"organisations": ["Sample Agency"]},
    Code.PERSON_CLASH: {"person": "Ana Sample"},
    Code.QUESTION_DUPLICATE: {"question": "Who pays?"},
    Code.ROLE_BALANCE: {"moderators": 2},
    Code.ROLE_UNKNOWN: {"people": ["Ana Sample"]},
    Code.ROOM_CLASH: {"room": "Scala"},
    Code.ROOM_VARIANT: {"names": ["Herten Aas", "Hertzen Aas"], "rooms": 1},
    Code.SESSION_LONG: {"minutes": 300},
    Code.SESSION_SHORT: {"minutes": 3},
    Code.TEXT_SUSPECT: {"fault": Fault.CUT.value, "quote": "and then"},
    Code.TIGHT_CHANGE: {"person": "Ana Sample"},
    Code.TIMEZONE_MISSING: {"timezone": "Europe/Brussels"},
    Code.TWO_ROLES: {"person": "Ana Sample"},
    Code.YEAR_ASSUMED: {"year": 2017},
} | {
    code: {"role": "speaker", "printed": "Mayor of Sample", "person": ""}
    for code in (
        Code.SEAT_DECLINED,
        Code.SEAT_INVITED,
        Code.SEAT_ORGANISATION,
        Code.SEAT_TBC,
        Code.SEAT_UNNAMED,
    )
}
PROGRAMME = make.programme(
    make.session("housing", starts=make.moment("09:00"), ends=make.moment("10:00")),
    make.session("water", starts=make.moment("09:30"), ends=make.moment("10:30")),
)


def told(code: Code, facts=None, concerns=("housing", "water"), language="en") -> str:
    finding = Finding(code.value, Gravity.LOW, concerns, FACTS.get(code, {}) | (facts or {}))
    return wording.sentence(finding, PROGRAMME, words(language))


def test_every_code_has_a_sentence_and_every_sentence_a_code():
    assert set(wording.SENTENCES) == set(Code)


@pytest.mark.parametrize("language", [*LANGUAGES, "de"])
@pytest.mark.parametrize("code", Code)
def test_a_sentence_is_whole_in_every_language(code, language):
    said = told(code, language=language)

    assert said[-1] in ".”。"
    assert not [name for _, name, _, _ in string.Formatter().parse(said) if name]


def test_a_sentence_says_what_where_and_what_to_do():
    assert told(Code.PEOPLE_MISSING) == "“Housing” (Thu 16 Nov, 09:00–10:00) has nobody; say who speaks."
    assert told(Code.PERSON_CLASH) == (
        "Ana Sample is in two sessions at once: “Housing” (Thu 16 Nov, 09:00–10:00) and "
        "“Water” (Thu 16 Nov, 09:30–10:30). Move one or replace the person."
    )
    assert told(Code.LANGUAGE_UNSERVED) == (
        "“Housing” (Thu 16 Nov, 09:00–10:00): Ana Sample comes from Türkiye. Interpreted elsewhere, not here: Turkish; "
        "here: English and French. Ask whether it is needed."
    )


@pytest.mark.parametrize(
    ("code", "facts", "part"),
    [
        (Code.MODERATOR_MISSING, {"seats": []}, "has no moderator; name one"),
        (Code.PEOPLE_MISSING, {"item": "Closing remarks"}, "“Closing remarks” in “Housing” (Thu"),
        (Code.NAME_VARIANT, {"people": 2}, "may be one person"),
        (Code.ROOM_VARIANT, {"rooms": 2}, "may be one room"),
        (Code.NUMBERING, {"fault": Fault.HOLE.value}, "leave some out"),
        (Code.NUMBERING, {"fault": Fault.TWICE.value}, "one number"),
        (Code.DATE_MISSING, {"days": 0}, "no days"),
        (Code.DATE_MISSING, {"days": 1}, "The day has no date"),
        (Code.TIMEZONE_MISSING, {"timezone": ""}, "not known"),
        (Code.GAP, {"minutes": 1}, "There is 1 minute"),
        (Code.PARTNER_BALANCE, {"organisations": ["A", "B"]}, "A and B speak"),
        (Code.TEXT_SUSPECT, {"fault": Fault.PLACEHOLDER.value}, "placeholder"),
        (Code.TEXT_SUSPECT, {"fault": Fault.BRACKETS.value}, "bracket"),
        (Code.TEXT_SUSPECT, {"fault": Fault.QUOTES.value}, "quotation mark"),
        (Code.TEXT_SUSPECT, {"fault": Fault.WORD_TWICE.value}, "a word stands twice"),
        (Code.TEXT_SUSPECT, {"fault": Fault.NAME_TWICE.value}, "in one line"),
    ],
)
def test_a_sentence_follows_its_facts(code, facts, part):
    assert part in told(code, facts)


def test_a_finding_on_the_whole_programme_names_no_session():
    assert told(Code.TIME_MISSING, concerns=()) == "No session has a time; add the times."
    assert told(Code.PEOPLE_MISSING, concerns=("gone",)) == "the programme has nobody; say who speaks."


def test_a_session_without_title_or_time_is_called_by_its_kind():
    found = make.programme(
        make.session("s", kind=Kind.PANEL, title={}, seats=(make.seat(role=Role.SPEAKER),))
    )

    said = wording.sentence(Finding("programme.title-missing", Gravity.MEDIUM, ("s",)), found, ENGLISH)

    assert said == "“Panel” has no title of its own; give it one."


def test_the_report_groups_by_gravity_and_names_the_lines():
    found = [
        Finding("programme.people-missing", Gravity.HIGH, ("housing",), {}, (4, 4)),
        Finding("programme.room-missing", Gravity.LOW, ("water",), {}, (7, 9)),
        Finding("programme.title-missing", Gravity.LOW, ("water",)),
    ]

    assert wording.table(found, PROGRAMME, ENGLISH) == (
        "To be settled before printing (1)\n"
        "  - “Housing” (Thu 16 Nov, 09:00–10:00) has nobody; say who speaks. (line 4)  [programme.people-missing]\n"
        "\n"
        "Worth a look (2)\n"
        "  - “Water” (Thu 16 Nov, 09:30–10:30) has no room; give it one. (lines 7 to 9)  [programme.room-missing]\n"
        "  - “Water” (Thu 16 Nov, 09:30–10:30) has no title of its own; give it one.  [programme.title-missing]\n"
    )


def test_a_programme_without_fault_is_said_to_be_so():
    assert wording.table([], Programme(), ENGLISH) == "Nothing to object to.\n"


@WHOLE
@given(ANY)
def test_every_finding_on_any_programme_can_be_told(found):
    raised = rules.findings(found)

    assert len(wording.sentences(raised, found, ENGLISH)) == len(raised)
    assert wording.table(raised, found, words("ar")).endswith("\n")


def test_the_sentences_on_the_november_paper_are_those_of_its_findings_one_by_one():
    found = november()
    raised = rules.findings(found)

    assert wording.sentences(raised, found, ENGLISH) == [
        wording.sentence(one, found, ENGLISH) for one in raised
    ]

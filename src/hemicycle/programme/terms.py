"""The vocabulary of objections: every code, how grave it can be, and what it means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hemicycle.engines.formats.findings import Gravity

HIGH, MEDIUM, LOW = Gravity.HIGH, Gravity.MEDIUM, Gravity.LOW


class Code(StrEnum):
    """What a programme can be found to lack or to have wrong."""

    ABSTRACT_MISSING = "programme.abstract-missing"
    CONTAINER_EMPTY = "programme.container-empty"
    CROWDED = "programme.crowded"
    DATE_MISSING = "programme.date-missing"
    DATE_WEEKDAY = "programme.date-weekday"
    DUPLICATE_SEAT = "programme.duplicate-seat"
    DUPLICATE_SESSION = "programme.duplicate-session"
    END_MISSING = "programme.end-missing"
    ENDS_BEFORE_START = "programme.ends-before-start"
    GAP = "programme.gap"
    LANGUAGE_MISSING = "programme.language-missing"
    LANGUAGE_UNSERVED = "programme.language-unserved"
    LUNCH_MISSING = "programme.lunch-missing"
    MODERATOR_MISSING = "programme.moderator-missing"
    NAME_VARIANT = "programme.name-variant"
    NOBODY_NAMED = "programme.nobody-named"
    NUMBERING = "programme.numbering"
    ORDER = "programme.order"
    ORGANISATION_VARIANT = "programme.organisation-variant"
    OUTSIDE_PARENT = "programme.outside-parent"
    OVERLAP = "programme.overlap"
    PARENT_MISSING = "programme.parent-missing"
    PARTNER_BALANCE = "programme.partner-balance"
    PEOPLE_MISSING = "programme.people-missing"
    PERSON_CLASH = "programme.person-clash"
    QUESTION_DUPLICATE = "programme.question-duplicate"
    ROLE_BALANCE = "programme.role-balance"
    ROLE_UNKNOWN = "programme.role-unknown"
    ROOM_CLASH = "programme.room-clash"
    ROOM_MISSING = "programme.room-missing"
    ROOM_VARIANT = "programme.room-variant"
    SEAT_DECLINED = "programme.seat-declined"
    SEAT_INVITED = "programme.seat-invited"
    SEAT_ORGANISATION = "programme.seat-organisation"
    SEAT_TBC = "programme.seat-tbc"
    SEAT_UNNAMED = "programme.seat-unnamed"
    SESSION_LONG = "programme.session-long"
    SESSION_SHORT = "programme.session-short"
    TEXT_SUSPECT = "programme.text-suspect"
    TIGHT_CHANGE = "programme.tight-change"
    TIMEZONE_MISSING = "programme.timezone-missing"
    TIME_MISSING = "programme.time-missing"
    TITLE_MISSING = "programme.title-missing"
    TWO_ROLES = "programme.two-roles"
    YEAR_ASSUMED = "programme.year-assumed"


class Fault(StrEnum):
    """Faults that share a code and are told in sentences of their own."""

    BRACKETS = "brackets"
    CUT = "cut"
    HOLE = "hole"
    NAME_TWICE = "name-twice"
    ORDER = "order"
    PLACEHOLDER = "placeholder"
    QUOTES = "quotes"
    TWICE = "twice"
    WORD_TWICE = "word-twice"


@dataclass(frozen=True, slots=True)
class Objection:
    """How grave a code can be, gravest first, and what it means in one line."""

    gravities: tuple[Gravity, ...]
    meaning: str


OBJECTIONS: dict[Code, Objection] = {
    Code.ABSTRACT_MISSING: Objection(
        (LOW,), "a session says nothing of its content while most others of its kind do"
    ),
    Code.CONTAINER_EMPTY: Objection(
        (MEDIUM, LOW), "parallel sessions or side events are announced and none is listed"
    ),
    Code.CROWDED: Objection((LOW,), "so many speak that each has less than six minutes"),
    Code.DATE_MISSING: Objection((MEDIUM,), "the days of the programme have no dates"),
    Code.DATE_WEEKDAY: Objection((HIGH, MEDIUM), "the weekday printed is not that of the date"),
    Code.DUPLICATE_SEAT: Objection((MEDIUM,), "a person is listed twice in one role of one session"),
    Code.DUPLICATE_SESSION: Objection((MEDIUM,), "one session is printed twice at the same time"),
    Code.END_MISSING: Objection((LOW,), "nothing says when the last session of a day ends"),
    Code.ENDS_BEFORE_START: Objection((HIGH,), "a session ends before or when it begins"),
    Code.GAP: Objection((MEDIUM, LOW), "the day has a hole that no break explains"),
    Code.LANGUAGE_MISSING: Objection((LOW,), "a session has no languages while most others do"),
    Code.LANGUAGE_UNSERVED: Objection(
        (LOW,), "a person may need a language that is interpreted elsewhere, not here"
    ),
    Code.LUNCH_MISSING: Objection((LOW,), "a whole day goes without a pause around noon"),
    Code.MODERATOR_MISSING: Objection((HIGH, MEDIUM), "a discussion has no moderator with a name"),
    Code.NAME_VARIANT: Objection((MEDIUM, LOW), "one person's name is printed in several ways, or may be"),
    Code.NOBODY_NAMED: Objection((LOW,), "the programme names nobody at all"),
    Code.NUMBERING: Objection((MEDIUM, LOW), "numbers of sessions are out of order, used twice or left out"),
    Code.ORDER: Objection((MEDIUM,), "sessions are not printed in the order of their times"),
    Code.ORGANISATION_VARIANT: Objection((MEDIUM,), "one organisation's name is printed in several ways"),
    Code.OUTSIDE_PARENT: Objection((MEDIUM,), "a parallel session lies outside the time of its group"),
    Code.OVERLAP: Objection((MEDIUM, LOW), "one entry begins before the one before it has ended"),
    Code.PARENT_MISSING: Objection(
        (MEDIUM,), "a session belongs to a group that the programme does not have"
    ),
    Code.PARTNER_BALANCE: Objection(
        (LOW,), "an organisation speaks at the opening and not at the closing, where others return"
    ),
    Code.PEOPLE_MISSING: Objection((HIGH, MEDIUM), "a session or a speech that needs people has nobody"),
    Code.PERSON_CLASH: Objection((HIGH, MEDIUM), "a person is in two sessions that overlap"),
    Code.QUESTION_DUPLICATE: Objection((MEDIUM,), "a session asks one guiding question twice"),
    Code.ROLE_BALANCE: Objection((LOW,), "a discussion has moderators and nobody else"),
    Code.ROLE_UNKNOWN: Objection((LOW,), "it is not said what people do in a session"),
    Code.ROOM_CLASH: Objection((HIGH, MEDIUM, LOW), "two sessions share a room and a time"),
    Code.ROOM_MISSING: Objection((LOW,), "a session has no room while most others do"),
    Code.ROOM_VARIANT: Objection((MEDIUM,), "one room's name is printed in several ways, or may be"),
    Code.SEAT_DECLINED: Objection((MEDIUM,), "a person declined and the seat is still theirs"),
    Code.SEAT_INVITED: Objection((LOW,), "a person was invited and has not answered"),
    Code.SEAT_ORGANISATION: Objection((MEDIUM, LOW), "an organisation stands in a person's place"),
    Code.SEAT_TBC: Objection((MEDIUM,), "a seat is to be confirmed"),
    Code.SEAT_UNNAMED: Objection((HIGH, MEDIUM), "a seat has a function and no name"),
    Code.SESSION_LONG: Objection((LOW,), "a session lasts more than four hours without a pause"),
    Code.SESSION_SHORT: Objection((LOW,), "a session lasts less than five minutes"),
    Code.TEXT_SUSPECT: Objection(
        (MEDIUM, LOW), "a text breaks off, repeats a word, or holds a placeholder or an open bracket"
    ),
    Code.TIGHT_CHANGE: Objection((MEDIUM, LOW), "a person has no time to get from one room to the next"),
    Code.TIMEZONE_MISSING: Objection((LOW,), "the time zone is not known or was assumed"),
    Code.TIME_MISSING: Objection((MEDIUM,), "a session has no time, or no session has"),
    Code.TITLE_MISSING: Objection((MEDIUM,), "a session has no title"),
    Code.TWO_ROLES: Objection((LOW,), "a person both moderates and speaks in one session"),
    Code.YEAR_ASSUMED: Objection((MEDIUM,), "the year is not printed and was assumed"),
}


def reference() -> str:
    """The reference of objections, in Markdown."""
    head = [
        "# Objections",
        "",
        "What `hemicycle check` finds in a programme. *High* must be settled before printing, *medium* should be, *low* is",
        "worth a look. Where a code has several gravities, the rule's docstring says which applies when.",
        "",
        "| code | gravity | meaning |",
        "|---|---|---|",
    ]
    rows = [
        f"| `{code.value}` | {', '.join(gravity.value for gravity in objection.gravities)} | {objection.meaning} |"
        for code, objection in sorted(OBJECTIONS.items())
    ]
    return "\n".join(head + rows) + "\n"

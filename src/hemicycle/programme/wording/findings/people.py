"""Findings on people and their seats, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats.programme import Role
from hemicycle.programme.terms import Code
from hemicycle.programme.wording import vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemicycle.engines.formats.findings import Finding
    from hemicycle.programme.wording.findings.telling import Sentence, Telling


def _moderator_missing(telling: Telling, finding: Finding) -> str:
    seats = finding.facts["seats"]
    where = telling.first(finding)
    if not seats:
        return telling.words.gettext("{session} has no moderator; name one.").format(session=where)
    return telling.words.gettext("{session} has no moderator with a name, only {seats}; name one.").format(
        session=where, seats=telling.quoted(seats)
    )


def _seat(telling: Telling, finding: Finding) -> dict[str, Any]:
    return {
        "session": telling.first(finding),
        "role": vocabulary.role(Role(finding.facts["role"]), telling.words),
        "printed": finding.facts["printed"],
        "person": finding.facts["person"] or finding.facts["printed"],
    }


def _seat_unnamed(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext(
        "{session}: “{printed}” ({role}) is a function without a name; find out who comes."
    ).format(**_seat(telling, finding))


def _seat_tbc(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext(
        "{session}: a seat ({role}) is still to be confirmed; confirm the person or drop the seat."
    ).format(**_seat(telling, finding))


def _seat_organisation(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext(
        "{session}: “{printed}” ({role}) is an organisation in a person's place; ask whom it sends."
    ).format(**_seat(telling, finding))


def _seat_invited(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext(
        "{session}: {person} ({role}) has not answered the invitation; ask again."
    ).format(**_seat(telling, finding))


def _seat_declined(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext("{session}: {person} ({role}) has declined; find somebody else.").format(
        **_seat(telling, finding)
    )


def _people_missing(telling: Telling, finding: Finding) -> str:
    if "item" in finding.facts:
        said = telling.words.gettext("{item} in {session} has nobody; say who speaks.")
        return said.format(item=telling.quoted([finding.facts["item"]]), session=telling.first(finding))
    return telling.words.gettext("{session} has nobody; say who speaks.").format(
        session=telling.first(finding)
    )


def _nobody_named(telling: Telling, finding: Finding) -> str:
    number = finding.facts["sessions"]
    return telling.words.ngettext(
        "The programme's {number} session names nobody; add its people when they are known.",
        "The programme's {number} sessions name nobody; add their people when they are known.",
        number,
    ).format(number=number)


def _person_clash(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext(
        "{person} is in two sessions at once: {one} and {other}. Move one or replace the person."
    ).format(person=finding.facts["person"], **telling.pair(finding))


def _tight_change(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext(
        "{person} has no time to get from {one} to {other}; allow some minutes."
    ).format(person=finding.facts["person"], **telling.pair(finding))


def _duplicate_seat(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext("{session}: {person} is listed twice; drop one of the lines.").format(
        session=telling.first(finding), person=finding.facts["person"]
    )


def _two_roles(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext(
        "{session}: {person} both moderates and speaks; check that this is meant."
    ).format(session=telling.first(finding), person=finding.facts["person"])


def _role_balance(telling: Telling, finding: Finding) -> str:
    number = finding.facts["moderators"]
    return telling.words.ngettext(
        "{session} has a moderator and nobody else; add the speakers.",
        "{session} has {number} moderators and nobody else; add the speakers.",
        number,
    ).format(session=telling.first(finding), number=number)


def _crowded(telling: Telling, finding: Finding) -> str:
    speakers, minutes = finding.facts["speakers"], finding.facts["minutes"]
    time = telling.words.ngettext("in {minutes} minute", "in {minutes} minutes", minutes)
    return telling.words.ngettext(
        "{session}: {speakers} person speaks {time}; give more time or invite fewer.",
        "{session}: {speakers} people speak {time}; give them more time or invite fewer.",
        speakers,
    ).format(session=telling.first(finding), speakers=speakers, time=time.format(minutes=minutes))


def _role_unknown(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext("{session}: say what these do: {people}.").format(
        session=telling.first(finding), people=telling.quoted(finding.facts["people"])
    )


def _partner_balance(telling: Telling, finding: Finding) -> str:
    organisations = finding.facts["organisations"]
    return telling.words.ngettext(
        "{organisations} speaks at the opening and not at the closing, where others return; check that this is meant.",
        "{organisations} speak at the opening and not at the closing, where others return; check that this is meant.",
        len(organisations),
    ).format(organisations=telling.listed(organisations))


def _language_unserved(telling: Telling, finding: Finding) -> str:
    facts: Mapping[str, Any] = finding.facts
    return telling.words.gettext(
        "{session}: {person} comes from {country}. Interpreted elsewhere, not here: {languages}; here: {offered}. "
        "Ask whether it is needed."
    ).format(
        session=telling.first(finding),
        person=facts["person"],
        country=telling.country_name(facts["country"]),
        languages=telling.language_names(facts["languages"]),
        offered=telling.language_names(facts["offered"]),
    )


SENTENCES: Mapping[Code, Sentence] = {
    Code.CROWDED: _crowded,
    Code.DUPLICATE_SEAT: _duplicate_seat,
    Code.LANGUAGE_UNSERVED: _language_unserved,
    Code.MODERATOR_MISSING: _moderator_missing,
    Code.NOBODY_NAMED: _nobody_named,
    Code.PARTNER_BALANCE: _partner_balance,
    Code.PEOPLE_MISSING: _people_missing,
    Code.PERSON_CLASH: _person_clash,
    Code.ROLE_BALANCE: _role_balance,
    Code.ROLE_UNKNOWN: _role_unknown,
    Code.SEAT_DECLINED: _seat_declined,
    Code.SEAT_INVITED: _seat_invited,
    Code.SEAT_ORGANISATION: _seat_organisation,
    Code.SEAT_TBC: _seat_tbc,
    Code.SEAT_UNNAMED: _seat_unnamed,
    Code.TIGHT_CHANGE: _tight_change,
    Code.TWO_ROLES: _two_roles,
}

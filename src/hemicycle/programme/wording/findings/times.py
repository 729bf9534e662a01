"""Findings on days and hours, in sentences."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hemicycle.kit import dates
from hemicycle.programme.terms import Code

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemicycle.engines.formats.findings import Finding
    from hemicycle.programme.wording.findings.telling import Sentence, Telling


def _gap(telling: Telling, finding: Finding) -> str:
    number = finding.facts["minutes"]
    return telling.words.ngettext(
        "There is {number} minute between {one} and {other} that nothing explains; add a break or correct the times.",
        "There are {number} minutes between {one} and {other} that nothing explains; add a break or correct the times.",
        number,
    ).format(number=number, **telling.pair(finding))


def _overlap(telling: Telling, finding: Finding) -> str:
    number = finding.facts["minutes"]
    return telling.words.ngettext(
        "{other} begins {number} minute before {one} has ended; correct the times.",
        "{other} begins {number} minutes before {one} has ended; correct the times.",
        number,
    ).format(number=number, **telling.pair(finding))


def _outside_parent(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext(
        "{one} lies outside the time of its group, {other}; correct one of the two."
    ).format(**telling.pair(finding))


def _time_missing(telling: Telling, finding: Finding) -> str:
    if not finding.concerns:
        return telling.words.gettext("No session has a time; add the times.")
    return telling.words.gettext("{session} has no time; say when it takes place.").format(
        session=telling.first(finding)
    )


def _end_missing(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext("Nothing says when {session} ends; add its end.").format(
        session=telling.first(finding)
    )


def _ends_before_start(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext("{session} ends before it has begun; correct its times.").format(
        session=telling.first(finding)
    )


def _session_long(telling: Telling, finding: Finding) -> str:
    number = finding.facts["minutes"]
    return telling.words.ngettext(
        "{session} lasts {minutes} minute without a pause; check its times.",
        "{session} lasts {minutes} minutes without a pause; check its times.",
        number,
    ).format(session=telling.first(finding), minutes=number)


def _session_short(telling: Telling, finding: Finding) -> str:
    number = finding.facts["minutes"]
    return telling.words.ngettext(
        "{session} lasts only {minutes} minute; check its times.",
        "{session} lasts only {minutes} minutes; check its times.",
        number,
    ).format(session=telling.first(finding), minutes=number)


def _lunch_missing(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext("{day} has no pause around noon; plan one.").format(
        day=dates.day(date.fromisoformat(finding.facts["day"]), telling.words, "long")
    )


def _date_missing(telling: Telling, finding: Finding) -> str:
    number = finding.facts["days"]
    if not number:
        return telling.words.gettext("The programme has no days; add their dates.")
    return telling.words.ngettext(
        "The day has no date; add it.", "The {number} days have no dates; add them.", number
    ).format(number=number)


def _date_weekday(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext(
        "“{label}” does not fit the date, which is {day}; correct the one or the other."
    ).format(
        label=finding.facts["label"], day=dates.day(date.fromisoformat(finding.facts["date"]), telling.words)
    )


def _year_assumed(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext("The year is not printed; {year} was assumed. Print it.").format(
        **finding.facts
    )


def _timezone_missing(telling: Telling, finding: Finding) -> str:
    if finding.facts["timezone"]:
        return telling.words.gettext("The time zone is not printed; {zone} was assumed. Print it.").format(
            zone=dates.zone(finding.facts["timezone"], telling.words)
        )
    return telling.words.gettext("The time zone is not known; print it beside the times.")


def _order(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext(
        "Not printed in the order of their times: {sessions}. Check times and places."
    ).format(sessions=telling.listed(telling.sessions(finding)))


SENTENCES: Mapping[Code, Sentence] = {
    Code.DATE_MISSING: _date_missing,
    Code.DATE_WEEKDAY: _date_weekday,
    Code.ENDS_BEFORE_START: _ends_before_start,
    Code.END_MISSING: _end_missing,
    Code.GAP: _gap,
    Code.LUNCH_MISSING: _lunch_missing,
    Code.ORDER: _order,
    Code.OUTSIDE_PARENT: _outside_parent,
    Code.OVERLAP: _overlap,
    Code.SESSION_LONG: _session_long,
    Code.SESSION_SHORT: _session_short,
    Code.TIMEZONE_MISSING: _timezone_missing,
    Code.TIME_MISSING: _time_missing,
    Code.YEAR_ASSUMED: _year_assumed,
}

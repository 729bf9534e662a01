"""The field's own terms in the reader's language: kinds of session, roles at the table, how far a seat is filled."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import Kind, Role, SeatState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemicycle.kit.words import Words


def kind(value: Kind, words: Words) -> str:
    """`Guided discussion`."""
    return _kinds(words)[value]


def role(value: Role, words: Words) -> str:
    """`Moderator`, of one seat."""
    return _roles(words)[value]


def roles(value: Role, number: int, words: Words) -> str:
    """`Moderators`, as the heading of `number` seats."""
    return role(value, words) if number == 1 else _headings(words)[value]


def state(value: SeatState, words: Words) -> str:
    """`to be confirmed`, as said of one seat."""
    return _states(words)[value]


@cache
def _kinds(words: Words) -> Mapping[Kind, str]:
    return {
        Kind.BREAK: words.gettext("Break"),
        Kind.BREAKOUT: words.gettext("Breakout session"),
        Kind.BREAKOUT_SESSIONS: words.gettext("Breakout sessions"),
        Kind.CEREMONY: words.gettext("Ceremony"),
        Kind.CLOSING_PLENARY: words.gettext("Closing plenary"),
        Kind.CLOSING_REMARKS: words.gettext("Closing remarks"),
        Kind.GUIDED_DISCUSSION: words.gettext("Guided discussion"),
        Kind.KEYNOTE_PLENARY: words.gettext("Keynote"),
        Kind.LUNCH: words.gettext("Lunch"),
        Kind.MEETING: words.gettext("Meeting"),
        Kind.OPENING_PLENARY: words.gettext("Opening plenary"),
        Kind.OTHER: words.gettext("Session"),
        Kind.PANEL: words.gettext("Panel"),
        Kind.PLENARY: words.gettext("Plenary"),
        Kind.PRESS: words.gettext("Press conference"),
        Kind.RECEPTION: words.gettext("Reception"),
        Kind.SIDE_EVENT: words.gettext("Side event"),
        Kind.SIDE_EVENTS: words.gettext("Side events"),
        Kind.SITE_VISIT: words.gettext("Site visit"),
        Kind.SUMMARY_PLENARY: words.gettext("Summary plenary"),
        Kind.TRAINING: words.gettext("Training"),
        Kind.WORKSHOP: words.gettext("Workshop"),
    }


@cache
def _roles(words: Words) -> Mapping[Role, str]:
    return {
        Role.CHAIR: words.gettext("Chair"),
        Role.DISCUSSANT: words.gettext("Discussant"),
        Role.HOST: words.gettext("Host"),
        Role.INTRODUCED_BY: words.gettext("Introduced by"),
        Role.KEYNOTE: words.gettext("Keynote speaker"),
        Role.MODERATOR: words.gettext("Moderator"),
        Role.OTHER: words.gettext("Participant"),
        Role.PANELLIST: words.gettext("Panellist"),
        Role.PRESENTER: words.gettext("Presenter"),
        Role.RAPPORTEUR: words.gettext("Rapporteur"),
        Role.SPEAKER: words.gettext("Speaker"),
        Role.WELCOME: words.gettext("Welcome"),
    }


@cache
def _headings(words: Words) -> Mapping[Role, str]:
    return {
        Role.CHAIR: words.gettext("Chairs"),
        Role.DISCUSSANT: words.gettext("Discussants"),
        Role.HOST: words.gettext("Hosts"),
        Role.INTRODUCED_BY: words.gettext("Introduced by"),
        Role.KEYNOTE: words.gettext("Keynote speakers"),
        Role.MODERATOR: words.gettext("Moderators"),
        Role.OTHER: words.gettext("Participants"),
        Role.PANELLIST: words.gettext("Panellists"),
        Role.PRESENTER: words.gettext("Presenters"),
        Role.RAPPORTEUR: words.gettext("Rapporteurs"),
        Role.SPEAKER: words.gettext("Speakers"),
        Role.WELCOME: words.gettext("Welcome"),
    }


@cache
def _states(words: Words) -> Mapping[SeatState, str]:
    return {
        SeatState.NAMED: words.gettext("named"),
        SeatState.TBC: words.gettext("to be confirmed"),
        SeatState.UNNAMED: words.gettext("name to follow"),
        SeatState.ORGANISATION: words.gettext("organisation"),
        SeatState.INVITED: words.gettext("invited"),
        SeatState.CONFIRMED: words.gettext("confirmed"),
        SeatState.DECLINED: words.gettext("declined"),
        SeatState.REPLACED: words.gettext("replaced"),
    }

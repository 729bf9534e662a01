"""Findings on what a programme is made of (sessions, rooms, names, texts), in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.programme.terms import Code, Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemicycle.engines.formats.findings import Finding
    from hemicycle.programme.wording.findings.telling import Sentence, Telling


def _room_clash(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext(
        "{room} is taken twice at the same time: {one} and {other}. Move one of them."
    ).format(room=finding.facts["room"], **telling.pair(finding))


def _name_variant(telling: Telling, finding: Finding) -> str:
    forms = telling.quoted(finding.facts["names"])
    if finding.facts["people"] == 1:
        return telling.words.gettext(
            "One person's name is printed in several ways: {names}. Ask how it is spelt."
        ).format(names=forms)
    return telling.words.gettext("These may be one person: {names}. If so, settle on one spelling.").format(
        names=forms
    )


def _room_variant(telling: Telling, finding: Finding) -> str:
    forms = telling.quoted(finding.facts["names"])
    if finding.facts["rooms"] == 1:
        return telling.words.gettext(
            "One room's name is printed in several ways: {names}. Settle on one."
        ).format(names=forms)
    return telling.words.gettext("These may be one room: {names}. If so, settle on one spelling.").format(
        names=forms
    )


def _organisation_variant(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext(
        "One organisation's name seems to be printed in several ways: {names}. Settle on one."
    ).format(names=telling.quoted(finding.facts["names"]))


def _question_duplicate(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext("{session} asks one question twice: “{question}” Drop one.").format(
        session=telling.first(finding), question=finding.facts["question"]
    )


def _title_missing(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext("{session} has no title of its own; give it one.").format(
        session=telling.first(finding)
    )


def _abstract_missing(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext(
        "{session} says nothing of its content; ask its organiser for a text."
    ).format(session=telling.first(finding))


def _room_missing(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext("{session} has no room; give it one.").format(session=telling.first(finding))


def _container_empty(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext("{session} announces parallel sessions and lists none; add them.").format(
        session=telling.first(finding)
    )


def _duplicate_session(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext("{session} is printed twice at the same time; drop one entry.").format(
        session=telling.first(finding)
    )


def _numbering(telling: Telling, finding: Finding) -> str:
    words, numbers = telling.words, telling.listed(finding.facts["numbers"])
    told = {
        Fault.HOLE: words.gettext(
            "The numbers of the sessions leave some out: {numbers}. Check that none is missing."
        ),
        Fault.ORDER: words.gettext(
            "The sessions are numbered out of order: {numbers}. Number or order them anew."
        ),
        Fault.TWICE: words.gettext("Several sessions have one number: {numbers}. Number them anew."),
    }
    return told[Fault(finding.facts["fault"])].format(numbers=numbers)


def _parent_missing(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext(
        "{session} is part of “{group}”, which the programme does not have; add or correct it."
    ).format(session=telling.first(finding), group=finding.facts["group"])


def _language_missing(telling: Telling, finding: Finding) -> str:
    return telling.words.gettext("{session} has no languages; say which are spoken and interpreted.").format(
        session=telling.first(finding)
    )


def _text_suspect(telling: Telling, finding: Finding) -> str:
    words = telling.words
    told = {
        Fault.BRACKETS: words.gettext("{session}: a bracket is not closed, or not opened, in “{quote}”."),
        Fault.CUT: words.gettext("{session}: the text seems to break off: “{quote}”. Look for the rest."),
        Fault.NAME_TWICE: words.gettext("{session}: “{quote}” stands twice in one line; drop one."),
        Fault.PLACEHOLDER: words.gettext(
            "{session}: a placeholder is left in the text: “{quote}”. Fill it in."
        ),
        Fault.QUOTES: words.gettext(
            "{session}: a quotation mark is not closed, or not opened, in “{quote}”."
        ),
        Fault.WORD_TWICE: words.gettext("{session}: a word stands twice: “{quote}”. Drop one."),
    }
    return told[Fault(finding.facts["fault"])].format(
        session=telling.first(finding), quote=finding.facts["quote"]
    )


SENTENCES: Mapping[Code, Sentence] = {
    Code.ABSTRACT_MISSING: _abstract_missing,
    Code.CONTAINER_EMPTY: _container_empty,
    Code.DUPLICATE_SESSION: _duplicate_session,
    Code.LANGUAGE_MISSING: _language_missing,
    Code.NAME_VARIANT: _name_variant,
    Code.NUMBERING: _numbering,
    Code.ORGANISATION_VARIANT: _organisation_variant,
    Code.PARENT_MISSING: _parent_missing,
    Code.QUESTION_DUPLICATE: _question_duplicate,
    Code.ROOM_CLASH: _room_clash,
    Code.ROOM_MISSING: _room_missing,
    Code.ROOM_VARIANT: _room_variant,
    Code.TEXT_SUSPECT: _text_suspect,
    Code.TITLE_MISSING: _title_missing,
}

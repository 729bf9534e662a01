"""Translations say what the source says: nothing is lost, invented or left over between source, .po and .mo."""

import ast
import gettext
import re
from functools import cache
from string import Formatter

import pytest
from babel.messages import Message, pofile

from tools import words

PERCENT = re.compile(r"%(?!%)(?:\((\w+)\)s)?")
COUNTS = {"number", "minutes", "expected"}
"""The placeholders for the number by which a plural form is chosen."""
CALLS = {"gettext": (None, 0), "ngettext": (None, 0), "pgettext": (0, 1), "npgettext": (0, 1)}
"""By name of the function, which argument is the context and which the message."""

every_language = pytest.mark.parametrize("language", words.LANGUAGES)


@cache
def catalogue(language):
    with (words.LOCALE / language / "LC_MESSAGES/django.po").open("rb") as stored:
        return pofile.read_po(stored, locale=language, abort_invalid=True)


def messages(language):
    return [message for message in catalogue(language) if message.id]


def placeholders(text, *, percent):
    """The names that a text has to be given; a brace or percent sign out of place counts as one that nobody knows."""
    if percent:
        return {found[1] or found[0] for found in PERCENT.finditer(text)}
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError as error:
        return {str(error)}


def forms(language):
    """By plural form, the numbers up to 200 for which it stands."""
    numbers = range(201)
    choose = gettext.c2py(catalogue(language).plural_expr)
    return [{n for n in numbers if choose(n) == form} for form in range(catalogue(language).num_plurals)]


def faults(message, language):
    """The forms whose placeholders are not those of the source.

    Only a form that stands for a single number, or that stands for one as the source's singular does, may leave the
    number out.
    """
    percent = any("%(" in text for text in told(message.id))
    if isinstance(message.id, str):
        asked, given = (placeholders(text, percent=percent) for text in (message.id, message.string))
        return [] if asked == given else [(message.id, message.string)]
    one, many = (placeholders(text, percent=percent) for text in message.id)
    found = []
    for text, numbers in zip(message.string, forms(language), strict=True):
        implied = many & COUNTS if len(numbers) == 1 else many - one if 1 in numbers else set()
        given = placeholders(text, percent=percent)
        if not many - implied <= given <= many:
            found.append((message.id[1], text))
    return found


@every_language
def test_no_translation_loses_or_invents_a_placeholder(language):
    found = [fault for message in messages(language) for fault in faults(message, language)]

    assert found == []


@every_language
def test_every_message_has_its_translation_in_every_form_and_none_is_a_guess(language):
    assert words.untranslated(catalogue(language)) == []


@every_language
def test_the_compiled_catalogue_says_what_the_readable_one_says(language):
    with (words.LOCALE / language / "LC_MESSAGES/django.mo").open("rb") as stored:
        compiled = gettext.GNUTranslations(stored)

    assert [compiled_forms(message, compiled, language) for message in messages(language)] == [
        told(message.string) for message in messages(language)
    ]


def compiled_forms(message, compiled, language):
    """What the program would print of a message, for a number of every plural form."""
    ids = told(message.id)
    if len(ids) == 1:
        return (compiled.pgettext(message.context, *ids) if message.context else compiled.gettext(*ids),)
    numbers = [min(numbers) for numbers in forms(language)]
    if message.context:
        return tuple(compiled.npgettext(message.context, *ids, number) for number in numbers)
    return tuple(compiled.ngettext(*ids, number) for number in numbers)


def told(texts):
    """A text in all its forms, of which most have one."""
    return (texts,) if isinstance(texts, str) else tuple(texts)


@every_language
def test_a_translation_brings_no_spaces_of_its_own_to_its_edges(language):
    """But for the separators, such as `; `."""
    found = [
        text
        for message in messages(language)
        for text in told(message.string)
        if re.search(r"\w", told(message.id)[0]) and text != text.strip()
    ]

    assert found == []


@every_language
def test_the_catalogue_has_every_sentence_that_the_source_says(language):
    """Also those within an f-string, which the extraction does not see."""
    known = {(message.context, told(message.id)[0]) for message in messages(language)}

    missing = [(name, text) for name, context, text in sentences() if (context, text) not in known]

    assert missing == []


@cache
def sentences():
    """Every literal that the source hands to a translating function, with its file and context."""
    return [
        (path.relative_to(words.SOURCE).as_posix(), *said)
        for path in sorted(words.SOURCE.rglob("*.py"))
        for said in spoken(ast.parse(path.read_text()))
    ]


def spoken(tree):
    for call in ast.walk(tree):
        name = getattr(getattr(call, "func", None), "attr", getattr(getattr(call, "func", None), "id", None))
        if not isinstance(call, ast.Call) or name not in CALLS:
            continue
        context, text = (None if place is None else call.args[place] for place in CALLS[name])
        if isinstance(text, ast.Constant):
            yield context.value if isinstance(context, ast.Constant) else None, text.value


@pytest.mark.parametrize(
    ("language", "source", "translation", "agree"),
    [
        ("fr", "{room}: {title}", "{title} ({room})", True),
        ("fr", "{room}: {title}", "{title}", False),
        ("fr", "{room}: {title}", "{title} ({room}, {time})", False),
        ("fr", "{room}", "{salle}", False),
        ("fr", "{room}", "{room", False),
        ("fr", "until %(time)s", "jusqu’à %(time)s", True),
        ("fr", "until %(time)s", "jusqu’à %(heure)s", False),
        ("fr", "until %(time)s", "100 % à %(time)s", False),
        ("nl", ("{number} room", "{number} rooms"), ("één zaal", "{number} zalen"), True),
        ("nl", ("{number} room", "{number} rooms"), ("één zaal", "zalen"), False),
        ("fr", ("{number} room", "{number} rooms"), ("une salle", "{number} salles"), False),
        ("fr", ("one room", "{number} rooms"), ("une salle", "{number} salles"), True),
    ],
)
def test_placeholders_agree_in_any_order_and_only_a_form_for_one_number_may_imply_it(
    language, source, translation, agree
):
    message = Message(source, translation)

    assert (faults(message, language) == []) is agree

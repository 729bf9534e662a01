"""People named within a sentence: "Moderated by Jane Doe, Mayor of X, this panel will …"."""

from __future__ import annotations

import re
from functools import cache

from hemicycle.engines.formats.programme import Role, SeatState
from hemicycle.engines.reader.lexicon import lexicon
from hemicycle.engines.reader.lexicon.phrases import Found, Phrases, tokens
from hemicycle.engines.reader.people import vocabulary
from hemicycle.engines.reader.people.looks import looks_like_person
from hemicycle.engines.reader.people.reading import ProseSeat, SeatReading
from hemicycle.engines.reader.people.several import seats

_LONGEST_CLAUSE = 300
_FIRST_WORDS = 6
_SENTENCE = re.compile(r"[.!?؟]\s+(?=[\"“«(]?[A-ZÀ-Þ\u0600-\u06ff])|[;:]\s|\n|\s[–—]\s")


@cache
def _phrases() -> Phrases[tuple[str, str]]:
    return Phrases(lexicon().keyed("role_phrases"))


@cache
def _actives() -> Phrases[tuple[str, str]]:
    return Phrases(lexicon().keyed("role_actives"))


def in_prose(text: str) -> tuple[ProseSeat, ...]:
    """Every seat that a sentence names with the words for its role before it, or with the verb for its role after it."""
    found: list[ProseSeat] = []
    for start in range(0, min(len(text), 6000), 500):
        window = text[start : start + 600]
        for phrase in _phrases().all(tokens(window)):
            if phrase.span[0] < 500 and not any(start + phrase.span[0] < seat.span[1] for seat in found):
                found.extend(_seats_after(text, start, phrase))
        for verb in _actives().all(tokens(window)):
            if verb.span[0] < 500 and not any(start + verb.span[0] < seat.span[1] for seat in found):
                found.extend(_seats_before(text, start, verb))
    return tuple(found)


def _seats_before(text: str, offset: int, verb: Found[tuple[str, str]]) -> list[ProseSeat]:
    """The people who open the sentence up to the verb, when nothing but people does."""
    role, end = Role(verb.meaning[0]), offset + verb.span[0]
    begin = max((stop.end() for stop in _SENTENCE.finditer(text[:end])), default=0)
    if end - begin > _LONGEST_CLAUSE:
        return []
    read = seats(text[begin:end].rstrip(" ,"), role=role)
    if not read or not all(_is_named(reading) for reading in read):
        return []
    ends = [*(begin + reading.span[1] for reading in read[:-1]), offset + verb.span[1]]
    return [
        ProseSeat(role, (begin + reading.span[0], last), reading)
        for reading, last in zip(read, ends, strict=True)
    ]


def _is_named(reading: SeatReading) -> bool:
    return (
        reading.seat.state is SeatState.NAMED
        and looks_like_person(reading.seat.name) >= 0.7
        and len(reading.seat.name.split()) > 1
    )


def _seats_after(text: str, offset: int, phrase: Found[tuple[str, str]]) -> list[ProseSeat]:
    role = Role(phrase.meaning[0])
    begin = offset + phrase.span[1]
    clause = _clause(text[begin : begin + _LONGEST_CLAUSE])
    lead = len(clause) - len(clause.lstrip(" :"))
    found = []
    for reading in seats(clause[lead:], role=role):
        if not _is_named(reading):
            continue
        end = begin + lead + reading.span[1]
        found.append(ProseSeat(role, (offset + phrase.span[0], end), reading))
    return found


def _clause(text: str) -> str:
    """The words up to where the sentence goes on about something else."""
    for stop in _SENTENCE.finditer(text):
        before = text[: stop.start()]
        if len(before.split()[-1:] and before.split()[-1]) > 2 or stop[0].strip()[:1] != ".":
            text = before
            break
    pieces = re.split(r"(,\s+)", text)
    kept = pieces[0]
    kept = _name_alone(_before_verb(kept))
    if kept != pieces[0]:
        return kept
    for comma, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        cut = _before_verb(piece)
        if _goes_on(piece) or not cut.strip():
            break
        kept += comma + cut
        if cut != piece:
            break
    return kept.rstrip(" .,")


def _goes_on(piece: str) -> bool:
    """Whether a piece between commas is sentence again: it begins in small letters and with no function."""
    line = tokens(piece)
    if not line:
        return True
    if line[0].text in vocabulary.words("prose", "stops"):
        return True
    first = piece.lstrip()[:1]
    if not first.islower():
        return False
    after_and = line[1:] if line[0].text in vocabulary.words("connectives", "and") else line
    function = vocabulary.function_in(after_and[:_FIRST_WORDS])
    return function is None or (after_and is not line and function.first > 0)


def _name_alone(piece: str) -> str:
    """A name up to the first small word that is no part of a name and ties no second one to it."""
    line = tokens(piece)
    allowed = vocabulary.words("names", "particles") | vocabulary.words("connectives", "and")
    articles = vocabulary.words("functions", "articles")
    for place, token in enumerate(line):
        small = piece[token.start].islower() and token.text in vocabulary.words("function_words", "words")
        if place and small and token.text not in allowed | articles:
            return piece[: token.start].rstrip(" ,")
    return piece


def _before_verb(piece: str) -> str:
    """The piece up to the first word that carries the sentence on, such as will, who, which."""
    line = tokens(piece)
    for place, token in enumerate(line):
        if place and token.text in vocabulary.words("prose", "verbs"):
            return piece[: token.start].rstrip(" ,")
    return piece

"""The lexicon's words about people, indexed for lines."""

from __future__ import annotations

from functools import cache

from hemicycle.engines.reader.lexicon import fold, lexicon
from hemicycle.engines.reader.lexicon.phrases import Found, Phrases, Token, tokens

_SHORTEST_COMPOUND = 8
_SHORTEST_KIND = 5


@cache
def phrases(section: str, *keys: str) -> Phrases[str]:
    return lexicon().phrases(section, *keys)


@cache
def words(section: str, key: str) -> frozenset[str]:
    """The phrases of a list, folded; most are single words."""
    return frozenset(fold(phrase) for phrase, _ in lexicon().listed(section, key))


@cache
def kinds() -> frozenset[str]:
    """The words that say what takes place: no name has "Lunch" or "Çalışmaları" in it."""
    return frozenset(
        token.text
        for phrase, _ in lexicon().keyed("kinds")
        for token in tokens(phrase)
        if len(token.text) >= _SHORTEST_KIND
    )


@cache
def functions() -> Phrases[str]:
    """What people are (mayor, director); the meaning is "governing" for those who govern a place, else "words"."""
    entries = [*lexicon().keyed("functions")]
    return Phrases((phrase, key) for phrase, (key, _) in entries if key in {"governing", "words"})


@cache
def endings(section: str, key: str) -> tuple[str, ...]:
    """Endings of one-word functions and bodies: Ministerpräsident, Stadtplanerin, Koning Boudewijnstichting."""
    return tuple(fold(word) for word, _ in lexicon().listed(section, key))


def function_at(line: tuple[Token, ...], place: int) -> Found[str] | None:
    """The function that begins with the word at `place`, with the modifiers before it: "Senior Policy Adviser"."""
    first = place
    while place < len(line) and (
        line[place].text in words("functions", "modifiers") or line[place].text == "-"
    ):
        if line[place].text == "-" and place == first:
            return None
        direct = functions().at(line, place)
        if direct is not None and direct.last > place + 1:
            break
        place += 1
    found = _plain_function(line, place)
    if found is None and place > first:
        found = _plain_function(line, place - 1)
    if found is None:
        return None
    return Found(found.meaning, first, found.last, (line[first].start, found.span[1]))


def _plain_function(line: tuple[Token, ...], place: int) -> Found[str] | None:
    found = functions().at(line, place)
    if found is not None or place >= len(line):
        return found
    word = line[place]
    for key, meaning in (("governing_endings", "governing"), ("endings", "words")):
        if len(word.text) > _SHORTEST_COMPOUND and word.text.endswith(endings("functions", key)):
            return Found(meaning, place, place + 1, (word.start, word.end))
    return None


def function_in(line: tuple[Token, ...]) -> Found[str] | None:
    """The first function of a line, wherever it stands."""
    return next(
        (found for place in range(len(line)) if (found := function_at(line, place)) is not None), None
    )


def attends(text: str) -> bool:
    """Whether a text says how someone attends and nothing else: "by video", "online"."""
    line = tuple(token for token in tokens(text) if token.text[0].isalnum())
    found = phrases("attendance", "words").at(line, 0)
    return found is not None and found.last == len(line)


def all_of(text: str, section: str, key: str) -> bool:
    """Whether every word of the text is in a list."""
    line = [token for token in tokens(text) if token.text[0].isalnum()]
    return bool(line) and all(token.text in words(section, key) for token in line)

"""Where a sentence goes on and how a question begins, from the words in `sentences.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from hemicycle.engines.reader.lexicon import fold

_WORD = re.compile(r"[^\W\d_]+")
_QUESTION = "?؟"


@dataclass(frozen=True, slots=True)
class Sentences:
    """The words of all languages together; a line is too short to be sure of its language."""

    open_ends: frozenset[str]
    question_words: frozenset[str]
    by: frozenset[str]
    day_parts: frozenset[str]
    contents: frozenset[str]
    greetings: tuple[str, ...]
    farewells: tuple[str, ...]

    def leaves_open(self, text: str) -> bool:
        """Whether a text ends in a word that wants another after it."""
        words = text.rstrip().rsplit(None, 1)
        return len(words) == 2 and fold(words[1]) in self.open_ends and not words[1][:1].isupper()

    def asks(self, text: str) -> bool:
        """Whether a text begins as a question does."""
        words = _WORD.findall(fold(text[:60]))
        return bool(words) and (words[0] in self.question_words or "-".join(words[:2]) in self.question_words)


@cache
def sentences() -> Sentences:
    """The words of `sentences.toml`, read once."""
    data = resources.files(__package__).joinpath("sentences.toml").read_text("utf-8")
    languages = list(tomllib.loads(data).values())
    return Sentences(
        open_ends=frozenset(fold(word) for language in languages for word in language["open"].split()),
        question_words=frozenset(fold(word) for language in languages for word in language["asks"].split()),
        by=frozenset(fold(word) for language in languages for word in language["by"].split()),
        day_parts=frozenset(
            fold(phrase) for language in languages for phrase in language["day_parts"].split(", ")
        ),
        contents=frozenset(
            fold(phrase) for language in languages for phrase in language["contents"].split(", ")
        ),
        greetings=tuple(
            fold(phrase) for language in languages for phrase in language["greetings"].split(", ")
        ),
        farewells=tuple(
            fold(phrase) for language in languages for phrase in language["farewells"].split(", ")
        ),
    )


def asks(text: str) -> bool:
    """Whether a text begins as a question does, perhaps after a label and a colon."""
    return text.startswith("¿") or any(
        sentences().asks(part) for part in re.split(r"[:：]\s+", text, maxsplit=1)
    )


def begins_as_question(text: str) -> bool:
    """Whether the very first words of a text are those of a question."""
    return text.startswith("¿") or sentences().asks(text)


def leaves_open(text: str) -> bool:
    """Whether a text ends in a word that wants another after it: "commitments of the"."""
    return sentences().leaves_open(text)


def is_question(text: str) -> bool:
    """Whether a text ends in a question mark."""
    return text.rstrip(" )]\"'”’»*_").endswith(tuple(_QUESTION))


def greets(text: str) -> bool:
    """Whether a short line is the greeting of a letter: "Dear colleagues,"."""
    return (
        len(text) < 80 and text.endswith((",", "!", ":", "،")) and _begins_with(text, sentences().greetings)
    )


def takes_leave(text: str) -> bool:
    """Whether a short line closes a letter: "Best regards,"."""
    return len(text) < 60 and _begins_with(text, sentences().farewells)


def _begins_with(text: str, phrases: tuple[str, ...]) -> bool:
    line = fold(text)
    return any(
        line.startswith(phrase) and not line[len(phrase) : len(phrase) + 1].isalpha() for phrase in phrases
    )


def part_of_day(text: str) -> bool:
    """Whether a line says no more than "Morning" or "Afternoon session"."""
    return len(text) < 30 and fold(text).strip(" .:*_#–—-") in sentences().day_parts


def is_by(word: str) -> bool:
    """Whether a word stands between what is done and who does it."""
    return fold(word) in sentences().by


def heads_contents(text: str) -> bool:
    """Whether a line heads a table of contents."""
    return len(text) < 40 and fold(text).strip(" .:*_#") in sentences().contents

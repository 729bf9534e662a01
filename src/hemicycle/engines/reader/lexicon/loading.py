"""The lexicon's files as they stand: one TOML file a language, lists of words separated by commas."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LANGUAGES = ("en", "fr", "es", "nl", "de", "tr", "pt", "ar")
_FOLDER = Path(__file__).parent


class BrokenLexicon(ValueError):
    """A lexicon file is not what its first lines ask for; the message names the file and the place."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language, by section and key."""

    language: str
    name: str
    sections: Mapping[str, Mapping[str, tuple[str, ...]]]

    def words(self, section: str, key: str) -> tuple[str, ...]:
        return self.sections.get(section, {}).get(key, ())


@cache
def vocabularies() -> tuple[Vocabulary, ...]:
    """The vocabularies of all languages, in the order in which they are asked."""
    return tuple(vocabulary(_FOLDER / f"{language}.toml") for language in LANGUAGES)


def vocabulary(path: Path) -> Vocabulary:
    """The words in one file.

    Raises:
        BrokenLexicon: the file is no TOML, or a value in a section is not a text.
    """
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as fault:
        raise BrokenLexicon(f"{path.name}: {fault}") from None
    sections = {
        section: dict(_lists(path, section, keys))
        for section, keys in content.items()
        if isinstance(keys, dict)
    }
    return Vocabulary(content["language"], content["name"], sections)


def _lists(path: Path, section: str, keys: dict[str, object]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, words in keys.items():
        if not isinstance(words, str):
            raise BrokenLexicon(f"{path.name}: [{section}] {key} is not a text between quotation marks")
        yield key, tuple(word for word in (word.strip() for word in words.split(",")) if word)

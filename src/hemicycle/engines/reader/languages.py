"""Languages that a text names, and the language in which a text is written."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from hemicycle.engines.reader.lexicon import fold, lexicon
from hemicycle.engines.reader.lexicon.phrases import Phrases, tokens, words_of_all
from hemicycle.engines.reader.places import is_code, named_codes

_ONLY_CODES = re.compile(r"\W*[A-Z]{2,3}(?:\s*(?:[-–/,|+&·>]|and|et|y|en|und|ve|e|و)?\s*[A-Z]{2,3})*\W*")
_UNITED_NATIONS = {"A": "ar", "C": "zh", "E": "en", "F": "fr", "P": "pt", "R": "ru", "S": "es"}
_ONLY_LETTERS = re.compile(r"\W*[ACEFPRS](?:\s?[/,+·-]\s?[ACEFPRS]){1,6}\W*")
_LETTERS_NEEDED = 600
_CERTAIN = 1.5


@cache
def _names() -> Phrases[str]:
    return Phrases((name, code) for name, code in named_codes("languages") if not is_code(name))


@cache
def _codes() -> dict[str, str]:
    return {name: code for name, code in named_codes("languages") if is_code(name)}


def find(text: str) -> tuple[str, ...]:
    """The BCP 47 tags of the languages a text names, in its order.

    Codes such as EN/FR, and the letters of the United Nations (E/F/S), count where there are only codes.
    """
    if _ONLY_LETTERS.fullmatch(text):
        return tuple(dict.fromkeys(_UNITED_NATIONS[letter] for letter in re.findall(r"[A-Z]", text)))
    if _ONLY_CODES.fullmatch(text):
        found = [_codes().get(code, "") for code in re.findall(r"[A-Z]{2,3}", text)]
        if all(found):
            return tuple(dict.fromkeys(found))
    return tuple(dict.fromkeys(name.meaning for name in _names().all(tokens(text))))


def only(text: str) -> tuple[str, ...]:
    """The languages of a text that says nothing but languages ("English-French", "EN/FR/AR"); otherwise none."""
    found = find(text)
    if not found or _ONLY_CODES.fullmatch(text) or _ONLY_LETTERS.fullmatch(text):
        return found
    line = tokens(text)
    named = {place for name in _names().all(line) for place in range(name.first, name.last)}
    rest = [token.text for place, token in enumerate(line) if place not in named and token.text[0].isalnum()]
    return found if all(word in _joining() for word in rest) else ()


@cache
def _joining() -> frozenset[str]:
    lists = (("connectives", "and"), ("rooms", "interpretation"), ("rooms", "interpretation_filler"))
    return frozenset(
        token.text
        for section, key in lists
        for phrase, _ in lexicon().listed(section, key)
        for token in tokens(phrase)
    )


@cache
def _votes() -> dict[str, dict[str, float]]:
    """How strongly each word speaks for a language: a word of one language alone speaks loudest."""
    votes: dict[str, dict[str, float]] = {}
    for weight, section in (
        (1.0, "function_words"),
        (0.6, "months"),
        (0.6, "weekdays"),
        (0.5, "topics"),
        (0.5, "kinds"),
        (0.4, "labels"),
    ):
        listed = [
            (phrase, language) for phrase, (key, language) in lexicon().keyed(section) if key != "letters"
        ]
        for words, (_, language) in zip(words_of_all(phrase for phrase, _ in listed), listed, strict=True):
            for word in words:
                known = votes.setdefault(word, {})
                known[language] = max(known.get(language, 0), weight)
    return {
        word: {language: vote / len(known) for language, vote in known.items()}
        for word, known in votes.items()
    }


@cache
def _letters() -> dict[str, str]:
    return {
        letter: vocabulary.language
        for vocabulary in lexicon().vocabularies
        for letters in vocabulary.words("function_words", "letters")
        for letter in letters
    }


def of(text: str) -> str:
    """The language in which a text is written, of those the lexicon knows; nothing when the text does not show it."""
    text = text[: _LETTERS_NEEDED * 4]
    score: defaultdict[str, float] = defaultdict(float)
    letters = [letter for letter in text if letter.isalpha()]
    if letters and sum("\u0600" <= letter <= "\u06ff" for letter in letters) * 2 > len(letters):
        return "ar"
    for word in re.findall(r"[^\W\d_]+", fold(text)):
        for language, vote in _votes().get(word, {}).items():
            score[language] += vote
    for letter in letters:
        if letter.lower() in _letters():
            score[_letters()[letter.lower()]] += 0.4
    if not score:
        return ""
    (best, most), *others = sorted(score.items(), key=lambda known: (-known[1], known[0]))
    return best if not others or most >= others[0][1] * 1.15 or most - others[0][1] > _CERTAIN else ""

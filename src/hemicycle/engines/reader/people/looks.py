"""How much a text looks like the name of a person, or like that of an organisation."""

from __future__ import annotations

import re
from functools import lru_cache

from hemicycle.engines.reader import places
from hemicycle.engines.reader.lexicon import fold
from hemicycle.engines.reader.lexicon.phrases import Token, tokens
from hemicycle.engines.reader.people import vocabulary

_WORD = re.compile(r"[^\s,;]+")
_INITIAL = re.compile(r"[^\W\d_]\.?-?(?:[^\W\d_]\.)?")
_ACRONYM = re.compile(r"(?:[A-Z0-9&]{2,9}|[A-Z]{1,5}-[A-Z][A-Za-z]{1,9}|[A-Z]{2,}[a-z]{1,2}[A-Z]*)")
_LETTERS_BEHIND = re.compile(r"(?![IVX]+$)(?=.*[A-Z].*[A-Z])[A-Za-z.]{2,7}")
_LONGEST = 80
_SHORT_ACRONYM = 2
_SMALL_COURTESIES = frozenset({"de", "dhr", "heer", "mevr", "mevrouw", "mw", "sayin"})
_SHORTEST_COMPOUND = 7


def is_arabic(text: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


@lru_cache(maxsize=4096)
def looks_like_person(text: str) -> float:
    """From 0 to 1: how much the whole text looks like one person's name, with or without titles before it."""
    if len(text) > _LONGEST or not text.strip():
        return 0.0
    titled, name = honorific(text)
    found = _WORD.findall(name)
    if not 1 <= len(found) <= 8 or re.search(r"[\d:/@?!%=+\"“”„«»\[\]<>|]", name):
        return 0.0
    if places.country(name) or vocabulary.phrases("organisations", "acronyms").at(tokens(name), 0):
        return 0.05
    if is_arabic(name):
        return _arabic_name(found, titled=titled)
    return _latin_name(found, titled=titled)


def _latin_name(found: list[str], *, titled: bool) -> float:
    particles = vocabulary.words("names", "particles")
    bare = [fold(word).strip(".'’()") for word in found]
    proper = [word for word, plain in zip(found, bare, strict=True) if plain not in particles]
    if not proper or any(not _capital(word) for word in proper) or bare[-1] in particles:
        return 0.0
    if vocabulary.function_in(tokens(" ".join(found))) is not None and not titled:
        return 0.05
    common = _common_words(bare)
    if common:
        return 0.3 if titled and common < len(bare) else 0.05
    known = bool(set(re.split(r"[-\s]", " ".join(bare))) & vocabulary.words("given_names", "words"))
    return _scored(proper, known=known, titled=titled)


def _common_words(bare: list[str]) -> int:
    """How many words mean a subject or a body; a given name in front does not: Barış is peace, and a name."""
    named = bare[0] in vocabulary.words("given_names", "words") and len(bare) > 1
    return sum(
        word in vocabulary.words("topics", "words")
        or word in vocabulary.words("organisations", "words")
        or word in vocabulary.kinds()
        for word in bare[named:]
    )


def _scored(proper: list[str], *, known: bool, titled: bool) -> float:
    score = 0.95 if known else 0.75
    if len(proper) == 1:
        score -= 0.5 if not titled else 0.2
    if all(word.isupper() for word in proper) and len(proper) < 3:
        score -= 0.0 if known else 0.3
    if len(proper) > 5:
        score -= 0.2
    return round(min(1.0, score + (0.2 if titled else 0)), 2)


def _arabic_name(found: list[str], *, titled: bool) -> float:
    """Arabic has no capitals: a name is a few words, none of which means a function, an organisation or a topic."""
    bare = [fold(word) for word in found]
    ordinary = (
        ("functions", "modifiers"),
        ("organisations", "words"),
        ("topics", "words"),
        ("function_words", "words"),
    )
    if len(found) > 6 or vocabulary.function_in(tokens(" ".join(found))) is not None:
        return 0.0
    if any(word in vocabulary.words(section, key) for word in bare for section, key in ordinary):
        return 0.0
    known = bool(set(bare) & vocabulary.words("given_names", "words"))
    if len(found) == 1:
        return 0.6 if titled else 0.2
    return 0.97 if titled else 0.92 if known else 0.6


def _capital(word: str) -> bool:
    letters = word.lstrip("'’‘(\"-.")
    return bool(letters) and (
        letters[0].isupper() or re.match(r"(?:d|l|al|el|ul|an|ad|as|at|ash)['’\-–][A-Z]", letters) is not None
    )


def honorific(text: str) -> tuple[bool, str]:
    """Whether titles stand before the name, and the text without them."""
    line = tokens(text)
    place = 0
    while place < len(line):
        found = vocabulary.phrases("honorifics", "words").at(line, place)
        if found is None or not (is_arabic(text) or _printed_as_title(text[found.span[0] :])):
            break
        last = found.last
        while last < len(line) and line[last].text in {".", "/"}:
            last += 1
        if last >= len(line) or (line[last].text in {",", "-"} and last == found.last):
            break
        if _is_an_initial(line, found.first, last):
            break
        place = last
    while place < len(line) and line[place].text in {".", ",", ":"}:
        place += 1
    if place == 0 or place >= len(line):
        return False, text.strip()
    return True, text[line[place].start :].strip()


def _printed_as_title(text: str) -> bool:
    """A title begins in a capital, or is abbreviated ("mevr. drs."), or is a courtesy that may stand in small letters."""
    first = text.split(maxsplit=1)[0]
    return first[0].isupper() or first.endswith(".") or fold(first) in _SMALL_COURTESIES


def _is_an_initial(line: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether the letter is an initial: "D. Sample" has an initial, "D. José Ejemplo" and "M. Modèle" have a title."""
    letter = len(line[first].text) == 1 and line[first].text != "m" and not is_arabic(line[first].text)
    return letter and last + 1 == len(line)


def without_letters_behind(name: str) -> str:
    """The name without degrees and offices in letters behind it (PhD, MP), which "Jr" and "III" are not."""
    words = name.split()
    while len(words) > 2 and _LETTERS_BEHIND.fullmatch(words[-1]):
        if not vocabulary.all_of(words[-1], "honorifics", "after"):
            break
        words.pop()
    return " ".join(words) if len(words) < len(name.split()) else name


@lru_cache(maxsize=4096)
def looks_like_organisation(text: str) -> float:
    """From 0 to 1: how much the whole text looks like the name of an organisation."""
    text = text.strip(" .,;:*")
    if not text or len(text) > 200:
        return 0.0
    line = tokens(text)
    known = _known_body(text, line)
    if known:
        return known
    if _ACRONYM.fullmatch(text) and not text.isdigit() and not places.country(text):
        return 0.8
    if vocabulary.function_at(line, 0) is not None and not _possessive(line):
        return 0.1
    if _has_organisation_word(text):
        return 0.9 if len(line) > 1 else 0.4
    return 0.5 if "&" in text and len(line) > 1 and vocabulary.function_in(line) is None else 0.0


def _known_body(text: str, line: tuple[Token, ...]) -> float:
    known = vocabulary.phrases("organisations", "acronyms").at(line, 0)
    if known is None or not _printed_name(text, known.span):
        return 0.0
    if known.last == len(line):
        return 0.97
    return 0.85 if vocabulary.function_in(line) is None else 0.4


def without_article(text: str) -> str:
    """The text without an article before it: "the IOM" is IOM."""
    line = tokens(text)
    articles = vocabulary.words("functions", "articles")
    indefinite = vocabulary.words("functions", "indefinite")
    first = next(
        (
            place
            for place, token in enumerate(line)
            if token.text not in articles
            and (token.text not in indefinite or text[token.start : token.end].isupper())
        ),
        len(line),
    )
    return text[line[first].start :] if first < len(line) else ""


def _printed_name(text: str, span: tuple[int, int]) -> bool:
    """Whether letters are printed as a name: "UN" is one, "Un" is an article."""
    printed = text[slice(*span)]
    if span[1] - span[0] <= _SHORT_ACRONYM and not is_arabic(text):
        return printed[-1].isupper() or printed[-1].isdigit()
    return text[span[0]].isupper() or text[span[0]].isdigit() or is_arabic(text)


def _possessive(line: tuple[Token, ...]) -> bool:
    return any(token.text == "'" for token in line[:4])


def _has_organisation_word(text: str) -> bool:
    line = tokens(text)
    listed = vocabulary.phrases("organisations", "words", "local", "units")
    if next(listed.all(line), None) is not None:
        return True
    endings = vocabulary.endings("organisations", "endings")
    return any(len(token.text) > _SHORTEST_COMPOUND and token.text.endswith(endings) for token in line)

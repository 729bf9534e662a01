"""Letters reduced step by step: to plain ones, to how they sound, to their consonants."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from anyascii import anyascii

if TYPE_CHECKING:
    from collections.abc import Callable

_CACHED = 1 << 16
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ARABIC_ARTICLE = re.compile(r"^ال(?=\S{3})")
_ARTICLE = re.compile(r"^[ae]l(?=.{4})")
_NOT_PLAIN = re.compile(r"[^0-9a-z]+")
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})

# How transliterations of one sound differ: order matters, longer spellings first.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"x", "ks"),
        (r"s?ch|sh", "x"),
        (r"dj", "j"),
        (r"ph", "f"),
        (r"([tdkg])h", r"\1"),
        (r"c(?=[eiy])", "s"),
        (r"ck|[cq]", "k"),
        (r"z", "s"),
        (r"ou|oo|w", "u"),
        (r"ee|y", "i"),
        (r"(?<=[aeiou])h$", ""),
    )
)
_INNER_VOWELS = (
    (re.compile(r"e(?=.)"), "a"),
    (re.compile(r"o(?=.)"), "u"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_VOWELS = re.compile(r"[aeiou]+")


def is_arabic(word: str) -> bool:
    return bool(_ARABIC.search(word))


@lru_cache(_CACHED)
def plain(word: str) -> str:
    """Small letters a to z and digits, whatever the script; the Arabic article is left out."""
    composed = _ARABIC_ARTICLE.sub("", unicodedata.normalize("NFKC", word))
    return _NOT_PLAIN.sub("", anyascii(composed).casefold())


@lru_cache(_CACHED)
def german(word: str) -> str:
    """As `plain`, with umlauts written out: Müller as Mueller."""
    return plain(unicodedata.normalize("NFC", word).casefold().translate(_GERMAN))


@lru_cache(_CACHED)
def _heard(letters: str) -> str:
    for pattern, sound in _SOUNDS:
        letters = pattern.sub(sound, letters)
    return letters


@lru_cache(_CACHED)
def sound(letters: str) -> str:
    """Plain letters as they sound: Mohammed, Mohamad and Muhammad are one, Mahmoud is another."""
    heard = _heard(letters)
    for pattern, vowel in _INNER_VOWELS:
        heard = pattern.sub(vowel, heard)
    return heard


@lru_cache(_CACHED)
def skeleton(letters: str) -> str:
    """The consonants alone, which is what the Arabic script writes; empty for a word of vowels."""
    bare = _VOWELS.sub("", _ARTICLE.sub("", _heard(letters))).replace("j", "g").rstrip("h")
    return re.sub(r"(.)\1+", r"\1", bare)


def written_in_arabic(arabic: str, latin: str) -> bool:
    """Whether an Arabic word and a Latin one, both plain, spell one name.

    The consonants must agree, and the long vowels that Arabic writes must be heard in the Latin form: what is written
    mhmd may be Mohamed and not Mahmoud, which is written mhmwd.
    """
    if not skeleton(arabic) or skeleton(arabic) != skeleton(latin):
        return False
    long, heard = _between_consonants(arabic), _between_consonants(latin)
    if len(long) != len(heard):
        return True  # doubled consonants hide where the vowels stand
    last = len(long) - 2
    if last > 0 and "u" in heard[last] and "u" not in long[last]:
        return False
    return all(_heard_in(vowels, said) for vowels, said in zip(long, heard, strict=True))


def _between_consonants(letters: str) -> list[str]:
    heard = re.sub(r"([^aeiou])\1+", r"\1", _ARTICLE.sub("", _heard(letters)).rstrip("h"))
    return re.split(r"[^aeiou]", heard)


def _heard_in(written: str, said: str) -> bool:
    return ("u" not in written or bool(set("uo") & set(said))) and (
        "i" not in written or bool(set("ie") & set(said))
    )


def distance(one: str, other: str, cutoff: int) -> int:
    """Letters to add, drop, change or swap with their neighbour; `cutoff + 1` when there are more than `cutoff`."""
    return _distance()(one, other, score_cutoff=cutoff)


@cache
def _distance() -> Callable[..., int]:
    from rapidfuzz.distance import OSA

    return OSA.distance

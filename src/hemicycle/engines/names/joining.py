"""Many printed people, grouped into persons."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from hemicycle.engines.names import letters
from hemicycle.engines.names.context import content
from hemicycle.engines.names.grouping import grouped
from hemicycle.engines.names.people import Printed, same
from hemicycle.engines.names.words import taken_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hemicycle.engines.names.words import Word

_MOST_COMPARED = 4
"""Of longer names so many words must begin alike for a comparison; of shorter ones all."""
_MOST_WORDS = 6
"""Words of a name by which it is looked for."""
_BEGINNINGS = {"c": "ksx", "d": "dg", "e": "ei", "o": "ou", "p": "pf", "s": "sx"}
"""The sounds with which a word may begin that an initial stands for, where there are several."""


def join(printed: Sequence[Printed]) -> tuple[tuple[int, ...], ...]:
    """Groups of indexes that are one person, in order of first appearance.

    Names are compared where one word has the same consonants and the others begin alike, or where the function is the
    same and the words begin alike; of names with more words than the other, those words do. The cost grows with n log n.
    """
    return grouped(printed, keys=_keys, found_by=_found_by, same=same, order=_order)


def _order(form: Printed) -> str:
    return " ".join(sorted(word.plain for word in taken_apart(form.name).words))


def _keys(form: Printed) -> set[str]:
    """What is looked for among names of as many words."""
    name = taken_apart(form.name)
    number = min(len(name.words), _MOST_COMPARED)
    return {
        f"whole {name.joined}",
        f"whole {letters.plain(form.name)}",
        *_sought(form, name.words[:_MOST_WORDS], number),
    }


def _found_by(form: Printed) -> set[str]:
    """What names of fewer words may look for."""
    words = taken_apart(form.name).words[:_MOST_WORDS]
    return {key for fewer in range(1, min(len(words), _MOST_COMPARED)) for key in _sought(form, words, fewer)}


def _sought(form: Printed, words: Sequence[Word], number: int) -> Iterator[str]:
    """Keys made of so many of the words together; a single word counts only with where it is and what it does there."""
    where, office = _office(form)
    for key in set(_alike(words, number)):
        if number > 1:
            yield key
        if where:
            yield f"{key} in {where}"
    if where:
        for few in combinations([_begins(word) for word in words], number):
            for begun in product(*few):
                yield f"{''.join(sorted(begun))} as {office}"


def _office(form: Printed) -> tuple[str, str]:
    """Where someone holds an office, and the office with it; nothing where only one of the two is printed."""
    where = " ".join(sorted(content(form.place) or content(form.organisation)))
    if not where or not form.position:
        return "", ""
    return where, f"{' '.join(sorted(content(form.position)))} of {where}"


def _alike(words: Iterable[Word], number: int) -> Iterator[str]:
    """The consonants of one word with the first sounds of others, `number` words together."""
    told = [(_bone(word), _begins(word), word.is_initial) for word in words]
    for few in combinations(told, number):
        for place, (bone, _, initial) in enumerate(few):
            if not initial:
                others = (begins for elsewhere, (_, begins, _) in enumerate(few) if elsewhere != place)
                for begun in product(*others):
                    yield f"{bone} {''.join(sorted(begun))}"


def _bone(word: Word) -> str:
    return letters.skeleton(word.plain) or word.plain


def _begins(word: Word) -> str:
    """The first sounds of words that may be this one: its own, and its first consonant, since Arabic leaves out vowels."""
    if word.is_initial and word.plain in _BEGINNINGS:
        return _BEGINNINGS[word.plain]
    sound, bone = letters.sound(word.plain)[0].replace("j", "g"), _bone(word)[0]
    return sound if sound == bone else sound + bone

"""Whether two printed names are one person.

Names are compared word by word: each word of the shorter name must be found in the longer one, whatever the order, and
how far the letters may differ depends on what else is printed of the two. A given name that contradicts always parts.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hemicycle.engines.names import context, letters
from hemicycle.engines.names.verdict import APART, Reason, Verdict, together
from hemicycle.engines.names.words import Name, Word, taken_apart

if TYPE_CHECKING:
    from collections.abc import Iterable

_EXACT, _CLOSE, _LOOSE, _INITIAL = 1.0, 0.95, 0.8, 0.7
_GENDERED = frozenset("aeo")


class Printed(NamedTuple):
    """A person as one document prints them; `document` names the document, so that forms of one can be told."""

    name: str
    position: str = ""
    organisation: str = ""
    place: str = ""
    country: str = ""
    document: str = ""


class Likeness(NamedTuple):
    """How much alike two words are; `loose` needs what else is printed to agree."""

    score: float
    reasons: tuple[Reason, ...] = ()
    loose: bool = False
    initial: bool = False


class Pairing(NamedTuple):
    """The words of the shorter name, each found in the longer."""

    found: tuple[tuple[int, int, Likeness], ...]
    dropped: int

    @property
    def loose(self) -> int:
        return sum(likeness.loose for _, _, likeness in self.found)

    @property
    def full(self) -> int:
        """Words compared in full, not by their first letter."""
        return sum(not likeness.initial for _, _, likeness in self.found)

    @property
    def reasons(self) -> set[Reason]:
        places = [place for _, place, _ in self.found]
        named = {reason for _, _, likeness in self.found for reason in likeness.reasons}
        if places != sorted(places):
            named.add(Reason.ORDER)
        return named | ({Reason.DROPPED_NAMES} if self.dropped else set())

    @property
    def score(self) -> float:
        mean = sum(likeness.score for _, _, likeness in self.found) / len(self.found)
        return mean - 0.04 * min(self.dropped, 3) - (0.02 if Reason.ORDER in self.reasons else 0.0)


def same(one: Printed, other: Printed) -> Verdict:
    """Whether two printed forms are one person; symmetric, and every form is the same as itself."""
    return _same(one, other) if one < other else _same(other, one)


@lru_cache(1 << 16)
def _same(one: Printed, other: Printed) -> Verdict:
    if one.name == other.name:
        return APART if context.strangers(one, other) else together(1.0, context.support(one, other))
    first, second = taken_apart(one.name), taken_apart(other.name)
    if not first.words or not second.words or first.of_another_generation(second):
        return APART
    if first.joined == second.joined:
        return APART if context.strangers(one, other) else _equal(one, other, first, second)
    pairing = _paired(first, second)
    if pairing is None:
        return APART
    support = context.support(one, other)
    if not _convincing(pairing, support) or context.against(one, other):
        return APART
    return together(
        pairing.score + 0.02 * len(support),
        pairing.reasons | _beside(first, second) | _typed(first, second) | support,
    )


def _equal(one: Printed, other: Printed, first: Name, second: Name) -> Verdict:
    """Names of the same letters: what differs is how they are set."""
    reasons = _beside(first, second) | _typed(first, second) | context.support(one, other)
    reasons |= set(_alphabet(first.lettering, second.lettering))
    return together(0.99, reasons or {Reason.PUNCTUATION})


def _typed(first: Name, second: Name) -> set[Reason]:
    """What is only a matter of typing: capitals, hyphens, words written apart."""
    shouted = [
        {word.printed.isupper() for word in name.words if len(word.plain) > 2} for name in (first, second)
    ]
    reasons = {Reason.CAPITALS} if True in shouted[0] ^ shouted[1] or first.recased(second) else set()
    return reasons | ({Reason.PUNCTUATION} if first.hyphens != second.hyphens else set())


def _beside(first: Name, second: Name) -> set[Reason]:
    reasons = {Reason.HONORIFIC} if first.honorifics != second.honorifics else set()
    return reasons | ({Reason.PARTICLES} if first.particles != second.particles else set())


def _alphabet(one: str, other: str) -> tuple[Reason, ...]:
    """How two forms with the same plain letters differ: in their script, or in what stands on the letters."""
    if _latin(one) != _latin(other):
        return (Reason.TRANSLITERATION,)
    accented = not (one.isascii() and other.isascii()) and one.casefold() != other.casefold()
    return (Reason.ACCENTS,) if _latin(one) and accented else ()


def _latin(text: str) -> bool:
    return all(sign < "\u0250" or not sign.isalpha() for sign in text)


def _paired(first: Name, second: Name) -> Pairing | None:
    """Each word of the shorter name with its like in the longer, or nothing where one has none."""
    shorter, longer = (first, second) if len(first.words) <= len(second.words) else (second, first)
    particles = first.particles | second.particles if second.particles else first.particles
    candidates: list[tuple[float, int, int, int, Likeness]] = []
    for here, word in enumerate(shorter.words):
        alike = [
            (-likeness.score, abs(here - there), here, there, likeness)
            for there, twin in enumerate(longer.words)
            if (likeness := _alike(word, twin, particles))
        ]
        if not alike:
            return None
        candidates += alike
    found: dict[int, tuple[int, int, Likeness]] = {}
    taken: set[int] = set()
    for _, _, here, there, likeness in sorted(candidates, key=lambda row: row[:4]):
        if here not in found and there not in taken:
            found[here] = (here, there, likeness)
            taken.add(there)
    if len(found) < len(shorter.words):
        return None
    return Pairing(tuple(found[here] for here in sorted(found)), len(longer.words) - len(shorter.words))


def _convincing(pairing: Pairing, support: frozenset[Reason]) -> bool:
    """Whether so much likeness is enough, given what else is printed of the two."""
    function = Reason.SAME_FUNCTION in support
    if pairing.full == 0:
        return False
    if len(pairing.found) == 1:  # a single name, such as an artist's or a pope's
        return function and not pairing.loose
    if pairing.loose > (2 if function else 1 if support else 0):
        return False
    return pairing.full > 1 or bool(support) or pairing.dropped == 0


@lru_cache(1 << 18)
def _alike(one: Word, other: Word, particles: frozenset[str]) -> Likeness | None:
    if one.is_initial or other.is_initial:
        return _initial(one, other)
    if one.plain == other.plain or letters.german(one.printed) == letters.german(other.printed):
        return Likeness(_EXACT, _alphabet(one.printed, other.printed))
    if letters.is_arabic(one.printed) != letters.is_arabic(other.printed):
        return _across_scripts(one, other)
    if _with_particle(one.plain, other.plain, particles):
        return Likeness(_CLOSE, (Reason.PARTICLES,))
    return _misspelt(one.plain, other.plain)


def _initial(one: Word, other: Word) -> Likeness | None:
    if one.plain[0] != other.plain[0]:
        return None
    if one.plain == other.plain:
        return Likeness(_EXACT, initial=True)
    return Likeness(_INITIAL, (Reason.INITIALS,), initial=True)


def _across_scripts(one: Word, other: Word) -> Likeness | None:
    arabic, latin = (one, other) if letters.is_arabic(one.printed) else (other, one)
    if letters.written_in_arabic(arabic.plain, latin.plain):
        return Likeness(_CLOSE, (Reason.TRANSLITERATION,))
    return None


def _with_particle(one: str, other: str, particles: Iterable[str]) -> bool:
    """Whether the words differ by a particle written on: Alshawarbeh and Al-Shawarbeh, DeCroo and De Croo."""
    shorter, longer = sorted((one, other), key=len)
    if not longer.endswith(shorter) or len(shorter) < 4:
        return False
    front = longer.removesuffix(shorter)
    return front in particles or (front in {"al", "el"} and len(shorter) > 4)


def _misspelt(one: str, other: str) -> Likeness | None:
    shorter = min(len(one), len(other))
    if shorter < 4 or not _one_name(one, other):
        return None
    heard = letters.sound(one) == letters.sound(other)
    slips = letters.distance(one, other, 2)
    if heard and (shorter > 4 or slips == 1):
        return Likeness(_CLOSE, (Reason.SPELLING,))
    if slips == 1 and sorted(one) == sorted(other):
        return Likeness(_LOOSE + 0.1, (Reason.TRANSPOSED_LETTERS,), loose=shorter < 5)
    if slips == 1 or letters.distance(letters.sound(one), letters.sound(other), 1) <= 1:
        return Likeness(_LOOSE, (Reason.SPELLING,), loose=shorter < 7 or slips > 1)
    if slips == 2 and shorter > 8:
        return Likeness(_LOOSE, (Reason.SPELLING,), loose=True)
    return None


def _one_name(one: str, other: str) -> bool:
    """Whether two like words can be one name: Mario and Maria, Daniel and Danielle, Hassan and Cassan are two."""
    if letters.sound(one)[:1] != letters.sound(other)[:1]:
        return False
    if one[:-1] == other[:-1]:
        return not {one[-1], other[-1]} & _GENDERED
    shorter, longer = sorted((one, other), key=len)
    return not longer.startswith(shorter)

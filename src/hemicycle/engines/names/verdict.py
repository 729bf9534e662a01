"""What the comparison of two printed forms comes to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Reason(StrEnum):
    """In what two printed forms of one name differ, and what else speaks for their being one."""

    ACCENTS = "accents"
    ACRONYM = "acronym"
    CAPITALS = "capitals"
    DROPPED_NAMES = "dropped-names"
    HONORIFIC = "honorific"
    INITIALS = "initials"
    ORDER = "order"
    PARTICLES = "particles"
    PUNCTUATION = "punctuation"
    SAME_CITY = "same-city"
    SAME_FUNCTION = "same-function"
    SAME_ORGANISATION = "same-organisation"
    SPELLING = "spelling"
    TRANSLITERATION = "transliteration"
    TRANSPOSED_LETTERS = "transposed-letters"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`score` runs from 0 to 1 and orders verdicts among themselves; `reasons` are sorted and empty for equal forms."""

    same: bool
    score: float = 0.0
    reasons: tuple[Reason, ...] = ()


APART = Verdict(same=False)


def together(score: float, reasons: Iterable[Reason]) -> Verdict:
    return Verdict(same=True, score=round(min(1.0, max(0.0, score)), 4), reasons=tuple(sorted(set(reasons))))

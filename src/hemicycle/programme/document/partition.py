"""Sessions that were divided, and sessions that were put together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemicycle.engines.words import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hemicycle.programme.document.features import Features, Weights

_EACH_TAKES = 0.2
"""Each part must hold so much of the whole that the other does not hold."""
_ELSEWHERE_TAKES = 0.4
_OF_ITSELF = 0.35
"""So much of a part must come from the whole."""
_PERSON = _QUESTION = 3.0
_MINUTES_APART = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A session that is a further part of a matched session of the other version, its `whole`.

    `whole` numbers a session of the old version where `of_old`, and `number` one of the new; else the reverse.
    """

    whole: int
    number: int
    of_old: bool


def parts(
    old: Sequence[Features],
    new: Sequence[Features],
    joined: Mapping[int, int],
    compared: Iterable[tuple[int, int]],
    weights: Weights,
) -> list[Part]:
    """The unmatched sessions that are parts of matched ones, the surest first; no session is both whole and part."""
    back = {j: i for i, j in joined.items()}
    found: list[tuple[float, Part]] = []
    for i, j in compared:
        if i in joined and j not in back:
            share = _share(old[i], new[joined[i]], new[j], weights)
            found.append((share, Part(i, j, of_old=True)))
        elif j in back and i not in joined:
            share = _share(new[j], old[back[j]], old[i], weights)
            found.append((share, Part(j, i, of_old=False)))
    return _agreeing([part for share, part in sorted(found, key=_surest) if share > 0], back)


def _surest(row: tuple[float, Part]) -> tuple[float, bool, int, int]:
    share, part = row
    return (-share, part.of_old, part.whole, part.number)


def _agreeing(found: Iterable[Part], back: Mapping[int, int]) -> list[Part]:
    """A part belongs to one whole, and what was divided was not put together as well."""
    taken: set[tuple[bool, int]] = set()
    direction: dict[int, bool] = {}
    kept = []
    for part in found:
        family = part.whole if part.of_old else back[part.whole]
        if (part.of_old, part.number) in taken or direction.setdefault(family, part.of_old) != part.of_old:
            continue
        taken.add((part.of_old, part.number))
        kept.append(part)
    return kept


def _share(whole: Features, first: Features, further: Features, weights: Weights) -> float:
    """How much of the whole went to the further part and not to the first; nothing when it is no part of it."""
    if (
        (whole.pause and first.pause and further.pause)
        or further.session.part_of
        or not _beside(whole, first, further)
    ):
        return 0
    if _is_item(further, whole) and not _is_item(further, first):
        return 1
    held = _content(whole, weights)
    in_first, in_further = _content(first, weights), _content(further, weights)
    all_held = sum(held.values())
    gained = sum(worth for mark, worth in held.items() if mark in in_further and mark not in in_first)
    kept = sum(worth for mark, worth in held.items() if mark in in_first and mark not in in_further)
    own = sum(worth for mark, worth in in_further.items() if mark in held)
    least = (_EACH_TAKES if _same_day(whole, further) else _ELSEWHERE_TAKES) * all_held
    if min(gained, kept) <= least or own < _OF_ITSELF * sum(in_further.values()):
        return 0
    return gained / all_held


def _is_item(one: Features, whole: Features) -> bool:
    """Whether the one version prints as an item of a session what the other prints as a session of its own."""
    titles = {folded(text) for text in one.session.title.values()} - {""}
    return any(folded(text) in titles for item in whole.session.items for text in item.title.values())


def _content(one: Features, weights: Weights) -> Counter[str]:
    """What a session is made of, with what each piece is worth: words of its title, people, questions, parts."""
    known = one.session
    titles = [*known.questions, *(item.title for item in known.items)]
    worth = {token: weights.titles([token]) for token in one.tokens}
    worth |= dict.fromkeys((f"person {person}" for person in one.people), _PERSON)
    return Counter(
        worth
        | {f"said {folded(text)}": _QUESTION for each in titles for text in each.values() if folded(text)}
    )


def _same_day(one: Features, other: Features) -> bool:
    return one.day is not None and one.day == other.day


def _beside(whole: Features, first: Features, further: Features) -> bool:
    """Parts that are not far from each other in time, as far as it is known."""
    if first.minute is None or further.minute is None or not _same_day(first, further):
        return True
    ends = whole.session.ends
    until = ends.hour * 60 + ends.minute if ends and whole.day == first.day else first.minute
    earliest = min(first.minute, whole.minute if whole.minute is not None else first.minute)
    return earliest - _MINUTES_APART <= further.minute <= max(until, first.minute) + 2 * _MINUTES_APART

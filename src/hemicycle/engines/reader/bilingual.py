"""Papers in two languages: which lines say again what was said before, and one programme out of both."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from hemicycle.engines.reader import cues, dates, languages
from hemicycle.engines.reader.blocks import Block, Duty
from hemicycle.engines.reader.outline.drafts import Draft, Part

if TYPE_CHECKING:
    from collections.abc import Sequence

_BOTH = re.compile(r"\s+[/|]\s+|\s{2,}/\s*|(?<=\w)\s/\s?(?=\w)")
_LEAST_PAIRS = 3
_SHARE = 4
"""One pair for so many times is the least that makes a paper bilingual."""


def tagged(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a paper in two languages, each with its language, the repeating ones marked as second."""
    told = list(dict.fromkeys(block.language for block in blocks if block.language))
    pair = (told[0], told[1]) if len(told) > 1 else _pair(blocks)
    if pair is None:
        return list(blocks)
    made: list[Block] = []
    for block in blocks:
        made.extend([block] if block.language else _in_languages(block, pair))
    return made


def _pair(blocks: Sequence[Block]) -> tuple[str, str] | None:
    """The two languages in which lines stand one under the other, or on both sides of a stroke; the first first."""
    found: Counter[tuple[str, str]] = Counter()
    times = 0
    for place, block in enumerate(blocks):
        times += bool(cues.clock_first(block.text)) or block.clock is not None
        both = _halves(block.text)
        if both is not None:
            found[_languages(*both)] += 1
        elif place and _comparable(blocks[place - 1], block):
            found[_languages(_untimed(blocks[place - 1].text), _untimed(block.text))] += 1
    known = [(pair, count) for pair, count in found.items() if all(pair) and pair[0] != pair[1]]
    if not known:
        return None
    pair, count = max(known, key=lambda each: each[1])
    return pair if count >= _LEAST_PAIRS and count * _SHARE >= times else None


def _languages(one: str, other: str) -> tuple[str, str]:
    return languages.of(one), languages.of(other)


def _halves(text: str) -> tuple[str, str] | None:
    """The two sides of "Coffee break / Pause café"."""
    if len(text) > 400 or cues.contact(text):
        return None
    sides = _BOTH.split(text)
    if len(sides) == 2 and any(match.span[0] < len(sides[0]) < match.span[1] for match in dates.find(text)):
        return None  # "3 March / marzo 2027" is one date
    if len(sides) != 2 or not all(re.search(r"[^\W\d_]{3}", side) for side in sides):
        return None
    first, second = _untimed(sides[0]), sides[1]
    longest, shortest = max(len(first), len(second)), min(len(first), len(second))
    return (sides[0], second) if first and longest < shortest * 4 + 12 else None


def _untimed(text: str) -> str:
    found = cues.clock_first(text)
    return text[found.span[1] :].strip(" :.–—-") if found else text


def _comparable(one: Block, other: Block) -> bool:
    """Whether two blocks may be one thing said twice: alike in look and length, and no people."""
    if one.rule or other.rule or one.bullet or bool(other.bullet) or one.duty is not other.duty:
        return False
    if cues.clock_first(other.text) and not cues.clock_first(one.text):
        return False
    lengths = sorted((len(_untimed(one.text)), len(other.text)))
    if lengths[1] > lengths[0] * 3 + 10 or not lengths[0]:
        return False
    return not cues.names_someone(one.text) and not cues.names_someone(other.text)


def _in_languages(block: Block, pair: tuple[str, str]) -> list[Block]:
    if block.rule or block.duty not in {Duty.ANY, Duty.TITLE, Duty.PROSE}:
        return [block]
    both = _halves(block.text)
    role = cues.role(block.text)
    if both is not None and role is None and not cues.names_someone(block.text):
        told = _languages(_untimed(both[0]), both[1])
        if told == pair or (told[0] in {"", pair[0]} and told[1] in {"", pair[1]}):
            first = replace(block, text=both[0], lead="", language=pair[0])
            second = replace(
                block, text=both[1], lead="", language=pair[1], second=True, duty=block.duty, heads=False
            )
            return [first, second]
    if cues.names_someone(block.text) or cues.place_only(block.text) is not None:
        return [block]
    if languages.of(_untimed(block.text)) == pair[1]:
        timed = cues.clock_first(block.text) is not None
        return [replace(block, language=pair[1], second=not timed)]
    return [replace(block, language=pair[0])]


def merged(drafts: Sequence[Draft]) -> tuple[list[Draft], str]:
    """Sessions said again in another language, right after or in a second half, as one each; and the first half's language."""
    halves = _second_half(drafts)
    if halves is not None:
        first, second = halves
        for once, again in zip(first, second, strict=True):
            join(once, again)
        return list(first), first[0].title[0].language if first[0].title else ""
    made: list[Draft] = []
    for draft in drafts:
        if made and _says_again(made[-1], draft):
            join(made[-1], draft)
        else:
            made.append(draft)
    return made, ""


def _second_half(drafts: Sequence[Draft]) -> tuple[Sequence[Draft], Sequence[Draft]] | None:
    middle = len(drafts) // 2
    if middle < 2 or len(drafts) % 2:
        return None
    first, second = drafts[:middle], drafts[middle:]
    if any(_when(one) != _when(other) for one, other in zip(first, second, strict=True)):
        return None
    one, other = (
        languages.of(" ".join(said.text for draft in half for said in draft.title))
        for half in (first, second)
    )
    if not one or not other or one == other:
        return None
    for half, language in ((first, one), (second, other)):
        for draft in half:
            _speak(draft, language)
    return first, second


def _when(draft: Draft) -> tuple[int | None, int | None, int | None]:
    return draft.day, draft.clock.starts if draft.clock else None, draft.clock.ends if draft.clock else None


def _speak(draft: Draft, language: str) -> None:
    """Marks the texts of a session as written in a language."""
    draft.title = [replace(said, language=language) for said in draft.title]
    draft.abstract = [replace(said, language=language) for said in draft.abstract]
    draft.questions = [
        [replace(said, language=language) for said in question] for question in draft.questions
    ]
    for part in draft.parts:
        part.title = [replace(said, language=language) for said in part.title]


def _says_again(one: Draft, other: Draft) -> bool:
    """Whether a session has the time of the one before it and a title in another language of the paper."""
    if one.clock is None or _when(one) != _when(other) or not one.title or not other.title:
        return False
    told = {said.language for said in one.title}, {said.language for said in other.title}
    apart = bool(told[0]) and bool(told[1]) and told[0].isdisjoint(told[1]) and "" not in told[0] | told[1]
    return apart and (one.kind is other.kind or None in {one.kind, other.kind})


def join(once: Draft, again: Draft) -> None:
    """Adds what a session's second language says to the session; people said twice sit once."""
    once.title.extend(again.title)
    once.abstract.extend(again.abstract)
    _join_lists(once, again)
    _join_seats(once, again)
    once.place = once.place or again.place
    once.languages, once.spoken = once.languages or again.languages, once.spoken or again.spoken
    once.number, once.kind = once.number or again.number, once.kind or again.kind
    once.kind_said = once.kind_said or again.kind_said
    once.labels.extend(again.labels)
    for name, said in (
        ("starts", again.clock.said if again.clock else None),
        ("room", again.place.said if again.place else None),
    ):
        if said is not None:
            once.labels.append((name, said))
    known = {said.text for said in once.organisers}
    once.organisers.extend(
        said for said in again.organisers if said.text not in known and not once.organisers
    )
    once.labels.extend(("organisers/again", said) for said in again.organisers if said not in once.organisers)


def _join_lists(once: Draft, again: Draft) -> None:
    for place, question in enumerate(again.questions):
        if place < len(once.questions) and len(once.questions) >= len(again.questions):
            once.questions[place].extend(question)
        else:
            once.questions.append(question)
    for place, part in enumerate(again.parts):
        if place < len(once.parts):
            once.parts[place].title.extend(part.title)
        else:
            once.parts.append(Part(part.title, []))


def _join_seats(once: Draft, again: Draft) -> None:
    if not once.seats:
        once.seats.extend(again.seats)
        return
    known = {seated.seat.name for seated in once.seats}
    same_number = len(once.seats) == len(again.seats)
    for seated in again.seats:
        if same_number or seated.seat.name in known or not seated.seat.name:
            once.labels.append(("seats/again", seated.said))
        else:
            once.seats.append(seated)

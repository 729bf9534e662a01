"""Papers that print their programme twice: a table at a glance first, then each session in full.

An entry of the overview is the same as a later entry of the same day, time and title that tells more, as long as the two
do not contradict each other in room or people; where they do, both stay, for a person to see.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hemicycle.engines.reader.lexicon import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hemicycle.engines.reader.outline.drafts import Draft, Outline, Said

_AT_LEAST = 3
_SHARE = 0.6
"""So many of the entries up to the last repeated one are repeated, or there is no overview."""


def absorb(made: Outline) -> None:
    """Takes the entries of an overview out of the outline; their lines stay, as marks."""
    twins = _twins(made)
    before = [n for n, draft in enumerate(made.sessions) if n <= max(twins, default=-1) and _tells(draft)]
    if len(twins) < _AT_LEAST or len(twins) < _SHARE * len(before):
        return
    kept = {id(made.sessions[n]): made.sessions[later] for n, later in twins.items()}
    for draft in made.sessions:
        if draft.part_of is not None:
            draft.part_of = kept.get(id(draft.part_of), draft.part_of)
    for n in twins:
        made.structure.extend(_said(made.sessions[n]))
    made.sessions = [draft for n, draft in enumerate(made.sessions) if n not in twins]


def _twins(made: Outline) -> Mapping[int, int]:
    """For each entry that a later one repeats in full, the number of that later one."""
    places: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for n, draft in enumerate(made.sessions):
        if draft.clock is not None and draft.title:
            places[_day(made, draft), draft.clock.starts, draft.clock.ends, _title(draft)].append(n)
    found = {}
    for same in places.values():
        first, *later = same
        if len(later) == 1 and _agree(made.sessions[first], made.sessions[later[0]]):
            found[first] = later[0]
    return found


def _day(made: Outline, draft: Draft) -> object:
    if draft.day is None or draft.day >= len(made.days):
        return draft.day
    dated = made.days[draft.day]
    return (dated.day, dated.month) if dated.day else dated.count or fold(dated.said.text)


def _title(draft: Draft) -> str:
    return " ".join(fold(said.text) for said in draft.title)


def _agree(brief: Draft, full: Draft) -> bool:
    if brief.abstract or brief.questions or not _parts(brief) <= _parts(full):
        return False
    if brief.place and full.place and fold(brief.place.name) != fold(full.place.name):
        return False
    return {fold(name) for name in _names(brief)} <= {fold(name) for name in _names(full)}


def _parts(draft: Draft) -> set[str]:
    return {fold(said.text) for part in draft.parts for said in part.title}


def _names(draft: Draft) -> Iterator[str]:
    return (seated.seat.name for seated in draft.seats if seated.seat.name)


def _tells(draft: Draft) -> bool:
    return bool(draft.title or draft.seats)


def _said(draft: Draft) -> Iterator[Said]:
    """Everything that a draft was made of."""
    if draft.clock:
        yield draft.clock.said
    if draft.place:
        yield draft.place.said
    single = (draft.kind_said, draft.number, draft.languages, draft.theme, draft.access)
    yield from (said for said in single if said is not None)
    yield from draft.title
    yield from draft.organisers
    yield from (seated.said for seated in draft.seats)
    yield from (said for _, said in draft.labels)
    yield from (said for part in draft.parts for said in part.title)

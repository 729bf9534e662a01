"""Blocks to an outline: cut into slots, each slot into sessions, and the sessions set in relation to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import PAUSES, Kind, Role
from hemicycle.engines.reader import bilingual, cues, languages, places, sentences
from hemicycle.engines.reader.blocks import Duty
from hemicycle.engines.reader.lexicon import lexicon
from hemicycle.engines.reader.outline import front, overview, parallel, slots, untimed
from hemicycle.engines.reader.outline.drafts import Draft, Outline, Part, Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemicycle.engines.reader.blocks import Block
    from hemicycle.engines.reader.outline.slots import Slot

_NEVER_OVER = frozenset({*PAUSES, Kind.OTHER, Kind.PRESS, Kind.RECEPTION})
_FIRST = 3
"""Entries among which the opening is looked for: registration and coffee may come before it."""
_OPENING_ROLES = frozenset({Role.WELCOME, Role.HOST})


def outline(blocks: Sequence[Block]) -> Outline:
    """What the blocks of a paper say, as far as it is understood."""
    made = Outline()
    cut = slots.cut(blocks)
    made.days = cut.days
    if not cut.slots:
        untimed.read(cut, made)
    else:
        made.front = front.read(cut.front, made.aside)
        for before in cut.between.values():
            for block in before:
                _between(block, made)
        _without_appendix(cut.slots[-1], made)
    made.structure.extend(cut.repeated)
    _place_beside_the_day(made)
    for slot in cut.slots:
        made.sessions.extend(parallel.drafts(slot, made.aside))
    made.sessions, made.language = bilingual.merged(made.sessions)
    made.sessions = _nested(made.sessions)
    overview.absorb(made)
    for block in cut.second_front:
        _second_front(block, made)
    _settle(made.sessions, _kind_of_all(made))
    return made


def _without_appendix(slot: Slot, made: Outline) -> None:
    """Takes what follows the programme out of its last session: lists of participants, practical notes, thanks."""
    headings = lexicon().phrases("status", "appendix")
    for place, block in enumerate(slot.blocks):
        heading = block.text.strip(" .0123456789")
        if place >= slot.own and (block.loud or block.bullet) and heading in headings:
            for after in slot.blocks[place:]:
                made.aside.update(
                    dict.fromkeys(after.numbers, "after the programme, under a heading of its own")
                )
            del slot.blocks[place:]
            return


def _second_front(block: Block, made: Outline) -> None:
    """The title once more, in the language of the paper's second half; what else stands there was said before."""
    where = Said(block.text, block.numbers, 0.7, languages.of(block.text))
    told = {said.language or made.language for said in made.front.title}
    if made.language and where.language and made.front.title and where.language not in told:
        made.front.title.append(where)
    else:
        made.structure.append(where)


def _place_beside_the_day(made: Outline) -> None:
    """The place in "Thursday 18 May 2017 – Town Hall, Antwerp", when nothing else says it."""
    first = made.days[0] if made.days else None
    if first is None or not first.title or made.front.place:
        return
    if cues.place_only(first.title) is not None or places.timezone(first.title):
        made.front.place.append(Said(first.title, first.said.lines, 0.7))


def _between(block: Block, made: Outline) -> None:
    """What stands between a day's heading and its first time belongs to the day, which has only a label."""
    if (
        block.rule
        or block.duty is Duty.ASIDE
        or cues.day(block.text) is not None
        or cues.only_programme(block.text)
        or sentences.part_of_day(block.text)
    ):
        made.structure.append(Said(block.text, block.numbers))
    else:
        made.aside.update(
            dict.fromkeys(block.numbers, "between a day's heading and its first time, in no session")
        )


def _nested(drafts: Sequence[Draft]) -> list[Draft]:
    """Entries whose time lies within that of the session before them, as items of it or as sessions in it.

    A speech at 9:15 within a session from 9:00 to 10:30 is an item, as a secretary would list it; what has a room, a
    text or questions of its own stays a session and is part of the longer one, and so do all when one is a pause.
    """
    kept: list[Draft] = []
    place = 0
    while place < len(drafts):
        over = drafts[place]
        kept.append(over)
        place += 1
        inner: list[Draft] = []
        while place < len(drafts) and _within(over, drafts[place]):
            inner.append(drafts[place])
            place += 1
        if inner and all(_is_item(each) for each in inner):
            for each in inner:
                _become_item(over, each)
        else:
            for each in inner:
                each.part_of = over
            kept.extend(inner)
    return kept


def _within(over: Draft, draft: Draft) -> bool:
    if over.clock is None or draft.clock is None or over.day != draft.day or over.kind in _NEVER_OVER:
        return False
    if over.part_of is not None or draft.part_of is not None or over.column or draft.column:
        return False
    apart = over.place is not None and draft.place is not None and over.place.name != draft.place.name
    return over.clock.holds(draft.clock) and not apart


def _is_item(draft: Draft) -> bool:
    if draft.kind in PAUSES or len(draft.abstract) > 1:
        return False
    return not (draft.place or draft.questions or draft.parts or draft.organisers)


def _become_item(over: Draft, draft: Draft) -> None:
    first = len(over.seats)
    over.seats.extend(draft.seats)
    title = draft.title or [Said(seated.said.text, seated.said.lines) for seated in draft.seats[:1]]
    places = list(range(first, len(over.seats)))
    lines = draft.clock.said if draft.clock else None
    if title and draft.title:
        over.parts.append(Part(title, places))
    if lines is not None:
        over.labels.append(("items/times", lines))
    over.labels.extend(draft.labels)
    if draft.kind_said is not None:
        over.labels.append(("items/kind", draft.kind_said))
    over.abstract.extend(draft.abstract)


def _kind_of_all(made: Outline) -> Said | None:
    """A paper called "Side events of the summit" has side events, whatever each of them says."""
    if made.front.side_events is not None:
        made.structure.append(made.front.side_events)
        return made.front.side_events
    title = made.front.title[0] if made.front.title else None
    kind = cues.kind_begins(title.text) if title else None
    return title if kind is not None and kind[0] is Kind.SIDE_EVENTS else None


def _settle(drafts: Sequence[Draft], side_events: Said | None) -> None:
    for draft in drafts:
        if draft.kind is None and side_events is not None:
            draft.kind, draft.kind_said = (
                Kind.SIDE_EVENT,
                Said(side_events.text, side_events.lines, 0.7, assumed=True),
            )
        if draft.kind is None:
            draft.kind, draft.kind_said = _kind_by_contents(
                draft, first=any(draft is each for each in drafts[:_FIRST])
            )


def _kind_by_contents(draft: Draft, *, first: bool) -> tuple[Kind | None, Said | None]:
    """The kind of a session whose title does not say: by its items, or as the first of all with words of welcome."""
    roles = {seated.seat.role for seated in draft.seats}
    basis = draft.title[0] if draft.title else draft.clock.said if draft.clock else None
    if basis is None:
        return None, None
    if first and roles & _OPENING_ROLES:
        return Kind.OPENING_PLENARY, Said(basis.text, basis.lines, 0.6, assumed=True)
    if len(draft.parts) == 1 and roles == {Role.KEYNOTE}:
        title = draft.parts[0].title[0]
        return Kind.KEYNOTE_PLENARY, Said(title.text, title.lines, 0.7)
    return None, None

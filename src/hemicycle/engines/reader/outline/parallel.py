"""What takes place under one printed time: one session, or several side by side, with or without a heading over them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import CONTAINERS, Kind, Role
from hemicycle.engines.reader import bilingual, cues, sentences
from hemicycle.engines.reader.blocks import Block, Duty
from hemicycle.engines.reader.lexicon import Field, Form, lexicon
from hemicycle.engines.reader.outline import titles
from hemicycle.engines.reader.outline.drafts import Draft, Said
from hemicycle.engines.reader.outline.session import SessionReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemicycle.engines.reader.outline.slots import Slot

_CHILD = {Kind.BREAKOUT_SESSIONS: Kind.BREAKOUT, Kind.SIDE_EVENTS: Kind.SIDE_EVENT}
_ENUMERATED = re.compile(r"(?:^|(?<=\s))([1-9])[).]\s+(?=[^\W\d_])")
_COUNTING = re.compile(r"\(?(?:[A-H]|[1-9])[.):]")
_BRACKET = re.compile(r"\(([^()]{2,60})\)")
_LABELLED = frozenset(
    {Kind.SIDE_EVENT, Kind.BREAKOUT, Kind.WORKSHOP, Kind.PANEL, Kind.TRAINING, Kind.SITE_VISIT, Kind.MEETING}
)


@dataclass(slots=True)
class Group:
    """The blocks of one time: those over all sessions, and those of each session."""

    head: list[Block] = field(default_factory=list)
    parts: list[list[Block]] = field(default_factory=list)
    flattened: bool = False
    """Whether the sessions were columns side by side before the paper was flattened to text."""


def drafts(slot: Slot, aside: dict[int, str]) -> list[Draft]:
    """The sessions of a slot, a container before what it contains, a lunch before the side events held in it."""
    group = grouped(_enumerated(slot.blocks))
    if not group.parts:
        return _lunch_apart(_read(slot, group.head, aside))
    over: list[Draft] = []
    if any(not block.rule for block in group.head):
        over = _lunch_apart(_read(slot, group.head, aside))
    inner = [_read(slot, [_headed(blocks[0]), *blocks[1:]], aside) for blocks in group.parts]
    for draft in inner:
        draft.part_of = over[-1] if over else None
        if group.flattened and draft.kind is None and draft.title:
            title = draft.title[0]
            draft.kind, draft.kind_said = Kind.BREAKOUT, Said(title.text, title.lines, 0.5, assumed=True)
    if over:
        _settle_kinds(over[-1], inner)
    return [*over, *inner]


def _enumerated(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, "Working groups: 1) Pilots (Room 1) 2) Ferries (Room 2)" as one block for each of them."""
    made: list[Block] = []
    for block in blocks:
        marks = [mark for mark in _ENUMERATED.finditer(block.text) if mark[1]]
        head = block.text[: marks[0].start()].strip(" :") if marks else ""
        kind = cues.kind_of(head) if head and not block.rule else None
        counted = [mark[1] for mark in marks] == [str(number) for number in range(1, len(marks) + 1)]
        if len(marks) < 2 or not counted or kind is None or kind[0] not in CONTAINERS:
            made.append(block)
            continue
        ends = [*(mark.start() for mark in marks[1:]), len(block.text)]
        texts = [block.text[mark.start() : end].strip(" ;,") for mark, end in zip(marks, ends, strict=True)]
        made.append(block.having(head))
        made.extend(replace(block, text=text, lead="", heads=False, duty=Duty.ANY) for text in texts)
    return made


def _headed(block: Block) -> Block:
    """The first line of a session that counts itself ("A. Heat") is its title, though it looks like a name."""
    if _COUNTING.fullmatch(block.bullet) and not titles.counted(block.text):
        block = replace(block, text=f"{block.bullet} {block.text}", lead="")
    return replace(block, duty=Duty.TITLE) if block.duty is Duty.ANY and titles.counted(block.text) else block


def _lunch_apart(draft: Draft) -> list[Draft]:
    """Two entries of "Lunch and side events": the lunch, and the side events that are held in it."""
    title = draft.title[0] if draft.title else None
    both = (
        titles.lunch_and_side_events(title.text) if title is not None and draft.kind is Kind.LUNCH else None
    )
    if title is None or both is None:
        return [draft]
    lunch, side_events = (replace(title, text=text, confidence=min(title.confidence, 0.85)) for text in both)
    draft.title, draft.kind, draft.kind_said = [side_events], Kind.SIDE_EVENTS, side_events
    eaten = Draft(draft.clock, draft.day, [lunch], Kind.LUNCH, lunch, column=draft.column)
    return [eaten, draft]


def _read(slot: Slot, blocks: Sequence[Block], aside: dict[int, str]) -> Draft:
    draft = Draft(clock=slot.clock, day=slot.day, column=slot.column)
    SessionReader(draft, aside).read([block for block in blocks if not block.second])
    again = [block for block in blocks if block.second]
    if again:
        second = Draft(clock=None, day=slot.day)
        SessionReader(second, aside).read(again)
        bilingual.join(draft, second)
    return draft


def _settle_kinds(container: Draft, children: Sequence[Draft]) -> None:
    """A container's kind is printed, or shows in what it contains; the contained take theirs from it."""
    if container.kind not in CONTAINERS:
        kinds = [child.kind for child in children]
        sides = sum(kind is Kind.SIDE_EVENT for kind in kinds)
        container.kind = Kind.SIDE_EVENTS if sides else Kind.BREAKOUT_SESSIONS
    for child in children:
        if child.kind in {None, Kind.OTHER}:
            child.kind = _CHILD[container.kind]


def grouped(blocks: Sequence[Block]) -> Group:
    """The blocks of a slot cut where another session opens."""
    rows = _by_table(blocks)
    if rows:
        return _rows(blocks, rows)
    places = [place for place, block in enumerate(blocks) if not block.second]
    once = [blocks[place] for place in places]
    starts = [places[start] for start in _by_label_or_room(once)]
    if starts:
        return _cut(blocks, starts)
    flattened = [places[start] for start in _by_moderators(once)]
    if flattened:
        return Group(list(blocks[: flattened[0]]), _stretches(blocks, flattened), flattened=True)
    return Group(head=list(blocks))


def _rows(blocks: Sequence[Block], starts: list[int]) -> Group:
    """Rows of a table under one time: the first is a session as they are, unless it names a container."""
    head = blocks[: starts[0]]
    if not head or _holds_others(head):
        return _cut(blocks, starts)
    return Group([], _stretches(blocks, [0, *starts]))


def _stretches(blocks: Sequence[Block], starts: Sequence[int]) -> list[list[Block]]:
    ends = [*starts[1:], len(blocks)]
    return [list(blocks[start:end]) for start, end in zip(starts, ends, strict=True)]


def _cut(blocks: Sequence[Block], starts: list[int]) -> Group:
    return Group(list(blocks[: starts[0]]), _stretches(blocks, starts))


def _by_table(blocks: Sequence[Block]) -> list[int]:
    return [place for place, block in enumerate(blocks) if block.opens]


def _by_label_or_room(blocks: Sequence[Block]) -> list[int]:
    """Where sessions open by a room of their own, or by a label such as "Side event:" or "Session 3:"."""
    rooms = [place for place, block in enumerate(blocks) if _is_room(block)]
    labels = _of_one_kind(blocks, [place for place, block in enumerate(blocks) if _is_label(block)])
    holds = _holds_others(blocks)
    if len(rooms) >= 2 and (not labels or rooms[0] < labels[0]):
        return rooms
    if len(labels) >= 2 or (holds and labels):
        before = rooms[0] if rooms and rooms[0] < labels[0] and not blocks[rooms[0]].heads else labels[0]
        return [before, *labels[1:]]
    if len(rooms) >= 2:
        return rooms
    return (_by_letters(blocks) or _by_headings(blocks)) if holds else _by_rooms_counted(blocks)


def _by_rooms_counted(blocks: Sequence[Block]) -> list[int]:
    """Under a title such as "Workshops", numbered lines each with a room are sessions."""
    starts = _by_letters(blocks)
    kind = cues.kind_of(titles.clean(blocks[0].text)) if blocks else None
    roomy = all(
        any(cues.place_only(bracket) for bracket in _BRACKET.findall(blocks[place].text)) for place in starts
    )
    whole = kind is not None and kind[0] in _LABELLED and roomy
    return starts if starts and whole and starts[0] == 1 else []


def _count(block: Block) -> str:
    """The number or letter with which a line counts itself, in its text or as its list mark."""
    return titles.counted(block.text) or (
        block.bullet.strip("().:") if _COUNTING.fullmatch(block.bullet) else ""
    )


def _by_letters(blocks: Sequence[Block]) -> list[int]:
    """Under a container's title, lines that count "A. Heat", "B. Floods" or "1) Heat", "2) Floods"."""
    starts = [place for place, block in enumerate(blocks) if place and _count(block)]
    marks = [_count(blocks[place]) for place in starts]
    return (
        starts if len(starts) >= 2 and len(set(marks)) == len(marks) and marks[0] in {"A", "1", "I"} else []
    )


def _of_one_kind(blocks: Sequence[Block], labels: list[int]) -> list[int]:
    """The labels without the one beside the time, when that names something over the others."""
    if len(labels) < 2 or not blocks[labels[0]].heads:
        return labels
    first, second = (_label_word(blocks[place]) for place in labels[:2])
    return labels if first == second else labels[1:]


def _label_word(block: Block) -> str:
    number = lexicon().number(block.text)
    kind = titles.taken_apart(block.text).kind
    return (number.word.casefold() if number else "") or str(kind)


def _is_room(block: Block) -> bool:
    if block.duty is Duty.PLACE:
        return True
    if block.duty is not Duty.ANY or block.prose or block.rule or block.heads:
        return False
    return cues.place_only(block.text) is not None


def _is_label(block: Block) -> bool:
    """Whether a line opens a session by what it is called: "Title: …", "Side event: …", "Session 3: …"."""
    if block.rule or block.prose or block.duty not in {Duty.ANY, Duty.TITLE}:
        return False
    field_label = cues.field(block.text)
    if field_label is not None and field_label.field is Field.TITLE and field_label.form is Form.PREFIX:
        return True
    role = cues.role(block.text)
    kind = cues.kind_begins(block.text)
    led = role is not None and (
        role.role in {Role.MODERATOR, Role.CHAIR} or (kind is not None and role.span[1] > kind[1][1])
    )
    return not led and cues.place_only(block.text) is None and _names_a_session(block)


def _names_a_session(block: Block) -> bool:
    parsed = titles.taken_apart(block.lead or block.text)
    if parsed.kind in CONTAINERS:
        return False
    if parsed.number and (lexicon().number(block.text) is not None):
        return parsed.labelled or not parsed.title
    if parsed.kind not in _LABELLED:
        return False
    return (
        parsed.labelled or parsed.kind is Kind.SITE_VISIT or (bool(block.lead) and block.lead.endswith(":"))
    )


def _holds_others(blocks: Sequence[Block]) -> bool:
    """Whether the first words under the time name a container: "Parallel sessions", "Side events provide …"."""
    first = next((block for block in blocks if not block.rule and block.duty in {Duty.ANY, Duty.TITLE}), None)
    if first is None:
        return False
    kind = cues.kind_of(titles.clean(first.text)) or cues.kind_begins(first.text)
    return kind is not None and (
        kind[0] in CONTAINERS or (kind[0] is Kind.LUNCH and cues.with_side_events(first.text))
    )


def _by_headings(blocks: Sequence[Block]) -> list[int]:
    """Under a container's title, where each bold or larger line opens a session."""
    loud = [
        place
        for place, block in enumerate(blocks)
        if place
        and block.loud
        and not block.prose
        and cues.role(block.text) is None
        and cues.field(block.text) is None
    ]
    if len(loud) >= 2:
        return loud
    return []


def _by_moderators(blocks: Sequence[Block]) -> list[int]:
    """Titles each with its own moderator, one after the other under one time: columns that were flattened to text."""
    starts: list[int] = []
    expecting = True
    for place, block in enumerate(blocks):
        if block.rule or block.duty is not Duty.ANY:
            return []
        role = cues.role(block.text)
        if role is not None and role.form is Form.PREFIX and role.role in {Role.MODERATOR, Role.CHAIR}:
            if expecting:
                return []
            expecting = True
        elif (
            expecting
            and not block.prose
            and not cues.names_someone(block.text)
            and not sentences.is_question(block.text)
        ):
            starts.append(place)
            expecting = False
        else:
            return []
    return starts if len(starts) >= 2 and expecting else []

"""The blocks of a paper cut at its days and times: what stands before the first, and then one slot per printed time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from hemicycle.engines.reader import cues, sentences
from hemicycle.engines.reader.blocks import Block, Duty
from hemicycle.engines.reader.lexicon import Field, Form
from hemicycle.engines.reader.outline.drafts import Clock, Dated, Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemicycle.engines.reader.cues import Timed

_AFTER = " \t,;:.|–—-•·)]*_"
_PARTS = re.compile(r"\s*[|•·;]\s*")
_RECENT = 40
"""Days back to which a heading without a date is compared."""
_TITLE = 160
"""Letters that a line before a time may have to be taken for the title of what takes place then."""


@dataclass(slots=True)
class Slot:
    """What stands under one printed time; `day` counts the days of the cut from 0."""

    day: int | None
    clock: Clock | None
    blocks: list[Block] = field(default_factory=list)
    own: int = 0
    """How many of the blocks came with the time, and are no title of the next."""
    column: bool = False
    """Whether the slot is a cell of a table whose columns run side by side."""


@dataclass(slots=True)
class Cut:
    """A paper cut into slots."""

    front: list[Block] = field(default_factory=list)
    days: list[Dated] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    between: dict[int, list[Block]] = field(default_factory=dict)
    """By day, the blocks after its heading and before its first time."""
    repeated: list[Said] = field(default_factory=list)
    """Headings of days that were opened before."""
    second_front: list[Block] = field(default_factory=list)
    """What heads the second half of a paper that tells everything again in another language."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A block that opens a slot: its time, and what else it says before and after the time."""

    clock: Clock
    before: str = ""
    after: str = ""

    @property
    def bare(self) -> bool:
        """Whether the block gives the time and perhaps the place, but no title."""
        parts = [part for part in _PARTS.split(self.after) if part.strip()]
        return not self.before and all(cues.place_only(part) or cues.languages_only(part) for part in parts)


def opening(block: Block) -> Opening | None:
    """The time with which a block opens a slot, or None when it opens none."""
    if block.duty is Duty.CLOCK and block.clock is not None:
        return Opening(block.clock)
    if block.duty not in {Duty.ANY, Duty.CLOCK} or block.rule:
        return None
    text, offset = block.text, 0
    label = cues.field(text)
    if label is not None and label.field in {Field.TIME, Field.START} and label.form is Form.PREFIX:
        offset = label.rest
        text = text[offset:]
    first = cues.clock_first(text)
    if first is not None:
        return Opening(
            _clock(block, first), "", text[first.span[1] :].lstrip(_AFTER).rstrip(" \t,;:|–—-•·*_")
        )
    last = cues.clock_last(text) if not block.prose else None
    bracketed = last is not None and text[: last.span[0]].endswith("(") and text.endswith(")")
    if last is None or (sentences.is_question(text) and not bracketed):
        return None
    if not bracketed and not _may_end_a_title(block, text, last):
        return None
    return Opening(_clock(block, last), text[: last.span[0]].rstrip(" \t,;:.|–—-•·([*_"), "")


def _may_end_a_title(block: Block, text: str, last: Timed) -> bool:
    if (
        cues.names_someone(text[: last.span[0]])
        or cues.role(text) is not None
        or cues.field(text) is not None
    ):
        return False
    return last.ends is not None or block.loud or bool(block.bullet)


def _clock(block: Block, timed: Timed) -> Clock:
    printed = block.text[slice(*timed.span)] if len(block.text) >= timed.span[1] else block.text
    return Clock(timed.starts, timed.ends, Said(printed, block.numbers, timed.confidence), timed.zone)


def cut(blocks: Sequence[Block]) -> Cut:
    """The blocks cut at days and times."""
    joined = _with_split_times(blocks)
    openings = [opening(block) for block in joined]
    cutter = _Cutter(joined, openings, titles_first=titles_come_first(joined, openings))
    return cutter.cut()


def _with_split_times(blocks: Sequence[Block]) -> list[Block]:
    """A range that was broken over two lines, "09:00 –" and "10:30", is one block again."""
    whole: list[Block] = []
    for block in blocks:
        before = whole[-1] if whole else None
        if before is not None and before.duty is Duty.ANY and _ends_range(before, block):
            start = cues.clock_only(before.text)
            end = cues.clock_first(block.text)
            if start is not None and end is not None:
                text = f"{before.text.rstrip(' –—-')} – {block.text.lstrip(' –—-')}"
                whole[-1] = replace(
                    before,
                    text=text,
                    lines=(*before.lines, *block.lines),
                    numbers=(*before.numbers, *block.numbers),
                )
                continue
        whole.append(block)
    return whole


def _ends_range(before: Block, block: Block) -> bool:
    start = cues.clock_only(before.text)
    end = cues.clock_first(block.text)
    if start is None or end is None or start.ends is not None or end.ends is not None or block.rule:
        return False
    return start.open_range or end.closes


def titles_come_first(blocks: Sequence[Block], openings: Sequence[Opening | None]) -> bool:
    """Whether titles stand above their times in this paper, by a vote of all times that stand without a title."""
    above = below = 0
    leads: bool | None = None
    for place, found in enumerate(openings):
        if found is None or not found.bare or blocks[place].duty is Duty.CLOCK:
            continue
        over, under = _votes(_neighbour(blocks, openings, place, -1), _neighbour(blocks, openings, place, 1))
        above += over
        below += under
        leads = over if leads is None else leads
    return above > below and (bool(leads) or above >= below + 3)


def _votes(before: Block | None, after: Block | None) -> tuple[bool, bool]:
    """Whether the title may stand above the time, and whether below; where only one of them is loud, that one."""
    over = before is not None and _title_like(before)
    under = after is not None and _title_like(after) and not after.bullet
    if over and under and before is not None and after is not None and before.loud != after.loud:
        return before.loud, after.loud
    return over, under


def _neighbour(
    blocks: Sequence[Block], openings: Sequence[Opening | None], place: int, step: int
) -> Block | None:
    """The block before or after a time, past rooms and drawn lines; None at a day, another time or the end."""
    place += step
    while 0 <= place < len(blocks):
        block = blocks[place]
        if openings[place] is not None or cues.day(block.text) is not None:
            return None
        if not block.rule and not cues.place_only(block.text):
            return block
        place += step
    return None


def _title_like(block: Block) -> bool:
    if block.prose or len(block.text) > _TITLE or block.duty not in {Duty.ANY, Duty.TITLE}:
        return False
    role = cues.role(block.text)
    if role is not None and not (role.titled and role.form is Form.ALONE and not block.text.endswith(":")):
        return False
    if (sentences.is_question(block.text) and not cues.numbered(block.text)) or cues.contact(block.text):
        return False
    label = cues.field(block.text)
    if label is not None:
        return label.field is Field.TITLE
    return not cues.names_someone(block.text)


class _Cutter:
    """Goes through the blocks once."""

    def __init__(self, blocks: list[Block], openings: list[Opening | None], *, titles_first: bool) -> None:
        self.blocks = blocks
        self.openings = openings
        self.titles_first = titles_first
        self.result = Cut()
        self.day: int | None = None
        self.slot: Slot | None = None
        self.by_date: dict[tuple[int | None, int | None], int] = {}

    def cut(self) -> Cut:
        for place, block in enumerate(self.blocks):
            found = self.openings[place]
            dated = self._dated(block, found, place)
            if dated is not None:
                self._open_day(dated, carried=self._carried(block))
                if found is None or (not (found.before or found.after) and self._timed_later(place)):
                    continue
                rest = self._beside_the_day(block, dated, found)
                self._open(found, replace(block, text=rest))
            elif found is not None:
                self._open(found, block)
            else:
                self._append(block)
        return self.result

    def _dated(self, block: Block, found: Opening | None, place: int) -> Dated | None:
        if block.day is not None:
            return block.day
        if block.rule or block.duty not in {Duty.ANY, Duty.DAY} or (block.prose and len(block.text) > _TITLE):
            return None
        return cues.day_of(block.text, block.numbers)

    def _timed_later(self, place: int) -> bool:
        """Whether a time of its own follows before the next day, so that the day's hours are only the day's."""
        for later in range(place + 1, len(self.blocks)):
            if self.openings[later] is not None:
                return True
            if cues.day(self.blocks[later].text) is not None:
                return False
        return False

    def _beside_the_day(self, block: Block, dated: Dated, found: Opening) -> str:
        return cues.beside_the_day(block.text)

    def _carried(self, block: Block) -> list[Block]:
        """In papers of labels, the "Title: …" before a "Date: …" belongs to what takes place on that date."""
        if cues.field(block.text) is None:
            return []
        tail = self._tail()
        start = next((n for n in range(len(tail) - 1, -1, -1) if _is_title_label(tail[n])), len(tail))
        carried = tail[start:]
        del tail[start:]
        return carried

    def _open_day(self, dated: Dated, carried: list[Block]) -> None:
        known = self._known(dated)
        if self.slot is not None and known is not None and not carried:
            self._second_front(self.slot)
        if known is None:
            self.result.days.append(dated)
            known = len(self.result.days) - 1
            self.by_date.setdefault((dated.day, dated.month), known)
        else:
            self.result.repeated.append(dated.said)
        self.day = known
        self.slot = None
        if carried:
            self._tail().extend(carried)

    def _known(self, dated: Dated) -> int | None:
        """The day that was opened before under the same date, or among the last few by what both print."""
        days = self.result.days
        by_date = self.by_date.get((dated.day, dated.month)) if dated.day and dated.month else None
        if by_date is not None and cues.same_day(days[by_date], dated):
            return by_date
        recent = range(max(0, len(days) - _RECENT), len(days))
        return next((place for place in recent if cues.same_day(days[place], dated)), None)

    def _second_front(self, slot: Slot) -> None:
        """Before a day that was there already, the last short lines head the paper's second half."""
        start = len(slot.blocks)
        while (
            start > max(slot.own, 1)
            and _title_like(slot.blocks[start - 1])
            and not slot.blocks[start - 1].bullet
        ):
            start -= 1
        self.result.second_front.extend(slot.blocks[start:])
        del slot.blocks[start:]

    def _open(self, found: Opening, block: Block) -> None:
        slot = Slot(self.day, found.clock, column=block.duty is Duty.CLOCK and block.opens)
        if found.bare and block.duty is not Duty.CLOCK:
            slot.blocks.extend(self._title_above(block))
        for text in (found.before, found.after) if block.duty is not Duty.CLOCK else (block.text,):
            if text:
                slot.blocks.append(
                    replace(block, text=text, lead="", heads=True, duty=Duty.ANY, clock=None, opens=False)
                )
        slot.own = len(slot.blocks)
        self.result.slots.append(slot)
        self.slot = slot

    def _title_above(self, block: Block) -> list[Block]:
        """The title that stands above its time, taken from what came before."""
        tail = self._tail()
        least = self.slot.own if self.slot is not None else 0
        start = len(tail)
        labelled = next((n for n in range(len(tail) - 1, -1, -1) if _is_title_label(tail[n])), None)
        if labelled is not None and cues.field(block.text) is not None:
            start = labelled
        elif self.titles_first:
            while start > least and len(tail) - start < 3 and _above_a_time(tail[start - 1]):
                loud_above = start >= least + 2 and tail[start - 2].loud and tail[start - 1].loud
                start -= 1
                if _title_like(tail[start]) and not loud_above:
                    break
        taken = tail[start:]
        del tail[start:]
        return taken

    def _tail(self) -> list[Block]:
        if self.slot is not None:
            return self.slot.blocks
        return self.result.front if self.day is None else self.result.between.setdefault(self.day, [])

    def _append(self, block: Block) -> None:
        self._tail().append(block)


def _above_a_time(block: Block) -> bool:
    return cues.place_only(block.text) is not None or _title_like(block)


def _is_title_label(block: Block) -> bool:
    label = cues.field(block.text)
    return label is not None and label.field is Field.TITLE and label.form is Form.PREFIX

"""Papers that print days and sessions but no times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import Kind
from hemicycle.engines.reader import cues
from hemicycle.engines.reader.outline import front, titles
from hemicycle.engines.reader.outline.slots import Slot

if TYPE_CHECKING:
    from hemicycle.engines.reader.blocks import Block
    from hemicycle.engines.reader.outline.drafts import Outline
    from hemicycle.engines.reader.outline.slots import Cut


def read(cut: Cut, made: Outline) -> None:
    """Cuts the blocks of a paper without times at its headings, where they name sessions; adds slots to the cut."""
    if not cut.days:
        return
    made.front = front.read(cut.front, made.aside)
    for day, blocks in cut.between.items():
        slot: Slot | None = None
        for block in blocks:
            if _opens(block):
                slot = Slot(day, None, [block])
                cut.slots.append(slot)
            elif slot is not None:
                slot.blocks.append(block)
            else:
                made.aside.update(dict.fromkeys(block.numbers, "before the first session of the day"))


def _opens(block: Block) -> bool:
    if block.rule or block.prose or cues.role(block.text) is not None or cues.names_someone(block.text):
        return False
    parsed = titles.taken_apart(block.text)
    return bool(parsed.number) or block.loud or parsed.kind not in {None, Kind.OTHER}

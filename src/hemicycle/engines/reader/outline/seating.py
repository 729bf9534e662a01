"""People into seats: from a line under a label, from a line of its own, and from running text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import Role, SeatState
from hemicycle.engines.reader import people
from hemicycle.engines.reader.lexicon import lexicon
from hemicycle.engines.reader.outline.drafts import Draft, Said, Seated

if TYPE_CHECKING:
    from hemicycle.engines.formats.programme import Seat
    from hemicycle.engines.reader.blocks import Block


_QUOTATION = re.compile(r"[,:–—-]\s*[\"“«„][^\"”»“]{4,200}[\"”»“]\s*$")
_AND_LAST = re.compile(r";\s*(?:and|et|y|e|und|en|ve|و)\s+")


@dataclass(frozen=True, slots=True)
class Seating:
    """How people sit: as what, how surely; `whole` is the printed line when the block has only a part of it."""

    role: Role
    sure: float
    whole: str = ""
    alone: bool = False
    """Whether the line is one person's, so that "and" stands between functions and not between people."""


def with_quotation(text: str) -> tuple[str, str]:
    """The person and the title behind: 'Prof. Tunde Bello (Ibadan), "Cities that learn"'; the title empty when there is none."""
    found = _QUOTATION.search(text)
    if found is None or not text[: found.start()].strip():
        return text, ""
    return text[: found.start()].rstrip(" ,:–—-"), found[0].strip(" ,:–—-")


def seat(draft: Draft, block: Block, seating: Seating) -> list[int]:
    """Adds the seats that a block names, and gives their places among the session's seats."""
    block = block.having(_parted(block.text), block.lead)
    one = seating.alone and not re.search(r"[;|]", block.text)
    read = (
        (people.seat(block.text, role=seating.role),) if one else people.seats(block.text, role=seating.role)
    )
    added: list[int] = []
    for reading in read:
        words = block.text[slice(*reading.span)] or seating.whole or block.text
        confidence = min(seating.sure, reading.confidence)
        draft.seats.append(
            Seated(_awaited(reading.seat), Said(words, block.numbers, confidence, block.language))
        )
        added.append(len(draft.seats) - 1)
    return added


def _awaited(seat: Seat) -> Seat:
    """The seat of "TBC, Ministry of Works": a person is awaited, the ministry does not sit itself."""
    found = lexicon().placeholder(seat.as_printed) if not seat.name else None
    if found is None or found.span[0] > 1 or seat.state is SeatState.TBC:
        return seat
    return replace(seat, state=SeatState.TBC)


def _parted(text: str) -> str:
    """A list of people with plain signs between them: "A (X), B (Y)" and "A, X; and B, Y"."""
    bracketed = re.split(r"(?<=[)])\s*,\s+", text)
    if len(bracketed) > 1 and all("(" in part for part in bracketed):
        text = "; ".join(bracketed)
    return _AND_LAST.sub("; ", text)


def several(text: str) -> bool:
    """Whether a text names people or organisations, and is not a sentence about something else."""
    return any(
        reading.seat.state is not SeatState.UNNAMED for reading in people.seats(text, role=Role.SPEAKER)
    )


def all_people(text: str) -> bool:
    """Whether a text is people by name and nothing else."""
    read = people.seats(text, role=Role.SPEAKER)
    return bool(read) and all(
        len(reading.seat.name.split()) > 1 and people.looks_like_person(reading.seat.name) >= 0.7
        for reading in read
    )


def people_in(text: str) -> bool:
    """Whether a text names at least one person by name."""
    return any(
        reading.seat.name and reading.confidence >= 0.7 for reading in people.seats(text, role=Role.SPEAKER)
    )


def in_prose(draft: Draft, block: Block) -> None:
    """Adds the people whom running text seats: "Moderated by …, this panel will …"."""
    for found in people.in_prose(block.text):
        words = block.text[slice(*found.span)]
        draft.seats.append(Seated(found.reading.seat, Said(words, block.numbers, found.reading.confidence)))

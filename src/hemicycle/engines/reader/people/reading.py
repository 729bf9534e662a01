"""What was read of the people in a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemicycle.engines.formats.programme import Role, Seat


@dataclass(frozen=True, slots=True)
class SeatReading:
    """A seat as read from `span` of the text.

    `seat.name` is the printed name without a title before it (Dr, H.E., السيد) where that stands clearly apart;
    `seat.as_printed` keeps everything. `tentative` marks a person printed as not confirmed yet: "(TBC)", "*".
    """

    seat: Seat
    confidence: float
    span: tuple[int, int]
    tentative: bool = False


@dataclass(frozen=True, slots=True)
class ProseSeat:
    """A seat named within a sentence: "Moderated by …, this panel will …"; `span` covers the role's words and the seat."""

    role: Role
    span: tuple[int, int]
    reading: SeatReading

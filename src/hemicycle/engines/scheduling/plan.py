"""`hemicycle.plan/1`: a timetable as found, with what it is worth and what is proved about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats.fields import Fields

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "hemicycle.plan/1"


class NotAPlan(ValueError):
    """A JSON value that claims to be a plan and is not; the message says where and what to do."""


class Outcome(StrEnum):
    """How a planning run ended."""

    BEST = "best"
    """No plan is worth more: the bound is reached."""
    COMPLETE = "complete"
    """Every session has its place; a better plan may exist."""
    INFEASIBLE = "infeasible"
    """The hard rules cannot all stand; the conflict says which."""
    STOPPED = "stopped"
    """The time was over before there was a plan."""


@dataclass(frozen=True, slots=True, order=True)
class Placement:
    """Where and when one session takes place."""

    session: str
    slot: str
    room: str


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that was asked for: a rule, the sessions it binds, and the facts of its sentence."""

    rule: str
    sessions: tuple[str, ...]
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """`cost` is the weighted sum of `terms`; no plan costs less than `bound`."""

    outcome: Outcome
    placements: tuple[Placement, ...] = ()
    terms: Mapping[str, int] = field(default_factory=dict)
    cost: int = 0
    bound: int | None = None
    seconds: float = 0.0
    conflict: tuple[Demand, ...] = ()
    """The smallest set of demands found that cannot stand together."""


def write(plan: Plan, sentences: tuple[str, ...] = ()) -> dict[str, Any]:
    """The plan as JSON; `sentences` are those of its conflict, one for each demand."""
    return {
        "format": FORMAT,
        "outcome": plan.outcome.value,
        "placements": [
            {"session": placed.session, "slot": placed.slot, "room": placed.room}
            for placed in plan.placements
        ],
        "terms": dict(plan.terms),
        "cost": plan.cost,
        "bound": plan.bound,
        "seconds": round(plan.seconds, 2),
        "conflict": [
            {
                "rule": demand.rule,
                "sessions": list(demand.sessions),
                "facts": dict(demand.facts),
                "message": message,
            }
            for demand, message in zip(plan.conflict, sentences or ("",) * len(plan.conflict), strict=True)
        ],
    }


def read(value: Any) -> tuple[Placement, ...]:
    """The placements of a plan in JSON: what a repair starts from.

    Raises:
        NotAPlan: the value is of another format, or a placement is not one.
    """
    source = Fields(value, "the document", NotAPlan)
    if source.value.get("format") != FORMAT:
        raise NotAPlan(f"the document's format is {source.value.get('format')!r}, not {FORMAT!r}")
    return source.each(
        "placements",
        lambda each: Placement(each.required("session"), each.required("slot"), each.required("room")),
    )

"""`hemicycle.plan/1`: a timetable as found, with what it is worth and what is proved about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

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
    """The time was over before there was a plan that keeps every rule; one that breaks some may be given."""


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
class Way:
    """What giving up one demand of a conflict would allow.

    `possible` says whether all else can then stand, None where the time did not suffice to know; `placements` are
    those of the sessions in the conflict, in some plan that could then be.
    """

    demand: Demand
    possible: bool | None
    placements: tuple[Placement, ...] = ()


class Teller(Protocol):
    """Puts demands, and ways out of a conflict, into words."""

    def demand(self, demand: Demand) -> str: ...

    def way(self, way: Way) -> str: ...


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
    ways: tuple[Way, ...] = ()
    """What giving up each demand of the conflict would allow."""
    broken: tuple[Demand, ...] = ()
    """What the placements break, where the time was over before a plan that breaks nothing."""


def write(plan: Plan, teller: Teller) -> dict[str, Any]:
    """The plan as JSON, with its conflict and what it breaks in words."""
    ways = {id(way.demand): way for way in plan.ways}
    return {
        "format": FORMAT,
        "outcome": plan.outcome.value,
        "placements": _write_placements(plan.placements),
        "terms": dict(plan.terms),
        "cost": plan.cost,
        "bound": plan.bound,
        "seconds": round(plan.seconds, 2),
        "conflict": [
            {**_write_demand(demand, teller), **_write_way(ways.get(id(demand)), teller)}
            for demand in plan.conflict
        ],
        "broken": [_write_demand(demand, teller) for demand in plan.broken],
    }


def _write_placements(placements: tuple[Placement, ...]) -> list[dict[str, str]]:
    return [{"session": placed.session, "slot": placed.slot, "room": placed.room} for placed in placements]


def _write_demand(demand: Demand, teller: Teller) -> dict[str, Any]:
    return {
        "rule": demand.rule,
        "sessions": list(demand.sessions),
        "facts": dict(demand.facts),
        "message": teller.demand(demand),
    }


def _write_way(way: Way | None, teller: Teller) -> dict[str, Any]:
    if way is None:
        return {}
    return {
        "without": {
            "possible": way.possible,
            "placements": _write_placements(way.placements),
            "message": teller.way(way),
        }
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

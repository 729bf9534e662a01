"""Finds a plan: times first, then rooms for those times, then both together from there.

Times without rooms are a far smaller problem, and where rooms nest by capacity counting them loses nothing; each stage
starts from the one before. Any plan comes before a good one, and a good one before a proof. The best bound of a stage
that left nothing out holds for the whole. Where no plan keeps every rule in time, the one that breaks fewest is given,
with what it breaks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemicycle.engines.scheduling import anneal, check, costs, matching, models, value
from hemicycle.engines.scheduling.frame import Frame
from hemicycle.engines.scheduling.plan import Outcome, Placement, Plan
from hemicycle.engines.scheduling.problem import Rule
from hemicycle.engines.scheduling.run import Progress, Run, Terms
from hemicycle.engines.scheduling.stages import Found, solved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemicycle.engines.scheduling.models import Place
    from hemicycle.engines.scheduling.problem import Problem

__all__ = ["Progress", "Terms", "Unsound", "alternatives", "plan"]

JOINT_AT_MOST = 150_000
"""Above so many (session, slot, room), times and rooms are planned together only if there is no other way."""
LARGE = 20_000
"""Above so many, a first plan is sought before a good one."""
CUTS_AT_MOST = 10
"""So many times are planned anew when rooms turn out not to suffice for them."""


class Unsound(RuntimeError):
    """The solver's plan breaks a rule by its plain statement: a fault of the planner, never of the problem."""


def plan(problem: Problem, terms: Terms | None = None) -> Plan:
    """The best plan found in the time given, checked by the plain statement of the rules.

    An infeasible problem gives a plan without placements, whose conflict is left to `explain`.

    Raises:
        Unsound: the planner has a fault.
    """
    run = Run(terms or Terms(), frame=Frame(problem))
    if not all(run.frame.places):
        return Plan(Outcome.INFEASIBLE, seconds=run.seconds)
    times, first = _times(run), None
    if _large(run) and times.status == "found":
        first = solved(run, models.rooms(run, times.places), share=0.4)
    if first and not run.stopped:
        better = solved(run, models.times(run, times.places), share=0.2)
        times = better if better.status == "found" else replace(times, bound=better.bound)
    if times.status == "infeasible":
        return Plan(Outcome.INFEASIBLE, seconds=run.seconds)
    if times.status == "stopped":
        return Plan(Outcome.STOPPED, seconds=run.seconds) if run.stopped else _least_broken(run, None)
    rooms = _rooms(run, times, first)
    if rooms.status == "infeasible":
        return Plan(Outcome.INFEASIBLE, seconds=run.seconds)
    if rooms.status == "stopped":
        return _least_broken(run, times.places)
    return _improved(run, rooms, max(times.bound, rooms.bound if rooms.joint else 0))


def alternatives(problem: Problem, terms: Terms, many: int) -> tuple[Plan, ...]:
    """Up to so many plans, the least change from the given plan first, each moving sessions elsewhere than the others.

    Each may take the time of the terms.
    """
    found: list[Plan] = []
    unlike = list(terms.unlike)
    for _ in range(many):
        other = plan(problem, replace(terms, unlike=tuple(unlike)))
        if not other.placements or other.broken:
            break
        found.append(other)
        moved = _moves(other, terms.given)
        if not moved or terms.stop.is_set():
            break
        unlike.append(moved)
    return tuple(found)


def _moves(found: Plan, given: Sequence[Placement]) -> frozenset[Placement]:
    """The new times of what has another time than before; where nothing has, the new rooms."""
    old = {placement.session: placement for placement in given}
    known = [(placed, old[placed.session]) for placed in found.placements if placed.session in old]
    times = frozenset(replace(placed, room="") for placed, before in known if placed.slot != before.slot)
    return times or frozenset(placed for placed, before in known if placed.room != before.room)


def _times(run: Run) -> Found:
    """Times for which there are rooms as far as counting says; any of them where the problem is large."""
    large = _large(run)
    found = solved(run, models.times(run, priced=not large), share=0.4, first=large)
    for _ in range(CUTS_AT_MOST):
        short = matching.short(run.frame, [slot for slot, _ in found.places]) if found.places else ()
        if not short or not run.frame.problem.holds(Rule.ROOM) or run.stopped:
            break
        run.short += short
        again = solved(run, models.times(run, found.places, priced=not large), share=0.4, first=large)
        if again.status == "stopped":
            break
        found = again
    return found


def _large(run: Run) -> bool:
    """Whether any plan at all should be sought before a good one; a repair has one to start from."""
    return not run.terms.given and (run.frame.size > LARGE or costs.many_pairs(run.frame))


def _rooms(run: Run, times: Found, first: Found | None) -> Found:
    """Rooms for the times, or the first plan, or times and rooms together where those times have none."""
    found = solved(run, models.rooms(run, times.places), share=0.4)
    whole = [each for each in (found, first) if each is not None and each.status == "found"]
    if whole:
        return min((_priced(run, each) for each in whole), key=lambda each: each.cost)
    return _joint(run, times.places, share=0.8)


def _joint(run: Run, start: Sequence[Place], *, share: float) -> Found:
    return replace(solved(run, models.joint(run, start), share=share), joint=True)


def _improved(run: Run, best: Found, bound: int) -> Plan:
    """From a plan to a better one, by both ways where both can say something."""
    problem = run.frame.problem
    wishes = bool(problem.audiences and (problem.weights.audience or problem.weights.hop))
    together = run.frame.size <= JOINT_AT_MOST and not best.joint and not costs.many_pairs(run.frame)
    best = _priced(run, best)
    for way, share in (
        ("joint", 0.15 if wishes else 1.0),
        ("walk", 0.8 if together else 1.0),
        ("joint", 1.0),
    ):
        if best.cost <= bound or run.stopped or run.seconds >= run.terms.seconds:
            break
        if way == "walk":
            best = _walked(run, best, share) if not run.terms.unlike else best
        elif together:
            found = _joint(run, best.places, share=share)
            bound = max(bound, found.bound)
            best = min(best, _priced(run, found), key=lambda each: each.cost) if found.places else best
    return _finished(run, best.places, bound)


def _walked(run: Run, best: Found, share: float) -> Found:
    places = [(slot, room or 0) for slot, room in best.places]
    walked = _priced(run, replace(best, places=anneal.improve(run, places, best.cost, run.left * share)))
    return min(best, walked, key=lambda each: each.cost)


def _placements(run: Run, places: Sequence[Place]) -> tuple[Placement, ...]:
    problem = run.frame.problem
    return tuple(
        Placement(session.key, problem.slots[slot].key, problem.rooms[room or 0].key)
        for session, (slot, room) in zip(problem.sessions, places, strict=True)
    )


def _priced(run: Run, found: Found) -> Found:
    """With its cost by the plain statement of the terms."""
    counted = value.terms(run.frame.problem, _placements(run, found.places), run.terms.given)
    return replace(found, cost=value.cost(run.frame.problem, counted))


def _finished(run: Run, places: Sequence[Place], bound: int) -> Plan:
    problem = run.frame.problem
    placements = _placements(run, places)
    broken = check.broken(problem, placements)
    if broken:
        raise Unsound(f"the solver's plan breaks {broken[0]}")
    counted = value.terms(problem, placements, run.terms.given)
    cost = value.cost(problem, counted)
    outcome = Outcome.BEST if cost <= bound else Outcome.COMPLETE
    return Plan(outcome, placements, counted, cost, min(bound, cost), run.seconds)


def _least_broken(run: Run, times: Sequence[Place] | None) -> Plan:
    """When the time is nearly over: the plan that breaks fewest demands, and which it breaks."""
    if times is None:
        found = solved(run, models.times(run, soft=True, priced=False), share=0.6)
        if found.status != "found":
            return Plan(Outcome.STOPPED, seconds=run.seconds)
        times = found.places
    rooms = solved(run, models.rooms(run, times, soft=True), share=1.0)
    if rooms.status != "found":
        return Plan(Outcome.STOPPED, seconds=run.seconds)
    placements = _placements(run, rooms.places)
    broken = check.broken(run.frame.problem, placements)
    if not broken:
        return _finished(run, rooms.places, 0)
    counted = value.terms(run.frame.problem, placements, run.terms.given)
    cost = value.cost(run.frame.problem, counted)
    return Plan(Outcome.STOPPED, placements, counted, cost, None, run.seconds, broken=broken)

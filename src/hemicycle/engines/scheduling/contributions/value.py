"""What a programme of sessions breaks and what it costs, stated plainly, without knowing how it was found."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from hemicycle.engines.scheduling.contributions.problem import Contribution, Problem, Session, Track


def broken(problem: Problem, sessions: Iterable[Session]) -> tuple[str, ...]:
    """What is wrong with a programme, one sentence each; nothing for one that can be held."""
    return tuple(_broken(problem, list(sessions)))


def _broken(problem: Problem, sessions: Sequence[Session]) -> Iterator[str]:
    places = Counter((session.slot, session.room) for session in sessions)
    yield from (f"{slot}, {room} has {n} sessions" for (slot, room), n in sorted(places.items()) if n > 1)
    held = Counter(key for session in sessions for key in session.contributions)
    for contribution in problem.contributions:
        if held[contribution.key] != 1:
            yield f"{contribution.key} takes place {held[contribution.key]} times"
    for session in sessions:
        given = [problem.contribution[key] for key in session.contributions]
        if sum(each.units for each in given) > problem.slot[session.slot].units:
            yield f"{session.slot}, {session.room} is too short"
        yield from (f"{each.key} is not of {session.track}" for each in given if each.track != session.track)


def terms(problem: Problem, sessions: Iterable[Session]) -> Mapping[str, int]:
    """What each price comes to, by name."""
    held = sorted((each for each in sessions if each.contributions), key=_in_order(problem))
    counted = Counter(dict.fromkeys(("slots", "rooms", "places", "beside", "clashes"), 0))
    tracks = {track.key: track for track in problem.tracks}
    for session in held:
        given: list[Track | Contribution] = [tracks[session.track]]
        given += [problem.contribution[key] for key in session.contributions]
        for priced in given:
            counted["slots"] += priced.slots.get(session.slot, 0)
            counted["rooms"] += priced.rooms.get(session.room, 0)
        counted["places"] += problem.places.get((session.slot, session.room), 0)
    for one, other in combinations(held, 2):
        if one.slot == other.slot:
            pair = (one.track, other.track)
            counted["beside"] += problem.beside.get(pair, 0) or problem.beside.get(pair[::-1], 0)
    counted["clashes"] = _clashes(problem, held)
    return {**counted, **_of_tracks(problem, held)}


def _in_order(problem: Problem) -> Callable[[Session], tuple[int, int]]:
    slots = {slot.key: n for n, slot in enumerate(problem.slots)}
    rooms = {room: n for n, room in enumerate(problem.rooms)}

    def place(session: Session) -> tuple[int, int]:
        return slots[session.slot], rooms[session.room]

    return place


def _clashes(problem: Problem, held: Sequence[Session]) -> int:
    where: dict[str, tuple[str, str, set[int]]] = {}
    for session in held:
        for key, units in units_of(problem, session).items():
            where[key] = (session.slot, session.room, units)
    cost = 0
    for clash in problem.clashes:
        one, other = where[clash.first], where[clash.second]
        if one[0] == other[0] and one[1] != other[1]:
            cost += clash.price * (len(one[2] & other[2]) if clash.aligned else 1)
    return cost


def units_of(problem: Problem, session: Session) -> Mapping[str, set[int]]:
    """The units of the slot that each contribution takes."""
    begins, found = 0, {}
    for key in session.contributions:
        units = problem.contribution[key].units
        found[key] = set(range(begins, begins + units))
        begins += units
    return found


def _of_tracks(problem: Problem, held: Sequence[Session]) -> Mapping[str, int]:
    slots = {slot.key: n for n, slot in enumerate(problem.slots)}
    counted = Counter(parallel=0, tracks=0, split=0, order=0)
    of_track: dict[str, list[Session]] = defaultdict(list)
    for session in held:
        of_track[session.track].append(session)
    for sessions in of_track.values():
        taken = {slots[session.slot] for session in sessions}
        counted["parallel"] += problem.prices.parallel * (len(sessions) - len(taken))
        counted["tracks"] += problem.prices.rooms * (len({session.room for session in sessions}) - 1)
        counted["split"] += problem.prices.split * (max(taken) - min(taken) + 1 != len(taken))
        counted["order"] += problem.prices.order * out_of_order(problem, sessions)
    return counted


def out_of_order(problem: Problem, sessions: Sequence[Session]) -> int:
    """How many contributions of a track are not where their order says, and how many with an order meet."""
    given = [problem.contribution[key] for session in sessions for key in session.contributions]
    wrong = sum(each.order not in (0, n) for n, each in enumerate(given, 1))
    for one, other in combinations(sessions, 2):
        if one.slot != other.slot:
            continue
        theirs = [units_of(problem, session) for session in (one, other)]
        ordered = [
            [units for key, units in each.items() if problem.contribution[key].order] for each in theirs
        ]
        wrong += sum(len(first & second) for first in ordered[0] for second in ordered[1])
    return wrong


def cost(problem: Problem, sessions: Iterable[Session]) -> int:
    """All prices together."""
    return sum(terms(problem, sessions).values())

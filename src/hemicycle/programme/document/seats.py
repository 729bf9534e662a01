"""Who sits where in two versions: seats filled, opened, gained, lost and changed for another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from hemicycle.engines.formats.programme import Role
from hemicycle.engines.names import organisations
from hemicycle.engines.words import folded
from hemicycle.programme.document import identity
from hemicycle.programme.document.assignment import best_pairs
from hemicycle.programme.document.differences import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from hemicycle.engines.formats.programme import Seat, Session
    from hemicycle.programme.document.identity import Who
    from hemicycle.programme.document.matching import Family, Matching

_LEADING = frozenset({Role.CHAIR, Role.HOST, Role.INTRODUCED_BY, Role.MODERATOR})
_SPEAKING = frozenset(
    {Role.DISCUSSANT, Role.KEYNOTE, Role.PANELLIST, Role.PRESENTER, Role.SPEAKER, Role.WELCOME}
)
_SAME_ROLE, _LIKE_ROLE = 10, 1
_SAME_BODY, _SAME_FUNCTION, _BODY_UNKNOWN = 20, 10, 2


@dataclass(frozen=True, slots=True)
class Place:
    """A seat in its session, by its number there; `who` is empty where nobody sits."""

    session: Session
    number: int
    seat: Seat
    who: str
    family: Family


@dataclass(frozen=True, slots=True)
class SeatChange:
    kind: Change
    before: Place | None
    after: Place | None

    @property
    def place(self) -> Place:
        """Where it is told: in the new version, unless the seat is gone."""
        return self.after or cast("Place", self.before)


@dataclass(frozen=True, slots=True)
class SeatChanges:
    """What changed, and the pairs of seats that are the same seat of the same person in both versions."""

    changes: list[SeatChange]
    kept: list[tuple[Place, Place]]


def seat_changes(matching: Matching) -> SeatChanges:
    """Every seat of both versions that is not the same in both is in one change.

    The seats of a session that is gone or new change with it, and are named here only where their person sits
    elsewhere in the other version.
    """
    found: list[SeatChange] = []
    lost: list[Place] = []
    gained: list[Place] = []
    kept: list[tuple[Place, Place]] = []
    for family in matching.families:
        here = _Table(family, matching)
        found += here.changes
        lost += here.lost
        gained += here.gained
        kept += here.kept
    moved, lost, gained = _moved(lost, gained)
    found += moved
    found += [SeatChange(Change.SEAT_REMOVED, place, None) for place in lost if place.family.new]
    found += [SeatChange(Change.SEAT_ADDED, None, place) for place in gained if place.family.old]
    return SeatChanges(found, kept)


class _Table:
    """The seats of one family of sessions."""

    def __init__(self, family: Family, matching: Matching) -> None:
        old = _places(family.old, matching.old.who, family)
        new = _places(family.new, matching.new.who, family)
        self.changes: list[SeatChange] = []
        same, old, new = _paired(old, new, _as_is)
        self.kept = [(before, after) for before, after in same if before.who]
        roles, self.lost, self.gained = _paired(
            [place for place in old if place.who],
            [place for place in new if place.who],
            lambda place: place.who,
        )
        self.changes += [SeatChange(Change.SEAT_MOVED, before, after) for before, after in roles]
        if family.old and family.new:
            self._fill([place for place in old if not place.who], [place for place in new if not place.who])

    def _fill(self, was_open: list[Place], is_open: list[Place]) -> None:
        named, was_open, self.gained = _best(was_open, self.gained)
        opened, is_open, self.lost = _best(is_open, self.lost)
        self.changes += [SeatChange(Change.SEAT_NAMED, before, after) for before, after in named]
        self.changes += [SeatChange(Change.SEAT_REMOVED, before, after) for after, before in opened]
        self.changes += [SeatChange(Change.SEAT_REMOVED, place, None) for place in was_open]
        self.changes += [SeatChange(Change.SEAT_ADDED, None, place) for place in is_open]


def _places(sessions: Iterable[Session], who: Who, family: Family) -> list[Place]:
    return [
        Place(session, number, seat, who(seat), family)
        for session in sessions
        for number, seat in enumerate(session.seats)
        if identity.is_taken(seat) or identity.is_open(seat)
    ]


def _as_is(place: Place) -> Hashable:
    seat = place.seat
    return (seat.role, place.who or tuple(sorted(_described(seat).split())), bool(place.who))


def _described(seat: Seat) -> str:
    """What an open seat says of whoever will sit there; nothing for a bare TBC."""
    told = folded(f"{seat.position} {seat.organisation} {seat.place} {seat.name}")
    return "" if told in {"tbc", "tba", "tbd"} else told


def _paired(
    old: Sequence[Place], new: Sequence[Place], mark: Callable[[Place], Hashable]
) -> tuple[list[tuple[Place, Place]], list[Place], list[Place]]:
    """Pairs of equal mark, and what is left of either side; of several equal ones the first go together."""
    waiting: dict[Hashable, list[Place]] = defaultdict(list)
    for place in sorted(new, key=_order):
        waiting[mark(place)].append(place)
    pairs, left = [], []
    for place in sorted(old, key=_order):
        twins = waiting[mark(place)]
        if twins:
            pairs.append((place, twins.pop(0)))
        else:
            left.append(place)
    return pairs, left, sorted((place for twins in waiting.values() for place in twins), key=_order)


def _order(place: Place) -> tuple[str, ...]:
    """An order of seats that owes nothing to keys or to where a session stands in its document."""
    one, seat = place.session, place.seat
    title = " ".join(text for _, text in sorted(one.title.items()))
    return (place.who, seat.role, str(one.starts or ""), title, seat.as_printed, _described(seat), one.key)


def _moved(
    lost: Sequence[Place], gained: Sequence[Place]
) -> tuple[list[SeatChange], list[Place], list[Place]]:
    """The same person in another session: in the same role if there is such a seat, else in another."""
    alike, lost, gained = _paired(lost, gained, lambda place: (place.who, place.seat.role))
    other, lost, gained = _paired(lost, gained, lambda place: place.who)
    moved = [SeatChange(Change.SEAT_MOVED, before, after) for before, after in (*alike, *other)]
    return moved, lost, gained


def _best(
    openings: Sequence[Place], taken: Sequence[Place]
) -> tuple[list[tuple[Place, Place]], list[Place], list[Place]]:
    """Open seats with the people who fit them best, over all of them together."""
    fits = {(i, j): _fit(one.seat, two.seat) for i, one in enumerate(openings) for j, two in enumerate(taken)}
    chosen = best_pairs(fits)
    return (
        [(openings[i], taken[j]) for i, j in sorted(chosen.items())],
        [place for i, place in enumerate(openings) if i not in chosen],
        [place for j, place in enumerate(taken) if j not in chosen.values()],
    )


def _fit(opening: Seat, taken: Seat) -> int:
    """How well a person fits an open seat; nothing where the role or the organisation speaks against it."""
    role = _role(opening.role, taken.role)
    body = _body(opening, taken)
    if not role or body is None:
        return 0
    function = set(folded(opening.position).split()) & set(folded(taken.position).split())
    return role + body + (_SAME_FUNCTION if function else 0)


def _role(one: Role, other: Role) -> int:
    if one == other:
        return _SAME_ROLE
    return _LIKE_ROLE if any({one, other} <= alike for alike in (_LEADING, _SPEAKING)) else 0


def _body(opening: Seat, taken: Seat) -> int | None:
    """What the organisations say: nothing where none is asked for, `None` where it is another's seat."""
    if not opening.organisation:
        return 0
    if f" {folded(opening.organisation)} " in f" {folded(taken.as_printed)} ":
        return _SAME_BODY
    if not taken.organisation:
        return _BODY_UNKNOWN
    same = organisations.same(opening.organisation, taken.organisation).same
    return (
        _SAME_BODY if same or organisations.is_acronym_of(opening.organisation, taken.organisation) else None
    )


def in_order(changes: Iterable[SeatChange]) -> list[SeatChange]:
    """As they are listed: by session and seat, seats that are open again before those that are gone."""

    def order(one: SeatChange) -> tuple[object, ...]:
        place = one.place
        title = sorted(place.session.title.items())
        return (one.after is None, str(place.session.starts or ""), title, place.number, _order(place))

    return sorted(changes, key=order)

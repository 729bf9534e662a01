"""Who is who and which day is which in two versions of one programme."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from hemicycle.engines import names
from hemicycle.engines.formats.programme import SeatState
from hemicycle.engines.words import folded
from hemicycle.programme.document.assignment import best_pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from hemicycle.engines.formats.programme import Programme, Seat

Who: TypeAlias = "Callable[[Seat], str]"


@dataclass(frozen=True, slots=True)
class _Known:
    key: str
    forms: frozenset[str]
    printed: names.Printed


_OPEN = frozenset({SeatState.TBC, SeatState.UNNAMED, SeatState.ORGANISATION})
_EMPTY = frozenset({SeatState.DECLINED, SeatState.REPLACED})
_SAME_NAME, _SAME_FORM, _ALIKE, _AGREEING = 1000, 900, 800, 50


def is_taken(seat: Seat) -> bool:
    """Whether a person sits there, as far as the version says."""
    return bool(seat.person or seat.name) and seat.state not in _OPEN | _EMPTY


def is_open(seat: Seat) -> bool:
    """Whether somebody is still to sit there; a seat that was declined or replaced is neither taken nor open."""
    return not is_taken(seat) and seat.state not in _EMPTY


def numbered_days(old: Programme, new: Programme) -> tuple[dict[date, int], dict[date, int]]:
    """Numbers by which a day of one version is a day of the other.

    The same date is the same day, unless the conference as a whole was shifted: then the first day is the first.
    """
    one, two = _days(old), _days(new)
    if len(one) == len(two) or not set(one) & set(two):
        return ({day: n for n, day in enumerate(one)}, {day: n for n, day in enumerate(two)})
    every = {day: n for n, day in enumerate(sorted({*one, *two}))}
    return every, every


def _days(programme: Programme) -> list[date]:
    moments = [at for each in programme.sessions if (at := each.starts or each.ends)]
    return sorted({at.date() for at in moments} | {day.date for day in programme.days})


def people(old: Programme, new: Programme) -> tuple[dict[str, str], dict[str, str]]:
    """For each version, a name by person key: the same name in both for the same person, and for no other.

    A name that is printed alike is one person; of names that can be one, those that are most surely so.
    """
    ours, theirs = _known(old, "old"), _known(new, "new")
    joined = best_pairs({(i, j): _worth(ours[i], theirs[j]) for i, j in _possible(ours, theirs)})
    called, other = _called(ours), _called(theirs)
    shared = {j: f"{called[i]} = {other[j]}" for i, j in joined.items()}
    return (
        {one.key: shared[joined[i]] if i in joined else f"{called[i]} =" for i, one in enumerate(ours)},
        {one.key: shared.get(j, f"= {other[j]}") for j, one in enumerate(theirs)},
    )


def seated(programme: Programme, persons: dict[str, str]) -> Who:
    """A function from a seat to the name of its person, empty where nobody sits.

    A seat that prints a name without saying whose it is, belongs to the person of that name, if there is one.
    """
    forms = defaultdict(set)
    for person in programme.people:
        for form in (person.name, *person.also):
            forms[folded(form)].add(persons[person.key])

    def who(seat: Seat) -> str:
        if not is_taken(seat):
            return ""
        if seat.person is not None:
            return persons[seat.person]
        named = forms[folded(seat.name)]
        return next(iter(named)) if len(named) == 1 else f"{folded(seat.name)} ="

    return who


def _known(programme: Programme, document: str) -> list[_Known]:
    """The people of a version, in an order that depends on what is printed of them only."""
    seats: dict[str, list[Seat]] = defaultdict(list)
    for session in programme.sessions:
        for seat in session.seats:
            if seat.person:
                seats[seat.person].append(seat)
    known = []
    for person in programme.people:
        told = max(map(_told, seats[person.key]), default=("", "", "", ""))
        forms = frozenset(form for name in (person.name, *person.also) if (form := folded(name)))
        known.append(_Known(person.key, forms, names.Printed(person.name, *told, document)))
    return sorted(known, key=_in_order)


def _in_order(one: _Known) -> tuple[object, ...]:
    form = one.printed
    told = (form.position, form.organisation, form.place, form.country)
    return (folded(form.name), form.name, told, sorted(one.forms), one.key)


def _told(seat: Seat) -> tuple[str, str, str, str]:
    return (seat.position, seat.organisation, seat.place, seat.country)


def _called(known: Sequence[_Known]) -> list[str]:
    """A name for each, told apart by a number where two have the same."""
    times: Counter[str] = Counter()
    called = []
    for one in known:
        name = one.printed.name
        times[name] += 1
        called.append(f"{name} #{times[name]}" if times[name] > 1 else name)
    return called


def _possible(ours: Sequence[_Known], theirs: Sequence[_Known]) -> Iterator[tuple[int, int]]:
    """Pairs that share a printed form, and of the others those that the engine takes for one person."""
    by_form: dict[str, list[int]] = defaultdict(list)
    for j, one in enumerate(theirs):
        for form in one.forms:
            by_form[form].append(j)
    left, known = [], set()
    for i, one in enumerate(ours):
        twins = sorted({j for form in one.forms for j in by_form.get(form, ())})
        known.update(twins)
        left += [] if twins else [i]
        yield from ((i, j) for j in twins)
    right = [j for j in range(len(theirs)) if j not in known]
    for group in names.join([ours[i].printed for i in left] + [theirs[j].printed for j in right]):
        mine = [left[n] for n in group if n < len(left)]
        others = [right[n - len(left)] for n in group if n >= len(left)]
        yield from ((i, j) for i in mine for j in others)


def _worth(ours: _Known, theirs: _Known) -> int:
    verdict = names.same(ours.printed, theirs.printed)
    agreeing = round(_AGREEING * verdict.score)
    if folded(ours.printed.name) == folded(theirs.printed.name):
        return _SAME_NAME + agreeing
    return (_SAME_FORM if ours.forms & theirs.forms else _ALIKE) + agreeing

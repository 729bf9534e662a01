"""Which session of one version is which session of the other: matched, split, merged, gone or new, each once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hemicycle.programme.document import identity
from hemicycle.programme.document.assignment import best_pairs
from hemicycle.programme.document.candidates import candidates
from hemicycle.programme.document.features import Weights, features, signatures
from hemicycle.programme.document.partition import Part, parts
from hemicycle.programme.document.similarity import SAME, points

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hemicycle.engines.formats.programme import Person, Programme, Session
    from hemicycle.programme.document.identity import Who

_FINE = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """What became of what: one and one is a match, one and several a split, one and none gone or new."""

    old: tuple[Session, ...]
    new: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """How one version names the people of both: by person key, and by seat."""

    people: Mapping[str, str]
    who: Who


@dataclass(frozen=True, slots=True)
class Matching:
    """Every session of both versions stands in exactly one family."""

    families: tuple[Family, ...]
    old: Side
    new: Side

    @property
    def pairs(self) -> tuple[tuple[Session, Session], ...]:
        return tuple((one.old[0], one.new[0]) for one in self.families if len(one.old) == len(one.new) == 1)

    def people(self, old: Programme, new: Programme) -> Iterator[tuple[Person, Person]]:
        theirs = {self.new.people[person.key]: person for person in new.people}
        for person in old.people:
            twin = theirs.get(self.old.people[person.key])
            if twin:
                yield person, twin


def match(old: Programme, new: Programme) -> Matching:
    """The best matching of two versions; its mirror image is the matching of new and old.

    The sum of `similarity.points` above the threshold is the greatest there is over all `candidates`. Neither the
    order of the sessions nor any key counts: sessions are taken in an order made of what they say, and of two
    versions the one that says less in that order comes first, so that the same problem is solved both ways.
    """
    if _said(new) < _said(old):
        found = _match(new, old)
        families = tuple(Family(one.new, one.old) for one in found.families)
        return Matching(families, found.new, found.old)
    return _match(old, new)


def _said(programme: Programme) -> list[str]:
    return sorted(signatures(programme).values())


def _match(old: Programme, new: Programme) -> Matching:
    called = identity.people(old, new)
    days = identity.numbered_days(old, new)
    one, two = (
        Side(people, identity.seated(of, people)) for of, people in zip((old, new), called, strict=True)
    )
    ours, theirs = features(old, one.who, days[0]), features(new, two.who, days[1])
    weights = Weights(ours, theirs)
    compared = list(candidates(ours, theirs, weights))
    worth = {
        (i, j): value
        for i, j in compared
        if (value := round((points(ours[i], theirs[j], weights) - SAME) * _FINE)) > 0
    }
    joined = best_pairs(worth)
    more = parts(ours, theirs, joined, compared, weights)
    families = _families([each.session for each in ours], [each.session for each in theirs], joined, more)
    return Matching(families, one, two)


def _families(
    ours: list[Session], theirs: list[Session], joined: dict[int, int], more: list[Part]
) -> tuple[Family, ...]:
    also_old: dict[int, list[int]] = defaultdict(list)
    also_new: dict[int, list[int]] = defaultdict(list)
    for part in more:
        (also_new[part.whole] if part.of_old else also_old[part.whole]).append(part.number)
    taken_old = {*joined, *(i for more_old in also_old.values() for i in more_old)}
    taken_new = {*joined.values(), *(j for more_new in also_new.values() for j in more_new)}
    families = [
        Family(
            tuple(ours[k] for k in sorted([i, *also_old[j]])),
            tuple(theirs[k] for k in sorted([j, *also_new[i]])),
        )
        for i, j in sorted(joined.items())
    ]
    families += [Family((one,), ()) for i, one in enumerate(ours) if i not in taken_old]
    families += [Family((), (one,)) for j, one in enumerate(theirs) if j not in taken_new]
    return tuple(families)

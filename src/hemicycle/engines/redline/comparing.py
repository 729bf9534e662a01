"""What changed between two versions, by identity: words inside a paragraph, places, splits and merges."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from hemicycle.engines.redline.merging import alike
from hemicycle.engines.redline.numbering import labels
from hemicycle.engines.redline.order import rising
from hemicycle.engines.redline.spans import atoms, joined
from hemicycle.engines.redline.tree import How

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hemicycle.engines.redline.spans import Spans
    from hemicycle.engines.redline.tree import Node, Text
    from hemicycle.engines.words import How as WordsHow


class Change(StrEnum):
    ADDED = "added"
    RESTORED = "restored"
    REMOVED = "removed"
    SPLIT = "split"
    MERGED = "merged"
    EDITED = "edited"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    REKINDED = "rekinded"


@dataclass(frozen=True, slots=True)
class Hunk:
    """Words that both versions have, or one of them, with their marks."""

    how: WordsHow
    spans: Spans


@dataclass(frozen=True, slots=True)
class Difference:
    """One node that is not as it was. `origins` are the nodes it was split from or merged of."""

    node: str
    changes: tuple[Change, ...]
    old_number: str = ""
    new_number: str = ""
    origins: tuple[str, ...] = ()
    hunks: tuple[Hunk, ...] = ()


def compare(old: Text, new: Text) -> tuple[Difference, ...]:
    """Every node that changed, in the order of the new version; what is gone stands where it stood.

    A node is the same when its id is, however its words and place changed.
    """
    numbers = (labels(old), labels(new))
    moved = _moved(old, new)
    found = []
    for node in _in_order(old, new):
        before, now = old.by_id.get(node), new.by_id.get(node)
        changes = tuple(_changes(before, now, old, moved))
        told = tuple(n.get(node, "") for n in numbers)
        if before is not None and now is not None and told[0] != told[1]:
            changes += (Change.RENUMBERED,)
        if changes:
            origins = now.lineage.origins if now and {*changes} & {Change.SPLIT, Change.MERGED} else ()
            words_of = (before.spans if before else (), now.spans if now else ())
            found.append(Difference(node, changes, told[0], told[1], origins, hunks(*words_of)))
    return tuple(found)


def hunks(old: Spans, new: Spans) -> tuple[Hunk, ...]:
    """How words become other words: `equal` and `delete` are the old ones, `equal` and `insert` the new."""
    a, b = atoms(old), atoms(new)
    marks: list[tuple[WordsHow, int]] = []
    at_a = at_b = 0
    for i, j in [*alike(a, b), (len(a), len(b))]:
        marks += [("delete", at) for at in range(at_a, i)]
        marks += [("insert", at) for at in range(at_b, j)]
        marks += [("equal", i)] if i < len(a) else []
        at_a, at_b = i + 1, j + 1
    return tuple(
        Hunk(how, joined([(b if how == "insert" else a)[at] for _, at in group]))
        for how, group in groupby(marks, key=lambda mark: mark[0])
    )


def _changes(before: Node | None, now: Node | None, old: Text, moved: frozenset[str]) -> Iterator[Change]:
    if now is None:
        yield Change.REMOVED
        return
    told = now.lineage.how
    if told is How.MERGED and any(origin != now.id and origin in old.by_id for origin in now.lineage.origins):
        yield Change.MERGED
    if before is None:
        known = told is How.SPLIT and any(origin in old.by_id for origin in now.lineage.origins)
        yield Change.SPLIT if known else (Change.RESTORED if told is How.RESTORED else Change.ADDED)
        return
    if before.spans != now.spans:
        yield Change.EDITED
    if now.id in moved:
        yield Change.MOVED
    if (before.kind, before.alternative_of) != (now.kind, now.alternative_of):
        yield Change.REKINDED


def _moved(old: Text, new: Text) -> frozenset[str]:
    """Nodes beneath another parent, and those out of the longest row of siblings that kept its order."""
    place = {node.id: at for at, node in enumerate(old.nodes)}
    found = {n.id for n in new.nodes if n.id in place and old.by_id[n.id].parent != n.parent}
    for ids in new.children.values():
        stayed = [id_ for id_ in ids if id_ in place and id_ not in found]
        kept = {stayed[at] for at in rising([place[id_] for id_ in stayed])}
        found |= set(stayed) - kept
    return frozenset(found)


def _in_order(old: Text, new: Text) -> Iterator[str]:
    """Ids of the new version, and after each those that followed it in the old one and are gone."""
    gone: Mapping[str | None, list[str]] = _gone(old, new)
    yield from gone.get(None, ())
    for node in new.nodes:
        yield node.id
        yield from gone.get(node.id, ())


def _gone(old: Text, new: Text) -> Mapping[str | None, list[str]]:
    found: dict[str | None, list[str]] = {}
    last: str | None = None
    for node in old.nodes:
        if node.id in new.by_id:
            last = node.id
        else:
            found.setdefault(last, []).append(node.id)
    return found

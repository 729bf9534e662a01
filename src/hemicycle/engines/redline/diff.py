"""The operations that make one text of another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemicycle.engines.redline import amend
from hemicycle.engines.redline.operations import Operation, Part, Place, Verb
from hemicycle.engines.redline.order import rising
from hemicycle.engines.redline.spans import Span, normal
from hemicycle.engines.redline.tree import How, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hemicycle.engines.redline.tree import Node


def diff(old: Text, new: Text) -> tuple[Operation, ...]:
    """The operations with which `amend.apply` makes the nodes of `new`, in their places, of those of `old`.

    A split or a merge that the lineage of `new` tells of is one operation, where it changed no words besides; a
    paragraph that changed its place is moved, never deleted and inserted.
    """
    told = (*_splits(old, new), *_merges(old, new))
    between = amend.apply(old, told)
    if not isinstance(between, Text):
        told, between = (), old
    return (*told, *_plain(between, new))


def undo(text: Text, operations: Sequence[Operation]) -> tuple[Operation, ...] | amend.Conflict:
    """What takes these operations back, once they have been applied to this text."""
    made = amend.apply(text, operations)
    return diff(made, text) if isinstance(made, Text) else made


def _splits(old: Text, new: Text) -> Iterator[Operation]:
    heirs: dict[str, list[Node]] = {}
    for node in new.nodes:
        if node.lineage.how is How.SPLIT and node.id not in old.by_id:
            for origin in node.lineage.origins:
                heirs.setdefault(origin, []).append(node)
    for origin, others in heirs.items():
        before, after = old.by_id.get(origin), new.by_id.get(origin)
        if before is None or after is None:
            continue
        pieces = [after, *others]
        joined = "".join(piece.text for piece in pieces)
        if "".join(joined.split()) == "".join(before.text.split()):
            parts = tuple(Part(piece.id, piece.spans) for piece in pieces)
            yield Operation(Verb.SPLIT, origin, before.sha256, before.text, parts=parts)


def _merges(old: Text, new: Text) -> Iterator[Operation]:
    for node in new.nodes:
        if node.lineage.how is not How.MERGED or node.id not in old.by_id:
            continue
        origins = [old.by_id.get(id_) for id_ in node.lineage.origins if id_ not in new.by_id]
        found = [origin for origin in origins if origin is not None and not old.children.get(origin.id)]
        before = old.by_id[node.id]
        words = [span for piece in (before, *found) for span in (Span(" "), *piece.spans)]
        if found and normal(words) == node.spans:
            parts = tuple(Part(origin.id, base_sha256=origin.sha256) for origin in found)
            yield Operation(Verb.MERGE, node.id, before.sha256, before.text, parts=parts)


def _plain(old: Text, new: Text) -> Iterator[Operation]:
    yield from _placed(old, new)
    for node in reversed(old.nodes):
        if node.id not in new.by_id:
            yield Operation(Verb.DELETE, node.id, node.sha256, node.text)
    for node in new.nodes:
        before = old.by_id.get(node.id)
        if before is not None and before.sha256 != node.sha256:
            yield _replaced(before, node)


def _replaced(before: Node, node: Node) -> Operation:
    made = Operation(Verb.REPLACE, node.id, before.sha256, before.text, node.spans)
    if (before.kind, before.alternative_of) != (node.kind, node.alternative_of):
        made = replace(made, kind=node.kind, alternative_of=node.alternative_of)
    return made


def _placed(old: Text, new: Text) -> Iterator[Operation]:
    """Insertions and moves, from the first paragraph to the last, each after the one that it follows in the end."""
    stable = _stable(old, new)
    previous: dict[str | None, str | None] = {}
    for node in new.nodes:
        place = Place(node.parent, previous.get(node.parent))
        previous[node.parent] = node.id
        before = old.by_id.get(node.id)
        if before is None:
            yield Operation(
                Verb.INSERT,
                node.id,
                after=node.spans,
                position=place,
                kind=node.kind,
                alternative_of=node.alternative_of,
            )
        elif node.id not in stable:
            yield Operation(Verb.MOVE, node.id, before.sha256, before.text, position=place)


def _stable(old: Text, new: Text) -> frozenset[str]:
    """Nodes that need not move: beneath each parent, the longest row that is in the same order in both."""
    kept: set[str] = set()
    order = {node.id: at for at, node in enumerate(old.nodes)}
    for parent, ids in new.children.items():
        stayed = [id_ for id_ in ids if id_ in order and old.by_id[id_].parent == parent]
        kept |= {stayed[at] for at in rising([order[id_] for id_ in stayed])}
    return frozenset(kept)

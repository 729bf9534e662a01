"""Open proposals carried over to a new version of the text, always from the words that they were written on.

Nothing is accepted here: a verdict prepares what a person decides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from hemicycle.engines.redline.merging import Meeting, carried_range, merge
from hemicycle.engines.redline.operations import Operation, Part, Place, Verb
from hemicycle.engines.redline.spans import Spans, brackets_of, normal
from hemicycle.engines.redline.tree import How

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hemicycle.engines.redline.operations import Proposal
    from hemicycle.engines.redline.tree import Node, Text


class Verdict(StrEnum):
    """From the best to the worst: as it was; read me; the text has it already; cannot be; its paragraph is gone."""

    CLEAN = "clean"
    LOOK = "look"
    IDENTICAL = "identical"
    CONFLICT = "conflict"
    ORPHAN = "orphan"


class Why(StrEnum):
    UNTOUCHED = "untouched"
    MERGED = "merged"
    NEAR = "near"
    SATISFIED = "satisfied"
    OVERLAP = "overlap"
    EDITED = "edited"
    MOVED_ELSEWHERE = "moved-elsewhere"
    PLACE_CHANGED = "place-changed"
    PLACE_GONE = "place-gone"
    NODE_GONE = "node-gone"
    SPLIT_OR_MERGED = "split-or-merged"
    BASE_UNKNOWN = "base-unknown"
    SETTLED = "settled"
    CHAIN_DIFFERS = "chain-differs"


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of one operation.

    `operation` is the same proposal on the new version, ready to be applied, and nothing for a conflict, an orphan or
    what is satisfied. `base`, `ours` and `theirs` are the words for the three columns in which a person settles it.
    `heirs` are the nodes of the new version that descend from the one that is gone.
    """

    proposal: str
    index: int
    verdict: Verdict
    why: Why
    original: Operation
    operation: Operation | None = None
    base: Spans = ()
    ours: Spans = ()
    theirs: Spans = ()
    heirs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Case:
    """One operation between two versions."""

    old: Text
    new: Text
    operation: Operation

    @property
    def before(self) -> Node:
        return self.old.by_id[self.operation.node]

    @property
    def now(self) -> Node:
        return self.new.by_id[self.operation.node]


@dataclass(frozen=True, slots=True)
class _Found:
    verdict: Verdict
    why: Why
    operation: Operation | None = None


_SATISFIED = _Found(Verdict.IDENTICAL, Why.SATISFIED)


def carry(
    proposals: Sequence[Proposal],
    old: Text,
    new: Text,
    *,
    settled: frozenset[str] = frozenset(),
    via: Sequence[Text] = (),
) -> tuple[Carried, ...]:
    """A verdict for every operation of proposals that were made on `old`.

    `settled` are paragraphs that are agreed or closed, where nothing is clean. `via` are the versions in between:
    where going through them gives other words than going at once, a person must look.
    """
    descent = _descent(old, new)
    return tuple(
        _carried(proposal.id, index, _Case(old, new, operation), descent, (settled, via))
        for proposal in proposals
        for index, operation in enumerate(proposal.operations)
    )


def _descent(old: Text, new: Text) -> Mapping[str, tuple[str, ...]]:
    """For each node that was split or merged between the versions, the nodes that have its words now."""
    found: dict[str, list[str]] = {}
    for node in new.nodes:
        fresh = node.id not in old.by_id
        for origin in node.lineage.origins:
            if node.lineage.how is How.SPLIT and fresh and origin in old.by_id:
                found.setdefault(origin, [origin] if origin in new.by_id else []).append(node.id)
            if node.lineage.how is How.MERGED and origin in old.by_id and _merged_now(node, old, new):
                found.setdefault(origin, []).append(node.id)
    return {origin: tuple(dict.fromkeys(heirs)) for origin, heirs in found.items()}


def _merged_now(node: Node, old: Text, new: Text) -> bool:
    return any(origin in old.by_id and origin not in new.by_id for origin in node.lineage.origins)


def _carried(
    proposal: str,
    index: int,
    case: _Case,
    descent: Mapping[str, tuple[str, ...]],
    care: tuple[frozenset[str], Sequence[Text]],
) -> Carried:
    operation = case.operation
    heirs = descent.get(operation.node, ())
    found = _fate(case, heirs)
    settled, via = care
    if found.verdict is Verdict.CLEAN and operation.node in settled:
        found = replace(found, verdict=Verdict.LOOK, why=Why.SETTLED)
    if (
        found.operation is not None
        and operation.verb is Verb.REPLACE
        and via
        and _chain_differs(case, found.operation, via)
    ):
        found = replace(found, verdict=Verdict.LOOK, why=Why.CHAIN_DIFFERS)
    before, now = case.old.by_id.get(operation.node), case.new.by_id.get(operation.node)
    return Carried(
        proposal,
        index,
        found.verdict,
        found.why,
        operation,
        found.operation,
        before.spans if before else (),
        operation.after,
        now.spans if now else (),
        heirs if found.verdict is Verdict.ORPHAN else (),
    )


def _fate(case: _Case, heirs: tuple[str, ...]) -> _Found:
    operation = case.operation
    if operation.verb is Verb.INSERT:
        return _insert(case)
    before = case.old.by_id.get(operation.node)
    if before is None or before.sha256 != operation.base_sha256:
        return _Found(Verdict.ORPHAN, Why.BASE_UNKNOWN)
    if _is_so(case, heirs):
        return _SATISFIED
    if heirs or operation.node not in case.new.by_id:
        return _Found(Verdict.ORPHAN, Why.SPLIT_OR_MERGED if heirs else Why.NODE_GONE)
    return _VERBS[operation.verb](case)


def _is_so(case: _Case, heirs: tuple[str, ...]) -> bool:
    """Whether the deletion, the split or the merge that is proposed has been made."""
    operation, new = case.operation, case.new
    now = new.by_id.get(operation.node)
    if operation.verb is Verb.DELETE:
        return now is None and not heirs
    if operation.verb is Verb.SPLIT:
        return all(part.node in new.by_id for part in operation.parts)
    if operation.verb is Verb.MERGE:
        gone = all(part.node not in new.by_id for part in operation.parts)
        return now is not None and gone and now.lineage.how is How.MERGED
    return False


def _anchored(case: _Case) -> Operation:
    return replace(case.operation, base_sha256=case.now.sha256, before=case.now.text)


def _replace(case: _Case) -> _Found:
    before, now, operation = case.before, case.now, case.operation
    ours = normal(operation.after)
    kind_changes = operation.kind is not None and (operation.kind, operation.alternative_of) != (
        before.kind,
        before.alternative_of,
    )
    if not kind_changes and now.spans == ours:
        return _SATISFIED
    if now.sha256 == before.sha256:
        return _Found(Verdict.CLEAN, Why.UNTOUCHED, operation)
    merged = merge(before.spans, ours, now.spans)
    if merged.spans is None:
        return _Found(Verdict.CONFLICT, Why.OVERLAP)
    if merged.spans == now.spans and not kind_changes:
        return _SATISFIED
    carried = replace(_anchored(case), after=merged.spans)
    same_kind = (before.kind, before.alternative_of) == (now.kind, now.alternative_of)
    if merged.meeting is Meeting.APART and same_kind:
        return _Found(Verdict.CLEAN, Why.MERGED, carried)
    return _Found(Verdict.LOOK, Why.NEAR, carried)


def _delete(case: _Case) -> _Found:
    if case.now.sha256 != case.before.sha256:
        return _Found(Verdict.CONFLICT, Why.EDITED)
    if set(case.new.children.get(case.now.id, ())) - set(case.old.children.get(case.now.id, ())):
        return _Found(Verdict.CONFLICT, Why.EDITED)
    return _Found(Verdict.CLEAN, Why.UNTOUCHED, case.operation)


def _insert(case: _Case) -> _Found:
    operation = case.operation
    place = operation.position or Place()
    said = normal(operation.after)
    if operation.node in case.new.by_id:
        same = case.new.by_id[operation.node].spans == said
        return _SATISFIED if same else _Found(Verdict.CONFLICT, Why.EDITED)
    if place.parent is not None and place.parent not in case.new.by_id:
        return _Found(Verdict.ORPHAN, Why.PLACE_GONE)
    siblings = case.new.children.get(place.parent, ())
    if any(case.new.by_id[id_].spans == said for id_ in siblings if id_ not in case.old.by_id):
        return _SATISFIED
    after, why = _where(case, place, siblings)
    moved = replace(operation, position=replace(place, after=after))
    return _Found(Verdict.CLEAN if why is Why.UNTOUCHED else Verdict.LOOK, why, moved)


def _where(case: _Case, place: Place, siblings: Sequence[str]) -> tuple[str | None, Why]:
    """The sibling to follow in the new version, and whether the place is as it was."""
    after = place.after
    if after is not None and after not in siblings:
        row = case.old.children.get(place.parent, ())
        earlier = row[: row.index(after)] if after in row else ()
        return next((id_ for id_ in reversed(earlier) if id_ in siblings), None), Why.PLACE_CHANGED
    at = 0 if after is None else siblings.index(after) + 1
    new_here = at < len(siblings) and siblings[at] not in case.old.by_id
    return after, Why.NEAR if new_here else Why.UNTOUCHED


def _stands(text: Text, node: str) -> Place:
    parent = text.by_id[node].parent
    row = text.children[parent]
    at = row.index(node)
    return Place(parent, row[at - 1] if at else None)


def _move(case: _Case) -> _Found:
    place = case.operation.position or Place()
    node = case.operation.node
    if _stands(case.new, node) == place:
        return _SATISFIED
    if place.parent is not None and place.parent not in case.new.by_id:
        return _Found(Verdict.CONFLICT, Why.PLACE_GONE)
    if case.now.parent != case.before.parent:
        return _Found(Verdict.CONFLICT, Why.MOVED_ELSEWHERE)
    siblings = case.new.children.get(place.parent, ())
    after, why = _where(case, place, [id_ for id_ in siblings if id_ != node])
    moved = replace(_anchored(case), position=replace(place, after=after))
    return _Found(Verdict.CLEAN if why is Why.UNTOUCHED else Verdict.LOOK, why, moved)


def _split(case: _Case) -> _Found:
    if case.now.spans != case.before.spans:
        return _Found(Verdict.CONFLICT, Why.EDITED)
    return _Found(Verdict.CLEAN, Why.UNTOUCHED, _anchored(case))


def _merge(case: _Case) -> _Found:
    parts: list[Part] = []
    changed = case.now.sha256 != case.before.sha256
    for part in case.operation.parts:
        now = case.new.by_id.get(part.node)
        if now is None:
            return _Found(Verdict.ORPHAN, Why.NODE_GONE)
        if case.new.children.get(part.node):
            return _Found(Verdict.CONFLICT, Why.EDITED)
        changed = changed or now.sha256 != part.base_sha256
        parts.append(replace(part, base_sha256=now.sha256))
    carried = replace(_anchored(case), parts=tuple(parts))
    return _Found(Verdict.LOOK if changed else Verdict.CLEAN, Why.NEAR if changed else Why.UNTOUCHED, carried)


def _bracket(case: _Case) -> _Found:
    before, now, operation = case.before, case.now, case.operation
    if operation.bracket is None:
        return _Found(Verdict.CONFLICT, Why.BASE_UNKNOWN)
    if operation.bracket.id in {bracket.id for bracket in brackets_of(now.spans)}:
        return _SATISFIED
    start = operation.start or 0
    end = len(before.text) if operation.end is None else operation.end
    found = carried_range(before.spans, now.spans, start, end)
    if found is None:
        return _Found(Verdict.CONFLICT, Why.OVERLAP)
    if now.spans == before.spans:
        return _Found(Verdict.CLEAN, Why.UNTOUCHED, _anchored(case))
    carried = replace(_anchored(case), start=found[0], end=found[1])
    return _Found(
        Verdict.LOOK if found[2] else Verdict.CLEAN, Why.NEAR if found[2] else Why.UNTOUCHED, carried
    )


def _lift(case: _Case) -> _Found:
    bracket = case.operation.bracket
    if bracket is None or bracket.id not in {held.id for held in brackets_of(case.now.spans)}:
        return _SATISFIED
    return _Found(Verdict.CLEAN, Why.UNTOUCHED, _anchored(case))


def _chain_differs(case: _Case, carried: Operation, via: Sequence[Text]) -> bool:
    """Whether the words differ when the operation goes from version to version."""
    before, ours = case.before.spans, normal(case.operation.after)
    for text in (*via, case.new):
        node = text.by_id.get(case.operation.node)
        merged = merge(before, ours, node.spans).spans if node is not None else None
        if node is None or merged is None:
            return True
        before, ours = node.spans, merged
    return ours != carried.after


_VERBS: Mapping[Verb, Callable[[_Case], _Found]] = {
    Verb.REPLACE: _replace,
    Verb.DELETE: _delete,
    Verb.MOVE: _move,
    Verb.SPLIT: _split,
    Verb.MERGE: _merge,
    Verb.BRACKET: _bracket,
    Verb.LIFT: _lift,
}

"""Operations applied to a text: a new text, or a conflict with a name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from hemicycle.engines.redline import spans
from hemicycle.engines.redline.branches import Branches
from hemicycle.engines.redline.operations import Operation, Place, Verb
from hemicycle.engines.redline.spans import Span
from hemicycle.engines.redline.tree import How, Lineage, Node, flaw

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hemicycle.engines.redline.tree import Text

_LASTING = frozenset({How.NEW, How.SPLIT, How.MERGED, How.RESTORED})


class Reason(StrEnum):
    """Why an operation cannot be applied."""

    NODE_MISSING = "node-missing"
    NODE_EXISTS = "node-exists"
    BASE_CHANGED = "base-changed"
    PLACE_MISSING = "place-missing"
    INSIDE_ITSELF = "inside-itself"
    NOT_EMPTY = "not-empty"
    WORDS_DIFFER = "words-differ"
    BRACKET_MISSING = "bracket-missing"
    BRACKET_EXISTS = "bracket-exists"
    PASSAGE_MISSING = "passage-missing"
    INCOMPLETE = "incomplete"
    MALFORMED = "malformed"


@dataclass(frozen=True, slots=True)
class Conflict:
    """The operation (by its place in the list, from 0) at which the text stays as it was, and why."""

    operation: int
    reason: Reason
    node: str
    sentence: str


class _Refused(Exception):
    def __init__(self, reason: Reason, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason


def apply(text: Text, operations: Sequence[Operation]) -> Text | Conflict:
    """The text with all operations, one after the other; or the first conflict, and then none of them counts.

    Each operation names the hash of what its node said when it was made: a paragraph that says something else by now
    is never overwritten.
    """
    branches = Branches(text)
    for at, operation in enumerate(operations):
        try:
            _VERBS[operation.verb](branches, operation)
        except _Refused as refused:
            return Conflict(at, refused.reason, operation.node, str(refused))
    made = branches.text()
    if fault := flaw(made):
        last = len(operations) - 1
        return Conflict(last, Reason.MALFORMED, operations[last].node if operations else "", fault)
    return made


def _target(branches: Branches, node: str, base_sha256: str) -> Node:
    found = branches.nodes.get(node)
    if found is None:
        raise _Refused(Reason.NODE_MISSING, f"the paragraph {node} is no longer in the text")
    if found.sha256 != base_sha256:
        raise _Refused(
            Reason.BASE_CHANGED, f"the paragraph {node} has changed since; carry the proposal over"
        )
    return found


def _place(branches: Branches, operation: Operation) -> Place:
    if operation.position is None:
        raise _Refused(Reason.INCOMPLETE, f"the operation on {operation.node} names no position; name one")
    if not branches.holds(operation.position):
        raise _Refused(Reason.PLACE_MISSING, f"the place where {operation.node} should stand is gone")
    return operation.position


def _edited(node: Node, how: How, *origins: str) -> Lineage:
    """What came into being since the last version stays so, whatever is done to it."""
    return node.lineage if node.lineage.how in _LASTING else Lineage(how, origins or (node.id,))


def _replace(branches: Branches, operation: Operation) -> None:
    node = _target(branches, operation.node, operation.base_sha256)
    made = replace(node, spans=spans.normal(operation.after), lineage=_edited(node, How.EDITED))
    if operation.kind is not None:
        made = replace(made, kind=operation.kind, alternative_of=operation.alternative_of)
    branches.set(made)


def _insert(branches: Branches, operation: Operation) -> None:
    if operation.kind is None:
        raise _Refused(Reason.INCOMPLETE, f"the new paragraph {operation.node} has no kind; give it one")
    if operation.node in branches.nodes:
        raise _Refused(Reason.NODE_EXISTS, f"the paragraph {operation.node} is in the text already")
    node = Node(
        operation.node,
        operation.kind,
        spans.normal(operation.after),
        lineage=Lineage(How.NEW),
        alternative_of=operation.alternative_of,
    )
    branches.put(node, _place(branches, operation))


def _delete(branches: Branches, operation: Operation) -> None:
    _target(branches, operation.node, operation.base_sha256)
    if branches.below.get(operation.node):
        raise _Refused(
            Reason.NOT_EMPTY,
            f"the paragraph {operation.node} has others beneath it; delete or move these first",
        )
    branches.take(operation.node)


def _move(branches: Branches, operation: Operation) -> None:
    node = _target(branches, operation.node, operation.base_sha256)
    place = _place(branches, operation)
    if place.after == operation.node or branches.within(place.parent, operation.node):
        raise _Refused(
            Reason.INSIDE_ITSELF, f"the paragraph {operation.node} cannot stand beneath or after itself"
        )
    branches.put(replace(branches.take(operation.node), lineage=_edited(node, How.MOVED)), place)


def _split(branches: Branches, operation: Operation) -> None:
    node = _target(branches, operation.node, operation.base_sha256)
    parts = operation.parts
    if len(parts) < 2 or parts[0].node != node.id or len({part.node for part in parts}) < len(parts):
        raise _Refused(
            Reason.INCOMPLETE, f"the split of {node.id} does not name it and new paragraphs after it"
        )
    if any(part.node in branches.nodes for part in parts[1:]):
        raise _Refused(
            Reason.NODE_EXISTS, f"a new paragraph in the split of {node.id} is in the text already"
        )
    if _solid(spans.plain(span for part in parts for span in part.spans)) != _solid(node.text):
        raise _Refused(
            Reason.WORDS_DIFFER, f"the parts of {node.id} do not have its words; propose other words apart"
        )
    lineage = Lineage(How.SPLIT, (node.id,))
    branches.set(replace(node, spans=spans.normal(parts[0].spans), lineage=lineage))
    after = node.id
    for part in parts[1:]:
        made = Node(
            part.node,
            node.kind,
            spans.normal(part.spans),
            lineage=lineage,
            alternative_of=node.alternative_of,
        )
        branches.put(made, Place(node.parent, after))
        after = part.node


def _solid(text: str) -> str:
    return "".join(text.split())


def _merge(branches: Branches, operation: Operation) -> None:
    node = _target(branches, operation.node, operation.base_sha256)
    ids = [node.id, *(part.node for part in operation.parts)]
    if len(ids) < 2 or len(set(ids)) < len(ids):
        raise _Refused(
            Reason.INCOMPLETE, f"the merge into {node.id} does not name other paragraphs; name them"
        )
    others = [_target(branches, part.node, part.base_sha256) for part in operation.parts]
    if any(branches.below.get(part.node) for part in operation.parts):
        raise _Refused(
            Reason.NOT_EMPTY,
            f"a paragraph to be merged into {node.id} has others beneath it; move these first",
        )
    joined = list(node.spans)
    for other in others:
        joined += [Span(" "), *other.spans]
        branches.take(other.id)
    branches.set(replace(node, spans=spans.normal(joined), lineage=Lineage(How.MERGED, tuple(ids))))


def _bracket(branches: Branches, operation: Operation) -> None:
    node = _target(branches, operation.node, operation.base_sha256)
    if operation.bracket is None:
        raise _Refused(
            Reason.INCOMPLETE, f"the bracket on {node.id} says nothing of itself; give its id and holders"
        )
    if spans.extent(node.spans, operation.bracket.id):
        raise _Refused(Reason.BRACKET_EXISTS, f"the bracket {operation.bracket.id} is in {node.id} already")
    start = operation.start or 0
    end = len(node.text) if operation.end is None else operation.end
    if not 0 <= start < end <= len(node.text) or not spans.passage(node.spans, start, end):
        raise _Refused(
            Reason.PASSAGE_MISSING, f"the passage to be bracketed is not in {node.id}; name one that is"
        )
    held = spans.bracketed(node.spans, start, end, operation.bracket)
    branches.set(replace(node, spans=held, lineage=_edited(node, How.EDITED)))


def _lift(branches: Branches, operation: Operation) -> None:
    node = _target(branches, operation.node, operation.base_sha256)
    if operation.bracket is None or not spans.extent(node.spans, operation.bracket.id):
        raise _Refused(Reason.BRACKET_MISSING, f"the bracket to be lifted is not in {node.id}")
    lifted = spans.lifted(node.spans, operation.bracket.id)
    branches.set(replace(node, spans=lifted, lineage=_edited(node, How.EDITED)))


_VERBS: Mapping[Verb, Callable[[Branches, Operation], None]] = {
    Verb.REPLACE: _replace,
    Verb.INSERT: _insert,
    Verb.DELETE: _delete,
    Verb.MOVE: _move,
    Verb.SPLIT: _split,
    Verb.MERGE: _merge,
    Verb.BRACKET: _bracket,
    Verb.LIFT: _lift,
}

"""Which open proposals meet on the same paragraph, and how: for the pen holder, and for the chart of hot paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from hemicycle.engines.redline.carrying import Verdict
from hemicycle.engines.redline.merging import Edit, Meeting, edits, meeting
from hemicycle.engines.redline.operations import Place, Verb
from hemicycle.engines.redline.spans import Span, atoms, normal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hemicycle.engines.redline.operations import Operation, Proposal
    from hemicycle.engines.redline.spans import Bracket
    from hemicycle.engines.redline.tree import Node, Text

_STRUCTURE = frozenset({Verb.DELETE, Verb.SPLIT, Verb.MERGE})
_MARGINAL = frozenset({Verb.MOVE, Verb.LIFT})


@dataclass(frozen=True, slots=True)
class Collision:
    """Two proposals on one paragraph (for insertions: on the paragraph after which, or beneath which, they stand).

    `how` is *identical* where they want the same, *conflict* where not both can be, *look* where both can and a person
    should read the outcome.
    """

    node: str
    first: str
    second: str
    how: Verdict


@dataclass(frozen=True, slots=True)
class _Stake:
    """What a proposal does to one paragraph."""

    proposal: str
    operation: Operation
    edits: tuple[Edit, ...]


_VERDICTS = {Meeting.SAME: Verdict.IDENTICAL, Meeting.NEAR: Verdict.LOOK, Meeting.CLASH: Verdict.CONFLICT}
_GRAVITY = (Verdict.IDENTICAL, Verdict.LOOK, Verdict.CONFLICT)


def collisions(text: Text, proposals: Sequence[Proposal]) -> tuple[Collision, ...]:
    """Every pair of proposals that meet, paragraph by paragraph in reading order; the gravest meeting of each pair."""
    by_node: dict[str, list[_Stake]] = {}
    for proposal in proposals:
        for node, stake in _stakes(text, proposal):
            by_node.setdefault(node, []).append(stake)
    order = [node.id for node in text.nodes if node.id in by_node]
    rest = sorted(by_node.keys() - set(order))
    return tuple(found for node in (*order, *rest) for found in _pairs(text, node, by_node[node]))


def _stakes(text: Text, proposal: Proposal) -> Iterator[tuple[str, _Stake]]:
    for operation in proposal.operations:
        node = text.by_id.get(operation.node)
        yield _where(operation), _Stake(proposal.id, operation, _edits(node, operation) if node else ())
        if operation.verb is Verb.MERGE:
            for part in operation.parts:
                yield part.node, _Stake(proposal.id, operation, ())


def _where(operation: Operation) -> str:
    if operation.verb is not Verb.INSERT:
        return operation.node
    place = operation.position or Place()
    return place.after or place.parent or ""


def _edits(node: Node, operation: Operation) -> tuple[Edit, ...]:
    """The words that an operation touches; a bracket touches its passage without changing it."""
    if operation.verb is Verb.REPLACE:
        return edits(node.spans, normal(operation.after))
    if operation.verb is not Verb.BRACKET:
        return ()
    start, end = operation.start or 0, len(node.text) if operation.end is None else operation.end
    reach, inside = 0, []
    for at, atom in enumerate(atoms(node.spans)):
        if reach < end and reach + len(atom.text) > start:
            inside.append(at)
        reach += len(atom.text)
    return (Edit(inside[0], inside[-1] + 1, (Span("", brackets=_held(operation)),)),) if inside else ()


def _held(operation: Operation) -> tuple[Bracket, ...]:
    return (operation.bracket,) if operation.bracket else ()


def _pairs(text: Text, node: str, stakes: Sequence[_Stake]) -> Iterator[Collision]:
    found: dict[tuple[str, str], Verdict] = {}
    for one, other in combinations(stakes, 2):
        if one.proposal == other.proposal:
            continue
        how = _how(text, node, one, other)
        pair = (one.proposal, other.proposal)
        if how is not None and (pair not in found or _GRAVITY.index(how) > _GRAVITY.index(found[pair])):
            found[pair] = how
    return (Collision(node, first, second, how) for (first, second), how in found.items())


def _how(text: Text, node: str, one: _Stake, other: _Stake) -> Verdict | None:
    mine, theirs = one.operation, other.operation
    verbs = {mine.verb, theirs.verb}
    if verbs == {Verb.REPLACE} and mine.kind is None and theirs.kind is None:
        return _words(text, node, one, other)
    if mine == theirs:
        return Verdict.IDENTICAL
    if Verb.INSERT in verbs:
        return _insertions(mine, theirs)
    if verbs & _STRUCTURE:
        return Verdict.IDENTICAL if verbs == {Verb.DELETE} else Verdict.CONFLICT
    return _moves(mine, theirs) if verbs & _MARGINAL else _words(text, node, one, other)


def _moves(mine: Operation, theirs: Operation) -> Verdict | None:
    if mine.verb is not theirs.verb or mine.verb is not Verb.MOVE:
        return None
    return Verdict.IDENTICAL if mine.position == theirs.position else Verdict.CONFLICT


def _words(text: Text, node: str, one: _Stake, other: _Stake) -> Verdict | None:
    if node not in text.by_id:
        return None
    how = meeting(text.by_id[node].spans, one.edits, other.edits)
    brackets = Verb.BRACKET in {one.operation.verb, other.operation.verb}
    return Verdict.LOOK if brackets and how is not Meeting.APART else _VERDICTS.get(how)


def _insertions(mine: Operation, theirs: Operation) -> Verdict | None:
    """Two new paragraphs at one place can both stand, in an order that a person chooses."""
    if mine.verb is not theirs.verb:
        return None
    same = mine.position == theirs.position and normal(mine.after) == normal(theirs.after)
    if same:
        return Verdict.IDENTICAL
    return Verdict.LOOK if mine.position == theirs.position else None

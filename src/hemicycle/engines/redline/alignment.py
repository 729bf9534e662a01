"""Identities for a draft that came back without them: guessed by its words, and marked as guesses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemicycle.engines.redline.tree import How, Lineage, Text

if TYPE_CHECKING:
    from hemicycle.engines.redline.tree import Node

LEAST = 0.6
"""Below this likeness two paragraphs are different ones."""
_STRAYING = 0.1
"""What a pair loses in likeness when it stands at the other end of the text."""


def identified(draft: Text, previous: Text) -> Text:
    """The draft with the ids of the previous version where its words are alike.

    Equal paragraphs come first, then the likeliest pairs, those in like places before others. Every guess carries its
    likeness in its lineage, for a person to confirm; a paragraph like no other keeps its own id.
    """
    pairs = _equal(draft, previous)
    pairs |= _alike(draft, previous, pairs)
    names = {node.id: pairs[node.id][0] if node.id in pairs else node.id for node in draft.nodes}
    nodes = tuple(_renamed(node, names, pairs, previous) for node in draft.nodes)
    return replace(draft, nodes=nodes, version=replace(draft.version, parent=previous.sha256))


def _equal(draft: Text, previous: Text) -> dict[str, tuple[str, float]]:
    waiting: dict[tuple[str, str], list[str]] = {}
    for node in previous.nodes:
        waiting.setdefault((node.kind, node.text), []).append(node.id)
    found: dict[str, tuple[str, float]] = {}
    for node in draft.nodes:
        same = waiting.get((node.kind, node.text))
        if same:
            found[node.id] = (same.pop(0), 1.0)
    return found


def _alike(
    draft: Text, previous: Text, settled: dict[str, tuple[str, float]]
) -> dict[str, tuple[str, float]]:
    from rapidfuzz import fuzz

    taken = {origin for origin, _ in settled.values()}
    rest = [(at / len(draft.nodes), node) for at, node in enumerate(draft.nodes) if node.id not in settled]
    free = [
        (at / len(previous.nodes), node) for at, node in enumerate(previous.nodes) if node.id not in taken
    ]
    scored: list[tuple[float, float, str, str]] = []
    for here, node in rest:
        for there, other in free:
            likeness = fuzz.token_sort_ratio(node.text, other.text, score_cutoff=100 * LEAST) / 100
            if likeness >= LEAST:
                scored.append((likeness - _STRAYING * abs(here - there), likeness, node.id, other.id))
    found: dict[str, tuple[str, float]] = {}
    for _, likeness, node_id, other_id in sorted(scored, key=lambda one: (-one[0], one[2], one[3])):
        if node_id not in found and other_id not in taken:
            found[node_id] = (other_id, round(likeness, 3))
            taken.add(other_id)
    return found


def _renamed(node: Node, names: dict[str, str], pairs: dict[str, tuple[str, float]], previous: Text) -> Node:
    parent = names[node.parent] if node.parent is not None else None
    if node.id not in pairs:
        return replace(node, parent=parent)
    origin, likeness = pairs[node.id]
    how = How.SAME if previous.by_id[origin].spans == node.spans else How.EDITED
    return replace(node, id=origin, parent=parent, lineage=Lineage(how, (origin,), likeness))

"""A text taken apart, so that many operations cost no more than their own work."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemicycle.engines.redline.operations import Place
    from hemicycle.engines.redline.tree import Node, Text


class Branches:
    """Nodes by id, and the ids beneath each node in order."""

    def __init__(self, text: Text) -> None:
        self.base = text
        self.nodes: dict[str, Node] = dict(text.by_id)
        self.below: dict[str | None, list[str]] = {parent: list(ids) for parent, ids in text.children.items()}

    def holds(self, place: Place) -> bool:
        """Whether the place is there: its parent, and beneath it the sibling to follow."""
        known = place.parent is None or place.parent in self.nodes
        return known and (place.after is None or place.after in self.below.get(place.parent, ()))

    def within(self, node: str | None, around: str) -> bool:
        """Whether a node is this one or beneath it."""
        while node is not None and node != around:
            node = self.nodes[node].parent
        return node is not None

    def previous(self, node: str) -> str | None:
        """The sibling that the node follows."""
        siblings = self.below[self.nodes[node].parent]
        at = siblings.index(node)
        return siblings[at - 1] if at else None

    def put(self, node: Node, place: Place) -> None:
        siblings = self.below.setdefault(place.parent, [])
        siblings.insert(0 if place.after is None else siblings.index(place.after) + 1, node.id)
        self.nodes[node.id] = replace(node, parent=place.parent)

    def take(self, node: str) -> Node:
        """Take a node out of its row; what is beneath it stays beneath it."""
        taken = self.nodes.pop(node)
        self.below[taken.parent].remove(node)
        return taken

    def set(self, node: Node) -> None:
        self.nodes[node.id] = node

    def text(self) -> Text:
        return replace(self.base, nodes=tuple(self._in_order()))

    def _in_order(self) -> Iterator[Node]:
        waiting = list(reversed(self.below.get(None, [])))
        while waiting:
            node = waiting.pop()
            yield self.nodes[node]
            waiting += reversed(self.below.get(node, []))

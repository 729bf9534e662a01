"""A negotiated text as a tree of nodes that keep their identity while words, places and numbers change."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from hemicycle.engines.formats import canonical
from hemicycle.engines.redline.spans import Spans, brackets_of, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemicycle.engines.formats.canonical import Json
    from hemicycle.engines.redline.spans import Bracket, Span

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,35}")
"""What an id may be: a UUID fits, and so does the name of a bookmark in Word."""
DEEPEST = 8


class NotAText(ValueError):
    """A file that was to be a text, proposals or a carry-over is not; one sentence: where, what, what to do."""


class Style(StrEnum):
    """A resolution numbers its operative paragraphs, a declaration all of them."""

    DECLARATION = "declaration"
    RESOLUTION = "resolution"


class Kind(StrEnum):
    TITLE = "title"
    HEADING = "heading"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    SUBPARAGRAPH = "subparagraph"
    POLICY_GAP = "policy_gap"
    COMMITMENT = "commitment"
    ANNEX = "annex"
    FOOTNOTE = "footnote"


class How(StrEnum):
    """How a node came from the version before."""

    SAME = "same"
    EDITED = "edited"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    RESTORED = "restored"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Lineage:
    """`likeness` (0 to 1) marks an identity that was guessed by comparing words, until a person confirms it."""

    how: How = How.SAME
    origins: tuple[str, ...] = ()
    likeness: float | None = None


@dataclass(frozen=True)
class Node:
    """One paragraph, heading or note.

    `number` is the label it was issued with, such as "12" or "(a)", and empty for what came since.
    `alternative_of` is the node that this one would replace: another version of the same paragraph.
    """

    id: str
    kind: Kind
    spans: Spans = ()
    parent: str | None = None
    number: str = field(default="", compare=False)
    lineage: Lineage = field(default=Lineage(), compare=False)
    alternative_of: str | None = None

    @cached_property
    def text(self) -> str:
        return plain(self.spans)

    @cached_property
    def sha256(self) -> str:
        """Of what the node says, not of where it stands: a proposal anchored to it survives a move."""
        said: Json = [self.kind.value, [_said(span) for span in self.spans], self.alternative_of]
        return canonical.digest(said)


def _said(span: Span) -> Json:
    brackets: Json = [[b.id, list(b.holders), b.reason] for b in span.brackets]
    return [span.text, span.emphasis, span.reference, span.footnote, brackets]


@dataclass(frozen=True, slots=True)
class Version:
    """`parent` is the hash of the version that this one was made from."""

    label: str = ""
    parent: str = ""


@dataclass(frozen=True)
class Text:
    """`nodes` are in reading order, each after its parent and before the next that is not beneath that parent."""

    nodes: tuple[Node, ...]
    style: Style = Style.DECLARATION
    language: str = "en"
    version: Version = Version()

    @cached_property
    def by_id(self) -> Mapping[str, Node]:
        return {node.id: node for node in self.nodes}

    @cached_property
    def children(self) -> Mapping[str | None, tuple[str, ...]]:
        found: dict[str | None, list[str]] = {}
        for node in self.nodes:
            found.setdefault(node.parent, []).append(node.id)
        return {parent: tuple(ids) for parent, ids in found.items()}

    @cached_property
    def title(self) -> str:
        return next((node.text for node in self.nodes if node.kind is Kind.TITLE), "")

    @cached_property
    def depths(self) -> Mapping[str, int]:
        """How far below the root each node stands; 0 for those at the root."""
        found: dict[str, int] = {}
        for node in self.nodes:
            found[node.id] = found[node.parent] + 1 if node.parent is not None else 0
        return found

    @cached_property
    def sha256(self) -> str:
        """Of words, order, places, style and language; numbers follow from these, labels and lineage are about them."""
        nodes: Json = [[node.id, node.parent, node.sha256] for node in self.nodes]
        return canonical.digest([self.style.value, self.language, nodes])


def flaw(text: Text) -> str:
    """What keeps these nodes from being a tree in reading order, in a sentence; empty when nothing does."""
    path: list[str] = []
    seen: set[str] = set()
    for node in text.nodes:
        if not ID.fullmatch(node.id):
            return (
                f"the node id {node.id!r} is not of letters, digits and hyphens (36 at most); give it another"
            )
        if node.id in seen:
            return f"the node {node.id} occurs twice; give one of them an id of its own"
        while path and path[-1] != node.parent:
            path.pop()
        if node.parent is not None and not path:
            return f"the node {node.id} does not stand beneath its parent {node.parent}; put it there"
        if len(path) >= DEEPEST:
            return f"the node {node.id} is more than {DEEPEST} levels deep; raise it"
        seen.add(node.id)
        path.append(node.id)
    return _loose_end(text)


def _loose_end(text: Text) -> str:
    held: dict[str, Bracket] = {}
    for node in text.nodes:
        for bracket in brackets_of(node.spans):
            if held.setdefault(bracket.id, bracket) != bracket:
                return f"the bracket {bracket.id} has other holders or another reason in {node.id}; give it an id of its own"
        if node.alternative_of is not None and not _stands_for(text, node):
            return (
                f"the node {node.id} is an alternative of {node.alternative_of}, which is no paragraph of the "
                "same kind; name another"
            )
    return ""


def _stands_for(text: Text, node: Node) -> bool:
    first = text.by_id.get(node.alternative_of or "")
    return first is not None and first.alternative_of is None and first.kind is node.kind

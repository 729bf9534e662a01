"""What delegations propose: operations on nodes, each anchored to a node and to what it said at the time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemicycle.engines.redline.spans import Bracket, Spans
    from hemicycle.engines.redline.tree import Kind


class Verb(StrEnum):
    REPLACE = "replace"
    INSERT = "insert"
    DELETE = "delete"
    MOVE = "move"
    SPLIT = "split"
    MERGE = "merge"
    BRACKET = "bracket"
    LIFT = "lift"


class ProposalKind(StrEnum):
    AMENDMENT = "amendment"
    BRACKET = "bracket"
    DELETE = "delete"
    RETAIN = "retain"
    NEW_PARAGRAPH = "new_paragraph"
    MOVE = "move"
    SPLIT = "split"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Place:
    """Beneath `parent` (nothing: at the root), right after the sibling `after` (nothing: first)."""

    parent: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a split (with its words) or a paragraph of a merge (with the hash of what it said)."""

    node: str
    spans: Spans = ()
    base_sha256: str = ""


@dataclass(frozen=True, slots=True)
class Operation:
    """One change; which fields count depends on the verb.

    - replace: `after`; with `kind`, also `kind` and `alternative_of`
    - insert: `node` is the id of the new one; `after`, `kind`, `position`, `alternative_of`; `base_sha256` is empty
    - delete: nothing more; a node that still has others beneath it is not deleted
    - move: `position`; what is beneath goes along
    - split: `parts`, the first of which keeps the node's id; together they have the words of the node
    - merge: `parts`, whose words are added to the node's in this order
    - bracket: `bracket`, `start` and `end` in letters of the plain text (without them: all of it)
    - lift: `bracket`, of which the id counts

    `before` is the plain text that the operation was made on, for people.
    """

    verb: Verb
    node: str
    base_sha256: str = ""
    before: str = ""
    after: Spans = ()
    position: Place | None = None
    kind: Kind | None = None
    alternative_of: str | None = None
    start: int | None = None
    end: int | None = None
    bracket: Bracket | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Operations that stand or fall together, in the name of delegations (never of user accounts)."""

    id: str
    by: tuple[str, ...]
    operations: tuple[Operation, ...] = ()
    kind: ProposalKind = ProposalKind.AMENDMENT
    supported_by: tuple[str, ...] = ()
    why: str = ""

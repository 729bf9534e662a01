"""Display numbers: plain when a text is issued, *bis* and *ter* for what comes in between until the next issue.

The conventions are those of the United Nations Editorial Manual: a resolution numbers its operative paragraphs and runs
on through the whole text; a declaration numbers all; subparagraphs are (a), (i), a., i.; another version of a paragraph
keeps its number with *bis*, *ter*, *quater*.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hemicycle.engines.redline.conventions import Convention, convention
from hemicycle.engines.redline.order import rising
from hemicycle.engines.redline.tree import Kind, Style, Version

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hemicycle.engines.redline.tree import Node, Text

_BODY = frozenset({Kind.OPERATIVE, Kind.POLICY_GAP})


@dataclass(frozen=True, slots=True)
class _Run:
    """Nodes that are counted together, in order, and how their numbers look."""

    nodes: Sequence[Node]
    level: str


def labels(text: Text) -> Mapping[str, str]:
    """The label of every node that has one: "12", "12 bis", "(a)"; unique and in order within each run of numbers.

    Where some nodes of a run carry the number of an issue, the others take *bis*, *ter* … after the number before
    them; where none does, they are counted from one. Labels of subparagraphs are unique beneath their parent.
    """
    said = convention(text.language)
    found: dict[str, str] = {}
    for run in _runs(text):
        found.update(_labelled(run, said))
    return found


def full_labels(text: Text) -> Mapping[str, str]:
    """Labels as a reference gives them: "12 bis (a) (i)"."""
    short, found = labels(text), dict[str, str]()
    for node in text.nodes:
        if node.kind is Kind.SUBPARAGRAPH and node.parent in found:
            found[node.id] = f"{found[node.parent]} {short[node.id]}"
        elif node.id in short:
            found[node.id] = short[node.id]
    return found


def issue(text: Text, label: str, parent: Text | None = None) -> Text:
    """The text as a version of its own, numbered afresh; only alternatives that are still open keep *bis*."""
    bare = replace(text, nodes=tuple(replace(node, number="") for node in text.nodes))
    numbers = labels(bare)
    nodes = tuple(replace(node, number=numbers.get(node.id, "")) for node in text.nodes)
    return replace(text, nodes=nodes, version=Version(label, parent.sha256 if parent else ""))


def _runs(text: Text) -> Iterator[_Run]:
    """Every run of numbers in the text."""
    body = _BODY if text.style is Style.RESOLUTION else _BODY | {Kind.PREAMBULAR}
    main = [node for node in text.nodes if node.kind in body]
    if text.style is Style.DECLARATION or len(main) > 1:
        yield _Run(main, "main")
    for kind, level in ((Kind.COMMITMENT, "commitment"), (Kind.ANNEX, "annex"), (Kind.FOOTNOTE, "footnote")):
        found = [node for node in text.nodes if node.kind is kind]
        if kind is not Kind.ANNEX or len(found) > 1:
            yield _Run(found, level)
    for parent, ids in text.children.items():
        below = [text.by_id[id_] for id_ in ids if text.by_id[id_].kind is Kind.SUBPARAGRAPH]
        if below:
            yield _Run(below, f"sub{min(_depth(text, parent), 4)}")


def _depth(text: Text, parent: str | None) -> int:
    depth = 1
    while parent is not None and text.by_id[parent].kind is Kind.SUBPARAGRAPH:
        parent, depth = text.by_id[parent].parent, depth + 1
    return depth


def _labelled(run: _Run, said: Convention) -> Iterator[tuple[str, str]]:
    anchors = _anchors(run, said)
    base, count, before = 0, 0, 0
    for at, node in enumerate(run.nodes):
        if anchors:
            fresh = at in anchors
            base = anchors[at] if fresh else base
        else:
            fresh = node.alternative_of is None or not base
            base += fresh
        count = 0 if fresh else count + 1
        if base:
            yield node.id, said.label(run.level, base, count)
        else:
            before += 1
            yield node.id, said.before_first(run.level, min(anchors.values()), before)


def _anchors(run: _Run, said: Convention) -> dict[int, int]:
    """The nodes that keep the number of the issue, by place: the most that are still in rising order."""
    numbered = [
        (at, number)
        for at, node in enumerate(run.nodes)
        if node.number and (number := said.plain_number(run.level, node.number))
    ]
    return {numbered[place][0]: numbered[place][1] for place in rising([number for _, number in numbered])}

"""A negotiated text as a Word document, with proposals as tracked changes, each in the name of its delegation.

`engines.redline.docx` reads it back and says what the conventions are. What tracked changes cannot show (a move, a split,
a merge, a bracket, words that another proposal changes already) is a comment in the same name: nobody's words are lost.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from hemicycle.engines.redline import docx as conventions
from hemicycle.engines.redline.branches import Branches
from hemicycle.engines.redline.merging import Edit, Meeting, edits, meeting
from hemicycle.engines.redline.numbering import full_labels, labels
from hemicycle.engines.redline.operations import Verb
from hemicycle.engines.redline.spans import Span, atoms, brackets_of, normal, plain
from hemicycle.engines.redline.text_json import bracket_json
from hemicycle.engines.redline.tree import Node
from hemicycle.exports.docx.markup import attribute, safe
from hemicycle.exports.text_docx_package import packed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hemicycle.engines.redline.operations import Operation, Proposal
    from hemicycle.engines.redline.spans import Bracket
    from hemicycle.engines.redline.tree import Text
    from hemicycle.kit.words import Words


@dataclass(slots=True)
class _Changes:
    """What is proposed for one paragraph, as far as tracked changes show it."""

    edits: list[tuple[Edit, str]] = field(default_factory=list)
    deleted_by: str = ""
    inserted_by: str = ""
    comments: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Paper:
    """The document while it is written."""

    branches: Branches
    words: Words
    numbers: Mapping[str, str]
    changes: dict[str, _Changes] = field(default_factory=dict)
    comments: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    serial: int = 0

    def next(self) -> int:
        self.serial += 1
        return self.serial

    def of(self, node: str) -> _Changes:
        return self.changes.setdefault(node, _Changes())


def write(text: Text, words: Words, proposals: Sequence[Proposal] = ()) -> bytes:
    """A `.docx` file, the same bytes for the same text, proposals and language."""
    paper = _Paper(Branches(text), words, labels(text))
    for proposal in proposals:
        author = ", ".join(proposal.by)
        for operation in proposal.operations:
            if not _tracked(paper, operation, author):
                _comment(paper, operation, author, text)
    whole = paper.branches.text()
    depths = whole.depths
    body = "".join(_paragraph(paper, node, depths[node.id]) for node in whole.nodes)
    used = [(node.kind, depths[node.id]) for node in whole.nodes]
    return packed(
        text, body, _properties(text, whole, proposals), dict.fromkeys(used), (paper.links, paper.comments)
    )


def _properties(text: Text, whole: Text, proposals: Sequence[Proposal]) -> str:
    proposed = [normal(operation.after) for proposal in proposals for operation in proposal.operations]
    spans = [span for words in (*(node.spans for node in whole.nodes), *proposed) for span in words]
    brackets = brackets_of(spans)
    said = {
        "style": text.style.value,
        "language": text.language,
        "label": text.version.label,
        "brackets": [bracket_json(bracket) for bracket in brackets],
    }
    return json.dumps(said, sort_keys=True)


def _tracked(paper: _Paper, operation: Operation, author: str) -> bool:
    """Note the operation as tracked changes, where these can show it beside the others."""
    if operation.verb is Verb.INSERT:
        return _inserted(paper, operation, author)
    node = paper.branches.nodes.get(operation.node)
    if node is None or node.sha256 != operation.base_sha256:
        return False
    changes = paper.of(node.id)
    if changes.deleted_by or changes.inserted_by:
        return False
    if operation.verb is Verb.DELETE:
        return _deleted(paper, node, changes, author)
    return (
        operation.verb is Verb.REPLACE
        and operation.kind is None
        and _edited(node, operation, changes, author)
    )


def _deleted(paper: _Paper, node: Node, changes: _Changes, author: str) -> bool:
    if changes.edits or paper.branches.below.get(node.id):
        return False
    changes.deleted_by = author
    return True


def _edited(node: Node, operation: Operation, changes: _Changes, author: str) -> bool:
    mine = edits(node.spans, normal(operation.after))
    theirs = sorted((edit for edit, _ in changes.edits), key=lambda edit: edit.start)
    if _crosses(mine, theirs) or meeting(node.spans, mine, theirs) in {Meeting.CLASH, Meeting.SAME}:
        return False
    changes.edits += [(edit, author) for edit in mine]
    return True


def _crosses(mine: Sequence[Edit], theirs: Sequence[Edit]) -> bool:
    """Whether one edit is proposed twice, which a document can show only once."""
    return bool(set(mine) & set(theirs))


def _inserted(paper: _Paper, operation: Operation, author: str) -> bool:
    place = operation.position
    known = operation.node in paper.branches.nodes
    if place is None or operation.kind is None or known or not paper.branches.holds(place):
        return False
    if place.parent is not None and paper.of(place.parent).deleted_by:
        return False
    spans = normal(operation.after)
    made = Node(operation.node, operation.kind, spans, alternative_of=operation.alternative_of)
    paper.branches.put(made, place)
    paper.of(made.id).inserted_by = author
    return True


def _comment(paper: _Paper, operation: Operation, author: str, text: Text) -> None:
    """The operation in words, beside the paragraph that it is about."""
    place = operation.position
    target = (
        operation.node
        if operation.node in paper.branches.nodes
        else (place.after or place.parent if place else None)
    )
    first = text.nodes[0].id if text.nodes else ""
    paper.of(target if target in paper.branches.nodes and target is not None else first).comments.append(
        len(paper.comments)
    )
    paper.comments.append((author, _said(operation, text, paper.words)))


def _said(operation: Operation, text: Text, words: Words) -> str:
    numbers = full_labels(text)
    node = text.by_id.get(operation.node)
    place = operation.position
    held = node.text[operation.start or 0 : operation.end] if node else ""
    return {
        Verb.REPLACE: words.gettext("Proposes these words: {words}"),
        Verb.INSERT: words.gettext("Proposes these words: {words}"),
        Verb.DELETE: words.gettext("Proposes to delete this paragraph."),
        Verb.MOVE: words.gettext("Proposes to move this paragraph to after paragraph {number}."),
        Verb.MERGE: words.gettext("Proposes to merge with this paragraph: {numbers}"),
        Verb.SPLIT: words.gettext("Proposes to divide this paragraph: {parts}"),
        Verb.BRACKET: words.gettext("Places in brackets: {passage}"),
        Verb.LIFT: words.gettext("Proposes to lift a bracket."),
    }[operation.verb].format(
        words=plain(operation.after),
        number=numbers.get((place.after if place else None) or "", "–"),
        numbers=", ".join(numbers.get(part.node, "–") for part in operation.parts),
        parts=" | ".join(plain(part.spans) for part in operation.parts),
        passage=held,
    )


def _paragraph(paper: _Paper, node: Node, depth: int) -> str:
    changes = paper.of(node.id)
    mark = _mark(paper, "ins", changes.inserted_by) + _mark(paper, "del", changes.deleted_by)
    style = f"{conventions.STYLES[node.kind]}{depth}"
    look = f'<w:pPr><w:pStyle w:val="{style}"/>{f"<w:rPr>{mark}</w:rPr>" if mark else ""}</w:pPr>'
    inside = _number(paper, node, changes) + _words(paper, node, changes)
    names = [f"p_{node.id}"] + ([f"of_{node.alternative_of}"] if node.alternative_of else [])
    for name in names:
        inside = _bookmarked(paper, name, inside)
    for comment in changes.comments:
        inside = (
            f'<w:commentRangeStart w:id="{comment}"/>{inside}<w:commentRangeEnd w:id="{comment}"/>'
            f'<w:r><w:commentReference w:id="{comment}"/></w:r>'
        )
    return f"<w:p>{look}{inside}</w:p>"


def _mark(paper: _Paper, tag: str, author: str) -> str:
    return f'<w:{tag} w:id="{paper.next()}" w:author={attribute(author)}/>' if author else ""


def _bookmarked(paper: _Paper, name: str, inside: str) -> str:
    number = paper.next()
    said = attribute(name.replace("-", "_"))
    return f'<w:bookmarkStart w:id="{number}" w:name={said}/>{inside}<w:bookmarkEnd w:id="{number}"/>'


def _changed(paper: _Paper, inside: str, author: str, *, struck: bool) -> str:
    if not author or not inside:
        return inside
    tag = "del" if struck else "ins"
    return f'<w:{tag} w:id="{paper.next()}" w:author={attribute(author)}>{inside}</w:{tag}>'


def _number(paper: _Paper, node: Node, changes: _Changes) -> str:
    number = paper.numbers.get(node.id, "")
    if not number:
        return ""
    said = number if number.endswith((")", ".")) else f"{number}."
    words = "delText" if changes.deleted_by else "t"
    run = (
        f'<w:r><w:rPr><w:rStyle w:val="{conventions.NUMBER}"/></w:rPr>'
        f'<w:{words} xml:space="preserve">{safe(said)}</w:{words}><w:tab/></w:r>'
    )
    return _changed(paper, run, changes.deleted_by, struck=True)


def _words(paper: _Paper, node: Node, changes: _Changes) -> str:
    """The words of a paragraph, those struck out and put in beside those that stay."""
    pieces: list[tuple[Span, str, bool]] = []
    whole = changes.inserted_by or changes.deleted_by
    base, at = atoms(node.spans), 0
    for edit, author in sorted(changes.edits, key=lambda one: (one[0].start, one[0].end)):
        pieces += [(span, "", False) for span in base[at : edit.start]]
        pieces += [(span, author, True) for span in base[edit.start : edit.end]]
        pieces += [(span, author, False) for span in edit.put]
        at = edit.end
    pieces += [(span, whole, bool(changes.deleted_by)) for span in base[at:]]
    return "".join(_run(paper, piece, path) for piece, path in _with_brackets(_gathered(pieces)))


def _gathered(pieces: list[tuple[Span, str, bool]]) -> Iterator[tuple[Span, str, bool]]:
    """Neighbours of one look and one author together."""
    held: tuple[Span, str, bool] | None = None
    for span, author, struck in pieces:
        if (
            held is not None
            and not span.footnote
            and (replace(held[0], text=""), *held[1:])
            == (
                replace(span, text=""),
                author,
                struck,
            )
        ):
            held = (replace(span, text=held[0].text + span.text), author, struck)
            continue
        if held is not None:
            yield held
        held = (span, author, struck)
    if held is not None:
        yield held


def _with_brackets(
    pieces: Iterator[tuple[Span, str, bool]],
) -> Iterator[tuple[tuple[Span, str, bool] | tuple[Bracket, str, bool], str]]:
    """Words, and between them the signs of brackets: "[" and "]" with the author of the words they stand at."""
    open_: tuple[Bracket, ...] = ()
    last: tuple[str, bool] = ("", False)
    for span, author, struck in pieces:
        same = 0
        while (
            last == (author, struck)
            and open_[same : same + 1]
            and open_[same : same + 1] == span.brackets[same : same + 1]
        ):
            same += 1
        for bracket in reversed(open_[same:]):
            yield (bracket, *last), "]"
        for bracket in span.brackets[same:]:
            yield (bracket, author, struck), "["
        open_, last = span.brackets, (author, struck)
        yield (span, author, struck), ""
    for bracket in reversed(open_):
        yield (bracket, *last), "]"


def _run(paper: _Paper, piece: tuple[Span | Bracket, str, bool], sign: str) -> str:
    what, author, struck = piece
    if isinstance(what, Span):
        return _link(
            paper, what, _changed(paper, _said_run(paper, what, struck=struck), author, struck=struck)
        )
    run = _styled(conventions.BRACKET, sign, struck=struck)
    if sign == "[":
        return _bookmarked(paper, f"b{paper.next()}_{what.id}", _changed(paper, run, author, struck=struck))
    if what.holders:
        run += _styled(conventions.HOLDERS, f" ({', '.join(what.holders)})", struck=struck)
    return _changed(paper, run, author, struck=struck)


def _said_run(paper: _Paper, span: Span, *, struck: bool) -> str:
    if span.footnote:
        return _styled(conventions.MARK, paper.numbers.get(span.footnote, "*"), struck=struck)
    tag = "delText" if struck else "t"
    look = ("<w:i/>" if span.emphasis else "") + ("<w:rtl/>" if _mirrored(span.text) else "")
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:{tag} xml:space="preserve">{safe(span.text)}</w:{tag}></w:r>'


def _mirrored(words: str) -> bool:
    """Whether the first letter is of a script that goes from right to left."""
    directions = (bidirectional(letter) for letter in words)
    return next((way for way in directions if way in {"L", "R", "AL"}), "L") != "L"


def _styled(style: str, words: str, *, struck: bool) -> str:
    tag = "delText" if struck else "t"
    return (
        f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>'
        f'<w:{tag} xml:space="preserve">{safe(words)}</w:{tag}></w:r>'
    )


def _link(paper: _Paper, span: Span, inside: str) -> str:
    target = span.reference or span.footnote
    if not target:
        return inside
    if target in paper.branches.nodes or span.footnote:
        return f"<w:hyperlink w:anchor={attribute('p_' + target.replace('-', '_'))}>{inside}</w:hyperlink>"
    if target not in paper.links:
        paper.links.append(target)
    return f'<w:hyperlink r:id="link{paper.links.index(target)}">{inside}</w:hyperlink>'

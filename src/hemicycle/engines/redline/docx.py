"""Word files that Hemicycle wrote, back again: identities from bookmarks, proposals from tracked changes.

Conventions, which `exports.text_docx` writes: a paragraph's style is `Text`, its kind and its depth; the bookmark `p_` and
its id stands around it, `of_` and an id where it is an alternative; the opening sign of a bracket stands in the bookmark
`b`, a number, `_` and its id; numbers, bracket signs and names of holders have character styles of their own and are no
words of the text. What has no place in Word (style, language, holders, reasons) is in the file's custom properties.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from hemicycle.engines.formats.fields import Fields
from hemicycle.engines.reader.source.archive import archive, broken, part
from hemicycle.engines.redline import diff
from hemicycle.engines.redline.operations import Proposal
from hemicycle.engines.redline.spans import Bracket, Span, normal
from hemicycle.engines.redline.text_json import read_bracket
from hemicycle.engines.redline.tree import Kind, Node, NotAText, Style, Text, Version, flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hemicycle.engines.reader.source import Source

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
STYLES = {kind: "Text" + "".join(word.capitalize() for word in kind.value.split("_")) for kind in Kind}
NUMBER, BRACKET, HOLDERS, MARK = "TextNumber", "TextBracket", "TextHolders", "TextMark"
PROPERTIES = "hemicycle"
_KINDS = {style: kind for kind, style in STYLES.items()}
_STYLE = re.compile(r"(Text[A-Za-z]+)(\d)")
_BRACKET_NAME = re.compile(r"b\d+_(.+)")
_SILENT = frozenset({NUMBER, HOLDERS})


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words, and who put them in or struck them out; `author` is empty for words that nobody touches."""

    span: Span
    author: str = ""
    struck: bool = False


@dataclass(slots=True)
class _Paragraph:
    kind: Kind
    depth: int
    id: str = ""
    alternative_of: str | None = None
    author: str = ""
    struck: bool = False
    pieces: list[_Piece] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    """Where in a paragraph the reading is."""

    brackets: Mapping[str, Bracket]
    links: Mapping[str, str]
    open: list[Bracket] = field(default_factory=list)
    named: str = ""


def read(source: Source) -> Text | None:
    """The text as it was before any tracked change; nothing where the file is not one that Hemicycle wrote.

    Raises:
        Unreadable: the file is damaged or encrypted.
        NotAText: its paragraphs no longer make a text.
    """
    found = _opened(source)
    return _text(found[0], found[1], "") if found else None


def read_proposals(source: Source) -> tuple[Proposal, ...] | None:
    """The tracked changes as proposals: one for each author, in the order of their names.

    Nothing where the file is not one that Hemicycle wrote.

    Raises:
        Unreadable, NotAText: as `read`.
    """
    found = _opened(source)
    if not found:
        return None
    paragraphs, properties = found
    base = _text(paragraphs, properties, "")
    authors = {piece.author for one in paragraphs for piece in one.pieces} | {
        one.author for one in paragraphs
    }
    made: list[Proposal] = []
    for author in sorted(authors - {""}):
        operations = diff.diff(base, _text(paragraphs, properties, author))
        name = str(uuid5(NAMESPACE_URL, f"urn:hemicycle:proposal:{base.sha256}:{author}"))
        made.append(Proposal(name, (author,), operations))
    return tuple(made)


def _opened(source: Source) -> tuple[list[_Paragraph], Fields] | None:
    with archive(source.name, source.data) as opened:
        document = _tree(part(source.name, opened, "word/document.xml"))
        custom = _tree(part(source.name, opened, "docProps/custom.xml"))
        links = _tree(part(source.name, opened, "word/_rels/document.xml.rels"))
    if document is None:
        raise broken(source.name)
    properties = _properties(custom)
    if properties is None:
        return None
    brackets = {bracket.id: bracket for bracket in properties.each("brackets", read_bracket)}
    targets = {link.get("Id", ""): link.get("Target", "") for link in links} if links is not None else {}
    paragraphs = list(_paragraphs(document, _Reader(brackets, targets)))
    return paragraphs, properties


def _tree(data: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser) if data else None
    except etree.XMLSyntaxError:
        return None


def _properties(custom: Any) -> Fields | None:
    for entry in custom if custom is not None else ():
        if entry.get("name") == PROPERTIES:
            try:
                value = json.loads("".join(entry.itertext()))
            except ValueError:
                raise NotAText(
                    "the property hemicycle of the file is damaged; export the text again"
                ) from None
            return Fields(value, "the property hemicycle", NotAText)
    return None


def _paragraphs(document: Any, reader: _Reader) -> Iterator[_Paragraph]:
    for element in document.iter(W + "p"):
        style = element.find(f"{W}pPr/{W}pStyle")
        found = _STYLE.fullmatch(style.get(W + "val", "")) if style is not None else None
        if found is None or found[1] not in _KINDS:
            continue
        paragraph = _Paragraph(_KINDS[found[1]], int(found[2]))
        mark = element.find(f"{W}pPr/{W}rPr")
        for tag, struck in (("ins", False), ("del", True)):
            change = mark.find(W + tag) if mark is not None else None
            if change is not None:
                paragraph.author, paragraph.struck = change.get(W + "author", ""), struck
        reader.open, reader.named = [], ""
        _read(element, reader, paragraph, _Piece(Span("")))
        yield paragraph


def _read(element: Any, reader: _Reader, paragraph: _Paragraph, around: _Piece) -> None:
    for child in element:
        tag = child.tag
        if tag == W + "bookmarkStart":
            _name(child.get(W + "name", ""), reader, paragraph)
        elif tag == W + "r":
            _run(child, reader, paragraph, around)
        elif tag in {W + "ins", W + "del"}:
            changed = _Piece(around.span, child.get(W + "author", "") or "?", struck=tag == W + "del")
            _read(child, reader, paragraph, changed)
        elif tag == W + "hyperlink":
            _read(
                child,
                reader,
                paragraph,
                _Piece(Span("", reference=_target(child, reader)), around.author, around.struck),
            )
        elif tag != W + "pPr":
            _read(child, reader, paragraph, around)


def _target(link: Any, reader: _Reader) -> str:
    anchor = link.get(W + "anchor", "")
    return _id(anchor[2:]) if anchor.startswith("p_") else reader.links.get(link.get(R, ""), "")


def _id(name: str) -> str:
    return name.replace("_", "-")


def _name(name: str, reader: _Reader, paragraph: _Paragraph) -> None:
    if name.startswith("p_"):
        paragraph.id = _id(name[2:])
    elif name.startswith("of_"):
        paragraph.alternative_of = _id(name[3:])
    elif found := _BRACKET_NAME.fullmatch(name):
        reader.named = _id(found[1])


def _run(run: Any, reader: _Reader, paragraph: _Paragraph, around: _Piece) -> None:
    look = run.find(W + "rPr")
    style = look.find(W + "rStyle") if look is not None else None
    named = style.get(W + "val", "") if style is not None else ""
    words = "".join(child.text or "" for child in run if child.tag in {W + "t", W + "delText"})
    if named == BRACKET:
        _bracket(words, reader)
    elif named == MARK:
        span = Span("", footnote=around.span.reference, brackets=tuple(reader.open))
        paragraph.pieces.append(_Piece(span, around.author, around.struck))
    elif named not in _SILENT and words:
        slanted = look is not None and look.find(W + "i") is not None
        off = slanted and look.find(W + "i").get(W + "val") in {"0", "false"}
        span = Span(words, slanted and not off, around.span.reference, "", tuple(reader.open))
        paragraph.pieces.append(_Piece(span, around.author, around.struck))


def _bracket(words: str, reader: _Reader) -> None:
    for sign in words:
        if sign == "[":
            reader.open.append(reader.brackets.get(reader.named, Bracket(reader.named or "unnamed")))
        elif sign == "]" and reader.open:
            reader.open.pop()


def _text(paragraphs: list[_Paragraph], properties: Fields, author: str) -> Text:
    """The text as this author would have it; with no author, as it stands without any change."""
    nodes: list[Node] = []
    path: list[str] = []
    for at, one in enumerate(paragraphs):
        if not _shown(one.author, author, struck=one.struck):
            continue
        spans = normal(p.span for p in one.pieces if _shown(p.author, author, struck=p.struck))
        id_ = one.id or str(uuid5(NAMESPACE_URL, f"urn:hemicycle:paragraph:{at}:{spans}"))
        if not one.id and not spans:
            continue
        path = path[: one.depth]
        nodes.append(
            Node(id_, one.kind, spans, path[-1] if path else None, alternative_of=one.alternative_of)
        )
        path.append(id_)
    text = Text(
        tuple(nodes),
        properties.word("style", Style),
        properties.required("language"),
        Version(properties.text("label")),
    )
    if fault := flaw(text):
        raise NotAText(fault)
    return text


def _shown(made_by: str, author: str, *, struck: bool) -> bool:
    """Whether something stands in the text of an author: what others change is as if they had not."""
    if not made_by:
        return True
    return struck if made_by != author else not struck

"""Akoma Ntoso that Hemicycle wrote, back again with every identity."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats.fields import Fields
from hemicycle.engines.redline.spans import Bracket, Span, normal
from hemicycle.engines.redline.text_json import read_bracket
from hemicycle.engines.redline.tree import Kind, Node, NotAText, Style, Text, Version, flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hemicycle.engines.redline.spans import Spans

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS = "urn:hemicycle:akn:1"
SIGN = b"<akomaNtoso"
TAGS = {Kind.OPERATIVE: "paragraph", Kind.SUBPARAGRAPH: "subparagraph"}
_A = f"{{{NAMESPACE}}}"
_KINDS = {_A + tag: kind for kind, tag in TAGS.items()}


@dataclass(frozen=True, slots=True)
class _Reader:
    """What the words of a paragraph refer to."""

    ids: Mapping[str, str]
    brackets: Mapping[str, Bracket]
    alternatives: Mapping[str, str]


def read(data: bytes) -> Text:
    """The text in an Akoma Ntoso file.

    Raises:
        NotAText: the file is broken, or not one that Hemicycle wrote.
    """
    root = _root(data)
    body = root.find(f"{_A}statement/{_A}mainBody")
    own = root.find(f"{_A}statement/{_A}meta/{_A}proprietary/{{{OURS}}}text")
    if body is None or own is None:
        raise NotAText(
            "it is Akoma Ntoso of another program; export the text as a Word file or a web page there"
        )
    try:
        fields = Fields(json.loads(own.text or ""), "the proprietary part", NotAText)
    except (ValueError, RecursionError) as fault:
        if isinstance(fault, NotAText):
            raise
        raise NotAText("its proprietary part is damaged; export the text again") from None
    ids = {f"#{e.get('eId')}": e.get("wId", "") for e in body.iter() if e.get("wId")}
    brackets = {bracket.id: bracket for bracket in fields.each("brackets", read_bracket)}
    reader = _Reader(ids, brackets, fields.texts("alternatives"))
    text = Text(
        tuple(_nodes(body, None, reader)),
        fields.word("style", Style),
        fields.required("language"),
        Version(fields.text("label"), fields.text("parent")),
    )
    if flawed := flaw(text):
        raise NotAText(flawed)
    return text


def _root(data: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise NotAText(f"its XML is broken ({fault.msg}); ask for the file again") from None


def _nodes(around: Any, parent: str | None, reader: _Reader) -> Iterator[Node]:
    for element in around:
        id_ = element.get("wId")
        if id_ is None:
            continue
        words = element.find(f"{_A}content/{_A}p")
        if words is None:
            words = element.find(f"{_A}intro/{_A}p")
        spans = normal(_spans(words, Span(""), reader)) if words is not None else ()
        yield Node(id_, _kind(element), spans, parent, alternative_of=reader.alternatives.get(id_))
        yield from _nodes(element, id_, reader)


def _kind(element: Any) -> Kind:
    if element.tag in _KINDS:
        return _KINDS[element.tag]
    try:
        return Kind(element.get("name", ""))
    except ValueError:
        raise NotAText(f"it has a part named {element.get('name')!r}, which no text has") from None


def _spans(element: Any, around: Span, reader: _Reader) -> Spans:
    """The words inside an element, with the marks around it."""
    found: list[Span] = [_like(around, element.text or "")]
    for child in element:
        found += _spans(child, _marked(child, around, reader), reader)
        found.append(_like(around, child.tail or ""))
    return tuple(found)


def _like(around: Span, text: str) -> Span:
    return Span(text, around.emphasis, around.reference, around.footnote, around.brackets)


def _marked(child: Any, around: Span, reader: _Reader) -> Span:
    target = child.get("href", "")
    target = reader.ids.get(target, target)
    if child.tag == _A + "i":
        return Span("", True, around.reference, "", around.brackets)
    if child.tag == _A + "ref":
        return Span("", around.emphasis, target, "", around.brackets)
    if child.tag == _A + "noteRef":
        return Span("", footnote=target, brackets=around.brackets)
    if child.tag == _A + "inline" and child.get("name") == "bracketed":
        id_ = child.get("refersTo", "").removeprefix("#bracket_") or "unnamed"
        held = reader.brackets.get(id_, Bracket(id_))
        return Span("", around.emphasis, around.reference, "", (*around.brackets, held))
    return around

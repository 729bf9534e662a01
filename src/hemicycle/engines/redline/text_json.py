"""`hemicycle.text/1`: a text as JSON, both ways."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats.fields import Fields
from hemicycle.engines.redline.numbering import labels
from hemicycle.engines.redline.spans import Bracket, Span, clean, normal, of_text, plain
from hemicycle.engines.redline.tree import ID, How, Kind, Lineage, Node, NotAText, Style, Text, Version, flaw

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hemicycle.engines.formats.canonical import Json
    from hemicycle.engines.redline.spans import Spans

FORMAT = "hemicycle.text/1"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def write(text: Text) -> dict[str, Json]:
    """The text with the labels that it shows."""
    numbers = labels(text)
    return {
        "format": FORMAT,
        "title": text.title,
        "style": text.style.value,
        "language": text.language,
        "version": {"label": text.version.label, "parent": text.version.parent, "sha256": text.sha256},
        "nodes": [_node(node, numbers.get(node.id, "")) for node in text.nodes],
    }


def _node(node: Node, number: str) -> dict[str, Json]:
    said: dict[str, Json] = {
        "id": node.id,
        "kind": node.kind.value,
        "parent": node.parent,
        "number": number,
        "spans": spans_json(node.spans),
        "text": node.text,
        "sha256": node.sha256,
        "lineage": _lineage(node.lineage),
    }
    if node.alternative_of is not None:
        said["alternative_of"] = node.alternative_of
    return said


def _lineage(lineage: Lineage) -> dict[str, Json]:
    said: dict[str, Json] = {"how": lineage.how.value, "from": list(lineage.origins)}
    return said if lineage.likeness is None else {**said, "likeness": lineage.likeness}


def spans_json(spans: Iterable[Span]) -> list[Json]:
    return [_span(span) for span in spans]


def _span(span: Span) -> dict[str, Json]:
    said: dict[str, Json] = {"text": span.text}
    if span.emphasis:
        said["emphasis"] = True
    if span.reference:
        said["reference"] = span.reference
    if span.footnote:
        said["footnote"] = span.footnote
    if span.brackets:
        said["brackets"] = [bracket_json(bracket) for bracket in span.brackets]
    return said


def bracket_json(bracket: Bracket) -> dict[str, Json]:
    said: dict[str, Json] = {"id": bracket.id, "holders": list(bracket.holders)}
    return {**said, "reason": bracket.reason} if bracket.reason else said


def read(document: Any) -> Text:
    """The text in a JSON value.

    Raises:
        NotAText: it is not one; the message is one sentence that says where and what to do.
    """
    fields = Fields(document, "the document", NotAText)
    if fields.value.get("format") != FORMAT:
        raise NotAText(f"the document is no {FORMAT}; give a file that `hemicycle text read` has written")
    version = Fields(fields.value.get("version") or {}, "version", NotAText)
    text = Text(
        fields.each("nodes", _read_node),
        fields.word("style", Style),
        _language(fields),
        Version(version.text("label"), version.text("parent")),
    )
    if fault := flaw(text):
        raise NotAText(fault)
    _verify(version, text.sha256, "the text")
    return text


def _language(fields: Fields) -> str:
    found = fields.text("language") or "en"
    if not _LANGUAGE.fullmatch(found):
        raise fields.refuse(f"language is {found!r}; write it as en, fr or pt-BR")
    return found


def _verify(fields: Fields, digest: str, what: str) -> None:
    told = fields.text("sha256")
    if told and told != digest:
        raise fields.refuse(
            f"sha256 is not that of {what}; it was changed by hand, so remove the sha256 or undo the change"
        )


def _read_node(fields: Fields) -> Node:
    node = Node(
        fields.required("id"),
        fields.word("kind", Kind),
        _node_spans(fields),
        fields.reference("parent"),
        fields.text("number"),
        _read_lineage(Fields(fields.value.get("lineage") or {}, f"{fields.where}, lineage", NotAText)),
        fields.reference("alternative_of"),
    )
    _verify(fields, node.sha256, "the node")
    return node


def _node_spans(fields: Fields) -> Spans:
    if not fields.list("spans"):
        return of_text(fields.text("text"))
    spans = read_spans(fields, "spans")
    if fields.text("text") and fields.text("text") != plain(spans):
        raise fields.refuse("text is not what its spans say; change the spans, or leave out one of the two")
    return spans


def _read_lineage(fields: Fields) -> Lineage:
    how = fields.word("how", How) if fields.text("how") else How.SAME
    likeness = fields.value.get("likeness")
    if likeness is None:
        return Lineage(how, fields.words("from"))
    if isinstance(likeness, bool) or not isinstance(likeness, (int, float)) or not 0 <= likeness <= 1:
        raise fields.refuse("likeness is not a number from 0 to 1")
    return Lineage(how, fields.words("from"), float(likeness))


def read_spans(fields: Fields, name: str) -> Spans:
    """The spans in a list, or in a plain text that stands in its place."""
    if isinstance(fields.value.get(name), str):
        return of_text(fields.text(name))
    return normal(fields.each(name, _read_span))


def _read_span(fields: Fields) -> Span:
    span = Span(
        fields.text("text"),
        fields.flag("emphasis"),
        clean(fields.text("reference")).strip(),
        clean(fields.text("footnote")).strip(),
        fields.each("brackets", read_bracket),
    )
    if span.footnote and span.text:
        raise fields.refuse("a footnote has words of its own; put them into the footnote")
    return replace(span, emphasis=False) if span.footnote else span


def read_bracket(fields: Fields) -> Bracket:
    found = fields.required("id")
    if not ID.fullmatch(found):
        raise fields.refuse(f"id is {found!r}; an id has letters, digits and hyphens, 36 at most")
    holders = tuple(clean(holder).strip() for holder in fields.words("holders"))
    return Bracket(found, holders, clean(fields.text("reason")).strip())

"""A negotiated text as Akoma Ntoso 3.0, valid against the schema of OASIS; `engines.redline.akn` reads it back.

`wId` is the lasting id of a paragraph and `eId` its place in this version, as the standard has it. Brackets are
`<inline name="bracketed">`, for which the standard has no element of its own; their holders are organisations among the
references, and what has no place elsewhere is in `<proprietary>`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hemicycle.engines.redline import akn
from hemicycle.engines.redline.numbering import labels
from hemicycle.engines.redline.spans import brackets_of
from hemicycle.engines.redline.text_json import bracket_json
from hemicycle.exports.docx.markup import attribute, safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemicycle.engines.redline.spans import Bracket, Span
    from hemicycle.engines.redline.tree import Node, Text

_UNDATED = "1000-01-01"
"""The standard asks for a date everywhere; a file that knows none has this one, named `undated`."""


def write(text: Text) -> bytes:
    """An XML file, the same bytes for the same text."""
    numbers = labels(text)
    places = {node.id: f"n_{at}" for at, node in enumerate(text.nodes, 1)}
    body = "".join(_node(text, id_, numbers, places) for id_ in text.children.get(None, ()))
    if not body:
        body = "<p/>"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<akomaNtoso xmlns="{akn.NAMESPACE}"><statement name={attribute(text.style.value)}>{_meta(text)}'
        f"<mainBody>{body}</mainBody></statement></akomaNtoso>\n"
    ).encode()


def _meta(text: Text) -> str:
    language = text.language
    work = f"/akn/un/statement/{text.style.value}/{text.sha256[:16]}"
    version = text.version.label or "draft"
    expression = f"{work}/{language}@{_UNDATED}"
    held = dict.fromkeys(bracket for node in text.nodes for bracket in brackets_of(node.spans))
    return (
        '<meta><identification source="#hemicycle">'
        f'<FRBRWork>{_frbr(work)}<FRBRcountry value="un"/></FRBRWork>'
        f'<FRBRExpression>{_frbr(expression)}<FRBRversionNumber value={attribute(version)}/><FRBRlanguage language="{language}"/></FRBRExpression>'
        f"<FRBRManifestation>{_frbr(expression + '.akn')}</FRBRManifestation></identification>"
        f'<references source="#hemicycle"><TLCOrganization eId="hemicycle" href="/ontology/organization/hemicycle" showAs="Hemicycle"/>'
        f"{''.join(_reference(bracket) for bracket in held)}</references>"
        f'<proprietary source="#hemicycle"><hc:text xmlns:hc="{akn.OURS}">{safe(_own(text, list(held)))}</hc:text></proprietary></meta>'
    )


def _frbr(address: str) -> str:
    said = attribute(address)
    return (
        f"<FRBRthis value={attribute(address + '/!main')}/><FRBRuri value={said}/>"
        f'<FRBRdate date="{_UNDATED}" name="undated"/><FRBRauthor href="#hemicycle"/>'
    )


def _reference(bracket: Bracket) -> str:
    shown = ", ".join(bracket.holders) or bracket.id
    return f'<TLCConcept eId="bracket_{bracket.id}" href="/ontology/concept/bracket/{bracket.id}" showAs={attribute(shown)}/>'


def _own(text: Text, brackets: list[Bracket]) -> str:
    """What the standard has no place for, as JSON."""
    alternatives = {node.id: node.alternative_of for node in text.nodes if node.alternative_of}
    said = {
        "style": text.style.value,
        "language": text.language,
        "label": text.version.label,
        "parent": text.version.parent,
        "brackets": [bracket_json(bracket) for bracket in brackets],
        "alternatives": alternatives,
    }
    return json.dumps(said, sort_keys=True)


def _node(text: Text, id_: str, numbers: Mapping[str, str], places: Mapping[str, str]) -> str:
    """A paragraph with what is beneath it. Elements that the standard has no word for are named containers."""
    node = text.by_id[id_]
    tag = akn.TAGS.get(node.kind, "hcontainer")
    name = f' name="{node.kind.value}"' if tag == "hcontainer" else ""
    number = f"<num>{safe(numbers[id_])}</num>" if id_ in numbers else ""
    below = "".join(_node(text, child, numbers, places) for child in text.children.get(id_, ()))
    words = f"<p>{_words(node, numbers, places)}</p>"
    inside = f"<intro>{words}</intro>{below}" if below else f"<content>{words}</content>"
    return f'<{tag}{name} eId="{places[id_]}" wId="{id_}">{number}{inside}</{tag}>'


def _words(node: Node, numbers: Mapping[str, str], places: Mapping[str, str]) -> str:
    made, open_ = "", tuple[str, ...]()
    for span in node.spans:
        now = tuple(bracket.id for bracket in span.brackets)
        same = 0
        while open_[same : same + 1] and open_[same : same + 1] == now[same : same + 1]:
            same += 1
        made += "</inline>" * (len(open_) - same)
        made += "".join(f'<inline name="bracketed" refersTo="#bracket_{id_}">' for id_ in now[same:])
        made += _span(span, numbers, places)
        open_ = now
    return made + "</inline>" * len(open_)


def _span(span: Span, numbers: Mapping[str, str], places: Mapping[str, str]) -> str:
    if span.footnote:
        place = places.get(span.footnote, "")
        shown = numbers.get(span.footnote, "*")
        return (
            f"<noteRef href={attribute(f'#{place}' if place else span.footnote)} marker={attribute(shown)}/>"
        )
    said = safe(span.text)
    if span.emphasis:
        said = f"<i>{said}</i>"
    if span.reference:
        place = places.get(span.reference, "")
        said = f"<ref href={attribute(f'#{place}' if place else span.reference)}>{said}</ref>"
    return said

"""A negotiated text as one web page that needs nothing else."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from hemicycle.engines.redline.numbering import labels
from hemicycle.engines.redline.spans import Bracket
from hemicycle.engines.redline.tree import Kind
from hemicycle.kit.words import RIGHT_TO_LEFT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemicycle.engines.redline.spans import Span
    from hemicycle.engines.redline.tree import Node, Text

_TAGS = {Kind.TITLE: "h1", Kind.HEADING: "h2", Kind.ANNEX: "h2"}
_LOOK = """body{max-width:42rem;margin:3rem auto;padding:0 1.5rem;font:1.125rem/1.6 Georgia,"Noto Naskh Arabic",serif;color:#1c1b19;background:#fbfaf7}
h1,h2{font-weight:400;line-height:1.25}div{margin-block:.9rem}.number{color:#4a4742;padding-inline-end:.6em}
.sign,.holders{color:#8a4b12}.holders{font-size:.85em}div[data-kind=footnote]{font-size:.9em}"""


def write(text: Text) -> bytes:
    """An HTML file, the same bytes for the same text."""
    numbers, depths = labels(text), text.depths
    way = "rtl" if text.language.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT else "ltr"
    body = "\n".join(_paragraph(node, depths[node.id], numbers) for node in text.nodes)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(text.language)}" dir="{way}"><head><meta charset="utf-8">'
        f"<title>{_said(text.title)}</title>"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="hemicycle-style" content="{text.style.value}">'
        f'<meta name="hemicycle-label" content="{_said(text.version.label)}">'
        f'<meta name="hemicycle-sha256" content="{text.sha256}">'
        f"<style>{_LOOK}</style></head>\n<body><main>\n{body}\n</main></body></html>\n"
    ).encode()


def _said(words: str) -> str:
    return escape(words)


def _paragraph(node: Node, depth: int, numbers: Mapping[str, str]) -> str:
    number = numbers.get(node.id, "")
    shown = f'<span class="number">{_said(number)}</span>' if number else ""
    tag = _TAGS.get(node.kind, "p")
    marks = f'id="{node.id}" data-kind="{node.kind.value}" data-depth="{depth}"'
    if node.alternative_of is not None:
        marks += f' data-alternative-of="{node.alternative_of}"'
    inset = f' style="margin-inline-start:{depth * 2}rem"' if depth else ""
    return f"<div {marks}{inset}><{tag}>{shown}{_words(node, numbers)}</{tag}></div>"


def _words(node: Node, numbers: Mapping[str, str]) -> str:
    made, open_ = "", tuple[Bracket, ...]()
    for span in node.spans:
        same = 0
        while open_[same : same + 1] and open_[same : same + 1] == span.brackets[same : same + 1]:
            same += 1
        made += "".join(_close(bracket) for bracket in reversed(open_[same:]))
        made += "".join(_open(bracket) for bracket in span.brackets[same:])
        made += _span(span, numbers)
        open_ = span.brackets
    return made + "".join(_close(bracket) for bracket in reversed(open_))


def _open(bracket: Bracket) -> str:
    reason = f' title="{_said(bracket.reason)}"' if bracket.reason else ""
    return f'<span class="bracket" data-id="{bracket.id}"{reason}><span class="sign">[</span>'


def _close(bracket: Bracket) -> str:
    names = "; ".join(f"<bdi>{_said(holder)}</bdi>" for holder in bracket.holders)
    shown = f' <span class="holders">({names})</span>' if names else ""
    return f'<span class="sign">]</span>{shown}</span>'


def _span(span: Span, numbers: Mapping[str, str]) -> str:
    if span.footnote:
        return f'<sup><a href="#{_said(span.footnote)}">{_said(numbers.get(span.footnote, "*"))}</a></sup>'
    said = f"<em>{_said(span.text)}</em>" if span.emphasis else _said(span.text)
    if not span.reference:
        return said
    address = span.reference if _outer(span.reference) else f"#{span.reference}"
    return f'<a href="{_said(address)}">{said}</a>'


def _outer(reference: str) -> bool:
    """Whether a reference leads out of the text, by an address that is safe to follow."""
    return reference.startswith(("https://", "http://", "mailto:"))

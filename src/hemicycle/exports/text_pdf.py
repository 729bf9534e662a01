"""A negotiated text as a PDF with numbered lines, as it lies on the table of a drafting committee; set by Typst."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from hemicycle.engines.redline.numbering import labels
from hemicycle.exports import pdf
from hemicycle.kit.words import RIGHT_TO_LEFT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemicycle.engines.redline.spans import Bracket
    from hemicycle.engines.redline.tree import Node, Text
    from hemicycle.kit.words import Words


def write(text: Text, words: Words) -> bytes:
    """A tagged PDF, the same bytes for the same text and language; fonts as of the programme's PDF."""
    from typst import TypstError

    data = json.dumps(pdf.printable(_data(text, words)), sort_keys=True, ensure_ascii=False)
    template = Path(__file__).parent / "text.typ"
    try:
        return pdf.typeset(data, pdf.NO_DATE, ours_alone=True, template=template)
    except TypstError:
        return pdf.typeset(data, pdf.NO_DATE, ours_alone=False, template=template)


def _data(text: Text, words: Words) -> dict[str, object]:
    numbers, depths = labels(text), text.depths
    language = text.language.split("-", maxsplit=1)[0]
    return {
        "title": text.title or words.gettext("Text"),
        "label": text.version.label,
        "language": language,
        "direction": "rtl" if language in RIGHT_TO_LEFT else "ltr",
        "page": words.gettext("Page {number} of {total}"),
        "nodes": [
            {
                "kind": node.kind.value,
                "depth": depths[node.id],
                "number": numbers.get(node.id, ""),
                "pieces": _pieces(node, numbers),
            }
            for node in text.nodes
        ],
    }


def _pieces(node: Node, numbers: Mapping[str, str]) -> list[dict[str, str]]:
    """Words, notes and the signs of brackets, each with its look."""
    made: list[dict[str, str]] = []
    open_: tuple[Bracket, ...] = ()
    for span in node.spans:
        same = 0
        while open_[same : same + 1] and open_[same : same + 1] == span.brackets[same : same + 1]:
            same += 1
        made += [_closed(bracket) for bracket in reversed(open_[same:])]
        made += [{"look": "sign", "words": "["} for _ in span.brackets[same:]]
        look = "note" if span.footnote else "emphasis" if span.emphasis else "plain"
        shown = numbers.get(span.footnote, "*") if span.footnote else span.text
        made.append({"look": look, "words": shown})
        open_ = span.brackets
    return made + [_closed(bracket) for bracket in reversed(open_)]


def _closed(bracket: Bracket) -> dict[str, str]:
    holders = f" ({'; '.join(bracket.holders)})" if bracket.holders else ""
    return {"look": "sign", "words": f"]{holders}"}

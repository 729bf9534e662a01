"""What the styles of a Word file say of headings, weight, size, indentation and lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from hemicycle.engines.reader.extract.word.parts import W, on, value, whole

_HEADING = re.compile(
    r"(?:heading|überschrift|berschrift|titre|t[íi]tulo|ttulo|kop|ba[şs]l[ıi]k|rubrik|titolo|titlu|overskrift|otsikko"
    r"|nag[łl][óo]wek|nadpis|заголовок|επικεφαλίδα|عنوان|标题|標題|見出し)\s*([1-9])\b",
    re.IGNORECASE,
)
_TITLES = frozenset(
    {"title", "titel", "titre", "título", "titulo", "titolo", "konu başlığı", "العنوان", "titlu"}
)
_SUBTITLES = frozenset(
    {"subtitle", "untertitel", "sous-titre", "subtítulo", "ondertitel", "alt yazı", "sottotitolo"}
)
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a style and those it is based on say; nothing where they say nothing."""

    level: int = 0
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    size: int | None = None
    """In half points."""
    indent: int | None = None
    """In twentieths of a point."""
    list_number: str | None = None
    list_depth: int = 0


UNSTYLED = Style()


@dataclass(slots=True)
class Styles:
    """Looks styles up by their id; each is worked out once."""

    elements: dict[str, Any]
    default: str
    size: int
    language: str
    worked_out: dict[str, Style] = field(default_factory=dict)

    def __getitem__(self, name: str | None) -> Style:
        name = self.default if name is None else name
        if name not in self.worked_out:
            self.worked_out[name] = _work_out(self.elements, name)
        return self.worked_out[name]

    def run(self, name: str | None) -> Style:
        return UNSTYLED if name is None else self[name]


def read_styles(tree: Any) -> Styles:
    elements: dict[str, Any] = {}
    default = ""
    for style in tree.iterfind(W + "style") if tree is not None else ():
        name = style.get(W + "styleId", "")
        elements.setdefault(name, style)
        if style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true"}:
            default = name
    defaults = tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if tree is not None else None
    size = whole(value(defaults, "sz")) or 20
    return Styles(elements, default, size, value(defaults, "lang") or "")


def heading_level(name: str) -> int:
    """The level in the name of a heading style, in the languages that offices come in."""
    folded = name.strip().lower()
    if folded in _TITLES:
        return 1
    if folded in _SUBTITLES:
        return 2
    found = _HEADING.match(folded)
    return min(int(found[1]), 6) if found else 0


def outline_level(properties: Any) -> int:
    level = whole(value(properties, "outlineLvl"))
    return min(level + 1, 6) if level is not None and 0 <= level < 9 else 0


def _work_out(elements: dict[str, Any], name: str) -> Style:
    chain: list[Any] = []
    at: str | None = name
    while at in elements and len(chain) < _LONGEST_CHAIN and elements[at] not in chain:
        chain.append(elements[at])
        at = value(elements[at], "basedOn")
    style = UNSTYLED
    for element in reversed(chain):
        style = _over(style, element)
    if not chain:
        return Style(level=heading_level(name))
    return style


def _over(base: Style, element: Any) -> Style:
    """A style on top of the one it is based on."""
    paragraph, run = element.find(W + "pPr"), element.find(W + "rPr")
    named = heading_level(value(element, "name") or "") or heading_level(element.get(W + "styleId", ""))
    numbering = paragraph.find(W + "numPr") if paragraph is not None else None
    number = value(numbering, "numId")
    bold, italic, hidden = on(run, "b"), on(run, "i"), on(run, "vanish")
    indent = indentation(paragraph)
    return Style(
        level=outline_level(paragraph) or named or base.level,
        bold=base.bold if bold is None else bold,
        italic=base.italic if italic is None else italic,
        hidden=base.hidden if hidden is None else hidden,
        size=whole(value(run, "sz")) or base.size,
        indent=base.indent if indent is None else indent,
        list_number=base.list_number if number is None else number,
        list_depth=whole(value(numbering, "ilvl")) or base.list_depth,
    )


def indentation(properties: Any) -> int | None:
    """The left (or, right to left, the right) indentation in twentieths of a point."""
    return whole(value(properties, "ind", "left")) or whole(value(properties, "ind", "start"))

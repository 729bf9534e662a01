"""One paragraph of Word: its printed lines with their runs, the text boxes hanging on it, the pages it turns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hemicycle.engines.reader.extract.galley import Run
from hemicycle.engines.reader.extract.word.parts import W, on, value, whole

if TYPE_CHECKING:
    from hemicycle.engines.reader.extract.word.styles import Style, Styles

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset({W + "del", W + "moveFrom"})
_COME = frozenset({W + "ins", W + "moveTo"})
_IGNORED = frozenset({W + "pPr", W + "rPr", W + "instrText", W + "delText", W + "sdtPr", _FALLBACK})
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "\u00ad",
}


@dataclass(slots=True)
class Printed:
    """A printed line of a paragraph, and how many page breaks stand before it."""

    runs: list[Run] = field(default_factory=list)
    turned: int = 0
    size: int = 0
    """The largest type in it, in half points."""


@dataclass(slots=True)
class Paragraph:
    lines: list[Printed] = field(default_factory=lambda: [Printed()])
    boxes: list[Any] = field(default_factory=list)
    """The contents of text boxes, whose blocks follow the paragraph."""
    revised: bool = False
    """Whether changes were tracked in it."""


@dataclass(slots=True)
class _Ink:
    strong: bool
    italic: bool
    hidden: bool
    size: int


def read_paragraph(element: Any, styles: Styles, style: Style) -> Paragraph:
    """The paragraph as it prints with all tracked changes accepted."""
    paragraph = Paragraph()
    for child in element:
        _read(paragraph, child, styles, style)
    return paragraph


def _read(paragraph: Paragraph, element: Any, styles: Styles, style: Style) -> None:
    tag = element.tag
    if tag == W + "r":
        _read_run(paragraph, element, styles, style)
    elif tag in _GONE:
        paragraph.revised = True
    elif tag == _MATH:
        paragraph.lines[-1].runs.append(Run(element.text or ""))
    elif tag not in _IGNORED:
        paragraph.revised = paragraph.revised or tag in _COME
        for child in element:
            _read(paragraph, child, styles, style)


def _read_run(paragraph: Paragraph, element: Any, styles: Styles, style: Style) -> None:
    ink = _ink(element.find(W + "rPr"), styles, style)
    for child in element:
        if child.tag == W + "t":
            if not ink.hidden:
                _write(paragraph, child.text or "", ink)
        elif child.tag in _SIGNS:
            _write(paragraph, _SIGNS[child.tag], ink)
        elif child.tag == W + "sym":
            _write(paragraph, _symbol(child), ink)
        else:
            _break_or_draw(paragraph, child)


def _break_or_draw(paragraph: Paragraph, child: Any) -> None:
    if child.tag == W + "lastRenderedPageBreak":
        paragraph.lines.append(Printed(turned=1))
    elif child.tag in {W + "br", W + "cr"}:
        paragraph.lines.append(Printed())
    elif child.tag not in _IGNORED:
        paragraph.boxes.extend(_boxes(child))


def _write(paragraph: Paragraph, text: str, ink: _Ink) -> None:
    line = paragraph.lines[-1]
    line.runs.append(Run(text, strong=ink.strong, italic=ink.italic))
    if text.strip():
        line.size = max(line.size, ink.size)


def _ink(properties: Any, styles: Styles, style: Style) -> _Ink:
    if properties is None:
        return _Ink(style.bold is True, style.italic is True, style.hidden is True, style.size or styles.size)
    character = styles.run(value(properties, "rStyle"))

    def settled(here: bool | None, named: bool | None, around: bool | None) -> bool:
        return next((switch for switch in (here, named, around) if switch is not None), False)

    return _Ink(
        strong=settled(on(properties, "b"), character.bold, style.bold),
        italic=settled(on(properties, "i"), character.italic, style.italic),
        hidden=settled(on(properties, "vanish"), character.hidden, style.hidden),
        size=whole(value(properties, "sz")) or character.size or style.size or styles.size,
    )


def _symbol(element: Any) -> str:
    """A letter of a font of signs: its code means nothing outside that font, so it shows as a bullet."""
    code = element.get(W + "char", "")
    try:
        letter = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "•" if "\ue000" <= letter <= "\uf8ff" or letter < " " else letter


def _boxes(element: Any) -> list[Any]:
    """The outermost text boxes in a drawing; those for old programs repeat the same words and are passed over."""
    found: list[Any] = []
    waiting = [element]
    while waiting:
        at = waiting.pop()
        if at.tag == W + "txbxContent":
            found.append(at)
        elif at.tag != _FALLBACK:
            waiting.extend(reversed(at))
    return found

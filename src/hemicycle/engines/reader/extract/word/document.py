"""A whole Word file: headers, body with tables, footnotes, footers, in the order in which they are printed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from hemicycle.engines.reader.extract import marks
from hemicycle.engines.reader.extract.galley import Galley, Look, Run, presentable
from hemicycle.engines.reader.extract.word import tables
from hemicycle.engines.reader.extract.word.numbering import Numbering, read_numbering
from hemicycle.engines.reader.extract.word.paragraphs import Paragraph, read_paragraph
from hemicycle.engines.reader.extract.word.parts import Parts, W, open_parts, value, whole
from hemicycle.engines.reader.extract.word.styles import (
    Style,
    Styles,
    indentation,
    outline_level,
    read_styles,
)
from hemicycle.engines.reader.source.terms import Unreadable

if TYPE_CHECKING:
    from hemicycle.engines.reader.lines import Cell, Paper
    from hemicycle.engines.reader.source.terms import Source

_TRANSPARENT = frozenset(
    W + tag for tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hdr", "ftr", "body")
)
_TWIPS_A_LETTER = 120
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"


@dataclass(slots=True)
class _Draft:
    runs: list[Run]
    look: Look
    size: int


@dataclass(slots=True)
class _Writer:
    styles: Styles
    numbering: Numbering
    page: int | None
    drafts: list[_Draft] = field(default_factory=list)
    made: int = 0
    """Tables so far."""
    revised: bool = False
    foreign: bool = False
    """Whether a part is embedded as another file."""


def word_paper(source: Source) -> Paper:
    """The document as it prints with all tracked changes accepted; each header and footer stands there once.

    Raises:
        Unreadable: it is damaged, or holds no words.
    """
    parts = open_parts(source)
    paged = next(parts.document.iter(W + "lastRenderedPageBreak"), None) is not None
    writer = _Writer(read_styles(parts.styles), read_numbering(parts.numbering), 1 if paged else None)
    _write_margins(writer, parts.headers)
    _write_blocks(writer, parts.document.find(W + "body"), None)
    for notes in (parts.footnotes, parts.endnotes):
        _write_notes(writer, notes)
    _write_margins(writer, parts.footers)
    if not any(run.text.strip() for draft in writer.drafts for run in draft.runs):
        raise Unreadable(
            f"{source.name} holds no words; if its pages are pictures, their words must be recognised (OCR) first."
        )
    galley = _set(writer)
    _note(galley, writer, parts)
    return galley.paper(
        title=_core(parts, "title"), language=writer.styles.language or _core(parts, "language")
    )


def _core(parts: Parts, name: str) -> str:
    return (parts.core.findtext(_DUBLIN + name) or "") if parts.core is not None else ""


def _note(galley: Galley, writer: _Writer, parts: Parts) -> None:
    if parts.damaged:
        galley.note("The document is damaged; what could be rescued was read.")
    if writer.revised:
        galley.note("Tracked changes were read as if they had been accepted.")
    if parts.commented:
        galley.note("Comments in the margin were left out.")
    if writer.foreign:
        galley.note("A part that is embedded as another file was left out.")


def _set(writer: _Writer) -> Galley:
    """All drafts into lines, with type sizes in relation to the commonest."""
    letters: Counter[int] = Counter()
    for draft in writer.drafts:
        letters[draft.size] += sum(len(run.text) for run in draft.runs)
    usual = max(sorted(size for size in letters if size), key=lambda size: letters[size], default=0)
    galley = Galley()
    for draft in writer.drafts:
        size = round(draft.size / usual, 2) if draft.size and usual else 1.0
        galley.add(draft.runs, replace(draft.look, size=size) if size != draft.look.size else draft.look)
        if galley.full:
            break
    return galley


def _write_margins(writer: _Writer, margins: list[Any]) -> None:
    """Headers or footers: those that say the same are read once, those that hold only a page number not at all."""
    seen: set[str] = set()
    page, writer.page = writer.page, None
    for margin in margins:
        words = " ".join("".join(text.itertext()) for text in margin.iter(W + "t")).strip()
        if words and words not in seen and any(letter.isalpha() for letter in words):
            seen.add(words)
            _write_blocks(writer, margin, None)
    writer.page = page


def _write_notes(writer: _Writer, notes: Any) -> None:
    for note in notes.iterchildren() if notes is not None else ():
        if note.get(W + "type") in {None, "normal"}:
            start = len(writer.drafts)
            _write_blocks(writer, note, None)
            if len(writer.drafts) > start:
                first = writer.drafts[start]
                first.look = replace(first.look, bullet=f"[{note.get(W + 'id', '')}]", page=None)


def _write_blocks(writer: _Writer, around: Any, cell: Cell | None) -> None:
    for block in around:
        if block.tag == W + "p":
            _write_paragraph(writer, block, cell)
        elif block.tag == W + "tbl":
            _write_table(writer, block, cell)
        elif block.tag == W + "altChunk":
            writer.foreign = True
        elif block.tag in _TRANSPARENT:
            _write_blocks(writer, block, cell)


def _write_table(writer: _Writer, table: Any, cell: Cell | None) -> None:
    """A table within a cell, and one of a single cell, only frame their words."""
    places = tables.places(table, writer.made)
    framing = cell is not None or len(places) < 2
    writer.made += 0 if framing else 1
    for place, contents in places:
        start = len(writer.drafts)
        _write_blocks(writer, contents, cell if framing else place)
        if not framing or cell is not None:
            # Empty paragraphs are how Word makes a cell, not lines that were left blank.
            kept = [draft for draft in writer.drafts[start:] if any(run.text.strip() for run in draft.runs)]
            writer.drafts[start:] = kept


def _write_paragraph(writer: _Writer, element: Any, cell: Cell | None) -> None:
    properties = element.find(W + "pPr")
    style = writer.styles[value(properties, "pStyle")]
    paragraph = read_paragraph(element, writer.styles, style)
    writer.revised = writer.revised or paragraph.revised
    if _is_rule(properties, paragraph):
        writer.drafts.append(_Draft([], Look(rule=True, page=writer.page, cell=cell), 0))
    else:
        _write_lines(writer, paragraph, _look(writer, properties, style, paragraph, cell))
    for box in paragraph.boxes:
        _write_blocks(writer, box, cell)


def _is_rule(properties: Any, paragraph: Paragraph) -> bool:
    """An empty paragraph with a border is a drawn line."""
    borders = properties.find(W + "pBdr") if properties is not None else None
    empty = not any(run.text.strip() for line in paragraph.lines for run in line.runs)
    return empty and not paragraph.boxes and borders is not None and len(borders) > 0


def _look(writer: _Writer, properties: Any, style: Style, paragraph: Paragraph, cell: Cell | None) -> Look:
    empty = not any(run.text.strip() for line in paragraph.lines for run in line.runs)
    numbering = properties.find(W + "numPr") if properties is not None else None
    number = value(numbering, "numId")
    number = style.list_number if number is None else number
    depth = whole(value(numbering, "ilvl"))
    depth = style.list_depth if depth is None else depth
    listed = number not in {None, "", "0"} and not empty
    indent = indentation(properties) or style.indent
    if indent is None and listed:
        indent = writer.numbering.indent(number or "", depth)
    return Look(
        level=0 if empty else outline_level(properties) or style.level,
        bullet=writer.numbering.mark(number or "", depth) if listed else "",
        indent=max(0, round((indent or 0) / _TWIPS_A_LETTER)),
        cell=cell,
    )


def _write_lines(writer: _Writer, paragraph: Paragraph, look: Look) -> None:
    for at, line in enumerate(paragraph.lines):
        if writer.page is not None:
            writer.page += line.turned
        empty = not any(run.text.strip() for run in line.runs)
        if empty and len(paragraph.lines) > 1 and (at == 0 or line.turned or at == len(paragraph.lines) - 1):
            continue
        runs = line.runs
        shown = look if look.page == writer.page else replace(look, page=writer.page)
        if not shown.bullet and not shown.level:
            runs, shown = _typed_mark(runs, shown)
        writer.drafts.append(_Draft(runs, shown, line.size))
        look = replace(look, bullet="") if look.bullet else look


def _typed_mark(runs: list[Run], look: Look) -> tuple[list[Run], Look]:
    """A bullet that was typed as text is one too."""
    text = "".join(run.text for run in runs)
    inner = text.lstrip()
    mark = marks.sign(inner)
    if mark is None:
        return runs, look
    gone = len(text) - len(inner) + mark.taken
    kept: list[Run] = []
    for run in runs:
        cut = min(gone, len(run.text))
        gone -= cut
        kept.append(replace(run, text=run.text[cut:]))
    return kept, replace(look, bullet=presentable(mark.printed))

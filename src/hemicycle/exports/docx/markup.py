"""The pieces of WordprocessingML that a programme needs, as strings (thousands of paragraphs, quickly made)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# What XML 1.0 cannot hold; a stranger's JSON may.
_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# A stretch of right-to-left words with the blanks and marks between them.
_STRETCH = re.compile(f"[{_RIGHT_TO_LEFT}]+(?:[\\s،؛؟,.:!()«»“”-]*[{_RIGHT_TO_LEFT}]+)*")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look: a character style of `styles.xml`, or struck out."""

    text: str
    style: str = ""
    struck: bool = False


def safe(text: str) -> str:
    """The text with characters that XML cannot hold replaced, and escaped."""
    return escape(_IMPOSSIBLE.sub("\ufffd", text))


def attribute(text: str) -> str:
    """The text as a quoted attribute."""
    return quoteattr(_IMPOSSIBLE.sub("\ufffd", text))


def paragraph(style: str, *runs: Run | str, anchor: str = "", number: int = 0) -> str:
    """A paragraph; `anchor` makes it the target of links, under a `number` that is used once in the document."""
    inside = "".join(_run(run) for run in runs)
    if anchor:
        opens = f'<w:bookmarkStart w:id="{number}" w:name="{anchor}"/>'
        inside = f'{opens}{inside}<w:bookmarkEnd w:id="{number}"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def link(anchor: str, style: str, *runs: Run | str) -> str:
    """A paragraph that leads to another one."""
    inside = "".join(_run(run) for run in runs)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:hyperlink w:anchor="{anchor}" w:history="1">{inside}</w:hyperlink></w:p>'
    )


def field(instruction: str) -> str:
    """A value that Word puts in when it shows the page, such as PAGE."""
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def runs(*pieces: Run | str) -> str:
    return "".join(_run(piece) for piece in pieces)


def table(
    name: str, widths: Sequence[int], head: Sequence[str], rows: Iterable[str], *, mirrored: bool
) -> str:
    """A table with a repeated head row. `widths` are in twentieths of a point, `name` is its alternative text."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    flipped = "<w:bidiVisual/>" if mirrored else ""
    titles = "".join(
        cell(width, paragraph("TableHead", said)) for width, said in zip(widths, head, strict=True)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="ProgrammeOverview"/>{flipped}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val={attribute(name)}/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{titles}</w:tr>{''.join(rows)}</w:tbl>"
    )


def row(*cells: str) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def cell(width: int, *paragraphs: str, spans: int = 1, band: bool = False) -> str:
    """A cell; `band` gives it the ground of a pause."""
    across = f'<w:gridSpan w:val="{spans}"/>' if spans > 1 else ""
    ground = '<w:shd w:val="clear" w:color="auto" w:fill="F3F1EB"/>' if band else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{across}{ground}</w:tcPr>{"".join(paragraphs)}</w:tc>'


def _run(piece: Run | str) -> str:
    run = Run(piece) if isinstance(piece, str) else piece
    made: list[str] = []
    end = 0
    for found in _STRETCH.finditer(run.text):
        made.append(_stretch(run, run.text[end : found.start()], mirrored=False))
        made.append(_stretch(run, found[0], mirrored=True))
        end = found.end()
    made.append(_stretch(run, run.text[end:], mirrored=False))
    return "".join(made)


def _stretch(run: Run, words: str, *, mirrored: bool) -> str:
    if not words:
        return ""
    look = f'<w:rStyle w:val="{run.style}"/>' if run.style else ""
    look += "<w:strike/>" if run.struck else ""
    look += "<w:rtl/>" if mirrored else ""
    lines = [f'<w:t xml:space="preserve">{safe(line)}</w:t>' for line in words.splitlines() or [""]]
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{'<w:br/>'.join(lines)}</w:r>"

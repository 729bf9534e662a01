"""The programme as a PDF, set by Typst: cover, an overview of rooms by time, every session, indexes of people and cities.

The data reach the template as JSON and are set as text, never as markup. Fonts are our own, and no clock is read.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hemicycle.exports.pdf import pages

if TYPE_CHECKING:
    from hemicycle.engines.formats.programme import Programme
    from hemicycle.kit.words import Words

_HERE = Path(__file__).parent
_FONTS = _HERE.parent / "fonts"
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
# Control characters, halves of surrogate pairs and what is no character: nothing that could be set.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def write(programme: Programme, words: Words) -> bytes:
    """A tagged PDF, the same bytes for the same programme and language.

    It keeps to PDF/UA-1 as long as our fonts (Latin, Greek, Cyrillic, Arabic) have every letter. For others the fonts of
    the system help out; then nothing is claimed, and another system may give other bytes.
    """
    from typst import TypstError

    data = json.dumps(printable(pages.write(programme, words)), sort_keys=True, ensure_ascii=False)
    at = datetime.combine(programme.as_of, time(), UTC) if programme.as_of else NO_DATE
    try:
        return typeset(data, at, ours_alone=True)
    except TypstError:
        return typeset(data, at, ours_alone=False)


def typeset(data: str, at: datetime, *, ours_alone: bool, template: Path = _HERE / "programme.typ") -> bytes:
    import typst

    fonts = typst.Fonts(
        include_system_fonts=not ours_alone, include_embedded_fonts=False, font_paths=[_FONTS]
    )
    compiler = typst.Compiler(template, root=template.parent, font_paths=fonts)
    made = compiler.compile(
        format="pdf",
        sys_inputs={"programme": data},
        pdf_standards=["ua-1"] if ours_alone else [],
        timestamp=at,
    )
    return made if isinstance(made, bytes) else b""


def printable(value: Any) -> Any:
    """The JSON value with every text free of what no font could show."""
    if isinstance(value, str):
        return _UNPRINTABLE.sub(" ", value)
    if isinstance(value, list):
        return [printable(item) for item in value]
    if isinstance(value, dict):
        return {key: printable(item) for key, item in value.items()}
    return value

"""The programme as a Word document: styles, headings, a table per day, every session in detail.

The file also carries the programme itself, as a part that Word keeps and does not show, so that reading it back gives the same
programme as long as nobody has changed the text (`engines.reader.embedded`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.exports.docx import content, package

if TYPE_CHECKING:
    from hemicycle.engines.formats.programme import Programme
    from hemicycle.kit.words import Words


def write(programme: Programme, words: Words) -> bytes:
    """A `.docx` file, the same bytes for the same programme and language."""
    return package.write(programme, content.story(programme, words), words)

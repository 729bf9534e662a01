"""The second stage's one verb: whatever the file is, its lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hemicycle.engines.reader.extract.mail import mail_paper
from hemicycle.engines.reader.extract.markdown import markdown_paper
from hemicycle.engines.reader.extract.portable import portable_paper
from hemicycle.engines.reader.extract.separated import separated_paper
from hemicycle.engines.reader.extract.text import text_paper
from hemicycle.engines.reader.extract.web import web_paper
from hemicycle.engines.reader.extract.word import word_paper
from hemicycle.engines.reader.extract.workbook import workbook_paper
from hemicycle.engines.reader.source.decoding import decode
from hemicycle.engines.reader.source.terms import SourceKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemicycle.engines.reader.lines import Paper
    from hemicycle.engines.reader.source.terms import Source

_DECLARED = re.compile(
    rb"""(?:<meta[^>]{1,200}?charset\s*=\s*["']?\s*|<\?xml[^>]{1,100}?encoding\s*=\s*["'])([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)

_BINARY: dict[SourceKind, Callable[[Source], Paper]] = {
    SourceKind.DOCX: word_paper,
    SourceKind.MAIL: mail_paper,
    SourceKind.PDF: portable_paper,
    SourceKind.XLSX: workbook_paper,
}
_WRITTEN: dict[SourceKind, Callable[[str, tuple[str, ...]], Paper]] = {
    SourceKind.CSV: separated_paper,
    SourceKind.HTML: web_paper,
    SourceKind.MARKDOWN: markdown_paper,
}


def paper(source: Source) -> Paper:
    """The file as lines; every kind that is not one of paper (such as JSON) as the text it is.

    Raises:
        Unreadable: the file is damaged, encrypted, or holds no text.
    """
    if (binary := _BINARY.get(source.kind)) is not None:
        return binary(source)
    declared = _DECLARED.search(source.data, 0, 4096)
    decoded = decode(source.data, declared[1].decode("ascii") if declared else "")
    return _WRITTEN.get(source.kind, text_paper)(decoded.text, decoded.notes)

"""The whole way from a file to a reading."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from hemicycle.engines.formats.reading import Origin, Reading
from hemicycle.engines.reader import (
    arrangement,
    embedded,
    extract,
    furniture,
    intact,
    languages,
    leftovers,
    programme,
    spaced,
    structured,
)
from hemicycle.engines.reader.evidence import Ledger
from hemicycle.engines.reader.outline.reading import outline
from hemicycle.engines.reader.source import Hints, SourceKind, open_source

if TYPE_CHECKING:
    from hemicycle.engines.reader.lines import Paper

PAPERS = frozenset(
    {
        SourceKind.CSV,
        SourceKind.DOCX,
        SourceKind.HTML,
        SourceKind.MAIL,
        SourceKind.MARKDOWN,
        SourceKind.PDF,
        SourceKind.TEXT,
        SourceKind.XLSX,
    }
)
"""Kinds of file that hold text for people; all others hold data for programs."""

_SAMPLE = 20_000
"""Letters of a paper by which its language is known."""


def read(name: str, data: bytes, hints: Hints | None = None) -> Reading:
    """The programme in a file.

    Raises:
        Unreadable: the file is broken, locked, or of no kind that is read; the message says what to do.
        NoProgramme: the file was read and holds no programme; the message says what was looked for.
    """
    source = open_source(name, data)
    hints = hints or Hints()
    if source.kind not in PAPERS:
        return structured.reading(source, hints)
    origin = Origin(source.name, sha256(source.data).hexdigest(), source.kind.value)
    paper = extract.paper(source)
    ours = embedded.embedded_programme(source.data) if source.kind is SourceKind.DOCX else None
    return intact.reading(ours, paper, origin) if ours else read_paper(paper, origin, hints)


def read_paper(paper: Paper, origin: Origin, hints: Hints) -> Reading:
    """The programme in a paper that is lines already.

    Raises:
        NoProgramme: there is no programme among the lines; the message says what was looked for.
    """
    kept, aside = furniture.apart(paper)
    blocks = arrangement.blocks(spaced.apart(kept))
    made = outline(blocks)
    made.aside.update(aside)
    leftovers.refuse_no_programme(made, paper)
    ledger = Ledger(paper)
    told = next((block.language for block in blocks if block.language), "")
    language = made.language or told or _language(paper)
    read_programme = programme.programme(made, language, hints, ledger)
    left = leftovers.of(paper, ledger.used, made.aside)
    count = leftovers.count(paper, ledger.used, left)
    return Reading(origin, read_programme, ledger.evidence, left, count, paper.told)


def _language(paper: Paper) -> str:
    sample: list[str] = []
    length = 0
    for line in paper.lines:
        sample.append(line.plain)
        length += len(line.plain)
        if length > _SAMPLE:
            break
    return languages.of(" ".join(sample)) or paper.language.partition("-")[0]

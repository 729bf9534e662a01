"""Files to texts: our own formats with their identities, and drafts of any kind without."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from hemicycle.engines.reader import extract, languages
from hemicycle.engines.reader.source import NoProgramme, SourceKind, Unreadable, open_source
from hemicycle.engines.redline import akn, docx, drafts, text_json
from hemicycle.engines.redline.tree import NotAText

if TYPE_CHECKING:
    from hemicycle.engines.redline.operations import Proposal
    from hemicycle.engines.redline.tree import Text

_DRAFTS = frozenset({SourceKind.DOCX, SourceKind.HTML, SourceKind.MARKDOWN, SourceKind.PDF, SourceKind.TEXT})
_WRAPPED = frozenset({SourceKind.PDF, SourceKind.TEXT})


def read(name: str, data: bytes) -> Text:
    """The text in a file.

    Files that Hemicycle wrote (JSON, Akoma Ntoso, Word) come back with their identities; in any other the ids are new.

    Raises:
        Unreadable: the file is broken, or of no kind that is read, or holds no text; one sentence says what to do.
    """
    try:
        return _own(name, data) or _draft(name, data)
    except (NotAText, NoProgramme) as refusal:
        why = " ".join(str(refusal).split())
        raise Unreadable(f"{name or 'The file'} holds no text that can be negotiated: {why}") from None


def _own(name: str, data: bytes) -> Text | None:
    if data.lstrip(b" \t\r\n\xef\xbb\xbf")[:1] == b"{" and text_json.FORMAT.encode() in data:
        return text_json.read(value_of(data))
    if akn.SIGN in data[:2000]:
        return akn.read(data)
    if data[:2] == b"PK":
        return docx.read(open_source(name, data))
    return None


def value_of(data: bytes) -> object:
    """The value of a JSON file.

    Raises:
        NotAText: it is not JSON.
    """
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as fault:
        raise NotAText(f"the file is not JSON ({type(fault).__name__}); check that it is whole") from None


def _draft(name: str, data: bytes) -> Text:
    source = open_source(name, data)
    if source.kind not in _DRAFTS:
        raise NotAText(f"it is {source.kind.value}; give a document, or a {text_json.FORMAT}")
    paper = extract.paper(source)
    told = languages.of(" ".join(line.plain for line in paper.lines[:400]))
    language = told or paper.language.partition("-")[0].lower()
    seed = sha256(data).hexdigest()
    made = drafts.of_lines(
        paper.lines,
        wrapped=source.kind in _WRAPPED,
        seed=seed,
        language=language if language.isalpha() and len(language) in {2, 3} else "en",
    )
    if not made.nodes:
        raise NotAText("there are no words in it; check the file")
    return made


def read_proposals(name: str, data: bytes) -> tuple[Proposal, ...]:
    """The tracked changes of a Word file that Hemicycle wrote, as one proposal for each author.

    Raises:
        Unreadable: the file is broken, or no Word file that Hemicycle wrote; one sentence says what to do.
    """
    try:
        source = open_source(name, data)
        found = docx.read_proposals(source) if source.kind is SourceKind.DOCX else None
    except (NotAText, NoProgramme) as refusal:
        raise Unreadable(f"{name} holds no proposals: {refusal}") from None
    if found is None:
        raise Unreadable(f"{name} holds no proposals; give a Word file that `hemicycle text export` wrote")
    return found

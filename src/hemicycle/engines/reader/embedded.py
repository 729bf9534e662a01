"""The programme that our own Word files carry inside, taken only while the text people see is still the one we wrote.

A file written by `exports.docx` holds the whole programme as a part that Word keeps and does not show, with a digest of
the visible text. Whoever edits the text, in Word or elsewhere, changes the digest: then the text is what counts, and it is
read like any other paper.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import unicodedata
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats import programme_json
from hemicycle.engines.formats.programme import NotAProgramme, Programme

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NAMESPACE = "urn:hemicycle:programme:1"
"""The XML namespace of the part.

Its root is `programme`, with the digest of the visible text as the attribute `text`; the text of its `piece` elements,
joined, is the programme as JSON (in pieces, because parsers bound the length of one text).
"""

PIECE = 1_000_000
"""Characters of JSON in one piece."""

LARGEST = 48 * 1024 * 1024
"""Bytes to which the parts that are looked at may unpack in all; a larger file is not ours (5,000 sessions take 35 MB)."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_TEXT_PART = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_ITEM_PART = re.compile(r"customXml/item\d*\.xml")
_STANDS_FOR = {
    f"{_WORD}br": "\n",
    f"{_WORD}cr": "\n",
    f"{_WORD}tab": "\t",
    f"{_WORD}noBreakHyphen": "\u2011",
    f"{_WORD}softHyphen": "",
    f"{_WORD}sym": "\ufffc",
    f"{_WORD}drawing": "\ufffc",
    f"{_WORD}pict": "\ufffc",
    f"{_WORD}object": "\ufffc",
    f"{_WORD}altChunk": "\ufffc",
}
_CHANGES_MEANING = tuple(f"{_WORD}{name}" for name in ("strike", "dstrike", "vanish"))
_OFF = frozenset({"0", "false", "off"})


def embedded_programme(data: bytes) -> Programme | None:
    """The programme inside a Word file of ours; None where there is none, or the visible text is no longer the same.

    Never raises: whatever is wrong with the file is for the reader of its text to say.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = _parts(package)
            return _programme(parts)
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ):
        return None


def visible_digest(parts: Mapping[str, bytes]) -> str:
    """SHA-256, in hexadecimal, of the text that a Word file shows.

    `parts` are the package's parts by name. Page numbers and other fields do not count, nor how Word cuts text into runs;
    words struck out or hidden do, pictures count as such, and so do comments and notes.
    """
    body = ""
    around = set()
    for name, data in parts.items():
        found = _TEXT_PART.fullmatch(name)
        if found is None:
            continue
        shown = "\n".join(line for paragraph in _paragraphs(data) if (line := _plain(paragraph)))
        if found[1] == "document":
            body = shown
        elif shown:
            around.add(shown)
    return hashlib.sha256("\f".join([body, *sorted(around)]).encode("utf-8", "surrogatepass")).hexdigest()


def _programme(parts: Mapping[str, bytes]) -> Programme | None:
    for name, data in parts.items():
        if not _ITEM_PART.fullmatch(name):
            continue
        root = _parsed(data)
        if root.tag == f"{{{NAMESPACE}}}programme":
            unchanged = root.get("text") == visible_digest(parts)
            return _read("".join(root.itertext())) if unchanged else None
    return None


def _read(embedded: str) -> Programme | None:
    try:
        return programme_json.read(json.loads(embedded))
    except (NotAProgramme, RecursionError):
        return None


def _parts(package: zipfile.ZipFile) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = LARGEST
    for entry in package.infolist():
        if not (_TEXT_PART.fullmatch(entry.filename) or _ITEM_PART.fullmatch(entry.filename)):
            continue
        with package.open(entry) as stream:
            parts[entry.filename] = stream.read(left + 1)
        left -= len(parts[entry.filename])
        if left < 0:
            raise ValueError(f"the file unpacks to more than {LARGEST} bytes")
    return parts


def _parsed(data: bytes) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise ValueError(str(fault)) from None


def _paragraphs(data: bytes) -> Iterable[str]:
    """The text of each paragraph as it is shown, in the order of the part, without results of fields."""
    fields = 0
    texts: list[str] = []
    for node in _parsed(data).iter():
        if node.tag == f"{_WORD}p":
            yield "".join(texts)
            texts = []
        elif node.tag == f"{_WORD}fldChar":
            fields += {"begin": 1, "end": -1}.get(node.get(f"{_WORD}fldCharType"), 0)
        elif not fields:
            texts.append(_shown(node))
    yield "".join(texts)


def _shown(node: Any) -> str:
    if node.tag == f"{_WORD}t":
        simple_field = node.getparent().getparent()
        if simple_field is not None and simple_field.tag == f"{_WORD}fldSimple":
            return ""
        return str(node.text or "")
    if node.tag == f"{_MATH}t":
        return str(node.text or "")
    if node.tag in _CHANGES_MEANING:
        return "" if node.get(f"{_WORD}val") in _OFF else "\u0336"
    return _STANDS_FOR.get(node.tag, "")


def _plain(shown: str) -> str:
    return " ".join(unicodedata.normalize("NFC", shown).split())

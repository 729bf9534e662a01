"""From a structured file to its reading, whichever of the formats it is."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats.programme import NotAProgramme
from hemicycle.engines.formats.reading import Origin, Reading
from hemicycle.engines.reader.source import NoProgramme, SourceKind, Unreadable
from hemicycle.engines.reader.source.decoding import decode
from hemicycle.engines.reader.structured import (
    frab,
    frab_xml,
    ical,
    ical_tree,
    indico,
    json_tree,
    own,
    simple,
    tree,
    xml_tree,
    yaml_tree,
)
from hemicycle.engines.reader.structured.draft import Draft
from hemicycle.engines.reader.structured.ledger import Ledger, with_plain_newlines

if TYPE_CHECKING:
    from hemicycle.engines.reader.source import Hints, Source
    from hemicycle.engines.reader.structured.tree import Arr, Obj

LARGEST = 50_000_000
"""Bytes of the largest file that is read: a hundred times the schedule of the largest congress."""
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file's text and a draft over its lines."""

    source: Source
    draft: Draft

    @classmethod
    def over(cls, source: Source, text: str) -> _Opened:
        return cls(source, Draft(Ledger(text)))

    @property
    def ledger(self) -> Ledger:
        return self.draft.ledger


def reading(source: Source, hints: Hints) -> Reading:
    """What a structured file says of a programme, each value with its line, every other line as a leftover.

    Raises:
        Unreadable: the file is malformed; the message says where.
        NoProgramme: the file holds no programme; the message says what was looked for.
    """
    if len(source.data) > LARGEST:
        raise Unreadable(
            f"{source.name} is larger than {LARGEST // 10**6} MB; a programme is not, so send the part that is"
        )
    if not source.data.strip():
        raise Unreadable(f"{source.name} is empty; send the file again")
    if source.kind is SourceKind.ICAL:
        return _read_ical(source, hints)
    if source.kind is SourceKind.FRAB_XML:
        return _read_xml(source, hints)
    return _read_tree(source, hints)


def _decoded(source: Source) -> str:
    declared = _XML_ENCODING.match(source.data)
    text = decode(source.data, declared[1].decode("ascii") if declared else "").text
    return with_plain_newlines(text.removeprefix("\ufeff"))


def _read_ical(source: Source, hints: Hints) -> Reading:
    text, root = ical_tree.parse(source.data, source.name)
    opened = _Opened.over(source, text)
    ical.read(root, opened.draft, hints)
    return _finished(opened, ical.LOOKED_FOR)


def _read_xml(source: Source, hints: Hints) -> Reading:
    text, root = xml_tree.parse(_decoded(source), source.name)
    opened = _Opened.over(source, text)
    if not frab_xml.is_schedule(root):
        raise NoProgramme(
            f"no programme found in {source.name}: looked for a schedule, found an element {root.tag!r}"
        )
    value = frab_xml.as_json(root, opened.draft)
    frab.read(value, opened.draft, hints)
    tree.settle(value, opened.ledger)
    frab_xml.settle(root, opened.ledger)
    return _finished(opened, frab.LOOKED_FOR)


def _read_tree(source: Source, hints: Hints) -> Reading:
    text = _decoded(source)
    if source.kind is SourceKind.YAML:
        root = yaml_tree.parse(text, source.name)
    else:
        text, root = json_tree.parse(text, source.name)
    if not isinstance(root, tree.Obj | tree.Arr):
        raise NoProgramme(
            f"no programme found in {source.name}: looked for {simple.LOOKED_FOR}, found a single value"
        )
    opened = _Opened.over(source, text)
    if isinstance(root, tree.Obj) and (own.is_reading(root) or own.is_programme(root)):
        return _read_own(root, opened)
    looked_for = _read_foreign(root, opened.draft, hints)
    tree.settle(root, opened.ledger)
    return _finished(opened, looked_for)


def _read_foreign(root: Obj | Arr, draft: Draft, hints: Hints) -> str:
    """Read the tree as the format it is, and say what was looked for in it."""
    if isinstance(root, tree.Obj) and frab.is_schedule(root) and frab.has_days(root):
        frab.read(root, draft, hints)
        return frab.LOOKED_FOR
    if isinstance(root, tree.Obj) and indico.is_export(root):
        indico.read(root, draft, hints)
        return indico.LOOKED_FOR
    simple.read(root, draft, hints)
    return simple.LOOKED_FOR


def _read_own(root: Obj, opened: _Opened) -> Reading:
    try:
        if own.is_reading(root):
            return own.read_reading(root)
        programme, evidence = own.read(root, opened.ledger)
    except NotAProgramme as fault:
        raise Unreadable(f"{opened.source.name} is not a valid programme: {fault}") from None
    tree.settle(root, opened.ledger)
    return _reading(opened, programme, evidence)


def _finished(opened: _Opened, looked_for: str) -> Reading:
    if opened.draft.empty:
        raise NoProgramme(f"no programme found in {opened.source.name}: looked for {looked_for}, found none")
    try:
        programme = opened.draft.programme()
    except NotAProgramme:
        # Someone broke our supplement: the file's own fields are still a programme.
        programme = opened.draft.without_supplements()
    return _reading(opened, programme, opened.draft.evidence)


def _reading(opened: _Opened, programme: Any, evidence: dict[str, Any]) -> Reading:
    count, leftovers = opened.ledger.settle()
    source = opened.source
    origin = Origin(source.name, hashlib.sha256(source.data).hexdigest(), source.kind.value)
    return Reading(origin, programme, evidence, leftovers, count)

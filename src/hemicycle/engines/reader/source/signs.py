"""What kind of text a text is, by what stands in it; its name is asked only in doubt."""

from __future__ import annotations

import csv
import json
import re
from typing import Any

from hemicycle.engines.reader.source.terms import NoProgramme, SourceKind, Unreadable

_HEAD = 4096
_PROLOGUE = re.compile(r"(?:\s+|<\?xml[^>]*\?>|<!--.{0,2000}?-->)*", re.DOTALL)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title|frameset)\b", re.IGNORECASE)
_FRAGMENT = re.compile(
    r"<(?:div|p|table|tr|td|tbody|ul|ol|li|h[1-6]|span|br|article|section|main|header|center|b|strong|font|style)\b[^<>]*>",
    re.IGNORECASE,
)
_ROOT = re.compile(
    r"(?:<!DOCTYPE[^>\[]*(?:\[.{0,2000}?\])?\s*>\s*)?<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)", re.DOTALL
)
_OFFICE_ROOTS = {"wordDocument", "document", "document-content", "package", "Workbook"}

_STRONG = re.compile(r"(?<![*\w])\*\*(?=[^\s*])[^*\n]{1,300}\*\*|(?<![_\w])__(?=[^\s_])[^_\n]{1,300}__(?!\w)")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
_DELIMITERS = re.compile(r"^[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*\|[ \t|:-]*$", re.MULTILINE)
_LINK = re.compile(r"\[[^\[\]\n]{1,200}\]\((?:https?:|mailto:|/|#|\.)[^()\s]*\)")
_YAML = re.compile(
    r"(?:\ufeff?(?:%YAML.*\n|---\s*\n|#.*\n|\s*\n))*format:\s*[\"']?hemicycle\.", re.IGNORECASE
)

_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?.*(?:\r?\n[ \t].*)*\r?\n")
_TELLING = frozenset({"mime-version", "message-id", "received", "return-path", "content-transfer-encoding"})
"""Headers that a mail program writes and nobody types; a mail pasted as text has none of them."""

_SEPARATORS = "\t;,"


def text_kind(name: str, text: str) -> SourceKind:
    """The kind of this text.

    Raises:
        Unreadable: it is JSON that is broken, or the XML of an office program.
        NoProgramme: it is JSON or XML of a kind that is not known to hold one.
    """
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    start = text[_start(text) : _HEAD]
    if start[:15].upper() == "BEGIN:VCALENDAR":
        return SourceKind.ICAL
    if start[:1] in {"{", "["} and (kind := _json_kind(name, text, ending)):
        return kind
    if start[:1] == "<" and (kind := _markup_kind(name, start, ending)):
        return kind
    if _is_mail(text):
        return SourceKind.MAIL
    if ending in {"yaml", "yml"} or _YAML.match(text):
        return SourceKind.YAML
    return _by_name(ending) or _by_look(text)


def _start(text: str) -> int:
    found = _PROLOGUE.match(text, 0, _HEAD)
    return found.end() if found else 0


def _is_mail(text: str) -> bool:
    """Whether a text begins with the headers of a mail as its program saved it."""
    names: set[str] = set()
    at = 0
    while (found := _HEADER.match(text, at)) and len(names) < 60:
        names.add(found[1].lower())
        at = found.end()
    return len(names) >= 2 and bool(names & _TELLING) and bool(names & {"from", "subject", "date"})


def _by_name(ending: str) -> SourceKind | None:
    if ending in {"html", "htm", "xhtml"}:
        return SourceKind.HTML
    if ending in {"csv", "tsv"}:
        return SourceKind.CSV
    return SourceKind.MARKDOWN if ending in {"md", "markdown", "mdown", "mkd"} else None


def _by_look(text: str) -> SourceKind:
    if shows_markdown(text):
        return SourceKind.MARKDOWN
    return SourceKind.CSV if _is_table(text) else SourceKind.TEXT


def shows_markdown(text: str) -> bool:
    sample = text[:300_000]
    strong = sum(1 for _ in zip(range(3), _STRONG.finditer(sample), strict=False))
    headings = sum(1 for _ in zip(range(3), _HEADING.finditer(sample), strict=False))
    links = sum(1 for _ in zip(range(3), _LINK.finditer(sample), strict=False))
    return strong >= 2 or headings >= 2 or strong + headings + links >= 2 or bool(_DELIMITERS.search(sample))


def separator(text: str) -> str:
    """The sign between the columns of a CSV text: the one that makes the most rows equally long."""
    rows = _sample_rows(text)
    return max(_SEPARATORS, key=lambda sign: _evenness(rows, sign))


def _sample_rows(text: str) -> list[str]:
    return [row for row in text[:100_000].splitlines()[:200] if row.strip()]


def _evenness(rows: list[str], sign: str) -> tuple[float, int]:
    """How many of the rows have the commonest number of columns, where that is more than one; and that number."""
    lengths = [len(row) for row in _parsed(rows, sign)]
    many = [length for length in lengths if length > 1]
    if not many:
        return (0.0, 0)
    commonest = max(sorted(set(many)), key=many.count)
    return (many.count(commonest) / len(lengths), commonest)


def _parsed(rows: list[str], sign: str) -> list[list[str]]:
    try:
        return list(csv.reader(rows, delimiter=sign))
    except csv.Error:
        return [row.split(sign) for row in rows]


def _is_table(text: str) -> bool:
    rows = _sample_rows(text)
    if len(rows) < 3:
        return False
    even, columns = max(_evenness(rows, sign) for sign in _SEPARATORS)
    return even >= 0.9 and columns >= 3 and len(rows) * columns >= 12


def _json_kind(name: str, text: str, ending: str) -> SourceKind | None:
    try:
        value = json.loads(text.lstrip("\ufeff"))
    except RecursionError:
        raise Unreadable(f"{name} nests its JSON more deeply than any programme; export it anew.") from None
    except ValueError as fault:
        if ending != "json":
            return None
        raise Unreadable(f"{name} is not whole JSON ({fault}); export it again.") from None
    kind = _json_format(value)
    if kind is None:
        raise NoProgramme(
            f"no programme found in {name}: looked for a Hemicycle programme or reading, or a schedule of frab, pretalx or Indico"
        )
    return kind


def _json_format(value: Any) -> SourceKind | None:
    match value:
        case {"format": "hemicycle.programme/1"}:
            return SourceKind.PROGRAMME_JSON
        case {"format": "hemicycle.reading/1"}:
            return SourceKind.READING_JSON
        case {"schedule": {"conference": {"days": list()}} as schedule}:
            return _schedule_kind(schedule)
        case {} if _is_indico(value):
            return SourceKind.INDICO_JSON
    return None


def _schedule_kind(schedule: dict[str, Any]) -> SourceKind:
    """Pretalx lists rooms and tracks beside the days and calls its talks by code; frab does neither."""
    conference = schedule["conference"]
    generator = schedule.get("generator")
    named = str(generator.get("name", "")) if isinstance(generator, dict) else ""
    if "pretalx" in named.lower() or "rooms" in conference or "tracks" in conference:
        return SourceKind.PRETALX_JSON
    return SourceKind.FRAB_JSON


def _is_indico(value: dict[str, Any]) -> bool:
    if "_type" in value and {"contributions", "sessions"} & value.keys():
        return True
    results = value.get("results")
    first = results[0] if isinstance(results, list) and results else results
    if not isinstance(first, dict):
        return False
    return "HTTPAPI" in str(value.get("_type", "")) or bool(
        {"contributions", "_type", "sessions"} & first.keys()
    )


def _markup_kind(name: str, start: str, ending: str) -> SourceKind | None:
    root = _ROOT.match(start)
    if root is not None and root[2] == "schedule":
        return SourceKind.FRAB_XML
    if _PAGE.match(start):
        return SourceKind.HTML
    if _FRAGMENT.match(start):
        return SourceKind.MARKDOWN if ending in {"md", "markdown"} else SourceKind.HTML
    if root is None:
        return None
    if root[2] in _OFFICE_ROOTS:
        raise Unreadable(f"{name} is an office document kept as XML; save it as .docx or .xlsx.")
    if ending == "xml" or "xmlns" in start:
        raise NoProgramme(
            f"no programme found in {name}: looked for the root <schedule> of frab, found {root[2]!r}"
        )
    return None

"""`hemicycle.reading/1`: a programme as it was read from a document, each value with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats import programme_json
from hemicycle.engines.formats.programme import NotAProgramme, Programme

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "hemicycle.reading/1"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value stands in the document: first and last line (from 1), the words, how sure we are (0 to 1).

    `assumed` marks a value that the document does not print (a year, a time zone, a country).
    """

    lines: tuple[int, int]
    text: str
    confidence: float
    assumed: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Leftover:
    """A line that was not understood, and why."""

    line: int
    text: str
    why: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class LineCount:
    """What became of the lines of a document; `all` is always `blank + used + left`."""

    all: int
    blank: int
    used: int
    left: int


@dataclass(frozen=True, slots=True)
class Origin:
    """The document that was read: its name, the SHA-256 of its bytes, and the kind of file it is."""

    name: str
    sha256: str
    kind: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a document, with paths such as `sessions/KEY/title` as keys of the evidence."""

    source: Origin
    programme: Programme
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    leftovers: tuple[Leftover, ...] = ()
    lines: LineCount = LineCount(0, 0, 0, 0)
    notes: tuple[str, ...] = ()
    """What to know of how the text was got out of the file, one sentence each: tracked changes, a limit reached."""


def write(reading: Reading, findings: list[dict[str, Any]]) -> dict[str, Any]:
    """The reading as JSON, with findings that were already put into words."""
    written = {
        "format": FORMAT,
        "source": {
            "name": reading.source.name,
            "sha256": reading.source.sha256,
            "kind": reading.source.kind,
        },
        "programme": programme_json.write(reading.programme),
        "evidence": {path: _write_evidence(found) for path, found in reading.evidence.items()},
        "leftovers": [_write_leftover(leftover) for leftover in reading.leftovers],
        "lines": {
            "all": reading.lines.all,
            "blank": reading.lines.blank,
            "used": reading.lines.used,
            "left": reading.lines.left,
        },
        "findings": findings,
    }
    return written | {"notes": list(reading.notes)} if reading.notes else written


def _write_evidence(found: Evidence) -> dict[str, Any]:
    written: dict[str, Any] = {
        "lines": list(found.lines),
        "text": found.text,
        "confidence": round(found.confidence, 2),
    }
    if found.assumed:
        written["assumed"] = True
    if found.page is not None:
        written["page"] = found.page
    return written


def _write_leftover(leftover: Leftover) -> dict[str, Any]:
    written: dict[str, Any] = {"line": leftover.line, "text": leftover.text, "why": leftover.why}
    if leftover.page is not None:
        written["page"] = leftover.page
    return written


def read(value: Any) -> Reading:
    """The reading in a JSON value.

    Raises:
        NotAProgramme: the value is of another format, or a part of it is not what the format says.
    """
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise NotAProgramme(f"the document's format is not {FORMAT!r}")
    programme = programme_json.read(value.get("programme"))
    try:
        return Reading(
            source=Origin(**value["source"]),
            programme=programme,
            evidence={
                path: Evidence(**{**found, "lines": (found["lines"][0], found["lines"][1])})
                for path, found in value["evidence"].items()
            },
            leftovers=tuple(Leftover(**leftover) for leftover in value["leftovers"]),
            lines=LineCount(**value["lines"]),
            notes=tuple(value.get("notes", ())),
        )
    except (KeyError, TypeError, AttributeError, IndexError) as fault:
        raise NotAProgramme(
            f"the reading's source, evidence, leftovers or lines are broken: {fault}"
        ) from None

"""`hemicycle.findings/1`: what a careful secretary would raise about a programme."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FORMAT = "hemicycle.findings/1"


class Gravity(StrEnum):
    """How much a finding matters: settle before printing, should be settled, worth a look."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: a code of `docs/reference/objections.md`, whom it concerns, and the facts of its sentence."""

    code: str
    gravity: Gravity
    concerns: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    lines: tuple[int, int] | None = None


def to_json(finding: Finding, message: str) -> dict[str, Any]:
    """The finding as its format prints it; `message` is its sentence in the reader's language."""
    return {
        "code": finding.code,
        "gravity": finding.gravity.value,
        "concerns": list(finding.concerns),
        "facts": dict(finding.facts),
        "lines": list(finding.lines) if finding.lines else [],
        "message": message,
    }


def document(findings: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {"format": FORMAT, "findings": list(findings)}

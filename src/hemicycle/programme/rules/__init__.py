"""What a careful secretary would raise about a programme, before it is printed.

Every rule is a function from a `Sight` of the programme to findings, says in its docstring when a finding is how
grave, and errs on the side of silence: a false alarm of high gravity costs more than a fault of low gravity missed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.programme.rules import clashes, languages, seats, structure, texts, times, variants
from hemicycle.programme.rules.sight import Sight

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemicycle.engines.formats.findings import Finding
    from hemicycle.engines.formats.programme import Programme
    from hemicycle.engines.formats.reading import Evidence

__all__ = ["findings"]

_RULES = (
    *seats.RULES,
    *clashes.RULES,
    *times.RULES,
    *structure.RULES,
    *variants.RULES,
    *languages.RULES,
    *texts.RULES,
)


def findings(programme: Programme, evidence: Mapping[str, Evidence] | None = None) -> tuple[Finding, ...]:
    """Everything found, the gravest first, then in the order of the document.

    `evidence`, from a reading, gives findings their lines and tells what was assumed.
    """
    sight = Sight(programme, evidence or {})
    return tuple(sorted((found for rule in _RULES for found in rule(sight)), key=sight.before))

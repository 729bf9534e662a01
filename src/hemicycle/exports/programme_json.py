"""`hemicycle.programme/1` itself, in its canonical bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.engines.formats import canonical, programme_json

if TYPE_CHECKING:
    from hemicycle.engines.formats.programme import Programme


def write(programme: Programme) -> bytes:
    """The programme as canonical JSON: what its digest is made of, set out for people."""
    return canonical.write(programme_json.write(programme)).encode("utf-8", "replace")

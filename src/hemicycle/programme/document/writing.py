"""A programme as the document that is published, and the digest by which it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats import canonical, programme_json

if TYPE_CHECKING:
    from hemicycle.engines.formats.programme import Programme


def write(programme: Programme) -> dict[str, Any]:
    """`hemicycle.programme/1`, every field present."""
    return programme_json.write(programme)


def digest(programme: Programme) -> str:
    """The same for equal programmes and for no others."""
    return canonical.digest(write(programme))

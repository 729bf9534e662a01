"""One way of turning a document into bytes, so that equal documents have equal digests."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"


def write(document: Json) -> str:
    """JSON for people and machines: UTF-8 as it is, sorted keys, two-space indent, one final newline."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, indent=2) + "\n"


def digest(document: Json) -> str:
    """SHA-256, in hexadecimal, of the document's compact canonical form."""
    compact = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(compact.encode("utf-8", "surrogatepass")).hexdigest()

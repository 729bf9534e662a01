"""One way of turning a document into bytes, so that equal documents have equal digests.

Whatever `json` sets out in lines it writes in Python, at twenty times the cost of its compact form. The writer here gives
the same bytes and leaves texts, which are most of a programme, to the encoder in C.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from json.encoder import encode_basestring as _quoted
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"

_COMPACT = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False)


@dataclass(frozen=True, slots=True)
class Line:
    """A value to be written on one line, its keys sorted, within a document that is set out in lines."""

    value: Json


def write(document: Json) -> str:
    """JSON for people and machines: UTF-8 as it is, sorted keys, two-space indent, one final newline."""
    return laid_out(document, indent=2, sort_keys=True)


def laid_out(document: Json, *, indent: int, sort_keys: bool = False) -> str:
    """The text of `json.dumps(document, ensure_ascii=False, indent=…, sort_keys=…)`, and a newline.

    Names must be texts; values may be `Line`s, of which `json` knows nothing.
    """
    return _Layout(" " * indent, sort_keys=sort_keys).text(document, "\n") + "\n"


def compact(document: Json) -> str:
    """The document on one line without spaces, its keys sorted."""
    return _COMPACT.encode(document)


def digest(document: Json) -> str:
    """SHA-256, in hexadecimal, of the document's compact canonical form."""
    return hashlib.sha256(compact(document).encode("utf-8", "surrogatepass")).hexdigest()


class _Layout:
    def __init__(self, indent: str, *, sort_keys: bool) -> None:
        self.indent = indent
        self.sort_keys = sort_keys

    def text(self, value: Any, margin: str) -> str:
        """The value; `margin` is the line break and the indent of the line on which it begins."""
        if isinstance(value, str):
            return _quoted(value)
        if isinstance(value, dict):
            return self._object(value, margin) if value else "{}"
        if isinstance(value, list | tuple):
            inner = margin + self.indent
            entries = f",{inner}".join([self.text(entry, inner) for entry in value])
            return f"[{inner}{entries}{margin}]" if value else "[]"
        if type(value) is int:
            return str(value)
        return _COMPACT.encode(value.value if isinstance(value, Line) else value)

    def _object(self, value: dict[str, Any], margin: str) -> str:
        inner, text = margin + self.indent, self.text
        entries = f",{inner}".join(
            [
                # A text is seen to here, since most values are texts and a call costs more than the test.
                f"{_quoted(name)}: {_quoted(found) if type(found) is str else text(found, inner)}"
                for name, found in (sorted(value.items()) if self.sort_keys else value.items())
            ]
        )
        return f"{{{inner}{entries}{margin}}}"

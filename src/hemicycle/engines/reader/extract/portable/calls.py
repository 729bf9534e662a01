"""pdfium's functions with plain addresses as arguments, so that `map` may call one for every letter of a page.

The functions of `pypdfium2.raw` check and wrap each pointer anew, which costs more than what they do.
"""

from __future__ import annotations

import ctypes
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_Address = ctypes.c_void_p
_Number = ctypes.c_int


class Calls(NamedTuple):
    """Handles are whole numbers, 0 or nothing where there is no such thing; results are written to addresses."""

    characters: Callable[[int, int, int, int], int]
    """Of a text page, from an index, so many, as UTF-16 to an address."""
    character: Callable[[int, int], int]
    loose_box: Callable[[int, int, int], int]
    """Writes left, top, right and bottom as floats."""
    text_object: Callable[[int, int], int | None]
    font: Callable[[int], int | None]
    page_objects: Callable[[int], int]
    page_object: Callable[[int, int], int | None]
    form_objects: Callable[[int], int]
    form_object: Callable[[int, int], int | None]
    kind: Callable[[int], int]
    bounds: Callable[[int, int, int, int, int], int]
    """Writes left, bottom, right and top, a float each, to four addresses."""


@cache
def calls() -> Calls:
    import pypdfium2.raw as pdf

    def plain(function: Any, result: Any, *arguments: Any) -> Any:
        return ctypes.CFUNCTYPE(result, *arguments)(address(function))

    return Calls(
        plain(pdf.FPDFText_GetText, _Number, _Address, _Number, _Number, _Address),
        plain(pdf.FPDFText_GetUnicode, ctypes.c_uint, _Address, _Number),
        plain(pdf.FPDFText_GetLooseCharBox, _Number, _Address, _Number, _Address),
        plain(pdf.FPDFText_GetTextObject, _Address, _Address, _Number),
        plain(pdf.FPDFTextObj_GetFont, _Address, _Address),
        plain(pdf.FPDFPage_CountObjects, _Number, _Address),
        plain(pdf.FPDFPage_GetObject, _Address, _Address, _Number),
        plain(pdf.FPDFFormObj_CountObjects, _Number, _Address),
        plain(pdf.FPDFFormObj_GetObject, _Address, _Address, ctypes.c_ulong),
        plain(pdf.FPDFPageObj_GetType, _Number, _Address),
        plain(pdf.FPDFPageObj_GetBounds, _Number, _Address, _Address, _Address, _Address, _Address),
    )


def address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0

"""The XML of a workbook's sheets, looked at before a library opens it, since it makes every cell of a span."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from hemicycle.engines.reader.source.archive import archive, part

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_SPAN = re.compile(
    rb"(<(?:\w+:)?(?:mergeCell|hyperlink)\b[^<>]*?\bref=[\"'])([A-Za-z]{1,3})(\d{1,7}):([A-Za-z]{1,3})(\d{1,7})"
)
_UNWORKED = re.compile(rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>")
_ROOM = 200_000
"""So many cells of spans there may be on a sheet; each span beyond them counts as a single cell."""
_WIDEST, _TALLEST = 200, 2_000


def bounded_spans(name: str, data: bytes) -> bytes:
    """The workbook, its merged cells and links cut where they span far more than a programme does."""
    with archive(name, data) as opened:
        changed = {path: cut for path, xml in _sheets(name, opened) if (cut := _cut(xml)) != xml}
        if not changed:
            return data
        kept = io.BytesIO()
        with zipfile.ZipFile(kept, "w", zipfile.ZIP_STORED) as new:
            for path in dict.fromkeys(opened.namelist()):
                new.writestr(path, changed[path] if path in changed else part(name, opened, path))
        return kept.getvalue()


def unworked_formulas(name: str, data: bytes) -> bool:
    """Whether a formula is kept without its result, as programs other than spreadsheets leave it."""
    with archive(name, data) as opened:
        return any(_UNWORKED.search(xml) for _, xml in _sheets(name, opened))


def _sheets(name: str, opened: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for path in dict.fromkeys(opened.namelist()):
        if _SHEET.fullmatch(path):
            yield path, part(name, opened, path)


def _cut(xml: bytes) -> bytes:
    room = _ROOM

    def shorter(found: re.Match[bytes]) -> bytes:
        nonlocal room
        left, top, right, bottom = _column(found[2]), int(found[3]), _column(found[4]), int(found[5])
        wide = min(max(right - left, 0), _WIDEST - 1)
        tall = min(max(bottom - top, 0), _TALLEST - 1)
        if (wide + 1) * (tall + 1) > room:
            wide = tall = 0
        room -= (wide + 1) * (tall + 1)
        if (left + wide, top + tall) == (right, bottom):
            return found[0]
        return b"%s%s%d:%s%d" % (found[1], found[2], top, _letters(left + wide), top + tall)

    return _SPAN.sub(shorter, xml)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _letters(number: int) -> bytes:
    written = b""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        written = bytes([65 + rest]) + written
    return written

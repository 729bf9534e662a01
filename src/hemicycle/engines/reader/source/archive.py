"""ZIP archives from strangers: looked at before they are opened, read with a bound."""

from __future__ import annotations

import io
import zipfile
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hemicycle.engines.reader.source.terms import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_ENTRIES = 5_000
MOST_UNPACKED = 400 * 1024 * 1024
LARGEST_PART = 100 * 1024 * 1024
_HIGHEST_RATIO = 250
_HARMLESS = 8 * 1024 * 1024
"""Below this no ratio is a bomb: a page of nothing but table cells compresses a thousandfold."""


def broken(name: str) -> Unreadable:
    return Unreadable(f"{name} is damaged or was cut short on its way; ask for it again, or save it anew.")


@contextmanager
def archive(name: str, data: bytes) -> Iterator[zipfile.ZipFile]:
    """The archive in these bytes.

    Raises:
        Unreadable: it is damaged, encrypted, or unpacks to far more than a document holds.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            _refuse_bombs(name, opened)
            yield opened
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, NotImplementedError):
        raise broken(name) from None


def part(name: str, opened: zipfile.ZipFile, path: str) -> bytes:
    """One file of the archive, empty where there is none.

    Raises:
        Unreadable: it is damaged or encrypted, or unpacks to more than it declares or than is read.
    """
    try:
        entry = opened.getinfo(path)
    except KeyError:
        return b""
    try:
        with opened.open(entry) as packed:
            unpacked = packed.read(LARGEST_PART + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise broken(name) from None
    if len(unpacked) > LARGEST_PART:
        raise _bomb(name)
    return unpacked


def _refuse_bombs(name: str, opened: zipfile.ZipFile) -> None:
    entries = opened.infolist()
    declared = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable(f"{name} is locked with a password; save a copy without it.")
    if len(entries) > MOST_ENTRIES or declared > MOST_UNPACKED:
        raise _bomb(name)
    if declared > _HARMLESS and declared > _HIGHEST_RATIO * max(packed, 1):
        raise _bomb(name)


def _bomb(name: str) -> Unreadable:
    return Unreadable(f"{name} unpacks to far more than a document holds; save its text as a new file.")

"""Files in, files out: what every command does with the names that it is given."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from hemicycle.engines.formats.programme import Programme
    from hemicycle.engines.formats.reading import Evidence, Reading
    from hemicycle.kit.words import Words


class Misused(ValueError):
    """The command cannot do what it was asked; the message is one sentence: what, where, what to do."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A programme that came from a file, with the evidence of its reading."""

    name: str
    reading: Reading

    @property
    def programme(self) -> Programme:
        return self.reading.programme

    @property
    def evidence(self) -> Mapping[str, Evidence]:
        return self.reading.evidence


def read(name: str, arguments: argparse.Namespace) -> Paper:
    """Read a document, a reading or a programme, in a process of its own with bounded time and memory.

    Raises:
        Misused: the file is not there or may not be read.
        Unreadable, NoProgramme: as the reader says.
    """
    from hemicycle.engines import reader
    from hemicycle.engines.reader import bounds

    data = content(name)
    hints = reader.Hints(
        year=arguments.year, timezone=arguments.timezone or "", first_day=arguments.first_day or ""
    )
    with progress(f"reading {name}"):
        reading = bounds.bounded(lambda: reader.read(Path(name).name, data, hints))
    return Paper(name, reading)


def content(name: str) -> bytes:
    """What a file holds, or standard input for `-`.

    Raises:
        Misused: the file is not there or may not be read.
    """
    try:
        if name == "-":
            return sys.stdin.buffer.read()
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise Misused(f"there is no file {name}; check the name and the folder") from None
    except IsADirectoryError:
        raise Misused(f"{name} is a folder; name a file in it") from None
    except OSError as fault:
        raise Misused(f"{name} cannot be read ({fault.strerror}); check who may read it") from None


def write(data: bytes, out: str | None) -> None:
    """Write to a file, whole or not at all, or to standard output.

    Raises:
        Misused: the file cannot be written.
    """
    if out is None or out == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    target = Path(out)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as draft:
            draft.write(data)
        Path(draft.name).chmod(0o666 & ~_umask())
        Path(draft.name).replace(target)
    except OSError as fault:
        raise Misused(f"{out} cannot be written ({fault.strerror}); name another place with -o") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_folder(files: Mapping[str, bytes], out: str) -> None:
    """Write many files below a folder.

    Raises:
        Misused: the folder cannot be written.
    """
    for name in sorted(files):
        write(files[name], str(Path(out) / name))


class progress:  # noqa: N801 -- reads as a word in a with statement
    """Says on a terminal what is being done, and wipes it away when it is done."""

    def __init__(self, doing: str) -> None:
        self.doing = doing
        self.shown = sys.stderr.isatty()

    def __enter__(self) -> None:
        if self.shown:
            print(f"\r{self.doing} …", end="", file=sys.stderr, flush=True)

    def __exit__(self, *_: object) -> None:
        if self.shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def language_of(arguments: argparse.Namespace, programme: Programme) -> Words:
    """The words to speak in: as asked, else the programme's own language, else English."""
    from hemicycle.kit.words import LANGUAGES, words

    asked = arguments.language or programme.language.split("-")[0]
    return words(asked if asked in LANGUAGES else "en")

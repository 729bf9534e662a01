"""`hemicycle`: one program, one command each for reading, checking, comparing and publishing."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from hemicycle import VERSION
from hemicycle.cli import checking, comparing, exporting, reading, texts, timetabling
from hemicycle.cli.papers import Misused

if TYPE_CHECKING:
    from collections.abc import Sequence

DESCRIPTION = "Run a conference: read its papers, check, compare and publish its programme."
EPILOG = """examples:
  hemicycle read programme.docx -o programme.json
  hemicycle check programme.json
  hemicycle compare july.txt november.txt --words
  hemicycle export programme.json --to pdf -o programme.pdf

Errors are one line each. Exit status 2 means that a file cannot be used, 3 that it holds no programme."""


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="hemicycle",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="store_true", help="print the version and stop")
    commands = top.add_subparsers(metavar="COMMAND", dest="command")
    for command in (reading, checking, comparing, exporting, timetabling, texts):
        command.add(commands)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; no traceback ever reaches a person."""
    top = parser()
    arguments = top.parse_args(argv)
    if arguments.version:
        print(VERSION)
        return 0
    if arguments.command is None:
        top.print_help()
        return 0
    return _run(arguments)


def _run(arguments: argparse.Namespace) -> int:
    from hemicycle.engines.formats.programme import NotAProgramme
    from hemicycle.engines.reader.source import NoProgramme, Unreadable
    from hemicycle.engines.redline.tree import NotAText
    from hemicycle.engines.scheduling.plan import NotAPlan
    from hemicycle.engines.scheduling.problem import NotAProblem
    from hemicycle.exports.refusal import NotExportable

    try:
        return int(arguments.run(arguments))
    except NoProgramme as fault:
        return _fail(fault, 3)
    except (Unreadable, NotAProgramme, NotAProblem, NotAPlan, NotAText, NotExportable, Misused) as fault:
        return _fail(fault, 2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _fail("stopped", 130)
    except Exception as fault:
        if os.environ.get("HEMICYCLE_TRACEBACK"):
            raise
        name = type(fault).__name__
        return _fail(f"a fault of Hemicycle's own ({name}: {fault}); please report it with the file", 70)


def _fail(why: object, status: int) -> int:
    sentence = " ".join(str(why).split())
    print(f"hemicycle: {sentence}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())

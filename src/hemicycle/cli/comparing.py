"""`hemicycle compare`: what changed between two programmes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.cli import papers

if TYPE_CHECKING:
    import argparse

    from hemicycle.cli.options import Commands

HELP = "say what changed between two programmes"
EPILOG = """example:
  hemicycle compare july.txt november.txt --words

A session that moved is shown as moved, never as removed and added. With --words: a note for the partners."""


def add(commands: Commands) -> None:
    from hemicycle.cli import options

    command = options.command(commands, "compare", HELP, EPILOG, run)
    command.add_argument("old", metavar="OLD", help="the earlier programme or document")
    command.add_argument("new", metavar="NEW", help="the later programme or document")
    command.add_argument("--words", action="store_true", help="print the note for partners")
    options.out(command)
    options.hints(command)
    options.language(command)


def run(arguments: argparse.Namespace) -> int:
    old = papers.read(arguments.old, arguments)
    new = papers.read(arguments.new, arguments)

    from hemicycle.engines.formats import canonical
    from hemicycle.programme import changes, document
    from hemicycle.programme.wording import note

    words = papers.language_of(arguments, new.programme)
    with papers.progress("comparing"):
        found = document.compare(old.programme, new.programme)
    if arguments.words:
        text = note.write(found, old.programme, new.programme, words)
        papers.write((text.rstrip("\n") + "\n").encode(), arguments.out)
    else:
        papers.write(canonical.write(changes.to_json(found, words)).encode(), arguments.out)
    return 0

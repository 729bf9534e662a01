"""`hemicycle read`: a document becomes a reading."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from hemicycle.cli import papers

if TYPE_CHECKING:
    import argparse

    from hemicycle.cli.options import Commands

HELP = "read a programme document into data, each value with the lines it stands in"
EPILOG = """example:
  hemicycle read programme.docx -o reading.json --year 2017 --timezone Europe/Brussels

Reads .txt .md .html .docx .pdf .xlsx .csv .yaml .json .ics, frab schedule.xml, and pretalx's and Indico's JSON.
Exit status: 0; 3 when the document holds no programme; 2 when it cannot be read."""


def add(commands: Commands) -> None:
    from hemicycle.cli import options

    command = options.command(commands, "read", HELP, EPILOG, run)
    command.add_argument("file", metavar="FILE", help="the document, or - for standard input")
    options.out(command)
    options.hints(command)
    options.language(command)


def run(arguments: argparse.Namespace) -> int:
    paper = papers.read(arguments.file, arguments)

    from hemicycle.cli.checking import findings_of
    from hemicycle.engines.formats import canonical, reading

    found = findings_of(paper, papers.language_of(arguments, paper.programme))
    for note in paper.reading.notes:
        print(f"hemicycle: note: {note}", file=sys.stderr)
    papers.write(canonical.write(reading.write(paper.reading, found)).encode(), arguments.out)
    return 0

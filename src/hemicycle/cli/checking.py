"""`hemicycle check`: what a careful secretary would raise about a programme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hemicycle.cli import papers

if TYPE_CHECKING:
    import argparse

    from hemicycle.cli.options import Commands
    from hemicycle.kit.words import Words

HELP = "list every fault of a programme, by gravity"
EPILOG = """example:
  hemicycle check programme.docx --words

FILE is a reading, a programme or a document to be read.
Exit status: 0 when nothing of high gravity was found, 1 when something was."""


def add(commands: Commands) -> None:
    from hemicycle.cli import options

    command = options.command(commands, "check", HELP, EPILOG, run)
    command.add_argument("file", metavar="FILE", help="the file, or - for standard input")
    command.add_argument("--words", action="store_true", help="print sentences instead of JSON")
    options.out(command)
    options.hints(command)
    options.language(command)


def run(arguments: argparse.Namespace) -> int:
    paper = papers.read(arguments.file, arguments)

    from hemicycle.engines.formats import canonical
    from hemicycle.engines.formats.findings import Gravity, document
    from hemicycle.programme import rules
    from hemicycle.programme.wording import findings as wording

    words = papers.language_of(arguments, paper.programme)
    if arguments.words:
        found = rules.findings(paper.programme, paper.evidence)
        text = wording.table(found, paper.programme, words)
        papers.write((text.rstrip("\n") + "\n").encode(), arguments.out)
        return int(any(finding.gravity is Gravity.HIGH for finding in found))
    found_json = findings_of(paper, words)
    papers.write(canonical.write(document(found_json)).encode(), arguments.out)
    return int(any(finding["gravity"] == Gravity.HIGH for finding in found_json))


def findings_of(paper: papers.Paper, words: Words) -> list[dict[str, Any]]:
    """The findings on a paper, each with its sentence, as their format prints them."""
    from hemicycle.engines.formats.findings import to_json
    from hemicycle.programme import rules
    from hemicycle.programme.wording import findings as wording

    found = rules.findings(paper.programme, paper.evidence)
    said = wording.sentences(found, paper.programme, words)
    return [to_json(finding, sentence) for finding, sentence in zip(found, said, strict=True)]

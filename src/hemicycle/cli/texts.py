"""`hemicycle text`: negotiated texts, and proposals on them, as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.cli import papers

if TYPE_CHECKING:
    import argparse

    from hemicycle.cli.options import Commands
    from hemicycle.engines.redline.operations import Proposal
    from hemicycle.engines.redline.tree import Text

FORMS = ("akn", "docx", "html", "pdf")
HELP = "read, compare, amend and publish a negotiated text"
EPILOG = """examples:
  hemicycle text read zero-draft.docx -o zero.json
  hemicycle text compare zero.json rev1.json
  hemicycle text carry proposals.json --from zero.json --to rev1.json

Each of these has its own --help."""
_READ = """examples:
  hemicycle text read zero-draft.docx -o zero.json
  hemicycle text read returned.docx --after zero.json -o rev1.json
  hemicycle text read tracked.docx --proposals -o proposals.json

With --after, paragraphs get the identities of the version before: guesses by their words, each marked with its likeness
for a person to confirm. With --proposals: the tracked changes of a Word file that Hemicycle wrote, one proposal for each
author."""
_COMPARE = """example:
  hemicycle text compare zero.json rev1.json

A paragraph that moved is shown as moved, never as removed and added. Both may also be documents to be read."""
_APPLY = """example:
  hemicycle text apply zero.json proposals.json -o amended.json

All proposals are applied, in their order, or none: at the first conflict it says which, and the status is 1."""
_CARRY = """example:
  hemicycle text carry proposals.json --from zero.json --to rev1.json

A verdict for each operation: clean, look, identical, conflict, orphan; and the proposals that meet each other. The status
is 1 when there is a conflict or an orphan."""
_EXPORT = """examples:
  hemicycle text export rev1.json --to akn -o rev1.akn.xml
  hemicycle text export zero.json --to docx --proposals proposals.json -o tracked.docx

With --proposals, the Word file has them as tracked changes, each in the name of its delegation."""


def add(commands: Commands) -> None:
    from hemicycle.cli import options

    group = options.command(commands, "text", HELP, EPILOG, lambda _: 0)
    parts = group.add_subparsers(metavar="VERB", dest="verb", required=True)
    read = options.command(parts, "read", "read a draft into a text", _READ, run_read)
    read.add_argument("file", metavar="FILE", help="the draft, or - for standard input")
    read.add_argument(
        "--after", metavar="TEXT", help="the version before, for the identities of its paragraphs"
    )
    read.add_argument("--proposals", action="store_true", help="write its tracked changes as proposals")
    compare = options.command(
        parts, "compare", "say what changed between two versions", _COMPARE, run_compare
    )
    compare.add_argument("old", metavar="A", help="the earlier version")
    compare.add_argument("new", metavar="B", help="the later version")
    apply = options.command(parts, "apply", "apply proposals to a text", _APPLY, run_apply)
    apply.add_argument("text", metavar="TEXT", help="the text")
    apply.add_argument("proposals", metavar="PROPOSALS", help="the proposals")
    carry = options.command(parts, "carry", "carry proposals over to a new version", _CARRY, run_carry)
    carry.add_argument("proposals", metavar="PROPOSALS", help="the proposals")
    carry.add_argument(
        "--from", dest="old", metavar="A", required=True, help="the version that they were made on"
    )
    carry.add_argument("--to", dest="new", metavar="B", required=True, help="the new version")
    export = options.command(parts, "export", "publish a text", _EXPORT, run_export)
    export.add_argument("text", metavar="TEXT", help="the text")
    export.add_argument("--to", required=True, choices=FORMS, help="the public form")
    export.add_argument("--proposals", metavar="PROPOSALS", help="docx: these as tracked changes")
    options.language(export)
    for command in (read, compare, apply, carry, export):
        options.out(command)


def run_read(arguments: argparse.Namespace) -> int:
    from hemicycle.engines.formats import canonical
    from hemicycle.engines.redline import alignment, proposals_json, text_json

    if arguments.proposals:
        found = canonical.write(proposals_json.write(_tracked(arguments.file)))
    else:
        text = _text(arguments.file)
        if arguments.after is not None:
            text = alignment.identified(text, _text(arguments.after))
        found = canonical.write(text_json.write(text))
    papers.write(found.encode(), arguments.out)
    return 0


def run_compare(arguments: argparse.Namespace) -> int:
    from hemicycle.engines.formats import canonical
    from hemicycle.engines.redline import carry_json, comparing

    old, new = _text(arguments.old), _text(arguments.new)
    found = comparing.compare(old, new)
    papers.write(canonical.write(carry_json.changes(found, old, new)).encode(), arguments.out)
    return 0


def run_apply(arguments: argparse.Namespace) -> int:
    import sys

    from hemicycle.engines.formats import canonical
    from hemicycle.engines.redline import amend, text_json

    text = _text(arguments.text)
    for proposal in _proposals(arguments.proposals):
        made = amend.apply(text, proposal.operations)
        if isinstance(made, amend.Conflict):
            print(f"hemicycle: proposal {proposal.id}: {made.sentence}", file=sys.stderr)
            return 1
        text = made
    papers.write(canonical.write(text_json.write(text)).encode(), arguments.out)
    return 0


def run_carry(arguments: argparse.Namespace) -> int:
    from hemicycle.engines.formats import canonical
    from hemicycle.engines.redline import carry_json, carrying, collisions

    proposals = _proposals(arguments.proposals)
    old, new = _text(arguments.old), _text(arguments.new)
    carried = carrying.carry(proposals, old, new)
    met = collisions.collisions(old, proposals)
    papers.write(canonical.write(carry_json.write(carried, met, old, new)).encode(), arguments.out)
    grave = {carrying.Verdict.CONFLICT, carrying.Verdict.ORPHAN}
    return int(any(one.verdict in grave for one in carried))


def run_export(arguments: argparse.Namespace) -> int:
    from hemicycle.kit.words import LANGUAGES, words

    text = _text(arguments.text)
    if arguments.proposals and arguments.to != "docx":
        raise papers.Misused("--proposals goes with --to docx; leave it out")
    proposals = _proposals(arguments.proposals) if arguments.proposals else ()
    asked = arguments.language or text.language.split("-")[0]
    said = words(asked if asked in LANGUAGES else "en")
    with papers.progress(f"writing {arguments.to}"):
        if arguments.to == "akn":
            from hemicycle.exports import text_akn

            data = text_akn.write(text)
        elif arguments.to == "docx":
            from hemicycle.exports import text_docx

            data = text_docx.write(text, said, proposals)
        elif arguments.to == "html":
            from hemicycle.exports import text_html

            data = text_html.write(text)
        else:
            from hemicycle.exports import text_pdf

            data = text_pdf.write(text, said)
    papers.write(data, arguments.out)
    return 0


def _text(name: str) -> Text:
    from pathlib import Path

    from hemicycle.engines.reader import bounds
    from hemicycle.engines.redline import reading

    data = papers.content(name)
    with papers.progress(f"reading {name}"):
        return bounds.bounded(lambda: reading.read(Path(name).name, data))


def _tracked(name: str) -> tuple[Proposal, ...]:
    from hemicycle.engines.reader import bounds
    from hemicycle.engines.redline import reading

    data = papers.content(name)
    return bounds.bounded(lambda: reading.read_proposals(name, data))


def _proposals(name: str) -> tuple[Proposal, ...]:
    from hemicycle.engines.redline import proposals_json, reading

    return proposals_json.read(reading.value_of(papers.content(name)))

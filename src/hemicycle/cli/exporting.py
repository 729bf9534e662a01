"""`hemicycle export`: a programme in every public form."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from hemicycle.cli import papers

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from hemicycle.cli.options import Commands
    from hemicycle.engines.formats.programme import Programme
    from hemicycle.kit.words import Words

FORMS = ("ical", "frab", "frab-json", "json", "jsonld", "docx", "pdf", "html")
HELP = "publish a programme: calendar, schedule files, data, Word, PDF, web pages"
EPILOG = """examples:
  hemicycle export programme.json --to ical -o programme.ics
  hemicycle export november.docx --to html -o site/

PROGRAMME is a programme, a reading or a document to be read. frab is the schedule.xml of conference apps,
html a folder of pages that works from a disk."""


def add(commands: Commands) -> None:
    from hemicycle.cli import options

    command = options.command(commands, "export", HELP, EPILOG, run)
    command.add_argument("file", metavar="PROGRAMME", help="the file, or - for standard input")
    command.add_argument("--to", required=True, choices=FORMS, help="the public form")
    command.add_argument("--session", metavar="KEY", help="ical: this session only")
    command.add_argument("--person", metavar="KEY", help="ical: this person's sessions only")
    options.out(command)
    options.hints(command)
    options.language(command)


def run(arguments: argparse.Namespace) -> int:
    _refuse_misuse(arguments)
    paper = papers.read(arguments.file, arguments)
    words = papers.language_of(arguments, paper.programme)
    with papers.progress(f"writing {arguments.to}"):
        if arguments.to == "html":
            papers.write_folder(_pages(paper.programme, words, arguments.language), arguments.out)
        elif arguments.to == "ical":
            papers.write(_calendar(paper.programme, words, arguments), arguments.out)
        else:
            papers.write(_writer(arguments.to)(paper.programme, words), arguments.out)
    return 0


def _refuse_misuse(arguments: argparse.Namespace) -> None:
    if arguments.to == "html" and arguments.out in (None, "-"):
        raise papers.Misused("web pages are a folder; name it with -o")
    if (arguments.session or arguments.person) and arguments.to != "ical":
        raise papers.Misused("--session and --person go with --to ical; leave them out")


def _calendar(programme: Programme, words: Words, arguments: argparse.Namespace) -> bytes:
    from hemicycle.exports import ical

    if arguments.session and arguments.session not in {session.key for session in programme.sessions}:
        raise papers.Misused(f"no session has the key {arguments.session}; see the keys with --to json")
    if arguments.person and arguments.person not in {person.key for person in programme.people}:
        raise papers.Misused(f"no person has the key {arguments.person}; see the keys with --to json")
    return ical.write(programme, words, only_session=arguments.session, only_person=arguments.person)


def _pages(programme: Programme, words: Words, language: str | None) -> dict[str, bytes]:
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hemicycle.project.settings")
    django.setup()

    from hemicycle.exports import html
    from hemicycle.kit.words import LANGUAGES

    languages = [language] if language else LANGUAGES
    return dict(html.write(programme, languages=languages, alternatives=_beside_pages(programme, words)))


def _beside_pages(programme: Programme, words: Words) -> dict[str, bytes]:
    """The forms that the pages offer and do not make themselves, by file name; a paper without dates has no schedule."""
    from hemicycle.exports.refusal import NotExportable

    found = {f"programme.{form}": _writer(form)(programme, words) for form in ("docx", "pdf")}
    with contextlib.suppress(NotExportable):
        found["schedule.xml"] = _writer("frab")(programme, words)
    return found


def _writer(form: str) -> Callable[[Programme, Words], bytes]:
    if form == "docx":
        from hemicycle.exports import docx

        return docx.write
    if form == "pdf":
        from hemicycle.exports import pdf

        return pdf.write
    if form == "frab":
        from hemicycle.exports import frab_xml

        return frab_xml.write
    if form == "frab-json":
        from hemicycle.exports import frab_json

        return frab_json.write
    from hemicycle.exports import json_ld, programme_json

    write = programme_json.write if form == "json" else json_ld.write
    return lambda programme, _words: write(programme)

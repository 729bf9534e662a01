"""Options that several commands share, declared once."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 -- it has no public name

LANGUAGES = ("en", "fr", "es", "nl", "tr", "ar")


def command(
    commands: Commands, name: str, help_: str, epilog: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    made = commands.add_parser(
        name,
        help=help_,
        description=f"{help_[0].upper()}{help_[1:]}.",
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.set_defaults(run=run)
    return made


def out(command: argparse.ArgumentParser) -> None:
    command.add_argument("-o", dest="out", metavar="OUT", help="where to write (default: standard output)")


def hints(command: argparse.ArgumentParser) -> None:
    """What the document may leave unsaid."""
    group = command.add_argument_group("what the document may leave unsaid")
    group.add_argument("--year", type=_year, metavar="Y", help="the year of its days")
    group.add_argument("--timezone", type=_timezone, metavar="TZ", help="such as Europe/Brussels")
    group.add_argument(
        "--first-day", type=_day, metavar="DATE", help="the first day, where no dates are printed"
    )


def language(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--language",
        choices=LANGUAGES,
        help="the language of sentences and labels (default: the programme's, else English)",
    )


def _year(text: str) -> int:
    if text.isascii() and text.isdigit() and 1900 <= int(text) <= 2200:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a year from 1900 to 2200")


def _timezone(text: str) -> str:
    import zoneinfo

    try:
        zoneinfo.ZoneInfo(text)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a time zone; write it as Europe/Brussels"
        ) from None
    return text


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write it as 2017-11-16") from None

"""`make reference`: the pages of docs/reference that are made from the code, and the check that they still agree."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
NOTE = "<!-- Made by `make reference` from the code: do not edit. -->\n\n"


def command_line() -> str:
    """Every command with its own help, as a person would see it on a page of 100 columns."""
    from hemicycle.cli.main import parser

    os.environ["COLUMNS"] = "100"
    top = parser()
    parts = ["# The command line\n", f"```text\n{top.format_help().strip()}\n```\n"]
    for action in top._actions:  # noqa: SLF001 -- argparse has no public list of its commands
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 -- likewise
            for name, command in action.choices.items():
                parts.append(f"## hemicycle {name}\n\n```text\n{command.format_help().strip()}\n```\n")
    return "\n".join(parts)


def objections() -> str:
    from hemicycle.programme import terms

    return terms.reference()


PAGES: dict[str, Callable[[], str]] = {
    "docs/reference/command-line.md": command_line,
    "docs/reference/objections.md": objections,
}


def page(name: str) -> str:
    title, _, rest = PAGES[name]().partition("\n")
    return f"{title}\n\n{NOTE}{rest.lstrip()}"


def main(mode: str) -> int:
    lagging = []
    for name in PAGES:
        path = ROOT / name
        made = page(name)
        if mode == "write":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made)
        elif not path.exists() or path.read_text() != made:
            lagging.append(f"{name} lags behind the code; run make reference")
    print("\n".join(lagging) or "The reference agrees with the code.")
    return int(bool(lagging))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))

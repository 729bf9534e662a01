"""Prints the reading of one file as JSON: `python -m hemicycle.engines.reader FILE [YEAR]`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from hemicycle.engines.formats import reading
from hemicycle.engines.reader import Hints, NoProgramme, Unreadable, read

NOT_READ, NO_PROGRAMME = 2, 3


def main(arguments: list[str]) -> int:
    """Reads the file that is named and prints what was understood; the exit status says when nothing was."""
    if not arguments:
        sys.stderr.write("Name a file to read, such as programme.docx\n")
        return NOT_READ
    path = Path(arguments[0])
    hints = Hints(year=int(arguments[1])) if len(arguments) > 1 and arguments[1].isdigit() else Hints()
    try:
        found = read(path.name, path.read_bytes(), hints)
    except (Unreadable, OSError) as fault:
        sys.stderr.write(f"{fault}\n")
        return NOT_READ
    except NoProgramme as nothing:
        sys.stderr.write(f"{nothing}\n")
        return NO_PROGRAMME
    sys.stdout.write(
        json.dumps(reading.write(found, []), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

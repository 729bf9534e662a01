"""`make run`: the whole main job on the two sample programmes, into a folder.

Reads both papers, checks the later, compares them, and publishes the later in every public form. Says what it wrote
and opens nothing.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from hemicycle.cli.main import main

SAMPLES = Path(__file__).parents[1] / "src/hemicycle/samples/mechelen-2017"
FORMS = {
    "ical": "programme.ics",
    "frab": "schedule.xml",
    "frab-json": "schedule.json",
    "json": "programme.json",
    "jsonld": "programme.jsonld",
    "docx": "programme.docx",
    "pdf": "programme.pdf",
    "html": "site",
}


def publish(folder: Path) -> int:
    july, november = str(SAMPLES / "july.txt"), str(SAMPLES / "november.md")
    steps = [
        ("the draft of July, read", ["read", july, "--year", "2017"], "july.reading.json"),
        ("the programme of November, read", ["read", november], "november.reading.json"),
        ("what a careful secretary would raise", ["check", november, "--words"], "findings.txt"),
        ("what changed, as data", ["compare", july, november, "--year", "2017"], "changes.json"),
        ("what changed, as a note", ["compare", july, november, "--year", "2017", "--words"], "changes.md"),
        *((f"published as {form}", ["export", november, "--to", form], name) for form, name in FORMS.items()),
    ]
    for done, command, name in steps:
        out = folder / name
        started = time.perf_counter()
        status = main([*command, "-o", str(out)])
        if status > 1:
            return status
        print(f"  {out}  ({done}, {time.perf_counter() - started:.1f} s)")
    return 0


if __name__ == "__main__":
    where = Path(sys.argv[1] if len(sys.argv) > 1 else "var/published")
    print(f"Reading the two sample programmes of Mechelen 2017 and publishing the later into {where}/")
    failed = publish(where)
    if not failed:
        print(f"Done. Open {where}/site/index.html or {where}/programme.pdf; read {where}/changes.md.")
    sys.exit(failed)

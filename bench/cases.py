"""What is measured: each case prepares its input, then is called once to warm up and once under the clock."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench import synthetic

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "src/hemicycle/samples/mechelen-2017"
Prepared = tuple[Callable[[], Any], dict[str, Any]]


def read_sample(name: str) -> Prepared:
    from hemicycle.engines import reader

    data = (SAMPLES / name).read_bytes()
    return lambda: reader.read(name, data), {"sessions": len(reader.read(name, data).programme.sessions)}


def read_paper(form: str, size: int) -> Prepared:
    """A paper of our own making, without the copy of the data that our Word files carry."""
    from hemicycle.engines import reader
    from hemicycle.engines.reader import extract, source

    data = paper(form, size)
    pages = extract.paper(source.open_source(f"paper.{form}", data)).lines
    return lambda: reader.read(f"paper.{form}", data), {
        "kB": len(data) // 1000,
        "lines": len(pages),
        "pages": pages[-1].page or "",
    }


def paper(form: str, size: int) -> bytes:
    from hemicycle.exports import docx, pdf
    from hemicycle.kit.words import words

    programme = synthetic.programme(size)
    if form == "pdf":
        return pdf.write(programme, words("en"))
    return without_data(docx.write(programme, words("en")))


def without_data(document: bytes) -> bytes:
    """A Word file as a partner would save it: our own data part is gone, the visible text remains."""
    import io
    import zipfile

    kept = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(document)) as old,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if not name.startswith("customXml/item"):
                new.writestr(name, old.read(name))
    return kept.getvalue()


def check(size: int) -> Prepared:
    from hemicycle.programme import rules

    programme = synthetic.programme(size)
    return lambda: rules.findings(programme), {}


def compare(size: int) -> Prepared:
    from hemicycle.programme import document

    old = synthetic.programme(size)
    new = synthetic.revised(old)
    return lambda: document.compare(old, new), {"changes": len(document.compare(old, new).differences)}


def export(form: str, size: int) -> Prepared:
    from hemicycle.exports import docx, frab_json, frab_xml, ical, json_ld, pdf, programme_json
    from hemicycle.kit.words import words

    programme = synthetic.programme(size)
    writers: dict[str, Callable[[], bytes]] = {
        "docx": lambda: docx.write(programme, words("en")),
        "frab": lambda: frab_xml.write(programme, words("en")),
        "frab-json": lambda: frab_json.write(programme, words("en")),
        "html": lambda: _site(programme),
        "ical": lambda: ical.write(programme, words("en")),
        "json": lambda: programme_json.write(programme),
        "jsonld": lambda: json_ld.write(programme),
        "pdf": lambda: pdf.write(programme, words("en")),
    }
    return writers[form], {"kB": len(writers[form]()) // 1000}


def _site(programme: Any) -> bytes:
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hemicycle.project.settings")
    django.setup()

    from hemicycle.exports import html
    from hemicycle.kit.words import LANGUAGES

    return b"".join(html.write(programme, languages=LANGUAGES).values())


CASES: dict[str, Callable[..., Prepared]] = {
    "check": lambda size: check(int(size)),
    "compare": lambda size: compare(int(size)),
    "export": lambda form, size: export(form, int(size)),
    "read-paper": lambda form, size: read_paper(form, int(size)),
    "read-sample": read_sample,
}


def measure(case: str, *arguments: str) -> dict[str, Any]:
    """Seconds of one warm call and the peak memory of the process so far, in megabytes."""
    call, facts = CASES[case](*arguments)
    call()
    started = time.perf_counter()
    call()
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "megabytes": peak, **facts}


if __name__ == "__main__":
    print(json.dumps(measure(*sys.argv[1:])))

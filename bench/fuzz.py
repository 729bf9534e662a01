"""`make fuzz`: mutated documents of every kind through the reader; none may crash it, hang it or lose a line.

`python -m bench.fuzz [HOW_MANY] [SEED]`; the same seed gives the same documents. A document that does what it may not
is kept in `var/fuzz/`, named after its seed and number.
"""

from __future__ import annotations

import io
import random
import sys
import time
import zipfile
from collections import Counter
from multiprocessing import Pool
from pathlib import Path
from typing import TYPE_CHECKING

from bench import cases, synthetic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "var/fuzz"
SLOW = 10.0
"""Seconds of the processor after which a document counts as one that hangs the reader."""
HEAVY = frozenset({"docx", "pdf", "xlsx"})
"""Forms of which one of the invented papers is enough: they take ten times as long as a text."""
TOKENS = (
    b"09:00 \xe2\x80\x93 10:30", b"Room: ", b"Speakers:", b"TBC", b"\x00", b"\xff\xfe", b"\n\n", b"<table>", b"</td>",
    b"<div>" * 200, b"|" * 50, b"{", b"[" * 100, b"(" * 500, b"\xd9\xa1\xd9\xa0:\xd9\xa3\xd9\xa0", b"Day 2", b"- ",
    b"16 November", b"BEGIN:VEVENT\r\n", b"RRULE:FREQ=SECONDLY\r\n", b"&amp;", b"&#x110000;", b'"', b",", b"99:99",
    b"1e999", b"\xe2\x80\x8f", b"\x0c", b"A" * 5000, b"29 February 2027", b"<room name=''>", b"null", b"- " * 300,
)  # fmt: skip


def seeds() -> list[tuple[str, bytes]]:
    """One honest document of every kind, to be spoiled."""
    from hemicycle.exports import docx, frab_json, frab_xml, ical, json_ld, pdf, programme_json
    from hemicycle.kit.words import words
    from tests.engines.reader import papers

    programme = synthetic.programme(12)
    english = words("en")
    made = [
        ("a.docx", docx.write(programme, english)),
        ("b.docx", cases.without_data(docx.write(programme, english))),
        ("a.pdf", pdf.write(programme, english)),
        ("a.xml", frab_xml.write(programme, english)),
        ("a.json", frab_json.write(programme, english)),
        ("b.json", programme_json.write(programme)),
        ("c.json", json_ld.write(programme)),
        ("a.ics", ical.write(programme, english)),
    ]
    seen: set[str] = set()
    for paper in papers.papers():
        form = paper.name.rpartition(".")[2]
        if form not in HEAVY or form not in seen:
            made.append((paper.name, paper.data))
        seen.add(form)
    return made


def mutated(data: bytes, chance: random.Random, others: list[tuple[str, bytes]]) -> bytes:
    """The document with one to six things done to it; a zip is also spoiled inside its parts."""
    if data[:2] == b"PK" and chance.random() < 0.7:
        return _zip_spoiled(data, chance, others)
    for _ in range(chance.randint(1, 6)):
        data = chance.choice(MUTATIONS)(data, chance, others)
    return data


def _zip_spoiled(data: bytes, chance: random.Random, others: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        spoiled = chance.choice(names)
        for name in names:
            part = old.read(name)
            if name == spoiled or (name.endswith("document.xml") and chance.random() < 0.5):
                for _ in range(chance.randint(1, 4)):
                    part = chance.choice(MUTATIONS)(part, chance, others)
            new.writestr(name, part)
    return out.getvalue()


def _flip(data: bytes, chance: random.Random, _others: list[tuple[str, bytes]]) -> bytes:
    spoiled = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        if spoiled:
            spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
    return bytes(spoiled)


def _cut(data: bytes, chance: random.Random, _others: list[tuple[str, bytes]]) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _drop(data: bytes, chance: random.Random, _others: list[tuple[str, bytes]]) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.randint(1, 400) :]


def _insert(data: bytes, chance: random.Random, _others: list[tuple[str, bytes]]) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(TOKENS) * chance.randint(1, 4) + data[at:]


def _lines(data: bytes, chance: random.Random, _others: list[tuple[str, bytes]]) -> bytes:
    lines = data.split(b"\n")
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return b"\n".join(lines)


def _repeat(data: bytes, chance: random.Random, _others: list[tuple[str, bytes]]) -> bytes:
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.randint(1, 2000)]
    return data[:start] + piece * chance.randint(2, 40) + data[start:]


def _graft(data: bytes, chance: random.Random, others: list[tuple[str, bytes]]) -> bytes:
    other = chance.choice(others)[1]
    start = chance.randrange(len(other) + 1)
    at = chance.randrange(len(data) + 1)
    return data[:at] + other[start : start + chance.randint(1, 3000)] + data[at:]


MUTATIONS: tuple[Callable[[bytes, random.Random, list[tuple[str, bytes]]], bytes], ...] = (
    _flip, _cut, _drop, _insert, _lines, _repeat, _graft,
)  # fmt: skip


def tried(task: tuple[int, int]) -> tuple[str, float, int]:
    """Read one mutated document; what became of it, the seconds it took, its number."""
    from hemicycle.engines import reader
    from hemicycle.engines.reader.source import NoProgramme, Unreadable

    seed, number = task
    chance = random.Random(f"{seed}/{number}")  # noqa: S311 -- mutations, not secrets
    name, data = chance.choice(_SEEDS)
    data = mutated(data, chance, _SEEDS)
    started = time.process_time()
    try:
        reading = reader.read(name, data)
        count = reading.lines
        came = "read" if count.all == count.blank + count.used + count.left else "LINES DO NOT ADD UP"
    except NoProgramme:
        came = "no programme"
    except Unreadable:
        came = "unreadable"
    except Exception as fault:  # noqa: BLE001 -- any other exception is what we look for
        came = f"CRASH {type(fault).__name__}: {str(fault)[:80]}"
    seconds = time.process_time() - started
    if seconds > SLOW:
        came = f"SLOW ({came})"
    if came.isupper() or came.startswith(("CRASH", "SLOW", "LINES")):
        KEPT.mkdir(parents=True, exist_ok=True)
        (KEPT / f"{seed}-{number}-{name}").write_bytes(data)
    return came, seconds, number


_SEEDS: list[tuple[str, bytes]] = []


def _prepare(made: list[tuple[str, bytes]]) -> None:
    _SEEDS[:] = made


def _tasks(seed: int, how_many: int) -> Iterator[tuple[int, int]]:
    return ((seed, number) for number in range(how_many))


def main(how_many: int = 20_000, seed: int = 1) -> int:
    made = seeds()
    outcomes: Counter[str] = Counter()
    slowest = (0.0, 0)
    with Pool(initializer=_prepare, initargs=(made,), maxtasksperchild=2000) as pool:
        for came, seconds, number in pool.imap_unordered(tried, _tasks(seed, how_many), chunksize=50):
            outcomes[came] += 1
            slowest = max(slowest, (seconds, number))
            if sum(outcomes.values()) % 1000 == 0:
                print(f"{sum(outcomes.values())} of {how_many}", file=sys.stderr, flush=True)
    for came, times in outcomes.most_common():
        print(f"{times:7}  {came}")
    print(f"slowest: {slowest[0]:.2f} s (number {slowest[1]})")
    bad = [came for came in outcomes if came.startswith(("CRASH", "SLOW", "LINES"))]
    print(
        "FAILED"
        if bad
        else f"{how_many} mutated documents of {len(made)} kinds: no crash, no hang, no line lost."
    )
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))

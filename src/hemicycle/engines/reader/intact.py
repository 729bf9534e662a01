"""A Word file of our own whose text nobody has changed: the programme it carries is the reading."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from hemicycle.engines.formats.reading import LineCount, Reading
from hemicycle.engines.reader.evidence import Ledger
from hemicycle.engines.reader.outline.drafts import SURE, Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hemicycle.engines.formats.programme import Programme
    from hemicycle.engines.formats.reading import Origin
    from hemicycle.engines.reader.lines import Paper


def reading(programme: Programme, paper: Paper, origin: Origin) -> Reading:
    """The reading of a paper that was written from `programme`: every line is used, values are shown where they stand.

    A value that is only in the data (a text in a second language) has the whole paper as its evidence.
    """
    ledger = Ledger(paper)
    numbers = tuple(line.number for line in paper.lines if not line.blank)
    if numbers:
        ledger.note("programme", Said("", (numbers[0], numbers[-1]), SURE))
    ledger.used.update(numbers)
    standing = _standing(paper)
    for path, text in _values(programme):
        if found := standing.get(" ".join(text.split())):
            ledger.note(path, Said(text, (found[-1],), SURE))
    count = LineCount(len(paper.lines), len(paper.lines) - len(numbers), len(numbers), 0)
    return Reading(origin, programme, ledger.evidence, (), count, paper.told)


def _standing(paper: Paper) -> Mapping[str, list[int]]:
    """The lines in which a text stands: whole, or behind a label such as a kind of session."""
    found: dict[str, list[int]] = defaultdict(list)
    for line in paper.lines:
        found[line.plain].append(line.number)
        _, colon, rest = line.plain.partition(": ")
        if colon:
            found[rest].append(line.number)
    return found


def _values(programme: Programme) -> Iterator[tuple[str, str]]:
    for name, texts in (("title", programme.title), ("theme", programme.theme)):
        yield from ((name, text) for text in texts.values())
    yield "place", programme.place
    yield "status", programme.status
    for session in programme.sessions:
        path = f"sessions/{session.key}"
        yield from ((f"{path}/title", text) for text in session.title.values())
        for n, question in enumerate(session.questions):
            yield from ((f"{path}/questions/{n}", text) for text in question.values())
        for n, seat in enumerate(session.seats):
            yield f"{path}/seats/{n}", seat.as_printed

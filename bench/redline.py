"""The text engine measured: `python -m bench.redline`, 150 invented paragraphs with 100, 1,000 and 10,000 proposals."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from hemicycle.engines.redline import carrying, collisions
from hemicycle.engines.redline.operations import Operation, Proposal, Verb
from hemicycle.engines.redline.spans import of_text
from hemicycle.engines.redline.tree import Kind, Node, Text
from hemicycle.exports import text_docx
from hemicycle.kit.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

PARAGRAPHS, LENGTH = 150, 90
WORDS = (
    "cities",
    "people",
    "housing",
    "work",
    "school",
    "shared",
    "safe",
    "fair",
    "local",
    "data",
    "year",
    "plan",
    "care",
)


def text(chance: random.Random) -> Text:
    """Paragraphs of ninety words in clauses of nine."""
    nodes = []
    for number in range(PARAGRAPHS):
        said = [f"{chance.choice(WORDS)}{',' if at % 9 == 8 else ''}" for at in range(LENGTH)]
        nodes.append(Node(f"p{number}", Kind.OPERATIVE, of_text(" ".join(said) + ".")))
    return Text(tuple(nodes))


def edited(said: str, chance: random.Random) -> str:
    """One to three words replaced, dropped or put in."""
    pieces = said.split(" ")
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(pieces))
        pieces[at : at + chance.randint(0, 1)] = [f"new{chance.randrange(999)}"] * chance.randint(0, 2)
    return " ".join(pieces)


def proposals(base: Text, count: int, chance: random.Random) -> list[Proposal]:
    made = []
    for number in range(count):
        node = chance.choice(base.nodes)
        after = of_text(edited(node.text, chance))
        operation = Operation(Verb.REPLACE, node.id, node.sha256, node.text, after)
        made.append(Proposal(f"a{number}", (f"City {number % 40}",), (operation,)))
    return made


def revised(base: Text, chance: random.Random) -> Text:
    """The next version: four paragraphs in ten have other words."""
    nodes = (
        replace(node, spans=of_text(edited(node.text, chance))) if chance.random() < 0.4 else node
        for node in base.nodes
    )
    return Text(tuple(nodes))


def seconds(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def main() -> None:
    """Every figure is of a first call, before anything is remembered."""
    print("| proposals | collisions, s | carry-over, s | tracked DOCX, s |\n|--:|--:|--:|--:|")
    for count in (100, 1_000, 10_000):
        print(f"| {count} | " + " | ".join(f"{one:.2f}" for one in measured(count)) + " |", flush=True)


def measured(count: int) -> tuple[float, ...]:
    chance = random.Random(count)  # noqa: S311 -- no secret
    base = text(chance)
    proposed, new = proposals(base, count, chance), revised(base, chance)
    return (
        seconds(lambda: collisions.collisions(base, proposed)),
        seconds(lambda: carrying.carry(proposed, base, new)),
        seconds(lambda: text_docx.write(base, words("en"), proposed)),
    )


if __name__ == "__main__":
    main()

"""Which line gave which value: paths and their evidence, kept as the programme is put together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemicycle.engines.formats.reading import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hemicycle.engines.reader.lines import Paper
    from hemicycle.engines.reader.outline.drafts import Said

LONGEST_QUOTE = 300
"""Letters of a line that are quoted as evidence; the line number leads to the rest."""


class Ledger:
    """Collects evidence by path, and with it the lines that were used."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self.evidence: dict[str, Evidence] = {}
        self.used: set[int] = set()
        self._counts: dict[str, int] = {}

    def note(self, path: str, *said: Said) -> None:
        """Records that the value at `path` stands in the lines of `said`; each stretch of lines apart counts on."""
        sure = min((each.confidence for each in said), default=0.0)
        assumed = any(each.assumed for each in said)
        numbers = sorted({number for each in said for number in each.lines})
        self.used.update(numbers)
        for count, stretch in enumerate(self._stretches(numbers)):
            free = path if not count else self._free(path)
            if count == 0 and path in self.evidence:
                free = self._free(path)
            self.evidence[free] = Evidence(
                lines=(stretch[0], stretch[-1]),
                text=self._quote(stretch),
                confidence=sure,
                assumed=assumed,
                page=self._paper.lines[stretch[0] - 1].page,
            )

    def mark(self, said: Said) -> None:
        """Records lines that give no value: drawn lines, headings of tables, a bare "Programme"."""
        for number in said.lines:
            self.note(f"marks/{number}", replace(said, lines=(number,)))

    def _free(self, path: str) -> str:
        self._counts[path] = count = self._counts.get(path, 0) + 1
        return f"{path}/{count}"

    def _stretches(self, numbers: list[int]) -> Iterable[list[int]]:
        """Runs of lines with nothing but blank ones between them."""
        run: list[int] = []
        for number in numbers:
            if run and any(
                not self._paper.lines[between - 1].blank for between in range(run[-1] + 1, number)
            ):
                yield run
                run = []
            run.append(number)
        if run:
            yield run

    def _quote(self, numbers: list[int]) -> str:
        words = " ".join(self._paper.lines[number - 1].plain or "---" for number in numbers)
        return words if len(words) <= LONGEST_QUOTE else words[: LONGEST_QUOTE - 1].rstrip() + "…"

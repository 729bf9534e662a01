"""The second stage: whatever the file was, its text as numbered lines that keep how they looked."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a line stands in a table: everything counts from 0; spans are at least 1."""

    table: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text that was read.

    `text` is the line as it stands, `plain` the same without markup and with single spaces. `strong` holds the
    stretches of `plain` that are bold, as (start, end). `level` is the heading level, 0 for running text. `bullet` is
    the printed list mark ("-", "•", "1.", "a)"), which is not part of `plain`. `rule` marks a drawn line across the
    page. `size` is the type size in relation to running text (1.0), where the file knows it. `indent` is in
    characters, or their like. `joins` marks a line that the file itself ties to the line before (a soft line break).
    """

    number: int
    text: str
    plain: str
    level: int = 0
    strong: tuple[tuple[int, int], ...] = ()
    italic: bool = False
    bullet: str = ""
    indent: int = 0
    rule: bool = False
    size: float = 1.0
    joins: bool = False
    page: int | None = None
    cell: Cell | None = None

    @property
    def blank(self) -> bool:
        return not self.plain and not self.rule

    @property
    def bold(self) -> bool:
        """Whether the whole line is bold."""
        return bool(self.strong) and sum(end - start for start, end in self.strong) >= len(self.plain.strip())


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as lines, in reading order; `lines[n]` has the number n + 1.

    `truncated` says in a sentence that the file went on beyond what is read, and is empty when it did not.
    """

    lines: tuple[Line, ...]
    title: str = ""
    """The title in the file's own properties, where it has one."""
    language: str = ""
    """The language the file declares, where it does."""
    truncated: str = ""
    notes: tuple[str, ...] = field(default=())
    """What a reader should know of the extraction, one sentence each (such as: check Arabic from this PDF by hand)."""

    @property
    def told(self) -> tuple[str, ...]:
        """Every sentence about the extraction."""
        return (*self.notes, *((self.truncated,) if self.truncated else ()))

"""The third stage: lines that belong together as one block, across wrapped lines, page breaks and flattened cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from hemicycle.engines.reader import company, cues, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hemicycle.engines.formats.programme import Role
    from hemicycle.engines.reader.lines import Line
    from hemicycle.engines.reader.outline.drafts import Clock, Dated

PROSE = 90
"""Letters from which a block without heading marks is taken for running text."""

_ENDED = re.compile(r"[.!?:;…؟。][\"'”’»)\]]*$")
_OPEN_END = re.compile(r"(?:[,&/(–—-]|\s-)$")
_WHOLE_QUOTE = re.compile(r"^[“\"«„].*[”\"»]$")
_WORD = re.compile(r"[^\W\d_]")


class Duty(Enum):
    """What a table's heading or a label says a block is for, before its words are looked at."""

    ANY = auto()
    CLOCK = auto()
    DAY = auto()
    TITLE = auto()
    PEOPLE = auto()
    PLACE = auto()
    PROSE = auto()
    KIND = auto()
    NUMBER = auto()
    LANGUAGES = auto()
    ORGANISERS = auto()
    THEME = auto()
    ASIDE = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of text with one look.

    `tight` says that no blank line stands before it; `lead` is a bold beginning that is not the whole block.
    `clock` and `day` are given by a table, where the time stands elsewhere than the text.
    """

    lines: tuple[Line, ...]
    text: str
    tight: bool = False
    lead: str = ""
    duty: Duty = Duty.ANY
    role: Role | None = None
    clock: Clock | None = None
    day: Dated | None = None
    opens: bool = False
    """Whether a table says that another session begins here, under the same time."""
    language: str = ""
    second: bool = False
    """Whether the block says in another language what one before it said."""
    table: bool = False
    heads: bool = False
    """Whether the block stands right behind the time, on its line."""
    numbers: tuple[int, ...] = field(default=())

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def rule(self) -> bool:
        return self.first.rule

    @property
    def bullet(self) -> str:
        return self.first.bullet

    @property
    def level(self) -> int:
        return self.first.level

    @property
    def loud(self) -> bool:
        """Whether the block looks like a heading: by level, bold, size or capitals."""
        return not self.rule and (
            self.level > 0
            or all(line.bold for line in self.lines)
            or (self.first.size >= 1.15 and len(self.text) < PROSE * 2)
            or shouted(self.text)
        )

    @property
    def prose(self) -> bool:
        return not self.level and not self.rule and prose(self.text)

    def having(self, text: str, lead: str = "") -> Block:
        """The same block with only a part of its text."""
        return replace(self, text=text, lead=lead)


def shouted(text: str) -> bool:
    """Whether a text is all in capitals, and long enough for that to mean something."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= 6 and len(text) < 120 and all(letter.isupper() for letter in letters)


def prose(text: str) -> bool:
    """Whether a text reads as running text: long, or a sentence that ends as one."""
    if len(text) >= PROSE * 2:
        return True
    words = text.split()
    return len(words) >= 8 and len(text) >= PROSE // 2 and bool(re.search(r"[^.\s][.!؟。][\"'”’»)]*$", text))


def make(lines: Sequence[Line], *, tight: bool = False, table: bool = False) -> Block:
    """One block of these lines."""
    text = joined([line.plain for line in lines])
    return Block(
        lines=tuple(lines),
        text=text,
        tight=tight,
        lead=_lead(lines[0]),
        table=table,
        numbers=tuple(line.number for line in lines),
    )


def _lead(line: Line) -> str:
    if line.bold or not line.strong or line.strong[0][0] > 1:
        return ""
    return line.plain[: line.strong[0][1]].strip()


def joined(texts: Sequence[str]) -> str:
    """Texts as one, a soft hyphen at an end taken out and a hyphen kept."""
    parts = [text for text in texts[:1] if text]
    for text in (text for text in texts[1:] if text):
        before = parts[-1] if parts else ""
        if before.endswith("\u00ad"):
            parts[-1] = before[:-1]
        elif parts and not (before[-1:] == "-" and before[-2:-1].isalpha() and text[:1].islower()):
            parts.append(" ")
        parts.append(text)
    return "".join(parts)


def of(lines: Iterable[Line]) -> list[Block]:
    """The blocks of lines outside tables, in order; blank lines only separate."""
    kept = [line for line in lines if not line.blank]
    width = wrap_width(kept)
    groups: list[list[Line]] = []
    for line in kept:
        if groups and continues(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    blocks: list[Block] = []
    for group in groups:
        tight = bool(blocks) and group[0].number == blocks[-1].lines[-1].number + 1
        blocks.append(make(group, tight=tight))
    return blocks


def wrap_width(lines: Sequence[Line]) -> int:
    """The column at which a text was wrapped by hand or by a mailer, or 0 when it was not."""
    lengths = sorted(
        (len(line.plain) for line in lines if line.cell is None and not line.level), reverse=True
    )
    if len(lengths) < 8 or lengths[0] > 120:
        return 0
    widest = lengths[len(lengths) // 50]
    near = sum(1 for length in lengths if length >= widest * 0.85)
    return widest if widest >= 50 and near >= 4 else 0


def continues(group: Sequence[Line], line: Line, width: int) -> bool:
    """Whether a line goes on with the sentence or title of the lines before."""
    last = group[-1]
    if line.bullet or line.rule or last.rule or line.level or not line.plain or not last.plain:
        return False
    if line.level != group[0].level or len(group) > 400:
        return False
    if not _WORD.search(line.plain) or cues.stands_alone(last.plain) or cues.begins_anew(line.plain):
        return False
    return _runs_on(group, line, width)


def _runs_on(group: Sequence[Line], line: Line, width: int) -> bool:
    last, text = group[-1], group[-1].plain
    tight = line.number == last.number + 1
    starts_low = _first_letter(line.plain).islower()
    if _WHOLE_QUOTE.match(text):
        return False
    if _ENDED.search(text):
        return tight and _fills(text, line.plain, width) and prose(joined([each.plain for each in group]))
    if starts_low and tight and company.people_with(line.plain):
        return False
    if starts_low:
        return not cues.names_someone(text) or not tight
    if _OPEN_END.search(text) or sentences.leaves_open(text) or _unclosed(text, line.plain):
        return True
    return _runs_on_anew(group, line, width, tight=tight)


def _runs_on_anew(group: Sequence[Line], line: Line, width: int, *, tight: bool) -> bool:
    """Whether a line goes on although it begins with a capital and nothing is left open before it."""
    text = group[-1].plain
    someone = cues.names_someone(line.plain)
    if tight and group[0].bullet and line.indent > group[0].indent:
        return not someone
    if cues.half_a_name(text, line.plain):
        return True
    return (not someone or cues.names_someone(group[0].plain)) and _fills(text, line.plain, width)


def _first_letter(text: str) -> str:
    found = _WORD.search(text[:12])
    return found[0] if found else ""


def _fills(text: str, following: str, width: int) -> bool:
    """Whether the next word would not have fitted on the line."""
    return bool(width) and len(text) + 1 + len(following.split(" ", 1)[0]) > width and len(text) > width * 0.6


def _unclosed(text: str, following: str) -> bool:
    """Whether a bracket, a quotation or a question is opened here and closed by the next line."""
    for opening, closing in ("()", "“”", "«»", "[]", "„“"):
        if text.count(opening) > text.count(closing) and closing in following and opening not in following:
            return True
    return (
        sentences.asks(text)
        and "?" not in text
        and following.rstrip("”\"'» ").endswith("?")
        and len(following) < PROSE
    )

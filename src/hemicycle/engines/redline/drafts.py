"""A draft in any kind of file as a text: what is a title, a heading, a paragraph, a subparagraph, an annex."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from hemicycle.engines.redline.spans import Span, normal, plain
from hemicycle.engines.redline.tree import How, Kind, Lineage, Node, Style, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hemicycle.engines.reader.lines import Line
    from hemicycle.engines.redline.spans import Spans

LONGEST_TITLE = 200
_NUMBER = re.compile(r"[(\[]?\d{1,4}[.)\]]?[.)]?")
_NEXT = re.compile(r"(\d{1,4})[.)]\s+(?=\S)")
_LETTER = re.compile(r"[(\[]?([a-z]{1,5}|[\u0621-\u064a])[.)\]]+")
_ROMAN = re.compile(r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ANNEX = re.compile(r"(?:annexe?|anexo|bijlage|ek|appendix|المرفق|مرفق|ملحق)\b", re.IGNORECASE)
_ENDS = (".", ";", ",", ":", "؛", "،", "!", "?", "؟")


@dataclass(slots=True)
class _Paragraph:
    """Lines of the draft that belong together, and the mark in front of the first."""

    bullet: str
    level: int
    bold: bool
    pieces: list[Span] = field(default_factory=list)

    @property
    def spans(self) -> Spans:
        flat = self.level or self.bold
        return normal(replace(span, emphasis=False) if flat else span for span in self.pieces)


@dataclass(slots=True)
class _Draft:
    """What has been read so far."""

    seed: str
    nodes: list[Node] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    """The paragraph that subparagraphs stand beneath, then the open subparagraphs."""
    annex: str | None = None
    letter: str = ""
    numbered: bool = False


def of_lines(lines: Iterable[Line], *, wrapped: bool, seed: str, language: str) -> Text:
    """The text in these lines; `wrapped` says that a paragraph may go over several of them.

    Ids are made of `seed` and the place in the draft, so that the same file gives the same ids.
    """
    paragraphs = [one for one in _paragraphs(lines, wrapped=wrapped) if one.spans]
    draft = _Draft(seed)
    counted = any(_NUMBER.fullmatch(one.bullet) for one in paragraphs)
    for at, paragraph in enumerate(paragraphs):
        _add(draft, paragraph, first=at == 0, counted=counted)
    kinds = {node.kind for node in draft.nodes}
    resolution = {Kind.PREAMBULAR, Kind.OPERATIVE} <= kinds
    return Text(tuple(draft.nodes), Style.RESOLUTION if resolution else Style.DECLARATION, language or "en")


def _marked(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, with a number in front taken for a mark where it is the next one of the draft."""
    count = 0
    for line in lines:
        found = _NEXT.match(line.plain) if not line.bullet and not line.level else None
        if found is not None and count and int(found[1]) == count + 1:
            taken = found.end()
            strong = tuple((max(a - taken, 0), b - taken) for a, b in line.strong if b > taken)
            yield replace(line, bullet=f"{found[1]}.", plain=line.plain[taken:], strong=strong)
            count += 1
            continue
        if _NUMBER.fullmatch(line.bullet):
            count = int("".join(sign for sign in line.bullet if sign.isdigit()))
        yield line


def _paragraphs(lines: Iterable[Line], *, wrapped: bool) -> Iterator[_Paragraph]:
    current: _Paragraph | None = None
    for line in _marked(lines):
        goes_on = current is not None and (line.joins or (wrapped and not line.bullet and not line.level))
        if line.blank or line.rule or not goes_on:
            if current is not None:
                yield current
            current = None if line.blank or line.rule else _Paragraph(line.bullet, line.level, line.bold)
        if current is not None and not line.blank:
            current.pieces += [Span(" "), *_pieces(line)]
    if current is not None:
        yield current


def _pieces(line: Line) -> Iterator[Span]:
    at = 0
    for start, end in line.strong:
        yield Span(line.plain[at:start], emphasis=line.italic)
        yield Span(line.plain[start:end], emphasis=True)
        at = end
    yield Span(line.plain[at:], emphasis=line.italic)


def _add(draft: _Draft, paragraph: _Paragraph, *, first: bool, counted: bool) -> None:
    said = plain(paragraph.spans)
    if depth := _depth(draft, paragraph.bullet):
        _put(draft, Kind.SUBPARAGRAPH, paragraph.spans, depth)
        return
    kind = _kind(draft, paragraph, said, first=first, counted=counted)
    if kind is Kind.ANNEX:
        draft.annex = None
    _put(draft, kind, paragraph.spans, 0)


def _kind(draft: _Draft, paragraph: _Paragraph, said: str, *, first: bool, counted: bool) -> Kind:
    if paragraph.bullet:
        draft.numbered = True
        return Kind.OPERATIVE
    short = len(said) <= LONGEST_TITLE and not said.endswith(_ENDS)
    if first and (paragraph.level or short):
        return Kind.TITLE
    if paragraph.level or (short and (paragraph.bold or counted or _ANNEX.match(said))):
        return Kind.ANNEX if _ANNEX.match(said) else Kind.HEADING
    before = counted and not draft.numbered and said.endswith((",", "،"))
    return Kind.PREAMBULAR if before else Kind.OPERATIVE


def _depth(draft: _Draft, bullet: str) -> int:
    """How deep a subparagraph with this mark stands; 0 for what is none."""
    if not draft.open or not bullet or _NUMBER.fullmatch(bullet):
        return 0
    found = _LETTER.fullmatch(bullet.lower())
    if found is None:
        return min(len(draft.open), 1)
    if _ROMAN.fullmatch(found[1]) and len(draft.open) > 1 and not _follows(draft.letter, found[1]):
        return 2
    draft.letter = found[1]
    return 1


def _follows(letter: str, now: str) -> bool:
    """Whether a mark such as i is the letter after h rather than a Roman one."""
    return len(now) == len(letter) == 1 and ord(now) == ord(letter) + 1


def _put(draft: _Draft, kind: Kind, spans: Spans, depth: int) -> None:
    made = str(uuid5(NAMESPACE_URL, f"urn:hemicycle:draft:{draft.seed}:{len(draft.nodes)}"))
    parent = draft.open[depth - 1] if depth else draft.annex
    draft.nodes.append(Node(made, kind, spans, parent, lineage=Lineage(How.NEW)))
    if depth:
        draft.open = [*draft.open[:depth], made]
    else:
        draft.letter = ""
        draft.open = [made] if kind in {Kind.OPERATIVE, Kind.PREAMBULAR} else []
        draft.annex = made if kind is Kind.ANNEX else draft.annex

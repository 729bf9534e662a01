"""Markdown within a paragraph: emphasis that may run over line ends, links, code, entities, a few HTML tags."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from hemicycle.engines.reader.extract.galley import Run

_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?<!`)(?P<code>`{1,3})(?P<coded>[^`\n]+)(?P=code)(?!`)"
    r"|!?\[(?P<label>[^\[\]\n]{0,2000})\]\((?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)?)(?:\s+[\"'(][^\n\"')]*[\"')])?\)"
    r"|\[(?P<named>[^\[\]\n]{1,2000})\]\[[^\[\]\n]{0,200}\]"
    r"|<(?P<auto>(?:https?://|mailto:)[^<>\s]+|[\w.+-]+@[\w.-]+)>"
    r"|(?P<tag></?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]*)?/?>|<!--[^\n<]{0,2000}-->)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<stars>\*+|_+|~~)"
)
_STRONG_TAGS = {"b", "strong"}
_SLANTED_TAGS = {"i", "em", "cite"}


@dataclass(slots=True)
class _Piece:
    """Text, or a run of stars that may turn out to be emphasis."""

    text: str
    mark: str = ""
    opens: bool = False
    closes: bool = False
    weight: int = 0
    """What a tag does: +1 and -1 begin and end bold, +2 and -2 italics, 9 breaks the line."""
    given: list[int] = field(default_factory=list)
    """What stars turned out to do: like `weight`, in order."""


def inline(lines: list[str]) -> list[list[list[Run]]]:
    """The runs of each line of a paragraph; a line holding `<br>` has several lists of runs, one per printed line."""
    pieces: list[_Piece] = []
    for at, line in enumerate(lines):
        if at:
            pieces.append(_Piece("\n"))
        pieces.extend(_pieces(line))
    _pair(pieces)
    return _runs(pieces)


def _pieces(line: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    for found in _TOKEN.finditer(line):
        stars = _stars(line, found) if found["stars"] else None
        if stars is not None and not stars.opens and not stars.closes:
            continue  # text like the letters around it, as in room_2_b
        if found.start() > at:
            pieces.append(_Piece(line[at : found.start()]))
        at = found.end()
        if stars is not None:
            pieces.append(stars)
        elif found["label"] or found["named"]:
            pieces.extend(_pieces(found["label"] or found["named"]))
        else:
            pieces.append(_other(found))
    if at < len(line):
        pieces.append(_Piece(line[at:]))
    return pieces


def _other(found: re.Match[str]) -> _Piece:
    if found["tag"]:
        return _tag(found["tag"])
    if found["entity"]:
        return _Piece(html.unescape(found["entity"]))
    return _Piece(found["escaped"] or found["coded"] or found["auto"] or "")


def _tag(tag: str) -> _Piece:
    name = re.match(r"</?\s*([A-Za-z0-9]*)", tag)
    kind = name[1].lower() if name else ""
    if kind == "br":
        return _Piece("", weight=9)
    sign = -1 if tag.startswith("</") else 1
    if kind in _STRONG_TAGS:
        return _Piece("", weight=sign)
    return _Piece("", weight=2 * sign if kind in _SLANTED_TAGS else 0)


def _stars(line: str, found: re.Match[str]) -> _Piece:
    """A run of stars, with whether it may open and close: the left- and right-flanking rules of CommonMark."""
    before = line[found.start() - 1] if found.start() else " "
    after = line[found.end()] if found.end() < len(line) else " "
    blank_before, blank_after = before.isspace(), after.isspace()
    signs_before, signs_after = _punctuates(before), _punctuates(after)
    mark = found["stars"]
    if len(mark) > 6:
        return _Piece(mark)
    if mark.startswith("**"):
        # Converters write "**Speakers: **" and "**Room:**A", which CommonMark leaves alone and everyone means as bold.
        return _Piece(mark, mark, blank_before or not blank_after, blank_after or not blank_before)
    left = not blank_after and (not signs_after or blank_before or signs_before)
    right = not blank_before and (not signs_before or blank_after or signs_after)
    if mark[0] == "_":
        return _Piece(mark, mark, left and (not right or signs_before), right and (not left or signs_after))
    return _Piece(mark, mark, left, right)


def _punctuates(letter: str) -> bool:
    return not letter.isalnum() and not letter.isspace()


def _pair(pieces: list[_Piece]) -> None:
    """Match closing runs with the nearest opening run of the same sign; unmatched signs stay text."""
    waiting: dict[str, list[_Piece]] = {"*": [], "_": [], "~": []}
    for piece in pieces:
        if not piece.mark:
            continue
        open_here = waiting[piece.mark[0]]
        while piece.closes and piece.text and open_here:
            _join(open_here[-1], piece)
            if not open_here[-1].text:
                open_here.pop()
        if piece.opens and piece.text:
            open_here.append(piece)


def _join(opening: _Piece, closing: _Piece) -> None:
    used = 2 if len(opening.text) >= 2 and len(closing.text) >= 2 else 1
    kind = 0 if opening.mark[0] == "~" else 3 - used
    opening.given.insert(0, kind)
    closing.given.append(-kind)
    opening.text = opening.text[used:]
    closing.text = closing.text[used:]


def _runs(pieces: list[_Piece]) -> list[list[list[Run]]]:
    printed: list[list[list[Run]]] = [[[]]]
    bold = slanted = 0
    for piece in pieces:
        if piece.text == "\n":
            printed.append([[]])
            continue
        closing = [kind for kind in piece.given if kind < 0]
        opening = [kind for kind in piece.given if kind > 0]
        for kind in (*closing, piece.weight if piece.weight < 9 else 0):
            bold, slanted = _turned(bold, slanted, kind)
        if piece.weight == 9:
            printed[-1].append([])
        elif piece.text:
            printed[-1][-1].append(Run(piece.text, strong=bold > 0, italic=slanted > 0))
        for kind in opening:
            bold, slanted = _turned(bold, slanted, kind)
    return printed


def _turned(bold: int, slanted: int, kind: int) -> tuple[int, int]:
    step = 1 if kind > 0 else -1
    if abs(kind) == 1:
        return max(bold + step, 0), slanted
    if abs(kind) == 2:
        return bold, max(slanted + step, 0)
    return bold, slanted

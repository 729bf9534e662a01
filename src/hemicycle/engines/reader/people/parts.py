"""A printed seat cut into its parts: at commas, brackets, full stops and line breaks, and not inside names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hemicycle.engines.reader.lexicon import fold
from hemicycle.engines.reader.people import vocabulary
from hemicycle.engines.reader.people.looks import looks_like_organisation, looks_like_person

_CUT = re.compile(
    r"\s*[,،;؛\n\r\t|]\s*|\.\s+(?=[A-ZÀ-Þ\u0600-\u06ff])|\s*[(\[]|[)\]]\s*[,.]?\s*|\s+[–—-]\s+|:\s+|\s+//\s+"
)
_DASH = re.compile(r"\s+[–—-]\s+")
_TRIM = " \t\r\n,;،؛*_•·|"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the seat between two cuts; `bracketed` when it stood between brackets."""

    text: str
    bracketed: bool = False


def cut(text: str) -> list[Part]:
    """The parts of a printed seat, in order, none of them empty."""
    pieces: list[Part] = []
    start, bracketed = 0, False
    for found in _CUT.finditer(text):
        if not _is_a_cut(text, start, found, first=not pieces):
            continue
        pieces.append(Part(text[start : found.start()].strip(_TRIM), bracketed))
        opens = found[0].strip()[:1] in {"(", "["}
        bracketed = opens or (bracketed and not re.search(r"[)\]]", found[0]))
        start = found.end()
    pieces.append(Part(text[start:].strip(_TRIM), bracketed))
    return [
        Part(part.text.rstrip(".") if part.text[-3:-2] != "." else part.text, part.bracketed)
        for part in pieces
        if part.text
    ]


def _is_a_cut(text: str, start: int, found: re.Match[str], *, first: bool) -> bool:
    sign = found[0].strip()
    before, after = text[start : found.start()], text[found.end() :]
    if sign == ".":
        return not _abbreviated(before)
    if sign in {"–", "—", "-"}:
        return first and _parts_name_and_function(before, after)
    if sign == ":":
        return first and looks_like_organisation(before) >= 0.8
    return True


def _abbreviated(before: str) -> bool:
    """Whether the full stop belongs to an initial, a title or an abbreviation."""
    word = re.split(r"[\s,(]", before)[-1]
    return (
        len(word) <= 2
        or "." in word
        or fold(word) in vocabulary.words("honorifics", "stems")
        or (len(word) <= 4 and word[-1:].isupper())
    )


def _parts_name_and_function(before: str, after: str) -> bool:
    """A dash cuts after a name or before one; it does not cut the name of a place ("Rachid – el Wahat")."""
    following = re.split(r"[,;(]|\s[–—-]\s", after)[0].strip()
    return (
        looks_like_person(before) >= 0.45
        or looks_like_person(following) >= 0.75
        or looks_like_organisation(before) >= 0.8
    )

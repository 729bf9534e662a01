"""The words of a PDF page with their places and type. Points, counted from the bottom left."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from itertools import repeat
from operator import sub
from typing import TYPE_CHECKING, Any, NamedTuple

from hemicycle.engines.reader.extract.portable.calls import address, calls

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BOLD = re.compile(r"bold|black|heavy|semib|demib|-bd|,bd|medi\b", re.IGNORECASE)
_SLANTED = re.compile(r"italic|oblique|-it\b|slant", re.IGNORECASE)
_HEAVY = 600
_UNBROKEN = re.compile(r"\S+")
_ODD = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HYPHENS = frozenset("\x02\ufffe")
"""What pdfium writes for a hyphen at a line end."""
_GAP = 0.3
"""White of so many type sizes between two letters parts two words."""


class Word(NamedTuple):
    """A tuple, since a long paper makes hundreds of thousands."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    bold: bool
    italic: bool
    glued: bool = False
    """Whether no space stands before it."""

    @property
    def size(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def leftward(self) -> bool:
        """Whether it is of a script that runs from right to left."""
        return not self.text.isascii() and _RIGHT_TO_LEFT.search(self.text) is not None


class _Draft(NamedTuple):
    """A word before its type is known."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    place: int
    """The index of its first letter on the page."""


class _Font(NamedTuple):
    bold: bool
    italic: bool


_ORDINARY = _Font(bold=False, italic=False)


@dataclass(slots=True)
class _Sheet:
    """The letters of a page, and for each its box and its index as pdfium counts."""

    text: str
    lefts: list[float]
    rights: list[float]
    bottoms: list[float]
    tops: list[float]
    places: Sequence[int]


def words(page: Any, most: int) -> list[Word]:
    """The words among so many first letters of a page, in the order in which the file draws them."""
    text_page = page.get_textpage()
    handle = address(text_page.raw)
    drafts = list(_drafts(_sheet(handle, min(text_page.count_chars(), most))))
    fonts = _fonts(text_page.raw, handle, [draft.place for draft in drafts])
    return [Word(*draft[:5], *font) for draft, font in zip(drafts, fonts, strict=True)]


def _sheet(handle: int, count: int) -> _Sheet:
    text = _characters(handle, count)
    boxes = (ctypes.c_float * (4 * count))()
    start = ctypes.addressof(boxes)
    # A box that cannot be told stays zero, and letters without height are left out.
    for _ in map(calls().loose_box, repeat(handle), range(count), range(start, start + 16 * count, 16)):
        pass
    places: list[float] = list(boxes)
    sheet = _Sheet(text, places[::4], places[2::4], places[3::4], places[1::4], range(count))
    return _without_odd(sheet) if _ODD.search(text) else sheet


def _characters(handle: int, count: int) -> str:
    """One character for each letter that pdfium counts."""
    written = (ctypes.c_ushort * (count + 1))()
    taken = calls().characters(handle, 0, count, ctypes.addressof(written))
    if taken == count + 1:
        text = bytes(written)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return text
    codes = map(calls().character, repeat(handle), range(count))
    return "".join(chr(code) if code <= 0x10FFFF else "\0" for code in codes)


def _without_odd(sheet: _Sheet) -> _Sheet:
    """Without halves of letters and marks of pdfium's own; a hyphen it made up at a line end is a hyphen."""
    letters = [_letter(sheet.text, at) for at in range(len(sheet.text))]
    kept = [at for at, letter in enumerate(letters) if letter]
    return _Sheet(
        "".join(letters),
        [sheet.lefts[at] for at in kept],
        [sheet.rights[at] for at in kept],
        [sheet.bottoms[at] for at in kept],
        [sheet.tops[at] for at in kept],
        [sheet.places[at] for at in kept],
    )


def _letter(text: str, at: int) -> str:
    letter = text[at]
    if not _ODD.match(letter):
        return letter
    if letter in _HYPHENS:
        return "-"
    low = text[at + 1 : at + 2]
    if "\ud800" <= letter < "\udc00" and "\udc00" <= low < "\ue000":
        return chr(0x10000 + ((ord(letter) - 0xD800) << 10) + ord(low) - 0xDC00)
    return ""


def _drafts(sheet: _Sheet) -> Iterator[_Draft]:
    gaps = list(map(sub, sheet.lefts[1:], sheet.rights))
    orderly = not sheet.text or min(map(sub, sheet.rights, sheet.lefts)) >= 0
    for found in _UNBROKEN.finditer(sheet.text):
        start, end = found.span()
        if orderly and _is_one(sheet, gaps, start, end):
            left, right = min(sheet.lefts[start:end]), max(sheet.rights[start:end])
            place = sheet.places[start]
            yield _Draft(found[0], left, right, sheet.bottoms[start], sheet.tops[start], place)
        else:
            yield from _parted(sheet, start, end)


def _is_one(sheet: _Sheet, gaps: list[float], start: int, end: int) -> bool:
    """Whether letters follow each other rightward so evenly that `_parted` would keep them together."""
    bottom = sheet.bottoms[start]
    allowed = (sheet.tops[start] - bottom) * _GAP
    if end - start == 1:
        return allowed > 0
    between, bottoms = gaps[start : end - 1], sheet.bottoms[start:end]
    highest = max(bottoms)
    return (
        max(between) <= allowed
        and min(between) >= -allowed
        and highest - bottom <= 2 * allowed
        and bottom - min(bottoms) <= 2 * allowed
        and highest < min(sheet.tops[start:end])
    )


def _parted(sheet: _Sheet, start: int, end: int) -> Iterator[_Draft]:
    """Letters that no space parts, where one stands on another line, or a gap away on either side."""
    word: _Draft | None = None
    for at in range(start, end):
        left, right, bottom, top = sheet.lefts[at], sheet.rights[at], sheet.bottoms[at], sheet.tops[at]
        if top <= bottom:
            continue
        if word is not None and not _apart(word, left, right, bottom):
            word = word._replace(
                text=word.text + sheet.text[at], left=min(word.left, left), right=max(word.right, right)
            )
            continue
        if word is not None:
            yield word
        word = _Draft(sheet.text[at], left, right, bottom, top, sheet.places[at])
    if word is not None:
        yield word


def _apart(word: _Draft, left: float, right: float, bottom: float) -> bool:
    gap = (word.top - word.bottom) * _GAP
    return left - word.right > gap or word.left - right > gap or abs(bottom - word.bottom) > 2 * gap


def _fonts(text_page: Any, handle: int, places: Sequence[int]) -> list[_Font]:
    """The font of the letter at each of these places; a page has few, so each is looked at once."""
    objects = list(map(calls().text_object, repeat(handle), places))
    first = {thing: place for thing, place in zip(reversed(objects), reversed(places), strict=True) if thing}
    known: dict[int | None, _Font] = {}
    by_object: dict[int | None, _Font] = {None: _ORDINARY}
    for thing, place in first.items():
        font = calls().font(thing)
        if font not in known:
            known[font] = _look(text_page, place)
        by_object[thing] = known[font]
    return [by_object[thing or None] for thing in objects]


def _look(text_page: Any, place: int) -> _Font:
    import pypdfium2.raw as pdf

    written, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    length = pdf.FPDFText_GetFontInfo(text_page, place, written, 256, flags)
    name = written.raw[: max(length - 1, 0)].decode("utf-8", "replace") if 0 < length <= 256 else ""
    signs = flags.value if length else 0
    heavy = pdf.FPDFText_GetFontWeight(text_page, place) >= _HEAVY
    bold = _BOLD.search(name) is not None or heavy or bool(signs & 1 << 18)
    return _Font(bold, _SLANTED.search(name) is not None or bool(signs & 1 << 6))

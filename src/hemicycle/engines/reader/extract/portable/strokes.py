"""The lines drawn on a PDF page. Points, counted from the bottom left."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from itertools import islice, repeat
from typing import TYPE_CHECKING, Any

from hemicycle.engines.reader.extract.portable.calls import address, calls

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_PATHS = 20_000
_MOST_PIECES = 2_000
_DEEPEST = 4
"""Forms within forms are looked into no deeper than this."""
_THIN = 3.5
_SHORTEST = 8.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line, upright or level."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def level(self) -> bool:
        return self.right - self.left >= self.top - self.bottom


def strokes(page: Any) -> list[Stroke]:
    """The level and upright lines on the page, thin rectangles and the edges of drawn ones among them."""
    import pypdfium2.raw as pdf

    bounds = calls().bounds
    found: list[Stroke] = []
    box = (ctypes.c_float * 4)()
    sides = [ctypes.addressof(box) + 4 * side for side in range(4)]
    for path in islice(_paths(pdf, address(page.raw)), _MOST_PATHS):
        if not bounds(path, *sides):
            continue
        left, bottom, right, top = box
        wide, tall = right - left, top - bottom
        thin = min(wide, tall) <= _THIN
        if thin and max(wide, tall) >= _SHORTEST:
            found.append(Stroke(left, right, bottom, top))
        elif not thin:
            found.extend(_drawn_edges(pdf, path))
    return found


def _paths(pdf: Any, page: int) -> Iterator[int]:
    """The handles of the page's paths, those inside forms at the place of the form."""
    get = calls()
    waiting = [(1, _objects(get.page_object, page, get.page_objects(page)))]
    while waiting:
        depth, objects = waiting[-1]
        for handle in objects:
            kind = get.kind(handle)
            if kind == pdf.FPDF_PAGEOBJ_PATH:
                yield handle
            elif kind == pdf.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = _objects(get.form_object, handle, get.form_objects(handle))
                waiting.append((depth + 1, inner))
                break
        else:
            waiting.pop()


def _objects(get: Any, around: int, count: int) -> Iterator[int]:
    return filter(None, map(get, repeat(around), range(count)))


def _drawn_edges(pdf: Any, handle: int) -> list[Stroke]:
    path = ctypes.cast(handle, pdf.FPDF_PAGEOBJECT)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdf.FPDFPath_GetDrawMode(path, fill, stroke) or not stroke.value:
        return []
    matrix = pdf.FS_MATRIX()
    return _edges(pdf, path, matrix) if pdf.FPDFPageObj_GetMatrix(path, matrix) else []


def _edges(pdf: Any, path: Any, matrix: Any) -> list[Stroke]:
    """The level and upright pieces of a path that draws several lines at once."""
    found: list[Stroke] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = None
    for at in range(min(pdf.FPDFPath_CountSegments(path), _MOST_PIECES)):
        segment = pdf.FPDFPath_GetPathSegment(path, at)
        pdf.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdf.FPDFPathSegment_GetType(segment)
        if kind == pdf.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdf.FPDF_SEGMENT_LINETO and last is not None:
            found.extend(_edge(last, point))
        if pdf.FPDFPathSegment_GetClose(segment) and start is not None:
            found.extend(_edge(point, start))
        last = point
    return found


def _edge(one: tuple[float, float], two: tuple[float, float]) -> list[Stroke]:
    left, right = sorted((one[0], two[0]))
    bottom, top = sorted((one[1], two[1]))
    straight = min(right - left, top - bottom) <= 1 and max(right - left, top - bottom) >= _SHORTEST
    return [Stroke(left, right, bottom, top)] if straight else []

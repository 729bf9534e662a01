"""The hemicycle: concentric arcs of seats, one dot per city, filled from one end of the hall to the other."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, cos, pi, sin

WIDTH, HEIGHT, FLOOR = 1200, 560, 546
_OUTER, _INNER = (584.0, 538.0), (430.0, 392.0)
"""Half axes of the arcs that bound the hall; the title of the conference stands inside the inner one."""

_FEWEST, _MOST = 3, 9
_AISLE = 0.07
"""Radians left empty above the floor at both ends."""


@dataclass(frozen=True, slots=True)
class Dot:
    x: str
    y: str
    title: str


@dataclass(frozen=True, slots=True)
class Hall:
    """Arcs as SVG paths and dots as centres; `size` is the class of dots that fit without touching."""

    arcs: tuple[str, ...]
    dots: tuple[Dot, ...]
    size: str


def hall(names: tuple[str, ...]) -> Hall:
    """A seat for each of `names`, in order from the one end to the other."""
    rows = min(max(_FEWEST, ceil((len(names) / 8) ** 0.5)), _MOST)
    axes = [_axes(row, rows) for row in range(rows)]
    seats = sorted(
        (angle, row) for row, count in enumerate(_shares(len(names), axes)) for angle in _angles(count)
    )
    dots = tuple(
        Dot(*_point(axes[row], angle), name) for name, (angle, row) in zip(names, seats, strict=True)
    )
    return Hall(tuple(_path(pair) for pair in axes), dots, "few" if rows <= 4 else "many")


def _axes(row: int, rows: int) -> tuple[float, float]:
    part = row / (rows - 1)
    across, up = (inner + (outer - inner) * part for inner, outer in zip(_INNER, _OUTER, strict=True))
    return across, up


def _shares(count: int, axes: list[tuple[float, float]]) -> list[int]:
    """How many of `count` seats stand on each arc: in proportion to its length, by the largest remainders."""
    lengths = [across + up for across, up in axes]
    exact = [count * length / sum(lengths) for length in lengths]
    shares = [int(part) for part in exact]
    by_remainder = sorted(range(len(axes)), key=lambda row: (shares[row] - exact[row], row))
    for row in by_remainder[: count - sum(shares)]:
        shares[row] += 1
    return shares


def _angles(count: int) -> list[float]:
    """From π at the one end to 0 at the other, aisles left free; a single seat stands in the middle."""
    if count == 1:
        return [-pi / 2]
    step = (pi - 2 * _AISLE) / max(count - 1, 1)
    return [-(pi - _AISLE - step * number) for number in range(count)]


def _point(axes: tuple[float, float], angle: float) -> tuple[str, str]:
    return f"{WIDTH / 2 + axes[0] * cos(angle):.1f}", f"{FLOOR + axes[1] * sin(angle):.1f}"


def _path(axes: tuple[float, float]) -> str:
    across, up = axes
    start, end = WIDTH / 2 - across, WIDTH / 2 + across
    return f"M{start:.0f} {FLOOR}A{across:.0f} {up:.0f} 0 0 1 {end:.0f} {FLOOR}"

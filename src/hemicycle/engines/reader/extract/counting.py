"""The numbers, letters and Roman numerals that lists are counted with."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def letter(number: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    written = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        written = chr(ord("a") + rest) + written
    return written


def roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def counted(number: int, manner: str) -> str:
    """The number as a list prints it; `manner` is 1, a, A, i or I."""
    match manner:
        case "a":
            return letter(number) or str(number)
        case "A":
            return letter(number).upper() or str(number)
        case "i":
            return roman(number)
        case "I":
            return roman(number).upper()
    return str(number)

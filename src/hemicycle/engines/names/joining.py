"""Many printed people, grouped into persons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.engines.names import letters
from hemicycle.engines.names.context import content
from hemicycle.engines.names.grouping import grouped
from hemicycle.engines.names.people import Printed, same
from hemicycle.engines.names.words import taken_apart

if TYPE_CHECKING:
    from collections.abc import Sequence


def join(printed: Sequence[Printed]) -> tuple[tuple[int, ...], ...]:
    """Groups of indexes that are one person, in order of first appearance.

    Pairs are compared where two words begin alike, or where the function is the same; the cost grows with n log n.
    """
    return grouped(printed, keys=_keys, same=same, order=_order)


def _order(form: Printed) -> str:
    return " ".join(sorted(word.plain for word in taken_apart(form.name).words))


def _keys(form: Printed) -> set[str]:
    name = taken_apart(form.name)
    words = [word.plain for word in name.words]
    bones = [letters.skeleton(word) or word for word in words]
    begins = [{word[0], letters.sound(word)[0], bone[0]} for word, bone in zip(words, bones, strict=True)]
    keys = {
        f"{bone} {letter}"
        for place, bone in enumerate(bones)
        for elsewhere in range(len(words))
        for letter in begins[elsewhere]
        if place != elsewhere and len(words[place]) > 1
    }
    keys |= {"whole " + "".join(words), "whole " + letters.plain(form.name)}
    where = " ".join(sorted(content(form.place) or content(form.organisation)))
    if where and form.position:
        keys |= {f"{bone} in {where}" for bone in bones}
        keys.add(f"{' '.join(sorted(content(form.position)))} of {where}")
    return keys

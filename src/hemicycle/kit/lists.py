"""Several things in one sentence or line, joined as each language joins them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hemicycle.kit.words import Words


_SOUNDS_AS_I = re.compile(r"(?:<[^>]*>|\W)*(?:[ií]|h[ií](?![aeou]))", re.IGNORECASE)
"""How a word begins that sounds as «i», whatever quotes or marks of a page stand before it."""


def joined(items: Iterable[str], words: Words) -> str:
    """`A, B and C`; in the order given, and nothing for nothing."""
    every = list(items)
    if len(every) < 2:
        return "".join(every)
    head = words.pgettext("list", "{head}, {tail}")
    said = every[0]
    for item in every[1:-1]:
        said = head.format(head=said, tail=item)
    end = words.pgettext("end of list", "{head} and {tail}")
    if words.language.startswith("es") and _SOUNDS_AS_I.match(every[-1]):
        end = words.pgettext("end of list, before the Spanish sound i", "{head} and {tail}")
    return end.format(head=said, tail=every[-1])


def in_a_row(items: Iterable[str], words: Words) -> str:
    """`A, B, C`: what is no sentence, such as the parts of an address; empty items are left out."""
    return words.pgettext("separator of a list", ", ").join(item for item in items if item)


def apart(items: Iterable[str], words: Words) -> str:
    """`A; B; C`: items that may have commas of their own; empty items are left out."""
    return words.pgettext("between groups of a list", "; ").join(item for item in items if item)

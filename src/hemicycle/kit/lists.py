"""Several things in one sentence, joined as each language joins them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hemicycle.kit.words import Words


def joined(items: Iterable[str], words: Words) -> str:
    """`A, B and C`; in the order given, and nothing for nothing."""
    every = list(items)
    if len(every) < 2:
        return "".join(every)
    head = words.pgettext("list", "{head}, {tail}")
    said = every[0]
    for item in every[1:-1]:
        said = head.format(head=said, tail=item)
    return words.pgettext("end of list", "{head} and {tail}").format(head=said, tail=every[-1])

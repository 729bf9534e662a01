"""Keys that people can read in an address: words of the name in plain letters, each key once."""

from __future__ import annotations

import re

LONGEST = 60


def slug(text: str) -> str:
    """The text as lower-case letters and digits with hyphens, at most 60 of them, cut between words."""
    from anyascii import anyascii  # noqa: PLC0415 -- slow import

    plain = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’‘`]", "", anyascii(text.casefold()).lower())).strip("-")
    if len(plain) <= LONGEST:
        return plain
    cut = plain[: LONGEST + 1].rpartition("-")[0]
    return cut or plain[:LONGEST]


class Keys:
    """Hands out keys, and never the same one twice."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def key(self, *choices: str) -> str:
        """The key for the first choice that has letters, with a number when it is taken."""
        base = next((made for made in map(slug, choices) if made), "session")
        count = self._counts.get(base, 0)
        while True:
            count += 1
            made = base if count == 1 else f"{base}-{count}"
            if made not in self._taken:
                self._taken.add(made)
                self._counts[base] = count
                return made

"""The front matter of a Markdown file: the lines of YAML that many writers put before their text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_MATTER = 80
"""Front matter takes no more lines than this."""

_KEY = re.compile(r"(?P<key>[A-Za-z_][\w .-]{0,40}):(?:\s+(?P<value>.*))?$")
_MORE = re.compile(r"(?:\s+\S.*|-\s.*|#.*|\s*)$")


class Matter(NamedTuple):
    """How many lines it takes, none where there is none, and what it says of the whole text."""

    lines: int = 0
    title: str = ""
    language: str = ""


def front_matter(texts: Sequence[str]) -> Matter:
    """What the first lines hold; a rule above running text begins no front matter."""
    if not texts or texts[0].strip("\ufeff \t") != "---":
        return Matter()
    values: dict[str, str] = {}
    for at, text in enumerate(texts[1:], 1):
        if text.rstrip() in {"---", "..."}:
            language = values.get("lang") or values.get("language", "")
            return Matter(at + 1, values.get("title", ""), language) if values else Matter()
        found = _KEY.match(text)
        if found is None and not _MORE.match(text):
            return Matter()
        if found is not None:
            values.setdefault(found["key"].lower(), (found["value"] or "").strip().strip("\"'"))
    return Matter()

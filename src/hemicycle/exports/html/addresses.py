"""Where the pages of a programme lie: names of files that every disk and every web server takes."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from anyascii import anyascii

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ODD = re.compile(r"[^a-z0-9]+")
_LONGEST = 80
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})
"""Names that no file may have on Windows."""


def stems(keys: Iterable[str]) -> Mapping[str, str]:
    """A file name without its ending for every key: the key itself where that is safe, else made like it and told apart.

    A key's name does not depend on the other keys.
    """
    return {key: _stem(key) for key in keys}


def _stem(key: str) -> str:
    slug = _ODD.sub("-", anyascii(key).lower()).strip("-")[:_LONGEST].strip("-")
    if slug and slug == key and slug not in _DEVICES:
        return slug
    return f"{slug or 'x'}.{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"

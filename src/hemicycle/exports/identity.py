"""Names that stay the same from version to version of a programme, for formats that need their own kind of id."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5

from anyascii import anyascii

from hemicycle.engines.formats.programme import Programme, text

if TYPE_CHECKING:
    from collections.abc import Iterable

_LARGEST = 2**31 - 1
"""Programs that read frab keep its ids in 32 bits."""
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def programme_name(programme: Programme) -> str:
    """What two versions of one programme share: title and year."""
    dates = [day.date for day in programme.days] or [s.starts.date() for s in programme.sessions if s.starts]
    year = f" {min(dates).year}" if dates else ""
    return f"{text(programme.title, programme.language)}{year}"


def namespace(programme: Programme) -> UUID:
    return uuid5(NAMESPACE_URL, f"urn:hemicycle:programme:{programme_name(programme)}")


def uuid_of(space: UUID, kind: str, key: str) -> str:
    """The UUID of a session, a person or a room of a programme, from its key."""
    return str(uuid5(space, f"{kind}:{key}".encode("utf-8", "surrogatepass").decode("utf-8", "replace")))


def numbers(keys: Iterable[str]) -> dict[str, int]:
    """A positive number for each key: that of its digest, or the next that is free; the order of keys does not matter."""
    taken: set[int] = set()
    found: dict[str, int] = {}
    for key in sorted(set(keys)):
        digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()
        number = int.from_bytes(digest[:4], "big") % _LARGEST + 1
        while number in taken:
            number = number % _LARGEST + 1
        taken.add(number)
        found[key] = number
    return found


def acronym(programme: Programme) -> str:
    """Initials and year in at least four small letters and digits: gccm2017."""
    words = [word for word in slug(programme_name(programme)).split("-") if word]
    initials = "".join(word if word.isdigit() else word[0] for word in words if word not in _SMALL)[:24]
    return initials if len(initials) >= 4 else f"conf{initials}"


_SMALL = frozenset(
    {
        "a",
        "al",
        "and",
        "das",
        "de",
        "del",
        "der",
        "des",
        "di",
        "die",
        "du",
        "e",
        "el",
        "en",
        "et",
        "for",
        "in",
        "la",
        "las",
    }
    | {"le", "les", "los", "of", "on", "the", "und", "van", "y"}
)


def slug(words: str) -> str:
    """The text in small letters, digits and single hyphens."""
    return _NOT_WORD.sub("-", anyascii(words).lower()).strip("-")

"""People as structured files name them: roles by their words, names given surname first."""

from __future__ import annotations

from hemicycle.engines.formats.programme import Role
from hemicycle.engines.reader.lexicon import lexicon


def role_of(words: str, otherwise: Role = Role.SPEAKER) -> Role:
    """The role of a word such as "moderator", "Modération" or "SPEAKER"."""
    found = lexicon().role_label(words.replace("_", " ")) if words else None
    return found.role if found else otherwise


def given_name_first(full: str, first: str, last: str) -> str:
    """The name of "Peres, Martin" as "Martin Peres"; the parts where the file has them, for a comma may belong to the name."""
    if first and last:
        return f"{first} {last}"
    surname, comma, given = full.partition(", ")
    return f"{given} {surname}" if comma and given and "," not in given else full

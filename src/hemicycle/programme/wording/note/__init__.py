"""The note in which a secretariat tells its partners what changed in the programme."""

from hemicycle.programme.wording.note.writing import write

__all__ = ["write"]

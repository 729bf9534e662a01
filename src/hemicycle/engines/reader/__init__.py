"""Reads a programme out of whatever a partner sent.

Stages are functions from type to type, each understanding one thing:
bytes → `source.Source` → `lines.Paper` → blocks → outline → `formats.reading.Reading`.
Nothing is refused for being unclear and nothing is dropped: what is not understood lands in the leftovers.
"""

from __future__ import annotations

from hemicycle.engines.reader.entry import read, read_paper
from hemicycle.engines.reader.source import Hints, NoProgramme, Unreadable

__all__ = ["Hints", "NoProgramme", "Unreadable", "read", "read_paper"]

"""The first stage: a file's bytes, what kind of file they are, and why they cannot be read."""

from hemicycle.engines.reader.source.opening import LARGEST, open_source
from hemicycle.engines.reader.source.terms import Hints, NoProgramme, Source, SourceKind, Unreadable

__all__ = ["LARGEST", "Hints", "NoProgramme", "Source", "SourceKind", "Unreadable", "open_source"]

"""Files to lines: each kind of file in a module of its own, all of them setting their lines in one galley."""

from hemicycle.engines.reader.extract.by_kind import paper

__all__ = ["paper"]

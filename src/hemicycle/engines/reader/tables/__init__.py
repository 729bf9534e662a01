"""Tables to blocks: which column is what, which way the table runs, and every cell with what its heading says of it."""

from hemicycle.engines.reader.tables.emission import blocks

__all__ = ["blocks"]

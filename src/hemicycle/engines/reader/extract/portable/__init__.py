"""PDF: words and drawn lines by where they stand on the page, put back into tables, columns and lines."""

from hemicycle.engines.reader.extract.portable.document import portable_paper

__all__ = ["portable_paper"]

"""Word documents, read from their XML, since no library yields all of what is printed."""

from hemicycle.engines.reader.extract.word.document import word_paper

__all__ = ["word_paper"]

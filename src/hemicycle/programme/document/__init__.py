"""A programme as a document: written, told apart by its digest, and compared with another version of itself."""

from hemicycle.programme.document.comparing import compare
from hemicycle.programme.document.writing import digest, write

__all__ = ["compare", "digest", "write"]

"""A programme as a folder of pages that work from a disk, without JavaScript, in every language of the conference."""

from hemicycle.exports.html.folder import write

__all__ = ["write"]

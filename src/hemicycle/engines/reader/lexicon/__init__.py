"""The words by which programmes are understood: data files that anyone can extend, and the matching of lines against them."""

from hemicycle.engines.reader.lexicon.book import Lexicon, lexicon
from hemicycle.engines.reader.lexicon.folding import Folded, fold, folded
from hemicycle.engines.reader.lexicon.matches import (
    Field,
    Form,
    KindMatch,
    LabelMatch,
    NumberMatch,
    PlaceholderMatch,
    RoleMatch,
    StatusMatch,
)

__all__ = [
    "Field",
    "Folded",
    "Form",
    "KindMatch",
    "LabelMatch",
    "Lexicon",
    "NumberMatch",
    "PlaceholderMatch",
    "RoleMatch",
    "StatusMatch",
    "fold",
    "folded",
    "lexicon",
]

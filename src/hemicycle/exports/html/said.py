"""Words of a programme as they stand on a page: isolated, linked, and marked where they are in another language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString

from hemicycle.kit.lists import in_a_row, joined
from hemicycle.kit.words import RIGHT_TO_LEFT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hemicycle.engines.formats.programme import TextMap
    from hemicycle.kit.words import Words

_RANGE = re.compile(r"\d\d:\d\d–\d\d:\d\d")
_UNKNOWN = frozenset({"", "und", "mul", "zxx"})
NOTHING = SafeString()


@dataclass(frozen=True, slots=True)
class Said:
    """A text and, where that is not the language of the page, the tag of its own."""

    text: str
    language: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    @property
    def attributes(self) -> SafeString:
        """`lang` and `dir` for the element that holds the text; nothing on a page of its language."""
        if not self.language:
            return NOTHING
        if self.language in _UNKNOWN:
            return SafeString(' dir="auto"')
        return _safe(f' lang="{escape(self.language)}" dir="{direction(self.language)}"')

    @property
    def marked(self) -> SafeString:
        """The text, with its language in small letters behind it where it is not the page's."""
        if not self.language:
            return _safe(escape(self.text))
        base = self.language.split("-", maxsplit=1)[0]
        mark = "" if self.language in _UNKNOWN else f' data-in="{escape(base)}"'
        return _safe(f"<span{self.attributes}{mark}>{escape(self.text)}</span>")

    @property
    def unmarked(self) -> SafeString:
        """The text, telling only programs its language: for functions and notes, which nobody translates."""
        if not self.language:
            return _safe(escape(self.text))
        return _safe(f"<span{self.attributes}>{escape(self.text)}</span>") if self.text else NOTHING

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.text.splitlines() if line.strip())


def said(texts: TextMap, language: str, own: str) -> Said:
    """The text for a page in `language`; else that in the programme's `own` language, else the first there is."""
    base = _base(language)
    for tag in (language, base, *(tag for tag in sorted(texts) if _base(tag) == base), own, *sorted(texts)):
        if texts.get(tag):
            return Said(texts[tag], "" if _base(tag) == base else tag or "und")
    return Said("")


def printed(text: str, language: str, own: str) -> Said:
    """A text that the programme has only as printed, in its `own` language."""
    return Said(text, "" if _base(own) == _base(language) else own or "und")


def direction(language: str) -> str:
    return "rtl" if _base(language) in RIGHT_TO_LEFT else "ltr"


def isolated(text: str) -> SafeString:
    """The text with its ranges of hours kept in their order among right-to-left words."""
    return _safe(_RANGE.sub(lambda found: f'<bdi dir="ltr">{found.group()}</bdi>', escape(text)))


def plain(text: str) -> SafeString:
    return _safe(escape(text))


def name(text: str) -> SafeString:
    """A name, isolated from the direction of its neighbours."""
    return _safe(f"<bdi>{escape(text)}</bdi>") if text else NOTHING


def names(every: Iterable[str], words: Words) -> SafeString:
    """Names in one sentence."""
    return _safe(joined((name(text) for text in every), words))


def linked(shown: SafeString, href: str) -> SafeString:
    return _safe(f'<a href="{escape(href)}">{shown}</a>')


def crumbs(*steps: tuple[str, str]) -> SafeString:
    """The steps of a breadcrumb above the page itself: what each is called, and where it is."""
    return _safe("".join(f"<li>{linked(name(label), href)}</li>" for label, href in steps))


def badge(mark: str, *, hatched: bool = False) -> SafeString:
    """What is not settled, in words; hatched where it is still open."""
    return (
        _safe(f'<span class="badge{" hatched" if hatched else ""}">{escape(mark)}</span>')
        if mark
        else NOTHING
    )


def beside(*parts: SafeString, by: str = " ") -> SafeString:
    """The parts that there are, one after the other."""
    return _safe(by.join(part for part in parts if part))


def in_line(words: Words, *parts: SafeString) -> SafeString:
    """The parts that there are, with the comma of the language between them."""
    return _safe(in_a_row(parts, words))


def _base(language: str) -> str:
    return language.split("-", maxsplit=1)[0]


def _safe(markup: str) -> SafeString:
    """The markup as it is, which is safe: every caller in this module has escaped what it was given."""
    return SafeString(markup)

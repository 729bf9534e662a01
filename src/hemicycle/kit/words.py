"""The interface's words in a language that is named, not ambient.

Everything a person sees goes through a `Words`; the catalogues are gettext's, shared with Django
(`locale/<language>/LC_MESSAGES/django.mo`). Call its methods on literal strings, so that `make words` finds them.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "fr", "es", "nl", "tr", "ar")
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
_CATALOGUES = Path(__file__).parent.parent / "locale"


@dataclass(frozen=True, slots=True)
class Words:
    """Translator into one language; falls back to English, in which the source is written."""

    language: str
    catalogue: gettext.NullTranslations

    @property
    def direction(self) -> str:
        return "rtl" if self.language.split("-")[0] in RIGHT_TO_LEFT else "ltr"

    def gettext(self, message: str) -> str:
        return self.catalogue.gettext(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        return self.catalogue.ngettext(one, many, number)

    def pgettext(self, context: str, message: str) -> str:
        return self.catalogue.pgettext(context, message)


@cache
def words(language: str) -> Words:
    """The words of a BCP 47 language, or of its nearest relative that there is, or English."""
    tags = [language, language.split("-", maxsplit=1)[0]]
    return Words(language, gettext.translation("django", _CATALOGUES, languages=tags, fallback=True))

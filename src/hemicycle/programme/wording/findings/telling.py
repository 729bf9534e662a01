"""What a finding concerns, in the words of one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from hemicycle.engines.formats.programme import text
from hemicycle.kit import dates
from hemicycle.kit.lists import joined
from hemicycle.kit.words import LANGUAGES
from hemicycle.programme.wording import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from babel import Locale

    from hemicycle.engines.formats.findings import Finding
    from hemicycle.engines.formats.programme import Programme, Session
    from hemicycle.kit.words import Words


class Telling:
    """A programme in the words of one language."""

    def __init__(self, programme: Programme, words: Words) -> None:
        self.words = words
        self._programme = programme
        self._sessions = {session.key: session for session in programme.sessions}

    def sessions(self, finding: Finding) -> list[str]:
        """The sessions concerned, each with its title, day and time."""
        return [self._session(self._sessions[key]) for key in finding.concerns if key in self._sessions]

    def first(self, finding: Finding) -> str:
        return next(iter(self.sessions(finding)), self.words.gettext("the programme"))

    def pair(self, finding: Finding) -> dict[str, str]:
        one, other, *_ = [*self.sessions(finding), "", ""]
        return {"one": one, "other": other}

    def listed(self, items: Iterable[str]) -> str:
        return joined(items, self.words)

    def quoted(self, items: Iterable[str]) -> str:
        return joined((self.words.gettext("“{text}”").format(text=item) for item in items), self.words)

    def language_names(self, tags: Iterable[str]) -> str:
        known = _locale(self.words).languages
        return joined((str(known.get(tag, tag)) for tag in tags), self.words)

    def country_name(self, country: str) -> str:
        return str(_locale(self.words).territories.get(country, country))

    def _session(self, session: Session) -> str:
        title = text(session.title, self.words.language, self._programme.language)
        named = title or vocabulary.kind(session.kind, self.words)
        at = dates.moment(session.starts, session.ends, self.words, "short")
        if not at:
            return self.words.gettext("“{title}”").format(title=named)
        return self.words.gettext("“{title}” ({time})").format(title=named, time=at)


def _locale(words: Words) -> Locale:
    """The locale of the sentences: a language without a catalogue is read in English."""
    from babel import Locale

    base = words.language.split("-")[0]
    return Locale.parse(base if base in LANGUAGES else "en")


Sentence: TypeAlias = "Callable[[Telling, Finding], str]"

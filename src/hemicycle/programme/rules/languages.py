"""Languages: what is interpreted, and for whom it is not."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import PAUSES, Kind, Session
from hemicycle.programme.terms import LOW, Code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemicycle.engines.formats.findings import Finding
    from hemicycle.programme.rules.sight import Sight

_WORDLESS = PAUSES | {Kind.RECEPTION, Kind.SITE_VISIT}
_MOST = 0.6


def missing(sight: Sight) -> Iterator[Finding]:
    """Sessions without languages where six of ten or more have them; none are expected of pauses and off the site."""
    spoken = [session for session in sight.sessions if session.room and _has_words(sight, session)]
    without = [session for session in spoken if not sight.languages_of(session)]
    if without and len(spoken) - len(without) >= _MOST * len(spoken):
        for session in without:
            yield sight.found(Code.LANGUAGE_MISSING, LOW, (session,))


def unserved(sight: Sight) -> Iterator[Finding]:
    """People whose country's languages are interpreted at this conference, but not in their session.

    A question and never more: what a person speaks is theirs to say, and their country, where it is printed, is all
    that is known.
    """
    offered = {language for session in sight.sessions for language in _bases(sight, session)}
    for person, session, index in sight.held():
        seat = session.seats[index]
        here = _bases(sight, session)
        theirs = official(seat.country) if here and seat.country else frozenset()
        elsewhere = sorted(theirs & offered)
        if elsewhere and not theirs & here:
            facts = {
                "person": seat.name or sight.named(person),
                "country": seat.country,
                "languages": elsewhere,
                "offered": list(dict.fromkeys(tag.split("-")[0] for tag in sight.languages_of(session))),
            }
            paths = [f"sessions/{session.key}/seats/{index}"]
            yield sight.found(Code.LANGUAGE_UNSERVED, LOW, (session, f"person:{person}"), facts, paths)


def _bases(sight: Sight, session: Session) -> frozenset[str]:
    return frozenset(language.split("-")[0] for language in sight.languages_of(session))


def _has_words(sight: Sight, session: Session) -> bool:
    room = sight.rooms.get(session.room or "")
    return session.kind not in _WORDLESS and not sight.is_container(session) and not (room and room.off_site)


@cache
def official(country: str) -> frozenset[str]:
    """The official languages of a country, in law, in a region or in fact, as CLDR has them."""
    from babel.languages import get_official_languages

    tags = get_official_languages(country, regional=True, de_facto=True)
    return frozenset(tag.split("_")[0] for tag in tags)


RULES = (missing, unserved)

"""A session told as plain text, for formats that have one field for everything people should know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import SeatState, text
from hemicycle.kit import languages
from hemicycle.kit.lists import apart, in_a_row, joined
from hemicycle.programme.wording import vocabulary

if TYPE_CHECKING:
    from hemicycle.engines.formats.programme import Programme, Seat, Session
    from hemicycle.kit.words import Words

_PLAIN = frozenset({SeatState.NAMED, SeatState.CONFIRMED, SeatState.ORGANISATION})


def title(session: Session, language: str, words: Words) -> str:
    """The session's title in the programme's language, with its number; the name of its kind where it has none."""
    found = text(session.title, language) or vocabulary.kind(session.kind, words)
    return (
        " ".join(f"{session.number} {found}".split())
        if session.number and session.number not in found
        else found
    )


def details(session: Session, language: str, words: Words) -> str:
    """All that a session has beside its title, abstract, time and room: questions, items, people, and who may come."""
    parts = [
        _listed(
            words.gettext("Guiding questions"),
            [text(question, language) for question in session.questions],
            words,
        ),
        _listed(words.gettext("Items"), [text(item.title, language) for item in session.items], words),
        _listed(words.gettext("People"), [seat_line(seat, words) for seat in session.seats], words),
        _line(words.gettext("Organised by {names}"), apart(session.organisers, words)),
        _line(
            words.gettext("Languages: {names}"),
            joined((languages.name(tag, words) for tag in session.languages), words),
        ),
        _line(words.gettext("Access: {names}"), session.access),
    ]
    return "\n\n".join(part for part in parts if part)


def seat_line(seat: Seat, words: Words) -> str:
    """`Moderator: Jane Doe, Mayor of Sampletown`; an open seat says that it is."""
    role = vocabulary.role(seat.role, words)
    who = seat.as_printed or in_a_row((seat.name, seat.position, seat.organisation), words)
    state = "" if seat.state in _PLAIN else vocabulary.state(seat.state, words)
    said = f"{who} ({state})" if who and state and seat.state is not SeatState.TBC else who or state
    before = words.pgettext("role before a name", "{role}:").format(role=role)
    return f"{before} {said}"


def unplaced(programme: Programme, sessions: list[Session], words: Words) -> str:
    """The sentence that names the sessions without a time; nothing where all have one."""
    if not sessions:
        return ""
    titles = apart((title(session, programme.language, words) for session in sessions), words)
    return words.gettext("Without a time yet: {titles}").format(titles=titles)


def _listed(heading: str, lines: list[str], words: Words) -> str:
    listed = [f"- {line}" for line in lines if line]
    above = words.pgettext("heading of a list", "{heading}:").format(heading=heading)
    return "\n".join([above, *listed]) if listed else ""


def _line(sentence: str, names: str) -> str:
    return sentence.format(names=names) if names else ""

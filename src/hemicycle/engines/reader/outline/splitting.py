"""One printed line that says several things: title, room, languages, people behind one another."""

from __future__ import annotations

import re

from hemicycle.engines.formats.programme import Role
from hemicycle.engines.reader import company, cues, people, places, sentences
from hemicycle.engines.reader.lexicon import Form
from hemicycle.engines.reader.outline import seating

_STRONG = re.compile(r"\s*[|•‖¦]\s+|\s*\t\s*|\s+·\s+|\s*;\s+(?=[^\W\d_])")
_DASH = re.compile(r"\s+[–—-]\s+|\s*[–—]\s+")
_STOP = re.compile(r"(?<=[.)”\"»])\s+")
_COMMA = re.compile(r"\s*,\s+")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{2,120})[)\]]\s*[.:]?$")
_WORDS = re.compile(r"[^\s]+")
_LEADING = frozenset(
    {Role.MODERATOR, Role.CHAIR, Role.INTRODUCED_BY, Role.HOST, Role.PRESENTER, Role.RAPPORTEUR}
)
_DASHES = frozenset({"-", "–", "—"})
_LABEL_WORDS = 4
_LONGEST = 400


def pieces(text: str) -> list[str]:
    """The parts of a line, each of which says one thing; most lines are one part."""
    if len(text) > _LONGEST:
        return [text]
    led = person_and_title(text)
    if led:
        return list(led)
    parts: list[str] = []
    for strong in _strong(text):
        parts.extend(_tails(strong))
    return [part for part in (part.strip(" \t") for part in parts) if part.strip(" -–—|•·,;:.()*_")]


def person_and_title(text: str) -> tuple[str, str] | None:
    """The person and the title of "Erik Hansen, University of Oslo: Trends in numbers"."""
    person, colon, title = text.partition(": ")
    if not colon or not title.strip() or not cues.names_someone(person) or cues.names_someone(title):
        return None
    return person, title.strip()


def _strong(text: str) -> list[str]:
    cut = [part for part in _STRONG.split(text) if part]
    return cut if len(cut) > 1 and all(len(part) < 200 for part in cut) else [text]


def _tails(text: str) -> list[str]:
    """A line without its tails, then the tails: "(Room 4)", " – Moderator: Jane Doe", ", Auditorium"."""
    tails: list[str] = []
    for _ in range(4):
        cut = _bracket(text) or _role(text) or _place(text) or with_person(text)
        if cut is None:
            break
        text, tail = cut
        tails.insert(0, tail)
    return [text, *tails]


def _bracket(text: str) -> tuple[str, str] | None:
    found = _BRACKET.search(text)
    if found is None or not text[: found.start()].strip() or cues.place_only(text):
        return None
    inside = found[1].strip()
    role = cues.role(inside)
    telling = (
        cues.place_only(inside)
        or cues.languages_only(inside)
        or (role is not None and role.form is Form.PREFIX)
        or cues.organised(inside)
        or cues.surely_names_someone(inside)
    )
    return (text[: found.start()].rstrip(" ,"), inside) if telling else None


def _role(text: str) -> tuple[str, str] | None:
    """A tail that begins with a label of people: "– Moderator: Jane Doe", "(…). Chaired by John Doe"."""
    cuts = [*_DASH.finditer(text), *_COMMA.finditer(text), *_STOP.finditer(text)]
    for found in sorted(cuts, key=lambda cut: cut.start()):
        tail = text[found.end() :]
        role = cues.role(tail)
        if (
            text[: found.start()].strip()
            and role is not None
            and role.form is Form.PREFIX
            and not role.titled
        ):
            return text[: found.start()].rstrip(), tail
        if text[: found.start()].strip() and cues.organised(tail):
            return text[: found.start()].rstrip(), tail
    return None


def _place(text: str) -> tuple[str, str] | None:
    for cut in (_DASH, _COMMA):
        found = None
        for found in cut.finditer(text):
            tail = text[found.end() :]
            if text[: found.start()].strip() and cues.place_only(tail):
                return text[: found.start()].rstrip(), tail
    return None


def with_person(text: str) -> tuple[str, str] | None:
    """A title and the person behind it: "Schools, Anna Lund, OECD", "Trends – Erik Hansen, NTNU", "Report by Dr Lars Winter, OECD"."""
    label = _labelled_person(text)
    if label is not None or cues.names_someone(text):
        return label
    for found in [*_DASH.finditer(text), *_COMMA.finditer(text)]:
        head, tail = text[: found.start()].rstrip(), text[found.end() :]
        if head and (cues.surely_names_someone(tail) or (found[0].strip() in _DASHES and _known_name(tail))):
            return head, tail
    return _after_by(text)


def _known_name(tail: str) -> bool:
    """A name that is well known as one, of two words and more, and no city's."""
    return len(tail.split()) > 1 and cues.titled_person(tail) and not places.is_city(tail)


def _labelled_person(text: str) -> tuple[str, str] | None:
    """What is done and by whom, with a colon between: "Lead-in: The Mayor of Turin, Paolo Finto"."""
    head, colon, tail = text.partition(": ")
    if (
        not colon
        or len(head.split()) > _LABEL_WORDS
        or cues.names_someone(head)
        or not cues.surely_names_someone(tail)
    ):
        return None
    return head, tail


def _names_by(tail: str) -> bool:
    """Whether a person follows "by": two capitalised words are enough where they are the end."""
    return (
        cues.surely_names_someone(tail)
        or cues.titled_person(tail)
        or (len(tail.split()) in {2, 3, 4} and people.looks_like_person(tail) >= 0.7)
    )


def _after_by(text: str) -> tuple[str, str] | None:
    for found in _WORDS.finditer(text):
        head, tail = text[: found.start()].rstrip(), text[found.end() :].lstrip()
        if not head or not tail:
            continue
        if sentences.is_by(found[0]) and _names_by(tail):
            return head, tail
        if len(head.split()) <= _LABEL_WORDS and company.people_with(text[found.start() :]):
            return head, text[found.start() :]
        role = cues.role(text[found.start() :]) if found[0][:1].islower() else None
        if (
            role is not None
            and role.form is Form.PREFIX
            and role.role in _LEADING
            and seating.people_in(text[found.start() + role.rest :])
        ):
            return head, text[found.start() :]
    return None

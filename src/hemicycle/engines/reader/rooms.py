"""Rooms and other places of a venue, with their languages, size and remarks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from hemicycle.engines.reader import languages
from hemicycle.engines.reader.lexicon import Field, Form, lexicon
from hemicycle.engines.reader.lexicon.phrases import Phrases, Token, tokens
from hemicycle.engines.reader.people import vocabulary
from hemicycle.engines.reader.sentences import sentences

_LONGEST_NAME = 70
_MOST_WORDS = 8
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,120})[)\]]")
_TRIM = " ,;:–—-|•·*_#/"
_PARTS = re.compile(r"\s+[–—|•·]\s+|\s+-\s+|\s*[;|]\s*|,\s+")
_SIZE = re.compile(r"\d{2,5}")


@dataclass(frozen=True, slots=True)
class RoomMatch:
    """A room as a text names it. `label` says that the text calls it a room ("Room: …"); `languages` are BCP 47 tags."""

    span: tuple[int, int]
    name: str
    languages: tuple[str, ...] = ()
    note: str = ""
    off_site: bool = False
    online: bool = False
    capacity: int | None = None
    label: bool = False
    confidence: float = 0.9


@dataclass(slots=True)
class _Remarks:
    """What is said of a room beside its name."""

    languages: tuple[str, ...] = ()
    capacity: int | None = None
    notes: tuple[str, ...] = ()


@cache
def _phrases(key: str) -> Phrases[str]:
    return lexicon().phrases("rooms", key)


def find(text: str) -> RoomMatch | None:
    """The room that a line names, where naming it is all the line does; a label such as "Room:" makes it certain.

    A line that only says in which languages a session is interpreted gives a match without a name.
    """
    if not text.strip() or len(text) > 400:
        return None
    label = lexicon().label(text)
    if label is not None and label.field is Field.ROOM and label.form is Form.PREFIX:
        return _described(text, label.rest, label=True)
    if label is not None and label.field is Field.LANGUAGES:
        spoken = languages.find(text[label.rest :] if label.form is Form.PREFIX else text)
        return RoomMatch((label.span[0], len(text.rstrip())), "", spoken, label=True) if spoken else None
    return _described(text, 0, label=False) if _names_a_room(text) else None


def _described(text: str, start: int, *, label: bool) -> RoomMatch | None:
    printed = text[start:]
    name, remarks = _taken_apart(printed)
    line = tokens(printed)
    if not name or (label is False and len(name) > _LONGEST_NAME):
        return None
    off_site = next(_phrases("off_site").all(line), None) is not None
    online = next(_phrases("online").all(line), None) is not None
    sure = label or off_site or _starts_with_room(tokens(name))
    return RoomMatch(
        span=(start if not label else 0, len(text.rstrip())),
        name=name,
        languages=remarks.languages,
        note="; ".join(remarks.notes),
        off_site=off_site,
        online=online,
        capacity=remarks.capacity,
        label=label,
        confidence=0.97 if label else 0.85 if sure else 0.65,
    )


def _taken_apart(printed: str) -> tuple[str, _Remarks]:
    """The name, and what brackets, dashes and commas after it say of the room."""
    remarks = _Remarks()
    for bracket in _BRACKETED.finditer(printed):
        for part in _PARTS.split(bracket[1]) if not languages.only(bracket[1]) else [bracket[1]]:
            _understand(part, remarks, keep=True)
    name, *parts = _PARTS.split(_BRACKETED.sub(" ", printed).strip(_TRIM))
    kept = [name]
    for place, part in enumerate(parts):
        if not _understand(part, remarks, keep=False):
            if _is_inside(part):
                remarks.notes = (*remarks.notes, part.strip())
            elif place == 0 or kept[1:]:
                kept.append(part)
            else:
                remarks.notes = (*remarks.notes, part.strip())
    return re.sub(
        r"\s+", " ", ", ".join(part.strip(_TRIM + ".") for part in kept if part.strip(_TRIM))
    ), remarks


def _understand(part: str, remarks: _Remarks, *, keep: bool) -> bool:
    line = tokens(part)
    spoken = languages.only(part)
    interpreted = next(_phrases("interpretation").all(line), None) is not None
    if spoken or (interpreted and languages.find(part)):
        remarks.languages = tuple(dict.fromkeys((*remarks.languages, *(spoken or languages.find(part)))))
        return True
    size = _SIZE.search(part)
    if size and (next(_phrases("capacity").all(line), None) is not None):
        remarks.capacity = int(size[0])
        return True
    if keep and part.strip():
        remarks.notes = (*remarks.notes, part.strip())
    return keep


def _is_inside(part: str) -> bool:
    return next(_phrases("inside").all(tokens(part)), None) is not None


def _names_a_room(text: str) -> bool:
    line = tokens(text)
    if next(_phrases("off_site").all(line), None) is not None and len(line) <= 16:
        return True
    name = _BRACKETED.sub(" ", text).strip(_TRIM)
    words = [token for token in tokens(name) if token.text[0].isalnum()]
    if not words or len(words) > _MOST_WORDS or re.search(r"[.!?:]\s+\S|[?!:]$", name):
        return False
    if _phrases("online").at(tokens(name), 0) is not None and len(words) <= 4:
        return True
    if _starts_with_room(tokens(name)) or _ends_with_room(name):
        return True
    bracket = _BRACKETED.search(text)
    if bracket is None or len(words) > 4 or vocabulary.function_at(tokens(name), 0) is not None:
        return False
    return _is_inside(bracket[1]) or bool(languages.only(bracket[1]))


def _starts_with_room(line: tuple[Token, ...]) -> bool:
    found = _phrases("words").at(line, 0)
    if found is None and line and _phrases("before").at(line, 0) is not None:
        found = _phrases("words").at(line, 1)
    return found is not None


def _ends_with_room(name: str) -> bool:
    """A room word at the end of the name, or of its first part: "Dijlezaal", "Büyük Toplantı Salonu", "Europa-Saal"."""
    first = _PARTS.split(name)[0]
    line = tuple(token for token in tokens(first) if token.text[0].isalnum())
    if not line or len(line) > 5 or (not first[:1].isupper() and not "\u0600" <= first[:1] <= "\u06ff"):
        return False
    while len(line) > 1 and (line[-1].text.isdigit() or len(line[-1].text) == 1):
        line = line[:-1]
    for start in range(len(line)):
        found = _phrases("words").at(line, start)
        if found is not None and found.last == len(line):
            return not any(token.text in sentences().open_ends for token in line[:start])
    return any(
        line[-1].text.endswith(ending) and len(line[-1].text) > len(ending) + 1 for ending in _endings()
    )


@cache
def _endings() -> tuple[str, ...]:
    return tuple(token.text for phrase, _ in lexicon().listed("rooms", "endings") for token in tokens(phrase))

"""What the words of a block say it is: time, day, room, label, person, title; the leaf recognisers seen as one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import Kind, Role, SeatState
from hemicycle.engines.reader import dates, languages, people, rooms, sentences, times
from hemicycle.engines.reader.lexicon import Field, Form, LabelMatch, RoleMatch, lexicon
from hemicycle.engines.reader.outline.drafts import Dated, Place, Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hemicycle.engines.reader.dates import DayHeading
    from hemicycle.engines.reader.lexicon.phrases import Phrases
    from hemicycle.engines.reader.rooms import RoomMatch

CACHED = 4096
_MARKS = " \t*_#>|•·‣▪–—-:;,.()[]\"'“”«»"
_ASIDE = re.compile(
    r"(?i)(?:\b[\w.+-]+@[\w-]+\.[a-z]{2,}\b|\bhttps?://|\bwww\.|(?:\btel|\bfax|\bphone|\btél|\btelefon|هاتف)\s?[.:]?\s?\+?[\d(])"
)


@dataclass(frozen=True, slots=True)
class Timed:
    """A time printed in a text: minutes after midnight, and the letters it takes."""

    starts: int
    ends: int | None
    span: tuple[int, int]
    confidence: float
    zone: str = ""
    open_range: bool = False
    closes: bool = False
    afternoon: bool = False


@lru_cache(maxsize=CACHED)
def clocks(text: str) -> tuple[Timed, ...]:
    """Every time of day in a text."""
    return _once(
        Timed(
            starts=match.start.hour * 60 + match.start.minute,
            ends=None
            if match.end is None
            else match.end.hour * 60 + match.end.minute + 1440 * match.day_offset,
            span=match.span,
            confidence=match.confidence,
            zone=match.zone,
            open_range=match.open_range,
            closes=match.closes,
            afternoon=match.afternoon,
        )
        for match in times.find(text)
    )


def _once(found: Iterable[Timed]) -> tuple[Timed, ...]:
    """The times, one said twice in a row ("12:00 noon") only once."""
    kept: list[Timed] = []
    for timed in found:
        last = kept[-1] if kept else None
        if (
            last
            and (last.starts, last.ends) == (timed.starts, timed.ends)
            and timed.span[0] - last.span[1] <= 2
        ):
            kept[-1] = replace(last, span=(last.span[0], timed.span[1]))
        else:
            kept.append(timed)
    return tuple(kept)


def clock_first(text: str) -> Timed | None:
    """The time with which a text begins."""
    found = next(iter(clocks(text)), None)
    if found is None or text[: found.span[0]].strip(_MARKS):
        return None
    return found


def clock_only(text: str) -> Timed | None:
    """The time that is all a text says."""
    found = clock_first(text)
    return found if found and not text[found.span[1] :].strip(_MARKS) else None


def clock_last(text: str) -> Timed | None:
    """The time with which a short text ends, behind a separator or in brackets."""
    found = clocks(text)
    if len(text) > 200 or len(found) != 1 or text[found[0].span[1] :].strip(_MARKS):
        return None
    before = text[: found[0].span[0]]
    if not before.strip(_MARKS):
        return None
    apart = before.rstrip()[-1:] in "(,[–—-|:;•·" or before.endswith("  ")
    return found[0] if apart or found[0].ends is not None or len(before) < 60 else None


@lru_cache(maxsize=CACHED)
def field(text: str) -> LabelMatch | None:
    found = lexicon().label(text)
    if found is not None and re.match(r"-[^\W\d_]", text[found.span[1] :]):
        return None  # the "Lead" of "Lead-in" is no label
    return found


@lru_cache(maxsize=CACHED)
def role(text: str) -> RoleMatch | None:
    return lexicon().role_label(text)


def kind_of(text: str) -> tuple[Kind, tuple[int, int]] | None:
    """The kind a title names: at its beginning, or as the last words of a short title; never in the midst of one."""
    found = lexicon().kind(text)
    if found is None:
        return _kind_of_number(text)
    start, end = found.span
    before, after = text[:start].strip(_MARKS), text[end:].strip(_MARKS)
    if found.kind is Kind.CLOSING_REMARKS and not before and after:
        rest = lexicon().kind(after)
        if rest is not None and rest.span == (0, len(after)) and rest.kind is not Kind.OTHER:
            return rest.kind, (start, len(text))  # "Closing lunch" is a lunch
    if not before or (not after and len(before.split()) <= 3):
        return found.kind, found.span
    return (found.kind, found.span) if len(before.split()) <= 1 and len(after.split()) <= 2 else None


def _kind_of_number(text: str) -> tuple[Kind, tuple[int, int]] | None:
    """The kind in "Workshop A", where the letter looks like an article."""
    number = lexicon().number(text)
    if number is None or not number.word or not text.startswith(number.word):
        return None
    found = lexicon().kind(number.word)
    return (found.kind, (0, len(number.word))) if found else None


def kind_begins(text: str) -> tuple[Kind, tuple[int, int]] | None:
    """The kind that is the first thing a text names, whatever follows."""
    found = lexicon().kind(text)
    return (found.kind, found.span) if found and found.span[0] <= 1 else None


def with_side_events(text: str) -> bool:
    """Whether a pause is printed together with the side events held in it: "Lunch and side events"."""
    found = lexicon().kind(text)
    return found is not None and found.with_side_events


@lru_cache(maxsize=CACHED)
def room(text: str) -> RoomMatch | None:
    return rooms.find(text)


@lru_cache(maxsize=CACHED)
def place_only(text: str) -> RoomMatch | None:
    """The room that is all a text names."""
    found = room(text)
    if found is None or (found.confidence < 0.7 and kind_of(text) is not None) or not found.name:
        return None
    if found.off_site and not found.label and kind_of(text) is not None:
        return None
    if not found.label and (clocks(text) or day(text) is not None):
        return None
    return found


def place(text: str, where: Said, *, labelled: bool = False) -> Place | None:
    """The room that a text names; in a column for rooms, whatever it says is the room."""
    found = room(text) or (room(f"room: {text}") if labelled else None)
    if found is None or not found.name:
        bare = text.strip(" .:,;–—-")
        if not labelled or not bare or lexicon().placeholder(bare):
            return None
        return Place(bare, where)
    return Place(
        name=found.name,
        said=Said(text, where.lines, min(where.confidence, found.confidence), where.language),
        languages=found.languages,
        off_site=found.off_site,
        capacity=found.capacity,
        note=found.note,
    )


def languages_only(text: str) -> tuple[str, ...]:
    return languages.only(text)


def languages_of(text: str) -> tuple[str, ...]:
    return languages.find(text)


@lru_cache(maxsize=CACHED)
def day(text: str) -> DayHeading | None:
    """The day that a line opens."""
    return dates.heading(text)


def day_of(text: str, numbers: tuple[int, ...]) -> Dated | None:
    """The day that a line opens, with the line's number."""
    label = field(text)
    if label is not None and label.field is Field.DATE and label.form is Form.PREFIX:
        text = text[label.rest :]
    found = day(text)
    if found is None:
        return None
    match = found.date
    return Dated(
        said=Said(text, numbers, found.confidence),
        day=match.day,
        month=match.month,
        year=match.year,
        weekday=match.weekday,
        count=match.day_number,
        title=found.title,
    )


@lru_cache(maxsize=CACHED)
def numbered(text: str) -> bool:
    """Whether a text begins with a word and a number of sessions, or a code: "Atelier A – …", "SE-02 Markets"."""
    found = lexicon().number(text)
    return found is not None and found.span[0] == 0


@lru_cache(maxsize=CACHED)
def names_someone(text: str) -> bool:
    """Whether a text is a person, with or without a function: "Bart Somers, Mayor of Mechelen"."""
    if len(text) > 300 or sentences.is_question(text) or text.endswith(":") or numbered(text):
        return False
    head = re.split(r",\s|\s[(–—-]\s?|\s\(|، ", text, maxsplit=1)[0]
    likely = people.looks_like_person(head)
    found = people.seat(text, role=Role.SPEAKER)
    named = bool(found.seat.name) and found.confidence >= 0.7
    if head == text:
        return likely >= 0.85 or (named and bool(found.seat.position))
    if likely >= 0.7 or (named and likely >= 0.4):
        return True
    behind_a_function = bool(found.seat.position) and people.looks_like_person(found.seat.name) >= 0.7
    return named and found.confidence >= 0.8 and behind_a_function


def half_a_name(text: str, following: str) -> bool:
    """Whether a cell's wrap cut a name: "Mod. by Maria" and then nothing but "Immaginata"."""
    found = role(text)
    if found is None or found.form is not Form.PREFIX or len(following.split()) > 2 or "," in following:
        return False
    rest = text[found.rest :].strip()
    return (
        len(rest.split()) == 1
        and rest[:1].isupper()
        and people.looks_like_person(f"{rest} {following}") >= 0.7
    )


@lru_cache(maxsize=CACHED)
def surely_names_someone(text: str) -> bool:
    """Whether a text is a person beyond doubt: a name, and then a function or an organisation."""
    name, _, rest = text.partition("(" if text.endswith(")") and "," not in text.partition("(")[0] else ",")
    if not rest.strip(" )") or people.looks_like_person(name.strip()) < 0.7:
        return False
    seat = people.seat(text, role=Role.SPEAKER).seat
    return bool(seat.name) and bool(seat.position or seat.organisation or seat.place or seat.country)


def titled_person(text: str) -> bool:
    """Whether a text is a name with a form of address before it, or one that is well known as a name."""
    return "," not in text and people.looks_like_person(text) >= 0.9


def function(text: str) -> bool:
    """Whether a text is a function without a name: "Representative of the Government", "Mayor of Mechelen"."""
    found = people.seat(text, role=Role.SPEAKER)
    known = found.seat.state is SeatState.UNNAMED and bool(found.seat.position) and found.confidence >= 0.5
    return known and kind_of(text) is None and not topical(text.split(maxsplit=1)[0])


def placeholder(text: str) -> bool:
    """Whether a text is nothing but TBC or the like."""
    found = lexicon().placeholder(text)
    return found is not None and found.whole


def organisation(text: str) -> bool:
    """Whether a text is the name of an organisation, or of several."""
    return people.looks_like_organisation(text) >= 0.6


def organised(text: str) -> str:
    """The organisers that a line names: "Organized by …"; nothing when it names none."""
    found = field(text)
    if found is None or found.field is not Field.ORGANISERS or found.form is not Form.PREFIX:
        return ""
    return text[found.rest :].strip()


def organisations(text: str) -> tuple[str, ...]:
    """Organisers as printed, parted only where a line plainly lists several."""
    parts = [part.strip(" .,;–—-") for part in re.split(r"\s*[;|•\n]\s*", text)]
    return tuple(part for part in parts if part)


def contact(text: str) -> bool:
    """Whether a line gives an address, a telephone number or a link."""
    return _ASIDE.search(text[:300]) is not None


@lru_cache(maxsize=CACHED)
def stands_alone(text: str) -> bool:
    """Whether nothing can go on from a line: a time, a day, a room, a label, a placeholder."""
    if clock_only(text) is not None or day(text) is not None or placeholder(text):
        return True
    label, people_label = field(text), role(text)
    if label is not None and (label.form is Form.ALONE or label.field is Field.ROOM):
        return True
    if people_label is not None and people_label.form is Form.ALONE:
        return True
    return lexicon().status(text) is not None or place_only(text) is not None


def _dated_first(text: str) -> bool:
    found = next(iter(dates.find(text)), None)
    return found is not None and found.span[0] == 0 and found.day is not None


@lru_cache(maxsize=CACHED)
def begins_anew(text: str) -> bool:
    """Whether a line begins something of its own: a time, a day, a label, a room."""
    if clock_first(text) is not None or day(text) is not None or _dated_first(text) or contact(text):
        return True
    label, people_label = field(text), role(text)
    if label is not None and (":" in text[: label.rest] or label.form is Form.PREFIX):
        return True
    if people_label is not None and people_label.form is not Form.SUFFIX:
        return people_label.form is Form.ALONE or not text[:1].islower() or ":" in text[: people_label.rest]
    found = place_only(text)
    return found is not None and found.confidence >= 0.8


@cache
def _programme_words() -> Phrases[str]:
    return lexicon().phrases("status", "programme")


def only_programme(text: str) -> bool:
    """Whether a text says nothing but "Programme", "Agenda", "Timetable" or the like."""
    return text.strip(_MARKS) in _programme_words()


def same_day(one: Dated, other: Dated) -> bool:
    """Whether two headings name the same day: nothing printed on both differs, and something agrees."""
    pairs = [
        (getattr(one, name), getattr(other, name)) for name in ("day", "month", "year", "weekday", "count")
    ]
    both = [pair for pair in pairs if None not in pair]
    return bool(both) and all(first == second for first, second in both)


def beside_the_day(text: str) -> str:
    """What a line says beside its day and its time."""
    found = day(text)
    return found.title if found else ""


def language_name(text: str) -> str:
    """The one language that is all a heading says: "English", "Version française"."""
    found = languages.only(text)
    return found[0] if len(found) == 1 else ""


def is_track(text: str) -> bool:
    """Whether a heading names a theme or track, and no room."""
    number = lexicon().number(text)
    label = field(number.word) if number and number.word else field(text)
    return label is not None and label.field is Field.THEME


def topical(text: str) -> bool:
    """Whether a heading has a word of the topics of conferences in it: "Housing", "Climate and cities"."""
    return any(word in _topics() for word in text.split())


@cache
def _topics() -> Phrases[str]:
    return lexicon().phrases("topics", "words")

"""The last stage: from the outline to a programme with keys, dates, rooms and people, and the evidence for each value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hemicycle.engines.formats.programme import (
    UNDATED_YEAR,
    Day,
    Item,
    Kind,
    Programme,
    Session,
)
from hemicycle.engines.reader import calendar_days, clockwork, zones
from hemicycle.engines.reader.keys import Keys
from hemicycle.engines.reader.participants import Participants
from hemicycle.engines.reader.venue import Venue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemicycle.engines.formats.programme import TextMap
    from hemicycle.engines.reader.evidence import Ledger
    from hemicycle.engines.reader.outline.drafts import Draft, Outline, Said
    from hemicycle.engines.reader.source import Hints


@dataclass(frozen=True, slots=True)
class Frame:
    """What every session needs to know of the whole."""

    ledger: Ledger
    language: str
    days: tuple[calendar_days.Resolved, ...]
    zone: ZoneInfo | None
    venue: Venue
    participants: Participants
    keys: dict[int, str]
    """Each draft's key, by the draft's identity."""


def programme(outline: Outline, language: str, hints: Hints, ledger: Ledger) -> Programme:
    """The programme that an outline describes; every value's evidence goes into the ledger."""
    front = outline.front
    days = calendar_days.resolve(outline.days, front, hints)
    if not days:
        days = _only_day(outline, hints)
    zone = zones.zone(outline, hints, ledger)
    venue = Venue(outline.sessions, ledger)
    frame = Frame(
        ledger=ledger,
        language=language,
        days=tuple(days),
        zone=ZoneInfo(zone) if zone else None,
        venue=venue,
        participants=Participants(outline.sessions, ledger),
        keys=_session_keys(outline.sessions),
    )
    as_of = calendar_days.as_of(front, days, hints)
    made = Programme(
        title=texts(front.title, language),
        theme=texts(front.theme, language),
        place=", ".join(each.text for each in front.place),
        status=front.status.text if front.status else "",
        as_of=as_of,
        timezone=zone,
        language=language,
        days=_days(outline, days, ledger),
        rooms=venue.rooms,
        people=frame.participants.people,
        sessions=tuple(_session(draft, frame) for draft in outline.sessions),
    )
    _note_front(outline, ledger)
    return made


def _only_day(outline: Outline, hints: Hints) -> list[calendar_days.Resolved]:
    """The day of a paper without a heading for it: that of the first page, or the first of all."""
    only = calendar_days.only_day(outline.front, hints)
    if only is not None:
        return [only]
    clock = next((draft.clock for draft in outline.sessions if draft.clock is not None), None)
    return [calendar_days.first_of_all(hints, clock.said)] if clock is not None else []


def _note_front(outline: Outline, ledger: Ledger) -> None:
    front = outline.front
    for path, said in (
        ("title", front.title),
        ("theme", front.theme),
        ("place", front.place),
        ("status", [front.status] if front.status else []),
        ("dates", [span.said for span in front.dates]),
        ("marks", [*front.labels, *outline.structure]),
    ):
        if said and path == "marks":
            for each in said:
                ledger.mark(each)
        elif said:
            ledger.note(path, *said)


def _days(outline: Outline, resolved: Sequence[calendar_days.Resolved], ledger: Ledger) -> tuple[Day, ...]:
    labels = [dated.said.text for dated in outline.days] or [""] * len(resolved)
    made: dict[date, Day] = {}
    for day, label in zip(resolved, labels, strict=True):
        if day.date in made:
            place = list(made).index(day.date)
        else:
            place = len(made)
            made[day.date] = Day(day.date, label)
        said = day.said if not day.assumed else tuple(replace(each, assumed=True) for each in day.said)
        ledger.note(f"days/{place}", *said[:1])
    return tuple(made.values())


def texts(said: Sequence[Said], language: str) -> TextMap:
    """Texts as one text per language, in their order."""
    made: dict[str, str] = {}
    for each in said:
        tag = each.language or language or "und"
        made[tag] = f"{made[tag]} {each.text}" if tag in made else each.text
    return made


def paragraphs(said: Sequence[Said], language: str) -> TextMap:
    """Paragraphs as one text per language; the lines of a list stand close together."""
    made: dict[str, str] = {}
    for each in said:
        tag = each.language or language or "und"
        made[tag] = f"{made[tag]}\n\n{each.text}" if tag in made else each.text
    return made


def _session_keys(drafts: Sequence[Draft]) -> dict[int, str]:
    keys = Keys()
    made: dict[int, str] = {}
    for draft in drafts:
        title = draft.title[0].text if draft.title else ""
        kind = str(draft.kind or Kind.OTHER).replace("_", " ")
        people = draft.seats[0].seat.name if draft.seats and not title else ""
        made[id(draft)] = keys.key(title or people or kind, kind)
    return made


def _session(draft: Draft, frame: Frame) -> Session:
    key = frame.keys[id(draft)]
    starts, ends = _moments(draft, frame)
    session = Session(
        key=key,
        kind=draft.kind or Kind.OTHER,
        title=texts(draft.title, frame.language),
        number=draft.number.text if draft.number else "",
        starts=starts,
        ends=ends,
        room=frame.venue.key(draft.place),
        languages=draft.spoken or frame.venue.languages(draft.place),
        part_of=frame.keys.get(id(draft.part_of)) if draft.part_of else None,
        theme=draft.theme.text if draft.theme else None,
        organisers=tuple(dict.fromkeys(each.text for each in draft.organisers)),
        access=draft.access.text if draft.access else "",
        abstract=paragraphs(draft.abstract, frame.language),
        questions=tuple(texts(question, frame.language) for question in draft.questions),
        items=tuple(Item(texts(part.title, frame.language), tuple(part.seats)) for part in draft.parts),
        seats=frame.participants.seats(draft),
    )
    _note_session(draft, f"sessions/{key}", frame)
    return session


def _note_session(draft: Draft, path: str, frame: Frame) -> None:
    note = frame.ledger.note
    single = (
        ("number", draft.number),
        ("kind", draft.kind_said or (draft.title[0] if draft.title and draft.kind else None)),
        ("room", draft.place.said if draft.place else None),
        (
            "languages",
            draft.languages or (draft.place.said if draft.place and draft.place.languages else None),
        ),
        ("theme", draft.theme),
        ("access", draft.access),
    )
    for name, said in single:
        if said is not None:
            note(f"{path}/{name}", said)
    if draft.title:
        note(f"{path}/title", *draft.title)
    if draft.abstract:
        note(f"{path}/abstract", *draft.abstract)
    _note_clock(draft, path, frame)
    _note_lists(draft, path, frame)


def _note_clock(draft: Draft, path: str, frame: Frame) -> None:
    if draft.clock is None:
        return
    day = _day(draft, frame)
    assumed = day is not None and day.assumed
    said = replace(draft.clock.said, assumed=assumed)
    frame.ledger.note(f"{path}/starts", said)
    if draft.clock.ends is not None:
        frame.ledger.note(f"{path}/ends", said)


def _note_lists(draft: Draft, path: str, frame: Frame) -> None:
    note = frame.ledger.note
    for number, organiser in enumerate(draft.organisers):
        note(f"{path}/organisers/{number}", organiser)
    for number, question in enumerate(draft.questions):
        note(f"{path}/questions/{number}", *question)
    for number, part in enumerate(draft.parts):
        note(f"{path}/items/{number}", *part.title)
    for number, seated in enumerate(draft.seats):
        note(f"{path}/seats/{number}", seated.said)
    for name, said in draft.labels:
        note(f"{path}/{name}", said)


def _day(draft: Draft, frame: Frame) -> calendar_days.Resolved | None:
    if draft.day is not None:
        return frame.days[draft.day]
    return frame.days[0] if len(frame.days) == 1 else None


def _moments(draft: Draft, frame: Frame) -> tuple[datetime | None, datetime | None]:
    """When a session starts and ends; a day that is not printed at all counts as the first of the year 1."""
    if draft.clock is None:
        return None, None
    day = _day(draft, frame)
    on = day.date if day is not None else date(UNDATED_YEAR, 1, 1)
    ends = None if draft.clock.ends is None else clockwork.moment(on, draft.clock.ends, frame.zone)
    return clockwork.moment(on, draft.clock.starts, frame.zone), ends

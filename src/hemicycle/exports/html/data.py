"""What lies beside the pages: the programme as data, and calendars of all, of each session, of each person."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from hemicycle.exports import ical, json_ld, programme_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from hemicycle.engines.formats.programme import Programme, Session
    from hemicycle.exports.html.survey import Survey
    from hemicycle.kit.words import Words


def files(survey: Survey, words: Words) -> dict[str, bytes]:
    """By file name. A paper without dates has no calendars."""
    programme = survey.programme
    found = {"programme.json": programme_json.write(programme)}
    if not survey.dated:
        return found
    found["programme.jsonld"] = json_ld.write(programme)
    found["programme.ics"] = ical.write(programme, words=words)
    days = _days(programme)
    for key in sorted(survey.in_calendar):
        part = _part(survey, days, [survey.session[key]])
        name = f"calendars/sessions/{survey.session_stems[key]}.ics"
        found[name] = ical.write(part, words=words, only_session=key)
    for entry in survey.people:
        key = entry.person.key
        if key in survey.people_in_calendar:
            part = _part(survey, days, [appearance.session for appearance in entry.appearances])
            name = f"calendars/people/{survey.person_stems[key]}.ics"
            found[name] = ical.write(part, words=words, only_person=key)
    return found


def _days(programme: Programme) -> Mapping[date, list[Session]]:
    days: dict[date, list[Session]] = defaultdict(list)
    for session in programme.sessions:
        if session.starts:
            days[session.starts.date()].append(session)
    return days


def _part(survey: Survey, days: Mapping[date, list[Session]], wanted: Sequence[Session]) -> Programme:
    """As much of the programme as the calendar of `wanted` depends on.

    That is the sessions themselves, and the rest of the day of one that has no end of its own: it lasts until the next
    begins. A thousand calendars that each looked at a thousand sessions would take minutes.
    """
    keys = {session.key for session in wanted}
    for session in wanted:
        if session.starts and session.ends is None:
            keys.update(other.key for other in days[session.starts.date()])
    sessions = tuple(survey.session[key] for key in sorted(keys, key=survey.position.__getitem__))
    rooms = {session.room for session in sessions if session.room}
    people = {seat.person for session in sessions for seat in session.seats if seat.person}
    return replace(
        survey.programme,
        sessions=sessions,
        rooms=tuple(survey.room[key] for key in sorted(rooms, key=list(survey.room).index)),
        people=tuple(survey.person[key] for key in sorted(people, key=survey.person_position.__getitem__)),
    )

"""Days, hours and what lies between them."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import PAUSES, UNDATED_YEAR, Kind, Session
from hemicycle.programme.rules.sight import Sight, Slot, meetings
from hemicycle.programme.rules.weekdays import weekdays_named
from hemicycle.programme.terms import HIGH, LOW, MEDIUM, Code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from hemicycle.engines.formats.findings import Finding, Gravity

_LEAST_GAP, _GAP, _EVENING = 15, 30, 180
_LONG, _SHORT = 240, 5
_MAY_LAST = PAUSES | {Kind.SITE_VISIT, Kind.TRAINING, Kind.WORKSHOP, Kind.OTHER, Kind.RECEPTION}
_MAY_BE_SHORT = PAUSES | {Kind.CEREMONY, Kind.CLOSING_REMARKS, Kind.OTHER}
_LUNCH_FROM, _LUNCH_TO, _WHOLE_DAY = 11, 15, 6 * 60
_DAYS = re.compile(r"^days(/\d+)?(/date)?(/\d+)?$")


def dates(sight: Sight) -> Iterator[Finding]:
    """Days without dates, a year or a zone that was assumed, a weekday that is not that of its date.

    A wrong weekday is high, since people travel by it; where the year was assumed it rather speaks against that year:
    medium.
    """
    days = sight.programme.days
    undated = any(day.date.year == UNDATED_YEAR for day in days)
    if undated or (not days and sight.sessions):
        yield sight.found(Code.DATE_MISSING, MEDIUM, (), {"days": len(days)}, ["days/0"])
        return
    assumed = sorted(path for path, found in sight.evidence.items() if found.assumed and _DAYS.match(path))
    if assumed:
        yield sight.found(
            Code.YEAR_ASSUMED, MEDIUM, (), {"year": days[0].date.year if days else 0}, assumed[:1]
        )
    for index, day in enumerate(days):
        named = weekdays_named(day.label)
        if named and day.date.weekday() not in named:
            facts = {"date": day.date.isoformat(), "label": day.label}
            paths = [f"days/{index}", f"days/{index}/date", f"days/{index}/label"]
            yield sight.found(Code.DATE_WEEKDAY, MEDIUM if assumed else HIGH, (), facts, paths)


def zone(sight: Sight) -> Iterator[Finding]:
    """A programme with times whose zone is not printed: calendars need it."""
    known = sight.evidence.get("timezone")
    if sight.slots and (not sight.programme.timezone or (known is not None and known.assumed)):
        yield sight.found(
            Code.TIMEZONE_MISSING, LOW, (), {"timezone": sight.programme.timezone}, ["timezone"]
        )


def hours(sight: Sight) -> Iterator[Finding]:
    """Sessions without a time, without an end, that end before they begin, that last too long or too short.

    A session ends when the next begins, so an end is missing only where the day has no next; and only where other ends
    are printed, since papers that never print one do so on purpose.
    """
    timed = {slot.session.key for slot in sight.slots}
    untimed = [
        session
        for session in sight.sessions
        if session.key not in timed and not sight.children.get(session.key)
    ]
    if not timed and sight.sessions:
        yield sight.found(Code.TIME_MISSING, MEDIUM, (), {"sessions": len(sight.sessions)})
        untimed = []
    for session in untimed:
        yield sight.found(Code.TIME_MISSING, MEDIUM, (session,))
    ends_printed = any(slot.sure for slot in sight.slots)
    for slot in sight.slots:
        session = slot.session
        if session.starts and session.ends and _reversed(session.starts, session.ends):
            yield sight.found(
                Code.ENDS_BEFORE_START, HIGH, (session,), paths=[f"sessions/{session.key}/ends"]
            )
        elif slot.sure:
            yield from _lasting(sight, slot)
        elif slot.starts == slot.ends and ends_printed:
            yield sight.found(Code.END_MISSING, LOW, (session,))


def _reversed(starts: datetime, ends: datetime) -> bool:
    if (starts.tzinfo is None) != (ends.tzinfo is None):
        return ends.replace(tzinfo=None) <= starts.replace(tzinfo=None)
    return ends <= starts


def _lasting(sight: Sight, slot: Slot) -> Iterator[Finding]:
    session, facts = slot.session, {"minutes": slot.minutes}
    if slot.minutes > _LONG and session.kind not in _MAY_LAST and not sight.is_container(session):
        yield sight.found(Code.SESSION_LONG, LOW, (session,), facts)
    if slot.minutes < _SHORT and session.kind not in _MAY_BE_SHORT:
        yield sight.found(Code.SESSION_SHORT, LOW, (session,), facts)


def gaps(sight: Sight) -> Iterator[Finding]:
    """Holes between the entries of a day.

    Medium from half an hour on in a programme that prints its breaks; low where breaks are not printed at all, for less
    than half an hour, and from three hours on, which is an evening. Nights are no gaps.
    """
    breaks_printed = any(session.kind in PAUSES for session in sight.sessions)
    for slots in _by_day(sight).values():
        last = slots[0]
        for slot in slots[1:]:
            minutes = round((slot.starts - last.ends).total_seconds() / 60)
            if minutes >= _LEAST_GAP and last.sure:
                yield sight.found(
                    Code.GAP,
                    _gap(minutes, breaks_printed),
                    (last.session, slot.session),
                    {"minutes": minutes},
                )
            last = max(last, slot, key=lambda each: each.ends)


def _gap(minutes: int, breaks_printed: bool) -> Gravity:
    return MEDIUM if breaks_printed and _GAP <= minutes < _EVENING else LOW


def overlaps(sight: Sight) -> Iterator[Finding]:
    """Entries of one level that cross in time, one beginning before the other has ended.

    Entries of different rooms or tracks are parallel; so are entries of one group, those that begin and end together,
    and those that lie one inside the other. Entries of one room are the room's clash. Low where one has a room and the
    other has none, since a break for some may cross a session of others.
    """
    level: dict[str, list[Slot]] = defaultdict(list)
    for slot in sight.slots:
        if slot.sure and not slot.session.part_of:
            level["top"].append(slot)
    for one, other in meetings(level["top"]):
        crossing = one.starts < other.starts < one.ends < other.ends
        if crossing and not _parallel(one.session, other.session):
            gravity = LOW if one.session.room or other.session.room else MEDIUM
            minutes = round((one.ends - other.starts).total_seconds() / 60)
            yield sight.found(Code.OVERLAP, gravity, (one.session, other.session), {"minutes": minutes})


def _parallel(one: Session, other: Session) -> bool:
    if one.room and other.room:
        return True
    return one.theme is not None and other.theme is not None and one.theme != other.theme


def groups(sight: Sight) -> Iterator[Finding]:
    """Parts outside the time of their group, and parts of a group that there is not."""
    slot_of = {slot.session.key: slot for slot in sight.slots}
    for session in sight.sessions:
        if session.part_of is None:
            continue
        if session.part_of not in sight.by_key:
            yield sight.found(Code.PARENT_MISSING, MEDIUM, (session,), {"group": session.part_of})
            continue
        part, group = slot_of.get(session.key), slot_of.get(session.part_of)
        if part and group and not _within(part, group):
            yield sight.found(Code.OUTSIDE_PARENT, MEDIUM, (session, session.part_of))


def _within(part: Slot, group: Slot) -> bool:
    if part.starts < group.starts or (group.sure and part.starts >= group.ends > group.starts):
        return False
    return not (part.sure and group.sure) or part.ends <= group.ends


def lunch(sight: Sight) -> Iterator[Finding]:
    """A day of six hours and more, noon included, with neither a pause, a side event nor a hole between 11 and 15."""
    for day, slots in _by_day(sight).items():
        begins, ends = slots[0].starts, max(slot.ends for slot in slots)
        noon = (_at(slots[0], _LUNCH_FROM), _at(slots[0], _LUNCH_TO))
        whole = begins < noon[0] and ends > noon[1] and (ends - begins) >= timedelta(minutes=_WHOLE_DAY)
        if whole and all(slot.sure for slot in slots) and not _pause(slots, noon):
            yield sight.found(Code.LUNCH_MISSING, LOW, (slots[0].session,), {"day": day.isoformat()})


def _at(slot: Slot, hour: int) -> datetime:
    """An hour of the venue's day, to be compared with slots."""
    zone = slot.begins.tzinfo if slot.starts.tzinfo else None
    return datetime.combine(slot.begins.date(), time(hour), zone)


def _pause(slots: Iterable[Slot], noon: tuple[datetime, datetime]) -> bool:
    last = noon[0]
    for slot in sorted(slots, key=lambda each: each.starts):
        around = slot.starts < noon[1] and slot.ends > noon[0]
        if around and slot.session.kind in PAUSES | {Kind.SIDE_EVENTS, Kind.SIDE_EVENT, Kind.RECEPTION}:
            return True
        if around and slot.starts - last >= timedelta(minutes=_GAP):
            return True
        last = max(last, slot.ends)
    return False


def _by_day(sight: Sight) -> dict[date, list[Slot]]:
    """Slots by the day on which they begin at the venue, in order of their times."""
    days: dict[date, list[Slot]] = defaultdict(list)
    for slot in sight.slots:
        days[slot.begins.date()].append(slot)
    return {day: days[day] for day in sorted(days)}


RULES = (dates, zone, hours, gaps, overlaps, groups, lunch)

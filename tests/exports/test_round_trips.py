"""What is written in a format is the same programme when it is read again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hemicycle.engines.formats.programme import UNDATED_YEAR
from hemicycle.engines.reader.source import Hints, Source, SourceKind
from hemicycle.engines.reader.structured import reading
from hemicycle.exports import frab_json, frab_xml, ical, programme_json
from hemicycle.kit.words import words
from tests.make import programme as make

if TYPE_CHECKING:
    from hemicycle.engines.formats.programme import Programme

ENGLISH = words("en")
FORMATS = {
    SourceKind.FRAB_XML: lambda programme: frab_xml.write(programme, words=ENGLISH),
    SourceKind.FRAB_JSON: lambda programme: frab_json.write(programme, words=ENGLISH),
    SourceKind.ICAL: lambda programme: ical.write(programme, words=ENGLISH),
    SourceKind.PROGRAMME_JSON: programme_json.write,
}
quickly = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
any_programme = st.one_of(make.programmes(), make.programmes(make.wild_texts()))


def _read(data: bytes, kind: SourceKind):
    return reading(Source("exported", data, kind), Hints())


def _dated(programme: Programme) -> Programme:
    return programme if programme.days else replace(programme, days=(make.Day(make.FIRST_DAY),))


@pytest.mark.parametrize("kind", FORMATS)
@quickly
@given(programme=any_programme.map(_dated))
def test_what_is_written_is_read_as_the_same_programme_with_no_line_left(kind, programme):
    data = FORMATS[kind](programme)

    found = _read(data, kind)

    assert found.programme == programme
    assert found.leftovers == ()
    assert found.lines.all == found.lines.blank + found.lines.used


@pytest.mark.parametrize("kind", FORMATS)
@quickly
@given(programme=make.programmes().map(_dated))
def test_the_same_programme_gives_the_same_bytes(kind, programme):
    assert FORMATS[kind](programme) == FORMATS[kind](programme)


def test_an_undated_programme_is_kept_by_our_own_json():
    held = make.session(starts=make.moment("09:00", day=make.date(UNDATED_YEAR, 1, 1), timezone=""))
    programme = make.programme(held, timezone="", days=(make.Day(make.date.min, "First day"),))

    found = _read(programme_json.write(programme), SourceKind.PROGRAMME_JSON)

    assert found.programme == programme


EDITED = {
    SourceKind.FRAB_XML: (b"<title>Opening</title>", b"<title>Grand opening</title>"),
    SourceKind.FRAB_JSON: (b'"title": "Opening"', b'"title": "Grand opening"'),
    SourceKind.ICAL: (b"SUMMARY;LANGUAGE=en:Opening", b"SUMMARY;LANGUAGE=en:Grand opening"),
}


@pytest.mark.parametrize("kind", EDITED)
def test_a_title_edited_in_another_program_wins_and_the_rest_stays(kind):
    seat = make.seat("Ada Sample", person="ada-sample", position="Mayor", place="Sampletown")
    held = make.session(starts=make.moment("09:00"), ends=make.moment("10:00"), seats=(seat,), number="")
    data = FORMATS[kind](make.programme(held)).replace(*EDITED[kind])

    found = _read(data, kind).programme.sessions[0]

    assert found == replace(held, title={"en": "Grand opening"})


def test_an_event_moved_in_a_calendar_is_moved():
    held = make.session(starts=make.moment("09:00"), ends=make.moment("10:00"), room="hall")
    data = ical.write(make.programme(held), words=ENGLISH)
    moved = data.replace(b"20171116T090000", b"20171116T083000")

    found = _read(moved, SourceKind.ICAL).programme.sessions[0]

    assert (found.starts, found.ends, found.room) == (make.moment("08:30"), make.moment("10:00"), "hall")


def test_a_person_added_in_another_program_takes_a_seat_and_open_seats_stay():
    seats = (make.seat("Ada Sample", person="ada-sample"), make.seat())
    held = make.session(starts=make.moment("09:00"), ends=make.moment("10:00"), seats=seats)
    data = frab_xml.write(make.programme(held), words=ENGLISH)
    edited = data.replace(b"</person>", b'</person>\n<person id="7">Bo Sample</person>')

    found = _read(edited, SourceKind.FRAB_XML).programme

    assert [seat.name for seat in found.sessions[0].seats] == ["Ada Sample", "", "Bo Sample"]
    assert [person.name for person in found.people] == ["Ada Sample", "Bo Sample"]


def test_a_broken_supplement_leaves_what_the_fields_themselves_say():
    held = make.session(starts=make.moment("09:00"), ends=make.moment("10:00"))
    data = frab_xml.write(make.programme(held), words=ENGLISH).replace(b'"kind":"plenary"', b'"kind":"party"')

    found = _read(data, SourceKind.FRAB_XML).programme

    assert [session.title for session in found.sessions] == [{"en": "Opening"}]

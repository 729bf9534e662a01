from __future__ import annotations

import json

import pytest

from hemicycle.engines.formats.programme import Kind, Role, SeatState
from hemicycle.engines.reader.source import Hints, NoProgramme, Source, SourceKind, Unreadable
from hemicycle.engines.reader.structured import reading

EVENT = "BEGIN:VCALENDAR\r\n{zone}BEGIN:VEVENT\r\nUID:1\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def read(text: str | bytes, kind: SourceKind, hints: Hints | None = None):
    data = text if isinstance(text, bytes) else text.encode()
    found = reading(Source("sample", data, kind), hints or Hints())
    assert found.lines.all == found.lines.blank + found.lines.used + found.lines.left
    return found


def ical(*lines: str, zone: str = "", hints: Hints | None = None):
    return read(EVENT.format(zone=zone, lines="\r\n".join(lines)), SourceKind.ICAL, hints)


def starts(found) -> list[str]:
    return [session.starts.isoformat() for session in found.programme.sessions]


def test_a_line_folded_inside_a_character_is_unfolded_before_it_is_decoded():
    whole = "SUMMARY:Élan".encode()
    data = (
        EVENT.format(zone="", lines="@\r\nDTSTART:20200101T090000Z")
        .encode()
        .replace(b"@", whole[:9] + b"\r\n " + whole[9:])
    )

    found = read(data, SourceKind.ICAL)

    assert next(iter(found.programme.sessions[0].title.values())) == "Élan"
    assert found.evidence[f"sessions/{found.programme.sessions[0].key}/title"].lines == (4, 5)


def test_a_cancelled_event_is_left_over_with_its_reason():
    text = EVENT.format(zone="", lines="SUMMARY:Off\r\nSTATUS:CANCELLED") + EVENT.format(
        zone="", lines="SUMMARY:On\r\nDTSTART:20200101T090000Z"
    )

    found = read(text, SourceKind.ICAL)

    assert len(found.programme.sessions) == 1
    assert {left.why for left in found.leftovers} == {"this event is cancelled"}


def test_a_weekly_event_keeps_its_hour_when_the_clocks_change():
    found = ical(
        "SUMMARY:Weekly", "DTSTART;TZID=Europe/Brussels:20171020T090000", "RRULE:FREQ=WEEKLY;COUNT=3"
    )

    assert starts(found) == [
        "2017-10-20T09:00:00+02:00",
        "2017-10-27T09:00:00+02:00",
        "2017-11-03T09:00:00+01:00",
    ]


def test_an_endless_repetition_ends():
    found = ical("SUMMARY:Daily", "DTSTART:20171020T090000Z", "RRULE:FREQ=DAILY")

    assert len(found.programme.sessions) == 60


def test_excluded_days_are_left_out_and_added_ones_come_in():
    found = ical(
        "SUMMARY:x",
        "DTSTART:20200101T090000Z",
        "RRULE:FREQ=DAILY;COUNT=3",
        "EXDATE:20200102T090000Z",
        "RDATE:20200110T090000Z",
    )

    assert [at[:10] for at in starts(found)] == ["2020-01-01", "2020-01-03", "2020-01-10"]


def test_a_whole_day_is_from_midnight_to_midnight():
    found = ical("SUMMARY:Fair", "DTSTART;VALUE=DATE:20200101", hints=Hints(timezone="Europe/Brussels"))

    session = found.programme.sessions[0]
    assert (session.starts.isoformat(), session.ends.isoformat()) == (
        "2020-01-01T00:00:00+01:00",
        "2020-01-02T00:00:00+01:00",
    )


def test_a_zone_of_the_files_own_gives_its_offset():
    zone = "BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETTO:+0530\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"

    found = ical("SUMMARY:x", "DTSTART;TZID=Ours:20200101T090000", zone=zone)

    assert starts(found) == ["2020-01-01T09:00:00+05:30"]


def test_a_floating_time_has_no_offset():
    assert starts(ical("SUMMARY:x", "DTSTART:20200101T090000")) == ["2020-01-01T09:00:00"]


FRAB = """<schedule><version>1</version><conference><title>T</title></conference>
<day date="2020-01-01" start="2020-01-01T09:00:00+01:00" end="2020-01-02T04:00:00+01:00" index="1">
<room name="Hall">
<event id="1"><start>00:30</start><duration>01:00</duration><title>Late</title>
<abstract>&lt;p&gt;A &amp;amp; B&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</abstract></event>
<event id="1"><start>10:00</start><title>No length</title><persons><person id="4">Ada</person></persons></event>
</room>
<room name="Empty"/>
</day></schedule>"""


def test_a_schedule_with_late_events_twice_the_same_id_and_an_empty_room_is_read():
    found = read(FRAB, SourceKind.FRAB_XML).programme

    late, other = found.sessions
    assert (late.starts.isoformat(), late.ends.isoformat()) == ("2020-01-02T00:30:00", "2020-01-02T01:30:00")
    assert next(iter(late.abstract.values())) == "A & B"
    assert other.ends is None
    assert [seat.name for seat in other.seats] == ["Ada"]
    assert [room.name for room in found.rooms] == ["Hall", "Empty"]


YAML = """title: Journée des villes
days:
  - date: 2020-05-01
    sessions:
      - title: Ouverture
        time: 9h30-10h
        room: Grande salle
        speakers: [Ada Sample (maire), TBC]
        moderator: Bo Sample
      - title: Pause café
        start: 10:00
        end: 10:30
"""


def test_a_schedule_written_by_hand_is_read():
    found = read(YAML, SourceKind.YAML, Hints(timezone="Europe/Paris")).programme

    opening, pause = found.sessions
    assert (opening.starts.isoformat(), opening.ends.isoformat()) == (
        "2020-05-01T09:30:00+02:00",
        "2020-05-01T10:00:00+02:00",
    )
    assert [(seat.role, seat.state, seat.name) for seat in opening.seats] == [
        (Role.SPEAKER, SeatState.NAMED, "Ada Sample"),
        (Role.SPEAKER, SeatState.TBC, ""),
        (Role.MODERATOR, SeatState.NAMED, "Bo Sample"),
    ]
    assert pause.kind is Kind.BREAK


def test_pretalx_talks_are_joined_with_the_rooms_and_speakers_listed_apart():
    value = {
        "talks": [
            {
                "code": "A",
                "title": "One",
                "start": "2020-05-01T09:00:00+02:00",
                "duration": 30,
                "room": 7,
                "speakers": ["X"],
            }
        ],
        "rooms": [{"id": 7, "name": {"en": "Hall"}}],
        "speakers": [{"code": "X", "name": "Ada Sample"}],
    }

    found = read(json.dumps(value, indent=1), SourceKind.PRETALX_JSON).programme

    assert [(room.name) for room in found.rooms] == ["Hall"]
    assert [seat.name for seat in found.sessions[0].seats] == ["Ada Sample"]
    assert found.sessions[0].ends.isoformat() == "2020-05-01T09:30:00+02:00"


def test_an_indico_timetable_is_read_with_its_breaks():
    at = {"date": "2020-05-01", "tz": "Europe/Paris", "time": "09:00:00"}
    inner = {
        "entryType": "Contribution",
        "title": "Part",
        "startDate": at,
        "duration": 20,
        "presenters": [{"name": "Sample, Ada"}],
    }
    entries = {
        "s1": {
            "entryType": "Session",
            "title": "Block",
            "startDate": at,
            "duration": 60,
            "entries": {"c1": inner},
        },
        "b2": {
            "entryType": "Break",
            "title": "Rest",
            "startDate": {**at, "time": "10:00:00"},
            "duration": 15,
        },
    }
    value = {"results": {"5": {"20200501": entries}}}

    found = read(json.dumps(value, indent=1), SourceKind.INDICO_JSON).programme

    assert [(s.key, s.part_of, s.kind) for s in found.sessions] == [
        ("block", None, Kind.OTHER), ("part", "block", Kind.OTHER), ("rest", None, Kind.BREAK)
    ]  # fmt: skip
    assert found.sessions[1].seats[0].name == "Ada Sample"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"a": [1, 2]}', SourceKind.PROGRAMME_JSON),
        ('[{"title": "A post", "date": "2020-01-01"}]', SourceKind.PROGRAMME_JSON),
        ("just: words", SourceKind.YAML),
        ("<rss/>", SourceKind.FRAB_XML),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR", SourceKind.ICAL),
        ("3", SourceKind.PROGRAMME_JSON),
    ],
)
def test_a_file_without_a_programme_says_what_was_looked_for(text, kind):
    with pytest.raises(NoProgramme, match="no programme found in sample: looked for"):
        read(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ('{"a": ', SourceKind.PROGRAMME_JSON, "line 1, column 7"),
        ("[" * 5000, SourceKind.PROGRAMME_JSON, "more than 100 deep"),
        ("a: b: c", SourceKind.YAML, "line 1, column 5"),
        ("- " * 5000, SourceKind.YAML, "more than 100 deep"),
        ("a: &a [*a]", SourceKind.YAML, "which is not there"),
        ("<schedule>", SourceKind.FRAB_XML, "line 1"),
        ("<a>" * 5000, SourceKind.FRAB_XML, "more than 100 deep"),
        ('<!DOCTYPE s [<!ENTITY x "y">]><schedule>&x;</schedule>', SourceKind.FRAB_XML, "declares entities"),
        ("no calendar", SourceKind.ICAL, "BEGIN:VCALENDAR"),
        ("  ", SourceKind.YAML, "is empty"),
        (
            '{"format": "hemicycle.programme/1", "sessions": 3}',
            SourceKind.PROGRAMME_JSON,
            "not a valid programme",
        ),
    ],
)
def test_a_broken_file_is_unreadable_in_one_sentence_that_says_where(text, kind, said):
    with pytest.raises(Unreadable, match=said):
        read(text, kind)


def test_aliases_that_unfold_without_bound_are_refused():
    layers = "\n".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 10)}]" for n in range(1, 8))

    with pytest.raises(Unreadable, match="unfolds to more than"):
        read(f"k0: &k0 [x]\n{layers}", SourceKind.YAML)

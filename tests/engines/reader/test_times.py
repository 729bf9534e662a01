"""Times of day, as eight languages and many secretaries print them."""

from datetime import time
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.engines.reader import times


def clock(printed: str) -> time:
    return time(*(int(part) for part in printed.split(":")))


RANGES = [
    ("09:00 – 10:15 Room: Auditorium", "9:00", "10:15"),
    ("9.30-10.15 Coffee", "9:30", "10:15"),
    ("9h30 - 10h", "9:30", "10:00"),
    ("9 h 30 – 10 h", "9:30", "10:00"),
    ("9–10:30 am", "9:00", "10:30"),
    ("2 pm – 3:30 pm", "14:00", "15:30"),
    ("2 – 3:30 pm", "14:00", "15:30"),
    ("11 – 1 pm", "11:00", "13:00"),
    ("8:30 – 9:00 am", "8:30", "9:00"),
    ("from 9:00 to 10:30", "9:00", "10:30"),
    ("0900-1015", "9:00", "10:15"),
    ("12:00 – 1:30", "12:00", "13:30"),
    ("13:00 pm - 14:00 pm", "13:00", "14:00"),
    ("10:00 am - 12:00 am", "10:00", "12:00"),
    ("9:00 to 10:00 (CET)", "9:00", "10:00"),
    ("09h00 à 10h15", "9:00", "10:15"),
    ("de 9h à 10h30", "9:00", "10:30"),
    ("9 h 30 à 11 h", "9:30", "11:00"),
    ("12h-14h", "12:00", "14:00"),
    ("de 9 a 10:30", "9:00", "10:30"),
    ("de 16:00 a 17:30 h", "16:00", "17:30"),
    ("8.30 a. m. a 9.30 a. m.", "8:30", "9:30"),
    ("van 9 tot 10.30 uur", "9:00", "10:30"),
    ("9u - 10u30", "9:00", "10:30"),
    ("von 9 bis 10 Uhr", "9:00", "10:00"),
    ("9.00–10.30 Uhr", "9:00", "10:30"),
    ("12.00-13.00: Öğle yemeği", "12:00", "13:00"),
    ("das 9h às 10h30", "9:00", "10:30"),
    ("10:30 ص - 12:00 م", "10:30", "12:00"),
    ("9:00 - 10:30 صباحا", "9:00", "10:30"),
    ("١٠:٠٠ – ١١:٣٠", "10:00", "11:30"),
    ("من الساعة 9:00 إلى الساعة 10:30", "9:00", "10:30"),
    ("8:30am–9am", "8:30", "9:00"),
    ("9am-12pm", "9:00", "12:00"),
    ("CET 10:00 – 11:00 Opening", "10:00", "11:00"),
    ("10:45 - 12:00 m.", "10:45", "12:00"),
]
STARTS = [
    ("9h", "9:00"),
    ("14u30", "14:30"),
    ("14.30 uur", "14:30"),
    ("om 9u", "9:00"),
    ("10:30 a.m.", "10:30"),
    ("1:00PM", "13:00"),
    ("6pm till late", "18:00"),
    ("12pm", "12:00"),
    ("12:00 m. Clausura", "12:00"),
    ("13:00 pm", "13:00"),
    ("12 noon", "12:00"),
    ("midday", "12:00"),
    ("midi", "12:00"),
    ("mediodía", "12:00"),
    ("10 Uhr 30", "10:30"),
    ("ab 18 Uhr", "18:00"),
    ("saat 10.00'da", "10:00"),
    ("Saat: 14.00", "14:00"),
    ("às 14h", "14:00"),
    ("a las 16:00 horas", "16:00"),
    ("à partir de 18h", "18:00"),
    ("10.30", "10:30"),
    ("2017-11-16T09:00:00", "9:00"),
]
NO_TIMES = [
    "16.11",
    "16.11.2017",
    "16-17 November",
    "16/11",
    "NUA 2030",
    "2015-2030",
    "+ 32 2 287 74 12",
    "Tel. +32 473 281 846",
    "§ 10.2",
    "COP 21.30",
    "1.5 billion",
    "version 2.10",
    "more than 120 nationalities",
    "(10 minute walk)",
    "SDG 11",
    "In 2018, UN member states will gather",
    "€ 12.50",
    "in 24 hours",
    "2 heures de discussion",
    "il y a 3 heures",
    "Session 3: Social integration",
    "100 Resilient Cities",
]


@pytest.mark.parametrize(("text", "start", "end"), RANGES)
def test_a_range_is_read_in_the_manner_of_its_language(text, start, end):
    (found,) = times.find(text)

    assert (found.start, found.end) == (clock(start), clock(end))


@pytest.mark.parametrize(("text", "start"), STARTS)
def test_a_start_without_an_end_is_read(text, start):
    (found,) = times.find(text)

    assert (found.start, found.end) == (clock(start), None)


@pytest.mark.parametrize("text", NO_TIMES)
def test_years_dates_numbers_and_durations_are_no_times(text):
    assert times.find(text) == ()


def test_two_times_in_two_zones_are_two_matches():
    here, there = times.find("9:00 - 10:30 / 15:00 GMT+3")

    assert (here.start, here.end, here.zone) == (time(9), time(10, 30), "")
    assert (there.start, there.end, there.zone) == (time(15), None, "GMT+3")


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("10:00 CET", "CET"),
        ("15:00 Brussels time", "Brussels time"),
        ("15:00 heure locale", "heure locale"),
        ("14:00 Ortszeit", "Ortszeit"),
        ("10:00 (hora local)", "hora local"),
    ],
)
def test_the_zone_is_kept_as_printed(text, zone):
    (found,) = times.find(text)

    assert found.zone == zone


def test_an_end_after_midnight_is_on_the_next_day():
    (late,) = times.find("22:00 – 02:00")
    (midnight,) = times.find("20:00-24:00")

    assert (late.end, late.day_offset) == (time(2), 1)
    assert (midnight.end, midnight.day_offset) == (time(0), 1)


def test_a_range_cut_by_a_line_break_is_open_and_then_closed():
    (first,) = times.find("09:00 –")
    (second,) = times.find("– 10:30")

    assert (first.start, first.end, first.open_range) == (time(9), None, True)
    assert (second.start, second.closes) == (time(10, 30), True)


def test_an_hour_of_the_early_morning_without_am_may_mean_the_afternoon():
    (found,) = times.find("2:00 – 3:30")

    assert (found.start, found.afternoon) == (time(2), True)


def test_the_span_covers_the_printed_time_behind_soft_hyphens_and_marks():
    text = "\u200f١٠:٣٠\u200f – ١٢:٠٠ جلسة"

    (found,) = times.find(text)

    assert text[slice(*found.span)] == "١٠:٣٠\u200f – ١٢:٠٠"


@given(st.times(), st.sampled_from(["{:%H:%M}", "{:%H.%M} Uhr", "{:%H}h{:%M}", "{:%I:%M %p}"]))
def test_every_minute_of_the_day_is_read_back(at, manner):
    (found,) = times.find(manner.format(at, at))

    assert found.start == at.replace(second=0, microsecond=0)


@given(st.text(max_size=300))
def test_any_text_gives_matches_inside_it_and_in_order(text):
    found = times.find(text)

    ends = [0, *(match.span[1] for match in found)]
    assert all(
        end <= match.span[0] < match.span[1] <= len(text) for end, match in zip(ends, found, strict=False)
    )


@pytest.mark.parametrize(
    "text", ["9 " * 50_000, "1:1" * 30_000, "9 - " * 25_000, "a" * 100_000, "12.30." * 16_000]
)
def test_a_very_long_line_costs_no_more_than_a_long_one(text):
    times.find("warm 10:00")
    before = process_time()

    times.find(text)

    assert process_time() - before < 0.5


@pytest.mark.parametrize(
    ("text", "zone", "printed"),
    [
        ("CET 10:00 – 11:00 Opening", "CET", "CET 10:00 – 11:00"),
        ("(GMT) 14:00 Start", "GMT", "(GMT) 14:00"),
        ("14:00 EAT", "EAT", "14:00 EAT"),
    ],
)
def test_a_zone_is_read_before_and_after_its_time(text, zone, printed):
    (found,) = times.find(text)

    assert (found.zone, text[slice(*found.span)]) == (zone, printed)

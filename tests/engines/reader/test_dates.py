"""Dates and days, as eight languages print them."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.engines.reader import dates

THURSDAY = 4
DATES = [
    ("Thursday, 16 November 2017", 16, 11, 2017, THURSDAY),
    ("Nov. 16, 2017", 16, 11, 2017, None),
    ("16th of November", 16, 11, None, None),
    ("16 November", 16, 11, None, None),
    ("2017-11-16", 16, 11, 2017, None),
    ("16/11/2017", 16, 11, 2017, None),
    ("16.11.2017", 16, 11, 2017, None),
    ("11/16/2017", 16, 11, 2017, None),
    ("Thursday, 16.11.", 16, 11, None, THURSDAY),
    ("Thursday 16", 16, None, None, THURSDAY),
    ("jeudi 16 novembre 2017", 16, 11, 2017, THURSDAY),
    ("Jeudi 1er mars", 1, 3, None, THURSDAY),
    ("mar. 7 mars", 7, 3, None, 2),
    ("Jueves, 16 de noviembre de 2017", 16, 11, 2017, THURSDAY),
    ("Donderdag 16 november 2017", 16, 11, 2017, THURSDAY),
    ("do 16 nov", 16, 11, None, THURSDAY),
    ("Donnerstag, 16. November 2017", 16, 11, 2017, THURSDAY),
    ("Freitag, den 17.11.2017", 17, 11, 2017, 5),
    ("Mi, 7. März", 7, 3, None, 3),
    ("16 Kasım 2017", 16, 11, 2017, None),
    ("Salı, 3 Mart", 3, 3, None, 2),
    ("Quinta-feira, 16 de novembro de 2017", 16, 11, 2017, THURSDAY),
    ("الخميس 16 نوفمبر 2017", 16, 11, 2017, THURSDAY),
    ("الخميس، ١٦ تشرين الثاني ٢٠١٧", 16, 11, 2017, THURSDAY),
]
RANGES = [
    ("16 – 17 November 2017 • Lamot Congress and Heritage Center", (16, 11), (17, 11), 2017),
    ("Mechelen, Belgium (16-17/11)", (16, 11), (17, 11), None),
    ("30 May – 2 June 2018", (30, 5), (2, 6), 2018),
    ("November 16–17, 2017", (16, 11), (17, 11), 2017),
    ("du 16 au 17 novembre 2017", (16, 11), (17, 11), 2017),
    ("16 y 17 de noviembre", (16, 11), (17, 11), None),
    ("16.–17. November 2017", (16, 11), (17, 11), 2017),
    ("16-17 Kasım 2017", (16, 11), (17, 11), 2017),
    ("16-17 نوفمبر 2017", (16, 11), (17, 11), 2017),
]
NUMBERED = [
    ("Day 1", 1),
    ("First day", 1),
    ("Day Two", 2),
    ("Jour 1", 1),
    ("Premier jour", 1),
    ("2ème journée", 2),
    ("Día 1", 1),
    ("Primer día", 1),
    ("Dag 2", 2),
    ("Eerste dag", 1),
    ("Tag 1", 1),
    ("Erster Tag", 1),
    ("1. Tag", 1),
    ("1. Gün", 1),
    ("Birinci Gün", 1),
    ("Dia 1", 1),
    ("Primeiro dia", 1),
    ("اليوم الأول", 1),
    ("اليوم 2", 2),
]


@pytest.mark.parametrize(("text", "day", "month", "year", "weekday"), DATES)
def test_a_date_is_read_in_the_manner_of_its_language(text, day, month, year, weekday):
    (found,) = dates.find(text)

    assert (found.day, found.month, found.year, found.weekday) == (day, month, year, weekday)


@pytest.mark.parametrize(("text", "first", "last", "year"), RANGES)
def test_a_range_of_days_is_one_match(text, first, last, year):
    (found,) = dates.find(text)

    assert ((found.day, found.month), (found.last_day, found.last_month), found.year) == (first, last, year)
    assert dates.heading(text) is None


@pytest.mark.parametrize(("text", "number"), NUMBERED)
def test_a_numbered_day_is_a_heading(text, number):
    found = dates.heading(text)

    assert found is not None
    assert found.date.day_number == number


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        ("FIRST DAY – THURSDAY, 16 NOVEMBER", 1, 16),
        ("SECOND DAY – FRIDAY, 17 NOVEMBER 2017", 2, 17),
        ("First Day – Thursday 16 November", 1, 16),
        ("Erster Tag – Donnerstag, 16. November", 1, 16),
        ("1. GÜN – 16 KASIM 2017, PERŞEMBE", 1, 16),
        ("Segundo día: viernes 17 de noviembre", 2, 17),
        ("اليوم الأول – الخميس 16 نوفمبر", 1, 16),
    ],
)
def test_the_number_and_the_date_of_a_heading_are_one_day(text, number, day):
    found = dates.heading(text)

    assert found is not None
    assert (found.date.day_number, found.date.day, found.title) == (number, day, "")


def test_a_heading_may_give_its_day_a_title():
    found = dates.heading("Day 1: Opening and stocktaking")

    assert found is not None
    assert found.title == "Opening and stocktaking"


@pytest.mark.parametrize(
    "text",
    [
        "As of 15 November 2017",
        "Introduction 2nd day",
        "The conference of 16 November will gather mayors",
        "Mayor of Bamako 5th District",
        "In 2018, UN member states will gather",
        "09:00 – 10:15",
        "The earthquake in Tohoku (2011), the floods in Thailand (2011)",
        "",
    ],
)
def test_a_line_about_something_else_opens_no_day(text):
    assert dates.heading(text) is None


@pytest.mark.parametrize(
    "text", ["5th District", "1/2 cup", "10:30", "SDG 11", "version 2.10", "In 2018", "31/31/2017"]
)
def test_numbers_that_are_no_dates_are_left_alone(text):
    assert dates.find(text) == ()


def test_day_and_month_that_could_be_exchanged_are_marked():
    (found,) = dates.find("05/06/2017")

    assert (found.day, found.month, found.swappable) == (5, 6, True)


@given(st.dates())
def test_every_iso_date_of_our_times_is_read_back(date):
    text = date.replace(year=1900 + date.year % 300).replace(day=min(date.day, 28)).isoformat()

    (found,) = dates.find(text)

    assert f"{found.year:04}-{found.month:02}-{found.day:02}" == text


@given(st.text(max_size=300))
def test_any_text_gives_matches_inside_it(text):
    assert all(0 <= match.span[0] < match.span[1] <= len(text) for match in dates.find(text))


@pytest.mark.parametrize("text", ["16 " * 33_000, "1-" * 50_000, "16 november " * 8_000, "a" * 100_000])
def test_a_very_long_line_costs_no_more_than_a_long_one(text):
    dates.find("warm 16 November")
    before = process_time()

    dates.find(text)

    assert process_time() - before < 0.5

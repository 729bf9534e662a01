from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from hemicycle.kit import dates
from hemicycle.kit.words import words

EN = words("en")
DAY = date(2017, 11, 16)
STARTS, ENDS = (
    datetime.fromisoformat("2017-11-16T10:30:00+01:00"),
    datetime.fromisoformat("2017-11-16T12:00:00"),
)


@pytest.mark.parametrize(
    ("language", "full", "long"),
    [
        ("en", "Thursday, 16 November 2017", "Thursday 16 November"),
        ("fr", "jeudi 16 novembre 2017", "jeudi 16 novembre"),
        ("es", "jueves, 16 de noviembre de 2017", "jueves 16 de noviembre"),
        ("nl", "donderdag 16 november 2017", "donderdag 16 november"),
        ("tr", "16 Kasım 2017 Perşembe", "16 Kasım Perşembe"),
        ("ar", "الخميس، 16 نوفمبر 2017", "الخميس، 16 نوفمبر"),
    ],
)
def test_a_day_is_named_as_each_language_names_it(language, full, long):
    assert dates.day(DAY, words(language)) == full
    assert dates.day(DAY, words(language), "long") == long


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", "Jeudi 16 novembre 2017"),
        ("nl", "Donderdag 16 november 2017"),
        ("tr", "16 Kasım 2017 Perşembe"),
    ],
)
def test_a_day_that_stands_alone_begins_with_a_capital_letter(language, told):
    assert dates.heading(DAY, words(language)) == told


def test_a_day_may_be_short():
    assert dates.day(DAY, EN, "short") == "Thu 16 Nov"


def test_days_of_a_paper_without_dates_are_counted():
    assert dates.day(date(1, 1, 2), EN) == "Day 2"


def test_dates_follow_the_sentences_around_them():
    assert dates.day(DAY, words("xx")) == dates.day(DAY, EN)


def test_a_regional_language_speaks_like_its_own():
    assert dates.day(DAY, words("fr-BE")) == dates.day(DAY, words("fr"))


@pytest.mark.parametrize(
    ("starts", "ends", "told"),
    [
        (STARTS, ENDS, "10:30–12:00"),
        (STARTS, None, "from 10:30"),
        (None, ENDS, "until 12:00"),
        (None, None, ""),
    ],
)
def test_hours_say_what_is_known(starts, ends, told):
    assert dates.hours(starts, ends, EN) == told


def test_a_moment_names_day_hours_and_zone():
    told = dates.moment(STARTS, ENDS, EN, timezone="Europe/Brussels")

    assert told == "Thursday, 16 November 2017, 10:30–12:00 (Brussels time)"


def test_a_moment_without_times_is_nothing():
    assert dates.moment(None, None, EN, timezone="Europe/Brussels") == ""


def test_a_night_names_both_its_days():
    told = dates.moment(STARTS, STARTS + timedelta(hours=15), EN, "short")

    assert told == "Thu 16 Nov, 10:30 – Fri 17 Nov, 01:30"


@pytest.mark.parametrize(
    ("timezone", "told"),
    [
        ("America/New_York", "New York time"),
        ("UTC", "UTC"),
        ("Etc/GMT+1", "Etc/GMT+1"),
        ("Middle/Nowhere", "Middle/Nowhere"),
    ],
)
def test_a_zone_is_named_by_its_city_or_left_as_it_is(timezone, told):
    assert dates.zone(timezone, EN) == told

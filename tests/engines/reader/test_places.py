"""Countries where a text says them, and time zones of places."""

from zoneinfo import ZoneInfo

import pytest

from hemicycle.engines.reader import places
from hemicycle.engines.reader.places import named_codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ivory Coast", "CI"), ("Côte d’Ivoire", "CI"), ("Elfenbeinküste", "CI"), ("ساحل العاج", "CI"),
        ("Turkey", "TR"), ("Türkiye", "TR"), ("Turquie", "TR"), ("Sénégal", "SN"), ("Greece.", "GR"),
        ("USA", "US"), ("U.S.A.", "US"), ("ABD", "US"), ("the Netherlands", "NL"), ("Bahamas (The)", "BS"),
        ("Iran (Islamic Republic of)", "IR"), ("Swaziland", "SZ"), ("Czech Republic", "CZ"), ("España", "ES"),
        ("Vereinigtes Königreich", "GB"), ("الأردن", "JO"), ("Republic of Korea", "KR"), ("Viet Nam", "VN"),
    ],
)  # fmt: skip
def test_a_country_is_known_by_every_name_that_is_its_own(text, code):
    assert places.country(text) == code


@pytest.mark.parametrize(
    "text", ["Mozambic", "Ecuadorian", "Belgian", "us", "Sampletown", "", "Mali and Niger", "Jordan Sample"]
)
def test_misspelt_names_and_inhabitants_are_no_countries(text):
    assert places.country(text) == ""


def test_a_country_at_the_end_is_found_with_its_place():
    text = "Autonomous Decentralized Government of the Canton San Lorenzo Ecuador"

    code, start = places.country_at_end(text)

    assert (code, text[start:]) == ("EC", "Ecuador")


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Lamot Congress and Heritage Center, Mechelen, Belgium", "Europe/Brussels"),
        ("Mechelen", "Europe/Brussels"),
        ("New York, USA", "America/New_York"),
        ("Quito, Ecuador", "America/Guayaquil"),
        ("İstanbul", "Europe/Istanbul"),
        ("Marrakech, Maroc", "Africa/Casablanca"),
        ("عمان، الأردن", "Asia/Amman"),
        ("Las Palmas, Spain", "Atlantic/Canary"),
        ("USA", ""),
        ("Sampletown", ""),
        ("Europe/Brussels", "Europe/Brussels"),
    ],
)
def test_the_time_zone_of_a_place_is_known_by_city_or_country(text, zone):
    assert places.timezone(text) == zone


def test_every_zone_of_the_data_exists():
    tables = places._toml("timezones.toml")

    assert all(ZoneInfo(zone).key for zone in [*tables["countries"].values(), *tables["cities"]])


def test_no_name_stands_for_two_countries():
    by_name: dict[str, set[str]] = {}
    for name, code in named_codes("countries"):
        by_name.setdefault(name, set()).add(code)

    assert {name: codes for name, codes in by_name.items() if len(codes) > 1} == {}

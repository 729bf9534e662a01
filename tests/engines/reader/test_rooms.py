"""Rooms, their languages, size and remarks; and the languages that a text names or is written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.engines.reader import languages, rooms

ROOMS = [
    ("Room: Auditorium (English-French-Spanish-Turkish)", "Auditorium", ("en", "fr", "es", "tr"), ""),
    ("Room: Herten Aas (English)", "Herten Aas", ("en",), ""),
    (
        "Mechelen-Centraal (Common Zone inside the venue)",
        "Mechelen-Centraal",
        (),
        "Common Zone inside the venue",
    ),
    ("Hall B", "Hall B", (), ""),
    ("Auditorium, EN/FR/AR", "Auditorium", ("en", "fr", "ar"), ""),
    ("Room 5 – with interpretation in English and Spanish", "Room 5", ("en", "es"), ""),
    ("Salle 2, 1er étage", "Salle 2", (), "1er étage"),
    ("Salle : Europe (français-anglais)", "Europe", ("fr", "en"), ""),
    ("Sala Europa", "Sala Europa", (), ""),
    ("Dijlezaal", "Dijlezaal", (), ""),
    ("Saal 3", "Saal 3", (), ""),
    ("Büyük Toplantı Salonu", "Büyük Toplantı Salonu", (), ""),
    ("Salon A (Türkçe-İngilizce)", "Salon A", ("tr", "en"), ""),
    ("Auditório (português e espanhol)", "Auditório", ("pt", "es"), ""),
    ("قاعة الأندلس", "قاعة الأندلس", (), ""),
    ("القاعة: الأندلس (العربية والفرنسية)", "الأندلس", ("ar",), ""),
]


@pytest.mark.parametrize(("text", "name", "spoken", "note"), ROOMS)
def test_a_room_is_read_with_its_languages(text, name, spoken, note):
    found = rooms.find(text)

    assert found is not None
    assert (found.name, found.note) == (name, note)
    assert found.languages[: len(spoken)] == spoken


def test_a_place_outside_the_venue_is_off_site():
    found = rooms.find("Outside the venue (10 minute walk)")

    assert found is not None
    assert (found.off_site, found.note) == (True, "10 minute walk")


def test_a_room_without_walls_is_online():
    found = rooms.find("Online (Zoom)")

    assert found is not None
    assert found.online


def test_the_size_of_a_room_is_read():
    found = rooms.find("Plenary Hall (capacity 400)")

    assert found is not None
    assert (found.name, found.capacity) == ("Plenary Hall", 400)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [("E/F/S/A", ("en", "fr", "es", "ar")), ("[E, F]", ("en", "fr")), ("EN/FR", ("en", "fr")), ("E", ())],
)
def test_the_letters_of_the_united_nations_name_languages(text, spoken):
    assert languages.only(text) == spoken


def test_a_line_on_interpretation_names_languages_and_no_room():
    found = rooms.find("Interpretation: EN-FR")

    assert found is not None
    assert (found.name, found.languages) == ("", ("en", "fr"))


@pytest.mark.parametrize(
    "text",
    ["Lunch Break", "Social integration", "Breakout sessions", "Hall of fame: a history of cities", "Human mobility and the right to the city",
     "Jane Sample, Mayor of Sampletown", "", "10:15 – 10:30", "Speakers:"],
)  # fmt: skip
def test_other_lines_are_no_rooms(text):
    assert rooms.find(text) is None


@given(st.text(max_size=300))
def test_any_text_gives_a_room_inside_it_or_none(text):
    found = rooms.find(text)

    assert found is None or 0 <= found.span[0] <= found.span[1] <= len(text)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("English-French-Spanish-Turkish", ("en", "fr", "es", "tr")),
        ("EN/FR/AR", ("en", "fr", "ar")),
        ("anglais, français et arabe", ("en", "fr", "ar")),
        ("Deutsch und Englisch", ("de", "en")),
        ("İngilizce ve Türkçe", ("en", "tr")),
        ("the end", ()),
        ("IN", ()),
    ],
)
def test_languages_are_found_by_name_or_code(text, tags):
    assert languages.find(text) == tags


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The growth of cities is overwhelmingly due to migration.", "en"),
        ("Les villes sont au cœur de la gouvernance des migrations.", "fr"),
        ("Las ciudades están en el centro de la gobernanza de las migraciones.", "es"),
        ("De steden staan in het hart van het migratiebeleid.", "nl"),
        ("Die Städte stehen im Mittelpunkt der Migrationspolitik.", "de"),
        ("Kentler göç yönetişiminin merkezinde yer alıyor ve bu çok önemli.", "tr"),
        ("As cidades estão no centro da governança das migrações.", "pt"),
        ("المدن في صميم حوكمة الهجرة", "ar"),
        ("", ""),
        ("12345", ""),
    ],
)
def test_the_language_of_a_sentence_is_known(text, language):
    assert languages.of(text) == language

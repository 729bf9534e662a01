"""Two languages are one programme: line by line, on both sides of a stroke, side by side, and one after the other."""

from __future__ import annotations

from tests.engines.reader.read_papers import programme, seats, word

LINE_BY_LINE = """Conference on Cities / Conférence sur les villes
Geneva, 3 March 2020

09:00 – 10:00
Opening ceremony
Cérémonie d'ouverture
Jane Roe, Mayor of Leeds

10:00 – 11:00
Panel discussion: Cities and climate change
Table ronde : Les villes et le changement climatique
Speakers / Intervenants:
- John Smith, Mayor of York
- Marie Dubois, maire de Lyon

11:00 – 11:15
Coffee break / Pause café

11:15 – 12:00
Closing of the conference
Clôture de la conférence
"""

ONE_AFTER_THE_OTHER = """International Youth Forum
Montreal, Canada
Friday 4 June 2021

09:00 – 10:00 Opening session
Speaker: Jane Roe, Mayor of Leeds
10:00 – 11:00 Panel: Young people and the city
11:00 – 11:30 Coffee break
11:30 – 12:00 Closing session

Forum international de la jeunesse
Montréal, Canada
Vendredi 4 juin 2021

09:00 – 10:00 Séance d'ouverture
Intervenante : Jane Roe, maire de Leeds
10:00 – 11:00 Table ronde : Les jeunes et la ville
11:00 – 11:30 Pause café
11:30 – 12:00 Séance de clôture
"""


def test_titles_line_by_line_are_one_title_in_two_languages():
    paper = programme(LINE_BY_LINE)

    assert [session.title for session in paper.sessions] == [
        {"en": "Opening ceremony", "fr": "Cérémonie d'ouverture"},
        {"en": "Cities and climate change", "fr": "Les villes et le changement climatique"},
        {"en": "Coffee break", "fr": "Pause café"},
        {"en": "Closing of the conference", "fr": "Clôture de la conférence"},
    ]
    assert paper.title == {"en": "Conference on Cities", "fr": "Conférence sur les villes"}
    assert paper.language == "en"


def test_people_listed_once_sit_once_whatever_language_their_function_is_in():
    paper = programme(LINE_BY_LINE)

    assert [name for session in paper.sessions for _, _, name in seats(session)] == [
        "Jane Roe",
        "John Smith",
        "Marie Dubois",
    ]


def test_languages_in_columns_are_one_programme():
    paper = word(
        [
            ["Time / Heure", "English", "Français"],
            [
                "09:00–10:00",
                "Opening ceremony\nJane Roe, Mayor of Leeds",
                "Cérémonie d'ouverture\nJane Roe, maire de Leeds",
            ],
            ["10:00–11:00", "Panel: Cities and climate", "Table ronde : Villes et climat"],
        ],
        ("Conference", "Geneva, 3 March 2020"),
    )

    assert [session.title for session in paper.sessions] == [
        {"en": "Opening ceremony", "fr": "Cérémonie d'ouverture"},
        {"en": "Cities and climate", "fr": "Villes et climat"},
    ]
    assert seats(paper.sessions[0]) == [("speaker", "named", "Jane Roe")]


def test_a_paper_told_twice_is_one_programme():
    paper = programme(ONE_AFTER_THE_OTHER)

    assert [session.title for session in paper.sessions] == [
        {"en": "Opening session", "fr": "Séance d'ouverture"},
        {"en": "Young people and the city", "fr": "Les jeunes et la ville"},
        {"en": "Coffee break", "fr": "Pause café"},
        {"en": "Closing session", "fr": "Séance de clôture"},
    ]
    assert paper.title == {"en": "International Youth Forum", "fr": "Forum international de la jeunesse"}
    assert len(paper.days) == 1
    assert len(paper.people) == 1


def test_a_paper_in_one_language_with_a_stroke_in_a_title_stays_in_one_language():
    paper = programme(
        "Forum\n3 March 2020\n\n09:00 Registration / Coffee\n10:00 Panel: Water / Waste\n11:00 Lunch\n"
    )

    assert [list(session.title) for session in paper.sessions] == [["en"], ["en"], ["en"]]

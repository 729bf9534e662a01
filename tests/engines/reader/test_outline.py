"""Papers of running text in every manner: where times stand, what opens a session, who sits where."""

from __future__ import annotations

import pytest

from hemicycle.engines.reader import Hints, NoProgramme
from tests.engines.reader.read_papers import called, entries, programme, reading, seats

AGENDA = """Forum of Invented Cities
Ghent, Belgium, 2-3 June 2022

Thursday 2 June

"""


def test_times_may_stand_on_lines_of_their_own():
    paper = programme(AGENDA + "09:00 – 10:00\nOpening session\n\n10:00 – 10:30\n\nCoffee break\n")

    assert entries(paper) == [
        ("02 09:00-10:00", "opening_plenary", "Opening session"),
        ("02 10:00-10:30", "break", "Coffee break"),
    ]


def test_titles_may_stand_above_their_times():
    paper = programme(
        "# Forum\n\n## Thursday 2 June 2022\n\n### Opening\n9:00–10:00, Main Hall\n\nWelcome to all.\n\n"
        "### Lunch\n12:00–13:00\n\n### Workshop 1: Housing\n13:00–14:30, Room 3\n",
        "paper.md",
    )

    assert entries(paper) == [
        ("02 09:00-10:00", "other", "Opening"),
        ("02 12:00-13:00", "lunch", "Lunch"),
        ("02 13:00-14:30", "workshop", "Housing"),
    ]
    assert called(paper, "Housing").room == "room-3"


def test_a_time_may_end_the_line_of_its_title():
    paper = programme(AGENDA + "Opening session (09:00–10:00)\nLunch, 12:00 – 13:00\n")

    assert entries(paper) == [
        ("02 09:00-10:00", "opening_plenary", "Opening session"),
        ("02 12:00-13:00", "lunch", "Lunch"),
    ]


def test_a_start_without_an_end_keeps_no_end():
    paper = programme(AGENDA + "09:00 Registration\n09:30 Opening session\n12:00 Lunch\n")

    assert [session.ends for session in paper.sessions] == [None, None, None]


def test_a_night_ends_on_the_next_day():
    paper = programme(AGENDA + "09:00-10:00 Opening session\n22:00-01:00 Night of music\n")

    assert str(paper.sessions[1].ends) == "2022-06-03 01:00:00+02:00"


def test_entries_out_of_order_stay_in_the_order_of_the_paper():
    paper = programme(AGENDA + "14:00-15:00 Panel: Water\n09:00-10:00 Opening session\n")

    assert entries(paper) == [
        ("02 14:00-15:00", "panel", "Water"),
        ("02 09:00-10:00", "opening_plenary", "Opening session"),
    ]


def test_speeches_with_times_inside_a_session_are_its_items():
    paper = programme(
        AGENDA
        + "09:00–10:30 Session 1: Trends (Chair: Kari Nordmann)\n  09:00 Erik Hansen, University of Oslo: Numbers\n"
        "  09:20 Local markets – Ingrid Berg, NTNU\n10:30–11:00 Coffee\n"
    )
    session = paper.sessions[0]

    assert [
        (item.title["en"], [session.seats[seat].name for seat in item.seats]) for item in session.items
    ] == [
        ("Numbers", ["Erik Hansen"]),
        ("Local markets", ["Ingrid Berg"]),
    ]
    assert seats(session)[0] == ("chair", "named", "Kari Nordmann")


def test_a_pause_inside_a_longer_entry_makes_all_inside_sessions_of_it():
    paper = programme(
        AGENDA
        + "09:00–12:30 Thematic debate\n09:00–10:30 Water\n10:30–11:00 Coffee break\n11:00–12:30 Waste\n"
    )

    assert [session.part_of for session in paper.sessions] == [None, *["thematic-debate"] * 3]


def test_parallel_sessions_belong_to_the_container_printed_over_them():
    paper = programme(
        AGENDA
        + "11:00–12:00 Parallel sessions\n\nSession 1A: Water\nRoom: Lagoon\nModerator: Chris Okoro, BBC Africa\n\n"
        "Session 1B: Waste\nRoom: Harbour\nModerator: TBC\n"
    )

    assert [(s.number, s.title["en"], s.room, s.part_of) for s in paper.sessions[1:]] == [
        ("1A", "Water", "lagoon", "parallel-sessions"),
        ("1B", "Waste", "harbour", "parallel-sessions"),
    ]
    assert seats(paper.sessions[2]) == [("moderator", "tbc", "")]


def test_rooms_side_by_side_without_a_heading_are_sessions_of_one_time():
    paper = programme(
        AGENDA
        + "11:00–12:00\n\nRoom: Lagoon\n\n**Water**\n\nRoom: Harbour\n\n**Waste**\n\n12:00–13:00 Lunch\n",
        "paper.md",
    )

    assert [(s.title["en"], s.room, s.part_of) for s in paper.sessions[:2]] == [
        ("Water", "lagoon", None),
        ("Waste", "harbour", None),
    ]


def test_lettered_lines_under_parallel_sessions_are_sessions():
    paper = programme(AGENDA + "12:00–13:00 PARALLEL SESSIONS\n  A. Heat (Room 1)\n  B. Floods (Room 2)\n")

    assert [(s.number, s.title["en"], s.room) for s in paper.sessions[1:]] == [
        ("A", "Heat", "room-1"),
        ("B", "Floods", "room-2"),
    ]


def test_roles_come_from_labels_brackets_and_phrases():
    paper = programme(
        AGENDA
        + "09:00–10:00 Panel: Water\nModerated by Jane Roe, Mayor of Leeds\nSpeakers:\n- Ana Gil, Mayor of Vigo, Spain\n"
        "- TBC\n- Mayor of Porto\nRapporteur: Tom Ford, OECD\n"
    )

    assert seats(paper.sessions[0]) == [
        ("moderator", "named", "Jane Roe"),
        ("speaker", "named", "Ana Gil"),
        ("speaker", "tbc", ""),
        ("speaker", "unnamed", "Mayor"),
        ("rapporteur", "named", "Tom Ford"),
    ]


def test_a_moderator_alone_behind_a_label_does_not_make_moderators_of_the_next_lines():
    paper = programme(
        AGENDA
        + "09:00–10:00 Panel: Water\nModerator: Jane Roe, Mayor of Leeds\n- Ana Gil, Mayor of Vigo, Spain\n"
    )

    assert [role for role, _, _ in seats(paper.sessions[0])] == ["moderator", "speaker"]


def test_questions_need_no_dash_and_aims_are_no_questions():
    paper = programme(
        AGENDA
        + "09:00–10:00 Panel: Water\nThe panel looks at wells and at those who dig them. The aims of the panel are:\n"
        "- Compare costs\n- Find partners\nGuiding questions:\n- Who digs?\nWho drinks?\n"
    )

    assert [question["en"] for question in paper.sessions[0].questions] == ["Who digs?", "Who drinks?"]
    assert "- Compare costs" in paper.sessions[0].abstract["en"]


def test_labels_before_everything_make_one_session_of_each_group():
    paper = programme(
        "Side events of the Forum, Quito, 17 October 2016\n\nTitle: Cities and slums\nTime: 9:30 - 10:30\nVenue: Room 12\n"
        "Organised by: Slum Network\nSpeakers: Amina Kone, Director, Housing Fund; Luis Paredes, Mayor of Cuenca\n\n"
        "Title: Financing the city\nTime: 11:00 am - 12 noon\nVenue: Room 14\nSpeakers: TBC\n"
    )

    assert entries(paper) == [
        ("17 09:30-10:30", "side_event", "Cities and slums"),
        ("17 11:00-12:00", "side_event", "Financing the city"),
    ]
    assert paper.sessions[0].organisers == ("Slum Network",)
    assert [name for _, _, name in seats(paper.sessions[0])] == ["Amina Kone", "Luis Paredes"]


def test_a_programme_quoted_in_a_mail_is_read_and_the_mail_is_left_over():
    found = reading(
        "From: Ilse <ilse@example.org>\nTo: all\nSubject: agenda\n\nDear all,\nsee below.\n\n> Wednesday 7 March 2018\n>\n"
        "> 9.30 Opening\n>      Tom Jansen, Mayor of Utrecht\n> 10.00 - 11.30 Workshop: Housing\n\nBest regards,\nIlse\n"
    )

    assert entries(found.programme) == [
        ("07 09:30-", "opening_plenary", "Opening"),
        ("07 10:00-11:30", "workshop", "Housing"),
    ]
    assert {leftover.why for leftover in found.leftovers} == {
        "the head of a mail",
        "the greeting of a letter",
        "the mail around the programme that it quotes",
        "an empty line of a quotation",
    }


def test_days_that_are_only_counted_take_the_dates_of_the_first_page():
    paper = programme(
        "Course\nNairobi, 3–4 February 2020\n\nDay 1\n09:00 Registration\nDay 2\n09:00-10:00 Group work\n"
    )

    assert [str(day.date) for day in paper.days] == ["2020-02-03", "2020-02-04"]


def test_days_without_any_date_count_from_the_year_one_or_from_the_hint():
    text = "Course\n\nDay 1\n09:00 Registration\nDay 2\n09:00-10:00 Group work\n"

    assert [str(day.date) for day in programme(text).days] == ["0001-01-01", "0001-01-02"]
    hinted = programme(text, hints=Hints(first_day="2021-05-04", timezone="Europe/Paris"))
    assert [str(day.date) for day in hinted.days] == ["2021-05-04", "2021-05-05"]
    assert hinted.timezone == "Europe/Paris"


def test_the_year_of_the_hint_is_taken_where_the_paper_prints_none():
    found = reading(
        "Forum\nGhent, Belgium\n\n2 June\n09:00 Opening\n10:00 Panel: Water\n", hints=Hints(year=2023)
    )

    assert str(found.programme.days[0].date) == "2023-06-02"


def test_sessions_without_times_have_none():
    paper = programme(
        "Day 1: Monday\n\nOpening session\nSpeakers: Ana Gil, Mayor of Vigo\n\nSession 1: Water\n\nDay 2: Tuesday\n\nSession 2: Waste\n"
    )

    assert entries(paper) == [
        ("", "opening_plenary", "Opening session"),
        ("", "other", "Water"),
        ("", "other", "Waste"),
    ]


def test_page_numbers_contents_and_addresses_are_left_over_with_their_reasons():
    found = reading(
        AGENDA
        + "Contents\nDay 1 ........ 2\n09:00-10:00 Opening session\nPage 3 of 12\n10:00-11:00 Lunch\nwww.example.org\n"
    )

    assert [(leftover.text, leftover.why) for leftover in found.leftovers] == [
        ("Contents", "a line of a table of contents"),
        ("Day 1 ........ 2", "a line of a table of contents"),
        ("Page 3 of 12", "the number of a page"),
        ("www.example.org", "contact details, for which a programme has no field"),
    ]


def test_arabic_is_read_from_right_to_left_with_its_own_digits():
    paper = programme(
        "مؤتمر المدن\nالخميس ١٦ نوفمبر ٢٠١٧\n\n٠٩:٠٠ – ١٠:٠٠ الجلسة الافتتاحية\nالقاعة: القاعة الكبرى\n\n١٠:٠٠ – ١٠:٣٠ استراحة\n"
    )

    assert entries(paper) == [
        ("16 09:00-10:00", "opening_plenary", "الجلسة الافتتاحية"),
        ("16 10:00-10:30", "break", "استراحة"),
    ]
    assert paper.rooms[0].name == "القاعة الكبرى"


@pytest.mark.parametrize(
    ("day", "opening", "pause"),
    [
        ("Jeudi 2 juin 2022", "9 h 00 – 10 h 00 Séance d'ouverture", "10 h 00 – 10 h 30 Pause café"),
        ("Jueves 2 de junio de 2022", "9:00 a 10:00 Sesión de apertura", "10:00 a 10:30 Pausa para café"),
        ("Donderdag 2 juni 2022", "9.00 - 10.00 uur Openingssessie", "10.00 - 10.30 uur Koffiepauze"),
        ("Donnerstag, 2. Juni 2022", "09:00–10:00 Uhr Eröffnungsplenum", "10:00–10:30 Uhr Kaffeepause"),
        ("2 Haziran 2022, Perşembe", "09.00 – 10.00 Açılış Oturumu", "10.00 – 10.30 Kahve Arası"),
        ("Quinta-feira, 2 de junho de 2022", "9h às 10h Sessão de abertura", "10h às 10h30 Pausa para café"),
    ],
)
def test_every_language_has_its_days_times_and_kinds(day, opening, pause):
    paper = programme(f"{day}\n\n{opening}\n{pause}\n")

    assert [(when, kind) for when, kind, _ in entries(paper)] == [
        ("02 09:00-10:00", "opening_plenary"),
        ("02 10:00-10:30", "break"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nothing to see here.",
        "Minutes of the meeting\nHeld on 3 March 2020, 10:00–12:00, Room 4\n1. Opening\nThe chair opened the meeting at 10:05.\n",
        "INVOICE No. 33\nDate: 16 November 2017\nCatering, lunch 12:00 – 1.450,00 EUR\nTotal 2.350,00 EUR\n",
        "Curriculum vitae\nJane Roe\n2010 – 2015 Mayor of Leeds\n2005 – 2010 Deputy Mayor\n",
        "Newsletter, March 2019\nThe library is open from Monday to Friday, 9:00-18:00.\nThe council meets on 12 March.\n",
        "Afghanistan\nAlbania\nAlgeria\nAngola\nArgentina\n",
    ],
)
def test_a_paper_that_is_no_programme_is_refused_in_one_sentence(text):
    with pytest.raises(NoProgramme, match=r"^no programme found: looked for .* Is it the right file\?$"):
        programme(text)


def test_a_ministry_of_justice_employs_nobody_as_a_justice():
    paper = programme(
        AGENDA + "09:00–10:00 Opening remarks (Salma Trabelsi, Ministry of Justice)\n10:00 Lunch\n"
    )

    assert paper.sessions[0].seats[0].organisation == "Ministry of Justice"


def test_codes_number_side_events_and_an_asterisk_is_explained():
    paper = programme(
        "CONFERENCE ON SMALL TOWNS\nSide Events Programme\nFinal version – 1 June 2024\n\nMonday, 10 June 2024\n\n"
        "SE-01  Who keeps the wells?\n13:15 – 14:30 | Conference Room 2 | English, French\nLead organiser: Water for Towns\n"
        "Speakers:\nMs. Ama FICTITIA, Minister of Water, Ghana\nDr. Hiroshi MAKEUP (University of Nowhere)*\n* to be confirmed\n\n"
        "SE-02  Markets after dark\n18:00 – 19:15 | Conference Room 4 | English\n"
    )
    first = paper.sessions[0]

    assert [(s.number, s.title["en"], s.kind.value, s.room) for s in paper.sessions] == [
        ("SE-01", "Who keeps the wells?", "side_event", "conference-room-2"),
        ("SE-02", "Markets after dark", "side_event", "conference-room-4"),
    ]
    assert (paper.status, str(paper.as_of)) == ("Final version – 1 June 2024", "2024-06-01")
    assert (first.languages, first.organisers) == (("en", "fr"), ("Water for Towns",))
    assert [name for _, _, name in seats(first)] == ["Ama FICTITIA", "Hiroshi MAKEUP"]


def test_items_name_their_people_behind_a_comma_a_colon_or_a_by():
    paper = programme(
        AGENDA
        + "09:00–10:00 Session 1: Water\nChair: Kari Nordmann\n- “Wells of the town”, by Awa Exemple (UCAD)\n"
        "Lead-in by Prof. Clara Supposta (Bocconi)\n10:00 Lunch\n"
    )
    session = paper.sessions[0]

    assert [
        (item.title["en"], [session.seats[seat].name for seat in item.seats]) for item in session.items
    ] == [
        ("“Wells of the town”", ["Awa Exemple"]),
        ("Lead-in", ["Clara Supposta"]),
    ]


@pytest.mark.parametrize(
    ("printed", "zone"),
    [
        ("All times are UTC+3", "Etc/GMT-3"),
        ("All times are in EAT", "Africa/Nairobi"),
        ("All times are CET", "CET"),
    ],
)
def test_a_printed_zone_is_the_zone_of_the_programme(printed, zone):
    paper = programme(f"Forum\n{printed}\n\n2 June 2022\n09:00 Opening session\n10:00 Lunch\n")

    assert paper.timezone == zone


def test_no_zone_leaves_the_times_without_one():
    paper = programme("Forum\n\n2 June 2022\n09:00 Opening session\n10:00 Lunch\n")

    assert paper.timezone == ""
    assert paper.sessions[0].starts.tzinfo is None

"""Tables: which way they run, what their columns hold, and cells that go over several rows or columns."""

from __future__ import annotations

from tests.engines.reader.read_papers import called, entries, programme, seats, when, word, workbook

BEFORE = ("Forum of Invented Cities", "Lisbon, Portugal, 5 June 2019")


def test_columns_are_known_by_their_headings_in_any_order():
    paper = word(
        [
            ["Room", "Time", "Speakers", "Session"],
            [
                "Main Hall",
                "09:00 - 10:00",
                "Ana Sousa, Mayor of Lisbon\nModerator: Pedro Lima, journalist",
                "Opening session",
            ],
            ["", "10:00 - 10:30", "", "Coffee break"],
        ],
        BEFORE,
    )

    assert entries(paper) == [
        ("05 09:00-10:00", "opening_plenary", "Opening session"),
        ("05 10:00-10:30", "break", "Coffee break"),
    ]
    assert paper.sessions[0].room == "main-hall"
    assert [(role, name) for role, _, name in seats(paper.sessions[0])] == [
        ("speaker", "Ana Sousa"),
        ("moderator", "Pedro Lima"),
    ]


def test_a_row_without_a_time_is_another_session_of_the_same_time():
    paper = word(
        [
            ["Time", "Session", "Speakers", "Room"],
            ["11:00 - 12:30", "Panel 1: Housing", "Jane Roe, Mayor of Leeds", "Main Hall"],
            ["", "Workshop: Data", "Kofi Mensah, Statistician", "Room 2"],
            ["12:30", "Lunch", "", ""],
        ],
        BEFORE,
    )

    assert [(when(s), s.title["en"], s.room, s.part_of) for s in paper.sessions] == [
        ("05 11:00-12:30", "Housing", "main-hall", None),
        ("05 11:00-12:30", "Data", "room-2", None),
        ("05 12:30-", "Lunch", None, None),
    ]


def test_halls_as_columns_give_rooms_and_a_plenary_goes_across():
    paper = word(
        [
            ["Time", "Main Hall", "Room 2", "Room 3"],
            ["09:00-10:00", "Plenary: The road ahead", "", ""],
            ["10:00-11:00", "Workshop A\nSpeaker: Li Wei, City of Chengdu", "Workshop B: Finance", "Demo"],
            ["11:00-11:30", "Long talk", "Short talk", ""],
            ["11:30-12:00", "", "Other talk", ""],
        ],
        BEFORE,
        merged=[(1, 1, 1, 3), (3, 1, 4, 1)],
    )

    assert [(when(s), s.title["en"], s.room) for s in paper.sessions] == [
        ("05 09:00-10:00", "The road ahead", None),
        ("05 10:00-11:00", "Workshop A", "main-hall"),
        ("05 10:00-11:00", "Finance", "room-2"),
        ("05 10:00-11:00", "Demo", "room-3"),
        ("05 11:00-12:00", "Long talk", "main-hall"),
        ("05 11:00-11:30", "Short talk", "room-2"),
        ("05 11:30-12:00", "Other talk", "room-2"),
    ]


def test_a_row_under_the_halls_may_give_their_languages():
    paper = word(
        [
            ["Time", "Main Hall", "Room 2"],
            ["Languages", "English/French", "English"],
            ["10:00-11:00", "Panel: Water", "Panel: Waste"],
            ["11:00-12:00", "Lunch", "Lunch"],
        ],
        BEFORE,
    )

    assert called(paper, "Water").languages == ("en", "fr")
    assert called(paper, "Waste").languages == ("en",)
    assert entries(paper)[-1] == ("05 11:00-12:00", "lunch", "Lunch")


def test_tracks_as_columns_are_themes_and_no_rooms():
    paper = programme(
        "<h1>Urban Days</h1><p>Vienna, Austria</p><h2>Monday, 3 June 2024</h2><table>"
        "<tr><th></th><th>Track A: Housing</th><th>Track B: Mobility</th></tr>"
        "<tr><td>9:00 am</td><td colspan='2'>Opening plenary</td></tr>"
        "<tr><td>10:00 am</td><td>Rents</td><td>Bicycles</td></tr></table>",
        "paper.html",
    )

    assert [(when(s), s.title["en"], s.theme) for s in paper.sessions] == [
        ("03 09:00-", "Opening plenary", None),
        ("03 10:00-", "Rents", "Track A: Housing"),
        ("03 10:00-", "Bicycles", "Track B: Mobility"),
    ]
    assert paper.rooms == ()


def test_days_as_columns_are_read_day_by_day():
    paper = word(
        [
            ["Time", "Tuesday 2 October", "Wednesday 3 October"],
            ["09:00-10:00", "Opening\nHassan Idrissi, Minister of Water", "Panel: Rivers"],
            ["10:00-10:30", "Coffee break", "Coffee break"],
        ],
        ("Forum on Water", "Rabat, Morocco, 2-3 October 2018"),
    )

    assert entries(paper) == [
        ("02 09:00-10:00", "opening_plenary", "Opening"),
        ("02 10:00-10:30", "break", "Coffee break"),
        ("03 09:00-10:00", "panel", "Rivers"),
        ("03 10:00-10:30", "break", "Coffee break"),
    ]


def test_times_may_run_across_the_top():
    paper = word(
        [
            ["Room", "10:00-11:00", "11:00-12:00"],
            ["Blue room", "Sensors", "Lighting"],
            ["Red room", "Traffic", ""],
        ],
        BEFORE,
    )

    assert [(when(s), s.title["en"], s.room) for s in paper.sessions] == [
        ("05 10:00-11:00", "Sensors", "blue-room"),
        ("05 10:00-11:00", "Traffic", "red-room"),
        ("05 11:00-12:00", "Lighting", "blue-room"),
    ]


def test_a_day_may_be_a_row_of_the_table():
    paper = word(
        [
            ["Monday 8 April 2019", "", ""],
            ["09.00", "Welcome", "Room A"],
            ["Tuesday 9 April 2019", "", ""],
            ["10.00", "Elections", "Room B"],
            ["11.00", "Closing", "Room B"],
        ],
        ("Annual Meeting",),
        merged=[(0, 0, 0, 2), (2, 0, 2, 2)],
    )

    assert [(when(s), s.title["en"], s.room) for s in paper.sessions] == [
        ("08 09:00-", "Welcome", "room-a"),
        ("09 10:00-", "Elections", "room-b"),
        ("09 11:00-", "Closing", "room-b"),
    ]


def test_a_form_of_labels_and_values_is_one_session():
    paper = word(
        [
            ["Title", "Data for cities"],
            ["Date", "5 May 2020"],
            ["Time", "14:00 – 15:30"],
            ["Room", "Hall 4"],
            ["Moderator", "Paula Reis, City of Porto"],
            ["Speakers", "Tom Ford, OECD\nAna Gil, Mayor of Vigo, Spain"],
        ],
        ("Session form",),
    )

    assert entries(paper) == [("05 14:00-15:30", "other", "Data for cities")]
    assert [(role, name) for role, _, name in seats(paper.sessions[0])] == [
        ("moderator", "Paula Reis"),
        ("speaker", "Tom Ford"),
        ("speaker", "Ana Gil"),
    ]


def test_a_list_in_a_workbook_joins_name_and_organisation():
    paper = workbook(
        [
            ["Date", "Start", "End", "Title", "Room", "Speaker", "Organisation"],
            ["2021-09-14", "09:00", "09:45", "Green roofs", "Room 1", "Maria Rossi", "City of Milan"],
            ["2021-09-15", "09:00", "10:00", "Closing", "Plenary", "Maria Rossi", "City of Milan"],
        ]
    )

    assert [when(session) for session in paper.sessions] == ["14 09:00-09:45", "15 09:00-10:00"]
    assert paper.sessions[0].seats[0].organisation == "City of Milan"
    assert paper.sessions[0].organisers == ()
    assert len(paper.people) == 1


def test_a_comma_separated_list_is_read_like_a_table():
    paper = programme(
        "Day,Time,Room,Session title,Moderator,Speakers\n"
        'Thu 16 Nov 2017,10:00–11:00,Hall A,"Housing, land and finance",Jane Roe,"John Smith, OECD; Ana Gil, Mayor of Vigo"\n'
        "Thu 16 Nov 2017,10:00–11:00,Hall B,Climate,Tom Ford,TBC\n"
        "Fri 17 Nov 2017,09:00–10:00,Hall A,Closing,,\n",
        "paper.csv",
    )

    assert [(when(s), s.title["en"], s.room) for s in paper.sessions] == [
        ("16 10:00-11:00", "Housing, land and finance", "hall-a"),
        ("16 10:00-11:00", "Climate", "hall-b"),
        ("17 09:00-10:00", "Closing", "hall-a"),
    ]
    assert seats(paper.sessions[0]) == [
        ("moderator", "named", "Jane Roe"),
        ("speaker", "named", "John Smith"),
        ("speaker", "named", "Ana Gil"),
    ]


def test_columns_flattened_to_text_are_sessions_side_by_side():
    paper = programme(
        "Forum\nLisbon, Portugal, 5 June 2019\n\n09:00 –\n10:30\nFerries that\ncome on time\nMod. by harbour\nmaster\n"
        "Schools with ten\npupils\nMod. by Maria\nImmaginata\n10:30 –\n11:00\nCoffee break\n"
    )

    assert entries(paper) == [
        ("05 09:00-10:30", "breakout", "Ferries that come on time"),
        ("05 09:00-10:30", "breakout", "Schools with ten pupils"),
        ("05 10:30-11:00", "break", "Coffee break"),
    ]
    assert seats(paper.sessions[1]) == [("moderator", "named", "Maria Immaginata")]

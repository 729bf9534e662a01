"""What the lexicon's words mean in the lines of programmes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.engines.formats.programme import Kind, Role
from hemicycle.engines.reader.lexicon import Field, Form, fold, folded, lexicon
from hemicycle.engines.reader.lexicon.loading import BrokenLexicon, vocabularies, vocabulary

ROLES = [
    ("Speakers:", Role.SPEAKER, Form.ALONE, ""),
    ("Speaker(s): Jane", Role.SPEAKER, Form.PREFIX, "Jane"),
    ("Moderated by UN-Habitat and UCLG", Role.MODERATOR, Form.PREFIX, "UN-Habitat and UCLG"),
    ("Mod. by Mayor and", Role.MODERATOR, Form.PREFIX, "Mayor and"),
    ("Introduced by Jane Sample", Role.INTRODUCED_BY, Form.PREFIX, "Jane Sample"),
    ("Chair: Jane", Role.CHAIR, Form.PREFIX, "Jane"),
    ("Chair and moderator: Jane", Role.CHAIR, Form.PREFIX, "Jane"),
    ("Rapporteur", Role.RAPPORTEUR, Form.ALONE, ""),
    ("Panellists", Role.PANELLIST, Form.ALONE, ""),
    ("Welcome by Jane", Role.WELCOME, Form.PREFIX, "Jane"),
    ("Keynote speaker: Jane", Role.KEYNOTE, Form.PREFIX, "Jane"),
    ("Jane Sample, Mayor of X (chair)", Role.CHAIR, Form.SUFFIX, ""),
    ("Jane Sample, moderator", Role.MODERATOR, Form.SUFFIX, ""),
    ("Modération :", Role.MODERATOR, Form.ALONE, ""),
    ("Modérateur : M. Exemple", Role.MODERATOR, Form.PREFIX, "M. Exemple"),
    ("Animé par Aline Exemple", Role.MODERATOR, Form.PREFIX, "Aline Exemple"),
    ("Intervenant·e·s :", Role.SPEAKER, Form.ALONE, ""),
    ("Président de séance : X", Role.CHAIR, Form.PREFIX, "X"),
    ("Mots de bienvenue", Role.WELCOME, Form.ALONE, ""),
    ("Ponentes", Role.SPEAKER, Form.ALONE, ""),
    ("Modera: Ana", Role.MODERATOR, Form.PREFIX, "Ana"),
    ("Facilitador(a): X", Role.MODERATOR, Form.PREFIX, "X"),
    ("Relatora: X", Role.RAPPORTEUR, Form.PREFIX, "X"),
    ("Sprekers", Role.SPEAKER, Form.ALONE, ""),
    ("Moderatie: Jan", Role.MODERATOR, Form.PREFIX, "Jan"),
    ("Voorzitter", Role.CHAIR, Form.ALONE, ""),
    ("Welkomstwoord door Jan", Role.WELCOME, Form.PREFIX, "Jan"),
    ("Referent*innen", Role.SPEAKER, Form.ALONE, ""),
    ("Moderator:in: X", Role.MODERATOR, Form.PREFIX, "X"),
    ("Moderiert von Anna", Role.MODERATOR, Form.PREFIX, "Anna"),
    ("Podium", Role.PANELLIST, Form.ALONE, ""),
    ("Begrüssung", Role.WELCOME, Form.ALONE, ""),
    ("Konuşmacılar", Role.SPEAKER, Form.ALONE, ""),
    ("MODERATÖR: Ali", Role.MODERATOR, Form.PREFIX, "Ali"),
    ("Oturum Başkanı: Prof. Dr. Ali", Role.CHAIR, Form.PREFIX, "Prof. Dr. Ali"),
    ("Açılış konuşmaları", Role.WELCOME, Form.ALONE, ""),
    ("Oradores", Role.SPEAKER, Form.ALONE, ""),
    ("Moderação: Ana", Role.MODERATOR, Form.PREFIX, "Ana"),
    ("المتحدثون:", Role.SPEAKER, Form.ALONE, ""),
    ("يدير الجلسة: أحمد", Role.MODERATOR, Form.PREFIX, "أحمد"),
    ("مدير الجلسة", Role.MODERATOR, Form.ALONE, ""),
]
LABELS = [
    ("Room: Auditorium", Field.ROOM, "Auditorium"),
    ("Organized by IOM Costa Rica", Field.ORGANISERS, "IOM Costa Rica"),
    ("Co-organised by X", Field.ORGANISERS, "X"),
    ("In cooperation with X", Field.ORGANISERS, "X"),
    ("By invitation only", Field.ACCESS, ""),
    ("Guiding questions", Field.QUESTIONS, ""),
    ("Objectives:", Field.OBJECTIVES, ""),
    ("Salle : Europe", Field.ROOM, "Europe"),
    ("Organisé par la Ville", Field.ORGANISERS, "la Ville"),
    ("Questions directrices :", Field.QUESTIONS, ""),
    ("Objectifs :", Field.OBJECTIVES, ""),
    ("Interprétation : FR-EN", Field.LANGUAGES, "FR-EN"),
    ("Preguntas orientadoras:", Field.QUESTIONS, ""),
    ("Richtvragen:", Field.QUESTIONS, ""),
    ("Leitfragen", Field.QUESTIONS, ""),
    ("Nur auf Einladung", Field.ACCESS, ""),
    ("Yönlendirici sorular", Field.QUESTIONS, ""),
    ("Düzenleyen: X", Field.ORGANISERS, "X"),
    ("Perguntas orientadoras", Field.QUESTIONS, ""),
    ("الأسئلة التوجيهية:", Field.QUESTIONS, ""),
    ("القاعة: أ", Field.ROOM, "أ"),
]
KINDS = [
    ("Breakout sessions. Three parallel sessions", Kind.BREAKOUT_SESSIONS),
    ("Breakout session 3", Kind.BREAKOUT),
    ("Side-events provide a platform", Kind.SIDE_EVENTS),
    ("Side event: Human mobility", Kind.SIDE_EVENT),
    ("Guided discussion: “What are the key elements”", Kind.GUIDED_DISCUSSION),
    ("Summary plenary", Kind.SUMMARY_PLENARY),
    ("Closing plenary", Kind.CLOSING_PLENARY),
    ("Closing remarks", Kind.CLOSING_REMARKS),
    ("Lunch Break", Kind.LUNCH),
    ("Break", Kind.BREAK),
    ("Reception", Kind.RECEPTION),
    ("Visit to some grassroots projects", Kind.SITE_VISIT),
    ("Registration and coffee", Kind.OTHER),
    ("Group photo", Kind.CEREMONY),
    ("Press conference", Kind.PRESS),
    ("Pause café", Kind.BREAK),
    ("Cérémonie d'ouverture", Kind.CEREMONY),
    ("Receso", Kind.BREAK),
    ("Koffiepauze", Kind.BREAK),
    ("Mittagspause", Kind.LUNCH),
    ("ÖĞLE YEMEĞİ", Kind.LUNCH),
    ("Açılış Töreni", Kind.CEREMONY),
    ("Intervalo para almoço", Kind.LUNCH),
    ("استراحة الغداء", Kind.LUNCH),
]
NUMBERS = [
    ("Session 3: Social integration", "3"),
    ("Panel II – X", "II"),
    ("Side event SE-12: X", "SE-12"),
    ("SE-12 X", "SE-12"),
    ("WS 3b X", "3b"),
    ("Panel A", "A"),
    ("Second session: X", "2"),
    ("Atelier n° 4 : Logement", "4"),
    ("Première session : X", "1"),
    ("2. Oturum – X", "2"),
    ("Arbeitsgruppe 3: X", "3"),
    ("الجلسة الثانية: س", "2"),
]


@pytest.mark.parametrize(("text", "role", "form", "rest"), ROLES)
def test_a_label_of_people_is_known_in_its_language(text, role, form, rest):
    found = lexicon().role_label(text)

    assert found is not None
    assert (found.role, found.form, text[found.rest :]) == (role, form, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Chair of the committee on housing",
        "Speakers will discuss housing",
        "Mayor of X",
        "",
        "Introduction 2nd day",
    ],
)
def test_a_line_that_only_begins_like_a_label_is_none(text):
    assert lexicon().role_label(text) is None


@pytest.mark.parametrize(("text", "field", "rest"), LABELS)
def test_a_label_of_a_field_is_known_in_its_language(text, field, rest):
    found = lexicon().label(text)

    assert found is not None
    assert (found.field, text[found.rest :]) == (field, rest)


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_takes_place_is_known_by_its_words(text, kind):
    found = lexicon().kind(text)

    assert found is not None
    assert found.kind is kind


def test_lunch_with_side_events_is_a_lunch_that_says_so():
    found = lexicon().kind("Lunch and side events")

    assert found is not None
    assert (found.kind, found.with_side_events) == (Kind.LUNCH, True)


@pytest.mark.parametrize(
    "text",
    [
        "Meeting the needs of migrants",
        "Human rights of migrants",
        "How can a discussion on the needs of migrants be taken forward?",
    ],
)
def test_a_title_or_sentence_with_such_a_word_in_it_names_no_kind(text):
    assert lexicon().kind(text) is None


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_a_printed_number_is_kept_as_printed(text, number):
    found = lexicon().number(text)

    assert found is not None
    assert found.number == number


@pytest.mark.parametrize(
    "text",
    ["Day 2", "Session on housing", "Panel discussion", "Session 10:30", "Breakout sessions", "NUA 2030"],
)
def test_days_times_and_words_are_no_session_numbers(text):
    assert lexicon().number(text) is None


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Local actors play a role. Guiding questions for this session include:", Field.QUESTIONS),
        ("The questions below are among those proposed to guide the discussion:", Field.QUESTIONS),
        (
            "Key questions that can guide the discussion as to how mayors can fight against trafficking:",
            Field.QUESTIONS,
        ),
        ("Are there questions? This multi-stakeholder event will serve to:", Field.OBJECTIVES),
        ("Guiding questions might include", None),
        ("Visit to the social house:", None),
    ],
)
def test_the_sentence_before_a_list_says_what_the_list_is(text, field):
    assert lexicon().list_cue(text) == field


@pytest.mark.parametrize(
    "text",
    ["TBC", "To be confirmed", "à confirmer", "por confirmar", "n.t.b.", "wird noch bekannt gegeben", "N.N.", "teyit edilecek",
     "a confirmar", "يؤكد لاحقا", "يُؤكَّد لاحقًا", "[name]", "???", "XXX", "(not confirmed)", "Name tbc"],
)  # fmt: skip
def test_words_for_what_is_not_known_yet_are_the_whole_text(text):
    found = lexicon().placeholder(text)

    assert found is not None
    assert found.whole


def test_a_placeholder_beside_a_name_is_not_the_whole_text():
    found = lexicon().placeholder("Jane Sample (TBC)")

    assert found is not None
    assert (found.whole, found.span) == (False, (13, 16))


@pytest.mark.parametrize(
    "text",
    [
        "Jane Sample, Mayor of Sampletown",
        "Social integration",
        "The decision is pending since the mayors met",
    ],
)
def test_plain_lines_hold_no_placeholder(text):
    assert lexicon().placeholder(text) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("As of 15 November 2017", "As of 15 November 2017"),
        ("Programme (as of 14 July)", "as of 14 July"),
        ("Version du 3 mai", "Version du 3 mai"),
        ("Stand: 12. März 2027", "Stand: 12. März 2027"),
        ("Draft", "Draft"),
        ("Provisional programme", "Provisional programme"),
        ("rev. 2", "rev. 2"),
    ],
)
def test_the_version_of_a_paper_is_kept_as_printed(text, status):
    found = lexicon().status(text)

    assert found is not None
    assert found.text == status


@pytest.mark.parametrize("text", ["Programme", "As of now mayors lead", "16 November 2017"])
def test_other_lines_say_no_version(text):
    assert lexicon().status(text) is None


def test_the_role_of_an_item_is_in_its_title():
    assert lexicon().role_of_title("Hosts' welcoming remarks") is Role.WELCOME
    assert lexicon().role_of_title("Keynote remarks by institutional partners") is Role.KEYNOTE
    assert lexicon().role_of_title("Presentation of the Declaration of the Conference") is None


@given(st.text(max_size=200))
def test_folding_keeps_the_way_back(text):
    line = folded(text)

    assert line.text == fold(text)
    for place in range(len(line.text)):
        start, end = line.printed(place, place + 1)
        assert fold(text[start:end]) == line.text[place]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("İSTANBUL", "ıstanbul"),
        ("l’après-midi", "L'APRES-MIDI"),
        ("الأُسْئلة", "الاسيله"),
        ("Grüße", "GRUSE"),
        ("a\u00a0b", "a b"),
        ("co\u00adop", "coop"),
    ],
)
def test_case_accents_and_typography_make_no_difference(one, other):
    assert fold(one) == fold(other)


@given(st.text(max_size=300))
def test_any_text_gives_matches_inside_it(text):
    words = lexicon()
    found = [
        words.kind(text),
        words.number(text),
        words.role_label(text),
        words.label(text),
        words.placeholder(text),
        words.status(text),
    ]

    assert all(0 <= match.span[0] <= match.span[1] <= len(text) for match in found if match is not None)


def test_every_key_of_the_data_files_means_something():
    known = {
        "kinds": {kind.value for kind in Kind} | {"lunch_side_events"},
        "roles": {role.value for role in Role},
        "role_phrases": {role.value for role in Role},
        "role_actives": {role.value for role in Role},
        "labels": {field.value for field in Field},
        "label_phrases": {field.value for field in Field},
    } | {section: {str(number) for number in range(1, 13)} for section in ("months", "weekdays", "ordinals")}

    unknown = [
        (each.language, section, key)
        for each in vocabularies()
        for section, keys in each.sections.items()
        for key in keys
        if section in known and key not in known[section]
    ]
    assert unknown == []


def test_every_language_has_all_months_weekdays_and_the_roles_of_a_panel():
    for each in vocabularies():
        assert all(each.words("months", str(month)) for month in range(1, 13))
        assert all(each.words("weekdays", str(day)) for day in range(1, 8))
        assert all(
            each.words("roles", role) for role in ("chair", "moderator", "speaker", "rapporteur", "welcome")
        )


@pytest.mark.parametrize(
    ("content", "fault"),
    [("[months\n", "xx.toml"), ('language = "xx"\nname = "X"\n[months]\n1 = 3\n', r"\[months\] 1")],
)
def test_a_broken_file_is_named_with_the_place(tmp_path: Path, content, fault):
    path = tmp_path / "xx.toml"
    path.write_text(content, "utf-8")

    with pytest.raises(BrokenLexicon, match=fault):
        vocabulary(path)

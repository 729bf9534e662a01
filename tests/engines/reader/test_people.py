"""Seats as they are printed; the invented people are called Example, Sample and the like in their language."""

import string
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.engines.formats.programme import Role, SeatState
from hemicycle.engines.reader import people
from tests.engines.reader.printed_people import PRINTED

INVENTED = [
    ("Jane Sample (Mayor of Sampletown, Kenya)", "Jane Sample", "Mayor", "Sampletown", "KE"),
    ("Jane Sample – Mayor of Sampletown", "Jane Sample", "Mayor", "Sampletown", ""),
    ("Jane Sample\nMayor of Sampletown", "Jane Sample", "Mayor", "Sampletown", ""),
    ("Mayor of Sampletown, John Sample", "John Sample", "Mayor", "Sampletown", ""),
    ("Mayor Jane Sample, Kenya", "Jane Sample", "Mayor", "", "KE"),
    ("SAMPLE Jane, Mayor of Sampletown", "SAMPLE Jane", "Mayor", "Sampletown", ""),
    (
        "Hon. John Sample, Minister for Local Government, Kenya",
        "John Sample",
        "Minister for Local Government",
        "",
        "KE",
    ),
    ("Mme Aline Exemple, maire de Pontville, France", "Aline Exemple", "maire", "Pontville", "FR"),
    ("M. Jean Modèle, directeur général, Agence des Villes", "Jean Modèle", "directeur général", "", ""),
    ("Aline EXEMPLE, maire de Pontville", "Aline EXEMPLE", "maire", "Pontville", ""),
    ("Sra. Ana Ejemplo, alcaldesa de Villanueva, España", "Ana Ejemplo", "alcaldesa", "Villanueva", "ES"),
    (
        "Ejemplo López, Ana. Directora de Migraciones",
        "Ejemplo López, Ana",
        "Directora de Migraciones",
        "",
        "",
    ),
    ("Jan Voorbeeld, burgemeester van Voorbeeldstad", "Jan Voorbeeld", "burgemeester", "Voorbeeldstad", ""),
    ("Bürgermeisterin Anna Muster", "Anna Muster", "Bürgermeisterin", "", ""),
    (
        "Anna Muster, Oberbürgermeisterin von Musterstadt",
        "Anna Muster",
        "Oberbürgermeisterin",
        "Musterstadt",
        "",
    ),
    ("Ayşe Örnek, Örnekköy Belediye Başkanı", "Ayşe Örnek", "Belediye Başkanı", "Örnekköy", ""),
    ("Örnekköy Belediye Başkanı Ayşe Örnek", "Ayşe Örnek", "Belediye Başkanı", "Örnekköy", ""),
    ("Sayın Ali Örnek, Genel Sekreter", "Ali Örnek", "Genel Sekreter", "", ""),
    ("João Exemplo, prefeito de Vila Exemplo, Brasil", "João Exemplo", "prefeito", "Vila Exemplo", "BR"),
    ("السيد أحمد المثال، عمدة المثال، الأردن", "أحمد المثال", "عمدة", "المثال", "JO"),
    (
        "معالي الدكتورة ليلى النموذج، وزيرة الشؤون الاجتماعية، تونس",
        "ليلى النموذج",
        "وزيرة الشؤون الاجتماعية",
        "",
        "TN",
    ),
    ("Prof. Dr.-Ing. Anna Muster, Stadträtin", "Anna Muster", "Stadträtin", "", ""),
    ("Frau Stadträtin Anna Muster", "Anna Muster", "Stadträtin", "", ""),
    (
        "mevr. drs. Lies Voorbeeld, burgemeester van Voorbeeldstad",
        "Lies Voorbeeld",
        "burgemeester",
        "Voorbeeldstad",
        "",
    ),
    ("Ayşe Örnek Çankaya Belediye Başkanı", "Ayşe Örnek", "Belediye Başkanı", "Çankaya", ""),
    ("Barış Örnek, Genel Sekreter", "Barış Örnek", "Genel Sekreter", "", ""),
    ("منى المثال، عمدة النموذج", "منى المثال", "عمدة", "النموذج", ""),
    ("Dr. (Mrs.) Ngozi Sample, Commissioner, Nigeria", "Ngozi Sample", "Commissioner", "", "NG"),
    ("The Hon. Jane Sample MP, Minister for Housing", "Jane Sample", "Minister for Housing", "", ""),
    ("John Sample III, Mayor of Sampletown", "John Sample III", "Mayor", "Sampletown", ""),
    ("D. Sample, Mayor of Sampletown", "D. Sample", "Mayor", "Sampletown", ""),
    (
        "Dato' Sri Ahmad Contoh, Mayor of Kuala Contoh, Malaysia",
        "Ahmad Contoh",
        "Mayor",
        "Kuala Contoh",
        "MY",
    ),
    ("John Sample, Harbour Trust (Zambia) [by video]", "John Sample", "", "", "ZM"),
    ("Jane Sample, Mayor of Sampletown, online", "Jane Sample", "Mayor", "Sampletown", ""),
]
WITHOUT_A_PERSON = [
    ("M. le Maire de Pontville", SeatState.UNNAMED),
    ("Mme la directrice des espaces verts ou son représentant", SeatState.UNNAMED),
    ("Un représentant du ministère de la Culture", SeatState.UNNAMED),
    ("Mayor of Sampletown (video message)", SeatState.UNNAMED),
    ("TBC", SeatState.TBC),
    ("à confirmer", SeatState.TBC),
    ("Vice-Mayor of Ahuachapán, El Salvador", SeatState.UNNAMED),
    ("Development Specialist, Quetzaltenango, Guatemala", SeatState.UNNAMED),
    ("Representative of the Federal Government of Belgium", SeatState.UNNAMED),
    ("Name tbc, Mayor of Sampletown", SeatState.UNNAMED),
    ("Représentante de la Ville de Pontville", SeatState.UNNAMED),
    ("Vertreterin der Stadt Musterstadt", SeatState.UNNAMED),
    ("practitioner", SeatState.UNNAMED),
    ("institutional partner (IOM)", SeatState.ORGANISATION),
    ("UN-Habitat", SeatState.ORGANISATION),
    ("the IOM", SeatState.ORGANISATION),
    ("Ministry of Foreign Affairs", SeatState.ORGANISATION),
]


@pytest.mark.parametrize(("text", "fields"), [(text, tuple(fields)) for text, *fields in PRINTED])
def test_the_people_of_the_reference_papers_are_read(text, fields):
    seat = people.seat(text, role=Role.SPEAKER).seat

    read = (seat.name, seat.position, seat.organisation, seat.place, seat.country, seat.also)
    assert read == fields
    assert (seat.state, seat.as_printed) == (SeatState.NAMED, text)


@pytest.mark.parametrize(("text", "name", "position", "place", "country"), INVENTED)
def test_people_are_read_in_the_manner_of_their_language(text, name, position, place, country):
    seat = people.seat(text, role=Role.SPEAKER).seat

    assert (seat.name, seat.position, seat.place, seat.country) == (name, position, place, country)


@pytest.mark.parametrize(("text", "state"), WITHOUT_A_PERSON)
def test_a_seat_without_a_person_says_so(text, state):
    seat = people.seat(text, role=Role.SPEAKER).seat

    assert (seat.state, seat.name) == (state, "")


@pytest.mark.parametrize("text", ["Jane Sample (TBC)", "Jane Sample*", "Jane Sample (à confirmer)"])
def test_a_person_not_confirmed_yet_is_named_and_tentative(text):
    reading = people.seat(text, role=Role.SPEAKER)

    assert (reading.seat.state, reading.seat.name, reading.tentative) == (
        SeatState.NAMED,
        "Jane Sample",
        True,
    )
    assert reading.seat.as_printed == text


def test_a_role_printed_after_the_person_wins():
    seat = people.seat("Jane Sample, Mayor of Sampletown (chair)", role=Role.SPEAKER).seat

    assert (seat.role, seat.position, seat.place) == (Role.CHAIR, "Mayor", "Sampletown")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("UN-Habitat and UCLG", ["UN-Habitat", "UCLG"]),
        ("Moderated by IOM and UCLG", ["IOM", "UCLG"]),
        ("Mayor and practitioner", ["Mayor", "practitioner"]),
        ("the IOM and practitioner", ["the IOM", "practitioner"]),
        ("Jane Sample, John Example, Emma Muster", ["Jane Sample", "John Example", "Emma Muster"]),
        ("Jane Sample / John Example", ["Jane Sample", "John Example"]),
        ("Jane Sample; John Example", ["Jane Sample", "John Example"]),
        ("Jane Sample & John Example", ["Jane Sample", "John Example"]),
        (
            "Jane Sample, Mayor of X, and John Example, Mayor of Y",
            ["Jane Sample, Mayor of X", "John Example, Mayor of Y"],
        ),
        ("Aline Exemple et Jean Modèle", ["Aline Exemple", "Jean Modèle"]),
        ("Anna Muster und Max Beispiel", ["Anna Muster", "Max Beispiel"]),
        (
            "Jane Sample, Mayor of X and President of the Y Union",
            ["Jane Sample, Mayor of X and President of the Y Union"],
        ),
        ("Jane Sample\nMayor of Sampletown", ["Jane Sample\nMayor of Sampletown"]),
    ],
)
def test_a_text_is_cut_where_another_seat_begins_and_nowhere_else(text, found):
    seats = people.seats(text, role=Role.MODERATOR)

    assert [reading.seat.as_printed.rstrip(",") for reading in seats] == found
    assert all(text[slice(*reading.span)] == reading.seat.as_printed for reading in seats)


@pytest.mark.parametrize(
    ("text", "role", "printed"),
    [
        (
            "Cities are well placed. Moderated by Jane Sample, Director of Sampling, this panel will focus on samples.",
            Role.MODERATOR,
            "Jane Sample, Director of Sampling",
        ),
        (
            "La séance, animée par Aline Exemple, directrice du Réseau, portera sur le logement.",
            Role.MODERATOR,
            None,
        ),
        (
            "Die Runde wird moderiert von Anna Muster, Journalistin, und dauert eine Stunde.",
            Role.MODERATOR,
            None,
        ),
        ("Introduced by Jane Sample, Director of Samples, IOM", Role.INTRODUCED_BY, None),
    ],
)
def test_a_person_named_in_a_sentence_is_found_with_the_role(text, role, printed):
    (found,) = people.in_prose(text)

    assert found.role is role
    assert found.reading.seat.as_printed in text
    assert printed in {None, found.reading.seat.as_printed}


@pytest.mark.parametrize(
    ("text", "role", "names"),
    [
        ("Jan Voorbeeld modereert het debat.", Role.MODERATOR, ["Jan Voorbeeld"]),
        (
            "We start early. Jane Sample and John Example, Mayor of Sampletown, will moderate the debate.",
            Role.MODERATOR,
            ["Jane Sample", "John Example"],
        ),
        ("Anna Muster, Stadträtin, moderiert die Runde.", Role.MODERATOR, ["Anna Muster"]),
        ("Aline Exemple animera le débat.", Role.MODERATOR, ["Aline Exemple"]),
        ("Ana Ejemplo moderará el debate.", Role.MODERATOR, ["Ana Ejemplo"]),
        ("João Exemplo presidirá a sessão.", Role.CHAIR, ["João Exemplo"]),
        ("Ayşe Örnek moderatörlüğünü yapacak.", Role.MODERATOR, ["Ayşe Örnek"]),
    ],
)
def test_a_name_before_the_verb_for_its_role_is_found(text, role, names):
    found = people.in_prose(text)

    assert [(seat.role, seat.reading.seat.name) for seat in found] == [(role, name) for name in names]


@pytest.mark.parametrize(
    "text",
    ["A new law moderates the market.", "The council chairs the meeting.", f"{'x ' * 200}moderates it."],
)
def test_a_verb_for_a_role_after_no_person_names_nobody(text):
    assert people.in_prose(text) == ()


@pytest.mark.parametrize(
    "text", ["The reforms introduced by the government in 2015 were presented.", "Moderated by IOM.", ""]
)
def test_a_sentence_without_a_person_names_nobody(text):
    assert people.in_prose(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Jane Sample",
        "Aline Exemple",
        "Ayşe Örnek",
        "João Exemplo",
        "Dr. Anna Muster",
        "Jan van den Berg",
        "أحمد المثال",
    ],
)
def test_names_look_like_people(text):
    assert people.looks_like_person(text) >= 0.7


@pytest.mark.parametrize(
    "text",
    [
        "Social integration",
        "Lunch Break",
        "Human Rights",
        "UN-Habitat",
        "Costa Rica",
        "Group Photo",
        "Mayor",
        "",
        "Pause café",
        "10:30",
    ],
)
def test_titles_breaks_countries_and_bodies_do_not_look_like_people(text):
    assert people.looks_like_person(text) < 0.45


@pytest.mark.parametrize(
    "text",
    [
        "IOM",
        "UN-Habitat",
        "Ministry of Samples",
        "Ville de Pontville",
        "Musterstiftung",
        "Örnek Üniversitesi",
        "جامعة المثال",
    ],
)
def test_bodies_look_like_organisations(text):
    assert people.looks_like_organisation(text) >= 0.4


@given(st.text(max_size=300))
def test_any_text_is_a_seat_printed_as_it_stands(text):
    reading = people.seat(text, role=Role.SPEAKER)

    assert reading.seat.as_printed in text
    assert text[slice(*reading.span)] == reading.seat.as_printed


@given(st.text(alphabet=string.ascii_letters + " ,.;/()-\néß", max_size=200))
def test_seats_stand_in_order_and_apart(text):
    spans = [reading.span for reading in people.seats(text, role=Role.SPEAKER)]

    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@pytest.mark.parametrize(
    "text", ["Jane Sample, " * 8_000, "and " * 25_000, "(" * 100_000, "Mayor of " * 11_000, "a" * 100_000]
)
def test_a_very_long_line_costs_no_more_than_a_long_one(text):
    people.seats("Jane Sample, Mayor", role=Role.SPEAKER)
    before = process_time()

    people.seats(text, role=Role.SPEAKER)
    people.in_prose(text)

    assert process_time() - before < 2

import json
import re
import unicodedata
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings

from hemicycle.engines.formats.programme import Day, Item, Kind, Programme, Role, Room, SeatState
from hemicycle.exports import pdf
from hemicycle.exports.pdf import pages
from hemicycle.kit.words import words
from tests.make.programme import (
    FIRST_DAY,
    moment,
    plain_texts,
    programme,
    programmes,
    seat,
    session,
    wild_texts,
)

ENGLISH = words("en")
ROOMS = (
    Room("hall", "Great Hall", languages=("en", "fr")),
    Room("attic", "Attic"),
    Room("park", "Park", off_site=True),
)
SAMPLE = programme(
    session(
        "opening",
        kind=Kind.OPENING_PLENARY,
        title={"en": "Opening"},
        starts=moment("09:00"),
        ends=moment("10:00"),
        room="hall",
        items=(Item({"en": "Words of welcome"}, (0,)),),
        seats=(seat("Şule Örnek", person="sule", place="İzmir", country="TR"),),
    ),
    session("coffee", kind=Kind.BREAK, title={"en": "Coffee"}, starts=moment("10:00"), ends=moment("10:30")),
    session(
        "breakouts",
        kind=Kind.BREAKOUT_SESSIONS,
        title={"en": "Breakouts"},
        starts=moment("10:30"),
        ends=moment("12:00"),
    ),
    session(
        "housing",
        kind=Kind.BREAKOUT,
        title={"en": "Housing"},
        part_of="breakouts",
        starts=moment("10:30"),
        ends=moment("12:00"),
        room="hall",
        abstract={"en": "About homes.\n- one\n- two"},
        questions=({"en": "Who builds?"},),
        seats=(
            seat(role=Role.MODERATOR),
            seat(state=SeatState.UNNAMED, as_printed="Vice-Mayor of Sampleville"),
            seat("Bo Sample", person="bo", state=SeatState.DECLINED),
        ),
    ),
    session(
        "walk",
        kind=Kind.SITE_VISIT,
        title={"en": "Walk"},
        part_of="breakouts",
        starts=moment("10:30"),
        ends=moment("12:00"),
        room="park",
    ),
    session("remarks", kind=Kind.CLOSING_REMARKS, title={}),
    rooms=ROOMS,
    place="Sampleville",
    status="As of 15 November 2017",
    as_of=date(2017, 11, 15),
)


def texts(data):
    """The text of each page, with single spaces."""
    document = pypdfium2.PdfDocument(data)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def letters(text):
    """The letters and digits alone, since a PDF knows neither spaces nor the order of marks."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text))


def test_every_page_after_the_cover_says_as_of_when_and_which_page():
    found = texts(pdf.write(SAMPLE, ENGLISH))

    for number, page in enumerate(found[1:], 2):
        assert "As of 15 November 2017" in page
        assert f"Page {number} of {len(found)}" in page


def test_sessions_are_told_with_all_that_is_known():
    whole = " ".join(texts(pdf.write(SAMPLE, ENGLISH)))

    for said in (
        "Conference of Sample Cities",
        "Words of welcome",
        "Guiding questions 1 Who builds?",
        "Vice-Mayor of Sampleville (name to follow)",
        "to be confirmed",
        "Bo Sample (declined)",
        "Times: Brussels time",
        "Closing remarks",
    ):
        assert said in whole


def test_indexes_lead_to_pages():
    found = texts(pdf.write(SAMPLE, ENGLISH))

    told = next(number for number, page in enumerate(found, 1) if "Words of welcome" in page)
    assert f"Şule Örnek {told}" in found[-1]
    assert f"İzmir, Türkiye {told}" in found[-1]


def test_days_and_sessions_are_bookmarks():
    document = pypdfium2.PdfDocument(pdf.write(SAMPLE, ENGLISH))

    found = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    assert found == [
        (0, "Overview"),
        (1, "Thursday, 16 November 2017"),
        (0, "Thursday, 16 November 2017"),
        (1, "Opening"),
        (1, "Breakouts"),
        (1, "Housing"),
        (1, "Walk"),
        (1, "Closing remarks"),
        (0, "Friday, 17 November 2017"),
        (0, "People"),
        (0, "Cities"),
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_file_is_tagged_and_says_its_title_and_language(language):
    data = pdf.write(SAMPLE, words(language))

    assert b"pdfuaid" in data
    assert b"/StructTreeRoot" in data
    assert f"/Lang({language})".encode() in data.replace(b"/Lang (", b"/Lang(")
    assert pypdfium2.PdfDocument(data).get_metadata_dict()["Title"] == "Conference of Sample Cities"


def test_the_date_of_the_file_is_the_programme_s_and_never_the_clock_s():
    dated = pypdfium2.PdfDocument(pdf.write(SAMPLE, ENGLISH)).get_metadata_dict()
    undated = pypdfium2.PdfDocument(pdf.write(Programme(), ENGLISH)).get_metadata_dict()

    assert dated["CreationDate"].startswith("D:20171115")
    assert undated["CreationDate"].startswith("D:20000101")


def test_the_same_programme_makes_the_same_bytes():
    assert pdf.write(SAMPLE, ENGLISH) == pdf.write(SAMPLE, ENGLISH)


@given(programmes(plain_texts()))
@settings(max_examples=12, deadline=None)
def test_every_name_is_in_the_text(any_programme):
    shown = letters(" ".join(texts(pdf.write(any_programme, ENGLISH))))

    for held in any_programme.sessions:
        for one in held.seats:
            if not re.search("[\u0600-\u06ff]", one.name):  # whose order a PDF's text does not keep
                assert letters(one.name) in shown


@given(programmes(wild_texts()), programmes(wild_texts(), undated=True))
@settings(max_examples=6, deadline=None)
def test_any_programme_makes_a_pdf(dated, undated):
    assert texts(pdf.write(dated, words("ar")))
    assert texts(pdf.write(undated, ENGLISH))


def test_markup_in_a_text_is_text():
    said = '#set page(width: 1cm) *bold* $x$ \\ `raw` @ref <label> "'

    whole = " ".join(texts(pdf.write(programme(session("a", title={"en": said})), ENGLISH)))

    assert letters(said) in letters(whole)


@pytest.mark.parametrize("said", ["北京会议", "a\x00b\x07c", "x\ud800y", "\ue000", "one\r\ntwo\u2028three"])
def test_letters_that_our_fonts_lack_are_no_reason_to_fail(said):
    assert texts(pdf.write(programme(session("a", title={"en": said}, starts=moment("09:00"))), ENGLISH))


def test_an_undated_paper_shows_its_labels_and_no_date():
    held = programme(session("a"), days=(Day(date.min, "Day one"),), timezone="")

    whole = " ".join(texts(pdf.write(held, ENGLISH)))

    assert "Day one" in whole
    assert "0001" not in whole


def test_a_page_of_the_other_direction_keeps_times_and_names_apart():
    told = pages.write(SAMPLE, words("ar"))

    opening = told["days"][0]["sessions"][0]
    assert opening["time"] == "\u206809:00–10:00\u2069"
    assert opening["room"] == "\u2068Great Hall\u2069"
    assert (told["language"], told["direction"]) == ("ar", "rtl")


def test_what_the_template_gets_is_json_and_has_no_more_dots_than_cities():
    told = pages.write(SAMPLE, ENGLISH)

    assert json.loads(json.dumps(told)) == told
    assert told["dots"] == 1


def test_a_remark_on_a_seat_is_not_made_twice():
    held = programme(session("a", seats=(seat(state=SeatState.UNNAMED, as_printed="Mayor, name to follow"),)))

    (told,) = pages.write(held, ENGLISH)["days"][0]["sessions"][0]["groups"][0]["seats"]

    assert (told["after"], told["mark"]) == ("Mayor, name to follow", "")


@pytest.mark.seeds
def test_every_name_of_the_november_paper_is_in_the_text():
    from hemicycle.engines import reader

    papers = list((Path(__file__).parents[3] / "shared" / "seeds").glob("001*"))
    if not papers:
        pytest.skip("the reference papers are not beside the checkout")
    november = reader.read(papers[0].name, papers[0].read_bytes()).programme

    whole = " ".join(texts(pdf.write(november, ENGLISH)))

    assert [person.name for person in november.people if person.name not in whole] == []
    assert FIRST_DAY in {day.date for day in november.days}

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings

from hemicycle.engines.formats.programme import Day, Kind, Programme, Role, Room, SeatState
from hemicycle.engines.reader.embedded import embedded_programme
from hemicycle.exports import docx
from hemicycle.kit.words import words
from tests.make.programme import (
    FIRST_DAY,
    moment,
    programme,
    programmes,
    seat,
    session,
    wild_texts,
)

ENGLISH = words("en")
GUIDED = session(
    "gcm",
    kind=Kind.GUIDED_DISCUSSION,
    title={"en": "What belongs into the compact?"},
    number="2",
    starts=moment("10:30"),
    ends=moment("12:00"),
    room="auditorium",
    organisers=("City of Samples", "Network of Samples"),
    theme="Cooperation",
    access="by invitation",
    abstract={"en": "First paragraph.\nSecond paragraph."},
    questions=({"en": "Who pays?"}, {"en": "Who decides?"}),
    seats=(
        seat("Ada Sample", person="ada", as_printed="Ada Sample, Mayor of Arua, Uganda"),
        seat(role=Role.MODERATOR),
        seat("Bo Sample", person="bo", state=SeatState.DECLINED, as_printed="Bo Sample"),
    ),
)
COFFEE = session(
    "coffee", kind=Kind.BREAK, title={"en": "Coffee"}, starts=moment("10:00"), ends=moment("10:30")
)
SAMPLE = programme(
    COFFEE,
    GUIDED,
    rooms=(Room("auditorium", "Auditorium", languages=("en", "fr")),),
    theme={"en": "Sample theme"},
    place="Sampleville",
    status="As of 15 November 2017",
    as_of=date(2017, 11, 15),
)


def texts(data):
    return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]


def part(data, name):
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def changed(data, **parts):
    """The file with parts of another text, as `word_document="old>new"`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            text = old.read(entry)
            name = entry.filename.removesuffix(".xml").replace("/", "_")
            if name in parts:
                before, after = parts[name]
                assert before.encode() in text
                text = text.replace(before.encode(), after.encode(), 1)
            new.writestr(entry.filename, text)
    return out.getvalue()


def test_a_session_is_told_in_full_in_the_order_of_a_paper():
    found = texts(docx.write(SAMPLE, ENGLISH))

    assert found == [
        "Conference of Sample Cities",
        "Sample theme",
        "16–17 November 2017 • Sampleville",
        "As of 15 November 2017",
        "Times: Brussels time",
        "Thursday, 16 November 2017",
        "10:00–10:30  Break: Coffee",
        "10:30–12:00   Room: Auditorium (English, French)",
        "Guided discussion 2: What belongs into the compact?",
        "Organised by City of Samples; Network of Samples",
        "Theme: Cooperation",
        "Access: by invitation",
        "First paragraph.",
        "Second paragraph.",
        "Guiding questions:",
        "Who pays?",
        "Who decides?",
        "Speakers:",
        "Ada Sample, Mayor of Arua, Uganda",
        "Bo Sample (declined)",
        "Moderator:",
        "to be confirmed",
        "Friday, 17 November 2017",
        "Nothing is planned for this day yet.",
    ]


def test_word_sees_styles_that_it_knows():
    document = Document(io.BytesIO(docx.write(SAMPLE, ENGLISH)))

    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs}
    assert styles["Conference of Sample Cities"] == "Title"
    assert styles["Thursday, 16 November 2017"] == "Heading 1"
    assert styles["Guided discussion 2: What belongs into the compact?"] == "Heading 2"
    assert styles["Who pays?"] == "Guiding Question"


def test_the_table_of_a_day_has_a_row_for_everything_under_a_marked_head():
    document = Document(io.BytesIO(docx.write(SAMPLE, ENGLISH)))

    (table,) = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows == [
        ["Time", "Session", "Room", "People"],
        ["10:00–10:30", "Coffee", "Coffee", "Coffee"],
        [
            "10:30–12:00",
            "Guided discussion 2: What belongs into the compact?",
            "Auditorium",
            "Ada Sample; to be confirmed; Bo Sample",
        ],
    ]
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")


def test_no_paragraph_is_empty():
    assert all(text.strip() for text in texts(docx.write(SAMPLE, ENGLISH)))


def test_the_file_s_own_properties_come_from_the_programme():
    properties = Document(io.BytesIO(docx.write(SAMPLE, words("fr")))).core_properties

    assert properties.title == "Conference of Sample Cities"
    assert properties.language == "fr"
    assert properties.created.date() == date(2017, 11, 15)


def test_head_and_foot_of_every_page_say_as_of_when_and_which_page():
    data = docx.write(SAMPLE, ENGLISH)

    assert "As of 15 November 2017" in part(data, "word/header1.xml")
    assert " PAGE " in part(data, "word/footer1.xml")


def test_an_arabic_document_runs_from_right_to_left():
    data = docx.write(SAMPLE, words("ar"))

    assert "<w:bidiVisual/>" in part(data, "word/document.xml")
    assert "<w:bidi/>" in part(data, "word/styles.xml")
    assert "\u200e10:30\u200e–12:00\u200e" in part(data, "word/document.xml")


def test_arabic_words_are_marked_as_such_for_word():
    held = programme(session("a", title={"ar": "جلسة عامة and more"}, starts=moment("09:00")))

    assert re.search(
        r"<w:rtl/></w:rPr><w:t[^>]*>جلسة عامة</w:t>", part(docx.write(held, ENGLISH), "word/document.xml")
    )


def test_every_link_of_a_table_leads_somewhere():
    document = part(docx.write(SAMPLE, ENGLISH), "word/document.xml")

    anchors = set(re.findall(r'w:anchor="([^"]+)"', document))
    assert anchors
    assert anchors <= set(re.findall(r'w:name="([^"]+)"', document))


def test_reading_the_file_back_gives_the_same_programme():
    assert embedded_programme(docx.write(SAMPLE, words("ar"))) == SAMPLE


@given(programmes(wild_texts()))
@settings(max_examples=25, deadline=None)
def test_any_programme_can_be_written_and_comes_back(any_programme):
    data = docx.write(any_programme, words("ar"))

    assert embedded_programme(data) == any_programme
    assert data == docx.write(any_programme, words("ar"))
    Document(io.BytesIO(data))


@given(programmes())
@settings(max_examples=20, deadline=None)
def test_every_name_is_in_the_text(any_programme):
    shown = " ".join(" ".join(texts(docx.write(any_programme, ENGLISH))).split())

    for held in any_programme.sessions:
        for one in held.seats:
            assert re.sub("[\u200e\u200f]", "", one.name) in re.sub("[\u200e\u200f]", "", shown)


@pytest.mark.parametrize(
    "edit",
    [
        {"word_document": ("Who pays?", "Who pays what?")},
        {"word_document": ("10:30–12:00", "10:45–12:00")},
        {"word_document": ("<w:r><w:rPr><w:rStyle", "<w:r><w:rPr><w:strike/><w:rStyle")},
        {"word_document": ("<w:sectPr>", "<w:p><w:r><w:drawing/></w:r></w:p><w:sectPr>")},
        {"word_header1": ("As of 15 November", "As of 16 November")},
    ],
)
def test_a_partner_s_edit_is_never_ignored(edit):
    assert embedded_programme(changed(docx.write(SAMPLE, ENGLISH), **edit)) is None


@pytest.mark.parametrize(
    "edit",
    [
        {"word_document": ("Who pays?", 'Who </w:t></w:r><w:r><w:t xml:space="preserve">pays?')},
        {"word_footer1": ("<w:t>1</w:t>", "<w:t>7</w:t>")},
        {"word_document": ('<w:pStyle w:val="Question"/>', '<w:pStyle w:val="Normal"/>')},
        {"word_document": ("<w:r><w:rPr><w:rStyle", '<w:r><w:rPr><w:strike w:val="0"/><w:rStyle')},
    ],
)
def test_what_word_does_when_it_saves_changes_nothing(edit):
    assert embedded_programme(changed(docx.write(SAMPLE, ENGLISH), **edit)) == SAMPLE


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 not a package",
        docx.write(SAMPLE, ENGLISH)[:4000],
        changed(docx.write(SAMPLE, ENGLISH), customXml_item1=("<programme", "<other")),
        changed(
            docx.write(SAMPLE, ENGLISH), customXml_item1=("hemicycle.programme/1", "hemicycle.programme/9")
        ),
        changed(docx.write(SAMPLE, ENGLISH), customXml_item1=("{", "[")),
        changed(docx.write(SAMPLE, ENGLISH), word_document=("</w:document>", "")),
    ],
)
def test_a_file_that_is_not_ours_or_broken_holds_no_programme(data):
    assert embedded_programme(data) is None


def test_a_programme_of_nothing_is_still_a_document():
    data = docx.write(Programme(), ENGLISH)

    assert texts(data) == ["Programme"]
    assert embedded_programme(data) == Programme()


def test_a_pause_says_where_it_is_held():
    coffee = session("coffee", kind=Kind.BREAK, title={"en": "Break"}, room="foyer", starts=moment("10:00"))

    assert "from 10:00  Break · Foyer" in texts(docx.write(programme(coffee), ENGLISH))


def test_days_of_an_undated_paper_are_called_by_their_label():
    held = programme(session("a"), days=(Day(date.min, "Day one"),), timezone="")

    assert texts(docx.write(held, ENGLISH)) == ["Conference of Sample Cities", "Day one", "Plenary: A"]


@pytest.mark.seeds
def test_the_november_paper_comes_back_from_its_own_word_file():
    from hemicycle.engines import reader

    papers = list((Path(__file__).parents[3] / "shared" / "seeds").glob("001*"))
    if not papers:
        pytest.skip("the reference papers are not beside the checkout")
    november = reader.read(papers[0].name, papers[0].read_bytes()).programme

    assert embedded_programme(docx.write(november, ENGLISH)) == november
    assert FIRST_DAY in {day.date for day in november.days}

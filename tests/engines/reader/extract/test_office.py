"""Word, Excel and PDF as lines."""

import io
import random
from datetime import datetime, time

import docx
import openpyxl
import pytest
import typst
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement

from hemicycle.engines.reader.extract import paper
from hemicycle.engines.reader.lines import Cell
from hemicycle.engines.reader.source import Unreadable, open_source


def saved(document) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def read(data: bytes):
    return paper(open_source("paper", data))


def printed(source: str) -> bytes:
    return typst.compile(source.encode())


def test_word_paragraphs_keep_how_they_look():
    document = docx.Document()
    document.core_properties.title = "The conference"
    document.sections[0].header.paragraphs[0].text = "As of today"
    document.add_heading("Programme", 0)
    document.add_heading("First day", 2)
    paragraph = document.add_paragraph()
    paragraph.add_run("09:00").bold = True
    paragraph.add_run("\tOpening")
    paragraph.add_run().add_break(WD_BREAK.LINE)
    paragraph.add_run("Room A").italic = True
    document.add_paragraph("Ada", style="List Bullet")
    document.add_paragraph("One", style="List Number")
    document.add_paragraph("Two", style="List Number")
    document.add_paragraph("• typed")

    found = read(saved(document))

    assert found.title == "The conference"
    assert [(line.level, line.bullet, line.plain) for line in found.lines] == [
        (0, "", "As of today"), (1, "", "Programme"), (2, "", "First day"), (0, "", "09:00 Opening"),
        (0, "", "Room A"), (0, "•", "Ada"), (0, "1.", "One"), (0, "2.", "Two"), (0, "•", "typed"),
    ]  # fmt: skip
    assert found.lines[3].strong == ((0, 5),)
    assert found.lines[3].text == "09:00\tOpening"
    assert found.lines[4].italic
    assert found.lines[1].size > 1.5


def test_word_tables_have_spans():
    document = docx.Document()
    table = document.add_table(3, 3)
    table.cell(0, 0).text = "Time"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "10:00"
    table.cell(1, 1).merge(table.cell(1, 2)).text = "Plenary\nAda"
    table.cell(2, 1).text = "x"

    assert [(line.plain, line.cell) for line in read(saved(document)).lines] == [
        ("Time", Cell(0, 0, 0)),
        ("10:00", Cell(0, 1, 0, 2, 1)),
        ("Plenary", Cell(0, 1, 1, 1, 2)),
        ("Ada", Cell(0, 1, 1, 1, 2)),
        ("x", Cell(0, 2, 1)),
    ]


def test_tracked_changes_are_read_as_accepted():
    document = docx.Document()
    paragraph = document.add_paragraph("Mayor of ")
    for tag, text in (("w:del", "Ghent"), ("w:ins", "Mechelen")):
        change = OxmlElement(tag)
        run = paragraph.add_run(text)._r
        change.append(run)
        paragraph._p.append(change)

    found = read(saved(document))

    assert [line.plain for line in found.lines] == ["Mayor of Mechelen"]
    assert found.notes == ("Tracked changes were read as if they had been accepted.",)


def test_a_word_file_without_words_says_so():
    with pytest.raises(Unreadable, match="holds no words"):
        read(saved(docx.Document()))


def test_a_sheet_is_a_table_under_its_name():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Day 1"
    sheet.append([time(10, 30), "Opening\n- Ada", datetime(2017, 11, 16)])  # noqa: DTZ001 -- sheets know no zones
    sheet["A3"] = "Lunch"
    sheet.merge_cells("A3:C4")
    hidden = book.create_sheet("notes")
    hidden["A1"] = "secret"
    hidden.sheet_state = "hidden"

    found = read(saved(book))

    assert [(line.plain, line.bullet, line.cell) for line in found.lines] == [
        ("Day 1", "", None),
        ("10:30", "", Cell(0, 0, 0)),
        ("Opening", "", Cell(0, 0, 1)),
        ("Ada", "-", Cell(0, 0, 1)),
        ("2017-11-16", "", Cell(0, 0, 2)),
        ("Lunch", "", Cell(0, 2, 0, 2, 3)),
    ]
    assert found.notes == ("Hidden sheets were left out.",)


def test_an_empty_workbook_says_so():
    with pytest.raises(Unreadable, match="no filled cell"):
        read(saved(openpyxl.Workbook()))


def test_a_ruled_table_in_a_pdf_has_cells_and_the_rest_lines():
    found = read(
        printed(
            '#set document(title: "Our paper")\n= Programme\n*09:00* Opening\n- Ada, Mayor\n'
            "#table(columns: 3, [Time], [A], [B], table.cell(rowspan: 2)[10:00],"
            " table.cell(colspan: 2)[All, with Ada], [x], [y])"
        )
    )

    assert found.title == "Our paper"
    assert [(line.plain, line.bullet, line.page) for line in found.lines if line.plain and not line.cell] == [
        ("Programme", "", 1), ("09:00 Opening", "", 1), ("Ada, Mayor", "•", 1),
    ]  # fmt: skip
    assert next(line for line in found.lines if line.plain == "09:00 Opening").strong == ((0, 5),)
    assert found.lines[0].size > 1.2
    assert [(line.plain, line.cell) for line in found.lines if line.cell] == [
        ("Time", Cell(0, 0, 0)), ("A", Cell(0, 0, 1)), ("B", Cell(0, 0, 2)), ("10:00", Cell(0, 1, 0, 2, 1)),
        ("All, with Ada", Cell(0, 1, 1, 1, 2)), ("x", Cell(0, 2, 1)), ("y", Cell(0, 2, 2)),
    ]  # fmt: skip


def test_times_beside_sessions_in_a_pdf_are_rows_of_a_table():
    found = read(
        printed(
            "#grid(columns: (3cm, 1fr), row-gutter: 14pt, [09:00 – \\ 10:30], [Welcome \\ Ada, Minister],"
            " [10:30 – \\ 12:00], [Discussion \\ Bob, Mayor])"
        )
    )

    assert [(line.plain, line.cell) for line in found.lines if line.plain] == [
        ("09:00 –", Cell(0, 0, 0)), ("10:30", Cell(0, 0, 0)),
        ("Welcome", Cell(0, 0, 1)), ("Ada, Minister", Cell(0, 0, 1)),
        ("10:30 –", Cell(0, 1, 0)), ("12:00", Cell(0, 1, 0)),
        ("Discussion", Cell(0, 1, 1)), ("Bob, Mayor", Cell(0, 1, 1)),
    ]  # fmt: skip


def test_columns_of_prose_in_a_pdf_are_read_one_after_the_other():
    found = read(printed("#set page(height: 9cm)\n#columns(2)[#lorem(190)]"))

    words = " ".join(line.plain for line in found.lines if line.plain)
    assert words.startswith("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod")
    assert not any(line.cell for line in found.lines)


def test_a_pdf_without_text_says_so():
    with pytest.raises(Unreadable, match="OCR"):
        read(printed("#rect()"))


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pdf"])
def test_a_mutated_file_is_lines_or_one_sentence(kind):
    document, book = docx.Document(), openpyxl.Workbook()
    document.add_paragraph("Ada")
    book.active["A1"] = "Ada"
    data = {"docx": saved(document), "xlsx": saved(book), "pdf": printed("Ada")}[kind]
    chance = random.Random(7)  # noqa: S311 -- the same mutations every time

    for _ in range(60):
        mutated = bytearray(data)
        for _ in range(chance.choice((1, 3, 20))):
            mutated[chance.randrange(len(mutated))] = chance.randrange(256)
        numbers, sentence = [], ""
        try:
            numbers = [line.number for line in read(bytes(mutated)).lines]
        except Unreadable as refusal:
            sentence = str(refusal)

        assert numbers == list(range(1, len(numbers) + 1))
        assert bool(numbers) != bool(sentence)

"""A Word file of ours read back: the same programme while nobody has touched the text, the text once somebody has."""

import io
import zipfile
from pathlib import Path

from hypothesis import given, settings

from hemicycle.engines import reader
from hemicycle.exports import docx
from hemicycle.kit.words import words
from tests.make import programme as make

SAMPLE = Path(__file__).parents[2] / "src/hemicycle/samples/mechelen-2017/november.md"


def november():
    return reader.read(SAMPLE.name, SAMPLE.read_bytes()).programme


def edited(document, before, after):
    """The file as Word would save it after somebody typed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                assert before.encode() in part
                part = part.replace(before.encode(), after.encode())
            new.writestr(name, part)
    return out.getvalue()


@settings(max_examples=15)
@given(make.programmes())
def test_any_programme_comes_back_from_its_word_file(programme):
    reading = reader.read("programme.docx", docx.write(programme, words("en")))

    assert reading.programme == programme
    assert reading.lines.all == reading.lines.blank + reading.lines.used


def test_the_sample_comes_back_from_its_word_file_with_its_evidence():
    programme = november()

    reading = reader.read("november.docx", docx.write(programme, words("fr")))

    assert reading.programme == programme
    assert "Drivers of migration" in reading.evidence["sessions/drivers-of-migration/title"].text


def test_what_a_partner_changes_in_word_is_what_is_read():
    document = docx.write(november(), words("en"))

    reading = reader.read("november.docx", edited(document, "Ioana Popp", "Ada Invented"))

    names = {person.name for person in reading.programme.people}
    assert "Ada Invented" in names
    assert "Ioana Popp" not in names


def test_the_overview_and_the_full_text_of_an_edited_file_are_one_programme():
    programme = november()

    reading = reader.read(
        "november.docx", edited(docx.write(programme, words("en")), "Reception", "Evening reception")
    )

    assert len(reading.programme.sessions) == len(programme.sessions)

import io
import json
import zipfile

import pytest

from hemicycle.engines.formats import programme_json
from hemicycle.engines.reader import embedded
from hemicycle.engines.reader.embedded import embedded_programme, visible_digest
from tests.make.programme import programme, session

SAMPLE = programme(session("opening"))
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def document(inside):
    return f"<w:document {WORD} {MATH}><w:body>{inside}</w:body></w:document>".encode()


def paragraph(*texts):
    runs = "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)
    return f"<w:p>{runs}</w:p>"


def digest(inside, **others):
    return visible_digest(
        {"word/document.xml": document(inside)} | {f"word/{k}.xml": v for k, v in others.items()}
    )


def packed(parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return data.getvalue()


def item(text, digested):
    return f'<programme xmlns="{embedded.NAMESPACE}" text="{digested}"><piece>{text}</piece></programme>'.encode()


def test_a_programme_is_taken_while_the_text_is_the_one_it_was_written_with():
    parts = {"word/document.xml": document(paragraph("Opening"))}
    written = json.dumps(programme_json.write(SAMPLE))
    other = {"customXml/item1.xml": b"<somebody xmlns='urn:else'/>", "word/styles.xml": b"not looked at"}

    kept = parts | other | {"customXml/item2.xml": item(written, visible_digest(parts))}

    assert embedded_programme(packed(kept)) == SAMPLE
    assert embedded_programme(packed(kept | {"word/document.xml": document(paragraph("Closing"))})) is None


def test_a_word_file_of_somebody_else_holds_no_programme():
    assert embedded_programme(packed({"word/document.xml": document(paragraph("Opening"))})) is None


@pytest.mark.parametrize("text", ["no JSON", "[" * 100_000, "{}"])
def test_an_embedded_text_that_is_no_programme_is_none(text):
    parts = {"word/document.xml": document(paragraph("Opening"))}

    assert (
        embedded_programme(packed(parts | {"customXml/item1.xml": item(text, visible_digest(parts))})) is None
    )


def test_a_file_that_unpacks_without_end_is_left_alone(monkeypatch):
    monkeypatch.setattr(embedded, "LARGEST", 1000)
    parts = {"word/document.xml": document(paragraph("a" * 2000))}
    written = json.dumps(programme_json.write(SAMPLE))

    data = packed(parts | {"customXml/item1.xml": item(written, visible_digest(parts))})

    assert embedded_programme(data) is None


def test_how_word_cuts_and_spaces_the_text_does_not_count():
    assert digest(paragraph("Opening plenary")) == digest(paragraph("Open", "ing ", " plenary") + "<w:p/>")


def test_the_order_and_number_of_headers_do_not_count_and_their_text_does():
    head = document(paragraph("As of 15 November"))

    assert digest("", header1=head) == digest("", header2=head, header3=head, footnotes=document("<w:p/>"))
    assert digest("", header1=head) != digest("", header1=document(paragraph("As of 16 November")))


def test_results_of_fields_do_not_count():
    simple = '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>{}</w:t></w:r></w:fldSimple></w:p>'
    complex_field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>{}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>end</w:t></w:r></w:p>'
    )

    assert digest(simple.format(1)) == digest(simple.format(2))
    assert digest(complex_field.format(1)) == digest(complex_field.format(2)) == digest(paragraph("end"))


@pytest.mark.parametrize(
    "edited",
    [
        paragraph("Opening plenary session"),
        "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>Opening</w:t></w:r></w:p>",
        '<w:p><w:r><w:rPr><w:vanish w:val="1"/></w:rPr><w:t>Opening</w:t></w:r></w:p>',
        "<w:p><w:del><w:r><w:delText>Opening</w:delText></w:r></w:del></w:p>",
        "<w:p><w:r><w:t>Opening</w:t><w:drawing/></w:r></w:p>",
        "<w:p><w:r><w:t>Opening</w:t></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>",
        "<w:p><w:r><w:t>Open</w:t><w:noBreakHyphen/><w:t>ing</w:t></w:r></w:p>",
        "<w:p><w:r><w:t>Open</w:t><w:br/><w:t>ing</w:t></w:r></w:p>",
    ],
)
def test_whatever_a_reader_would_see_counts(edited):
    assert digest(edited) != digest(paragraph("Opening"))


def test_a_strike_that_is_switched_off_does_not_count():
    off = '<w:p><w:r><w:rPr><w:strike w:val="false"/></w:rPr><w:t>Opening</w:t></w:r></w:p>'

    assert digest(off) == digest(paragraph("Opening"))

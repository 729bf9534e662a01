"""What partners' files hold besides paragraphs and tables."""

import base64
import io
import time
import zipfile
from email.message import EmailMessage

import docx
import openpyxl
import pytest
import typst
from docx.oxml import parse_xml

from hemicycle.engines.reader.extract import paper
from hemicycle.engines.reader.source import SourceKind, Unreadable, open_source

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ENCRYPTED = """
JVBERi0xLjYKJb/3ov4KMSAwIG9iago8PCAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50ID
EgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvQ29udGVudHMgNCAwIFIgL01lZGlhQm94IFsgMCAw
IDUwIDUwIF0gL1BhcmVudCAyIDAgUiAvUmVzb3VyY2VzIDw8ID4+IC9UeXBlIC9QYWdlID4+CmVuZG9iago0IDAgb2JqCjw8IC9MZW5ndGggMz
IgL0ZpbHRlciAvRmxhdGVEZWNvZGUgPj4Kc3RyZWFtCuhP+mAgQM/EnDN2WWyKUyMWX+PUd+0dY+qCP+vRYoqkCmVuZHN0cmVhbQplbmRvYmoK
NSAwIG9iago8PCAvQ0YgPDwgL1N0ZENGIDw8IC9BdXRoRXZlbnQgL0RvY09wZW4gL0NGTSAvQUVTVjIgL0xlbmd0aCAxNiA+PiA+PiAvRmlsdG
VyIC9TdGFuZGFyZCAvTGVuZ3RoIDEyOCAvTyA8MmEyZjBhMTk5MDE5MmM2MDExNDczMGJkY2QzOWYzNzgyOGE1M2M4OWEzNDBkZDQ3M2M4NTI5
OWRjNTI1OGUxYz4gL09FIDw+IC9QIC0xMDI4IC9SIDQgL1N0bUYgL1N0ZENGIC9TdHJGIC9TdGRDRiAvVSA8MzBhZDM3YjVkZThmNzAwNzFkZD
diM2EyYmMzMTVlYjEwMDIxNDQ2OTkwYjllNDExNDA3MWE0ZDkxMDQ5ODRjMT4gL1VFIDw+IC9WIDQgPj4KZW5kb2JqCnhyZWYKMCA2CjAwMDAw
MDAwMDAgNjU1MzUgZiAKMDAwMDAwMDAxNSAwMDAwMCBuIAowMDAwMDAwMDY0IDAwMDAwIG4gCjAwMDAwMDAxMjMgMDAwMDAgbiAKMDAwMDAwMD
IyNyAwMDAwMCBuIAowMDAwMDAwMzMwIDAwMDAwIG4gCnRyYWlsZXIgPDwgL1Jvb3QgMSAwIFIgL1NpemUgNiAvSUQgWzwyY2JkN2UxNzllMGEz
YmZkYmJiOWIzMzZjOTJhZjdlZj48MmNiZDdlMTc5ZTBhM2JmZGJiYjliMzM2YzkyYWY3ZWY+XSAvRW5jcnlwdCA1IDAgUiA+PgpzdGFydHhyZW
YKNjQ2CiUlRU9GCg==
"""
"""A page with a user's password."""


def read(data: bytes, name: str = "paper"):
    return paper(open_source(name, data))


def plain(data: bytes, name: str = "paper") -> list[str]:
    return [line.plain for line in read(data, name).lines if line.plain]


def word_file(*elements: str, parts: dict[str, str] | None = None) -> bytes:
    """A Word file whose body holds these elements, with further parts beside it."""
    document = docx.Document()
    for element in elements:
        document.element.body.insert(-1, parse_xml(element.replace(">", f" {WORD}>", 1)))
    written = io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written, "a") as archive:
        for path, xml in (parts or {}).items():
            archive.writestr(path, xml)
    return written.getvalue()


def test_an_encrypted_pdf_is_refused_in_one_sentence():
    with pytest.raises(Unreadable, match=r"^a\.pdf is locked with a password; save a copy without it\.$"):
        read(base64.b64decode(ENCRYPTED), "a.pdf")


def test_a_content_control_and_a_link_read_like_the_text_around_them():
    data = word_file(
        "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>In a control</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        '<w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:hyperlink w:anchor="x"><w:r><w:t>the page</w:t></w:r>'
        "</w:hyperlink></w:p>",
    )

    assert plain(data) == ["In a control", "See the page"]


def test_tracked_changes_read_as_if_accepted_with_a_note():
    data = word_file(
        '<w:p><w:r><w:t xml:space="preserve">Hall </w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>A</w:delText>'
        '</w:r></w:del><w:ins w:id="2" w:author="a"><w:r><w:t>B</w:t></w:r></w:ins></w:p>'
    )

    assert plain(data) == ["Hall B"]
    assert read(data).notes == ("Tracked changes were read as if they had been accepted.",)


def test_a_text_box_follows_its_paragraph_and_is_read_once():
    box = "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>"
    data = word_file(
        '<w:p><w:r><w:t>Around</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>"
    )

    assert plain(data) == ["Around", "In a box"]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_stand_at_the_end_with_their_mark(kind):
    notes = (
        f'<w:{kind}s {WORD}><w:{kind} w:type="separator" w:id="0"><w:p/></w:{kind}>'
        f'<w:{kind} w:id="2"><w:p><w:r><w:t>To be confirmed</w:t></w:r></w:p></w:{kind}></w:{kind}s>'
    )
    data = word_file("<w:p><w:r><w:t>Opening</w:t></w:r></w:p>", parts={f"word/{kind}s.xml": notes})

    found = [(line.bullet, line.plain) for line in read(data).lines if line.plain]

    assert found == [("", "Opening"), ("[2]", "To be confirmed")]


def test_marks_of_direction_stay_out_of_the_plain_text():
    isolated = "\u2068الافتتاح\u2069 \u206609:00\u2069 \u200eRoom A\u200f \u202bقاعة\u202c \u061c1"

    for data in (isolated.encode(), word_file(f"<w:p><w:r><w:t>{isolated}</w:t></w:r></w:p>")):
        line = read(data).lines[0]

        assert line.plain == "الافتتاح 09:00 Room A قاعة 1"
        assert "\u2068" in line.text


def test_a_list_mark_after_a_mark_of_direction_is_one():
    line = read("\u2067• بند\u2069\n".encode()).lines[0]

    assert (line.bullet, line.plain) == ("•", "بند")


def test_a_letter_spaced_title_is_words():
    page = typst.compile(b"#text(size: 20pt, tracking: 0.4em)[PROGRAMME OF EVENTS]\n\nRooms A B C D E")

    assert plain(page) == ["PROGRAMME OF EVENTS", "Rooms A B C D E"]


def test_front_matter_gives_the_title_and_no_heading():
    found = read(b'---\ntitle: "The Forum"\nlang: fr\ntags:\n  - a\n---\n\n# Day one\n', "a.md")

    assert (found.title, found.language) == ("The Forum", "fr")
    assert [(line.level, line.plain) for line in found.lines if not line.blank] == [
        (0, 'title: "The Forum"'), (0, "lang: fr"), (0, "tags:"), (0, "- a"), (1, "Day one"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["---\n\nSome words\n\n---\n", "---\ntitle: x\n", "---\nnot: it\nwords\n---\n"]
)
def test_a_rule_at_the_top_is_no_front_matter(text):
    found = read(text.encode(), "a.md")

    assert found.title == ""
    assert found.lines[0].rule


def test_a_comment_over_several_lines_is_not_text():
    found = read(b"# A\n\n<!-- old:\n10:00 Gone\n--> after\n\n09:00 There\n<!-- open\n10:00 Kept\n", "a.md")

    assert [line.plain for line in found.lines] == [
        "A",
        "",
        "",
        "",
        "after",
        "",
        "09:00 There",
        "<!-- open",
        "10:00 Kept",
    ]
    assert found.lines[3].text == "10:00 Gone"


@pytest.mark.parametrize("piece", ["_a", "<!--", "‹!--", "*a", "`a"])
def test_markdown_of_nothing_but_openings_takes_time_in_proportion(piece):
    data = (piece * 100_000).encode()
    began = time.process_time()

    read(data, "a.md")

    assert time.process_time() - began < 5


def workbook(fill) -> bytes:
    book = openpyxl.Workbook()
    fill(book.active)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_formulas_without_results_are_told():
    def fill(sheet):
        sheet["A1"], sheet["B1"] = "09:00", "=A1+1"

    found = read(workbook(fill))

    assert "09:00" in [line.plain for line in found.lines]
    assert len(found.notes) == 1
    assert "formulas without results" in found.notes[0]


def with_sheet(data: bytes, old: bytes, new: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(written, "w") as after:
        for path in before.namelist():
            held = before.read(path)
            after.writestr(path, held.replace(old, new) if "worksheets" in path else held)
    return written.getvalue()


def test_a_span_over_a_whole_sheet_is_cut_and_costs_little():
    def fill(sheet):
        sheet["A1"], sheet["A3"] = "Plenary", "09:00"
        sheet.merge_cells("A1:B1")

    data = with_sheet(workbook(fill), b"A1:B1", b"A1:XFD2")
    began = time.process_time()

    found = read(data)

    assert time.process_time() - began < 5
    assert [(line.plain, line.cell.column_span, line.cell.row_span) for line in found.lines if line.cell] == [
        ("Plenary", 200, 2), ("09:00", 1, 1),
    ]  # fmt: skip


def mail(**parts) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "a@example.org", "b@example.org"
    message["Subject"] = "Programme: Journée d’étude"
    message["Message-ID"] = "<1@example.org>"
    if "plain" in parts:
        message.set_content(parts["plain"], charset=parts.get("charset", "utf-8"), cte=parts.get("cte"))
    if "html" in parts:
        (message.add_alternative if "plain" in parts else message.set_content)(parts["html"], subtype="html")
    return message


@pytest.mark.parametrize(
    ("charset", "cte"), [("utf-8", "base64"), ("iso-8859-1", "quoted-printable"), ("utf-8", "8bit")]
)
def test_a_mail_is_its_subject_and_its_text(charset, cte):
    data = bytes(mail(plain="Séance\n- 09:00 Accueil\n", charset=charset, cte=cte))

    found = read(data, "a.eml")

    assert open_source("a.eml", data).kind is SourceKind.MAIL
    assert [(line.number, line.level, line.bullet, line.plain) for line in found.lines] == [
        (1, 1, "", "Programme: Journée d’étude"), (2, 0, "", ""), (3, 0, "", "Séance"), (4, 0, "-", "09:00 Accueil"),
    ]  # fmt: skip
    assert found.title == "Programme: Journée d’étude"


def test_a_mail_of_html_is_read_as_a_page_and_its_files_are_named():
    message = mail(html="<table><tr><td>09:00</td><td>Accueil</td></tr></table>")
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="plan.pdf")

    found = read(bytes(message))

    assert [line.plain for line in found.lines if line.cell] == ["09:00", "Accueil"]
    assert found.notes == ("Attached to the mail and not read: plan.pdf.",)


def test_a_mail_without_text_names_the_file_it_carries():
    message = mail()
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="plan.pdf")

    with pytest.raises(
        Unreadable, match=r"^a\.eml is a mail without a text; save and send the file it carries: plan\.pdf\.$"
    ):
        read(bytes(message), "a.eml")


def test_a_mail_pasted_as_text_stays_text():
    assert open_source("a.txt", b"From: Ada\nSubject: Programme\n\n09:00 Opening\n").kind is SourceKind.TEXT

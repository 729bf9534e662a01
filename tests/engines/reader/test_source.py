import io
import json
import time
import zipfile

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemicycle.engines.reader.source import LARGEST, NoProgramme, SourceKind, Unreadable, open_source
from hemicycle.engines.reader.source.decoding import decode

TURKISH = "Açılış oturumu: İçişleri Bakanı, Belediye Başkanı Ayşe Yılmaz, 16 Kasım, öğle yemeği, çalıştay"
FRENCH = "Séance à la mairie : déjeuner, élève, forêt, garçon, où sont les préfets de Genève ?"
SPANISH = "Sesión inaugural: ¿Qué papel tienen las ciudades? El año, el señor alcalde de Málaga"
GERMAN = "Eröffnung: Bürgermeister der Stadt Köln, Begrüßung, Gespräch über Städte, fünf Fragen"
ICELANDIC = "Það var við setningu ráðstefnunnar: borgarstjóri, Þórður, og ýmsir aðrir gestir sögðu frá"
ARABIC = "المؤتمر العالمي حول المدن والهجرة، 16 نوفمبر 2017: الجلسة الافتتاحية، كلمة رئيس البلدية"
RUSSIAN = "Открытие конференции: мэр города, министр иностранных дел"
POLISH = "Otwarcie konferencji: burmistrz miasta Łódź, przedstawiciel Gdańska, późniejsza dyskusja, żywność"


def saved(document) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def zipped(**files: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return written.getvalue()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TURKISH, "cp1254"),
        (TURKISH, "iso8859-9"),
        (TURKISH, "cp857"),
        (FRENCH, "cp1252"),
        (FRENCH, "mac_roman"),
        (FRENCH, "cp850"),
        (FRENCH, "cp437"),
        (SPANISH, "cp1252"),
        (SPANISH, "mac_roman"),
        (SPANISH, "cp850"),
        (GERMAN, "cp1252"),
        (GERMAN, "mac_roman"),
        (GERMAN, "cp437"),
        (ICELANDIC, "cp1252"),
        (ARABIC, "cp1256"),
        (ARABIC, "utf-16"),
        (ARABIC, "utf-16-le"),
        (ARABIC, "utf-16-be"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "utf-16-be"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-32"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (POLISH, "cp1250"),
    ],
)
def test_a_sentence_is_decoded_whichever_page_it_was_written_in(text, encoding):
    decoded = decode(text.encode(encoding))

    assert decoded.text == text
    assert decoded.notes == ()


def test_a_few_broken_letters_in_utf8_are_replaced_and_noted():
    decoded = decode("Séance à la mairie, déjeuner".encode() + b" \xff")

    assert decoded.text == "Séance à la mairie, déjeuner �"
    assert decoded.notes == ("1 letter could not be decoded as UTF-8 and show as �.",)


def test_an_encoding_that_the_file_claims_is_believed_if_it_fits():
    assert decode("Ōsaka 大阪".encode("shift_jis", "ignore"), "shift_jis").text.endswith("saka 大阪")


@given(st.binary(max_size=400))
def test_any_bytes_can_be_decoded(data):
    assert isinstance(decode(data).text, str)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("p.txt", saved(docx.Document()), SourceKind.DOCX),
        ("p.docx", b"<!DOCTYPE html><html><body><p>x</p></body></html>", SourceKind.HTML),
        ("p.doc", b"<html><head></head><body>x</body></html>", SourceKind.HTML),
        ("p", saved(openpyxl.Workbook()), SourceKind.XLSX),
        ("p.txt", b"%PDF-1.4\n%%EOF", SourceKind.PDF),
        ("p.txt", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", SourceKind.ICAL),
        (
            "p.txt",
            b"<?xml version='1.0'?>\n<!-- made -->\n<schedule><title>x</title></schedule>",
            SourceKind.FRAB_XML,
        ),
        ("p.txt", b'{"format": "hemicycle.programme/1"}', SourceKind.PROGRAMME_JSON),
        ("p.txt", b'{"format": "hemicycle.reading/1"}', SourceKind.READING_JSON),
        ("p", b'{"schedule": {"conference": {"days": []}}}', SourceKind.FRAB_JSON),
        ("p", b'{"schedule": {"conference": {"days": [], "rooms": []}}}', SourceKind.PRETALX_JSON),
        (
            "p",
            b'{"schedule": {"generator": {"name": "pretalx"}, "conference": {"days": []}}}',
            SourceKind.PRETALX_JSON,
        ),
        ("p", b'{"results": [{"contributions": []}]}', SourceKind.INDICO_JSON),
        ("p", b'{"_type": "Conference", "contributions": []}', SourceKind.INDICO_JSON),
        ("p.yaml", b"title: x\n", SourceKind.YAML),
        ("p.txt", b"# ours\nformat: hemicycle.programme/1\n", SourceKind.YAML),
        ("p.md", b"just words", SourceKind.MARKDOWN),
        ("p.md", b"<div>x</div>\n\n# Title", SourceKind.MARKDOWN),
        ("p.txt", b"<div>x</div>", SourceKind.HTML),
        ("p.txt", b"**9:00** Opening\n\n**10:00** Lunch\n", SourceKind.MARKDOWN),
        ("p.csv", b"a\nb\n", SourceKind.CSV),
        ("p.html", b"just words", SourceKind.HTML),
        ("p.txt", b"9;Opening;A\n10;Lunch;B\n11;Panel;C\n12;End;D\n", SourceKind.CSV),
        ("p.txt", b"First, second, and so on.\nNothing, here.\nNo table\nat all\n", SourceKind.TEXT),
        ("p.txt", b"{not json", SourceKind.TEXT),
        ("p.txt", b"<note to self", SourceKind.TEXT),
        ("p.txt", b"BZh is how this text begins", SourceKind.TEXT),
    ],
)
def test_the_kind_is_told_by_what_is_in_the_file(name, data, kind):
    assert open_source(name, data).kind is kind


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b" \n\0\0", "is empty"),
        (b"\x01 \n", "is empty"),
        (b"x" * (LARGEST + 1), "more than the 50 MB"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            "old binary format of Word",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "locked with a password",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old binary office format"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is a picture"),
        (b"BM\0\0\0\0", "is a picture"),
        (b"{\\rtf1 words}", "Rich Text"),
        (b"MZ\x90\0\3\0\0\0", "is a program"),
        (bytes(range(256)) * 8, "no text"),
        (b"PK\3\4 and no more", "damaged"),
        (saved(docx.Document())[:-200], "damaged"),
        (b"%PDF-1.7\nsomething", "damaged"),
        (zipped(ppt__slides_xml=b"x"), "slide show"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "OpenDocument"),
        (zipped(xl__workbook_bin=b"x"), "binary workbook"),
        (zipped(a_txt=b"x"), "packed archive"),
        (zipped(word__document_xml=b"\0" * 30_000_000), "unpacks to far more"),
        (b"<w:wordDocument xmlns:w='x'></w:wordDocument>", "office document kept as XML"),
    ],
)
def test_what_cannot_be_read_says_so_in_one_sentence(data, sentence):
    with pytest.raises(Unreadable, match=sentence) as refusal:
        open_source("paper", data)

    assert str(refusal.value).startswith("paper ")
    assert "\n" not in str(refusal.value)


def test_a_locked_archive_is_refused():
    data = bytearray(zipped(word__document_xml=b"x"))
    entry = data.index(b"PK\1\2")
    data[entry + 8] |= 1

    with pytest.raises(Unreadable, match="locked with a password"):
        open_source("paper", bytes(data))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("p.json", b"[1, 2]"),
        ("p.json", json.dumps({"results": [1]}).encode()),
        ("p.xml", b"<?xml version='1.0'?><rss></rss>"),
    ],
)
def test_data_of_another_kind_holds_no_programme(name, data):
    with pytest.raises(NoProgramme, match="no programme found"):
        open_source(name, data)


@pytest.mark.parametrize("data", [b'{"a": ', b"[" * 100_000])
def test_broken_json_says_so(data):
    with pytest.raises(Unreadable, match="JSON"):
        open_source("p.json", data)


@given(st.binary(max_size=300), st.sampled_from(["p", "p.md", "p.json", "p.csv", "p.xml"]))
def test_any_bytes_are_a_source_or_one_sentence(data, name):
    sentence = name
    try:
        assert open_source(name, data).data == data
    except (Unreadable, NoProgramme) as refusal:
        sentence = str(refusal)

    assert sentence.startswith(name)
    assert "\n" not in sentence


def test_a_long_run_of_letters_beside_a_foreign_one_costs_no_more_than_its_length():
    data = "Compte rendu de la réunion, ".encode("cp1252") + b"A" * 400_000 + " été à midi".encode("cp1252")

    started = time.process_time()
    opened = open_source("minutes.txt", data)

    assert opened.kind is SourceKind.TEXT
    assert decode(opened.data).text.endswith("été à midi")
    assert time.process_time() - started < 5

"""The parts of a Word file and their packing, in an order and with dates that never change."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

from hemicycle.engines.formats import programme_json
from hemicycle.engines.reader import embedded
from hemicycle.exports import view
from hemicycle.exports.docx import styles
from hemicycle.exports.docx.markup import attribute, field, runs, safe

if TYPE_CHECKING:
    from datetime import date

    from hemicycle.engines.formats.programme import Programme
    from hemicycle.kit.words import Words

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_ITEM_ID = "{6E2B2B53-7C3A-5E0B-9C55-1C1E5A7C0E01}"


def write(programme: Programme, body: str, words: Words) -> bytes:
    """The whole file around the paragraphs and tables of `body`."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("officeDocument", "word/document.xml"),
            ("extended-properties", "docProps/app.xml"),
            ("core-properties", "docProps/core.xml"),
        ),
        "docProps/app.xml": f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>Hemicycle</Application></Properties>',
        "docProps/core.xml": _core(programme, words),
        "word/document.xml": _document(body, words),
        "word/styles.xml": styles.write(words),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(words),
        "word/header1.xml": _header(programme, words),
        "word/footer1.xml": _footer(programme, words),
        "word/_rels/document.xml.rels": _relationships(
            ("styles", "styles.xml"),
            ("numbering", "numbering.xml"),
            ("settings", "settings.xml"),
            ("header", "header1.xml"),
            ("footer", "footer1.xml"),
            ("customXml", "../customXml/item1.xml"),
        ),
        "customXml/itemProps1.xml": _item_properties(),
        "customXml/_rels/item1.xml.rels": _relationships(("customXmlProps", "itemProps1.xml")),
    }
    files = {name: (_DECLARATION + text).encode() for name, text in parts.items()}
    files["customXml/item1.xml"] = _item(programme, embedded.visible_digest(files)).encode()
    return packed(files)


def packed(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, data, compresslevel=6)
    return packed.getvalue()


def _content_types() -> str:
    word = f"{_TYPE}.wordprocessingml"
    kinds = {
        "/docProps/app.xml": f"{_TYPE}.extended-properties+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/word/document.xml": f"{word}.document.main+xml",
        "/word/styles.xml": f"{word}.styles+xml",
        "/word/numbering.xml": f"{word}.numbering+xml",
        "/word/settings.xml": f"{word}.settings+xml",
        "/word/header1.xml": f"{word}.header+xml",
        "/word/footer1.xml": f"{word}.footer+xml",
        "/customXml/itemProps1.xml": f"{_TYPE}.customXmlProperties+xml",
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(*targets: tuple[str, str]) -> str:
    base = {"core-properties": f"{_PACKAGE}/relationships/metadata"}
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{base.get(kind, f"{_OFFICE}/relationships")}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _core(programme: Programme, words: Words) -> str:
    """The file's own properties; its date is that of the programme, never that of the clock."""
    said = {
        "dc:title": view.said(programme.title, programme, words) or words.gettext("Programme"),
        "dc:subject": view.said(programme.theme, programme, words),
        "dc:description": view.as_of(programme, words),
        "dc:language": words.language,
        "dc:creator": "Hemicycle",
    }
    inside = "".join(f"<{name}>{safe(text)}</{name}>" for name, text in said.items() if text)
    dated = _date(programme)
    if dated:
        inside += "".join(
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{dated.isoformat()}T00:00:00Z</dcterms:{name}>'
            for name in ("created", "modified")
        )
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{inside}</cp:coreProperties>"
    )


def _date(programme: Programme) -> date | None:
    return programme.as_of


def _document(body: str, words: Words) -> str:
    mirrored = "<w:bidi/>" if words.direction == "rtl" else ""
    return (
        f'<w:document xmlns:w="{styles.MAIN}" xmlns:r="{_OFFICE}/relationships"><w:body>{body}<w:sectPr>'
        '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1247" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
        f"{mirrored}</w:sectPr></w:body></w:document>"
    )


def _numbering() -> str:
    return (
        f'<w:numbering xmlns:w="{styles.MAIN}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="start"/>'
        '<w:pPr><w:ind w:start="340" w:hanging="227"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _settings(words: Words) -> str:
    return (
        f'<w:settings xmlns:w="{styles.MAIN}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{words.language}" w:bidi="{words.language}"/></w:settings>'
    )


def _header(programme: Programme, words: Words) -> str:
    title = view.said(programme.title, programme, words) or words.gettext("Programme")
    return _margin("hdr", "Header", runs(title), runs(view.as_of(programme, words)))


def _footer(programme: Programme, words: Words) -> str:
    before, _, rest = words.gettext("Page {number} of {total}").partition("{number}")
    between, _, after = rest.partition("{total}")
    pages = runs(before) + field("PAGE") + runs(between) + field("NUMPAGES") + runs(after)
    return _margin("ftr", "Footer", runs(programme.place), pages)


def _margin(tag: str, style: str, near: str, far: str) -> str:
    """Head or foot of each page: one thing at the start of the line, one at its end."""
    return (
        f'<w:{tag} xmlns:w="{styles.MAIN}"><w:p><w:pPr><w:pStyle w:val="{style}"/><w:tabs><w:tab w:val="end" w:pos="9638"/></w:tabs>'
        f"</w:pPr>{near}<w:r><w:tab/></w:r>{far}</w:p></w:{tag}>"
    )


def _item(programme: Programme, digest: str) -> str:
    """The programme itself; JSON in ASCII, so that no character of it can trouble XML."""
    text = json.dumps(programme_json.write(programme), sort_keys=True, separators=(",", ":"))
    pieces = [text[at : at + embedded.PIECE] for at in range(0, len(text), embedded.PIECE)]
    inside = "".join(f"<piece>{safe(piece)}</piece>" for piece in pieces)
    return f"{_DECLARATION}<programme xmlns={attribute(embedded.NAMESPACE)} text={attribute(digest)}>{inside}</programme>"


def _item_properties() -> str:
    return (
        f'<ds:datastoreItem xmlns:ds="{_OFFICE}/customXml" ds:itemID="{_ITEM_ID}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{embedded.NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )

"""The parts of the Word file around the paragraphs of a negotiated text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.engines.redline import docx as conventions
from hemicycle.engines.redline.tree import Kind
from hemicycle.exports.docx import package
from hemicycle.exports.docx.markup import attribute, safe
from hemicycle.exports.docx.styles import MAIN
from hemicycle.kit.words import RIGHT_TO_LEFT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hemicycle.engines.redline.tree import Text

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SIZES = {Kind.TITLE: 36, Kind.HEADING: 28, Kind.ANNEX: 28, Kind.FOOTNOTE: 18}
_RUNS = {
    conventions.NUMBER: "",
    conventions.BRACKET: '<w:b/><w:color w:val="8A4B12"/>',
    conventions.HOLDERS: '<w:color w:val="8A4B12"/>',
    conventions.MARK: '<w:vertAlign w:val="superscript"/>',
}
Used = tuple[Kind, int]


def packed(
    text: Text,
    body: str,
    properties: str,
    used: Iterable[Used],
    beside: tuple[Sequence[str], Sequence[tuple[str, str]]],
) -> bytes:
    """The file. `used` are the kinds and depths of its paragraphs, `beside` its outer links and its comments."""
    links, comments = beside
    rtl = text.language.split("-", maxsplit=1)[0] in RIGHT_TO_LEFT
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            [("officeDocument", "word/document.xml"), ("custom-properties", "docProps/custom.xml")], ()
        ),
        "docProps/custom.xml": _custom(properties),
        "word/document.xml": (
            f'<w:document xmlns:w="{MAIN}" xmlns:r="{_OFFICE}/relationships"><w:body>{body}<w:sectPr>'
            '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" '
            'w:header="567" w:footer="567" w:gutter="0"/><w:lnNumType w:countBy="5" w:restart="newPage"/>'
            f"{'<w:bidi/>' if rtl else ''}</w:sectPr></w:body></w:document>"
        ),
        "word/styles.xml": _styles(text.language, used, rtl=rtl),
        "word/comments.xml": _comments(comments),
        "word/_rels/document.xml.rels": _relationships(
            [("styles", "styles.xml"), ("comments", "comments.xml")], links
        ),
    }
    return package.packed({name: (_DECLARATION + part).encode() for name, part in parts.items()})


def _content_types() -> str:
    kinds = {
        "/docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        "/word/comments.xml": f"{_WORD}.comments+xml",
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
    }
    inside = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inside}</Types>'
    )


def _relationships(parts: Sequence[tuple[str, str]], links: Sequence[str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(parts, 1)
    )
    inside += "".join(
        f'<Relationship Id="link{n}" Type="{_OFFICE}/relationships/hyperlink" Target={attribute(link)} TargetMode="External"/>'
        for n, link in enumerate(links)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _custom(properties: str) -> str:
    return (
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{conventions.PROPERTIES}">'
        f"<vt:lpwstr>{safe(properties)}</vt:lpwstr></property></Properties>"
    )


def _styles(language: str, used: Iterable[Used], *, rtl: bool) -> str:
    bidi = "<w:bidi/>" if rtl else ""
    paragraphs = "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/><w:qFormat/>'
        f'<w:pPr>{bidi}<w:spacing w:after="160"/><w:ind w:start="{567 * depth}"/></w:pPr>'
        f'<w:rPr><w:sz w:val="{_SIZES.get(kind, 22)}"/><w:szCs w:val="{_SIZES.get(kind, 22)}"/></w:rPr></w:style>'
        for kind, depth in used
        for name in [f"{conventions.STYLES[kind]}{depth}"]
    )
    runs = "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/><w:rPr>{look}</w:rPr></w:style>'
        for name, look in _RUNS.items()
    )
    said = attribute(language)
    return (
        f'<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/><w:sz w:val="22"/>'
        f"<w:lang w:val={said} w:bidi={said}/></w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        f"{paragraphs}{runs}</w:styles>"
    )


def _comments(comments: Sequence[tuple[str, str]]) -> str:
    inside = "".join(
        f'<w:comment w:id="{n}" w:author={attribute(author)}><w:p><w:r><w:t xml:space="preserve">{safe(words)}</w:t></w:r></w:p>'
        "</w:comment>"
        for n, (author, words) in enumerate(comments)
    )
    return f'<w:comments xmlns:w="{MAIN}">{inside}</w:comments>'

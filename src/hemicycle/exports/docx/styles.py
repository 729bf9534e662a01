"""The styles of the Word document: what a secretariat finds under Styles and may change in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hemicycle.kit.words import Words

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
INK, SOFT, BLUE, WARM, HAIR = "1C1B19", "4A4742", "2C4F86", "8A4B12", "D6D2C8"
_SERIF = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="Georgia" w:cs="Times New Roman"/>'
_SANS = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Arial"/>'


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; sizes in points, spaces before and after in points, `level` as in the outline from 0."""

    key: str
    name: str
    size: float = 10.5
    before: float = 0
    after: float = 4
    colour: str = INK
    based: str = "Normal"
    serif: bool = False
    bold: bool = False
    italic: bool = False
    keep: bool = False
    level: int | None = None
    bullet: bool = False
    more: str = ""
    """Further paragraph properties that stand before the spacing."""


_RULE = f'<w:pBdr><w:top w:val="single" w:sz="12" w:space="6" w:color="{INK}"/></w:pBdr>'
_HAIR = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="8" w:color="{HAIR}"/></w:pBdr>'
_EDGE = 'w:val="single" w:sz="24" w:space="1" w:color="F3F1EB"'
_BAND = f'<w:pBdr><w:top {_EDGE}/><w:bottom {_EDGE}/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F3F1EB"/>'
_BUILT_IN = frozenset(
    {"Title", "Subtitle", "Heading1", "Heading2", "Heading3", "BodyText", "Header", "Footer"}
)

STYLES = (
    Style("Title", "Title", 28, 0, 6, serif=True, keep=True),
    Style("Subtitle", "Subtitle", 14, 0, 8, SOFT, serif=True, italic=True),
    Style("Place", "Place and Date", 11, 0, 2, bold=True),
    Style("Status", "Status", 10, 0, 2, SOFT),
    Style("Heading1", "heading 1", 19, 24, 2, serif=True, keep=True, level=0, more=_RULE),
    Style("DayDate", "Date of Day", 10.5, 0, 8, SOFT, keep=True),
    Style("WhenAndWhere", "When and Where", 10, 16, 0, SOFT, keep=True, more=_HAIR),
    Style("Heading2", "heading 2", 14, 2, 4, serif=True, keep=True, level=1),
    Style("Heading3", "heading 3", 10.5, 8, 2, bold=True, keep=True, level=2),
    Style("Pause", "Pause", 10, 12, 8, SOFT, more=_BAND),
    Style("Organisers", "Organisers", 10, 0, 4, SOFT, italic=True),
    Style("BodyText", "Body Text", 10.5, 2, 6, serif=True),
    Style("Label", "List Label", 10, 8, 2, BLUE, bold=True, keep=True),
    Style("Question", "Guiding Question", 10.5, 0, 3, serif=True, bullet=True),
    Style("Seat", "Seat", 10.5, 0, 2, bullet=True),
    Style("TableHead", "Table Head", 9, 2, 2, SOFT, bold=True),
    Style("TableTime", "Table Time", 9.5, 2, 2, bold=True),
    Style("TableTitle", "Table Title", 9.5, 2, 2, BLUE),
    Style("TableText", "Table Text", 9, 2, 2),
    Style("TablePause", "Table Pause", 9.5, 2, 2, SOFT, italic=True),
    Style("Header", "header", 8.5, 0, 0, SOFT),
    Style("Footer", "footer", 8.5, 0, 0, SOFT),
)

_RUNS = (
    ("Time", "Time", f'<w:b/><w:bCs/><w:color w:val="{INK}"/>'),
    ("Name", "Name", "<w:b/><w:bCs/>"),
    ("Open", "Open Seat", f'<w:i/><w:iCs/><w:color w:val="{WARM}"/>'),
)


def write(words: Words) -> str:
    """`word/styles.xml`, in the direction and language of the words."""
    return (
        f'<w:styles xmlns:w="{MAIN}">{_defaults(words)}'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        f"{''.join(_paragraph_style(style) for style in STYLES)}"
        f"{''.join(_character_styles())}{_TABLES}</w:styles>"
    )


def _defaults(words: Words) -> str:
    mirrored = "<w:bidi/>" if words.direction == "rtl" else ""
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_SANS}<w:color w:val="{INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        f'<w:lang w:val="{words.language}" w:eastAsia="{words.language}" w:bidi="{words.language}"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr>{mirrored}<w:spacing w:after="80" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )


def _paragraph_style(style: Style) -> str:
    keep = "<w:keepNext/><w:keepLines/>" if style.keep else ""
    bullet = '<w:numPr><w:numId w:val="1"/></w:numPr>' if style.bullet else ""
    level = f'<w:outlineLvl w:val="{style.level}"/>' if style.level is not None else ""
    spacing = f'<w:spacing w:before="{style.before * 20:.0f}" w:after="{style.after * 20:.0f}"/>'
    heavy = "<w:b/><w:bCs/>" if style.bold else ""
    slanted = "<w:i/><w:iCs/>" if style.italic else ""
    size = f"{style.size * 2:.0f}"
    ours = "" if style.key in _BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{ours} w:styleId="{style.key}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based}"/><w:qFormat/><w:pPr>{keep}{bullet}{style.more}{spacing}{level}</w:pPr>'
        f"<w:rPr>{_SERIF if style.serif else ''}{heavy}{slanted}"
        f'<w:color w:val="{style.colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _character_styles() -> Iterable[str]:
    for key, name, look in _RUNS:
        yield (
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/><w:qFormat/>'
            f"<w:rPr>{look}</w:rPr></w:style>"
        )


_TABLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="ProgrammeOverview"><w:name w:val="Programme Overview"/>'
    '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
    f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>'
    f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"/></w:tblBorders>'
    '<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>'
    '<w:bottom w:w="30" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
    f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{INK}"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>'
)

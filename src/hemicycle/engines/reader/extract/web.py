"""HTML: what a reader of the page would see, block by block, without recursion however deep the page nests."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hemicycle.engines.reader.extract import marks
from hemicycle.engines.reader.extract.counting import counted
from hemicycle.engines.reader.extract.galley import Galley, Look, Run, presentable, without_controls
from hemicycle.engines.reader.extract.grid import Grid

if TYPE_CHECKING:
    from hemicycle.engines.reader.lines import Cell, Paper

_UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "select",
        "textarea",
        "svg",
        "iframe",
        "object",
        "datalist",
        "audio",
        "video",
        "canvas",
        "dialog",
        "nav",
    ]
)
_APART = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "table",
        "blockquote",
        "pre",
        "section",
        "article",
        "figure",
    ]
)
_BLOCKS = _APART | frozenset(
    [
        "div",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "caption",
        "center",
        "address",
        "header",
        "footer",
        "main",
        "aside",
        "form",
        "fieldset",
        "legend",
        "figcaption",
        "details",
        "summary",
        "body",
        "html",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "optgroup",
        "title",
        "hgroup",
        "search",
    ]
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset({"b", "strong"})
_SLANTED = frozenset({"i", "em", "cite", "var", "dfn"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font\s*:[^;]{0,200}\bbold\b", re.IGNORECASE)
_OBLIQUE = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_UNMARKED = re.compile(r"list-style(?:-type)?\s*:[^;]{0,200}\bnone\b", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")

_NESTING = re.compile(
    r"<(/?)(div|span|section|article|main|aside|header|footer|center|font|b|i|em|strong|u|a|ul|ol|dl|table|blockquote"
    r"|form|fieldset|small|big|sub|sup|tt|code|svg|g|math|button|details|object|template|noscript|[a-z]+-[a-z-]+)\b"
    r"[^<>]*>",
    re.IGNORECASE,
)
_DEEPEST = 200


@dataclass(slots=True)
class _List:
    manner: str
    """1, a, A, i or I; "•" for a list that is not counted; nothing for one without marks."""
    count: int


@dataclass(slots=True)
class _Table:
    grid: Grid | None
    """Nothing for a table that only lays the page out."""
    in_head: bool = False


@dataclass(slots=True)
class _Page:
    galley: Galley
    runs: list[Run] = field(default_factory=list)
    bold: int = 0
    slanted: int = 0
    level: int = 0
    kept: int = 0
    """How many elements around keep their line ends (`pre`)."""
    bullet: str = ""
    lists: list[_List] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=list)
    cells: list[Cell | None] = field(default_factory=list)
    made: int = 0
    """Tables so far."""


def web_paper(text: str, notes: tuple[str, ...] = ()) -> Paper:
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(_flattened(without_controls(text)))
    page = _Page(Galley())
    page.galley.notes.extend(notes)
    if tree.body is not None:
        _walk(page, tree.body)
    _end_line(page)
    title = tree.css_first("title")
    return page.galley.paper(
        title=title.text(deep=True) if title is not None else "", language=_language(tree)
    )


def _language(tree: Any) -> str:
    for node in (tree.css_first("html"), tree.body):
        if node is not None and (language := node.attributes.get("lang") or node.attributes.get("xml:lang")):
            return str(language)
    declared = tree.css_first("meta[http-equiv='content-language' i]")
    return (declared.attributes.get("content") or "") if declared is not None else ""


def _flattened(text: str) -> str:
    """The page without the tags that nest more than two hundred deep, for which parsers take quadratic time."""
    depth = deepest = 0
    for found in _NESTING.finditer(text):
        depth = max(depth - 1, 0) if found[1] else depth + 1
        deepest = max(deepest, depth)
    if deepest <= _DEEPEST:
        return text
    depth = 0

    def kept(found: re.Match[str]) -> str:
        nonlocal depth
        outside = depth > _DEEPEST
        depth = max(depth - 1, 0) if found[1] else depth + 1
        return " " if outside or depth > _DEEPEST else found[0]

    return _NESTING.sub(kept, text)


def _walk(page: _Page, root: Any) -> None:
    node = root
    while not page.galley.full:
        entered = _enter(page, node)
        if entered and node.child is not None:
            node = node.child
            continue
        if entered:
            _leave(page, node)
        while node.mem_id != root.mem_id and node.next is None:
            node = node.parent
            _leave(page, node)
        if node.mem_id == root.mem_id:
            return
        node = node.next


def _enter(page: _Page, node: Any) -> bool:
    if node.is_text_node:
        _write(page, node.text_content or "")
        return False
    tag = node.tag
    if not node.is_element_node or _hidden(page, node, tag):
        return False
    _weigh(page, node, tag, 1)
    if tag in {"br", "hr"}:
        _break(page, tag)
    elif tag == "q":
        page.runs.append(Run("“"))
    elif tag in _BLOCKS:
        _begin_block(page, node, tag)
    return True


def _leave(page: _Page, node: Any) -> None:
    tag = node.tag
    if tag in _BLOCKS:
        _end_block(page, tag)
    elif tag == "q":
        page.runs.append(Run("”"))
    _weigh(page, node, tag, -1)


def _hidden(page: _Page, node: Any, tag: str) -> bool:
    if tag in _UNSEEN:
        if tag == "nav" and (node.text(deep=True) or "").strip():
            page.galley.note("The menus of the page were left out.")
        return True
    attributes = node.attributes
    return bool(attributes) and (
        "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))
    )


def _weigh(page: _Page, node: Any, tag: str, step: int) -> None:
    style = node.attributes.get("style") or ""
    if tag in _BOLD or (style and _HEAVY.search(style)):
        page.bold += step
    if tag in _SLANTED or (style and _OBLIQUE.search(style)):
        page.slanted += step
    page.kept += step if tag == "pre" else 0


def _break(page: _Page, tag: str) -> None:
    _end_line(page)
    if tag == "hr":
        page.galley.add((), Look(rule=True), text="")


def _write(page: _Page, text: str) -> None:
    if not page.kept:
        page.runs.append(Run(_SPACES.sub(" ", text), strong=page.bold > 0, italic=page.slanted > 0))
        return
    for at, line in enumerate(text.split("\n")):
        if at:
            _end_line(page)
        page.runs.append(Run(line, strong=page.bold > 0, italic=page.slanted > 0))


def _end_line(page: _Page) -> None:
    runs, page.runs = page.runs, []
    printed = "".join(run.text for run in runs).strip()
    if not presentable(printed).strip():
        return
    bullet, page.bullet = page.bullet, ""
    shown = _trimmed(runs)
    if not bullet and not page.level and (mark := marks.sign(printed)):
        bullet = presentable(mark.printed)
        shown = _cut(shown, mark.taken)
    indent = 2 * max(len(page.lists) - 1, 0) if page.lists else 0
    cell = page.cells[-1] if page.cells else None
    page.galley.add(shown, Look(level=page.level, bullet=bullet, indent=indent, cell=cell), text=printed)


def _trimmed(runs: list[Run]) -> list[Run]:
    """The runs from the first that shows anything, without its leading space."""
    for at, run in enumerate(runs):
        if run.text.strip():
            return [Run(run.text.lstrip(), run.strong, run.italic), *runs[at + 1 :]]
    return []


def _cut(runs: list[Run], letters: int) -> list[Run]:
    rest: list[Run] = []
    for run in runs:
        taken = min(letters, len(run.text))
        letters -= taken
        rest.append(Run(run.text[taken:], run.strong, run.italic))
    return rest


def _begin_block(page: _Page, node: Any, tag: str) -> None:
    _end_line(page)
    page.level = _HEADINGS.get(tag, page.level)
    if tag in {"ul", "ol"}:
        _begin_list(page, node, tag)
    elif tag == "li":
        page.bullet = _next_mark(page, node)
    elif tag == "table":
        _begin_table(page, node)
    elif page.tables:
        _begin_table_part(page, node, tag)
    if tag in _APART and not _in_cell(page):
        page.galley.blank()


def _end_block(page: _Page, tag: str) -> None:
    _end_line(page)
    if tag in _HEADINGS:
        page.level = 0
    elif tag in {"ul", "ol"} and page.lists:
        page.lists.pop()
    elif tag == "li":
        page.bullet = ""
    elif tag == "table" and page.tables:
        page.tables.pop()
    elif tag in {"td", "th"} and page.cells:
        page.cells.pop()
    elif tag == "thead" and page.tables:
        page.tables[-1].in_head = False
    if tag in _APART and not _in_cell(page):
        page.galley.blank()


def _in_cell(page: _Page) -> bool:
    return any(cell is not None for cell in page.cells) or any(table.grid for table in page.tables)


def _begin_list(page: _Page, node: Any, tag: str) -> None:
    style = node.attributes.get("style") or ""
    start = _integer(node.attributes.get("start"), 1, 9999)
    manner = (node.attributes.get("type") or "1") if tag == "ol" else "•"
    page.lists.append(_List("" if _UNMARKED.search(style) else manner, start - 1))


def _next_mark(page: _Page, node: Any) -> str:
    if not page.lists:
        return "•"
    around = page.lists[-1]
    around.count = _integer(node.attributes.get("value"), around.count + 1, 9999)
    if around.manner in {"", "•"}:
        return around.manner
    return f"{counted(around.count, around.manner)}."


def _begin_table(page: _Page, node: Any) -> None:
    """A table around tables, or inside a cell, or of one cell, lays out; its cells are mere blocks."""
    within = _in_cell(page)
    holds = len(node.css("table")) > 1
    cells = node.css("td, th")
    if within or holds or len(cells) < 2:
        page.tables.append(_Table(None))
        return
    page.tables.append(_Table(Grid(page.made)))
    page.made += 1


def _begin_table_part(page: _Page, node: Any, tag: str) -> None:
    table = page.tables[-1]
    if tag == "thead":
        table.in_head = True
    elif tag == "tr" and table.grid is not None:
        table.grid.next_row()
    elif tag in {"td", "th"}:
        page.cells.append(_place(page, table, node, tag))


def _place(page: _Page, table: _Table, node: Any, tag: str) -> Cell | None:
    if table.grid is None:
        return page.cells[-1] if page.cells else None
    return table.grid.place(
        rows=_integer(node.attributes.get("rowspan"), 1, 2000),
        columns=_integer(node.attributes.get("colspan"), 1, 200),
        header=tag == "th" or table.in_head,
    )


def _integer(written: str | None, otherwise: int, most: int) -> int:
    digits = (written or "").strip()
    if not re.fullmatch(r"\d{1,6}", digits, re.ASCII):
        return otherwise
    return min(int(digits), most)

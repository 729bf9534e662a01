"""The parts of a Word file as trees of XML, parsed without entities, network or unbounded depth."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hemicycle.engines.reader.source.archive import archive, broken, part

if TYPE_CHECKING:
    import zipfile

    from hemicycle.engines.reader.source.terms import Source

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_LOOSE = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MOST_MARGINS = 40


@dataclass(slots=True)
class Parts:
    """What of a Word file is read; a part that the file lacks is nothing."""

    document: Any
    styles: Any = None
    numbering: Any = None
    footnotes: Any = None
    endnotes: Any = None
    core: Any = None
    headers: list[Any] = field(default_factory=list)
    footers: list[Any] = field(default_factory=list)
    commented: bool = False
    damaged: bool = False


def value(element: Any, child: str, attribute: str = "val") -> str | None:
    """The attribute of a child of this element, both in Word's namespace; "" for a child without it."""
    found = element.find(W + child) if element is not None else None
    return None if found is None else found.get(W + attribute, "")


def on(element: Any, child: str) -> bool | None:
    """Whether a property is switched on or off here; nothing where it is not mentioned."""
    setting = value(element, child)
    return None if setting is None else setting.lower() not in {"0", "false", "off", "none"}


def whole(written: str | None) -> int | None:
    """The number in an attribute, if it is one of a sensible size."""
    try:
        number = round(float(written)) if written else None
    except (ValueError, OverflowError):
        return None
    return number if number is not None and abs(number) < 1_000_000_000 else None


def open_parts(source: Source) -> Parts:
    """The parts of this file.

    Raises:
        Unreadable: the file is damaged so far that it has no body.
    """
    with archive(source.name, source.data) as opened:
        paths = {path.lower(): path for path in opened.namelist()}
        main = _main_path(source.name, opened, paths)
        folder = posixpath.dirname(main) or "word"
        tree, damaged = _tree(part(source.name, opened, main))
        if tree is None or tree.find(W + "body") is None:
            raise broken(source.name)

        def beside(name: str) -> Any:
            return _tree(part(source.name, opened, paths.get(f"{folder}/{name}".lower(), "")))[0]

        margins = sorted(path for path in paths.values() if path.startswith(f"{folder}/"))[:2000]
        parts = Parts(
            document=tree,
            styles=beside("styles.xml"),
            numbering=beside("numbering.xml"),
            footnotes=beside("footnotes.xml"),
            endnotes=beside("endnotes.xml"),
            core=_tree(part(source.name, opened, paths.get("docprops/core.xml", "")))[0],
            commented=f"{folder}/comments.xml".lower() in paths,
            damaged=damaged,
        )
        for path in margins:
            name = posixpath.basename(path)
            if name.startswith(("header", "footer")) and name.endswith(".xml"):
                _add_margin(parts, name, _tree(part(source.name, opened, path))[0])
        return parts


def _add_margin(parts: Parts, name: str, tree: Any) -> None:
    margins = parts.headers if name.startswith("header") else parts.footers
    if tree is not None and len(margins) < _MOST_MARGINS:
        margins.append(tree)


def _main_path(name: str, opened: zipfile.ZipFile, paths: dict[str, str]) -> str:
    """Where the package says its document is: nearly, but not always, word/document.xml."""
    if "word/document.xml" in paths:
        return paths["word/document.xml"]
    relations, _ = _tree(part(name, opened, paths.get("_rels/.rels", "")))
    for relation in relations if relations is not None else ():
        target = str(relation.get("Target", "")).lstrip("/").lower()
        if str(relation.get("Type", "")).endswith("/officeDocument") and target in paths:
            return paths[target]
    raise broken(name)


def _tree(data: bytes) -> tuple[Any, bool]:
    """The root of a part, and whether the part had to be repaired."""
    from lxml import etree

    if not data.strip():
        return None, False
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(data.replace(_STRICT, _LOOSE), parser)
    except etree.XMLSyntaxError:
        return None, True
    return root, bool(len(parser.error_log.filter_from_errors()))

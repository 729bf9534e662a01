"""From a name and bytes to a source whose kind is known, or to one sentence why not."""

from __future__ import annotations

import re

from hemicycle.engines.reader.source import signs
from hemicycle.engines.reader.source.archive import archive, broken
from hemicycle.engines.reader.source.decoding import decode
from hemicycle.engines.reader.source.terms import Source, SourceKind, Unreadable

LARGEST = 50 * 1024 * 1024
"""No file above so many bytes is read."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_FOREIGN: tuple[tuple[bytes, int, str], ...] = (
    (b"{\\rtf", 0, "is a Rich Text file; save it as .docx"),
    (b"\x89PNG\r\n\x1a\n", 0, "is a picture; its words must be recognised (OCR) or typed first"),
    (b"\xff\xd8\xff", 0, "is a picture; its words must be recognised (OCR) or typed first"),
    (b"GIF8", 0, "is a picture; its words must be recognised (OCR) or typed first"),
    (b"II*\0", 0, "is a scanned picture; its words must be recognised (OCR) or typed first"),
    (b"MM\0*", 0, "is a scanned picture; its words must be recognised (OCR) or typed first"),
    (b"WEBP", 8, "is a picture; its words must be recognised (OCR) or typed first"),
    (b"ftyphei", 4, "is a picture; its words must be recognised (OCR) or typed first"),
    (b"ftyp", 4, "is a film; send the programme as text"),
    (b"\x1f\x8b", 0, "is a packed archive; unpack it and read the file inside"),
    (b"BZh", 0, "is a packed archive; unpack it and read the file inside"),
    (b"\xfd7zXZ\0", 0, "is a packed archive; unpack it and read the file inside"),
    (b"7z\xbc\xaf\x27\x1c", 0, "is a packed archive; unpack it and read the file inside"),
    (b"Rar!", 0, "is a packed archive; unpack it and read the file inside"),
    (b"%!PS", 0, "is PostScript; convert it to PDF"),
    (b"MZ", 0, "is a program, not a document; ask for the document"),
    (b"\x7fELF", 0, "is a program, not a document; ask for the document"),
    (b"SQLite format 3\0", 0, "is a database; export the programme as .csv or .json"),
)
_CONTAINERS: tuple[tuple[str, str], ...] = (
    ("ppt/", "is a slide show; save it as PDF"),
    ("Index/", "is an Apple iWork file; export it as .docx or PDF"),
    ("OEBPS/", "is an e-book; send the programme as .docx or PDF"),
    ("META-INF/container.xml", "is an e-book; send the programme as .docx or PDF"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def open_source(name: str, data: bytes) -> Source:
    """The file with its kind, told by what is in it; a wrong ending does not matter.

    Raises:
        Unreadable: it is empty, too large, damaged, encrypted, or of a kind that is not read; says what to do.
        NoProgramme: it is JSON or XML of a kind that is known to hold none.
    """
    shown = name.strip() or "The file"
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xfe\xff"):
        raise Unreadable(f"{shown} is empty; ask for it again.")
    if len(data) > LARGEST:
        size = len(data) // (1024 * 1024)
        raise Unreadable(
            f"{shown} has {size} MB, more than the {LARGEST // (1024 * 1024)} MB that are read; "
            "save it without its pictures, or in parts."
        )
    return Source(name, data, _packed_kind(shown, data) or _text_kind(shown, data))


def _packed_kind(name: str, data: bytes) -> SourceKind | None:
    if data[:2] == b"PK" and data[2:4] in {b"\3\4", b"\5\6", b"\7\x08"}:
        return _container_kind(name, data)
    if b"%PDF-" in data[:1024]:
        return _whole_pdf(name, data)
    if data.startswith(_OLE):
        raise _old_office(name, data)
    for sign, offset, what in _FOREIGN:
        if data.startswith(sign, offset) and not _reads_as_text(sign, data):
            raise Unreadable(f"{name} {what}.")
    if data[:2] == b"BM" and b"\0" in data[:32]:
        raise Unreadable(f"{name} is a picture; its words must be recognised (OCR) or typed first.")
    return None


def _reads_as_text(sign: bytes, data: bytes) -> bool:
    """Whether a short sign such as MZ or BZh merely begins a text."""
    return sign.isalnum() and len(sign) < 5 and not re.search(rb"[\x00-\x08\x0e-\x1a]", data[:2048])


def _container_kind(name: str, data: bytes) -> SourceKind:
    with archive(name, data) as opened:
        paths = opened.namelist()
        if "mimetype" in paths and opened.read("mimetype")[:60].startswith(b"application/vnd.oasis"):
            raise Unreadable(f"{name} is an OpenDocument file; save it as .docx or .xlsx.")
    folded = [path.replace("\\", "/").lower() for path in paths]
    if any(path.startswith("word/") for path in folded):
        return SourceKind.DOCX
    if any(path.startswith("xl/") for path in folded):
        if any(path.endswith("workbook.bin") for path in folded):
            raise Unreadable(f"{name} is a binary workbook; save it as .xlsx.")
        return SourceKind.XLSX
    for folder, what in _CONTAINERS:
        if any(path.startswith(folder) for path in paths):
            raise Unreadable(f"{name} {what}.")
    raise Unreadable(f"{name} is a packed archive; unpack it and read the file inside.")


def _whole_pdf(name: str, data: bytes) -> SourceKind:
    declared = re.search(rb"/Linearized[^>]{0,200}?/L\s+(\d{1,10})", data[:2048])
    if b"%%EOF" not in data or (declared and int(declared[1]) > len(data) + 16):
        raise broken(name)
    return SourceKind.PDF


def _old_office(name: str, data: bytes) -> Unreadable:
    if _LOCKED in data:
        return Unreadable(f"{name} is locked with a password; save a copy without it.")
    kinds = (
        ("WordDocument", "Word", ".docx"),
        ("Workbook", "Excel", ".xlsx"),
        ("PowerPoint", "PowerPoint", "PDF"),
    )
    for stream, program, ending in kinds:
        if stream.encode("utf-16-le") in data:
            return Unreadable(f"{name} is in the old binary format of {program}; save it as {ending}.")
    return Unreadable(f"{name} is in an old binary office format; save it as .docx, .xlsx or PDF.")


def _text_kind(name: str, data: bytes) -> SourceKind:
    text = decode(data).text
    sample = text[:65_536]
    strange = len(_CONTROL.findall(sample)) + sample.count("�") // 4
    if strange > len(sample) // 20 + 2:
        raise Unreadable(
            f"{name} is no text and no kind of document that is read; save it as .docx, PDF or .txt."
        )
    if not _CONTROL.sub("", text).strip("\ufeff \t\r\n\f�"):
        raise Unreadable(f"{name} is empty; ask for it again.")
    return signs.text_kind(name, text)

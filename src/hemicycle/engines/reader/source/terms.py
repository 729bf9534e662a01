"""What a file is called when it is read, and the two ways in which it cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """The kinds of file that are read, told apart by content first and by name only in doubt."""

    CSV = "csv"
    DOCX = "docx"
    FRAB_JSON = "frab-json"
    FRAB_XML = "frab-xml"
    HTML = "html"
    ICAL = "ical"
    INDICO_JSON = "indico-json"
    MAIL = "mail"
    MARKDOWN = "markdown"
    PDF = "pdf"
    PRETALX_JSON = "pretalx-json"
    PROGRAMME_JSON = "programme-json"
    READING_JSON = "reading-json"
    TEXT = "text"
    XLSX = "xlsx"
    YAML = "yaml"


class Unreadable(ValueError):
    """The file cannot be read; the message is one sentence: what, where, what to do."""


class NoProgramme(ValueError):
    """The file was read and holds no programme; the message says what was looked for."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it came: its name, its bytes, the kind they turned out to be."""

    name: str
    data: bytes
    kind: SourceKind


@dataclass(frozen=True, slots=True)
class Hints:
    """What the person who reads the file knows and the file may not say."""

    year: int | None = None
    timezone: str = ""
    first_day: str = ""
    """ISO date of the first day, for a paper that prints no dates."""

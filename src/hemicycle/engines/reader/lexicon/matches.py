"""What the lexicon finds. `span` is always the stretch of the printed text, as (start, end)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemicycle.engines.formats.programme import Kind, Role


class Form(StrEnum):
    """How a label stands in its line."""

    ALONE = "alone"
    """Nothing but the label: "Speakers:"."""
    PREFIX = "prefix"
    """The label and then what it labels: "Speaker: Jane Doe", "Moderated by Jane Doe"."""
    SUFFIX = "suffix"
    """The label after what it labels: "Jane Doe, Mayor of X (chair)"."""


class Field(StrEnum):
    """What a label announces."""

    ABSTRACT = "abstract"
    ACCESS = "access"
    CAPACITY = "capacity"
    CONTACT = "contact"
    COUNTRY = "country"
    DATE = "date"
    END = "end"
    KIND = "kind"
    LANGUAGES = "languages"
    NAME = "name"
    NOTE = "note"
    NUMBER = "number"
    OBJECTIVES = "objectives"
    ORGANISATION = "organisation"
    ORGANISERS = "organisers"
    OUTCOME = "outcome"
    PEOPLE = "people"
    POSITION = "position"
    QUESTIONS = "questions"
    ROOM = "room"
    START = "start"
    THEME = "theme"
    TIME = "time"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class KindMatch:
    """The words that say what takes place; `with_side_events` marks "Lunch and side events"."""

    kind: Kind
    span: tuple[int, int]
    language: str
    with_side_events: bool = False


@dataclass(frozen=True, slots=True)
class NumberMatch:
    """A printed number or code with its word: `number` is "3" in "Session 3", as printed; `word` is "Session"."""

    number: str
    span: tuple[int, int]
    word: str
    language: str


@dataclass(frozen=True, slots=True)
class RoleMatch:
    """A label of people.

    `rest` is where what it labels begins (for a suffix: the label's own end). `titled` says that the words may as well
    be the title of an item ("Welcome remarks").
    """

    role: Role
    span: tuple[int, int]
    form: Form
    rest: int
    language: str
    titled: bool = False


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """A label of a field; `rest` is where the field's value begins."""

    field: Field
    span: tuple[int, int]
    form: Form
    rest: int
    language: str


@dataclass(frozen=True, slots=True)
class PlaceholderMatch:
    """Words that stand for something not known yet; `whole` when the text says nothing else."""

    span: tuple[int, int]
    whole: bool


@dataclass(frozen=True, slots=True)
class StatusMatch:
    """The words that say which version of a paper this is."""

    text: str
    span: tuple[int, int]
    draft: bool

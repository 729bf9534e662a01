"""One JSON object of a format, read field by field, with one clear sentence for what is wrong and where."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import StrEnum

Made = TypeVar("Made")
Word = TypeVar("Word", bound="StrEnum")


class Fields:
    """An object that knows where it stands; whatever is not of its kind raises `refusal` with a sentence."""

    def __init__(self, value: Any, where: str, refusal: type[ValueError]) -> None:
        self.where = where
        self.refusal = refusal
        if not isinstance(value, dict):
            raise self.refuse("is not a JSON object", joint=" ")
        self.value: Mapping[str, Any] = value

    def refuse(self, what: str, *, joint: str = ": ") -> ValueError:
        return self.refusal(f"{self.where}{joint}{what}")

    def _typed(self, name: str, kind: type[Made], what: str) -> Made | None:
        found = self.value.get(name)
        if found is None or (isinstance(found, kind) and not (kind is int and isinstance(found, bool))):
            return found
        raise self.refuse(f"{name} is not {what}")

    def text(self, name: str) -> str:
        return self._typed(name, str, "a text") or ""

    def required(self, name: str) -> str:
        found = self.text(name)
        if not found:
            raise self.refuse(f"has no {name}; give it one", joint=" ")
        return found

    def reference(self, name: str) -> str | None:
        return self._typed(name, str, "a text") or None

    def count(self, name: str) -> int | None:
        return self._typed(name, int, "a whole number")

    def flag(self, name: str) -> bool:
        return bool(self._typed(name, bool, "true or false"))

    def texts(self, name: str) -> Mapping[str, str]:
        return self.text_by_language(self.value.get(name) or {}, name)

    def text_by_language(self, value: Any, what: str) -> Mapping[str, str]:
        if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
            raise self.refuse(f'{what} is not a text by language, such as {{"en": "Opening"}}')
        return value

    def list(self, name: str) -> list[Any]:
        return self._typed(name, list, "a list") or []

    def words(self, name: str) -> tuple[str, ...]:
        found = self.list(name)
        if not all(isinstance(word, str) for word in found):
            raise self.refuse(f"{name} is not a list of texts")
        return tuple(found)

    def numbers(self, name: str) -> tuple[int, ...]:
        found = self.list(name)
        if not all(isinstance(number, int) and not isinstance(number, bool) for number in found):
            raise self.refuse(f"{name} is not a list of whole numbers")
        return tuple(found)

    def word(self, name: str, words: type[Word]) -> Word:
        found = self.required(name)
        try:
            return words(found)
        except ValueError:
            known = ", ".join(words)
            raise self.refuse(f"{name} is {found!r}; use one of {known}") from None

    def day(self, name: str) -> date | None:
        found = self.text(name)
        try:
            return date.fromisoformat(found) if found else None
        except ValueError:
            raise self.refuse(f"{name} is {found!r}; write it as 2017-11-16") from None

    def moment(self, name: str) -> datetime | None:
        found = self.text(name)
        try:
            return datetime.fromisoformat(found) if found else None
        except ValueError:
            raise self.refuse(f"{name} is {found!r}; write it as 2017-11-16T10:30:00+01:00") from None

    def each(self, name: str, read_one: Callable[[Fields], Made]) -> tuple[Made, ...]:
        where = "" if self.where == "the document" else f"{self.where}, "
        return tuple(
            read_one(Fields(value, f"{where}{name}, number {n}", self.refusal))
            for n, value in enumerate(self.list(name), 1)
        )

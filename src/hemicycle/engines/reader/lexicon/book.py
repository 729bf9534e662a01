"""The lexicon: what the words of a line mean, in any of the languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import Kind, Role
from hemicycle.engines.reader.lexicon.loading import Vocabulary, vocabularies
from hemicycle.engines.reader.lexicon.matches import (
    Field,
    Form,
    KindMatch,
    LabelMatch,
    NumberMatch,
    PlaceholderMatch,
    RoleMatch,
    StatusMatch,
)
from hemicycle.engines.reader.lexicon.phrases import Found, Phrases, Token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORT = 6
_COLON = frozenset({":", "-", "|", ">", "=", "·"})
_OPENING = frozenset('"([*·-_>#')
_CODE = re.compile(r"(?:[a-z]{1,4}[-.\s/]?)?\d{1,3}(?:[.\-/]\d{1,2})?\s?[a-z]?|[ivx]{1,5}|[a-h]")
_CODED = re.compile(
    r"^\W{0,3}((?:SE|WS|PS|BO|TR|RT|NE|PL|HLS|GD|S|P|W|E|T)[-. ]?\d{1,3}[a-z]?)\b(?=\s*[:.)|–—-]|\s+\S)"
)
_SIGNS = re.compile(
    r"\[[^\]\d]{0,60}\]|<[^>]{0,60}>|\?{2,}|_{3,}|\.{4,}|…\s*$|\bX{2,}\b|^\s*[-–—?*.]{1,3}\s*$"
)

LUNCH_AND_SIDE_EVENTS = "lunch_side_events"


@dataclass(frozen=True)
class Lexicon:
    """All vocabularies, indexed once; every method looks at the beginning of a line only (some hundred letters)."""

    vocabularies: tuple[Vocabulary, ...]

    def listed(self, section: str, key: str) -> Iterator[tuple[str, str]]:
        """Every phrase of a list with its language."""
        for vocabulary in self.vocabularies:
            for phrase in vocabulary.words(section, key):
                yield phrase, vocabulary.language

    def phrases(self, section: str, *keys: str) -> Phrases[str]:
        """The phrases of some lists of a section, each meaning its language."""
        return Phrases(entry for key in keys for entry in self.listed(section, key))

    def keyed(self, section: str) -> Iterator[tuple[str, tuple[str, str]]]:
        """Every phrase of a section with its key and its language."""
        for vocabulary in self.vocabularies:
            for key, words in vocabulary.sections.get(section, {}).items():
                for phrase in words:
                    yield phrase, (key, vocabulary.language)

    @cached_property
    def _kinds(self) -> Phrases[tuple[str, str]]:
        return Phrases(self.keyed("kinds"))

    @cached_property
    def _numbered(self) -> Phrases[str]:
        return self.phrases("numbered", "words")

    @cached_property
    def _number_marks(self) -> Phrases[str]:
        return self.phrases("numbered", "marks")

    @cached_property
    def _ordinals(self) -> Phrases[tuple[str, str]]:
        return Phrases(self.keyed("ordinals"))

    @cached_property
    def _roles(self) -> Phrases[tuple[str, str]]:
        return Phrases(self.keyed("roles"))

    @cached_property
    def _role_phrases(self) -> Phrases[tuple[str, str]]:
        return Phrases(self.keyed("role_phrases"))

    @cached_property
    def _labels(self) -> Phrases[tuple[str, str]]:
        return Phrases(self.keyed("labels"))

    @cached_property
    def _label_phrases(self) -> Phrases[tuple[str, str]]:
        return Phrases(self.keyed("label_phrases"))

    @cached_property
    def _cues(self) -> Phrases[tuple[str, str]]:
        keys = {"words": "questions", "objectives": "objectives"}
        return Phrases((phrase, (keys[key], language)) for phrase, (key, language) in self.keyed("questions"))

    @cached_property
    def _placeholders(self) -> Phrases[str]:
        return self.phrases("placeholders", "words")

    @cached_property
    def _placeholder_names(self) -> Phrases[str]:
        return self.phrases("placeholders", "names")

    @cached_property
    def _dated(self) -> Phrases[str]:
        return self.phrases("status", "words")

    @cached_property
    def _drafts(self) -> Phrases[str]:
        return self.phrases("status", "drafts")

    @cached_property
    def _programme(self) -> Phrases[str]:
        return self.phrases("status", "programme")

    def kind(self, text: str) -> KindMatch | None:
        """What takes place, by the words nearest to the beginning; the longest phrase wins where several begin."""
        line = tokens(text)
        found = next((found for found in self._kinds.all(line) if self._is_named(line, found)), None)
        if found is None:
            return None
        kind, language = found.meaning
        if kind == LUNCH_AND_SIDE_EVENTS:
            return KindMatch(Kind.LUNCH, found.span, language, with_side_events=True)
        return KindMatch(Kind(kind), found.span, language)

    def _is_named(self, line: tuple[Token, ...], found: Found[tuple[str, str]]) -> bool:
        """Whether the words name what takes place, and do not just occur in a sentence or a title."""
        if (
            found.last - found.first == 1
            and found.last < len(line)
            and line[found.last].text in self._articles[found.meaning[1]]
        ):
            return False
        begins = found.first == _first_word(line) or not line[found.first - 1].text[0].isalnum()
        ends = found.last == len(line) or not line[found.last].text[0].isalnum()
        return begins or ends or len(line) <= _SHORT

    @cached_property
    def _articles(self) -> dict[str, frozenset[str]]:
        return {
            vocabulary.language: frozenset(
                token.text for phrase in vocabulary.words("functions", "articles") for token in tokens(phrase)
            )
            for vocabulary in self.vocabularies
        }

    def number(self, text: str) -> NumberMatch | None:
        """A session's printed number or code."""
        line = tokens(text)
        for found in self._numbered.all(line):
            match = self._number_after(text, line, found.last) or self._number_before(text, line, found.first)
            if match:
                number, span = match
                start, end = min(span[0], found.span[0]), max(span[1], found.span[1])
                return NumberMatch(number, (start, end), text[slice(*found.span)], found.meaning)
        code = _CODED.match(text)
        return NumberMatch(code[1], code.span(1), "", "") if code else None

    def _number_after(
        self, text: str, line: tuple[Token, ...], place: int
    ) -> tuple[str, tuple[int, int]] | None:
        mark = self._number_marks.at(line, place)
        place = mark.last if mark else place
        if place >= len(line):
            return None
        start = line[place].start
        code = _CODE.match(text[start : start + 12].lower())
        if code and _closes(text, start, start + code.end(), line[place].text, marked=mark is not None):
            return text[start : start + code.end()].strip(), (start, start + code.end())
        ordinal = self._ordinals.at(line, place)
        if ordinal is not None and not line[place].text.isdigit() and _ends_a_label(line, ordinal.last):
            return ordinal.meaning[0], ordinal.span
        return None

    def _number_before(
        self, text: str, line: tuple[Token, ...], place: int
    ) -> tuple[str, tuple[int, int]] | None:
        """The number before its word: "2. Oturum", "1re session", "Third session"."""
        first = place - 2 if place >= 2 and line[place - 1].text == "." else place - 1
        if first < 0 or first > 1:
            return None
        if line[first].text.isdigit() and len(line[first].text) <= 2 and first < place - 1:
            return line[first].text, (line[first].start, line[place - 1].end)
        ordinal = self._ordinals.at(line, first)
        if ordinal is not None and ordinal.last >= place - (first < place - 1):
            return ordinal.meaning[0], ordinal.span
        return None

    def role_label(self, text: str) -> RoleMatch | None:
        """A label of people: a line of its own, before them, or after them."""
        line = tokens(text)
        place = _first_word(line)
        return (
            self._role_phrase(text, line, place)
            or self._role_before(text, line, place)
            or self._role_after(text, line)
        )

    def _role_phrase(self, text: str, line: tuple[Token, ...], place: int) -> RoleMatch | None:
        found = self._role_phrases.at(line, place)
        if found is None:
            return None
        rest = _after_colon(text, line, found.last)
        form = Form.PREFIX if text[rest:].strip(" :*_") else Form.ALONE
        return RoleMatch(Role(found.meaning[0]), found.span, form, rest, found.meaning[1])

    def _role_before(self, text: str, line: tuple[Token, ...], place: int) -> RoleMatch | None:
        found = self._roles.at(line, place)
        if found is None:
            return None
        role, language = Role(found.meaning[0]), found.meaning[1]
        last = self._joined_label(line, found.last, self._roles)
        span = (found.span[0], line[last - 1].end)
        titled = role in {Role.WELCOME, Role.INTRODUCED_BY, Role.PRESENTER} or (
            role is Role.KEYNOTE and last - place < 3
        )
        if _nothing_left(line, last):
            return RoleMatch(role, span, Form.ALONE, len(text), language, titled)
        if line[last].text not in _COLON:
            return None
        rest = _after_colon(text, line, last)
        return RoleMatch(role, span, Form.PREFIX, rest, language, titled)

    def _joined_label(self, line: tuple[Token, ...], last: int, labels: Phrases[tuple[str, str]]) -> int:
        """The end of a label that names two things at once: "Chair and moderator", "Moderator / Rapporteur"."""
        while last + 1 < len(line) and (line[last].text in "/&|+" or line[last].text in self._ands):
            more = labels.at(line, last + 1)
            if more is None:
                break
            last = more.last
        if last + 2 < len(line) and line[last].text == "(" and line[last + 2].text == ")":
            last += 3
        return last

    @cached_property
    def _ands(self) -> frozenset[str]:
        return frozenset(tokens(phrase)[0].text for phrase, _ in self.listed("connectives", "and"))

    def _role_after(self, text: str, line: tuple[Token, ...]) -> RoleMatch | None:
        """A role after its person, between brackets or behind the last comma or dash."""
        end = len(line)
        while end and line[end - 1].text in ".:;*":
            end -= 1
        bracketed = end > 0 and line[end - 1].text in ")]"
        last = end - 1 if bracketed else end
        for first in range(max(1, last - 5), last):
            before = line[first - 1].text
            if before not in ("([" if bracketed else ",-|/"):
                continue
            found = self._roles.at(line, first)
            if found is not None and found.last == last and first > 1:
                span = (line[first - 1].start, line[end - 1].end)
                return RoleMatch(Role(found.meaning[0]), span, Form.SUFFIX, span[1], found.meaning[1])
        return None

    def role_of_title(self, text: str) -> Role | None:
        """The role that an item's title gives to the people under it: welcome, keynote, introduction."""
        line = tokens(text)
        for found in self._roles.all(line):
            role = Role(found.meaning[0])
            if role in {Role.WELCOME, Role.KEYNOTE, Role.INTRODUCED_BY}:
                return role
        return None

    def label(self, text: str) -> LabelMatch | None:
        """A label of a field, at the beginning of the text, alone or before its value."""
        line = tokens(text)
        place = _first_word(line)
        found = self._labels.at(line, place)
        if found is not None:
            last = self._joined_label(line, found.last, self._labels)
            if _nothing_left(line, last) or line[last].text == ":":
                return self._label(text, line, found.meaning, (found.span[0], line[last - 1].end), last)
        phrase = self._label_phrases.at(line, place)
        if phrase is not None:
            return self._label(text, line, phrase.meaning, phrase.span, phrase.last)
        if found is not None and line[found.last].text in _COLON:
            return self._label(text, line, found.meaning, found.span, found.last)
        return None

    def _label(
        self, text: str, line: tuple[Token, ...], meaning: tuple[str, str], span: tuple[int, int], last: int
    ) -> LabelMatch:
        rest = _after_colon(text, line, last)
        form = Form.PREFIX if text[rest:].strip(" :*_.") else Form.ALONE
        return LabelMatch(Field(meaning[0]), span, form, rest, meaning[1])

    def list_cue(self, text: str) -> Field | None:
        """What a list is, by the last sentence before it: questions or objectives; None when the sentence does not say.

        A sentence announces a list only when it ends in a colon.
        """
        ending = text[-400:].rstrip(" *_")
        if not ending.endswith(":"):
            return None
        sentence = re.split(r"(?<=[.!?;])\s+", ending)[-1]
        found = [Field(cue.meaning[0]) for cue in self._cues.all(tokens(sentence))]
        if Field.QUESTIONS in found:
            return Field.QUESTIONS
        return found[0] if found else None

    def placeholder(self, text: str) -> PlaceholderMatch | None:
        """Words such as TBC, and whether the text is nothing else."""
        sign = _SIGNS.search(text[:400])
        if sign:
            return PlaceholderMatch(sign.span(), whole=not text.replace(sign[0], "").strip(" *()[]-–—:;,."))
        line = tokens(text)
        found = next((f for f in self._placeholders.all(line) if _stands_apart(line, f.first, f.last)), None)
        if found is None:
            return None
        rest = {
            token.text for token in (*line[: found.first], *line[found.last :]) if token.text[0].isalnum()
        }
        others = [token for token in rest if token not in self._names_words]
        return PlaceholderMatch(found.span, whole=not others)

    @cached_property
    def _names_words(self) -> frozenset[str]:
        words = (token.text for phrase, _ in self.listed("placeholders", "names") for token in tokens(phrase))
        more = (token.text for phrase, _ in self.listed("placeholders", "words") for token in tokens(phrase))
        return frozenset((*words, *more))

    def status(self, text: str) -> StatusMatch | None:
        """The words that say which version this is: "As of 15 November 2017", "Draft", "rev. 2"."""
        line = tokens(text)
        place = _first_word(line)
        heading = self._programme.at(line, place)
        if heading is not None:
            place = _first_word(line, heading.last)
        dated, draft = self._dated.at(line, place), self._drafts.at(line, place)
        found = draft if draft and not (dated and dated.last > draft.last) else dated
        if found is None or not _is_status(line, found.first, found.last, dated=found is dated):
            return None
        end = len(text.rstrip(" )]*_"))
        span = (found.span[0], max(end, found.span[1]))
        return StatusMatch(text[slice(*span)], span, draft=draft is not None)


@cache
def lexicon() -> Lexicon:
    """The lexicon of all languages, read once."""
    return Lexicon(vocabularies())


def _first_word(line: tuple[Token, ...], place: int = 0) -> int:
    while place < len(line) and line[place].text in _OPENING:
        place += 1
    return place


def _nothing_left(line: tuple[Token, ...], place: int) -> bool:
    return all(not token.text[0].isalnum() for token in line[place:])


def _after_colon(text: str, line: tuple[Token, ...], place: int) -> int:
    """Where the value begins after the label that ends before the word at `place`."""
    while place < len(line) and line[place].text in '":-|>*=_·':
        if line[place].text == '"':
            break
        place += 1
    return line[place].start if place < len(line) else len(text)


def _closes(text: str, start: int, end: int, word: str, *, marked: bool) -> bool:
    """Whether a code ends where a code may end, and is no word, no time and no plain small word of the language."""
    after = text[end : end + 1]
    if after.isalnum() or (after in ":." and text[end + 1 : end + 2].isdigit()) or after == "%":
        return False
    code = text[start:end].strip()
    if code[0].isdigit():
        return len(word) <= 3
    return marked or (code.isupper() and (len(code) > 1 or after in ":.)-–— " or not after))


def _ends_a_label(line: tuple[Token, ...], place: int) -> bool:
    return place >= len(line) or line[place].text in ':-.,|()"'


def _stands_apart(line: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a placeholder stands between signs and not inside a sentence, or is an abbreviation."""
    if last - first == 1 and len(line[first].text) <= 4:
        return True
    before = first == 0 or not line[first - 1].text[0].isalnum()
    after = last >= len(line) or not line[last].text[0].isalnum()
    return after and (before or last - first > 1)


def _is_status(line: tuple[Token, ...], first: int, last: int, *, dated: bool) -> bool:
    """Dated words need digits soon after them; words for a draft need to stand nearly alone."""
    rest = [token.text for token in line[last:] if token.text[0].isalnum()]
    digits = any(token.isdigit() for token in rest)
    if dated:
        return digits and len(rest) <= 8
    return len(rest) <= 8 and (digits or not rest or len(rest) <= 3) and first <= 8

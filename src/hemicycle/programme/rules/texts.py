"""Texts that look as if something happened to them on the way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hemicycle.programme.terms import LOW, MEDIUM, Code, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemicycle.engines.formats.findings import Finding
    from hemicycle.engines.formats.programme import Session
    from hemicycle.programme.rules.sight import Sight

_PLACEHOLDER = re.compile(
    r"lorem ipsum|\bx{3,}\b|\[(?:…|\.\.\.|insert[^\]]*|tbc|tbd|text)\]|\?{3,}|\btb[cd]\b|<[^<>]*\binsert\b[^<>]*>",
    re.IGNORECASE,
)
_PLACEHOLDER_SIGNS = ("lorem ipsum", "xxx", "[", "???", "tbc", "tbd", "<")
"""One of these stands in every placeholder: looking for them is quicker."""
_TWICE = re.compile(r"\b(?P<word>[^\W\d_]{2,})\s+(?P=word)\b")
_MEANT = frozenset(
    [
        "that",
        "had",
        "is",
        "was",
        "so",
        "very",
        "no",
        "bye",
        "nous",
        "vous",
        "die",
        "der",
        "das",
        "den",
        "sie",
        "zu",
        "en",
        "ze",
        "je",
        "de",
        "que",
        "si",
        "la",
        "lo",
        "muy",
        "bora",
        "pouco",
    ]
)
"""Words that good sentences may hold twice in a row."""
_WITHOUT_DOUBLETS = frozenset({"de", "en", "es", "fr", "nl", "pt"})
"""In Turkish, Arabic and others a doubled word is grammar."""
_LIST_MARK = re.compile(r"(?:^|[\s;,.:])(?:\w{1,3}|[ivx]{1,5})\)")
_SMILEY = re.compile(r"[:;]-?[()]")
_SENTENCE_ENDS = re.compile(r"[.!?؟。]\s")
_COMPLETE = tuple(".!?…:;)]\"'”’»*؟。")
_PAIRS = (("(", ")"), ("[", "]"))
_QUOTES = (("“", "”"), ("«", "»"))


def suspect(sight: Sight) -> Iterator[Finding]:
    """What is left of drafting, and what typesetting broke.

    Medium for placeholders. Low for a text of several sentences whose last breaks off, a word set twice, a bracket or
    quotation mark without its other half, and a name that stands twice in its line.
    """
    for session in sight.sessions:
        for path, language, said in _texts(session):
            for fault, quote in _faults(language, said, whole=path.endswith("/abstract")):
                facts = {"fault": fault.value, "quote": quote}
                gravity = MEDIUM if fault is Fault.PLACEHOLDER else LOW
                yield sight.found(Code.TEXT_SUSPECT, gravity, (session,), facts, [path])
        for index, seat in enumerate(session.seats):
            if len(seat.name) > 4 and seat.as_printed.count(seat.name) > 1:
                facts = {"fault": Fault.NAME_TWICE.value, "quote": seat.name}
                path = f"sessions/{session.key}/seats/{index}"
                yield sight.found(Code.TEXT_SUSPECT, LOW, (session,), facts, [path])


def _texts(session: Session) -> Iterator[tuple[str, str, str]]:
    root = f"sessions/{session.key}"
    for name, texts in (("title", session.title), ("abstract", session.abstract)):
        for language, said in sorted(texts.items()):
            yield f"{root}/{name}", language, said
    for index, question in enumerate(session.questions):
        for language, said in sorted(question.items()):
            yield f"{root}/questions/{index}", language, said


def _faults(language: str, said: str, *, whole: bool) -> Iterator[tuple[Fault, str]]:
    small = said.lower()
    placeholder = any(sign in small for sign in _PLACEHOLDER_SIGNS) and _PLACEHOLDER.search(said)
    if placeholder:
        yield Fault.PLACEHOLDER, placeholder[0]
    twice = _word_twice(language, said)
    if twice:
        yield Fault.WORD_TWICE, twice
    bare = _SMILEY.sub(" ", _LIST_MARK.sub(" ", said))
    if any(bare.count(opening) != bare.count(closing) for opening, closing in _PAIRS):
        yield Fault.BRACKETS, _start(said)
    if any(said.count(opening) != said.count(closing) for opening, closing in _QUOTES):
        yield Fault.QUOTES, _start(said)
    if whole and _breaks_off(said):
        yield Fault.CUT, said.rstrip()[-60:].lstrip()


def _word_twice(language: str, said: str) -> str:
    if language.split("-", maxsplit=1)[0] not in _WITHOUT_DOUBLETS:
        return ""
    return next(
        (
            found[0]
            for found in _TWICE.finditer(said)
            if found["word"].islower() and found["word"] not in _MEANT
        ),
        "",
    )


def _breaks_off(said: str) -> bool:
    """Whether a text of several sentences ends without an end; a lone phrase needs none."""
    shown = said.rstrip()
    return bool(_SENTENCE_ENDS.search(shown)) and not shown.endswith(_COMPLETE) and shown[-1:].islower()


def _start(said: str) -> str:
    return said if len(said) <= 60 else said[:59].rstrip() + "…"


RULES = (suspect,)

"""A text that holds several seats cut into them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hemicycle.engines.reader import places
from hemicycle.engines.reader.lexicon import Form, lexicon
from hemicycle.engines.reader.lexicon.phrases import tokens
from hemicycle.engines.reader.people import vocabulary
from hemicycle.engines.reader.people.looks import looks_like_organisation, looks_like_person, without_article
from hemicycle.engines.reader.people.single import seat

if TYPE_CHECKING:
    from hemicycle.engines.formats.programme import Role
    from hemicycle.engines.reader.people.reading import SeatReading

LONGEST = 1500
_HARD = re.compile(r"\s*[;؛\n\r]+\s*|\s+/\s+|\s+•\s+|\s+\|\s+(?=[^|]*[,(])")
_FEWEST_BARE_NAMES = 3


def seats(text: str, *, role: Role) -> tuple[SeatReading, ...]:
    """Every seat of a text, in order. A label before them, such as "Moderated by", is passed over."""
    start = 0
    label = lexicon().role_label(text)
    if label is not None and label.form is Form.PREFIX:
        start = label.rest
    found = []
    for first, last in _stretches(text[: start + LONGEST], start):
        reading = seat(text[first:last], role=role)
        if reading.seat.as_printed:
            found.append(replace(reading, span=(first + reading.span[0], first + reading.span[1])))
    return tuple(found)


def _stretches(text: str, start: int) -> list[tuple[int, int]]:
    """Where each seat of the text stands."""
    stretches = []
    for first, last in _between(text, start, _HARD):
        for begin, end in _cut_at_ands(text, first, last):
            stretches.extend(_cut_at_commas(text, begin, end))
    return [(first, last) for first, last in stretches if text[first:last].strip(" ,.")]


def _between(text: str, start: int, cut: re.Pattern[str]) -> list[tuple[int, int]]:
    found, first = [], start
    for sign in cut.finditer(text, start):
        if _stands_for_one(text, sign):
            continue
        found.append((first, sign.start()))
        first = sign.end()
    return [*found, (first, len(text))]


def _stands_for_one(text: str, sign: re.Match[str]) -> bool:
    """A line break inside one seat: the name on one line, the function on the next."""
    if "\n" not in sign[0]:
        return False
    following = re.split(r"[,;\n(]", text[sign.end() :])[0]
    return looks_like_person(following) < 0.7 or looks_like_organisation(following) >= 0.7


def _cut_at_ands(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """Cuts at every "and" that begins another seat."""
    found, begin = [], first
    line = tokens(text[first:last])
    ands = vocabulary.phrases("connectives", "and")
    for place in range(len(line)):
        joint = ands.at(line, place)
        if joint is None or joint.last >= len(line):
            continue
        end, following = first + joint.span[0], first + line[joint.last].start
        if end > begin and _begins_another(text[begin:end].rstrip(" ,"), text[following:last]):
            found.append((begin, end))
            begin = following
    return [*found, (begin, last)]


def _begins_another(left: str, right: str) -> bool:
    opening = re.split(r"[,;،(]|\s(?:-|–|—)\s", right)[0].strip()
    opening = _before_the_next_and(opening)
    if _opens_with_a_person(opening):
        return (
            looks_like_person(left) >= 0.45
            or _opens_with_a_person(left)
            or "," in left
            or "،" in left
            or "(" in left
            or _is_bare(left)
        )
    return _is_bare(left) and _is_bare(_before_the_next_and(right))


def _opens_with_a_person(text: str) -> bool:
    """Whether a text is a name of two words, or a function and then one: "architect Jane Sample"."""
    function = vocabulary.function_at(tokens(text), 0)
    name = text[function.span[1] :].strip() if function is not None else text
    return looks_like_person(name) >= 0.75 and len(name.split()) > 1


def _before_the_next_and(text: str) -> str:
    found = next(vocabulary.phrases("connectives", "and").all(tokens(text)), None)
    return text[: found.span[0]].strip() if found is not None and found.span[0] > 0 else text


def _is_bare(text: str) -> bool:
    """Whether a text is an organisation or a function and nothing more."""
    bare = without_article(text.strip(" .,;*"))
    if not bare or "," in bare or places.country(bare):
        return False
    function = vocabulary.function_at(tokens(bare), 0)
    return looks_like_organisation(bare) >= 0.8 or (
        function is not None and function.last == len(tokens(bare))
    )


def _cut_at_commas(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """A list of bare names, "Jane Doe, John Smith, Ana Muster", is as many seats; so is one of bare organisations."""
    pieces, begin = [], first
    for sign in re.finditer(r"\s*[,،]\s*", text[first:last]):
        pieces.append((begin, first + sign.start()))
        begin = first + sign.end()
    pieces.append((begin, last))
    texts = [text[slice(*piece)].strip(" .*") for piece in pieces]
    people = all(looks_like_person(piece) >= 0.75 and len(piece.split()) > 1 for piece in texts)
    known = sum(looks_like_person(piece) >= 0.9 for piece in texts)
    bodies = all(looks_like_organisation(piece) >= 0.9 and len(piece) < 12 for piece in texts)
    if len(pieces) > 1 and ((people and (known > 1 or len(pieces) >= _FEWEST_BARE_NAMES)) or bodies):
        return pieces
    return [(first, last)]

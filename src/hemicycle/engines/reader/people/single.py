"""One printed line or cell as one seat, or as several."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hemicycle.engines.formats.programme import Role, Seat, SeatState
from hemicycle.engines.reader import places
from hemicycle.engines.reader.lexicon import Form, lexicon
from hemicycle.engines.reader.lexicon.phrases import tokens
from hemicycle.engines.reader.people import posts, vocabulary
from hemicycle.engines.reader.people.looks import (
    honorific,
    is_arabic,
    looks_like_organisation,
    looks_like_person,
    without_article,
    without_letters_behind,
)
from hemicycle.engines.reader.people.parts import Part, cut
from hemicycle.engines.reader.people.reading import SeatReading

LONGEST = 400
"""Letters of a line that may be one seat."""

_MARKED = re.compile(r"\s*\*+\s*$|\s*[(\[]\s*\?\s*[)\]]")
_MARKS_BEFORE = re.compile(r"^[\s\-–—•*·]+")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,40})[)\]]")
_PERSON = 0.45


@dataclass(frozen=True, slots=True)
class _Named:
    """A name found among the parts, and the parts that describe its bearer, in order."""

    name: str
    rest: list[str]
    confidence: float


def seat(text: str, *, role: Role) -> SeatReading:
    """The seat that a printed line holds. A role printed after the name, "(chair)", wins over `role`."""
    start = len(text) - len(_MARKS_BEFORE.sub("", text, count=1))
    printed = text[start : start + LONGEST].strip().rstrip(";")
    span = (start, start + len(printed))
    suffix = lexicon().role_label(printed)
    said = printed
    if suffix is not None and suffix.form is Form.SUFFIX:
        role, said = suffix.role, printed[: suffix.span[0]].rstrip(" ,-–(")
    said, tentative, whole = _without_placeholder(_without_remarks(said))
    if whole:
        return SeatReading(Seat(role=role, state=SeatState.TBC, as_printed=printed), 0.95, span)
    reading = _read(said, role)
    return replace(reading, seat=replace(reading.seat, as_printed=printed), span=span, tentative=tentative)


def _without_remarks(text: str) -> str:
    """The text without titles between brackets and without how someone attends: "Dr. (Mrs.) Jane Sample [by video]"."""
    for bracket in reversed(list(_BRACKETED.finditer(text))):
        line = tokens(bracket[1])
        title = vocabulary.phrases("honorifics", "words").at(line, 0)
        titled = title is not None and title.last >= len(line) - 1 and bracket.start() > 0
        if (titled and bracket.end() < len(text)) or vocabulary.attends(bracket[1]):
            text = f"{text[: bracket.start()].rstrip()} {text[bracket.end() :].lstrip()}".replace(
                " ,", ","
            ).strip()
    head, _, last = text.rpartition(",")
    return head if head and vocabulary.attends(last) else text


def _without_placeholder(text: str) -> tuple[str, bool, bool]:
    """The text without TBC and the like, whether there was such a mark, and whether there is nothing else."""
    found = lexicon().placeholder(text)
    if found is None:
        bare = _MARKED.sub("", text)
        return bare, bare != text, False
    if found.whole:
        return "", True, True
    bare = (text[: found.span[0]].rstrip(" (,[-–") + text[found.span[1] :].lstrip(" )].")).strip(" ,;-–")
    return bare or text, True, not bare


def _read(text: str, role: Role) -> SeatReading:
    parts = cut(text)
    if not parts:
        return SeatReading(Seat(role=role, state=SeatState.UNNAMED), 0.2, (0, 0))
    if len(parts) <= 2 and (body := _only_a_body(parts)):
        code = places.country(parts[-1].text) if len(parts) == 2 else ""
        return SeatReading(
            Seat(role=role, state=SeatState.ORGANISATION, organisation=body, country=code), 0.9, (0, 0)
        )
    named = _named([part.text for part in parts])
    if named is None:
        return _unnamed(parts, role)
    post = posts.read(named.rest)
    filled = Seat(
        role=role,
        state=SeatState.NAMED,
        name=named.name,
        position=post.position,
        organisation=post.organisation,
        place=post.place,
        country=post.country,
        also="; ".join(post.also),
    )
    return SeatReading(filled, _confidence(named, post), (0, 0))


def _confidence(named: _Named, post: posts.Post) -> float:
    supported = 0.05 if post.position else -0.1 if post.empty else 0
    return round(max(0.1, min(0.98, named.confidence + supported)), 2)


def _only_a_body(parts: list[Part]) -> str:
    """The organisation that a text names instead of a person: "IOM", "institutional partner (IOM)", "the City of X, Belgium"."""
    first = parts[0].text
    if len(parts) == 2 and parts[1].bracketed:
        bracket = parts[1].text
        if looks_like_organisation(bracket) >= 0.8 and vocabulary.phrases("organisations", "partners").at(
            tokens(first), 0
        ):
            return bracket
        if looks_like_organisation(first) >= 0.8 and looks_like_organisation(bracket) >= 0.8:
            return f"{first} ({bracket})"
        return ""
    if len(parts) == 2 and not places.country(parts[1].text):
        return ""
    bare = without_article(first)
    return (
        bare
        if looks_like_organisation(bare) >= (0.75 if len(tokens(bare)) > 1 else 0.4)
        and vocabulary.function_at(tokens(bare), 0) is None
        and not _function_ends(bare)
        else ""
    )


def _function_ends(text: str) -> bool:
    """Whether a function ends the text, with or without a name after it: "IOM Director General", "… Belediye Başkanı Ayşe Örnek"."""
    function = vocabulary.function_in(tokens(text))
    if function is None:
        return False
    following = text[function.span[1] :].strip(" -–:")
    return not following or looks_like_person(following) >= 0.75


def _unnamed(parts: list[Part], role: Role) -> SeatReading:
    texts = [_without_courtesy(parts[0].text), *(part.text for part in parts[1:])]
    post = posts.read(texts)
    known = vocabulary.function_in(tokens(texts[0])) is not None
    filled = Seat(
        role=role,
        state=SeatState.UNNAMED if post.position or not post.organisation else SeatState.ORGANISATION,
        position=post.position,
        organisation=post.organisation,
        place=post.place,
        country=post.country,
        also="; ".join(post.also),
    )
    return SeatReading(filled, 0.85 if known else 0.4 if post.organisation else 0.15, (0, 0))


def _named(parts: list[str]) -> _Named | None:
    parts = _without_repeated_name(parts)
    first, rest = _without_courtesy(parts[0]), parts[1:]
    if _surname_first(parts):
        return _Named(f"{parts[0]}, {parts[1]}", parts[2:], 0.75)
    score = looks_like_person(first)
    if score >= _PERSON:
        return _Named(without_letters_behind(honorific(first)[1]), rest, score)
    return _glued(first, rest) or _named_later(first, rest) or _single_word(first, rest, score)


def _without_courtesy(first: str) -> str:
    """The part without the courtesy before an office: "Frau Stadträtin Anna Muster", "M. le Maire"; "Mr King" keeps it."""
    titled, rest = honorific(first)
    bare = without_article(rest)
    function = vocabulary.function_at(tokens(bare), 0)
    if not titled or function is None or (bare == rest and function.last == len(tokens(bare))):
        return first
    return bare


def _without_repeated_name(parts: list[str]) -> list[str]:
    """A name printed twice by mistake ("Jane Doe, UN Jane Doe, Officer, UN Office") counts once."""
    name = parts[0]
    for place, part in enumerate(parts[1:], start=1):
        if len(name) > 6 and part.endswith(name) and looks_like_person(name) >= _PERSON:
            return [name, *parts[place + 1 :]]
    return parts


def _surname_first(parts: list[str]) -> bool:
    """Whether a surname and known first names open the seat: "DOE, Jane, Mayor of X"."""
    if (
        len(parts) < 2
        or not _may_be_a_surname(parts)
        or looks_like_organisation(parts[0]) >= 0.9
        or places.country(parts[1])
    ):
        return False
    return vocabulary.all_of(parts[1], "given_names", "words") and len(parts[1].split()) <= 2


def _may_be_a_surname(parts: list[str]) -> bool:
    """Capitals say so; so does a function right after the first name ("Ejemplo López, Ana. Directora …")."""
    if parts[0].isupper():
        return True
    plain = looks_like_person(parts[0]) >= 0.2 and not vocabulary.all_of(
        parts[0].split()[0], "given_names", "words"
    )
    return plain and len(parts) > 2 and vocabulary.function_at(tokens(parts[2]), 0) is not None


def _glued(first: str, rest: list[str]) -> _Named | None:
    """Name and function without a comma between them, in either order."""
    line = tokens(first)
    titled = _title_inside(first)
    if titled is not None:
        before, name = titled
        return _Named(name, [before, *rest], 0.85)
    function = vocabulary.function_in(line)
    if function is None:
        return _organisation_glued(first, rest)
    left, right = first[: function.span[0]].strip(" -–:"), first[function.span[1] :].strip(" -–:")
    name = _without_governed_place(_name_at_start(left), first[function.span[1] :], function.meaning)
    if name and not is_arabic(first):
        return _Named(
            honorific(name)[1], [(left[len(name) :] + " " + first[function.span[0] :]).strip(), *rest], 0.8
        )
    if right and looks_like_person(right) >= 0.75 and len(right.split()) > 1:
        return _Named(honorific(right)[1], [first[: function.span[1]], *rest], 0.8)
    return None


def _without_governed_place(name: str, behind: str, meaning: str) -> str:
    """The name without the city before an office that names no other: "Ayşe Örnek Çankaya Belediye Başkanı"."""
    words = name.split()
    if meaning != "governing" or len(words) < 3 or behind.strip(" ,.") or not places.is_city(words[-1]):
        return name
    return " ".join(words[:-1])


def _name_at_start(left: str) -> str:
    """The name at the beginning of what stands before a function: all of it, or all but an organisation at its end."""
    if not left:
        return ""
    if looks_like_person(left) >= 0.7:
        return left
    words = left.split()
    for last in range(len(words) - 1, 1, -1):
        name, body = " ".join(words[:last]), " ".join(words[last:])
        if looks_like_person(name) >= 0.7 and looks_like_organisation(body) >= 0.8:
            return name
    return ""


def _title_inside(first: str) -> tuple[str, str] | None:
    """A function, then a titled name: "Mayor of X Mr. John Doe", "عمدة … السيد …"."""
    line = tokens(first)
    function = vocabulary.function_at(line, 0)
    if function is None:
        return None
    for place in range(function.last, len(line) - 1):
        if vocabulary.phrases("honorifics", "words").at(line, place) is None:
            continue
        start = line[place].start
        titled, name = honorific(first[start:])
        if titled and looks_like_person(name) >= _PERSON:
            return first[:start].strip(" ,-–"), name
    return None


def _organisation_glued(first: str, rest: list[str]) -> _Named | None:
    """A name and an organisation without a comma: "Jane Doe UNITAR"."""
    words = first.split()
    for last in range(len(words) - 1, 1, -1):
        name, body = " ".join(words[:last]), " ".join(words[last:])
        if looks_like_person(name) >= 0.75 and looks_like_organisation(body) >= 0.9:
            return _Named(honorific(name)[1], [body, *rest], 0.6)
    return None


def _named_later(first: str, rest: list[str]) -> _Named | None:
    """Function or organisation first, the name after it: "Mayor of X, John Doe", "UN-Habitat, Jane Doe, Leader"."""
    opening = vocabulary.function_in(tokens(first)) is not None or looks_like_organisation(first) >= 0.5
    if not opening:
        return None
    for place, part in enumerate(rest):
        if looks_like_person(part) < _needed(first, rest, place) or places.is_city(part):
            continue
        before, after = [first, *rest[:place]], rest[place + 1 :]
        if vocabulary.function_in(tokens(first)) is None:
            before, after = [], [*after, first, *rest[:place]]
        return _Named(honorific(part)[1], [*before, *after], 0.8)
    return None


def _needed(first: str, rest: list[str], place: int) -> float:
    """How sure a name must be where a place could stand just as well: after "Mayor", before a country."""
    following = rest[place + 1] if place + 1 < len(rest) else ""
    if places.country(following):
        return 0.96 if vocabulary.function_at(tokens(first), 0) is not None else 0.9
    return 0.7 if len(tokens(first)) > 1 else 0.9


def _single_word(first: str, rest: list[str], score: float) -> _Named | None:
    """A person printed with one name, where a function follows; or a name of a shape that is not known."""
    if score > 0.1 and rest and vocabulary.function_in(tokens(rest[0])) is not None:
        return _Named(honorific(first)[1], rest, 0.5)
    known = vocabulary.function_in(tokens(first)) is not None or looks_like_organisation(first) >= 0.4
    if known or not first[:1].isupper() or len(first.split()) > 6 or not rest or places.country(first):
        return None
    follows = vocabulary.function_in(tokens(rest[0])) is not None and len(first.split()) > 1
    return _Named(first, rest, 0.4) if follows else None

"""What stands beside a name: functions, organisations, places and countries, told apart."""

from __future__ import annotations

from dataclasses import dataclass, field

from hemicycle.engines.reader import places
from hemicycle.engines.reader.lexicon import fold
from hemicycle.engines.reader.lexicon.phrases import Phrases, tokens
from hemicycle.engines.reader.people import vocabulary
from hemicycle.engines.reader.people.looks import is_arabic, looks_like_organisation


@dataclass(slots=True)
class Post:
    """The seat's fields beside the name, as they are gathered part by part."""

    position: str = ""
    organisations: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    country: str = ""
    also: list[str] = field(default_factory=list)

    @property
    def organisation(self) -> str:
        return ", ".join(dict.fromkeys(self.organisations))

    @property
    def place(self) -> str:
        return ", ".join(dict.fromkeys(self.places))

    @property
    def empty(self) -> bool:
        return not (self.position or self.organisations or self.places or self.country or self.also)


def read(parts: list[str]) -> Post:
    """The post that the parts beside a name describe, in the order in which they stand."""
    post = Post()
    parts = _joined_portfolios(_without_country(parts, post))
    for part in parts:
        _add(part, post)
    if not post.places:
        post.places = [place for organisation in post.organisations if (place := seat_of(organisation))][:1]
    return post


def _without_country(parts: list[str], post: Post) -> list[str]:
    kept = []
    for part in reversed(parts):
        code = places.country(part) if not post.country else ""
        if code:
            post.country = code
        else:
            kept.append(part)
    kept.reverse()
    if not post.country and kept:
        kept[-1] = _without_glued_country(kept[-1], post)
    return kept


def _without_glued_country(part: str, post: Post) -> str:
    """A country at the end of a part without a comma: cut off after a place, kept after "of" and after an organisation."""
    code, start = places.country_at_end(part)
    before = part[:start].rstrip(" ,-–")
    words = tokens(before)
    if not code or not words:
        return part
    if words[-1].text in vocabulary.words("functions", "of") | vocabulary.words("functions", "articles"):
        post.country = code if _speaks_for_a_country(part) and places.country_count(part) == 1 else ""
        return part
    found = vocabulary.function_in(words)
    if found is not None and found.meaning == "governing":
        post.country = code
        return before
    if seat_of(before):
        post.country = code
        return before
    return part


def _speaks_for_a_country(part: str) -> bool:
    return next(vocabulary.phrases("functions", "national").all(tokens(part)), None) is not None


def _joined_portfolios(parts: list[str]) -> list[str]:
    """Lists inside one portfolio put together again: "Advisor on X, Y and Z", "Minister of X, Y, Z and W"."""
    joined: list[str] = []
    place = 0
    while place < len(parts):
        end = _portfolio_end(parts, place)
        joined.append(", ".join(parts[place : end + 1]))
        place = end + 1
    return joined


def _portfolio_end(parts: list[str], place: int) -> int:
    if not _opens_a_list(parts[place]):
        return place
    for end in range(place + 1, min(len(parts), place + 8)):
        body = looks_like_organisation(parts[end]) >= 0.8 and end == place + 1
        if body or not _continues_a_list(parts[end]):
            return place
        if _holds(parts[end], "connectives", "and"):
            return end
    return place


def _opens_a_list(part: str) -> bool:
    line = tokens(part)
    function = vocabulary.function_in(line)
    of = vocabulary.words("functions", "of")
    if function is None:
        return looks_like_organisation(part) >= 0.8 and any(token.text in of for token in line)
    return any(token.text in of for token in line[function.last :]) or any(
        token.text in of for token in line[function.first :]
    )


def _continues_a_list(part: str) -> bool:
    line = tokens(part)
    topics = sum(token.text in vocabulary.words("topics", "words") for token in line)
    plain = vocabulary.function_at(line, 0) is None and not places.country(part)
    return plain and (topics > 0 or _holds(part, "connectives", "and"))


def _holds(part: str, section: str, key: str) -> bool:
    return next(vocabulary.phrases(section, key).all(tokens(part)), None) is not None


def _add(part: str, post: Post) -> None:
    line = tokens(part)
    if vocabulary.all_of(part, "honorifics", "after"):
        return
    function = vocabulary.function_in(line)
    if function is None or _is_only_an_organisation(part):
        known = function is not None or looks_like_organisation(part) >= 0.5
        (post.organisations if known else post.places).append(part)
        return
    if post.position:
        post.also.append(part)
        return
    one, another = _functions(part)
    post.position = _position(one, post)
    if another:
        post.also.append(another)


def _is_only_an_organisation(part: str) -> bool:
    """Whether the part is a body: "Mayor's Office for Immigration" is one; "Head of Office" and "IOM Director General" are none."""
    line = tokens(part)
    first = vocabulary.function_at(line, 0)
    if first is not None:
        return first.last < len(line) and line[first.last].text == "'" and looks_like_organisation(part) > 0
    function = vocabulary.function_in(line)
    if function is None:
        return looks_like_organisation(part) >= 0.5
    ends = function.last == len(line) or line[function.last].text in vocabulary.words("functions", "of") | {
        "'"
    }
    return not ends and looks_like_organisation(part) >= 0.8


def _functions(part: str) -> tuple[str, str]:
    """The first function of a part, and what follows the "and" that ends it: "Mayor of X and President of Y"."""
    line = tokens(part)
    ands: Phrases[str] = vocabulary.phrases("connectives", "and")
    for place in range(1, len(line) - 1):
        found = ands.at(line, place)
        if found is None or vocabulary.function_at(line, found.last) is None:
            continue
        if vocabulary.function_in(line[:place]) is not None:
            return part[: found.span[0]].strip(" ,"), part[line[found.last].start :].strip(" ,")
    return part, ""


def _position(part: str, post: Post) -> str:
    """The position in a part that holds one function; what it belongs to goes into the post."""
    line = tokens(part)
    function = vocabulary.function_in(line)
    if function is None:
        return part
    before = part[: function.span[0]].strip(" ,-–")
    if function.last == len(line):
        return _after_its_owner(part, before, function.meaning, post)
    owner = _without_modifiers(before)
    if not owner or looks_like_organisation(owner) < 0.5:
        return _before_its_owner(part, function.span[1], function.meaning, post)
    post.organisations.append(owner)
    shift = function.span[0]
    return _before_its_owner(part[shift:], function.span[1] - shift, function.meaning, post)


def _without_modifiers(before: str) -> str:
    line = tokens(before)
    while line and line[0].text in vocabulary.words("functions", "modifiers"):
        line = line[1:]
    return before[line[0].start :] if line else ""


def _after_its_owner(part: str, before: str, meaning: str, post: Post) -> str:
    """The owner stands before the function: "IOM Director General", "Çankaya Belediye Başkanı"."""
    if not before:
        return part
    likeness = looks_like_organisation(before)
    if likeness >= 0.95 or (likeness >= 0.8 and not _is_topical(before)):
        post.organisations.append(before)
        return part[len(before) :].strip(" -–")
    if meaning == "governing" and not _is_topical(before) and before[0].isupper():
        post.places.append(before)
        return part[part.index(before) + len(before) :].strip(" -–")
    return part


def _is_topical(text: str) -> bool:
    return any(token.text in vocabulary.words("topics", "words") for token in tokens(text))


def _is_a_portfolio(owner: str) -> bool:
    """Whether it is a subject: "Urban Planning" is what a councillor is for; "Tamale Metropolitan City" is where a mayor sits."""
    content = [token.text for token in tokens(owner) if len(token.text) > 3]
    topics = sum(word in vocabulary.words("topics", "words") for word in content)
    return topics * 2 > len(content) or owner[:1].islower()


def _before_its_owner(part: str, end: int, meaning: str, post: Post) -> str:
    """The owner stands after the function: "Mayor of X", "President of the Y"."""
    head, rest = part[:end].strip(), part[end:]
    of, owner = _after_of(rest)
    if not owner:
        return part.strip()
    if meaning == "governing" and (
        of in vocabulary.words("functions", "place_of") or _in_construct(of, owner)
    ):
        return _governed(part, head, owner, post)
    if of and of not in vocabulary.words("functions", "about") and is_body(owner):
        post.organisations.append(owner)
        return head
    inner = _owner_at_end(rest)
    if inner:
        post.organisations.append(inner[1])
        return (head + rest[: inner[0]]).strip(" ,")
    if not of and looks_like_organisation(owner) >= 0.8:
        post.organisations.append(owner)
        return head
    return part.strip()


def _in_construct(of: str, owner: str) -> bool:
    """Arabic ties the place to the office by nothing but its place: عمدة المثال."""
    return not of and is_arabic(owner)


def _governed(part: str, head: str, owner: str, post: Post) -> str:
    if looks_like_organisation(owner) >= 0.8:
        post.organisations.append(owner)
        return head
    if _is_a_portfolio(owner):
        return part.strip()
    post.places.append(owner)
    return head


def _after_of(rest: str) -> tuple[str, str]:
    """The word that ties a function to its owner, and the owner without an article."""
    line = tokens(rest)
    if not line:
        return "", ""
    found = vocabulary.phrases("functions", "of").at(line, 0)
    if found is None:
        return "", rest.strip(" ,-–")
    place = found.last
    while place < len(line) and (
        line[place].text in vocabulary.words("functions", "articles") or line[place].text == "'"
    ):
        place += 1
    return fold(rest[slice(*found.span)]), rest[line[place].start :].strip() if place < len(line) else ""


def is_body(owner: str) -> bool:
    """Whether a function's owner is a body of its own, and not the unit or portfolio that names the function."""
    if looks_like_organisation(owner) < 0.5:
        return False
    line = tokens(owner)
    units = vocabulary.phrases("organisations", "units")
    bodies = vocabulary.phrases("organisations", "words", "local")
    strong = next(bodies.all(line), None) is not None or any(
        token.text.isalnum() and _is_acronym(owner, token.start, token.end) for token in line
    )
    if next(units.all(line), None) is not None:
        return any(_is_acronym(owner, token.start, token.end) for token in line)
    return (strong and len(line) > 1) or looks_like_organisation(owner) >= 0.8 or "&" in owner


def _is_acronym(text: str, start: int, end: int) -> bool:
    word = text[start:end]
    return len(word) >= 2 and word.isupper() and any(letter.isalpha() for letter in word)


def _owner_at_end(rest: str) -> tuple[int, str] | None:
    """A body at the end of a portfolio: "… and Postal Services of the Belgian Federal Government"."""
    line = tokens(rest)
    for place in range(len(line) - 1, 0, -1):
        found = vocabulary.phrases("functions", "of").at(line, place)
        if found is None or found.last >= len(line):
            continue
        owner = _after_of(rest[found.span[0] :])[1]
        if is_body(owner) and not _is_topical(owner):
            return found.span[0], owner
    return None


def seat_of(organisation: str) -> str:
    """The place that a local authority's name holds: "Arua Municipal Council", "Municipality of Athens"; or nothing."""
    line = tokens(organisation)
    local = vocabulary.phrases("organisations", "local")
    found = list(local.all(line))
    if not found:
        return ""
    last = found[-1]
    if line[last.last - 1].text in vocabulary.words("functions", "of"):
        return _after_of(organisation[last.span[0] :].partition(" ")[2])[1]
    if last.last < len(line):
        of, owner = _after_of(organisation[last.span[1] :])
        named = bool(of) or (found[0].first == 0 and owner[:1] != owner[:1].lower()) or is_arabic(owner)
        return owner if named and owner and not _is_topical(owner) else ""
    before = organisation[: found[0].span[0]].strip(" ,-–")
    articles = vocabulary.words("functions", "articles")
    while before and tokens(before)[0].text in articles:
        before = before.partition(" ")[2]
    return before if before and not _is_topical(before) and before[0].isupper() else ""

"""What else is printed of two people, and whether it speaks for their being one or against."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hemicycle.engines.names import letters, organisations
from hemicycle.engines.names.titles import SMALL_WORDS
from hemicycle.engines.names.verdict import Reason

if TYPE_CHECKING:
    from hemicycle.engines.names.people import Printed


def support(one: Printed, other: Printed) -> frozenset[Reason]:
    """What two printed forms share beside the name."""
    city = _share(one.place, other.place)
    organisation = _same_organisation(one.organisation, other.organisation)
    function = _share(one.position, other.position) and bool(
        city or organisation or _names_a_place(one, other)
    )
    return frozenset(
        reason
        for reason, holds in (
            (Reason.SAME_CITY, city),
            (Reason.SAME_FUNCTION, function),
            (Reason.SAME_ORGANISATION, organisation),
        )
        if holds
    )


def against(one: Printed, other: Printed) -> bool:
    """Whether two forms of one name, alike but not equal, must be of two people.

    Other cities or countries speak against; other functions in other organisations do so within one document only,
    since people change office from one document to the next.
    """
    if support(one, other) & {Reason.SAME_FUNCTION, Reason.SAME_ORGANISATION}:
        return False
    if elsewhere(one, other):
        return True
    if one.document != other.document or _share(one.place, other.place):
        return False
    return _differ(one.position, other.position) and not _share(one.organisation, other.organisation)


def elsewhere(one: Printed, other: Printed) -> bool:
    """Whether both have a country, or failing that a city, and not the same."""
    if one.country and other.country and one.country.casefold() != other.country.casefold():
        return True
    return _differ(one.place, other.place)


def strangers(one: Printed, other: Printed) -> bool:
    """Whether two people of the very same name must be two: other countries, and nothing else in common."""
    return (
        bool(one.country and other.country)
        and one.country.casefold() != other.country.casefold()
        and not support(one, other)
    )


@lru_cache(1 << 14)
def content(description: str) -> frozenset[str]:
    """The words of a description that carry its meaning, as plain letters."""
    parted = "".join(sign if sign.isalnum() or sign in "'’" else " " for sign in description)
    plain = (letters.plain(word) for word in parted.split())
    return frozenset(word for word in plain if word and word not in SMALL_WORDS)


def _share(one: str, other: str) -> bool:
    """Whether one description says what the other says, or less."""
    first, second = sorted((content(one), content(other)), key=len)
    return bool(first) and (first <= second or _spelt_alike(first, second))


def _spelt_alike(few: frozenset[str], many: frozenset[str]) -> bool:
    rest = many - few
    return all(any(_one_slip(word, near) for near in rest) for word in few - many)


def _one_slip(one: str, other: str) -> bool:
    return min(len(one), len(other)) > 4 and letters.distance(one, other, 1) <= 1


def _differ(one: str, other: str) -> bool:
    return bool(content(one)) and bool(content(other)) and not _share(one, other)


def _same_organisation(one: str, other: str) -> bool:
    if not one or not other:
        return False
    return organisations.same(one, other).same or organisations.is_acronym_of(one, other)


def _names_a_place(one: Printed, other: Printed) -> bool:
    """Whether the function that both share says more than an office: `Mayor of Upala`, not `Mayor`."""
    return len(content(one.position) & content(other.position)) > 2

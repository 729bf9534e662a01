"""People whom a title or a line joins with a small "with"."""

from __future__ import annotations

from hemicycle.engines.formats.programme import Role
from hemicycle.engines.reader import cues, people
from hemicycle.engines.reader.lexicon import Form


def people_with(text: str) -> str:
    """The people after a small "with": "met burgemeester Jan Voorbeeld en Ann Muster"; nothing when it joins no people."""
    word, _, rest = text.partition(" ")
    found = cues.role(f"{word}: {rest}") if word.islower() and rest and ":" not in rest[:40] else None
    if found is None or found.form is not Form.PREFIX or found.span[1] != len(word):
        return ""
    seats = [reading.seat for reading in people.seats(rest.partition(";")[0], role=Role.SPEAKER)]
    named = [
        seat for seat in seats if len(seat.name.split()) > 1 and people.looks_like_person(seat.name) >= 0.7
    ]
    told = len(named) > 1 or any(seat.position or seat.organisation or seat.place for seat in named)
    return rest if named and seats[0] is named[0] and told else ""

"""People as programmes print them: who sits where, as what, for whom, from where."""

from hemicycle.engines.reader.people.looks import looks_like_organisation, looks_like_person
from hemicycle.engines.reader.people.prose import in_prose
from hemicycle.engines.reader.people.reading import ProseSeat, SeatReading
from hemicycle.engines.reader.people.several import seats
from hemicycle.engines.reader.people.single import seat

__all__ = [
    "ProseSeat",
    "SeatReading",
    "in_prose",
    "looks_like_organisation",
    "looks_like_person",
    "seat",
    "seats",
]

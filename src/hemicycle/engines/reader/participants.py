"""The people of a programme: seats joined to persons where printed names are one person's."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from hemicycle.engines import names
from hemicycle.engines.formats.programme import Person, Seat
from hemicycle.engines.reader.keys import Keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemicycle.engines.reader.evidence import Ledger
    from hemicycle.engines.reader.outline.drafts import Draft, Seated


class Participants:
    """Every named person, and the seats of each session with their person's key."""

    def __init__(self, drafts: Sequence[Draft], ledger: Ledger) -> None:
        self._keys: dict[int, str] = {}
        seated = [seat for draft in drafts for seat in draft.seats if seat.seat.name]
        groups = names.join([_printed(each.seat) for each in seated])
        free = Keys()
        self.people = tuple(
            self._person([seated[index] for index in group], free, ledger) for group in groups
        )

    def seats(self, draft: Draft) -> tuple[Seat, ...]:
        return tuple(self._seat(each) for each in draft.seats)

    def _seat(self, seated: Seated) -> Seat:
        key = self._keys.get(id(seated))
        return replace(seated.seat, person=key) if key else seated.seat

    def _person(self, seats: list[Seated], free: Keys, ledger: Ledger) -> Person:
        forms = Counter(each.seat.name for each in seats)
        name = max(forms, key=lambda form: (len(form.split()), forms[form], len(form)))
        key = free.key(name, f"person {name}")
        for each in seats:
            self._keys[id(each)] = key
        ledger.note(f"people/{key}", *(each.said for each in seats))
        return Person(key, name, tuple(form for form in forms if form != name))


def _printed(seat: Seat) -> names.Printed:
    return names.Printed(
        name=seat.name,
        position=seat.position,
        organisation=seat.organisation,
        place=seat.place,
        country=seat.country,
    )

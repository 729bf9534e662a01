"""The rooms of a programme: printed names joined where they are spellings of one, with what is said of each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hemicycle.engines import names
from hemicycle.engines.formats.programme import Room
from hemicycle.engines.reader.keys import Keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemicycle.engines.reader.evidence import Ledger
    from hemicycle.engines.reader.outline.drafts import Draft, Place


class Venue:
    """Every room that sessions name, found again by its printed name."""

    def __init__(self, drafts: Sequence[Draft], ledger: Ledger) -> None:
        places = [draft.place for draft in drafts if draft.place is not None]
        self._free = Keys()
        self._keys: dict[str, str] = {}
        self._languages: dict[str, tuple[str, ...]] = {}
        self.rooms = tuple(self._room(group, ledger) for group in _groups(places))

    def key(self, place: Place | None) -> str | None:
        return None if place is None else self._keys[place.name]

    def languages(self, place: Place | None) -> tuple[str, ...]:
        """The languages of a room: what is printed at this place, else what is printed of the room elsewhere."""
        if place is None:
            return ()
        return place.languages or self._languages[self._keys[place.name]]

    def _room(self, places: list[Place], ledger: Ledger) -> Room:
        spellings = Counter(place.name for place in places)
        name = next(iter(spellings))
        key = self._free.key(name, f"room {name}")
        for spelling in spellings:
            self._keys[spelling] = key
        printed = dict.fromkeys(language for place in places for language in place.languages)
        self._languages[key] = tuple(printed)
        ledger.note(f"rooms/{key}", *(place.said for place in places))
        return Room(
            key=key,
            name=name,
            also=tuple(spelling for spelling in spellings if spelling != name),
            languages=tuple(printed),
            capacity=next((place.capacity for place in places if place.capacity), None),
            off_site=any(place.off_site for place in places),
            note=next((place.note for place in places if place.note), ""),
        )


def _groups(places: Sequence[Place]) -> list[list[Place]]:
    spellings = list(dict.fromkeys(place.name for place in places))
    groups = names.rooms.join(spellings)
    of_spelling = {spellings[index]: number for number, group in enumerate(groups) for index in group}
    grouped: list[list[Place]] = [[] for _ in groups]
    for place in places:
        grouped[of_spelling[place.name]].append(place)
    return grouped

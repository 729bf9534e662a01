"""Each change of a programme as one sentence that an organiser would send."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats.programme import Kind
from hemicycle.kit import dates
from hemicycle.kit.lists import joined
from hemicycle.programme.document.differences import Change, Changes, Difference
from hemicycle.programme.wording import vocabulary
from hemicycle.programme.wording.telling import (
    Side,
    at,
    at_the_table,
    day_of,
    function,
    moment,
    part,
    quoted,
    somebody,
    times,
    tongues,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from hemicycle.kit.words import Words


class Sentences:
    """The sentences for the changes between two versions, in one language."""

    def __init__(self, changes: Changes, words: Words) -> None:
        self.words = words
        self.old = Side(changes.old, words)
        self.new = Side(changes.new, words)

    def sentence(self, one: Difference) -> str:
        return self._say[one.kind](one)

    @cached_property
    def _say(self) -> Mapping[Change, Callable[[Difference], str]]:
        return {
            Change.PROGRAMME: self.programme,
            Change.MOVED: self.moved,
            Change.SPLIT: self.split,
            Change.MERGED: self.merged,
            Change.ADDED: self.added,
            Change.REMOVED: self.removed,
            Change.RETITLED: self.retitled,
            Change.ROOM: self.room,
            Change.SEAT_NAMED: self.seat_named,
            Change.SEAT_ADDED: self.seat_added,
            Change.SEAT_REMOVED: self.seat_removed,
            Change.SEAT_MOVED: self.seat_moved,
            Change.PERSON_RENAMED: self.person_renamed,
            Change.LANGUAGES: self.languages,
            Change.ORGANISERS: self.organisers,
            Change.REKINDED: self.rekinded,
            Change.RENUMBERED: self.renumbered,
            Change.QUESTIONS: self.questions,
            Change.TEXT: self.text,
            Change.ROOM_ADDED: self.room_added,
            Change.ROOM_REMOVED: self.room_removed,
        }

    def _named(self, one: Difference) -> str:
        return self.new.named(one.new[0]) if one.new else self.old.named(one.old[0])

    def programme(self, one: Difference, without: Collection[str] = ()) -> str:
        """Every field that changed, each in a sentence of its own."""
        words = self.words
        said = {
            "title": words.gettext("The title is now {after}; it was {before}."),
            "theme": words.gettext("The theme is now {after}; it was {before}."),
            "place": words.gettext("The place is now {after}; it was {before}."),
            "status": words.gettext("The status is now {after}; it was {before}."),
            "as_of": words.gettext("The programme is now of {after}; it was of {before}."),
            "timezone": words.gettext("Times are now in {after}; they were in {before}."),
            "days": words.gettext("The days are now {after}; they were {before}."),
            "labels": words.gettext("The days are now called {after}; they were called {before}."),
            "language": words.gettext("The programme is now in {after}; it was in {before}."),
        }
        return " ".join(
            said[name].format(
                before=self._face(name, one.before[name]), after=self._face(name, one.after[name])
            )
            for name in said
            if name in one.after and name not in without
        )

    def _face(self, name: str, value: Any) -> str:
        nothing = self.words.pgettext("value that was not given", "not given")
        if not value:
            return nothing
        if name in {"title", "theme"}:
            told = self.new.text(value)
            return quoted(told, self.words) if told else nothing
        if name == "labels":
            return joined((quoted(label, self.words) for label in value if label), self.words) or nothing
        return self._plainly(name, value)

    def _plainly(self, name: str, value: Any) -> str:
        if name == "days":
            days = (dates.day(date.fromisoformat(day), self.words, "long") for day in value)
            return joined(days, self.words)
        if name == "as_of":
            return dates.day(date.fromisoformat(value), self.words)
        if name == "language":
            return tongues([value], self.words)
        return dates.zone(value, self.words) if name == "timezone" else str(value)

    def moved(self, one: Difference) -> str:
        words, before, after = self.words, one.before, one.after
        title = self.new.title(one.new[0])
        was, now = moment(before, words), moment(after, words)
        if not now:
            return words.gettext("{title} no longer has a time; it was {before}.").format(
                title=title, before=was
            )
        if not was:
            return words.gettext("{title} now has its time: {after}.").format(title=title, after=now)
        day = day_of(after)
        if day is None or day_of(before) != day:
            said = words.gettext("{title} moves from {before} to {after}.")
            return said.format(title=title, before=was, after=now)
        told = {"title": title, "day": dates.day(day, words, "long")}
        ends = at(before["ends"]), at(after["ends"])
        if _wall(before["starts"]) == _wall(after["starts"]) and ends[0] and ends[1]:
            said = words.gettext("{title} on {day} now ends at {after} instead of {before}.")
            return said.format(**told, before=dates.clock(ends[0]), after=dates.clock(ends[1]))
        said = words.gettext("{title} on {day} is now at {after} instead of {before}.")
        return said.format(**told, before=times(before, words), after=times(after, words))

    def split(self, one: Difference) -> str:
        parts = joined((self.new.placed(key) for key in one.new), self.words)
        said = self.words.gettext("{title} is divided: it becomes {parts}.")
        return said.format(title=self.old.placed(one.old[0]), parts=parts)

    def merged(self, one: Difference) -> str:
        said = self.words.gettext("{parts} are put together and become {title}.")
        parts = joined((self.old.placed(key) for key in one.old), self.words)
        return said.format(title=self.new.placed(one.new[0]), parts=parts)

    def added(self, one: Difference) -> str:
        return self.words.gettext("New: {session}.").format(session=self.new.placed(one.new[0]))

    def removed(self, one: Difference) -> str:
        said = self.words.gettext("No longer in the programme: {session}.")
        return said.format(session=self.old.placed(one.old[0]))

    def retitled(self, one: Difference) -> str:
        words, before, after = self.words, self.old, self.new
        told = {"before": before.named(one.old[0]), "after": after.named(one.new[0])}
        if not before.text(one.before["title"]):
            return words.gettext("{after} now has its title.").format(**told)
        if not after.text(one.after["title"]):
            return words.gettext("{before} no longer has a title.").format(**told)
        return words.gettext("{before} is now called {after}.").format(**told)

    def room(self, one: Difference) -> str:
        if not one.new:
            return self._room_itself(one)
        words, title, before, after = self.words, self._named(one), one.before["room"], one.after["room"]
        if not before:
            return words.gettext("{title} takes place in: {room}.").format(title=title, room=after)
        if not after:
            return words.gettext("{title} no longer has a room; it was {room}.").format(
                title=title, room=before
            )
        said = words.gettext("{title} changes its room from {before} to {after}.")
        return said.format(title=title, before=before, after=after)

    def _room_itself(self, one: Difference) -> str:
        """A room that is printed otherwise: its name, then what is said of it."""
        words, said = self.words, []
        if one.before["room"] != one.after["room"]:
            renamed = words.gettext("{before} is now printed as {after}.")
            said.append(renamed.format(before=one.before["room"], after=one.after["room"]))
        if len(one.after) > 1:
            said.append(self._so_far(one.after["room"], self._of_room(one.before), self._of_room(one.after)))
        return " ".join(said)

    def _of_room(self, facts: Mapping[str, Any]) -> str:
        words = self.words
        told = [facts.get("note", ""), tongues(facts.get("languages", ()), words)]
        if facts.get("capacity") is not None:
            number = facts["capacity"]
            told.append(words.ngettext("{number} seat", "{number} seats", number).format(number=number))
        if "off_site" in facts:
            told.append(words.gettext("off the site") if facts["off_site"] else words.gettext("on the site"))
        return joined((part for part in told if part), words)

    def _so_far(self, name: str, before: str, after: str) -> str:
        nothing = self.words.pgettext("value that was not given", "not given")
        said = self.words.gettext("{name}: {after}; so far {before}.")
        return said.format(name=name, before=before or nothing, after=after or nothing)

    def filled(self, one: Difference) -> str:
        """The people who took open seats, each with what stood there before."""
        before, after = one.before["seats"], one.after["seats"]
        called = [self._in_place_of(*pair) for pair in zip(before, after, strict=True)]
        return at_the_table(after, self.words, called)

    def seat_named(self, one: Difference) -> str:
        said = self.words.gettext("Open seats of {title} are filled – {seats}.")
        return said.format(title=self._named(one), seats=self.filled(one))

    def seat_added(self, one: Difference) -> str:
        said = self.words.gettext("New at the table of {title} – {seats}.")
        return said.format(title=self._named(one), seats=at_the_table(one.after["seats"], self.words))

    def seat_removed(self, one: Difference) -> str:
        """The seats that are open again come first, then those that are no more."""
        again = one.after.get("seats", ())
        said = self.words.gettext("No longer at the table of {title} – {seats}.")
        told = said.format(title=self._named(one), seats=at_the_table(one.before["seats"], self.words))
        return f"{told} {self._open_again(len(again))}".rstrip()

    def _in_place_of(self, opening: Mapping[str, Any], seat: Mapping[str, Any]) -> str:
        waited, unknown = somebody(opening, self.words), self.words.gettext("to be confirmed")
        if waited == unknown:
            return str(seat["name"])
        said = self.words.pgettext("person on a seat that stood open", "{name} (so far “{opening}”)")
        return said.format(name=seat["name"], opening=waited)

    def _open_again(self, number: int) -> str:
        said = self.words.ngettext("{number} seat is open again.", "{number} seats are open again.", number)
        return said.format(number=number) if number else ""

    def seat_moved(self, one: Difference) -> str:
        pairs = zip(one.before["seats"], one.after["seats"], strict=True)
        return " ".join(self.changed_seat(before, after) for before, after in pairs)

    def changed_seat(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
        said = self.words.gettext("{name}: {after}, {role}; so far {before}, {was}.")
        return said.format(
            name=after["name"],
            before=self.old.placed(before["session"]),
            after=self.new.placed(after["session"]),
            was=part(before["role"], self.words),
            role=part(after["role"], self.words),
        )

    def person_renamed(self, one: Difference) -> str:
        said = []
        if one.before["name"] != one.after["name"]:
            renamed = self.words.gettext("{before} is now printed as {after}.")
            said.append(renamed.format(before=one.before["name"], after=one.after["name"]))
        if "functions" in one.after:
            before, after = (self._functions(side["functions"]) for side in (one.before, one.after))
            said.append(self._so_far(one.after["name"], before, after))
        return " ".join(said)

    def _functions(self, held: Iterable[Mapping[str, str]]) -> str:
        """Each as its parts; the country where nothing else is said."""
        return joined((function(one, self.words) for one in held), self.words)

    def languages(self, one: Difference) -> str:
        words, before, after = self.words, one.before["languages"], one.after["languages"]
        told = {"title": self._named(one), "before": tongues(before, words), "after": tongues(after, words)}
        if not before:
            return words.gettext("{title} is held in {after}.").format(**told)
        if not after:
            return words.gettext("{title} no longer names its languages; they were {before}.").format(**told)
        return words.gettext("{title} is now held in {after}; it was {before}.").format(**told)

    def organisers(self, one: Difference) -> str:
        words = self.words
        before, after = (joined(side["organisers"], words) for side in (one.before, one.after))
        told = {"title": self._named(one), "before": before, "after": after}
        if not before:
            return words.gettext("{title} is organised by {after}.").format(**told)
        if not after:
            return words.gettext("{title} no longer names its organisers; they were {before}.").format(**told)
        return words.gettext("{title} is now organised by {after}; it was {before}.").format(**told)

    def rekinded(self, one: Difference) -> str:
        before, after = (vocabulary.kind(Kind(side["kind"]), self.words) for side in (one.before, one.after))
        said = self.words.gettext("{title} changes its kind from {before} to {after}.")
        return said.format(title=self._named(one), before=before, after=after)

    def renumbered(self, one: Difference) -> str:
        words, before, after = self.words, one.before["number"], one.after["number"]
        told = {"title": self._named(one), "before": before, "after": after}
        if not before:
            return words.gettext("{title} has the number {after}.").format(**told)
        if not after:
            return words.gettext("{title} no longer has the number {before}.").format(**told)
        return words.gettext("{title} changes its number from {before} to {after}.").format(**told)

    def questions(self, one: Difference) -> str:
        words, title = self.words, self._named(one)
        gone, come = len(one.before["questions"]), len(one.after["questions"])
        said = []
        if come:
            more = words.ngettext(
                "{title} has {number} new question.", "{title} has {number} new questions.", come
            )
            said.append(more.format(title=title, number=come))
        if gone:
            less = words.ngettext(
                "{number} question of {title} is gone.", "{number} questions of {title} are gone.", gone
            )
            said.append(less.format(title=title, number=gone))
        return " ".join(said)

    def text(self, one: Difference) -> str:
        """What changed in the description, the parts and the admission, each in a sentence."""
        words, title = self.words, self._named(one)
        said = {
            "abstract": self._described(one).format(title=title),
            "items": self._parts(one),
            "access": words.gettext("Who may attend {title} has changed.").format(title=title),
            "theme": self._so_far(title, one.before.get("theme", ""), one.after.get("theme", "")),
            "group": self._so_far(title, self._group(one.before), self._group(one.after)),
        }
        return " ".join(said[name] for name in said if name in one.after)

    def _group(self, side: Mapping[str, Any]) -> str:
        told = self.new.text(side.get("group", {}))
        return quoted(told, self.words) if told else ""

    def _described(self, one: Difference) -> str:
        before, after = one.before.get("abstract"), one.after.get("abstract")
        if not before:
            return self.words.gettext("{title} now has a description.")
        if not after:
            return self.words.gettext("{title} no longer has a description.")
        return self.words.gettext("The description of {title} has changed.")

    def _parts(self, one: Difference) -> str:
        before, after = (
            joined((quoted(self.new.text(part), self.words) for part in side.get("items", ())), self.words)
            for side in (one.before, one.after)
        )
        told = {"title": self._named(one), "before": before, "after": after}
        if not before:
            said = self.words.gettext("New in {title}: {after}.")
        elif not after:
            said = self.words.gettext("No longer in {title}: {before}.")
        else:
            said = self.words.gettext("In {title}, now: {after}; so far: {before}.")
        return said.format(**told)

    def room_added(self, one: Difference) -> str:
        return self.words.gettext("The room {room} is new.").format(room=one.after["room"])

    def room_removed(self, one: Difference) -> str:
        return self.words.gettext("The room {room} is no longer used.").format(room=one.before["room"])


def _wall(value: str | None) -> datetime | None:
    moment = at(value)
    return moment.replace(tzinfo=None) if moment else None

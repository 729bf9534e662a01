"""Demands of the planner as sentences, in the language that is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hemicycle.engines.scheduling.problem import Rule
from hemicycle.kit import dates, languages
from hemicycle.kit.lists import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hemicycle.engines.scheduling.plan import Demand, Placement, Way
    from hemicycle.engines.scheduling.problem import Problem
    from hemicycle.kit.words import Words


@dataclass(frozen=True)
class Telling:
    """One problem, in words; `names` are those of sessions, rooms, people and resources, where they are not their keys."""

    problem: Problem
    words: Words
    names: Mapping[str, str] = field(default_factory=dict)

    def demand(self, demand: Demand) -> str:
        """What was asked for, as one sentence."""
        tell = _RULES.get(demand.rule, _placed)
        return tell(self, demand)

    def way(self, way: Way) -> str:
        """What giving the demand up would allow, as one sentence."""
        if way.possible is None:
            return self.words.gettext(
                "Whether there is a plan without this was not found out in the time given."
            )
        if not way.possible:
            return self.words.gettext("Even without this there is no plan: something else stands in the way.")
        if not way.placements:
            return self.words.gettext("Without this there is a plan.")
        places = joined((self.placement(placed) for placed in way.placements), self.words)
        return self.words.gettext("Without this there is a plan, for example: {places}.").format(
            places=places
        )

    def placement(self, placed: Placement) -> str:
        """`“Opening”, Thursday 16 November, 09:00–10:30, Auditorium`."""
        return self.words.pgettext("a placed session", "{session}, {time}, {room}").format(
            session=self.session(placed.session), time=self.time(placed.slot), room=self.name(placed.room)
        )

    def name(self, key: str) -> str:
        return self.names.get(key, key)

    def session(self, key: str) -> str:
        return self.words.pgettext("title of a session", "“{title}”").format(title=self.name(key))

    def sessions(self, keys: Iterable[str]) -> str:
        return joined((self.session(key) for key in keys), self.words)

    def time(self, slot: str) -> str:
        known = self.problem.slot.get(slot)
        return dates.moment(known.starts, known.ends, self.words, "long") if known else slot

    def times(self, slots: Iterable[str]) -> str:
        return joined((self.time(slot) for slot in slots), self.words)


def _placed(told: Telling, demand: Demand) -> str:
    return told.words.gettext("{sessions}: each needs one slot and one room of the problem.").format(
        sessions=told.sessions(demand.sessions)
    )


def _length(told: Telling, demand: Demand) -> str:
    minutes = told.problem.session[demand.sessions[0]].minutes
    return told.words.ngettext(
        "{session} needs a slot of {minutes} minute.", "{session} needs a slot of {minutes} minutes.", minutes
    ).format(session=told.session(demand.sessions[0]), minutes=minutes)


def _open(told: Telling, demand: Demand) -> str:
    slots = demand.facts.get("slots") or [demand.facts["slot"]]
    return told.words.gettext("{room} is closed at these times: {times}.").format(
        room=told.name(demand.facts["room"]), times=told.times(slots)
    )


def _capacity(told: Telling, demand: Demand) -> str:
    expected = told.problem.session[demand.sessions[0]].expected
    return told.words.ngettext(
        "{session} needs a room for {expected} person.",
        "{session} needs a room for {expected} people.",
        expected,
    ).format(session=told.session(demand.sessions[0]), expected=expected)


def _equipment(told: Telling, demand: Demand) -> str:
    needs = sorted(told.problem.session[demand.sessions[0]].needs)
    return told.words.gettext("{session} needs a room with {equipment}.").format(
        session=told.session(demand.sessions[0]), equipment=joined(map(told.name, needs), told.words)
    )


def _languages(told: Telling, demand: Demand) -> str:
    wanted = sorted(told.problem.session[demand.sessions[0]].languages)
    named = joined((languages.name(tag, told.words) for tag in wanted), told.words)
    return told.words.gettext("{session} needs a room with these languages: {languages}.").format(
        session=told.session(demand.sessions[0]), languages=named
    )


def _fixed(told: Telling, demand: Demand) -> str:
    session = told.problem.session[demand.sessions[0]]
    where = "" if session.fixed_room is None else told.name(session.fixed_room)
    when = "" if session.fixed_slot is None else told.time(session.fixed_slot)
    if when and where:
        sentence = told.words.gettext("{session} is fixed: {when}, {where}.")
    elif when:
        sentence = told.words.gettext("The time of {session} is fixed: {when}.")
    else:
        sentence = told.words.gettext("The room of {session} is fixed: {where}.")
    return sentence.format(session=told.session(session.key), when=when, where=where)


def _away(told: Telling, demand: Demand) -> str:
    slots = demand.facts.get("slots") or [demand.facts["slot"]]
    return told.words.gettext("{person} is needed in {session} and is away at these times: {times}.").format(
        person=told.name(demand.facts["person"]),
        session=told.session(demand.sessions[0]),
        times=told.times(slots),
    )


def _room(told: Telling, demand: Demand) -> str:
    room = told.name(demand.facts["room"])
    if len(demand.sessions) == 2:
        return told.words.gettext("{sessions} cannot both be in {room} at the same time.").format(
            sessions=told.sessions(demand.sessions), room=room
        )
    return told.words.gettext("{room} holds one session at a time.").format(room=room)


def _person(told: Telling, demand: Demand) -> str:
    return told.words.gettext("{person} is needed in {sessions}, and can be in one place at a time.").format(
        person=told.name(demand.facts["person"]), sessions=told.sessions(demand.sessions)
    )


def _walking(told: Telling, demand: Demand) -> str:
    return told.words.gettext(
        "Between {sessions}, {person} needs the time to walk from room to room."
    ).format(person=told.name(demand.facts["person"]), sessions=told.sessions(demand.sessions))


def _resource(told: Telling, demand: Demand) -> str:
    there = told.problem.resources.get(demand.facts["resource"], 0)
    return told.words.gettext(
        "{sessions} take {resource}, of which there is {there} at any one time."
    ).format(
        sessions=told.sessions(demand.sessions), resource=told.name(demand.facts["resource"]), there=there
    )


def _official(told: Telling, demand: Demand) -> str:
    return told.words.gettext("{session} is official: nothing else takes place at the same time.").format(
        session=told.session(demand.sessions[0])
    )


def _before(told: Telling, demand: Demand) -> str:
    return told.words.gettext("{first} ends before {then} starts.").format(**_two(told, demand))


def _next_to(told: Telling, demand: Demand) -> str:
    return told.words.gettext("{then} follows directly after {first}, on the same day.").format(
        **_two(told, demand)
    )


def _inside(told: Telling, demand: Demand) -> str:
    return told.words.gettext("{then} takes place during {first}.").format(**_two(told, demand))


def _two(told: Telling, demand: Demand) -> dict[str, str]:
    return {"first": told.session(demand.sessions[0]), "then": told.session(demand.sessions[1])}


def _apart(told: Telling, demand: Demand) -> str:
    return told.words.gettext("{sessions} are not at the same time.").format(
        sessions=told.sessions(demand.sessions)
    )


def _parallel(told: Telling, demand: Demand) -> str:
    return told.words.gettext("{sessions} start together.").format(sessions=told.sessions(demand.sessions))


def _same_room(told: Telling, demand: Demand) -> str:
    return told.words.gettext("{sessions} are in the same room.").format(
        sessions=told.sessions(demand.sessions)
    )


_RULES: dict[str, Callable[[Telling, Demand], str]] = {
    Rule.APART: _apart,
    Rule.AWAY: _away,
    Rule.BEFORE: _before,
    Rule.CAPACITY: _capacity,
    Rule.EQUIPMENT: _equipment,
    Rule.FIXED: _fixed,
    Rule.INSIDE: _inside,
    Rule.LANGUAGES: _languages,
    Rule.LENGTH: _length,
    Rule.NEXT_TO: _next_to,
    Rule.OFFICIAL: _official,
    Rule.OPEN: _open,
    Rule.PARALLEL: _parallel,
    Rule.PERSON: _person,
    Rule.RESOURCE: _resource,
    Rule.ROOM: _room,
    Rule.SAME_ROOM: _same_room,
    Rule.WALKING: _walking,
}

"""The steps of a session's reading that seat people."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import PAUSES, Role
from hemicycle.engines.reader import company, cues, people, sentences
from hemicycle.engines.reader.blocks import Block, Duty, prose
from hemicycle.engines.reader.lexicon import Form
from hemicycle.engines.reader.outline import seating, splitting
from hemicycle.engines.reader.outline.drafts import FAIR, GUESSED, SURE
from hemicycle.engines.reader.outline.sitting import Sitting, said

if TYPE_CHECKING:
    from hemicycle.engines.reader.lexicon import RoleMatch

_LONGEST_PERSON = 160
_TITLED = frozenset({Role.KEYNOTE, Role.WELCOME, Role.PRESENTER, Role.SPEAKER})
_NAMES_A_SESSION = _TITLED | {Role.INTRODUCED_BY, Role.RAPPORTEUR, Role.DISCUSSANT}
_LISTED = frozenset({Role.SPEAKER, Role.PANELLIST, Role.DISCUSSANT, Role.PRESENTER})
_PLURAL = re.compile(r"(?i)(?:s|innen|leri|ları|lar|ler|ون|ين)\)?\W*$")


class PeopleSteps(Sitting):
    """Knows people by their label, by their looks, and behind a title."""

    def _people_label(self, block: Block, following: Block | None) -> bool:
        found = cues.role(block.text) or self._with(block)
        if found is None or (found.form is Form.SUFFIX and not self._names(block.text[: found.span[0]])):
            return False
        if found.form is Form.PREFIX and self._titles_itself(block, found):
            return False
        if found.form is Form.ALONE:
            return self._role_alone(block, found, following)
        if found.form is Form.SUFFIX:
            person = block.text[: found.span[0]].rstrip(" ,(–—-")
            self._seats(block.having(person), found.role, SURE, whole=block.text)
            return True
        return self._role_before_people(block, found, following)

    def _role_before_people(self, block: Block, found: RoleMatch, following: Block | None) -> bool:
        if not self._titles_a_part(block, found, following):
            return self._role_prefix(block, found)
        if self._settled:
            self._open_part(block)
        return self._settled

    def _with(self, block: Block) -> RoleMatch | None:
        """A label of people that has lost its colon: "with Maria Lopez (City of Madrid)"."""
        first, _, rest = block.text.partition(" ")
        together = company.people_with(block.text)
        found = cues.role(f"{first}: {rest}") if self._settled and rest and not block.prose else None
        if (
            found is None
            or found.form is not Form.PREFIX
            or found.span[1] != len(first)
            or not (self._names(rest) or together)
        ):
            return None
        return replace(found, rest=len(first) + 1)

    def _titles_a_part(self, block: Block, found: RoleMatch, following: Block | None) -> bool:
        """Whether "Keynote remarks by institutional partners" is a title: the partners are listed under it."""
        if following is None or not self._names(following.text) or following.loud:
            return False
        rest = block.text[found.rest :].strip()
        return found.role in _TITLED and not self._names(rest) and not cues.placeholder(rest)

    def _titles_itself(self, block: Block, found: RoleMatch) -> bool:
        """Whether the label is part of a title, as in "Panel: Cities and climate", and names nobody."""
        if self._settled or cues.kind_of(block.text) is None:
            return False
        rest = block.text[found.rest :].strip()
        return not self._names(rest) and not cues.placeholder(rest) and not seating.people_in(rest)

    def _role_alone(self, block: Block, found: RoleMatch, following: Block | None) -> bool:
        colon = bool(re.search(r"[:：]\W*$", block.text))
        titled = not self.draft.title and not self.fallback
        if titled and not colon and (found.titled or cues.kind_of(block.text)):
            return False
        if found.titled and not (colon and not titled and not block.loud) and following is not None:
            self._open_part(block)
            return True
        self.role, self.listing, self.part = found.role, None, None
        self.draft.labels.append((f"seats/{found.role}", said(block, confidence=SURE)))
        return True

    def _role_prefix(self, block: Block, found: RoleMatch) -> bool:
        rest = block.text[found.rest :].strip()
        if found.titled and not self._names(rest) and not cues.placeholder(rest):
            return False
        by_phrase = not re.search(r"[:：]", block.text[: found.rest])
        if by_phrase and prose(rest) and not seating.several(rest):
            return False
        self.part = self.part if by_phrase else None
        self.listing = None
        if not self._settled and block.heads:
            self._title_of_role(block, found)
        self._seats(block.having(rest), found.role, SURE, whole=block.text)
        self.role = (
            found.role if not by_phrase and _goes_on(found.role, block.text[slice(*found.span)]) else None
        )
        return True

    def _title_of_role(self, block: Block, found: RoleMatch) -> None:
        """Behind a time and without another title, "Welcome by the mayor" is called "Welcome"."""
        words = block.text[slice(*found.span)].strip()
        if sentences.is_by(words.rpartition(" ")[2]):
            words = words.rpartition(" ")[0]
        if found.role in _NAMES_A_SESSION and words and not words[0].islower():
            self.draft.title.append(said(block, words, GUESSED))
            kind = cues.kind_of(words)
            if kind is not None and self.draft.kind is None:
                self.draft.kind, self.draft.kind_said = kind[0], said(block, words, GUESSED)

    def _seat(self, block: Block, following: Block | None) -> bool:
        """A person, or words in a person's place, where no label announced one."""
        if self._settled and self._talk(block):
            return True
        if block.prose or (block.lead and not block.bullet) or not self._names(block.text):
            return self._placeholder(block) or self._function_after_people(block)
        if block.loud and not re.search(r"[,(–—]", block.text) and not self._settled:
            return False
        if self._settled and self._part_with_label(block):
            return True
        if not self._settled and splitting.person_and_title(block.text):
            return False
        first, _, rest = block.text.partition(" ")
        by = sentences.is_by(first) and self._names(rest)
        self._seats(block.having(rest) if by else block, self._role_here(), FAIR, alone=True)
        return True

    def _talk(self, block: Block) -> bool:
        """A person and the quoted title of a talk: "Leïla Exemple (Université de Sfax), « Ce que disent les quais »"."""
        person, title = seating.with_quotation(block.text)
        if not title or block.loud or len(person) > _LONGEST_PERSON or not seating.all_people(person):
            return False
        self.part = None
        self._seats(block, self._role_here(), FAIR)
        return True

    def _part_with_label(self, block: Block) -> bool:
        """An item and its person with a colon between: "Lead-in: Paolo Finto, Mayor of Turin"."""
        return ": " in block.text[:60] and self._part_with_person(block)

    def _function_after_people(self, block: Block) -> bool:
        """A function without a name, right after people: "Representative of the Federal Government"."""
        if self.last is None or not self.draft.seats or block.prose or block.loud:
            return False
        if self.draft.seats[-1].said.lines != self.last.numbers or not cues.function(block.text):
            return False
        self._seats(block, self._role_here(), GUESSED, alone=True)
        return True

    def _explains_a_mark(self, block: Block) -> bool:
        """Whether a line such as "* to be confirmed" explains the asterisk of people above it, and is no seat."""
        bracketed = block.text[:3] in {"(*)", "(†)"}
        mark = block.text[:1] if not block.bullet else block.bullet
        known = any(mark in seated.said.text for seated in self.draft.seats)
        apart = not block.tight and not self.draft.seats and len(block.text.split()) > 1
        if not bracketed and (mark not in {"*", "†"} or not (known or apart)):
            return False
        self.draft.labels.append(("seats/marks", said(block)))
        return True

    def _placeholder(self, block: Block) -> bool:
        found = cues.placeholder(block.text)
        if not found or not self._settled or self.draft.kind in PAUSES:
            return False
        if self._explains_a_mark(block):
            return True
        self._seats(block, self._role_here(), GUESSED)
        return True

    def _part_title(self, block: Block, following: Block | None) -> bool:
        """A plain short line right before a person is the title of what that person does."""
        if not block.prose and self._settled and self._part_with_person(block):
            return True
        if block.prose or following is None or following.rule or following.duty is not Duty.ANY:
            return False
        names = self._names(following.text) and not following.loud
        if not names or sentences.is_question(block.text) or block.text.endswith((".", ";", ",")):
            return False
        self._open_part(block)
        return True

    def _part_with_person(self, block: Block) -> bool:
        """An item with its person in one line: "Presentation of the report by Dr Lars Winter, OECD"."""
        cut = splitting.with_person(block.text)
        if cut is None or (self.draft.abstract and not block.bullet) or len(cut[0]) > 160:
            return False
        self._open_part(block.having(cut[0].rstrip(" ,;–—-")))
        tail = block.having(cut[1])
        if not self._tail_people(tail):
            self._seats(tail, self._role_here(), FAIR, alone=True)
        self.part = None
        return True

    def _tail_people(self, block: Block) -> bool:
        together = company.people_with(block.text)
        if together:
            self._seats(block.having(together), Role.SPEAKER, FAIR, whole=block.text)
            return True
        found = cues.role(block.text)
        return found is not None and found.form is not Form.ALONE and self._people_label(block, None)

    def _tail_name(self, block: Block) -> bool:
        if len(block.text.split()) not in {2, 3, 4} or people.looks_like_person(block.text) < 0.75:
            return False
        self._seats(block, self._role_here(), FAIR, alone=True)
        return True

    def _tail_person(self, block: Block) -> bool:
        if not cues.surely_names_someone(block.text):
            return False
        self._seats(block, self._role_here(), FAIR, alone=True)
        return True


def _goes_on(role: Role, label: str) -> bool:
    """Whether people on the next lines are under the same label: one moderator is one, speakers may be several."""
    return role in _LISTED or _PLURAL.search(label) is not None

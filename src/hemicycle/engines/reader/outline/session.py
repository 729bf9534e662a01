"""One session: its blocks in order, each taken as title, place, people, question, organiser, part or text.

The reading is a small machine. `role` is set while people are listed under a label, `listing` while questions, aims or
organisers are, `part` while an item with its own title is open. A block is offered to the steps in a fixed order; the
first that knows it takes it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import Kind, Role
from hemicycle.engines.reader import cues, sentences
from hemicycle.engines.reader.blocks import Block, Duty
from hemicycle.engines.reader.lexicon import Field, Form, lexicon
from hemicycle.engines.reader.outline import splitting
from hemicycle.engines.reader.outline.drafts import FAIR, SURE, Draft, Part
from hemicycle.engines.reader.outline.sitting import said
from hemicycle.engines.reader.outline.text_steps import TextSteps

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hemicycle.engines.reader.lexicon import LabelMatch

_TEXTS = frozenset({Field.ABSTRACT, Field.OBJECTIVES, Field.OUTCOME, Field.NOTE})
_DUTIES = {
    Field.TITLE: Duty.TITLE,
    Field.ROOM: Duty.PLACE,
    Field.KIND: Duty.KIND,
    Field.NUMBER: Duty.NUMBER,
    Field.LANGUAGES: Duty.LANGUAGES,
    Field.ORGANISERS: Duty.ORGANISERS,
    Field.THEME: Duty.THEME,
}


class SessionReader(TextSteps):
    """Reads one session: every block is offered to the steps in their order."""

    def __init__(self, draft: Draft, aside: dict[int, str]) -> None:
        super().__init__(draft, aside)
        self.steps: tuple[Callable[[Block, Block | None], bool], ...] = (
            self._duty,
            self._rule,
            self._half_day,
            self._stray,
            self._field,
            self._people_label,
            self._place,
            self._organised,
            self._listed,
            self._question,
            self._seat,
            self._heading,
            self._organisation,
            self._part_title,
            self._text,
        )

    def read(self, blocks: Sequence[Block]) -> None:
        """Takes every block; what no step knows is kept as text of the session."""
        for place, block in enumerate(blocks):
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            for step in self.steps:
                if step(block, following):
                    break
            self.last = block
        self.finish()

    def finish(self) -> None:
        """Gives a session that printed only its number that as a title, and its first item the title's people."""
        draft = self.draft
        if not draft.title and self.fallback is not None:
            draft.title.append(self.fallback)
        if draft.parts and draft.title and not any(0 in part.seats for part in draft.parts) and draft.seats:
            self._first_part()

    def _first_part(self) -> None:
        """The people right under a title such as "Welcoming remarks" are its item, when other items follow."""
        draft = self.draft
        role = lexicon().role_of_title(draft.title[0].text)
        first = min((min(part.seats) for part in draft.parts if part.seats), default=len(draft.seats))
        if role is not None and first and (draft.kind is None or draft.kind is Kind.OTHER):
            draft.parts.insert(0, Part(list(draft.title), list(range(first))))

    def _duty(self, block: Block, following: Block | None) -> bool:
        takers = {
            Duty.TITLE: self._take_title,
            Duty.PLACE: self._take_place,
            Duty.PEOPLE: self._take_people,
            Duty.PROSE: self._take_text,
            Duty.KIND: self._take_kind,
            Duty.NUMBER: self._take_number,
            Duty.LANGUAGES: self._take_languages,
            Duty.ORGANISERS: self._take_organisers,
            Duty.THEME: self._take_theme,
            Duty.ASIDE: self._take_structure,
        }
        taker = takers.get(block.duty)
        if taker is None:
            return False
        taker(block)
        return True

    def _take_people(self, block: Block) -> None:
        self._seats(block, block.role or self._role_here(), SURE)

    def _take_kind(self, block: Block) -> None:
        kind = cues.kind_of(block.text)
        if kind is not None:
            self.draft.kind = kind[0]
            self.draft.kind_said = said(block, confidence=SURE)
        else:
            self.draft.labels.append(("kind", said(block)))

    def _take_number(self, block: Block) -> None:
        self.draft.number = said(block, confidence=SURE)

    def _take_theme(self, block: Block) -> None:
        self.draft.theme = said(block, confidence=SURE)

    def _take_languages(self, block: Block) -> None:
        found = cues.languages_of(block.text)
        if found:
            self.draft.spoken = found
            self.draft.languages = said(block, confidence=SURE)
        else:
            self.aside.update(dict.fromkeys(block.numbers, "a language that is not known"))

    def _take_organisers(self, block: Block) -> None:
        for name in cues.organisations(block.text):
            self.draft.organisers.append(said(block, name, SURE))

    def _take_place(self, block: Block) -> None:
        place = cues.place(block.text, said(block, confidence=SURE), labelled=True)
        if self.draft.place is None and place is not None:
            self.draft.place = place
        else:
            self.draft.labels.append(("room", said(block)))

    def _take_title(self, block: Block) -> None:
        self._title_line(block, SURE)

    def _take_structure(self, block: Block) -> None:
        self.draft.labels.append(("marks", said(block)))

    def _take_text(self, block: Block) -> None:
        self._text(block, None)

    def _field(self, block: Block, following: Block | None) -> bool:
        label = cues.field(block.text)
        if label is None or not self._is_label(block, label.form, label.rest):
            return False
        rest = block.text[label.rest :].strip() if label.form is Form.PREFIX else ""
        self.role, self.listing = None, None
        return self._labelled(block, label, rest)

    def _is_label(self, block: Block, form: Form, rest: int) -> bool:
        """Whether words that may be a label are one: with a colon, or once the session has a title."""
        if form is Form.PREFIX:
            return True
        return bool(re.search(r"[:：]\W*$", block.text)) or bool(self.draft.title or self.fallback)

    def _labelled(self, block: Block, label: LabelMatch, rest: str) -> bool:
        name = label.field
        duty = _DUTIES.get(name)
        if duty is not None and rest:
            return self._duty(_dutiful(block, rest, duty), None)
        if name in _TEXTS:
            return self._labelled_text(block, name, rest)
        if name is Field.PEOPLE:
            return self._listed_people(block, rest)
        if name is Field.QUESTIONS or (name is Field.ORGANISERS and not rest):
            return self._list_opened(block, name, rest)
        if name is Field.ACCESS and rest:
            self.draft.access = self.draft.access or said(block, rest, SURE)
            return True
        return self._unkept(block, name, rest)

    def _list_opened(self, block: Block, name: Field, rest: str) -> bool:
        self.listing = name
        if rest:
            self._questions(block.having(rest))
        else:
            self.draft.labels.append((name.value, said(block)))
        return True

    def _labelled_text(self, block: Block, name: Field, rest: str) -> bool:
        self.listing = name
        if name is Field.ABSTRACT and rest:
            self._text(block.having(rest), None)
        elif name is Field.ABSTRACT:
            self.draft.labels.append(("abstract", said(block)))
        else:
            self.draft.abstract.append(said(block, block.text, FAIR))
        return True

    def _listed_people(self, block: Block, rest: str) -> bool:
        self.role = Role.SPEAKER
        if rest:
            self._seats(block.having(rest), Role.SPEAKER, SURE)
        else:
            self.draft.labels.append((f"seats/{Role.SPEAKER}", said(block)))
        return True

    def _unkept(self, block: Block, name: Field, rest: str) -> bool:
        if name in {Field.CONTACT, Field.CAPACITY}:
            self.aside.update(dict.fromkeys(block.numbers, f"{name}, for which a session has no field"))
            return True
        return False

    def _heading(self, block: Block, following: Block | None) -> bool:
        if block.lead and not block.loud:
            return self._led(block)
        if self._settled and not (block.loud and not block.prose):
            return False
        if not self._settled and block.prose and not block.loud and not sentences.is_question(block.text):
            return False
        if self._settled and not self._completes_title(block, following):
            self._open_part(block)
            return True
        self._title_line(block, SURE if block.loud else FAIR)
        return True

    def _title_line(self, block: Block, sure: float) -> None:
        """A title and what stands behind it on its line: room, people, languages."""
        pieces = splitting.pieces(block.text)
        kept = [
            piece
            for place, piece in enumerate(pieces)
            if len(pieces) == 1 or not self._behind(replace(block, text=piece, lead="", heads=False), place)
        ]
        if kept:
            whole = block.text if len(kept) == len(pieces) else " – ".join(kept)
            self._title(block.having(whole), sure)

    def _behind(self, block: Block, place: int) -> bool:
        """Whether a piece of a title's line is none of the title; a bare name can only stand behind it."""
        return self._tail(block) or (place > 0 and self._tail_name(block))

    def _tail(self, block: Block) -> bool:
        """A piece of a title's line that is something else than title."""
        return (
            self._field(block, None)
            or self._tail_people(block)
            or self._place(block, None)
            or self._organised(block, None)
            or self._tail_languages(block)
            or self._tail_person(block)
        )

    def _tail_languages(self, block: Block) -> bool:
        if not cues.languages_only(block.text):
            return False
        self._take_languages(block)
        return True


def _dutiful(block: Block, text: str, duty: Duty) -> Block:
    return replace(block, text=text, duty=duty, lead="")

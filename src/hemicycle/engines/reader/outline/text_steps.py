"""The steps of a session's reading that take title, place, organisers, questions and text."""

from __future__ import annotations

import re

from hemicycle.engines.formats.programme import Kind
from hemicycle.engines.reader import cues, sentences
from hemicycle.engines.reader.blocks import Block, prose
from hemicycle.engines.reader.lexicon import Field, lexicon
from hemicycle.engines.reader.outline import seating, splitting, titles
from hemicycle.engines.reader.outline.drafts import FAIR, GUESSED, SURE, Said
from hemicycle.engines.reader.outline.people_steps import PeopleSteps
from hemicycle.engines.reader.outline.sitting import said

_QUESTION_SPLIT = re.compile(r"(?<=[?؟])\s+(?=[^\W\d_]|¿)")
_SUBTITLED = frozenset(
    {
        Kind.PANEL,
        Kind.WORKSHOP,
        Kind.PLENARY,
        Kind.GUIDED_DISCUSSION,
        Kind.BREAKOUT,
        Kind.SIDE_EVENT,
        Kind.TRAINING,
    }
)


class TextSteps(PeopleSteps):
    """Knows what is neither a label nor a person."""

    def _rule(self, block: Block, following: Block | None) -> bool:
        if not block.rule:
            return False
        self.draft.labels.append(("rule", said(block, confidence=SURE)))
        self.role, self.listing = None, None
        return True

    def _half_day(self, block: Block, following: Block | None) -> bool:
        if not sentences.part_of_day(block.text):
            return False
        self.draft.labels.append(("marks", said(block)))
        return True

    def _stray(self, block: Block, following: Block | None) -> bool:
        """Addresses and telephone numbers: part of the paper, of no session."""
        if not cues.contact(block.text) or len(block.text) > 300:
            return False
        self.aside.update(dict.fromkeys(block.numbers, "contact details, for which a programme has no field"))
        return True

    def _place(self, block: Block, following: Block | None) -> bool:
        if block.prose or self.role is not None:
            return False
        place = cues.place_only(block.text)
        if place is None:
            return False
        made = cues.place(block.text, said(block, confidence=SURE))
        if self.draft.place is not None or made is None:
            return False
        self.draft.place = made
        return True

    def _organised(self, block: Block, following: Block | None) -> bool:
        found = cues.organised(block.text)
        if not found or len(block.text) > 400:
            return False
        for name in cues.organisations(found):
            self.draft.organisers.append(said(block, name, SURE))
        return True

    def _listed(self, block: Block, following: Block | None) -> bool:
        """A line under a label that was left open: people, questions, organisers."""
        if self.listing is Field.ORGANISERS and not block.prose and not block.loud:
            for name in cues.organisations(block.text):
                self.draft.organisers.append(said(block, name, SURE))
            return True
        if self.listing is Field.QUESTIONS and (block.bullet or sentences.is_question(block.text)):
            self._questions(block)
            return True
        if self.role is None or (block.prose and not self._names(block.text) and not block.bullet):
            return False
        if block.loud and not self._names(block.text) and not cues.placeholder(block.text):
            return False
        if sentences.is_question(block.text) or cues.numbered(block.text):
            return False
        if not (cues.placeholder(block.text) and self._explains_a_mark(block)):
            self._seats(block, self.role, SURE, alone=self._names(block.text))
        return True

    def _question(self, block: Block, following: Block | None) -> bool:
        if not sentences.is_question(block.text) or not (self.draft.title or self.fallback):
            return False
        asked = bool(self.draft.questions) and self.last is not None and sentences.is_question(self.last.text)
        alone = len(_QUESTION_SPLIT.split(block.text)) <= 2 and sentences.begins_as_question(block.text)
        if not (block.bullet or asked or alone) or (block.loud and not block.bullet):
            return False
        self._questions(block)
        return True

    def _organisation(self, block: Block, following: Block | None) -> bool:
        """An organisation right under the title of a side event organises it, though nothing says so."""
        right_under = not (
            self.draft.abstract or self.draft.seats or self.draft.organisers or self.draft.parts
        )
        if block.prose or block.bullet or not right_under or not cues.organisation(block.text):
            return False
        if self.draft.kind not in {Kind.SIDE_EVENT, Kind.WORKSHOP, Kind.TRAINING, Kind.RECEPTION}:
            return False
        for name in cues.organisations(block.text):
            self.draft.organisers.append(said(block, name, GUESSED))
        return True

    def _text(self, block: Block, following: Block | None) -> bool:
        draft = self.draft
        if not self._settled and draft.kind is None and self._kind_sentence(block):
            return True
        if (
            block.text.endswith(":")
            and not block.prose
            and following is not None
            and splitting.with_person(following.text)
        ):
            draft.labels.append(("items/label", said(block)))
            return True
        body, questions = _trailing_questions(block.text)
        if body:
            bullet = (
                f"{block.bullet} " if (block.bullet and not prose(block.text)) or self._in_list(block) else ""
            )
            draft.abstract.append(said(block, bullet + body, FAIR if block.prose else GUESSED))
        for question in questions:
            draft.questions.append([said(block, question, FAIR)])
        self.listing = lexicon().list_cue(body) or (self.listing if block.bullet else None)
        self.role = None
        seating.in_prose(draft, block)
        return True

    def _title(self, block: Block, sure: float) -> None:
        draft = self.draft
        parsed = titles.taken_apart(block.text)
        if parsed.kind is not None and draft.kind is None:
            draft.kind, draft.kind_said = parsed.kind, said(block, confidence=SURE)
        if parsed.number and draft.number is None:
            draft.number = said(block, parsed.number, SURE)
        if not parsed.title:
            self.fallback = said(block, parsed.whole, sure)
        elif draft.title and self.fallback is None:
            first = draft.title[0]
            draft.title[0] = Said(
                f"{first.text} {parsed.whole}", (*first.lines, *block.numbers), min(first.confidence, FAIR)
            )
        else:
            draft.title.append(said(block, parsed.title, sure))
            self.fallback = None

    def _completes_title(self, block: Block, following: Block | None) -> bool:
        """Whether a loud line goes on with the title: after a number alone, a kind alone, or half a sentence."""
        draft = self.draft
        if not draft.title:
            return True
        fresh = not (draft.seats or draft.parts or draft.abstract or draft.questions)
        if not fresh or self.last is None or (following is not None and self._names(following.text)):
            return False
        kind_only = cues.kind_of(draft.title[0].text)
        if kind_only and kind_only[1] == (0, len(draft.title[0].text)) and kind_only[0] in _SUBTITLED:
            draft.title.clear()
            return True
        return False

    def _led(self, block: Block) -> bool:
        """A bold beginning and then text: "**Visit to a project:** One of the …", "**Panel:** “Cities”"."""
        lead, rest = block.lead, block.text[len(block.lead) :].strip()
        if self._settled:
            return False
        if not prose(rest):
            self._title(block.having(f"{lead} {rest}" if lead.endswith(":") else block.text), SURE)
            return True
        self._title(block.having(lead), SURE)
        return self._text(block.having(rest), None)

    def _kind_sentence(self, block: Block) -> bool:
        """Text that begins with what takes place: "Side events provide …", "Breakout sessions. Three …"."""
        kind = cues.kind_of(block.text[:80].split(".")[0]) or cues.kind_begins(block.text)
        if kind is None or kind[1][0] > 1:
            return False
        name, rest = block.text[: kind[1][1]], block.text[kind[1][1] :]
        self.draft.kind, self.draft.kind_said = kind[0], said(block, name, FAIR)
        self.draft.title.append(said(block, name, FAIR))
        stop = re.match(r"\s*[.:–—]\s+", rest)
        self._text(block.having(rest[stop.end() :] if stop else block.text), None)
        return True


def _trailing_questions(text: str) -> tuple[str, list[str]]:
    """Running text and the questions after its announcement: "… guide the discussion: What are …?"."""
    if not sentences.is_question(text):
        return text, []
    for colon in reversed(list(re.finditer(r"[:：]\s+", text))):
        head, tail = text[: colon.end()].rstrip(), text[colon.end() :]
        if lexicon().list_cue(head) is Field.QUESTIONS and sentences.is_question(tail):
            return head, _QUESTION_SPLIT.split(tail)
    return text, []

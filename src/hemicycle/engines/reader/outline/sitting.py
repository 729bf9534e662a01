"""What a session's reading keeps in mind, and the small acts of all its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import Kind, Role
from hemicycle.engines.reader import cues, sentences
from hemicycle.engines.reader.lexicon import Field, lexicon
from hemicycle.engines.reader.outline import seating, titles
from hemicycle.engines.reader.outline.drafts import FAIR, GUESSED, SURE, Draft, Part, Said
from hemicycle.engines.reader.outline.seating import Seating

if TYPE_CHECKING:
    from hemicycle.engines.reader.blocks import Block

_WITHOUT_KIND = frozenset({None, Kind.OTHER, Kind.KEYNOTE_PLENARY})
_FROM_TITLE = frozenset({Role.WELCOME, Role.KEYNOTE})


def said(block: Block, text: str | None = None, confidence: float = FAIR) -> Said:
    """What a block says, or a part of it, with the block's lines."""
    return Said(block.text if text is None else text, block.numbers, confidence, block.language)


class Sitting:
    """A session being read: `role` is set while people are listed, `listing` while questions, aims or organisers are."""

    def __init__(self, draft: Draft, aside: dict[int, str]) -> None:
        self.draft = draft
        self.aside = aside
        self.role: Role | None = None
        self.listing: Field | None = None
        self.part: Part | None = None
        self.fallback: Said | None = None
        self.last: Block | None = None

    @property
    def _settled(self) -> bool:
        return bool(self.draft.title or self.fallback)

    def _in_list(self, block: Block) -> bool:
        return bool(block.bullet) and self.listing in {Field.OBJECTIVES, Field.OUTCOME}

    def _names(self, text: str) -> bool:
        return cues.names_someone(text)

    def _role_here(self) -> Role:
        source = self.part.title if self.part else self.draft.title
        if self.part is None and self.draft.kind is Kind.KEYNOTE_PLENARY and self.role is None:
            return Role.KEYNOTE
        if self.part is None and self.draft.kind not in _WITHOUT_KIND:
            return self.role or Role.SPEAKER
        found = lexicon().role_of_title(source[0].text) if source else None
        return found if found in _FROM_TITLE else self.role or Role.SPEAKER

    def _seats(self, block: Block, role: Role, sure: float, whole: str = "", *, alone: bool = False) -> None:
        named, quoted = seating.with_quotation(block.text)
        if quoted:
            block = block.having(named)
        added = seating.seat(self.draft, block, Seating(role, sure, whole=whole, alone=alone))
        if quoted:
            self.draft.parts.append(Part([said(block, quoted, FAIR)], added))
        elif self.part is not None:
            self.part.seats.extend(added)

    def _open_part(self, block: Block) -> None:
        text = titles.clean(block.text)
        self.part = Part([said(block, text, FAIR if block.loud else GUESSED)])
        self.draft.parts.append(self.part)
        self.role, self.listing = None, None

    def _questions(self, block: Block) -> None:
        self.draft.questions.append(
            [said(block, block.text, SURE if sentences.is_question(block.text) else FAIR)]
        )

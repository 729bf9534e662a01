"""The first page: title, theme, place, dates and status of the whole programme."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import Kind
from hemicycle.engines.reader import cues, dates, places, sentences
from hemicycle.engines.reader.blocks import Block, Duty
from hemicycle.engines.reader.lexicon import Field, Form, lexicon
from hemicycle.engines.reader.lexicon.phrases import Phrases, tokens
from hemicycle.engines.reader.outline.drafts import FAIR, GUESSED, SURE, Dated, Front, Said, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_PARTS = re.compile(r"\s*[•|·‖¦]\s*|\s+[–—]\s+(?=[^\W\d_])")
_STATUS_PARTS = re.compile(r"\s+[–—|•·-]\s+|\s*[()]\s*")
_TRIM = " \t,;:.•|·–—-()[]*_"
_QUOTED = re.compile(r"^[“\"«„‘].*[”\"»“’]$")
_LONGEST_TITLE = 220
_SHEET = re.compile(r"(?i)^(?:sheet|tabelle|feuil|feuille|hoja|blad|planilha|folha|sayfa|ورقة)\s?\d{0,3}$")
"""What spreadsheet programs call a sheet that nobody named."""
_ZONE = re.compile(
    r"(?i)\b(?:UTC|GMT)\s?[+-]\s?\d{1,2}|\b(?:CET|CEST|EET|EEST|GMT|UTC|WAT|EAT|EST|EDT|PST|PDT|TRT|AST)\b"
)


def read(blocks: Sequence[Block], aside: dict[int, str]) -> Front:
    """What the first page says; running text on it is put aside, for a programme has no field for it."""
    reader = _FrontPage(Front(), aside)
    for block in blocks:
        for piece in _pieces(block):
            reader.take(piece)
    reader.settle()
    return reader.front


def spans(text: str, where: Said) -> list[Span]:
    """The dates and ranges of dates in a text, as days of the whole programme."""
    return [
        Span(
            where,
            match.day,
            match.month,
            match.year,
            match.last_day or match.day,
            match.last_month or match.month,
            match.weekday,
        )
        for match in dates.find(text)
        if match.day is not None and match.month is not None
    ]


def _pieces(block: Block) -> list[Block]:
    """A line such as "Summit of Mayors – Draft agenda (as of 2 May)" as title and status; any other line as it is."""
    parts = [part for part in _STATUS_PARTS.split(block.text) if part.strip(_TRIM)]
    told = [lexicon().status(part) is not None or lexicon_programme(part) for part in parts]
    dated = [_says_when(part) for part in parts]
    if len(parts) < 2 or not any(told) or all(map(any, zip(told, dated, strict=True))) or block.prose:
        return [block]
    rest = " – ".join(part for part, status in zip(parts, told, strict=True) if not status)
    return [
        block.having(rest),
        *(block.having(part) for part, status in zip(parts, told, strict=True) if status),
    ]


class _FrontPage:
    """Takes the blocks one after the other, and keeps those that may be the title or the theme for the end."""

    def __init__(self, front: Front, aside: dict[int, str]) -> None:
        self.front = front
        self.aside = aside
        self.open: list[Block] = []
        self.told: list[tuple[Span, Block]] = []
        """The dates in running text, which count when nothing else on the page gives one."""

    def take(self, block: Block) -> None:
        for step in (
            self._structure,
            self._status,
            self._contact,
            self._labelled,
            self._dated,
            self._zone,
            self._running,
        ):
            if step(block):
                return
        self.open.append(block)

    def _structure(self, block: Block) -> bool:
        bare = (
            sentences.part_of_day(block.text)
            or lexicon_programme(block.text)
            or block.duty is Duty.ASIDE
            or _SHEET.match(block.text) is not None
        )
        if block.rule or bare:
            self.front.labels.append(Said(block.text, block.numbers, FAIR))
        return block.rule or bare

    def _status(self, block: Block) -> bool:
        found = lexicon().status(block.text)
        if found is None or block.prose:
            return False
        cut = found.text.count("(") > found.text.count(")")
        where = Said(f"{found.text})" if cut else found.text, block.numbers, SURE)
        match = next((match for match in dates.find(block.text) if match.day is not None), None)
        if self.front.status is not None and (match is None or self.front.as_of is not None):
            self.front.labels.append(where)
            return True
        if self.front.status is not None:
            self.front.labels.append(self.front.status)
        self.front.status = where
        if match is not None:
            self.front.as_of = Dated(where, match.day, match.month, match.year, match.weekday)
        return True

    def _contact(self, block: Block) -> bool:
        if not cues.contact(block.text):
            return False
        self.aside.update(dict.fromkeys(block.numbers, "contact details, for which a programme has no field"))
        return True

    def _labelled(self, block: Block) -> bool:
        label = cues.field(block.text)
        if label is None or label.form is not Form.PREFIX or ":" not in block.text[: label.rest]:
            return False
        rest = block.text[label.rest :].strip()
        where = Said(rest, block.numbers, SURE, block.language)
        found = spans(rest, where)
        if label.field is Field.DATE and found:
            self.front.dates.extend(found)
        elif label.field is Field.ROOM:
            self.front.place.append(where)
        elif label.field is Field.THEME:
            self.front.theme.append(where)
        elif label.field is Field.TITLE:
            self.front.title.append(where)
        else:
            return False
        return True

    def _dated(self, block: Block) -> bool:
        """A line with the dates, and beside them the place: "16 – 17 November 2017 • Lamot • Mechelen, Belgium"."""
        if block.prose or len(block.text) > _LONGEST_TITLE:
            return False
        where = Said(block.text, block.numbers, FAIR)
        found = [
            match for match in dates.find(block.text) if match.day is not None and match.month is not None
        ]
        if not found:
            return False
        self.front.dates.extend(spans(block.text, where))
        rest = block.text
        for match in reversed(found):
            rest = rest[: match.span[0]] + " • " + rest[match.span[1] :]
        self._beside_the_dates(block, rest)
        return True

    def _beside_the_dates(self, block: Block, rest: str) -> None:
        before = rest.partition(" • ")[0]
        if block.lead and not self.front.title and not self.open and before.startswith(block.lead):
            self.front.title.append(Said(block.lead.strip(_TRIM), block.numbers, FAIR, block.language))
            rest = rest[len(block.lead) :]
        parts = [_bare(part) for part in _PARTS.split(rest)]
        parts = [part for part in parts if re.search(r"[^\W\d_]{2}", part) and not _says_when(part)]
        if not parts:
            return
        if (
            not self.front.title
            and not self.open
            and (block.level == 1 or cues.kind_of(parts[0]) is not None or _before_and_behind(parts, before))
        ):
            title = _without_programme(parts.pop(0))
            self.front.title.append(Said(title, block.numbers, FAIR, block.language))
        if parts:
            self.front.place.append(Said(", ".join(parts), block.numbers, FAIR))

    def _zone(self, block: Block) -> bool:
        found = _ZONE.search(block.text) if len(block.text) < _LONGEST_TITLE else None
        if found is None:
            return False
        self.front.zone = Said(found[0], block.numbers, FAIR)
        return True

    def _running(self, block: Block) -> bool:
        if not block.prose or block.loud or _QUOTED.match(block.text):
            return False
        self.told.extend(
            (span, block) for span in spans(block.text, Said(block.text, block.numbers, GUESSED))
        )
        self.aside.update(
            dict.fromkeys(block.numbers, "text about the whole event, for which a programme has no field")
        )
        return True

    def settle(self) -> None:
        """Gives the lines that are left to title, place and theme, and puts aside what is none of them."""
        front = self.front
        if not front.dates:
            self._dates_in_text()
        candidates = [block for block in self.open if len(block.text) <= _LONGEST_TITLE and not block.second]
        if candidates and not front.title:
            block = max(candidates, key=lambda each: (_rank(each), -each.first.number))
            block = _under_its_host(block, candidates)
            self.open.remove(block)
            front.title.append(
                Said(block.text, block.numbers, FAIR if block.loud else GUESSED, block.language)
            )
            self._again(block)
        if front.title and not front.place:
            self._place_in_title(front.title[0])
        for block in self.open:
            where = Said(block.text, block.numbers, GUESSED, block.language)
            if _is_place(block) and (not front.place or not block.loud):
                front.place.append(where)
            elif _is_side_events(block):
                front.side_events = where
            elif not front.theme and (_QUOTED.match(block.text) or block.loud) and len(block.text) > 12:
                front.theme.append(where)
            else:
                self.aside.update(
                    dict.fromkeys(
                        block.numbers, "on the first page, and neither title, place, date nor status"
                    )
                )

    def _dates_in_text(self) -> None:
        """The day in "… on Tuesday 11 May 2027 in Zwolle": the only one told, or the only one with its weekday."""
        full = [told for told in self.told if told[0].weekday is not None] or self.told
        if len(full) != 1:
            return
        span, block = full[0]
        self.front.dates.append(span)
        for number in block.numbers:
            self.aside.pop(number, None)
        if not self.front.place and not self.front.zone and places.timezone(block.text):
            self.front.zone = Said(block.text, block.numbers, GUESSED, assumed=True)

    def _place_in_title(self, title: Said) -> None:
        """The city at the end of "Workshop on mediation, Tunis"."""
        *_, tail = re.split(r"[,،]\s+|\s+[–—]\s+", title.text)
        if tail != title.text and (places.is_city(tail) or places.country(tail)):
            self.front.place.append(Said(tail, title.lines, GUESSED))

    def _again(self, title: Block) -> None:
        """The title in the paper's second language, right after it."""
        again = next(
            (
                block
                for block in self.open
                if block.second and block.first.number <= title.lines[-1].number + 2
            ),
            None,
        )
        if again is not None and again.first.number >= title.first.number:
            self.open.remove(again)
            self.front.title.append(Said(again.text, again.numbers, FAIR, again.language))


def _bare(part: str) -> str:
    """A part of a line without the signs around it, brackets that belong to it kept."""
    part = part.strip(" \t,;:.•|·–—-*_")
    return part if part.count("(") == part.count(")") and part[:1] != "(" else part.strip(_TRIM)


def _says_when(part: str) -> bool:
    """Whether a part beside the dates says nothing of the place: "Programme", "afternoon", "Session 2.1"."""
    return (
        lexicon_programme(part)
        or sentences.part_of_day(part)
        or cues.numbered(part)
        or cues.day(part) is not None
    )


def lexicon_programme(text: str) -> bool:
    """Whether a text only says that what follows is a programme."""
    return cues.only_programme(text)


def _rank(block: Block) -> tuple[float, bool]:
    """How much a block looks like the title of the paper: by its size, by being the first heading of all."""
    quoted = _QUOTED.match(block.text) is not None
    return (block.first.size if block.first.size > 1.1 else 1.0, block.level == 1 and not quoted)


def _before_and_behind(parts: Sequence[str], before: str) -> bool:
    """Whether a title stands before the date and the place behind it: "Programme City Day – 19 June 2027 – Leuven"."""
    return len(parts) > 1 and parts[0] in before and parts[-1] not in before and not places.timezone(parts[0])


def _without_programme(title: str) -> str:
    """The title without the word for programme before it."""
    found = lexicon().phrases("status", "programme").at(tokens(title), 0)
    rest = title[found.span[1] :].lstrip(" :–—-") if found is not None else ""
    return rest if rest[:1].isupper() else title


def _under_its_host(block: Block, candidates: Sequence[Block]) -> Block:
    """The meeting's own name, where the paper prints the body that holds it above: "Alliance of Ports", "Third Meeting on …"."""
    if not cues.organisation(block.text) or _names_an_event(block):
        return block
    alike = (each for each in candidates if each.loud == block.loud and each.level == block.level)
    return next((each for each in alike if _names_an_event(each)), block)


def _names_an_event(block: Block) -> bool:
    return next(_events().all(tokens(block.text)), None) is not None


@cache
def _events() -> Phrases[str]:
    return lexicon().phrases("status", "events")


def _is_side_events(block: Block) -> bool:
    kind = cues.kind_begins(block.text)
    return kind is not None and kind[0] is Kind.SIDE_EVENTS


def _is_place(block: Block) -> bool:
    found = cues.place_only(block.text)
    *_, tail = re.split(r"[,،]\s*", block.text)
    return (found is not None and not block.loud) or (bool(places.country(tail)) and tail != block.text)

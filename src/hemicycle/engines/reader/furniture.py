"""Lines that belong to the page and not to the programme: page numbers, running heads, contents, quoted mail."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from hemicycle.engines.reader import cues, sentences

if TYPE_CHECKING:
    from hemicycle.engines.reader.lines import Line, Paper

_PAGE = re.compile(
    r"(?i)^\W{0,4}(?:(?:page|pagina|página|seite|blz|pag|p|sayfa|صفحة|pg)\W{0,3})?\d{1,4}(?:\s?(?:of|de|sur|von|van|/|من|\|)\s?\d{1,4})?\W{0,4}$"
)
_CONTENTS = re.compile(r"(?:\.{4,}|…{2,}|(?:\s\.){4,})\s*\d{1,4}\s*$")
_RIGHTS = re.compile(r"(?i)^\W{0,3}(?:©|\(c\)\s|copyright\b)")
_QUOTED = re.compile(r"^(?:\s{0,3}>)+\s?")
_MAIL = re.compile(
    r"(?i)^(?:from|to|cc|bcc|subject|sent|date|de|à|objet|envoyé|von|an|betreff|gesendet|asunto|para|onderwerp|van|aan|datum|date|fecha|data|tarih|assunto|enviado|verzonden|gönderildi|kimden|kime|konu|من|إلى|الموضوع|التاريخ|reply-to|message-id)\s?:\s"
)
_LAST = 16
"""Lines at the end among which the close of a letter is looked for."""
_SIGNATURE = re.compile(r"^--\s?$")


def apart(paper: Paper) -> tuple[list[Line], dict[int, str]]:
    """The lines that may be programme, and those that are furniture with the reason for each."""
    aside: dict[int, str] = {}
    _set_aside_pages(paper, aside)
    _set_aside_heads(paper, aside)
    _set_aside_mail(paper, aside)
    kept = [_unquoted(line) for line in paper.lines if line.number not in aside]
    return kept, aside


def _unquoted(line: Line) -> Line:
    """A line of a quoted mail without its marks."""
    if not line.plain.startswith(">"):
        return line
    return replace(line, plain=_QUOTED.sub("", line.plain), strong=())


def _set_aside_pages(paper: Paper, aside: dict[int, str]) -> None:
    for line in paper.lines:
        if line.cell is None and line.plain and _PAGE.match(line.plain) and not cues.clocks(line.plain):
            aside[line.number] = "the number of a page"
        elif _CONTENTS.search(line.plain) or sentences.heads_contents(line.plain):
            aside[line.number] = "a line of a table of contents"
        elif _RIGHTS.match(line.plain):
            aside[line.number] = "a note on rights, at the foot of a page"


def _set_aside_heads(paper: Paper, aside: dict[int, str]) -> None:
    """The same words at the beginning or end of several pages, or many times over, are a running head."""
    pages: dict[str, set[int]] = defaultdict(set)
    first: dict[str, int] = {}
    edges = _edges(paper)
    for line in paper.lines:
        if line.number in edges and line.page is not None:
            pages[_without_number(line.plain)].add(line.page)
            first.setdefault(_without_number(line.plain), line.number)
    for line in paper.lines:
        words = _without_number(line.plain)
        if line.number in edges and len(pages.get(words, ())) >= 2 and first[words] != line.number:
            if cues.begins_anew(line.plain) or cues.stands_alone(line.plain):
                continue
            aside[line.number] = "a running head or foot, printed before"


def _edges(paper: Paper) -> set[int]:
    """The first two and last two printed lines of each page."""
    by_page: dict[int, list[int]] = defaultdict(list)
    for line in paper.lines:
        if line.page is not None and line.plain and line.cell is None:
            by_page[line.page].append(line.number)
    return {number for numbers in by_page.values() for number in (*numbers[:2], *numbers[-2:])}


def _without_number(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold()).strip()


def _set_aside_mail(paper: Paper, aside: dict[int, str]) -> None:
    """The head of a mail, its greeting, what surrounds a programme quoted in it, and its end."""
    body = [line for line in paper.lines if line.plain]
    heads = [line for line in body[:12] if _MAIL.match(_QUOTED.sub("", line.plain))]
    if len(heads) >= 2:
        for line in heads:
            aside[line.number] = "the head of a mail"
    for line in body[:15]:
        if sentences.greets(_QUOTED.sub("", line.plain)):
            aside[line.number] = "the greeting of a letter"
    _set_aside_around_quotation(body, aside)
    _set_aside_end(body, aside)


def _set_aside_around_quotation(body: list[Line], aside: dict[int, str]) -> None:
    """When the times of a mail all stand in what it quotes, the rest is the mail around the programme."""
    quoted = [line for line in body if _QUOTED.match(line.plain)]
    if len(quoted) < 3 or any(cues.clock_first(line.plain) for line in body if not _QUOTED.match(line.plain)):
        return
    for line in body:
        if not _QUOTED.match(line.plain):
            aside.setdefault(line.number, "the mail around the programme that it quotes")
        elif not _QUOTED.sub("", line.plain).strip():
            aside.setdefault(line.number, "an empty line of a quotation")


def _set_aside_end(body: list[Line], aside: dict[int, str]) -> None:
    """Everything from the signature's mark or the words of leave on, when that is near the end."""
    for place in range(len(body) - 1, max(len(body) - _LAST, -1), -1):
        text = _QUOTED.sub("", body[place].plain)
        if (
            (_SIGNATURE.match(text) or sentences.takes_leave(text))
            and not body[place].rule
            and body[place].cell is None
        ):
            for line in body[place:]:
                aside.setdefault(line.number, "the end of a letter")

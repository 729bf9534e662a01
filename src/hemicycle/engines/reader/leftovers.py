"""What was not understood, and the account of all lines: blank, used or left, never two of them and never none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.engines.formats.programme import Kind
from hemicycle.engines.formats.reading import Leftover, LineCount
from hemicycle.engines.reader import cues
from hemicycle.engines.reader.source import NoProgramme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemicycle.engines.reader.lines import Paper
    from hemicycle.engines.reader.outline.drafts import Draft, Outline

_NOT_UNDERSTOOD = "not understood"


def of(paper: Paper, used: set[int], aside: Mapping[int, str]) -> tuple[Leftover, ...]:
    """Every line that is neither blank nor used, with the reason."""
    return tuple(
        Leftover(
            line.number, line.text.strip() or line.plain, aside.get(line.number, _NOT_UNDERSTOOD), line.page
        )
        for line in paper.lines
        if not line.blank and line.number not in used
    )


def count(paper: Paper, used: set[int], left: tuple[Leftover, ...]) -> LineCount:
    """The account of the lines."""
    blank = sum(1 for line in paper.lines if line.blank)
    return LineCount(all=len(paper.lines), blank=blank, used=len(used), left=len(left))


def refuse_no_programme(outline: Outline, paper: Paper) -> None:
    """Raises NoProgramme when too little was found to be one."""
    told = [draft for draft in outline.sessions if _tells(draft)]
    timed = [draft for draft in told if draft.clock is not None]
    if _is_a_timetable(outline.sessions):
        timed, told = [], []
    if len(timed) >= 3 or (len(timed) >= 2 and (outline.days or outline.front.dates or _meant(timed) >= 1)):
        return
    if timed and (outline.days or outline.front.dates) and _meant(timed) >= 1:
        return
    if outline.days and _meant(told) >= 2:
        return
    text = sum(1 for line in paper.lines if not line.blank)
    raise NoProgramme(
        "no programme found: looked for days, times and titled sessions in "
        f"{_counted(text, 'line')} of text, and found {_counted(len(outline.days), 'day')}, "
        f"{_counted(sum(1 for draft in outline.sessions if draft.clock), 'time')} and "
        f"{_counted(len(told), 'session')}. Is it the right file?"
    )


def _counted(number: int, thing: str) -> str:
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"


def _tells(draft: Draft) -> bool:
    title = bool(draft.title) and cues.day(draft.title[0].text) is None
    return bool(title or draft.seats or (draft.abstract and not draft.title))


def _is_a_timetable(drafts: list[Draft]) -> bool:
    """Whether times stand beside the same few words again and again, as in a timetable of buses, and nobody speaks."""
    if any(draft.kind not in {None, Kind.OTHER} or draft.seats for draft in drafts):
        return False
    titles = [draft.title[0].text for draft in drafts if draft.title]
    return len(set(titles)) * 2 < len(drafts)


def _meant(drafts: list[Draft]) -> int:
    """How many entries say more than words at a time: a kind, people, a room, a number."""
    return sum(
        1
        for draft in drafts
        if draft.kind not in {None, Kind.OTHER} or draft.seats or draft.place or draft.number
    )

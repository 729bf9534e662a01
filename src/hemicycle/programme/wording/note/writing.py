"""The note itself: what matters most first, then session by session, then for each person concerned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemicycle.kit import dates
from hemicycle.programme.document.differences import Change, Changes
from hemicycle.programme.wording.changes import Sentences
from hemicycle.programme.wording.note import crossing, people, sessions
from hemicycle.programme.wording.telling import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hemicycle.engines.formats.programme import Programme
    from hemicycle.kit.words import Words


def write(changes: Changes, old: Programme, new: Programme, words: Words) -> str:
    """Markdown that reads as plain text, ending in a line break."""
    sentences = Sentences(changes, words)
    heading = words.gettext("What has changed in the programme")
    blocks = [
        f"# {heading}",
        *_opening(old, new, sentences),
        *_sections(changes, sentences),
    ]
    if not changes.differences:
        blocks.append(words.gettext("Nothing has changed."))
    return "\n\n".join(blocks) + "\n"


def _opening(old: Programme, new: Programme, sentences: Sentences) -> Iterator[str]:
    words = sentences.words
    title = sentences.new.text(new.title)
    if title:
        yield quoted(title, words)
    if new.status and old.status:
        said = words.gettext("This note compares two versions of the programme, {old} and {new}.")
        yield said.format(new=quoted(new.status, words), old=quoted(old.status, words))
    if new.timezone:
        yield words.gettext("All times: {zone}.").format(zone=dates.zone(new.timezone, words))


def _sections(changes: Changes, sentences: Sentences) -> Iterator[str]:
    words = sentences.words
    yield from _section(words.gettext("The whole"), sessions.whole(changes, sentences))
    yield from _section(words.gettext("Between the days"), crossing.told(changes, sentences))
    yield from _listed(words.gettext("Other times"), crossing.other_times(changes, sentences))
    yield from _listed(
        words.gettext("Divided and put together"), _each(changes, sentences, Change.SPLIT, Change.MERGED)
    )
    yield from _listed(words.gettext("New in the programme"), sessions.new(changes, sentences))
    yield from _listed(words.gettext("No longer in the programme"), sessions.gone(changes, sentences))
    yield from _listed(words.gettext("Titles"), sessions.titles(changes, sentences))
    yield from _listed(words.gettext("Rooms and languages"), sessions.rooms(changes, sentences))
    yield from _section(words.gettext("At the table"), sessions.tables(changes, sentences))
    yield from _listed(words.gettext("Texts and numbers"), sessions.texts(changes, sentences))
    yield from _section(words.gettext("For each person"), _persons(changes, sentences))


def _section(heading: str, blocks: Iterable[str]) -> Iterator[str]:
    said = list(blocks)
    if said:
        yield f"## {heading}"
        yield from said


def _listed(heading: str, lines: Iterable[str]) -> Iterator[str]:
    said = [f"- {line}" for line in lines]
    if said:
        yield f"## {heading}"
        yield "\n".join(said)


def _each(changes: Changes, sentences: Sentences, *kinds: Change) -> Iterator[str]:
    yield from (sentences.sentence(one) for one in changes.of(*kinds))


def _persons(changes: Changes, sentences: Sentences) -> Iterator[str]:
    for name, news in people.told(changes, sentences):
        line = sentences.words.pgettext("person and news", "**{name}**: {news}")
        if len(news) == 1:
            yield line.format(name=name, news=news[0])
        else:
            yield f"**{name}**\n\n" + "\n".join(f"- {one}" for one in news)

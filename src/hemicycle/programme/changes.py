"""`hemicycle.changes/1`: what changed between two versions of a programme, as JSON with a sentence for each change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hemicycle.engines.words import words_changed
from hemicycle.programme.document import writing
from hemicycle.programme.document.differences import Change, Changes, Difference
from hemicycle.programme.wording.changes import Sentences

if TYPE_CHECKING:
    from hemicycle.engines.formats.programme import Programme
    from hemicycle.kit.words import Words

__all__ = ["FORMAT", "Change", "Changes", "Difference", "to_json"]

FORMAT = "hemicycle.changes/1"


def to_json(changes: Changes, words: Words) -> dict[str, Any]:
    """The changes in the order in which they matter.

    `session` names the session in both versions, or a list of sessions where it was divided or put together; null
    where it is not in that version, or where no session is concerned. A changed description has its `words`: by
    language, the spans that are equal, inserted and deleted.
    """
    sentences = Sentences(changes, words)
    return {
        "format": FORMAT,
        "old": _version(changes.old),
        "new": _version(changes.new),
        "changes": [_difference(one, sentences) for one in changes.differences],
    }


def _version(programme: Programme) -> dict[str, str]:
    return {"status": programme.status, "sha256": writing.digest(programme)}


def _difference(one: Difference, sentences: Sentences) -> dict[str, Any]:
    told: dict[str, Any] = {
        "kind": one.kind,
        "session": {"old": _keys(one.old), "new": _keys(one.new)},
        "before": one.before,
        "after": one.after,
        "also": list(one.also),
        "text": sentences.sentence(one),
    }
    if "abstract" in one.after:
        told["words"] = _words(one.before["abstract"], one.after["abstract"])
    return told


def _keys(keys: tuple[str, ...]) -> str | list[str] | None:
    if len(keys) > 1:
        return list(keys)
    return keys[0] if keys else None


def _words(before: dict[str, str], after: dict[str, str]) -> dict[str, list[dict[str, str]]]:
    return {
        language: [
            {"how": span.how, "text": span.text}
            for span in words_changed(before.get(language, ""), after.get(language, ""))
        ]
        for language in sorted({*before, *after})
    }

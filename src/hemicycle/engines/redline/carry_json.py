"""`hemicycle.carry/1` and `hemicycle.text-changes/1`: what became of proposals, and of a text, as JSON."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hemicycle.engines.redline.proposals_json import operation_json
from hemicycle.engines.redline.text_json import spans_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemicycle.engines.formats.canonical import Json
    from hemicycle.engines.redline.carrying import Carried
    from hemicycle.engines.redline.collisions import Collision
    from hemicycle.engines.redline.comparing import Difference
    from hemicycle.engines.redline.tree import Text

FORMAT = "hemicycle.carry/1"
CHANGES_FORMAT = "hemicycle.text-changes/1"


def write(carried: Sequence[Carried], met: Sequence[Collision], old: Text, new: Text) -> dict[str, Json]:
    """The verdicts, and where the proposals met on the version that they were made on."""
    return {
        "format": FORMAT,
        "from": _version(old),
        "to": _version(new),
        "verdicts": dict(Counter(one.verdict.value for one in carried)),
        "operations": [_carried(one) for one in carried],
        "collisions": [
            {"node": one.node, "proposals": [one.first, one.second], "how": one.how.value} for one in met
        ],
    }


def changes(found: Sequence[Difference], old: Text, new: Text) -> dict[str, Json]:
    """What `comparing.compare` found."""
    return {
        "format": CHANGES_FORMAT,
        "old": _version(old),
        "new": _version(new),
        "changes": [_difference(one) for one in found],
    }


def _version(text: Text) -> dict[str, Json]:
    return {"label": text.version.label, "sha256": text.sha256}


def _carried(one: Carried) -> dict[str, Json]:
    said: dict[str, Json] = {
        "proposal": one.proposal,
        "index": one.index,
        "verdict": one.verdict.value,
        "why": one.why.value,
        "original": operation_json(one.original),
        "base": spans_json(one.base),
        "ours": spans_json(one.ours),
        "theirs": spans_json(one.theirs),
    }
    if one.operation is not None:
        said["operation"] = operation_json(one.operation)
    return {**said, "heirs": list(one.heirs)} if one.heirs else said


def _difference(one: Difference) -> dict[str, Json]:
    return {
        "node": one.node,
        "changes": [change.value for change in one.changes],
        "number": {"old": one.old_number, "new": one.new_number},
        "from": list(one.origins),
        "words": [{"how": hunk.how, "spans": spans_json(hunk.spans)} for hunk in one.hunks],
    }

"""`hemicycle.proposals/1`: proposals with their operations as JSON, both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hemicycle.engines.formats.fields import Fields
from hemicycle.engines.redline.operations import Operation, Part, Place, Proposal, ProposalKind, Verb
from hemicycle.engines.redline.text_json import bracket_json, read_bracket, read_spans, spans_json
from hemicycle.engines.redline.tree import ID, Kind, NotAText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemicycle.engines.formats.canonical import Json
    from hemicycle.engines.redline.spans import Bracket

FORMAT = "hemicycle.proposals/1"


def write(proposals: Sequence[Proposal]) -> dict[str, Json]:
    return {"format": FORMAT, "proposals": [_proposal(proposal) for proposal in proposals]}


def _proposal(proposal: Proposal) -> dict[str, Json]:
    return {
        "id": proposal.id,
        "by": list(proposal.by),
        "supported_by": list(proposal.supported_by),
        "kind": proposal.kind.value,
        "operations": [operation_json(operation) for operation in proposal.operations],
        "why": proposal.why,
    }


def operation_json(operation: Operation) -> dict[str, Json]:
    """What counts for its verb, and nothing else."""
    said: dict[str, Json] = {"verb": operation.verb.value, "node": operation.node}
    if operation.base_sha256:
        said["base_sha256"] = operation.base_sha256
        said["before"] = operation.before
    if operation.verb in {Verb.REPLACE, Verb.INSERT}:
        said["after"] = spans_json(operation.after)
    if operation.position is not None:
        said["position"] = {"parent": operation.position.parent, "after": operation.position.after}
    if operation.kind is not None:
        said["kind"] = operation.kind.value
    optional: dict[str, Json] = {
        "alternative_of": operation.alternative_of,
        "start": operation.start,
        "end": operation.end,
        "bracket": bracket_json(operation.bracket) if operation.bracket else None,
        "parts": [_part(part) for part in operation.parts] or None,
    }
    return said | {name: value for name, value in optional.items() if value is not None}


def _part(part: Part) -> dict[str, Json]:
    said: dict[str, Json] = {"node": part.node}
    if part.base_sha256:
        return {**said, "base_sha256": part.base_sha256}
    return {**said, "spans": spans_json(part.spans)}


def read(document: Any) -> tuple[Proposal, ...]:
    """The proposals in a JSON value.

    Raises:
        NotAText: it holds none; the message is one sentence that says where and what to do.
    """
    fields = Fields(document, "the document", NotAText)
    if fields.value.get("format") != FORMAT:
        raise NotAText(f"the document is no {FORMAT}; give its format and a list of proposals")
    proposals = fields.each("proposals", _read_proposal)
    ids = [proposal.id for proposal in proposals]
    if twice := next((id_ for id_ in ids if ids.count(id_) > 1), None) if len(set(ids)) < len(ids) else None:
        raise NotAText(f"the proposal {twice} occurs twice; give one of them an id of its own")
    return proposals


def _read_proposal(fields: Fields) -> Proposal:
    by = fields.words("by")
    if not by:
        raise fields.refuse("names nobody in by; name the delegation", joint=" ")
    return Proposal(
        fields.required("id"),
        by,
        fields.each("operations", _read_operation),
        fields.word("kind", ProposalKind) if fields.text("kind") else ProposalKind.AMENDMENT,
        fields.words("supported_by"),
        fields.text("why"),
    )


def _read_operation(fields: Fields) -> Operation:
    verb = fields.word("verb", Verb)
    if verb is not Verb.INSERT:
        fields.required("base_sha256")
    return Operation(
        verb,
        _id(fields),
        fields.text("base_sha256"),
        fields.text("before"),
        read_spans(fields, "after"),
        _place(fields),
        fields.word("kind", Kind) if fields.text("kind") else None,
        fields.reference("alternative_of"),
        fields.count("start"),
        fields.count("end"),
        _bracket(fields),
        fields.each("parts", _read_part),
    )


def _id(fields: Fields) -> str:
    found = fields.required("node")
    if not ID.fullmatch(found):
        raise fields.refuse(f"node is {found!r}; an id has letters, digits and hyphens, 36 at most")
    return found


def _place(fields: Fields) -> Place | None:
    value = fields.value.get("position")
    if value is None:
        return None
    place = Fields(value, f"{fields.where}, position", NotAText)
    return Place(place.reference("parent"), place.reference("after"))


def _bracket(fields: Fields) -> Bracket | None:
    value = fields.value.get("bracket")
    return None if value is None else read_bracket(Fields(value, f"{fields.where}, bracket", NotAText))


def _read_part(fields: Fields) -> Part:
    return Part(_id(fields), read_spans(fields, "spans"), fields.text("base_sha256"))
